"""The lines over the body, told from the top down, in any order: label, title, byline, date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from archive.attribution import (
    bylines,
    credits,
    headings,
    imprints,
    notes,
    openers,
    statements,
    titles,
)
from archive.attribution.blocks import Piece
from archive.attribution.calendar import printed_date
from archive.attribution.draft import Draft
from archive.attribution.evidence import squeezed, trimmed
from archive.attribution.names import organisation
from archive.attribution.outlets import is_outlet
from archive.attribution.people import looks_like_person, person_end, same_person
from archive.attribution.tongues import Tongue
from archive.attribution.words import OUTLETS
from archive.model.article import BlockKind, SegmentKind
from archive.model.document import Bounds
from archive.model.fact import Certainty

_LAST_BY = re.compile(r"\s([Bb]y)\s(?=[^\W\d_a-z])(?!.{0,80}\s[Bb]y\s)")
_CREDIT_WORDS = ("ource", "SOURCE", "ublished", "istribut", "ppeared", "rinted")
_ADDRESS = re.compile(r"\W{0,2}(?:https?://|www\.)\S{3,200}\Z")
_MOST_TOP = 12
_MOST_END = 14
_MOST_NOTE = 500  # characters


def _outlets(draft: Draft) -> set[str]:
    """The names of outlets and services that the credit lines give, casefolded."""
    names: set[str] = set()
    for bounds in draft.bounds[-_MOST_END:]:
        block = draft.text[slice(*bounds)]
        if not any(map(block.__contains__, _CREDIT_WORDS)):
            continue
        for kind, start, end in statements.pieces(draft.text, _first(bounds, 1500)):
            for credit in credits.read(draft.document, kind, (start, end)):
                value = credit.outlet.value
                names |= {value.name.casefold(), value.short.casefold()} - {""}
    return names | {f"the {name}" for name in names}


def tell_opener(draft: Draft, lines: int, tongue: Tongue | None) -> None:
    """Tell the labels, the title and the bylines on the first ``lines`` of an edition's article."""
    index = 0
    while lines:
        lines -= 1
        opener = openers.read(draft.text, draft.bounds[index], tongue)
        if opener is not None:
            index = _tell_line(draft, index, opener)
        index += 1


def _tell_line(draft: Draft, index: int, opener: openers.Opener) -> int:
    """Tell one line, parted where a label or a byline stands on it; the index of its last part."""
    for cut in opener.cuts:
        draft.kinds[index] = BlockKind.LABEL
        draft.part(index, cut)
        index += 1
    behind = opener.title is not None and (opener.byline is not None or opener.rubric)
    if opener.title and draft.title is None:
        draft.kinds[index - behind] = BlockKind.TITLE
        draft.title = titles.title(draft.document, opener.title)
    if opener.byline:
        draft.kinds[index] = BlockKind.BYLINE
        draft.bylines.append(opener.byline)
    elif behind or opener.title is None:
        draft.kinds[index] = BlockKind.LABEL
    return index


def _first(bounds: Bounds, most: int) -> Bounds:
    return bounds[0], min(bounds[1], bounds[0] + most)


def tell(draft: Draft, *, english: bool) -> int:
    """Tell the lines over the body; the index of the first block of the body.

    In a text that is not known to be English, only the title is told.
    """
    outlets = _outlets(draft) if english else set()
    index = 0
    while index < min(len(draft.bounds), _MOST_TOP):
        kind = draft.kinds.get(index) or _top_kind(draft, index, outlets, english=english)
        if kind is None:
            break
        draft.kinds[index] = kind
        index += 1
    while index and draft.kinds[index - 1] is BlockKind.SEPARATOR:
        index -= 1
    return index


def _top_kind(draft: Draft, index: int, outlets: set[str], *, english: bool) -> BlockKind | None:
    if draft.is_separator(index):
        return BlockKind.SEPARATOR
    if english:
        kind = _line_kind(draft, index, outlets)
        if kind:
            return kind
    if draft.untitled:
        return None
    if draft.level(index):
        return headings.tell(draft, index)
    if draft.title is None:
        return _title_kind(draft, index)
    return _under_title(draft, index, outlets) if english else None


