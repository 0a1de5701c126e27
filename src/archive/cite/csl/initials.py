"""Initials: given names shortened to their first letters (CSL 1.0.2, "Name", initialize-with).

The specification says little beyond "Johnson, M." and "J.-L."; what happens to abbreviations
("Ts.", "Philippe A."), lower-case words ("Jean de") and capitals ("JEan") is what citeproc-js does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from archive.cite.csl import marks

# Letters (and the ampersand) that may start a given name that has initials at all.
_CASED = (
    "A-Za-z\u0e01-\u0e5b\u00c0-\u024f\u1e00-\u1eff\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f"
    "\u0590-\u05d4\u05d6-\u05ff\u0600-\u06ff"
)
# Formatting divides words; quotation marks are part of them.
_TAG = f"[{''.join((*marks.OPENING, marks.CLOSE))}]"
_INITIALED = re.compile(f"{_TAG}*[&{_CASED}]")
_HAS_LETTER = re.compile(f"[-0-9{_CASED}]")
_WORD = re.compile(rf"([{_CASED}])([{_CASED}]*)(\.?)")
_SEPARATOR = re.compile(rf"([-\s]*{_TAG}[-\s]*|[-\s]+)")
_TAGS = re.compile(f"-*{_TAG}-*")
_ONE_TAG = re.compile(_TAG)
_SPACED_HYPHEN = re.compile("[\\s\ufeff]*-[\\s\ufeff]*")
_SPACE = re.compile("[\\s\ufeff]+")
_PLAIN_SPACE = re.compile(r"[\t-\r ]+")
_LOWER_AFTER_HYPHEN = re.compile("-(?=[a-z])")
_TIGHT_DOT = re.compile(r"\.(?=[^ ])")
_TRAILING = "\t\n\v\f\r \ufeff\u00a0"
_HELD = "\u2013"  # a hyphen that does not divide ("Ji-soo" has one initial)


@lru_cache(maxsize=1 << 16)
def initials(given: str, mark: str, hyphen: bool = True, initialize: bool = True) -> str:
    """Shorten a given name.

    Args:
        given: marked text; "" gives "".
        mark: what stands after every initial (``initialize-with``: ". ", ".", "" ...).
        hyphen: keep hyphens between initials (``initialize-with-hyphen``).
        initialize: if not, full names stay, and only initials and abbreviations that the source
            has get the mark.

    Returns:
        Marked text without space at its end. Names in scripts that know no initials, and "Lord"
        and "Lady", come back as they are.

    >>> initials("Jean-Luc Marie", ".")
    'J.-L.M.'
    >>> initials("Marie F", ". ", initialize=False)
    'Marie F.'
    """
    if not given or given in ("Lord", "Lady") or not _INITIALED.match(given):
        return given
    parts = _parts(given.replace(marks.KEPT["."], "."), hyphen)
    shorten = _shortened if initialize else _normalised
    text = "".join(shorten(parts, mark)).rstrip(_TRAILING)
    text = _PLAIN_SPACE.sub(" ", _SPACED_HYPHEN.sub("-", text)).lstrip(" ")
    return text.replace(_HELD, "-") if _HELD not in given else text


def _parts(given: str, hyphen: bool) -> list[str]:
    """Words at even places and what separates them at odd ones (spaces, hyphens, marks)."""
    if not hyphen:
        given = given.replace("-", " ")
    given = _SPACE.sub(" ", _SPACED_HYPHEN.sub("-", given))
    given = _LOWER_AFTER_HYPHEN.sub(_HELD, given)
    parts = _SEPARATOR.split(_TIGHT_DOT.sub(". ", given))
    if len(parts) == 1 and _ends_with_capital(given):
        parts[0] += "."
    return parts


def _ends_with_capital(word: str) -> bool:
    tail = word.rpartition(".")[2]
    return len(tail) == 1 and tail != tail.lower()


def _shortened(parts: list[str], mark: str) -> list[str]:
    last = len(parts) - 1
    for i in range(0, last + 1, 2):
        word = parts[i]
        if not word:
            continue
        match = _WORD.match(word)
        initial = _initial(match[1], match[2], match[3]) if match else ""
        if initial:
            parts[i] = initial
            if i == last:
                parts[i] += mark
            elif "-" in parts[i + 1]:
                parts[i + 1] = _marked(parts[i + 1].replace("-", "", 1), mark) + "-"
            else:
                parts[i + 1] = _marked(parts[i + 1], mark)
        elif _HAS_LETTER.search(word):
            parts[i] = " " + word
    return parts


def _initial(first: str, rest: str, dot: str) -> str:
    """The initial of a word; "" if it begins with a small letter."""
    if first != first.upper():
        return ""
    if dot:  # an abbreviation in the source is an initial ("Ts.")
        return first + rest
    capitals = len(rest)
    for i, letter in enumerate(rest):
        if letter != letter.upper():
            capitals = i
            break
    # Two capitals before small letters are one letter of the alphabet ("DZhon").
    return first + rest[:capitals].lower() if capitals < len(rest) else first


def _marked(separator: str, mark: str) -> str:
    """What separates two words becomes the mark; formatting closes before the mark's space."""
    tags = _TAGS.findall(separator)
    if not tags:
        return mark
    text = mark.rstrip()
    return text + "".join(tags) + mark[len(text) :]


def _normalised(parts: list[str], mark: str) -> list[str]:
    last = len(parts) - 1
    short = [_is_abbreviation(word) for word in parts]
    for i in range(0, last + 1, 2):
        if not short[i]:
            continue
        head, _, tail = parts[i].rpartition(".")
        parts[i] = head + tail
        if i == last:
            parts[i] += mark
            continue
        tags = "".join(_ONE_TAG.findall(parts[i + 1]))
        gap = tags or parts[i + 1]
        if not short[i + 2]:
            gap += " "
        if len(parts[i + 2].rstrip(".")) > 1:
            parts[i + 1] = mark.removesuffix("\ufeff") + gap
        else:
            parts[i + 1] = _marked(gap, mark)
    return parts


def _is_abbreviation(word: str) -> bool:
    return (len(word) > 1 and word[-1] == ".") or (len(word) == 1 and word == word.upper())
