"""Which lines of a page are its article's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from archive.read._html import noise
from archive.read._html.characters import Run, joined, runs
from archive.read._html.labels import Verdict
from archive.read._html.tree import Line, Tree

_LEAST_PROSE = 60  # characters of a line that is prose
_MOST_LINKED = 0.4  # part of such a line that may be links
_HOLDS = 0.6  # part of the prose around it that the article's element holds
_SHORT = 300  # characters of a line that may be a title
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_TITLES = re.compile(r"(?:^|[ -])(?:title|headline|heading|posttitle|hed)(?:$|[ -]|[0-9])")


@dataclass(slots=True)
class Printed:
    """A line as it is printed: its index in the page, its runs, and their text."""

    index: int
    line: Line
    runs: list[Run]
    text: str


class Page:
    """A page whose lines are being told apart."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.sizes = [self._size(line) for line in tree.lines]
        self.linked = [self._size(line, linked=True) for line in tree.lines]
        self.prose = [
            size if size >= _LEAST_PROSE and linked < _MOST_LINKED * size else 0
            for size, linked in zip(self.sizes, self.linked, strict=True)
        ]
        self.dropped = self._dropped()

    def _size(self, line: Line, *, linked: bool = False) -> int:
        return sum(
            piece.bounds[1] - piece.bounds[0]
            for piece in line.pieces
            if not linked or piece.anchor >= 0
        )

    def _dropped(self) -> list[bool]:
        """Which elements are no part of an article: what they are called, unless it is most."""
        believed = [element.label.verdict for element in self.tree.elements]
        for _ in range(6):
            dropped = self._inherited(believed)
            kept = self._prose_of(dropped)
            worst, most = -1, 0
            for index, element in enumerate(self.tree.elements):
                if believed[index] is Verdict.DOUBTFUL:
                    held = self._held(element.first, element.last)
                    if held > most:
                        worst, most = index, held
            if worst < 0 or kept * 4 >= most:
                return dropped
            believed[worst] = Verdict.NONE
        return self._inherited(believed)

    def _inherited(self, believed: list[Verdict]) -> list[bool]:
        dropped: list[bool] = []
        for element, verdict in zip(self.tree.elements, believed, strict=True):
            dropped.append(bool(verdict) or (element.parent >= 0 and dropped[element.parent]))
        return dropped

    def _prose_of(self, dropped: list[bool]) -> int:
        return sum(
            prose
            for line, prose in zip(self.tree.lines, self.prose, strict=True)
            if prose and not dropped[line.element]
        )

    @cached_property
    def _sums(self) -> list[int]:
        return [0, *accumulate(self.prose)]

    def _held(self, first: int, last: int) -> int:
        """The prose in a run of lines."""
        return self._sums[last] - self._sums[first]

    def printed(self, index: int) -> Printed:
        """A line, without what is no part of an article."""
        line = self.tree.lines[index]
        pieces = [
            run
            for piece in line.pieces
            if not self.dropped[piece.element]
            for run in runs(self.tree.markup, piece.bounds)
        ]
        kept = joined(pieces)
        return Printed(index, line, kept, "".join(run.text for run in kept))

    def whole(self) -> list[Printed]:
        """All lines but those of elements that are no part of an article, and rules."""
        found = []
        for index, line in enumerate(self.tree.lines):
            if self.dropped[line.element]:
                continue
            printed = self.printed(index)
            if line.rule or printed.text:
                found.append(printed)
        return found


def chosen(tree: Tree) -> list[Printed]:
    """The lines of the article of a page."""
    page = Page(tree)
    core = _core(page)
    lines = page.whole()
    kept = [line for line in lines if not noise.is_noise(line.text)]
    first, last = _bounds(page, kept, core)
    return kept[first:last]


def whole(tree: Tree) -> list[Printed]:
    """The lines of markup that is an article, or several, and no page."""
    lines = Page(tree).whole()
    return [line for line in lines if not noise.is_noise(line.text)]


def _core(page: Page) -> int:
    """The innermost element that holds most of the prose."""
    weights = [
        0 if page.dropped[line.element] else prose
        for line, prose in zip(page.tree.lines, page.prose, strict=True)
    ]
    sums = [0, *accumulate(weights)]
    core = 0
    for index, element in enumerate(page.tree.elements):
        around = page.tree.elements[core]
        if element.parent == core and not page.dropped[index]:
            held = sums[element.last] - sums[element.first]
            if held and held >= _HOLDS * (sums[around.last] - sums[around.first]):
                core = index
    return core


def _bounds(page: Page, lines: list[Printed], core: int) -> tuple[int, int]:
    """The first line of the article, and the one behind its last, among those that are printed."""
    element = page.tree.elements[core]
    inside = [i for i, line in enumerate(lines) if element.first <= line.index < element.last]
    if not inside:
        return 0, len(lines)
    first, last = inside[0], inside[-1] + 1
    prose = next((i for i in inside if page.prose[lines[i].index]), first)
    headings = [i for i in range(prose) if _is_heading(page, lines[i])]
    own = [i for i in headings if i >= first]
    if own:
        first = own[0]
    elif headings:
        first = headings[-1]
    end = next((i for i in range(prose + 1, last) if noise.ends_article(lines[i].text)), last)
    return first, end


def _is_heading(page: Page, line: Printed) -> bool:
    if not line.text or len(line.text) > _SHORT:
        return False
    element = page.tree.elements[line.line.element]
    return element.name in _HEADINGS or _TITLES.search(element.label.names) is not None
