"""Bylines: "By Ann Lee and Bob Ek", "Ann Lee | 3 May 2008", "By Ann Lee, editor of The Herald"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from archive.attribution.evidence import squeezed, trimmed
from archive.attribution.imprints import is_date, is_imprint
from archive.attribution.people import looks_like_person, person_end
from archive.attribution.predicates import Predicate, predicate
from archive.model.document import Bounds
from archive.model.fact import Certainty, Rule

BY = Rule(
    "byline/by",
    "A line that begins with 'by' and goes on with names of people, joined by commas and 'and', "
    "names the authors; what follows behind a comma says what they are.",
)
BAR = Rule("byline/bar", "A line with a name before an upright bar names the author.")
IMPRINT = Rule(
    "byline/imprint",
    "A line under the title that is a name, then a comma or a dash, then a date or an outlet's "
    "name with or without a date, names the author.",
)
BARE = Rule(
    "byline/bare-name",
    "A line between the title and the text that is nothing but the name of a person names the "
    "author.",
)
SIGNED = Rule(
    "byline/signature", "A line under the text that is a dash and a person's name names the author."
)
IN_TITLE = Rule(
    "byline/in-title-line",
    "A title that ends in 'by' and the name of the person whom the author note introduces carries "
    "the byline.",
)
CAPITALS = Rule(
    "byline/capitals",
    "A name in capitals with a service behind it and a colon, before the first words of the text, "
    "names the author.",
)

_BY = re.compile(
    r"[\s*_(\[•–—-]{0,8}(?:(?:(?:written|reported|interview|story|text|words|report|essay|"
    r"commentary|analysis|opinion|article|column)\s)?by\s?:?\s{1,4}[*_]{0,2}|(?:authors?|byline|writer)\s?:\s{0,4})"
    r"(?:the\s(?=(?:rev|hon)\b))?",
    re.IGNORECASE,
)
_OTHER_BY = re.compile(
    r"[\s*_(\[•–—-]{0,8}(?:translated|translation|posted|submitted|edited|compiled|introduced|photos?|photographs?|"
    r"illustrations?|illustrated)\s(?:from\s\w+\s)?by\s",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s(?:and|AND|&)\s")
_COMMA = re.compile(r"[,;]\s")
_BAR = re.compile(r"\s{0,4}\|\s{0,4}")
_DATED = re.compile(r"\s?[,|·•(]\s?|\s?[–—]\s?|-\s|\s-\s?|\s/\s")
_END = re.compile(r"[\s*_)\].]{0,6}\Z")
_TAIL = re.compile(r"\s?[,|(/]|\s[–—-]\s|\n|\s(?:for|in)\s(?=[A-Z])")
_CAPITALS = re.compile(r"[^\W\d_a-z][^a-z\n:,]{3,60}?(?=,\s[A-Z][A-Za-z ]{1,40}:\s[\"“‘A-Z])")
_DASH = re.compile(r"[*_]{0,2}(?:—|–|--?)\s{0,3}")
_COMMON = re.compile(r"(?:ing|tion|sion|ness|ment|ity|ies|ises|ously|ful|less|able|ism)s?\Z")
_LONGEST = 240
_MOST = 8


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says.

    Attributes:
        people: the bounds of the authors' names, in printed order; empty if it names a
            translator, or a newsroom.
        said: what stands behind the only name of them, None if nothing is read there.
        bounds: of the whole byline.
    """

    people: tuple[Bounds, ...]
    rule: Rule
    bounds: Bounds
    certainty: Certainty = Certainty.HIGH
    said: Predicate | None = None

    @property
    def behind(self) -> Bounds:
        """What stands behind the last name."""
        return (self.people[-1][1] if self.people else self.bounds[1]), self.bounds[1]


def read(text: str, bounds: Bounds) -> Byline | None:
    """The byline that a block is, None if it is none."""
    start, end = bounds
    if end - start > _LONGEST:
        return None
    if _OTHER_BY.match(text, start, end):
        return Byline((), BY, bounds)
    by = _BY.match(text, start, end)
    if by:
        return _list(text, by.end(), bounds)
    stop = person_end(text, start, end)
    if stop > start and _BAR.match(text, stop, end):
        return Byline(((start, stop),), BAR, bounds)
    return None


