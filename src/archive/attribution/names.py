"""Names as printed: where an organisation's or a person's name ends, and a person's name in parts.

A name is read word by word: a capitalised word belongs to it, a small word only if the name goes
on behind it. What is not certain is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.attribution.calendar import MONTH, printed_date
from archive.attribution.words import (
    DEGREES,
    FAMILY_FIRST,
    HEADS,
    HONORIFICS,
    NO_NAMES,
    ORGANISATION,
    PARTICLES,
    PLACE_BEGINNINGS,
    SERVANTS,
    STATES_WITH_CAMPUSES,
    SUFFIXES,
    word_set,
)
from archive.model.article import Person

_WORD = re.compile(r"(?:[^\W_]|&|@)(?:(?:[^\W_]|[&'’./+@-]){0,40}[^\W_])?\.?")
_GAP = re.compile(r"[ \t\n\u00a0\u2009\u202f]{0,12}")
_JOINTS = word_set(
    "of for and on to the de du des la le del della di da do dos el al y e et und für von van "
    "der den los las &"
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}|[A-Z]")
_DOTTED = re.compile(r"(?!U\.[SNK]\.|E\.U\.|D\.C\.)(?:[^\W\d_]\.){1,3}")
_LETTERS = re.compile(
    r",\s(?:(?:Jr|Sr)\b\.?|III?\b|Ph\.?D\b\.?|M\.?D\b\.?|M\.?Phil\b\.?|Esq\b\.?|MP\b|[OC]BE\b)"
)
_NO_LETTER = re.compile(r"[0-9/@&+]")
_ARTICLE = re.compile(r"the\s{1,4}", re.IGNORECASE)
_SHORT_WORDS = word_set("st dr mt ft inc ltd co corp no jr sr mr mrs")
_MONTH = re.compile(rf"{MONTH}\s{{1,3}}[0-9]")
_MOST_WORDS = 14
_PAREN = re.compile(r"[ \t\n\u00a0]{0,4}\(([^()\n]{1,80}(?:\n[^()\n]{1,80})?)(\)?)")
_SHORT = re.compile(r"(?=(?:[^,;()\s]*[A-Z]){2})[A-Z][\w&./’'-]{1,14}(?:[ ][A-Z][\w-]{1,12})?")
_CAMPUS = re.compile(
    r",\s{1,4}([A-Z]\w{2,15}(?:\s[A-Z]\w{2,15})?)(?=\s*[,.;(]|\s*\Z|\s+(?:and|in)\b)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """An organisation's name in a text.

    Attributes:
        start: its first character (an article "the" stands before it).
        end: the position after its last.
        short: the short form printed in parentheses behind it, or empty.
        after: the position behind the parentheses, or ``end``.
        words: its words in lower case.
        definite: whether "the" stands before it or it begins with "The".
        certain: false if an "and" in it may join two names.
    """

    start: int
    end: int
    short: str
    after: int
    words: tuple[str, ...]
    definite: bool
    certain: bool

    @property
    def named(self) -> bool:
        """Whether one of its words says that it is an organisation."""
        return bool(self.short) or any(word in HEADS for word in self.words)


def organisation(text: str, start: int, end: int) -> Name | None:
    """The organisation named right at ``start`` (an article before it is passed over), or None.

    A common noun alone ("the University") names none.

    >>> organisation("the Center for Peace and War Studies (CPWS) in Oslo", 0, 51).end
    36
    """
    begin = _GAP.match(text, start, end).end()  # type: ignore[union-attr]
    article = _ARTICLE.match(text, begin, end)
    definite = article is not None
    if article and article.group()[0] == "t":
        begin = article.end()
    words = _words(text, begin, end)
    if not words or (len(words) == 1 and words[0].group().lower().rstrip(".") in HEADS | {"the"}):
        return None
    words, certain = _cut_at_and(words)
    return _named(text, words, end, definite, certain)


def _named(
    text: str, words: list[re.Match[str]], end: int, definite: bool, certain: bool
) -> Name | None:
    stop = _stop_of(words[-1])
    plain = tuple(w.group().lower().rstrip(".") for w in words)
    if any(word in STATES_WITH_CAMPUSES for word in plain[-1:]) and "university" in plain:
        campus = _CAMPUS.match(text, stop, end)
        stop = campus.end(1) if campus else stop
    short, after = _parenthesis(text, stop, end)
    return Name(
        start=words[0].start(),
        end=stop,
        short=short,
        after=after,
        words=tuple(part for word in plain for part in (word, *re.split("['’-]", word)[:1])),
        definite=definite,
        certain=certain or bool(short),
    )


def _words(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words of the capitalised phrase at ``start``, small words only between others."""
    words: list[re.Match[str]] = []
    joints: list[re.Match[str]] = []
    place = start
    while len(words) < _MOST_WORDS and len(joints) < 3:
        match = _WORD.match(text, place, end)
        if not match or _begins_date(text, match):
            break
        if _capital(match.group()) or _number(text, match, words, joints):
            words += [*joints, match]
            joints = []
        elif words and match.group().lower() in _JOINTS:
            joints.append(match)
        else:
            break
        if _ends_sentence(match):
            break
        place = _GAP.match(text, match.end(), end).end()  # type: ignore[union-attr]
        if place == match.end():
            break
    return words if not words or words[0].group() not in _JOINTS else []


