"""T: what a record says twice it says alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from archive.model.language import direction
from archive.model.rights import Act, Standing
from archive.tei.rights import category, category_id
from archive.tei.statements import children, plain
from archive.tei.xml import ID, LANG, Element, local
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.rules import fixity
from archive.validate.rules.dates import misread
from archive.validate.rules.evidence import reads, rule_of
from archive.validate.subject import Subject, shown, words

_SAID = "docs/decisions.md (evidence)"

OTHER_WORDS = Rule(
    code="T001",
    title="the words of an element are not its value",
    reason="People read the words, programs the attribute: each would be told something else.",
    example='<measure unit="bytes" quantity="6011">6010 bytes</measure>',
    remedy="make the words say what the attribute says, or the attribute what they say",
    source=_SAID,
)
OTHER_DAY = Rule(
    code="T002",
    title="an affiliation is dated otherwise than the date that it points to",
    reason="It is stated as of publication: its date is that of publication.",
    example='<affiliation when="2008-06-12" datingPoint="#d-pub"> in a piece of 13 June 2008',
    remedy="give the date of publication, or leave both attributes out",
    source=_SAID,
)
NOT_LISTED = Rule(
    code="T003",
    title="the note on the condition of the copy does not list the gaps of the text",
    reason="Whoever reads the header looks there for what was lost.",
    example='<ptr target="#gap1"/> alone, where the text has gap1 and gap2',
    remedy="list each gap once, in the order of the text",
    source=_SAID,
)
NOT_USED = Rule(
    code="T004",
    title="a category that the program entered is pointed to by nothing",
    reason="The rules in the header are those that had a part in the record.",
    example='<category xml:id="rule.date.month"> where no ana names it',
    remedy="delete it, or put back the pointer that was lost",
    source="TEI P5, chapter 2.3.7 (classification declaration)",
)
OTHER_WAY = Rule(
    code="T005",
    title="the text does not run as its language is written",
    reason="A page would be set from the wrong side.",
    example='<text xml:lang="ar"> without style="direction: rtl"',
    remedy='give style="direction: rtl" to a text that runs from right to left, and to no other',
    source="TEI P5, chapter vi.5 (global @style); archive.model.language",
)


TWICE = Rule(
    code="T006",
    title="the same thing is stated twice",
    reason="It says no more for being said again, and is counted twice.",
    example="the same affiliation under itself",
    remedy="delete one of the two",
    source=_SAID,
)
OTHER_NAMES = Rule(
    code="T007",
    title="an organisation is called what the copy does not call it",
    reason="The program enters one name in full, and the short form that the copy prints.",
    example='<orgName type="short">FPIX</orgName> where the copy prints FPIF',
    remedy="give the names as printed; a person who knows others signs the entry (resp)",
    source=_SAID,
)
_LISTS = (
    *("teiHeader/profileDesc/langUsage", "teiHeader/fileDesc/notesStmt"),
    *("standOff/listPerson/person", "standOff/listPerson/person/affiliation"),
)
_MEANINGS = {
    category_id(act, standing): category(act, standing) for act in Act for standing in Standing
}


def check(subject: Subject) -> Iterator[Finding]:
    """The header against itself and against the text."""
    yield from _wordings(subject)
    yield from _affiliations(subject)
    yield from _gaps(subject)
    yield from _categories(subject)
    yield from _copies(subject)
    yield from _names(subject)
    text = next(subject.all("text"))
    right = direction(text.get(LANG, "")) == "rtl"
    if right != (text.get("style") is not None):
        message = f"{text.get(LANG)} runs from {'right to left' if right else 'left to right'}"
        yield subject.finding(OTHER_WAY, text, message)


def _wordings(subject: Subject) -> Iterator[Finding]:
    header = subject.at("teiHeader/fileDesc")[0]
    wordings: dict[str, Callable[[Element], str]] = {
        "publicationStmt/date": lambda e: e.get("when", ""),
        "sourceDesc/listBibl/bibl/extent/measure": lambda e: _size(subject, e),
        "sourceDesc/listBibl/bibl/relatedItem/bibl/extent/measure": _measure,
        "sourceDesc/listBibl/bibl/biblScope": _scope,
        "sourceDesc/listBibl/bibl/relatedItem/bibl/biblScope": _scope,
    }
    for path, worded in wordings.items():
        for element in children(header, path):
            if words(plain(element)) != worded(element):
                message = f"{shown(element)} stands for {worded(element)}"
                yield subject.finding(OTHER_WORDS, element, message)
    for date in children(header, "sourceDesc/listBibl/bibl/date"):
        if not plain(date).startswith(date.get("when", "")):
            message = f"{shown(date)} stands for {date.get('when')}"
            yield subject.finding(OTHER_WORDS, date, message)


def _size(subject: Subject, element: Element) -> str:
    """The size of the copy in words; that its value is the size, a rule of fixity says."""
    content, text = fixity.copy(subject).content, subject.text
    if content is None or text is None:
        return _measure(element)
    unit = element.get("unit", "")
    return f"{len(content) if unit == 'bytes' else len(text)} {unit}"


def _measure(element: Element) -> str:
    return f"{element.get('quantity')} {element.get('unit')}"


def _scope(element: Element) -> str:
    return f"{element.get('unit')} {element.get('from')} to {element.get('to')}"


def _affiliations(subject: Subject) -> Iterator[Finding]:
    date = subject.by_id.get("d-pub")
    if date is not None and any(misread(subject, date)):
        return  # it is the date of publication that is wrong
    for affiliation in subject.at("standOff/listPerson/person/affiliation"):
        for _, anchor in subject.targets(affiliation, "datingPoint"):
            when = affiliation.get("when", "")
            known = anchor.get("when") if anchor is not None else None
            if known and not (known.startswith(when) or when.startswith(known)):
                message = f"the affiliation is of {when}, and what it points to of {known}"
                yield subject.finding(OTHER_DAY, affiliation, message)


def _gaps(subject: Subject) -> Iterator[Finding]:
    """A note that lists gaps lists those of the text; an editor's gap may stand in none."""
    in_text = [gap.get(ID) for gap in subject.all("gap") if gap.get("ana")]
    notes = [e for e in subject.by_id["bibl-received"] if e.get("type") == "condition"]
    listed = [p for note in notes for e in note for p, _ in subject.targets(e, "target")]
    for note in notes:
        for pointer in children(note, "ptr"):
            for name, target in subject.targets(pointer, "target"):
                if target is not None and local(target) != "gap":
                    message = f"the note points to {local(target)} {name}, which is no gap"
                    yield subject.finding(NOT_LISTED, pointer, message)
                    return
    missing = [name for name in in_text if listed.count(str(name)) != 1]
    if missing:
        place = notes[0] if notes else subject.by_id["bibl-received"]
        message = f"{missing[0]} of the text is not listed once"
        yield subject.finding(NOT_LISTED, place, message)


