"""What is printed, as a small tree: text, formatting, blocks and links, and nothing left to decide.

``plant`` makes it of marked text (``archive.cite.csl.marks``): nested formatting has flipped,
quotation marks have become characters of the language, and the marks are gone. The writers
(``archive.cite.csl.writers``) turn a tree into HTML, Markdown and so on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from archive.cite.csl import marks

ITALIC, OBLIQUE, BOLD, LIGHT = "italic", "oblique", "bold", "light"
SMALL_CAPS, UNDERLINE = "small-caps", "underline"
SUPERSCRIPT, SUBSCRIPT = "superscript", "subscript"
#: Undo a formatting around them; they stand in a tree nowhere else.
ROMAN, REGULAR, PLAIN_CAPS = "normal-style", "normal-weight", "normal-variant"
PLAIN_LINE, BASELINE = "no-decoration", "baseline"
#: Where something stands (CSL 1.0.2, "Display").
BLOCK, LEFT_MARGIN, RIGHT_INLINE, INDENT = "block", "left-margin", "right-inline", "indent"
LINK = "link"

FORMATTING = (
    *(ITALIC, OBLIQUE, BOLD, LIGHT, SMALL_CAPS, UNDERLINE, SUPERSCRIPT, SUBSCRIPT),
    *(ROMAN, REGULAR, PLAIN_CAPS, PLAIN_LINE, BASELINE),
)
DISPLAY = (BLOCK, LEFT_MARGIN, RIGHT_INLINE, INDENT)
KINDS = (*FORMATTING, *DISPLAY, LINK)


class Text(str):
    """Characters to print as they are; a writer escapes them."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Styled:
    """Something with a formatting, a place or an address.

    Args:
        kind: one of ``KINDS``.
        children: never empty in a tree that ``plant`` made.
    """

    kind: str
    children: Tree


Node = Text | Styled
Tree = tuple[Node, ...]


class Quotes(NamedTuple):
    """The quotation marks of a language, terms of its locale: outer ones and those inside."""

    open: str = "“"
    close: str = "”"
    open_inner: str = "‘"
    close_inner: str = "’"


_PIECES = re.compile(f"([{marks.ANY}])")
_KEPT = re.compile(f"[{''.join(marks.KEPT.values())}]")
_MARKED = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")

# What formatting is in force: an attribute of CSL ("Formatting") by its place in a tuple of kinds.
_STYLE, _WEIGHT, _VARIANT, _LINE, _ALIGN = range(5)
_Force = tuple[str, str, str, str, str]
_NORMAL: _Force = (ROMAN, REGULAR, PLAIN_CAPS, PLAIN_LINE, BASELINE)
_FORMATS = {
    marks.ITALIC: (_STYLE, ITALIC),
    marks.OBLIQUE: (_STYLE, OBLIQUE),
    marks.ROMAN: (_STYLE, ROMAN),
    marks.BOLD: (_WEIGHT, BOLD),
    marks.LIGHT: (_WEIGHT, LIGHT),
    marks.REGULAR: (_WEIGHT, REGULAR),
    marks.SMALL_CAPS: (_VARIANT, SMALL_CAPS),
    marks.PLAIN_CAPS: (_VARIANT, PLAIN_CAPS),
    marks.UNDERLINE: (_LINE, UNDERLINE),
    marks.PLAIN_LINE: (_LINE, PLAIN_LINE),
    marks.SUPERSCRIPT: (_ALIGN, SUPERSCRIPT),
    marks.SUBSCRIPT: (_ALIGN, SUBSCRIPT),
    marks.BASELINE: (_ALIGN, BASELINE),
}
_FLIPPING = {
    marks.FIELD_ITALIC: (_STYLE, ITALIC, (ITALIC, OBLIQUE)),
    marks.FIELD_BOLD: (_WEIGHT, BOLD, (BOLD,)),
    marks.FIELD_SMALL_CAPS: (_VARIANT, SMALL_CAPS, (SMALL_CAPS,)),
}
#: What a style slants, and letters that are slanted in print; of other scripts citeproc-js has
#: none in italics: Chinese, Japanese and Korean letters are not made for it.
_SLANTING = marks.ITALIC + marks.OBLIQUE
_SLANTED = re.compile(
    "[-0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u0590-\u06ff\u0e00-\u0e7f\u1e00-\u1fff\u200c-\u200e\u202a-\u202e]"
)
#: So many elements inside each other are more than any entry has: writers go down into each.
_DEEPEST = 100
_PLACES = {
    marks.BLOCK: BLOCK,
    marks.LEFT_MARGIN: LEFT_MARGIN,
    marks.RIGHT_INLINE: RIGHT_INLINE,
    marks.INDENT: INDENT,
    marks.LINK: LINK,
}


def plant(marked: str, quotes: Quotes) -> Tree:
    """The tree of marked text.

    Formatting that a field has inside the same formatting becomes normal, and inside that what it
    was ("flip-flop", the test suite of CSL, ``flipflop_*``). What the style asks for twice is done
    once, as what it looks like in citeproc-js. A superscript in a superscript is higher still.
    Quotation marks are outer and inner ones by turns. Marks that nothing closes end with the text,
    those that close nothing are left out.

    Args:
        marked: with its punctuation already settled.
        quotes: of the style's language.

    Returns:
        No empty nodes, no text next to text; ``()`` if there is nothing to print.
    """
    if not _MARKED.search(marked):
        return (Text(marked),) if marked else ()
    if _KEPT.search(marked):
        marked = marked.translate(marks.UNKEPT)
    return _Planting(quotes).run(_PIECES.split(marked))