def _line_kind(draft: Draft, index: int, outlets: set[str]) -> BlockKind | None:
    """A line over the article that its own words tell: label, byline, date, masthead, note."""
    text, bounds = draft.text, draft.bounds[index]
    if titles.is_label(text, bounds):
        return BlockKind.LABEL
    byline = bylines.read(text, bounds)
    if byline and (draft.title or _stands_over_title(draft, index, byline)):
        draft.bylines.append(byline)
        return BlockKind.BYLINE
    if draft.title and (named := _described(draft, bounds, outlets)):
        draft.bylines.append(named)
        return BlockKind.BYLINE
    if _is_imprint(draft, index, outlets):
        return BlockKind.MASTHEAD
    if titles.date_line(text, bounds) or _is_place_over_date(draft, index):
        return BlockKind.DATELINE
    return _about_author(draft, index)


def _about_author(draft: Draft, index: int) -> BlockKind | None:
    """A line or a note over the text that says what the author is."""
    if _is_role_line(draft, index):
        return BlockKind.BYLINE
    if draft.title is None or not _is_note(draft, draft.bounds[index]):
        return None
    draft.pieces[index] = [(SegmentKind.AUTHOR_NOTE, *draft.bounds[index])]
    return BlockKind.END_MATTER


def _is_place_over_date(draft: Draft, index: int) -> bool:
    """Whether a short line between a masthead and a date names a place: "Washington, DC"."""
    if draft.title or draft.kinds.get(index - 1) is not BlockKind.MASTHEAD:
        return False
    words = draft.text[slice(*draft.bounds[index])].split()
    named = len(words) <= 4 and all(word[0].isupper() for word in words)
    return named and _is_over_date(draft, index)


def _described(draft: Draft, bounds: Bounds, outlets: set[str]) -> bylines.Byline | None:
    """A line under the title with a name, and a date, an outlet or a role behind it."""
    if any(byline.people for byline in draft.bylines):
        return None
    dated = bylines.dated(draft.text, bounds, outlets)
    return dated or bylines.described(draft.text, bounds)


def _is_role_line(draft: Draft, index: int) -> bool:
    """Whether a line right under the byline of one person says what that person is; kept in it."""
    last = draft.bylines[-1] if draft.bylines else None
    if draft.kinds.get(index - 1) is not BlockKind.BYLINE or last is None or last.said:
        return False
    said = bylines.role_line(draft.text, draft.bounds[index]) if len(last.people) == 1 else None
    if said:
        draft.bylines[-1] = replace(last, said=said)
    return said is not None


def _is_over_date(draft: Draft, index: int) -> bool:
    following = draft.bounds[index + 1 : index + 2]
    return bool(following) and titles.date_line(draft.text, following[0])


def _stands_over_title(draft: Draft, index: int, byline: bylines.Byline) -> bool:
    """Whether what reads like a byline over the title is one: "By Bread Alone" is a title."""
    text = draft.text
    if not byline.people:
        return bylines.names_newsroom(text, draft.bounds[index])
    following = draft.bounds[index + 1 : index + 2]
    return not following or bylines.read(text, following[0]) is None


def _is_note(draft: Draft, bounds: Bounds) -> bool:
    """Whether a block over the text is a note on the author, who is named in the byline."""
    text = draft.text
    start, end = trimmed(text, *bounds)
    if end - start > _MOST_NOTE or not draft.bylines:
        return False
    names = [squeezed(text[slice(*p)]) for b in draft.bylines for p in b.people]
    return bool(names) and notes.is_of(text, (start, end), names)


def _is_imprint(draft: Draft, index: int, outlets: set[str]) -> bool:
    """Whether a line names where the piece was published, or who passed it on."""
    text, bounds = draft.text, draft.bounds[index]
    dated = bool(draft.bylines) and _is_over_date(draft, index)
    if imprints.is_imprint(text, bounds, outlets, dated=dated) and (
        draft.title or _is_dated(text, bounds)
    ):
        return True
    if titles.date_line(text, bounds):
        return False
    return bool(
        _ADDRESS.match(text, *bounds) is not None
        or (statements.is_credit(text, bounds) and (draft.title or _is_told(draft, bounds)))
        or _is_masthead(text, bounds, outlets)
        or (draft.title is None and _is_service(text, bounds))
    )


