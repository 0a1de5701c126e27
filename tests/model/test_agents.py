"""Names and the agents who have them: what a name decides (seldom), and what looks alike."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model.agents import Agent, AgentKind, Agents, Entry, Form
from archive.model.candidates import (
    A_LETTER,
    BEGINS_OR_ENDS,
    INITIALS,
    SAME_WORDS,
    alike,
    candidates,
)

ORG, PERSON = AgentKind.ORGANISATION, AgentKind.PERSON


def org(id: str, *forms: Form | str) -> Agent:
    return Agent(id, ORG, tuple(f if isinstance(f, Form) else Form(f) for f in forms))


IPS = Form("IPS", short=True)
STUDIES = org("studies", "Institute for Policy Studies", IPS)
PRESS = org("press", "Inter Press Service", IPS)
LATE_PRESS = org("press", "Inter Press Service", Form("IPS", short=True, first="1994"))
WORLD = org("focus", "Foreign Policy In Focus", Form("FPIF", short=True))

MEANT = {
    "one has it": ([STUDIES, WORLD], "IPS", "", "studies"),
    "two have it": ([STUDIES, PRESS], "IPS", "", ""),
    "nobody has it": ([WORLD], "IPS", "", ""),
    "one had it then": ([STUDIES, LATE_PRESS], "IPS", "1993-06-01", "studies"),
    "two had it then": ([STUDIES, LATE_PRESS], "IPS", "1994", ""),
    "two have it, and no date": ([STUDIES, LATE_PRESS], "IPS", "", ""),
    "the one had it later": ([LATE_PRESS], "IPS", "1990", ""),
    "others have it too": ([org("s", "S", Form("IPS", short=True, sure=False))], "IPS", "", ""),
    "in other capitals": ([STUDIES], "Ips", "", ""),
    "a full name": ([STUDIES], "Institute for Policy Studies", "", ""),
    "a full name of another": ([STUDIES, org("x", "IPS")], "IPS", "", ""),
    "a person has it": ([Agent("p", PERSON, (Form("P. Lee"), IPS))], "IPS", "", ""),
}


@pytest.mark.parametrize(("agents", "short", "date", "wanted"), MEANT.values(), ids=MEANT)
def test_what_a_short_form_alone_means(
    agents: list[Agent], short: str, date: str, wanted: str
) -> None:
    for known in (agents, agents[::-1]):
        found = Agents(tuple(known)).meant(ORG, short, date)
        assert (found.id if found else "") == wanted


CANDIDATES = {
    "nobody has it": ([], [("A Trust", "")], [("A Trust", "no agent", ())]),
    "a full name": (
        [STUDIES],
        [("Institute for Policy Studies", "")],
        [("Institute for Policy Studies", "could be", ("studies",))],
    ),
    "a short form": ([STUDIES], [("IPS", "")], [("IPS", "could be", ("studies",))]),
    "a short form of two": (
        [STUDIES, PRESS],
        [("IPS", "")],
        [("IPS", "undecided", ("press", "studies"))],
    ),
    "a name inside another": (
        [WORLD],
        [("Foreign Policy", "")],
        [("Foreign Policy", "no agent", ())],
    ),
    "one name at two dates": (
        [STUDIES, LATE_PRESS],
        [("IPS", "1990"), ("IPS", "2001")],
        [("IPS", "undecided", ("press", "studies")), ("IPS", "could be", ("studies",))],
    ),
}


@pytest.mark.parametrize(("agents", "names", "wanted"), CANDIDATES.values(), ids=CANDIDATES)
def test_candidates(
    agents: list[Agent],
    names: list[tuple[str, str]],
    wanted: list[tuple[str, str, tuple[str, ...]]],
) -> None:
    entries = [Entry(ORG, name, f"r{n}", date) for n, (name, date) in enumerate(names)]
    found = candidates(entries, Agents(tuple(agents)))
    assert [(c.name, c.verdict, c.agents) for c in found] == wanted


def test_names_are_grouped_with_their_records_and_decided_ones_left_out() -> None:
    entries = [
        Entry(ORG, "A Trust", "r2"),
        Entry(ORG, "A Trust", "r1"),
        Entry(ORG, "A Trust", "r1"),
        Entry(PERSON, "A Trust", "r3"),
        Entry(ORG, "A Trust", "r4", agent="trust"),
    ]
    found = candidates(entries, Agents())
    assert [(c.kind, c.records) for c in found] == [(ORG, ("r1", "r2")), (PERSON, ("r3",))]


ALIKE = {
    "a name begins another": (ORG, "Foreign Policy", "Foreign Policy In Focus", BEGINS_OR_ENDS),
    "a name ends another": (ORG, "Daily Herald", "Oslo Daily Herald", BEGINS_OR_ENDS),
    "a name inside another": (ORG, "Daily", "Oslo Daily Herald", ""),
    "an article": (ORG, "Daily Herald", "The Daily Herald", SAME_WORDS),
    "capitals, accents and marks": (ORG, "CAFÉ & Bar", "Cafe and Bar", SAME_WORDS),
    "a letter more": (ORG, "Herald Trust", "Heralds Trust", A_LETTER),
    "another letter": (ORG, "Centre Trust", "Center Trust", A_LETTER),
    "short names": (ORG, "IPS", "IPA", ""),
    "different names": (ORG, "Herald Trust", "Tribune Trust", ""),
    "an initial": (PERSON, "A. Lee", "Ann Lee", INITIALS),
    "a middle name": (PERSON, "Ann Lee", "Ann Marie Lee", INITIALS),
    "another given name": (PERSON, "Alan Lee", "Ann Lee", ""),
    "another family name": (PERSON, "Ann Ek", "Ann Lee", ""),
    "a title": (PERSON, "Ann Lee", "Dr Ann Lee", BEGINS_OR_ENDS),
    "initials of an organisation": (ORG, "A. Trust", "Ann Trust", ""),
    "in Arabic letters": (ORG, "جريدة الحياة", "جريدة الحياه", A_LETTER),
}


@pytest.mark.parametrize(("kind", "one", "other", "why"), ALIKE.values(), ids=ALIKE)
def test_alike(kind: AgentKind, one: str, other: str, why: str) -> None:
    entries = [Entry(kind, one, "r1"), Entry(kind, other, "r2")]
    wanted = [(*sorted((one, other)), why)] if why else []
    assert [(p.one, p.other, p.why) for p in alike(entries, Agents())] == wanted


POLICY = org("policy", "Foreign Policy")
SETTLED = {
    "neither is an agent's": ([], 1),
    "one is an agent's": ([WORLD], 1),
    "both are, of two agents": ([WORLD, POLICY], 0),
    "both are, of one agent": ([org("fp", "Foreign Policy In Focus", "Foreign Policy")], 0),
}


@pytest.mark.parametrize(("agents", "count"), SETTLED.values(), ids=SETTLED)
def test_what_a_person_has_settled_is_not_asked_again(agents: list[Agent], count: int) -> None:
    entries = [Entry(ORG, name, "r") for name in ("Foreign Policy", "Foreign Policy In Focus")]
    assert len(alike(entries, Agents(tuple(agents)))) == count


def test_an_agent_beside_a_name_of_a_record() -> None:
    found = alike([Entry(ORG, "Foreign Policy", "r")], Agents((WORLD,)))
    assert [(p.one, p.other) for p in found] == [("Foreign Policy", "Foreign Policy In Focus")]
    assert alike([], Agents((WORLD, POLICY))) == []


NAMES = st.lists(st.text("Aab. éع&-", max_size=9), max_size=6)


@given(NAMES, st.sampled_from(AgentKind))
def test_any_names(names: list[str], kind: AgentKind) -> None:
    """Each pair once, in order, of names that are there, whatever the order of the records."""
    entries = [Entry(kind, name, "r") for name in names]
    found = alike(entries, Agents())
    assert all(p.one < p.other and {p.one, p.other} <= set(names) for p in found)
    assert all((a.one, a.other) < (b.one, b.other) for a, b in pairwise(found))
    assert found == alike(entries[::-1], Agents())
