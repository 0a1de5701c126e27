"""A document: the clusters of cites in it, and its bibliography."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from archive.cite.csl import disambiguation, punctuation, rich_text, sorting
from archive.cite.csl import items as items_
from archive.cite.csl.cite_grouping import Rendered, join
from archive.cite.csl.clusters import Cite, Cluster
from archive.cite.csl.collation import collator
from archive.cite.csl.context import Context, Entry
from archive.cite.csl.layout import capitalise
from archive.cite.csl.position import Position, positions
from archive.cite.csl.reference_grouping import Predecessor
from archive.cite.csl.style import Style
from archive.cite.csl.style_file import CSL
from archive.cite.csl.tree import Tree, plant
from archive.errors import UnknownName

Filter = Callable[[Mapping[str, Any]], bool]

#: What stands where a style prints nothing for an item, as in citeproc-js.
NO_PRINTED_FORM = "[CSL STYLE ERROR: reference with no printed form.]"


class BibliographyEntry(NamedTuple):
    """One entry: the id of its item, and what is printed."""

    id: str
    tree: Tree


class Bibliography(NamedTuple):
    """The entries in order, and how the style wants them set (CSL 1.0.2, "Whitespace").

    Attributes:
        hanging_indent: whether all lines of an entry but the first are indented.
        second_field_align: ``flush``, ``margin``, or empty.
        entry_spacing, line_spacing: in units of a line's height.
        omitted: ids of items for which the style prints nothing.
    """

    entries: tuple[BibliographyEntry, ...]
    hanging_indent: bool = False
    second_field_align: str = ""
    entry_spacing: int = 1
    line_spacing: int = 1
    omitted: tuple[str, ...] = ()


class Processor:
    """Citations and bibliography of one document in one style.

    Args:
        style: as compiled.
        items: CSL-JSON items; each has an ``id`` of its own.
        uncited: ids of items that the bibliography lists though nothing cites them; None for
            all items as long as there are no clusters, and for none after that.

    Raises:
        BadItem: an item is not CSL-JSON: which, which variable, and what is wanted.
        UnknownName: an id that no item has.
    """

    def __init__(
        self,
        style: Style,
        items: Iterable[Mapping[str, Any]],
        uncited: Iterable[str] | None = None,
    ) -> None:
        self.style = style
        self.items = items_.read(items, style.read_text, english=style.locale.english)
        self._clusters: list[Cluster] = []
        self._uncited = None if uncited is None else [self._known(id_) for id_ in uncited]
        self._entries: dict[str, Entry] | None = None
        self._order: list[str] = []

    # -- the clusters of the document

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The clusters in document order."""
        return tuple(self._clusters)

    def append(self, cluster: Cluster) -> None:
        """Put a cluster at the end."""
        self.insert(len(self._clusters), cluster)

    def insert(self, place: int, cluster: Cluster) -> None:
        """Put a cluster before the one at ``place``."""
        self._check(cluster)
        self._clusters.insert(place, cluster)

    def replace(self, place: int, cluster: Cluster) -> None:
        """Put a cluster where another was."""
        self._check(cluster)
        self._clusters[place] = cluster

    def remove(self, place: int) -> None:
        """Take a cluster out."""
        del self._clusters[place]
        self._entries = None

    def _check(self, cluster: Cluster) -> None:
        for cite in cluster.cites:
            self._known(cite.id)
        self._entries = None

    def _known(self, id_: str) -> str:
        if id_ not in self.items:
            raise UnknownName("item", id_, self.items, "archive list")
        return id_

    # -- what is printed

    def citations(self) -> list[Tree]:
        """What is printed for each cluster, in document order; notes end as the style has it."""
        entries, quotes = self._settled(), self.style.quotes
        return [
            plant(self._citation(cluster, places, entries), quotes)
            for cluster, places in self._placed()
        ]

    def names(self) -> list[Tree]:
        """What each composite cluster prints in the running text: the names of its first cite.

        In a style of notes this is all that stands there, and ``citations`` has the note; in any
        other style ``citations`` has both. Empty for other clusters, and where the style prints no
        names in citations.
        """
        entries, quotes = self._settled(), self.style.quotes
        return [
            plant(self._names(cluster.cites[0], places[0], entries), quotes)
            if cluster.composite and cluster.cites
            else ()
            for cluster, places in self._placed()
        ]

    def bibliography(self, filter: Filter | None = None) -> Bibliography:
        """The bibliography; no entries if the style has none.

        Args:
            filter: whether an item, as it was given, has a place in it; None for all. Numbers and
                what tells entries apart stay those of the whole bibliography.
        """
        element = self.style.bibliography
        if element is None:
            return Bibliography(())
        entries = self._settled()
        quotes, in_quotes = self.style.quotes, self.style.locale.punctuation_in_quote
        predecessor = _predecessor(element)
        made, omitted = [], []
        for id_ in self._order:
            if filter and not filter(self.items[id_].raw):
                continue
            c = self._context(id_, entries[id_], Cite(id_), listed=True)
            if predecessor:
                predecessor.next_entry()
                c.predecessor = predecessor
            text = self.style.layout("bibliography", c.item.type).entry(c)
            text = capitalise(text, str(entries[id_].number))
            text = punctuation.settle(text, in_quotes, self.style.notes)
            text = text if text.strip() else ""
            if not text and not self.style.numeric:
                omitted.append(id_)
            else:
                made.append(BibliographyEntry(id_, plant(text or NO_PRINTED_FORM, quotes)))
        return Bibliography(
            tuple(made),
            omitted=tuple(omitted),
            hanging_indent=element.get("hanging-indent") == "true",
            second_field_align=element.get("second-field-align", ""),
            entry_spacing=int(element.get("entry-spacing", "1")),
            line_spacing=int(element.get("line-spacing", "1")),
        )

    # -- what the document settles

    def _settled(self) -> dict[str, Entry]:
        """The entry of each item of the bibliography, numbered and told apart."""
        if self._entries is None:
            listed = self._listed()
            entries = {id_: Entry() for id_ in listed}
            for cluster in reversed(self._clusters):
                for cite in cluster.cites:
                    entries[cite.id].note = cluster.note
            self._number(listed, entries)
            cited = disambiguation.compare(
                self.style, [(self.items[id_], entries[id_]) for id_ in listed]
            )
            self._order = self._in_order(listed, entries)
            self._number(self._order, entries)
            if cited:
                by_id = {each.item.id: each for each in cited}
                disambiguation.disambiguate(self.style, [by_id[id_] for id_ in self._order])
            self._entries = entries
        return self._entries

    def _listed(self) -> list[str]:
        """The items of the bibliography: those cited, in order, and those that are not."""
        uncited = self._uncited
        if uncited is None:
            uncited = [] if self._clusters else list(self.items)
        cited = (cite.id for cluster in self._clusters for cite in cluster.cites)
        return list(dict.fromkeys([*cited, *uncited]))

    @staticmethod
    def _number(ids: Sequence[str], entries: Mapping[str, Entry]) -> None:
        for number, id_ in enumerate(ids, 1):
            entries[id_].number = number

    def _in_order(self, ids: list[str], entries: Mapping[str, Entry]) -> list[str]:
        if self.style.bibliography is None:
            return ids
        cites = (Cite(id_) for id_ in ids)
        return [cite.id for cite in self._sort(cites, entries, "bibliography")]

    def _sort(
        self, cites: Iterable[Cite], entries: Mapping[str, Entry], area: str
    ) -> tuple[Cite, ...]:
        """The cites in the order of the keys of ``citation`` or ``bibliography``."""
        layout = self.style.layout
        contexts = [
            self._key_context(cite, entries[cite.id], listed=area == "bibliography")
            for cite in cites
        ]
        ordered = sorting.order(contexts, lambda c: layout(area, c.item.type).keys)
        return tuple(c.cite for c in ordered)

    def _key_context(self, cite: Cite, entry: Entry, *, listed: bool) -> Context:
        c = Context(self.items[cite.id], entry, cite, listed=listed)
        c.sorting = True
        return c

    def _sorted(self, cluster: Cluster) -> Cluster:
        """The cluster with its cites in the order that the style wants."""
        entries = self._settled()
        if len(cluster.cites) < 2 or self.style.citation is None or cluster.composite:
            return cluster
        cites = self._sort(cluster.cites, entries, "citation")
        if self.style.groups_cites and self.style.citation.find(f"{CSL}sort") is not None:
            cites = self._grouped(cites, entries)
        return replace(cluster, cites=cites)

    def _grouped(self, cites: Sequence[Cite], entries: Mapping[str, Entry]) -> tuple[Cite, ...]:
        """Cites with the same names together, in the place of the first of them.

        Groups whose first cites have the same first key stand in the order of the names.
        """
        groups: dict[str | None, list[Cite]] = {}
        for cite in cites:
            c = self._context(cite.id, entries[cite.id], Cite(cite.id))
            self.style.layout("citation", c.item.type).text(c)
            groups.setdefault(c.creators, []).append(cite)
        collate = collator(self.style.locale.language)
        names = {group[0]: collate(names or "") for names, group in groups.items()}
        layout = self.style.layout

        def keys(c: Context) -> list[sorting.Key]:
            first = layout("citation", c.item.type).keys[0]
            return [first, sorting.Key(lambda c: names[c.cite], False)]

        heads = [self._key_context(cite, entries[cite.id], listed=False) for cite in names]
        by_head = {group[0]: group for group in groups.values()}
        return tuple(cite for c in sorting.order(heads, keys) for cite in by_head[c.cite])

    def _placed(self) -> Iterator[tuple[Cluster, list[Position]]]:
        """Each cluster as it is printed, and where its cites stand; in document order."""
        ordered = [self._sorted(cluster) for cluster in self._clusters]
        distance = int(self.style.option("near-note-distance", "5"))
        return zip(ordered, positions(ordered, distance), strict=True)

    # -- one citation

    def _citation(
        self, cluster: Cluster, places: Sequence[Position], entries: Mapping[str, Entry]
    ) -> str:
        if self.style.citation is None or not cluster.cites:
            return ""
        if cluster.composite and (names := self._names(cluster.cites[0], places[0], entries)):
            cites = (replace(cluster.cites[0], suppress_author=True), *cluster.cites[1:])
            apart = replace(cluster, cites=cites, composite=False)
            text = self._citation(apart, places, entries)
            return text if self.style.notes else f"{names} {text}".rstrip()
        rendered = [
            self._render(cite, place, entries[cite.id])
            for cite, place in zip(cluster.cites, places, strict=True)
        ]
        layout = self.style.layout("citation", rendered[0].c.item.type)
        if rendered[0].cite.author_only:
            return self._settle(rendered[0].c.creators or rendered[0].text)
        text = join(rendered, self.style, layout.delimiter)
        if not text:
            text = "" if cluster.cites[0].suppress_author else NO_PRINTED_FORM
        return self._settle(layout.enclose(text)) if text else ""

    def _names(self, cite: Cite, place: Position, entries: Mapping[str, Entry]) -> str:
        """The names of a cite as the running text has them; empty if none are printed."""
        if self.style.citation is None:
            return ""
        bare = Cite(cite.id, author_only=True)
        return self._settle(self._render(bare, place, entries[cite.id]).c.creators or "")

    def _settle(self, text: str) -> str:
        in_quotes, nested = self.style.locale.punctuation_in_quote, self.style.notes
        return punctuation.settle(capitalise(text), in_quotes, nested)

    def _render(self, cite: Cite, place: Position, entry: Entry) -> Rendered:
        def rendered(collapsed: bool, suffix: str) -> tuple[Context, str]:
            c = self._context(cite.id, entry, cite)
            c.position, c.near, c.first_note = place.position, place.near, place.first_note
            c.collapsed, c.suffix = collapsed, suffix
            return c, self.style.layout("citation", c.item.type).text(c)

        c, text = rendered(False, disambiguation.year_suffix(entry))
        return Rendered(c, text, lambda collapsed, suffix: rendered(collapsed, suffix)[1])

    def _context(self, id_: str, entry: Entry, cite: Cite, *, listed: bool = False) -> Context:
        c = Context(self.items[id_], entry, cite, listed=listed)
        c.suffix = disambiguation.year_suffix(entry)
        return c


def _predecessor(element: Any) -> Predecessor | None:
    substitute = element.get("subsequent-author-substitute")
    if substitute is None:
        return None
    rule = element.get("subsequent-author-substitute-rule", "complete-all")
    return Predecessor(rich_text.affix(substitute), rule)
