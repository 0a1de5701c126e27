"""For people: each finding with the line it is in, the place marked, and what to do next."""

from __future__ import annotations

import re
import unicodedata

from archive.validate.checked import Checked
from archive.validate.findings import Finding
from archive.validate.reports import Report
from archive.validate.reports._text import one_line
from archive.validate.reports.concise import line

_WIDTH = 80
_TOKEN = re.compile(r"<[^<>]*>?|\S+")


def write(checked: Checked) -> str:
    """Write a few lines a finding."""
    return "".join(_block(finding, checked.content(finding.path)) for finding in checked.findings)


def _block(finding: Finding, source: bytes) -> str:
    lines = [line(finding), *_excerpt(finding, source)]
    if finding.hint:
        lines.append(f"  hint: {one_line(finding.hint)}")
    return "\n".join([*lines, ""])


def _excerpt(finding: Finding, source: bytes) -> list[str]:
    lines = source.split(b"\n")
    if not source or finding.line > len(lines):
        return []
    text = one_line(lines[finding.line - 1].decode("utf-8", "replace"))
    start = min(finding.column - 1, len(text))
    match = _TOKEN.match(text, start)
    marked = match[0] if match else " "
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
    shown = text[cut : cut + _WIDTH]
    lead = "..." if cut else ""
    tail = "..." if cut + _WIDTH < len(text) else ""
    return f"{lead}{shown}{tail}", lead + text[cut:start]


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


FORMAT = Report(
    title="for people, with the place and what to do next", media_type="text/plain", write=write
)
