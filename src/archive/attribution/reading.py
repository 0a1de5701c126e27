"""One article whose blocks are told: everything that the rules read of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.attribution import chain, credits, imprints, rights, summaries
from archive.attribution.abroad import facts
from archive.attribution.authors import authors
from archive.attribution.languages import FUNCTION_WORDS, language
from archive.attribution.layout import Layout
from archive.attribution.marks import marks
from archive.attribution.notes import Note
from archive.attribution.statements import pieces
from archive.attribution.tongues import Tongue
from archive.model.article import Article, Block, BlockKind
from archive.model.document import Bounds, Document
from archive.model.fact import Fact


def article(
    document: Document,
    found: Layout,
    entry: Sequence[Block] = (),
    *,
    english: bool,
    tongue: Tongue | None = None,
) -> Article:
    """The article that a layout is of.

    Args:
        document: the source.
        found: the article's blocks, and what its lines say.
        entry: the blocks that a list of contents says of it: its source, and who the author is.
        english: whether it is known to be in no other language.
        tongue: the other language, if there is a table of it.
    """
    if tongue:
        return _abroad(document, found, tongue)
    return _article(document, found, entry, english=english)


def _abroad(document: Document, found: Layout, tongue: Tongue) -> Article:
    """The article in a language other than English, of which there is a table."""
    blocks = tuple(found.blocks)
    published, distributed = facts.chained(document, found.bylines, blocks, tongue)
    return Article(
        title=found.title,
        subtitle=found.subtitle,
        authors=facts.authors(document, found.bylines, blocks, tongue),
        language=_language(document, blocks),
        published=published,
        distributed=distributed,
        rights=facts.read_rights(document, blocks, tongue),
        blocks=blocks,
    )


def _article(
    document: Document, found: Layout, entry: Sequence[Block], *, english: bool
) -> Article:
    blocks = tuple(found.blocks)
    stated = _credits(document, found, english=english)
    summary = _summary(document, found, entry) if english else []
    people = authors(document, found.bylines, blocks, summary) if english else ()
    names = {author.person.value.name.casefold() for author in people}
    stated = [c for c in stated if c.outlet.value.name.casefold() not in names]
    published = chain.published(stated) if english else None
    if published is None and not stated and english:
        published = chain.published(credits.credits(document, entry))
    distributed = chain.distributed(stated, published) if english else None
    return Article(
        title=found.title,
        subtitle=found.subtitle,
        authors=people,
        language=_language(document, blocks),
        published=chain.doubted(published, distributed),
        distributed=distributed,
        rights=rights.read(document, blocks, (published, distributed)) if english else None,
        blocks=blocks,
        marks=marks(document, blocks, published) if english else (),
    )


def _summary(document: Document, found: Layout, entry: Sequence[Block]) -> list[Note]:
    """What a summary says of the authors: in the list of contents, or in place of the article."""
    text = document.prose
    body = [b for b in found.blocks if b.kind is BlockKind.PARAGRAPH] if not found.title else []
    names = [text[slice(*person)] for byline in found.bylines for person in byline.people]
    return [
        note
        for each in (*body[:1], *entry)
        for note in summaries.described(text, (each.span.start, each.span.end), names)
    ]


def _credits(document: Document, found: Layout, *, english: bool) -> list[credits.Credit]:
    """What credit lines and imprints say of who published and distributed the article."""
    blocks = tuple(found.blocks)
    places = [b.behind for b in found.bylines if b.people] if english else []
    stated = credits.credits(document, blocks) + _over_the_article(document, blocks, places)
    if not english:
        return stated
    known = {n.casefold() for c in stated for n in (c.outlet.value.name, c.outlet.value.short) if n}
    stated += imprints.credits(document, blocks, places, known)
    return stated + list(imprints.lines_under(document, blocks, known))


def _over_the_article(
    document: Document, blocks: tuple[Block, ...], bylines: list[Bounds]
) -> list[credits.Credit]:
    """What credit lines over the article say, or stand in a byline.

    Their date may stand on a line of its own.
    """
    date = imprints.date_over(document, blocks)
    places = [(b.span.start, b.span.end) for b in blocks if b.kind is BlockKind.MASTHEAD]
    return [
        credit if credit.date else replace(credit, date=date)
        for place in places + bylines
        for kind, start, end in pieces(document.prose, place)
        for credit in credits.read(document, kind, (start, end))
    ]


def _language(document: Document, blocks: tuple[Block, ...]) -> Fact[str] | None:
    """The language of the body, read over its whole extent."""
    body = [block for block in blocks if block.kind is BlockKind.PARAGRAPH]
    found = language("\n".join(block.text for block in body))
    if not found:
        return None
    span = document.span(body[0].span.start, body[-1].span.end)
    return Fact(found[0], span, FUNCTION_WORDS, found[1])
