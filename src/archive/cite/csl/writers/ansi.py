"""Text for terminals: formatting by ECMA-48 sequences ("Select Graphic Rendition").

Small capitals, superscripts and subscripts have no sequence that terminals know, and stay plain.
Links are not made either: terminals find addresses by themselves, and those that do not know the
sequence for links print parts of it. Right-to-left text is left to the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable

from archive.cite.csl import tree
from archive.cite.csl.tree import Tree
from archive.cite.csl.writers._lines import Line, Run, lines, printable
from archive.cite.csl.writers._printed import Bibliography

_CODES = {tree.BOLD: "1", tree.LIGHT: "2", tree.ITALIC: "3", tree.OBLIQUE: "3", tree.UNDERLINE: "4"}
_INDENT = "    "


def write(nodes: Tree) -> str:
    """One entry or citation; every formatting ends in the line it began in."""
    return "\n".join(map(_line, lines(nodes)))


def bibliography(printed: Bibliography) -> str:
    """One entry a line, with blank lines between them as the style spaces entries."""
    between = "\n" * (1 + max(printed.entry_spacing, 0))
    said = between.join(write(entry.tree) for entry in printed.entries)
    return f"{said}\n" if said else ""


def escape(text: str) -> str:
    """The text without control characters, so without sequences of its own."""
    return printable(text).replace("\t", " ")


def _line(line: Line) -> str:
    said = [_inline(runs) for runs in (line.margin, line.runs)]
    return _INDENT * line.indented + " ".join(filter(None, said))


def _inline(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    codes = ";".join(sorted({_CODES[kind] for kind in run.formats if kind in _CODES}))
    text = escape(run.text)
    return f"\x1b[{codes}m{text}\x1b[0m" if codes else text
