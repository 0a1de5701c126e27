"""How the bytes of a page are decoded, and where its characters stand in them.

Source: https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter

from archive.errors import NotText
from archive.read import _stated
from archive.read._decode import detect

_HEAD = 8192  # bytes that are searched for a declaration
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})"
    rb"|<meta\b[^>]{0,1000}?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32le"),
    (b"\0\0\xfe\xff", "utf-32be"),
    (b"\xff\xfe", "utf-16le"),
    (b"\xfe\xff", "utf-16be"),
)
_STRIDE = 512  # characters between places that are kept
_BEYOND = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a page.

    Attributes:
        markup: the characters, without a byte order mark; line ends as they are.
        encoding: as IANA names it.
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
        charset: the encoding that HTTP states, if it does.

    Raises:
        InputError: the encoding cannot be told.

    >>> page = decoded("<meta charset=utf-8><p>naïve".encode())
    >>> page.encoding, page.markup.index("v"), page.place(page.markup.index("v"))
    ('utf-8', 26, 27)
    """
    name, mark = _encoding(data, charset or _declared(data))
    markup = _stated.text(data[mark:], name)
    return Decoded(markup, name, _places(data, markup, name, mark))


def _encoding(data: bytes, stated: str) -> tuple[str, int]:
    """The encoding, and the length of the byte order mark."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            detect(data)
            return name, len(mark)
    if stated.lower().startswith("utf-16"):
        stated = ""  # a declaration that can be read is not in UTF-16, and one in it says nothing
    try:
        return _stated.encoding(data, stated), 0
    except NotText:
        return _stated.encoding(data.replace(b"\0", b" "), stated), 0


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data, 0, _HEAD)
    return (match[1] or match[2]).decode("ascii") if match else ""


def _places(data: bytes, markup: str, name: str, mark: int) -> Callable[[int], int]:
    """Where each character begins: from places that are kept, a stride apart, and those between."""
    if len(data) - mark == len(markup):
        return lambda index: mark + index
    if "+" in name:
        return _places_of_a_mixture(data, markup)
    kept = [mark]
    for start in range(0, len(markup), _STRIDE):
        kept.append(kept[-1] + _length(markup[start : start + _STRIDE], name))

    def place(index: int) -> int:
        start = index // _STRIDE * _STRIDE
        return kept[index // _STRIDE] + _length(markup[start:index], name)

    return place


def _length(text: str, name: str) -> int:
    return len(_stated.coded(text, name))


def _places_of_a_mixture(data: bytes, markup: str) -> Callable[[int], int]:
    """The places in UTF-8 mixed with an encoding of one byte a character."""
    kept: list[tuple[int, int]] = [(0, 0)]  # behind each character that is more than one byte
    for match in _BEYOND.finditer(markup):
        index = match.start()
        more = kept[-1][1]
        coded = match[0].encode("utf-8")
        if data.startswith(coded, index + more):
            kept.append((index + 1, more + len(coded) - 1))

    def place(index: int) -> int:
        return index + kept[bisect_right(kept, index, key=itemgetter(0)) - 1][1]

    return place
