"""CSL 1.0.2, "Choose", ``position``, and "Note Distance": where a cite stands after others.

First, subsequent, ibid, ibid-with-locator; whether an earlier cite is near; and the note of the
first reference. Text and notes are counted apart, as citeproc-js does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from archive.cite.csl.clusters import Cite, Cluster
from archive.cite.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT


class Position(NamedTuple):
    """Where a cite stands: its position, whether it is near, and the first note (0: none)."""

    position: int = FIRST
    near: bool = False
    first_note: int = 0


@dataclass(slots=True)
class _Seen:
    """What came before, in the text or in the notes."""

    first: dict[str, int] = field(default_factory=dict)  # the note of the first cite of an item
    last: dict[str, int] = field(default_factory=dict)
    before: Cluster | None = None
    in_note: dict[int, int] = field(default_factory=dict)  # cites in a note


def positions(clusters: Sequence[Cluster], distance: int) -> list[list[Position]]:
    """The position of each cite of each cluster; clusters in document order, cites as printed.

    Args:
        clusters: with their cites in the order in which they are printed.
        distance: ``near-note-distance`` of the style.
    """
    text, notes = _Seen(), _Seen()
    found = []
    for cluster in clusters:
        seen = notes if cluster.note else text
        if cluster.note and seen.before and seen.before.note > cluster.note:
            seen = notes = _Seen()  # numbering begins anew: a new chapter
        found.append(_positions(cluster, seen, distance))
    return found


def _positions(cluster: Cluster, seen: _Seen, distance: int) -> list[Position]:
    note = cluster.note
    seen.in_note[note] = seen.in_note.get(note, 0) + len(cluster.cites)
    found = []
    for place, cite in enumerate(cluster.cites):
        if cite.id not in seen.last:
            seen.first[cite.id] = note
            found.append(Position())
        else:
            before = _referent(cluster, place, seen)
            first = seen.first[cite.id]
            found.append(
                Position(
                    _repeated(before, cite),
                    not note or note - seen.last[cite.id] <= distance,
                    first if first != note else 0,
                )
            )
        seen.last[cite.id] = note
    seen.before = cluster
    return found


def _referent(cluster: Cluster, place: int, seen: _Seen) -> Cite | None:
    """The cite directly before that an "ibid" would mean; None if there is none it could mean."""
    cite = cluster.cites[place]
    if place:
        before = cluster.cites[place - 1]
        return before if before.id == cite.id else None
    if seen.before is None or not seen.before.cites:
        return None
    earlier = seen.before
    if earlier.note == cluster.note and cluster.note:
        last = earlier.cites[-1]
        return earlier.cites[0] if last.id == cite.id else None
    alone = not earlier.note or seen.in_note[earlier.note] == 1
    follows = earlier.note >= cluster.note - 1
    return earlier.cites[0] if earlier.cites[0].id == cite.id and alone and follows else None


def _repeated(before: Cite | None, cite: Cite) -> int:
    if before is None or (before.locator and not cite.locator):
        return SUBSEQUENT
    if (before.locator, before.label) == (cite.locator, cite.label) or not cite.locator:
        return IBID
    return IBID_WITH_LOCATOR
