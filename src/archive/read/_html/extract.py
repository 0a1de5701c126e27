"""Markup to the text of its article, with the origin of each character."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from archive.model.document import Bounds, Link, Origin, Part, Told
from archive.read._html import choice, told
from archive.read._html.characters import Run, value
from archive.read._html.choice import Printed
from archive.read._html.tree import Anchor, Tree, tree
from archive.read._html.writing import RULE, Writing


@dataclass(frozen=True, slots=True)
class Extract:
    """What is read from markup.

    Attributes:
        text: what is printed of the article, blocks parted by a blank line; behind it what the
            markup says and does not print, a value a line. Empty if nothing is printed.
        parts: what is printed: one part, or one an entry of a page of several; each with what
            the markup says. Empty if nothing is printed.
        links: the links in what is printed that lead to another site.
        origins: where the characters come from, counted in characters of the markup.
    """

    text: str
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    origins: tuple[Origin, ...] = ()


def extract(markup: str, *, page: bool = True) -> Extract:
    """Read the article, or the entries, of a page.

    Args:
        markup: decoded; any line ends, any characters.
        page: whether it may hold more than the article: navigation, other articles, comments.
            Not so for the content of a feed's entry or the HTML part of a message: all of it is
            kept but what its own classes call no part of an article.
    """
    found = tree(markup)
    lines = choice.chosen(found) if page else choice.whole(found)
    writing = Writing()
    anchors = _lines(writing, lines, found)
    if not writing.size:
        return Extract("")
    printed = (0, writing.size)
    links = []
    for bounds, anchor in anchors:
        links.append(Link(bounds, _apparatus(writing, value(markup, anchor.target))))
    values = tuple(Told(name, _apparatus(writing, said)) for name, said in told.told(found))
    return Extract(writing.text, (Part(printed, values),), tuple(links), tuple(writing.origins))


def _lines(writing: Writing, lines: Iterable[Printed], found: Tree) -> list[tuple[Bounds, Anchor]]:
    """Write the lines; the anchors of links to other sites, and where they are printed."""
    anchors: list[tuple[Bounds, Anchor]] = []
    rule: Bounds | None = None
    breaks = 0
    for printed in lines:
        breaks = max(breaks, printed.line.breaks)
        if printed.line.rule:
            rule = printed.line.rule
            continue
        if rule and writing.size:
            writing.line_ends(2)
            writing.runs([Run(RULE, *rule)])
            breaks = 2
        rule = None
        writing.line_ends(breaks)
        start = writing.size
        writing.runs(printed.runs)
        anchors += _anchors(printed, start, found)
        breaks = 0
    return anchors


def _anchors(printed: Printed, start: int, found: Tree) -> list[tuple[Bounds, Anchor]]:
    """The links of a line that lead to another site, by where they are printed."""
    made: list[tuple[Bounds, Anchor]] = []
    for piece in printed.line.pieces:
        if piece.anchor < 0:
            continue
        anchor = found.anchors[piece.anchor]
        if not told.is_address(found.markup, anchor.target):
            continue
        bounds = _place(printed.runs, start, piece.bounds)
        if bounds[0] == bounds[1]:
            continue
        if made and made[-1][1] is anchor:
            made[-1] = ((made[-1][0][0], bounds[1]), anchor)
        else:
            made.append((bounds, anchor))
    return made


def _place(runs: list[Run], start: int, bounds: Bounds) -> Bounds:
    """Where the runs that were read from these characters are printed."""
    first = last = -1
    for run in runs:
        if bounds[0] <= run.first and run.last <= bounds[1]:
            first = start if first < 0 else first
            last = start + len(run.text)
        start += len(run.text)
    return (first, last) if first >= 0 else (0, 0)


def _apparatus(writing: Writing, runs: list[Run]) -> Bounds:
    """Write a value on a line of its own, behind what is printed."""
    writing.line_ends(1)
    return writing.runs(runs)


def moved(extract: Extract, by: int, place: Callable[[int], int]) -> Extract:
    """An extract as a part of a longer text: ``by`` characters on, its origins in other units.

    Args:
        extract: as read from markup.
        by: how many characters of the longer text stand before it.
        place: where a character of the markup begins, in the units of the result; is asked for
            the character behind the last, too.
    """

    def shifted(bounds: Bounds) -> Bounds:
        return bounds[0] + by, bounds[1] + by

    return replace(
        extract,
        parts=tuple(
            Part(shifted(part.bounds), tuple(Told(t.name, shifted(t.bounds)) for t in part.told))
            for part in extract.parts
        ),
        links=tuple(Link(shifted(link.anchor), shifted(link.target)) for link in extract.links),
        origins=tuple(
            Origin(origin.start + by, place(origin.first), place(origin.last))
            for origin in extract.origins
        ),
    )
