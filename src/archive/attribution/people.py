"""People's names as printed: where one ends, its parts, and whether two are of one person.

A name has a given and a family name; what is not certain to be a person's is not read as one.
"""

from __future__ import annotations

import re

from archive.attribution.remembered import remembered
from archive.attribution.spelling import GAP, WORD, ends_sentence, is_capital, stop_of
from archive.attribution.words import (
    DEGREES,
    FAMILY_FIRST,
    HONORIFICS,
    NO_NAMES,
    ORGANISATION,
    PARTICLES,
    PLACE_BEGINNINGS,
    SERVANTS,
    SUFFIXES,
)
from archive.model.article import Person

_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}|[A-Z]")
_DOTTED = re.compile(r"(?!U\.[SNK]\.|E\.U\.|D\.C\.)(?:[^\W\d_]\.){1,3}")
_LETTERS = re.compile(
    r",\s(?:(?:Jr|Sr)\b\.?|III?\b|Ph\.?D\b\.?|M\.?D\b\.?|M\.?Phil\b\.?|Esq\b\.?|MP\b|[OC]BE\b)"
)
_RETIRED = re.compile(r"\(ret(?:ired|['’]?d|\.)?\.?\)\s", re.IGNORECASE)
_GIVEN = frozenset({"april", "may", "june", "august", "will"})
_LATIN = re.compile(r"[A-Za-z]")
_NO_LETTER = re.compile(r"[0-9/@&+]")


def person(name: str) -> Person:
    """A person's name in parts, as far as it is certain.

    >>> person("Dr. Ludo van den Berg")
    Person(name='Dr. Ludo van den Berg', given='Ludo', family='van den Berg')
    >>> person("Gabriel Ruiz Soto")
    Person(name='Gabriel Ruiz Soto', given='', family='')
    """
    words = _core(name.split(",")[0].split())
    if not _LATIN.search(name):
        return Person(name)
    if len(words) < 2 or words[0].lower() in FAMILY_FIRST or not _family_like(words[-1]):
        return Person(name)
    cut = _family_start(words)
    if not cut:
        return Person(name)
    return Person(name, " ".join(words[:cut]), " ".join(words[cut:]))


def _core(words: list[str]) -> list[str]:
    """A name without titles before it and letters after it."""
    while words and words[0].lower().rstrip(".") in HONORIFICS:
        words = words[1:]
    while words and words[-1].lower().rstrip(".") in DEGREES | SUFFIXES:
        words = words[:-1]
    return words


def _family_like(word: str) -> bool:
    """Not an initial, and not a given name with a small second half, as in Ban Ki-moon."""
    first, _, second = word.partition("-")
    return len(word.rstrip(".")) > 1 and not (
        second[:1].islower() and first.lower() not in PARTICLES
    )


def _family_start(words: list[str]) -> int:
    """The index of the first word of the family name; 0 if it is not certain."""
    lower = [word.lower() for word in words]
    if lower[0] in SERVANTS or lower[0] in PARTICLES:
        return 0
    for i, word in enumerate(lower[1:], 1):
        if word in PARTICLES or word.startswith(("al-", "el-", "ul-", "d'", "d’")):
            following = any(w.startswith(("al-", "el-")) for w in lower[i + 1 :])
            alone = i == len(words) - 1 and word in PARTICLES
            return 0 if alone or following else i
    middle = words[1:-1]
    if all(_INITIAL.fullmatch(word) for word in middle):
        return len(words) - 1
    return 0


@remembered
def person_end(text: str, start: int, end: int, *, firm: bool = False) -> int:
    """Where the person's name at ``start`` ends; ``start`` if none is there.

    A name has a given and a family name, or a title or initials and a name; it holds no word that
    organisations, places or sentences are made of. Letters behind a comma ("PhD") belong to it.
    ``firm`` where a word says that a name follows: a month may begin it, then.
    """
    place, stop, names, before = start, start, 0, 0
    for _ in range(9):
        match = WORD.match(text, place, end)
        if match is None:
            break
        kind = _kind_of(match.group())
        if kind == "no" and _may_be_name(match.group().lower(), names, firm=firm):
            kind = "name"
        if kind == "small" or (kind == "title" and names):
            break
        if kind == "no":
            return start
        names += kind == "name"
        if not names:
            before += kind == "title" or _DOTTED.fullmatch(match.group()) is not None
        stop = stop_of(match) if kind in ("name", "initial") else stop
        place = GAP.match(text, match.end(), end).end()  # type: ignore[union-attr]
        retired = _RETIRED.match(text, place, end) if kind == "title" else None
        if retired:
            place = retired.end()
        if place == match.end() or (kind == "name" and ends_sentence(match)):
            break
    if names < 2 and not (names and before):
        return start
    letters = _LETTERS.match(text, stop, end)
    return letters.end() if letters else stop


def _may_be_name(word: str, names: int, *, firm: bool) -> bool:
    """Whether a common word is a name here: "May Ziadeh" behind "by", "An" behind other names."""
    return (firm and not names and word in _GIVEN) or (names > 0 and word == "an")


def _kind_of(word: str) -> str:
    """What a word is in a person's name: title, particle, initial, name; or small; or no part."""
    lower = word.lower().rstrip(".")
    if not is_capital(word) or word == "&":
        return "particle" if lower in PARTICLES else "small"
    if lower in HONORIFICS:
        return "title"
    if (len(word) == 1 or "." in word) and _INITIAL.fullmatch(word):
        return "initial"
    if lower in NO_NAMES or lower in ORGANISATION or _NO_LETTER.search(word):
        return "no"
    return "name"


def looks_like_person(line: str) -> bool:
    """Whether a line standing alone can be nothing but a person's name of two to four words."""
    words = _core(line.split())
    first = words[0].lower() if words else ""
    return (
        2 <= len(words) <= 4
        and person_end(line, 0, len(line)) == len(line)
        and first not in PLACE_BEGINNINGS
    )


def same_person(one: str, other: str) -> bool:
    """Whether two printed names are of one person: the words of one are among the other's."""
    first, second = ({w.strip(".,").casefold() for w in name.split()} for name in (one, other))
    return len(first & second) >= 2 and (first <= second or second <= first)


def is_short(name: str) -> bool:
    """Whether a printed name is one word behind a title: "Dr. Lee".

    >>> is_short("Dr. Lee"), is_short("Dr. Ann Lee")
    (True, False)
    """
    return len(_core(name.split(",")[0].split())) == 1


def may_be(short: str, name: str) -> bool:
    """Whether one word of a name, maybe behind a title, is of the person of that name."""
    words = [word.strip(".,").casefold() for word in _core(short.split())]
    own = [word.strip(".,").casefold() for word in _core(name.split(",")[0].split())]
    return len(words) == 1 and bool(own) and words[0] in (own[0], own[-1])
