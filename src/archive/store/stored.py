"""A record as it lies on disk: its files, read and checked for being there."""

from __future__ import annotations

import errno
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from archive.errors import ForbiddenError
from archive.model.capture import BadCapture, Capture
from archive.store import durable, manifest
from archive.store.transaction import RECORD, is_folder

FILE = re.compile(r"record\.xml|source/[0-9]{4}\.[a-z0-9]{1,16}")
"""The names that files of a record have, besides its manifest."""

_NO_FILE = {errno.EINVAL, errno.EISDIR, errno.ELOOP, errno.ENOTDIR, errno.ENXIO}
_SOURCE_LINE = re.compile(rb"^([0-9a-f]{64})  source/[0-9]{4}\.(?!json\n)", re.MULTILINE)


class DamagedRecord(ForbiddenError):
    """A file of a record is missing, or is not what it should be."""

    code = "E403"

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(
            f"{path}: {problem}",
            hint="bring that file back from a copy of the archive (git checkout, a backup)",
        )


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as it lies on disk.

    Attributes:
        id: its name.
        path: its folder.
        xml: record.xml.
        captures: of its sources, in their order; at least one.
        sources: the files of the bytes as received, one for each capture.
        edited: record.xml is not what the manifest says, or the manifest does not say.
    """

    id: str
    path: Path
    xml: bytes
    captures: tuple[Capture, ...]
    sources: tuple[Path, ...]
    edited: bool

    def received(self, number: int = 0) -> bytes:
        """The bytes of a source, counted from 0, if they are still those that were received.

        Raises:
            DamagedRecord: they are not, or they are missing.
            OSError: the disk would not.
        """
        content = required(self.sources[number])
        if manifest.digest(content) != self.captures[number].copy.sha256:
            raise DamagedRecord(self.sources[number], "these are not the bytes that were received")
        return content


def load(home: Path) -> Stored:
    """Read the record in a folder.

    Raises:
        DamagedRecord: a file is missing or not what it should be.
        OSError: the disk would not.
    """
    xml = required(home / RECORD)
    captures, sources = zip(*_captures(home), strict=True)
    edited = not vouches(_optional(home / manifest.NAME), xml)
    return Stored(home.name, home, xml, captures, sources, edited)


def vouches(present: bytes, xml: bytes) -> bool:
    """Whether a manifest says that record.xml has these bytes."""
    try:
        return manifest.read(present).get(RECORD) == manifest.digest(xml)
    except ValueError:
        return False


def required(path: Path) -> bytes:
    """The bytes of a file that a record has to have."""
    try:
        return durable.read_file(path)
    except FileNotFoundError:
        raise DamagedRecord(path, "the file is missing") from None
    except OSError as error:
        if error.errno in _NO_FILE:
            raise DamagedRecord(path, "not a regular file") from error
        raise


def _optional(path: Path) -> bytes:
    return required(path) if os.path.lexists(path) else b""


def read_manifest(home: Path) -> bytes:
    """The bytes of the manifest, which is one."""
    path = home / manifest.NAME
    content = required(path)
    try:
        manifest.read(content)
    except ValueError:
        raise DamagedRecord(path, "not a manifest in the form of sha256sum") from None
    return content


def source_digests(home: Path) -> list[str]:
    """SHA-256 of each source, by the manifest (one file, at a known place) or else the captures.

    Raises:
        DamagedRecord: neither says.
    """
    lines = _SOURCE_LINE.findall(_optional(home / manifest.NAME))
    if lines:
        return [line.decode() for line in lines]
    return [capture.copy.sha256 for capture, _ in _captures(home)]


def _captures(home: Path) -> list[tuple[Capture, Path]]:
    """The captures of a record with the files of their bytes, in order; at least one."""
    folder = home / "source"
    if not is_folder(folder):
        raise DamagedRecord(folder, "the folder is missing")
    names = sorted(path.name for path in folder.iterdir() if FILE.fullmatch(f"source/{path.name}"))
    captures = {name[:4]: folder / name for name in names if name.endswith(".json")}
    sources = {name[:4]: folder / name for name in names if not name.endswith(".json")}
    if not captures or captures.keys() != sources.keys() or len(names) != 2 * len(captures):
        raise DamagedRecord(folder, "there should be one source for each capture (.json)")
    return [(_capture(captures[stem]), _regular(sources[stem])) for stem in captures]


def _capture(path: Path) -> Capture:
    try:
        return Capture.from_json(required(path))
    except BadCapture as error:
        raise DamagedRecord(path, str(error)) from None


def _regular(path: Path) -> Path:
    if not stat.S_ISREG(path.lstat().st_mode):
        raise DamagedRecord(path, "not a regular file")
    return path
