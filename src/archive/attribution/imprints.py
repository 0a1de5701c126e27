"""Imprints: an outlet and a date printed over the article, or under it, with no word that says so.

"The Daily Herald, 4 March 2009" under the title; "Ann Lee – The Daily Herald, 4 March 2009" in
the byline; "OSLO, Mar 4 2009 (IPS) -" before the first words. An outlet is known by its name
(``outlets``), or because a credit line of the same text gives it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.attribution.calendar import (
    BEHIND_DATE,
    WEEKDAY,
    PrintedDate,
    date_at,
    printed_date,
    printed_dates,
)
from archive.attribution.credits import Credit, name_end, outlet
from archive.attribution.evidence import squeezed, trimmed
from archive.attribution.outlets import is_known, is_outlet, without_place
from archive.attribution.services import WIRES
from archive.model.article import Block, BlockKind, Organisation, SegmentKind
from archive.model.document import Bounds, Document
from archive.model.fact import Certainty, Fact, Rule, Span

IMPRINT = Rule(
    "credit/imprint",
    "A line over or under the article, or what stands behind the name in a byline, that is the "
    "name of an outlet and nothing else but a date, says where the piece was published and when.",
)
DATE_OVER = Rule(
    "credit/date-over-article",
    "The one date printed among the lines over the article is that of the outlet named there.",
)
ADDRESS = Rule(
    "credit/address-of-imprint",
    "An address in parentheses right behind the name of the outlet is the outlet's.",
)
WIRE = Rule(
    "credit/wire-dateline",
    "A dateline with a date and the short form of a news service in parentheses says that the "
    "service published the piece on that day.",
)
PASSED_ON = Rule(
    "credit/second-imprint",
    "Of two outlets in one line over the article, the second, with the date behind it, passed the "
    "piece on; the date before the first words is that of the first.",
)

_LEAD = re.compile(
    r"[\s*_(\[|/,–—•-]{0,8}(?:(?:special(?:ly)?\s)?(?:to|for|in|from)\s|(?:published|outlet|publication)\s?:\s?)?(?-i:the\s(?=[A-Z]))?(?=[^\W\d_])",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"[\s,.|(\[/–—-]{{0,6}}(?:(?:published|posted)\s?:?\s)?(?:on\s)?(?:{WEEKDAY},?\s)?", re.I
)
_REST = re.compile(
    rf"(?:{BEHIND_DATE})?"
    r"[\s,.;:|)\]*_/–—-]{0,8}(?:(?:opinion|op-ed|commentary|editorial|comment)[\s.)\]*_]{0,4})?\Z",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\s?\((?:[A-Z][\w.' ]{1,24})(?:,\s[A-Z][\w.' ]{1,24})?\)|,\s[A-Z][a-z]{2,20}(?=,\s)"
)
_JOINED = re.compile(r"\s[–—|/-]\s|,\s|\s?\|\s?")
_NOT_PUBLISHED = re.compile(
    r"\W{0,6}(?:posted|updated|printed|accessed|retrieved|saved|modified|sent|received)\b",
    re.IGNORECASE,
)
_BEFORE_TEXT = re.compile(r"\s{0,3}[–—-]{1,2}\s|:\s|\s?\|\s")
_WIRE = re.compile(r"\s?\(([A-Z][A-Za-z]{1,9})\)\s?(?:[–—-]{1,2}|:)\s")
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Imprint:
    """The name of an outlet, and the date printed with it."""

    name: Bounds
    date: PrintedDate | None
    sure: bool


def imprint(
    text: str, bounds: Bounds, known: Collection[str], *, dated: bool = False
) -> Imprint | None:
    """The imprint that ``text`` between these bounds is and nothing else; None if it is none.

    Args:
        text: the prose.
        bounds: of a line, or of what stands behind a name in a byline.
        known: names of outlets that credit lines give, casefolded.
        dated: whether the date stands on a line of its own.
    """
    start, end = trimmed(text, *bounds)
    if end - start > _LONGEST:
        return None
    first = _date_first(text, start, end)
    lead = _LEAD.match(text, first.end if first else start, end)
    if lead is None:
        return None
    begin = lead.end()
    stop = trimmed(text, begin, name_end(text, begin, end), also=",.:*_–—-)]")[1]
    after = stop
    place = _PLACE.match(text, after, end)
    after = place.end() if place else after
    when = first or _date(text, after, end)
    after = when.end if when and not first else after
    if stop <= begin or not _REST.match(text, after, end):
        return None
    return _named(text, (begin, stop), when, known, dated=dated)


def _named(
    text: str,
    bounds: Bounds,
    when: PrintedDate | None,
    known: Collection[str],
    *,
    dated: bool,
) -> Imprint | None:
    printed_name = squeezed(text[slice(*bounds)])
    name = without_place(printed_name)
    told = name.casefold() in known or printed_name.casefold() in known
    if not told and not is_outlet(name, dated=dated or when is not None):
        return None
    stop = bounds[0] + len(name) if printed_name.startswith(name) else bounds[1]
    return Imprint((bounds[0], stop), when, told or is_known(name) or when is not None)


def _date_first(text: str, start: int, end: int) -> PrintedDate | None:
    when = _date(text, start, end)
    return when if when and when.end < end else None


def _date(text: str, start: int, end: int) -> PrintedDate | None:
    """The date right at ``start``, behind a comma and the name of its day."""
    day = _DAY.match(text, start, end)
    return date_at(text, day.end(), end) if day else None


def is_date(text: str, start: int, end: int) -> bool:
    """Whether nothing but a date stands there."""
    when = _date(text, start, end)
    return when is not None and _REST.match(text, when.end, end) is not None


def date_over(document: Document, blocks: Iterable[Block]) -> Fact[str] | None:
    """The one date printed among the lines over the article; None where there are two, or none."""
    dates = _dates(document.prose, _parted(blocks)[0])
    if len({date.iso for date in dates}) != 1:
        return None
    return _stated(document, dates[0], DATE_OVER, Certainty.MEDIUM)


def two(text: str, bounds: Bounds, known: Collection[str]) -> tuple[Imprint, Imprint] | None:
    """The two imprints of one line: "Foreign Policy In Focus - TRANSCEND Media Service, 25 May"."""
    start, end = trimmed(text, *bounds)
    lead = _LEAD.match(text, start, end) if end - start <= _LONGEST else None
    for joined in _JOINED.finditer(text, lead.end(), end) if lead else ():
        first = imprint(text, (start, joined.start()), known)
        second = imprint(text, (joined.end(), end), known) if first else None
        if first and second and not first.date:
            return first, second
    return None


def is_imprint(text: str, bounds: Bounds, known: Collection[str], *, dated: bool = False) -> bool:
    """Whether a line is an imprint, or two."""
    one = imprint(text, bounds, known, dated=dated)
    return one is not None or two(text, bounds, known) is not None


def credits(
    document: Document,
    blocks: Sequence[Block],
    bylines: Iterable[Bounds],
    known: Collection[str],
) -> list[Credit]:
    """What imprints over the article say.

    Args:
        document: the source.
        blocks: of the article, in order.
        bylines: the bounds of what stands behind the names in each byline.
        known: names of outlets that credit lines give, casefolded.
    """
    text = document.prose
    over, body = _parted(blocks)
    places = [(b.span.start, b.span.end) for b in over if b.kind is BlockKind.MASTHEAD]
    places += [b for b in bylines if not over or b[1] <= over[-1].span.end]
    pairs = [pair for place in places if (pair := two(text, place, known))]
    if pairs:
        return _pair(document, pairs[0], body)
    dates = _dates(text, over)
    dated = len({date.iso for date in dates}) == 1
    found = [i for place in places if (i := imprint(text, place, known, dated=dated))]
    under = [b for b in blocks if b.kind is BlockKind.END_MATTER]
    made = [
        replace(_credit(document, each, dates), address=_address(document, each, under))
        for each in found
    ]
    wire = _wire(document, body) if body and not made else None
    return [wire] if wire else made


def _parted(blocks: Iterable[Block]) -> tuple[list[Block], Block | None]:
    """The blocks over the body, and the first of the body."""
    over: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            return over, block
        over.append(block)
    return over, None


def _dates(text: str, over: Iterable[Block]) -> list[PrintedDate]:
    """The dates among the lines over the article, but for those in its title."""
    kinds = (BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.MASTHEAD)
    return [
        date
        for block in over
        if block.kind in kinds and not _NOT_PUBLISHED.match(text, block.span.start)
        for date in printed_dates(text, block.span.start, block.span.end)
    ]


def _credit(document: Document, found: Imprint, dates: list[PrintedDate]) -> Credit:
    sure = Certainty.HIGH if found.sure else Certainty.MEDIUM
    when, rule = found.date, IMPRINT
    if when is None and len({date.iso for date in dates}) == 1:
        when, rule = dates[0], DATE_OVER
    return Credit(
        SegmentKind.SOURCE_LINE,
        replace(outlet(document, *found.name, "", IMPRINT), certainty=sure),
        document.span(found.name[0], max(found.name[1], found.date.end if found.date else 0)),
        date=_stated(document, when, rule, sure) if when else None,
        imprint=True,
    )


def _address(document: Document, found: Imprint, under: Iterable[Block]) -> Fact[str] | None:
    """The address in parentheses right behind the outlet's name in a note under the article."""
    name = re.escape(document.prose[slice(*found.name)])
    pattern = re.compile(rf"{name}\s\(((?:www\.|https?://)[^\s()<>]{{3,200}})\)")
    for block in under:
        match = pattern.search(document.prose, block.span.start, block.span.end)
        if match:
            return Fact(match[1], document.span(*match.span(1)), ADDRESS)
    return None


