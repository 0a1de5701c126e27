"""Markup to the text of its article, with the origin of each character."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from archive.model.document import Bounds, Link, Origin, Part, Told
from archive.read._html import choice, told
from archive.read._html.characters import Run, text, value
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
    said = list(told.told(found))
    if page:
        parts = choice.chosen(found, [text(runs) for name, runs in said if name in told.TITLES])
    else:
        parts = choice.whole(found)
    writing = Writing()
    anchors: list[tuple[Bounds, Anchor]] = []
    printed: list[Bounds] = []
    for lines in parts:
        bounds = _part(writing, lines, found, anchors)
        if bounds[0] < bounds[1]:
            printed.append(bounds)
    if not printed:
        return Extract("")
    links = tuple(
        Link(bounds, _apparatus(writing, value(markup, anchor.target)))
        for bounds, anchor in anchors
    )
    values = tuple(Told(name, _apparatus(writing, runs)) for name, runs in said)
    one = values if len(printed) == 1 else ()
    made = tuple(Part(bounds, one) for bounds in printed)
    return Extract(writing.text, made, links, tuple(writing.origins))


def _part(
    writing: Writing, lines: Iterable[Printed], found: Tree, anchors: list[tuple[Bounds, Anchor]]
) -> Bounds:
    """Write the lines of a part; what they link to is added to ``anchors``."""
    rule: Bounds | None = None
    breaks, first = 2, -1
    for printed in lines:
        breaks = max(breaks, printed.breaks)
        if printed.line.rule:
            rule = printed.line.rule
            continue
        if rule and first >= 0:
            writing.line_ends(2)
            writing.runs([Run(RULE, *rule)])
            breaks = 2
        rule = None
        writing.line_ends(breaks)
        start = writing.runs(printed.runs)[0]
        first = start if first < 0 else first
        anchors += _anchors(printed, start, found)
        breaks = 0
    return (first, writing.size) if first >= 0 else (0, 0)


def _anchors(printed: Printed, start: int, found: Tree) -> list[tuple[Bounds, Anchor]]:
    """The links of a line that lead to another site, by where they are printed."""
    made: list[tuple[Bounds, Anchor]] = []
    runs, size, at = printed.runs, len(printed.runs), 0
    for piece in printed.line.pieces:
        while at < size and runs[at].first < piece.bounds[0]:
            start += len(runs[at].text)
            at += 1
        first = start
        while at < size and runs[at].last <= piece.bounds[1]:
            start += len(runs[at].text)
            at += 1
        if piece.anchor < 0 or first == start:
            continue
        anchor = found.anchors[piece.anchor]
        if not told.is_address(found.markup, anchor.target):
            continue
        if made and made[-1][1] is anchor:
            made[-1] = ((made[-1][0][0], start), anchor)
        else:
            made.append(((first, start), anchor))
    return made


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
