"""Markdown: CommonMark that GitHub and pandoc read the same way.

Emphasis is written with asterisks where these are sure to be read as emphasis, and with elements
of HTML where not: inside words, beside punctuation or other emphasis. What Markdown has no sign
for (small capitals, superscripts, underlining) is HTML, too, as CommonMark provides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

from archive.cite.csl import tree
from archive.cite.csl.tree import Tree
from archive.cite.csl.writers._lines import Line, Run, lines, printable
from archive.cite.csl.writers._printed import Bibliography

_SIGNS = {tree.ITALIC: "*", tree.OBLIQUE: "*", tree.BOLD: "**"}
_TAGS = {
    tree.ITALIC: ("<em>", "</em>"),
    tree.OBLIQUE: ("<em>", "</em>"),
    tree.BOLD: ("<strong>", "</strong>"),
    tree.LIGHT: ('<span style="font-weight:lighter;">', "</span>"),
    tree.SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
    tree.UNDERLINE: ("<u>", "</u>"),
    tree.SUPERSCRIPT: ("<sup>", "</sup>"),
    tree.SUBSCRIPT: ("<sub>", "</sub>"),
}
_BREAK = "\\\n"
# The rest is for pandoc (citations, mathematics, typography) and for GitHub (":smile:").
_SPECIAL = re.compile(
    r"""[\\`*\[\]<>{}|~$^@"']|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w]+;)|-(?=-)|\.(?=\.)|:(?=[\w+-]+:)|(?<!\w)#(?=\w)"""
)
# What begins a block where a line begins: headings, lists, definitions, title blocks, rules.
_BLOCK = re.compile(r"[#+=:%-]")
_ENUMERATOR = re.compile(r"(\()?(#|\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)([.)])(?=\s|$)")
_AUTOLINK = re.compile(r"[!-;=?-~]+")


def write(nodes: Tree, *, inside: bool = False) -> str:
    """One entry or citation, in one paragraph; blocks stand in lines of their own.

    Args:
        nodes: what is printed.
        inside: it stands in the middle of a line, where nothing begins a block.
    """
    return _BREAK.join(
        _line(line, begins=not inside or number > 0) for number, line in enumerate(lines(nodes))
    )


def bibliography(printed: Bibliography) -> str:
    """A paragraph an entry, blank lines between; empty if there are no entries."""
    entries = filter(None, (write(entry.tree) for entry in printed.entries))
    said = "\n\n".join(entries)
    return f"{said}\n" if said else ""


def escape(text: str) -> str:
    """Text that may stand anywhere but at the beginning of a line (``_begun`` does the rest)."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(printable(text).split("\n")).replace("\t", " "))


def _line(line: Line, *, begins: bool) -> str:
    said = " ".join(filter(None, (_inline(runs) for runs in (line.margin, line.runs))))
    return "\u2003" * line.indented + (_begun(said) if begins else said)


def _begun(line: str) -> str:
    """The line, kept from beginning a list, a heading or the like."""
    if found := _ENUMERATOR.match(line):
        opening = "\\" if found[1] else ""
        return f"{opening}{line[: found.start(3)]}\\{line[found.start(3) :]}"
    return f"\\{line}" if _BLOCK.match(line) else line


def _inline(runs: Sequence[Run]) -> str:
    said = ""
    for run, after in zip_longest(runs, runs[1:], fillvalue=Run(" ")):
        if run.address and said.endswith("!"):
            said = f"{said[:-1]}\\!"  # "![" would be a picture
        said += _run(run, said, after)
    return said


def _run(run: Run, before: str, after: Run) -> str:
    """The run after what was said before; white space stands outside of formatting."""
    core = run.text.strip()
    if not core or not (run.formats or run.address):
        return escape(run.text)
    start = run.text.index(core)
    front, back = escape(run.text[:start]), escape(run.text[start + len(core) :])
    said = _linked(core, run.address) if run.address else escape(core)
    said = _tagged(said, [kind for kind in run.formats if kind not in _SIGNS])
    emphasis = [kind for kind in run.formats if kind in _SIGNS]
    next_ = back or ("<" if after.formats or after.address else after.text)
    if _sure((before + front)[-1:], said, next_[:1]):
        signs = "".join(_SIGNS[kind] for kind in emphasis)
        return f"{front}{signs}{said}{signs}{back}"
    return f"{front}{_tagged(said, emphasis)}{back}"


def _tagged(said: str, kinds: Sequence[str]) -> str:
    for kind in reversed(kinds):
        opening, closing = _TAGS[kind]
        said = f"{opening}{said}{closing}"
    return said


def _sure(before: str, said: str, after: str) -> bool:
    """Whether asterisks round what is said are emphasis (CommonMark, "flanking")."""
    return (
        before != "*"
        and (not _sign(said[0]) or not before or before.isspace() or _sign(before))
        and (not _sign(said[-1]) or not after or after.isspace() or _sign(after))
    )


def _sign(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"


def _linked(text: str, address: str) -> str:
    if text == address and _AUTOLINK.fullmatch(text):
        return f"<{text}>"
    target = re.sub(r"[<>\\]", r"\\\g<0>", address)
    return f"[{escape(text)}](<{target}>)"
