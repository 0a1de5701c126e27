"""A: agents are what records can point to, and a name that two of them share is known to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from archive.model.agents import Agent, AgentKind, Form
from archive.tei.agents import NAMES, agent_of, pointer
from archive.tei.statements import children, plain
from archive.tei.xml import ID, Element, UnreadableRecord, local, parse
from archive.validate.claims import Claim, Claims
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.rules import grammar, xml
from archive.validate.subject import Subject, shown, words
from archive.validate.target import RECORD, Surroundings, Target

_AGENTS = "docs/decisions.md (agents)"

REFUSED = Rule(
    code="A001",
    title="the grammar refuses the file of an agent",
    reason="Whatever compares names relies on where they stand in the file.",
    example='<orgName>Herald Trust</orgName> without type="full" and source',
    remedy="schemas/agent.rnc says in comments what may stand where",
    source="schemas/agent.rnc; TEI P5 4.12.0, chapter 14 (names, dates, people, and places)",
)
OTHER_NAME = Rule(
    code="A002",
    title="xml:id of an agent is not the name of its file",
    reason="Records point to the file by that name.",
    example='xml:id="herald-trust" in records/_agents/herald.xml',
    remedy="give both the same name; records that point to the old one have to be mended too",
    source=_AGENTS,
)
NO_AGENT = Rule(
    code="A003",
    title="a record points to an agent that is not there",
    reason="What a person has decided is lost: who is meant.",
    example='<idno type="agent" ...>herald</idno> and no records/_agents/herald.xml',
    remedy="mend the name, or bring the file back ('archive agents' lists those that are there)",
    source=_AGENTS,
)
WRONG_KIND = Rule(
    code="A004",
    title="a record points to an agent of another kind",
    reason="A person is no organisation: one of the two is not who is meant.",
    example="an org whose agent is a person",
    remedy="point to the right agent, or to none",
    source=_AGENTS,
)
UNKNOWN_NAME = Rule(
    code="A005",
    title="a record calls an agent by a name that its file does not have",
    reason="Either this is another one, or the file lacks a name under which it is known here.",
    example='"Daily Herald" for an agent whose file has "The Daily Herald" alone',
    remedy="look who is meant: enter the name in the agent's file, or take the pointer away",
    source=_AGENTS,
    severity="warning",
)
SHARED = Rule(
    code="A006",
    title="two agents share a name",
    reason="Where only that name is printed it does not say who is meant, and nothing is decided.",
    example='"IPS" for the Institute for Policy Studies and for Inter Press Service',
    remedy="nothing, if both were called so at one time: say in archive.toml that you know, "
    '[validate.per-path] "records/_agents/*" = ["A006"]; else give from and to',
    source=_AGENTS,
    severity="warning",
)
BACKWARDS = Rule(
    code="A007",
    title="a name went out of use before it came into use",
    reason="One of the two dates is wrong.",
    example='<orgName type="full" ... from="2005" to="1998">',
    remedy="mend the dates",
    source="TEI P5, att.datable.w3c",
)
NOT_ATTESTED = Rule(
    code="A008",
    title="a name is attested by a record that is not there",
    reason="Nobody can look the name up where it was read.",
    example='source="../2008/2008-06-13-lee-a-well/record.xml" and no such record',
    remedy="mend the path: ../<year>/<id>/record.xml",
    source=_AGENTS,
)

NOT_PRINTED = Rule(
    code="A009",
    title="a name does not stand in the record that is said to print it",
    reason="A name that its evidence does not contain is unproved, as any other statement.",
    example='"Herald Fund" with the source of a record that prints Herald Trust alone',
    remedy="give the record or the address where the name is printed, or take the name out",
    source=_AGENTS,
)
UNUSED = Rule(
    code="A010",
    title="no record names an agent",
    reason="Agents are entered for names that records print; this one says nothing of any.",
    example="records/_agents/lee-ann.xml, and Ann Lee is in no record",
    remedy="mend its names, point to it from the record that means it, or delete the file",
    source=_AGENTS,
    severity="warning",
)


def claims(subject: Subject) -> Iterator[Claim]:
    """The names of a record's entries; and its pointers: where to, from what, by which name."""
    named: dict[str, None] = {}
    for entry in (*subject.at("standOff/listPerson/person"), *subject.at("standOff/listOrg/org")):
        names = [words(plain(name)) for name in children(entry, NAMES[AgentKind(local(entry))])]
        named.update(dict.fromkeys(names))
        id = pointer(entry)
        if id:
            number = next(n for n in children(entry, "idno") if n.get("type") == "agent")
            values = (id, local(entry), entry.get(ID, ""), names[0])
            yield subject.claim("agent", number, *values)
    yield subject.claim("names", subject.root, *named)


def among(claims: Claims, around: Surroundings) -> Iterator[Finding]:
    """The files of agents, the agents among each other, and what records say of them."""
    if around.agents is None:
        return
    known: dict[str, Agent | None] = {}
    sound: list[tuple[Subject, Agent]] = []
    for target in around.agents:
        subject, findings = _accepted(target)
        yield from findings
        agent = known[target.id] = agent_of(subject.root, target.id) if subject else None
        if subject and agent:
            yield from _one(subject, around)
            sound.append((subject, agent))
    yield from _shared(sound)
    yield from _unused(sound, claims, around)
    for claim in claims.of("agent"):
        yield from _pointed(claim, known)


