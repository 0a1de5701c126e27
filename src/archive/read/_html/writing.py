"""Lines to a text: blank lines part blocks, and each character has its origin."""

from __future__ import annotations

from archive.model.document import Bounds, Link, Origin
from archive.read._html.characters import Run

RULE = "* * *"
"""What a rule across the page is written as."""


class Writing:
    """A text that is being written."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.size = 0
        self.origins: list[Origin] = []
        self.links: list[Link] = []

    @property
    def text(self) -> str:
        """What is written so far."""
        return "".join(self.pieces)

    def line_ends(self, count: int) -> None:
        """Line ends, if something is written: they come from where the text before them ends."""
        if self.size:
            place = self.origins[-1].last
            self.origins.append(Origin(self.size, place, place))
            self.pieces.append("\n" * count)
            self.size += count

    def runs(self, runs: list[Run]) -> Bounds:
        """Printed characters."""
        start = self.size
        for run in runs:
            self.origins.append(Origin(self.size, run.first, run.last))
            self.pieces.append(run.text)
            self.size += len(run.text)
        return start, self.size
