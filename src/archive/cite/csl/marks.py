"""Marked text: what the engine works with while it puts an entry together.

Marked text is a string in which formatting, quotation marks and display are single characters.
They are noncharacters of Unicode (U+FDD0 to U+FDEF, U+FFFE, U+FFFF), which are meant for use
inside a program and never for interchange (The Unicode Standard, 23.7): ``clean`` takes them, and
control characters, out of whatever comes from outside. A string keeps putting together what it
always was: joining, looking at the last letter, comparing. ``archive.cite.csl.tree`` turns it into
a tree at the end.

An opening mark is closed by ``CLOSE``, a ``QUOTE`` or ``SINGLE`` by ``UNQUOTE``; they nest.
"""

from __future__ import annotations

import re

CLOSE = "\ufdd0"

# Formatting (CSL 1.0.2, "Formatting"). What a style asks for; the tree settles what is printed.
ITALIC, OBLIQUE, BOLD, LIGHT = "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
SMALL_CAPS, UNDERLINE, SUPERSCRIPT, SUBSCRIPT = "\ufdd5", "\ufdd6", "\ufdd7", "\ufdd8"
ROMAN = "\ufdd9"  # font-style="normal"
REGULAR = "\ufdda"  # font-weight="normal"
PLAIN_CAPS = "\ufddb"  # font-variant="normal"
PLAIN_LINE = "\ufddc"  # text-decoration="none"
BASELINE = "\ufddd"  # vertical-align="baseline"

# From a field or an affix (<i>, <b>, <sc>): inside the same formatting they make it normal
# ("flip-flop"). What a style asks for twice (a text in italics, its group, too) is just done.
FIELD_ITALIC, FIELD_BOLD, FIELD_SMALL_CAPS = "\ufdee", "\ufdef", "\ufffe"

NO_CASE = "\ufdde"  # <span class="nocase">: no change of case inside
NO_DECORATION = "\ufddf"  # <span class="nodecor">: no formatting inside

QUOTE, UNQUOTE = "\ufde0", "\ufde1"  # double or single is settled in the tree
SINGLE = "\ufded"  # like QUOTE, but single where no other is around it

# Display (CSL 1.0.2, "Display").
BLOCK, LEFT_MARGIN, RIGHT_INLINE, INDENT = "\ufde2", "\ufde3", "\ufde4", "\ufde5"
PLACES = BLOCK + LEFT_MARGIN + RIGHT_INLINE + INDENT

#: Punctuation that came from a field with more of it next to it ("Who?!"): it never collides.
KEPT = dict(zip(".,;:!?", "\ufde6\ufde7\ufde8\ufde9\ufdea\ufdeb", strict=True))
UNKEPT = {ord(mark): sign for sign, mark in KEPT.items()}

# In notes, round brackets inside round ones become square. These may, two characters that ``clean``
# takes out of everything else: brackets of a style's groups, dates and numbers, and of an author.
BRACKETS = str.maketrans("()", "\x01\x02")
UNBRACKETS = str.maketrans("\x01\x02", "()")

LINK = "\ufdec"  # the text inside is an address (CSL 1.0.2, appendix "Links")
CAPITAL = "\uffff"  # a term that takes a capital letter if nothing stands before it

OPENING = (
    ITALIC + OBLIQUE + BOLD + LIGHT + SMALL_CAPS + UNDERLINE + SUPERSCRIPT + SUBSCRIPT
    + ROMAN + REGULAR + PLAIN_CAPS + PLAIN_LINE + BASELINE + NO_CASE + NO_DECORATION
    + BLOCK + LEFT_MARGIN + RIGHT_INLINE + INDENT + LINK
    + FIELD_ITALIC + FIELD_BOLD + FIELD_SMALL_CAPS
)  # fmt: skip
CLOSING = CLOSE + UNQUOTE
ALL = OPENING + CLOSING + QUOTE + SINGLE

#: For use inside a character class of a regular expression.
ANY = "\ufdd0-\ufde5\ufdec-\ufdef\ufffe\uffff"

_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_BARE = UNKEPT | UNBRACKETS
_BRACKET = re.compile(f"[{CLOSE}{OPENING}]")
_MARK = re.compile(f"[{ANY}]")


def clean(text: str) -> str:
    """The text without control characters, lone surrogates and noncharacters."""
    return _NOT_TEXT.sub("", text)


def bare(text: str) -> str:
    """Marked text without its marks (quotation marks go, too)."""
    return _MARK.sub("", text).translate(_BARE)


def end_of_span(text: str, start: int) -> int:
    """The place after the ``CLOSE`` of the opening mark at ``start``; the end if there is none."""
    depth = 0
    for match in _BRACKET.finditer(text, start):
        depth += -1 if match[0] == CLOSE else 1
        if not depth:
            return match.end()
    return len(text)
