"""What a note says a person is: the role, and the organisations it leads to, with their places.

"advisor to the Shared Waters Project (SWP) at the Center for River Studies in Geneva" is a role,
two organisations, and a place of the second. Where the words leave open whether a capitalised
phrase is an organisation, nothing is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from archive.attribution.evidence import trimmed
from archive.attribution.names import Name, organisation
from archive.attribution.outlets import is_known, is_outlet
from archive.attribution.posts import PARENTHESIS, Post, in_a_row, is_place
from archive.attribution.words import (
    ADVISERS,
    BODIES,
    FIELDS,
    HONORIFICS,
    KINDS,
    LEADERS,
    MAKERS,
    OFFICES,
    ROLES,
    UNIVERSITIES,
    is_role,
    word_set,
)
from archive.model.document import Bounds


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a person is said to be; ``role`` is None where it is not certain.

    ``vague`` where a role is said, but not certain is where it ends.
    """

    role: Bounds | None
    posts: tuple[Post, ...]
    vague: bool = False


class _Lead(Enum):
    """Where a preposition inside a role leads."""

    ORGANISATION = auto()  # the role ends; organisations follow
    ON = auto()  # it belongs to the role
    END = auto()  # the role ends; what follows is about something else
    UNSURE = auto()


_WORD = re.compile(r"\s{0,8}([^\s,;:()\[\]“\"]{1,60})([,;:()\[\]“\"]?)")
_ARTICLE = re.compile(r"\s*(?:(?:currently|now|also|both|presently)\s)?(a|an|the)\s+")
_PREPOSITIONS = word_set("at of with for to in on from by within under")
_TURNS = word_set(
    "who whose where which that based living working writing currently since until when while but "
    "specialising specializing focusing covering studying teaching or is was has"
)
_DASHES = ("–", "—", "-", "--")
_ASIDE = re.compile(r"[–—-]\s[^–—.;]{1,80}\s[–—-]\s(at|of|with|for)(?=\s)")
_ADJECTIVE = re.compile(
    r"\s(?!(?:at|in|of|and|for|with|to|on|from|where|who|which|is|was|as|by|based|since|until|"
    r"currently|working|living)\b)[a-z]{3,}"
)
_AGED = re.compile(r"[0-9]{1,2}-year-old\Z")
_BEHIND_ROLE = re.compile(r",?\s?(?=(?:the\s)?[^\W\d_a-z])")
_CLOSED = re.compile(r"\s?[,.;:)\]*_]|\Z|\s\(|\sin\s[A-Z]|\s[–—-]\s")
_BASED = re.compile(r"[A-Z][\w'’-]{1,30}-based\s+")
_AND_ROLE = re.compile(
    r",?\s(?:and|as\swell\sas)\s(?:(?:is|was|also|currently|now)\s){0,2}"
    r"(?=(?:an?|the)\s\w|[a-z]|[A-Z](?:[a-z-]{2,20}|[A-Z]{1,3})\s(?:[A-Z][a-z-]{2,20}\s)?"
    r"(?:of|at|for|to|with)\s)"
    r"|,\s(?=(?:an?|the)\s[a-z])"
)
_WORK_END = re.compile(r"[,;(]|\.\s*\Z|\sand\s(?:an?|the|is|co-)\b|\Z")
_QUOTED = re.compile(r"\s?([\"“‘][^\"”“]{1,120}[\"”’])")
_IN_PLACE = re.compile(r"\s(?:based\s)?in\s[^\W\d_a-z]")
_MOST_DEEP = 4


def predicate(text: str, start: int, end: int, depth: int = 0) -> Predicate:
    """What ``text[start:end]`` says that a person is. Nothing certain: no role, no posts."""
    article = _ARTICLE.match(text, start, end)
    begin = article.end() if article else start
    begin = trimmed(text, _skipped(text, begin, end), end)[0]
    first = _organisation_first(text, begin, end)
    if first:
        rest = predicate(text, first[1], end, depth)
        return replace(rest, posts=(first[0], *rest.posts))
    stop, lead, place = _role(text, begin, end)
    stop = trimmed(text, begin, stop)[1]
    role = (begin, stop) if _is_role(text, begin, stop, article is not None) else None
    if lead is _Lead.UNSURE:
        return Predicate(None, (), vague=role is not None)
    posts, place = in_a_row(text, place, end) if lead is _Lead.ORGANISATION else ((), place)
    if not role and article is None:
        return Predicate(None, ())
    if role and lead is _Lead.END and not posts:
        behind = _organisation_behind(text, stop, end)
        posts, place = behind or (posts, place)
    if depth < _MOST_DEEP:
        posts += _further(text, place, end, depth)
    return Predicate(role, posts)


