"""Organisations' names as printed: where one ends, and the short form behind it.

A name is read word by word: a capitalised word belongs to it, a small word only if the name goes
on behind it. What is not certain is not read. (People's names: ``people``.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.attribution.calendar import MONTH, date_at, printed_date
from archive.attribution.remembered import remembered
from archive.attribution.spelling import GAP, WORD, ends_sentence, is_capital, stop_of
from archive.attribution.words import HEADS, STATES_WITH_CAMPUSES, word_set

_JOINTS = word_set(
    "of for and on to the de du des la le del della di da do dos el al y e et und für von van "
    "der den los las &"
)
_ARTICLE = re.compile(r"the\s{1,4}", re.IGNORECASE)
_JOINT = re.compile("['’-]")
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


@remembered
def organisation(text: str, start: int, end: int) -> Name | None:
    """The organisation named right at ``start`` (an article before it is passed over), or None.

    A common noun alone ("the University") names none.

    >>> organisation("the Center for Peace and War Studies (CPWS) in Oslo", 0, 51).end
    36
    """
    begin = GAP.match(text, start, end).end()  # type: ignore[union-attr]
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
    stop = stop_of(words[-1])
    plain = tuple(w.group().lower().rstrip(".") for w in words)
    if plain[-1] in STATES_WITH_CAMPUSES and "university" in plain:
        campus = _CAMPUS.match(text, stop, end)
        stop = campus.end(1) if campus else stop
    short, after = _parenthesis(text, stop, end)
    return Name(
        start=words[0].start(),
        end=stop,
        short=short,
        after=after,
        words=tuple(part for word in plain for part in (word, _JOINT.split(word, 1)[0])),
        definite=definite,
        certain=certain or bool(short),
    )


def _words(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words of the capitalised phrase at ``start``, small words only between others."""
    words: list[re.Match[str]] = []
    joints: list[re.Match[str]] = []
    place = start
    while len(words) < _MOST_WORDS and len(joints) < 3:
        match = WORD.match(text, place, end)
        if not match or _begins_date(text, match):
            break
        if is_capital(match.group()) or _number(text, match, words, joints):
            words += [*joints, match]
            joints = []
        elif words and match.group().lower() in _JOINTS:
            joints.append(match)
        else:
            break
        if ends_sentence(match):
            break
        place = GAP.match(text, match.end(), end).end()  # type: ignore[union-attr]
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
    return date_at(text, match.start(), match.start() + 24) is not None


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
