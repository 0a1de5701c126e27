"""Aligned columns for people to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import combining, east_asian_width

from archive.cli._session import visible


def table(rows: Iterable[Sequence[str]], limit: int = 60) -> str:
    """Rows as lines, columns two spaces apart; a cell but the last is cut at ``limit`` characters.

    >>> print(table([("title", "Rain"), ("author", "Lee, Ann")]))
    title   Rain
    author  Lee, Ann
    """
    cells = [[visible(cell).replace("\n", " ") for cell in row] for row in rows]
    cells = [[*(_cut(cell, limit) for cell in row[:-1]), *row[-1:]] for row in cells]
    columns = max((len(row) for row in cells), default=0)
    widths = [
        max((_width(row[i]) for row in cells if i < len(row)), default=0) for i in range(columns)
    ]
    return "\n".join(_line(row, widths) for row in cells)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False))
    return "  ".join(padded).rstrip()


def _cut(cell: str, limit: int) -> str:
    return cell if len(cell) <= limit else cell[: limit - 1] + "…"


def _width(text: str) -> int:
    """Columns of a terminal: wide letters take two, combining ones none."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
