"""P: pointers point to something, and to the right kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from archive.tei.statements import children
from archive.tei.xml import Element, local
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject

_LINKING = "TEI P5, chapter 17.1 (linking) and att.global.responsibility"

NOWHERE = Rule(
    code="P001",
    title="a pointer points to nothing",
    reason="What it should say is lost: who answers for a statement, who a name is, which rule.",
    example='<author ref="#pers-2"> where no element has xml:id="pers-2"',
    remedy="mend the name after #, or give the element meant that xml:id",
    source=_LINKING,
)
NOT_ANSWERABLE = Rule(
    code="P002",
    title="@resp or @who points to something that cannot answer",
    reason="Somebody answers for each statement: the program or a person, in a respStmt that says "
    "for what.",
    example='resp="#pers-1" (the author did not make the record)',
    remedy="point to a respStmt of the header; a person who edits is entered there once",
    source=_LINKING,
)
NOT_CATEGORY = Rule(
    code="P003",
    title="@ana points to something that is no category of its taxonomy",
    reason="A rule stands in tax-rules with what it says, a right in tax-rights with its meaning.",
    example='ana="#rule.title.first-line" where the category stands in another taxonomy',
    remedy="enter it in its taxonomy (rule. in tax-rules; kind. and right. in tax-rights)",
    source="TEI P5, chapter 2.3.7 (classification declaration)",
)
NO_ANCHOR = Rule(
    code="P004",
    title="@datingPoint points to something that is no date",
    reason="A relative date means something only from a date that is known.",
    example='datingPoint="#p1"',
    remedy="point to the date of publication (#d-pub), or leave datingPoint out",
    source="TEI P5, att.datable.custom, @datingPoint",
)
UNSIGNED = Rule(
    code="P005",
    title="a statement names no rule, and nobody who made it",
    reason="What the program states names its rule, what a person states is signed by the person; "
    "a statement with neither cannot be judged.",
    example='cert="high" resp="#resp-rules" and no ana',
    remedy="name the rule in ana, or point resp to the respStmt of the person who says so",
    source="docs/decisions.md (evidence)",
)
NOT_APPLICATION = Rule(
    code="P006",
    title="the name of the program does not point to the application",
    reason="Which version read the record stands in application.",
    example='<name type="software" ref="#pers-1">',
    remedy="point to the application in appInfo (#app-archive)",
    source="TEI P5, chapter 2.3.11 (application information)",
)
WRONG_KIND = Rule(
    code="P007",
    title="a pointer points to the wrong kind of thing",
    reason="A person's name is the name of a person: a pointer to a place makes it say something "
    "else.",
    example='<persName ref="#org-un">',
    remedy="point to an entry of the right list in standOff",
    source="TEI P5, chapter 14 (names, dates, people, and places)",
)

ATTRIBUTES = (
    *("resp", "who", "ref", "corresp", "ana", "target", "datingPoint", "scheme", "where"),
    *("active", "passive"),
)
KINDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("author", "ref"): ("person",),
    ("persName", "ref"): ("person",),
    ("orgName", "ref"): ("org",),
    ("distributor", "ref"): ("org",),
    ("publisher", "ref"): ("org",),
    ("placeName", "ref"): ("place",),
    ("event", "where"): ("place",),
    ("abbr", "corresp"): ("expan",),
    ("gloss", "target"): ("term",),
    ("catRef", "scheme"): ("taxonomy",),
    ("catRef", "target"): ("category",),
    ("relatedItem", "target"): ("biblStruct",),
}
_ANYWHERE = ("resp", "ana", "datingPoint")
"""Attributes that mean the same on every element."""
TAXONOMIES = {"rule": "tax-rules", "kind": "tax-rights", "right": "tax-rights"}


def check(subject: Subject) -> Iterator[Finding]:
    """All pointers of a record, and who answers for each statement."""
    for name in ATTRIBUTES:
        sound: set[str | None] = set()  # most are one of a few, and not judged by where they stand
        for element in subject.having(name):
            value = element.get(name) if name in _ANYWHERE else None
            if value not in sound:
                found = list(_pointers(subject, element, name))
                yield from found
                sound |= {value} if value and not found else set()
    for element in subject.having("cert"):
        if element.get("ana") is None and not _is_signed(subject, element):
            message = f"{local(element)} names no rule (ana) and no person (resp)"
            yield subject.finding(UNSIGNED, element, message)


def _pointers(subject: Subject, element: Element, name: str) -> Iterator[Finding]:
    for pointer, target in subject.targets(element, name):
        if target is None:
            message = f'{name} of {local(element)} points to "#{pointer}", which is not there'
            yield subject.finding(NOWHERE, element, message)
            continue
        rule = _broken(subject, element, name, pointer, target)
        if rule is not None:
            message = f'{name} of {local(element)} points to "#{pointer}" (<{local(target)}>)'
            yield subject.finding(rule, element, message)


def _broken(
    subject: Subject, element: Element, name: str, pointer: str, target: Element
) -> Rule | None:
    """The rule that a pointer breaks by what it points to."""
    fits: Callable[[], bool]
    kinds = KINDS.get((local(element), name))
    if name in ("resp", "who") and local(element) != "q":
        rule, fits = NOT_ANSWERABLE, lambda: local(target) == "respStmt"
    elif name == "ana":
        rule, fits = NOT_CATEGORY, lambda: _is_category(subject, pointer, target)
    elif name == "datingPoint":
        rule, fits = NO_ANCHOR, lambda: _is_anchor(target)
    elif local(element) == "name" and element.get("type") == "software":
        rule, fits = NOT_APPLICATION, lambda: local(target) == "application"
    elif local(element) == "title" and element.get("level") == "j":
        rule, fits = WRONG_KIND, lambda: local(target) == "org"
    elif kinds:
        rule, fits = WRONG_KIND, lambda: local(target) in kinds
    else:
        return None
    return None if fits() else rule


def _is_category(subject: Subject, pointer: str, target: Element) -> bool:
    taxonomy = TAXONOMIES.get(pointer.partition(".")[0])
    parent = target.getparent()
    if local(target) != "category" or parent is None:
        return False
    return taxonomy is None or parent is subject.by_id.get(taxonomy)


def _is_anchor(target: Element) -> bool:
    return local(target) == "date" and (target.get("when") or target.get("from")) is not None


def _is_signed(subject: Subject, element: Element) -> bool:
    statements = (target for _, target in subject.targets(element, "resp"))
    return any(
        name.get("type") == "person"
        for statement in statements
        if statement is not None
        for name in children(statement, "name")
    )


FAMILY = Family(
    (NOWHERE, NOT_ANSWERABLE, NOT_CATEGORY, NO_ANCHOR, UNSIGNED, NOT_APPLICATION, WRONG_KIND), check
)