def _stated(document: Document, when: PrintedDate, rule: Rule, sure: Certainty) -> Fact[str]:
    return Fact(when.iso, document.span(when.start, when.end), rule, sure)


def _pair(document: Document, pair: tuple[Imprint, Imprint], body: Block | None) -> list[Credit]:
    """The first outlet as where the piece was published, the second as who passed it on."""
    first, second = (_credit(document, each, []) for each in pair)
    when = _date(document.prose, body.span.start, body.span.end) if body else None
    before = when and _BEFORE_TEXT.match(document.prose, when.end)
    date = _stated(document, when, PASSED_ON, Certainty.MEDIUM) if when and before else None
    return [
        replace(first, date=date),
        replace(second, kind=SegmentKind.DISTRIBUTION),
    ]


def _wire(document: Document, body: Block) -> Credit | None:
    """What a dateline says: "NAIROBI, Mar 12 2008 (IPS) - "."""
    text = document.prose
    start = trimmed(text, body.span.start, body.span.end)[0]
    end = min(body.span.end, start + 90)
    when = printed_date(text, start, end)
    match = _WIRE.match(text, when.end, end) if when else None
    full = WIRES.get(match[1].lower()) if match else None
    if not when or not match or not full or text[start : when.start].count(" ") > 5:
        return None
    name = Fact(Organisation(full, match[1]), document.span(*match.span(1)), WIRE)
    span = document.span(start, match.end(1) + 1)
    return Credit(
        SegmentKind.SOURCE_LINE,
        name,
        span,
        date=_stated(document, when, WIRE, Certainty.HIGH),
        imprint=True,
    )


def lines_under(
    document: Document, blocks: Iterable[Block], known: Collection[str]
) -> Iterator[Credit]:
    """What imprints among the credits under the article say: "(The Daily Herald, 4 March 2009)"."""
    text = document.prose
    for block in blocks:
        for segment in block.segments:
            if segment.kind is SegmentKind.OTHER:
                found = imprint(text, (segment.span.start, segment.span.end), known)
                if found and (found.date or _is_enclosed(text, segment.span)):
                    yield _credit(document, found, [])


def _is_enclosed(text: str, span: Span) -> bool:
    """Whether a line is all in parentheses, and an outlet of the table stands in them."""
    line = text[span.start : span.end].strip("*_ ")
    return line[:1] == "(" and line[-1:] == ")" and is_known(line[1:-1])
