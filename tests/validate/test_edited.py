"""What editors add: the grammar takes it, the rules find nothing, and it stays TEI."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

import factory
from archive.model.fact import Editor
from archive.model.record import Change
from archive.resources import schemas_folder
from archive.tei import read
from archive.validate import Target, check
from validate.records import changed, edited, structured, target
from validate.test_written import judged


def licensed() -> Target:
    """The record with a public licence that an editor says the source names."""
    rights, history = factory.record().rights, factory.record().history
    assert rights is not None
    jane = Editor("Jane Doe")
    named = replace(rights, licence=replace(rights.statement, value="CC-BY-4.0", rule=jane))
    signed = (Change("2026-11-25", "Named the licence.", jane), *history)
    return changed(
        target(factory.record(rights=named, history=signed)),
        ('status="restricted"', 'status="free"'),
        ('"lic-text"', '"lic-text" target="https://creativecommons.org/licenses/by/4.0/"'),
    )


def addressed() -> Target:
    """The record with an address that an editor knows from elsewhere, and signs."""
    signed = '<ref target="http://a.example/" cert="high" resp="#resp-editor-1"'
    return changed(structured(), ('<ref target="http://www.well.example/"', signed))


EDITED: dict[str, Callable[[], Target]] = {
    "names and notes": edited,
    "structure": structured,
    "a public licence": licensed,
    "an address from elsewhere": addressed,
}


@pytest.mark.parametrize("make", EDITED.values(), ids=EDITED.keys())
def test_edited_records_are_sound(make: Callable[[], Target]) -> None:
    target = make()
    assert check(target) == ()
    read(target.xml)


@pytest.mark.parametrize("make", EDITED.values(), ids=EDITED.keys())
def test_edited_records_are_tei(
    make: Callable[[], Target],
    tei_all: Path,
    tei_all_grammar: etree.RelaxNG,
    jing: str,
    tmp_path: Path,
) -> None:
    path = tmp_path / "record.xml"
    path.write_bytes(make().xml)
    assert tei_all_grammar.validate(etree.parse(path)), tei_all_grammar.error_log
    assert judged(jing, tei_all, [path]) == ""
    assert judged(jing, schemas_folder() / "archive.rng", [path]) == ""
