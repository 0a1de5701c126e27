"""Validation: records on disk to findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from itertools import chain
from pathlib import Path

from archive import validate
from archive.errors import UnknownName, UsageError
from archive.pipeline.archives import Archive, open_archive
from archive.read import text_of
from archive.store import durable
from archive.store.config import NoArchive, find_root
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
        files: path -> bytes of the record.xml of each record with findings.
    """

    records: int
    findings: tuple[Finding, ...]
    files: Mapping[str, bytes]


def check(archive: Archive, ids: Sequence[str], beside: Iterable[str] = ()) -> Checked:
    """Check records of an archive, also against each other and against those ``beside``."""
    with archive.store.reading():
        homes = (archive.store.path(id) for id in ids)
        others = (archive.store.path(id) for id in beside)
        return _check(
            (_target(home, archive.root) for home in homes),
            (_target(home, archive.root) for home in others),
            choice(archive),
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
    target = replace(_target(archive.store.path(id), archive.root), xml=xml)
    found = (f for f in validate.check(target) if not f.rule.startswith("F"))
    return tuple(finding for finding in found if finding.severity == "error")


def archive_around(paths: Sequence[Path], here: Path) -> Archive | None:
    """The archive that all the records at ``paths`` lie in; None if there is none.

    Raises:
        NoRecordThere: a path leads to none.
    """
    homes = [folder(path).resolve() for path in paths]
    with suppress(NoArchive):
        archive = open_archive(here, find_root(homes[0]))
        if all(home.parents[1] == archive.store.records.resolve() for home in homes):
            return archive
    return None


def select(checked: Checked, wanted: Choice) -> Checked:
    """Only the findings that count."""
    findings = tuple(filter(wanted.takes, checked.findings))
    return Checked(checked.records, findings, checked.files)


def _check(targets: Iterator[Target], beside: Iterable[Target], wanted: Choice) -> Checked:
    files: dict[str, bytes] = {}

    def seen() -> Iterator[Target]:
        for target in targets:
            files[target.path] = target.xml
            yield target

    found = validate.check_all(seen(), beside)
    named = {finding.path for finding in found}
    shown = {path: xml for path, xml in files.items() if path in named}
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


def _target(home: Path, root: Path | None) -> Target:
    inside = root is not None and home.is_relative_to(root)
    shown = home.relative_to(root) if inside and root is not None else home
    files = {
        path.relative_to(home).as_posix(): _content(path)
        for path in sorted(home.rglob("*"))
        if path.is_symlink() or not path.is_dir()
    }
    return Target(
        path=(shown / RECORD).as_posix(),
        id=home.resolve().name,
        xml=files.pop(RECORD, b""),
        files=files,
        reading=text_of,
        year=home.resolve().parent.name,
    )


def _content(path: Path) -> bytes:
    """The bytes of a file; of a link or a device, which a rule reports, none."""
    if path.is_symlink() or not path.is_file():
        return b""
    with durable.reporting(path):
        return durable.read_file(path)
