"""An open archive: its root, its configuration, its store."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from archive.model.agents import Agents
from archive.store import agents, config
from archive.store.config import Config
from archive.store.records import Store
from archive.tei.agents import read_agent


@dataclass(frozen=True)
class Archive:
    """An open archive."""

    root: Path
    config: Config
    store: Store

    @cached_property
    def agents(self) -> Agents:
        """The people and organisations that it knows, read once.

        Raises:
            UnreadableAgent: the file of one is none. It may share a name with another, so nothing
                is decided by the rest.
        """
        files = agents.files(self.store.records).items()
        return Agents(tuple(read_agent(xml, path.stem, str(path)) for path, xml in files))


def open_archive(start: Path, root: Path | None = None) -> Archive:
    """Open the archive that ``start`` (the working folder) lies in, or the one at ``root``.

    Raises:
        UsageError: there is none, or its configuration is wrong.
    """
    found = config.find_root(start, root)
    near = Path(os.path.relpath(found, start))  # what messages name is short
    read = config.read(near)
    styles = (str(near / name) if name.endswith(".csl") else name for name in read.styles)
    baseline = str(near / read.baseline) if read.baseline else ""
    return Archive(near, replace(read, styles=tuple(styles), baseline=baseline), Store(near))