def _is_told(draft: Draft, bounds: Bounds) -> bool:
    """Whether a credit over the title names somebody, or a year: not "Courtesy of strangers"."""
    text = draft.text
    if re.search(r"[0-9]{4}|[Pp]ermission\b", text[slice(*bounds)]):
        return True
    return any(
        credits.read(draft.document, kind, (start, end))
        for kind, start, end in statements.pieces(text, bounds)
    )


def _is_dated(text: str, bounds: Bounds) -> bool:
    return printed_date(text, *bounds) is not None


def _is_masthead(text: str, bounds: Bounds, outlets: set[str]) -> bool:
    """Whether a line is the name of an outlet that the credit lines give, maybe with a date."""
    line = squeezed(text[slice(*_first(bounds, 120))]).casefold()
    name = re.split(r"\s?[(,|–—]|\s-\s", line)[0].strip("*_ ")
    return name in outlets


def _is_service(text: str, bounds: Bounds) -> bool:
    """Whether a line over the title is nothing but the name of an outlet, by its last word."""
    name = organisation(text, *bounds) if bounds[1] - bounds[0] < 60 else None
    if name is None or name.after != bounds[1]:
        return False
    if is_outlet(squeezed(text[slice(*bounds)]), dated=False):
        return True
    words = text[name.start : name.end].split()
    return 2 <= len(words) <= 6 and words[-1].lower() in OUTLETS and "the" not in words


def _title_kind(draft: Draft, index: int) -> BlockKind | None:
    bounds = draft.bounds[index]
    if headings.stands_over(draft, index):
        return BlockKind.LABEL
    if not titles.can_be_title(draft.text, bounds):
        return None
    byline = _byline_first(draft, index)
    if byline:
        draft.bylines.append(byline)
        return BlockKind.BYLINE
    draft.title = titles.title(draft.document, bounds)
    return BlockKind.TITLE


def _byline_first(draft: Draft, index: int) -> bylines.Byline | None:
    """The bare name over the title: of a person whom an author note under the body introduces."""
    byline = bylines.bare(draft.text, draft.bounds[index])
    after = draft.bounds[index + 1 : index + 2]
    if byline is None or not after or not titles.is_heading(draft.text, after[0]):
        return None
    return byline if _is_introduced(draft, byline) else None


def _is_introduced(draft: Draft, byline: bylines.Byline) -> bool:
    """Whether an author note under the body introduces the first person of a byline."""
    name = squeezed(draft.text[slice(*byline.people[0])])
    last = (statements.pieces(draft.text, _first(b, 1500)) for b in draft.bounds[-_MOST_END:])
    return any(same_person(name, other) for other in _introduced(draft.text, last))


def _under_title(draft: Draft, index: int, outlets: set[str]) -> BlockKind | None:
    """What a line between title and body is, None for the first paragraph."""
    text, bounds = draft.text, draft.bounds[index]
    if _is_name_over_date(draft, index):
        draft.bylines.append(bylines.Byline((bounds,), bylines.BARE, bounds, Certainty.MEDIUM))
        return BlockKind.BYLINE
    if _is_over_byline(draft, index, outlets):
        draft.subtitle = titles.subtitle(draft.document, bounds, Certainty.HIGH)
        return BlockKind.SUBTITLE
    if titles.is_prose(text, bounds) or titles.is_terminated(text, bounds):
        return None
    if draft.bylines and _is_over_date(draft, index) and _named_line(text, bounds):
        return BlockKind.LABEL
    byline = bylines.bare(text, bounds) if not draft.bylines else None
    if byline:
        draft.bylines.append(byline)
        return BlockKind.BYLINE
    return _lone_kind(draft, index) if _next_is_prose(draft, index) else None


def _is_name_over_date(draft: Draft, index: int) -> bool:
    """Whether a line is a bare name with a date or an imprint under it, no byline."""
    text = draft.text
    if draft.bylines or index + 1 >= len(draft.bounds):
        return False
    following = draft.bounds[index + 1]
    dated = titles.date_line(text, following) or imprints.is_imprint(text, following, ())
    return dated and bylines.bare(text, draft.bounds[index]) is not None


