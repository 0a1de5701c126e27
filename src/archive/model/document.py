"""A source after decoding: the characters that the rules read, and what its container says."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from archive.model.fact import Span

Bounds = tuple[int, int]
"""Where a run of characters begins and ends, half-open."""


@dataclass(frozen=True, slots=True)
class Told:
    """What metadata says, and where it says so: ``og:title``, ``json-ld:author``."""

    name: str
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Part:
    """A run of the text that the container itself tells apart, with the metadata that is on it."""

    bounds: Bounds
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link: the characters it is printed on, and those of the address that it leads to."""

    anchor: Bounds
    target: Bounds


@dataclass(frozen=True, slots=True)
class Heading:
    """A run of the text that the markup makes a heading, of level 1 to 6."""

    level: int
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Origin:
    """A run of the text from ``start`` on, and the bytes of the source that it was read from.

    The run ends where the next begins. A run of as many bytes as characters is one for one, for no
    encoding has a character of less than a byte; of any other, the bytes are those of the whole
    run: a character reference or an encoded word is not taken apart.
    """

    start: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Document:
    """A source after decoding: what the rules read.

    Attributes:
        text: the reading text, no byte order mark, line ends LF; every ``Span`` counts in it. Of
            plain text and Markdown all characters of the source; of other formats what the reader
            extracts: what is printed, and behind it what the markup says and does not print (the
            addresses of links, metadata), a value a line.
        source: SHA-256 of the bytes as received, 64 hex digits.
        encoding: how the bytes were decoded, as IANA names it (``utf-8``, ``windows-1252``,
            ``utf-16le``); two names joined by ``+`` where a file mixes two.
        media_type: of the bytes, without parameters (``text/plain``).
        blanked: ``text`` with marks of quoting and of Markdown blanked, character for character;
            empty where there are none.
        parts: what the container itself tells apart (the entries of a feed), in order; empty for
            one part that is the whole text. What lies in none of them is not printed.
        links: in the order of their anchors.
        headers: what the container says of the copy, name and value (``warc-date``, ``subject``).
        origins: where the characters come from, in order; empty where the text is the source.
        headings: what the markup makes a heading, in order; empty where it makes none.
    """

    text: str
    source: str
    encoding: str
    media_type: str
    blanked: str = ""
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    origins: tuple[Origin, ...] = ()
    headings: tuple[Heading, ...] = ()

    def __hash__(self) -> int:
        """By its source: quick, whatever the document holds."""
        return hash(self.source)

    @property
    def prose(self) -> str:
        """What the rules read: the text, marks of quoting and Markdown blanked."""
        return self.blanked or self.text

    def read(self, bounds: Bounds) -> str:
        """What the rules read at these characters: the text without what is blanked."""
        start, end = bounds
        if not self.blanked:
            return self.text[start:end]
        pairs = zip(self.text[start:end], self.blanked[start:end], strict=True)
        return "".join(read for printed, read in pairs if read == printed or printed.isspace())

    @property
    def printed(self) -> tuple[Part, ...]:
        """The parts; of a text that is not told apart, the one that it is."""
        return self.parts or (Part((0, len(self.text))),)

    def span(self, start: int, end: int) -> Span:
        """The span of these characters."""
        return Span(self.source, start, end)

    def origin(self, span: Span) -> Bounds | None:
        """The bytes that the characters of ``span`` were read from; None where they are the text's.

        From the first byte of the first character to the last of the last; of a run that is not
        one for one, its own first and last.
        """
        if not self.origins:
            return None
        return self._bytes(span.start)[0], self._bytes(max(span.start, span.end - 1))[1]

    def _bytes(self, place: int) -> Bounds:
        """The bytes of a character, or of the run that it stands in."""
        index = max(0, bisect_right(self.origins, place, key=lambda run: run.start) - 1)
        run = self.origins[index]
        behind = self.origins[index + 1 : index + 2]
        end = behind[0].start if behind else len(self.text)
        if end - run.start != run.last - run.first:
            return run.first, run.last
        first = run.first + place - run.start
        return first, first + 1
