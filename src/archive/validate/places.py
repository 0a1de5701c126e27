"""Where each element begins in its file: the parser knows a line, and no line beyond 65,535."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.tei.xml import Element

# What begins with "<" in a well-formed file without a DOCTYPE. Start tags alone are a group.
TAGS = re.compile(
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
        self._starts: list[int] = []  # as far as they were asked for
        self._rest = (tag.start() for tag in TAGS.finditer(xml) if tag[1])

    def of(self, element: Element) -> tuple[int, int]:
        """Line and column (in characters) of a start tag, both counted from 1."""
        start = self.start(element)
        line = self._xml.rfind(b"\n", 0, start) + 1
        before = self._xml[line:start].removeprefix(_BOM)
        return self._xml.count(b"\n", 0, start) + 1, len(before.decode()) + 1

    def start(self, element: Element) -> int:
        """Where the start tag begins, in bytes from 0."""
        number = self._elements.index(element)
        while len(self._starts) <= number:
            self._starts.append(next(self._rest))
        return self._starts[number]
