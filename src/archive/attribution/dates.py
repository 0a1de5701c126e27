"""Date expressions of a text, and what they mean: "21 May" in a piece of 13 June 2008.

What is printed with its year is read here, days and months without one in ``yearless``, and what is
counted from the day of publication in ``distances``. English only: another language needs its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from archive.attribution.calendar import DAY, MONTH, YEAR, near_months, printed_dates
from archive.attribution.distances import distances
from archive.attribution.readings import (
    ALONE,
    COUNTED,
    DONE,
    EVENT,
    PLURAL,
    SPACE,
    TO,
    Anchor,
    Reading,
    day_number,
    month_number,
)
from archive.attribution.tense import Prose
from archive.attribution.yearless import yearless
from archive.model.article import Block, BlockKind, Mark, Period
from archive.model.document import Document
from archive.model.fact import Certainty, Fact, Rule

DAY_MONTH_YEAR = Rule(
    "date/day-month-year", "A day, a month and a year printed together are that date."
)
MONTH_YEAR = Rule("date/month-year", "A month and a year printed together are that month.")
DAYS = Rule("date/days", "Two days of a month or of two, joined and with a year, are bounds.")
MONTHS_OF_YEAR = Rule("date/months", "Two months joined before a year are the bounds of a period.")
DECADE = Rule("date/decade", "A year that ends in 0 with an s, after the article, is ten years.")
YEARS = Rule("date/years", "Two years joined after a preposition are the bounds of a period.")
YEAR_ALONE = Rule(
    "date/year", "Four digits after a preposition of time are a year, unless they count things."
)
YEAR_OF_EVENT = Rule(
    "date/year-of-event", "Four digits before the name of a kind of event are its year."
)

_RANGES = tuple(
    re.compile(form)
    for form in (
        rf"{ALONE}(?P<d>{DAY}){TO}(?P<e>{DAY}){SPACE}(?:of{SPACE})?(?P<n>{MONTH}),?{SPACE}(?P<y>{YEAR}){DONE}",
        rf"{ALONE}(?P<d>{DAY}){SPACE}(?P<m>{MONTH}){TO}(?P<e>{DAY}){SPACE}(?P<n>{MONTH}),?{SPACE}"
        rf"(?P<y>{YEAR}){DONE}",
        rf"\b(?P<m>{MONTH}){SPACE}(?P<d>{DAY}){TO}(?:(?P<n>{MONTH}){SPACE})?(?P<e>{DAY}),?{SPACE}"
        rf"(?P<y>{YEAR}){DONE}",
        rf"\b(?P<m>{MONTH}){TO}(?P<n>{MONTH}),?{SPACE}(?P<y>{YEAR}){DONE}",
        rf"{ALONE}(?P<d>{DAY}){SPACE}(?P<m>{MONTH}),?{SPACE}(?P<x>{YEAR}){TO}(?P<e>{DAY}){SPACE}"
        rf"(?P<n>{MONTH}),?{SPACE}(?P<y>{YEAR}){DONE}",
    )
)
_DECADES = re.compile(
    rf"\b[Tt]he{SPACE}(?:(?:early|late|mid|mid-to-late|whole|entire)(?:{SPACE}|-))?"
    r"(?P<y>(?:1[5-9]|20)[1-9]0)['’]?s(?![\w-])"
)
_YEAR_RANGES = re.compile(
    rf"(?:\b(?:[Ii]n|[Dd]uring|[Ff]rom|[Bb]etween|[Oo]f|[Oo]ver)(?:{SPACE}the)?{SPACE}|\()"
    rf"(?P<all>(?P<y>{YEAR})(?:[-–—]|{SPACE}(?:to|and|until|through){SPACE})(?P<z>(?:1[5-9]|20)?\d\d)){DONE}"
)
_YEARS = re.compile(
    r"\b(?P<p>[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Bb]efore|[Aa]fter|[Bb]y|[Ff]rom|[Oo]f)"
    rf"{SPACE}(?:(?:early|late|mid|about|around){SPACE}|mid-)?(?P<y>{YEAR}){DONE}"
    rf"(?!{SPACE}(?:GMT|UTC|hours|hrs|percent|per|million|billion|km|miles|years|[ap]\.?m\b"
    rf"|of{SPACE}(?:whom|which|them|these|those)\b))"
)
_PLURAL = re.compile(PLURAL)
_COUNTED = re.compile(COUNTED)
_EVENTS = re.compile(
    rf"\b(?:[Tt]he|[a-z]+['’]s|[Aa]fter|[Ss]ince|[Ii]n|[Oo]f|[Bb]efore){SPACE}(?P<y>{YEAR}){SPACE}"
    rf"(?:[A-Za-z][\w-]{{1,20}}{SPACE}){{0,2}}?(?P<event>(?i:{EVENT}))\b"
)


def marks(
    document: Document, blocks: tuple[Block, ...], published: Fact[str] | None
) -> tuple[Fact[Mark], ...]:
    """The date expressions of body paragraphs and end matter, each with the time that it means.

    Args:
        document: the source.
        blocks: of the source, in order.
        published: the date of publication, which relative expressions are counted from; without it
            they are passed over, and where it is not exact, so is what it cannot settle.

    Returns:
        Facts whose values are ``Period``, in source order, none inside another or across the border
        of a block or a segment. What no rule is sure of is not among them.
    """
    anchor = Anchor.of(published.value) if published else None
    ceiling = published.certainty if published else Certainty.HIGH
    found: list[Fact[Mark]] = []
    before: Prose | None = None
    for block in blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.END_MATTER):
            prose = Prose(block.text)
            readings = _apart(prose, anchor, before)
            found += (fact for r in readings if (fact := _fact(document, block, r, ceiling)))
            before = prose
    return tuple(found)


def _fact(
    document: Document, block: Block, reading: Reading, ceiling: Certainty
) -> Fact[Mark] | None:
    """The fact of a reading, no surer than the date that it is counted from."""
    span = document.span(block.span.start + reading.start, block.span.start + reading.end)
    if not block.undivided(span):
        return None
    certainty = reading.certainty
    if reading.period.relative:
        certainty = max(certainty, ceiling, key=_ORDER.index)
    return Fact(reading.period, span, reading.rule, certainty)


_ORDER = (Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW)


def readings(text: str, published: str) -> list[Reading]:
    """The dates in a text that stands alone, in order, none inside another.

    ``published`` is the date of publication (ISO 8601), empty if it is not known.

    >>> [each.period.when for each in readings("They met on 21 May.", "2008-06-13")]
    ['2008-05-21']
    """
    return _apart(Prose(text), Anchor.of(published) if published else None, None)


def _apart(prose: Prose, anchor: Anchor | None, before: Prose | None) -> list[Reading]:
    """The readings of a text, in order; of two that overlap, the one found by the earlier rule."""
    found = list(_readings(prose, anchor, before))
    if len(found) < 2:
        return found
    taken = bytearray(len(prose.text))
    kept: list[Reading] = []
    for reading in found:
        if taken.find(1, reading.start, reading.end) < 0:
            taken[reading.start : reading.end] = b"\1" * (reading.end - reading.start)
            kept.append(reading)
    return sorted(kept, key=lambda reading: reading.start)


def _readings(prose: Prose, anchor: Anchor | None, before: Prose | None) -> Iterator[Reading]:
    """All readings, the rule that sees most first."""
    text = prose.text
    if ("1" in text or "2" in text) and _YEAR_LIKE.search(text):
        yield from _ranges(text)
        yield from _printed(text)
        yield from _decades(text)
        yield from _year_ranges(text)
        yield from _years(text)
        yield from _events(text)
    if anchor:
        yield from yearless(prose, anchor, before)
        yield from distances(prose, anchor)


_YEAR_LIKE = re.compile("[0-9]{4}")


def _ranges(text: str) -> Iterator[Reading]:
    near = near_months(text, 0, len(text))
    if near is None:
        return
    for form in _RANGES:
        for match in form.finditer(text, *near):
            period = _bounds(match)
            if period:
                rule = DAYS if "d" in match.groupdict() else MONTHS_OF_YEAR
                yield Reading(match.start(), match.end(), period, rule)


def _bounds(match: re.Match[str]) -> Period | None:
    """The period of two days or months, None if the calendar has no such days in that order.

    A year printed once belongs to both, or to the second if the period crosses the new year.
    """
    parts = match.groupdict()
    year = int(parts["y"])
    last = month_number(parts.get("n") or parts["m"])
    first = month_number(parts.get("m") or parts["n"])
    begins = int(parts.get("x") or (year - 1 if first > last else year))
    if not parts.get("d"):
        return Period(not_before=f"{begins:04}-{first:02}", not_after=f"{year:04}-{last:02}")
    try:
        start = date(begins, first, day_number(parts["d"]))
        end = date(year, last, day_number(parts["e"]))
    except ValueError:
        return None
    if start >= end:
        return None
    return Period(not_before=start.isoformat(), not_after=end.isoformat())


def _printed(text: str) -> Iterator[Reading]:
    for found in printed_dates(text):
        rule = DAY_MONTH_YEAR if len(found.iso) == len("2008-06-13") else MONTH_YEAR
        yield Reading(found.start, found.end, Period(when=found.iso), rule)


def _decades(text: str) -> Iterator[Reading]:
    for match in _DECADES.finditer(text):
        year = int(match["y"])
        period = Period(not_before=str(year), not_after=str(year + 9))
        yield Reading(match.start("y"), match.end(), period, DECADE)


def _year_ranges(text: str) -> Iterator[Reading]:
    for match in _YEAR_RANGES.finditer(text):
        first, last = int(match["y"]), int(match["z"])
        if len(match["z"]) == 2:
            last += first - first % 100
        if first < last <= first + 100 and not _COUNTED.match(text, match.end()):
            period = Period(not_before=str(first), not_after=str(last))
            yield Reading(match.start("all"), match.end("all"), period, YEARS)


def _events(text: str) -> Iterator[Reading]:
    for match in _EVENTS.finditer(text):
        year = int(match["y"])
        if (
            year % 100
            or not match["event"].lower().endswith("s")
            or match["event"].lower() == "elections"
        ):
            start, end = match.span("y")
            yield Reading(start, end, Period(when=str(year)), YEAR_OF_EVENT, Certainty.MEDIUM)


def _years(text: str) -> Iterator[Reading]:
    for match in _YEARS.finditer(text):
        start, end = match.span("y")
        unsure = match["p"].lower() in ("by", "from", "of")
        round_number = not int(match["y"]) % 10
        if (round_number and _COUNTED.match(text, end)) or (unsure and _PLURAL.match(text, end)):
            continue
        certainty = Certainty.MEDIUM if unsure else Certainty.HIGH
        yield Reading(start, end, Period(when=match["y"]), YEAR_ALONE, certainty)
