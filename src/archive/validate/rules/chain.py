"""C: what the chain of transmission names is what the record names elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from archive.tei.statements import children, plain
from archive.tei.xml import Element, local
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.rules.evidence import rule_of
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
OTHER_AUTHORS = Rule(
    code="C003",
    title="a link of the chain has other authors than the record",
    reason="It is one article that was published, distributed and received.",
    example="two authors in titleStmt, and one of them in analytic",
    remedy="list the same authors in the same order in both places",
    source=_CHAIN,
)
OTHER_DISTRIBUTOR = Rule(
    code="C004",
    title="the distributor is not who the link names",
    reason="What passed the article on is named twice: once as what it appeared in, once as who "
    "distributed it.",
    example='<title level="j" ref="#org-cgnews"> and <distributor ref="#org-fpif">',
    remedy="name the same in both places, and point to the same entry",
    source=_CHAIN,
)
OTHER_LINK = Rule(
    code="C005",
    title="the distributed copy does not point to what it is a copy of",
    reason="What was passed on is the publication, if both are known.",
    example="no relatedItem, where the chain has a published item",
    remedy='add <relatedItem type="original" target="#bibl-published"/>, or mend its target',
    source=_CHAIN,
)


def check(subject: Subject) -> Iterator[Finding]:
    """The names in the chain and in affiliations against title statement and entries."""
    header = subject.at(_TITLE_STATEMENT)[0]
    for item in subject.at(_ITEMS):
        for path, stated in (("author", "author"), ("title", "title")):
            yield from _work(subject, children(item, f"analytic/{path}"), children(header, stated))
        yield from _authors(subject, item, children(header, "author"))
        yield from _distributor(subject, item)
    yield from _original(subject)
    for element in _pointing(subject):
        yield from _named(subject, element)


def _work(subject: Subject, said: list[Element], stated: list[Element]) -> Iterator[Finding]:
    """What one link says of the work; the title is the main one, the first of the statement."""
    for element, known in zip(said, stated, strict=False):
        if words(plain(element)) != words(plain(known)):
            message = f"{local(element)} {shown(element)} is {shown(known)} in the title statement"
            yield subject.finding(OTHER_WORK, element, message)


def _authors(subject: Subject, item: Element, stated: list[Element]) -> Iterator[Finding]:
    said = children(item, "analytic/author")
    people = [t for e in stated for _, t in subject.targets(e, "ref") if t is not None]
    if [local(person) for person in people] != ["person"] * len(stated):
        return  # the rules of pointers say so
    if [e.get("ref") for e in said] != [e.get("ref") for e in stated]:
        known = {e.get("ref") for e in stated}
        other = [e for e in said if e.get("ref") not in known]
        place = (other or children(item, "analytic"))[0]
        message = f"{len(said)} of the {len(stated)} authors are named here, or in another order"
        message = f"{shown(place)} is no author of the record" if other else message
        yield subject.finding(OTHER_AUTHORS, place, message)


def _distributor(subject: Subject, item: Element) -> Iterator[Finding]:
    """The outlet of a distributed item is its distributor; other names of one are C002's."""
    for distributor in children(item, "monogr/imprint/distributor"):
        outlet = children(item, "monogr/title")[0]
        if distributor.get("ref") != outlet.get("ref"):
            message = (
                f"{shown(distributor)} is {distributor.get('ref')}, and what it distributed in"
            )
            message += f" {outlet.get('ref')}"
            yield subject.finding(OTHER_DISTRIBUTOR, distributor, message)


def _original(subject: Subject) -> Iterator[Finding]:
    distributed = subject.by_id.get("bibl-distributed")
    if distributed is None:
        return
    targets = [e.get("target") for e in children(distributed, "relatedItem")]
    wanted = ["#bibl-published"] if "bibl-published" in subject.by_id else []
    if targets != wanted:
        place = (children(distributed, "relatedItem") or [distributed])[0]
        message = f"it points to {targets[0] if targets else 'nothing'} as what it is a copy of"
        yield subject.finding(OTHER_LINK, place, message)


def _pointing(subject: Subject) -> Iterator[Element]:
    for item in subject.at(_ITEMS):
        paths = ("title", "imprint/publisher", "imprint/distributor")
        yield from (e for path in paths for e in children(item, f"monogr/{path}"))
    yield from subject.at(_AFFILIATIONS)


def _named(subject: Subject, element: Element) -> Iterator[Finding]:
    for pointer, entry in subject.targets(element, "ref"):
        if entry is None or local(entry) != "org":
            continue
        known = [words(plain(name)) for name in children(entry, "orgName")]
        said = words(plain(element))
        if said not in known and (rule_of(element) or said.casefold() not in _folded(known)):
            message = f"{local(element)} {shown(element)} is no name of {pointer}"
            yield subject.finding(OTHER_NAME, element, message)


def _folded(names: list[str]) -> list[str]:
    return [name.casefold() for name in names]


FAMILY = Family((OTHER_WORK, OTHER_NAME, OTHER_AUTHORS, OTHER_DISTRIBUTOR, OTHER_LINK), check)
