"""A text whose blocks are being told apart: what each is, as far as the rules have come."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from archive.attribution.blocks import Piece
from archive.attribution.bylines import Byline
from archive.model.article import BlockKind
from archive.model.document import Bounds, Document
from archive.model.fact import Fact

SEPARATOR = re.compile(
    r"(?:[\s*#_=~·•–—+.-]{1,200}|-?\s?30\s?-|\(?(?:END|ENDS|FIN)(?:/[0-9]{4})?\)?)\Z"
)
"""A pattern for a line that parts: a rule of asterisks or the like, or an end mark."""


@dataclass(slots=True)
class Draft:
    """Kinds and pieces of the blocks told so far, by index.

    ``untitled`` where it is known that the article is printed without a title. ``text`` is what the
    rules read of the document.
    """

    document: Document
    bounds: list[Bounds]
    kinds: dict[int, BlockKind] = field(default_factory=dict)
    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    bylines: list[Byline] = field(default_factory=list)
    title: Fact[str] | None = None
    subtitle: Fact[str] | None = None
    untitled: bool = False
    text: str = field(init=False)

    def __post_init__(self) -> None:
        """Keep the text at hand: it is asked for at every line."""
        self.text = self.document.prose

    def level(self, index: int) -> int:
        """The level of the heading that the markup makes a block, 0 if it is none."""
        start, end = self.bounds[index]
        headings = self.document.headings
        return next((h.level for h in headings if start <= h.bounds[0] and h.bounds[1] <= end), 0)

    def is_separator(self, index: int) -> bool:
        """Whether a block is a rule of asterisks or the like, or an end mark."""
        return SEPARATOR.match(self.text, *self.bounds[index]) is not None

    def part(self, index: int, cut: int) -> None:
        """Part a block in two before the character ``cut``."""
        start, end = self.bounds[index]
        before = start + len(self.text[start:cut].rstrip())
        behind = end - len(self.text[cut:end].lstrip())
        self.bounds[index : index + 1] = [(start, before), (behind, end)]
        self.kinds = {i + (i > index): kind for i, kind in self.kinds.items()}
        self.pieces = {i + (i > index): pieces for i, pieces in self.pieces.items()}
