"""Validation: records on disk to findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import cache
from itertools import chain
from pathlib import Path

from archive import validate
from archive.errors import UnknownName, UsageError
from archive.model.agents import Agent
from archive.pipeline.archives import Archive, open_archive
from archive.read import again
from archive.store import agents, durable
from archive.store.config import NoArchive, find_root
from archive.tei import UnreadableRecord
from archive.tei.agents import UnreadableAgent, read_agent, wording
from archive.validate import Finding, Target
from archive.validate.target import RECORD


class NoRecordThere(UsageError):
    """A path that is to be checked leads to no record."""

    code = "E231"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"there is no record at {path}: no {RECORD} in it, nor in a folder above",
            hint="name a record's folder, a file in it, or an id (see 'archive list')",
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
class Checked:
    """What was checked and found.

    Attributes:
        records: how many were checked.
        findings: by file and place.
        files: path -> bytes of each record.xml, and each file of an agent, with findings.
    """

    records: int
    findings: tuple[Finding, ...]
    files: Mapping[str, bytes]


def check(
    archive: Archive, ids: Sequence[str], beside: Iterable[str] = (), *, with_agents: bool = True
) -> Checked:
    """Check records of an archive, also against each other and against those ``beside``.

    Its agents are checked too, unless told otherwise; records may point to them in either case.
    """
    with archive.store.reading():
        known = _known(archive)
        homes = (archive.store.path(id) for id in ids)
        others = (archive.store.path(id) for id in beside)
        return _check(
            (_target(home, archive.root, known) for home in homes),
            (_target(home, archive.root) for home in others),
            choice(archive),
            _agents(archive) if with_agents else (),
        )


def check_paths(paths: Sequence[Path]) -> Checked:
    """Check the records that paths lead to, which lie in no archive.

    Raises:
        NoRecordThere: a path leads to none.
    """
    homes = dict.fromkeys(folder(path) for path in paths)
    return _check((_target(home, None) for home in homes), (), Choice())


def errors_in(archive: Archive, id: str, xml: bytes) -> tuple[Finding, ...]:
    """What would be wrong with a record if ``xml`` were its record.xml, fixity aside."""
    home = archive.store.path(id)
    target = replace(_target(home, archive.root, _known(archive)), xml=xml)
    found = (f for f in validate.check(target) if not f.rule.startswith("F"))
    return tuple(finding for finding in found if finding.severity == "error")


def archive_around(paths: Sequence[Path], here: Path) -> Archive | None:
    """The archive that all the records and agents at ``paths`` lie in; None if there is none.

    Raises:
        NoRecordThere: a path leads to neither.
    """
    homes = [_records_around(path) for path in paths]
    with suppress(NoArchive):
        archive = open_archive(here, find_root(homes[0]))
        if all(home == archive.store.records.resolve() for home in homes):
            return archive
    return None


def _records_around(path: Path) -> Path:
    """The folder of records that a record or an agent lies in."""
    if is_agents(path):
        return path.resolve().parents[path.name != agents.FOLDER]
    return folder(path).resolve().parents[1]


def select(checked: Checked, wanted: Choice) -> Checked:
    """Only the findings that count."""
    findings = tuple(filter(wanted.takes, checked.findings))
    return Checked(checked.records, findings, checked.files)


def _check(
    targets: Iterator[Target],
    beside: Iterable[Target],
    wanted: Choice,
    known: Sequence[Target] = (),
) -> Checked:
    files: dict[str, bytes] = {}

    def seen() -> Iterator[Target]:
        for target in targets:
            files[target.path] = target.xml
            yield target

    found = validate.check_all(seen(), beside, known)
    named = {finding.path for finding in found}
    read = files | {target.path: target.xml for target in known}
    shown = {path: xml for path, xml in read.items() if path in named}
    return select(Checked(len(files), found, shown), wanted)


def folder(path: Path) -> Path:
    """The folder of the record that ``path`` leads to.

    Raises:
        NoRecordThere: it leads to none.
    """
    for place in (path, *path.parents):
        if (place / RECORD).is_file():
            return place
    raise NoRecordThere(path)


def is_agents(path: Path) -> bool:
    """Whether a path leads to the folder of agents, or to a file in it."""
    return agents.FOLDER in (path.name, path.parent.name)


def _known(archive: Archive) -> dict[str, Agent | None]:
    """The agents by id; None for one that cannot be read."""
    known: dict[str, Agent | None] = {}
    for path, xml in agents.files(archive.store.records).items():
        known[path.stem] = None
        with suppress(UnreadableAgent):
            known[path.stem] = read_agent(xml, path.stem, str(path))
    return known


def _agents(archive: Archive) -> list[Target]:
    """The files of all agents, to be checked."""
    records = archive.store.records

    @cache
    def printed(home: str) -> str | None:
        path = records / home / RECORD
        if not path.is_file():
            return None
        with suppress(UnreadableRecord):
            return wording(_content(path))
        return ""

    return [
        Target(
            path=_shown(path, archive.root).as_posix(),
            id=path.stem,
            xml=xml,
            files={},
            reading=again,
            printed=printed,
        )
        for path, xml in agents.files(records).items()
    ]


def _shown(path: Path, root: Path | None) -> Path:
    """A path as findings name it: from the root of the archive, if it lies in one."""
    return path.relative_to(root) if root is not None and path.is_relative_to(root) else path


def _target(
    home: Path, root: Path | None, known: Mapping[str, Agent | None] | None = None
) -> Target:
    files = {
        path.relative_to(home).as_posix(): _content(path)
        for path in sorted(home.rglob("*"))
        if path.is_symlink() or not path.is_dir()
    }
    return Target(
        path=(_shown(home, root) / RECORD).as_posix(),
        id=home.resolve().name,
        xml=files.pop(RECORD, b""),
        files=files,
        reading=again,
        year=home.resolve().parent.name,
        agents=known,
    )


def _content(path: Path) -> bytes:
    """The bytes of a file; of a link or a device, which a rule reports, none."""
    if path.is_symlink() or not path.is_file():
        return b""
    with durable.reporting(path):
        return durable.read_file(path)
