"""XML from outside: no DTD, no entity of its own, no network; depth and size bounded."""

from __future__ import annotations

import re

from lxml import etree

from archive.errors import IllFormed

MAX_BYTES = 64 * 2**20  # no record and no feed comes near; a larger file is not parsed

_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_OTHER_ENCODING = re.compile(
    rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE
)


def parse(data: bytes) -> etree._ElementTree:
    """Parse XML in UTF-8.

    Raises:
        IllFormed: not well formed, too large, too deep, in another encoding, or with a document
            type declaration.
    """
    _refuse(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
    )
    try:
        return etree.ElementTree(etree.fromstring(data, parser))
    except etree.XMLSyntaxError as error:
        line, column = error.position
        reason = (error.msg or "not well formed").partition(", line ")[0]
        raise IllFormed(reason, line or 1, column) from None


def _refuse(data: bytes) -> None:
    """Refuse what must not reach the parser: libxml2 opens an external DTD when it sees one."""
    if len(data) > MAX_BYTES:
        raise IllFormed(f"larger than {MAX_BYTES // 2**20} MiB")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise IllFormed("not UTF-8", line) from None
    if (place := data.find(0)) >= 0:  # libxml2 would take it for UTF-16, and read another text
        raise IllFormed("not UTF-8 (it has NUL characters)", data.count(b"\n", 0, place) + 1)
    prolog = _PROLOG.match(data)
    if prolog and data.startswith(b"<!DOCTYPE", prolog.end()):
        line = data.count(b"\n", 0, prolog.end()) + 1
        raise IllFormed("a document type declaration (DOCTYPE) is not allowed", line)
    if _OTHER_ENCODING.match(data):
        raise IllFormed("it declares an encoding other than UTF-8")
