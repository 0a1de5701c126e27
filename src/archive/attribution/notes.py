"""Author notes: "Ann Lee is an advisor to the Herald Trust (HT) in Oslo."

A note names a person, says what the person is, and stands among the credits of an article. What
prose says of a person ("Dr. Varga, who is the director of ...") is no note, nor is what a newsroom
says of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.attribution.evidence import squeezed
from archive.attribution.names import organisation, short_form
from archive.attribution.outlets import is_outlet
from archive.attribution.people import is_short, may_be, person_end, same_person
from archive.attribution.posts import Post
from archive.attribution.predicates import Predicate, posts, predicate
from archive.attribution.remembered import remembered
from archive.attribution.sentences import sentences
from archive.attribution.words import (
    HONORIFICS,
    KINDS,
    NO_NAMES,
    ORGANISATION,
    PLACES,
    ROLES,
    is_role,
    word_set,
)
from archive.model.document import Bounds

_LEAD = re.compile(
    r"[\s*_(\[•–—-]{0,8}(?:(?:about\sthe\sauthors?|the\sauthors?|author|bio|note)\s?[:–—]\s?)?"
    r"[*_]{0,3}\s?(?:the\s(?=(?:rev|hon)\b))?",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"The\s(?:author|writer)(?:\sof\sthis\s\w{4,10})?(?=[\s,])")
_PREFIX = re.compile(r"[A-Z][\w-]{2,24}(?:\s[a-z][\w-]{1,24}){0,3}\s(?=[^\W\d_a-z])")
_CONTACT = re.compile(r"[*_]{0,3}(?:\s?\((?:[^()]{0,60}(?:@|www\.|https?:)[^()]{0,60})\))?")
_AND = re.compile(r",?\s(?:and|&)\s")
_COMMA = re.compile(r",\s")
_IS = re.compile(
    r",?\s(?:is|was|are|were|(?:(?:currently|also|now)\s)?(?:serves|works|worked|served)\sas)"
    r"(?:\s(?:currently|now|also|presently|both))?\s"
)
_ACTS = re.compile(
    r"\s(?:(?:also|currently|now)\s)?(?:teaches|works|studies|lectures|writes|reports|holds)\b"
    r"(?:\s[\w'’-]{1,24}){0,8}?\s(?:at|for|with)\s"
    r"|\sis\s(?:(?:also|currently|now)\s)?with\s"
)
_LIVES = re.compile(
    r"\s(?:(?:also|currently|now)\s)?(?:lives|resides|is\sbased|is\spublished|is\ssyndicated|is\sliving|divides|grew\sup|was\sborn|"
    r"comes\sfrom|hails\sfrom|writes|teaches|can\sbe\s(?:reached|contacted)|blogs|tweets)\b"
)
_FROM = re.compile(
    r",\s(?:of|from|at|with)\s|,\swho\s(?:teaches|works|writes|studies)\s(?:\w+\s){0,3}?(?:at|for|with)\s"
)
_VERB = re.compile(r"\s[a-z]{3,15}s\s")
_ROLE_BEHIND = re.compile(r"\s((?:[a-z][\w-]{1,24}\s){0,2}[a-z][\w-]{2,24})(?=\s[^\W\d_a-z])")
_LINE = re.compile(r"\s?[:–—-]\s|\s\((?=[^()]{4,120}\)\W{0,3}\Z)")
_WORD = re.compile(r"[^\W\d_]+|[0-9]")
_NO_BEGINNINGS = word_set(
    "he she it they we i you this that these those there but and or yet in on at by for from "
    "with of as if when where while what who how why not no none nobody nothing some many most "
    "every everybody all each any both after before since until even last once one two three our "
    "his her their its my your is was are were it's don't because although though than then here"
)
"""Words that no name begins with, nor what stands before one."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "this", "these", "there", "one"})
_NO_SURNAMES = _PRONOUNS | NO_NAMES | ORGANISATION | ROLES | PLACES
_SURNAME = re.compile(r"(?:[A-Z][a-z]{1,9}\.?\s)?[^\W\d_a-z][\w'’-]{2,30}(?=\s)")
_RUNS = re.compile(r"\s(?:directs|heads|leads|chairs|runs|manages|coordinates)\s(?=the\s)")
_BESIDE = re.compile(r",\s[^,.;]{1,80},(?=\s)")
_APPOSED = re.compile(r",\s(?=(?:an?|the)\s[\w-]|[A-Za-z-]{4,})")
_ARTICLE = re.compile(r",\s(?:an?|the)\s[a-z]")
_PRONOUN = re.compile(r"(?:He|She|They)(?=\s)")
_BIOGRAPHY = re.compile(
    r"(?:(?:He|She|They)\s(?:(?:also|currently|now|recently|previously)\s)?"
    r"(?:is|are|has|have|lives?|writes?|teaches|works|holds|can|may|was\sborn|blogs|serves|studied|"
    r"authored|edits|publishes)|(?:His|Her|Their)\s(?:\w+\s){0,3}?(?:book|work|blog|website|"
    r"articles?|research|e-?mail|interviewee|novel|film)s?)\b"
)
_TELLS = re.compile(
    r"\b(?:says?|said|believes?|believed|thinks?|argues?|argued|told|tells|hopes?|fears?|insists|knew|"
    r"recalls?|remembers?|wants|walks|explains)\b"
)
_WORDED = re.compile(
    r"(?!(?:The|This|These|That|It|There|He|She|They|We|Our|One|My|His|Her|Their|Its)\s)"
    r"[^\W\d_a-z][^.;:!?\"“]{1,80}?\s(?:is|was|are)\s((?:[\w'’-]{1,24}\s){1,5})"
)
_SECOND = re.compile(r",?\s(?:and|while)\s(?=[^\W\d_a-z])|;\s(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Note:
    """What a note says.

    Attributes:
        people: the bounds of the names of whom it speaks; empty for "The author is".
        role: the bounds of what they are, None where not certain.
        posts: the organisations named for them, in order.
        vague: whether a role is said, but not certain is where it ends.
        short: whether the name is one word of a name, or one behind a title: "Dr. Lee is".
        loose: whether it says only by the way what the person is: "Novelist Ann Lee recalls".
    """

    people: tuple[Bounds, ...]
    role: Bounds | None
    posts: tuple[Post, ...]
    vague: bool = False
    short: bool = False
    loose: bool = False

    def is_of(self, text: str, names: Iterable[str]) -> bool:
        """Whether it speaks of one of these people; a note on "the author" of all."""
        same = may_be if self.short else same_person
        printed_names = [squeezed(text[slice(*person)]) for person in self.people]
        return not self.people or any(same(p, name) for p in printed_names for name in names)


def is_note(text: str, start: int, end: int) -> bool:
    """Whether a sentence is the first of an author note."""
    return _first(text, start, end) is not None


def is_of(text: str, bounds: Bounds, names: Iterable[str]) -> bool:
    """Whether a block is a note on one of these people, from its first sentence to its last."""
    found = sentences(text, *bounds)
    note = _first(text, *found[0]) if found else None
    if note is None or not note.is_of(text, names):
        return False
    sure = is_surely_note(text, note) or (note.role is not None and _names_role(text, note.role))
    return sure and is_biography(text, *bounds)


def is_surely_note(text: str, note: Note) -> bool:
    """Whether a note gives an organisation, or a role by a word that roles are made of."""
    words = re.findall(r"[\w-]+", text[slice(*note.role)].lower()) if note.role else []
    return note.vague or bool(note.posts) or not ROLES.isdisjoint(words)


def may_be_note(text: str, start: int, end: int) -> bool:
    """Whether a sentence is worded as a note is, though the name in it is not read."""
    match = _WORDED.match(text, start, end)
    return match is not None and any(w.lower() in ROLES for w in match.group(1).split())


def is_biography(text: str, start: int, end: int) -> bool:
    """Whether all sentences of a note speak of the person in the way that notes do."""
    if _TELLS.search(text, start, end):
        return False
    return all(
        _first(text, *bounds) or _BIOGRAPHY.match(text, *bounds)
        for bounds in sentences(text, start, end)
    )


@remembered
def read(text: str, start: int, end: int) -> list[Note]:
    """The notes in an author-note statement, one for each person or pair; empty if none is read."""
    found: list[Note] = []
    for begin, stop in sentences(text, start, end):
        note = _first(text, begin, stop)
        if note:
            found += [note, *_seconds(text, begin, stop, note)]
        elif found:
            found[-1] = _with(found[-1], _continued(text, begin, stop))
    return found


def _with(note: Note, more: tuple[Post, ...]) -> Note:
    return replace(note, posts=note.posts + more)


def _continued(text: str, start: int, end: int) -> tuple[Post, ...]:
    """What a sentence adds that goes on with "He is also"."""
    pronoun = _PRONOUN.match(text, start, end)
    is_ = _IS.match(text, pronoun.end(), end) if pronoun else None
    if is_ is None or "was" in is_.group() or _former(text, is_.end()):
        return ()
    return predicate(text, is_.end(), end).posts


def _former(text: str, start: int) -> bool:
    return re.compile(r"\s*(?:an?\s|the\s)?former").match(text, start) is not None


def _seconds(text: str, start: int, end: int, first: Note) -> list[Note]:
    """The further notes in one sentence: "and Bob Ek is a fellow at"."""
    found = []
    known = {begin for begin, _ in first.people}
    for match in _SECOND.finditer(text, start, end):
        person = person_end(text, match.end(), end)
        said = _IS.match(text, person, end) or _APPOSED.match(text, person, end)
        if match.end() not in known and person > match.end() and said:
            note = _first(text, match.end(), end)
            found += [note] if note else []
    return found


@remembered
def _first(text: str, start: int, end: int) -> Note | None:
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead else start
    word = _WORD.match(text, begin, end)
    if word is None or word[0].lower() in _NO_BEGINNINGS:
        return None
    end = _before_second(text, begin, end)
    author = _AUTHOR.match(text, begin, end)
    if author:
        return _said(text, (), author.end(), end)
    first = _organisation_before(text, begin, end)
    if first:
        begin = first[1]
    prefix = (begin, first[2]) if first else _role_before(text, begin, end)
    people, place = _people(text, prefix[1] + 1 if prefix else begin, end)
    if not people:
        return _of_surname(text, begin, end)
    note = _said(text, people, place, end)
    if prefix and note is None and _VERB.match(text, place, end):
        note = Note(people, None, (), loose=True)
    if note and len(people) == 1 and is_short(text[slice(*people[0])]):
        note = replace(note, short=True)
    posts_before = (first[0],) if first and note else ()
    if note and prefix:
        return replace(note, role=prefix, posts=posts_before + note.posts)
    return note


def _organisation_before(text: str, start: int, end: int) -> tuple[Post, int, int] | None:
    """An organisation before a role and a name: "Daily Herald columnist Ann Lee".

    The organisation, and where the role begins and ends.
    """
    name = organisation(text, start, end)
    if name is None or not (name.named or is_outlet(text[name.start : name.end], dated=False)):
        return None
    role = _ROLE_BEHIND.match(text, name.after, end)
    if role is None or not is_role(role[1].split()[-1]):
        return None
    return Post(name), role.start(1), role.end(1)


def _of_surname(text: str, start: int, end: int) -> Note | None:
    """The note on a person named by one word of the name: "Dr. Lee is a fellow at the ..."."""
    match = _SURNAME.match(text, start, end)
    words = match.group().lower().split() if match else []
    if match is None or words[-1] in _NO_SURNAMES:
        return None
    if len(words) > 1 and words[0].rstrip(".") not in HONORIFICS:
        return None
    said = _said(text, (match.span(),), match.end(), end)
    sure = said is not None and said.role is not None and _names_role(text, said.role)
    return replace(said, short=True) if said and (sure or said.posts) else None


def _names_role(text: str, role: Bounds) -> bool:
    return any(is_role(word) for word in re.findall(r"[\w-]+", text[slice(*role)].lower()))


def _before_second(text: str, start: int, end: int) -> int:
    """Where the note on another person begins in the same sentence, or ``end``."""
    for match in _SECOND.finditer(text, start, end):
        person = person_end(text, match.end(), end)
        said = _IS.match(text, person, end) or _ARTICLE.match(text, person, end)
        other = person > match.end() and said
        if other and not _only_names(text, start, match.start()):
            return match.start()
    return end


def _only_names(text: str, start: int, end: int) -> bool:
    """Whether nothing but names and commas stands there."""
    while start < end:
        stop = person_end(text, start, end)
        comma = _COMMA.match(text, stop, end)
        if stop == start or not (comma or stop == end):
            return False
        start = comma.end() if comma else stop
    return True


def _role_before(text: str, start: int, end: int) -> Bounds | None:
    """A role that stands before the name: "Cookery writer Ann Lee"."""
    match = _PREFIX.match(text, start, end)
    if not match:
        return None
    words = match.group().split()
    last = words[-1].lower()
    return (start, match.end() - 1) if is_role(last) and last not in HONORIFICS else None


def _people(text: str, start: int, end: int) -> tuple[tuple[Bounds, ...], int]:
    """The names a note begins with, and where they end. An organisation is no name."""
    found: list[Bounds] = []
    place = start
    while len(found) < 4:
        stop = person_end(text, place, end)
        if stop == place:
            return (), start
        found.append((place, stop))
        contact = _CONTACT.match(text, stop, end)
        stop = contact.end() if contact else stop
        joined = _AND.match(text, stop, end) or _comma(text, stop, end)
        if not joined:
            paren = re.compile(r"\s?\(([^()]{1,20})\)").match(text, stop, end)
            return ((), start) if paren and short_form(paren.group(1)) else (tuple(found), stop)
        place = joined.end()
    return (), start


def _comma(text: str, stop: int, end: int) -> re.Match[str] | None:
    """The comma behind a name if more names follow it and "and" joins the last: "A, B and C"."""
    comma = _COMMA.match(text, stop, end)
    following = person_end(text, comma.end(), end) if comma else stop
    if comma is None or following == comma.end():
        return None
    joined = _AND.match(text, following, end)
    last = joined is not None and person_end(text, joined.end(), end) > joined.end()
    return comma if last or _comma(text, following, end) else None


def _said(text: str, people: tuple[Bounds, ...], place: int, end: int) -> Note | None:
    """The note, if what follows the names says what they are."""
    acts = _ACTS.match(text, place, end) or _RUNS.match(text, place, end)
    if acts:
        return Note(people, None, posts(text, acts.end(), end))
    verb = _IS.match(text, place, end)
    found = _note(people, predicate(text, verb.end(), end), text) if verb else None
    if found or _LIVES.match(text, place, end):
        return found or Note(people, None, ())
    return None if verb else _apposed(text, people, place, end)


def _apposed(text: str, people: tuple[Bounds, ...], place: int, end: int) -> Note | None:
    """The note, if what stands behind the names with no verb says what they are."""
    line = _LINE.match(text, place, end)
    if line:
        said = predicate(text, line.end(), end)
        sure = said.role is not None and _names_role(text, said.role)
        return _note(people, said, text) if sure else None
    apposed = _APPOSED.match(text, place, end)
    note = _note(people, predicate(text, apposed.end(), end), text) if apposed else None
    beside = _BESIDE.match(text, place, end)
    if note:
        return _acting(text, note, beside.end() if beside else end, end)
    verb = _IS.match(text, beside.end(), end) if beside else None
    note = _note(people, predicate(text, verb.end(), end), text) if verb else None
    of = _FROM.match(text, place, end) if note and beside else None
    if note and beside and of:
        return replace(note, posts=posts(text, of.end(), beside.end() - 1) + note.posts)
    return note


def _acting(text: str, note: Note, place: int, end: int) -> Note:
    """A note with what a verb behind the apposition adds: ", a historian, directs the"."""
    if note.posts:
        return note
    acts = _ACTS.match(text, place, end) or _RUNS.match(text, place, end)
    if acts:
        return _with(note, posts(text, acts.end(), end))
    verb = _IS.match(text, place, end)
    return _with(note, predicate(text, verb.end(), end).posts) if verb else note


def describes_organisation(text: str, start: int, end: int) -> bool:
    """Whether a sentence is what a newsroom says of itself: "The X Service is a non-profit"."""
    name = organisation(text, start, end)
    is_ = _IS.match(text, name.after, end) if name and name.named else None
    words = re.findall(r"[\w-]+", text[is_.end() : min(end, is_.end() + 80)].lower()) if is_ else []
    return bool(KINDS.intersection(words[:6]))


def _note(people: tuple[Bounds, ...], said: Predicate, text: str) -> Note | None:
    """A note, unless it says nothing, or says that the thing is no person."""
    if said.role is None and not said.posts and not said.vague:
        return None
    words = text[slice(*said.role)].split() if said.role else []
    if words[:2] == ["pseudonym", "of"]:
        return Note(people, None, ())
    if words and words[-1].lower().strip(".,") in KINDS:
        return None
    return Note(people, said.role if len(people) < 2 else None, said.posts, said.vague)