def _organisation_behind(text: str, place: int, end: int) -> tuple[tuple[Post, ...], int] | None:
    """The organisation behind a role and a comma: "director, Northern Murals Trust"."""
    comma = _BEHIND_ROLE.match(text, place, end)
    name = organisation(text, comma.end(), end) if comma and comma.group()[:1] == "," else None
    if name is None or is_place(name) or not name.certain:
        return None
    if not name.named and not is_outlet(text[name.start : name.end], dated=False):
        return None
    if comma is None or not _CLOSED.match(text, name.after, end):
        return None
    return in_a_row(text, comma.end(), end)


def posts(text: str, start: int, end: int) -> tuple[Post, ...]:
    """The organisations named one after the other from ``start`` on ("teaches at ...")."""
    found, place = in_a_row(text, start, end)
    return found + _further(text, place, end, 1)


def _skipped(text: str, start: int, end: int) -> int:
    """The position behind a word that says where somebody is based: "Karachi-based"."""
    based = _BASED.match(text, start, end)
    return based.end() if based else start


def _organisation_first(text: str, start: int, end: int) -> tuple[Post, int] | None:
    """An organisation before the role: "a Daily Herald (www...) columnist", "the Fund's head"."""
    name = organisation(text, start, end)
    if not name or len(name.words) < 2:
        return None
    if name.named and text[name.end - 2 : name.end] in ("'s", "’s"):
        return Post(replace(name, end=name.end - 2)), name.end
    paren = PARENTHESIS.match(text, name.end, end)
    word = re.compile(r"\s([a-z-]{3,30})").match(text, paren.end(), end) if paren else None
    if not paren or not word or word.group(1) not in ROLES:
        return None
    return Post(name), paren.end()


def _role(text: str, start: int, end: int) -> tuple[int, _Lead, int]:
    """Where the role that begins at ``start`` ends, what follows it, and where that begins."""
    place, words = start, list[str]()
    while len(words) < 12:
        match = _WORD.match(text, place, end)
        if not match:
            break
        word, mark = match.group(1).rstrip("."), match.group(2)
        lower = word.lower()
        if words and word in _DASHES:
            return _aside(text, words[-1].lower(), match, end)
        if words and lower in _PREPOSITIONS:
            lead, onward = _lead(text, words[-1].lower().strip("'’"), lower, match.end(1), end)
            if lead is not _Lead.ON:
                return match.start(1), lead, onward
            place = max(onward, match.end(1))
        elif words and (lower in _TURNS or _turns(text, lower, match.end(1), end)):
            return _turned(text, match, end)
        else:
            place = match.end(1)
        words.append(word)
        if mark or place >= end:
            return _trim_stop(text, place, end), _Lead.END, place
    return place, _Lead.END, place


def _aside(text: str, head: str, dash: re.Match[str], end: int) -> tuple[int, _Lead, int]:
    """The end of a role before a dash; what stands between two dashes is passed over."""
    stop = dash.start(1)
    aside = _ASIDE.match(text, stop, end)
    if aside:
        lead, onward = _lead(text, head, aside.group(1), aside.end(1), end)
        if lead is _Lead.ORGANISATION:
            return stop, lead, onward
    return stop, _Lead.END, stop


def _turned(text: str, match: re.Match[str], end: int) -> tuple[int, _Lead, int]:
    """The end of a role before "working at", "based in", "and a", "who"."""
    stop = match.start(1)
    onward = re.compile(r"\s(?:at|with|for)\s").match(text, match.end(1), end)
    if onward and match.group(1).lower() in ("based", "working", "writing", "studying", "teaching"):
        return stop, _Lead.ORGANISATION, onward.end()
    return stop, _Lead.END, stop - 1


def _turns(text: str, lower: str, place: int, end: int) -> bool:
    """Whether an "and" inside a role begins another role."""
    if lower != "and":
        return False
    match = re.compile(
        r"\s(?:(?:an?|the|is|was|has|also|former|formerly|writes|works|teaches|lives|lectures|studies|"
        r"runs|directs|heads|leads|edits|blogs|serves|currently|sits)\s|((?:[\w-]{2,24}\s?){1,3}))"
    ).match(text, place, end)
    if not match or not match.group(1):
        return True
    return any(word.lower() in ROLES for word in match.group(1).split())


def _trim_stop(text: str, place: int, end: int) -> int:
    """Before the full stop that ends the sentence."""
    return place - 1 if place >= end - 1 and text[place - 1] == "." else place


def _is_role(text: str, start: int, stop: int, article: bool) -> bool:
    """Whether the words can be a role: after an article, or with a word that roles are made of."""
    words = text[start:stop].split()
    if not words or len(words) > 12 or not (words[0][0].isalpha() or _AGED.match(words[0])):
        return False
    plain = [w.lower().strip(",.") for w in words]
    if plain[-1] in KINDS and not article:
        return False
    return article or any(is_role(word) for word in plain)


