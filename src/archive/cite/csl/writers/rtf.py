r"""Rich Text Format 1.9.1: characters beyond ASCII by number, so that any word processor opens it.

Directions of text are left to the reader of the file, which all word processors find themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from archive.cite.csl import tree
from archive.cite.csl.tree import Tree
from archive.cite.csl.writers import _raised
from archive.cite.csl.writers._lines import Line, Run, lines, printable
from archive.cite.csl.writers._printed import Bibliography

_WORDS = {
    tree.ITALIC: r"\i",
    tree.OBLIQUE: r"\i",
    tree.BOLD: r"\b",
    tree.SMALL_CAPS: r"\scaps",
    tree.UNDERLINE: r"\ul",
    tree.SUPERSCRIPT: r"\super",
    tree.SUBSCRIPT: r"\sub",
}
_HEAD = r"{\rtf1\ansi\deff0\uc1{\fonttbl{\f0\froman Times New Roman;}}"
_SPECIAL = re.compile(r"[\\{}]")
_OTHER = re.compile("[^\n -~]")
_INDENT = 720  # twentieths of a point: half an inch
_LETTER = 120
_LINE = 240


def write(nodes: Tree) -> str:
    """One entry or citation, to stand in a paragraph; blocks stand in lines of their own."""
    return "\\line\n".join(map(_line, lines(nodes)))


def bibliography(printed: Bibliography) -> str:
    """A document, an entry a paragraph; margins are before a tab."""
    entries = [lines(entry.tree) for entry in printed.entries]
    margins = [_length(line.margin) for entry in entries for line in entry]
    settings = _paragraph(printed, max(margins, default=0))
    paragraphs = (
        rf"{settings} " + "\\line\n".join(_line(line, r"\tab ") for line in entry) + "\\par\n"
        for entry in entries
        if entry
    )
    return f"{_HEAD}\n{''.join(paragraphs)}}}\n"


def escape(text: str) -> str:
    """ASCII: the specials escaped, the rest as numbers of UTF-16, with "?" for old readers."""
    said = printable(text).replace("\n", " ")
    said = _SPECIAL.sub(r"\\\g<0>", said)
    first, *others = _raised.pieces(said)
    if others:
        said = first + "".join(map(_raise, others))
    return _OTHER.sub(_numbered, said)


def _raise(piece: str) -> str:
    return "".join(rf"{{\super {base}}}" if (base := _raised.base(c)) else c for c in piece)


def _numbered(found: re.Match[str]) -> str:
    if found[0] == "\t":
        return r"\tab "
    code = found[0].encode("utf-16-le")
    units = (int.from_bytes(code[n : n + 2], "little", signed=True) for n in range(0, len(code), 2))
    return "".join(rf"\u{unit}\'3f" for unit in units)


def _paragraph(printed: Bibliography, widest: int) -> str:
    """The settings of every paragraph."""
    hanging = _INDENT if printed.hanging_indent else 0
    if widest:
        hanging = (widest + 1) * _LETTER
    said = r"\pard\plain\f0"
    if hanging:
        said += rf"\tx{hanging}\li{hanging}\fi-{hanging}"
    if printed.line_spacing > 1:
        said += rf"\sl{printed.line_spacing * _LINE}\slmult1"
    if printed.entry_spacing > 0:
        said += rf"\sa{printed.entry_spacing * _LINE}"
    return said


def _length(runs: Iterable[Run]) -> int:
    return sum(len(run.text) for run in runs)


def _line(line: Line, after_margin: str = " ") -> str:
    said = [_inline(runs) for runs in (line.margin, line.runs)]
    return r"\tab " * line.indented + after_margin.join(filter(None, said))


def _inline(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    said = escape(run.text)
    words = "".join(_WORDS[kind] for kind in run.formats if kind in _WORDS)
    if words:
        said = f"{{{words} {said}}}"
    if run.address:
        target = quote(run.address, safe=":/?#[]@!$&'()*+,;=%~-._")
        said = rf'{{\field{{\*\fldinst{{HYPERLINK "{target}"}}}}{{\fldrslt {said}}}}}'
    return said
