"""What the lines of an article in another language say: authors, chain of transmission, rights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from archive.attribution import authors as english_authors
from archive.attribution import chain
from archive.attribution.abroad import bylines, credits, names, notes, rights, statements
from archive.attribution.abroad.datelines import dateline
from archive.attribution.abroad.dates import printed_date
from archive.attribution.bylines import BAR, Byline
from archive.attribution.credits import SOURCE_LINE, Credit
from archive.attribution.evidence import squeezed
from archive.attribution.notes import Note
from archive.attribution.tongues import Tongue
from archive.model.article import (
    Appearance,
    Author,
    Block,
    BlockKind,
    Organisation,
    SegmentKind,
)
from archive.model.document import Document
from archive.model.fact import Fact

__all__ = ["authors", "chained", "read_rights"]

read_rights = rights.read


def authors(
    document: Document, found: tuple[Byline, ...], blocks: Iterable[Block], tongue: Tongue
) -> tuple[Author, ...]:
    """The authors in printed order; empty for an unsigned article without an author note."""
    text = document.prose
    known = tuple(squeezed(text[slice(*p)]) for b in found for p in b.people)
    said: list[Note] = []
    for segment in (s for b in blocks for s in b.segments):
        if segment.kind is SegmentKind.AUTHOR_NOTE:
            bounds = (segment.span.start, segment.span.end)
            said += notes.read(text, statements.sentences(text, bounds, tongue), tongue, known)
    return english_authors.signed_or_introduced(document, found, said, blocks)


def chained(
    document: Document, found: tuple[Byline, ...], blocks: tuple[Block, ...], tongue: Tongue
) -> tuple[Appearance | None, Appearance | None]:
    """Where the piece was published first, and who distributed it; None where not said."""
    stated = credits.credits(document, blocks, tongue)
    for block in blocks:
        if block.kind is BlockKind.MASTHEAD:
            bounds = (block.span.start, block.span.end)
            for kind, start, end in statements.pieces(document.prose, bounds, tongue):
                stated += credits.read(document, kind, (start, end), tongue)
    people = {squeezed(document.prose[slice(*p)]).casefold() for b in found for p in b.people}
    stated = [c for c in stated if c.outlet.value.name.casefold() not in people]
    published = chain.published(stated)
    kinds = (SegmentKind.SOURCE_LINE, SegmentKind.PUBLICATION)
    if not any(credit.kind in kinds for credit in stated):
        other = _beside_name(document, found, tongue) or dateline(document, blocks, tongue)
        published = chain.published([*stated, other]) if other else published
    published = _dated(document, published, blocks, tongue)
    return published, chain.distributed(stated, published)


def _beside_name(document: Document, found: tuple[Byline, ...], tongue: Tongue) -> Credit | None:
    """The outlet behind a bar in the byline: "Par Ann Lee | Le Herald"."""
    for byline in found:
        tail = bylines.tail(document.prose, byline)
        if tail is None or document.prose[tail[0] : tail[0] + 3].strip()[:1] != "|":
            continue
        begin = document.prose.index("|", tail[0]) + 1
        when = printed_date(document.prose, tongue, begin, tail[1])
        stop = when.start if when else tail[1]
        start, end, short = names.outlet(document.prose, begin, stop, tongue)
        name = squeezed(document.prose[start:end])
        if not name or len(name.split()) > 6 or not any(c.isalpha() for c in name):
            return None
        date = Fact(when.iso, document.span(when.start, when.end), BAR) if when else None
        outlet = Fact(Organisation(name, short), document.span(start, end), BAR)
        return Credit(SegmentKind.SOURCE_LINE, outlet, document.span(*byline.bounds), date=date)
    return None


def _dated(
    document: Document, published: Appearance | None, blocks: tuple[Block, ...], tongue: Tongue
) -> Appearance | None:
    """A publication without a date of its own, with that of the only date line."""
    lines = [b for b in blocks if b.kind is BlockKind.DATELINE]
    if published is None or published.date or len(lines) != 1:
        return published
    span = lines[0].span
    when = printed_date(document.prose, tongue, span.start, span.end)
    if when is None:
        return published
    return replace(published, date=Fact(when.iso, document.span(when.start, when.end), SOURCE_LINE))
