"""Mailboxes: messages one after the other, each with a ``From`` line before it (RFC 4155)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from archive.errors import Malformed, TooLarge
from archive.model.document import Document
from archive.read import LIMIT, Member, Reader
from archive.read._mail import message

_KIND = "application/mbox"
_FROM_LINE = re.compile(rb"From [^\r\n]{0,1000}?\d\d?:\d\d[^\r\n]{0,100}\r?\n")
_FIELD = re.compile(rb">?From |[!-9;-~]{1,100}[ \t]*:")
_BLANK = re.compile(rb"\r?\n")
_AT_ONCE = 1024 * 1024  # of a line without end


def members(stream: BinaryIO) -> Iterator[Member]:
    """The messages of a mailbox, in order, each with its ``From`` line.

    A message begins at a ``From`` line with a time in it that follows a blank line and that a
    header follows. What stands before the first one is passed over.

    Raises:
        TooLarge: a message is larger than any source that is read; raised behind the last.
    """
    message: list[bytes] = []
    start, size, place, too_large = 0, 0, 0, 0
    for first, line in _marked(stream):
        if first:
            if message:
                yield Member(b"".join(message), start)
            message, start, size = [line], place, 0
        elif message:
            message.append(line)
        size += len(line)
        place += len(line)
        if size > LIMIT:
            message, too_large = [], max(size, too_large)
    if message:
        yield Member(b"".join(message), start)
    if too_large:
        raise TooLarge(too_large, LIMIT)


def _marked(stream: BinaryIO) -> Iterator[tuple[bool, bytes]]:
    """The lines of a mailbox, and whether a message begins with each."""
    blank, line = True, stream.readline(_AT_ONCE)
    while line:
        following = stream.readline(_AT_ONCE)
        begins = blank and _FROM_LINE.fullmatch(line) and _FIELD.match(following)
        yield bool(begins), line
        blank = bool(_BLANK.fullmatch(line))
        line = following


def read(data: bytes) -> Document:
    """Read one message of a mailbox, ``>From `` at the beginning of a line read as ``From ``.

    Raises:
        InputError: there is no text in it, or it cannot be read, or it is more than one message.
    """
    found = list(members(BytesIO(data)))
    if len(found) != 1:
        raise Malformed("mailbox", f"it holds {len(found):,} messages where one was looked for")
    end = _FROM_LINE.match(data, found[0].start)
    return message(data, _KIND, end.end() if end else 0, escaped=True)


FORMAT = Reader(
    title="Mailbox", extensions=(".mbox",), media_types=(_KIND,), read=read, members=members
)
