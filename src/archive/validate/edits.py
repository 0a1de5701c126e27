"""Changes of a record.xml at their places in its bytes; all other bytes stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from archive.tei.xml import Element
from archive.validate.places import TAGS
from archive.validate.subject import Subject

_ATTRIBUTE = re.compile(rb"""\s([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Bytes in the place of others.

    Attributes:
        start: the first byte that goes, counted from 0.
        end: the first byte that stays again; ``start`` if nothing goes.
        new: what comes there.
    """

    start: int
    end: int
    new: bytes = b""


@dataclass(frozen=True, slots=True)
class Extent:
    """Where an element stands in its file.

    Attributes:
        start: of its start tag.
        inside: where its content begins.
        close: where its content ends.
        end: behind its end tag.
    """

    start: int
    inside: int
    close: int
    end: int


def edited(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with edits made, none of which touches another."""
    parts, reached = [], 0
    for edit in sorted(edits):
        parts += [xml[reached : edit.start], edit.new]
        reached = edit.end
    return b"".join([*parts, xml[reached:]])


def extent(subject: Subject, element: Element) -> Extent:
    """Where an element stands."""
    xml, start, depth = subject.target.xml, subject.places.start(element), 0
    inside = 0
    for tag in TAGS.finditer(xml, start):
        inside = inside or tag.end()
        if tag[1]:
            depth += not tag[1].endswith(b"/>")
        elif tag[0].startswith(b"</"):
            depth -= 1
        if not depth:
            close = max(inside, tag.start())
            return Extent(start, inside, close, tag.end())
    raise ValueError(f"{element.tag} has no end")


def content(subject: Subject, element: Element, text: str) -> Iterator[Edit]:
    """Give an element another text; nothing, if it holds more than text."""
    if len(element) == 0 and element.text:
        there = extent(subject, element)
        yield Edit(there.inside, there.close, escape(text).encode())


def attribute(subject: Subject, element: Element, name: str, value: str) -> Iterator[Edit]:
    """Give an attribute, which is there by that name in the file, another value."""
    there = extent(subject, element)
    tag = subject.target.xml[there.start : there.inside]
    new = f'"{escape(value, {chr(34): "&quot;"})}"'.encode()
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == name.encode():
            start = there.start + found.start(2)
            yield Edit(start, start + len(found[2]), new)
