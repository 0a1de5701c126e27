"""Facts: a value, the characters it was read from, the rule that read it, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T", covariant=True)


class Certainty(StrEnum):
    """How surely a rule's reading is right. ``high`` means right 99 times in 100."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of a decoded source: half-open, in Unicode code points counted from 0.

    Attributes:
        source: SHA-256 of the bytes as received, 64 hex digits.
        start: the first character.
        end: the position after the last; equal to ``start`` for a place between characters.

    Source: RFC 5147 (``#char=start,end``; a line end counts as one character).
    """

    source: str
    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span, of the same source."""
        return self.source == other.source and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that reads, by name (``family/rule``), and what it says in one plain sentence.

    The sentence travels with every record that the rule had a part in.
    """

    name: str
    statement: str


@dataclass(frozen=True, slots=True)
class Editor:
    """A person who supplied a value, in the place of a rule."""

    name: str


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A statement with its evidence. What no source says is absent, never a guess.

    Attributes:
        value: what is stated.
        span: the characters it was read from; ``None`` only where a person supplied the value.
        rule: the rule that read it, or the person who supplied it.
        certainty: how surely.
    """

    value: T
    span: Span | None
    rule: Rule | Editor
    certainty: Certainty = Certainty.HIGH
