"""What git says has changed is what is reported."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.model.fact import Editor
from archive.model.record import Change
from archive.pipeline import checking
from archive.pipeline.accession import intake
from archive.pipeline.archives import Archive, open_archive
from archive.pipeline.sources import Source
from archive.pipeline.versions import NotInHistory, changed_since
from archive.pipeline.withdrawing import withdraw
from archive.store.start import start
from archive.validate.target import place
from commandline import DATA, another

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Jane", "-c", "user.email=jane@herald.example")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """Three records in git, on a branch that parted from main; the archive is a folder of it."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.chdir(tmp_path)
    start(tmp_path / "wire", "The Wire")
    archive = open_archive(tmp_path, tmp_path / "wire")
    with intake(archive) as taking:
        for data in (DATA, another("Three"), another("Four")):
            taking.take(Source("well.txt", data, "ingested from a file"), NOW)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Records")
    git(tmp_path, "checkout", "-qb", "branch")
    return archive


def record(archive: Archive, name: str) -> Path:
    (path,) = archive.root.glob(f"records/*/*{name.lower()}*/record.xml")
    return path


def edit(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"in Oslo", b"at Oslo"))


def nothing(_: Archive) -> None:
    pass


def not_committed(archive: Archive) -> None:
    edit(record(archive, "Two"))


def committed(archive: Archive) -> None:
    edit(record(archive, "Two"))
    git(archive.root, "commit", "-qam", "An edit")


def not_added(archive: Archive) -> None:
    (record(archive, "Two").parent / "notes.txt").write_text("notes")


def on_main_meanwhile(archive: Archive) -> None:
    git(archive.root, "checkout", "-q", "main")
    edit(record(archive, "Three"))
    git(archive.root, "commit", "-qam", "Another's edit")
    git(archive.root, "checkout", "-q", "branch")
    edit(record(archive, "Two"))


CHANGES: dict[str, tuple[Callable[[Archive], None], list[str]]] = {
    "nothing": (nothing, []),
    "an edit that is not committed": (not_committed, ["Two"]),
    "an edit that is committed": (committed, ["Two"]),
    "a file that git does not know yet": (not_added, ["Two"]),
    "what others did on main meanwhile does not count": (on_main_meanwhile, ["Two"]),
}


@pytest.mark.parametrize(("change", "names"), CHANGES.values(), ids=CHANGES.keys())
def test_what_changed(
    archive: Archive, change: Callable[[Archive], None], names: list[str]
) -> None:
    change(archive)
    checked = checking.check(archive, changed_since(archive, "main"))
    expected = {record(archive, name).relative_to(archive.root).as_posix() for name in names}
    assert set(checked.coverage) == expected
    assert {place(finding.path) for finding in checked.findings} == set(map(place, expected))


def removed(archive: Archive, name: str) -> str:
    home = record(archive, name).parent
    shutil.rmtree(home)
    return home.relative_to(archive.root).as_posix()


def test_a_record_that_is_gone_is_missed(archive: Archive) -> None:
    home = removed(archive, "Two")
    git(archive.root, "commit", "-qam", "Away with it")
    assert checking.check(archive).findings == ()
    (finding,) = checking.check(archive, changed_since(archive, "main")).findings
    assert (finding.rule, finding.path) == ("W005", f"{home}/record.xml")


def test_a_record_that_was_withdrawn_or_moved_is_not_missed(archive: Archive) -> None:
    change = Change("2026-11-25", "Twice here.", Editor("Jane Doe"))
    withdraw(archive, record(archive, "Two").parent.name, change)
    moved = record(archive, "Three").parent
    other = moved.parents[1] / "2009" / moved.name
    other.parent.mkdir()
    moved.rename(other)
    found = {f.rule for f in checking.check(archive, changed_since(archive, "main")).findings}
    assert found == {"I003"}


def test_what_did_not_change_is_judged_beside_what_did(archive: Archive) -> None:
    """Two records have one key: the later is at fault, also where the earlier one changed."""
    one, other = sorted(record(archive, name) for name in ("Two", "Four"))
    key = re.compile(rb'(?<="citation-key">)[a-z0-9]+')
    taken = key.search(other.read_bytes())
    assert taken
    one.write_bytes(key.sub(taken[0], one.read_bytes()))
    checked = checking.check(archive, changed_since(archive, "main"))
    assert set(checked.coverage) == {one.relative_to(archive.root).as_posix()}
    (finding,) = (finding for finding in checked.findings if finding.rule == "I005")
    assert finding.path == other.relative_to(archive.root).as_posix()


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD~9", ""])
def test_no_such_revision(archive: Archive, revision: str) -> None:
    with pytest.raises(NotInHistory):
        changed_since(archive, revision)


def test_an_archive_that_is_not_in_git(archive: Archive, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / ".git")
    with pytest.raises(NotInHistory, match="not a git repository"):
        changed_since(archive, "main")
