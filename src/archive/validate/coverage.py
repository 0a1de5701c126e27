"""How much of a record is evidence: figures, not findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archive.validate.findings import Finding
from archive.validate.subject import Subject, source_range

_UNPROVED = ("S001", "S002", "S003")  # each of one statement whose evidence does not hold


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many statements have evidence, and how many characters are accounted for.

    Attributes:
        statements: that the record makes of the article: what has a certainty (@cert).
        proved: those of them that name characters of the source which say so, as was looked up, or
            that stand in the text, at their characters; 0 if the source cannot be read.
        characters: of the source that are the article's, white space aside; 0 if it cannot be read.
        carried: those of them that stand in the text.
    """

    statements: int = 0
    proved: int = 0
    characters: int = 0
    carried: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        """The figures of both together."""
        return Coverage(
            self.statements + other.statements,
            self.proved + other.proved,
            self.characters + other.characters,
            self.carried + other.carried,
        )

    @property
    def of_statements(self) -> float:
        """The share of statements that are proved, in percent; 100 if there are none."""
        return _percent(self.proved, self.statements)

    @property
    def of_characters(self) -> float:
        """The share of characters that are carried, in percent; 100 if there are none."""
        return _percent(self.carried, self.characters)


NONE = Coverage()
"""Of no record at all."""


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def coverage(subject: Subject, findings: Iterable[Finding]) -> Coverage:
    """The figures of a record that the grammar accepts, by what was found in it."""
    text = next(subject.all("text"))
    statements = subject.having("cert")
    if subject.text is None:
        return Coverage(len(statements))
    inside = set(text.iter("*"))
    held = sum(1 for e in statements if "source" in e.attrib or e in inside)
    wrong = sum(1 for finding in findings if finding.rule in _UNPROVED)
    ranges = sorted(r for e in subject.having("source") if e in inside and (r := source_range(e)))
    whole, lost = _characters(subject.text, ranges, subject.extent())
    return Coverage(len(statements), max(0, held - wrong), whole, whole - lost)


def _characters(
    source: str, ranges: Iterable[tuple[int, int]], extent: tuple[int, int]
) -> tuple[int, int]:
    """How many characters the article has, white space aside, and how many no block carries."""
    begin, stop = extent
    lost, reached = 0, begin
    for start, end in ranges:
        if start > reached:
            lost += _visible(source[reached : min(start, stop)])
        reached = max(reached, end)
    return _visible(source[begin:stop]), lost + _visible(source[reached:stop])


def _visible(text: str) -> int:
    return len("".join(text.split()))
