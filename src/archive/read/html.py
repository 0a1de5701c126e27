"""HTML: the article of a saved page, as it is printed; behind it what the page says unprinted."""

from __future__ import annotations

from hashlib import sha256

from archive.errors import EmptySource
from archive.model.document import Document
from archive.read import Reader
from archive.read._charset import decoded
from archive.read._composing import check_tags
from archive.read._html import extract, moved


def read(data: bytes) -> Document:
    """Read a page.

    Raises:
        InputError: nothing is printed on it, it has more tags than can be read, or it is in no
            encoding that can be told.
    """
    page = decoded(data)
    check_tags(page.markup)
    found = moved(extract(page.markup), 0, page.place)
    if not found.text:
        raise EmptySource(len(page.markup))
    return Document(
        text=found.text,
        source=sha256(data).hexdigest(),
        encoding=page.encoding,
        media_type="text/html",
        parts=found.parts,
        links=found.links,
        origins=found.origins,
    )


FORMAT = Reader(
    title="HTML",
    extensions=(".html", ".htm", ".xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
    read=read,
)
