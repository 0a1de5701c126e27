"""CSL 1.0.2, appendix V, "Page Range Formats": how the end of a range is shortened.

What the specification leaves open (letters before and after the digits, ends that are shortened
in the data) is printed as citeproc-js does.
"""

from __future__ import annotations

import re
from collections.abc import Callable

#: Takes the digits of the end of a range that begins with other digits, and shortens them.
_Shorten = Callable[[str, str], str]

_FIRST = re.compile(r"\s*(?:&|, |(?<!\\)-|–)\s*")
_DIGITS = re.compile(r"\d*")
#: Digits from which on a number is none to count with, but text.
_LONGEST = 16


def first(pages: str) -> str:
    """The first page of a value of ``page``: ``12-15`` gives ``12``."""
    return _FIRST.split(pages, maxsplit=1)[0].replace("\\-", "-")


def write_end(prefix: str, start: str, end: str, style: str) -> str:
    """The end of a range as the format ``style`` writes it, for a start that stays as it is.

    Args:
        prefix: letters that stand before both numbers (``S`` in ``S12-S15``); mostly empty.
        start: digits, with letters after them or not.
        end: the same; if it has fewer digits, the first digits of ``start`` are meant.
        style: the value of ``page-range-format``; empty: nothing is changed.

    >>> write_end("", "1496", "1504", "chicago-16")
    '504'
    """
    if not style:
        return prefix + end
    whole = start[: max(0, len(start) - len(end))] + end
    if _number(start) >= _number(whole):
        return prefix + end
    if style == "expanded":
        return prefix + whole
    return _FORMATS.get(style, _unchanged)(start, whole)


def _number(text: str) -> int:
    found = _DIGITS.match(text)
    return int(found.group()[:_LONGEST] or 0) if found else 0


def _counts(text: str) -> bool:
    return text.isdecimal() and len(text) < _LONGEST


def _unchanged(_: str, end: str) -> str:
    return end


def _minimal(start: str, end: str, least: int = 1) -> str:
    """Leave out what both have in common, but keep ``least`` digits."""
    if len(start) != len(end):
        return end
    place = 0
    while len(end) - place > least and start[place] == end[place]:
        place += 1
    return end[place:]


def _minimal_two(start: str, end: str) -> str:
    return _minimal(start, end, 2)


def _chicago_15(start: str, end: str) -> str:
    """The Chicago Manual of Style, 15th ed., 17.132."""
    if not (_counts(start) and _counts(end)):
        return end
    begin, last = int(start), int(end)
    if begin > 100 and begin % 100 and begin // 100 == last // 100:
        return str(last % 100)
    if begin >= 10_000 and begin // 1000 == last // 1000:
        return str(last % 1000)
    return end


def _chicago_16(start: str, end: str) -> str:
    """The Chicago Manual of Style, 16th ed., 9.60."""
    if not (_counts(start) and _counts(end)):
        return end
    begin, last = int(start), int(end)
    if begin > 100 and begin % 100:
        for places in range(2, len(end)):
            if begin // 10**places == last // 10**places:
                return str(last % 10**places)
    return end


_FORMATS: dict[str, _Shorten] = {
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago_15,  # as CSL 1.0.2 has it
    "chicago-15": _chicago_15,
    "chicago-16": _chicago_16,
}
