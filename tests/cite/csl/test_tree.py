"""Marked text becomes a tree: flip-flop, quotation marks, marks out of balance."""

from __future__ import annotations

from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.cite.csl import marks as m
from archive.cite.csl.tree import Quotes, Styled, Text, Tree, plant, text_of

QUOTES = Quotes("“", "”", "‘", "’")
C = m.CLOSE


def show(tree: Tree) -> str:
    """A tree in one line: ``italic(a, b)``."""
    return ", ".join(
        node if isinstance(node, Text) else f"{node.kind}({show(node.children)})" for node in tree
    )


FORMATTING = {
    "plain": ("abc", "abc"),
    "nothing": ("", ""),
    "one": (f"a{m.ITALIC}b{C}c", "a, italic(b), c"),
    "italic in italic": (
        f"{m.ITALIC}a{m.FIELD_ITALIC}b{m.FIELD_ITALIC}c{C}{C}{C}",
        "italic(a, normal-style(b, italic(c)))",
    ),
    "italic in oblique": (
        f"{m.OBLIQUE}a{m.FIELD_ITALIC}b{C}{C}",
        "oblique(a, normal-style(b))",
    ),
    "bold in italic in bold": (
        f"{m.BOLD}a{m.FIELD_ITALIC}b{m.FIELD_BOLD}c{C}{C}{C}",
        "bold(a, italic(b, normal-weight(c)))",
    ),
    "bold in light": (f"{m.LIGHT}a{m.FIELD_BOLD}b{C}{C}", "light(a, bold(b))"),
    "small capitals": (
        f"{m.SMALL_CAPS}a{m.FIELD_SMALL_CAPS}b{C}{C}",
        "small-caps(a, normal-variant(b))",
    ),
    "twice by the style": (f"{m.ITALIC}a{m.BOLD}{m.ITALIC}b{C}{C}{C}", "italic(a, bold(b))"),
    "by the style in a field": (f"{m.FIELD_BOLD}a{m.BOLD}b{C}{C}", "bold(ab)"),
    "superscripts stand on each other": (
        f"x{m.SUPERSCRIPT}y{m.SUPERSCRIPT}z{C}{m.SUBSCRIPT}i{C}{C}",
        "x, superscript(y, superscript(z), subscript(i))",
    ),
    "Chinese is not slanted": (
        f"{m.ITALIC}中国{C}, {m.ITALIC}中国 News{C}, {m.FIELD_ITALIC}中{C}",
        "中国, , italic(中国 News), , , italic(中)",
    ),
    "nor anything in it": (f"a{m.ITALIC}中{m.BOLD}国{C}年{C}b", "a中, bold(国), 年b"),
    "normal that undoes": (f"{m.ITALIC}{m.ROMAN}a{C}{C}", "italic(normal-style(a))"),
    "normal that undoes nothing": (f"a{m.ROMAN}b{C}c{m.BASELINE}d{C}", "abcd"),
    "italic again": (f"{m.ITALIC}{m.ROMAN}{m.ITALIC}a{C}{C}{C}", "italic(normal-style(italic(a)))"),
    "in force only inside": (f"{m.ITALIC}a{C}{m.ITALIC}b{C}", "italic(a), italic(b)"),
    "no case": (f"a {m.NO_CASE}de{C} b", "a de b"),
    "no decoration": (
        f"{m.ITALIC}{m.BOLD}{m.UNDERLINE}a{m.NO_DECORATION}b{C}c{C}{C}{C}",
        "italic(bold(underline(a, normal-style(normal-weight(b)), c)))",
    ),
    "no decoration of nothing": (f"a{m.NO_DECORATION}b{C}", "ab"),
    "empty formatting": (f"a{m.ITALIC}{m.BOLD}{C}{C}b", "ab"),
    "display": (
        f"{m.LEFT_MARGIN}1{C}{m.RIGHT_INLINE}a {m.ITALIC}b{C}{C}",
        "left-margin(1), right-inline(a , italic(b))",
    ),
    "a sign after a block": (
        f"{m.BLOCK}a{C}, b{m.INDENT}c{m.ITALIC}d{C}{C}.",
        "block(a,),  b, indent(c, italic(d), .)",
    ),
    "link": (f"at {m.LINK}http://a.b/{C}.", "at , link(http://a.b/), ."),
    "kept punctuation": (f"Who{m.KEPT['?']}{m.KEPT['!']}", "Who?!"),
    "kept punctuation in italics": (f"{m.ITALIC}Who{m.KEPT['?']}{C}", "italic(Who?)"),
}
Q, U = m.QUOTE, m.UNQUOTE
QUOTING = {
    "one": (f"{Q}a{U}", "“a”"),
    "by turns": (f"{Q}a{Q}b{Q}c{U}{U}{U}", "“a‘b“c”’”"),
    "side by side": (f"{Q}a{U}{Q}b{U}", "“a”“b”"),
    "through formatting": (f"{Q}a{m.ITALIC}b{Q}c{U}{C}{U}", "“a, italic(b‘c’), ”"),
    "overlapping": (f"{Q}a{m.ITALIC}b{U}c{C}", "“a, italic(b”c)"),
    "not closed": (f"{Q}a{m.ITALIC}b", "“a, italic(b”)"),
    "not opened": (f"a{U}b", "ab"),
}
BALANCE = {
    "close of nothing": (f"a{C}b", "ab"),
    "never closed": (f"a{m.ITALIC}b", "a, italic(b)"),
    "marks alone": (f"{m.ITALIC}{C}{C}{m.BOLD}", ""),
}


@pytest.mark.parametrize(("marked", "shown"), FORMATTING.values(), ids=FORMATTING.keys())
def test_formatting(marked: str, shown: str) -> None:
    assert show(plant(marked, QUOTES)) == shown


@pytest.mark.parametrize(("marked", "shown"), QUOTING.values(), ids=QUOTING.keys())
def test_quotation_marks(marked: str, shown: str) -> None:
    assert show(plant(marked, QUOTES)) == shown


@pytest.mark.parametrize(("marked", "shown"), BALANCE.values(), ids=BALANCE.keys())
def test_balance(marked: str, shown: str) -> None:
    assert show(plant(marked, QUOTES)) == shown


MARKED = st.lists(st.sampled_from([*m.ALL, *m.UNKEPT, "a", "b", " "])).map(
    lambda pieces: "".join(p if isinstance(p, str) else chr(p) for p in pieces)
)


@given(MARKED)
def test_every_string_grows(marked: str) -> None:
    tree = plant(marked, Quotes("", "", "", ""))
    assert text_of(tree) == m.bare(marked)
    _no_empty_nodes(tree)


def _no_empty_nodes(tree: Tree) -> None:
    for node, after in zip_longest(tree, tree[1:]):
        if isinstance(node, Styled):
            assert node.children
            _no_empty_nodes(node.children)
        else:
            assert node
            assert not isinstance(after, Text)
