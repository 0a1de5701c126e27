"""Bytes to characters: which encoding it is, and the text under that encoding.

The name that ``detect`` gives is kept in the record, and ``decode`` gives the same text for it at
any later time. Names are those of the IANA register; ``utf-8+windows-1252`` is a file that mixes
the two, as happens when a page is put together from several.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from types import MappingProxyType

from archive.errors import EmptySource, NotText, Undecodable, UnknownEncoding
from archive.model.record import UNFIT

_BOMS = (  # in this order: the mark of UTF-32 begins with that of UTF-16
    (b"\xff\xfe\0\0", "utf-32le"),
    (b"\0\0\xfe\xff", "utf-32be"),
    (b"\xff\xfe", "utf-16le"),
    (b"\xfe\xff", "utf-16be"),
)

# Well-formed UTF-8 (Unicode 16, table 3-7).
_TWO = rb"[\xc2-\xdf][\x80-\xbf]"
_THREE = rb"(?:\xe0[\xa0-\xbf]|\xed[\x80-\x9f]|[\xe1-\xec\xee\xef][\x80-\xbf])[\x80-\xbf]"
_FOUR = rb"(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}"

# In a file that is not UTF-8 throughout, a sequence proves that parts of it are, unless in 1252
# it is a letter with closing marks: the quotation mark after "Spaß", the space and the
# guillemet after "arrivé". The bytes below are no such marks, and but for the apostrophe and the
# dashes none stands before a letter ("œuvre"). C2 and C3 write all of Latin-1.
_NO_MARK = (
    rb"[\x80\x81\x83\x88\x8a\x8c-\x90\x98\x9a\x9c-\x9f"
    rb"\xa1-\xa8\xaa\xac\xad\xaf\xb1\xb5\xb6\xb8\xba\xbc-\xbf]"
)
_PROOF = (
    rb"[\xc2\xc3][\x80-\xbf]|[\xc4-\xdf]"
    rb"(?:" + _NO_MARK + rb"|[\x80-\x90\x93-\x95\x98-\xbf](?=[A-Za-z]))"
    rb"|(?=" + _THREE + rb").(?:" + _NO_MARK + rb"[\x80-\xbf]|[\x80-\xbf]" + _NO_MARK + rb")"
    rb"|" + _FOUR
)
_PIECES = re.compile(
    rb"(?P<ascii>[\x00-\x7f]+)|(?P<proof>(?:" + _PROOF + rb")+)"
    rb"|(?P<either>" + _TWO + rb"|" + _THREE + rb")|(?P<stray>[\x80-\xff])"
)
_CLEAR = 4  # one encoding holds most of a file if it has this many times what the other has

# Five letters of the upper half in a row: no Western word, but any Russian, Greek or Arabic one.
_OTHER_ALPHABET = re.compile(rb"[\xc0-\xff]{5}")

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c]")
_FEWEST_UNITS = 4
_NEVER_IN_PROSE = frozenset({"Cc", "Cn", "Co", "Cs"})


def detect(data: bytes) -> str:
    """The encoding of ``data``: a name that ``decode`` knows.

    In this order: what a byte order mark says; UTF-16 without a mark, where the bytes allow nothing
    else; UTF-8; UTF-8 mixed with windows-1252; windows-1252. ASCII is called UTF-8.

    Raises:
        EmptySource: there are no bytes.
        NotText: there is a NUL in it, and it is no UTF-16.
        Undecodable: no encoding can be told, or the bytes break the rules of the one they declare.

    >>> detect("naïve".encode("cp1252"))
    'windows-1252'
    """
    if not data:
        raise EmptySource(0)
    for mark, name in _BOMS:
        if data.startswith(mark):
            decode(data, name)
            return name
    if b"\0" in data:
        return _unmarked_utf16(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _with_windows_1252(data)
    return "utf-8"


def decode(data: bytes, encoding: str) -> str:
    """The text of ``data``, read as the encoding of that name.

    A byte order mark at the beginning is no part of the text. Each line end (CR LF, CR, LF) is one
    LF (RFC 5147, section 2.1); so are VT and FF, which XML 1.0 cannot carry, one for one.

    Raises:
        UnknownEncoding: the name is none that ``detect`` gives.
        Undecodable: the bytes are not in that encoding.

    >>> decode(b"one\\r\\ntwo", "utf-8")
    'one\\ntwo'
    """
    if encoding not in _DECODERS:
        raise UnknownEncoding(encoding, _DECODERS)
    try:
        text = _DECODERS[encoding](data)
    except UnicodeDecodeError as error:
        raise Undecodable(data, error.start, f"has no meaning in {encoding}") from error
    text = text.removeprefix("\ufeff")
    return _LINE_ENDS.sub("\n", text) if any(map(text.__contains__, "\r\x0b\x0c")) else text


def readable(text: str) -> str:
    """``text`` itself, if it says something and XML 1.0 can carry it.

    Raises:
        EmptySource: there is nothing but white space.
        NotText: there is a control character or a noncharacter in it.

    Source: XML 1.0, section 2.2, production ``Char``.
    """
    found = UNFIT.search(text)
    if found:
        kind = "noncharacter" if found[0] > "\uf000" else "control character"
        raise NotText(f"{kind} U+{ord(found[0]):04X}", "character", found.start())
    if not text.replace("\ufeff", "").strip():
        raise EmptySource(len(text))
    return text


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without a mark, if nothing else is possible: a NUL is half of each Latin character."""
    counts = ((data[1::2].count(0), "utf-16le"), (data[0::2].count(0), "utf-16be"))
    (fewer, _), (more, name) = sorted(counts)
    units = len(data) // 2
    if units >= _FEWEST_UNITS and 10 * more >= units and more >= 4 * fewer:
        try:
            letters = set(decode(data, name))
        except Undecodable:
            letters = {"\0"}
        if all(c == "\n" or unicodedata.category(c) not in _NEVER_IN_PROSE for c in letters):
            return name
    raise NotText("NUL", "byte", data.index(0))


