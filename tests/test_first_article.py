"""The first article: what its record says, fact by fact, and whether the record is sound."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from archive import tei
from archive.cli._main import run
from archive.model.facts import facts, worded

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "records" / "2008" / "2008-06-13-samdani-preparing-for-peace-in-pakistan"
SHARED = ROOT.parent / "shared"
TEI_ALL = SHARED / "schemas" / "tei_all.rng"
OWN = ROOT / "schemas" / "archive.rng"
GRANT = "Copyright permission is granted for publication."
PCR = "Post-Conflict Reconstruction Project (PCR Project)"
CSIS = "Center for Strategic and International Studies"

# field, value in words, characters, certainty
FACTS = [
    ("title", "Preparing for peace in Pakistan", (0, 31), "high"),
    ("authors.1.name", "Mehlaqa Samdani", (5532, 5547), "high"),
    ("authors.1.role", "advisor", (5554, 5561), "high"),
    ("authors.1.affiliations.1.name", PCR, (5569, 5605), "high"),
    ("authors.1.affiliations.2.name", CSIS, (5627, 5673), "high"),
    ("authors.1.affiliations.2.place", "Washington, DC", (5677, 5691), "high"),
    ("language", "en", (33, 5530), "high"),
    ("publication.name", "Foreign Policy In Focus (FPIF)", (5796, 5819), "high"),
    ("publication.date", "2008-06-13", (5821, 5833), "high"),
    ("publication.publisher", "Institute for Policy Studies (IPS)", (5914, 5942), "medium"),
    ("distribution.name", "Common Ground News Service (CGNews)", (5728, 5754), "high"),
    ("rights.kind", "granted", (5959, 6007), "high"),
    ("rights.statement", GRANT, (5959, 6007), "high"),
    ("rights.acts.publish", "permitted", (5959, 6007), "high"),
    ("text.date", "2008-06-02/2008-06-12", (488, 497), "medium"),
    ("text.date", "2008-02", (556, 564), "high"),
    ("text.expansion", "NWFP", (652, 680), "high"),
    ("text.expansion", "FATA", (692, 727), "high"),
    ("text.date", "2008-05-21", (739, 745), "high"),
    ("text.expansion", "ANP", (791, 811), "high"),
    ("text.expansion", "TTP", (888, 905), "medium"),
    ("text.date", "2008-03-13/2008-06-13", (2477, 2490), "low"),
    ("text.date", "2007", (2905, 2914), "high"),
    ("text.date", "2006-01", (3471, 3483), "high"),
    ("text.expansion", "PCR Project", (5569, 5605), "high"),
    ("text.expansion", "CGNews", (5728, 5754), "high"),
    ("text.gap", "url", (5786, 5786), "high"),
    ("text.date", "2008-06-13", (5821, 5833), "high"),
    ("text.expansion", "FPIF", (5865, 5888), "high"),
    ("text.expansion", "IPS", (5914, 5942), "high"),
    ("text.gap", "url", (5958, 5958), "high"),
    ("text.supplied", ")", (5958, 5958), "medium"),
]


def test_every_fact() -> None:
    record = tei.read((FOLDER / "record.xml").read_bytes())
    found = [
        (name, worded(record, fact), (fact.span.start, fact.span.end), fact.certainty.value)
        for name, fact in facts(record)
        if fact.span
    ]
    assert found == FACTS


def test_printed_errors_are_kept() -> None:
    text = (FOLDER / "record.xml").read_text(encoding="utf-8")
    for printed in ("Purvez", "airs strikes", "United States’ long-term", "Pakistan's"):
        assert printed in text


def test_the_record_is_what_the_rules_make_of_its_source(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["rebuild", "--check"]) == 0, capsys.readouterr()
    assert run(["validate"]) == 0, capsys.readouterr()


def test_the_source_is_the_first_article() -> None:
    if not SHARED.is_dir():
        pytest.skip("the folder shared/ is not beside this checkout")
    (article,) = (SHARED / "article").iterdir()
    assert (FOLDER / "source" / "0001.txt").read_bytes() == article.read_bytes()


@pytest.mark.parametrize("grammar", [OWN, TEI_ALL], ids=["our grammar", "TEI P5"])
def test_lxml_accepts_the_record(grammar: Path) -> None:
    if not grammar.is_file():
        pytest.skip("the folder shared/ is not beside this checkout")
    validator = etree.RelaxNG(etree.parse(str(grammar)))
    assert validator.validate(etree.parse(str(FOLDER / "record.xml"))), validator.error_log


@pytest.mark.parametrize("grammar", [OWN, TEI_ALL], ids=["our grammar", "TEI P5"])
def test_jing_accepts_the_record(grammar: Path) -> None:
    if not grammar.is_file():
        pytest.skip("the folder shared/ is not beside this checkout")
    if not shutil.which("jing"):
        pytest.skip("jing is not installed ('make tools')")
    done = subprocess.run(
        ["jing", str(grammar), str(FOLDER / "record.xml")], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_dates_agree_with_the_example_made_by_hand() -> None:
    """Each date that an editor resolved in the body has the same meaning and certainty here."""
    example = SHARED / "encoding" / "exemplar.xml"
    if not example.is_file():
        pytest.skip("the folder shared/ is not beside this checkout")

    def dates(path: Path) -> list[tuple[str | None, ...]]:
        body = etree.parse(str(path)).find(".//{*}body")
        assert body is not None
        names = ("when", "notBefore", "notAfter")
        return [(date.text, *(date.get(n) for n in names)) for date in body.iter("{*}date")]

    assert dates(FOLDER / "record.xml") == dates(example)
