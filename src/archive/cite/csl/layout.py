"""CSL 1.0.2, "Layout" and "Whitespace": the frame of a citation and of a bibliography's entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.cite.csl import marks, rich_text
from archive.cite.csl.compiling import (
    CSL,
    Element,
    Render,
    Scope,
    compile_children,
    sequence,
)
from archive.cite.csl.context import Context
from archive.cite.csl.formatting import affixes, font
from archive.cite.csl.sorting import Key, compile_sort


@dataclass(frozen=True, slots=True)
class Layout:
    """``cs:layout`` for one type of item.

    Attributes:
        render: what the elements inside print; None if they never print anything.
        parts: the same, one by one (``second-field-align``).
        prefix, suffix, opening, closing: what goes round, inside the fonts of the layout.
        delimiter: between the cites of a citation.
        keys: what the area is sorted by.
    """

    render: Render | None
    parts: list[Render]
    prefix: str
    suffix: str
    opening: str
    closing: str
    delimiter: str
    aligned: bool
    keys: list[Key]

    def text(self, c: Context) -> str:
        """What the elements print, without what goes round."""
        return self.render(c) if self.render else ""

    def entry(self, c: Context) -> str:
        """An entry of a bibliography, with what goes round; empty if nothing is printed."""
        if not self.aligned:
            text = self.text(c)
            return f"{self.opening}{self._affixed(text)}{self.closing}" if text else ""
        texts = [text for part in self.parts if (text := part(c))]
        if not texts:
            return ""
        first, rest = texts[0], "".join(texts[1:])
        return (
            f"{self.opening}{marks.LEFT_MARGIN}{self.prefix}{first}{marks.CLOSE}"
            f"{marks.RIGHT_INLINE}{_closed(rest + self.suffix)}{self.closing}"
        )

    def _affixed(self, text: str) -> str:
        """An entry with its prefix and suffix, inside the last block if it ends with one."""
        if text[-1] == marks.CLOSE and _ends_with_block(text):
            return f"{self.prefix}{_closed(text[:-1] + self.suffix)}"
        return f"{self.prefix}{text}{self.suffix}"

    def enclose(self, cites: str) -> str:
        """The cites of a citation with what goes round."""
        return f"{self.opening}{self.prefix}{cites}{self.suffix}{self.closing}"


def compile_layout(area: Element, scope: Scope) -> Layout:
    """The layout of a ``cs:citation`` or ``cs:bibliography``."""
    layout = area.find(f"{CSL}layout")
    assert layout is not None  # the schema has it so
    parts = compile_children(layout, scope)
    opening, closing = font(layout.attrib)
    prefix, suffix = affixes(layout.attrib)
    return Layout(
        render=sequence(parts),
        parts=parts,
        prefix=prefix,
        suffix=suffix,
        opening=opening,
        closing=closing,
        delimiter=rich_text.affix(layout.get("delimiter", "")),
        aligned=bool(area.get("second-field-align")),
        keys=compile_sort(area.find(f"{CSL}sort"), scope),
    )


def _closed(block: str) -> str:
    """The end of a block; a space there goes out of it (``variables_ContainerTitleShort``)."""
    return f"{block[:-1]}{marks.CLOSE} " if block.endswith(" ") else f"{block}{marks.CLOSE}"


def _ends_with_block(text: str) -> bool:
    """Whether the last closing mark of a text is that of a block (CSL 1.0.2, "Display")."""
    start = max(text.rfind(mark) for mark in marks.PLACES)
    return start >= 0 and marks.end_of_span(text, start) == len(text)


def capitalise(text: str) -> str:
    """Give a term a capital letter if it is the first word of a note or of an entry."""
    if marks.CAPITAL not in text:
        return text
    before, _, after = text.partition(marks.CAPITAL)
    after = after.replace(marks.CAPITAL, "")
    if not re.search(r"\w", marks.bare(before)):
        after = re.sub(r"\w", lambda letter: letter.group().upper(), after, count=1)
    return before + after
