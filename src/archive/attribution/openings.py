"""Where in a text an article may begin: a title with a byline under it, or behind a number.

A text of one article has one such place, its beginning. In an edition the others follow a
separator, a number, or the credits of the article before (``editions`` decides which of them are
articles).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from archive.attribution import bylines, contents, openers, statements, titles
from archive.attribution.abroad import statements as abroad
from archive.attribution.blocks import Piece
from archive.attribution.bylines import Byline
from archive.attribution.draft import SEPARATOR
from archive.attribution.evidence import squeezed
from archive.attribution.openers import Opener
from archive.attribution.tongues import Tongue
from archive.model.article import SegmentKind
from archive.model.document import Bounds

_SHORT = 260  # characters, at most, of a line over an article
_TAIL = 700  # characters at the end of a block that are read for credits
_SOURCE = re.compile(r"[Ss]ource|SOURCE|المصدر|Sumber|מקור|ماخذ|Quelle|Fuente|Fonte|Bron")
_EDGES = " \t\n\"“”«»„'‘’*_.,:;!?…–—-()[]"


@dataclass(slots=True)
class Lines:
    """The blocks of a text, and what each is when nothing of the others is known."""

    text: str
    bounds: list[Bounds]
    tongue: Tongue | None = None
    _openers: dict[int, Opener | None] = field(default_factory=dict)
    _credits: dict[int, SegmentKind | None] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many blocks."""
        return len(self.bounds)

    def is_short(self, index: int) -> bool:
        """Whether a block is no longer than a line over an article."""
        start, end = self.bounds[index]
        return end - start <= _SHORT

    def is_separator(self, index: int) -> bool:
        """Whether a block is a rule of asterisks or the like, or an end mark."""
        start, end = self.bounds[index]
        return end - start <= 200 and SEPARATOR.match(self.text, start, end) is not None

    def opener(self, index: int) -> Opener | None:
        """The parts of a line over an article, None for what is none."""
        if index not in self._openers:
            short = self.is_short(index) and not self.is_separator(index)
            self._openers[index] = (
                openers.read(self.text, self.bounds[index], self.tongue) if short else None
            )
        return self._openers[index]

    def byline(self, index: int) -> Byline | None:
        """The byline that a line is, whatever stands before it; None if it is none."""
        if not 0 <= index < len(self.bounds):
            return None
        found = self.opener(index)
        if found and found.byline and found.title is None:
            return found.byline
        if found is None or self.tongue:
            return None
        return bylines.dated(self.text, self.bounds[index], ())

    def is_label(self, index: int) -> bool:
        """Whether a line is a label, or a number and a label."""
        if index < 0 or not self.is_short(index) or self.is_separator(index):
            return False
        found = self.opener(index)
        start, end = self.bounds[index]
        begin = openers.numbered(self.text, (start, end))[1]
        return (found is not None and found.title is None and found.byline is None) or (
            titles.is_label(self.text, (begin, end))
        )

    def credit(self, index: int) -> SegmentKind | None:
        """What the last statement of a block is, None if it is no credit and no note."""
        if index < 0:
            return None
        if index not in self._credits:
            start, end = self.bounds[index]
            pieces = self._pieces((max(start, end - _TAIL), end))
            kind = pieces[-1][0] if pieces else SegmentKind.OTHER
            whole = kind is not SegmentKind.AUTHOR_NOTE or (
                end - start <= _TAIL and pieces[0][0] is SegmentKind.AUTHOR_NOTE
            )
            self._credits[index] = kind if kind is not SegmentKind.OTHER and whole else None
        return self._credits[index]

    def _pieces(self, bounds: Bounds) -> list[Piece]:
        if self.tongue:
            return abroad.pieces(self.text, bounds, self.tongue)
        return statements.pieces(self.text, bounds)

    def is_source(self, index: int) -> bool:
        """Whether a block ends in a source line."""
        start, end = self.bounds[index]
        if not _SOURCE.search(self.text, max(start, end - _TAIL), end):
            return False
        return self.credit(index) is SegmentKind.SOURCE_LINE

    def words(self, first: int, last: int) -> int:
        """The words of all blocks from ``first`` to before ``last`` that end as prose does."""
        return sum(
            len(self.text[slice(*bounds)].split())
            for i, bounds in enumerate(self.bounds[first:last], first)
            if titles.is_terminated(self.text, bounds)
            and not (self.is_short(i) and self.is_source(i))
        )

    def are_attached(self, index: int) -> bool:
        """Whether no blank line stands between a line and the one before it."""
        return "\n\n" not in self.text[self.bounds[index - 1][1] : self.bounds[index][0]].replace(
            " ", ""
        )


@dataclass(frozen=True, slots=True)
class Opening:
    """A place where an article may begin.

    Attributes:
        first: its first line, labels among it.
        body: the first block behind the lines over it.
        title: the title, folded; empty for none.
        people: the names of the byline, folded.
        number: in the edition; 0 for none.
        signed: whether a byline stands there, also one that names nobody.
        rubric: whether a word says that it is unsigned.
        quoted: whether quotation marks stand around the title.
        apart: whether a separator stands over it.
    """

    first: int
    body: int
    title: str = ""
    people: frozenset[str] = frozenset()
    number: int = 0
    signed: bool = False
    rubric: bool = False
    quoted: bool = False
    apart: bool = False

    def is_of(self, other: Opening) -> bool:
        """Whether two openings speak of one article: of one title; without one, of one author."""
        if self.title and other.title:
            return self.title == other.title
        return bool(self.people) and self.people == other.people


