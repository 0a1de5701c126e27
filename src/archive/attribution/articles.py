"""The articles in a document, with everything that the rules read of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.attribution import chain, masthead, rights
from archive.attribution.abroad import facts
from archive.attribution.blocks import block, end_matter, split
from archive.attribution.claims import claims
from archive.attribution.editions import Edition, edition
from archive.attribution.languages import language
from archive.attribution.layout import layout, one_of_several
from archive.attribution.openings import Lines
from archive.attribution.reading import article
from archive.attribution.remembered import forget
from archive.attribution.tongues import Tongue, tongue
from archive.attribution.unmarked import unmarked
from archive.model.article import Appearance, Article, Block, BlockKind
from archive.model.document import Bounds, Document, Part
from archive.model.rights import Rights


def articles(document: Document) -> tuple[Article, ...]:
    """The articles in ``document``, in order.

    Returns:
        Empty for a text that is no article: a list, a licence, a poem, a press release. What an
        article does not say is None or empty in it. The extent of an article that is all of a text
        without parts is None.
    """
    read = unmarked(document)
    try:
        found = [
            each
            for part in read.document.printed
            for each in _of_part(read.document, part, whole=not document.parts)
        ]
    finally:
        forget()
    return tuple(read.back(each) for each in found)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The language of a part: English, as far as is known, or another that there is a table of."""

    english: bool
    tongue: Tongue | None


def _of_part(document: Document, part: Part, *, whole: bool) -> Iterator[Article]:
    """The articles of a part that the container tells apart."""
    told = language(document.text[slice(*part.bounds)])
    english = told is None or told[0] == "en"
    spoken = _Spoken(english, tongue(told[0]) if told and not english else None)
    bounds = split(document.prose, *part.bounds)
    several = edition(Lines(document.prose, bounds, spoken.tongue))
    if several:
        yield from _of_edition(document, bounds, several, spoken)
        return
    found = layout(document, bounds, english=english, tongue=spoken.tongue)
    if found:
        read = article(document, found, english=english, tongue=spoken.tongue)
        extent = None if whole else document.span(bounds[0][0], bounds[-1][1])
        yield replace(read, extent=extent, claims=claims(document, part, read))


@dataclass(frozen=True, slots=True)
class _Around:
    """What an edition prints before and behind its articles, and says of all of them.

    Attributes:
        front: the blocks before the first article.
        back: those behind the last.
        distributed: what the masthead says.
        rights: what one statement for all of them says.
    """

    front: tuple[Block, ...]
    back: tuple[Block, ...]
    distributed: Appearance | None
    rights: Rights | None


def _of_edition(
    document: Document, bounds: list[Bounds], found: Edition, spoken: _Spoken
) -> Iterator[Article]:
    around = _around(document, bounds, found, spoken)
    for stretch in found.stretches:
        own = bounds[stretch.opening.first : stretch.last]
        laid = one_of_several(
            document, own, stretch.opening, english=spoken.english, tongue=spoken.tongue
        )
        read = article(
            document,
            laid,
            around.front[slice(*stretch.entry)],
            english=spoken.english,
            tongue=spoken.tongue,
        )
        between = bounds[stretch.last : stretch.end] if stretch is not found.stretches[-1] else []
        behind = _matter(document, between, spoken, over=False)
        yield _with(document, replace(read, blocks=(*read.blocks, *behind)), around)


def _around(document: Document, bounds: list[Bounds], found: Edition, spoken: _Spoken) -> _Around:
    first, last = found.stretches[0].opening.first, found.stretches[-1].last
    front = _matter(document, bounds[:first], spoken, contents=range(*found.contents))
    back = _matter(document, bounds[last:], spoken, over=False)
    notices = tuple(b for i, b in enumerate(front) if i not in range(*found.contents))
    lines = [(b.span.start, b.span.end) for b in notices]
    dates = [(b.span.start, b.span.end) for b in front if b.kind is BlockKind.CONTENTS]
    distributed = masthead.distribution(document, lines, dates, spoken.tongue)
    stated = _rights(document, front, distributed, spoken) or _rights(
        document, back, distributed, spoken
    )
    return _Around(front, back, distributed, stated)


def _rights(
    document: Document, blocks: tuple[Block, ...], service: Appearance | None, spoken: _Spoken
) -> Rights | None:
    """What one statement says of all articles."""
    if spoken.tongue:
        return facts.read_rights(document, blocks, spoken.tongue)
    return rights.read(document, blocks, (None, service)) if spoken.english else None


def _matter(
    document: Document,
    bounds: Sequence[Bounds],
    spoken: _Spoken,
    *,
    over: bool = True,
    contents: range = range(0),
) -> tuple[Block, ...]:
    """The blocks of the edition's own matter."""
    kinds, statements = masthead.kinds(document, bounds, contents, spoken.tongue, over=over)
    return tuple(
        end_matter(document, where, statements[index])
        if kind is BlockKind.END_MATTER
        else block(document, kind, where)
        for index, (where, kind) in enumerate(zip(bounds, kinds, strict=True))
    )


def _with(document: Document, article: Article, around: _Around) -> Article:
    """An article of an edition, with what the edition says of it; its own word goes first."""
    own = article.blocks
    stated, distributed = article.distributed, around.distributed
    if stated and not (distributed and chain.same(stated.outlet.value, distributed.outlet.value)):
        distributed = stated
    return replace(
        article,
        distributed=distributed,
        rights=article.rights or around.rights,
        blocks=(*around.front, *own, *around.back),
        extent=document.span(own[0].span.start, own[-1].span.end),
    )