def _with_windows_1252(data: bytes) -> str:
    """What is not UTF-8 throughout: mixed with windows-1252, or windows-1252 alone."""
    found = _OTHER_ALPHABET.search(data)
    if found:
        raise Undecodable(data, found.start(), "begins letters of an alphabet that cannot be told")
    proofs = (match for match in _PIECES.finditer(data) if match.lastgroup == "proof")
    name = "utf-8+windows-1252" if next(proofs, None) else "windows-1252"
    decode(data, name)
    return name


def _mixed(data: bytes) -> str:
    """UTF-8 where it is well-formed, windows-1252 for each other byte.

    What may be either is read as the encoding that holds most of the file, if one does.
    """
    found = Counter(match.lastgroup for match in _PIECES.finditer(data))
    if found["proof"] >= _CLEAR * found["stray"]:
        either = "utf-8"
    elif found["stray"] >= _CLEAR * found["proof"]:
        either = "cp1252"
    else:
        either = ""
    codecs = {"ascii": "utf-8", "proof": "utf-8", "stray": "cp1252", "either": either}
    return "".join(
        _piece(data, match, codecs[str(match.lastgroup)]) for match in _PIECES.finditer(data)
    )


def _piece(data: bytes, match: re.Match[bytes], codec: str) -> str:
    place = match.start()
    if not codec:
        raise Undecodable(data, place, "may be UTF-8 and may be windows-1252")
    try:
        return match[0].decode(codec)
    except UnicodeDecodeError as error:
        raise UnicodeDecodeError(codec, data, place, place + 1, error.reason) from error


def _codec(name: str) -> Callable[[bytes], str]:
    return lambda data: data.decode(name)


_DECODERS = MappingProxyType(
    {
        "utf-8": _codec("utf-8"),
        "utf-16le": _codec("utf-16-le"),
        "utf-16be": _codec("utf-16-be"),
        "utf-32le": _codec("utf-32-le"),
        "utf-32be": _codec("utf-32-be"),
        "windows-1252": _codec("cp1252"),
        "utf-8+windows-1252": _mixed,
    }
)