def _is_over_byline(draft: Draft, index: int, outlets: set[str]) -> bool:
    """Whether a block stands right under the title and right over a byline or a date."""
    start, end = draft.bounds[index]
    first = draft.subtitle is None and draft.kinds.get(index - 1) is BlockKind.TITLE
    if not first or end - start > 350:
        return False
    return _followed_by_top(draft, index, outlets) or _is_over_name(draft, index)


def _is_over_name(draft: Draft, index: int) -> bool:
    """Whether a line that is no name stands over the bare name of a person whom a note introduces.

    A paragraph stands under the name.
    """
    if draft.bylines or not _next_is_prose(draft, index + 1):
        return False
    byline = bylines.bare(draft.text, draft.bounds[index + 1])
    if byline is None or bylines.bare(draft.text, draft.bounds[index]):
        return False
    return _is_introduced(draft, byline)


def _lone_kind(draft: Draft, index: int) -> BlockKind | None:
    """What a line right over the first paragraph is."""
    bounds = draft.bounds[index]
    if _named_line(draft.text, bounds):
        return BlockKind.LABEL
    if draft.subtitle is None and _is_lone_line(draft, index):
        draft.subtitle = titles.subtitle(draft.document, bounds, Certainty.MEDIUM)
        return BlockKind.SUBTITLE
    return None


def _is_lone_line(draft: Draft, index: int) -> bool:
    """Whether a line of some words is the only one over a paragraph: no heading among several."""
    text = draft.text
    if len(text[slice(*draft.bounds[index])].split()) < 4:
        return False
    return not titles.heads_sections(text, draft.bounds[index + 1 :])


def _named_line(text: str, bounds: Bounds) -> bool:
    """Whether a short line is written as a name, every long word capitalised."""
    words = [w for w in text[slice(*_first(bounds, 80))].split() if len(w) > 3]
    return 0 < len(words) <= 6 and all(w[0].isupper() for w in words)


def _followed_by_top(draft: Draft, index: int, outlets: set[str]) -> bool:
    """Whether the next block is a byline, a date or a masthead."""
    if index + 1 >= len(draft.bounds):
        return False
    spare = replace(draft, bylines=[], pieces={})
    kind = _line_kind(spare, index + 1, outlets)
    return kind in (BlockKind.BYLINE, BlockKind.DATELINE)


def _next_is_prose(draft: Draft, index: int) -> bool:
    return index + 1 < len(draft.bounds) and titles.is_prose(draft.text, draft.bounds[index + 1])


def part_byline(draft: Draft, top: int) -> None:
    """Part a byline in capitals from the paragraph that it begins."""
    if top >= len(draft.bounds) or draft.bylines or top in draft.kinds:
        return
    byline = bylines.in_capitals(draft.text, draft.bounds[top])
    if byline:
        draft.part(top, byline.bounds[1])
        draft.kinds[top] = BlockKind.BYLINE
        draft.bylines.append(byline)


def part_title(draft: Draft) -> None:
    """Part a byline from the title line if the author note names the same person."""
    index = next((i for i, kind in draft.kinds.items() if kind is BlockKind.TITLE), None)
    if index is None or draft.bylines:
        return
    start, end = trimmed(draft.text, *draft.bounds[index], also="*_")
    by = _LAST_BY.search(draft.text, start, end)
    if not by or person_end(draft.text, by.end(), end) != end:
        return
    name = squeezed(draft.text[by.end() : end])
    introduced = _introduced(draft.text, draft.pieces.values())
    known = any(same_person(name, other) for other in introduced)
    parted = re.search(r"[”\"’»,–—|-]\s?\Z", draft.text[start : by.start(1)])
    if not known and not (parted and looks_like_person(name)):
        return
    draft.part(index, by.start(1))
    draft.kinds[index + 1] = BlockKind.BYLINE
    draft.title = titles.title(draft.document, draft.bounds[index])
    draft.bylines.append(
        bylines.Byline(((by.end(), end),), bylines.IN_TITLE, draft.bounds[index + 1])
    )


def _introduced(text: str, blocks: Iterable[list[Piece]]) -> list[str]:
    """The names of the people whom author notes introduce."""
    return [
        squeezed(text[slice(*person)])
        for pieces in blocks
        for kind, start, end in pieces
        if kind is SegmentKind.AUTHOR_NOTE
        for note in notes.read(text, start, end)
        for person in note.people
    ]
