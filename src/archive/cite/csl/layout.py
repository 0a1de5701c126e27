"""CSL 1.0.2, "Layout" and "Whitespace": the frame of a citation and of a bibliography's entry."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import NamedTuple
from xml.etree.ElementTree import Element

from archive.cite.csl import edges, marks, rich_text
from archive.cite.csl.compiling import (
    Render,
    Scope,
    compile_children,
    sequence,
)
from archive.cite.csl.context import Context
from archive.cite.csl.formatting import affixes, font
from archive.cite.csl.sorting import Key, compile_sort
from archive.cite.csl.style_file import CSL


class Layout(NamedTuple):
    """``cs:layout`` for one type of item.

    Attributes:
        render: what the elements inside print; None if they never print anything. Where fields
            are aligned, the first of them stands in the margin.
        prefix, suffix, opening, closing: what goes round, inside the fonts of the layout.
        delimiter: between the cites of a citation.
        aligned: whether all lines begin where the second field does (``second-field-align``).
        keys: what the area is sorted by.
    """

    render: Render | None
    prefix: str
    suffix: str
    opening: str
    closing: str
    delimiter: str
    aligned: bool
    keys: list[Key]

    def text(self, c: Context) -> str:
        """What the elements print, without what goes round."""
        return edges.released(self.render(c), start=True) if self.render else ""

    def entry(self, c: Context) -> str:
        """An entry of a bibliography, with what goes round; empty if nothing is printed."""
        text = self.text(c)
        if not text:
            return ""
        text = self._aligned(text) if self.aligned else self._affixed(text)
        return f"{self.opening}{text}{self.closing}"

    def _affixed(self, text: str) -> str:
        """An entry with its prefix and suffix, inside the blocks that it begins and ends with."""
        if text[0] in marks.PLACES:
            text = f"{text[0]}{self.prefix}{text[1:]}"
        else:
            text = f"{self.prefix}{text}"
        if text[-1] == marks.CLOSE and _ends_with_block(text):
            return _closed(edges.released(text[:-1]) + self.suffix)
        return f"{text}{self.suffix}"

    def _aligned(self, text: str) -> str:
        """An entry with its prefix and suffix, everything behind the margin in one block.

        An entry without a first field has no margin, but is aligned with the others.
        """
        if text[0] != marks.LEFT_MARGIN:
            return f"{marks.RIGHT_INLINE}{_closed(self.prefix + text + self.suffix)}"
        end = marks.end_of_span(text, 0)
        margin, rest = f"{marks.LEFT_MARGIN}{self.prefix}{text[1 : end - 1]}", text[end:]
        if not rest:
            return f"{margin}{self.suffix}{marks.CLOSE}"
        return f"{margin}{marks.CLOSE}{marks.RIGHT_INLINE}{_closed(rest + self.suffix)}"

    def enclose(self, cites: str) -> str:
        """The cites of a citation with what goes round."""
        before = self.prefix.translate(marks.BRACKETS)
        after = self.suffix.translate(marks.BRACKETS)
        return f"{self.opening}{before}{cites}{after}{self.closing}"


def compile_layout(area: Element, scope: Scope) -> Layout:
    """The layout of a ``cs:citation`` or ``cs:bibliography``."""
    layout = area.find(f"{CSL}layout")
    assert layout is not None  # the schema has it so
    aligned = bool(area.get("second-field-align"))
    if aligned:
        layout = deepcopy(layout)
        _put_in_margin(layout)
    opening, closing = font(layout.attrib)
    prefix, suffix = affixes(layout.attrib)
    return Layout(
        render=sequence(compile_children(layout, scope)),
        prefix=prefix,
        suffix=suffix,
        opening=opening,
        closing=closing,
        delimiter=rich_text.affix(layout.get("delimiter", "")),
        aligned=aligned,
        keys=compile_sort(area.find(f"{CSL}sort"), scope),
    )


def _put_in_margin(parent: Element) -> None:
    """Let the first field stand in the margin: of a ``cs:choose``, the first of each branch."""
    first = next(iter(parent), None)
    if first is None:
        return
    if first.tag != f"{CSL}choose":
        first.set("display", "left-margin")
        return
    for branch in first:
        _put_in_margin(branch)


def _closed(block: str) -> str:
    """The end of a block; a space there goes out of it (``variables_ContainerTitleShort``)."""
    return f"{block[:-1]}{marks.CLOSE} " if block.endswith(" ") else f"{block}{marks.CLOSE}"


def _ends_with_block(text: str) -> bool:
    """Whether the last closing mark of a text is that of a block (CSL 1.0.2, "Display")."""
    start = max(text.rfind(mark) for mark in marks.PLACES)
    return start >= 0 and marks.end_of_span(text, start) == len(text)


_WORDS = re.compile(r"[\w—–―]")


def capitalise(text: str, number: str = "") -> str:
    """Give a term a capital letter if it is the first word of a note or of an entry.

    Args:
        number: of the entry, which is no word before others (as in citeproc-js).
    """
    if marks.CAPITAL not in text:
        return text
    before, _, after = text.partition(marks.CAPITAL)
    after = after.replace(marks.CAPITAL, "")
    if not _WORDS.search(marks.bare(before).replace(number, "", 1)):
        after = re.sub(r"\w", lambda letter: letter.group().upper(), after, count=1)
    return before + after
