"""A Markdown document cited: read, settled by the engine, written as Markdown or as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import Any

from archive import cite
from archive.cite.csl import Bibliography, Cluster, Processor
from archive.cite.csl.tree import SUPERSCRIPT, Styled, Tree
from archive.cite.csl.writers import html, markdown
from archive.cite.markdown import page, reading, writing
from archive.cite.markdown.citations import Citation
from archive.cite.markdown.locators import Terms
from archive.cite.markdown.reading import Manuscript, Read
from archive.cite.markdown.writing import Printed
from archive.errors import ArchiveError, CannotCite, MissingSemicolon, UnknownKey

FORMS = ("markdown", "html")


@dataclass(frozen=True)
class Cited:
    """A document, cited.

    Attributes:
        text: of it, in the form wanted; empty if something in it cannot be cited.
        failures: what in it cannot be cited, each with its line; what it only lists and the style
            does not print.
        warnings: what was asked for and done otherwise.
    """

    text: str
    failures: list[ArchiveError] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def write(
    text: str, items: Mapping[str, cite.Item], style: str, locale: str | None, form: str
) -> Cited:
    """The document with its citations printed, and the list of what it cites.

    Args:
        text: Markdown with citations as pandoc writes them.
        items: CSL-JSON items by citation key; several keys may lead to one item.
        style, locale: as for ``cite.references``.
        form: one of ``FORMS``. HTML is a whole page.

    Raises:
        UnknownName, BadStyle, BadItem: as ``cite.references``.
    """
    processor, warnings = cite.begin([], style, locale)
    locale = processor.style.locale.language
    manuscript = reading.read(page.clean(text), Terms.of(processor.style.locale))
    failures = list(_wrong(manuscript, items))
    if failures:
        return Cited("", failures, warnings)
    listed = _listed(manuscript, items)
    used = {key: items[key] for one in manuscript.citations() for key in _keys(one)}
    needed = {str(item["id"]): item for item in (*used.values(), *listed)}
    processor = Processor(
        processor.style, needed.values(), uncited=[str(item["id"]) for item in listed]
    )
    order = reading.order(manuscript, notes=processor.style.notes)
    for read in order:
        processor.append(_cluster(read, items, notes=processor.style.notes))
    trees = processor.citations()
    failures = list(_unprinted(trees, manuscript, order, style))
    if failures:
        return Cited("", failures, warnings)
    made = _Writing(processor, manuscript, order, trees)
    written = made.page(locale) if form == "html" else made.markdown()
    returns = form == "markdown" and "\r\n" in text
    text = written.replace("\n", "\r\n") if returns else written
    lost = _lost(made.bibliography)
    cited = {str(item["id"]) for item in used.values()}
    # A style may list nothing for what it cites: personal communications, in APA.
    left_out = [f"the list has no entry for {id_!r}: the style prints none" for id_ in lost & cited]
    failures = [CannotCite(style, id_, "the style prints nothing for it") for id_ in lost - cited]
    empty = list(_empty(made.made, manuscript))
    return Cited(text, sorted(failures, key=str), [*warnings, *empty, *sorted(left_out)])


def _wrong(manuscript: Manuscript, items: Mapping[str, Any]) -> Iterator[ArchiveError]:
    """Every key that leads to nothing, and every one that is one too many."""
    for one in manuscript.citations():
        for cited, place in zip(one.cites, one.places, strict=True):
            if cited.id not in items:
                yield UnknownKey(manuscript.line(place), cited.id, items, "archive list")
        for place in one.stray:
            yield MissingSemicolon(manuscript.line(place))
    for key in manuscript.uncited:
        if key != "*" and key not in items:
            yield UnknownKey(1, key, items, "archive list")


def _listed(manuscript: Manuscript, items: Mapping[str, cite.Item]) -> list[cite.Item]:
    """The items that the head of the document wants in the list."""
    if "*" in manuscript.uncited:
        return list({str(item["id"]): item for item in items.values()}.values())
    return [items[key] for key in manuscript.uncited]


def _keys(citation: Citation) -> list[str]:
    return [cited.id for cited in citation.cites]


def _cluster(read: Read, items: Mapping[str, cite.Item], *, notes: bool) -> Cluster:
    citation = read.citation
    cites = tuple(replace(cited, id=str(items[cited.id]["id"])) for cited in citation.cites)
    if notes and not read.inside:  # the note begins with it
        first = cites[0]
        cites = (replace(first, prefix=first.prefix[:1].upper() + first.prefix[1:]), *cites[1:])
    composite = citation.composite and not (notes and read.inside)
    return Cluster(cites, note=read.note, composite=composite)


def _unprinted(
    trees: Sequence[Tree], manuscript: Manuscript, order: Sequence[Read], style: str
) -> Iterator[CannotCite]:
    for read, tree in zip(order, trees, strict=True):
        suppressed = read.citation.cites[0].suppress_author
        if not cite.printed(tree) and not suppressed:
            line = manuscript.line(read.citation.start)
            yield CannotCite(
                style, read.citation.cites[0].id, f"in line {line:,} the style prints nothing"
            )


def _empty(made: Iterable[tuple[Read, Tree, Tree]], manuscript: Manuscript) -> Iterator[str]:
    """What to say of citations that are nothing without their names, and have none."""
    for read, tree, _ in made:
        if not cite.printed(tree):
            line = manuscript.line(read.citation.start)
            key = read.citation.cites[0].id
            yield f"line {line:,}: nothing is printed for {key!r} without names"


def _lost(bibliography: Bibliography) -> set[str]:
    """The ids of items for which the style prints no entry."""
    silent = {entry.id for entry in bibliography.entries if not cite.printed(entry.tree)}
    return silent | set(bibliography.omitted)


class _Writing:
    """A document whose citations are settled."""

    def __init__(
        self,
        processor: Processor,
        manuscript: Manuscript,
        order: Sequence[Read],
        trees: Sequence[Tree],
    ) -> None:
        self.notes = processor.style.notes
        self.bibliography = processor.bibliography()
        self.manuscript = manuscript
        self.made = list(zip(order, trees, processor.names(), strict=True))

    def markdown(self) -> str:
        """The document as Markdown."""
        printed = {}
        for read, tree, names in self.made:
            inside = self.manuscript.in_line(read.citation)
            apart = self.notes and not read.inside
            text = markdown.write(tree, inside=inside and not apart)
            said = self.printed(read, text, markdown.write(names, inside=inside), tree)
            printed[read.citation.start] = said
        references = markdown.bibliography(self.bibliography).rstrip("\n")
        return writing.write(self.manuscript, printed, references)

    def page(self, language: str) -> str:
        """The document as a page of HTML."""
        printed = {}
        for read, tree, names in self.made:
            keys = escape(" ".join(_keys(read.citation)))
            around = (f'<span class="citation" data-cites="{keys}">', "</span>")
            said = self.printed(read, html.write(tree), html.write(names), tree)
            printed[read.citation.start] = replace(said, around=around)
        signs = page.Signs()
        references = ""
        if self.bibliography.entries:
            entries = html.bibliography(self.bibliography)
            references = signs.put_block(f'<section id="refs">\n{entries}</section>')
        document = writing.write(self.manuscript, printed, references, signs.put, whole=True)
        return page.write(document, self.manuscript, signs, language)

    def printed(self, read: Read, text: str, names: str, tree: Tree) -> Printed:
        """What stands in the place of a citation, and in a note that is made of it."""
        if self.notes and not read.inside:
            return Printed(names, note=text)
        raised = len(tree) == 1 and isinstance(tree[0], Styled) and tree[0].kind == SUPERSCRIPT
        return Printed(text, raised=raised, inside=read.inside and self.notes)
