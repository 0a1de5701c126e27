"""MIME: where the parts of a message are, what their fields say, and what their bodies decode to.

Header fields are read by the rules of the standard library; the parts are found here, for every
line of a body has to be traced to the bytes that it was read from (RFC 2045 to 2047, RFC 5322).
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from archive.errors import InputError, Malformed
from archive.model.document import Bounds
from archive.model.record import UNFIT
from archive.read._runs import Piece, lines
from archive.read._stated import encoding, text

DEEPEST = 32
"""As many levels of parts in parts are read; a forward of a forward of a forward has about ten."""

MOST = 10_000
"""As many parts of one message are read."""

_LINE_END = re.compile(rb"\r\n|[\r\n]")
_HEAD_END = re.compile(rb"(?:\r\n|\n|\r(?!\n))(?:\r\n|[\r\n])")
_FIELD_LINE = re.compile(rb"[!-9;-~]{1,100}[ \t]*:")
_MOST_HEAD = 256 * 1024
_FIELD = re.compile(r"^([!-9;-~]{1,100})[ \t]*:[ \t]*(.*(?:\n[ \t].*)*)", re.MULTILINE)
_LONGEST = 10_000  # characters of a header field
_LONGEST_TYPE = 4_000
_BASE64 = re.compile(rb"[A-Za-z0-9+/=\s]*")
_NO_BASE64 = b" \t\r\n\x0b\x0c"
_ESCAPE = re.compile(rb"^>(?=>*From )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entity:
    """A message, or a part of one.

    Attributes:
        fields: names in lower case; of a repeated field the first.
        first: where its body begins in the bytes.
        last: where its body ends.
    """

    fields: dict[str, str]
    first: int
    last: int
    depth: int = 0
    default: str = "text/plain"
    _message: Message = field(default_factory=Message)

    @property
    def media_type(self) -> str:
        """In lower case, without parameters."""
        return self._message.get_content_type()

    @property
    def attached(self) -> bool:
        """Whether it is handed over as a file."""
        return self.fields.get("content-disposition", "").lower().startswith("attachment")

    def parameter(self, name: str) -> str:
        """A parameter of its media type; empty if it has none."""
        value = self._message.get_param(name, "")
        return value if isinstance(value, str) else ""


def entity(
    data: bytes, first: int, last: int, depth: int = 0, default: str = "text/plain"
) -> Entity:
    """The entity that the bytes from ``first`` to ``last`` are; without a header, all is its body.

    Raises:
        Malformed: its header has no end, or it lies too deep in others.
    """
    if depth > DEEPEST:
        raise Malformed("message", f"it has parts in parts, more than {DEEPEST} deep")
    head, body = _header(data, first, last)
    fields = header_fields(data[first:head])
    message = Message()
    message["content-type"] = fields.get("content-type", default)[:_LONGEST_TYPE]
    message.set_default_type(default)
    return Entity(fields, body, last, depth, default, message)


def _header(data: bytes, first: int, last: int) -> Bounds:
    """Where the header of an entity ends, and where its body begins."""
    if not _FIELD_LINE.match(data, first, last):
        blank = _LINE_END.match(data, first, last)
        return first, blank.end() if blank else first
    end = _HEAD_END.search(data, first, min(last, first + _MOST_HEAD))
    if end:
        return end.start(), end.end()
    if last - first > _MOST_HEAD:
        raise Malformed("message", "its header has no end")
    return last, last


def header_fields(head: bytes) -> dict[str, str]:
    """The fields of a header, names in lower case; of a repeated field the first."""
    block = head.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    found: dict[str, str] = {}
    for match in _FIELD.finditer(block):
        found.setdefault(match[1].lower(), match[2].strip()[:_LONGEST])
    return found


def content_type(value: str) -> tuple[str, str]:
    """A media type in lower case, without parameters, and the charset that it states.

    >>> content_type('text/HTML; charset="utf-8"')
    ('text/html', 'utf-8')
    """
    if "/" not in value:
        return "", ""
    message = Message()
    message["content-type"] = value[:_LONGEST_TYPE]
    charset = message.get_param("charset", "")
    return message.get_content_type(), charset if isinstance(charset, str) else ""


def words(value: str) -> str:
    """A header field as it is to be read: encoded words decoded, on one line.

    >>> words("=?utf-8?Q?Zdenka_Pavi=C4=87?= <z@example.net>")
    'Zdenka Pavić <z@example.net>'
    """
    if "=?" in value:
        with suppress(HeaderParseError, ValueError):  # no encoded word: it stays as it stands
            value = "".join(_word(*pair) for pair in decode_header(value))
    return " ".join(UNFIT.sub("\ufffd", value).split())


def _word(word: bytes | str, charset: str | None) -> str:
    if isinstance(word, str):
        return word
    if charset is None:
        return word.decode("raw-unicode-escape", "replace")
    try:
        return text(word, encoding(word, charset))
    except InputError:
        return word.decode("ascii", "replace")


def children(data: bytes, parent: Entity) -> list[Entity]:
    """The parts of a multipart entity, in order; none if its boundary is nowhere in it.

    Raises:
        Malformed: there are too many, or they lie too deep.
    """
    boundary = parent.parameter("boundary").encode("utf-8", "replace")
    if not boundary:
        return []
    default = "message/rfc822" if parent.media_type == "multipart/digest" else "text/plain"
    bounds = _between(data, parent, b"--" + boundary)
    return [entity(data, *found, parent.depth + 1, default) for found in bounds]


def _between(data: bytes, parent: Entity, mark: bytes) -> list[Bounds]:
    """What stands between the lines that a boundary makes; the line end before one is its own."""
    line = re.compile(re.escape(mark) + rb"(--)?[ \t]*(?:\r\n|[\r\n]|\Z)")
    found: list[Bounds] = []
    start = -1
    for match in line.finditer(data, parent.first, parent.last):
        if match.start() > parent.first and data[match.start() - 1] not in b"\r\n":
            continue
        if start >= 0:
            found.append((start, max(start, _before_line_end(data, match.start()))))
        start = match.end()
        if match[1]:
            return found
        if len(found) > MOST:
            raise Malformed("message", f"it has more than {MOST:,} parts")
    return [*found, (start, parent.last)] if start >= 0 else found


def _before_line_end(data: bytes, place: int) -> int:
    return place - (2 if data[max(0, place - 2) : place] == b"\r\n" else 1)


def pieces(data: bytes, part: Entity, *, escaped: bool) -> Iterator[Piece]:
    """The bytes of a part as they were before they were encoded for sending, line by line.

    Args:
        data: what the part lies in.
        part: the part.
        escaped: whether a line that begins with ``From `` has a ``>`` before it.

    Raises:
        Malformed: they cannot be.
    """
    how = part.fields.get("content-transfer-encoding", "").strip().lower()
    place = part.first
    if how == "base64":
        for piece in _base64(data, part):
            yield piece
            place = piece[2]
    for start, end in lines(data, place, part.last):
        line = data[start:end]
        if escaped:
            line = _ESCAPE.sub(b"", line)
        yield binascii.a2b_qp(line) if how == "quoted-printable" else line, start, end


def _base64(data: bytes, part: Entity) -> Iterator[Piece]:
    """What base64 says, a line at a time, up to a line that is none (what a list sets behind)."""
    held, start = b"", part.first
    for first, last in lines(data, part.first, part.last):
        if not _BASE64.fullmatch(data, first, last):
            break
        held += data[first:last].translate(None, _NO_BASE64)
        whole = len(held) // 4 * 4
        if whole:
            yield _from_base64(held[:whole]), start, last
            held = held[whole:]
            start = first if held else last
    if held:
        yield _from_base64(held + b"==="[: -len(held) % 4]), start, last


def _from_base64(letters: bytes) -> bytes:
    try:
        return binascii.a2b_base64(letters)
    except binascii.Error as error:
        raise Malformed("message", f"base64 that cannot be decoded ({error})") from None
