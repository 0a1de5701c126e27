"""V: what the program states was read by a rule for such things, and from such a line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from archive.tei.rights import GRANT
from archive.tei.statements import plain
from archive.tei.xml import ID, Element, local
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject, shown, source_range, words

_EVIDENCE = "docs/decisions.md (evidence)"

OTHER_RULE = Rule(
    code="V001",
    title="a statement names a rule that reads something else",
    reason="Whoever doubts a statement looks its rule up; that of a title says nothing of a date.",
    example='<author ana="#rule.title.first-line" ...>',
    remedy="name the rule that read it, or sign it as an editor",
    source="archive.attribution (the rules, by what they read)",
)
OTHER_LINE = Rule(
    code="V002",
    title="a line is not called what the program read in it",
    reason="What a line is decides what may be read in it: permission in a permission-statement, "
    "an author in a byline or an author-note.",
    example='<seg type="other"> with the sentence that licence quotes',
    remedy="call the line what it is",
    source="archive.attribution (where a line is recognised)",
)
OTHER_EVIDENCE = Rule(
    code="V003",
    title="the same statement has one evidence here and another there",
    reason="An author in the title statement and the person who that is were read once, in one "
    "place; if the two differ, one was changed.",
    example='<author source="src:5532,5547"> and its <person source="src:5533,5547">',
    remedy="give both the range, the certainty and the rule that are right",
    source=_EVIDENCE,
)

_SIGNED = ("byline", "note")
_CREDITED = ("credit", "edition", "byline")
_READ_BY = {
    "author": _SIGNED,
    "person": _SIGNED,
    "title": ("title",),
    "title of j": _CREDITED,
    "publisher": _CREDITED,
    "org": (*_CREDITED, "note"),
    "orgName": ("note",),
    "placeName": ("note",),
    "roleName": ("note",),
    "date": ("date",),
    "date in imprint": _CREDITED,
    "ref": ("credit", "edition"),
    "licence": ("rights",),
    "quote": ("rights",),
    "item": ("rights",),
    "name": ("rights",),
    "language": ("language",),
    "note": ("claim",),
    "expan": ("abbreviation",),
    "gap": ("gap",),
    "supplied": ("gap",),
    "choice": ("reading",),
}
"""The families of rules that may read a statement."""

_READS = {
    "note.author": ("author", "person"),
    "note.role": ("roleName",),
    "note.affiliation": ("orgName", "placeName", "org"),
    "gap.address": ("gap",),
    "gap.parenthesis": ("supplied",),
    "rights.condition": ("item",),
    "rights.licence-acts": ("item",),
    "rights.holder": ("name",),
    "credit.project-of": ("publisher", "org"),
    "credit.link": ("ref",),
    "edition.address": ("ref",),
}
"""What alone a rule reads, where that is less than its family does."""

_STATED = ("publication-statement", "distribution-statement", "permission-statement")
_LINES = {
    "title": ("main", "sub"),
    "byline": ("byline",),
    "note": ("author-note", "byline"),
    "rights": (*_STATED, "main", "sub", "label", "byline"),  # L001 speaks of those
    "credit.source-line": ("source-line", "byline"),
    "credit.published-by": (*_STATED, "byline"),
    "credit.distributed-by": (*_STATED, "byline"),
    "credit.project-of": (*_STATED, "source-line", "byline"),
    "credit.service-name": (*_STATED, "source-line", "byline"),
}
"""In what lines a rule, or a family of them, reads, of those that are called something."""
_CALLED = ("seg", "head", "byline")
_VERBATIM = frozenset(
    ["title", "author", "publisher", "date", "roleName", "orgName", "placeName", "quote"]
)


def check(subject: Subject) -> Iterator[Finding]:
    """All statements that a rule has read."""
    lines = _Lines(subject)
    named: dict[str, list[Element]] = {}
    for element in subject.having("cert"):
        rule = rule_of(element)
        if rule and reads(element, rule):
            yield from lines.called(element, rule)
        elif rule and local(subject.by_id.get(f"rule.{rule}", element)) == "category":
            message = f"{local(element)} is read by {_shown(rule)}, which reads no such thing"
            yield subject.finding(OTHER_RULE, element, message)
        name = element.get("ref")
        if name:
            named.setdefault(name[1:], []).append(element)
    for entry in subject.all("person", "org"):
        yield from _compare(subject, entry, named.get(entry.get(ID, ""), []))
    for quote in subject.at("teiHeader/fileDesc/publicationStmt/availability/licence/quote"):
        yield from _licence(subject, quote)


def rule_of(element: Element) -> str:
    """The rule that read a statement, without ``rule.``; empty if a person states it."""
    _, _, behind = f" {element.get('ana', '')}".partition(" #rule.")
    return behind.partition(" ")[0]


def reads(element: Element, rule: str) -> bool:
    """Whether a rule reads such a thing; of a date that is counted from another, D003 says so."""
    kind = local(element)
    if kind == "title" and element.get("level") == "j":
        kind = "title of j"
    elif kind == "date" and element.get("source") is not None:
        kind = "date in imprint"
    elif element.get("datingPoint") is not None:
        return True
    family = rule.partition(".")[0]
    return family in _READ_BY.get(kind, ()) and kind in _READS.get(rule, (kind,))


def _shown(rule: str) -> str:
    return rule.replace(".", "/", 1)


class _Lines:
    """The lines of a text that are called something, and where they stand."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        found = subject.all(*_CALLED)
        ranged = [(span, e) for e in found if (span := source_range(e)) is not None]
        self._lines = sorted(ranged, key=lambda line: line[0])
        self._starts = [span[0] for span, _ in self._lines]
        self._found: set[Element] = set()

    def called(self, element: Element, rule: str) -> Iterator[Finding]:
        """Compare what the line of a statement is called with what the rule reads in."""
        wanted = _LINES.get(rule) or _LINES.get(rule.partition(".")[0])
        if wanted is None or local(element) not in _VERBATIM:
            return
        if local(element) == "title" and element.get("level") == "a":
            wanted = (element.get("type", ""),)
        line = self._of(element)
        if line is None or line in self._found or (line.get("type") or local(line)) in wanted:
            return
        if _is_verbatim(self._subject, element):
            self._found.add(line)
            name = f"{local(line)} of type {line.get('type')}" if line.get("type") else local(line)
            message = f"{_shown(rule)} read {shown(element)} in this line, which is no {name}"
            yield self._subject.finding(OTHER_LINE, line, message)

    def _of(self, element: Element) -> Element | None:
        """The line that holds the characters that a statement was read from."""
        span = source_range(element)
        if span is None:
            return None
        index = bisect_right(self._starts, span[0]) - 1
        if index < 0:
            return None
        (start, end), line = self._lines[index]
        return line if start <= span[0] and span[1] <= end else None