def dated(text: str, bounds: Bounds, known: Collection[str]) -> Byline | None:
    """The byline that a line under the title is if only a date or an outlet stands behind a name.

    ``known`` are the names of outlets that credit lines give, casefolded.
    """
    start, end = trimmed(text, *bounds, also="*_")
    stop = person_end(text, start, end) if end - start <= _LONGEST else start
    if stop == start or not looks_like_person(squeezed(text[start:stop])):
        return None
    joined = _DATED.match(text, stop, end)
    behind = (joined.end(), end) if joined else None
    if behind is None or not (is_date(text, *behind) or is_imprint(text, behind, known)):
        return None
    return Byline(((start, stop),), IMPRINT, bounds)


def bare(text: str, bounds: Bounds) -> Byline | None:
    """The byline that a line between title and text is if it is nothing but a person's name.

    A word of it that the text prints in small letters, too, is a common word, not a name.
    """
    start, end = bounds
    line = text[start:end].strip("*_–—- ")
    if end - start > 60 or not looks_like_person(line):
        return None
    if any(
        _COMMON.search(word) or re.search(rf"\b{re.escape(word.lower())}\b", text)
        for word in line.split()
    ):
        return None
    begin = text.index(line, start)
    return Byline(((begin, begin + len(line)),), BARE, bounds, Certainty.MEDIUM)


def signed(text: str, bounds: Bounds) -> Byline | None:
    """The signature under the text: a dash and a person's name, and nothing else."""
    match = _DASH.match(text, *bounds)
    if not match or bounds[1] - bounds[0] > 60:
        return None
    stop = person_end(text, match.end(), bounds[1])
    whole = stop > match.end() and _END.match(text, stop, bounds[1])
    return Byline(((match.end(), stop),), SIGNED, bounds) if whole else None


def in_capitals(text: str, bounds: Bounds) -> Byline | None:
    """The byline in capitals that a paragraph begins with ("ANN LEE, CGNEWS: ..."), or None."""
    match = _CAPITALS.match(text, *bounds)
    if not match or person_end(text, match.start(), match.end()) != match.end():
        return None
    colon = text.index(":", match.end())
    return Byline((match.span(),), CAPITALS, (bounds[0], colon + 1))


def _list(text: str, start: int, bounds: Bounds) -> Byline | None:
    """The names from ``start`` on. None if what follows them is no byline."""
    end = bounds[1]
    people: list[Bounds] = []
    sure, place, closed = 0, start, False
    while len(people) < _MOST:
        stop = person_end(text, place, end)
        if stop == place:
            break
        people.append((place, stop))
        joined = _AND.match(text, stop, end)
        sure = len(people) if joined or closed or len(people) == 1 else sure
        step = joined or (None if closed else _COMMA.match(text, stop, end))
        if not step:
            break
        closed, place = joined is not None, step.end()
    if not people:
        return _newsroom(text, start, bounds)
    people = people[:sure]
    stop = people[-1][1]
    if not (_END.match(text, stop, end) or _TAIL.match(text, stop, end)):
        return None
    said = _tail(text, stop, end) if len(people) == 1 else None
    return Byline(tuple(people), BY, bounds, said=said)


def _newsroom(text: str, start: int, bounds: Bounds) -> Byline | None:
    """A byline that names no person ("By our staff"): short, capitalised or a known word."""
    words = text[start : bounds[1]].split()
    short = len(words) <= 6 and text[bounds[1] - 1] not in ".!?"
    return Byline((), BY, bounds) if short and text[start : start + 1].isupper() else None


def _tail(text: str, stop: int, end: int) -> Predicate | None:
    comma = _COMMA.match(text, stop, end)
    said = predicate(text, comma.end(), end) if comma else None
    return said if said and (said.role or said.posts) else None
