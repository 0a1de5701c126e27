"""Judges from outside: tei_all and jing, where they are there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parents[2]
TEI_ALL = ROOT.parent / "shared" / "schemas" / "tei_all.rng"


@pytest.fixture(scope="session")
def tei_all() -> Path:
    if not TEI_ALL.exists():
        pytest.skip("tei_all.rng is not in ../shared/schemas, so nothing can be compared with TEI")
    return TEI_ALL


@pytest.fixture(scope="session")
def tei_all_grammar(tei_all: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(tei_all))


@pytest.fixture(scope="session")
def jing() -> str:
    found = shutil.which("jing")
    if found is None:
        pytest.skip("jing is not installed ('make tools' installs it)")
    return found
