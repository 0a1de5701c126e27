"""Plain text: the bytes are decoded, and nothing else happens to them but that quoting is known."""

from __future__ import annotations

from hashlib import sha256

from archive.model.document import Document
from archive.read import Reader
from archive.read._decode import decode, detect, readable
from archive.read._quoting import blanked


def read(data: bytes) -> Document:
    """Read plain text.

    Raises:
        InputError: it is empty, is no text, or is in no encoding that can be told.
    """
    return reread(data, detect(data))


def reread(data: bytes, encoding: str) -> Document:
    """Read plain text as the encoding of that name.

    Raises:
        InputError: as ``read``, or the bytes are not in that encoding.
    """
    text = readable(decode(data, encoding))
    return Document(
        text=text,
        source=sha256(data).hexdigest(),
        encoding=encoding,
        media_type="text/plain",
        blanked=blanked(text),
    )


FORMAT = Reader(
    title="Plain text",
    extensions=(".txt", ".text"),
    media_types=("text/plain",),
    read=read,
    reread=reread,
)
