"""X: a record is XML that can be read safely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.etree import ProcessingInstruction

from archive.tei.xml import ID, Element, UnreadableRecord, local
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject, finding, line_of, shown
from archive.validate.target import Target

_XML = "XML 1.0 (fifth edition)"

NOT_WELL_FORMED = Rule(
    code="X001",
    title="record.xml is not well-formed XML",
    reason="A file that is not well-formed is not XML: no program can read it, now or later.",
    example="<p>one <hi>two</p>",
    remedy="mend the place, or take the file back from version control",
    source=f"{_XML}, section 2.1",
)
DOCTYPE = Rule(
    code="X002",
    title="record.xml has a document type declaration",
    reason="It can name files and define entities, so what the record says would depend on them.",
    example='<!DOCTYPE TEI SYSTEM "tei.dtd">',
    remedy="delete the declaration, and write each character that an entity stood for",
    source="OWASP, XML External Entity Prevention",
)
DUPLICATE_ID = Rule(
    code="X003",
    title="two elements have the same xml:id",
    reason="A pointer to that name would point to two places.",
    example='<date xml:id="d1" ...> twice',
    remedy="give one of them another name, and look at what points to it",
    source="xml:id Version 1.0, section 4",
)
TOO_LARGE = Rule(
    code="X004",
    title="record.xml is larger or deeper than any record",
    reason="Such a file can stop the program that reads it; no article needs it.",
    example="an element in an element, and so on, 10,000 times",
    remedy="take the file back from version control",
    source="libxml2, XML_PARSE_HUGE",
)
NOT_UTF8 = Rule(
    code="X005",
    title="record.xml is not UTF-8, or declares that it is not",
    reason="One encoding for all records: what their bytes mean is never in doubt.",
    example='<?xml version="1.0" encoding="ISO-8859-1"?>',
    remedy="save the file as UTF-8, and declare UTF-8 or nothing",
    source="docs/decisions.md (evidence)",
    mend="declares UTF-8, if that is what the bytes are in",
)
INSTRUCTION = Rule(
    code="X006",
    title="record.xml has a processing instruction that is not its own",
    reason="It would tell programs to do something with the record: load a style, run a script.",
    example='<?xml-stylesheet href="https://example.org/a.xsl"?>',
    remedy="delete it; a record has xml-model alone, which names its grammar and its rules",
    source="XML 1.0, section 2.6",
    mend="deletes it",
)
SPACED = Rule(
    code="X007",
    title="the value of an attribute has spaces around it, or characters that cannot be seen",
    reason="Some programs take them away and others do not: to these the value is another one.",
    example='cert=" high"',
    remedy="take them out: one space stands between two pointers, and none elsewhere",
    source="XML 1.0, section 3.3.3 (attribute-value normalization)",
)

_PHRASES = (
    ("document type declaration", DOCTYPE),
    ("larger than ", TOO_LARGE),
    ("Excessive depth", TOO_LARGE),
    ("XML_PARSE_HUGE", TOO_LARGE),
    (" too big found", TOO_LARGE),
    ("not UTF-8", NOT_UTF8),
    ("encoding other than", NOT_UTF8),
    ("already defined", DUPLICATE_ID),
)
_OURS = re.compile(r'href="[^":]*\bschemas/(?:archive\.rng|archive\.sch|agent\.rng)" ')


def unreadable(target: Target, error: UnreadableRecord) -> Finding:
    """The finding for a record that cannot be parsed."""
    rule = next((rule for phrase, rule in _PHRASES if phrase in error.reason), NOT_WELL_FORMED)
    line, column = max(error.line, 1), max(error.column, 1)
    return finding(rule, target.path, _worded(error.reason), line=line, column=column)


def _worded(reason: str) -> str:
    """What the parser says, without lines: the finding has its own, and others move."""
    return re.sub(r",? line \d+(, column \d+)?", "", reason).strip()


def duplicates(subject: Subject) -> Iterator[Finding]:
    """Elements whose xml:id an element before them has."""
    seen: dict[str, Element] = {}
    for element in subject.having(ID):
        name = element.get(ID, "")
        if name in seen:
            message = f'xml:id "{name}" is already that of a {local(seen[name])} before it'
            yield subject.finding(DUPLICATE_ID, element, message)
        seen.setdefault(name, element)


def spaced(subject: Subject) -> Iterator[Finding]:
    """Attributes whose value is not to be seen as it is."""
    for element in subject.elements:
        for name, value in ((name, str(value)) for name, value in element.items()):
            if value != value.strip() or "  " in value or not value.isprintable():
                message = f"{etree.QName(name).localname} of {local(element)} is {value!a}"
                yield subject.finding(SPACED, element, message[:200])


def instructions(subject: Subject) -> Iterator[Finding]:
    """Processing instructions other than those that name the grammar and the rules."""
    for node in islice(foreign(subject), 20):
        message = f"processing instruction {_target(node)} {shown(node.text or '')}"
        yield subject.finding_at(INSTRUCTION, line_of(node), 1, message)


def foreign(subject: Subject) -> Iterator[Element]:
    """The processing instructions that no record has, in document order."""
    for node in all_instructions(subject):
        is_before = node.getparent() is None and subject.root in node.itersiblings()
        if _target(node) != "xml-model" or not is_before or not _OURS.search(f"{node.text} "):
            yield node


def all_instructions(subject: Subject) -> list[Element]:
    """All processing instructions, in document order."""
    before = [*subject.root.itersiblings(ProcessingInstruction, preceding=True)]
    inside = subject.root.iter(ProcessingInstruction)
    return [*reversed(before), *inside, *subject.root.itersiblings(ProcessingInstruction)]


def _target(node: Element) -> str:
    return str(getattr(node, "target", ""))


FAMILY = Family((NOT_WELL_FORMED, DOCTYPE, DUPLICATE_ID, TOO_LARGE, NOT_UTF8, INSTRUCTION, SPACED))
