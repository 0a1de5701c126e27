"""Records out of an archive: read, exported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from archive import tei
from archive.errors import ArchiveError, ForbiddenError, UsageError
from archive.export import EXPORTERS, Cited
from archive.model.record import Record
from archive.pipeline.archives import Archive
from archive.store import durable
from archive.store.stored import Stored


class OneRecordOnly(UsageError):
    """A format holds one record a document, and more, or none, were asked for."""

    code = "E230"

    def __init__(self, name: str, count: int) -> None:
        super().__init__(
            f"{name} holds one record a document, and {count} were asked for",
            hint="name one record, or a folder for a file each: -o FOLDER/",
        )


class FileExists(ForbiddenError):
    """A file that would be written is there already."""

    code = "E430"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is there already", hint="name another, or replace it, if it is a file: --force"
        )


def load(archive: Archive, id: str) -> Record:
    """Read one record from its TEI.

    Raises:
        UnknownName: there is no such record.
        UnreadableRecord: its record.xml is not one.
    """
    return parsed(archive.store.load(id))


def parsed(stored: Stored) -> Record:
    """The record in what has been loaded.

    Raises:
        UnreadableRecord: its record.xml is not one.
    """
    try:
        return tei.read(stored.xml)
    except tei.UnreadableRecord as error:
        raise error.at(str(stored.path / "record.xml")) from None


def load_all(archive: Archive, ids: Iterable[str] = ()) -> list[Record]:
    """Read records: those named, each once, in that order, or all by id. Raises as ``load``."""
    records, failures = load_readable(archive, ids)
    if failures:
        raise failures[0]
    return records


def load_readable(
    archive: Archive, ids: Iterable[str] = ()
) -> tuple[list[Record], list[ArchiveError]]:
    """The same, and why others cannot be read: one damaged record hides none of the rest."""
    records: list[Record] = []
    failures: list[ArchiveError] = []
    with archive.store.reading():
        for id in dict.fromkeys(ids) or archive.store.ids():
            try:
                records.append(load(archive, id))
            except ArchiveError as error:
                failures.append(error)
    return records, failures


def export(records: Sequence[Record], name: str, cited: Cited = "published") -> str:
    """Write records in another format.

    Raises:
        UnknownName: no such format.
        OneRecordOnly: the format holds one record.
    """
    exporter = EXPORTERS.load(name)
    if exporter.single and len(records) != 1:
        raise OneRecordOnly(name, len(records))
    return exporter.write(records, cited)


def export_to(
    output: str, records: Sequence[Record], name: str, cited: Cited, *, force: bool
) -> list[Path]:
    """Write records into a file, or into a folder (``output`` ends in a slash), a file each.

    Returns:
        The files written.

    Raises:
        FileExists: one is there and is not to be replaced, or is no file; nothing is written.
        StorageError: the disk would not; each file is whole, or as it was.
    """
    texts = dict(_texts(output, records, name, cited))
    for path in texts:
        with durable.reporting(path):
            there = path.exists()
        if there and (not force or not path.is_file()):
            raise FileExists(path)
    for path, text in texts.items():
        with durable.reporting(path):
            durable.make_folders(path.parent)
            durable.replace_file(path, text.encode())
    return list(texts)


def _texts(
    output: str, records: Sequence[Record], name: str, cited: Cited
) -> Iterator[tuple[Path, str]]:
    if not output.endswith("/"):
        yield Path(output), export(records, name, cited)
        return
    extension = EXPORTERS.load(name).extension
    for record in records:
        yield Path(output) / f"{record.id}{extension}", export([record], name, cited)
