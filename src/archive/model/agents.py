"""Agents: the people and organisations that an archive knows, as people have entered them.

A name is only ever a name: two agents may share one ("IPS"), and then it decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class AgentKind(StrEnum):
    """What an agent is; the value is the name of its element in TEI."""

    PERSON = "person"
    ORGANISATION = "org"


@dataclass(frozen=True, slots=True)
class Form:
    """A name of an agent, to the letter as it is printed.

    Attributes:
        text: the name, each run of white space as one space.
        short: whether it is a short form ("IPS").
        sure: whether it says who is meant where nothing else is printed; not where others are
            known to have it too.
        first: not in use before; ISO 8601, maybe partial; empty if that is not known.
        last: not in use after; the same.
    """

    text: str
    short: bool = False
    sure: bool = True
    first: str = ""
    last: str = ""

    def in_use(self, date: str) -> bool:
        """Whether it may have been in use then: it was not only earlier or only later.

        An empty ``date`` is not known, and rules nothing out; of partial dates only what both state
        is compared.

        >>> form = Form("The Wire", first="1998-05", last="2004")
        >>> [form.in_use(date) for date in ("1998", "2004-12-31", "2005", "1997-11", "")]
        [True, True, False, False, True]
        """
        return not _before(date, self.first) and not _before(self.last, date)

    def overlaps(self, other: Form) -> bool:
        """Whether both may have been in use at one time."""
        return not _before(self.last, other.first) and not _before(other.last, self.first)


def _before(one: str, other: str) -> bool:
    """Whether a date is wholly before another; not if one is not known."""
    common = min(len(one), len(other))
    return one[:common] < other[:common]


@dataclass(frozen=True, slots=True)
class Agent:
    """A person or an organisation that records name.

    Attributes:
        id: readable, unique in the archive, never changed; the name of its file.
        kind: which of the two.
        forms: its names, full ones first; at least one.
    """

    id: str
    kind: AgentKind
    forms: tuple[Form, ...]

    @property
    def name(self) -> str:
        """The name that the archive goes by."""
        return self.forms[0].text

    def full(self, date: str) -> str:
        """The first full name that it may have had at that date; the one it goes by, if none."""
        forms = (form.text for form in self.forms if not form.short and form.in_use(date))
        return next(forms, self.name)

    @property
    def short(self) -> str:
        """Its first short form; empty if it has none."""
        return next((form.text for form in self.forms if form.short), "")

    def called(self, text: str, date: str = "") -> bool:
        """Whether that is one of its names, and may have been at that date."""
        return any(form.text == text and form.in_use(date) for form in self.forms)


@dataclass(frozen=True)
class Agents:
    """All agents of an archive, by id."""

    all: tuple[Agent, ...] = ()

    def called(self, kind: AgentKind, text: str, date: str = "") -> tuple[Agent, ...]:
        """Every agent of a kind that has this name, and may have had it at that date.

        None: nobody has entered it. One: it may be that one. More: the name decides nothing.
        """
        found = self._by_name.get((kind, text), ())
        return tuple(agent for agent in found if agent.called(text, date))

    def meant(self, kind: AgentKind, short: str, date: str = "") -> Agent | None:
        """The only agent that this short form can mean where it alone is printed.

        None where nobody has it, or several have, or the one that has it is not sure of it.
        """
        found = self.called(kind, short, date)
        forms = found[0].forms if len(found) == 1 else ()
        same = [form for form in forms if form.text == short and form.in_use(date)]
        return found[0] if same and all(form.short and form.sure for form in same) else None

    @cached_property
    def _by_name(self) -> dict[tuple[AgentKind, str], tuple[Agent, ...]]:
        index: dict[tuple[AgentKind, str], tuple[Agent, ...]] = {}
        for agent in self.all:
            for text in dict.fromkeys(form.text for form in agent.forms):
                index[agent.kind, text] = (*index.get((agent.kind, text), ()), agent)
        return index


@dataclass(frozen=True, slots=True)
class Entry:
    """Who a record names: an entry of its lists of people and organisations.

    Attributes:
        kind: of whom it is.
        name: as the record has it, in full if it has that.
        record: the record's id.
        date: that the record is filed under; empty if it states none.
        agent: the agent that a person has said it is; empty if nobody has.
    """

    kind: AgentKind
    name: str
    record: str
    date: str = ""
    agent: str = ""
