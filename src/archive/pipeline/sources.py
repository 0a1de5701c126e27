"""From a copy to the articles in it: open, read, attribute. Stores nothing, needs no archive.

A mailbox or a WARC is a container: each message or record in it is a copy by itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from archive import read
from archive.attribution.articles import articles
from archive.errors import ArchiveError, InputError
from archive.model.article import Article
from archive.model.document import Document
from archive.model.record import UNFIT, Container, Received

T = TypeVar("T")


class NoArticle(InputError):
    """A source can be read, but the rules find no article in it."""

    code = "E320"

    def __init__(self) -> None:
        super().__init__(
            "no article is found in it: no title with prose below it",
            hint="an article has its title on a line of its own, then prose",
        )


class CannotOpen(InputError):
    """A file cannot be opened."""

    code = "E321"

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason, hint=hint)


class InContainer(InputError):
    """A copy in a container cannot be read; the others can."""

    code = "E322"

    def __init__(self, error: ArchiveError, start: int) -> None:
        super().__init__(f"at byte {start:,}: {error}", hint=error.hint)


@dataclass(frozen=True, slots=True)
class Source:
    """A copy: the name it came under, its bytes, how it came, and the file it was taken out of."""

    filename: str
    data: bytes
    how: str
    container: Container | None = None


def load_sources(path: Path, reader: str | None = None) -> Iterator[Source]:
    """Read a file, if it is one that could be read at all; a container one copy at a time.

    Raises:
        InputError: a folder, missing, unreadable, too large, or a damaged container.
    """
    with _opening(path), path.open("rb") as stream:
        yield from _sources(_name(path), stream, "ingested from a file", reader)


def load_bytes(path: Path | None) -> bytes:
    """The bytes of a file, or of standard input.

    Raises:
        InputError: a folder, missing, unreadable, or too large.
    """
    if path is None:
        return _all(sys.stdin.buffer)
    with _opening(path), path.open("rb") as stream:
        return _all(stream)


@contextmanager
def _opening(path: Path) -> Iterator[None]:
    """Say of a file that cannot be opened or read what is wrong with it."""
    try:
        if path.is_dir():
            raise CannotOpen("it is a folder", f"name the files in it: {path}/*")
        yield
    except FileNotFoundError:
        raise CannotOpen("there is no such file", "check the name") from None
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise CannotOpen(reason, "check its permissions and its disk") from None


def _name(path: Path) -> str:
    """The name of a file; what XML cannot carry of it, or no character is, is written ``\\xff``."""
    name = os.fsencode(path.name).decode("utf-8", "backslashreplace")
    return UNFIT.sub(lambda unfit: repr(unfit[0])[1:-1], name)


def stream_sources(stream: BinaryIO, reader: str | None = None) -> Iterator[Source]:
    """Read standard input.

    Raises:
        InputError: too large, or a damaged container.
    """
    yield from _sources("stdin", stream, "ingested from standard input", reader)


def _sources(filename: str, stream: BinaryIO, how: str, reader: str | None) -> Iterator[Source]:
    if not stream.seekable():
        stream = BytesIO(_all(stream))
    members = read.members(stream, filename, reader)
    if members is None:
        read.check_size(stream.seek(0, os.SEEK_END))
        stream.seek(0)
        yield Source(filename, _all(stream), how)
        return
    sha256 = file_digest(cast(BytesIO, stream), "sha256").hexdigest()
    size = stream.tell()
    stream.seek(0)
    for member in members(stream):
        yield Source(filename, member.data, how, Container(sha256, size, member.start))


def _all(stream: BinaryIO) -> bytes:
    """All bytes, but no more than one over the limit: a device can be endless."""
    data = stream.read(read.LIMIT + 1)
    read.check_size(len(data))
    return data


def each(
    copies: Iterable[Source], work: Callable[[Source], Sequence[T]]
) -> Iterator[T | InContainer]:
    """All that ``work`` makes of the copies, and why one in a container cannot be worked on.

    Raises what ``work`` raises of a copy that is a whole file, and what reading copies raises.
    """
    for copy in copies:
        try:
            yield from work(copy)
        except ArchiveError as error:
            if copy.container is None:
                raise
            yield InContainer(error, copy.container.start)


@dataclass(frozen=True, slots=True)
class Inspected:
    """A copy as it was read, and the articles that the rules find in it; maybe none."""

    document: Document
    articles: tuple[Article, ...]


def inspect(source: Source, reader: str | None = None) -> tuple[Inspected]:
    """What the rules find in a source."""
    document = read.document(source.data, source.filename, reader)
    return (Inspected(document, articles(document)),)


def take(
    source: Source, received: str, reader: str | None = None
) -> tuple[tuple[Article, ...], Received]:
    """The articles in a source, and the source as it was received at that time.

    Raises:
        InputError: it cannot be read.
    """
    document = read.document(source.data, source.filename, reader)
    return articles(document), _received(source, document, received)


def retake(source: Source, before: Received) -> tuple[tuple[Article, ...], Received]:
    """The same of a source that was received before, by the reader that read it then."""
    document = read.again(source.data, before.media_type, before.encoding)
    return articles(document), _received(source, document, before.received)


def _received(source: Source, document: Document, received: str) -> Received:
    return Received(
        filename=source.filename,
        sha256=document.source,
        size=len(source.data),
        characters=len(document.text),
        media_type=document.media_type,
        encoding=document.encoding,
        received=received,
        headers=tuple(sorted(document.headers)),
        container=source.container,
    )
