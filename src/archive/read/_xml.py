"""XML as characters of its source: elements, and where their text and attributes stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from archive import wellformed
from archive.errors import IllFormed
from archive.model.document import Bounds
from archive.read._runs import Run

MOST_TAGS = 400_000
"""The most tags and references of a feed that is read."""

_TOKEN = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>"
    r"|</(?P<end>[^\s>]+)\s*>"
    r"|<(?P<start>[^\s/>]+)(?P<attributes>(?:[^\"'/>]++|\"[^\"]*\"|'[^']*')*+)(?P<empty>/)?>"
    r"|(?P<text>[^<]+)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DECLARATION = re.compile(r"\A<\?xml\s.*?\?>", re.DOTALL)
_REFERENCE = re.compile(r"&(#[xX]?)?([A-Za-z0-9]+);")
_NAMED = MappingProxyType({"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"})
_LINE_END = re.compile(r"\r\n?")


@dataclass(slots=True)
class Element:
    """An element.

    Attributes:
        namespace: its address; empty if it has none.
        name: without a prefix.
        attributes: where the value of each stands; names as they are written.
        inner: where its content stands, from behind its start tag to its end tag.
        children: the elements in it.
        texts: where its own text stands, piece by piece, and whether a piece is literal (CDATA).
    """

    namespace: str
    name: str
    attributes: dict[str, Bounds]
    inner: Bounds
    children: list[Element] = field(default_factory=list)
    texts: list[tuple[Bounds, bool]] = field(default_factory=list)


def parse(markup: str) -> Element:
    """The outermost element of a document.

    Raises:
        IllFormed: it is not well formed, or is not read from outside (``wellformed.parse``).
    """
    if markup.count("<") + markup.count("&") > MOST_TAGS:
        raise IllFormed(f"it has more than {MOST_TAGS:,} tags and references")
    blank = _DECLARATION.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), markup)
    wellformed.parse(blank.encode("utf-8", "replace"))
    return _tree(markup)


def _tree(markup: str) -> Element:
    top = Element("", "", {}, (0, len(markup)))
    open_elements, scopes = [top], [dict[str, str]()]
    for token in _TOKEN.finditer(markup):
        parent = open_elements[-1]
        if token["text"] is not None:
            parent.texts.append((token.span("text"), False))
        elif token["cdata"] is not None:
            parent.texts.append((token.span("cdata"), True))
        elif token["end"] is not None:
            closed = open_elements.pop()
            closed.inner = closed.inner[0], token.start()
            scopes.pop()
        elif token["start"] is not None:
            element, scope = _element(token, markup, scopes[-1])
            parent.children.append(element)
            if not token["empty"]:
                open_elements.append(element)
                scopes.append(scope)
    return top.children[0]


def _element(
    token: re.Match[str], markup: str, scope: dict[str, str]
) -> tuple[Element, dict[str, str]]:
    given: dict[str, Bounds] = {}
    for found in _ATTRIBUTE.finditer(markup, *token.span("attributes")):
        given[found[1]] = found.span(2 if found[2] is not None else 3)
    spaces = {name[6:]: value for name, value in given.items() if name.startswith("xmlns")}
    if spaces:
        scope = scope | {name: markup[slice(*value)] for name, value in spaces.items()}
    prefix, _, name = token["start"].rpartition(":")
    return Element(scope.get(prefix, ""), name, given, (token.end(), token.end())), scope


def text(markup: str, element: Element) -> list[Run]:
    """What an element says itself, its references resolved; places count in the markup."""
    return [run for bounds, literal in element.texts for run in _runs(markup, bounds, literal)]


def attribute(markup: str, element: Element, name: str) -> list[Run]:
    """What an attribute says; empty if there is none."""
    bounds = element.attributes.get(name)
    return list(_runs(markup, bounds, literal=False)) if bounds else []


def _runs(markup: str, bounds: Bounds, literal: bool) -> Iterator[Run]:
    place, end = bounds
    while place < end:
        reference = None if literal else _REFERENCE.search(markup, place, end)
        stop = reference.start() if reference else end
        if place < stop:
            yield from _lines(markup, place, stop)
        if reference:
            yield _character(reference), reference.start(), reference.end()
            stop = reference.end()
        place = stop


def _lines(markup: str, place: int, end: int) -> Iterator[Run]:
    """Characters as they stand; a line end of two characters is one LF."""
    for match in _LINE_END.finditer(markup, place, end):
        if place < match.start():
            yield markup[place : match.start()], place, match.start()
        yield "\n", match.start(), match.end()
        place = match.end()
    if place < end:
        yield markup[place:end], place, end


def _character(reference: re.Match[str]) -> str:
    if not reference[1]:
        return _NAMED[reference[2]]
    return chr(int(reference[2], 16 if len(reference[1]) == 2 else 10))
