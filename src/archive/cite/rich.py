"""Formatted text on its way out of an engine: plain characters with marks, and its writers.

A mark is a code point that Unicode keeps for internal use (U+FDD0 to U+FDEF, "noncharacters"), so
it meets no character of any text; ``clean`` takes such code points out of what comes in. Markup is
made from marks alone and everything else is escaped, once, as the last step: what looks like
markup in a title stays text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

ITALIC, BOLD, UNDERLINE, SUPERSCRIPT, SUBSCRIPT, SMALL_CAPITALS = (
    chr(n) for n in range(0xFDD0, 0xFDD6)
)
CLOSE = "\ufdd8"
#: Before and after a closing quotation mark that draws the full stop and the comma in front of it.
QUOTE_ENDS, QUOTE_ENDED = "\ufde0", "\ufde1"
#: Stands for "<", which the engine would take for markup.
LESS_THAN = "\ufdef"

_TAGS = {
    ITALIC: ("<i>", "</i>"),
    BOLD: ("<b>", "</b>"),
    UNDERLINE: ("<u>", "</u>"),
    SUPERSCRIPT: ("<sup>", "</sup>"),
    SUBSCRIPT: ("<sub>", "</sub>"),
    SMALL_CAPITALS: ('<span style="font-variant: small-caps">', "</span>"),
}
_INTERNAL = re.compile("[\ufdd0-\ufdef]")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_AFTER_QUOTE = re.compile(f"(.?){QUOTE_ENDS}([^{QUOTE_ENDED}]*){QUOTE_ENDED}({CLOSE}*)([.,]?)")
_TWICE = re.compile(f"([.,])({CLOSE}+)\\1")
_NEEDLESS = re.compile(f"([?!])({CLOSE}*)\\.(?!\\.)")


def clean(text: str) -> str:
    """Make a value safe to hand to an engine: one line, no control characters, no marks."""
    return " ".join(_DROPPED.sub("", text).split()).replace("<", LESS_THAN)


def settle(marked: str) -> str:
    """Put punctuation where it belongs: inside quotation marks that draw it, and never twice.

    No full stop follows a question mark or an exclamation mark.
    """
    placed = _AFTER_QUOTE.sub(_punctuate, marked)
    return _NEEDLESS.sub(r"\1\2", _TWICE.sub(r"\1\2", placed)).strip()


def _punctuate(found: re.Match[str]) -> str:
    last, quote, closing, point = found.groups()
    needless = (point == "." and last in ".?!") or (point == "," and last == ",")
    return f"{last}{'' if needless else point}{quote}{closing}"


def to_text(marked: str) -> str:
    """Plain text: the marks are left out, and nothing is escaped."""
    return _INTERNAL.sub("", marked.replace(LESS_THAN, "<"))


def to_html(marked: str) -> str:
    """HTML: a fragment with balanced tags, in which ``&``, ``<`` and ``>`` are escaped once."""
    open_tags: list[str] = []
    out: list[str] = []
    for piece in re.split("([\ufdd0-\ufde1])", marked.replace(LESS_THAN, "<")):
        if piece in _TAGS:
            start, end = _TAGS[piece]
            out.append(start)
            open_tags.append(end)
        elif piece == CLOSE:
            out.append(open_tags.pop() if open_tags else "")
        else:
            out.append(html.escape(_INTERNAL.sub("", piece), quote=False))
    return "".join([*out, *reversed(open_tags)])


FORMS: dict[str, Callable[[str], str]] = {"text": to_text, "html": to_html}
