"""Withdrawing a record: it goes, and a tombstone says so."""

from __future__ import annotations

from archive.errors import UsageError
from archive.model.record import Change
from archive.model.tombstone import Run, Tombstone
from archive.pipeline.archives import Archive
from archive.pipeline.records import parsed
from archive.store.records import RecordChanged
from archive.store.stored import Stored


class InItsOwnPlace(UsageError):
    """The record that is to stand in the place of a withdrawn one is that very record."""

    code = "E235"

    def __init__(self, id: str) -> None:
        super().__init__(
            f"{id} cannot stand in its own place", hint="name another record with --see, or none"
        )


def withdraw(
    archive: Archive, id: str, change: Change, *, see: str = "", dry_run: bool = False
) -> Tombstone:
    """Take a record out of the archive, its sources too, and leave a tombstone.

    Args:
        archive: that holds it.
        id: of the record.
        change: when, why, and by whom.
        see: id of the record that stands in its place; empty for none.
        dry_run: whether to write nothing.

    Raises:
        UnknownName: there is no such record, or none to see.
        Withdrawn: one of the two is withdrawn already.
        InItsOwnPlace: they are one.
        RecordChanged: somebody edited it, and nobody answers for the edit yet.
        UnreadableRecord: nobody can say what would be withdrawn.
    """
    with archive.store.reading() if dry_run else archive.store.writing():
        stored = archive.store.load(id)
        if see == id:
            raise InItsOwnPlace(id)
        if see:
            archive.store.path(see)
        if stored.edited:
            raise RecordChanged(id, stored.path / "record.xml")
        archive.store.may_withdraw(id)
        tombstone = _tombstone(stored, change, see)
        if not dry_run:
            archive.store.withdraw(tombstone)
    return tombstone


def _tombstone(stored: Stored, change: Change, see: str) -> Tombstone:
    record = parsed(stored)
    return Tombstone(
        id=stored.id,
        key=record.key,
        year=stored.path.parent.name,
        title=record.title.value if record.title else "",
        day=change.when,
        by=change.who.name if change.who else "",
        because=change.what,
        sources=(
            Run.of(record.extent, record.received.sha256),
            *(Run(capture.copy.sha256) for capture in stored.captures[1:]),
        ),
        see=see,
    )
