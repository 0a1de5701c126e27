"""The edges of elements: which signs of neighbours collide depends on what the elements are.

citeproc-js settles punctuation on a tree of elements, ``punctuation.settle`` on text. What the text
would not tell is marked at the edges while it is put together, with empty spans (an opening mark
and ``CLOSE``), which ``settle`` takes away, and with held signs (``marks.KEPT``):

- a text with a font or quotation marks of the style's holds its last sign (``held``, ``quoted``);
- what any larger element (a group, a macro, names) has printed collides as any text (``released``);
- neighbours with fonts keep off each other's signs (``set_apart``);
- a sign from outside a text goes before its own suffix (``SLOT``).
"""

from __future__ import annotations

import re
from itertools import groupby

from archive.cite.csl.marks import (
    ANY,
    CLOSE,
    CLOSING,
    KEPT,
    NO_CASE,
    NO_DECORATION,
    PLAIN_CAPS,
    PLAIN_LINE,
    QUOTE,
    REGULAR,
    ROMAN,
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
GOES_IN = ".,!?"  # into quotation marks, where a language has punctuation in them
_GOES_OUT = ",;:"  # out of them, where it has not
_MERGING = frozenset(":;?!")
_PREFIX_SIGNS = ".:;!? "

#: Nothing collides across it, nor goes into quotation marks.
APART = NO_CASE + CLOSE
#: Across this one only the same sign collides.
APART_UNLESS_SAME = NO_DECORATION + CLOSE
#: Here a text ends, inside its fonts and quotation marks; and here its suffix does, ...
SLOT, _END = ROMAN + CLOSE, REGULAR + CLOSE
#: ... after which the signs of a larger element follow.
_OUTER = PLAIN_CAPS + CLOSE
#: After a number only the same sign collides.
NUMBER = PLAIN_LINE + CLOSE

_FIRST_MARK = "\ufdd0"  # of all marks: a letter before it is none
_FREED = {mark: sign for sign, mark in KEPT.items()}
_MARK = re.compile(f"[{ANY}]")
_AT_SLOT = re.compile(
    f"([{''.join(_FREED)}]?){SLOT}([{CLOSING}]*)"
    f"(?:([^{ANY}]{{0,60}})(?:({_OUTER})([{SIGNS}]?)|{_END}))?"
)
_AFTER_NUMBER = re.compile(f"{NUMBER}([{CLOSING}]* ?)([{SIGNS}]{{2,}})")


def held(text: str) -> str:
    """A text that the style is about to format: only the same sign will collide with its last.

    In citeproc-js a title in italics that ends with a question mark keeps the full stop that is
    its own suffix or the delimiter of its group; but not if part of it is formatted or quoted.
    """
    if text and text[-1] in KEPT and not _MARK.search(text):
        return text[:-1] + KEPT[text[-1]]
    return text


def quoted(text: str, in_quotes: bool, opening: str = "", closing: str = "") -> str:
    """A text in the quotation marks, and inside them the fonts, that the style asks for; held.

    Where punctuation is inside quotation marks, every sign of a larger element goes into them, and
    before the text's own suffix: the closing marks begin with a slot.
    """
    inside = text if in_quotes else text.rstrip(_GOES_OUT)
    return f"{QUOTE}{opening}{held(inside)}{closing}{UNQUOTE}{text[len(inside) :]}"


def has_slot(suffix: str, quotes: bool) -> bool:
    """Whether signs of a larger element may go before the suffix of a text.

    Args:
        quotes: it stands in quotation marks that signs go into.
    """
    return quotes or suffix[-1:] in _MERGING


def ended(suffix: str) -> str:
    """The suffix of a text that has a slot."""
    return suffix + _END if suffix else ""


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
    last = after.removesuffix(_END)[-1:]
    if last and delimiter and last != delimiter[0] and last + delimiter[0] in COLLISIONS:
        after += APART_UNLESS_SAME
    return before, after


def delimiting(delimiter: str) -> str:
    """A delimiter: its last sign does not collide with what follows, unless it is the same."""
    return delimiter + APART_UNLESS_SAME if delimiter and delimiter[-1] in SIGNS else delimiter


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
    if not text or text[-1] not in CLOSING:
        return text
    while text.endswith((APART, APART_UNLESS_SAME)):
        text = text[:-2]
    if text.endswith(_END):
        return text[:-2] + _OUTER
    stem = text.rstrip(CLOSING)
    if stem.endswith(ROMAN) and text.startswith(SLOT, len(stem) - 1):
        return _freed(stem[:-1]) + text[len(stem) - 1 :] + _OUTER
    return _freed(stem) + text[len(stem) :]


def closed(text: str) -> str:
    """What an element has printed, if what follows is no sign of a larger element."""
    return text.removesuffix(_OUTER)


def resolved(text: str, in_quotes: bool) -> str:
    """Marked text whose slots have taken what goes there, and whose numbers keep their signs."""
    if SLOT in text:
        text = _AT_SLOT.sub(_slot_in if in_quotes else _slot_out, text)
    if NUMBER in text:
        text = _AFTER_NUMBER.sub(_kept, text).replace(NUMBER, "")
    if _END in text or _OUTER in text:
        text = text.replace(_END, "").replace(_OUTER, "")
    return text


def _freed(stem: str) -> str:
    if stem and stem[-1] in _FREED and stem[-2:-1] != UNQUOTE:
        return stem[:-1] + _FREED[stem[-1]]
    return stem


def _slot_in(match: re.Match[str]) -> str:
    return _slot(match, True)


def _slot_out(match: re.Match[str]) -> str:
    return _slot(match, False)


def _slot(match: re.Match[str], in_quotes: bool) -> str:
    last, closing, suffix, _, sign = match.groups("")
    if sign:
        into_quotes = in_quotes and UNQUOTE in closing
        meets = suffix and suffix[-1] != sign and suffix[-1] + sign in COLLISIONS
        if meets or (into_quotes and (not suffix or sign in GOES_IN)):
            return _FREED.get(last, last) + sign + closing + suffix
    return last + closing + suffix + sign


def _kept(match: re.Match[str]) -> str:
    signs: list[str] = [sign for sign, _ in groupby(match[2])]
    return match[1] + "".join(KEPT[sign] for sign in signs[:-1]) + signs[-1]
