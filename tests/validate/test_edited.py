"""What editors add: the grammar takes it, the rules find nothing, and it stays TEI."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from archive.resources import schemas_folder
from archive.tei import read
from archive.validate import Target, check
from validate.records import edited, structured
from validate.test_written import judged

EDITED: dict[str, Callable[[], Target]] = {"names and notes": edited, "structure": structured}


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
