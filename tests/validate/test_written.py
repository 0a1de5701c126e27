"""Whatever the program writes is sound: by our grammar, by our rules, and by TEI's own."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

import factory
from archive.model.article import Block, BlockKind
from archive.model.fact import Span
from archive.model.record import Record
from archive.resources import schemas_folder
from archive.tei import write
from archive.validate import check
from tei.test_round_trip import RECORDS
from validate.articles import records
from validate.records import target

GRAMMAR = schemas_folder() / "archive.rng"
OURS = etree.RelaxNG(etree.parse(GRAMMAR))


def orders() -> dict[str, Record]:
    """Every kind of block before, between and after paragraphs."""
    line = Block(BlockKind.PARAGRAPH, Span(factory.SHA256, 0, 1), "A")
    kinds = {kind.value: replace(line, kind=kind) for kind in BlockKind}
    found = {}
    for name, block in kinds.items():
        for other in kinds.values():
            blocks = (block, other, line, block, other, line, other, block)
            found[f"{name} and {other.kind.value}"] = factory.record(blocks=blocks, marks=())
    return found


VARIANTS: dict[str, Record] = {
    name: factory.record(**changes) for name, changes in RECORDS.items()
} | orders()


@pytest.mark.parametrize("record", VARIANTS.values(), ids=VARIANTS.keys())
def test_the_grammar_accepts(record: Record) -> None:
    assert OURS.validate(etree.fromstring(write(record))), OURS.error_log


def test_tei_accepts(tei_all_grammar: etree.RelaxNG) -> None:
    for name, record in VARIANTS.items():
        assert tei_all_grammar.validate(etree.fromstring(write(record))), (
            name,
            tei_all_grammar.error_log,
        )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    home = tmp_path_factory.mktemp("written")
    paths = [home / f"{number}.xml" for number in range(len(VARIANTS))]
    for path, record in zip(paths, VARIANTS.values(), strict=True):
        path.write_bytes(write(record))
    return paths


def judged(jing: str, grammar: Path, paths: list[Path]) -> str:
    command: list[Any] = [jing, grammar, *paths]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def test_jing_accepts(jing: str, folder: list[Path]) -> None:
    assert judged(jing, GRAMMAR, folder) == ""


def test_jing_accepts_by_tei(jing: str, tei_all: Path, folder: list[Path]) -> None:
    assert judged(jing, tei_all, folder) == ""


def test_jing_does_refuse(jing: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.xml"
    path.write_bytes(write(factory.record()).replace(b"<body>", b"<body><foo/>"))
    assert "foo" in judged(jing, GRAMMAR, [path])


@given(records())
def test_any_record_is_sound(tei_all_grammar: etree.RelaxNG, record: Record) -> None:
    data = "\n\n".join(block.text for block in record.blocks) + "\n"
    files = target(record, data.encode(), year="")
    assert check(files) == ()
    assert tei_all_grammar.validate(etree.fromstring(files.xml)), tei_all_grammar.error_log
