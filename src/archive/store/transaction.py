"""One change of the archive: staged beside the records, then renamed; finished or undone later.

A change is staged in ``records/.<year>.<id>.new/``. The name says what it is about from the first
call on, so no journal has to be written, synced or parsed, and whoever wants to know whether a
change was cut off lists one folder, ``records/`` itself, which has an entry a year: 10,000 records
cost nothing more than ten.

- ``create`` stages the whole record and renames the folder to its place: one rename, old or new.
- ``replace`` stages record.xml and the manifest. When both lie there, synced, it is decided: from
  then on it is finished, before that it is undone. The staged manifest is the present one with
  another digest for record.xml, so that one cut off on its way is recognised.
- ``withdraw`` stages the tombstone, and renames the folder of the record into the stage: that is
  when it is decided. Then the tombstone gets its place, and the stage is removed.
- ``edit`` stages record.xml alone and renames it: old or new. The manifest stays as it is.

The caller holds the lock. Every function raises OSError, and leaves what ``recover`` can settle.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from archive.store import durable, manifest

RECORD = "record.xml"
WITHDRAWN = "_withdrawn"
"""The folder of tombstones, below that of records."""

_TOMBSTONE = "withdrawn.json"
_GONE = "withdrawn"  # the folder of a withdrawn record, once it is in the stage
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
YEAR = re.compile(r"[0-9]{4}|undated")
_STAGE = re.compile(r"\.(?P<year>[0-9]{4}|undated)\.(?P<id>[a-z0-9-]+)\.new")


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one record: where it is staged, and where the record lives."""

    records: Path
    year: str
    id: str

    @property
    def stage(self) -> Path:
        """The folder in which it is prepared."""
        return self.records / f".{self.year}.{self.id}.new"

    @property
    def home(self) -> Path:
        """The folder of the record."""
        return self.records / self.year / self.id

    @property
    def tombstone(self) -> Path:
        """What is left of the record once it is withdrawn."""
        return self.records / WITHDRAWN / f"{self.id}.json"


def is_folder(path: Path) -> bool:
    """Whether a folder is there; a symbolic link to one is none."""
    with suppress(FileNotFoundError, NotADirectoryError):
        return stat.S_ISDIR(path.lstat().st_mode)
    return False


def create(change: Change, files: Mapping[str, bytes]) -> None:
    """Write a new record, with the manifest of its files.

    Args:
        change: of a record that is not there.
        files: name inside the record -> bytes.
    """
    digests = {name: manifest.digest(content) for name, content in files.items()}
    _stage(change, {**files, manifest.NAME: manifest.write(digests)})
    if not is_folder(change.home.parent):
        durable.make_folder(change.home.parent)
    durable.rename(change.stage, change.home)
    durable.sync_folder(change.home.parent)
    durable.sync_folder(change.records)


def replace(change: Change, xml: bytes, present: bytes) -> None:
    """Give a record another record.xml.

    Args:
        change: of a record that is there.
        xml: the new record.xml.
        present: the manifest as it is now; what it says of the sources stays.
    """
    _stage(change, {RECORD: xml, manifest.NAME: _with_record(present, xml)})
    _finish(change)


def withdraw(change: Change, tombstone: bytes) -> None:
    """Put a tombstone in the place of a record.

    Args:
        change: of a record that is there.
        tombstone: its file.
    """
    _stage(change, {_TOMBSTONE: tombstone})
    durable.rename(change.home, change.stage / _GONE)
    durable.sync_folder(change.stage)
    durable.sync_folder(change.home.parent)
    _bury(change)


def edit(change: Change, xml: bytes) -> None:
    """Give a record another record.xml as an editor does: the manifest does not know of it.

    Args:
        change: of a record that is there.
        xml: the new record.xml.
    """
    _stage(change, {RECORD: xml})
    durable.rename(change.stage / RECORD, change.home / RECORD)
    durable.sync_folder(change.home)
    _discard(change.stage)


