"""The tombstones of an archive on disk: ``records/_withdrawn/<id>.json``, one a record."""

from __future__ import annotations

from pathlib import Path

from archive.errors import ForbiddenError
from archive.model.tombstone import BadTombstone, Tombstone
from archive.store import durable
from archive.store.transaction import WITHDRAWN, is_folder

FOLDER = WITHDRAWN


class Withdrawn(ForbiddenError):
    """A record was withdrawn: its name is known, and it is not given out any more."""

    code = "E407"

    def __init__(self, tombstone: Tombstone) -> None:
        gone = tombstone
        super().__init__(
            f"{gone.id} was withdrawn on {gone.day} by {gone.by}: {gone.because}",
            hint=f"{gone.see} stands in its place: 'archive show {gone.see}'"
            if gone.see
            else f"records/{FOLDER}/{gone.id}.json says so; to have it back, bring back its folder"
            " from the history of the archive, and delete that file",
        )


class DamagedTombstone(ForbiddenError):
    """A tombstone cannot be read, so nobody knows what was withdrawn."""

    code = "E409"

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(
            f"{path}: {problem}",
            hint="bring that file back from a copy of the archive (git checkout, a backup)",
        )


def path_of(records: Path, id: str) -> Path:
    """Where the tombstone of a record lies, if it has one."""
    return records / FOLDER / f"{id}.json"


def names(records: Path) -> list[str]:
    """The ids that have a tombstone, sorted; no file is read. Raises OSError."""
    folder = records / FOLDER
    return sorted(p.stem for p in folder.glob("[!.]*.json")) if is_folder(folder) else []


def files(records: Path) -> dict[Path, bytes]:
    """The files of all tombstones, by path and in its order.

    Raises:
        StorageError: one cannot be read, or is no regular file.
    """
    with durable.reporting(records / FOLDER):
        paths = [path_of(records, name) for name in names(records)]
        return {path: durable.read_file(path) for path in paths}


def load(path: Path) -> Tombstone:
    """Read a tombstone.

    Raises:
        DamagedTombstone: it is none.
        OSError: the disk would not.
    """
    try:
        return Tombstone.from_json(durable.read_file(path))
    except BadTombstone as error:
        raise DamagedTombstone(path, str(error)) from None
