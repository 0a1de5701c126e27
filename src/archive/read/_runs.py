"""Runs: a text in pieces, each with the bytes that it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.model.document import Bounds, Origin

Run = tuple[str, int, int]
"""Characters, and where the bytes that they were read from begin and end."""


def joined(runs: Iterable[Run]) -> tuple[str, tuple[Origin, ...]]:
    """The text of runs in order, and where each of them comes from.

    >>> joined([("Rain ", 0, 5), ("é", 5, 13)])[0]
    'Rain é'
    """
    texts: list[str] = []
    origins: list[Origin] = []
    place = 0
    for text, first, last in runs:
        if text:
            texts.append(text)
            origins.append(Origin(place, first, last))
            place += len(text)
    return "".join(texts), tuple(origins)


def length(runs: Iterable[Run]) -> int:
    """How many characters runs have."""
    return sum(len(text) for text, _, _ in runs)


def without(runs: Iterable[Run], cuts: Iterable[Bounds]) -> Iterator[Run]:
    """Runs without the characters in ``cuts``, which are in order and apart.

    >>> list(without([("Rain \\n", 0, 6), ("in Spain", 6, 14)], [(5, 6)]))
    [('Rain ', 0, 6), ('in Spain', 6, 14)]
    """
    rest = iter(cuts)
    start, end = next(rest, (-1, -1))
    place = 0
    for text, first, last in runs:
        stop = place + len(text)
        while place < stop:
            while 0 <= end <= place:
                start, end = next(rest, (-1, -1))
            if start < 0 or start >= stop:
                yield text[len(text) - (stop - place) :], first, last
                place = stop
            elif start > place:
                offset = len(text) - (stop - place)
                yield text[offset : offset + start - place], first, last
                place = start
            else:
                place = min(end, stop)
