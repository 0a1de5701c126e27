"""For people: each finding with the line it is in, the place marked, and what to do next."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from archive.validate.checked import Checked
from archive.validate.findings import Finding
from archive.validate.reports import Report
from archive.validate.reports._text import one_line
from archive.validate.reports.concise import line

_WIDTH = 80
_TOKEN = re.compile(r"<[^<>]*>?|\S+")


def write(checked: Checked) -> str:
    """Write a few lines a finding."""
    lines = lru_cache(maxsize=1)(lambda path: checked.content(path).split(b"\n"))
    return "".join(_block(finding, lines(finding.path)) for finding in checked.findings)


def _block(finding: Finding, source: list[bytes]) -> str:
    lines = [line(finding), *_excerpt(finding, source)]
    if finding.hint:
        lines.append(f"  hint: {one_line(finding.hint)}")
    return "\n".join([*lines, ""])


def _excerpt(finding: Finding, source: list[bytes]) -> list[str]:
    if source == [b""] or finding.line > len(source):
        return []
    text = source[finding.line - 1].decode("utf-8", "replace")
    start = min(finding.column - 1, len(text))
    match = _TOKEN.match(text, start, start + _WIDTH)
    marked = one_line(match[0]) if match else " "
    shown, before = _window(text, start)
    marks = "^" * max(1, min(_columns(marked), _WIDTH - _columns(before)))
    number = str(finding.line)
    bar = " " * len(number)
    return [
        f"{bar} |",
        f"{number} | {shown}",
        f"{bar} | {' ' * _columns(before)}{marks}",
    ]


def _window(text: str, start: int) -> tuple[str, str]:
    """The part of a line to show, and what of it stands before the place."""
    cut = max(0, start - _WIDTH // 2) if len(text) > _WIDTH else 0
    shown = one_line(text[cut : cut + _WIDTH])
    lead = "..." if cut else ""
    tail = "..." if cut + _WIDTH < len(text) else ""
    return f"{lead}{shown}{tail}", lead + one_line(text[cut:start])


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


FORMAT = Report(
    title="for people, with the place and what to do next", media_type="text/plain", write=write
)