def _unused(
    sound: Iterable[tuple[Subject, Agent]], claims: Claims, around: Surroundings
) -> Iterator[Finding]:
    """Agents that no record names; nothing while one is refused, for that one may."""
    records = claims.of("names")
    if around.records is None or len(records) < len(around.records):
        return
    meant = {claim.values[0] for claim in claims.of("agent")}
    named = {name for claim in records for name in claim.values}
    for subject, agent in sound:
        attested = any(map(_home, children(subject.root, NAMES[agent.kind])))
        if agent.id not in meant and not attested and named.isdisjoint(f.text for f in agent.forms):
            yield subject.finding(UNUSED, subject.root, f"no record names {agent.id}")


def _home(name: Element) -> str:
    """The year and id of the record that is said to print a name; empty if it is an address."""
    home = name.get("source", "").removeprefix("../").removesuffix(f"/{RECORD}")
    return "" if "://" in home else home


def _accepted(target: Target) -> tuple[Subject | None, list[Finding]]:
    try:
        root = parse(target.xml).getroot()
    except UnreadableRecord as error:
        return None, [_of_agent(xml.unreadable(target, error))]
    subject = Subject.of(target, root)
    findings = [*xml.instructions(subject), *xml.duplicates(subject), *xml.spaced(subject)]
    findings += [] if findings else grammar.refusals(subject, "agent", REFUSED)
    return (None if findings else subject), findings


def _of_agent(finding: Finding) -> Finding:
    return replace(finding, hint=finding.hint.replace(RECORD, "the file"))


def _one(subject: Subject, around: Surroundings) -> Iterator[Finding]:
    root = subject.root
    if root.get(ID) != subject.target.id:
        message = f'xml:id is "{root.get(ID)}", the file is {subject.target.id}.xml'
        yield subject.finding(OTHER_NAME, root, message)
    for name in children(root, NAMES[AgentKind(local(root))]):
        first, last = (_dates(name, *pair) for pair in (("from", "notBefore"), ("to", "notAfter")))
        if not Form("", first=first, last=last).in_use(first):
            message = f"{shown(name)} was in use from {first} to {last}"
            yield subject.finding(BACKWARDS, name, message)
        yield from _attested(subject, name, around)


def _attested(subject: Subject, name: Element, around: Surroundings) -> Iterator[Finding]:
    """Whether the record is there that is said to print a name, and prints it."""
    home = _home(name)
    if not home:
        return
    text = around.printed(home)
    if text is None:
        message = f"there is no record {home}, where {shown(name)} is said to stand"
        yield subject.finding(NOT_ATTESTED, name, message)
    elif text and not _stands(name, text):
        message = f"{shown(name)} does not stand in record {home}"
        yield subject.finding(NOT_PRINTED, name, message)


def _stands(name: Element, text: str) -> bool:
    """Whether a text has the name as words of its own; of a short form, in the same capitals."""
    flags = re.IGNORECASE if name.get("type") == "full" else 0
    return re.search(rf"(?<!\w){re.escape(words(plain(name)))}(?!\w)", text, flags) is not None


def _dates(name: Element, *attributes: str) -> str:
    return next((date for a in attributes if (date := name.get(a, ""))), "")


def _shared(sound: Iterable[tuple[Subject, Agent]]) -> Iterator[Finding]:
    """The names that an agent shares with one before it, if both may have had it at one time."""
    holders: dict[tuple[AgentKind, str], list[tuple[Agent, Form]]] = {}
    for subject, agent in sound:
        for form in agent.forms:
            others = holders.setdefault((agent.kind, form.text), [])
            for other in dict.fromkeys(a.id for a, f in others if a != agent and f.overlaps(form)):
                names = children(subject.root, NAMES[agent.kind])
                place = next(name for name in names if words(plain(name)) == form.text)
                message = f'"{form.text}" is a name of {other} too: alone it decides nothing'
                yield subject.finding(SHARED, place, message)
            others.append((agent, form))


def _pointed(claim: Claim, known: Mapping[str, Agent | None]) -> Iterator[Finding]:
    id, kind, entry, name = claim.values
    file = claim.beside(f"_agents/{id}.xml")
    if id not in known:
        message = f"{kind} {entry} points to {id}, which is no agent here"
        yield claim.finding(NO_AGENT, message, file)
    elif (agent := known[id]) is None:
        return  # its file is none, and a finding says so
    elif agent.kind != kind:
        message = f"{kind} {entry} points to {id}, which is a {agent.kind}"
        yield claim.finding(WRONG_KIND, message, file)
    elif not agent.called(name):
        message = f"{shown(name)} is none of the names of {id}"
        yield claim.finding(UNKNOWN_NAME, message, file)


FAMILY = Family(
    (
        *(REFUSED, OTHER_NAME, NO_AGENT, WRONG_KIND, UNKNOWN_NAME, SHARED, BACKWARDS),
        *(NOT_ATTESTED, NOT_PRINTED, UNUSED),
    ),
    claims=claims,
    among=among,
)
