"""The lock of an archive: one writer, or any number of readers; it ends with its process.

It is held on the folder of records itself (flock(2)), so that no lock file can be left over.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.errors import ForbiddenError

_PAUSE = 0.02  # seconds between two tries


class Busy(ForbiddenError):
    """Another command is at work in the archive, and did not end in time."""

    code = "E411"

    def __init__(self, folder: Path, exclusive: bool, waited: float) -> None:
        other = "reading or writing" if exclusive else "writing"
        super().__init__(
            f"{folder}: another archive command is {other} here; waited {waited:g} seconds for it",
            hint="run this again when the other command has ended",
        )


@contextmanager
def locked(folder: Path, *, exclusive: bool, wait: float) -> Iterator[None]:
    """Hold the lock, alone (``exclusive``) or with other readers.

    Args:
        folder: what the lock is on.
        exclusive: for one who writes.
        wait: how long to try, in seconds.

    Raises:
        Busy: the time is over.
        OSError: the folder cannot be opened, or its file system has no locks.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _acquire(descriptor, folder, exclusive, wait)
        yield
    finally:
        fcntl.flock(descriptor, fcntl.LOCK_UN)  # a child process may still have it open
        os.close(descriptor)


def _acquire(descriptor: int, folder: Path, exclusive: bool, wait: float) -> None:
    kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
    end = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                raise Busy(folder, exclusive, wait) from None
            time.sleep(_PAUSE)
        else:
            return
