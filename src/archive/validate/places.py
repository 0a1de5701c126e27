"""Where each element begins in its file: the parser knows a line, and no line beyond 65,535."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from archive.tei.xml import Element

# What begins with "<" in a well-formed file without a DOCTYPE. Start tags alone are a group.
_TAGS = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|</[^>]*>"
    rb"""|(<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>)""",
    re.DOTALL,
)
_BOM = b"\xef\xbb\xbf"


class Places:
    """The places of the elements of one file; nothing is looked for before the first is asked."""

    def __init__(self, xml: bytes, elements: Sequence[Element]) -> None:
        """``elements``: all elements of ``xml``, in document order."""
        self._xml, self._elements = xml, elements

    def of(self, element: Element) -> tuple[int, int]:
        """Line and column (in characters) of a start tag, both counted from 1."""
        place = self._starts[self._numbers[element]]
        line = bisect_right(self._lines, place)
        before = self._xml[self._lines[line - 1] : place]
        return line, len(before.removeprefix(_BOM).decode()) + 1

    @cached_property
    def _numbers(self) -> dict[Element, int]:
        return {element: number for number, element in enumerate(self._elements)}

    @cached_property
    def _starts(self) -> list[int]:
        return [tag.start() for tag in _TAGS.finditer(self._xml) if tag[1]]

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(end.end() for end in re.finditer(b"\n", self._xml))]
