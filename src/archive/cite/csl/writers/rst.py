"""reStructuredText: inline markup with the boundaries it must have, made by escaped spaces.

Markup does not nest there: of several formats one is written, the first of bold, italics,
superscript and subscript. Small capitals and underlining have no role without a definition in the
document, and stay plain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category

from archive.cite.csl import tree
from archive.cite.csl.tree import Tree
from archive.cite.csl.writers._lines import Line, Run, lines, printable
from archive.cite.csl.writers._printed import Bibliography

_MARKUP = {
    tree.BOLD: ("**", "**"),
    tree.ITALIC: ("*", "*"),
    tree.OBLIQUE: ("*", "*"),
    tree.SUPERSCRIPT: (":sup:`", "`"),
    tree.SUBSCRIPT: (":sub:`", "`"),
}
_SPECIAL = re.compile(r"[\\`*|_<>]|:(?=:)")
# What begins a block: bullets, options, comments, fields, tables, rules, and enumerated lists.
_BLOCK = re.compile(r"[!-/:-@\[-`{-~•‣⁃]|\(?(?:#|\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)](?=\s|$)")
_PUNCTUATION = frozenset(("Pe", "Pf", "Pi", "Pd", "Po"))
# An address that is found in running text, whole ("Standalone Hyperlinks").
_STANDALONE = re.compile(r"https?://[A-Za-z0-9/.?=&%~-]*[A-Za-z0-9/]", re.IGNORECASE)


def write(nodes: Tree) -> str:
    """One entry or citation: text, or a line block if it has several lines."""
    said = list(map(_line, lines(nodes)))
    if len(said) < 2:
        return "".join(map(_begun, said))
    return "\n".join(f"| {line}" for line in said)


def bibliography(printed: Bibliography) -> str:
    """A paragraph an entry, blank lines between; empty if there are no entries."""
    entries = filter(None, (write(entry.tree) for entry in printed.entries))
    said = "\n\n".join(entries)
    return f"{said}\n" if said else ""


def escape(text: str) -> str:
    """Text that may stand anywhere but at the beginning of a paragraph (``_begun`` does that)."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(printable(text).split("\n")).replace("\t", " "))


def _line(line: Line) -> str:
    said = [_inline(runs) for runs in (line.margin, line.runs)]
    return "   " * line.indented + " ".join(filter(None, said))


def _begun(line: str) -> str:
    """The line, kept from beginning anything but a paragraph."""
    if line.startswith(("*", ":sup:`", ":sub:`")) and not line.startswith("* "):
        return line
    return f"\\{line}" if _BLOCK.match(line) and not line.startswith("\\") else line


def _inline(runs: Sequence[Run]) -> str:
    said, ended = "", False  # whether markup has just ended
    for run in runs:
        core = run.text.strip()
        markup = _written(core, run) if core else ""
        front, back = run.text.split(core, 1) if markup else ("", "")
        piece = f"{front}{markup}{back}" if markup else escape(run.text)
        if (ended and not _may_follow(piece[0])) or (
            markup and not front and not _may_precede(said, core)
        ):
            said += "\\ "
        said += piece
        ended = bool(markup) and not back
    return said


def _may_follow(letter: str) -> bool:
    """Whether markup may end before that character ("Inline markup recognition rules")."""
    return letter.isspace() or letter in "'\")]}>-/\\.,;!?" or category(letter) in _PUNCTUATION


def _may_precede(said: str, markup: str) -> bool:
    """Whether markup of that text may begin after what was said."""
    last = said[-1:]
    if not last or last.isspace():
        return True
    # In brackets, or quotation marks, markup must not begin with the other one: ("*)*").
    return markup[0].isalnum() and (last in "'\"([{-/" or category(last) in {"Ps", "Pi", "Pd"})


def _written(text: str, run: Run) -> str:
    """The text with its markup; empty if it needs none."""
    if run.address:
        if text == run.address and _STANDALONE.fullmatch(text):
            return text
        return f"`{escape(text)} <{escape(run.address)}>`__"
    for kind, (opening, closing) in _MARKUP.items():
        if kind in run.formats:
            return f"{opening}{escape(text)}{closing}"
    return ""
