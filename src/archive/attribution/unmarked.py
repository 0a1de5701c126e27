"""A text without its marks of quoting and Markdown, as the rules read it; and the way back.

The rules read words with one space between them. So what a reader has blanked is taken out before
they read, and what they have found is put back on the characters of the source, where the blocks
then carry the marks too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import accumulate, pairwise
from typing import Any

from archive.attribution.blocks import widened
from archive.model.article import Article, Block
from archive.model.document import Bounds, Document, Heading, Link, Part, Told
from archive.model.fact import Editor, Rule, Span


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A document without its marks.

    Attributes:
        document: what the rules read: nothing in it is blanked. The addresses of links that were
            blanked stand behind its text, a line each.
        source: the document as it was read.
        starts: where in the text of ``document`` each run of kept characters begins, in order.
        places: where that run begins in the text of ``source``.
    """

    document: Document
    source: Document
    starts: tuple[int, ...]
    places: tuple[int, ...]

    def back(self, article: Article) -> Article:
        """The article on the characters of the source, its blocks with the marks around them."""
        if self.document is self.source:
            return article
        found: Article = self._moved(article)
        bounds = [(block.span.start, block.span.end) for block in found.blocks]
        runs = widened(self.source, bounds, self._printed(found.blocks))
        blocks = tuple(map(self._block, found.blocks, runs))
        return replace(found, blocks=blocks, extent=_around(found.extent, blocks))

    def _moved(self, value: Any) -> Any:
        """``value`` with each span in it on the characters of the source."""
        if isinstance(value, Span):
            return self._span(value)
        if isinstance(value, tuple):
            return tuple(self._moved(item) for item in value)
        if not is_dataclass(value) or isinstance(value, type | Rule | Editor):
            return value
        old = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: self._moved(item) for name, item in old.items()})

    def _span(self, span: Span) -> Span:
        """A place between two characters stays with the one before it."""
        end = self._place(span.end - 1) + 1 if span.end else self._place(0)
        start = self._place(span.start) if span.start < span.end else end
        return replace(span, start=start, end=end)

    def _place(self, place: int) -> int:
        run = bisect_right(self.starts, place) - 1
        return self.places[run] + place - self.starts[run]

    def _printed(self, blocks: tuple[Block, ...]) -> Bounds:
        """The bounds of the printed part that holds these blocks."""
        return next(
            part.bounds
            for part in self.source.printed
            if part.bounds[0] <= blocks[0].span.start < part.bounds[1]
        )

    def _block(self, block: Block, run: Bounds) -> Block:
        inside = [(segment.span.start, segment.span.end) for segment in block.segments]
        runs = widened(self.source, inside, run)
        return Block(
            block.kind,
            self.source.span(*run),
            self.source.text[slice(*run)],
            tuple(
                replace(segment, span=self.source.span(*bounds))
                for segment, bounds in zip(block.segments, runs, strict=True)
            ),
        )


def unmarked(document: Document) -> Unmarked:
    """The document without its marks; where nothing is blanked, the document itself."""
    if not document.blanked:
        return Unmarked(document, document, (0,), (0,))
    runs = _kept(document)
    starts = tuple(accumulate((end - start for start, end in runs), initial=0))
    text = [document.blanked[start:end] for start, end in runs]

    def there(bounds: Bounds) -> Bounds:
        """Where the characters between two places of the source stand without marks."""
        return _forward(runs, starts, bounds[0]), _forward(runs, starts, bounds[1])

    links, behind, length = [], [], starts[-1]
    for link in document.links:
        target = there(link.target)
        if target[0] == target[1] and link.target[0] < link.target[1]:
            size = link.target[1] - link.target[0]
            target = (length + 1, length + 1 + size)
            behind.append((target[0], link.target[0]))
            text += ["\n", document.text[slice(*link.target)]]
            length = target[1]
        links.append(Link(there(link.anchor), target))
    parts = document.printed if behind else document.parts
    return Unmarked(
        replace(
            document,
            text="".join(text),
            blanked="",
            parts=tuple(_part(part, there) for part in parts),
            links=tuple(links),
            headings=tuple(Heading(h.level, there(h.bounds)) for h in document.headings),
        ),
        document,
        (*starts[:-1], *(start for start, _ in behind)),
        (*(start for start, _ in runs), *(place for _, place in behind)),
    )


def _kept(document: Document) -> list[Bounds]:
    """The runs of characters that are no marks: white space, and what is not blanked."""
    text, prose = document.text, document.blanked
    cuts = [
        i
        for i, (printed, read) in enumerate(zip(text, prose, strict=True))
        if printed != read and not printed.isspace()
    ]
    ends = [(before + 1, cut) for before, cut in pairwise([-1, *cuts, len(text)])]
    return [run for run in ends if run[0] < run[1]] or [(0, 0)]


def _forward(runs: list[Bounds], starts: tuple[int, ...], place: int) -> int:
    run = max(0, bisect_right(runs, place, key=lambda r: r[0]) - 1)
    first, end = runs[run]
    return starts[run] + max(0, min(place, end) - first)


def _part(part: Part, there: Callable[[Bounds], Bounds]) -> Part:
    told = tuple(Told(told.name, there(told.bounds)) for told in part.told)
    return Part(there(part.bounds), told)


def _around(extent: Span | None, blocks: tuple[Block, ...]) -> Span | None:
    """An extent so wide that it holds the marks of the blocks that are in it."""
    if extent is None:
        return None
    own = [b.span for b in blocks if b.span.start < extent.end and extent.start < b.span.end]
    start = min([extent.start, *(span.start for span in own)])
    return replace(extent, start=start, end=max([extent.end, *(span.end for span in own)]))
