"""Bytes to documents: one format a file, found by what the bytes and the name say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from archive.errors import EmptySource, NoReader, TooLarge
from archive.model.document import Document
from archive.read._signature import media_type
from archive.registry import Registry

__all__ = [
    "LIMIT",
    "LONGEST",
    "READERS",
    "Member",
    "Reader",
    "again",
    "check_size",
    "document",
    "members",
]

_HEAD = 64 * 1024  # bytes that tell a container
LIMIT = 64 * 1024 * 1024
"""The largest source that is read, in bytes."""
LONGEST = 16_000_000
"""The longest text that is read, in characters: an edition has thousands of them."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that sources come in.

    Attributes:
        title: what a list of formats calls it.
        extensions: the endings of its file names, in lower case, with the full stop.
        media_types: without parameters.
        read: bytes to a document; raises ``InputError`` for bytes that are not of this format.
        reread: the same of bytes that were read before as the encoding of that name, for a format
            whose text is the decoded source.
        members: the sources that a container holds, for a format that is one (a mailbox, a WARC);
            reads no more of the stream at a time than one of them.
    """

    title: str
    extensions: tuple[str, ...]
    media_types: tuple[str, ...]
    read: Callable[[bytes], Document]
    reread: Callable[[bytes, str], Document] | None = None
    members: Callable[[BinaryIO], Iterator[Member]] | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A source inside a container: bytes that are a file of the same format by themselves.

    Attributes:
        data: the bytes, as they stand in the container.
        start: where in the container they begin, in bytes.
    """

    data: bytes
    start: int


READERS: Registry[Reader] = Registry("archive.read", "FORMAT", "reader", "archive formats")


def document(data: bytes, filename: str, reader: str | None = None) -> Document:
    """Read a source.

    Args:
        data: its bytes as received.
        filename: the name it came under (``-`` for none): says the format where the bytes do not.
        reader: the name of the reader to use, whatever bytes and name say.

    Raises:
        UnknownName: no reader has that name.
        InputError: the bytes cannot be read; the message says why, not which file.
    """
    check_size(len(data))
    if not data:
        raise EmptySource(0)
    found = _reader(data, filename, reader).read(data)
    if len(found.text) > LONGEST:
        raise TooLarge(len(found.text), LONGEST, "characters")
    return found


def members(
    stream: BinaryIO, filename: str, reader: str | None = None
) -> Callable[[BinaryIO], Iterator[Member]] | None:
    """What takes a file apart, if it is a container; None if it is a source itself.

    The stream is read from its start, and left there.

    Raises:
        UnknownName: no reader has that name.
    """
    head = stream.read(_HEAD)
    stream.seek(0)
    if reader is not None:
        return READERS.load(reader).members
    kind = media_type(head, filename)
    return next((r.members for r in _all() if kind in r.media_types), None)


def again(data: bytes, media_type: str, encoding: str) -> Document:
    """Read bytes that were read before, as a document of that media type and encoding.

    Raises:
        InputError: no reader has that media type, or the bytes cannot be read.
    """
    for reader in _all():
        if media_type in reader.media_types:
            return reader.reread(data, encoding) if reader.reread else reader.read(data)
    raise NoReader(media_type, _endings())


def check_size(size: int) -> None:
    """Refuse a source of more than ``LIMIT`` bytes; can be asked before it is read.

    Raises:
        TooLarge: it is larger.
    """
    if size > LIMIT:
        raise TooLarge(size, LIMIT)


def _reader(data: bytes, filename: str, name: str | None) -> Reader:
    if name is not None:
        return READERS.load(name)
    kind = media_type(data, filename)
    for reader in _all():
        if kind in reader.media_types:
            return reader
    raise NoReader(kind, _endings())


def _endings() -> set[str]:
    return {ending for reader in _all() for ending in reader.extensions[:1]}


def _all() -> Iterator[Reader]:
    return (READERS.load(name) for name in READERS.names())
