"""Ranges of days as mastheads print them: "17 - 23 October 2006" is 2006-10-17/2006-10-23."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from archive.attribution.calendar import MONTHS, YEAR, PrintedDate

_TO = r"\s{0,3}(?:[–—-]|to|until|au|al|a|bis|sampai|hingga|s/d|إلى)\s{0,3}"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th|er|\.)?"
_NAME = r"[^\W\d_][^\W\d_\u064b-\u0652]{1,12}\.?"
_OF = r"\s(?:de\s|of\s)?"
_FORMS = (
    rf"(?<![\w.-])(?P<a>{_DAY}){_TO}(?P<z>{_DAY}){_OF}(?P<m>{_NAME}),?{_OF}(?P<y>{YEAR})(?!\w)",
    rf"(?<![\w.-])(?P<a>{_DAY}){_OF}(?P<l>{_NAME})(?:,?{_OF}(?P<x>{YEAR}))?{_TO}"
    rf"(?P<z>{_DAY}){_OF}(?P<m>{_NAME}),?{_OF}(?P<y>{YEAR})(?!\w)",
    rf"\b(?P<l>{_NAME})\s(?P<a>{_DAY})(?:,?\s(?P<x>{YEAR}))?{_TO}"
    rf"(?:(?P<m>{_NAME})\s)?(?P<z>{_DAY}),?\s(?P<y>{YEAR})(?!\w)",
)
_PATTERNS = tuple(map(re.compile, _FORMS))
_NUMBER = re.compile(r"[0-9]+")


def printed_range(
    text: str, start: int, end: int, months: Mapping[str, int] = MONTHS
) -> PrintedDate | None:
    """The first range of days between two places, None if there is none.

    ``months`` are the names of months in lower case, without a full stop.

    >>> printed_range("Week of October 24-30, 2006", 0, 27).iso
    '2006-10-24/2006-10-30'
    >>> printed_range("26 December 2006 - 01 January 2007", 0, 34).iso
    '2006-12-26/2007-01-01'
    """
    found = [match for form in _PATTERNS if (match := form.search(text, start, end))]
    for match in sorted(found, key=lambda m: (m.start(), -m.end())):
        bounds = _days(match, months)
        if bounds and bounds[0] < bounds[1]:
            iso = "/".join(day.isoformat() for day in bounds)
            return PrintedDate(iso, match.start(), match.end())
    return None


def _days(match: re.Match[str], months: Mapping[str, int]) -> tuple[date, date] | None:
    """The first day and the last; a first day without a year is near the last."""
    parts = match.groupdict()
    first, last = parts.get("l") or parts["m"], parts["m"] or parts.get("l")
    end = _day(parts["z"], last, int(parts["y"]), months)
    begin = _day(parts["a"], first, int(parts.get("x") or parts["y"]), months)
    if begin and end and begin.month > end.month and not parts.get("x"):
        begin = _day(parts["a"], first, int(parts["y"]) - 1, months)
    return (begin, end) if begin and end else None


def _day(day: str, month: str | None, year: int, months: Mapping[str, int]) -> date | None:
    number, name = _NUMBER.match(day), (month or "").rstrip(".").lower()
    if number is None or name not in months:
        return None
    try:
        return date(year, months[name], int(number.group()))
    except ValueError:
        return None
