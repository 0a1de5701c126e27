"""Folders of records to verdicts: read, digested and judged, on all cores where there are many."""

from __future__ import annotations

import hashlib
import os
import signal
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from archive.read import again
from archive.store import durable
from archive.store.stored import FILE
from archive.store.transaction import YEAR
from archive.validate import Target, Verdict, examine
from archive.validate.target import MANIFEST, RECORD
from archive.wellformed import MAX_BYTES

_CHUNK = 64  # records that a process is given at a time
_FEW = 4 * _CHUNK  # below that, starting processes costs more than they save


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of a record.

    Attributes:
        folder: where it is; no link.
        shown: what findings call it (``records/2008/ID``).
        known: the digest of its files when they were last judged; empty if that is not known.
        select: see ``archive.validate.examine``.
    """

    folder: str
    shown: str
    known: str = ""
    select: tuple[str, ...] = ()

    @property
    def form_alone(self) -> bool:
        """Whether nothing but record.xml is asked for: by the grammar, or how it is written."""
        return not self.known and bool(self.select) and all(c[:1] in "GX" for c in self.select)


@dataclass(frozen=True, slots=True)
class Examined:
    """A record that was looked at.

    Attributes:
        digest: of all that its verdict depends on: names and bytes of its files. Empty where its
            form alone was asked for.
        verdict: None if the digest is the known one.
    """

    digest: str
    verdict: Verdict | None


def examine_all(homes: Sequence[Home]) -> Iterator[Examined]:
    """Look at each record, in the order given.

    Raises:
        StorageError: the disk would not.
    """
    cores = _cores()
    with durable.reporting(Path()):
        if len(homes) < _FEW or cores == 1:
            yield from map(_examined, homes)
        else:
            yield from _by_processes(homes, cores)


def _by_processes(homes: Sequence[Home], cores: int) -> Iterator[Examined]:
    from concurrent.futures import ProcessPoolExecutor  # late: most archives do without

    chunks = [homes[start : start + _CHUNK] for start in range(0, len(homes), _CHUNK)]
    with ProcessPoolExecutor(min(cores, len(chunks)), initializer=_follow_the_command) as pool:
        for examined in pool.map(_work, chunks):
            yield from examined


def target(home: Home) -> Target:
    """The files of a record, to be judged.

    Raises:
        OSError: the disk would not.
    """
    files: dict[str, bytes] = {}
    odd: dict[str, str] = {}
    room = 2 * MAX_BYTES
    for name, status in _listed(home.folder):
        if home.form_alone and name != RECORD:
            continue
        what = _oddity(name, status, room)
        with suppress(FileNotFoundError):  # it went away since it was listed
            if what:
                odd[name] = what
            else:
                files[name] = content(home.folder, name)
                room -= len(files[name])
    year, id = os.path.abspath(home.folder).split("/")[-2:]  # noqa: PTH100 - ten thousand times
    return Target(
        path=f"{home.shown}/{RECORD}",
        id=id,
        xml=files.pop(RECORD, b""),
        files=files,
        reading=again,
        year=year if YEAR.fullmatch(year) else "",
        odd=odd,
    )


def _work(homes: Iterable[Home]) -> list[Examined]:
    return list(map(_examined, homes))


def _examined(home: Home) -> Examined:
    whole = target(home)
    digest = "" if home.form_alone else _digest(whole)
    is_known = bool(home.known) and digest == home.known
    return Examined(digest, None if is_known else examine(whole, home.select))


def _digest(whole: Target) -> str:
    """Of everything in a target that a verdict can depend on."""
    parts = [whole.path, whole.year, whole.id]
    parts += (f"{digest} {name}" for name, digest in sorted(whole.digests.items()))
    parts += (f"{what} {name}" for name, what in sorted(whole.odd.items()))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _listed(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """What lies in the folder of a record and in that of its sources, by name, in order."""
    for name, status in _entries(folder):
        if name == "source" and stat.S_ISDIR(status.st_mode):
            yield from ((f"source/{inner}", of) for inner, of in _entries(f"{folder}/source"))
        else:
            yield name, status


def _entries(folder: str) -> list[tuple[str, os.stat_result]]:
    found = []
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            with suppress(FileNotFoundError):
                found.append((entry.name, entry.stat(follow_symlinks=False)))
    return found


def _is_ours(name: str) -> bool:
    return name == MANIFEST or FILE.fullmatch(name) is not None


def _oddity(name: str, status: os.stat_result, room: int) -> str:
    """Why the bytes of a file with the name of one of a record cannot be judged; empty if not."""
    if not _is_ours(name):
        return ""
    if stat.S_ISLNK(status.st_mode):
        return "a symbolic link"
    if stat.S_ISDIR(status.st_mode):
        return "a folder"
    if not stat.S_ISREG(status.st_mode):
        return "a pipe, a socket or a device"
    if name != RECORD and status.st_size > min(MAX_BYTES, room):  # a rule of XML says so of that
        return f"too large: a source has at most {MAX_BYTES // 2**20} MiB"
    return ""


def content(folder: str, name: str) -> bytes:
    """The bytes of a file of a record, as far as a rule reads them.

    Nothing of a file that no record has, which a rule reports by its name; of one that is larger
    than any, one byte more than the largest has.
    """
    return durable.read_file(f"{folder}/{name}", MAX_BYTES + 1) if _is_ours(name) else b""


def _cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _follow_the_command() -> None:
    """End with the command, however it ends: it holds the lock of the archive through us too."""
    from multiprocessing import connection, parent_process  # late, as the pool

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command gets it, and ends its processes
    parent = parent_process()

    def wait() -> None:
        connection.wait([parent.sentinel] if parent else [])
        os._exit(1)

    Thread(target=wait, daemon=True).start()
