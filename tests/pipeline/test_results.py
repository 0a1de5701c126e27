"""Verdicts depend on the bytes of a record: not on what was kept, nor on who judges, nor when."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from archive.pipeline import examining, program
from archive.pipeline.archives import Archive, open_archive
from archive.pipeline.checking import checked
from archive.pipeline.results import Results
from archive.validate import REPORTS, Target, report
from validate.records import sealed, structured
from validate.specimens import marked

COUNT = 300  # more than one process is given at a time, and more than one judges alone
FAULTS = {  # what is done to every tenth record: the text replaced in its record.xml
    0: (b'status="draft"', b'status="done"'),
    1: (b">Wells</head>", b">Wellz</head>"),
    2: (b'<note type="encoding">utf-8', b'<note type="encoding">utf-9'),
    3: (b"</TEI>", b"</TEI"),
}


def numbered(base: Target, number: int) -> Target:
    """A record of its own name and key; two of three are sound."""
    id = f"{base.id}-{number:03}"
    xml = base.xml.replace(base.id.encode(), id.encode())
    xml = xml.replace(b"lee2008well", f"lee2008well{number}".encode())
    old, new = FAULTS.get(number % 10, (b"", b""))
    assert old in xml
    return sealed(replace(base, id=id, xml=xml.replace(old, new)))


def lay(root: Path, record: Target) -> Path:
    """Write a record where an archive has it."""
    home = root / "records" / (record.year or "undated") / record.id
    for name, content in {**record.files, "record.xml": record.xml}.items():
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return home


BASES = [structured(), marked()]
RECORDS = [numbered(BASES[number % 2], number) for number in range(COUNT)]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive of 300 records, a third of which breaks a rule, in which nothing is known yet."""
    for record in RECORDS:
        lay(tmp_path, record)
    (tmp_path / "archive.toml").write_text('title = "The Wire"\n', encoding="utf-8")
    return open_archive(Path.cwd(), tmp_path)


@pytest.fixture
def few(tmp_path: Path) -> Archive:
    """The same of thirty."""
    for record in RECORDS[:30]:
        lay(tmp_path, record)
    (tmp_path / "archive.toml").write_text('title = "The Wire"\n', encoding="utf-8")
    return open_archive(Path.cwd(), tmp_path)


def said(archive: Archive) -> tuple[list[str], int]:
    """What is reported of an archive in each format, and how many records were judged for it."""
    found = Results(archive)
    whole = checked(archive, found)
    assert whole.records == len(found.verdicts)
    return [report(whole, form) for form in sorted(REPORTS.names())], len(found.judged)


def kept(archive: Archive) -> Path:
    return archive.root / "build" / ".validated.json"


