"""The text of an article as TEI: every character of the source, in order, marks in place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from archive.model.article import (
    Article,
    Block,
    BlockKind,
    Expansion,
    Gap,
    Mark,
    Period,
    Repair,
    Supplied,
)
from archive.model.fact import Fact, Span
from archive.model.language import direction
from archive.tei.evidence import Ledger, source
from archive.tei.xml import Element, append, el, local

# BlockKind -> element and @type where a division opens or ends. TEI has heads, bylines and
# datelines only there (P5 4.1.2, model.divTop and model.divBottom); elsewhere a block that is no
# paragraph is an ab of that type.
ELEMENTS = {
    BlockKind.TITLE: ("head", "main"),
    BlockKind.SUBTITLE: ("head", "sub"),
    BlockKind.LABEL: ("head", "label"),
    BlockKind.MASTHEAD: ("fw", "masthead"),
    BlockKind.SEPARATOR: ("fw", "separator"),
    BlockKind.CONTENTS: ("fw", "contents"),
    BlockKind.HEADING: ("ab", "heading"),
    BlockKind.BYLINE: ("byline", ""),
    BlockKind.DATELINE: ("dateline", ""),
    BlockKind.PARAGRAPH: ("p", ""),
    BlockKind.END_MATTER: ("p", ""),
}
_ANYWHERE = ("p", "fw", "ab")
AMONG = {
    kind: ("ab", name or tag) for kind, (tag, name) in ELEMENTS.items() if tag not in _ANYWHERE
}
# The matter of an edition stands in divisions of its own, and its paragraphs are not numbered.
EDITION = (
    ELEMENTS | AMONG | dict.fromkeys((BlockKind.PARAGRAPH, BlockKind.END_MATTER), ("ab", "notice"))
)
_BODY = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.END_MATTER)
_SIGNATURE = (BlockKind.BYLINE, BlockKind.DATELINE)
_AFTER_BODY = (BlockKind.END_MATTER, BlockKind.SEPARATOR)


class TextWriter:
    """Writes the ``text`` element; ids and numbers run through the whole of it."""

    def __init__(self, article: Article, ledger: Ledger) -> None:
        self._article, self._ledger = article, ledger
        self._paragraphs, self._dates, self._names, self._gaps = (count(1) for _ in range(4))
        self._heads = count(1)

    def write(self) -> Element:
        """The ``text`` element: a body, and a back if the article ends in notes and credits.

        What stands before and behind the article's extent is the edition's: a front, and the end
        of the back.
        """
        before, blocks, behind = self._told_apart()
        cut = len(blocks)
        while cut and blocks[cut - 1].kind in _AFTER_BODY:
            cut -= 1
        body = el("div", {"type": "article", "id": "article"}, *self._division(blocks[:cut]))
        text = el("text", self._language())
        if before:
            text.append(el("front", None, self._edition("edition-front", before)))
        text.append(el("body", None, body))
        if blocks[cut:] or behind:
            text.append(el("back", None))
        if blocks[cut:]:
            end = {"type": "end-matter", "id": "end-matter"}
            text[-1].append(el("div", end, *self._division(blocks[cut:])))
        if behind:
            text[-1].append(self._edition("edition-back", behind))
        return text

    def _told_apart(self) -> tuple[Sequence[Block], Sequence[Block], Sequence[Block]]:
        """The blocks before the article's extent, of it, and behind it."""
        blocks, extent = self._article.blocks, self._article.extent
        if extent is None:
            return (), blocks, ()
        first = bisect_left(blocks, extent.start, key=lambda block: block.span.start)
        last = bisect_left(blocks, extent.end, key=lambda block: block.span.start)
        return blocks[:first], blocks[first:last], blocks[last:]

    def _edition(self, identifier: str, blocks: Sequence[Block]) -> Element:
        elements = [self._block(block, EDITION) for block in blocks]
        return el("div", {"type": "edition", "id": identifier}, *elements)

    def _language(self) -> dict[str, str]:
        language = self._article.language
        if language is None:
            return {"lang": "und"}
        right = direction(language.value) == "rtl"
        return {"lang": language.value, "style": "direction: rtl" if right else ""}

    def _division(self, blocks: Sequence[Block]) -> list[Element]:
        opening, ending = 0, len(blocks)
        while opening < len(blocks) and blocks[opening].kind not in _BODY:
            opening += 1
        while ending and blocks[ending - 1].kind in _SIGNATURE:
            ending -= 1
        return [
            self._block(block, ELEMENTS | (AMONG if opening < index < ending else {}))
            for index, block in enumerate(blocks)
        ]

    def _block(self, block: Block, elements: Mapping[BlockKind, tuple[str, str]]) -> Element:
        tag, kind = elements[block.kind]
        attributes = {"type": kind}
        if tag == "p":
            number = str(next(self._paragraphs))
            attributes = {"id": f"p{number}", "n": number}
        elif block.kind is BlockKind.TITLE:
            attributes = {"id": f"h{next(self._heads)}", "type": kind}
        element = el(tag, attributes | source(block.span))
        if block.segments:
            self._segments(element, block)
        else:
            self._inline(element, block, block.span)
        return element

    def _segments(self, parent: Element, block: Block) -> None:
        place = block.span.start
        for segment in block.segments:
            append(parent, _slice(block, place, segment.span.start))
            element = el("seg", {"type": segment.kind.value} | source(segment.span))
            self._inline(element, block, segment.span)
            parent.append(element)
            place = segment.span.end
        append(parent, _slice(block, place, block.span.end))

    def _inline(self, parent: Element, block: Block, within: Span) -> None:
        found = self._article.marks
        low = bisect_left(found, within.start, key=_start)
        high = bisect_right(found, within.end, key=_start)
        marks = [m for m in found[low:high] if m.span and within.holds(m.span)]
        abbreviations = {
            mark.value.abbreviation: mark for mark in marks if isinstance(mark.value, Expansion)
        }
        ids = {mark.span: f"x{next(self._names)}" for mark in abbreviations.values()}
        pieces: list[tuple[Span, Element]] = [
            (mark.span, self._mark(mark, ids)) for mark in marks if mark.span
        ]
        pieces += [
            (span, el("abbr", {"corresp": "#" + ids[mark.span]}))
            for span, mark in abbreviations.items()
        ]
        _nest(parent, block, within, sorted(pieces, key=lambda p: (p[0].start, -p[0].end)))

    def _mark(self, mark: Fact[Mark], ids: dict[Span | None, str]) -> Element:
        judged: dict[str, str] = self._ledger.judgement(mark)
        match mark.value:
            case Period() as period:
                return el("date", {"id": f"d{next(self._dates)}"} | self._period(period) | judged)
            case Expansion():
                return el("expan", {"id": ids[mark.span]} | judged)
            case Gap() as gap:
                missing = {
                    "id": f"gap{next(self._gaps)}", "reason": "removed-upstream",
                    "agent": "unknown", "unit": gap.unit, "quantity": "1", "evidence": "internal",
                }  # fmt: skip
                return el("gap", missing | judged, el("desc", None, gap.description))
            case Repair() as repair:
                return el("choice", judged, el("orig"), el("reg", None, repair.text))
            case Supplied() as supplied:
                why = {"reason": "omitted-in-original", "evidence": "internal"}
                return el("supplied", why | judged, supplied.text)

    def _period(self, period: Period) -> dict[str, str]:
        anchored = period.relative and self._article.published and self._article.published.date
        return {
            "when": period.when,
            "notBefore": period.not_before,
            "notAfter": period.not_after,
            "datingPoint": "#d-pub" if anchored else "",
        }


def _nest(
    parent: Element, block: Block, within: Span, pieces: Sequence[tuple[Span, Element]]
) -> None:
    """Write the text of ``within`` into ``parent``, with the elements around their spans."""
    place, index = within.start, 0
    while index < len(pieces):
        span, element = pieces[index]
        index += 1
        inside: list[tuple[Span, Any]] = []
        while index < len(pieces) and span.start < span.end and span.holds(pieces[index][0]):
            inside.append(pieces[index])
            index += 1
        append(parent, _slice(block, place, span.start))
        if span.start < span.end:
            _nest(_holder(element), block, span, inside)
        parent.append(element)
        place = span.end
    append(parent, _slice(block, place, within.end))


def _holder(element: Element) -> Element:
    """What of an element holds the characters of the source."""
    return element[0] if local(element) == "choice" else element


def _start(mark: Fact[Mark]) -> int:
    return mark.span.start if mark.span else -1


def _slice(block: Block, start: int, end: int) -> str:
    return block.text[start - block.span.start : end - block.span.start]