def _number(
    text: str, match: re.Match[str], words: list[re.Match[str]], joints: list[re.Match[str]]
) -> bool:
    """Whether a number belongs to the name before it: Channel 4, but not "Herald 4 May 2008"."""
    if not words or joints or not match.group().isdigit():
        return False
    return not printed_date(text, match.start(), match.start() + 24)


def _begins_date(text: str, match: re.Match[str]) -> bool:
    """Whether a date begins at the word: "Herald on May 4, 2008"."""
    if not _MONTH.match(text, match.start()):
        return False
    when = printed_date(text, match.start(), match.start() + 24)
    return when is not None and when.start == match.start()


def _capital(word: str) -> bool:
    """Whether a word is written as part of a name: Oslo, al-Hayat, openDemocracy, &."""
    return word == "&" or (any(c.isupper() for c in word) and not word[0].isdigit())


def _ends_sentence(match: re.Match[str]) -> bool:
    """Whether the word ends in a full stop that is not its own."""
    word = match.group()
    return word.endswith(".") and not _own_stop(word)


def _own_stop(word: str) -> bool:
    bare = word[:-1]
    return bare.lower() in _SHORT_WORDS or len(bare) == 1 or ("." in bare and len(bare) < 8)


def _stop_of(match: re.Match[str]) -> int:
    """Where the name ends: before a full stop that is not the word's own."""
    return match.end() - 1 if _ends_sentence(match) else match.end()


def _cut_at_and(
    words: list[re.Match[str]],
) -> tuple[list[re.Match[str]], bool]:
    """Where "and" joins two names, the first; and whether that is certain."""
    plain = [w.group().lower().rstrip(".") for w in words]
    certain = True
    for i, word in enumerate(plain):
        if word != "and" or not 0 < i < len(words) - 1:
            continue
        before, behind = HEADS.intersection(plain[:i]), HEADS.intersection(plain[i + 1 :])
        if plain[i + 1] == "the" or (before and behind) or plain[i - 1] in HEADS:
            return words[:i], True
        certain = certain and bool(before)
    return words, certain


def _parenthesis(text: str, start: int, end: int) -> tuple[str, int]:
    """The short form in the parentheses at ``start``, and where they end."""
    match = _PAREN.match(text, start, end)
    if not match:
        return "", start
    short = short_form(match.group(1).split(",")[0])
    if match.group(2):
        return short, match.end()
    return short, match.start(1) + len(short) if short else start


def short_form(inside: str) -> str:
    """What stands in parentheses, if it is written like a short form: IPS, CGNews, PCR Project."""
    inside = inside.strip()
    return inside if _SHORT.fullmatch(inside) else ""


def person(name: str) -> Person:
    """A person's name in parts, as far as it is certain.

    >>> person("Dr. Ludo van den Berg")
    Person(name='Dr. Ludo van den Berg', given='Ludo', family='van den Berg')
    >>> person("Gabriel Ruiz Soto")
    Person(name='Gabriel Ruiz Soto', given='', family='')
    """
    words = _core(name.split(",")[0].split())
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


def person_end(text: str, start: int, end: int) -> int:
    """Where the person's name at ``start`` ends; ``start`` if none is there.

    A name has a given and a family name, or a title or initials and a name; it holds no word that
    organisations, places or sentences are made of. Letters behind a comma ("PhD") belong to it.
    """
    place, stop, names, before = start, start, 0, 0
    for _ in range(9):
        match = _WORD.match(text, place, end)
        kind = _kind_of(match.group()) if match else "small"
        if match is None or kind == "small" or (kind == "title" and names):
            break
        if kind == "no":
            return start
        names += kind == "name"
        before += not names and (kind == "title" or bool(_DOTTED.fullmatch(match.group())))
        stop = _stop_of(match) if kind in ("name", "initial") else stop
        place = _GAP.match(text, match.end(), end).end()  # type: ignore[union-attr]
        if place == match.end() or (kind == "name" and _ends_sentence(match)):
            break
    if names < 2 and not (names and before):
        return start
    letters = _LETTERS.match(text, stop, end)
    return letters.end() if letters else stop


def _kind_of(word: str) -> str:
    """What a word is in a person's name: title, particle, initial, name; or small; or no part."""
    lower = word.lower().rstrip(".")
    if not _capital(word) or word == "&":
        return "particle" if lower in PARTICLES else "small"
    if lower in HONORIFICS:
        return "title"
    if _INITIAL.fullmatch(word):
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
