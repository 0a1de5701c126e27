"""Author notes of a language: "X est professeur d’histoire au lycée Y", "X Y کی مدیرہ ہیں"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.attribution.abroad.names import before_role, clause_end, organisation, person_stop
from archive.attribution.evidence import trimmed
from archive.attribution.names import Name
from archive.attribution.notes import Note
from archive.attribution.posts import Post
from archive.attribution.tongues import Tongue
from archive.attribution.tongues._tongue import LEAD
from archive.model.document import Bounds

_LEAD = re.compile(LEAD)
_VERB_LAST = re.compile(r"\s(?:ہیں|ہے|ہوں|تھے|تھیں)\s?[۔.]?[\s*_)]*\Z")
_POSTPOSITION = re.compile(r"\s(?:میں|کے\sلیے|سے\sوابستہ|سے\sمنسلک|کی|کے|کا)\s")
_LOCATED = re.compile(r"(?:میں|وابستہ|منسلک)")
_RESIDENT = re.compile(r"(?:مقیم|رہنے\sوالے|رہنے\sوالی|ایک|معروف|ممتاز|وابستہ)\s")
_MOST_ROLE = 8
_MOST_POSTS = 4


def is_note(text: str, start: int, end: int, tongue: Tongue, names: tuple[str, ...]) -> bool:
    """Whether a sentence is the first of an author note: it says what somebody is."""
    return _first(text, start, end, tongue, names) is not None


def read(text: str, sentences: list[Bounds], tongue: Tongue, names: tuple[str, ...]) -> list[Note]:
    """The notes in the sentences of an author-note statement, one for each person."""
    found = (_first(text, start, end, tongue, names) for start, end in sentences)
    return [note for note in found if note]


def speaks_of(text: str, start: int, end: int, tongue: Tongue, names: tuple[str, ...]) -> bool:
    """Whether a sentence begins with the name of one of the authors, or "The author"."""
    begin = _begin(text, start, end, tongue)
    return tongue.author.match(text, begin, end) is not None or any(
        _printed(text, name, begin) for name in names
    )


def _begin(text: str, start: int, end: int, tongue: Tongue) -> int:
    about = tongue.about.match(text, start, end)
    lead = _LEAD.match(text, about.end() if about else start, end)
    return lead.end() if lead else start


def _printed(text: str, name: str, start: int) -> int:
    """Where the name ends if it is printed at ``start``, 0 if it is not."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    match = re.compile(words + r"(?![^\W_])", re.IGNORECASE).match(text, start)
    return match.end() if match else 0


def _first(text: str, start: int, end: int, tongue: Tongue, names: tuple[str, ...]) -> Note | None:
    begin = _begin(text, start, end, tongue)
    author = tongue.author.match(text, begin, end)
    people: tuple[Bounds, ...] = ()
    known = True
    if author:
        place = author.end()
    else:
        stop = max((_printed(text, name, begin) for name in names), default=0)
        if not stop:
            known = False
            stop = person_stop(text, begin, end, tongue) if tongue.capitals else begin
        if stop <= begin:
            return None
        people, place = ((begin, stop),), stop
    if tongue.verb_last:
        return _before_verb(text, people, place, end, tongue)
    is_ = tongue.is_.match(text, place, end)
    comma = re.match(r"[,،]\s", text[place : place + 2]) if is_ is None else None
    if is_ or comma:
        return _said(text, people, is_.end() if is_ else place + 2, end, tongue, known=known)
    acts = tongue.acts.match(text, place, end)
    posts = _posts(text, acts.end(), end, tongue) if acts else ()
    return Note(people, None, posts) if posts else None


def _said(
    text: str, people: tuple[Bounds, ...], start: int, end: int, tongue: Tongue, *, known: bool
) -> Note | None:
    """What is said behind the verb: a role, and the organisations that it is held at."""
    if tongue.former.match(text, start, end):
        return Note(people, None, (), vague=True) if known else None
    article = tongue.article.match(text, start, end)
    begin = trimmed(text, article.end() if article else start, end)[0]
    stop = clause_end(text, begin, end)
    first = _word(text, begin, stop)
    if not first or first in tongue.no_roles:
        return None
    name, lead = _leading(text, begin, stop, tongue)
    role_end = (
        before_role(text, begin, lead, tongue) if name else _role_end(text, begin, stop, tongue)
    )
    role: Bounds | None = trimmed(text, begin, role_end, also=",،.*_)")
    assert role is not None
    words = text[slice(*role)].split()
    is_role = 0 < len(words) <= _MOST_ROLE and any(
        w.casefold().strip("’'") in tongue.roles for w in (words[0], *words[-1:], *words[1:2])
    )
    is_role = is_role or (known and 0 < len(words) <= 3 and _role_like(words, tongue))
    if not is_role and not (name and known and len(words) <= 4 and first not in tongue.places):
        return None
    posts = _further(text, name, end, tongue) if name else ()
    return Note(people, role if words else None, posts)


