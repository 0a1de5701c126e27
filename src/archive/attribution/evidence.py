"""What the rules share: white space out of the way, and facts made of the characters they read."""

from __future__ import annotations

from archive.model.document import Document
from archive.model.fact import Certainty, Fact, Rule


def squeezed(text: str) -> str:
    """``text`` with every run of white space (a line end, too) as one space, none at the ends."""
    return " ".join(text.split())


def trimmed(text: str, start: int, end: int, also: str = "") -> tuple[int, int]:
    """The bounds of ``text[start:end]`` without white space, and ``also``, at its ends."""
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return start, end


def printed(
    document: Document, start: int, end: int, rule: Rule, certainty: Certainty = Certainty.HIGH
) -> Fact[str]:
    """The fact that these characters state themselves, white space squeezed."""
    value = squeezed(document.prose[start:end])
    return Fact(value, document.span(start, end), rule, certainty)
