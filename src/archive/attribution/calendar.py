"""Printed dates, and the calendar dates they name: "13 June 2008" is 2008-06-13.

Only what is printed in full is read here (a year is always there); what leaves out the year, or
names a day by another day, is read against the date of publication in ``attribution.dates``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from archive.attribution.remembered import remembered
from archive.model.dates import MONTHS as ENGLISH

MONTHS: Mapping[str, int] = MappingProxyType(
    {name.lower(): number for number, name in enumerate(ENGLISH, 1)}
    | {name[:3].lower(): number for number, name in enumerate(ENGLISH, 1)}
    | {"sept": 9}
)
"""Month names and their short forms, in lower case, without a full stop: 1 to 12."""

MONTH = (
    "(?:"
    + "|".join([*ENGLISH, *map(str.upper, ENGLISH)])
    + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
"""A pattern for one month name as printed in prose; always capitalised, for "may" is a verb."""

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""A pattern for one name of a day of the week."""

DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
"""A pattern for the number of a day, with or without its ending."""

YEAR = r"(?:1[5-9]|20)[0-9]{2}"
"""A pattern for a year in four digits, 1500 to 2099."""

BEHIND_DATE = (
    r"[\s,;|–—-]{0,4}(?:(?:at\s)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?\s?(?:[ap]\.?m\.?)?"
    r"(?:\s?(?:GMT|UTC|[BCEMP][DES]?T))?|at\s[0-9]{1,2}\s?[ap]\.?m\.?|page\s[A-Z]?-?[0-9]{1,3}"
    r"|(?:last\s)?(?:updated|modified|printed|posted)\b.{0,40}?)"
)
"""A pattern for what a line may print behind its date: the time, the page, the day of a change."""

_GAP = r"[ \t\u00a0]{1,3}\n?[ \t]{0,8}|\n[ \t]{0,8}"
_WORDED = tuple(
    re.compile(form.replace("~", f"(?:{_GAP})"))
    for form in (
        rf"(?<![\w.,/:–-])(?P<d>{DAY})~(?:of~)?(?P<m>{MONTH}),?~(?P<y>{YEAR})"
        r"(?![\w/-])",
        rf"\b(?P<m>{MONTH})~(?P<d>{DAY}),?~(?P<y>{YEAR})(?![\w/-])",
        rf"(?<![\w.-])(?<![0-9][ \n])(?P<m>{MONTH}),?~(?P<y>{YEAR})(?![\w/-])",
    )
)
_IN_FIGURES = tuple(
    map(
        re.compile,
        (
            r"(?<![\w./-])(?P<y>(?:1[5-9]|20)[0-9]{2})-(?P<n>0[1-9]|1[0-2])-"
            r"(?P<d>[0-3][0-9])(?![\w/-])",
            r"(?<![\w./-])(?P<d>[0-3]?[0-9])\.[ ]?(?P<n>0?[1-9]|1[0-2])\.[ ]?"
            r"(?P<y>(?:1[5-9]|20)[0-9]{2})(?![\w/-])",
        ),
    )
)
_JOINED_FIGURES = re.compile(r"[0-9][.-][ ]?[0-9]")  # in every date in figures
_FIGURES = re.compile("[0-9]{4}")  # in every year
_NAMED = re.compile(
    "[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec|AN|EB|AR|PR|AY|UN|UL|UG|EP|CT|OV|EC)"
)  # every name of a month begins so
_BEGINNINGS = frozenset("0123456789JFMASOND")  # of a date
_AROUND = 60  # characters: more than stand between the name of a month and the end of its date
_ENDS_RANGE = re.compile(rf"(?:[0-9](?:st|nd|rd|th)?|\b{MONTH})[ ]?[–-][ ]\Z")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed in a text.

    Attributes:
        iso: ISO 8601, as exact as printed: ``2008-06-13`` or ``2008-06``.
        start: its first character, counted in the text given.
        end: the position after its last.
    """

    iso: str
    start: int
    end: int


@remembered
def printed_date(text: str, start: int = 0, end: int | None = None) -> PrintedDate | None:
    """The first date in ``text[start:end]`` that is printed with its year; None if there is none.

    Places count from the beginning of ``text``, not from ``start``.

    >>> printed_date("Source: Daily Herald. 13 June 2008,")
    PrintedDate(iso='2008-06-13', start=22, end=34)
    >>> printed_date("in June, 2008").iso
    '2008-06'
    >>> printed_date("31 June 2008") is None
    True
    """
    return next(printed_dates(text, start, end), None)


def date_at(text: str, start: int, end: int) -> PrintedDate | None:
    """The date that is printed right at ``start``; None if none begins there."""
    if text[start : start + 1] not in _BEGINNINGS:
        return None
    when = printed_date(text, start, end)
    return when if when and when.start == start else None


def printed_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[PrintedDate]:
    """All dates in ``text[start:end]`` printed with their year, in order, none inside another.

    Days that no calendar has (31 June) are passed over, and nothing is made of their month. A date
    in figures alone is read only if its order is certain: 2008-06-13, 13.6.2008, not 6/7/2008.
    """
    stop = len(text) if end is None else end
    if not _FIGURES.search(text, start, stop):
        return
    found = sorted(
        ((match.start(), -match.end(), match) for match in _matches(text, start, stop)),
        key=lambda item: item[:2],
    )
    reached = start
    for begin, minus_end, match in found:
        if begin >= reached:
            reached = -minus_end
            iso = _iso(match)
            if iso and not _ENDS_RANGE.search(text, max(0, begin - 16), begin):
                yield PrintedDate(iso, begin, reached)


def near_months(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of ``text[start:end]`` that holds all dates with the name of a month; None for none.

    Patterns for dates look behind at each character: they are run over as few as may be.
    """
    places = [match.start() for match in _NAMED.finditer(text, start, end)]
    if not places:
        return None
    return max(start, places[0] - _AROUND), min(end, places[-1] + _AROUND)


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """All that is printed like a date with its year, form by form."""
    near = near_months(text, start, end)
    if near:
        for form in _WORDED:
            yield from form.finditer(text, *near)
    for form in _IN_FIGURES if _JOINED_FIGURES.search(text, start, end) else ():
        yield from form.finditer(text, start, end)


def _iso(match: re.Match[str]) -> str:
    """The ISO date of a match, empty if there is no such day."""
    parts = match.groupdict()
    year = int(parts["y"])
    name = parts.get("m")
    month = MONTHS[name.rstrip(".").lower()] if name else int(parts["n"])
    if not parts.get("d"):
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, int(parts["d"].rstrip("stndrh"))).isoformat()
    except ValueError:
        return ""
