"""A text in blocks: paragraphs parted by blank lines, or lines, with hard-wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.attribution.calendar import DAY, MONTH, WEEKDAY, YEAR
from archive.model.article import Block, BlockKind, Segment, SegmentKind
from archive.model.document import Bounds, Document

Piece = tuple[SegmentKind, int, int]
"""A statement in end matter: what it is, and its bounds."""

_LINE = re.compile(r"[^\n]+")
_WRAPPED = 100  # no printed line of a hard-wrapped text is longer
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


def split(text: str) -> list[Bounds]:
    """The bounds of the blocks of ``text``, in order, without the white space around them.

    Blank lines part blocks. Lines with none between them are blocks of their own, unless the text
    is hard-wrapped and the first word of the next line did not fit: then they are one block.
    Every character that is not white space lies in exactly one block. Empty for white space alone.
    """
    lines = [b for b in map(_stripped, _LINE.finditer(text)) if b[0] < b[1]]
    width = _width(lines)
    found: list[Bounds] = []
    for start, end in lines:
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


def _width(lines: list[Bounds]) -> int:
    """The width a text was wrapped to, in characters; 0 if it was not."""
    lengths = sorted(end - start for start, end in lines)
    if len(lengths) < 4 or lengths[-1] > _WRAPPED:
        return 0
    near = sum(length >= lengths[-1] - 14 for length in lengths)
    return lengths[-1] if near >= 3 and lengths[-1] >= _NARROWEST else 0


def _goes_on(text: str, block: Bounds, line: Bounds, width: int, blocks: int) -> bool:
    """Whether ``line`` goes on where the last line of ``block`` was broken."""
    between = text[block[1] : line[0]]
    if not width or between.count("\n") != 1:
        return False
    last = text.rfind("\n", block[0], block[1]) + 1
    length = block[1] - max(last, block[0])
    word = re.compile(r"\S*").match(text, line[0], line[1])
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
    if _ADDRESS.match(text, *line):
        return re.search(r"www\.|://", text[slice(*block)]) is None
    when = _DATE_LINE.match(text, *line)
    return when is not None and re.search(r"[0-9]{4}", text[slice(*block)]) is None


def widened(document: Document, bounds: list[Bounds], within: Bounds) -> list[Bounds]:
    """``bounds`` so wide that they carry the blanked marks between them too (``Document.prose``).

    A mark belongs to the run that it stands on a line with: the one behind it, else the one before
    it. Lines of marks alone belong to the run before them; over the first, to the first.

    Args:
        document: the text, and what of it is blanked.
        bounds: runs in order, that carry all of the prose ``within`` but white space.
        within: the bounds of all of them.
    """
    if not document.blanked or not bounds:
        return bounds
    text, (first, last) = document.text, within
    starts, ends = [b[0] for b in bounds], [b[1] for b in bounds]
    starts[0] = _first_mark(text, first, starts[0])
    for index in range(1, len(bounds)):
        before, behind = ends[index - 1], starts[index]
        line = text.rfind("\n", before, behind) + 1 or behind
        ends[index - 1] = before + len(text[before:line].rstrip())
        starts[index] = _first_mark(text, line, behind)
    ends[-1] += len(text[ends[-1] : last].rstrip())
    return list(zip(starts, ends, strict=True))


def _first_mark(text: str, start: int, end: int) -> int:
    """Where the first character between two places stands that is not white space, else the end."""
    return end - len(text[start:end].lstrip())


def block(document: Document, kind: BlockKind, bounds: Bounds) -> Block:
    """A block without segments."""
    return Block(kind, document.span(*bounds), document.text[bounds[0] : bounds[1]])


def end_matter(document: Document, bounds: Bounds, pieces: list[Piece]) -> Block:
    """A block of notes and credit lines."""
    runs = widened(document, [(start, end) for _, start, end in pieces], bounds)
    segments = tuple(
        Segment(kind, document.span(*run)) for (kind, _, _), run in zip(pieces, runs, strict=True)
    )
    text = document.text[bounds[0] : bounds[1]]
    return Block(BlockKind.END_MATTER, document.span(*bounds), text, segments)


def as_read(document: Document, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the text that the rules read, character for character: marks blanked."""
    if not document.blanked:
        return blocks
    return tuple(
        replace(block, text=document.prose[block.span.start : block.span.end]) for block in blocks
    )


def statements(blocks: list[Block], *kinds: SegmentKind) -> Iterator[Segment]:
    """The segments of these kinds in all blocks, in order."""
    return (s for b in blocks for s in b.segments if s.kind in kinds)
