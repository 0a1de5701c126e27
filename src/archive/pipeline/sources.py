"""From a copy to the articles in it: open, read, attribute. Stores nothing, needs no archive."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from archive import read
from archive.attribution import articles
from archive.errors import InputError
from archive.model.article import Article
from archive.model.record import UNFIT, Received


class NoArticle(InputError):
    """A source can be read, but the rules find no article in it."""

    code = "E320"

    def __init__(self) -> None:
        super().__init__(
            "not one article is found in it: no title with prose below it, or several articles",
            hint="an article has its title on a line of its own, then prose; save each by itself",
        )


class CannotOpen(InputError):
    """A file cannot be opened."""

    code = "E321"

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason, hint=hint)


@dataclass(frozen=True, slots=True)
class Source:
    """A copy: the name it came under, its bytes, and how it came."""

    filename: str
    data: bytes
    how: str


def load_source(path: Path) -> Source:
    """Read a file, if it is one that could be read at all.

    Raises:
        InputError: a folder, missing, unreadable or too large.
    """
    try:
        if path.is_dir():
            raise CannotOpen("it is a folder", f"name the files in it: {path}/*")
        read.check_size(path.stat().st_size)
        with path.open("rb") as stream:
            return Source(_name(path), _all(stream), "ingested from a file")
    except FileNotFoundError:
        raise CannotOpen("there is no such file", "check the name") from None
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise CannotOpen(reason, "check its permissions and its disk") from None


def _name(path: Path) -> str:
    """The name of a file; what XML cannot carry of it, or no character is, is written ``\\xff``."""
    name = os.fsencode(path.name).decode("utf-8", "backslashreplace")
    return UNFIT.sub(lambda unfit: repr(unfit[0])[1:-1], name)


def stream_source(stream: BinaryIO) -> Source:
    """Read standard input.

    Raises:
        InputError: too large.
    """
    return Source("stdin", _all(stream), "ingested from standard input")


def _all(stream: BinaryIO) -> bytes:
    """All bytes, but no more than one over the limit: a device can be endless."""
    data = stream.read(read.LIMIT + 1)
    read.check_size(len(data))
    return data


def inspect(source: Source, reader: str | None = None) -> tuple[Article, ...]:
    """Every article that the rules find in a source; none in a text that is no article."""
    return articles(read.document(source.data, source.filename, reader))


def take(source: Source, received: str, reader: str | None = None) -> tuple[Article, Received]:
    """The article in a source, and the source as it was received at that time.

    Raises:
        InputError: it cannot be read.
        NoArticle: it holds none.
    """
    document = read.document(source.data, source.filename, reader)
    found = articles(document)
    if not found:
        raise NoArticle
    return found[0], Received(
        filename=source.filename,
        sha256=document.source,
        size=len(source.data),
        characters=len(document.text),
        media_type=document.media_type,
        encoding=document.encoding,
        received=received,
    )