def unsettled(records: Path) -> tuple[Change, ...]:
    """The changes that were cut off, by name; none as a rule. Lists one folder."""
    with os.scandir(records) as entries:
        matches = [_STAGE.fullmatch(entry.name) for entry in entries if entry.name[0] == "."]
    changes = [Change(records, match["year"], match["id"]) for match in matches if match]
    return tuple(sorted((c for c in changes if is_folder(c.stage)), key=lambda c: c.stage))


def recover(change: Change) -> str:
    """Finish a change that was cut off after it was decided, undo it otherwise; say which."""
    there = is_folder(change.home.parent) and is_folder(change.home)  # links are never followed
    if there and _decided(change):
        _finish(change)
        return f"{change.id}: finished a change that had been interrupted"
    if not there and _is_withdrawn(change):
        _bury(change)
        return f"{change.id}: finished a withdrawal that had been interrupted"
    if not there:
        _remove_if_empty(change.home.parent)
    _discard(change.stage)
    state = "the record is whole" if there else "there is no such record"
    return f"{change.id}: removed what an interrupted change had left; {state}"


def _stage(change: Change, files: Mapping[str, bytes]) -> None:
    durable.make_folder(change.stage)
    folders = sorted({(change.stage / name).parent for name in files} - {change.stage})
    for folder in folders:
        durable.make_folder(folder)
    for name in sorted(files, key=lambda name: (name == manifest.NAME, name)):
        durable.write_file(change.stage / name, files[name])
    for folder in (*folders, change.stage, change.records):
        durable.sync_folder(folder)


def _finish(change: Change) -> None:
    for name in (RECORD, manifest.NAME):
        with suppress(FileNotFoundError):  # renamed already
            durable.rename(change.stage / name, change.home / name)
        durable.sync_folder(change.home)  # record.xml before the manifest, also after a power cut
    _discard(change.stage)


def _bury(change: Change) -> None:
    """Finish the withdrawal of a record whose folder lies in the stage, or did."""
    if not is_folder(change.tombstone.parent):
        durable.make_folder(change.tombstone.parent)
        durable.sync_folder(change.records)
    with suppress(FileNotFoundError):  # renamed already
        durable.rename(change.stage / _TOMBSTONE, change.tombstone)
    durable.sync_folder(change.tombstone.parent)
    _remove_if_empty(change.home.parent)
    _discard(change.stage)


def _is_withdrawn(change: Change) -> bool:
    """Whether the folder of the record was taken away for a tombstone."""
    return is_folder(change.stage / _GONE) or os.path.lexists(change.tombstone)


def _decided(change: Change) -> bool:
    """Whether record.xml and the manifest were staged whole, and nobody edited the record since."""
    present = _content(change.home / manifest.NAME)
    now = _content(change.home / RECORD)
    staged = _content(change.stage / manifest.NAME)
    if present is None or now is None or staged is None:
        return False
    xml = _content(change.stage / RECORD)
    try:
        if xml is None:  # renamed already
            return staged == _with_record(present, now)
        return staged == _with_record(present, xml) and present == _with_record(present, now)
    except ValueError:  # somebody damaged the manifest
        return False


def _content(path: Path) -> bytes | None:
    try:
        return durable.read_file(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _with_record(present: bytes, xml: bytes) -> bytes:
    return manifest.write({**manifest.read(present), RECORD: manifest.digest(xml)})


def _remove_if_empty(folder: Path) -> None:
    if is_folder(folder) and not any(folder.iterdir()):
        durable.remove_folder(folder)
        durable.sync_folder(folder.parent)  # while the staged change still tells of it


def _discard(folder: Path) -> None:
    """Remove a staged change, its own folder last: its name tells what it was."""
    with os.scandir(folder) as entries:
        inside = sorted(entries, key=lambda entry: entry.name)
    for entry in inside:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            _discard(path)
        else:
            durable.remove(path)
    durable.remove_folder(folder)
