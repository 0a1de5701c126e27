"""Our engine, answering the jobs of the peer; ``peer.cjs`` says what a job and an answer are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from archive.cite.csl import writers
from archive.cite.csl.clusters import Cite, Cluster
from archive.cite.csl.position import Position, positions
from archive.cite.csl.processor import Bibliography, Filter, Processor
from archive.cite.csl.style import Style
from archive.cite.csl.tree import Tree, plant
from archive.cite.csl.writers import html

Cites = Iterable[Mapping[str, Any]]
Write = Callable[[Tree], str]

_TAG = re.compile(r"<[^>]*>")


def ask(job: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to one job; what the engine raises, goes through."""
    write = _writer(job.get("format", "text"))
    items = list({str(item["id"]): item for item in job["items"]}.values())
    processor = Processor(Style(job["style"].encode(), job.get("locale")), items, _listed(job))
    found: dict[str, Any] = {}
    if "clusters" in job:
        found["clusters"] = [write(_loose(processor, cites)) for cites in job["clusters"]]
    if "document" in job:
        for place in job["document"]:
            processor.append(_cluster(place["cites"], place["note"]))
        found["citations"] = [write(tree) for tree in processor.citations()]
    if "calls" in job:
        found["citations"], found["changed"] = _called(processor, job["calls"], write)
    if job.get("bibliography"):
        section = None if job["bibliography"] is True else job["bibliography"]
        bibliography = processor.bibliography(filtering(section) if section else None)
        made = [(entry.id, write(entry.tree)) for entry in bibliography.entries]
        if job.get("header"):
            found["header"] = _header(bibliography, made)
            made = [(id_, f'  <div class="csl-entry">{text}</div>\n') for id_, text in made]
        found["bibliography"] = made
    return found


def _writer(form: str) -> Write:
    """What writes as citeproc-js does."""
    return partial(html.write, bare=True) if form == "html" else writers.load(form).write


