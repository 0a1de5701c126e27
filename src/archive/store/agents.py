"""The agents of an archive on disk: ``records/_agents/<id>.xml``, one a file, written by people."""

from __future__ import annotations

from pathlib import Path

from archive.store.durable import read_file, reporting
from archive.store.transaction import is_folder
from archive.wellformed import MAX_BYTES

FOLDER = "_agents"


def files(records: Path) -> dict[Path, bytes]:
    """The files of all agents, by path and in its order; empty if there is no folder of them.

    Only names that end in ``.xml`` and do not begin with a dot count: a README may lie beside them.

    Raises:
        StorageError: one cannot be read, or is no regular file.
    """
    folder = records / FOLDER
    with reporting(folder):
        paths = sorted(folder.glob("[!.]*.xml")) if is_folder(folder) else []
    found = {}
    for path in paths:
        with reporting(path):
            found[path] = read_file(path, MAX_BYTES + 1)  # which a rule finds too large
    return found
