"""What kind of file it is: by its first bytes, then by its name."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from pathlib import PurePath
from types import MappingProxyType

_SIGNATURES = (  # https://mimesniff.spec.whatwg.org, and each format's own description
    (b"%PDF-", "application/pdf"),
    (b"%!PS", "application/postscript"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"BZh91AY&SY", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"WARC/0.", "application/warc"),
    (b"WARC/1.", "application/warc"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
)

_NAMES = MappingProxyType(  # kinds that are text too, or whose first bytes say nothing
    {
        ".atom": "application/atom+xml",
        ".csv": "text/csv",
        ".doc": "application/msword",
        ".eml": "message/rfc822",
        ".htm": "text/html",
        ".html": "text/html",
        ".json": "application/json",
        ".markdown": "text/markdown",
        ".mbox": "application/mbox",
        ".md": "text/markdown",
        ".rss": "application/rss+xml",
        ".rtf": "application/rtf",
        ".tex": "application/x-tex",
        ".warc": "application/warc",
        ".xhtml": "application/xhtml+xml",
        ".xml": "application/xml",
    }
)

_HEAD = 4096  # bytes that are looked at
_HTML = re.compile(
    rb"(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|title|script|style|table|div|p)"
    rb"(?=[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"<\?xml\s", re.IGNORECASE)
_ROOT = re.compile(  # each remark is taken once and for all: what follows decides nothing of it
    rb"(?:(?><\?.*?\?>)|(?><!--.*?-->)|(?><!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)|\s+)*+"
    rb"<(?:(rss)|(feed)|(rdf:RDF)|(html))(?=[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_MBOX = re.compile(rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ 0-3][0-9] ")
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t][^\n]*\n(?:[ \t]+\S[^\n]*\n)*")
_MAIL_ONLY = frozenset(
    {
        b"delivered-to",
        b"dkim-signature",
        b"message-id",
        b"mime-version",
        b"received",
        b"return-path",
        b"x-mailer",
    }
)
_MAIL = frozenset({b"from", b"to", b"subject", b"date"})


def media_type(data: bytes, filename: str) -> str:
    """The media type of a file, ``text/plain`` if neither its bytes nor its name say another.

    >>> media_type(b"%PDF-1.7 ...", "report.txt")
    'application/pdf'
    >>> media_type(b"Rain in Spain", "rain.txt")
    'text/plain'
    """
    return _by_bytes(data) or _NAMES.get(PurePath(filename).suffix.lower(), "text/plain")


def _by_bytes(data: bytes) -> str:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith(b"\x1f\x8b"):
        return _gzip(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    if data.startswith(b"PK\x03\x04"):
        return _zip(data)
    head = data[:_HEAD].replace(b"\0", b"").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return _markup(head) or _mail(head)


def _gzip(data: bytes) -> str:
    """The kind of a gzip file: a WARC says what it is in the first bytes that it inflates to."""
    with suppress(zlib.error):
        if zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data[:_HEAD], 5) == b"WARC/":
            return "application/warc"
    return "application/gzip"


def _zip(data: bytes) -> str:
    """The kind of a ZIP: a document names itself in its first entry, or by its folder."""
    named = re.match(
        rb"mimetype(application/[a-z0-9.+-]{1,80}?)(?=PK|[^a-z0-9.+-]|$)", data[30:140]
    )
    if named:
        return named[1].decode("ascii")
    if b"word/document.xml" in data:
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return "application/zip"


def _markup(head: bytes) -> str:
    """HTML, XML or a feed; ``head`` without the NULs of UTF-16."""
    start = re.sub(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*", b"", head)
    if _HTML.match(start):
        return "text/html"
    root = _ROOT.match(start)
    if not root:
        return "application/xml" if _XML.match(start) else ""
    if root[4]:
        return "application/xhtml+xml"
    return "application/atom+xml" if root[2] else "application/rss+xml"


def _mail(head: bytes) -> str:
    """A message or a folder of them: a block of header fields that only mail has."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\n")
    if _MBOX.match(start):
        return "application/mbox"
    fields: set[bytes] = set()
    field = _HEADER.match(start)
    while field:
        fields.add(field[1].lower())
        field = _HEADER.match(start, field.end())
    return "message/rfc822" if fields & _MAIL_ONLY or fields >= _MAIL else ""
