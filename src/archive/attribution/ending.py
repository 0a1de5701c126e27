"""The credits under the body, told from the bottom up, as far as each block is one."""

from __future__ import annotations

import re

from archive.attribution import bylines, credits, notes, statements, titles
from archive.attribution.blocks import Bounds, Piece
from archive.attribution.draft import Draft
from archive.attribution.names import same_person
from archive.model.article import BlockKind, SegmentKind

_MOST_END = 16
_MOST_PASSED = 4
_STARRED = re.compile(r"[*_•–—(\[]")


def tell(draft: Draft, top: int) -> None:
    """Tell the credits under the body, from the last block upwards.

    A few short lines that say nothing known are passed over if a credit stands above them.
    """
    passed: list[int] = []
    credited = False
    for index in range(len(draft.bounds) - 1, max(top, len(draft.bounds) - _MOST_END) - 1, -1):
        kind = _told(draft, index, credited=credited)
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
        credited = credited or any(_is_credit(k) for k, _, _ in draft.pieces.get(index, ()))


def _told(draft: Draft, index: int, *, credited: bool) -> BlockKind | None:
    """What a block under the body is, None if nothing known."""
    text, bounds = draft.text, draft.bounds[index]
    if draft.is_separator(index):
        return BlockKind.SEPARATOR
    byline = bylines.read(text, bounds) or bylines.signed(text, bounds)
    if byline:
        draft.bylines.append(byline)
        return BlockKind.BYLINE
    if statements.is_passing(text, bounds):
        draft.pieces[index] = [(SegmentKind.OTHER, *bounds)]
        return BlockKind.END_MATTER
    pieces = statements.pieces(text, bounds)
    if not _is_end_matter(draft, index, pieces, credited=credited):
        return None
    draft.pieces[index] = pieces
    return BlockKind.END_MATTER


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
    if pieces[0][0] is SegmentKind.OTHER and not (
        len(pieces) > 1 and notes.describes_organisation(draft.text, *pieces[0][1:])
    ):
        return False
    known = sum(end - start for kind, start, end in pieces if kind is not SegmentKind.OTHER)
    if known * 2 < draft.bounds[index][1] - draft.bounds[index][0]:
        return False
    if pieces[0][0] is not SegmentKind.AUTHOR_NOTE:
        return _is_all_credits(draft, pieces)
    inside = any(_is_credit(kind) for kind, _, _ in pieces)
    return _is_about_author(draft, index, pieces[0], credited=credited, inside=inside)


def _is_all_credits(draft: Draft, pieces: list[Piece]) -> bool:
    """Whether a block without an author note is no prose: two credits, or nothing but one."""
    kinds = {kind for kind, _, _ in pieces}
    rest = [(start, end) for kind, start, end in pieces if kind is SegmentKind.OTHER]
    return len(kinds) > 2 or all(statements.is_passing(draft.text, bounds) for bounds in rest)


def _is_about_author(
    draft: Draft, index: int, piece: Piece, *, credited: bool, inside: bool
) -> bool:
    """Whether a note speaks of the author: named in the byline, or among credits or set apart.

    Without a byline, a person whom the article itself speaks of is not taken for its author.
    """
    text = draft.text
    found = notes.read(text, piece[1], piece[2])
    people = [person for note in found for person in note.people]
    names = [text[slice(*p)] for b in draft.bylines for p in b.people]
    if names:
        return not people or any(same_person(text[slice(*p)], n) for p in people for n in names)
    start = draft.bounds[index][0]
    above = index > 0 and (
        draft.is_separator(index - 1) or statements.is_credit(text, draft.bounds[index - 1])
    )
    apart = _STARRED.match(text, start) is not None or above
    if not (credited or inside or apart):
        return False
    if any(_spoken_of(draft, person, start) for person in people):
        return False
    return (
        apart
        or inside
        or (
            all(notes.is_surely_note(text, n) for n in found)
            and notes.is_biography(text, piece[1], piece[2])
        )
    )


def _spoken_of(draft: Draft, person: Bounds, start: int) -> bool:
    """Whether the text under the title names the person by the last word of the name."""
    last = draft.text[slice(*person)].split()[-1]
    under = draft.title.span.end if draft.title and draft.title.span else 0
    return re.search(rf"\b{re.escape(last)}\b", draft.text[under:start]) is not None


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
