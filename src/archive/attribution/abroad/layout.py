"""What each block of a text in another language is: over the body, and under it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial

from archive.attribution import bylines as english_bylines
from archive.attribution import headings, titles
from archive.attribution import statements as english_statements
from archive.attribution.abroad import bylines, credits, statements
from archive.attribution.abroad.dates import printed_date
from archive.attribution.abroad.notes import speaks_of
from archive.attribution.blocks import Piece
from archive.attribution.bylines import BARE, Byline
from archive.attribution.draft import Draft
from archive.attribution.ending import upwards
from archive.attribution.evidence import squeezed
from archive.attribution.tongues import Tongue
from archive.model.article import BlockKind, SegmentKind
from archive.model.document import Bounds
from archive.model.fact import Certainty

_MOST_TOP = 12
_MOST_END = 16
_MOST_NOTE = 900
_PLACE = re.compile(
    r"[\s*_(\[]{0,6}(?:[^\W\d_][\w.'’ -]{1,40}(?:,\s[^\W\d_][\w.'’ -]{1,30})?)?[\s,،(|:–—-]{0,4}\Z"
)
_AFTER = re.compile(r"[\s*_)\]|.,،:–—\u200e\u200f-]{0,8}\Z")
_STARRED = re.compile(r"[*_•–—(\[]")


@dataclass(slots=True)
class _Lines:
    """A draft with its language."""

    draft: Draft
    tongue: Tongue
    outlets: set[str] = field(default_factory=set)

    def names(self) -> tuple[str, ...]:
        """The names of the authors in the bylines told so far."""
        text = self.draft.text
        return tuple(squeezed(text[slice(*p)]) for b in self.draft.bylines for p in b.people)


def tell(draft: Draft, tongue: Tongue) -> int:
    """Tell the lines over and under the body; the index of the first block of the body."""
    lines = _Lines(draft, tongue)
    lines.outlets = _outlets(lines)
    first = _top(lines)
    if draft.untitled and first < len(draft.bounds):
        draft.kinds[first] = BlockKind.PARAGRAPH
        first += 1
    if draft.title is not None or draft.untitled:
        _bottom(lines, first)
        _part(lines)
    return first


def is_no_article(draft: Draft, tongue: Tongue) -> bool:
    """Whether the first lines say that this is another kind of text."""
    return any(tongue.no_article.match(draft.text, *b) for b in draft.bounds[:3])


def is_byline_inside(draft: Draft, tongue: Tongue) -> bool:
    """Whether a byline stands inside the body: the text carries more than one article."""
    body = [b for i, b in enumerate(draft.bounds) if draft.kinds[i] is BlockKind.PARAGRAPH]
    found = (bylines.read(draft.text, b, tongue) for b in body)
    return any(byline and byline.people for byline in found)


def _outlets(lines: _Lines) -> set[str]:
    draft, found = lines.draft, set[str]()
    for bounds in draft.bounds[-_MOST_END:]:
        start, end = bounds
        for kind, begin, stop in statements.pieces(
            draft.text, (start, min(end, start + 900)), lines.tongue
        ):
            for credit in credits.read(draft.document, kind, (begin, stop), lines.tongue):
                value = credit.outlet.value
                found |= {value.name.casefold(), value.short.casefold()} - {""}
    return found


def _top(lines: _Lines) -> int:
    draft, index = lines.draft, 0
    while index < min(len(draft.bounds), _MOST_TOP):
        kind = draft.kinds.get(index) or _top_kind(lines, index)
        if kind is None:
            break
        draft.kinds[index] = kind
        index += 1
    while index and draft.kinds[index - 1] is BlockKind.SEPARATOR:
        index -= 1
    return index


def _top_kind(lines: _Lines, index: int) -> BlockKind | None:
    draft, bounds = lines.draft, lines.draft.bounds[index]
    if draft.is_separator(index):
        return BlockKind.SEPARATOR
    kind = _line_kind(lines, bounds)
    if kind:
        return kind
    if draft.untitled:
        return None
    if draft.level(index):
        return headings.tell(draft, index)
    return _title_kind(draft, index) if draft.title is None else _under_title(lines, index)


def _title_kind(draft: Draft, index: int) -> BlockKind | None:
    bounds = draft.bounds[index]
    if headings.stands_over(draft, index):
        return BlockKind.LABEL
    if not titles.can_be_title(draft.text, bounds):
        return None
    draft.title = titles.title(draft.document, bounds)
    return BlockKind.TITLE


def _line_kind(lines: _Lines, bounds: Bounds) -> BlockKind | None:
    """A line over the article that its own words tell: label, byline, date, masthead, note."""
    draft, tongue = lines.draft, lines.tongue
    if _is_label(draft.text, bounds, tongue):
        return BlockKind.LABEL
    byline = bylines.read(draft.text, bounds, tongue)
    if byline:
        draft.bylines.append(byline)
        return BlockKind.BYLINE
    if date_line(draft.text, bounds, tongue):
        return BlockKind.DATELINE
    if _is_credit(draft, bounds, tongue) or _is_masthead(lines, bounds):
        return BlockKind.MASTHEAD
    return _note_above(lines, bounds)


def _note_above(lines: _Lines, bounds: Bounds) -> BlockKind | None:
    """An author note between byline and body, which becomes end matter that stands above."""
    draft, names = lines.draft, lines.names()
    if draft.title is None or not names or bounds[1] - bounds[0] > _MOST_NOTE:
        return None
    if not speaks_of(draft.text, *bounds, lines.tongue, names):
        return None
    found = statements.pieces(draft.text, bounds, lines.tongue, names)
    if any(kind is SegmentKind.OTHER for kind, _, _ in found):
        return None
    index = draft.bounds.index(bounds)
    draft.pieces[index] = found
    return BlockKind.END_MATTER


def _is_label(text: str, bounds: Bounds, tongue: Tongue) -> bool:
    line = text[slice(*bounds)]
    if len(line) > 60:
        return False
    words = re.sub(r"[^\w\s-]", " ", line.casefold()).split()
    known = 0 < len(words) <= 4 and all(word in tongue.rubrics for word in words)
    return known or titles.is_label(text, bounds)


def date_line(text: str, bounds: Bounds, tongue: Tongue) -> bool:
    """Whether a line is nothing but a date, maybe with a weekday and a place before it."""
    start, end = bounds
    if end - start > 80:
        return False
    when = printed_date(text, tongue, start, end)
    if when is None:
        return False
    weekday = re.compile(rf"(?:\b{tongue.weekdays}\b)[,،]?\s*", re.IGNORECASE)
    if not _AFTER.match(weekday.sub("", text[when.end : end])):
        return False
    before = weekday.sub("", text[start : when.start])
    before = tongue.on.sub(" ", f" {before.strip()} ").strip()
    return not before or (len(before.split()) <= 4 and _PLACE.match(before) is not None)


def _is_credit(draft: Draft, bounds: Bounds, tongue: Tongue) -> bool:
    start, end = bounds
    if end - start > 300:
        return False
    kind = statements.credit_kind(draft.text, start, end, tongue)
    if kind is SegmentKind.PERMISSION:
        return not titles.is_prose(draft.text, bounds)
    return kind is not None and bool(credits.read(draft.document, kind, bounds, tongue))


def _is_masthead(lines: _Lines, bounds: Bounds) -> bool:
    """Whether a line is the name of an outlet that the credit lines give, maybe with a date."""
    line = squeezed(lines.draft.text[bounds[0] : min(bounds[1], bounds[0] + 120)]).casefold()
    return re.split(r"\s?[(,،|–—]|\s-\s", line)[0].strip("*_ ") in lines.outlets


def _under_title(lines: _Lines, index: int) -> BlockKind | None:
    """What a line between title and body is, None for the first paragraph."""
    draft, bounds = lines.draft, lines.draft.bounds[index]
    byline = _introduced(lines, bounds) if not draft.bylines else None
    if byline:
        draft.bylines.append(byline)
        return BlockKind.BYLINE
    first = draft.subtitle is None and draft.kinds.get(index - 1) is BlockKind.TITLE
    if first and bounds[1] - bounds[0] <= 350 and _before_top(lines, index):
        draft.subtitle = titles.subtitle(draft.document, bounds, Certainty.HIGH)
        return BlockKind.SUBTITLE
    if titles.is_prose(draft.text, bounds) or titles.is_terminated(draft.text, bounds):
        return None
    byline = english_bylines.bare(draft.text, bounds) if _may_be_bare(lines) else None
    if byline:
        draft.bylines.append(byline)
        return BlockKind.BYLINE
    if draft.subtitle is None and _is_lone(draft, index):
        draft.subtitle = titles.subtitle(draft.document, bounds, Certainty.MEDIUM)
        return BlockKind.SUBTITLE
    return None


def _may_be_bare(lines: _Lines) -> bool:
    """Whether a name alone would be read: names are told by capitals, and none is told yet."""
    return lines.tongue.capitals and not lines.draft.bylines


def _introduced(lines: _Lines, bounds: Bounds) -> Byline | None:
    """A line that is nothing but names: those that notes under the body begin with, too."""
    draft, text, tongue = lines.draft, lines.draft.text, lines.tongue
    if bounds[1] - bounds[0] > 90 or any(c.isdigit() for c in text[slice(*bounds)]):
        return None
    people = bylines.names_alone(text, bounds, tongue)
    below = [b for b in draft.bounds[-_MOST_END:] if b[0] > bounds[1]]
    below = [b for b in below if b[1] - b[0] < _MOST_NOTE]
    names = [squeezed(text[slice(*person)]) for person in people]
    if people and any(speaks_of(text, *b, tongue, (name,)) for name in names for b in below):
        return Byline(people, BARE, bounds, Certainty.MEDIUM)
    return None


def _is_lone(draft: Draft, index: int) -> bool:
    """Whether a line of some words is the only one over prose: no heading among several."""
    text, after = draft.text, draft.bounds[index + 1 : index + 2]
    if not after or not titles.is_prose(text, after[0]):
        return False
    if len(text[slice(*draft.bounds[index])].split()) < 4:
        return False
    return not titles.heads_sections(text, draft.bounds[index + 1 :])


def _before_top(lines: _Lines, index: int) -> bool:
    """Whether the next block is a byline or a date."""
    if index + 1 >= len(lines.draft.bounds):
        return False
    spare = _Lines(replace(lines.draft, bylines=[], pieces={}), lines.tongue, lines.outlets)
    kind = _line_kind(spare, lines.draft.bounds[index + 1])
    return kind in (BlockKind.BYLINE, BlockKind.DATELINE)


def _bottom(lines: _Lines, top: int) -> None:
    """Tell the credits under the body, from the last block upwards, as far as each is one."""
    kinds = lines.draft.kinds
    upwards(
        lines.draft,
        top,
        partial(_bottom_kind, lines),
        lambda index: kinds[index] is BlockKind.END_MATTER,
    )


def _bottom_kind(lines: _Lines, index: int, credited: bool) -> BlockKind | None:
    draft, tongue = lines.draft, lines.tongue
    text, bounds = draft.text, draft.bounds[index]
    if draft.is_separator(index):
        return BlockKind.SEPARATOR
    byline = bylines.read(text, bounds, tongue) or bylines.signed(text, bounds, tongue)
    if byline:
        draft.bylines.append(byline)
        return BlockKind.BYLINE
    short = bounds[1] - bounds[0] < 300
    passing = tongue.passing.match(text, *bounds) or english_statements.is_passing(text, bounds)
    if short and passing and not statements.is_permission(text, *bounds, tongue):
        draft.pieces[index] = [(SegmentKind.OTHER, *bounds)]
        return BlockKind.END_MATTER
    found = statements.pieces(text, bounds, tongue, lines.names())
    if not _is_end_matter(lines, index, found, credited=credited):
        return None
    draft.pieces[index] = found
    return BlockKind.END_MATTER


def _is_end_matter(lines: _Lines, index: int, found: list[Piece], *, credited: bool) -> bool:
    """Whether a block is of statements: it begins with one, and most of it is."""
    draft, text = lines.draft, lines.draft.text
    start, end = draft.bounds[index]
    if not found or found[0][0] is SegmentKind.OTHER:
        return False
    if _is_empty_source(lines, found[0]) or _is_prose_over_note(draft, index, found):
        return False
    known = sum(stop - begin for kind, begin, stop in found if kind is not SegmentKind.OTHER)
    if known * 2 < end - start:
        return False
    if found[0][0] is SegmentKind.AUTHOR_NOTE:
        return end - start <= _MOST_NOTE and _is_about_author(lines, index, credited=credited)
    return end - start < 400 or (
        end - start < _MOST_NOTE and (len(found) > 1 or not titles.is_prose(text, (start, end)))
    )


def _is_about_author(lines: _Lines, index: int, *, credited: bool) -> bool:
    """Whether a note names an author of the byline, or, without one, stands among credits."""
    draft, names = lines.draft, lines.names()
    start, end = draft.bounds[index]
    if names or not lines.tongue.capitals:
        return speaks_of(draft.text, start, end, lines.tongue, names)
    above = index > 0 and draft.is_separator(index - 1)
    return above or credited or _STARRED.match(draft.text, start) is not None


def _is_prose_over_note(draft: Draft, index: int, found: list[Piece]) -> bool:
    """Whether a paragraph that speaks of permission is of the text: an author note is below it."""
    if {kind for kind, _, _ in found} != {SegmentKind.PERMISSION}:
        return False
    below = (piece[0] for i, pieces in draft.pieces.items() if i > index for piece in pieces)
    return SegmentKind.AUTHOR_NOTE in below and titles.is_prose(draft.text, draft.bounds[index])


def _is_empty_source(lines: _Lines, piece: Piece) -> bool:
    """Whether a source line names no outlet: prose that begins with that word."""
    kind, start, end = piece
    if kind is not SegmentKind.SOURCE_LINE:
        return False
    return not credits.read(lines.draft.document, kind, (start, end), lines.tongue)


def _part(lines: _Lines) -> None:
    """Part credit lines from the last paragraph if they stand at its end."""
    draft = lines.draft
    body = [i for i in range(len(draft.bounds)) if i not in draft.kinds]
    if not body:
        return
    index = body[-1]
    start, end = draft.bounds[index]
    found = statements.pieces(draft.text, (max(start, end - 900), end), lines.tongue, lines.names())
    cut = len(found)
    while cut and found[cut - 1][0] not in (SegmentKind.OTHER, SegmentKind.AUTHOR_NOTE):
        cut -= 1
    if not 0 < cut < len(found):
        return
    kind, *bounds = found[cut]
    if not credits.read(draft.document, kind, (bounds[0], bounds[1]), lines.tongue):
        return
    draft.part(index, found[cut][1])
    draft.kinds[index + 1] = BlockKind.END_MATTER
    draft.pieces[index + 1] = found[cut:]
