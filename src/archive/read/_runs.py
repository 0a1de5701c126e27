"""Runs: a text in pieces, each with the bytes that it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import IncrementalNewlineDecoder

from archive.model.document import Bounds, Origin
from archive.read._stated import decoder, encoding, text

Piece = tuple[bytes, int, int]
"""Bytes of a text, and where in the source those that they were read from begin and end."""

Run = tuple[str, int, int]
"""Characters, and where the bytes that they were read from begin and end."""

_LINE_END = re.compile(rb"\r\n|[\r\n]")
_LINES_AT_ONCE = 50_000  # from so many lines on, a run is more than one of them


def lines(data: bytes, first: int, last: int) -> Iterator[Bounds]:
    """Where each line is, with its end; of a very long text, several lines at once."""
    ends = data.count(b"\n", first, last) + data.count(b"\r", first, last)
    together = 1 + ends // _LINES_AT_ONCE
    start, count = first, 0
    for match in _LINE_END.finditer(data, first, last):
        count += 1
        if count == together:
            yield start, match.end()
            start, count = match.end(), 0
    if start < last:
        yield start, last


def decoded(pieces: Iterable[Piece], stated: str) -> tuple[list[Run], str]:
    """A text, a run for each piece of its bytes, and its encoding; no runs if it is blank.

    Each line end (CR LF, CR, LF, VT, FF) is one LF; a byte order mark is no part of the text.

    Args:
        pieces: in order; a character may begin in one and end in the next.
        stated: the encoding that its container states, or empty.

    Raises:
        InputError: its encoding cannot be told.
    """
    pieces = list(pieces)
    payload = b"".join(piece for piece, _, _ in pieces)
    if not payload.strip():
        return [], ""
    name = encoding(payload, stated)
    return list(_decoded(pieces, payload, name)), name


def _decoded(pieces: list[Piece], payload: bytes, name: str) -> Iterator[Run]:
    step = decoder(name)
    if step is None:  # a mixture, which is decoded as a whole
        yield text(payload, name), pieces[0][1], pieces[-1][2]
        return
    newlines = IncrementalNewlineDecoder(step, translate=True)
    at_start = True
    for index, (piece, first, last) in enumerate(pieces):
        found = newlines.decode(piece, final=index == len(pieces) - 1)
        if at_start and found:
            found, at_start = found.removeprefix("\ufeff"), False
        yield found.replace("\x0b", "\n").replace("\x0c", "\n"), first, last


def joined(runs: Iterable[Run]) -> tuple[str, tuple[Origin, ...]]:
    """The text of runs in order, and where each of them comes from.

    >>> joined([("Rain ", 0, 5), ("é", 5, 13)])[0]
    'Rain é'
    """
    texts: list[str] = []
    origins: list[Origin] = []
    place = 0
    for run, first, last in runs:
        if run:
            texts.append(run)
            origins.append(Origin(place, first, last))
            place += len(run)
    return "".join(texts), tuple(origins)


def length(runs: Iterable[Run]) -> int:
    """How many characters runs have."""
    return sum(len(run) for run, _, _ in runs)


def without(runs: Iterable[Run], cuts: Iterable[Bounds]) -> Iterator[Run]:
    """Runs without the characters in ``cuts``, which are in order and apart.

    >>> list(without([("Rain \\n", 0, 6), ("in Spain", 6, 14)], [(5, 6)]))
    [('Rain ', 0, 6), ('in Spain', 6, 14)]
    """
    rest = iter(cuts)
    start, end = next(rest, (-1, -1))
    place = 0
    for run, first, last in runs:
        stop = place + len(run)
        while place < stop:
            while 0 <= end <= place:
                start, end = next(rest, (-1, -1))
            if start < 0 or start >= stop:
                yield run[len(run) - (stop - place) :], first, last
                place = stop
            elif start > place:
                offset = len(run) - (stop - place)
                yield run[offset : offset + start - place], first, last
                place = start
            else:
                place = min(end, stop)
