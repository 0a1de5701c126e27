"""Pandoc reads our BibTeX as what we wrote: a second reader, made by others."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

from archive.export.bibtex import write
from archive.export.csl_json import item
from archive.model.record import Record
from export.people import RECORDS, titled
from factory import record

CASES: dict[str, Record] = {
    "a whole record": record(),
    "quotation marks and markup in a title": titled('A "quote" & <b>5 %</b> of $1'),
    **{name: RECORDS[name] for name in ("two authors", "particle", "corporate", "undated")},
}


def read_by_pandoc(bibtex: str) -> dict[str, Any]:
    done = subprocess.run(
        ["pandoc", "--from", "bibtex", "--to", "csljson"],
        input=bibtex,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    (found,) = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed ('make tools')")
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_pandoc_reads_what_was_written(case: Record) -> None:
    expected, found = item(case), read_by_pandoc(write([case]))
    for variable in ("id", "container-title", "issued"):
        assert found.get(variable) == expected.get(variable)
    title = found["title"].replace('<span class="nocase">', "").replace("</span>", "")
    assert title == expected["title"]
    assert [_name(n) for n in found.get("author", [])] == [
        _name(n) for n in expected.get("author", [])
    ]


def _name(name: dict[str, str]) -> tuple[str, ...]:
    """A name in one form: pandoc keeps a particle apart."""
    particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
    family = f"{particle} {name.get('family', '')}".strip()
    return (family, name.get("given", ""), name.get("literal", ""))
