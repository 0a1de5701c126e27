"""An open archive: its root, its configuration, its store."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from archive.store import config
from archive.store.config import Config
from archive.store.records import Store


@dataclass(frozen=True, slots=True)
class Archive:
    """An open archive."""

    root: Path
    config: Config
    store: Store


def open_archive(start: Path, root: Path | None = None) -> Archive:
    """Open the archive that ``start`` (the working folder) lies in, or the one at ``root``.

    Raises:
        UsageError: there is none, or its configuration is wrong.
    """
    found = config.find_root(start, root)
    near = Path(os.path.relpath(found, start))  # what messages name is short
    read = config.read(near)
    styles = (str(near / name) if name.endswith(".csl") else name for name in read.styles)
    return Archive(near, replace(read, styles=tuple(styles)), Store(near))
