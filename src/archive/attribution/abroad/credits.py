"""What one credit line of a language says of who published or distributed the piece, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from archive.attribution import credits as english
from archive.attribution.abroad import names
from archive.attribution.abroad.dates import printed_date
from archive.attribution.calendar import YEAR
from archive.attribution.credits import (
    DISTRIBUTED,
    PROJECT_OF,
    PUBLISHED,
    SOURCE_LINE,
    Credit,
)
from archive.attribution.evidence import printed, squeezed
from archive.attribution.outlets import is_known
from archive.attribution.services import SERVICES
from archive.attribution.tongues import Tongue
from archive.model.article import Block, Organisation, SegmentKind
from archive.model.document import Bounds, Document
from archive.model.fact import Certainty, Fact, Rule

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\],،;\"“”«»]{2,300}")
_YEAR_ALONE = re.compile(rf"[\s,،.;:(–—-]{{1,4}}({YEAR})[\s,.;)\]]{{0,6}}\Z")
_UNREAD = re.compile(r"[/|“”?:<>؟]|!(?!\Z)")
_MOST_WORDS = 10


def credits(document: Document, blocks: Iterable[Block], tongue: Tongue) -> list[Credit]:
    """What all credit lines of an article say, in order."""
    return [
        credit
        for block in blocks
        for segment in block.segments
        for credit in read(document, segment.kind, (segment.span.start, segment.span.end), tongue)
    ]


def read(document: Document, kind: SegmentKind, bounds: Bounds, tongue: Tongue) -> list[Credit]:
    """What a statement of this kind says; empty if it names no outlet for certain."""
    text = document.prose
    found: list[Credit | None] = []
    if kind is SegmentKind.SOURCE_LINE:
        found = [_source_line(document, bounds, tongue)]
    elif kind in (SegmentKind.PUBLICATION, SegmentKind.DISTRIBUTION, SegmentKind.PERMISSION):
        found = [_stated(document, bounds, tongue), _passed_on(document, bounds, tongue)]
    stated = [credit for credit in found if credit]
    if stated or tongue.source.match(text, *bounds):
        return stated
    return english.read(document, kind, bounds)


def _source_line(document: Document, bounds: Bounds, tongue: Tongue) -> Credit | None:
    text, (start, end) = document.prose, bounds
    label = tongue.source.match(text, start, end)
    if label is None:
        return None
    return _credit(document, SegmentKind.SOURCE_LINE, bounds, label.end(), tongue, SOURCE_LINE)


def _stated(document: Document, bounds: Bounds, tongue: Tongue) -> Credit | None:
    text, (start, end) = document.prose, bounds
    lead = tongue.published.search(text, start, end)
    written = tongue.written.search(text, start, end) if lead is None else None
    if lead is None and written is None:
        return None
    match = lead or written
    assert match is not None
    kind = SegmentKind.PUBLICATION if lead else SegmentKind.OTHER
    credit = _credit(document, kind, bounds, match.end(), tongue, PUBLISHED)
    if credit and credit.date is None:  # "le 3 mai 2009 dans ..."
        credit = replace(credit, date=_date(document, start, match.end(), tongue, PUBLISHED))
    if credit is None or not lead:
        return credit
    first = tongue.first.search(text, start, end) is not None
    return Credit(
        credit.kind, credit.outlet, credit.span, first, credit.body, credit.date, credit.address
    )


def _passed_on(document: Document, bounds: Bounds, tongue: Tongue) -> Credit | None:
    lead = tongue.distributed.search(document.prose, *bounds)
    if lead is None:
        return None
    return _credit(document, SegmentKind.DISTRIBUTION, bounds, lead.end(), tongue, DISTRIBUTED)


def _credit(
    document: Document, kind: SegmentKind, bounds: Bounds, begin: int, tongue: Tongue, rule: Rule
) -> Credit | None:
    """What stands from ``begin`` on: an outlet, its short form, a date, an address."""
    text, (start, end) = document.prose, bounds
    when = printed_date(text, tongue, begin, end)
    where = _ADDRESS.search(text, begin, end)
    stops = [end, *([when.start] if when else []), *([where.start()] if where else [])]
    if kind is SegmentKind.SOURCE_LINE:
        first, last, short = names.outlet(text, begin, min(stops), tongue)
    else:
        first, last, short = _in_sentence(text, begin, min(stops), tongue)
    if not _is_outlet(text[first:last], tongue) or _may_have_article(text[begin:first], tongue):
        return None
    return Credit(
        kind,
        _named(document, first, last, short, rule),
        document.span(start, end),
        body=_body(document, last, end, tongue),
        date=_date(document, last, end, tongue, rule),
        address=_address(document, begin, end, rule),
    )


def _in_sentence(text: str, begin: int, stop: int, tongue: Tongue) -> tuple[int, int, str]:
    """The outlet in a sentence: to its end, or as far as its words are of a name."""
    kind = tongue.kinds_of.match(text, begin, stop)
    begin = kind.end() if kind else begin
    turn = tongue.turns.search(text, begin, stop)
    first, last, short = names.outlet(text, begin, turn.start() if turn else stop, tongue)
    if not tongue.capitals or text[first - 1 : first] in '«“„"':
        return first, last, short
    name = names.organisation(text, first, stop, tongue)
    if name and name.start <= first + 4 and name.end <= last:
        own = text[first].isupper() or _has_article(text[first:last], tongue)
        return (first if own else name.start), name.end, name.short or short
    return first, last, short


def _is_outlet(name: str, tongue: Tongue) -> bool:
    """Whether a phrase is written like an outlet's name."""
    words = name.split()
    if not words or len(words) > _MOST_WORDS or _UNREAD.search(name) or name.isdigit():
        return False
    if not tongue.capitals:
        return True
    words = words[1:] if _has_article(name, tongue) and len(words) > 1 else words
    small = [w for w in words if w[0].islower() and not any(c.isupper() for c in w)]
    plain = [w for w in small if w.casefold() not in tongue.joints]
    if len(words) == 1 and is_known(name):
        return True
    capital = any(c.isupper() for c in words[0]) or tongue.heads.match(name) is not None
    return capital and len(plain) <= 3 and any(c.isupper() for c in name)


