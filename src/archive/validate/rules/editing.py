"""E: what editors add says something."""

from __future__ import annotations

from collections.abc import Iterator

from archive.tei.statements import children, is_printed, plain
from archive.tei.xml import ID, Element, local
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject, shown, words

SAME = Rule(
    code="E001",
    title="sic and corr are the same",
    reason="A correction that corrects nothing marks as an error what may be none.",
    example="<choice><sic>air</sic><corr>air</corr></choice>",
    remedy="give the correction, or take the markup away",
    source="TEI P5, chapter 3.5.1 (apparent errors)",
    mend="takes the markup away, and leaves what is printed",
)
UNUSED = Rule(
    code="E002",
    title="an entry is never pointed to",
    reason="A person, organisation or place that nothing in the record names says nothing.",
    example='<place xml:id="pl-oslo"> and no ref="#pl-oslo"',
    remedy="mark where the text names it, or delete the entry",
    source="TEI P5, chapter 14 (names, dates, people, and places)",
    severity="warning",
)
INVENTED = Rule(
    code="E003",
    title="an address is not the one that is printed",
    reason="An address that the copy does not print is an invention; many were removed before it "
    "was received.",
    example='<ref target="https://example.org/">Daily Herald</ref>',
    remedy="give the printed address; one from elsewhere is signed with cert and resp",
    source="docs/decisions.md (evidence)",
)
NOT_CHECKED = Rule(
    code="E004",
    title="the record is called checked, and its history names nobody who checked it",
    reason="checked means that a person answers for the whole record.",
    example='<revisionDesc status="checked"> and no change by a person',
    remedy="sign it, 'archive accept ID --by NAME --because WHY', or set status to draft",
    source="TEI P5, chapter 2.6 (revision description)",
)

TOO_SOON = Rule(
    code="E005",
    title="a change was made before the copy was received",
    reason="There was no record then: one of the two days is wrong.",
    example='<change when="2025-11-24"> in the record of a copy received on 2026-11-24',
    remedy="look at the day again; that of receipt is in source/0001.json",
    source="docs/decisions.md (a record on disk)",
)

POINTING = ("ref", "active", "passive", "where", "corresp", "target")


def check(subject: Subject) -> Iterator[Finding]:
    """Corrections, entries, addresses and the status of a record."""
    for choice in same(subject):
        message = f"both of a choice are the same: {shown(choice[0])}"
        yield subject.finding(SAME, choice, message)
    yield from _unused(subject)
    for reference in next(subject.all("text")).iter("{*}ref"):
        yield from _address(subject, reference)
    yield from _status(subject)
    yield from _history(subject)


def same(subject: Subject) -> Iterator[Element]:
    """The choices between what is the same but for white space."""
    for choice in subject.all("choice"):
        sic, corr = choice.iterchildren("*")  # or orig and reg
        if words(plain(sic)) == words(plain(corr)):
            yield choice


def _unused(subject: Subject) -> Iterator[Finding]:
    used = {
        pointer
        for attribute in POINTING
        for element in subject.having(attribute)
        for pointer, _ in subject.targets(element, attribute)
    }
    for entry in subject.all("person", "org", "place"):
        if entry.get(ID) not in used:
            message = f"nothing points to {local(entry)} {entry.get(ID)}"
            yield subject.finding(UNUSED, entry, message)


def _address(subject: Subject, reference: Element) -> Iterator[Finding]:
    target = reference.get("target", "")
    if target.startswith("#") or reference.get("resp") or _is_note(reference):
        return
    if _bare(target) != _bare(plain(reference)):
        message = f"the address {target} is not what is printed: {shown(reference)}"
        yield subject.finding(INVENTED, reference, message)


def _bare(address: str) -> str:
    return address.strip().partition("://")[2].rstrip("/") or address.strip().rstrip("/")


def _is_note(reference: Element) -> bool:
    """Whether it stands in a note of the editor's own words."""
    return not all(map(is_printed, reference.iterancestors("{*}note")))


def _status(subject: Subject) -> Iterator[Finding]:
    revision = subject.at("teiHeader/revisionDesc")[0]
    by_people = any(
        name.get("type") == "person"
        for change in children(revision, "listChange/change")
        for _, statement in subject.targets(change, "who")
        if statement is not None
        for name in children(statement, "name")
    )
    if revision.get("status") == "checked" and not by_people:
        message = "status is checked, and no change is by a person"
        yield subject.finding(NOT_CHECKED, revision, message)


def _history(subject: Subject) -> Iterator[Finding]:
    received = children(subject.by_id["bibl-received"], "date")[0].get("when", "")
    for change in subject.at("teiHeader/revisionDesc/listChange/change"):
        if change.get("when", "") < received:
            message = f"changed on {change.get('when')}, received on {received}"
            yield subject.finding(TOO_SOON, change, message)


FAMILY = Family((SAME, UNUSED, INVENTED, NOT_CHECKED, TOO_SOON), check)
