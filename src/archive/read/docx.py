"""DOCX: the text of a document of Word, its links, and what its properties say.

Its parts are packed in a ZIP, so the bytes that a character comes from are those of the whole
part. Nothing is unpacked to disk.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import groupby

from archive.errors import Malformed, NothingPrinted
from archive.model.document import Bounds, Document, Heading, Link, Origin, Part, Told
from archive.read import Reader
from archive.read._decode import readable
from archive.read._wordprocessing import (
    Element,
    Paragraph,
    local,
    notes,
    paragraphs,
    ranks,
)
from archive.read._zipped import Package

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KIND = "DOCX document"
_MAIN = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_MOST_NOTES = 3  # footnotes that are printed under the text; more are a scholar's, and told


def read(data: bytes) -> Document:
    """Read a document of Word.

    Paragraphs are parted by a blank line, soft breaks stay line ends. Up to three footnotes stand
    under the text; more, and the core properties, are told (``docx:footnote``, ``docx:creator``).

    Raises:
        InputError: it is no DOCX, is too large when unpacked, or there is no text in it.
    """
    package = Package(data)
    main = _main(package)
    body = package.xml(main)
    if body is None:
        raise Malformed(_KIND, f"it has no {main}")
    folder, name = posixpath.split(main)
    relations = f"{folder}/_rels/{name}.rels"
    ranked = ranks(package.xml(f"{folder}/styles.xml"))
    found = [(main, p) for p in paragraphs(body, ranked, dict(_targets(package, relations)))]
    foot = list(_notes(package, folder))
    printed = [*found, *foot] if len(foot) <= _MOST_NOTES else found
    if not printed:
        raise NothingPrinted(_KIND)
    told = [("docx:footnote", p.text, part) for part, p in foot[len(printed) - len(found) :]]
    return _Writing(package, data).document(printed, [*told, *_properties(package)], relations)


class _Writing:
    """The reading text, and where its pieces come from."""

    def __init__(self, package: Package, data: bytes) -> None:
        self._package, self._data = package, data
        self._pieces: list[str] = []
        self._sources: list[tuple[int, str]] = []
        self._length = 0

    def document(
        self,
        printed: list[tuple[str, Paragraph]],
        told: list[tuple[str, str, str]],
        relations: str,
    ) -> Document:
        headings: list[Heading] = []
        anchors: list[tuple[Bounds, str]] = []
        highest = min((p.rank for _, p in printed if p.rank), default=1)
        for part, paragraph in printed:
            start, end = self._put("\n\n", paragraph.text, part)
            if paragraph.rank:
                headings.append(Heading(paragraph.rank - highest + 1, (start, end)))
            anchors += [((start + a, start + b), target) for (a, b), target in paragraph.links]
        whole = (0, self._length)
        links = tuple(
            Link(anchor, self._put("\n", target, relations)) for anchor, target in anchors
        )
        said = tuple(
            Told(name, self._put("\n", " ".join(value.split()), part)) for name, value, part in told
        )
        text = readable("".join(self._pieces))
        return Document(
            text=text,
            source=sha256(self._data).hexdigest(),
            encoding="utf-8",
            media_type=MEDIA_TYPE,
            parts=(Part(whole, said),) if whole[1] < len(text) else (),
            links=links,
            headings=tuple(headings),
            origins=self._origins(),
        )

    def _put(self, before: str, text: str, part: str) -> Bounds:
        before = before if self._length else ""
        self._pieces += [before, text]
        start = self._length + len(before)
        self._sources.append((self._length, part))
        self._length = start + len(text)
        return start, self._length

    def _origins(self) -> tuple[Origin, ...]:
        runs = [next(group) for _, group in groupby(self._sources, key=lambda source: source[1])]
        return tuple(Origin(start, *self._package.place(part)) for start, part in runs)


def _main(package: Package) -> str:
    """The name of the part that holds the text."""
    for kind, target in _related(package, "_rels/.rels"):
        if kind.endswith("/officeDocument"):
            return posixpath.normpath(target.lstrip("/"))
    return _MAIN


def _related(package: Package, name: str) -> Iterator[tuple[str, str]]:
    relations = package.xml(name)
    for relation in relations if relations is not None else ():
        yield relation.get("Type", ""), relation.get("Target", "")


def _targets(package: Package, name: str) -> Iterator[tuple[str, str]]:
    """The addresses outside that a part leads to, by the ids of its relationships."""
    relations = package.xml(name)
    for relation in relations if relations is not None else ():
        target = "".join(relation.get("Target", "").split())
        if relation.get("TargetMode") == "External" and target:
            yield relation.get("Id", ""), target


def _notes(package: Package, folder: str) -> Iterator[tuple[str, Paragraph]]:
    """Footnotes and endnotes, each as one paragraph, with the part that they stand in."""
    none: Mapping[str, str] = {}
    for name in (f"{folder}/footnotes.xml", f"{folder}/endnotes.xml"):
        for note in notes(package.xml(name)):
            text = " ".join(p.text.strip() for p in paragraphs(note, {}, none))
            if text:
                yield name, Paragraph(text)


def _properties(package: Package) -> Iterator[tuple[str, str, str]]:
    """The core properties: name, value, part."""
    core: Element | None = package.xml(_PROPERTIES)
    for entry in core if core is not None else ():
        if entry.text and entry.text.strip():
            yield f"docx:{local(entry)}", entry.text, _PROPERTIES


FORMAT = Reader(title="DOCX", extensions=(".docx",), media_types=(MEDIA_TYPE,), read=read)
