"""What the last ``make archive`` did, so that the next one does not do it again.

Kept in ``build/.made.json``, by content: digests of every record, of what was written, of the
agents, of the configuration and of the program itself. Times of files say nothing. It can be thrown
away.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from archive.pipeline import program
from archive.pipeline.archives import Archive
from archive.pipeline.results import FOLDER
from archive.store import agents, durable

_NAME = ".made.json"


class Memory:
    """The digests of the last run, and of now."""

    def __init__(self, archive: Archive) -> None:
        self._build, records = archive.root / FOLDER, archive.store.records
        own = [_file(Path(name)) for name in archive.config.styles if name.endswith(".csl")]
        own.append(_file(Path(archive.config.baseline)))
        known = [(path.name, _digest(xml)) for path, xml in agents.files(records).items()]
        self._rules = _digest(repr((program.digest(), archive.config, own, known)).encode())
        self._tidy()
        last = self._load()
        same = last.get("rules") == self._rules
        self._records: dict[str, str] = last["records"] if same else {}
        self._written: dict[str, str] = last["written"] if same else {}
        self._earlier: set[str] = set(last.get("written", ()))
        self._put: dict[str, str] = {}

    def is_current(self, digests: Mapping[str, str]) -> bool:
        """Whether nothing at all changed since a run that ended well.

        Args:
            digests: of every record, by what findings call its folder.
        """
        return (
            bool(self._written)
            and self._records == digests
            and all(_file(self._build / name) == d for name, d in self._written.items())
        )

    def is_settled(self, record: str, digest: str) -> bool:
        """Whether a record is, to the byte, as the last run left it."""
        return self._records.get(record) == digest

    def put(self, name: str, text: str) -> bool:
        """Write a file of ``build/``, wholly or not at all; whether it changed."""
        path, content = self._build / name, text.encode()
        self._put[name] = _digest(content)
        if _file(path) == self._put[name]:
            return False
        self._write(path, content)
        return True

    def keep(self, settled: Mapping[str, str], *, complete: bool) -> None:
        """Remember which records need not be read again, and what was written.

        What was written counts only if the run ended well; then a file that an earlier run wrote,
        and this one would not, is removed.
        """
        if complete:
            self._remove(self._earlier - self._put.keys())
        written = self._put if complete else {}
        state = {"rules": self._rules, "records": dict(settled), "written": written}
        self._write(self._build / _NAME, json.dumps(state, indent=1, sort_keys=True).encode())

    def _remove(self, names: Iterable[str]) -> None:
        """Remove files of ``build/``; a name that would lead out of it is passed over."""
        for name in names:
            path = self._build / name
            if path.resolve().is_relative_to(self._build.resolve()) and path.is_file():
                with durable.reporting(path):
                    durable.remove(path)

    @staticmethod
    def _write(path: Path, content: bytes) -> None:
        with durable.reporting(path):
            durable.make_folders(path.parent)
            durable.replace_file(path, content)

    def _tidy(self) -> None:
        """Remove what a run that was cut off had staged."""
        for staged in [*self._build.glob(".*.new"), *self._build.glob("*/.*.new")]:
            with durable.reporting(staged):
                durable.remove(staged)

    def _load(self) -> dict[str, Any]:
        try:
            state = json.loads((self._build / _NAME).read_bytes())
            dict(state["records"]), dict(state["written"])
        except (OSError, ValueError, LookupError, TypeError):
            return {}
        return dict(state)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _file(path: Path) -> str:
    """The digest of a file; empty for one that cannot be read."""
    try:
        return _digest(durable.read_file(path))
    except OSError:
        return ""
