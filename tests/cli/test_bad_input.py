"""What is wrong is said in words, with what to do next and the right exit code."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from commandline import DATA, ID, Archive

PROSE = "It rained in the hills for a week, and the river rose over the lower fields. " * 3
NOT_ARTICLES = {
    "a shopping list": "Milk\nBread\nTwelve eggs\n",
    "one line": "A title\n",
    "a poem": "The Well\n\nO water,\ndeep and cold,\n\nyou know\nwhat we were told.\n",
}
SOURCES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "no bytes"),
    "white space": (b" \n\t\n", "only white space"),
    "binary": (bytes(range(256)) * 8, "error[E30"),
    "a damaged PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "error[E30"),
    "bytes that decode in no way": (b"A title\n\n" + PROSE.encode() + b"\x81\x8d caf\xe9", "0x81"),
    **{name: (text.encode(), "no article") for name, text in NOT_ARTICLES.items()},
}


def listing() -> list[str]:
    return sorted(str(path) for path in Path("records").rglob("*"))


@pytest.mark.parametrize(("data", "words"), SOURCES.values(), ids=SOURCES.keys())
def test_a_source_that_cannot_be_taken_in(archive: Archive, data: bytes, words: str) -> None:
    Path("copy.txt").write_bytes(data)
    before = listing()
    done = archive("ingest", "copy.txt")
    assert done.code == 3
    assert words in done.err
    assert "copy.txt: " in done.err
    assert "hint: " in done.err
    assert done.out == ""
    assert listing() == before


def folder(path: Path) -> None:
    path.mkdir()


def missing(_: Path) -> None:
    pass


def sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(200 * 2**20)


FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a folder": (folder, "it is a folder"),
    "no file": (missing, "there is no such file"),
    "200 MB": (sparse, "too large"),
}


@pytest.mark.parametrize(("make", "words"), FILES.values(), ids=FILES.keys())
def test_a_file_that_cannot_be_read(
    archive: Archive, make: Callable[[Path], None], words: str
) -> None:
    make(Path("copy.txt"))
    done = archive("ingest", "copy.txt")
    assert (done.code, done.out) == (3, "")
    assert f"copy.txt: {words}" in done.err.replace("the file is ", "")
    assert "hint: " in done.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(archive: Archive) -> None:
    Path("copy.txt").write_bytes(DATA)
    Path("copy.txt").chmod(0)
    done = archive("ingest", "copy.txt")
    assert done.code == 3
    assert "permission denied" in done.err


def test_all_are_tried_and_failures_come_last(archive: Archive) -> None:
    Path("well.txt").write_bytes(DATA)
    Path("bad.txt").write_bytes(b"")
    done = archive("ingest", "bad.txt", "nowhere.txt", "well.txt")
    assert done.code == 3
    assert ID in done.out
    assert [line for line in done.err.splitlines() if line.startswith("error")] == [
        "error[E302]: bad.txt: the file holds no bytes",
        "error[E321]: nowhere.txt: there is no such file",
    ]
    assert done.err.splitlines()[-1] == "1 new, 2 failed"


ENCODINGS = {
    "windows-1252": ("windows-1252", "windows-1252"),
    "utf-16": ("utf-16", "utf-16le"),
    "utf-8 with a byte order mark": ("utf-8-sig", "utf-8"),
}


@pytest.mark.parametrize(("encoding", "named"), ENCODINGS.values(), ids=ENCODINGS.keys())
def test_the_record_says_how_the_copy_was_decoded(
    archive: Archive, encoding: str, named: str
) -> None:
    text = f"Café in the rain\n\n{PROSE}\n\n{PROSE}“It rained,” she said – and left.\n"
    Path("copy.txt").write_bytes(text.encode(encoding))
    assert archive("ingest", "copy.txt").code == 0
    (record,) = Path("records").glob("*/*/record.xml")
    assert f'<note type="encoding">{named}</note>' in record.read_text(encoding="utf-8")
    assert archive("validate").code == 0


def test_the_same_bytes_twice_change_nothing(archive: Archive, well: Path) -> None:
    before = {path: path.read_bytes() for path in well.rglob("*") if path.is_file()}
    Path("again.txt").write_bytes(DATA)
    done = archive("ingest", "again.txt")
    assert done.code == 0
    assert "held" in done.out
    assert {path: path.read_bytes() for path in well.rglob("*") if path.is_file()} == before
    assert len(list(Path("records").glob("*/*/"))) == 1


COMMANDS: dict[str, tuple[list[str], int, str]] = {
    "an unknown verb": (["ingets"], 2, "did you mean 'ingest'?"),
    "an unknown option": (["list", "--sorted"], 2, "--sort"),
    "an unknown id": (["show", ID[:-1]], 2, f"did you mean '{ID}'?"),
    "an id that climbs": (["show", "../../etc/passwd"], 2, "no record called"),
    "an unknown style": (["cite", "-s", "chicago-author-dat"], 2, "did you mean 'chicago-aut"),
    "a style that is not there": (["cite", "-s", "nowhere/my.csl"], 2, "my.csl"),
    "an unknown format": (["export", "-t", "bibtx"], 2, "did you mean 'bibtex'?"),
    "an unknown reader": (["ingest", "-f", "txt", "well.txt"], 2, "did you mean 'text'?"),
    "an unknown act": (["rights", ID, "--act", "translat"], 2, "did you mean 'translate'?"),
    "an unknown rule": (["rule", "S0001"], 2, "rule"),
    "an unknown report": (["validate", "--format", "concis"], 2, "did you mean 'concise'?"),
    "a rule selected that is not there": (["validate", "--select", "S00l"], 2, "rule"),
    "an unknown field": (["list", "--json=titel"], 2, "did you mean 'title'?"),
    "no archive there": (["list", "--root", "records"], 2, "archive init"),
    "an archive that is there": (["init", "."], 4, "archive.toml"),
    "a file that is there": (["export", "-o", "well.txt"], 4, "--force"),
}  # fmt: skip


@pytest.mark.usefixtures("well")
@pytest.mark.parametrize(("arguments", "code", "words"), COMMANDS.values(), ids=COMMANDS.keys())
def test_a_command_that_is_wrong(
    archive: Archive, arguments: list[str], code: int, words: str
) -> None:
    done = archive(*arguments)
    assert done.code == code, done.err
    assert words in done.err
    assert done.out == ""


CONFIGURATIONS = {
    "an unknown key": ('titel = "x"\n', "did you mean 'title'?"),
    "a wrong type": ("title = 3\n", "title"),
    "no TOML": ('title = "x\n', "line 1"),
}


@pytest.mark.parametrize(("text", "words"), CONFIGURATIONS.values(), ids=CONFIGURATIONS.keys())
def test_a_configuration_that_is_wrong(archive: Archive, text: str, words: str) -> None:
    Path("archive.toml").write_text(text, encoding="utf-8")
    done = archive("list")
    assert done.code == 2
    assert "archive.toml" in done.err
    assert words in done.err


def test_a_record_edited_by_hand(archive: Archive, well: Path) -> None:
    path = well / "record.xml"
    edited = path.read_bytes().replace(b"opened the well", b"opened <term>the</term> well")
    path.write_bytes(edited)
    done = archive("rebuild")
    assert done.code == 4
    assert "hint: " in done.err
    assert path.read_bytes() == edited
    assert archive("validate").code == 1
    assert "<term>" in archive("rebuild", "--diff").out
    signed = archive("accept", ID, "--by", "Jane Doe", "--because", "Marked a term.")
    assert (signed.code, signed.err) == (0, "")
    assert archive("validate").code == 0
    assert "kept" in archive("rebuild").out
    assert b"<term>" in path.read_bytes()
    assert archive("rebuild", "--force").code == 0
    assert b"<term>" not in path.read_bytes()


DAMAGED = {
    "a DOCTYPE": (b'<?xml version="1.0"?>\n<!DOCTYPE TEI SYSTEM "x.dtd">\n<TEI/>', "DOCTYPE"),
    "no XML": (b"It rained.", "record.xml"),
    "another document": (b"<html/>", "record.xml"),
}


@pytest.mark.parametrize(("document", "words"), DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_record(archive: Archive, well: Path, document: bytes, words: str) -> None:
    (well / "record.xml").write_bytes(document)
    shown = archive("show", ID)
    assert shown.code == 3
    assert words in shown.err
    checked = archive("validate")
    assert checked.code == 1
    assert words in checked.out
    assert archive("cite").code == 3


def test_a_document_that_is_not_there_is_named(archive: Archive) -> None:
    done = archive("cite", "-s", "apa", "--document", "nowhere.md")
    assert done.code == 3
    assert "error[E321]: nowhere.md: there is no such file" in done.err
