"""archive.sch finds in a record what the rules find, as far as XPath can state them."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from lxml import etree
from lxml.isoschematron import schematron_schema_valid  # type: ignore[import-not-found]

import factory
from archive.model.article import Block, BlockKind
from archive.model.fact import Fact, Span
from archive.resources import schemas_folder
from archive.validate import RULES, Target, check
from validate.mutants import mutants
from validate.records import changed, edited, sealed, structured, target
from validate.schematron import Schematron
from validate.test_folders import FOLDERS
from validate.test_rules import BAD, Bad

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = schemas_folder() / "archive.sch"
ASSERTIONS = {e.get("id", ""): e for e in etree.parse(SCHEMA).iter("{*}assert")}
BASES = {"as written": target, "edited": edited, "structured": structured}
# what Schematron does not get to see, or what makes all else it sees worthless
BEFORE = {"X001", "X002", "X004", "X005", "G001", "F003"}
FIRST = {"X003", "X006", "X007"}  # nothing else is looked for where one of these is found
TAKEN_FOR = {"F008": "F009"}  # without digests nobody knows which of two is wrong

Judge = Callable[[Target], dict[str, list[str]]]


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    """What archive.sch says of a record on disk, by code."""
    schematron, home = Schematron(SCHEMA), tmp_path_factory.mktemp("schematron")

    def said(record: Target) -> dict[str, list[str]]:
        folder = home / "records" / (record.year or "elsewhere") / record.id
        for name, content in {**record.files, "record.xml": record.xml}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        found = schematron.failed(folder / "record.xml")
        shutil.rmtree(folder)
        return found

    return said


def compare(judge: Judge, record: Target) -> set[str]:
    """Demand the same of both; returns what was found."""
    ours = {finding.rule for finding in check(record)}
    if ours & BEFORE:
        return set()
    stated = {TAKEN_FOR.get(code, code) for code in ours} & ASSERTIONS.keys()
    theirs = set(judge(record))
    assert (theirs & FIRST if ours & FIRST else theirs) == stated
    return stated


@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
def test_sound_records(judge: Judge, base: Callable[[], Target]) -> None:
    assert judge(base()) == {}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_one_fault(judge: Judge, bad: Bad) -> None:
    compare(judge, changed(bad.base(), (bad.old, bad.new)))


@pytest.mark.parametrize("folder", [case[0] for case in FOLDERS.values()], ids=FOLDERS)
def test_one_fault_in_a_folder(judge: Judge, folder: Target) -> None:
    compare(judge, folder)


def test_every_assertion_fails_once(judge: Judge) -> None:
    records = [changed(bad.base(), (bad.old, bad.new)) for bad in BAD.values()]
    records += [case[0] for case in FOLDERS.values()]
    assert set().union(*(compare(judge, record) for record in records)) == ASSERTIONS.keys()


SAID = {
    "a range past the end": "S001: 262 to 999 is empty,"
    " or ends after the 441 characters of the source",
    "a person who is not there": 'P001: author points to "#pers-2", which is not there',
    "an act left out": "L005: missing, or listed more than once: sell",
    "a size of other bytes": 'F009: bytes is "440" here, of the received copy it is "441"',
    "another distributor": 'C002: distributor "Common News Service" is no name of org-cgnews',
}


@pytest.mark.parametrize(("name", "message"), SAID.items(), ids=SAID)
def test_what_is_said(judge: Judge, name: str, message: str) -> None:
    bad = BAD[name]
    ((said,),) = judge(changed(bad.base(), (bad.old, bad.new))).values()
    assert said == message


@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
def test_mutants(judge: Judge, base: Callable[[], Target]) -> None:
    sound = base()
    changes = islice(mutants(sound.xml, 8), 250)
    found = [compare(judge, sealed(replace(sound, xml=xml))) for xml in changes]
    assert sum(map(bool, found)) > 50


# --- The copy, as XPath reads it -----------------------------------------------------------------

COPIES = {
    "UTF-8": ("utf-8", "utf-8", "\n", "\U0001f4a7"),
    "UTF-8 with a mark": ("utf-8", "utf-8-sig", "\n", "\U0001f4a7"),
    "CR LF": ("utf-8", "utf-8", "\r\n", "&"),
    "CR": ("utf-8", "utf-8", "\r", "&"),
    "UTF-16": ("utf-16le", "utf-16-le", "\n", "\U0001f4a7"),
    "UTF-16 with a mark, CR LF": ("utf-16le", "utf-16", "\r\n", "\U0001f4a7"),
    "windows-1252": ("windows-1252", "cp1252", "\r\n", "é"),
}


@pytest.mark.parametrize(("encoding", "codec", "ends", "letter"), COPIES.values(), ids=COPIES)
def test_copies(judge: Judge, encoding: str, codec: str, ends: str, letter: str) -> None:
    text = factory.TEXT.replace("&", letter)
    data = text.replace("\n", ends).encode(codec)
    record = factory.record()
    facts: dict[str, Any] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    sound = target(
        replace(record, received=replace(record.received, encoding=encoding, **facts)), data
    )
    sound = changed(sound, ("&amp;", escape(letter)))
    assert check(sound) == ()
    assert judge(sound) == {}
    assert compare(judge, changed(sound, ("opened the well", "opened a well"))) == {"S002"}


def test_a_copy_in_quotation_marks(judge: Judge) -> None:
    """The marks of quoting stand in the text; what is stated passes over them."""
    lines = ["> Wells and", "> pumps", ">", "> The first paragraph."]
    text = "\n".join(lines) + "\n"
    data = text.encode()
    span = Span(hashlib.sha256(data).hexdigest(), 2, text.index("pumps") + 5)
    title = Fact("Wells and pumps", span, factory.rule("title/first-line"))
    kept = Span(span.source, 0, span.end), Span(span.source, span.end + 1, len(text) - 1)
    kinds = (BlockKind.TITLE, BlockKind.PARAGRAPH)
    blocks = tuple(Block(k, s, text[s.start : s.end]) for k, s in zip(kinds, kept, strict=True))
    received = replace(
        factory.record().received, sha256=span.source, size=len(data), characters=len(text)
    )
    nothing = dict.fromkeys(["language", "published", "distributed", "rights"])
    record = factory.record(
        title=title, authors=(), marks=(), blocks=blocks, received=received, **nothing
    )
    sound = target(record, data, year="undated")
    assert check(sound) == ()
    assert judge(sound) == {}


OTHERS = {
    "a page": ("text/html", "utf-8", b"<p>\xff"),
    "a PDF": ("application/pdf", "utf-8", b"%PDF\0"),
    "two encodings": ("text/plain", "utf-8+windows-1252", b"\x93\xe2\x80\x9d"),
}


@pytest.mark.parametrize(("media_type", "encoding", "data"), OTHERS.values(), ids=OTHERS)
def test_nothing_is_said_of_what_xpath_cannot_read(
    judge: Judge, media_type: str, encoding: str, data: bytes
) -> None:
    facts: dict[str, Any] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    received = replace(factory.record().received, media_type=media_type, encoding=encoding, **facts)
    assert judge(target(factory.record(received=received), data)) == {}


# --- The schema ----------------------------------------------------------------------------------


def written() -> tuple[str, dict[str, str]]:
    """The schema as docs/schematron.py makes it, and why rules are not in it."""
    code = "import json, schematron as s; print(json.dumps([s.schema(), s.NOT_STATED]))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=DOCS, capture_output=True, encoding="utf-8", check=True
    )
    made, why = json.loads(done.stdout)
    return made, why


def test_it_is_made_from_the_rules() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == written()[0], "run 'make schemas'"


def test_every_rule_is_stated_or_it_is_said_why_not() -> None:
    reasons = written()[1]
    assert all(reasons.values())
    assert not reasons.keys() & ASSERTIONS.keys()
    assert reasons.keys() | ASSERTIONS.keys() == {rule.code for rule in RULES.all()}


def test_it_is_iso_schematron() -> None:
    schema = etree.parse(SCHEMA)
    assert schematron_schema_valid.validate(schema)