def on(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    """Judge with that many processes."""
    monkeypatch.setattr(examining, "_cores", lambda: cores)


def test_nothing_depends_on_what_is_kept_or_on_the_processes(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, 1)
    alone, judged = said(archive)
    assert judged == COUNT
    assert alone[0].count("\n") > COUNT // 4
    assert said(archive) == (alone, 0)
    kept(archive).unlink()
    on(monkeypatch, 2)
    assert said(archive) == (alone, COUNT)
    assert said(archive) == (alone, 0)
    forget(kept(archive), COUNT // 2)
    assert said(archive) == (alone, COUNT // 2)
    on(monkeypatch, 3)
    forget(kept(archive), COUNT)
    assert said(archive) == (alone, COUNT)


def forget(path: Path, many: int) -> None:
    """Take some records out of what is kept, and put the rest into another order."""
    _, _, content = path.read_bytes().partition(b"\n")
    records = content.splitlines()
    random.Random(many).shuffle(records)
    write(path, b"\n".join(records[many:]))


def write(path: Path, content: bytes) -> None:
    """What is kept, as the program itself would have kept it."""
    seal = sha256(program.digest().encode() + content).hexdigest().encode()
    path.write_bytes(seal + b"\n" + content)


def test_nothing_depends_on_the_order_in_which_folders_are_listed(
    few: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _ = said(few)
    kept(few).unlink()
    listed = os.scandir

    class Backwards:
        def __init__(self, path: object) -> None:
            with listed(path) as entries:  # type: ignore[call-overload]
                self.entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(os, "scandir", Backwards)
    assert said(few) == (before, 30)


NONSENSE: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _: b"",
    "no JSON": lambda _: b"{",
    "a list": lambda _: b"[]",
    "null": lambda _: b"null",
    "a number of 5,000 digits": lambda _: b"1" * 5000,
    "a tower": lambda _: b"[" * 100_000,
    "not UTF-8": lambda _: b"\xff\xfe",
    "cut off": lambda old: old[: len(old) // 2],
    "a line more": lambda old: b"\n" + old,
    "a finding less": lambda old: old.replace(b"G001", b"G002", 1),
    "a place that is text": lambda old: old.replace(b', 1, "', b', "1", "', 1),
    "findings that are none": lambda old: old.replace(b"[[", b"[", 1),
    "figures that are text": lambda old: old.replace(b", 0]", b', "0"]', 1),
    "of another program": lambda old: b"0" * 64 + old[64:],
    "a bit flipped": lambda old: old[:-9] + bytes([old[-9] ^ 1]) + old[-8:],
    "as an older program kept it": lambda _: b'{"program": "0", "records": {}}',
}


@pytest.mark.parametrize("damage", NONSENSE.values(), ids=NONSENSE.keys())
def test_damage_of_what_is_kept_is_passed_over(
    few: Archive, damage: Callable[[bytes], bytes]
) -> None:
    before, _ = said(few)
    old = kept(few).read_bytes()
    new = damage(old)
    assert new != old
    kept(few).write_bytes(new)
    assert said(few) == (before, 30)
    assert kept(few).read_bytes() == old  # and mended


def test_what_another_program_kept_is_passed_over(
    few: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _ = said(few)
    monkeypatch.setattr(program, "digest", lambda: "0" * 64)
    assert said(few) == (before, 30)
    assert said(few) == (before, 0)
    monkeypatch.undo()
    assert said(few) == (before, 30)


def a_pipe(build: Path) -> None:
    build.mkdir()
    os.mkfifo(build / ".validated.json")


def elsewhere(build: Path) -> None:
    target = build.parent.parent / "elsewhere"
    target.mkdir(exist_ok=True)
    build.symlink_to(target)


PLACES: dict[str, Callable[[Path], None]] = {
    "a file in the place of the folder": lambda build: build.touch(),
    "a link to a folder elsewhere": elsewhere,
    "a folder that is closed": lambda build: build.mkdir(0o500),
    "a pipe": a_pipe,
    "a folder in the place of the file": lambda build: (build / ".validated.json" / "x").mkdir(
        parents=True
    ),
    "a folder in the place of the file as it is staged": lambda build: (
        build / "..validated.json.new" / "x"
    ).mkdir(parents=True),
}


@pytest.mark.parametrize("make", PLACES.values(), ids=PLACES.keys())
def test_where_nothing_can_be_kept_the_same_is_said(
    make: Callable[[Path], None], few: Archive, tmp_path: Path
) -> None:
    make(tmp_path / "build")
    before = said(few)
    assert before[1] == 30
    assert said(few)[0] == before[0]
    assert not list(tmp_path.parent.glob("elsewhere/*"))


def test_only_what_has_changed_is_judged_again(few: Archive, tmp_path: Path) -> None:
    assert len(Results(few).judged) == 30
    assert Results(few).judged == []
    whole = RECORDS[5]
    home = tmp_path / "records" / "2008" / whole.id
    shown = f"records/2008/{whole.id}"

    (home / "source" / "0001.txt").write_bytes(b"other bytes")
    found = Results(few)
    assert found.judged == [shown]
    assert {f.rule for f in found.verdicts[shown].findings} >= {"F003"}

    (home / "source" / "0001.txt").write_bytes(whole.files["source/0001.txt"])
    os.utime(home / "source" / "0001.txt", (0, 0))
    assert Results(few).judged == [shown]
    os.utime(home / "record.xml", (0, 0))
    assert Results(few).judged == []

    (home / "notes").mkdir()
    assert Results(few).judged == [shown]
    (home / "notes").rmdir()
    assert Results(few).judged == [shown]

    home.rename(home.with_name("moved"))
    found = Results(few)
    assert found.judged == ["records/2008/moved"]
    assert shown not in found.verdicts
    assert {f.rule for f in found.verdicts["records/2008/moved"].findings} == {"I001", "I002"}

    home.with_name("moved").rename(home)
    added = lay(tmp_path, RECORDS[31])
    assert Results(few).judged == [shown, f"records/2008/{added.name}"]
    shutil.rmtree(added)
    found = Results(few)
    assert found.judged == []
    assert len(found.verdicts) == 30


def test_what_stands_in_the_place_of_a_file_counts_though_its_bytes_do_not(
    few: Archive, tmp_path: Path
) -> None:
    shown = f"records/2008/{RECORDS[5].id}"
    file = tmp_path / shown / "source" / "0001.txt"
    file.write_bytes(b"")
    assert found_again(few, shown) == {"F003"}
    file.unlink()
    assert found_again(few, shown) == {"F006"}
    file.symlink_to("/etc/passwd")
    assert found_again(few, shown) == {"F011"}
    file.unlink()
    assert found_again(few, shown) == {"F006"}


def found_again(archive: Archive, shown: str) -> set[str]:
    """What is found in a record that is judged anew."""
    found = Results(archive)
    assert shown in found.judged
    return {finding.rule for finding in found.verdicts[shown].findings}


def test_what_came_with_the_records_is_not_believed(few: Archive) -> None:
    """Whoever can change a record in git could change the verdict on it there, too."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    assert said(few)[1] == 30
    subprocess.run(["git", "init", "-q"], cwd=few.root, check=True)
    assert said(few)[1] == 0
    subprocess.run(["git", "add", "-f", "build/.validated.json"], cwd=few.root, check=True)
    assert said(few)[1] == 30
