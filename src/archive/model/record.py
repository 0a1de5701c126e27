"""A record: an article that the archive has taken in, with its identity, custody and history."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields

from archive.model.article import Article
from archive.model.fact import Editor

UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that no record can carry. Source: XML 1.0, section 2.2, production ``Char``."""
_EXTENSION = re.compile(r"[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class Container:
    """The file that a copy was taken out of: a mailbox, a WARC.

    Attributes:
        sha256: of the whole file, 64 hex digits.
        size: of the whole file, in bytes.
        start: where in it the bytes of the copy begin.
    """

    sha256: str
    size: int
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The copy that the archive received, as it was received.

    Attributes:
        filename: the name it came under, without folders.
        sha256: of the bytes, 64 hex digits.
        size: in bytes.
        characters: of the reading text, in code points.
        media_type: without parameters.
        encoding: as in ``Document``.
        received: when, ISO 8601 in UTC to the second (``2026-11-24T10:47:00Z``).
        headers: what its container said of it, as in ``Document``.
        container: the file it was taken out of; None if it is a whole file.
    """

    filename: str
    sha256: str
    size: int
    characters: int
    media_type: str
    encoding: str
    received: str
    headers: tuple[tuple[str, str], ...] = ()
    container: Container | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of a record's history. ``who`` is a person, or None for the program's rules."""

    when: str
    what: str
    who: Editor | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """The archive that holds a record: from ``archive.toml``, written into each record.

    Attributes:
        publisher: who publishes the records.
        licence: address of the licence of the markup (not of the article).
        licence_statement: what the record says of it.
    """

    publisher: str
    licence: str
    licence_statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Article):
    """An article with its identity in the archive.

    Attributes:
        id: readable, unique in the archive, never renamed.
        key: the citation key, unique in the archive, never changed.
        received: the copy it was read from.
        holding: the archive that holds it.
        history: latest first.
        program: version of the program whose rules read it.
        xml: the TEI document it was loaded from, with everything that people added to it;
            empty for a record that was not loaded.
    """

    id: str
    key: str
    received: Received
    holding: Holding
    history: tuple[Change, ...]
    program: str
    xml: bytes = field(default=b"", compare=False, repr=False)

    @classmethod
    def of(  # noqa: PLR0913 - one argument a field
        cls,
        article: Article,
        *,
        id: str,
        key: str,
        received: Received,
        holding: Holding,
        history: tuple[Change, ...],
        program: str,
    ) -> Record:
        """Give an article its identity."""
        facts = {f.name: getattr(article, f.name) for f in fields(Article)}
        return cls(
            **facts,
            id=id,
            key=key,
            received=received,
            holding=holding,
            history=history,
            program=program,
        )


def source_name(filename: str, number: int = 1) -> str:
    """Where a source lies in its record; what is known of it lies beside it, in ``.json``.

    >>> source_name("Rain in Spain.TXT"), source_name("rain"), source_name("feed.json", 2)
    ('source/0001.txt', 'source/0001.bin', 'source/0002.bin')
    """
    extension = filename.rpartition(".")[2].lower() if "." in filename else ""
    if extension == "json" or not _EXTENSION.fullmatch(extension):
        extension = "bin"
    return f"source/{number:04}.{extension}"
