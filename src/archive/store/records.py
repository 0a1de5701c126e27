"""The records of an archive: find, read, create, replace and withdraw them, one command at a time.

Every method takes the lock for itself, and settles first what an interrupted command left. A
command that does more than one thing holds the lock throughout, and settles once::

    with store.writing():
        known = store.sources()
        ...
        store.create(id, year, files)
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from archive.errors import ForbiddenError, UnknownName, UsageError
from archive.model.capture import Capture
from archive.model.tombstone import Tombstone
from archive.store import manifest, transaction, withdrawn
from archive.store.durable import reporting
from archive.store.lock import locked
from archive.store.stored import (
    FILE,
    Stored,
    load,
    read_manifest,
    required,
    source_digests,
    vouches,
)
from archive.store.strays import strays
from archive.store.transaction import ID, RECORD, YEAR, Change, is_folder
from archive.store.withdrawn import Withdrawn

FOLDER = "records"
WAIT = 5.0
"""How long a command waits for another one, in seconds."""

_ID_LENGTH = 200  # the name of the staged folder, 16 longer, must stay below 255 bytes


class RecordExists(ForbiddenError):
    """A record has that id already, and ids are never given twice."""

    code = "E401"

    def __init__(self, id: str, home: Path) -> None:
        super().__init__(
            f"there is a record {id} already: {home}",
            hint="give the new one another id, or look at that one: it may be the same article",
        )


class Unlisted(ForbiddenError):
    """The folder of a record holds what its manifest does not list, and nobody has kept it."""

    code = "E412"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is in the folder of the record, and is no file of it; it would be lost",
            hint="move it elsewhere first",
        )


class RecordChanged(ForbiddenError):
    """A person edited record.xml; what they wrote is never overwritten."""

    code = "E402"

    def __init__(self, id: str, path: Path) -> None:
        super().__init__(
            f"{path} was edited since it was written; it is left as it is",
            hint=f"'archive rebuild {id} --diff' shows what would change; to keep the edit, sign"
            f" it: 'archive accept {id} --by NAME --because WHY'",
        )


class TwoOfOneName(ForbiddenError):
    """Two folders have the name of one record: what is said of it is said of both."""

    code = "E408"

    def __init__(self, homes: Sequence[Path]) -> None:
        super().__init__(
            f"two records are called {homes[0].name}: {' and '.join(map(str, homes))}",
            hint="compare them, and delete the folder of the one that is a mistake",
        )


class Store:
    """The records under the root of an archive.

    Not for use by several threads at once.
    """

    def __init__(self, root: Path, *, wait: float = WAIT) -> None:
        self.records = root / FOLDER
        self._wait = wait
        self._held = ""  # "", "reading" or "writing"

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Keep writers out for a while; other readers may come.

        Raises:
            Busy: a writer did not end in time.
            StorageError: the folder of records is missing or closed, or an interrupted change
                cannot be settled.
        """
        if self._held:
            yield
            return
        while True:
            with self._lock("reading"):
                with reporting(self.records):
                    settled = not transaction.unsettled(self.records)
                if settled:
                    yield
                    return
            self.recover()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep all others out for a while. Not inside ``reading``. Raises as ``reading`` does."""
        if self._held == "reading":
            raise ValueError("a reader cannot become a writer: hold writing() from the start")
        if self._held:
            yield
            return
        with self._lock("writing"):
            self._settle()
            yield

    def recover(self) -> tuple[str, ...]:
        """Finish or undo what an interrupted command left; a sentence for each, none as a rule."""
        if self._held:  # it was settled when the lock was taken
            return ()
        with self._lock("writing"):
            return self._settle()

    def ids(self) -> list[str]:
        """All ids, sorted."""
        with self.reading(), reporting(self.records):
            return sorted(home.name for home in self._homes())

    def homes(self) -> list[str]:
        """The years and ids of all records (``2008/2008-06-13-lee-a-well``), in order.

        Two may have one id by mistake.
        """
        with self.reading(), reporting(self.records):
            return sorted(f"{year.name}/{id}" for year in self._years() for id in self._in(year))

    def path(self, id: str) -> Path:
        """The folder of a record.

        Raises:
            UnknownName: there is no such record; the hint names the nearest.
            Withdrawn: there was.
        """
        with self.reading():
            home = self._home(id)
            if home is None:
                self._refuse_withdrawn(id)
                raise UnknownName("record", id, self.ids(), "archive list")
            return home

    def load(self, id: str) -> Stored:
        """Read a record; of its sources only what is known of them, not the bytes.

        Raises:
            UnknownName: there is no such record.
            DamagedRecord: a file of it is missing or not what it should be.
        """
        with self.reading():
            home = self.path(id)
            with reporting(home):
                return load(home)

    def sources(self) -> dict[str, list[str]]:
        """SHA-256 of the bytes of every source -> ids of the records made of it, by name."""
        held: dict[str, list[str]] = {}
        with self.reading(), reporting(self.records):
            for home in sorted(self._homes(), key=lambda home: home.name):
                for sha256 in source_digests(home):
                    held.setdefault(sha256, []).append(home.name)
        return held

    def strays(self) -> dict[str, str]:
        """What lies among the records and belongs to none, by name; see ``store.strays``."""
        with self.reading(), reporting(self.records):
            return strays(self.records)

    def withdrawn(self) -> list[str]:
        """The ids of all withdrawn records, sorted."""
        with self.reading(), reporting(self.records):
            return withdrawn.names(self.records)

    def tombstones(self) -> list[Tombstone]:
        """What is left of all withdrawn records, by id.

        Raises:
            DamagedTombstone: one cannot be read; what it kept out could come in again.
        """
        with self.reading(), reporting(self.records):
            paths = (withdrawn.path_of(self.records, id) for id in withdrawn.names(self.records))
            return list(map(withdrawn.load, paths))

    def create(self, id: str, year: str, files: Mapping[str, bytes]) -> Path:
        """Write a new record and its manifest, wholly or not at all.

        Args:
            id: readable, lower-case letters and digits in groups joined by hyphens.
            year: four digits, or ``undated``.
            files: ``record.xml``, and ``source/0001.<ext>`` with ``source/0001.json`` (a capture)
                for each source, see ``model.record.source_name``.

        Returns:
            The folder of the record.

        Raises:
            RecordExists: the id is taken, in any year.
            Withdrawn: it was, and is not given again.
            UsageError: the id or the year cannot be one.
            StorageError: the disk would not; nothing of the record is there.
        """
        _check_name(id, year)
        _check_files(files)
        with self.writing():
            if home := self._home(id):
                raise RecordExists(id, home)
            self._refuse_withdrawn(id)
            change = Change(self.records, year, id)
            with self._changing(change):
                transaction.create(change, files)
            return change.home

    def replace(self, id: str, xml: bytes, *, over: bytes | None = None) -> bool:
        """Give a record another record.xml; nothing else changes but that line of its manifest.

        Args:
            id: of a record that is there.
            xml: the new record.xml.
            over: the record.xml that the caller has read and means to replace, edits and all.
                Without it, an edited record.xml is replaced only by the very same bytes, which
                accepts the edit into the manifest.

        Returns:
            Whether anything changed.

        Raises:
            UnknownName: there is no such record.
            RecordChanged: record.xml is edited, or is not ``over`` any more.
            DamagedRecord: there is no record.xml or manifest, or the manifest is not one.
            StorageError: the disk would not; the old or the new record.xml is there, whole.
        """
        with self.writing():
            home = self.path(id)
            with reporting(home):
                now, present = required(home / RECORD), read_manifest(home)
            seen = now if over is None and vouches(present, now) else over
            if now not in (seen, xml):
                raise RecordChanged(id, home / RECORD)
            if xml == now and vouches(present, xml):
                return False
            change = Change(self.records, home.parent.name, id)
            with self._changing(change):
                transaction.replace(change, xml, present)
            return True

    def withdraw(self, tombstone: Tombstone) -> None:
        """Remove a record, its sources too, and leave the tombstone, wholly or not at all.

        Raises:
            UnknownName: there is no such record.
            Withdrawn: it is already.
            TwoOfOneName: two folders are called so.
            Unlisted: its folder holds more than the record.
            StorageError: the disk would not; the record or its tombstone is there.
        """
        id = tombstone.id
        with self.writing():
            self.may_withdraw(id)
            home = self.path(id)
            change = Change(self.records, home.parent.name, id)
            with self._changing(change):
                transaction.withdraw(change, tombstone.to_json())

    def may_withdraw(self, id: str) -> None:
        """Refuse what ``withdraw`` refuses; raises as it does."""
        with self.reading():
            home = self.path(id)
            self._refuse_withdrawn(id)
            homes = [self.records / other for other in self.homes() if other.endswith(f"/{id}")]
            if len(homes) > 1:
                raise TwoOfOneName(homes)
            with reporting(home):
                files = (path for path in home.rglob("*") if not path.is_dir())
                present = {path.relative_to(home).as_posix() for path in files}
            listed = manifest.read(read_manifest(home)).keys() | {manifest.NAME}
            for name in sorted(present - listed):
                raise Unlisted(home / name)

    def _refuse_withdrawn(self, id: str) -> None:
        path = withdrawn.path_of(self.records, id)
        if _is_id(id):
            with reporting(path), suppress(FileNotFoundError, NotADirectoryError):
                raise Withdrawn(withdrawn.load(path))

    def edit(self, id: str, xml: bytes, *, over: bytes) -> None:
        """Write another record.xml as an editor does, wholly or not at all: nothing is signed.

        Args:
            id: of a record that is there.
            xml: the new record.xml.
            over: the record.xml that the caller has read and means to replace.

        Raises:
            UnknownName: there is no such record.
            RecordChanged: record.xml is not ``over`` any more.
            StorageError: the disk would not; the old or the new record.xml is there, whole.
        """
        with self.writing():
            home = self.path(id)
            with reporting(home):
                if required(home / RECORD) != over:
                    raise RecordChanged(id, home / RECORD)
            change = Change(self.records, home.parent.name, id)
            with self._changing(change):
                transaction.edit(change, xml)

    @contextmanager
    def _lock(self, purpose: str) -> Iterator[None]:
        with ExitStack() as stack:
            with reporting(self.records):  # what happens inside is for others to report
                lock = locked(self.records, exclusive=purpose == "writing", wait=self._wait)
                stack.enter_context(lock)
            self._held = purpose
            try:
                yield
            finally:
                self._held = ""

    @contextmanager
    def _changing(self, change: Change) -> Iterator[None]:
        """Settle what the disk did not let through, as far as it lets us, before and after."""
        with reporting(change.home):
            self._settle_now()
            try:
                yield
            except OSError:
                with suppress(OSError):
                    self._settle_now()
                raise

    def _settle(self) -> tuple[str, ...]:
        with reporting(self.records):
            return self._settle_now()

    def _settle_now(self) -> tuple[str, ...]:
        return tuple(map(transaction.recover, transaction.unsettled(self.records)))

    def _homes(self) -> Iterator[Path]:
        """The folders of all records, in no order. A name that is no id is not a record."""
        return (year / id for year in self._years() for id in self._in(year))

    @staticmethod
    def _in(year: Path) -> list[str]:
        """The ids of the records of a year."""
        with os.scandir(year) as entries:
            return [
                entry.name
                for entry in entries
                if ID.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
            ]

    def _years(self) -> list[Path]:
        with os.scandir(self.records) as entries:
            return [
                self.records / entry.name
                for entry in entries
                if YEAR.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
            ]

    def _home(self, id: str) -> Path | None:
        if not _is_id(id):
            return None
        with reporting(self.records):
            likely = self.records / id.partition("-")[0]  # an id begins with its year as a rule
            if YEAR.fullmatch(likely.name) and is_folder(likely) and is_folder(likely / id):
                return likely / id
            homes = (year / id for year in self._years())
            return next(filter(is_folder, homes), None)


def _is_id(id: str) -> bool:
    return len(id) <= _ID_LENGTH and ID.fullmatch(id) is not None


def _check_name(id: str, year: str) -> None:
    if not _is_id(id):
        raise UsageError(
            f"{id!r} cannot be the id of a record",
            hint=f"use a-z and 0-9 in groups joined by hyphens, {_ID_LENGTH} characters at most",
        )
    if not YEAR.fullmatch(year):
        raise UsageError(f"{year!r} is no year", hint="use four digits, or 'undated'")


def _check_files(files: Mapping[str, bytes]) -> None:
    """Refuse what would not load: a mistake of the calling code."""
    wrong = [name for name in files if not FILE.fullmatch(name)]
    captures = {name[:-5]: Capture.from_json(files[name]) for name in files if name[-5:] == ".json"}
    sources = {name.rpartition(".")[0]: name for name in files if name[-5:] != ".json"}
    sources.pop("record", None)
    complete = captures.keys() == sources.keys() and len(files) == 1 + 2 * len(captures) > 1
    if wrong or RECORD not in files or not complete:
        raise ValueError(f"not the files of a record: {sorted(files)}")
    for stem, capture in captures.items():
        content = files[sources[stem]]
        if (capture.copy.sha256, capture.copy.size) != (manifest.digest(content), len(content)):
            raise ValueError(f"{stem}.json does not describe {sources[stem]}")
