"""Bylines: "By Ann Lee and Bob Ek", "Ann Lee | 3 May 2008", "By Ann Lee, editor of The Herald"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from archive.attribution.calendar import date_at
from archive.attribution.evidence import squeezed, trimmed
from archive.attribution.imprints import is_date, is_imprint
from archive.attribution.people import looks_like_person, person_end
from archive.attribution.predicates import Predicate, predicate
from archive.attribution.remembered import remembered
from archive.attribution.words import (
    DEMONYMS,
    HONORIFICS,
    ORGANISATION,
    PARTICLES,
    PLACES,
    ROLES,
    TITLE_WORDS,
    is_role,
)
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
DESCRIBED = Rule(
    "byline/described",
    "A line under the title that is a name, then what that person is, names the author.",
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
    r"[\s*_(\[•–—-]{0,8}(?:(?:(?:an?\s)?(?:written|reported|interview|story|text|words|report|essay|"
    r"commentary|analysis|opinion|article|column|perspective|viewpoint|feature|op-ed)\s)?"
    r"by\s?:?\s{1,4}[*_]{0,2}|(?:authors?|byline|writers?)\s?:\s{0,4})"
    r"(?:the\s(?=(?:rev|hon|most|very|right)\b))?",
    re.IGNORECASE,
)
_DATE_BY = re.compile(r"[\s*_(\[]{0,4}(?:posted\s|published\s)?(?:on\s)?", re.IGNORECASE)
_BEHIND_DATE = re.compile(r"\s?[,|·•–—-]?\s?(?:by\s|\|\s?|·\s|•\s)", re.IGNORECASE)
_OTHER_BY = re.compile(
    r"[\s*_(\[•–—-]{0,8}(?:(?:translated|translation|posted|submitted|edited|compiled|introduced|photos?|"
    r"photographs?|illustrations?|illustrated)\s(?:from\s\w+\s)?by\s?:?\s"
    r"|(?:(?:managing|guest|copy|section|photo)\s)?(?:editors?|translators?|photographers?|interviewees?)"
    r"\s?:\s)",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s(?:and|AND|And|&|with|\+)\s")
_COMMA = re.compile(r"[,;]\s|\s/\s")
_SAID = re.compile(r"[,;]\s|\s[–—-]\s|\s\(|\s\|\s")
_BAR = re.compile(r"\s{0,4}\|\s{0,4}")
_DATED = re.compile(r"\s?[,|·•(]\s?|\s?[–—]\s?|-\s|\s-\s?|\s/\s")
_END = re.compile(r"[\s*_)\].–—-]{0,6}\Z")
_TAIL = re.compile(
    r"\s?[,|(/·•]|\s[–—-]\s|\n|\s(?:for|in|from)\s(?=[A-Z])|\s(?:on\s)?(?=[0-9])|\son\s(?=[A-Z])"
    r"|\.\s(?=[A-Z0-9])"
)
_STAFF = re.compile(
    r"(?:an?|our|the)\s(?:[\w-]{2,20}\s){0,3}?(?:staff|reporters?|correspondents?|writers?|editors?|"
    r"board|bureau|desk|team|newsroom)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[^\W\d_a-z][^a-z\n:,]{3,60}?(?=,\s[A-Z][A-Za-z ]{1,40}:\s[\"“‘A-Z])")
_DESKS = frozenset(
    {"staff", "editors", "editor", "editorial", "agencies", "correspondent", "correspondents"}
    | {"reporters", "writers", "writer", "reuters", "afp", "ap", "ips", "anonymous"}
)
_DASH = re.compile(r"[*_]{0,2}(?:—|–|--?)\s{0,3}")
_LOCATED = re.compile(
    r"(?:,\s|\sin\s|\s\(|\n)(?=[^\W\d_a-z])[^\W\d_][\w.'’-]{1,20}"
    r"(?:[ ][^\W\d_a-z][\w.'’-]{1,20}){0,2}"
    r"(?:,\s[^\W\d_a-z][\w.'’ -]{1,20})?[)\s]{0,2}\Z"
)
_COMMON = re.compile(r"(?:ing|tion|sion|ness|ment|ity|ies|ises|ously|ful|less|able|ism)s?\Z")
_LONGEST = 240
_NOUN = re.compile(r"\W*an?\s", re.IGNORECASE)
_LONGEST_ROLE = 160
_VERB = re.compile(
    r"\s(?:is|was|are|were|has|have|had|says|said|told|will|would|on|about|against)\s"
)
_LONGEST_NOUN = 100
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


@remembered
def read(text: str, bounds: Bounds) -> Byline | None:
    """The byline that a block is, None if it is none."""
    start, end = bounds
    if end - start > _LONGEST:
        return None
    if _OTHER_BY.match(text, start, end):
        return Byline((), BY, bounds)
    by = _BY.match(text, start, end)
    if by:
        noun = end - start > _LONGEST_NOUN and _NOUN.match(by.group())
        return None if noun else _list(text, by.end(), bounds)
    return _behind_date(text, start, end) or _before_bar(text, bounds)


def _before_bar(text: str, bounds: Bounds) -> Byline | None:
    """The byline "Ann Lee | 3 May 2008"."""
    start, end = bounds
    stop = person_end(text, start, end)
    if stop > start and _BAR.match(text, stop, end):
        return Byline(((start, stop),), BAR, bounds)
    return None


def _behind_date(text: str, start: int, end: int) -> Byline | None:
    """The byline behind a date: "9 May 2011 | Ann Lee", "Posted on 9 May 2011 by Ann Lee"."""
    lead = _DATE_BY.match(text, start, end)
    when = date_at(text, lead.end(), min(end, lead.end() + 40)) if lead else None
    if lead is None or when is None:
        return None
    by = _BEHIND_DATE.match(text, when.end, end)
    stop = person_end(text, by.end(), end) if by else 0
    if by is None or stop <= by.end() or not _END.match(text, stop, end):
        return None
    posted = "posted" in lead.group().lower()
    return Byline(() if posted else ((by.end(), stop),), BAR, (start, end))


def dated(text: str, bounds: Bounds, known: Collection[str]) -> Byline | None:
    """The byline that a line under the title is if only a date or an outlet stands behind a name.

    ``known`` are the names of outlets that credit lines give, casefolded.
    """
    start, end = trimmed(text, *bounds, also="*_")
    found = _names(text, start, end) if end - start <= _LONGEST else []
    if not found or not all(looks_like_person(squeezed(text[slice(*name)])) for name in found):
        return None
    joined = _DATED.match(text, found[-1][1], end)
    behind = (joined.end(), end) if joined else None
    if behind is None or not (is_date(text, *behind) or is_imprint(text, behind, known)):
        return None
    return Byline(tuple(found), IMPRINT, bounds)


def _names(text: str, start: int, end: int) -> list[Bounds]:
    """The names that a line begins with, joined by commas and "and"."""
    found: list[Bounds] = []
    while len(found) < _MOST:
        stop = person_end(text, start, end)
        if stop == start:
            break
        found.append((start, stop))
        joined = _AND.match(text, stop, end) or _COMMA.match(text, stop, end)
        if joined is None:
            break
        start = joined.end()
    return found


def described(text: str, bounds: Bounds) -> Byline | None:
    """The byline that a line under the title is if behind a name only a role stands.

    "Ann Lee, choirmaster, Academy of Sacred Music": the role has a word that roles are made of.
    """
    start, end = trimmed(text, *bounds, also="*_()[]")
    stop = person_end(text, start, end) if end - start <= _LONGEST_ROLE else start
    comma = _SAID.match(text, stop, end) if stop > start else None
    if comma is None or text[end - 1] in ".!?" or not looks_like_person(text[start:stop]):
        return None
    said = predicate(text, comma.end(), end)
    if said.role is None or said.role[0] > comma.end() + 4 or _VERB.search(text, stop, end):
        return None
    words = re.findall(r"[\w-]+", text[slice(*said.role)].lower())
    sure = any(is_role(word) for word in words)
    return Byline(((start, stop),), DESCRIBED, bounds, said=said) if sure else None


def role_line(text: str, bounds: Bounds) -> Predicate | None:
    """What a line under a byline says its person is: "Professor of History, Tufts University"."""
    start, end = trimmed(text, *bounds, also="*_()[]")
    if end - start > _LONGEST_ROLE or text[end - 1] in ".!?:" or _VERB.search(text, start, end):
        return None
    said = predicate(text, start, end)
    if said.role is None or said.role[0] > start + 4:
        return None
    words = re.findall(r"[\w-]+", text[slice(*said.role)].lower())
    sure = len(words) <= 6 and any(is_role(word) for word in words[:3])
    return said if sure and (said.posts or said.role[1] == end) else None


def bare(text: str, bounds: Bounds) -> Byline | None:
    """The byline that a line between title and text is if it is nothing but names of people.

    A word of them that the text prints in small letters, too, is a common word, not a name. A
    place may stand behind the names.
    """
    start, end = trimmed(text, *bounds, also="*_–—- ")
    if end - start > 100:
        return None
    found = _names(text, start, end)
    if not found or not all(_is_bare(text, *name) for name in found):
        return None
    whole = _END.match(text, found[-1][1], end) or (
        len(found) == 1 and _is_located(text, found[-1][1], end)
    )
    return Byline(tuple(found), BARE, bounds, Certainty.MEDIUM) if whole else None


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether nothing but a person's name stands there: no word of it is a common one."""
    line = squeezed(text[start:end])
    if not looks_like_person(line):
        return False
    words = [word for word in line.split() if word.lower().rstrip(".") not in HONORIFICS]
    plain = {word.lower() for word in words}
    if not plain.isdisjoint(PLACES | DEMONYMS):
        return False
    return not any(
        _COMMON.search(word.lower())
        or {word.lower(), word.lower().removesuffix("s")} & TITLE_WORDS
        or re.search(rf"\b{re.escape(word.lower())}\b", text)
        for word in words
        if word.lower() not in PARTICLES
    )


