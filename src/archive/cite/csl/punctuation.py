"""Punctuation where pieces of an entry meet: collisions, quotation marks, doubled spaces.

Which signs give way to which is what the CSL test suite demands (``punctuation_FullMonty*``).
``settle`` works on a whole entry. Whether a formatted text's last sign collides with what follows
depends on where both come from, so the engine prepares the pieces: ``held`` is for a text that the
style formats, ``quoted`` for one it puts in quotation marks, and ``released`` for what any larger
element (a group, a macro, names) has printed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from archive.cite.csl.marks import (
    ANY,
    CLOSE,
    CLOSING,
    KEPT,
    NO_CASE,
    NO_DECORATION,
    QUOTE,
    UNBRACKETS,
    UNQUOTE,
)

SIGNS = ".,;:!?"
#: What is left of two signs that meet; of any others, both are.
COLLISIONS = dict(
    pair.split()
    for pair in (
        "!! !", "!. !", "!: !", "?? ?", "?. ?", "?: ?", ".. .", ",, ,",
        ":: :", ":! !", ":? ?", ":. :", ";; ;", ";! !", ";? ?", ";: ;", ";. ;",
    )
)  # fmt: skip
#: Nothing collides across it, nor goes into quotation marks (an empty span; ``settle`` takes it).
APART = NO_CASE + CLOSE
#: Across this one only the same sign collides.
APART_UNLESS_SAME = NO_DECORATION + CLOSE
_PREFIX_SIGNS = ".:;!? "
_GOES_IN = ".,!?"  # into quotation marks, where a language has punctuation in them
_GOES_OUT = ",;:"  # out of them, where it has not

#: The first of all marks: a letter before it is none.
_FIRST_MARK = "\ufdd0"
_FREED = {mark: sign for sign, mark in KEPT.items()}
_ANY_SIGN = SIGNS + "".join(_FREED)
_MEETING = re.compile(f"[{_ANY_SIGN}][{CLOSING}]*[{SIGNS}]|{UNQUOTE}[{CLOSING}]*[{SIGNS}]|  ")
_JOINT = re.compile(f"[{_ANY_SIGN}{CLOSING} ]{{2,}}")
_MARK = re.compile(f"[{ANY}]")
_APART = re.compile(f"{APART}|{APART_UNLESS_SAME}")
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
    if apart := APART_UNLESS_SAME in text:
        text = _APART_SAME.sub("", text)
    if _MEETING.search(text):
        text = _JOINT.sub(_settle_in if in_quotes else _settle_out, text)
    if apart or APART in text:
        text = _SPACES.sub(" ", _APART.sub("", text))
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


def set_apart(before: str, after: str, fonts: bool, delimiter: str) -> tuple[str, str]:
    """The prefix and suffix of an element, so marked that they collide only as in citeproc-js.

    Where no delimiter parts them, what has a font of its own keeps its own signs, and those of
    its neighbours off. A suffix and the delimiter that follows do not collide, unless they are
    the same sign.
    """
    if fonts and not delimiter:
        if before and before[0] in SIGNS:
            before = APART_UNLESS_SAME + before
        return before, after + APART
    if after and delimiter and after[-1] != delimiter[0] and after[-1] + delimiter[0] in COLLISIONS:
        after += APART_UNLESS_SAME
    return before, after


def held(text: str) -> str:
    """A text that the style is about to format: only the same sign will collide with its last.

    In citeproc-js a title in italics that ends with a question mark keeps the full stop that is
    its own suffix or the delimiter of its group; but not if part of it is formatted or quoted.
    """
    if text and text[-1] in KEPT and not _MARK.search(text):
        return text[:-1] + KEPT[text[-1]]
    return text


def quoted(text: str, in_quotes: bool, opening: str = "", closing: str = "") -> str:
    """A text in the quotation marks, and inside them the fonts, that the style asks for; held."""
    end = len(text)
    if not in_quotes:
        while end and text[end - 1] in _GOES_OUT:
            end -= 1
    return f"{QUOTE}{opening}{held(text[:end])}{closing}{UNQUOTE}{text[end:]}"


def on_its_own(text: str) -> str:
    """A text of the style's: what begins with a comma, or is but signs, does not collide before.

    Others begin like a prefix (``<text value=". In "/>``).
    """
    return APART + text if text[:1] == "," or not text.strip(_PREFIX_SIGNS) else text


def released(text: str, start: bool = False) -> str:
    """What an element with others in it has printed: its last sign collides as any other.

    So does its first, if that is not kept off by the element's own prefix or font (``start``).
    """
    if not text or (text[-1] < _FIRST_MARK and not (start and text[0] >= _FIRST_MARK)):
        return text
    if start and text.startswith(APART_UNLESS_SAME):
        text = text[2:]
    while text.endswith((APART, APART_UNLESS_SAME)):
        text = text[:-2]
    if text and text[-1] in CLOSING:
        stem = text.rstrip(CLOSING)
        if stem and stem[-1] in _FREED and stem[-2:-1] != UNQUOTE:
            return stem[:-1] + _FREED[stem[-1]] + text[len(stem) :]
    return text


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
        goes_in = self.in_quotes and bool(self.quotation) and sign in _GOES_IN
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
