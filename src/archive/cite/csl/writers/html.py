"""HTML: a fragment, with the elements, classes and white space that citeproc-js writes.

Right-to-left text. The order of letters is the browser's work (Unicode Bidirectional Algorithm),
and the direction of the whole belongs to the page. But in a line that runs the other way, the
numbers and full stops that follow Hebrew or Arabic words are drawn on their wrong side: in an
English entry, "كتاب, 2020" shows the year before the title. So where an entry has letters of both
directions, right-to-left words are isolated (``<bdi>``). An entry in one direction needs nothing,
and ``dir="auto"`` on entries would set the lines of one list to both sides of the page.
"""

from __future__ import annotations

import html
import re

from archive.cite.csl import tree
from archive.cite.csl.tree import Styled, Text, Tree, text_of
from archive.cite.csl.writers import _raised
from archive.cite.csl.writers._lines import address, printable
from archive.cite.csl.writers._printed import Bibliography

HEAD = '<div class="csl-bib-body">\n'
FOOT = "</div>"

_TAGS = {
    tree.ITALIC: ("<i>", "</i>"),
    tree.OBLIQUE: ("<em>", "</em>"),
    tree.BOLD: ("<b>", "</b>"),
    tree.LIGHT: ('<span style="font-weight:lighter;">', "</span>"),
    tree.SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
    tree.UNDERLINE: ('<span style="text-decoration:underline;">', "</span>"),
    tree.SUPERSCRIPT: ("<sup>", "</sup>"),
    tree.SUBSCRIPT: ("<sub>", "</sub>"),
    tree.ROMAN: ('<span style="font-style:normal;">', "</span>"),
    tree.REGULAR: ('<span style="font-weight:normal;">', "</span>"),
    tree.PLAIN_CAPS: ('<span style="font-variant:normal;">', "</span>"),
    tree.PLAIN_LINE: ('<span style="text-decoration:none;">', "</span>"),
    tree.BASELINE: ('<span style="vertical-align:baseline;">', "</span>"),
    tree.BLOCK: ('\n\n    <div class="csl-block">', "</div>\n"),
    tree.LEFT_MARGIN: ('\n    <div class="csl-left-margin">', "</div>"),
    tree.RIGHT_INLINE: ('<div class="csl-right-inline">', "</div>\n  "),
    tree.INDENT: ('<div class="csl-indent">', "</div>\n  "),
}
# Blocks of scripts that run from right to left, for a character class.
_RIGHT_TO_LEFT = (
    "\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_RTL = re.compile(f"[{_RIGHT_TO_LEFT}]")
_LTR = re.compile(f"[^\\W\\d_{_RIGHT_TO_LEFT}]")
_RTL_WORDS = re.compile(f"([{_RIGHT_TO_LEFT}]+(?:[\\W\\d_]+[{_RIGHT_TO_LEFT}]+)*)")


def write(nodes: Tree, *, bare: bool = False) -> str:
    """One entry or citation.

    Args:
        nodes: what is printed.
        bare: as citeproc-js does without asking: no links, and right-to-left words as they are.
    """
    said = _nodes(nodes, not bare, isolated=False)
    if not bare and _RTL.search(said) and _LTR.search(text_of(nodes)):
        return _nodes(nodes, linked=True, isolated=True)
    return said


def entry(nodes: Tree, *, bare: bool = False) -> str:
    """One entry of a bibliography, to stand between ``HEAD`` and ``FOOT``."""
    return f'  <div class="csl-entry">{write(nodes, bare=bare)}</div>\n'


def bibliography(printed: Bibliography) -> str:
    """A whole bibliography, with the style's spacing and indents as CSS in it.

    They are not in a style sheet because the fragment shall look right wherever it is put.
    """
    entries = "".join(entry(one.tree) for one in printed.entries)
    spacing = f"margin-bottom:{printed.entry_spacing}em;" if printed.entry_spacing else ""
    if printed.second_field_align:
        widest = max((_margin(one.tree) for one in printed.entries), default=0)
        entries = _styled(entries, "csl-left-margin", "float:left;")
        entries = _styled(entries, "csl-right-inline", f"margin-left:{widest * 0.6 + 0.4:.1f}em;")
        spacing += "clear:left;"
    body = f"line-height:{printed.line_spacing};" if printed.line_spacing != 1 else ""
    if printed.hanging_indent:
        body += "padding-left:2em;text-indent:-2em;"
    entries = _styled(entries, "csl-entry", spacing)
    return f"{_styled(HEAD, 'csl-bib-body', body)}{entries}{FOOT}\n"


def escape(text: str) -> str:
    """Text between tags. Numeric references are in every XML, too."""
    text = printable(text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    first, *others = _raised.pieces(text)
    return first if not others else first + "".join(map(_raise, others))


def _raise(piece: str) -> str:
    """A stretch of superscripts, or text between them."""
    return "".join(f"<sup>{base}</sup>" if (base := _raised.base(c)) else c for c in piece)


def _nodes(nodes: Tree, linked: bool, isolated: bool) -> str:
    return "".join(
        (_isolate(node) if isolated else escape(node))
        if isinstance(node, Text)
        else _styled_node(node, linked, isolated)
        for node in nodes
    )


def _styled_node(node: Styled, linked: bool, isolated: bool) -> str:
    inner = _nodes(node.children, linked, isolated)
    if node.kind == tree.LINK:
        target = address(text_of(node.children)) if linked else ""
        return f'<a href="{html.escape(target)}">{inner}</a>' if target else inner
    opening, closing = _TAGS[node.kind]
    return f"{opening}{inner}{closing}"


def _isolate(text: str) -> str:
    words = _RTL_WORDS.split(text)
    return "".join(
        f"<bdi>{escape(word)}</bdi>" if place % 2 else escape(word)
        for place, word in enumerate(words)
    )


def _styled(markup: str, name: str, css: str) -> str:
    """The markup with CSS on all elements of a class. Text cannot look like one: it is escaped."""
    tag = f'<div class="{name}"'
    return markup.replace(f"{tag}>", f'{tag} style="{css}">') if css else markup


def _margin(nodes: Tree) -> int:
    """How many characters stand in the margin of an entry."""
    return max(
        (
            len(text_of(node.children).strip())
            for node in nodes
            if isinstance(node, Styled) and node.kind == tree.LEFT_MARGIN
        ),
        default=0,
    )
