"""The CSL test suite, held against the list of the cases that pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from cite.csl import ours
from cite.csl.cases import FIXTURES, cases, read
from cite.csl.suite import PASSING, Outcome, listed, outcome, surprises, table

CASE = """>>===== MODE =====>>
citation
<<===== MODE =====<<
>>==== CITATION-ITEMS ====
[[{"id": "A"}, {"id": 2}]]
<<==== CITATION-ITEMS ====<<

>>== RESULT ==>>
one
two
<<== RESULT ==<<
>>===== CSL =====>>
<style/>
<<===== CSL =====<<
>>===== ABBREVIATIONS =====>>
{"default": {"container-title": {"Journal of Rain": "J. Rain"}}}
<<===== ABBREVIATIONS =====<<
>>===== INPUT =====>>
[{"id": "A", "container-title": "Journal of Rain"}, {"id": 2}]
<<===== INPUT =====<<
"""


def test_reading(tmp_path: Path) -> None:
    path = tmp_path / "name_Two.txt"
    path.write_bytes(b"\xef\xbb\xbf" + CASE.encode())
    case = read(path)
    assert (case.category, case.mode, case.style) == ("name", "citation", "<style/>")
    assert case.expected == "one\ntwo"
    assert case.items[0]["container-title-short"] == "J. Rain"
    assert case.registered == [["A", "2"]]
    assert case.clusters == [[{"id": "A"}, {"id": 2}]]
    assert [c.name for c in cases(tmp_path, ["name"])] == ["name_Two"]
    assert list(cases(tmp_path, ["names"])) == []


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "name_Two.txt"
    path.write_text(CASE, "utf-8")
    return path


OUTCOMES = {
    "as expected": ({"clusters": ["one\ntwo"]}, True),
    "other text": ({"clusters": ["one"]}, False),
    "the engine raised": ({"error": "no such thing"}, False),
}


@pytest.mark.parametrize(("answer", "passes"), OUTCOMES.values(), ids=OUTCOMES.keys())
def test_outcome(one: Path, answer: dict[str, object], passes: bool) -> None:
    result = outcome(read(one), lambda _: answer)
    assert result.passes == passes
    assert f"{int(passes)} /    1" in table([result])
    assert bool(surprises([result], {"name_Two"})) != passes
    assert bool(surprises([result], set())) == passes


def test_changed_citations(one: Path) -> None:
    """Those that the last call changed are marked."""
    case = read(one)
    sections = {**case.sections, "CITATIONS": '[[{"citationItems": []}, [], []]]'}
    case = type(case)(case.name, {**sections, "RESULT": "..[0] one\n>>[1] two"})
    assert outcome(case, lambda _: {"citations": ["one", "two"], "changed": [1]}).passes
    assert not outcome(case, lambda _: {"citations": ["one", "two"], "changed": [0]}).passes


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="no ../shared/csl-suite/fixtures")
def test_pass_list() -> None:
    outcomes: list[Outcome] = [outcome(case, ours.ask) for case in cases(FIXTURES)]
    assert outcomes
    assert surprises(outcomes, listed()) == [], f"see make csl-suite, and {PASSING}"


LETTER, NEWS = {"id": "A", "type": "letter"}, {"id": "B", "type": "news", "issued": "1999"}
FILTERS: dict[str, tuple[dict[str, list[dict[str, object]]], str]] = {
    "include what meets one": (
        {"include": [{"field": "type", "value": "news"}, {"field": "id", "value": "A"}]},
        "AB",
    ),
    "select what meets all": (
        {"select": [{"field": "type", "value": "news"}, {"field": "id", "value": "A"}]},
        "",
    ),
    "exclude": ({"exclude": [{"field": "type", "value": "news"}]}, "A"),
    "without a variable": ({"include": [{"field": "issued", "value": ""}]}, "A"),
    "quash": ({"quash": [{"field": "type", "value": "letter"}]}, "B"),
}


@pytest.mark.parametrize(("section", "kept"), FILTERS.values(), ids=FILTERS.keys())
def test_filter(section: dict[str, list[dict[str, object]]], kept: str) -> None:
    keep = ours.filtering(section)
    assert "".join(str(item["id"]) for item in (LETTER, NEWS) if keep(item)) == kept
