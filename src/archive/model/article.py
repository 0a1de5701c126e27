"""An article as read from a source, before the archive gives it an identity."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from archive.model.fact import Fact, Span
from archive.model.rights import Rights


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name as printed, and its parts where the rules are sure of them.

    Attributes:
        name: as printed, honorifics and degrees kept.
        given: given names; empty if not told apart.
        family: family name with its particle; empty if not told apart.
    """

    name: str
    given: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation or a service, as printed in full; its short form if the text pairs them."""

    name: str
    short: str = ""

    def __str__(self) -> str:
        """``Common Ground News Service (CGNews)``, or the name alone."""
        return f"{self.name} ({self.short})" if self.short else self.name


@dataclass(frozen=True, slots=True)
class Affiliation:
    """An organisation that the text names for an author, and its place if the text gives one."""

    organisation: Fact[Organisation]
    place: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote the piece, with what the text says of them (in printed order)."""

    person: Fact[Person]
    role: Fact[str] | None = None
    affiliations: tuple[Affiliation, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """A link of the chain of transmission: where the piece was published, or who distributed it.

    Attributes:
        outlet: the publication or the service, by name.
        body: the organisation behind it ("a project of ..."), where named.
        date: ISO 8601, as exact as printed (``2008-06-13``, ``2008-06``, ``2008``); an edition's
            range is ``2006-10-24/2006-10-30``.
        address: the web address as printed.
        statement: the characters of the whole statement that says so.
    """

    outlet: Fact[Organisation]
    statement: Span
    body: Fact[Organisation] | None = None
    date: Fact[str] | None = None
    address: Fact[str] | None = None


class BlockKind(StrEnum):
    """What a block of text is. Every block of the source is one of these."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    LABEL = "label"  # a rubric printed over the title: YOUTH VIEWS
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"  # over a section of the text
    MASTHEAD = "masthead"  # what the service prints of itself over an article
    CONTENTS = "contents"  # a line of an edition's list of contents
    SEPARATOR = "separator"  # *****, ###, -30-
    END_MATTER = "end-matter"  # notes and credit lines; carries segments


class SegmentKind(StrEnum):
    """What a statement in end matter is."""

    AUTHOR_NOTE = "author-note"
    DISTRIBUTION = "distribution-statement"
    SOURCE_LINE = "source-line"
    PUBLICATION = "publication-statement"
    PERMISSION = "permission-statement"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Segment:
    """A statement inside a block."""

    kind: SegmentKind
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A run of source characters with one function, without the white space around it.

    ``text`` is the source at ``span``, to the character. ``segments`` (only in end matter) are in
    order, do not overlap, and carry all of the block but white space.
    """

    kind: BlockKind
    span: Span
    text: str
    segments: tuple[Segment, ...] = ()

    def undivided(self, *spans: Span) -> bool:
        """Whether no border of a segment lies between or in the spans."""
        if not self.segments:
            return True
        after = bisect_right(self.segments, spans[0].start, key=lambda s: s.span.start)
        return after > 0 and all(map(self.segments[after - 1].span.holds, spans))


@dataclass(frozen=True, slots=True)
class Period:
    """What a date expression means: a date, or bounds (inclusive). ISO 8601, maybe partial."""

    when: str = ""
    not_before: str = ""
    not_after: str = ""
    relative: bool = False  # resolved against the date of publication


@dataclass(frozen=True, slots=True)
class Expansion:
    """A name in full that the text itself pairs with a short form printed in parentheses."""

    abbreviation: Span


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing at a place between two characters.

    Attributes:
        unit: ``url`` for an address.
        description: what tells that it is missing.
    """

    unit: str
    description: str


@dataclass(frozen=True, slots=True)
class Supplied:
    """What the source leaves out at a place between two characters; not part of its text."""

    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """What characters that were decoded wrongly before the copy was received had been."""

    text: str


Mark = Period | Expansion | Gap | Supplied | Repair


@dataclass(frozen=True, slots=True)
class Claim:
    """What the metadata of a page or a feed says of the article, beside what is printed.

    Attributes:
        field: ``title``, ``author``, ``date``, ``publication``, ``rights`` or ``address``.
        said: the value as it stands there.
        agrees: whether the printed text says the same; None if it says nothing of it.
    """

    field: str
    said: Fact[str]
    agrees: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Everything that the rules read of one article.

    ``None`` and ``()`` mean that the source does not say. ``extent`` is the run of the source that
    is the article's own; None for all of it. ``blocks`` are in source order and carry every
    character of the extent that is not white space, exactly once; those that stand before and
    behind it are the matter of the edition that the article came in (masthead, contents,
    permission). ``marks`` are sorted by span, lie each inside one block (and one segment), and nest
    or stand apart, never cross. ``claims`` are what metadata says.
    """

    title: Fact[str] | None
    subtitle: Fact[str] | None = None
    authors: tuple[Author, ...] = ()
    language: Fact[str] | None = None  # BCP 47
    published: Appearance | None = None
    distributed: Appearance | None = None
    rights: Rights | None = None
    blocks: tuple[Block, ...]
    marks: tuple[Fact[Mark], ...] = ()
    extent: Span | None = None
    claims: tuple[Claim, ...] = ()

    @property
    def heading(self) -> str:
        """The title; empty for a piece that is printed without one."""
        return self.title.value if self.title else ""

    @property
    def own(self) -> tuple[Block, ...]:
        """The blocks of the article, without the matter of the edition that it came in."""
        if self.extent is None:
            return self.blocks
        return tuple(block for block in self.blocks if self.extent.holds(block.span))

    def printed(self, span: Span) -> str:
        """The source at ``span`` to the character; empty where no one block holds all of it."""
        after = bisect_right(self.blocks, span.start, key=lambda block: block.span.start)
        block = self.blocks[after - 1] if after else None
        if block is None or not block.span.holds(span):
            return ""
        return block.text[span.start - block.span.start : span.end - block.span.start]
