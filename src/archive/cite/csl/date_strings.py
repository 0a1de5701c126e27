"""Dates written as strings: Extended Date/Time Format, or as people write them.

``edtf`` reads levels 0 and 1 (loc.gov/standards/datetime); ``free`` reads what citeproc-js does
from a ``raw`` date, which is English: ``12 May 2004``, ``May 12-14, 2004``, ``5/12/2004``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple


class Found(NamedTuple):
    """A date that was read.

    Args:
        ends: one or two, each year, month and day as far as known, or empty.
        circa: it is uncertain.
        season: words for a part of the year that is no month ("Trinity term"); mostly empty.
    """

    ends: tuple[tuple[int, ...], ...]
    circa: bool = False
    season: str = ""


_NUMBER = re.compile(r"\s*([+-]?\d+)")


def leading_number(text: str) -> int:
    """The whole number that a string begins with; 0 if it begins with none."""
    found = _NUMBER.match(text)
    return int(found.group(1)) if found and len(found.group(1)) < 20 else 0


# --- Extended Date/Time Format ----------------------------------------------------------------

_END = re.compile(
    r"""(?: Y(?P<long>-?\d{5,18})
          | (?P<year>-?(?:\d{4}|\d{3}X|\d{2}XX|XXXX))
            (?: -(?P<month>\d\d|XX) (?: -(?P<day>\d\d|XX) (?: T[\d:.Z+-]+ )? )? )?
        ) (?P<doubt>[?~%])?""",
    re.VERBOSE,
)


def edtf(text: str) -> Found | None:
    """A date or an interval; None if the text is none.

    A year with unspecified digits is all the years that it may be (``198X``: 1980 to 1989), and
    uncertain; a month or a day unspecified is left out.
    """
    start, slash, end = text.partition("/")
    if not slash:
        found = _edtf_end(text)
        return found if found and found.ends != ((),) else None
    ends = [Found(((),)) if word in ("", "..") else _edtf_end(word) for word in (start, end)]
    first, last = ends
    if first is None or last is None or first.ends == last.ends == ((),):
        return None
    return Found((first.ends[0], last.ends[-1]), first.circa or last.circa)


def _edtf_end(text: str) -> Found | None:
    found = _END.fullmatch(text)
    if not found:
        return None
    doubt = found["doubt"] is not None
    if found["long"]:
        return Found(((int(found["long"]),),), doubt)
    year = found["year"]
    if year == "XXXX":
        return Found(((),))
    if "X" in year:
        return Found(((int(year.replace("X", "0")),), (int(year.replace("X", "9")),)), True)
    numbers = [int(year)]
    for part in (found["month"], found["day"]):
        if part is None or part == "XX":
            break
        numbers.append(int(part))
    return Found((tuple(numbers),), doubt) if _possible(numbers) else None


def _possible(numbers: list[int]) -> bool:
    month, day = [*numbers, 1, 1][1:3]
    season = len(numbers) == 2 and 21 <= month <= 24
    return (1 <= month <= 12 or season) and 1 <= day <= 31


# --- as people write them ---------------------------------------------------------------------

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12, "spr": 13, "sum": 14, "fal": 15, "aut": 15, "win": 16,
}  # fmt: skip
_TERM = re.compile("mic|tri|hil|eas")  # Michaelmas, Trinity, Hilary, Easter
_NUMERIC = r"[?0-9]{4}(?:-[?0-9]{1,2}){0,2}(?![0-9])|(?:[?0-9]{1,2}-){0,2}[?0-9]{4}(?![0-9])"
_TOKENS = re.compile(rf"{_NUMERIC}|[?0-9]{{1,3}}|-|[?~]|[^-~?0-9]+")
_TIME = re.compile(r"(?<=[0-9])T[0-9].*|\s*[0-9]{2}:[0-9]{2}(?::[0-9]+)?")
_POINT = re.compile(r"(?<=[A-Za-z])\.")
_DASHES = re.compile("[/_–—]")
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(slots=True)
class _Side:
    """One side of a range, as far as it says anything."""

    year: int = 0
    month: int = 0
    day: int = 0
    circa: bool = False
    season: str = ""


def free(text: str) -> Found | None:
    """A date or a range as it may be written in English; None if there is no year in it."""
    if len(text) > 100:
        return None
    before_christ = text.startswith("-")
    plain = _POINT.sub("", _TIME.sub("", text[before_christ:]))
    if plain.isascii() and plain.isdecimal() and len(plain) < 4:
        plain = plain.zfill(4)
    tokens = [token.strip() for token in _TOKENS.findall(_DASHES.sub("-", plain))]
    tokens = [token for token in tokens if token]
    split = tokens.index("-") if "-" in tokens else len(tokens)
    sides = [_read(tokens[:split])]
    if split < len(tokens):
        sides.append(_read(tokens[split + 1 :]))
        _share(*sides)
    if not all(side.year and (side.month or not side.day) for side in sides):
        return None
    if before_christ:
        sides[0].year = -sides[0].year
    ends = tuple((side.year, side.month, side.day) for side in sides)
    return Found(ends, any(side.circa for side in sides), sides[0].season)


def _read(tokens: list[str]) -> _Side:
    side = _Side()
    number = 0
    for token in tokens:
        word = token.lower()
        if "-" in token:
            _numeric(token, side)
        elif _YEAR.search(token):
            side.year = int(token.replace("?", ""))
        elif word in ("~", "?", "c", "ca") or word.startswith("cir"):
            side.circa = True
        elif month := _month(word):
            side.month = month
        elif token.isdecimal():
            number = int(token)
        elif word[:2] in ("bc", "ad") and number:
            side.year = -number if word.startswith("b") else number
            number = 0
        elif _TERM.search(word):
            side.season = token
    side.day = number or side.day
    return side


def _month(word: str) -> int:
    """The month, or 12 and the season, whose name is within the word; 0 if none is."""
    return next((number for name, number in _MONTHS.items() if name in word), 0)


def _numeric(token: str, side: _Side) -> None:
    """A year and one or two numbers: month and day, in the American order if both could be."""
    parts = [part for part in token.split("-") if part.isdecimal()]
    rest = [int(part) for part in parts if len(part) != 4]
    side.year = next((int(part) for part in parts if len(part) == 4), side.year)
    if len(rest) == 2 and rest[0] > 12:
        rest.reverse()
    if rest and rest[0]:
        side.month = rest[0]
        side.day = rest[1] if len(rest) > 1 else side.day


def _share(start: _Side, end: _Side) -> None:
    """Each side of a range has from the other what it needs (``May 3-5, 2001``)."""
    for one, other in ((start, end), (end, start)):
        one.year = one.year or other.year
        if one.day and not one.month:
            one.month = other.month