def _compare(subject: Subject, entry: Element, others: list[Element]) -> Iterator[Finding]:
    """An entry has the evidence of one of the statements that name it, if rules read them all."""
    if not others or not all(map(rule_of, (entry, *others))):
        return
    if any(_are_one(subject, entry, other) for other in others):
        return
    for one, other in ((entry, others[0]), (others[0], entry)):
        message = f"{local(one)} has {_worded(one)}, and its {local(other)} {_worded(other)}"
        yield subject.finding(OTHER_EVIDENCE, one, message)


def _are_one(subject: Subject, one: Element, other: Element) -> bool:
    """Whether two have the same evidence; a range that is not of its words is found elsewhere."""
    if (one.get("cert"), rule_of(one)) != (other.get("cert"), rule_of(other)):
        return False
    if one.get("source") == other.get("source"):
        return True
    return not (_is_verbatim(subject, one) and _is_verbatim(subject, other))


def _is_verbatim(subject: Subject, element: Element) -> bool:
    """Whether a statement is, to the letter, what stands at its range."""
    name = next(iter(element), element) if local(element) in ("person", "org") else element
    said = subject.read(element)
    return said is not None and words(said) == words(plain(name))


def _worded(element: Element) -> str:
    return f"{element.get('source')} {element.get('cert')} {_shown(rule_of(element))}"


def _licence(subject: Subject, quote: Element) -> Iterator[Finding]:
    """What is stated was read from the sentence that is quoted; its quotation is checked itself."""
    licence = subject.by_id[GRANT]
    if not (rule_of(licence) and rule_of(quote)):
        return
    if (licence.get("source"), rule_of(licence)) != (quote.get("source"), rule_of(quote)):
        message = f"licence has {_worded(licence)}, and its quotation {_worded(quote)}"
        yield subject.finding(OTHER_EVIDENCE, licence, message)


FAMILY = Family((OTHER_RULE, OTHER_LINE, OTHER_EVIDENCE), check)
