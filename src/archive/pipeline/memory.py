"""What the last ``make archive`` found sound, so that the next one does not do it again.

Kept in ``build/.made.json``, by content: digests of every file of a record, of what was written,
of the agents, of the configuration and of the program itself. Times of files say nothing. It can be
thrown away.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from archive.pipeline.archives import Archive
from archive.resources import package_folder, schemas_folder, version
from archive.store import agents, durable
from archive.validate import Finding

FOLDER = "build"
_NAME = ".made.json"


class Memory:
    """The digests of the last run, and of now."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._build, records = archive.root / FOLDER, archive.store.records
        own = [_file(Path(name)) for name in archive.config.styles if name.endswith(".csl")]
        known = [(path.name, _digest([xml])) for path, xml in agents.files(records).items()]
        self._rules = _digest([_program(), repr((archive.config, own, known)).encode()])
        self._tidy()
        last = self._load()
        same = last.get("rules") == self._rules
        self._sound: dict[str, str] = last["records"] if same else {}
        self._written: dict[str, str] = last["written"] if same else {}
        self._warnings: list[dict[str, Any]] = last["warnings"] if same else []
        self._earlier: set[str] = set(last.get("written", ()))
        self._now: dict[str, str] = {}
        self._put: dict[str, str] = {}

    def is_current(self, ids: Sequence[str]) -> bool:
        """Whether nothing at all changed since a run that ended well."""
        return (
            bool(self._written)
            and self._sound.keys() == set(ids)
            and all(self.is_sound(id) for id in ids)
            and all(_file(self._build / name) == d for name, d in self._written.items())
        )

    def is_sound(self, id: str) -> bool:
        """Whether a record is, to the byte, as it was when it was last found sound."""
        return id in self._sound and self._sound[id] == self._record(id)

    def warnings(self) -> list[Finding]:
        """What was found in records that are still as they were; none of it is an error.

        And in the agents: if one of them were not as it was, nothing would be.
        """
        findings = (Finding(**values) for values in self._warnings)
        return [f for f in findings if _of_agent(f) or self.is_sound(record_of(f))]

    def put(self, name: str, text: str) -> bool:
        """Write a file of ``build/``, wholly or not at all; whether it changed."""
        path, content = self._build / name, text.encode()
        self._put[name] = _digest([content])
        if _file(path) == self._put[name]:
            return False
        self._write(path, content)
        return True

    def keep(self, ids: Iterable[str], findings: Sequence[Finding], *, complete: bool) -> None:
        """Remember which records are sound (with their warnings), and what was written.

        What was written counts only if the run ended well.

        A file that an earlier run wrote, and this one would not, is removed.
        """
        self._now.clear()
        if complete:
            self._remove(self._earlier - self._put.keys())
        written = self._put if complete else {}
        wrong = {record_of(finding) for finding in findings if finding.severity == "error"}
        state = {
            "rules": self._rules,
            "records": {id: self._record(id) for id in ids if id not in wrong},
            "warnings": [asdict(f) for f in findings if record_of(f) not in wrong],
            "written": written,
        }
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
            dict(state["records"]), dict(state["written"]), list(state["warnings"])
        except (OSError, ValueError, LookupError, TypeError):
            return {}
        return dict(state)

    def _record(self, id: str) -> str:
        if id not in self._now:
            folder = self._archive.store.path(id)
            files = sorted(path for path in folder.rglob("*") if not path.is_dir())
            parts = [f"{p.relative_to(folder)}\0{_file(p)}\0".encode() for p in files]
            self._now[id] = _digest([str(folder).encode(), *parts])
        return self._now[id]


def record_of(finding: Finding) -> str:
    """The id of the record that a finding is about: its path is records/<year>/<id>/..."""
    return finding.path.split("/")[2]


def _of_agent(finding: Finding) -> bool:
    return finding.path.split("/")[1] == agents.FOLDER


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def _file(path: Path) -> str:
    """The digest of a file; empty for one that cannot be read."""
    try:
        return _digest([durable.read_file(path)])
    except OSError:
        return ""


@cache
def _program() -> bytes:
    """What the program is: its version, its own files and its grammars."""
    files = [*package_folder().rglob("*.py"), *schemas_folder().iterdir()]
    digests = (f"{path.name}\0{_file(path)}\0" for path in sorted(files))
    return f"{version()}\0{''.join(digests)}".encode()
