"""The only calls that change the disk, each made to last, and the error when one fails.

Everything that the store writes goes through here, so that a test can fail or kill each call.
Source of the order (write, sync the file, rename, sync the folder): fsync(2), rename(2).
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from archive.errors import ForbiddenError

_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_RIGHTS = {errno.EACCES, errno.EPERM, errno.EROFS}


class StorageError(ForbiddenError):
    """The disk would not read or write: it is full, failing, or closed to this user.

    The exit code is 4, as for all that the archive refuses: what has to change is the place where
    the archive lies, neither the command (2) nor the source (3), and it is no bug of ours (70).
    """

    code = "E410"

    def __init__(self, error: OSError, place: Path) -> None:
        path = Path(os.fsdecode(error.filename)) if error.filename else place
        super().__init__(f"{path}: {error.strerror}", hint=_advice(error.errno))


def _advice(number: int | None) -> str:
    again = "then run the command again; every record is whole, as it was or as it should become"
    if number in _ROOM:
        return f"make room on that disk, {again}"
    if number in _RIGHTS:
        return f"ask for the right to read and write there, {again}"
    if number == errno.ENOENT:
        return f"make it or bring it back, {again}"
    return f"look what is wrong with that place or its disk, {again}"


@contextmanager
def reporting(place: Path) -> Iterator[None]:
    """Turn what the system says into a ``StorageError`` that names the path."""
    try:
        yield
    except OSError as error:
        raise StorageError(error, place) from error


@contextmanager
def _at(path: Path | str) -> Iterator[None]:
    """Name the path in errors of calls that know only a descriptor."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def read_file(path: Path | str, most: int = sys.maxsize) -> bytes:
    """The bytes of a regular file, the first ``most`` of them.

    A symbolic link, folder, pipe or device is refused (OSError).
    """
    with _at(path):
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise OSError(errno.EINVAL, "Not a regular file", str(path))
            pieces, wanted = [], max(status.st_size, 1 << 16)
            while most and (piece := os.read(descriptor, min(wanted, most))):
                pieces.append(piece)
                most -= len(piece)
            return b"".join(pieces)
        finally:
            os.close(descriptor)


def write_file(path: Path, content: bytes) -> None:
    """Make a new file and sync it. Never opens what is there already, nor follows a link."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    with _at(path):
        descriptor = os.open(path, flags, 0o666)
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_folder(path: Path) -> None:
    """Make a new folder; its parent is there."""
    os.mkdir(path)  # noqa: PTH102 - all changes go through the `os` of this module


def rename(old: Path, new: Path) -> None:
    """Give a file or folder its name, in the place of a file that had it."""
    os.rename(old, new)  # noqa: PTH104


def remove(path: Path) -> None:
    """Remove a file, or a symbolic link itself."""
    os.unlink(path)  # noqa: PTH108


def remove_folder(path: Path) -> None:
    """Remove an empty folder."""
    os.rmdir(path)  # noqa: PTH106


def sync_folder(path: Path) -> None:
    """Make the names in a folder last."""
    with _at(path):
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_folders(path: Path) -> None:
    """Make a folder and those above it, where they are missing."""
    for folder in (*reversed(path.parents), path):
        if not folder.is_dir():
            make_folder(folder)
            sync_folder(folder.parent)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all; what had its name is replaced, a link not followed.

    For files outside ``records/``: it is staged beside its place as ``.<name>.new``, and what was
    left of an earlier try goes first.
    """
    staged = path.with_name(f".{path.name}.new")
    with suppress(FileNotFoundError):
        remove(staged)
    try:
        write_file(staged, content)
        rename(staged, path)
    except OSError:
        with suppress(OSError):
            remove(staged)
        raise
    sync_folder(path.parent)
