"""Marks in the text: what the rules on dates, short forms and gaps find, put in order."""

from __future__ import annotations

from bisect import bisect_left

from archive.attribution import abbreviations, dates, gaps, mojibake
from archive.model.article import Appearance, Block, Mark
from archive.model.document import Document
from archive.model.fact import Fact, Span


def marks(
    document: Document, blocks: tuple[Block, ...], published: Appearance | None
) -> tuple[Fact[Mark], ...]:
    """All marks, sorted by span, each inside one block or segment; they nest and never cross."""
    date = published.date if published else None
    found = (
        *dates.marks(document, blocks, date),
        *abbreviations.marks(document, blocks),
        *gaps.marks(document, blocks),
        *mojibake.marks(document, blocks),
    )
    return _apart(_inside(found, blocks))


def _inside(found: tuple[Fact[Mark], ...], blocks: tuple[Block, ...]) -> list[Fact[Mark]]:
    """Those that lie inside one block, or one segment where a block has segments."""
    rooms = [s.span for b in blocks for s in b.segments] + [
        b.span for b in blocks if not b.segments
    ]
    rooms.sort(key=lambda span: (span.start, span.end))
    return [mark for mark in found if mark.span and _room(mark.span, rooms)]


def _room(span: Span, rooms: list[Span]) -> bool:
    low = bisect_left(rooms, span.start, key=lambda room: room.end)
    return any(room.holds(span) for room in rooms[low : low + 2])


def _apart(found: list[Fact[Mark]]) -> tuple[Fact[Mark], ...]:
    """Without those that cross one that begins before them."""
    kept: list[Fact[Mark]] = []
    open_: list[int] = []
    for mark in sorted(found, key=_place):
        start, end = _place(mark)[0], -_place(mark)[1]
        while open_ and open_[-1] <= start:
            open_.pop()
        if open_ and end > open_[-1]:
            continue
        kept.append(mark)
        open_.append(end)
    return tuple(kept)


def _place(mark: Fact[Mark]) -> tuple[int, int]:
    span = mark.span
    return (span.start, -span.end) if span else (0, 0)
