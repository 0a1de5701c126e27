"""How the bytes of a page are decoded, and where its characters stand in them.

Source: https://encoding.spec.whatwg.org/#names-and-labels (what calls itself ISO-8859-1 is
windows-1252), https://html.spec.whatwg.org/#determining-the-character-encoding
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from archive.errors import InputError, NotText
from archive.read._decode import detect

_HEAD = 8192  # bytes that are searched for a declaration
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})"
    rb"|<meta\b[^>]{0,1000}?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)
_STRIDE = 512  # characters between places that are kept

# The codec of Python by the name of the standard, and the labels that are not such a name.
_CODECS = MappingProxyType(
    {
        "utf-8": "utf-8",
        "utf-16le": "utf-16-le",
        "utf-16be": "utf-16-be",
        "utf-32le": "utf-32-le",
        "utf-32be": "utf-32-be",
        "utf-8+windows-1252": "utf-8",
        "ibm866": "cp866",
        "macintosh": "mac_roman",
        "windows-874": "cp874",
        "gbk": "gb18030",
        "gb18030": "gb18030",
        "big5": "big5hkscs",
        "euc-jp": "euc_jp",
        "shift_jis": "cp932",
        "euc-kr": "cp949",
        "koi8-r": "koi8_r",
        "koi8-u": "koi8_u",
        **{f"windows-125{digit}": f"cp125{digit}" for digit in range(9)},
        **{
            f"iso-8859-{part}": f"iso8859_{part}"
            for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)
        },
    }
)
_LABELS = MappingProxyType(
    {
        "utf8": "utf-8",
        "unicode": "utf-8",
        "utf-16": "utf-8",  # so says the standard: a declaration that could be read is in ASCII
        "utf-16le": "utf-8",
        "utf-16be": "utf-8",
        "iso-8859-8-i": "iso-8859-8",
        "logical": "iso-8859-8",
        "iso-8859-8-e": "iso-8859-8",
        "gb2312": "gbk",
        "gb_2312-80": "gbk",
        "x-gbk": "gbk",
        "big5-hkscs": "big5",
        "x-sjis": "shift_jis",
        "shift-jis": "shift_jis",
        "sjis": "shift_jis",
        "x-euc-jp": "euc-jp",
        "ks_c_5601-1987": "euc-kr",
        "koi8": "koi8-r",
        "x-mac-roman": "macintosh",
        "mac": "macintosh",
        "cp866": "ibm866",
        "tis-620": "windows-874",
        "iso-8859-11": "windows-874",
        **dict.fromkeys(("iso-8859-9", "iso8859-9", "latin5", "l5"), "windows-1254"),
        **dict.fromkeys(
            ("iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "ascii", "us-ascii"),
            "windows-1252",
        ),
        **{f"cp125{digit}": f"windows-125{digit}" for digit in range(9)},
        **{f"x-cp125{digit}": f"windows-125{digit}" for digit in range(9)},
        **{f"iso8859-{part}": f"iso-8859-{part}" for part in range(2, 17)},
    }
)
_STRAY = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_C1 = {0xDC00 + byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_STRAYS = re.compile("[\udc80-\udcff]")
_WIDE = frozenset({"utf-16", "utf-32"})
_FEWEST = 8  # bytes of UTF-16 that are told without a mark
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32le"),
    (b"\0\0\xfe\xff", "utf-32be"),
    (b"\xff\xfe", "utf-16le"),
    (b"\xfe\xff", "utf-16be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a page.

    Attributes:
        markup: one code point for each character of the bytes, without a byte order mark; a byte
            that is in no character of the encoding is U+FFFD.
        encoding: its name in the standard; ``utf-8+windows-1252`` where bytes that are not
            UTF-8 are read as the other.
        place: where in the bytes a character begins; asked for the one behind the last, their
            number.
    """

    markup: str
    encoding: str
    place: Callable[[int], int]


def decoded(data: bytes, charset: str | None = None) -> Decoded:
    """Decode a page: by its mark, by what came with it, by what it declares, by what it can be.

    Args:
        data: the bytes of the page.
        charset: what came with it (HTTP, mail), if anything did.

    Raises:
        InputError: nothing is declared, and the encoding cannot be told.
    """
    encoding, mark = _encoding(data, charset)
    codec = _CODECS[encoding]
    raw = data[mark:].decode(codec, "surrogateescape" if codec[:6] not in _WIDE else "replace")
    if encoding == "utf-8" and not raw.isascii() and _STRAYS.search(raw):
        markup = raw.translate(_STRAY)
        encoding = "utf-8" if "\ufffd" in markup else "utf-8+windows-1252"
        markup = raw if "\ufffd" in markup else markup
    elif encoding == "windows-1252":
        markup = raw.translate(_C1)
    else:
        markup = raw
    return Decoded(_STRAYS.sub("\ufffd", markup), encoding, _places(raw, codec, mark))


def _encoding(data: bytes, charset: str | None) -> tuple[str, int]:
    """The encoding, and the length of the byte order mark."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, len(mark)
    known = _known(charset) or _known(_declared(data))
    if known and b"\0" in data[:_HEAD] and len(data) >= _FEWEST:
        try:
            return detect(data), 0  # UTF-16 that says what it was before
        except InputError:
            return known, 0
    if known:
        return ("utf-8" if known != "utf-8" and _is_utf8(data) else known), 0
    try:
        return detect(data), 0
    except NotText:
        return detect(data.replace(b"\0", b" ")), 0


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, and not ASCII alone."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, _HEAD)
    return (match[1] or match[2]).decode("ascii") if match else None


def _known(label: str | None) -> str | None:
    """The name of the standard for a label; None if it has none."""
    name = (label or "").strip(" \t\r\n\"'").lower()
    name = _LABELS.get(name, name)
    return name if name in _CODECS else None


def _places(raw: str, codec: str, mark: int) -> Callable[[int], int]:
    if raw.isascii() and codec[:6] not in _WIDE:
        return lambda index: mark + index
    kept = [mark]
    for start in range(0, len(raw), _STRIDE):
        kept.append(kept[-1] + _length(raw[start : start + _STRIDE], codec))

    def place(index: int) -> int:
        start = index // _STRIDE * _STRIDE
        return kept[index // _STRIDE] + _length(raw[start:index], codec)

    return place


def _length(text: str, codec: str) -> int:
    if text.isascii() and codec[:6] not in _WIDE:
        return len(text)
    return len(text.encode(codec, "surrogateescape" if codec[:6] not in _WIDE else "replace"))
