"""Punctuation where pieces of an entry meet: collisions, quotation marks, doubled spaces.

Which signs give way to which is what the CSL test suite demands (``punctuation_FullMonty*``).
``settle`` works on a whole entry, whose elements have been marked at their edges (``edges``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from archive.cite.csl import edges
from archive.cite.csl.edges import APART, APART_UNLESS_SAME, COLLISIONS, GOES_IN, SIGNS
from archive.cite.csl.marks import CLOSE, CLOSING, KEPT, UNBRACKETS, UNQUOTE

_FREED = {mark: sign for sign, mark in KEPT.items()}
_ANY_SIGN = SIGNS + "".join(_FREED)
_MEETING = re.compile(f"[{_ANY_SIGN}][{CLOSING}]*[{SIGNS}]|{UNQUOTE}{CLOSE}*[{SIGNS}]|  ")
_JOINT = re.compile(f"[{_ANY_SIGN}{CLOSING} ]{{2,}}")
_ANY_APART = re.compile(f"{APART}|{APART_UNLESS_SAME}")
_APART_SAME = re.compile(f"([{SIGNS}]){APART_UNLESS_SAME}(?=\\1)")
_LEVEL = re.compile("([\x01\x02])")
_SPACES = re.compile("  +")
_PERIOD = re.compile(f"[.{KEPT['.']}](?![a-z])")
_SHORT = 24


def settle(text: str, in_quotes: bool, nested: bool = False) -> str:
    """Settle the punctuation of a whole entry or citation.

    Args:
        text: marked text.
        in_quotes: full stops, commas, exclamation and question marks go into the quotation marks
            before them (locale option ``punctuation-in-quote``).
        nested: brackets in brackets become square, where they may (``marks.BRACKETS``).

    Returns:
        Marked text in which signs have collided and no two spaces meet. The time it takes grows
        with the length of the text and nothing else.
    """
    if "\x01" in text or "\x02" in text:
        text = _nest(text) if nested else text.translate(UNBRACKETS)
    text = edges.resolved(text, in_quotes)
    if apart := APART_UNLESS_SAME in text:
        text = _APART_SAME.sub("", text)
    if _MEETING.search(text):
        text = _JOINT.sub(_settle_in if in_quotes else _settle_out, text)
    if apart or APART in text:
        text = _SPACES.sub(" ", _ANY_APART.sub("", text))
    return text


def _nest(text: str) -> str:
    """Round and square brackets by turns; one that closes nothing is round."""
    depth = 0
    parts = _LEVEL.split(text)
    for place in range(1, len(parts), 2):
        opening = parts[place] == "\x01"
        if not opening and depth:
            depth -= 1
        parts[place] = ("([" if opening else ")]")[depth % 2]
        depth += opening
    return "".join(parts)


def without_periods(text: str) -> str:
    """The text without full stops, but for those inside a word (CSL 1.0.2, "Strip-periods")."""
    return _PERIOD.sub("", text)


def _settle_in(match: re.Match[str]) -> str:
    joint = match[0]
    return _cached(joint, True) if len(joint) < _SHORT else _meet(joint, True)


def _settle_out(match: re.Match[str]) -> str:
    joint = match[0]
    return _cached(joint, False) if len(joint) < _SHORT else _meet(joint, False)


def _meet(joint: str, in_quotes: bool) -> str:
    """A run of signs, spaces and closing marks, put together again one by one."""
    meeting = _Meeting(in_quotes)
    for char in _collided(joint):
        if char in CLOSING:
            meeting.close(char)
        elif char in KEPT:
            meeting.sign(char)
        elif char != " " or not meeting.after_space():
            meeting.add(char)
    return "".join(meeting.out + meeting.quotation)


def _collided(joint: str) -> list[str]:
    """The joint, with the signs collided that stand next to each other."""
    chars: list[str] = []
    for char in joint:
        left = COLLISIONS.get(chars[-1] + char) if chars else None
        if left:
            chars[-1] = left
        else:
            chars.append(char)
    return chars


_cached = lru_cache(1 << 12)(_meet)


class _Meeting:
    """A joint so far.

    ``out`` is what stands, ``last`` the place in it of the last sign or space (-1: none), and
    ``quotation`` the closing marks after that, from the first ``UNQUOTE`` on.
    """

    __slots__ = ("in_quotes", "last", "out", "quotation")

    def __init__(self, in_quotes: bool) -> None:
        self.in_quotes = in_quotes
        self.out: list[str] = []
        self.quotation: list[str] = []
        self.last = -1

    def close(self, mark: str) -> None:
        if self.quotation or mark == UNQUOTE:
            self.quotation.append(mark)
        else:
            self.out.append(mark)

    def add(self, char: str) -> None:
        """Add a sign or space after everything."""
        self.out += self.quotation
        self.quotation.clear()
        self.last = len(self.out)
        self.out.append(char)

    def after_space(self) -> bool:
        return self.last >= 0 and self._next_to_last() and self.out[self.last] == " "

    def sign(self, sign: str) -> None:
        """Add a sign that may collide with the last one or go into a quotation."""
        before = self.out[self.last] if self.last >= 0 else ""
        goes_in = self.in_quotes and bool(self.quotation) and sign in GOES_IN
        left = COLLISIONS.get(_FREED.get(before, before) + sign)
        if left and (goes_in or before in KEPT):
            self.out[self.last] = left
        elif left and self._collides_kept(before, sign):
            self.out[self.last] = KEPT[left]
        elif goes_in:
            self.last = len(self.out)
            self.out.append(sign)
        else:
            self.add(sign)

    def _collides_kept(self, before: str, sign: str) -> bool:
        """A held sign gives way to the same one only; the last of a field after a quotation to any.

        Others that are kept are followed by the rest of their field.
        """
        if self._next_to_last():
            return self.last > 0 and self.out[self.last - 1] == UNQUOTE
        return _FREED[before] == sign

    def _next_to_last(self) -> bool:
        return not self.quotation and self.last == len(self.out) - 1
