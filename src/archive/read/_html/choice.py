"""Which lines of a page are its article's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from archive.read._html import noise
from archive.read._html.characters import Run, joined, runs
from archive.read._html.labels import Verdict, of_the_article
from archive.read._html.tree import Element, Line, Tree

_LEAST_PROSE = 60  # characters of a line that is prose
_MOST_LINKED = 0.4  # part of such a line that may be links
_HOLDS = 0.6  # part of the prose around it that the article's element holds
_BARE = 0.9  # part of a line that is a link and nothing else
_LIST = 3  # links of a list of them
_MOST = 500  # entries of a page
_KICKERS = 3  # lines over a title that belong to it
_SHORT = 300  # characters of a line that may be a title
_HOLDERS = frozenset(
    {"", "html", "body", "main", "article", "section", "div", "td", "center", "form"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_PERMISSION = re.compile(
    r"permission|copyright|re-?print|reproduc|republish|licen[cs]e|autoris|erlaubnis|permiso|izin|"
    r"حقوق|זכויות|اجازت",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?:^|[ -])(?:post|entry|item|result|story|article|hentry|teaser|blogpost|listing|card|"
    r"views-row|node|news|excerpt|summary)(?:$|[ -]|[0-9])"
)
_NUMBERS = re.compile(r"[0-9]+")
_SITE = re.compile(r"(?:^|[ -])(?:blog-?title|site|logo|branding|brand|masthead|header)(?:$|[ -])")
_PARTS_OF_TITLE = re.compile(r"\s+[|·•»«:–—-]+\s+|\s*[|»«]\s*")
_TITLES = re.compile(r"(?:^|[ -])(?:title|headline|heading|posttitle|hed)(?:$|[ -]|[0-9])")


@dataclass(slots=True)
class Printed:
    """A line as it is printed.

    Attributes:
        index: in the page.
        line: itself.
        runs: its characters, without those of elements that are no part of an article.
        text: the same.
        breaks: line ends before it, and before empty lines over it.
    """

    index: int
    line: Line
    runs: list[Run]
    text: str
    breaks: int


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
            kept = self.prose_of(dropped)
            worst, most = -1, 0
            for index, element in enumerate(self.tree.elements):
                if believed[index] is Verdict.DOUBTFUL:
                    held = self.held(element.first, element.last)
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

    def prose_of(self, dropped: list[bool]) -> int:
        """The prose in elements that are not dropped."""
        return sum(
            prose
            for line, prose in zip(self.tree.lines, self.prose, strict=True)
            if prose and not dropped[line.element]
        )

    @cached_property
    def _sums(self) -> list[int]:
        return [0, *accumulate(self.prose)]

    def held(self, first: int, last: int) -> int:
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
        return Printed(index, line, kept, "".join(run.text for run in kept), line.breaks)

    def whole(self) -> list[Printed]:
        """All lines but those of elements that are no part of an article, and rules."""
        found = []
        breaks = 0
        for index, line in enumerate(self.tree.lines):
            if self.dropped[line.element]:
                continue
            printed = self.printed(index)
            breaks = min(2, breaks + line.breaks)
            if line.rule or printed.text:
                printed.breaks = breaks
                found.append(printed)
                breaks = 0
        return found


def chosen(tree: Tree, titles: Iterable[str]) -> list[list[Printed]]:
    """The lines of the article of a page; of a page of several entries, those of each.

    Args:
        tree: the page.
        titles: what the markup calls the page, or its article.
    """
    page = Page(tree)
    lines = [line for line in page.whole() if not noise.is_noise(line.text)]
    lines = _without_lists_of_links(page, lines)
    names = _names(titles)
    entries = _entries(page, lines, names)
    if entries:
        return entries
    first, last = _Article(page, lines, names).bounds()
    return [_stripped(lines[first:last])]


def whole(tree: Tree) -> list[list[Printed]]:
    """The lines of markup that is an article, or several, and no page."""
    lines = Page(tree).whole()
    return [[line for line in lines if not noise.is_noise(line.text)]]


def _names(titles: Iterable[str]) -> dict[str, bool]:
    """What the article may be called, folded; and whether it is but a part of what is said."""
    names: dict[str, bool] = {}
    for title in titles:
        parts = [_folded(part) for part in _PARTS_OF_TITLE.split(title)]
        for part in parts:
            names[part] = names.get(part, False) or len(parts) > 1
        names[_folded(title)] = names.get(_folded(title), False)
    names.pop("", None)
    return names


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _stripped(lines: list[Printed]) -> list[Printed]:
    """Lines without what the foot of a page reads, at their end."""
    end = len(lines)
    while end and (not lines[end - 1].text or noise.is_foot(lines[end - 1].text)):
        end -= 1
    return lines[:end]


def _without_lists_of_links(page: Page, lines: list[Printed]) -> list[Printed]:
    """Lines without those that are links and nothing else, three or more of them in a row."""
    bare = [_is_bare_link(page, line) for line in lines]
    kept: list[Printed] = []
    start = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and bare[index] >= 1:
            continue
        if sum(bare[start:index]) < _LIST:
            kept += lines[start:index]
        kept += lines[index : index + 1]
        start = index + 1
    return kept


def _is_bare_link(page: Page, line: Printed) -> int:
    """How many links a line is, if it is nothing else and they lead away from the page."""
    if page.linked[line.index] < _BARE * page.sizes[line.index] or _is_heading(page, line):
        return 0
    anchors = {piece.anchor for piece in line.line.pieces if piece.anchor >= 0}
    targets = [page.tree.anchors[anchor].target for anchor in anchors]
    return len(targets) * all(page.tree.markup[first : first + 1] != "#" for first, _ in targets)


def _entries(page: Page, lines: list[Printed], names: dict[str, bool]) -> list[list[Printed]]:
    """The entries of a page that is a list of them; empty if it is not clearly one."""
    headings = [line for line in lines if _is_heading(page, line)]
    total = page.prose_of(page.dropped)
    for group in _alike(page):
        found = [page.tree.elements[index] for index in group]
        titled = [
            next((h for h in headings if e.first <= h.index < e.last), None) for e in found[:_MOST]
        ]
        held = sum(page.held(e.first, e.last) for e in found)
        if None in titled or len(found) > _MOST or held < _HOLDS * total or not total:
            continue
        if any(title and names.get(_folded(title.text)) is not None for title in titled):
            return []
        before = [line.text for line in lines if line.index < found[0].first]
        if any(len(text) >= _LEAST_PROSE and _PERMISSION.search(text) for text in before):
            return []
        made = [[line for line in lines if e.first <= line.index < e.last] for e in found]
        return [_stripped(entry) for entry in made]
    return []


def _alike(page: Page) -> list[list[int]]:
    """Elements that are called the same, as entries are; the outermost of them."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, element in enumerate(page.tree.elements):
        if page.dropped[index] or element.name in ("html", "body", "main", "p", *_HEADINGS):
            continue
        if element.name == "article" or _ENTRY.search(element.label.names):
            kind = f"{element.name} {_NUMBERS.sub('', element.label.names).partition(' ')[0]}"
            group = groups[kind]
            if not group or page.tree.elements[group[-1]].last <= element.first:
                group.append(index)
    return [group for group in groups.values() if len(group) > 1]


