"""Markdown: the text is the decoded source; its marks are known, and blanked for the rules.

No library says where in the source a mark of Markdown stands, so the marks are found here: those
of CommonMark that saved articles have. Lists keep their bullets, tables and code are left alone.

Source: CommonMark 0.31.2, https://spec.commonmark.org/0.31.2/.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256

from archive.model.document import Bounds, Document, Heading, Link, Part
from archive.read import Reader
from archive.read._decode import decode, detect, readable
from archive.read._front_matter import front_matter
from archive.read._inline import inline, label

_QUOTE = re.compile(r"(?: {0,3}>[ \t]?){1,20}")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`\n]*\Z")
_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|\Z)")
_ATX_END = re.compile(r"(?:[ \t]+|\A)(#+)[ \t]*\Z")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,9}[.)])(?:[ \t]|\Z)")
_REFERENCE = re.compile(
    r" {0,3}\[(?!\^)(?P<label>[^\]\n]{1,200})\]:[ \t]*<?(?P<target>[^\s<>]{1,2000})>?"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*\Z"
)
_FIRST_LINE = 45  # characters; shorter lines stand each for themselves, whatever Markdown says
_TITLE = 120


@dataclass(slots=True)
class _Scan:
    """What is found so far: what to blank, links, headings, paragraphs and the one at hand."""

    text: str
    hidden: list[Bounds] = field(default_factory=list)
    soft: list[int] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    paragraphs: list[Bounds] = field(default_factory=list)
    lines: list[Bounds] = field(default_factory=list)
    references: dict[str, Bounds] = field(default_factory=dict)
    fence: str = ""


def read(data: bytes) -> Document:
    """Read Markdown.

    Raises:
        InputError: it is empty, is no text, or is in no encoding that can be told.
    """
    return reread(data, detect(data))


def reread(data: bytes, encoding: str) -> Document:
    """Read Markdown as the encoding of that name.

    Raises:
        InputError: as ``read``, or the bytes are not in that encoding.
    """
    text = readable(decode(data, encoding))
    start, told = front_matter(text)
    scan = _scan(text, start)
    links: list[Link] = []
    for bounds in scan.paragraphs:
        hidden, found = inline(text, bounds, scan.references)
        scan.hidden += hidden
        links += found
    return Document(
        text=text,
        source=sha256(data).hexdigest(),
        encoding=encoding,
        media_type="text/markdown",
        blanked=_blanked(text, scan),
        parts=(Part((start, len(text)), told),) if start else (),
        links=tuple(sorted(links, key=lambda link: link.anchor)),
        headings=tuple(scan.headings),
    )


def _blanked(text: str, scan: _Scan) -> str:
    if not (scan.hidden or scan.soft):
        return ""
    letters = list(text)
    for start, end in scan.hidden:
        for place in range(start, end):
            if not letters[place].isspace():
                letters[place] = " "
    for place in scan.soft:
        letters[place] = " "
    return "".join(letters)


def _scan(text: str, start: int) -> _Scan:
    """The blocks of the text from ``start`` on."""
    scan = _Scan(text)
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        _line(scan, start, stop)
        start = stop + 1
    _end(scan)
    return scan


def _line(scan: _Scan, start: int, stop: int) -> None:
    """A line: what marks it begins with, and whether a paragraph goes on with it."""
    text = scan.text
    quote = _QUOTE.match(text, start, stop)
    if quote and not scan.fence:
        scan.hidden.append(quote.span())
        start = quote.end()
    if _in_fence(scan, start, stop):
        return
    heading = _ATX.match(text, start, stop)
    reference = _REFERENCE.match(text, start, stop) if not scan.lines else None
    if not text[start:stop].strip():
        _end(scan)
    elif heading:
        _end(scan)
        _heading(scan, heading, stop)
    elif reference:
        scan.hidden.append((start, stop))
        scan.references.setdefault(label(reference["label"]), reference.span("target"))
    elif not _underline(scan, start, stop):
        if _RULE.match(text, start, stop):
            _end(scan)
            return
        if _ITEM.match(text, start, stop):
            _end(scan)
        scan.lines.append((start, stop))


def _in_fence(scan: _Scan, start: int, stop: int) -> bool:
    """Whether a line is of code between fences, which are marks."""
    fence = _FENCE.match(scan.text, start, stop)
    if not scan.fence and not fence:
        return False
    _end(scan)
    if fence and (not scan.fence or fence[1].startswith(scan.fence)):
        scan.hidden.append((start, stop))
        scan.fence = "" if scan.fence else fence[1]
    return True


def _heading(scan: _Scan, mark: re.Match[str], stop: int) -> None:
    """A heading with number signs before it, and maybe behind it."""
    behind = _ATX_END.search(scan.text, mark.end(), stop)
    end = behind.start() if behind else stop
    scan.hidden += [mark.span(1), *([behind.span(1)] if behind else [])]
    _add_heading(scan, len(mark[1]), mark.end(), end)


def _underline(scan: _Scan, start: int, stop: int) -> bool:
    """Whether a line underlines the one before it, which makes that one a heading."""
    line = _SETEXT.match(scan.text, start, stop)
    if not line or len(scan.lines) != 1 or scan.lines[0][1] - scan.lines[0][0] > _TITLE:
        return False
    (above,) = scan.lines
    scan.lines = []
    scan.hidden.append(line.span(1))
    _add_heading(scan, 1 if line[1][0] == "=" else 2, *above)
    return True


def _add_heading(scan: _Scan, level: int, start: int, end: int) -> None:
    words = scan.text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if words.strip(" \t#"):
        scan.headings.append(Heading(level, (start, end)))
        scan.paragraphs.append((start, end))


def _end(scan: _Scan) -> None:
    """The end of the paragraph at hand. Its lines are joined, unless they are short ones."""
    if not scan.lines:
        return
    lines, scan.lines = scan.lines, []
    scan.paragraphs.append((lines[0][0], lines[-1][1]))
    if lines[0][1] - lines[0][0] < _FIRST_LINE:
        return
    for start, stop in lines[:-1]:
        if scan.text.endswith("\\", start, stop):
            scan.hidden.append((stop - 1, stop))
        elif not scan.text.endswith("  ", start, stop):
            scan.soft.append(stop)


FORMAT = Reader(
    title="Markdown",
    extensions=(".md", ".markdown"),
    media_types=("text/markdown",),
    read=read,
    reread=reread,
)
