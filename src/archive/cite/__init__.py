"""CSL-JSON and a style in, formatted citations out. Knows no record.

Which engine formats is settled here and nowhere else: our own (``archive.cite.csl``), or for a
bibliography also citeproc-py (``archive.cite.citeproc_py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from archive.cite.csl import locales, styles
from archive.errors import CannotCite, UnknownName

if TYPE_CHECKING:
    from archive.cite.csl import Bibliography, Cluster, Processor
    from archive.cite.csl.tree import Tree

Item = Mapping[str, Any]  # a CSL-JSON item

ENGINES = ("archive", "citeproc-py")
#: Locales of guides whose styles name none: Cite Them Right is British.
HOME = {"harvard-cite-them-right": "en-GB"}


@dataclass(frozen=True)
class References:
    """A bibliography, printed.

    Attributes:
        bibliography: the entries in the order of the style, and how they are set.
        failures: what could not be printed; those items are not among the entries.
        warnings: what was asked for and done otherwise.
    """

    bibliography: Bibliography
    failures: list[CannotCite] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def write(self, form: str) -> str:
        """The whole of it in one form (``archive.cite.csl.writers``), its last line ended."""
        from archive.cite.csl import writers  # late: only what is written is imported

        return writers.load(form).bibliography(self.bibliography)

    def entries(self, form: str) -> list[str]:
        """Each entry by itself, as it would stand in a line."""
        from archive.cite.csl import writers  # late: as above

        write = writers.load(form).write
        return [write(entry.tree) for entry in self.bibliography.entries]


def references(
    items: Sequence[Item], style: str, locale: str | None = None, engine: str = "archive"
) -> References:
    """The bibliography of all items.

    Args:
        items: CSL-JSON items, each with an ``id`` of its own and a ``type``.
        style: a name, an alias, or the path of a ``.csl`` file (``styles.resolve``). Of a style
            that has no bibliography, each entry is the note of a first citation.
        locale: ``en-GB``, or a language (``de``); the style's own if not given.
        engine: one of ``ENGINES``. citeproc-py keeps the order given.

    Raises:
        UnknownName: no such style; the hint names the nearest.
        BadStyle: the style is broken; the error names the place in it.
        BadItem: an item is not CSL-JSON.
    """
    if engine == "citeproc-py":
        return _by_citeproc_py(items, style, locale)
    processor, warnings = begin(items, style, locale)
    listed = _notes(processor) if processor.style.bibliography is None else processor.bibliography()
    made = [entry for entry in listed.entries if printed(entry.tree)]
    shown = {entry.id for entry in made}
    silent = [entry.id for entry in listed.entries if entry.id not in shown]
    failures = [
        CannotCite(style, id_, "the style prints nothing for it")
        for id_ in (*silent, *listed.omitted)
    ]
    return References(listed._replace(entries=tuple(made)), failures, warnings)


def begin(
    items: Iterable[Item], style: str, locale: str | None = None
) -> tuple[Processor, list[str]]:
    """A document in a style, and warnings. Raises as ``references`` does."""
    from archive.cite.csl import Processor, Style  # late: listing styles does without

    own, warnings = locale_for(style, locale)
    return Processor(Style(style, own), items), warnings


def citations(
    items: Iterable[Item], clusters: Sequence[Cluster], style: str, locale: str | None = None
) -> tuple[list[Tree], list[str]]:
    """What is printed for clusters of cites, in the order of a document, and warnings.

    Raises as ``references`` does, and:
        CannotCite: the style prints nothing for a cluster.
    """
    processor, warnings = begin(items, style, locale)
    for number, cluster in enumerate(clusters, 1):
        note = number if processor.style.notes else 0
        processor.append(replace(cluster, note=note, composite=cluster.composite and not note))
    made = processor.citations()
    for cluster, tree in zip(clusters, made, strict=True):
        if not printed(tree):
            raise CannotCite(style, cluster.cites[0].id, "the style prints nothing for it")
    return made, warnings


def locale_for(style: str, asked: str | None) -> tuple[str, list[str]]:
    """The locale that a style is printed in, and a warning if it is not the one asked for.

    Raises ``UnknownName`` and ``BadStyle`` as ``references`` does.
    """
    found = styles.resolve(style)
    if not asked:
        return locales.of_style(found.locale or HOME.get(found.path.stem, "")), []
    try:
        return locales.resolve(asked), []
    except UnknownName as unknown:
        used = locales.of_style(asked)
        return used, [f"{unknown}; {used} is used instead"]


def _notes(processor: Processor) -> Bibliography:
    """The note of a first citation for each item, by a style that has no bibliography."""
    from archive.cite.csl import Bibliography, BibliographyEntry, Cite, Cluster

    ids = list(processor.items)
    for number, id_ in enumerate(ids, 1):
        processor.append(Cluster((Cite(id_),), note=number))
    trees = processor.citations()
    return Bibliography(tuple(map(BibliographyEntry, ids, trees)))


def printed(tree: Tree) -> bool:
    """Whether a style prints anything for an item or a cluster."""
    from archive.cite.csl.processor import NO_PRINTED_FORM
    from archive.cite.csl.tree import text_of

    text = text_of(tree)
    return bool(text.strip()) and NO_PRINTED_FORM not in text


def _by_citeproc_py(items: Sequence[Item], style: str, locale: str | None) -> References:
    from archive.cite.citeproc_py.guard import bibliography  # late: it takes its time
    from archive.cite.csl import Bibliography

    own, warnings = locale_for(style, locale)
    made, failures = (
        bibliography(items, styles.resolve(style), own) if items else (Bibliography(()), [])
    )
    return References(made, failures, warnings)
