"""The credits under the body, told from the bottom up, as far as each block is one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from archive.attribution import bylines, credits, notes, statements, titles
from archive.attribution.blocks import Piece
from archive.attribution.draft import Draft
from archive.attribution.evidence import squeezed
from archive.attribution.words import HONORIFICS, NO_NAMES, ROLES
from archive.model.article import BlockKind, SegmentKind
from archive.model.document import Bounds

_MOST_END = 16
_MOST_PASSED = 4
_MOST_SOURCE = 400  # characters
_MOST_CREDITS = 10_000  # a longer block is no end matter
_MOST_ALONE = 300
_STARRED = re.compile(r"[*_•–—(\[]")


def tell(draft: Draft, top: int) -> None:
    """Tell the credits under the body, from the last block upwards."""

    def credits_in(index: int) -> bool:
        return any(_is_credit(kind) for kind, _, _ in draft.pieces.get(index, ()))

    upwards(draft, top, partial(_told, draft), credits_in)


def upwards(
    draft: Draft,
    top: int,
    told: Callable[[int, bool], BlockKind | None],
    is_credit: Callable[[int], bool],
) -> None:
    """Tell the blocks under the body, from the last one upwards, as far as each is a credit.

    A few short lines that say nothing known are passed over if a credit stands above them.

    Args:
        draft: where it is noted what they are.
        top: the first block of the body.
        told: what the block of an index is, None if nothing known; and it is given whether a
            credit has been told below it.
        is_credit: whether a block that has been told counts as one.
    """
    passed: list[int] = []
    credited = False
    for index in range(len(draft.bounds) - 1, max(top, len(draft.bounds) - _MOST_END) - 1, -1):
        kind = told(index, credited)
        if kind is None and (len(passed) == _MOST_PASSED or not _is_short(draft, index)):
            return
        if kind is None:
            passed.append(index)
            continue
        if kind is not BlockKind.SEPARATOR:
            for below in passed:
                draft.kinds[below] = BlockKind.END_MATTER
                draft.pieces[below] = [(SegmentKind.OTHER, *draft.bounds[below])]
            passed = []
        draft.kinds[index] = kind
        credited = credited or is_credit(index)


def _told(draft: Draft, index: int, credited: bool) -> BlockKind | None:
    """What a block under the body is, None if nothing known."""
    text, bounds = draft.text, draft.bounds[index]
    if draft.is_separator(index):
        return BlockKind.SEPARATOR
    if bounds[1] - bounds[0] > _MOST_CREDITS:
        return None
    byline = bylines.read(text, bounds) or bylines.signed(text, bounds)
    if byline is None and not draft.bylines and not titles.is_prose(text, draft.bounds[index]):
        byline = bylines.bare_signature(text, bounds)
    if byline:
        draft.bylines.append(byline)
        return BlockKind.BYLINE
    if statements.is_passing(text, bounds) or _is_under_label(draft, index):
        draft.pieces[index] = [(SegmentKind.OTHER, *bounds)]
        return BlockKind.END_MATTER
    pieces = statements.pieces(text, bounds)
    if not _is_end_matter(draft, index, pieces, credited=credited):
        return None
    draft.pieces[index] = pieces
    return BlockKind.END_MATTER


def _is_under_label(draft: Draft, index: int) -> bool:
    """Whether a block is what a line such as "Recommended citation:" announces."""
    if not index or draft.bounds[index][1] - draft.bounds[index][0] > _MOST_ALONE:
        return False
    above = draft.bounds[index - 1]
    return draft.text[above[1] - 1] == ":" and statements.is_passing(draft.text, above)


def _is_short(draft: Draft, index: int) -> bool:
    """Whether a block is a line rather than a paragraph."""
    start, end = draft.bounds[index]
    return end - start <= 160 and not titles.is_prose(draft.text, (start, end))


def _is_credit(kind: SegmentKind) -> bool:
    return kind not in (SegmentKind.AUTHOR_NOTE, SegmentKind.OTHER)


def _is_end_matter(draft: Draft, index: int, pieces: list[Piece], *, credited: bool) -> bool:
    """Whether a block is of statements: it begins with one, and most of it is."""
    if not pieces:
        return False
    if pieces[0][0] is SegmentKind.SOURCE_LINE and _is_source(draft, index, pieces[0]):
        return True
    if pieces[0][0] is SegmentKind.OTHER and not (
        len(pieces) > 1 and _may_stand_first(draft.text, pieces)
    ):
        return False
    known = sum(end - start for kind, start, end in pieces if kind is not SegmentKind.OTHER)
    if known * 2 < draft.bounds[index][1] - draft.bounds[index][0]:
        return False
    if pieces[0][0] is not SegmentKind.AUTHOR_NOTE:
        return _is_all_credits(draft, pieces)
    inside = any(_is_credit(kind) for kind, _, _ in pieces)
    return _is_about_author(draft, index, pieces[0], credited=credited, inside=inside)


def _is_source(draft: Draft, index: int, piece: Piece) -> bool:
    """Whether a short block begins with a source line, whatever else it says of the outlet."""
    start, end = draft.bounds[index]
    return end - start <= _MOST_SOURCE and bool(credits.read(draft.document, piece[0], piece[1:]))


def _may_stand_first(text: str, pieces: list[Piece]) -> bool:
    """Whether a sentence is no prose that credits follow: a newsroom of itself, or a note."""
    bounds = pieces[0][1:]
    return notes.describes_organisation(text, *bounds) or (
        _is_credit(pieces[1][0]) and notes.may_be_note(text, *bounds)
    )


def _is_all_credits(draft: Draft, pieces: list[Piece]) -> bool:
    """Whether a block without an author note is no prose: two credits, or nothing but one."""
    kinds = {kind for kind, _, _ in pieces}
    first = int(pieces[0][0] is SegmentKind.OTHER and notes.may_be_note(draft.text, *pieces[0][1:]))
    rest = [(start, end) for kind, start, end in pieces[first:] if kind is SegmentKind.OTHER]
    return len(kinds) > 2 or all(statements.is_passing(draft.text, bounds) for bounds in rest)


def _is_about_author(
    draft: Draft, index: int, piece: Piece, *, credited: bool, inside: bool
) -> bool:
    """Whether a note speaks of the author: named in the byline, or among credits or set apart.

    Without a byline, a person whom the article itself speaks of is not taken for its author; and
    without credits, only a short note that gives a role and an organisation is one.
    """
    text = draft.text
    found = notes.read(text, piece[1], piece[2])
    people = [person for note in found for person in note.people]
    names = [squeezed(text[slice(*p)]) for b in draft.bylines for p in b.people]
    if names:
        return not people or any(note.is_of(text, names) for note in found)
    if any(note.short or note.loose for note in found):
        return False
    start, stop = draft.bounds[index]
    above = index > 0 and (
        draft.is_separator(index - 1) or statements.is_credit(text, draft.bounds[index - 1])
    )
    apart = _STARRED.match(text, start) is not None or above
    if any(_spoken_of(draft, person, start) for person in people):
        return False
    if apart or inside:
        return True
    sure = all(
        notes.is_surely_note(text, n) and (credited or (n.role and n.posts)) for n in found
    ) and notes.is_biography(text, piece[1], piece[2])
    return sure and (credited or (bool(people) and stop - start <= _MOST_ALONE))


def _spoken_of(draft: Draft, person: Bounds, start: int) -> bool:
    """Whether the text under the title names the person, by the last word of the name at least.

    Where it names somebody else of that family name in full, it has to name the person in full.
    """
    name = squeezed(draft.text[slice(*person)]).split(",")[0]
    word = name.split()[-1]
    last = re.escape(word)
    under = draft.title.span.end if draft.title and draft.title.span else 0
    text = draft.text[under:start]
    if word not in text or re.search(rf"\b{last}\b", text) is None:
        return False
    others = [m for m in re.findall(rf"\b([^\W\d_a-z][\w'’-]+)\s{last}\b", text) if _given(m)]
    return not others or any(other in name.split() for other in others)


def _given(word: str) -> bool:
    """Whether a word before a family name is a given name: no title, no role, no opening word."""
    return word.lower() not in HONORIFICS | ROLES | NO_NAMES


def part_credits(draft: Draft) -> None:
    """Part credit lines from the last paragraph if they stand at its end."""
    body = [i for i in range(len(draft.bounds)) if i not in draft.kinds]
    if not body:
        return
    index = body[-1]
    start, end = draft.bounds[index]
    tail = max(start, end - 1500)
    pieces = statements.pieces(draft.text, (tail, end))
    cut = len(pieces)
    while cut and _is_credit(pieces[cut - 1][0]):
        cut -= 1
    if not 0 < cut < len(pieces) or not credits.read(
        draft.document, pieces[cut][0], pieces[cut][1:]
    ):
        return
    draft.part(index, pieces[cut][1])
    draft.kinds[index + 1] = BlockKind.END_MATTER
    draft.pieces[index + 1] = pieces[cut:]
