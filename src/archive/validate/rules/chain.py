"""C: what the chain of transmission names is what the record names elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from archive.tei.statements import children, plain
from archive.tei.xml import Element, local
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject, shown, words

_CHAIN = "docs/decisions.md (evidence)"
_TITLE_STATEMENT = "teiHeader/fileDesc/titleStmt"
_ITEMS = "teiHeader/fileDesc/sourceDesc/listBibl/biblStruct"
_AFFILIATIONS = "standOff/listPerson/person/affiliation/orgName"

OTHER_WORK = Rule(
    code="C001",
    title="a link of the chain names another author or title than the record does",
    reason="It is one article that was published, distributed and received.",
    example='<title level="a">War in Pakistan</title> in the chain of "Peace in Pakistan"',
    remedy="say the same in both places",
    source=_CHAIN,
)
OTHER_NAME = Rule(
    code="C002",
    title="a name is none of those of the entry that it points to",
    reason="The entry in standOff says who is meant; a reader would be sent to somebody else.",
    example='<distributor ref="#org-cgnews">Common News Service</distributor>',
    remedy="give the name as the entry has it, or enter this form of it there",
    source="TEI P5, chapter 14.2 (names); att.canonical/@ref",
)


def check(subject: Subject) -> Iterator[Finding]:
    """The names in the chain and in affiliations against title statement and entries."""
    header = subject.at(_TITLE_STATEMENT)[0]
    for item in subject.at(_ITEMS):
        for path, stated in (("author", "author"), ("title", "title")):
            yield from _work(subject, children(item, f"analytic/{path}"), children(header, stated))
    for element in _pointing(subject):
        yield from _named(subject, element)


def _work(subject: Subject, said: list[Element], stated: list[Element]) -> Iterator[Finding]:
    """What one link says of the work; the title is the main one, the first of the statement."""
    for element, known in zip(said, stated, strict=False):
        if words(plain(element)) != words(plain(known)):
            message = f"{local(element)} {shown(element)} is {shown(known)} in the title statement"
            yield subject.finding(OTHER_WORK, element, message)


def _pointing(subject: Subject) -> Iterator[Element]:
    for item in subject.at(_ITEMS):
        paths = ("title", "imprint/publisher", "imprint/distributor")
        yield from (e for path in paths for e in children(item, f"monogr/{path}"))
    yield from subject.at(_AFFILIATIONS)


def _named(subject: Subject, element: Element) -> Iterator[Finding]:
    for pointer, entry in subject.targets(element, "ref"):
        if entry is None or local(entry) != "org":
            continue
        known = {words(plain(name)).casefold() for name in children(entry, "orgName")}
        if words(plain(element)).casefold() not in known:
            message = f"{local(element)} {shown(element)} is no name of {pointer}"
            yield subject.finding(OTHER_NAME, element, message)


FAMILY = Family((OTHER_WORK, OTHER_NAME), check)
