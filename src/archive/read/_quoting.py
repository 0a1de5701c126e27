"""Marks of quoting: the ``> `` that a mail program sets before each line of what it passes on."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[ \t]{0,3}>[> \t]{0,60}")
_FEWEST = 2  # lines; a line that begins with ">" and stands alone may be a pointer in a page


def blanked(text: str) -> str:
    """``text`` with the marks of quoting blanked, character for character; empty if it has none.

    Marked are two lines or more with nothing but blank lines between them. All marks at the
    beginning of such a line go, however deep it is quoted (``>> ``, ``> > ``). A line that begins
    with ``>`` and stands alone is left as it is.

    >>> blanked("> Rain\\n>\\n> > in Spain")
    '  Rain\\n \\n    in Spain'
    """
    if ">" not in text:
        return ""
    lines = text.split("\n")
    marks = [_QUOTED.match(line) for line in lines]
    found = False
    for first, end in _runs(lines, marks):
        for index in range(first, end):
            mark = marks[index]
            if mark:
                found = True
                lines[index] = " " * mark.end() + lines[index][mark.end() :]
    return "\n".join(lines) if found else ""


def _runs(lines: list[str], marks: list[re.Match[str] | None]) -> list[tuple[int, int]]:
    """The runs of quoted lines, blank lines among them, as half-open ranges of indices."""
    runs: list[tuple[int, int]] = []
    first, last, count = 0, -1, 0
    for index, mark in enumerate(marks):
        if mark:
            first = index if not count else first
            last, count = index, count + 1
        elif count and lines[index].strip():
            runs += [(first, last + 1)] if count >= _FEWEST else []
            count = 0
    return runs + ([(first, last + 1)] if count >= _FEWEST else [])