def cited(style: Path, items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Every item cited once in a document, and the bibliography: what benchmarks measure."""
    processor = Processor(Style(style), items)
    for item in items:
        processor.append(Cluster((Cite(item["id"]),)))
    write = writers.load("text").write
    citations = [write(tree) for tree in processor.citations()]
    entries = [(entry.id, write(entry.tree)) for entry in processor.bibliography().entries]
    return {"clusters": citations, "bibliography": entries}


def _listed(job: Mapping[str, Any]) -> list[str]:
    """The ids that are in the bibliography without being cited."""
    if "registered" in job:
        lists = job["registered"]
        return [str(id_) for id_ in lists[-1]] if lists else []
    return [] if "calls" in job else [str(item["id"]) for item in job["items"]]


# -- clusters ----------------------------------------------------------------------------------


def _cite(given: Mapping[str, Any]) -> Cite:
    return Cite(
        str(given["id"]),
        locator=str(given.get("locator", "")),
        label=given.get("label") or "page",
        prefix=given.get("prefix", ""),
        suffix=given.get("suffix", ""),
        suppress_author=bool(given.get("suppress-author")),
        author_only=bool(given.get("author-only")),
    )


def _cluster(cites: Cites, note: int, mode: str = "") -> Cluster:
    """A cluster; ``mode`` is what citeproc-js calls so: the first cite without its names, ..."""
    given = [dict(cite) for cite in cites]
    if mode in ("author-only", "suppress-author") and given:
        given[0][mode] = True
    return Cluster(tuple(map(_cite, given)), note=note, composite=mode == "composite")


def _loose(processor: Processor, cites: Cites) -> Tree:
    """A cluster that stands in no document: its cites say where they stand, or stand first.

    citeproc-js sorts them, but does not bring those with the same names together.
    """
    given = list(cites)
    cluster = _cluster(given, 0)
    places = dict(zip(cluster.cites, map(_position, given), strict=True))
    entries = processor._settled()
    ordered = cluster
    if processor.style.citation is not None and len(given) > 1:
        ordered = replace(cluster, cites=processor._sort(cluster.cites, entries, "citation"))
    text = processor._citation(ordered, [places[cite] for cite in ordered.cites], entries)
    return plant(text, processor.style.quotes)


def _position(given: Mapping[str, Any]) -> Position:
    return Position(
        int(given.get("position") or 0),
        bool(given.get("near-note")),
        int(given.get("first-reference-note-number") or 0),
    )


def _called(
    processor: Processor, calls: Sequence[Any], write: Write
) -> tuple[list[str], list[int]]:
    """The document after the calls, and the places of what the last of them may have changed.

    citeproc-js prints again what was called, what looks different, and what cites an item that is
    settled otherwise than before, even if it comes out the same.
    """
    clusters: dict[str, Cluster] = {}
    before: dict[str, str] = {}
    texts: dict[str, str] = {}
    settled: dict[tuple[str, str], Any] = {}
    unlike: set[str] = set()
    name = ""
    for number, (citation, ahead, behind) in enumerate(calls):
        name = str(citation.get("citationID", f"call {number}"))
        properties = citation.get("properties") or {}
        note, mode = properties.get("noteIndex") or 0, properties.get("mode", "")
        clusters[name] = _cluster(citation["citationItems"], note, mode)
        order = [*ahead, (name, note), *behind]
        clusters = {each: _renumbered(clusters[each], note) for each, note in order}
        _document(processor, clusters.values())
        before, texts = texts, dict(zip(clusters, map(write, processor.citations()), strict=True))
        earlier, settled = settled, _state(processor, clusters)
        unlike = {key[0] for key, state in settled.items() if earlier.get(key, state) != state}
    changed = [
        n
        for n, (each, text) in enumerate(texts.items())
        if before.get(each) != text
        or each == name
        or unlike.intersection(cite.id for cite in clusters[each].cites)
    ]
    return list(texts.values()), changed


def _state(processor: Processor, names: Iterable[str]) -> dict[tuple[str, str], Any]:
    """What is settled about each item, and about each cite: the note that it points back to."""
    entries = processor._settled()
    found: dict[tuple[str, str], Any] = {
        (id_, ""): (
            entry.number if processor.style.numeric else 0,
            *(entry.names, entry.givens, entry.condition, entry.suffix),
        )
        for id_, entry in entries.items()
    }
    ordered = [processor._sorted(cluster) for cluster in processor.clusters]
    for name, cluster, places in zip(names, ordered, positions(ordered, 5), strict=True):
        for cite, place in zip(cluster.cites, places, strict=True):
            found[cite.id, name] = place.first_note
    return found


def _renumbered(cluster: Cluster, note: int) -> Cluster:
    return Cluster(cluster.cites, note, cluster.composite)


def _document(processor: Processor, clusters: Iterable[Cluster]) -> None:
    for _ in processor.clusters:
        processor.remove(0)
    for cluster in clusters:
        processor.append(cluster)


# -- bibliographies ----------------------------------------------------------------------------


def filtering(section: Mapping[str, Any]) -> Filter:
    """The filter that citeproc-js's description of one means.

    ``include`` takes what meets one of its conditions, ``select`` what meets all, ``exclude``
    leaves out what meets one; ``quash`` leaves out what meets all of its own.
    """

    def met(name: str, item: Mapping[str, Any]) -> list[bool]:
        return [_meets(each["value"], item.get(each["field"])) for each in section.get(name, ())]

    def keep(item: Mapping[str, Any]) -> bool:
        if "include" in section:
            kept = any(met("include", item))
        elif "exclude" in section:
            kept = not any(met("exclude", item))
        else:
            kept = all(met("select", item))
        return kept and not ("quash" in section and all(met("quash", item)))

    return keep


def _meets(wanted: object, value: object) -> bool:
    if isinstance(wanted, bool) or not wanted:
        return bool(value) == bool(wanted)
    if isinstance(value, list):
        return wanted in value
    return value == wanted


def _header(bibliography: Bibliography, entries: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """What citeproc-js tells about a bibliography, by its names for it."""
    align = bibliography.second_field_align
    widths = [len(_TAG.sub("", text.split("</div>")[0])) for _, text in entries if align]
    found: dict[str, Any] = {
        "bibend": "</div>",
        "bibliography_errors": [],
        "bibstart": '<div class="csl-bib-body">\n',
        "done": True,
        "entry_ids": [[id_] for id_, _ in entries],
        "entryspacing": bibliography.entry_spacing,
        "linespacing": bibliography.line_spacing,
        "maxoffset": max(widths, default=0),
        "second-field-align": align or False,
    }
    return found | ({"hangingindent": 2} if bibliography.hanging_indent else {})
