"""Names in full with their short form in parentheses: "North West Frontier Province (NWFP)".

The text itself must pair the two: the short form stands right after the name, and its letters are
the initials of the words of the name. What the world knows and the text does not say is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.attribution.words import word_set
from archive.model.article import Block, BlockKind, Expansion, Mark
from archive.model.document import Document
from archive.model.fact import Certainty, Fact, Rule

INITIALS = Rule(
    "abbreviation/initials",
    "A short form in parentheses after a name is its abbreviation if each of its letters is the "
    "initial of a word of the name, in order; small words may be passed over.",
)
INITIALS_AND_ONE = Rule(
    "abbreviation/initials-and-one",
    "A short form in parentheses after a name with the article is its abbreviation if its letters "
    "are the initials of the words of the name, in order, and one letter more.",
)

_SMALL = word_set(
    "for and of the in on to at a an with e de du des da do di la le les el al ul und für y i o"
)
_SHORT = re.compile(r"\((?P<short>[A-Z][A-Za-z.&-]{1,15}(?:\s[A-Z][a-z]{2,15})?)(?=[),;])")
_UNIT = re.compile(r"[A-Z][a-z]{2,}|[A-Za-z]")
_PLURAL = re.compile(r"(?<=[A-Z])s\Z")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_LIMIT = re.compile(r"[0-9.;:!?()\[\]\"“”„«»…*|]")
_REACH = 160  # characters before a parenthesis in which a name may begin
_ARTICLE = re.compile(r"\b[Tt]he\s\Z")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word before a parenthesis; ``head`` unless it stands after a hyphen."""

    text: str
    start: int
    head: bool

    @property
    def may_be_passed_over(self) -> bool:
        return self.text.lower() in _SMALL or (not self.head and self.text[0].islower())


def marks(document: Document, blocks: tuple[Block, ...]) -> tuple[Fact[Mark], ...]:
    """The names that body paragraphs and end matter pair with a short form, wherever they do.

    Returns:
        Facts whose values are ``Expansion`` and whose spans are the name in full, without an
        article, in source order; the short form is printed after it, behind a parenthesis. High
        where every letter is accounted for. Empty if the text defines none.
    """
    found: list[Fact[Mark]] = []
    for block in blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.END_MATTER) and "(" in block.text:
            for match in _SHORT.finditer(block.text):
                fact = _pair(document, block, match)
                if fact:
                    found.append(fact)
    return tuple(found)


def _pair(document: Document, block: Block, match: re.Match[str]) -> Fact[Mark] | None:
    """The fact of a short form and the name before it, None if they do not agree."""
    end = match.start() - 1
    if end < 1 or block.text[end] not in " \n\u00a0" or not block.text[end - 1].isalnum():
        return None
    units = _units(match["short"])
    if sum(unit.isupper() for unit in units) < 2:
        return None
    words = _words(block.text, end, _most(units))
    if not words:
        return None
    start, rule, certainty = _name(block.text, words, units)
    if start is None:
        return None
    origin = block.span.start
    name = document.span(origin + start, origin + end)
    short = document.span(origin + match.start("short"), origin + match.end("short"))
    if not block.undivided(name, short):
        return None
    return Fact(Expansion(short), name, rule, certainty)


def _units(short: str) -> list[str]:
    """The parts of a short form that words answer to: letters, and words spelled out.

    "CGNews" is C, G, News; "NGOs" is N, G, O.
    """
    return _UNIT.findall(_PLURAL.sub("", short))


def _most(units: list[str]) -> int:
    """How many words a name with such a short form may have."""
    return 2 * len(units) + 3


def _words(text: str, end: int, most: int) -> list[_Word]:
    """The last words before ``end``, as far as no sentence, quotation or parenthesis begins."""
    start = max(0, end - _REACH)
    for limit in _LIMIT.finditer(text, start, end):
        start = limit.end()
    matches = list(_WORD.finditer(text, start, end))
    if start and not _LIMIT.match(text[start - 1]):
        matches = matches[1:]  # half a word, maybe
    return [
        _Word(m[0], m.start(), m.start() == start or text[m.start() - 1] != "-")
        for m in matches[-most:]
    ]


def _name(text: str, words: list[_Word], units: list[str]) -> tuple[int | None, Rule, Certainty]:
    """Where the name begins (None if nowhere), by which rule, and how surely."""
    start = _start(words, units)
    if start is not None:
        sure = words[start].text[0].isupper() or len(units) > 2
        return words[start].start, INITIALS, Certainty.HIGH if sure else Certainty.MEDIUM
    start = _start(words, units[:-1])
    if start is not None and len(units) > 2 and words[start].text[0].isupper():
        place = words[start].start
        if _ARTICLE.search(text, max(0, place - 5), place):
            return place, INITIALS_AND_ONE, Certainty.MEDIUM
    return None, INITIALS, Certainty.LOW


def _start(words: list[_Word], units: list[str]) -> int | None:
    """The nearest word from which on the words answer to ``units``; at least two words."""
    furthest = max(0, len(words) - _most(units))
    for number in range(len(words) - 2, furthest - 1, -1):
        word = words[number]
        if not _begins(word, units[0]):
            continue
        small = word.text in _SMALL
        if word.head and not small and _answers(words[number:], units):
            return number
    return None


def _answers(words: list[_Word], units: list[str]) -> bool:
    """Whether the words, all of them, answer to the units, all of them, in order.

    Small words and what follows a hyphen in lower case may be passed over, and so may the one word
    after a word that is spelled out ("Common Ground News Service", CGNews).
    """
    reached = {1} if _begins(words[0], units[0]) else set()
    spelled: set[int] = set()
    for word in words[1:]:
        last = word is words[-1]
        onward = {n + 1 for n in reached if n < len(units) and _begins(word, units[n])}
        passed = reached if word.may_be_passed_over and not last else spelled
        spelled = {n for n in onward if len(units[n - 1]) > 1}
        reached = onward | passed
    return len(units) in reached


def _begins(word: _Word, unit: str) -> bool:
    return word.text[: len(unit)].lower() == unit.lower()