def text_of(tree: Tree) -> str:
    """All characters of a tree, one after the other."""
    return "".join(node if isinstance(node, Text) else text_of(node.children) for node in tree)


class _Planting:
    """One tree while it grows."""

    __slots__ = ("depth", "force", "nodes", "open", "outermost", "quotes", "said")

    def __init__(self, quotes: Quotes) -> None:
        self.quotes = ((quotes.open, quotes.close), (quotes.open_inner, quotes.close_inner))
        self.depth = 0  # of quotation marks
        self.outermost = 0  # which of the two kinds they begin with
        self.said: list[str] = []  # text that is not yet a node
        self.nodes: list[Node] = []
        self.force = _NORMAL
        #: Open marks: their kinds, what stood before each, and what was in force.
        self.open: list[tuple[str, tuple[str, ...], list[list[Node]], _Force]] = []

    def run(self, pieces: list[str]) -> Tree:
        """Texts and marks by turns, a text first and last."""
        for text, mark in zip_longest(pieces[::2], pieces[1::2]):
            if text:
                self.said.append(text)
            if mark:
                self._mark(mark)
        while self.depth:
            self._unquote()
        while self.open:
            self._close()
        self._say()
        return tuple(self.nodes)

    def _mark(self, mark: str) -> None:
        if mark == marks.CLOSE:
            if self.open:
                self._close()
        elif mark in (marks.QUOTE, marks.SINGLE):
            if not self.depth:
                self.outermost = int(mark == marks.SINGLE)
            self.said.append(self.quotes[(self.depth + self.outermost) % 2][0])
            self.depth += 1
        elif mark == marks.UNQUOTE:
            self._unquote()
        elif mark in marks.OPENING:
            self._open(mark)

    def _unquote(self) -> None:
        if self.depth:
            self.depth -= 1
            self.said.append(self.quotes[(self.depth + self.outermost) % 2][1])

    def _open(self, mark: str) -> None:
        kinds, force = _effect(mark, self.force)
        if len(self.open) >= _DEEPEST:
            kinds, force = (), self.force
        before: list[list[Node]] = []
        for _ in kinds:
            self._say()
            before.append(self.nodes)
            self.nodes = []
        self.open.append((mark, kinds, before, self.force))
        self.force = force

    def _close(self) -> None:
        mark, kinds, before, self.force = self.open.pop()
        for kind in reversed(kinds):
            self._say()
            children, self.nodes = tuple(self.nodes), before.pop()
            if mark in _SLANTING and not _SLANTED.search(text_of(children)):
                self._add(children)
            else:
                self._add((Styled(kind, children),) if children else ())

    def _add(self, nodes: Tree) -> None:
        """Add nodes; text goes on with that before it, as if nothing had been between."""
        goes_on = not nodes or isinstance(nodes[0], Text)
        if goes_on and self.nodes and isinstance(last := self.nodes[-1], Text):
            self.nodes.pop()
            self.said.append(last)
        for node in nodes:
            if isinstance(node, Text):
                self.said.append(node)
            else:
                self._say()
                self.nodes.append(node)

    def _say(self) -> None:
        said = "".join(self.said)
        self.said.clear()
        if said and said[0] in ",;:." and self.nodes:
            said = self._hang(said)
        if said:
            self.nodes.append(Text(said))

    def _hang(self, said: str) -> str:
        """Put a sign that would begin a line at the end of the block before; what is left."""
        last = self.nodes[-1]
        if isinstance(last, Styled) and last.kind in DISPLAY:
            *others, end = last.children
            sign = Text(said[0])
            added = (Text(end + sign),) if isinstance(end, Text) else (end, sign)
            self.nodes[-1] = Styled(last.kind, (*others, *added))
            return said[1:]
        return said


@cache  # few marks, few states: one look-up a mark
def _effect(mark: str, force: _Force) -> tuple[tuple[str, ...], _Force]:
    """The kinds of node that a mark opens, outermost first, and what is in force inside."""
    if mark == marks.NO_DECORATION:
        # Underlining and raising stay, as in citeproc-js.
        undone = (_STYLE, _VARIANT, _WEIGHT)
        kinds = tuple(_NORMAL[a] for a in undone if force[a] != _NORMAL[a])
        return kinds, (*_NORMAL[:3], *force[3:])
    if mark in _FLIPPING:
        attribute, kind, flipped = _FLIPPING[mark]
        if force[attribute] in flipped:
            kind = _NORMAL[attribute]
    elif mark in _FORMATS:
        attribute, kind = _FORMATS[mark]
        # A power may have a power; anything else is there already.
        if kind == force[attribute] and (attribute != _ALIGN or kind == BASELINE):
            return (), force
    else:
        return ((_PLACES[mark],) if mark in _PLACES else ()), force
    changed = list(force)
    changed[attribute] = kind
    return (kind,), (changed[0], changed[1], changed[2], changed[3], changed[4])
