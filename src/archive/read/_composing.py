"""A reading text put together from pieces: what is printed first, behind it what is not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

from archive.errors import TooLarge
from archive.model.document import Bounds, Link, Origin, Part, Told
from archive.read._html import Extract
from archive.read._runs import Piece, Run, joined, length

Said = tuple[str, list[Run]]
"""What is said and not printed: a name (``atom:author``), and the characters of the value."""

Place = Callable[[int, int], Bounds]
"""Where in the source the run of characters between two places of a text is."""

_Value = tuple[str, Bounds]

MOST_TAGS = 200_000
"""The most tags of a page that is read; a long page has some thousands."""


def check_tags(markup: str) -> None:
    """Refuse markup that it would take too long to read.

    Raises:
        TooLarge: it has too many tags.
    """
    count = markup.count("<")
    if count > MOST_TAGS:
        raise TooLarge(count, MOST_TAGS, "tags")


class Places:
    """Where in a source the bytes, or the characters, of a text taken from pieces of it stand.

    A piece that is as long as what it was read from is it, one for one; of another (what was
    compressed, encoded for sending, or a reference) all is given.
    """

    def __init__(self, pieces: Iterable[Piece | Run]) -> None:
        self._pieces = [(len(piece), first, last) for piece, first, last in pieces if piece]
        self._starts = list(accumulate((size for size, _, _ in self._pieces), initial=0))

    def bounds(self, first: int, last: int) -> Bounds:
        """Where what is between ``first`` and ``last`` stands, which is at least one."""
        start, _ = self._of(first)
        _, end = self._of(max(first, last - 1))
        return start, end

    def _of(self, place: int) -> Bounds:
        index = max(0, min(bisect_right(self._starts, place), len(self._pieces)) - 1)
        size, first, last = self._pieces[index]
        if last - first != size:
            return first, last
        place = min(first + place - self._starts[index], last - 1)
        return place, place + 1


class Composition:
    """A reading text that grows: what is printed, and what is said and not printed."""

    def __init__(self) -> None:
        self._printed: list[Run] = []
        self._said: list[Run] = []
        self._parts: list[tuple[Bounds, list[_Value]]] = []
        self._links: list[tuple[Bounds, Bounds]] = []
        self._size = 0
        self._said_size = 0

    def write(self, runs: Iterable[Run]) -> Bounds:
        """Print runs; where they are printed."""
        start = self._size
        for run in runs:
            self._printed.append(run)
            self._size += len(run[0])
        return start, self._size

    def write_apart(self, runs: Iterable[Run]) -> Bounds:
        """Print runs after a blank line, if something is printed before them."""
        if self._printed:
            last, first, end = self._printed[-1]
            apart = last.rstrip("\n") + "\n\n"
            self._size += len(apart) - len(last)
            self._printed[-1] = apart, first, end
        return self.write(runs)

    def write_markup(self, extract: Extract, place: Place) -> tuple[Bounds, list[Said]]:
        """Print what is printed of markup, apart from what is before it, and keep its links.

        Args:
            extract: as read from the markup.
            place: where in the source a run of characters of the markup is.

        Returns:
            Where it is printed, and what the markup says beside it.
        """
        cut = _Cut(extract, place)
        end = extract.parts[-1].bounds[1] if extract.parts else 0
        start, stop = self.write_apart(cut.runs((0, end)))
        for link in extract.links:
            anchor = link.anchor[0] + start, link.anchor[1] + start
            self._links.append((anchor, self._say(cut.runs(link.target))))
        said = [(t.name, cut.runs(t.bounds)) for part in extract.parts for t in part.told]
        return (start, stop), said

    def part(self, bounds: Bounds, said: Iterable[Said] = ()) -> None:
        """Tell a part of what is printed from the rest, and what is said of it."""
        self._parts.append((bounds, [(name, self._say(runs)) for name, runs in said]))

    def _say(self, runs: Iterable[Run]) -> Bounds:
        _, _, end = (self._said or self._printed or [("", 0, 0)])[-1]
        self._said.append(("\n", end, end))
        start = self._said_size + 1
        kept = [run for run in runs if run[0]]
        self._said += kept
        self._said_size = start + length(kept)
        return start, self._said_size

    @property
    def text(self) -> str:
        """All of it."""
        return joined([*self._printed, *self._said])[0]

    @property
    def printed(self) -> str:
        """What is printed."""
        return joined(self._printed)[0]

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where it comes from."""
        return joined([*self._printed, *self._said])[1]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that were told from the rest, in order."""
        return tuple(
            Part(bounds, tuple(Told(name, self._behind(said)) for name, said in values))
            for bounds, values in self._parts
        )

    @property
    def links(self) -> tuple[Link, ...]:
        """The links in what is printed."""
        return tuple(Link(anchor, self._behind(target)) for anchor, target in self._links)

    def _behind(self, bounds: Bounds) -> Bounds:
        return bounds[0] + self._size, bounds[1] + self._size


def printed(extract: Extract, place: Place) -> list[Run]:
    """The runs of what is printed of markup."""
    end = extract.parts[-1].bounds[1] if extract.parts else 0
    return _Cut(extract, place).runs((0, end))


class _Cut:
    """The runs of an extract, with their places in the source."""

    def __init__(self, extract: Extract, place: Place) -> None:
        self._text = extract.text
        self._starts = [origin.start for origin in extract.origins]
        self._places = [place(origin.first, origin.last) for origin in extract.origins]

    def runs(self, bounds: Bounds) -> list[Run]:
        """The runs in ``bounds``."""
        start, end = bounds
        found: list[Run] = []
        index = max(0, bisect_right(self._starts, start) - 1)
        while start < end:
            stop = self._starts[index + 1] if index + 1 < len(self._starts) else end
            stop = min(stop, end)
            found.append((self._text[start:stop], *self._places[index]))
            start, index = stop, index + 1
        return found
