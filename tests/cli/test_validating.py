"""``archive validate`` on an archive that has faults: what is known, and what can be mended."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from commandline import Archive


def edit(folder: Path, *changes: tuple[bytes, bytes]) -> bytes:
    path = folder / "record.xml"
    document = path.read_bytes()
    for old, new in changes:
        assert document.count(old) == 1
        document = document.replace(old, new)
    path.write_bytes(document)
    return document


def rules(printed: str) -> list[str]:
    return [json.loads(line)["rule"] for line in printed.splitlines()]


NUMBER = (b' n="2"', b" n='7'")
INSTRUCTION = (b"<body>", b"<body><?php x?>")
SILENT = (b"opened the well", b"opened a well")


@pytest.fixture
def known(archive: Archive, well: Path) -> str:
    """A baseline of a record that was edited and changed silently."""
    edit(well, SILENT)
    done = archive("validate", "--format", "jsonl")
    assert (done.code, rules(done.out)) == (1, ["F002", "S002"])
    Path("known.jsonl").write_text(done.out, encoding="utf-8")
    return "known.jsonl"


def test_what_is_known_does_not_count(archive: Archive, well: Path, known: str) -> None:
    done = archive("validate", "--baseline", known)
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("; 2 known\n")
    edit(well, (b"<body>", b"\n\n<body>"), NUMBER)
    done = archive("validate", "--baseline", known, "--format", "jsonl")
    assert (done.code, rules(done.out)) == (1, ["F002", "S004"])  # these are other bytes


def test_what_is_gone_is_said(archive: Archive, well: Path, known: str) -> None:
    edit(well, SILENT[::-1])
    done = archive("validate", "--baseline", known)
    assert (done.code, done.out) == (0, "")
    assert "of the baseline 2 are gone: write it anew" in done.err
    for part in (["--select", "S"], [well.name], ["--ignore", "F"]):
        assert "baseline" not in archive("validate", "--baseline", known, *part).err


def test_the_archive_names_its_baseline(archive: Archive, well: Path, known: str) -> None:
    with Path("archive.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'[validate]\nbaseline = "{known}"\n')
    assert archive("validate").code == 0
    assert archive("make").code == 4  # the edit is not signed, whatever is known of it
    shutil.copytree("records", "elsewhere/records")
    assert archive("validate", f"records/2008/{well.name}").code == 0
    assert archive("validate", f"elsewhere/records/2008/{well.name}").code == 1
    Path(known).write_bytes(b"")
    assert archive("validate").code == 1
    Path(known).unlink()
    done = archive("validate")
    assert done.code == 2
    assert "there is no baseline at known.jsonl" in done.err


def test_a_baseline_that_is_none(archive: Archive, known: str) -> None:
    Path(known).write_text("[]\n", encoding="utf-8")
    done = archive("validate", "--baseline", known)
    assert (done.code, done.out) == (2, "")
    assert "known.jsonl:1: not a baseline" in done.err


def test_fix(archive: Archive, well: Path) -> None:
    sound = (well / "record.xml").read_bytes()
    edit(well, NUMBER, INSTRUCTION)
    done = archive("validate", "--fix", "--format", "jsonl")
    assert "record.xml: mended X006\n1 mended\n" in done.err
    assert rules(done.out) == ["F002", "S004"]  # which nobody could see before
    assert archive("validate", "--fix").code == 0  # to the byte as it was: there is no edit left
    assert (well / "record.xml").read_bytes() == sound
    assert not [path.name for path in Path("records").iterdir() if path.name[0] == "."]


def test_a_mend_is_for_a_person_to_sign(archive: Archive, well: Path) -> None:
    edit(well, NUMBER, (b"opened the well", b"opened the <term>well</term>"))
    assert archive("validate", "--fix").code == 1
    assert archive("accept", well.name, "--by", "Jane Doe", "--because", "A term.").code == 0
    done = archive("validate", "--fix")
    assert done.code == 0
    assert done.err.startswith("no records\n")


SHOWN = {
    "a number": NUMBER,
    "in a file without a last line end": (b"</TEI>\n", b"</TEI><?php x?>"),
    "beside a line end of Windows": (b"<body>", b"<body><?php x?>\r\n"),
}


@pytest.mark.parametrize("change", SHOWN.values(), ids=SHOWN.keys())
def test_fix_shows_first(archive: Archive, well: Path, change: tuple[bytes, bytes]) -> None:
    broken = edit(well, change)
    done = archive("validate", "--fix", "--diff")
    assert done.code == 1
    assert "1 mended (nothing is written)" in done.err
    assert (well / "record.xml").read_bytes() == broken
    assert done.out.startswith(f"--- a/{well.as_posix()}/record.xml\n")
    subprocess.run(["patch", "-s", "-p1"], input=done.out.encode(), check=True)
    patched = (well / "record.xml").read_bytes()
    (well / "record.xml").write_bytes(broken)
    archive("validate", "--fix")
    assert (well / "record.xml").read_bytes() == patched != broken


def test_fix_only_what_counts(archive: Archive, well: Path) -> None:
    edit(well, NUMBER)
    path = well / "record.xml"
    broken = path.read_bytes().replace(b"well.txt</idno>", b"rain.txt</idno>")
    path.write_bytes(broken)
    assert "mended F009" in archive("validate", "--fix", "--select", "F").err
    assert b"n='7'" in path.read_bytes()
    assert "no records" in archive("validate", "--fix", "--ignore", "S").err


WRONG = {
    "a diff of nothing": (["--diff"], "--diff shows what --fix would change"),
    "records of no archive": (["--fix", "../alone"], "--fix mends records of an archive"),
}


@pytest.mark.parametrize(("options", "says"), WRONG.values(), ids=WRONG.keys())
def test_wrong_usage(archive: Archive, well: Path, options: list[str], says: str) -> None:
    shutil.copytree(well, "../alone")
    done = archive("validate", *options)
    assert done.code == 2
    assert says in done.err