def _lead(text: str, head: str, prep: str, after: int, end: int) -> tuple[_Lead, int]:
    """Where a preposition leads, and where to go on."""
    begin = after + (1 if after < end and text[after].isspace() else 0)
    if head in MAKERS and prep == "of":
        quoted = _QUOTED.match(text, after, end)
        return _Lead.ON, quoted.end(1) if quoted else _work_end(text, after, end)
    if _QUOTED.match(text, after, end):
        return _Lead.END, begin
    name = organisation(text, begin, end)
    if name is None:
        return _common_lead(text, prep, begin, end), begin
    lead = _NAMED_LEADS.get(prep, _of)(text, head, name, end)
    return lead, name.end if lead is _Lead.ON else begin


def _work_end(text: str, start: int, end: int) -> int:
    match = _WORK_END.search(text, start, end)
    return match.start() if match else end


def _common_lead(text: str, prep: str, begin: int, end: int) -> _Lead:
    """A preposition before a small word or a number."""
    if prep in ("with", "from", "by", "at", "within", "under") or text[begin : begin + 1].isdigit():
        return _Lead.END
    return _Lead.ON if begin < end else _Lead.END


def _at(text: str, head: str, name: Name, end: int) -> _Lead:  # noqa: ARG001
    printed = text[name.start : name.end]
    if " " not in printed and not (name.named or _is_told_alone(printed)):
        return _Lead.END
    return _Lead.ORGANISATION if _organised(name) else _Lead.UNSURE


def _for(text: str, head: str, name: Name, end: int) -> _Lead:  # noqa: ARG001
    if is_place(name) or _is_adjective(text, name, end):
        return _Lead.ON
    return _Lead.ORGANISATION if _organised(name) else _Lead.UNSURE


def _in(text: str, head: str, name: Name, end: int) -> _Lead:
    if name.named and name.definite:
        return _Lead.ORGANISATION
    followed = re.compile(r"\s(?:at|with)\s").match(text, name.after, end)
    if head in FIELDS and not is_place(name) and _organisation_behind(text, name.after, end):
        return _Lead.ON
    return _Lead.ON if followed and head in FIELDS else _Lead.END


def _from(text: str, head: str, name: Name, end: int) -> _Lead:  # noqa: ARG001
    return _Lead.END


def _on(text: str, head: str, name: Name, end: int) -> _Lead:  # noqa: ARG001
    return _Lead.ON


def _of(text: str, head: str, name: Name, end: int) -> _Lead:
    """Behind "of" and "to": an organisation, a subject, a place, or a person in office."""
    office = name.words[0] in BODIES | HONORIFICS | OFFICES | {"prime", "crown"}
    if office or is_place(name) or (_is_adjective(text, name, end) and not name.named):
        return _Lead.ON
    if name.named:
        return _Lead.ORGANISATION
    if head in ADVISERS and _IN_PLACE.match(text, name.after, end):
        return _Lead.ORGANISATION
    onward = re.compile(r"\s(?:at|for|with)\s").match(text, name.after, end)
    if head in FIELDS or (onward and not name.definite):
        return _Lead.ON
    if head in LEADERS | {"contributor"} or (name.definite and len(name.words) > 1):
        return _Lead.ORGANISATION
    return _Lead.UNSURE


_NAMED_LEADS = {
    "at": _at, "with": _for, "for": _for, "in": _in, "within": _at, "under": _at,
    "from": _from, "by": _from, "on": _on, "of": _of, "to": _of,
}  # fmt: skip


def _is_adjective(text: str, name: Name, end: int) -> bool:
    """Whether a small noun behind a name makes it no organisation: "Middle East affairs"."""
    return not name.short and _ADJECTIVE.match(text, name.after, end) is not None


def _is_told_alone(word: str) -> bool:
    """Whether one word names an organisation rather than a town: an outlet, capitals, Harvard."""
    return is_known(word) or not word[1:].islower() or word.lower() in UNIVERSITIES


def _organised(name: Name) -> bool:
    return not is_place(name) and name.words[0] not in HONORIFICS


def _further(text: str, place: int, end: int, depth: int) -> tuple[Post, ...]:
    """The organisations of the roles behind the first; none of a role that is over."""
    match = _AND_ROLE.match(text, place, end)
    if not match:
        return ()
    verb = re.compile(
        r"(?:teaches|works|writes|lectures|studies)\b[^.;,]{0,60}?\s(?:at|for|with)\s"
    )
    action = verb.match(text, match.end(), end)
    if action:
        return posts(text, action.end(), end) if depth < _MOST_DEEP else ()
    if re.compile(r"(?:an?\s|the\s)?former(?:ly)?\b").match(text, match.end(), end):
        return ()
    rest = predicate(text, match.end(), end, depth + 1)
    if rest.role and text[slice(*rest.role)].split()[-1].lower() in KINDS:
        return ()
    return rest.posts
