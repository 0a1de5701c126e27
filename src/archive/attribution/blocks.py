"""A text in blocks: paragraphs parted by blank lines, or lines, with hard-wrapped lines joined."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import pairwise

from archive.attribution.calendar import DAY, MONTH, WEEKDAY, YEAR
from archive.model.article import Block, BlockKind, Segment, SegmentKind
from archive.model.document import Bounds, Document

Piece = tuple[SegmentKind, int, int]
"""A statement in end matter: what it is, and its bounds."""

_LINE = re.compile(r"[^\n]+")
_UNBROKEN = re.compile(r"\S*")
_WRAPPED = 100  # no printed line of a hard-wrapped text is longer
_RAGGED = 14  # a long word leaves this much of a line
_NARROWEST = 45  # shorter lines are verse, or a list
_STARTER = re.compile(
    r"[\s*_(\[•–—-]{0,6}(?:Source|Author|Title|Date|By)\s*:|(?-i:By [A-Z])|[-*•–] |[*_]{1,2}\w|~|#",
    re.IGNORECASE,
)


_CREDIT = re.compile(r"[\s*_(\[•–—-]{0,6}(?:Original\s)?(?:Source|Courtesy)\s?:\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"[(<\[]?(?:www\.|https?://)[^\s]{3,200}\Z")
_DATE_LINE = re.compile(
    rf"[(]?(?:{WEEKDAY},?\s)?(?:(?:{DAY}\s)?{MONTH},?\s(?:{DAY},?\s)?{YEAR}|{YEAR}-[01][0-9]-[0-3][0-9])[.)\]]{{0,2}}\Z"
)


def split(text: str, first: int = 0, last: int = sys.maxsize) -> list[Bounds]:
    """The bounds of the blocks of ``text[first:last]``, in order, without white space around.

    Blank lines part blocks. Lines with none between them are blocks of their own, unless the text
    is hard-wrapped and the first word of the next line did not fit: then they are one block.
    Every character that is not white space lies in exactly one block. Empty for white space alone.
    """
    lines = [b for b in map(_stripped, _LINE.finditer(text, first, last)) if b[0] < b[1]]
    groups = _groups(text, lines)
    widths = _widths(groups)
    found: list[Bounds] = []
    for group in groups:
        longest = max((end - start for start, end in group[:-1]), default=0)
        width = max(longest, _nearest(widths, longest)) if widths else 0
        for start, end in group:
            if found and (
                _goes_on(text, found[-1], (start, end), width, len(found))
                or _completes(text, found[-1], (start, end))
            ):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def _stripped(match: re.Match[str]) -> Bounds:
    line = match.group()
    start = match.start() + len(line) - len(line.lstrip())
    return start, start + len(line.strip())


def _groups(text: str, lines: list[Bounds]) -> list[list[Bounds]]:
    """The lines in runs with no blank line inside."""
    groups: list[list[Bounds]] = []
    reached = -1
    for line in lines:
        if groups and text.count("\n", reached, line[0]) == 1:
            groups[-1].append(line)
        else:
            groups.append([line])
        reached = line[1]
    return groups


def _widths(groups: list[list[Bounds]]) -> list[int]:
    """The widths that lines were wrapped to, in characters, in order; empty if they were not.

    Told by the lines that another one stands right under: a credit line by itself may be longer,
    but not one line in three. The parts of an edition may be wrapped to different widths.
    """
    whole = [end - start for group in groups for start, end in group if end - start >= _NARROWEST]
    beyond = sum(length > _WRAPPED for length in whole)
    if beyond > 1 and beyond * 3 >= len(whole):
        return []
    inner = [[end - start for start, end in group[:-1]] for group in groups if len(group) > 1]
    widest = max((max(lengths) for lengths in inner), default=0)
    if not _NARROWEST <= widest <= _WRAPPED:
        return []
    own = [max(lengths) for lengths in inner if len(lengths) > 1 and _is_even(lengths)]
    near = sum(length >= widest - _RAGGED for lengths in inner for length in lengths)
    return sorted({*own, widest}) if near >= 3 else sorted(set(own)) if len(own) > 1 else []


def _nearest(widths: list[int], longest: int) -> int:
    """The least width that a paragraph with a line so long may have been wrapped to."""
    return next((width for width in widths if width >= longest - _RAGGED), widths[-1])


def _is_even(lengths: list[int]) -> bool:
    """Whether all lines but the last of a paragraph are about as long as each other."""
    longest = max(lengths)
    return longest >= _NARROWEST and min(lengths) >= longest - _RAGGED


def _goes_on(text: str, block: Bounds, line: Bounds, width: int, blocks: int) -> bool:
    """Whether ``line`` goes on where the last line of ``block`` was broken."""
    between = text[block[1] : line[0]]
    if not width or between.count("\n") != 1:
        return False
    last = text.rfind("\n", block[0], block[1]) + 1
    length = block[1] - max(last, block[0])
    word = _UNBROKEN.match(text, line[0], line[1])
    fitted = length + 1 + len(word.group() if word else "") <= width
    if _STARTER.match(text, line[0], line[1]):
        return not fitted and blocks > 1 and not text.startswith(("Source", "SOURCE"), line[0])
    return not fitted or (length > width // 2 and text[line[0]].islower())


def _completes(text: str, block: Bounds, line: Bounds) -> bool:
    """Whether a line is the date, the address or the name that the source line over it leaves out.

    "Source:" alone wants a name; "Source: The Herald" may go on with a date, or an address.
    """
    credit = _CREDIT.match(text, *block) if block[1] - block[0] < 160 else None
    if not credit or text.count("\n", block[1], line[0]) > 2:
        return False
    if credit.end() == block[1]:
        return text.count("\n", block[1], line[0]) == 1 and line[1] - line[0] < 160
    if _ADDRESS.match(text, *line) and "creativecommons" not in text[slice(*line)]:
        return re.search(r"www\.|://", text[slice(*block)]) is None
    when = _DATE_LINE.match(text, *line)
    return when is not None and re.search(r"[0-9]{4}", text[slice(*block)]) is None


def widened(document: Document, bounds: list[Bounds], within: Bounds) -> list[Bounds]:
    """``bounds`` so wide that they carry the blanked marks between them too (``Document.prose``).

    A mark belongs to the run that it stands on a line with: the one behind it, else the one before
    it. Lines of marks alone belong to the run before them; over the first, to the first.

    Args:
        document: the text, and what of it is blanked.
        bounds: runs of prose, in order, that begin and end in no mark.
        within: the bounds of all of them; prose in it that lies in no run is left alone.
    """
    if not document.blanked or not bounds:
        return bounds
    first, last = bounds[0][0], bounds[-1][1]
    gaps = [
        _top(document, within[0], first),
        *(_gap(document, one[1], other[0]) for one, other in pairwise(bounds)),
        _bottom(document, last, within[1]),
    ]
    return [(one[1], other[0]) for one, other in pairwise(gaps)]


def _top(document: Document, start: int, end: int) -> Bounds:
    """As ``_gap``, over the first run."""
    if document.prose[start:end].strip():
        return _gap(document, start, end)
    return start, end - len(document.text[start:end].lstrip())


def _bottom(document: Document, start: int, end: int) -> Bounds:
    """As ``_gap``, under the last run."""
    if document.prose[start:end].strip():
        return _gap(document, start, end)
    return start + len(document.text[start:end].rstrip()), end


def _gap(document: Document, start: int, end: int) -> Bounds:
    """Where the run before a gap ends and the one behind it begins, with their marks."""
    text, prose = document.text, document.prose[start:end]
    stop, begin = end - len(prose.lstrip()), start + len(prose.rstrip())
    above = text.rfind("\n", start, stop) + 1 or stop
    below = text.rfind("\n", begin, end) + 1 or end
    return start + len(text[start:above].rstrip()), end - len(text[below:end].lstrip())


def block(document: Document, kind: BlockKind, bounds: Bounds) -> Block:
    """A block without segments."""
    return Block(kind, document.span(*bounds), document.text[bounds[0] : bounds[1]])


def end_matter(document: Document, bounds: Bounds, pieces: list[Piece]) -> Block:
    """A block of notes and credit lines."""
    segments = tuple(Segment(kind, document.span(start, end)) for kind, start, end in pieces)
    text = document.text[bounds[0] : bounds[1]]
    return Block(BlockKind.END_MATTER, document.span(*bounds), text, segments)


def statements(blocks: list[Block], *kinds: SegmentKind) -> Iterator[Segment]:
    """The segments of these kinds in all blocks, in order."""
    return (s for b in blocks for s in b.segments if s.kind in kinds)