def folded(text: str) -> str:
    """A title or a name for comparison: case, white space and what stands around it aside."""
    return squeezed(text).strip(_EDGES).casefold()


def openings(lines: Lines) -> list[Opening]:
    """All places where an article may begin, in order."""
    found: dict[int, Opening] = {}
    for index in range(len(lines)):
        opening = _at(lines, index)
        if opening and opening.body < len(lines):
            found.setdefault(opening.first, opening)
    return list(found.values())


def _at(lines: Lines, index: int) -> Opening | None:
    opener = lines.opener(index)
    if opener is None:
        return None
    if opener.title and (opener.byline or opener.rubric):
        return _one_line(lines, index, opener)
    byline = lines.byline(index)
    if byline:
        return _signed(lines, index, byline, opener.number)
    return _unsigned(lines, index, opener) if opener.title else None


def _one_line(lines: Lines, index: int, opener: Opener) -> Opening | None:
    """Title and byline on one line."""
    first = _labels(lines, index)
    number = opener.number or _number(lines, first)
    if not (number or opener.quoted or _is_apart(lines, first) or lines.credit(first - 1)):
        return None
    return _opening(lines, first, index + 1, opener, opener.byline, number)


def _signed(lines: Lines, index: int, byline: Byline, number: int) -> Opening:
    """Title, maybe a subtitle, and a byline under them; or a byline alone."""
    title = _title(lines, index) if not number else None
    if title is None:
        return _opening(lines, _labels(lines, index), index + 1, None, byline, number)
    first = _labels(lines, title)
    number = _number(lines, title) or _number(lines, first)
    return _opening(lines, first, index + 1, lines.opener(title), byline, number)


def _title(lines: Lines, byline: int) -> int | None:
    """The line of the title over a byline."""
    line = byline - 1
    if line < 0 or not _is_headline(lines, line, near=True):
        return None
    if _is_marked(lines, line) or line == 0 or not _is_headline(lines, line - 1, near=False):
        return line
    closed = line < 2 or lines.is_separator(line - 2) or lines.credit(line - 2) is not None
    attached = lines.are_attached(line)
    return line - 1 if _is_marked(lines, line - 1) or attached or closed else line


def _is_marked(lines: Lines, index: int) -> bool:
    found = lines.opener(index)
    return found is not None and (found.number > 0 or found.quoted)


def _is_headline(lines: Lines, index: int, *, near: bool) -> bool:
    """Whether a line can be the title or the subtitle over a byline."""
    opener, bounds = lines.opener(index), lines.bounds[index]
    if opener is None or opener.title is None or opener.byline or opener.rubric:
        return False
    text = lines.text
    if lines.is_label(index) or not titles.can_be_title(text, bounds):
        return False
    if text[slice(*bounds)].rstrip("*_ ").endswith(".") and not (
        near and (opener.number or opener.quoted or index == 0 or lines.is_separator(index - 1))
    ):
        return False
    if contents.is_heading(text, bounds) or titles.date_line(text, bounds):
        return False
    return lines.byline(index) is None and lines.credit(index) is None


def _unsigned(lines: Lines, index: int, opener: Opener) -> Opening | None:
    """A title without a byline that is read as one: a number or a separator stands before it."""
    first = _labels(lines, index)
    number = opener.number or _number(lines, first)
    apart = _is_apart(lines, first)
    if not (number or apart or opener.quoted or _is_closed(lines, first)):
        return None
    if not _is_headline(lines, index, near=True) or index + 1 >= len(lines):
        return None
    if lines.byline(index + 1) or (index + 2 < len(lines) and lines.byline(index + 2)):
        return None
    body = index + 1
    named = bylines.bare(lines.text, lines.bounds[body]) if lines.is_short(body) else None
    rubric = openers.is_unsigned(lines.text, lines.bounds[body])
    body += named is not None or rubric
    if body >= len(lines) or not _is_body(lines, body):
        return None
    return replace(_opening(lines, first, body, opener, named, number), rubric=rubric)


def _is_body(lines: Lines, index: int) -> bool:
    """Whether a block, or the one behind it, is of a sentence at least."""
    return any(
        titles.is_terminated(lines.text, bounds) and len(lines.text[slice(*bounds)].split()) >= 5
        for bounds in lines.bounds[index : index + 2]
    )


def _is_closed(lines: Lines, first: int) -> bool:
    """Whether a source line stands right over a line."""
    return first > 0 and lines.is_source(first - 1)


def _labels(lines: Lines, index: int) -> int:
    """The first of the labels right over a line, or the line."""
    while index > 0 and lines.is_label(index - 1):
        index -= 1
    return index


def _number(lines: Lines, index: int) -> int:
    return openers.numbered(lines.text, lines.bounds[index])[0] if lines.is_short(index) else 0


def _is_apart(lines: Lines, first: int) -> bool:
    return first > 0 and lines.is_separator(first - 1)


def _opening(
    lines: Lines,
    first: int,
    body: int,
    opener: Opener | None,
    byline: Byline | None,
    number: int,
) -> Opening:
    text = lines.text
    return Opening(
        first,
        body,
        folded(text[slice(*opener.title)]) if opener and opener.title else "",
        frozenset(_names(text, byline)),
        number,
        signed=byline is not None,
        rubric=opener is not None and opener.rubric,
        quoted=opener is not None and opener.quoted,
        apart=_is_apart(lines, first),
    )


def _names(text: str, byline: Byline | None) -> Iterator[str]:
    for person in byline.people if byline else ():
        yield folded(text[slice(*person)])
