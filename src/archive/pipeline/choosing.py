"""Which records to report on, and which findings count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from itertools import chain
from pathlib import Path

from archive import validate
from archive.errors import UnknownName, UsageError
from archive.pipeline.archives import Archive, open_archive
from archive.store import agents, records, withdrawn
from archive.store.config import NAME, NoArchive, find_root
from archive.validate import Finding
from archive.validate.target import RECORD


class NoRecordThere(UsageError):
    """A path that is to be checked leads to no record."""

    code = "E231"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"there is no record at {path}: no {RECORD} in it, nor in a folder above",
            hint="name a record's folder, a file in it, or an id (see 'archive list')",
        )


class Elsewhere(UsageError):
    """A path that is to be checked lies outside the archive that the rest lies in."""

    code = "E236"

    def __init__(self, path: Path, root: Path) -> None:
        super().__init__(
            f"{path} does not lie in the archive at {root}",
            hint="check what lies in one archive at a time",
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """Which findings count.

    Attributes:
        select: only rules whose code begins with one of these; all, if empty.
        ignore: not rules whose code begins with one of these.
        per_path: pattern of a path -> more to ignore there.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_path: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_all(self) -> bool:
        """Whether every finding counts."""
        return not (self.select or self.ignore or self.per_path)

    def takes(self, finding: Finding) -> bool:
        """Whether a finding counts."""
        ignored = self.ignore + tuple(
            code
            for pattern, codes in self.per_path.items()
            if fnmatchcase(finding.path, pattern)
            for code in codes
        )
        return finding.rule.startswith(self.select or ("",)) and not (
            ignored and finding.rule.startswith(ignored)
        )


def some_rule(code: str) -> str:
    """The code, if it is that of a rule or begins one.

    Raises:
        UnknownName: no rule begins so, and choosing by it would check nothing.
    """
    known = [rule.code for rule in validate.RULES.all()]
    if not any(name.startswith(code) for name in known):
        raise UnknownName("rule", code, known, "archive rule")
    return code


def choice(archive: Archive) -> Choice:
    """What the configuration of an archive leaves out.

    Raises:
        UnknownName: it names a rule that does not exist.
    """
    left_out = archive.config
    for code in (*left_out.ignore, *chain.from_iterable(left_out.ignore_per_path.values())):
        some_rule(code)
    return Choice(ignore=left_out.ignore, per_path=left_out.ignore_per_path)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of an archive is to be reported.

    Attributes:
        places: what findings call them: folders of records (``records/2008/ID``), files of agents
            and tombstones, and folders of any.
        gone: those of them that were records and are none any more.
    """

    places: frozenset[str]
    gone: frozenset[str] = frozenset()

    def takes(self, path: str) -> bool:
        """Whether a file lies in what was chosen; an empty path lies nowhere."""
        parts = path.split("/")
        return any("/".join(parts[:n]) in self.places for n in range(1, len(parts) + 1))

    def concerns(self, finding: Finding) -> bool:
        """Whether a finding is of what was chosen, or about it."""
        return self.takes(finding.path) or self.takes(finding.related)


def chosen(archive: Archive, paths: Iterable[Path], ids: Iterable[str] = ()) -> Chosen:
    """What paths and ids lead to.

    Raises:
        NoRecordThere: a path leads to no record, and to no agent.
        UnknownName: there is no record of that id.
        Elsewhere: a path leads out of the archive.
    """
    root = archive.root.resolve()
    homes = [*(archive.store.path(id) for id in ids), *map(_place, paths)]
    for home in homes:
        if not home.resolve().is_relative_to(root):
            raise Elsewhere(home, archive.root)
    return Chosen(frozenset(home.resolve().relative_to(root).as_posix() for home in homes))


def _place(path: Path) -> Path:
    """The record, agents or tombstones that a path leads into, or the folder of several.

    The folder of an archive stands for its records, whatever else lies in it.
    """
    if (path / NAME).is_file():
        return path / records.FOLDER
    if {agents.FOLDER, withdrawn.FOLDER} & {path.name, path.parent.name}:
        return path
    found = folders(path)
    return found[0] if len(found) == 1 else path


def folders(path: Path) -> list[Path]:
    """The folders of the records that a path leads to: the one it lies in, or those below it.

    Raises:
        NoRecordThere: it leads to none.
    """
    for place in (path, *path.parents, *path.absolute().parents):
        if (place / RECORD).is_file():
            return [place]
    found = sorted(file.parent for file in path.rglob(RECORD)) if path.is_dir() else []
    if not found:
        raise NoRecordThere(path)
    return found


def archive_around(paths: Sequence[Path], here: Path) -> Archive | None:
    """The archive among whose records all paths lie; None if there is none.

    Raises:
        NoRecordThere: a path leads to no record, and to no agent.
    """
    places = [_place(path).resolve() for path in paths]
    with suppress(NoArchive):
        archive = open_archive(here, find_root(places[0]))
        home = archive.store.records.resolve()
        if all(place.is_relative_to(home) for place in places):
            return archive
    return None
