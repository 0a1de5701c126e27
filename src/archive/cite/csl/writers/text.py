"""Plain text: what is printed without its formatting.

No characters are added, not even those that would isolate right-to-left text: plain text is
compared, searched and pasted, and invisible characters are in the way there.
"""

from __future__ import annotations

from archive.cite.csl.tree import Text, Tree
from archive.cite.csl.writers._lines import Line, lines, printable
from archive.cite.csl.writers._printed import Bibliography

_INDENT = "    "


def write(nodes: Tree) -> str:
    """One entry or citation. Blocks stand in lines of their own, a margin before its text."""
    if len(nodes) == 1 and isinstance(nodes[0], Text):
        return escape(nodes[0])
    return "\n".join(map(_line, lines(nodes)))


def bibliography(printed: Bibliography) -> str:
    """One entry a line, as in citeproc-js; empty if there are no entries."""
    return "".join(f"{write(entry.tree)}\n" for entry in printed.entries)


def escape(text: str) -> str:
    """The text; control characters and lone surrogates are gone."""
    return printable(text)


def _line(line: Line) -> str:
    said = ["".join(escape(run.text) for run in runs) for runs in (line.margin, line.runs)]
    return _INDENT * line.indented + " ".join(filter(None, said))