def _is_located(text: str, start: int, end: int) -> bool:
    """Whether nothing but a place stands behind a name: "Ann Lee, Oslo"."""
    match = _LOCATED.match(text, start, end)
    words = re.findall(r"[\w-]+", match.group().lower()) if match else []
    return bool(words) and not (set(words) & (ROLES | TITLE_WORDS | ORGANISATION))


def signed(text: str, bounds: Bounds) -> Byline | None:
    """The signature under the text: a dash and a person's name, and nothing else but a place."""
    match = _DASH.match(text, *bounds)
    if not match or bounds[1] - bounds[0] > 60:
        return None
    begin, end = match.end(), bounds[1]
    if _STAFF.match(text, begin, end):
        return Byline((), SIGNED, bounds)
    stop = person_end(text, begin, end)
    whole = stop > begin and (_END.match(text, stop, end) or _is_located(text, stop, end))
    return Byline(((begin, stop),), SIGNED, bounds) if whole else None


def bare_signature(text: str, bounds: Bounds) -> Byline | None:
    """The signature under the text that is a name, in parentheses or not, or "The Editors"."""
    start, end = trimmed(text, *bounds, also="()[]*_")
    if end - start > 60:
        return None
    if re.fullmatch(r"The Editors?|Staff(?: Writers?)?|Editorial Board", text[start:end]):
        return Byline((), SIGNED, bounds)
    found = bare(text, (start, end))
    return Byline(found.people, SIGNED, bounds, Certainty.MEDIUM) if found else None


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
    sure, place, closed, told = 0, start, False, True
    while len(people) < _MOST:
        stop = person_end(text, place, end, firm=True)
        if stop == place:
            break
        people.append((place, stop))
        joined = _AND.match(text, stop, end)
        sure = len(people) if joined or told else sure
        step = joined or (None if closed else _COMMA.match(text, stop, end))
        if not step:
            break
        told = joined is not None or step.group() != ", "
        closed, place = joined is not None, step.end()
    if not people:
        return _newsroom(text, start, bounds)
    people = people[:sure]
    stop = people[-1][1]
    if not (_END.match(text, stop, end) or _TAIL.match(text, stop, end)):
        return None
    said = _tail(text, stop, end) if len(people) == 1 else None
    return Byline(tuple(people), BY, bounds, said=said)


def names_newsroom(text: str, bounds: Bounds) -> bool:
    """Whether a byline without a person's name names a newsroom, by a word for one."""
    words = {word.lower() for word in re.findall(r"[\w-]+", text[slice(*bounds)])}
    return not words.isdisjoint(ORGANISATION | _DESKS) or _OTHER_BY.match(text, *bounds) is not None


def _newsroom(text: str, start: int, bounds: Bounds) -> Byline | None:
    """A byline that names no person ("By our staff"): short, capitalised or a known word."""
    if _STAFF.match(text, start, bounds[1]) and bounds[1] - start < 60:
        return Byline((), BY, bounds)
    words = text[start : bounds[1]].split()
    short = len(words) <= 6 and text[bounds[1] - 1] not in ".!?"
    return Byline((), BY, bounds) if short and text[start : start + 1].isupper() else None


def _tail(text: str, stop: int, end: int) -> Predicate | None:
    comma = _SAID.match(text, stop, end)
    said = predicate(text, comma.end(), end) if comma else None
    return said if said and (said.role or said.posts) else None
