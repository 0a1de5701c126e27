"""The character encoding that a container states: believed where the bytes bear it out."""

from __future__ import annotations

import codecs
import re
from types import MappingProxyType

from archive.errors import Undecodable
from archive.read._decode import decode, detect

# What writers call by one name and mean by another (https://encoding.spec.whatwg.org/#names-and-labels).
_MEANT = MappingProxyType(
    {
        "iso8859-1": "windows-1252",
        "iso8859-6": "iso-8859-6",
        "iso8859-8": "iso-8859-8",
        "iso8859-9": "windows-1254",
        "iso8859-11": "windows-874",
        "tis-620": "windows-874",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "euc_kr": "windows-949",
        "shift_jis": "windows-31j",
        "mac-roman": "macintosh",
    }
)
_CODECS = MappingProxyType({"windows-874": "cp874", "windows-949": "cp949", "windows-31j": "cp932"})
# fmt: off
_KNOWN = frozenset([
    "utf-8", "utf-7", "utf-16-le", "utf-16-be", "big5", "big5hkscs",
    "cp866", "cp874", "cp932", "cp949", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254",
    "cp1255", "cp1256", "cp1257", "cp1258", "euc_jp", "euc_kr", "gb18030", "gb2312", "gbk",
    "hz", "iso2022_jp", "iso2022_kr", "iso8859-1", "iso8859-2", "iso8859-3", "iso8859-4",
    "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-9", "iso8859-10", "iso8859-11",
    "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "johab", "koi8-r", "koi8-u",
    "mac-roman", "mac-cyrillic", "shift_jis", "tis-620",
])
# fmt: on
_IANA = re.compile(r"^(iso|euc)_?(.)")
_LATIN = frozenset({"windows-1252", "iso-8859-15"})
_MIXED = "utf-8+windows-1252"


def encoding(data: bytes, stated: str) -> str:
    """The encoding of ``data``, as IANA names it.

    Args:
        data: what is to be decoded; not empty.
        stated: what a header or a declaration calls it, or empty.

    Returns:
        The one stated, if it is a known one and all bytes have a meaning in it; else what the
        bytes say (``detect``). What is called Latin-1 and is UTF-8 to the last letter is UTF-8.

    Raises:
        InputError: no encoding can be told.

    >>> encoding("naïve".encode(), "iso-8859-1"), encoding(b"na\\xefve", "us-ascii")
    ('utf-8', 'windows-1252')
    """
    name = _named(stated)
    if not name or name == "utf-8" or (name in _LATIN and _is_utf8(data)):
        return detect(data)
    try:
        text(data, name)
    except Undecodable:
        return detect(data)
    return name


def text(data: bytes, name: str) -> str:
    """``data`` under the encoding of that name, as ``encoding`` gives it; line ends as they are.

    Raises:
        Undecodable: the bytes are not in that encoding.
    """
    if name == _MIXED:
        return decode(data, name)
    try:
        return data.decode(_codec(name))
    except UnicodeDecodeError as error:
        raise Undecodable(data, error.start, f"has no meaning in {name}") from error


def coded(text: str, name: str) -> bytes:
    """Characters that ``text`` gave, as the bytes that they were; of no mixture of encodings."""
    return text.encode(_codec(name))


def decoder(name: str) -> codecs.IncrementalDecoder | None:
    """What decodes pieces of a text one after the other; None for a mixture of encodings."""
    return None if name == _MIXED else codecs.getincrementaldecoder(_codec(name))()


def _named(stated: str) -> str:
    try:
        name = codecs.lookup(stated.strip(" \"'")).name
    except (LookupError, ValueError):
        return ""
    if name not in _KNOWN:
        return ""
    return _MEANT.get(name) or _IANA.sub(r"\1-\2", name.replace("cp125", "windows-125"))


def _codec(name: str) -> str:
    return _CODECS.get(name, name)


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
