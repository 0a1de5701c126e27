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
# An underscore inside a word is none; pandoc knows "@" as well.
_SPECIAL = re.compile(r"[\\`*|]|(?<![^\W_])_|_(?![^\W_])|(?<=:):|(?<!\w)@")
_INDENT = r"   \ "
# What begins a block: bullets, options, comments, fields, tables, enumerated lists; what is a rule.
_BLOCK = re.compile(r"[*+\-•‣⁃/:|.>=_]|\(?(?:#|\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)](?=\s|$)")
_RULE = re.compile(r"[!-/:-@\[-`{-~]+")
_PUNCTUATION = frozenset(("Pe", "Pf", "Pi", "Pd", "Po"))


def write(nodes: Tree) -> str:
    """One entry or citation: text, or a line block if it has several lines."""
    said = list(map(_line, lines(nodes)))
    return said[0].removeprefix(_INDENT) if len(said) == 1 else _block(said)


def _block(said: Sequence[str]) -> str:
    return "\n".join(f"| {line}" for line in said)


def bibliography(printed: Bibliography) -> str:
    """A paragraph an entry, blank lines between; empty if there are no entries."""
    entries = filter(None, (write(entry.tree) for entry in printed.entries))
    said = "\n\n".join(entries)
    return f"{said}\n" if said else ""


def escape(text: str) -> str:
    """Text that may stand anywhere but at the beginning of a paragraph (see ``_inline``)."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(printable(text).split("\n")).replace("\t", " "))


def _line(line: Line) -> str:
    said = [_inline(runs) for runs in (line.margin, line.runs)]
    return _INDENT * line.indented + " ".join(filter(None, said))


def _inline(runs: Sequence[Run]) -> str:
    said, ended = "", False  # whether markup has just ended
    for run in runs:
        core = run.text.strip()
        markup = _written(core, run) if core else ""
        front, back = run.text.split(core, 1) if markup else ("", "")
        piece = f"{front}{markup}{back}" if markup else escape(run.text)
        alone = len(runs) == 1 and _RULE.fullmatch(piece)
        if not (said or markup) and (alone or _BLOCK.match(piece)):
            piece = f"\\{piece}"
        if (ended and not _may_follow(piece[0])) or (
            markup and not front and not _may_precede(said, core)
        ):
            said += "\\ "
        said += piece
        ended = bool(markup) and not back
    return said


def _may_follow(letter: str) -> bool:
    """Whether markup may end before that character ("Inline markup recognition rules")."""
    return letter.isspace() or letter in "'\")]}>-/.,;!?" or category(letter) in _PUNCTUATION


def _may_precede(said: str, markup: str) -> bool:
    """Whether markup of that text may begin after what was said."""
    last = said[-1:]
    if not last or last.isspace():
        return True
    if "://" in said.rsplit(None, 1)[-1]:
        return False  # the address would go on
    # In brackets or quotation marks, markup must not begin with the closing one: ("(*)*").
    return markup[0].isalnum() and category(last) in {"Ps", "Pi"}


def _written(text: str, run: Run) -> str:
    """The text with its markup; empty if it needs none."""
    if run.address:
        text = re.sub("[<>]", r"\\\g<0>", escape(text))
        return f"`{text} <{escape(run.address)}>`__"
    for kind, (opening, closing) in _MARKUP.items():
        if kind in run.formats:
            return f"{opening}{escape(text)}{closing}"
    return ""
