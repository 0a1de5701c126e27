"""H: the history of a record says who had a hand in it, and when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from archive.tei.statements import children, plain
from archive.tei.xml import ID, Element
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject, shown

_HISTORY = "TEI P5, chapter 2.6 (revision description)"

OUT_OF_ORDER = Rule(
    code="H001",
    title="the history of a record is not in order",
    reason="The latest change stands first: it says in which state the record is.",
    example='<change when="2026-11-25" ...> below <change when="2026-11-24" ...>',
    remedy="put the changes in order, the latest first, or mend the date",
    source=_HISTORY,
)
NO_CHANGE = Rule(
    code="H002",
    title="somebody answers for statements, and the history has no change by that person",
    reason="A change says when a person had a hand in the record, and why; without one, an edit "
    "cannot be told from one that was put into somebody's mouth.",
    example='resp="#resp-jane", and no <change who="#resp-jane" ...>',
    remedy="let that person sign the edit, 'archive accept ID --by NAME --because WHY'",
    source="docs/decisions.md (a person's edit)",
    severity="warning",
)


def check(subject: Subject) -> Iterator[Finding]:
    """The order of the changes, and whether everybody has one who answers for something."""
    changes = subject.at("teiHeader/revisionDesc/listChange/change")
    for above, change in pairwise(changes):
        earlier, day = above.get("when", ""), change.get("when", "")
        if day > earlier:
            yield subject.finding(OUT_OF_ORDER, change, f"{day} stands below {earlier}")
    yield from _unchanged(subject, changes)


def _unchanged(subject: Subject, changes: list[Element]) -> Iterator[Finding]:
    having = {name for change in changes for name, _ in subject.targets(change, "who")}
    answering = {name for e in subject.having("resp") for name, _ in subject.targets(e, "resp")}
    for statement in subject.at("teiHeader/fileDesc/titleStmt/respStmt"):
        people = [n for n in children(statement, "name") if n.get("type") == "person"]
        if people and statement.get(ID) in answering - having:
            message = f"{shown(plain(people[0]))} answers for statements, and has no change"
            yield subject.finding(NO_CHANGE, statement, message)


FAMILY = Family((OUT_OF_ORDER, NO_CHANGE), check)
