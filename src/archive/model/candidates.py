"""What a person might decide about names: whom each could name, and which look alike.

Nothing here decides anything: that a name is an agent's does not make it the agent.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from archive.model.agents import AgentKind, Agents, Entry

SAME_WORDS = "the same words"
BEGINS_OR_ENDS = "one begins or ends with the other"
INITIALS = "the same name with fewer or shorter given names"
A_LETTER = "a letter apart"

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 6  # letters of a name that one letter more or less does not make another


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name in records that nobody has said whose it is.

    Attributes:
        kind: of whom it is.
        name: to the letter.
        agents: ids of those who have that name, and may have had it at the date of the records.
        records: ids of the records that have it, in order.
    """

    kind: AgentKind
    name: str
    agents: tuple[str, ...]
    records: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """What the name alone says: nothing for certain."""
        return ("no agent", "could be", "undecided")[min(len(self.agents), 2)]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of one kind that look alike: different, as long as nobody says otherwise."""

    kind: AgentKind
    one: str
    other: str
    why: str


def candidates(entries: Iterable[Entry], agents: Agents) -> list[Candidate]:
    """The names of entries that point to no agent, by kind and name; one line a possible reading.

    The same name at two dates can have two readings: an agent may have had it at one of them only.
    """
    found: dict[tuple[AgentKind, str, tuple[str, ...]], list[str]] = defaultdict(list)
    for entry in entries:
        if not entry.agent:
            possible = agents.called(entry.kind, entry.name, entry.date)
            key = (entry.kind, entry.name, tuple(sorted(agent.id for agent in possible)))
            found[key].append(entry.record)
    return [Candidate(*key, tuple(sorted(set(found[key])))) for key in sorted(found)]


def alike(entries: Iterable[Entry], agents: Agents) -> list[Pair]:
    """The pairs of names that look alike, each once, by kind and name.

    A name of a record with another one, or with a full name of an agent. Two names that agents have
    are settled: a person has entered both, as one agent's or as two.
    """
    printed = {(entry.kind, entry.name) for entry in entries}
    full = {(a.kind, form.text) for a in agents.all for form in a.forms if not form.short}
    found: list[Pair] = []
    for kind in AgentKind:
        names = sorted(name for of, name in printed | full if of is kind)
        for one, other in sorted(pairs := _alike(names, kind)):
            settled = all(agents.called(kind, name) for name in (one, other))
            if not settled and {(kind, one), (kind, other)} & printed:
                found.append(Pair(kind, one, other, pairs[one, other]))
    return found


def _alike(names: list[str], kind: AgentKind) -> dict[tuple[str, str], str]:
    """Pairs of names in order, and the first reason why they look alike."""
    words = {name: _words(name) for name in names}
    found: dict[tuple[str, str], str] = {}
    reasons = [(SAME_WORDS, _same_words(words)), (BEGINS_OR_ENDS, _begin_or_end(words))]
    if kind is AgentKind.PERSON:
        reasons.append((INITIALS, _initials(words)))
    reasons.append((A_LETTER, _a_letter_apart(words)))
    for why, pairs in reasons:
        for one, other in pairs:
            found.setdefault((min(one, other), max(one, other)), why)
    return found


Words = dict[str, tuple[str, ...]]
Names = Iterator[tuple[str, str]]


def _words(name: str) -> tuple[str, ...]:
    """The words without capitals, accents, marks and a leading article.

    >>> _words("The Café & Herald-Tribune")
    ('cafe', 'and', 'herald', 'tribune')
    """
    apart = unicodedata.normalize("NFKD", name.replace("&", " and ").casefold())
    words = _WORD.findall("".join(c for c in apart if not unicodedata.combining(c)))
    return tuple(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _same_words(words: Words) -> Names:
    for names in _grouped((of, name) for name, of in words.items() if of):
        yield from combinations(names, 2)


def _begin_or_end(words: Words) -> Names:
    by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, of in words.items():
        by_words[of].append(name)
    for name, of in words.items():
        for length in range(1, len(of)):
            for part in (of[:length], of[-length:]):
                yield from ((other, name) for other in by_words.get(part, ()))


def _initials(words: Words) -> Names:
    """Names with one family name, and first names that are the same or one the other's initial."""
    keyed = (((of[-1], of[0][0]), name) for name, of in words.items() if len(of) > 1)
    for names in _grouped(keyed):
        for one, other in combinations(names, 2):
            first, second = words[one][0], words[other][0]
            if first == second or 1 in (len(first), len(second)):
                yield one, other


def _a_letter_apart(words: Words) -> Names:
    """Names that are the same once a letter is left out of either, or of both."""
    keyed = (
        (part, name)
        for name, of in words.items()
        if len(whole := "".join(of)) >= _SHORTEST
        for part in {whole, *(whole[:at] + whole[at + 1 :] for at in range(len(whole)))}
    )
    for names in _grouped(keyed):
        yield from combinations(names, 2)


def _grouped(keyed: Iterable[tuple[object, str]]) -> Iterator[list[str]]:
    """The names that have a key in common with others."""
    groups: dict[object, list[str]] = defaultdict(list)
    for key, name in keyed:
        groups[key].append(name)
    return (names for names in groups.values() if len(names) > 1)
