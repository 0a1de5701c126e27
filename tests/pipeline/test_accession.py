"""Rebuilding: what the rules read otherwise is written and told, and nothing else changes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive import tei
from archive.model.fact import Editor
from archive.model.record import Change
from archive.pipeline import accession
from archive.pipeline.accession import Done, Outcome, accept, intake, rebuild
from archive.pipeline.archives import Archive, open_archive
from archive.pipeline.sources import Source
from archive.resources import version
from archive.store.start import start
from archive.store.stored import DamagedRecord
from commandline import DATA, ID

RECEIVED = Change("2026-11-24", accession.READ_BY_RULES)
JANE = Change("2026-11-26", "Marked a term.", Editor("Jane Doe"))


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """An archive with one record."""
    monkeypatch.chdir(tmp_path)
    start(tmp_path / "wire", "The Wire")
    archive = open_archive(tmp_path, tmp_path / "wire")
    now = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    with intake(archive) as taking:
        taking.take(Source("well.txt", DATA, "ingested from a file"), now)
    return archive


def renamed(archive: Archive, title: str) -> Archive:
    """The archive under another name, so that its records would say something else."""
    return replace(archive, config=replace(archive.config, publisher=title))


def history(archive: Archive) -> tuple[Change, ...]:
    return tei.read(archive.store.load(ID).xml).history


def again(day: str, version: str = version()) -> Change:
    return Change(day, accession.READ_AGAIN.format(version))


def test_the_same_reading_changes_nothing(archive: Archive) -> None:
    assert rebuild(archive, ID, "2026-11-25").outcome is Outcome.UNCHANGED
    assert history(archive) == (RECEIVED,)


def test_another_version_that_reads_the_same_changes_nothing(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accession, "version", lambda: "9.9.9")
    assert rebuild(archive, ID, "2026-11-25").outcome is Outcome.UNCHANGED


def test_a_record_of_before_there_was_a_schematron_stays_to_the_byte(archive: Archive) -> None:
    stored = archive.store.load(ID)
    lines = stored.xml.split(b"\n")
    assert b"archive.sch" in lines[2]
    earlier = b"\n".join(lines[:2] + lines[3:])
    with archive.store.writing():
        archive.store.replace(ID, earlier, over=stored.xml)
    assert rebuild(archive, ID, "2026-11-25").outcome is Outcome.UNCHANGED
    assert archive.store.load(ID).xml == earlier


def test_another_reading_is_told_once_a_day(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accession, "version", lambda: "9.9.9")
    for title in ("The Wire Archive", "The Wires"):
        done = rebuild(renamed(archive, title), ID, "2026-11-25")
        assert done.outcome is Outcome.REBUILT
    assert history(archive) == (again("2026-11-25", "9.9.9"), RECEIVED)
    rebuild(archive, ID, "2026-11-26")
    assert [change.when for change in history(archive)] == [
        "2026-11-26",
        "2026-11-25",
        "2026-11-24",
    ]
    assert b'version="9.9.9"' in archive.store.load(ID).xml


def test_an_edit_is_kept_and_a_forced_reading_keeps_its_history(archive: Archive) -> None:
    path = archive.store.path(ID) / "record.xml"
    path.write_bytes(path.read_bytes().replace(b"the well", b"the <term>well</term>", 1))
    assert accept(archive, ID, JANE)
    assert rebuild(archive, ID, "2026-11-27").outcome is Outcome.KEPT
    assert b"<term>" in path.read_bytes()
    assert rebuild(archive, ID, "2026-11-27", force=True).outcome is Outcome.REBUILT
    assert b"<term>" not in path.read_bytes()
    assert history(archive) == (again("2026-11-27"), JANE, RECEIVED)
    assert rebuild(archive, ID, "2026-11-28").outcome is Outcome.UNCHANGED


def test_what_an_editor_says_is_theirs_from_their_first_edit_on(archive: Archive) -> None:
    path = archive.store.path(ID) / "record.xml"
    mine = rb'<roleName cert="high" resp="#resp-editor-1">engineer</roleName>'
    edited, count = re.subn(rb"<roleName .*?</roleName>", mine, path.read_bytes())
    assert count == 1
    path.write_bytes(edited)
    assert accept(archive, ID, JANE)
    (author,) = tei.read(path.read_bytes()).authors
    assert author.role
    assert (author.role.value, author.role.rule) == ("engineer", JANE.who)


def test_no_record_is_made_of_a_source_that_was_changed(archive: Archive) -> None:
    home = archive.store.path(ID)
    before = (home / "record.xml").read_bytes()
    (home / "source/0001.txt").write_bytes(DATA.replace(b"dry month", b"wet month"))
    for force in (False, True):
        with pytest.raises(DamagedRecord, match="not the bytes that were received"):
            rebuild(archive, ID, "2026-11-25", force=force)
    assert (home / "record.xml").read_bytes() == before


def test_keys_and_ids_stay_apart_in_one_batch(archive: Archive) -> None:
    now = datetime(2026, 11, 25, tzinfo=UTC)
    copies = [DATA + b"\n" * n for n in range(1, 30)]
    with intake(archive) as taking:
        taken = [taking.take(Source("well.txt", copy, "ingested"), now) for copy in copies]
    done = [each for taking in taken for each in taking if isinstance(each, Done)]
    ids = [each.id for each in done]
    assert ids[:2] == [f"{ID}-2", f"{ID}-3"]
    keys = [tei.read(archive.store.load(id).xml).key for id in ids]
    assert (keys[0], keys[25], keys[26]) == ("lee2008wella", "lee2008wellz", "lee2008wellaa")
    assert len(set(keys)) == len(copies)
