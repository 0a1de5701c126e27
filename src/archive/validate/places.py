"""Where each element begins in its file: the parser knows a line, and no line beyond 65,535."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from archive.tei.xml import Element, local

# What begins with "<" in a well-formed file without a DOCTYPE. Start tags alone are a group.
TAGS = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|</[^>]*>"
    rb"""|(<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>)""",
    re.DOTALL,
)
_HIDING = re.compile(rb"--|<[!?]|\]\]>|\?>")  # what a tag can stand in without being one
_BEHIND = (b"", b" ", b">", b"/", b"\t", b"\r")  # the name of a start tag
_BOM = b"\xef\xbb\xbf"
_LAST = 65_535  # the parser counts no further


class Places:
    """The places of the elements of one file; nothing is looked for before the first is asked."""

    def __init__(self, xml: bytes, elements: Sequence[Element]) -> None:
        """``elements``: all elements of ``xml``, in document order."""
        self._xml, self._elements = xml, elements
        self._starts: list[int] = []  # as far as they were asked for
        self._rest = (tag.start() for tag in TAGS.finditer(xml) if tag[1])

    def of(self, element: Element) -> tuple[int, int]:
        """Line and column (in characters) of a start tag, both counted from 1."""
        return self._alone(element) or self._counted(element)

    def _alone(self, element: Element) -> tuple[int, int] | None:
        """Where it is the only one of its name in a line: quickly found, and most often so."""
        line: Any = element.sourceline
        text = self._lines[line - 1] if line and line < _LAST else b""
        tag = b"<" + local(element).encode()
        column = text.find(tag)
        after = text[column + len(tag) : column + len(tag) + 1]
        if column < 0 or after not in _BEHIND or text.count(tag) > 1 or _HIDING.search(text):
            return None
        if text.find(b">", 0, column) > -1 and not text[: text.find(b">")].count(b"<"):
            return None  # a tag ends here that began in a line before: it may be the one
        return line, len(text[:column].removeprefix(_BOM).decode()) + 1

    def _counted(self, element: Element) -> tuple[int, int]:
        start = self.start(element)
        line = self._xml.rfind(b"\n", 0, start) + 1
        before = self._xml[line:start].removeprefix(_BOM)
        return self._xml.count(b"\n", 0, start) + 1, len(before.decode()) + 1

    @cached_property
    def _numbers(self) -> dict[Element, int]:
        return {element: number for number, element in enumerate(self._elements)}

    @cached_property
    def _lines(self) -> list[bytes]:
        return self._xml.split(b"\n")

    def start(self, element: Element) -> int:
        """Where the start tag begins, in bytes from 0."""
        number = self._numbers[element]
        while len(self._starts) <= number:
            self._starts.append(next(self._rest))
        return self._starts[number]
