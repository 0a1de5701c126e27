"""WARC: pages and texts as a crawler received them, one a record (ISO 28500)."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from typing import BinaryIO, cast

from archive.errors import EmptySource, Malformed, NothingPrinted, TooLarge
from archive.model.document import Document, Origin
from archive.read import LIMIT, Member, Reader
from archive.read._charset import decoded as page_of
from archive.read._composing import Places, check_tags
from archive.read._decode import readable
from archive.read._html import extract
from archive.read._mime import words
from archive.read._quoting import blanked
from archive.read._runs import Piece, decoded, joined, lines
from archive.read._warc import KIND, Inflated, Passed, Record, records

_MEDIA_TYPE = "application/warc"
_GZIP = b"\x1f\x8b"
_FIELDS = ("warc-date", "warc-target-uri", "warc-record-id", "content-type")
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[^\r\n]{0,1000}\r?\n")
_MOST_CHUNKS = 100_000


def members(stream: BinaryIO) -> Iterator[Member]:
    """The records of a WARC that hold a page or a text, in order.

    Answers of a server other than ``200 OK``, requests, metadata, pictures and other media are
    passed over. Of a WARC whose records are compressed one by one, a member is the compressed
    record. Of one that was compressed as a whole it is the record itself, and begins where it
    does in what the whole inflates to.

    Raises:
        Malformed: the file is damaged or cut off; what came before has been given by then.
        TooLarge: a page is larger than any source that is read; raised behind the last.
    """
    too_large = 0
    place = 0
    while start := stream.read(2):
        stream.seek(-len(start), io.SEEK_CUR)
        if start == _GZIP:
            inflated = Inflated(stream, LIMIT)
            found = _compressed(inflated, place)
        else:
            found = ((record, place + at) for record, at in records(stream, LIMIT))
        for record, at in found:
            if isinstance(record, Passed):
                too_large = max(too_large, record.size)
            else:
                yield Member(record if isinstance(record, bytes) else record.data, at)
        place = stream.tell()
    if too_large:
        raise TooLarge(too_large, LIMIT)


def _compressed(inflated: Inflated, place: int) -> Iterator[tuple[Record | Passed | bytes, int]]:
    """The records of a gzip member: if it is one, the bytes of the member itself."""
    held: tuple[Record | Passed, int] | None = None
    several = False
    for found in records(cast(BinaryIO, io.BufferedReader(inflated)), LIMIT):
        if held:
            yield held
            several = True
        held = found
    if held and (several or isinstance(held[0], Passed)):
        yield held
    elif held:
        yield bytes(inflated.raw), place


def read(data: bytes) -> Document:
    """Read the page or text of a record.

    Raises:
        InputError: there is none in it, it cannot be read, or there are several records.
    """
    whole = _inflated(data) if data.startswith(_GZIP) else data
    found = list(records(io.BytesIO(whole), LIMIT))
    if len(found) != 1:
        raise Malformed(KIND, f"it holds {len(found):,} records where one was looked for")
    record, _ = found[0]
    if isinstance(record, Passed):
        raise NothingPrinted("WARC record")
    return _document(record, data, compressed=whole is not data)


def _document(record: Record, data: bytes, *, compressed: bool) -> Document:
    pieces = _payload(record)
    if compressed:  # all of it comes from all of the bytes
        pieces = [(b"".join(piece for piece, _, _ in pieces), 0, len(data))]
    found = _text(pieces, record) if record.media_type == "text/plain" else _page(pieces, record)
    stated = record.http.get("content-type") or record.fields.get("content-type", "")
    fields = {**record.fields, "content-type": stated}
    return replace(
        found,
        source=sha256(data).hexdigest(),
        headers=tuple((name, words(fields[name])) for name in _FIELDS if fields.get(name)),
    )


def _text(pieces: list[Piece], record: Record) -> Document:
    by_line = (
        (piece[start:end], *Places([(piece, first, last)]).bounds(start, end))
        for piece, first, last in pieces
        for start, end in lines(piece, 0, len(piece))
    )
    runs, name = decoded(by_line, record.charset)
    text, origins = joined(runs)
    return Document(readable(text), "", name, _MEDIA_TYPE, blanked(text), origins=origins)


def _page(pieces: list[Piece], record: Record) -> Document:
    page = page_of(b"".join(piece for piece, _, _ in pieces), record.charset or None)
    places = Places(pieces)
    check_tags(page.markup)
    found = extract(page.markup)
    if not found.text:
        raise EmptySource(len(page.markup))
    return Document(
        text=found.text,
        source="",
        encoding=page.encoding,
        media_type=_MEDIA_TYPE,
        parts=found.parts,
        links=found.links,
        origins=tuple(
            Origin(run.start, *places.bounds(page.place(run.first), page.place(run.last)))
            for run in found.origins
        ),
    )


def _payload(record: Record) -> list[Piece]:
    """What a server sent, as it was before it was cut into chunks and compressed.

    Crawlers keep the fields of an answer whose content they have decoded: what is said to be
    coded may not be.
    """
    body = record.data[record.start :]
    pieces = [(body, record.start, len(record.data))]
    if "chunked" in record.http.get("transfer-encoding", "").lower():
        pieces = list(_chunks(record.data, record.start)) or pieces
    coding = record.http.get("content-encoding", "").strip().lower()
    if coding in ("", "identity"):
        return pieces
    coded = b"".join(piece for piece, _, _ in pieces)
    plain = _uncoded(coded, coding)
    return pieces if plain is None else [(plain, pieces[0][1], pieces[-1][2])]


def _chunks(data: bytes, place: int) -> Iterator[Piece]:
    """The chunks of a body (RFC 9112, section 7.1); none if it does not begin with one."""
    for _ in range(_MOST_CHUNKS):
        match = _CHUNK.match(data, place)
        size = int(match[1], 16) if match else 0
        if not match or not size:
            return
        end = min(match.end() + size, len(data))
        yield data[match.end() : end], match.end(), end
        place = end + 2 if data.startswith(b"\r\n", end) else end
    raise Malformed(KIND, f"its content is in more than {_MOST_CHUNKS:,} chunks")


def _uncoded(data: bytes, coding: str) -> bytes | None:
    """What compressed content says; None if it is not compressed at all."""
    if coding in ("gzip", "x-gzip"):
        return _inflated(data) if data.startswith(_GZIP) else None
    if coding == "deflate":
        for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):  # as the standard says, and as some do
            with suppress(zlib.error):
                return _bounded(data, bits)
        return None
    if data.lstrip().startswith(b"<"):
        return None
    raise Malformed(KIND, f"its content is compressed as {coding[:20]!r}")


def _inflated(data: bytes) -> bytes:
    try:
        return _bounded(data, 16 + zlib.MAX_WBITS)
    except zlib.error as error:
        raise Malformed(KIND, f"what is compressed in it is damaged ({error})") from None


def _bounded(data: bytes, bits: int) -> bytes:
    found = zlib.decompressobj(bits).decompress(data, LIMIT + 1)
    if len(found) > LIMIT:
        raise TooLarge(len(found), LIMIT)
    return found


FORMAT = Reader(
    title="WARC",
    extensions=(".warc", ".warc.gz"),
    media_types=(_MEDIA_TYPE,),
    read=read,
    members=members,
)
