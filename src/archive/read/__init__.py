"""Bytes to documents: one format a file, found by what the bytes and the name say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from archive.errors import EmptySource, NoReader, TooLarge
from archive.model.document import Document
from archive.read._decode import decode
from archive.read._signature import media_type
from archive.registry import Registry

__all__ = ["LIMIT", "READERS", "Member", "Reader", "check_size", "decode", "document"]

LIMIT = 64 * 1024 * 1024
"""The largest source that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that sources come in.

    Attributes:
        title: what a list of formats calls it.
        extensions: the endings of its file names, in lower case, with the full stop.
        media_types: without parameters.
        read: bytes to a document; raises ``InputError`` for bytes that are not of this format.
        members: the sources that a container holds, for a format that is one (a mailbox, a WARC);
            reads no more of the stream at a time than one of them.
    """

    title: str
    extensions: tuple[str, ...]
    media_types: tuple[str, ...]
    read: Callable[[bytes], Document]
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
    return _reader(data, filename, reader).read(data)


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
    raise NoReader(kind, {ending for reader in _all() for ending in reader.extensions[:1]})


def _all() -> Iterator[Reader]:
    return (READERS.load(name) for name in READERS.names())
