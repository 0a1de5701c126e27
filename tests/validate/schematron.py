"""A processor of Schematron for the tests: schema to XSLT, XSLT by Saxon.

It knows what archive.sch uses: lets, keys, functions, patterns of one rule, assertions, value-of.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from saxonche import PySaxonProcessor

from archive.tei.xml import Element

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_XSL = "{http://www.w3.org/1999/XSL/Transform}"


class Schematron:
    """A compiled schema, to be asked about many files."""

    def __init__(self, schema: Path) -> None:
        self._saxon: Any = PySaxonProcessor(license=False)
        processor = self._saxon.new_xslt30_processor()
        text = etree.tostring(stylesheet(etree.parse(schema).getroot()), encoding="unicode")
        self._compiled = processor.compile_stylesheet(stylesheet_text=text)

    def failed(self, document: Path) -> dict[str, list[str]]:
        """The assertions that fail, by their ids, with what each says of each place."""
        report = self._compiled.transform_to_string(source_file=str(document))
        found: dict[str, list[str]] = {}
        for element in etree.fromstring(report.encode()):
            message = " ".join("".join(map(str, element.itertext())).split())
            found.setdefault(element.get("id", ""), []).append(message)
        return found


def stylesheet(schema: Element) -> Element:
    """The schema as a stylesheet that lists what fails."""
    namespaces = {ns.get("prefix", ""): ns.get("uri", "") for ns in schema.iter(f"{_SCH}ns")}
    sheet = etree.Element(f"{_XSL}stylesheet", nsmap=namespaces, version="2.0")
    sheet.extend([child for child in schema if str(child.tag).startswith(_XSL)])
    sheet.extend(_variables(schema))
    begin = etree.SubElement(sheet, f"{_XSL}template", match="/")
    failures = etree.SubElement(begin, "failures")
    for number, pattern in enumerate(schema.iter(f"{_SCH}pattern")):
        mode = f"pattern-{number}"
        etree.SubElement(failures, f"{_XSL}apply-templates", select="//*", mode=mode)
        (rule,) = pattern.iter(f"{_SCH}rule")
        sheet.append(_template(rule, mode))
        sheet.append(etree.Element(f"{_XSL}template", match="*", mode=mode, priority="-9"))
    return sheet


def _template(rule: Element, mode: str) -> Element:
    template = etree.Element(f"{_XSL}template", match=rule.get("context", ""), mode=mode)
    template.extend(_variables(rule))
    for assertion in rule.iter(f"{_SCH}assert"):
        test = f"not({assertion.get('test')})"
        fails = etree.SubElement(template, f"{_XSL}if", test=test)
        failure = etree.SubElement(fails, "failure", id=assertion.get("id", ""))
        _text(failure, assertion.text)
        for value in assertion:
            etree.SubElement(failure, f"{_XSL}value-of", select=value.get("select", ""))
            _text(failure, value.tail)
    return template


def _text(parent: Element, text: str | None) -> None:
    """Text in an element of its own: a stylesheet loses white space between elements."""
    if text:
        etree.SubElement(parent, f"{_XSL}text").text = text


def _variables(scope: Element) -> Iterator[Element]:
    for let in scope.findall(f"{_SCH}let"):
        name, value = let.get("name", ""), let.get("value", "")
        yield etree.Element(f"{_XSL}variable", name=name, select=value)