def _role_like(words: list[str], tongue: Tongue) -> bool:
    """Whether the words are a role by their endings, or begin with one that is."""
    small = not tongue.capitals or tongue.tag == "de" or words[0][0].islower()
    return small and tongue.role_like.search(words[0].casefold()) is not None


def _word(text: str, start: int, end: int) -> str:
    match = re.compile(r"[^\s,،.;:()]+").match(text, start, end)
    return match.group().casefold() if match else ""


def _leading(
    text: str, begin: int, stop: int, tongue: Tongue, *, least: int = 2
) -> tuple[Name | None, int]:
    """The first organisation that a preposition in the clause leads to, and where that stands."""
    for start, lead, genitive in _leads(text, begin, stop, tongue):
        name = organisation(text, start, stop, tongue)
        if name is None or lead - begin < least:
            continue
        role = text[begin:lead].split()
        plain = {word.casefold() for word in role}
        sure = name.certain or (
            name.words[0].casefold() not in tongue.places
            and (bool(plain & tongue.leaders) if genitive else len(name.words) > 1)
        )
        if sure and " ".join(name.words) not in tongue.places:
            return name, lead
    return None, stop


def _leads(text: str, begin: int, stop: int, tongue: Tongue) -> Iterator[tuple[int, int, bool]]:
    """Where prepositions lead to, where they stand, and whether each is a genitive; in order."""
    found = [(m.end(), m.start(), False) for m in tongue.to.finditer(text, begin, stop)]
    found += [(m.end(), m.start(), True) for m in tongue.genitive.finditer(text, begin, stop)]
    return iter(sorted(found, key=lambda lead: (lead[1], -lead[0], lead[2])))


def _role_end(text: str, begin: int, stop: int, tongue: Tongue) -> int:
    """Where a role ends that no organisation follows: before its place, or "and"."""
    joint = re.compile(tongue.both, re.IGNORECASE).search(text, begin, stop)
    turn = tongue.turns.search(text, begin, stop)
    place = tongue.place.search(text, begin, stop)
    places = [m.start() for m in (joint, turn, place) if m and m.start() > begin]
    return min([stop, *places])


def _further(text: str, first: Name, end: int, tongue: Tongue) -> tuple[Post, ...]:
    """The organisation, and those of the roles behind it."""
    posts = [Post(first)]
    place = first.after
    while len(posts) < _MOST_POSTS:
        joint = re.compile(rf"(?:[,،]\s|{tongue.both})", re.IGNORECASE).search(text, place, end)
        if joint is None:
            break
        begin, stop = joint.end(), clause_end(text, joint.end(), end)
        article = tongue.article.match(text, begin, stop)
        begin = article.end() if article else begin
        word = _word(text, begin, stop)
        if word not in tongue.roles or tongue.former.match(text, joint.end(), stop):
            place = joint.end()
            continue
        name, _ = _leading(text, begin, stop, tongue)
        place = name.after if name else stop
        posts += [Post(name)] if name else []
    return tuple(posts)


def _posts(text: str, start: int, end: int, tongue: Tongue) -> tuple[Post, ...]:
    start -= len(text[:start]) - len(text[:start].rstrip())
    name, _ = _leading(text, start, clause_end(text, start, end), tongue, least=0)
    return (Post(name),) if name and name.certain else ()


def _before_verb(
    text: str, people: tuple[Bounds, ...], start: int, end: int, tongue: Tongue
) -> Note | None:
    """A note whose verb stands last: name, organisation, postposition, role, verb."""
    verb = _VERB_LAST.search(text, start, end)
    is_ = tongue.is_.match(text, start, end)
    if verb is None or is_ is None:
        return None
    begin, stop = is_.end(), verb.start()
    for link in _POSTPOSITION.finditer(text, begin, stop):
        name = _whole(text, begin, link.start(), tongue)
        if name:
            role = _bare(text, link.end(), stop)
            return Note(people, role, (Post(name),)) if _is_role(text, role, tongue) else None
    links = list(_POSTPOSITION.finditer(text, begin, stop))
    if links and (
        _LOCATED.search(links[0].group()) or text[begin : links[0].start()] in tongue.places
    ):
        begin = links[0].end()
    role = _bare(text, begin, stop)
    return Note(people, role, ()) if _is_role(text, role, tongue) else None


def _whole(text: str, start: int, end: int, tongue: Tongue) -> Name | None:
    """The organisation that these words are all of, by a common noun in them."""
    phrase = text[start:end]
    if not tongue.heads.search(phrase) or not 2 <= len(phrase.split()) <= 8:
        return None
    words = tuple(phrase.split())
    return Name(start, end, "", end, words, definite=False, certain=True)


def _bare(text: str, start: int, end: int) -> Bounds:
    skipped = _RESIDENT.match(text, start, end)
    while skipped:
        start = skipped.end()
        skipped = _RESIDENT.match(text, start, end)
    return trimmed(text, start, end, also="،")


def _is_role(text: str, bounds: Bounds, tongue: Tongue) -> bool:
    words = text[slice(*bounds)].split()
    return 0 < len(words) <= _MOST_ROLE and any(word in tongue.roles for word in words)
