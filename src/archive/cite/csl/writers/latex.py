r"""LaTeX: text for a document in UTF-8 with ``hyperref``, and nothing else beyond the kernel.

Every run carries its whole formatting (``\textit{\textbf{…}}``), so nothing has to be undone.
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

_COMMANDS = {
    tree.ITALIC: "textit",
    tree.OBLIQUE: "textsl",
    tree.BOLD: "textbf",
    tree.SMALL_CAPS: "textsc",
    tree.UNDERLINE: "underline",
    tree.SUPERSCRIPT: "textsuperscript",
    tree.SUBSCRIPT: "textsubscript",
}
_LIGHT = r"{\fontseries{l}\selectfont{}"
_SPECIALS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "-": "-",
    "[": "{[}",  # nothing after "\\" or "\item" takes it for an option
    "]": "{]}",
    "\t": " ",
    "\n": " ",
    "\u00a0": "~",
    "\u202f": r"\,",
    **{sign: f"\\{sign}" for sign in "$&#%_"},
}
# Two hyphens, and a mark turned round before "?" or "!", would become other characters.
_SPECIAL = re.compile(f"[{re.escape(''.join(set(_SPECIALS) - {'-'}))}]")
_LIGATURE = re.compile("-(?=-)|,(?=,)")
_BREAK = "\\\\{}\n"  # the braces keep it from taking "*" or "[" after it for its own
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9:/.?=&+,;@!()*_-]+")
_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%~-._"


def write(nodes: Tree) -> str:
    """One entry or citation, in one paragraph; blocks stand in lines of their own."""
    return _BREAK.join(map(_line, lines(nodes)))


def bibliography(printed: Bibliography) -> str:
    """A list (``list``, of the kernel) whose entries hang, or whose labels stand in the margin."""
    entries = [lines(entry.tree) for entry in printed.entries]
    if not any(entries):
        return ""
    items = "".join(map(_item, filter(None, entries)))
    return f"\\begin{{list}}{{}}{{{_lengths(printed, entries)}}}\n{items}\\end{{list}}\n"


def escape(text: str) -> str:
    """The text without commands, and without ligatures that stand for other characters."""
    said = _SPECIAL.sub(lambda found: _SPECIALS[found[0]], printable(text))
    said = _LIGATURE.sub(r"\g<0>{}", said)
    first, *others = _raised.pieces(said)
    return first if not others else first + "".join(map(_raise, others))


def _raise(piece: str) -> str:
    return "".join(
        rf"\textsuperscript{{{base}}}" if (base := _raised.base(c)) else c for c in piece
    )


def _item(entry: list[Line]) -> str:
    first, *others = entry
    label = f"[{{{_inline(first.margin)}}}]" if first.margin else "{}"
    said = [_inline(first.runs), *map(_line, others)]
    return f"\\item{label} " + _BREAK.join(filter(None, said)) + "\n"


def _lengths(printed: Bibliography, entries: list[list[Line]]) -> str:
    widest = max(
        (_inline(line.margin) for entry in entries for line in entry if line.margin),
        key=len,
        default="",
    )
    between = rf"\setlength{{\itemsep}}{{{printed.entry_spacing}\baselineskip}}"
    between += r"\setlength{\parsep}{0pt}"
    if widest:
        return (
            rf"\settowidth{{\labelwidth}}{{{widest}}}"
            r"\setlength{\leftmargin}{\labelwidth}\addtolength{\leftmargin}{\labelsep}"
            rf"\renewcommand{{\makelabel}}[1]{{#1\hfill}}{between}"
        )
    hanging = "2em" if printed.hanging_indent else "0pt"
    return (
        rf"\setlength{{\leftmargin}}{{{hanging}}}\setlength{{\itemindent}}{{-{hanging}}}"
        rf"\setlength{{\labelwidth}}{{0pt}}\setlength{{\labelsep}}{{0pt}}{between}"
    )


def _line(line: Line) -> str:
    said = [_inline(runs) for runs in (line.margin, line.runs)]
    return r"\hspace*{2em}" * line.indented + " ".join(filter(None, said))


def _inline(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    said = _linked(run) if run.address else escape(run.text)
    for kind in reversed(run.formats):
        said = f"{_LIGHT}{said}}}" if kind == tree.LIGHT else f"\\{_COMMANDS[kind]}{{{said}}}"
    return said


def _linked(run: Run) -> str:
    if run.text == run.address and _PLAIN_ADDRESS.fullmatch(run.text):
        return rf"\url{{{run.text}}}"
    target = quote(run.address, safe=_IN_ADDRESS)
    target = re.sub("[%#&~_$]", r"\\\g<0>", target)
    return rf"\href{{{target}}}{{{escape(run.text)}}}"
