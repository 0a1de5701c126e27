"""Folders of records to verdicts: read, digested and judged, on all cores where there are many."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.read import again
from archive.store import durable
from archive.store.stored import FILE
from archive.validate import Target, Verdict, examine
from archive.validate.target import MANIFEST, RECORD
from archive.wellformed import MAX_BYTES

_CHUNK = 64  # records that a process is given at a time
_FEW = 4 * _CHUNK  # below that, starting processes costs more than they save


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of a record.

    Attributes:
        folder: where it is.
        shown: what findings call it (``records/2008/ID``).
        known: the digest of its files when they were last judged; empty if that is not known.
        select: see ``archive.validate.examine``.
    """

    folder: Path
    shown: str
    known: str = ""
    select: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Examined:
    """A record that was looked at.

    Attributes:
        digest: of all that its verdict depends on: names and bytes of its files.
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
    with ProcessPoolExecutor(min(cores, len(chunks)), initializer=_ignore_interrupts) as pool:
        for examined in pool.map(_work, chunks):
            yield from examined


def target(home: Home) -> Target:
    """The files of a record, to be judged.

    Raises:
        OSError: the disk would not.
    """
    files = dict(_files(home.folder))
    place = home.folder.resolve()
    return Target(
        path=f"{home.shown}/{RECORD}",
        id=place.name,
        xml=files.pop(RECORD, b""),
        files=files,
        reading=again,
        year=place.parent.name,
    )


def _work(homes: Iterable[Home]) -> list[Examined]:
    return list(map(_examined, homes))


def _examined(home: Home) -> Examined:
    whole = target(home)
    digest = _digest(whole)
    return Examined(digest, None if digest == home.known else examine(whole, home.select))


def _digest(whole: Target) -> str:
    """Of everything in a target that a verdict can depend on."""
    parts = [whole.path, whole.year, whole.id]
    parts += (f"{digest} {name}" for name, digest in sorted(whole.digests.items()))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """All files below a folder by their names from there; links and devices are files too."""
    root = os.fspath(folder)
    for place, folders, names in os.walk(root):
        within = "" if place == root else f"{place[len(root) + 1 :]}/"
        links = [name for name in folders if os.path.islink(f"{place}/{name}")]  # noqa: PTH114
        for name in (*names, *links):
            yield f"{within}{name}", content(folder, f"{within}{name}")


def content(folder: Path, name: str) -> bytes:
    """The bytes of a file of a record, as far as a rule reads them.

    Nothing of a file that no record has, of a link or a device, which a rule reports by its name;
    of one that is larger than any, one byte more than the largest has.
    """
    path = folder / name
    if not (FILE.fullmatch(name) or name == MANIFEST) or path.is_symlink() or not path.is_file():
        return b""
    return durable.read_file(path, MAX_BYTES + 1)


def _cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _ignore_interrupts() -> None:
    """Ctrl-C ends the command, which ends its processes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