def _may_have_article(before: str, tongue: Tongue) -> bool:
    """Whether the article in small letters may be the name's own or not: "in de Volkskrant"."""
    return tongue.tag == "nl" and tongue.article.fullmatch(before) is not None


def _has_article(name: str, tongue: Tongue) -> bool:
    """Whether an article in small letters is the name's own: "su la Repubblica"; "sulla Stampa"."""
    return tongue.tag == "it" and tongue.article.match(name) is not None


def _named(document: Document, start: int, end: int, short: str, rule: Rule) -> Fact[Organisation]:
    name = squeezed(document.prose[start:end])
    full = SERVICES.get(name.casefold())
    span = document.span(start, end)
    if full:
        return Fact(Organisation(full, name), span, english.SERVICE_NAME)
    return Fact(Organisation(name, short), span, rule)


def _body(document: Document, start: int, end: int, tongue: Tongue) -> Fact[Organisation] | None:
    link = tongue.body.search(document.prose, start, min(end, start + 40))
    if link is None:
        return None
    name = names.organisation(document.prose, link.end(), end, tongue)
    if name is None:
        return None
    value = Organisation(squeezed(document.prose[name.start : name.end]), name.short)
    return Fact(value, document.span(name.start, name.end), PROJECT_OF, Certainty.MEDIUM)


def _date(document: Document, start: int, end: int, tongue: Tongue, rule: Rule) -> Fact[str] | None:
    when = printed_date(document.prose, tongue, start, end)
    if when:
        return Fact(when.iso, document.span(when.start, when.end), rule)
    year = _YEAR_ALONE.match(document.prose, start, end)
    return printed(document, *year.span(1), rule) if year else None


def _address(document: Document, start: int, end: int, rule: Rule) -> Fact[str] | None:
    match = _ADDRESS.search(document.prose, start, end)
    if not match:
        return None
    stop = match.start() + len(match.group().rstrip(".,;:!?'’*_،۔"))
    return printed(document, match.start(), stop, rule)