def _categories(subject: Subject) -> Iterator[Finding]:
    """Those of the program; in a record that a person has signed, a rule may be left over."""
    used = {p[1:] for e in subject.having("ana") for p in e.get("ana", "").split()}
    signed = len(subject.at("teiHeader/fileDesc/titleStmt/respStmt")) > 1
    unused = []
    for entry in subject.at("teiHeader/encodingDesc/classDecl/taxonomy/category"):
        name = entry.get(ID, "")
        kind = name.partition(".")[0]
        if kind in ("rule", "kind") and name not in used and not signed:
            unused.append(entry)
        if kind == "right":
            yield from _meaning(subject, entry, name)
    if unused and not _has_lost_a_rule(subject):
        for entry in unused:
            yield subject.finding(NOT_USED, entry, f"nothing points to {entry.get(ID)}")


def _has_lost_a_rule(subject: Subject) -> bool:
    """Whether a statement names no rule, or one that cannot have read it: other rules say so."""
    return any(
        not (rule := rule_of(element))
        or f"rule.{rule}" not in subject.by_id
        or not reads(element, rule)
        or _is_miscounted(element, rule)
        for element in subject.having("cert")
    )


def _is_miscounted(element: Element, rule: str) -> bool:
    return element.get("datingPoint") is not None and not rule.startswith("date.")


def _meaning(subject: Subject, entry: Element, name: str) -> Iterator[Finding]:
    for described in children(entry, "desc"):
        if words(plain(described)) != _MEANINGS.get(name):
            message = f"{shown(described)} is not what {name} means"
            yield subject.finding(OTHER_WORDS, described, message)


def _copies(subject: Subject) -> Iterator[Finding]:
    """What is said of a person, languages and claims that are like the one before."""
    for path in _LISTS:
        for element in (e for found in subject.at(path) for e in found):
            before = element.getprevious()
            if before is not None and before.tag == element.tag and _are_alike(before, element):
                message = f"{local(element)} {shown(element)} stands here once more"
                yield subject.finding(TWICE, element, message)


def _are_alike(one: Element, other: Element) -> bool:
    """Whether two are the same to the byte, but for white space behind them."""
    return plain(one) == plain(other) and _bytes(one) == _bytes(other)


def _bytes(element: Element) -> bytes:
    return etree.tostring(element, with_tail=False)


def _names(subject: Subject) -> Iterator[Finding]:
    """An organisation that rules read has the name of its statement, and a short form printed."""
    for org in subject.at("standOff/listOrg/org"):
        if not rule_of(org) or subject.text is None:
            continue
        names = children(org, "orgName")
        if [name.get("type") for name in names] not in (["full"], ["full", "short"]):
            yield subject.finding(OTHER_NAMES, org, "it has not one full name and one short form")
        for short in names[1:]:
            if plain(short) not in subject.text:
                message = f"{shown(short)} stands nowhere in the copy"
                yield subject.finding(OTHER_NAMES, short, message)


FAMILY = Family(
    (OTHER_WORDS, OTHER_DAY, NOT_LISTED, NOT_USED, OTHER_WAY, TWICE, OTHER_NAMES), check
)
