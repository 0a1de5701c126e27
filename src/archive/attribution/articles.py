"""The articles in a document, with everything that the rules read of them."""

from __future__ import annotations

from dataclasses import replace

from archive.attribution import chain, credits, imprints, rights
from archive.attribution.abroad import facts
from archive.attribution.authors import authors
from archive.attribution.languages import FUNCTION_WORDS, language
from archive.attribution.layout import Layout, layout
from archive.attribution.marks import marks
from archive.attribution.remembered import forget
from archive.attribution.statements import pieces
from archive.attribution.tongues import Tongue, tongue
from archive.attribution.unmarked import unmarked
from archive.model.article import Article, Block, BlockKind
from archive.model.document import Bounds, Document
from archive.model.fact import Fact


def articles(document: Document) -> tuple[Article, ...]:
    """The articles in ``document``.

    Returns:
        One article at most of each part: a text of several (an edition) is not taken apart yet, and
        nothing is stated of it. Empty, too, for a text that is no article: a list, a licence, a
        poem, a press release. What an article does not say is None or empty in it.
    """
    read = unmarked(document)
    try:
        found = [_in_part(read.document, part.bounds) for part in read.document.printed]
    finally:
        forget()
    return tuple(read.back(article) for article in found if article)


def _in_part(document: Document, bounds: Bounds) -> Article | None:
    """The article in a part of the text, with the part as its extent if there is more text."""
    spoken = language(document.text[slice(*bounds)])
    english = spoken is None or spoken[0] == "en"
    other = tongue(spoken[0]) if spoken and not english else None
    found = layout(document, bounds, english=english, tongue=other)
    if found is None:
        return None
    if other:
        article = _abroad(document, found, other)
    else:
        article = _article(document, found, english=english)
    return replace(article, extent=document.span(*bounds)) if document.parts else article


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


def _article(document: Document, found: Layout, *, english: bool) -> Article:
    blocks = tuple(found.blocks)
    stated = _credits(document, found, english=english)
    people = authors(document, found.bylines, blocks) if english else ()
    names = {author.person.value.name.casefold() for author in people}
    stated = [c for c in stated if c.outlet.value.name.casefold() not in names]
    published = chain.published(stated) if english else None
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
