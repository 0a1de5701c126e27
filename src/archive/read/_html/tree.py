"""The elements of a page, and the lines that are printed in them.

Elements end as in a browser where that decides which text stands together: a ``<div>`` ends an
open ``<p>``, a ``<td>`` the one before, and no end tag reaches out of a cell of a table. Nothing
recurses, and no element is looked for among all that are open: the time is that of the markup.

Source: https://html.spec.whatwg.org/multipage/parsing.html#tree-construction
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from archive.model.document import Bounds
from archive.read._html.labels import Label, label, name_set
from archive.read._html.tokens import Kind, Token, attributes, tokens

_BLOCKS = name_set(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li listing "
    "main menu nav noscript ol option p pre section select summary table tbody td template tfoot "
    "th thead tr ul xmp"
)
_VOID = name_set(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr"
)
_CELLS = frozenset({"td", "th", "caption"})
_ROWS = frozenset({"tr", "tbody", "thead", "tfoot"})
_ITEMS = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "option": frozenset({"option"}),
}
_CLOSE = frozenset({"li", "dt", "dd", "option", "tr"})  # no blank line between these
_NEAR = 24  # how many open elements are looked at for one that an end tag may mean


@dataclass(slots=True)
class Element:
    """An element that begins and ends lines, or that is named as no part of an article.

    Attributes:
        name: in lower case.
        parent: the index of the element that it stands in, -1 for none.
        label: what its tag says.
        tag: the bounds of its start tag.
        first: the index of its first line.
        last: the index behind its last line.
    """

    name: str
    parent: int
    label: Label
    tag: Bounds
    first: int
    last: int = -1


@dataclass(slots=True)
class Anchor:
    """A link: the bounds of its address in the markup, and what its ``rel`` says."""

    target: Bounds
    rel: str


@dataclass(slots=True)
class Piece:
    """A run of text in a line: its bounds, its element, its anchor (-1 for none), its weight."""

    bounds: Bounds
    element: int
    anchor: int
    strong: bool


@dataclass(slots=True)
class Line:
    """What is printed between two line ends.

    Attributes:
        element: the index of the innermost element that holds the line as a whole.
        breaks: line ends before it: 2 part blocks, 1 parts lines.
        pieces: its text; empty for a rule across the page.
        rule: the bounds of the tag of a rule across the page.
    """

    element: int
    breaks: int
    pieces: list[Piece] = field(default_factory=list)
    rule: Bounds | None = None


@dataclass(slots=True)
class Tree:
    """A page, its elements and its lines in the order of their beginnings.

    Attributes:
        head: the tags ``html``, ``meta``, ``link`` and ``base``.
        raw: titles and scripts: the tag, and the bounds of what stands in it.
    """

    markup: str
    elements: list[Element] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    head: list[Token] = field(default_factory=list)
    raw: list[tuple[Token, Bounds]] = field(default_factory=list)


def tree(markup: str) -> Tree:
    """The elements and lines of a page, or of a part of one."""
    builder = _Builder(markup)
    for token in tokens(markup):
        if token.kind is Kind.TEXT:
            builder.text(*token.bounds)
        elif token.kind is Kind.START:
            builder.start(token)
        elif token.kind is Kind.END:
            builder.end(token.name)
        else:
            builder.raw(token)
    return builder.finish()


@dataclass(slots=True)
class _Open:
    """An element that is open: its name, its index or that of the one around it, its kind."""

    name: str
    element: int
    block: bool


@dataclass(slots=True)
class _Scope:
    """A table or a cell, and how many blocks of each name are open in it."""

    name: str
    blocks: Counter[str] = field(default_factory=Counter)


class _Builder:
    """The state of the reading."""

    def __init__(self, markup: str) -> None:
        self.tree = Tree(markup)
        self.stack: list[_Open] = []
        self.scopes = [_Scope("")]
        self.open: Counter[str] = Counter()  # elements that are open, by name
        self.breaks = 2
        self.line: list[Piece] = []
        self.printed = False  # whether the line holds more than white space
        self.anchor, self.anchored_at = -1, 0
        self.labels: dict[tuple[str, str], Label] = {}
        self.tag: Token | None = None
        self._push("", (0, 0), Label(), block=True)

    def finish(self) -> Tree:
        """End what is still open."""
        while self.stack:
            self._pop()
        return self.tree

    def text(self, start: int, end: int) -> None:
        """A run of text."""
        if self.open["pre"]:
            while (newline := self.tree.markup.find("\n", start, end)) >= 0:
                self._piece(start, newline)
                self._end_line(1, more=True)
                start = newline + 1
        self._piece(start, end)

    def _piece(self, start: int, end: int) -> None:
        blank = self.tree.markup[start:end].isspace()
        if start < end and (self.line or not blank):
            self.printed = self.printed or not blank
            strong = bool(self.open["b"] or self.open["strong"] or self.open["font"])
            self.line.append(Piece((start, end), self.stack[-1].element, self.anchor, strong))

    def start(self, token: Token) -> None:
        """A start tag."""
        name = token.name
        if name in _VOID:
            self._void(token)
            return
        if name == "html":
            self.tree.head.append(token)
        if name in ("html", "body") and self.open[name]:
            return
        block = name in _BLOCKS
        if block:
            self._end_open(name)
            self._end_line(1 if name in _CLOSE else 2)
        self._push(name, token.bounds, self._label(token), block=block)
        if name == "a":
            self._anchor(token)
        self.tag = token

    def raw(self, token: Token) -> None:
        """What stands in a title or a script."""
        if self.tag and token.name in ("title", "script"):
            self.tree.raw.append((self.tag, token.bounds))

    def _void(self, token: Token) -> None:
        if token.name == "br":
            self._end_line(1, more=True)
        elif token.name == "hr":
            self._end_open("hr")
            self._end_line(2)
            element = self._block()
            self.tree.lines.append(Line(element, self.breaks, rule=token.bounds))
            self.breaks = 2
        elif token.name in ("meta", "link", "base"):
            self.tree.head.append(token)

    def _label(self, token: Token) -> Label:
        key = (token.name, self.tree.markup[slice(*token.attributes)])
        found = self.labels.get(key)
        if found is None:
            found = self.labels[key] = label(self.tree.markup, token.name, token.attributes)
        return found

    def _anchor(self, token: Token) -> None:
        found = attributes(self.tree.markup, token.attributes)
        if "href" in found:
            rel = self.tree.markup[slice(*found["rel"])].lower() if "rel" in found else ""
            self.tree.anchors.append(Anchor(found["href"], rel))
            self.anchor, self.anchored_at = len(self.tree.anchors) - 1, len(self.stack)

    def _push(self, name: str, tag: Bounds, what: Label, *, block: bool) -> None:
        index = self.stack[-1].element if self.stack else -1
        if block or what.verdict:
            self.tree.elements.append(Element(name, index, what, tag, len(self.tree.lines)))
            index = len(self.tree.elements) - 1
        self.stack.append(_Open(name, index, block))
        self.open[name] += 1
        if block:
            self.scopes[-1].blocks[name] += 1
            if name == "table" or name in _CELLS:
                self.scopes.append(_Scope(name))

    def _pop(self) -> None:
        ended = self.stack.pop()
        self.open[ended.name] -= 1
        if ended.block:
            self.stack.append(ended)
            self._end_line(1 if ended.name in _CLOSE else 2)
            self.stack.pop()
            self.tree.elements[ended.element].last = len(self.tree.lines)
            if ended.name == "table" or ended.name in _CELLS:
                self.scopes.pop()
            self.scopes[-1].blocks[ended.name] -= 1
        elif self.stack and ended.element != self.stack[-1].element:
            self.tree.elements[ended.element].last = len(self.tree.lines)
        if len(self.stack) < self.anchored_at:
            self.anchor = -1

    def _pop_to(self, name: str) -> None:
        while self.stack[-1].name != name:
            self._pop()
        self._pop()

    def _end_open(self, name: str) -> None:
        """End what the start of a block ends."""
        if name in _CELLS or name in _ROWS:
            self._leave_cell()
            for ended in ("tr", "tbody", "thead", "tfoot"):
                if (
                    self.scopes[-1].blocks[ended]
                    and name in _ROWS
                    and (ended == "tr" or name != "tr")
                ):
                    self._pop_to(ended)
            return
        if self.scopes[-1].blocks["p"]:
            self._pop_to("p")
        if name in _ITEMS:
            self._end_item(_ITEMS[name])

    def _end_item(self, names: frozenset[str]) -> None:
        for place in range(len(self.stack) - 1, max(0, len(self.stack) - _NEAR), -1):
            near = self.stack[place].name
            if near in names:
                self._pop_to(near)
                return
            if near in _CELLS or near in ("ul", "ol", "dl", "table", "select"):
                return

    def _leave_cell(self) -> None:
        if self.scopes[-1].name in _CELLS:
            self._pop_to(self.scopes[-1].name)

    def end(self, name: str) -> None:
        """An end tag."""
        if name in ("br", "p") and not self.scopes[-1].blocks["p"]:
            self._end_line(2 if name == "p" else 1, more=name == "br")
        elif name in _BLOCKS:
            self._end_block(name)
        elif self.open[name]:
            self._end_inline(name)
        if name == "a":
            self.anchor = -1

    def _end_block(self, name: str) -> None:
        if name in _ROWS:
            self._leave_cell()
        if name == "table":
            ends = self.open["table"] > 0
        elif name in _CELLS:
            ends = self.scopes[-1].name == name
        else:
            ends = self.scopes[-1].blocks[name] > 0 and name not in ("html", "body")
        if ends:
            self._pop_to(name)

    def _end_inline(self, name: str) -> None:
        for place in range(len(self.stack) - 1, max(0, len(self.stack) - _NEAR), -1):
            near = self.stack[place]
            if near.block:
                return
            if near.name == name:
                self._pop_to(name)
                return

    def _block(self) -> int:
        """The innermost block that is open, among the nearest."""
        for near in reversed(self.stack[-_NEAR:]):
            if near.block:
                return near.element
        return self.stack[-1].element

    def _end_line(self, breaks: int, *, more: bool = False) -> None:
        """End the line; with ``more``, a line end that adds to those before it."""
        if self.printed:
            self.tree.lines.append(Line(self._block(), self.breaks, self.line))
            self.breaks = breaks
        else:
            self.breaks = min(2, self.breaks + breaks) if more else max(self.breaks, breaks)
        if self.line:
            self.line = []
        self.printed = False
