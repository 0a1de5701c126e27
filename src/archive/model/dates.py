"""Dates as English prints them."""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_in_words(date: str) -> str:
    """An ISO 8601 date, maybe partial, maybe a range, as English prints it.

    >>> date_in_words("2008-06-13")
    '13 June 2008'
    >>> date_in_words("2006-10-24/2006-10-30")
    '24 October 2006–30 October 2006'
    """
    return "–".join(_day(end) for end in date.split("/"))


def _day(date: str) -> str:
    year, month, day = [*date.split("-"), "", ""][:3]
    named = MONTHS[int(month) - 1] if month else ""
    return " ".join(part for part in (day.lstrip("0"), named, year) if part)
