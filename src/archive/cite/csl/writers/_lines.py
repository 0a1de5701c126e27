"""A tree in the order of reading: lines, and in them runs of text with one formatting each.

Formats in which formatting does not nest, or only turns on and off, are written from runs; there
"normal in italics" is a run without italics.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote

from archive.cite.csl import marks, tree
from archive.cite.csl.tree import Text, Tree, text_of


class Run(NamedTuple):
    """Text with one formatting.

    Args:
        text: not empty; no line ends.
        formats: kinds of the tree that do something, outermost first.
        address: of the Web, what the text links to; empty if nothing.
    """

    text: str
    formats: tuple[str, ...] = ()
    address: str = ""


class Line(NamedTuple):
    """What stands in a line of its own, without white space round it.

    Args:
        runs: no two next to each other with the same formatting.
        margin: what stands in the margin before it ("[1]"), ``display="left-margin"``.
        indented: ``display="indent"``.
    """

    runs: tuple[Run, ...]
    margin: tuple[Run, ...] = ()
    indented: bool = False


#: Kinds that exclude each other, and the kind that takes them away.
_EXCLUDING = (
    (frozenset((tree.ITALIC, tree.OBLIQUE)), tree.ROMAN),
    (frozenset((tree.BOLD, tree.LIGHT)), tree.REGULAR),
    (frozenset((tree.SMALL_CAPS,)), tree.PLAIN_CAPS),
    (frozenset((tree.UNDERLINE,)), tree.PLAIN_LINE),
    (frozenset((tree.SUPERSCRIPT, tree.SUBSCRIPT)), tree.BASELINE),
)
_NORMAL = {normal: kinds for kinds, normal in _EXCLUDING}
# A superscript in a superscript is higher still: these stay beside each other.
_RIVALS = {kind: kinds for kinds, normal in _EXCLUDING if normal != tree.BASELINE for kind in kinds}
_LINE_END = re.compile("\r\n?|[\n\v\f\x85\u2028\u2029]")
_HTTP = re.compile(r"https?://[^\s<>\"\\]+", re.IGNORECASE)
#: Identifiers, and where they lead (CSL 1.0.2, "Links").
_IDENTIFIERS = (
    (re.compile(r"10\.\d{4,9}/\S+"), "https://doi.org/"),
    (re.compile(r"PMC\d+", re.IGNORECASE), "https://www.ncbi.nlm.nih.gov/pmc/articles/"),
    (re.compile(r"\d{1,9}"), "https://www.ncbi.nlm.nih.gov/pubmed/"),
)
_SAFE = "/:;().,-_~!$&'*+=@"


def printable(text: str) -> str:
    """The text without control characters, surrogates and noncharacters; line ends are LF."""
    if text.isprintable():
        return text
    return marks.clean(_LINE_END.sub("\n", text))


def address(text: str) -> str:
    """What a text that is marked as a link leads to; empty if it is no address of the Web.

    An identifier leads to its resolver: that of DOI, PubMed Central, or PubMed.
    """
    if _HTTP.fullmatch(text):
        return text
    for identifier, resolver in _IDENTIFIERS:
        if identifier.fullmatch(text):
            return f"{resolver}{quote(text, safe=_SAFE)}"
    return ""


def lines(nodes: Tree) -> list[Line]:
    """The lines of an entry; none empty, and none if nothing is printed."""
    setting = _Setting()
    setting.walk(nodes, Run(""))
    setting.end_line()
    return setting.done


class _Setting:
    """Lines being set."""

    def __init__(self) -> None:
        self.done: list[Line] = []
        self.runs: list[Run] = []
        self.margin: list[Run] = []
        self.indented = False

    def walk(self, nodes: Tree, like: Run) -> None:
        """Add what the nodes say, formatted like that run."""
        for node in nodes:
            if isinstance(node, Text):
                self._add(node, like)
            elif node.kind in tree.DISPLAY:
                self._place(node.kind, node.children, like)
            elif node.kind == tree.LINK:
                target = address(text_of(node.children)) or like.address
                self.walk(node.children, like._replace(address=target))
            else:
                self.walk(node.children, like._replace(formats=_with(like.formats, node.kind)))

    def _add(self, text: str, like: Run) -> None:
        first, *others = printable(text).split("\n")
        self._extend(first, like)
        for other in others:
            self.end_line()
            self._extend(other, like)

    def _extend(self, text: str, like: Run) -> None:
        last = self.runs[-1] if self.runs else None
        if last and (last.formats, last.address) == (like.formats, like.address):
            self.runs[-1] = last._replace(text=last.text + text)
        elif text:
            self.runs.append(like._replace(text=text))

    def _place(self, kind: str, nodes: Tree, like: Run) -> None:
        if kind == tree.RIGHT_INLINE:
            if self.runs:
                self._extend(" ", Run(""))
            self.walk(nodes, like)
            return
        self.end_line()
        self.indented = kind == tree.INDENT
        self.walk(nodes, like)
        if kind == tree.LEFT_MARGIN:
            self.margin, self.runs = self.runs, []
        else:
            self.end_line()

    def end_line(self) -> None:
        runs, margin = _trimmed(self.runs), _trimmed(self.margin)
        if runs or margin:
            self.done.append(Line(runs, margin, self.indented))
        self.runs, self.margin, self.indented = [], [], False


def _with(formats: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """The formats in a node of that kind."""
    gone = _NORMAL.get(kind) or _RIVALS.get(kind, frozenset())
    kept = tuple(other for other in formats if other not in gone)
    return kept if kind in _NORMAL else (*kept, kind)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """The runs without white space before and after them."""
    kept = list(runs)
    for place, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while kept:
            text = strip(kept[place].text)
            if text:
                kept[place] = kept[place]._replace(text=text)
                break
            del kept[place]
    return tuple(kept)
