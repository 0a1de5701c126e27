"""No record is too strange to be checked: there are findings, never an exception."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from archive.validate import Checked, Finding, check, report
from validate.records import edited, sealed, structured, target

BASES = [target(), edited(), structured()]
TREES = [etree.fromstring(base.xml) for base in BASES]


@st.composite
def mutants(draw: st.DrawFn) -> tuple[int, bytes]:
    """A sound record with a few parts deleted, doubled, or given what another part has."""
    number = draw(st.integers(0, len(BASES) - 1))
    root = deepcopy(TREES[number])
    for _ in range(draw(st.integers(1, 3))):
        elements = list(root.iter("*"))[1:] or [root]
        one, other = (draw(st.sampled_from(elements)) for _ in range(2))
        parent = one.getparent()
        match draw(st.sampled_from(["delete", "double", "attribute", "value", "text"])):
            case "delete" if parent is not None:
                parent.remove(one)
            case "double" if parent is not None:
                one.addnext(deepcopy(one))
            case "attribute" if one.attrib:
                del one.attrib[draw(st.sampled_from(sorted(map(str, one.attrib))))]
            case "value" if one.attrib and other.attrib:
                name = draw(st.sampled_from(sorted(map(str, one.attrib))))
                one.set(name, str(draw(st.sampled_from(sorted(map(str, other.attrib.values()))))))
            case _:
                one.text = other.text
    return number, etree.tostring(root, xml_declaration=True, encoding="UTF-8")


@given(mutants())
def test_mutants_of_records(mutant: tuple[int, bytes]) -> None:
    number, xml = mutant
    broken = sealed(replace(BASES[number], xml=xml))
    found = check(broken)
    assert all(isinstance(finding, Finding) for finding in found)
    assert found == check(broken)
    lines = xml.split(b"\n")
    for finding in found:
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
    for form in ("full", "concise", "json", "github"):
        assert report(Checked(found, content=lambda _: xml), form)[-1:] in ("", "\n")


@given(st.binary(max_size=200))
def test_any_bytes(xml: bytes) -> None:
    assert check(sealed(replace(BASES[0], xml=xml)))


@given(st.binary(max_size=200), st.sampled_from(sorted(BASES[0].files)))
def test_any_bytes_beside_the_record(content: bytes, name: str) -> None:
    beside = replace(BASES[0], files=dict(BASES[0].files) | {name: content})
    assert check(beside)
    if name != "manifest-sha256.txt":
        assert check(sealed(beside))
