"""Dates of CSL-JSON: what a date says, apart from how a style prints it.

Source: CSL 1.0.2, appendix IV, "Date Variables", and the JSON schema of CSL data; strings are
Extended Date/Time Format (loc.gov/standards/datetime), levels 0 and 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from archive.cite.csl import date_strings, rich_text
from archive.errors import BadItem

_WANTED = (
    "a date such as {'date-parts': [[2024, 5, 31]]}, {'literal': 'spring term'} or '2024-05-31'"
)
#: No year is as far away: what is, is no date (nor is "not a number", which is nowhere).
_FAR = 10**18


class Moment(NamedTuple):
    """One end of a date; 0 or empty where nothing is known.

    Args:
        year: negative before Christ (-44: 44 BC).
        month: 1 to 12; 13 to 16 are spring, summer, autumn and winter.
        day: of the month.
        season: 1 (spring) to 4 (winter), or words of the author's, where there is no month.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    season: int | str = 0


@dataclass(frozen=True, slots=True)
class Date:
    """A date, a range of dates, or words in place of a date.

    Args:
        ends: one, or two of a range, of which one may be empty (open); none if ``literal``.
        circa: it is uncertain.
        literal: words, with markup; empty if there are ``ends``.
    """

    ends: tuple[Moment, ...] = ()
    circa: bool = False
    literal: str = ""

    @classmethod
    def read(
        cls,
        value: Any,
        where: tuple[str, str],
        read_text: Callable[[str], str] = rich_text.read,
    ) -> Date | None:
        """The date that a value of CSL-JSON stands for; None if it says nothing.

        Words that are no date are kept as ``literal``.

        Args:
            value: an object, a string or a year.
            where: item and variable, for the error.
            read_text: what reads words (``rich_text.reader``).

        Raises:
            BadItem: it is no date.
        """
        if isinstance(value, dict) and len(value) == 1 and (end := _plain(value)):
            return cls((end,))
        date = cls._read(value, where)
        return date and date._worded(read_text)

    @classmethod
    def _read(cls, value: Any, where: tuple[str, str]) -> Date | None:
        if isinstance(value, str):
            return _from_string(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return cls((Moment(_number(value, where)),)) if value else None
        if not isinstance(value, Mapping):
            raise BadItem(*where, _WANTED)
        date = _from_parts(value.get("date-parts"), where) or _from_words(value, where)
        season = _season(value.get("season"))
        if season and (date is None or (date.ends and not date.ends[0].month)):
            ends = date.ends if date else (Moment(),)
            date = Date((ends[0]._replace(season=season), *ends[1:]))
        if date and _truth(value.get("circa")):
            return replace(date, circa=True)
        return date

    def _worded(self, read_text: Callable[[str], str]) -> Date | None:
        """The date with its words read as marked text; None if nothing can be printed of them."""
        if self.literal:
            words = read_text(self.literal)
            return replace(self, literal=words) if words.strip() else None
        season = self.ends[0].season
        if not isinstance(season, str):
            return self
        start = self.ends[0]._replace(season=read_text(season))
        return replace(self, ends=(start, *self.ends[1:]))


def sort_key(date: Date, parts: frozenset[str]) -> str:
    """A string that sorts as the date does; empty if there is no year.

    Args:
        parts: which of ``year``, ``month``, ``day`` count.
    """
    if not date.ends or not any(end.year for end in date.ends):
        return ""
    start, end = date.ends if len(date.ends) > 1 else (date.ends[0], Moment())
    return _end_key(start, parts) + _end_key(end, parts)


def _end_key(end: Moment, parts: frozenset[str]) -> str:
    year = end.year if "year" in parts else 0
    month = end.month if "month" in parts and end.month <= 12 else 0
    day = end.day if "day" in parts else 0
    key = f"0{9_999_999_999 + year:010d}" if year < 0 else f"1{year:010d}"
    return f"{key}{month:02d}{day:02d}"


def _plain(value: Mapping[str, Any]) -> Moment | None:
    """A date of nothing but one year, month and day, which most are; None for any other."""
    ends = value.get("date-parts")
    if type(ends) is not list or len(ends) != 1 or type(ends[0]) is not list:
        return None
    numbers = [
        int(part) if type(part) is str and part.isdecimal() and len(part) < 5 else part
        for part in ends[0][:3]
    ]
    if any(type(number) is not int or not 0 < number < _FAR for number in numbers):
        return None
    if not numbers or (len(numbers) > 1 and numbers[1] > 12):
        return None
    return Moment(*numbers)


def _from_string(text: str) -> Date | None:
    text = text.strip()
    if not text:
        return None
    found = date_strings.edtf(text) or date_strings.free(text)
    if found is None:
        return Date(literal=text)
    ends = [_moment(end) for end in found.ends]
    if found.season and not ends[0].month:
        ends[0] = ends[0]._replace(season=found.season)
    return Date(tuple(ends), found.circa)


def _moment(numbers: Sequence[int]) -> Moment:
    year, month, day = [*numbers, 0, 0, 0][:3]
    if month > 12:
        # 13 to 16 are seasons to citeproc-js, 21 to 24 to EDTF; 17 to 20 are nothing
        month = (month - 1) % 4 + 13 if month <= 24 else 0
    return Moment(year, max(month, 0), max(day, 0))


def _from_words(value: Mapping[str, Any], where: tuple[str, str]) -> Date | None:
    for key in ("raw", "edtf"):
        if text := value.get(key):
            if not isinstance(text, str | int) or not _writable(text):
                raise BadItem(*where, _WANTED)
            return _from_string(str(text))
    literal = value.get("literal")
    if literal is None or literal == "":
        return None
    if not isinstance(literal, str | int) or not _writable(literal):
        raise BadItem(*where, _WANTED)
    return Date(literal=str(literal))


def _writable(value: str | int) -> bool:
    return isinstance(value, str) or abs(value) < _FAR


def _from_parts(parts: Any, where: tuple[str, str]) -> Date | None:
    if parts is None or parts == "":
        return None
    if not isinstance(parts, Sequence) or isinstance(parts, str):
        raise BadItem(*where, _WANTED)
    if parts and isinstance(parts[0], str | int):  # a date without the list of ends around it
        parts = [parts]
    ends = [_end(part, where) for part in parts[:2]]
    if not ends or not any(any(end) for end in ends):
        return _spoilt(parts[:2])
    if len(ends) == 2 and not _says_zero(parts[1]) and not any(ends[1]):
        ends = ends[:1]
    return Date(tuple(_moment(end) for end in ends))


def _end(part: Any, where: tuple[str, str]) -> list[int]:
    if part is None:
        return []
    if not isinstance(part, Sequence) or isinstance(part, str):
        raise BadItem(*where, _WANTED)
    return [_number(value, where) for value in part[:3]]


def _number(value: Any, where: tuple[str, str]) -> int:
    """A number, or the number that a string begins with; 0 if there is none."""
    if value is None or value == "":
        return 0
    if isinstance(value, str):
        return date_strings.leading_number(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _FAR:
        return int(value)
    raise BadItem(*where, _WANTED)


def _says_zero(part: Any) -> bool:
    """Whether an end of a range is 0, which leaves the range open, and not merely empty."""
    return bool(part) and part[0] in (0, "0")


def _spoilt(parts: Sequence[Any]) -> Date | None:
    """Words where there should be numbers, kept as words; None if there are none."""
    words = [str(value) for part in parts for value in part or () if isinstance(value, str)]
    text = " ".join(word for word in words if word.strip(" 0"))
    return Date(literal=text) if text else None


def _season(value: Any) -> int | str:
    if isinstance(value, str) and value.strip().isdecimal():
        value = date_strings.leading_number(value)
    if isinstance(value, int):
        return (value - 1) % 4 + 1 if 1 <= value <= 24 else 0
    return value.strip() if isinstance(value, str) else 0


def _truth(value: Any) -> bool:
    return bool(value) and str(value).lower() not in ("false", "0", "no")
