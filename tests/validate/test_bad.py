"""Each folder of tests/bad/ breaks the rule in its name, and no other, as a user would see it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from archive.pipeline.archives import open_archive
from archive.pipeline.checking import check, check_paths
from archive.validate import RULES, report
from validate import elements, fixtures

MADE = fixtures.contents()
PLACES: dict[str, tuple[str, int, int | None]] = json.loads(
    (fixtures.HOME / fixtures.EXPECTED).read_bytes()
)
ENCODING = Path(__file__).parents[3] / "shared" / "encoding" / "bad"

OPTIONAL = {
    "missing": {
        *("TEI", "ab", "abbr", "addName", "affiliation", "author", "back", "biblScope"),
        *("biblStruct", "byline", "cell", "change", "choice", "cit", "dateline", "emph", "expan"),
        *("figDesc", "figure", "foreign", "forename", "front", "fw", "gap", "genName", "gloss"),
        *(
            "graphic",
            "hi",
            "item",
            "l",
            "language",
            "lg",
            "list",
            "listAnnotation",
            "listEvent",
            "listOrg",
        ),
        *("listPerson", "listPlace", "listRelation", "nameLink", "notesStmt", "placeName", "ptr"),
        *("q", "ref", "relatedItem", "roleName", "seg", "standOff", "supplied", "surname"),
        *("table", "term", "textClass"),
    },
    "doubled": {
        *("TEI", "ab", "abbr", "addName", "affiliation", "annotation", "author", "byline"),
        *("catRef", "category", "cell", "change", "choice", "cit", "dateline", "emph", "event"),
        *("expan", "figure", "foreign", "forename", "fw", "gap", "genName", "gloss", "hi", "item"),
        *("l", "language", "lg", "list", "nameLink", "org", "orgName", "person", "place"),
        *("placeName", "ptr", "q", "ref", "relation", "roleName", "row", "seg", "supplied"),
        *("surname", "table", "taxonomy", "term"),
    },
    "misplaced": set[str](),
}
"""Elements that the grammar lets a record do without, or have any number of, wherever they stand.

(TEI is the root: there is no document without it, and none with two of it.)
"""

BLAMED_ELSEWHERE = {"respstmt-doubled"}
"""Refused by the grammar at another place: a second program reads as a person of the wrong type."""

FROM_ENCODING = {
    "B01": "G001-a-grant-without-its-words",
    "B02": "P001-an-answer-from-nobody",
    "B03": "P002-an-author-who-answers-for-the-record",
    "B04": "D002-a-past-date-in-the-future",
    "B05": "D003-a-date-by-a-rule-of-titles",
    "B06": "S002-a-range-one-off",
    "B07": "S002-a-silent-correction",
    "B08": "S001-a-range-past-the-end",
    "B09": "L001-a-grant-from-elsewhere",
    "B10": "F009-a-digest-of-other-bytes",
    "B11": "G001-an-author-from-nowhere",
    "B12": "L003-free-without-a-licence",
    "B13": "E003-an-address-made-up",
    "B14": "G001-a-certainty-of-no-kind",
    "B15": "G001-a-head-below-a-paragraph",
    "B16": "X003-two-elements-of-one-name",
    "B17": "S006-a-block-lost",
    "B18": "N001-a-language-undeclared",
    "B19": "",  # JSON-LD is made on export: a record of ours holds none that could differ
    "B20": "G001-a-day-that-is-none",
    "B21": "P001-an-organisation-misspelt",
    "B22": "E001-a-correction-of-nothing",
}
"""The broken variants of the exemplar -> the folder with that fault."""


def test_the_folders_are_what_the_tables_make() -> None:
    kept = {
        path.relative_to(fixtures.HOME).as_posix(): path.read_bytes()
        for path in fixtures.HOME.rglob("*")
        if path.is_file() and path.name != "README.md"
    }
    assert kept.keys() == MADE.keys(), "run 'make fixtures'"
    assert sum(map(len, MADE.values())) < 6_000_000  # half a megabyte as git packs them
    assert [path for path in MADE if kept[path] != MADE[path]] == [], "run 'make fixtures'"


@pytest.mark.parametrize("name", PLACES)
def test_one_fault_one_finding(name: str, tmp_path: Path) -> None:
    folder = fixtures.HOME / name
    if (folder / "archive.toml").exists():  # an archive keeps results: in a copy of it
        folder = shutil.copytree(folder, tmp_path / name)
        checked = check(open_archive(Path.cwd(), folder))
    else:
        checked = check_paths([folder])
    (found,) = json.loads(report(checked, "json"))["findings"]
    path, line, column = PLACES[name]
    assert found["rule"] == name.partition("-")[0], found["message"]
    assert found["severity"] == RULES.load(found["rule"]).severity
    assert found["path"].endswith(path)
    if name.removeprefix("G001-") not in BLAMED_ELSEWHERE:
        assert found["line"] == line, found["message"]
        assert found["column"] == (column or found["column"]), found["message"]
    assert found["message"]
    assert found["hint"]


def test_every_rule_has_a_folder() -> None:
    found = {name.partition("-")[0] for name in PLACES}
    elsewhere = {"B002", "G002", "G003", "W005"}  # links; another grammar; what git knows
    assert found == {rule.code for rule in RULES.all()} - elsewhere


@pytest.mark.parametrize("fault", elements.FAULTS)
def test_every_element_has_a_folder_or_may_be_so(fault: str) -> None:
    broken = {name for name in elements.names() if f"G001-{name.lower()}-{fault}" in PLACES}
    assert broken == set(elements.names()) - OPTIONAL[fault]


def test_every_fault_of_the_older_encoding_has_a_folder() -> None:
    assert set(FROM_ENCODING.values()) - {""} <= PLACES.keys()
    if not ENCODING.exists():
        pytest.skip("../shared/encoding/bad is not there, so nothing can be compared with it")
    assert {path.name[:3] for path in ENCODING.glob("B*.xml")} == FROM_ENCODING.keys()
