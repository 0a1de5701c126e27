"""WARC: where records begin and end, and what each holds. Bounded memory, whatever comes.

Source: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from archive.errors import Malformed
from archive.read._mime import content_type, header_fields

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

KIND = "WARC"
READ = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
"""The media types that are read; all others are passed over."""

_MOST_HEADER = 64 * 1024
_AT_ONCE = 64 * 1024
_VERSION = re.compile(rb"WARC/\d\.\d{1,2}[ \t]*\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})\b")
_LENGTH = re.compile(r"\d{1,18}")
_MOST_TIMES = 100  # no page shrinks to a smaller part of itself than this


@dataclass(frozen=True, slots=True)
class Record:
    """A record that is read.

    Attributes:
        fields: of the record, names in lower case.
        http: fields of the answer of a server; empty where there was none.
        media_type: of the page or text that it holds, without parameters.
        charset: the encoding that is stated of it; empty if none is.
        start: where in the record the page or text begins.
        data: the record, with its header.
    """

    fields: dict[str, str]
    http: dict[str, str]
    media_type: str
    charset: str
    start: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Passed:
    """A record that is passed over: no page or text, or larger than the limit.

    Attributes:
        size: of its block in bytes; 0 but for a page or a text that is too large.
    """

    size: int = 0


def records(stream: BinaryIO, limit: int) -> Iterator[tuple[Record | Passed, int]]:
    """The records of a stream that is not compressed, in order, and where each begins.

    Raises:
        Malformed: something else stands where a record should begin, or it is cut off. What came
            before it has been given by then.
    """
    place = 0
    line = stream.readline(_AT_ONCE)
    while line:
        if line in (b"\r\n", b"\n"):
            place += len(line)
            line = stream.readline(_AT_ONCE)
            continue
        record, size = _record(stream, line, place, limit)
        line = stream.readline(_AT_ONCE)
        yield record, place
        place += size


def _record(stream: BinaryIO, line: bytes, place: int, limit: int) -> tuple[Record | Passed, int]:
    """The record whose first line was read, and its size without the line ends behind it."""
    if not _VERSION.fullmatch(line):
        raise Malformed(KIND, f"no record begins at byte {place:,}")
    header = _header(stream, line, place)
    fields = header_fields(header)
    stated = _LENGTH.fullmatch(fields.get("content-length", ""))
    if not stated:
        raise Malformed(KIND, f"the record at byte {place:,} does not say how long it is")
    length = int(stated[0])
    head = _exactly(stream, min(length, _MOST_HEADER), place)
    found = _content(fields, head)
    rest = length - len(head)
    if not found or length > limit:
        _pass_over(stream, rest, place)
        return Passed(length if found else 0), len(header) + length
    http, media_type, charset, start = found
    data = header + head + _exactly(stream, rest, place)
    record = Record(fields, http, media_type, charset, len(header) + start, data)
    return (record if start < length else Passed()), len(data)


def _header(stream: BinaryIO, line: bytes, place: int) -> bytes:
    lines = [line]
    size = len(line)
    while line not in (b"\r\n", b"\n"):
        line = stream.readline(_AT_ONCE)
        size += len(line)
        if not line or size > _MOST_HEADER:
            what = "is cut off" if not line else "has a header without end"
            raise Malformed(KIND, f"the record at byte {place:,} {what}")
        lines.append(line)
    return b"".join(lines)


def _exactly(stream: BinaryIO, size: int, place: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise Malformed(KIND, f"the record at byte {place:,} is cut off")
    return data


def _pass_over(stream: BinaryIO, size: int, place: int) -> None:
    while size:
        size -= len(_exactly(stream, min(size, _AT_ONCE), place))


def _content(fields: dict[str, str], head: bytes) -> tuple[dict[str, str], str, str, int] | None:
    """What kind of content a record holds: fields of the server, media type, charset, place."""
    kind = fields.get("warc-type", "").lower()
    stated, start, http = fields.get("content-type", ""), 0, dict[str, str]()
    if kind == "response" and stated.lower().startswith("application/http"):
        status = _STATUS.match(head)
        end = re.search(rb"\r?\n\r?\n", head)
        if not status or status[1] != b"200" or not end:
            return None
        http, start = header_fields(head[: end.start()]), end.end()
        stated = http.get("content-type", "")
    elif kind not in ("resource", "conversion"):
        return None
    media_type, charset = content_type(stated)
    return (http, media_type, charset, start) if media_type in READ else None


class Inflated(io.RawIOBase):
    """What one gzip member of a stream says (RFC 1952); the stream is left behind its end.

    Attributes:
        size: how many bytes of the stream it took so far.
        raw: these bytes, if they are no more than the limit; none if they are.
    """

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream, self._limit = stream, limit
        self._inflate = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._held = b""
        self._given = 0
        self.size = 0
        self.raw = bytearray()

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Inflate the next bytes, as many as there is room for; 0 at the end of the member.

        Raises:
            Malformed: they are damaged, cut off, or say far too much.
        """
        view = memoryview(buffer)
        while not self._inflate.eof:
            data = self._inflated(self._held or self._more(), len(view))
            if data:
                view[: len(data)] = data
                self._given += len(data)
                if self._given > max(self._limit, _MOST_TIMES * self.size):
                    raise Malformed(KIND, f"{self.size:,} bytes inflate to more than can be read")
                return len(data)
        return 0

    def _more(self) -> bytes:
        data = self._stream.read(_AT_ONCE)
        if not data:
            raise Malformed(KIND, "a compressed record is cut off")
        self.size += len(data)
        if self.size <= self._limit + _AT_ONCE:
            self.raw += data
        else:
            self.raw.clear()
        return data

    def _inflated(self, data: bytes, most: int) -> bytes:
        try:
            found = self._inflate.decompress(data, most)
        except zlib.error as error:
            raise Malformed(KIND, f"a compressed record is damaged ({error})") from None
        self._held = self._inflate.unconsumed_tail
        unused = len(self._inflate.unused_data)
        if self._inflate.eof and unused:
            self._stream.seek(-unused, io.SEEK_CUR)
            self.size -= unused
            del self.raw[len(self.raw) - unused :]
        return found
