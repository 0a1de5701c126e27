"""Printed dates of a language: "16 septembre 2008", "12 أيار/مايو 2009", "ב-23 באפריל 2007".

Only what is printed with its year is read. Figures alone are read in the order that all these
languages print them in: day, month, year; or year, month, day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from archive.attribution.calendar import PrintedDate
from archive.attribution.calendar import printed_date as english_date
from archive.attribution.evidence import squeezed
from archive.attribution.tongues import Tongue
from archive.attribution.tongues._tongue import arabic

_DAY = r"(?:[3٣۳][01٠١۰۱]|[12١٢۱۲]\d|[0٠۰]?\d)"
_YEAR = r"(?:[1١۱][5-9٥-٩۵-۹]|[2٢۲][0٠۰])\d\d"
_GAP = r"[\s\u00a0]{1,4}"
_MARKS = re.compile(r"[\u0640\u064b-\u0652\u0670]")
_FOLD = str.maketrans("أإآىیکہۃةı", "اااييكهههi", "\u0307")
_FIGURE = re.compile(r"\d{4}")
_RANGE = re.compile(r"\d\s?[–—]\s?\Z|\d\s?-\s\Z")


@cache
def _months(names: tuple[tuple[str, int], ...]) -> Mapping[str, int]:
    return {_folded(name): number for name, number in names}


@cache
def _forms(names: tuple[str, ...], ordinal: str, of: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of dates. ``of`` is glued to the month if it is one letter ("באפריל")."""
    written = (arabic(name).replace(" ", r"\s+") for name in sorted(names, key=len, reverse=True))
    month = f"(?:{'|'.join(written)})" + r"(?![^\W\d_])\.?"
    glued = len(of) == 1
    of_ = (of if glued else f"{of}{_GAP}") if of else "(?!)"
    before = r"(?<![\w.,/:])" if glued else r"(?<![\w.,/:–-])"
    gap = r"[\s\u00a0]{0,4}" if ordinal == r"\." else _GAP
    day = rf"(?P<d>{_DAY})(?:{ordinal or '(?!)'})?"
    named = rf"(?P<m>{month})(?:\s?[/(]\s?(?P<m2>{month})\s?\)?)?"
    year = rf"(?:{of_})?(?P<y>{_YEAR})(?:م|ء)?(?![\w/-])"
    begins = rf"(?<![\w.-])(?<!\d[ \n])(?<!\d\. )(?:{of if glued else '(?!)'})?"
    forms = (
        rf"{before}{day}{gap}(?:{of_})?{named}[,،]?{_GAP}{year}",
        rf"(?<![^\W\d_]){named}{_GAP}{day}[,،]?{_GAP}{year}",
        rf"(?<![\w./-])(?P<y>{_YEAR})[-/](?P<n>\d\d?)[-/](?P<d>\d\d?)(?![\w/-])",
        rf"(?<![\w./-])(?P<d>{_DAY})(?P<s>[./-]) ?(?P<n>\d\d?)(?P=s) ?(?P<y>{_YEAR})(?![\w/-])",
        rf"{begins}{named}[,،]?{_GAP}{year}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def printed_date(
    text: str, tongue: Tongue, start: int = 0, end: int | None = None
) -> PrintedDate | None:
    """The first date in ``text[start:end]`` that is printed with its year; None if there is none.

    A date that English prints is read, too: a service's own line may be English under any text.
    """
    stop = len(text) if end is None else end
    if not _FIGURE.search(text, start, stop):
        return None
    found = english_date(text, start, stop)
    forms = _forms(tuple(tongue.months), tongue.ordinal, tongue.of)
    matches = (m for form in forms for m in form.finditer(text, start, stop))
    first = min(matches, key=lambda m: (m.start(), -m.end()), default=None)
    if first is None or (found and found.start < first.start()):
        return found
    if _RANGE.search(text, max(start, first.start() - 4), first.start()):
        return None
    iso = _iso(first, _months(tuple(tongue.months.items())))
    return PrintedDate(iso, first.start(), first.end()) if iso else None


def _iso(match: re.Match[str], months: Mapping[str, int]) -> str:
    """The ISO date of a match, empty if there is no such day."""
    parts = match.groupdict()
    month = months[_folded(parts["m"])] if parts.get("m") else int(parts["n"])
    if parts.get("m2") and months[_folded(parts["m2"])] != month:
        return ""
    year = int(parts["y"])
    if not parts.get("d"):
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, int(parts["d"])).isoformat()
    except ValueError:
        return ""


def _folded(name: str) -> str:
    return _MARKS.sub("", squeezed(name).rstrip(".").casefold()).translate(_FOLD)