class _Article:
    """The search for where the article of a page begins and ends."""

    def __init__(self, page: Page, lines: list[Printed], names: dict[str, bool]) -> None:
        self.page, self.lines, self.names = page, lines, names
        self.chain = _core(page)
        self.core = page.tree.elements[self.chain[-1]]
        self.places = [line.index for line in lines]

    def bounds(self) -> tuple[int, int]:
        """The first line of the article, and the one behind its last."""
        places, core = self.places, self.core
        inside = [i for i, place in enumerate(places) if core.first <= place < core.last]
        if not inside:
            return 0, len(self.lines)
        first, last = inside[0], inside[-1] + 1
        prose = next((i for i in inside if self.page.prose[places[i]]), first)
        title = self._title(first, prose)
        if title is not None:
            last = self._extended(last, self._common(places[title]))
            first = title if self._page_wide(self.core) else self._kickers(first, title)
        end = next(
            (i for i in range(prose + 1, last) if noise.ends_article(self.lines[i].text)), last
        )
        return first, end

    def _page_wide(self, element: Element) -> bool:
        return element.name in ("", "html", "body")

    def _kickers(self, first: int, title: int) -> int:
        """The first of the few lines over the title that belong to it: a label, a date."""
        over = self.lines[first:title]
        texts = [line.text for line in over if line.text]
        if len(texts) != len(over) or len(over) > _KICKERS or any(map(noise.is_foot, texts)):
            return title
        return min(first, title)

    def _title(self, first: int, prose: int) -> int | None:
        """The line of the title, among those before the prose; None if none is one."""
        found = [i for i in range(prose) if self._may_be_title(i)]
        named = [i for i in found if _folded(self.lines[i].text) in self.names]
        sure = [i for i in named if not self._is_of_the_site(i)]
        own = [i for i in found if i >= first and _is_heading(self.page, self.lines[i])]
        if sure:
            return sure[-1]
        if own:
            return own[0]
        near = [i for i in found if _is_heading(self.page, self.lines[i])]
        if not near:
            return None
        deepest = max(self._common(self.places[i]) for i in near)
        near = [i for i in near if self._common(self.places[i]) == deepest]
        level = min(self._level(i) for i in near)
        return next(i for i in reversed(near) if self._level(i) == level)

    def _may_be_title(self, i: int) -> bool:
        line = self.lines[i]
        named = bool(line.text) and len(line.text) <= _SHORT and _folded(line.text) in self.names
        return named or _is_heading(self.page, line)

    def _is_of_the_site(self, i: int) -> bool:
        """Whether a line that the page is called by names the site: all of its name, a link."""
        line = self.lines[i]
        if self.names[_folded(line.text)]:
            return False
        element = self.page.tree.elements[line.line.element]
        around = self.page.tree.elements[max(0, element.parent)]
        named = _SITE.search(f"{element.label.names} {around.label.names}") is not None
        return named or any(piece.anchor >= 0 for piece in line.line.pieces)

    def _level(self, i: int) -> str:
        return self.page.tree.elements[self.lines[i].line.element].name

    def _common(self, place: int) -> int:
        """How deep the innermost element is that holds both a line and the article's core."""
        elements = self.page.tree.elements
        if place >= self.core.first:
            return len(self.chain) - 1
        return bisect_right(self.chain, place, key=lambda index: elements[index].first) - 1

    def _extended(self, last: int, common: int) -> int:
        """The line behind the last of the element around title and core, and of what credits it."""
        around = self.page.tree.elements[self.chain[common]]
        page_wide = self._page_wide(around)
        end = last
        for i in range(last, len(self.lines)):
            line = self.lines[i]
            if noise.ends_article(line.text):
                break
            element = self.page.tree.elements[line.line.element]
            parent = self.page.tree.elements[max(0, element.parent)]
            named = of_the_article(element.label) or of_the_article(parent.label)
            if named or (line.index < around.last and not (page_wide and _is_foot(line))):
                if i == end:
                    end = i + 1
            elif line.index >= around.last:
                break
        return end


def _is_foot(line: Printed) -> bool:
    return noise.is_foot(line.text) or noise.is_notice_of_the_page(line.text)


def _core(page: Page) -> list[int]:
    """The innermost element that holds most of the prose, with those around it, outermost first."""
    weights = [
        0 if page.dropped[line.element] else prose
        for line, prose in zip(page.tree.lines, page.prose, strict=True)
    ]
    sums = [0, *accumulate(weights)]
    chain = [0]
    for index, element in enumerate(page.tree.elements):
        around = page.tree.elements[chain[-1]]
        if element.parent == chain[-1] and not page.dropped[index]:
            held = sums[element.last] - sums[element.first]
            if held and held >= _HOLDS * (sums[around.last] - sums[around.first]):
                chain.append(index)
    while len(chain) > 1 and page.tree.elements[chain[-1]].name not in _HOLDERS:
        chain.pop()
    return chain


def _is_heading(page: Page, line: Printed) -> bool:
    if not line.text or len(line.text) > _SHORT:
        return False
    element = page.tree.elements[line.line.element]
    return element.name in _HEADINGS or _TITLES.search(element.label.names) is not None
