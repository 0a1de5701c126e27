"""The text of a record as blocks and marks: inline ranges follow by counting characters."""

from __future__ import annotations

from collections.abc import Iterator

from archive.model.article import (
    Block,
    BlockKind,
    Expansion,
    Gap,
    Mark,
    Period,
    Repair,
    Segment,
    SegmentKind,
    Supplied,
)
from archive.model.fact import Fact, Span
from archive.tei.statements import Statements, children, is_printed, plain
from archive.tei.text import AMONG, EDITION, ELEMENTS
from archive.tei.xml import ID, Element, local

_KINDS = {
    element: kind
    for kind, element in [*EDITION.items(), *ELEMENTS.items(), *AMONG.items()]
    if element != ELEMENTS[BlockKind.END_MATTER] or kind is BlockKind.PARAGRAPH
}
_TAGS = frozenset(tag for tag, _ in _KINDS)


def block_elements(text: Element) -> Iterator[Element]:
    """The elements of the text that carry a range of the source, in document order."""
    return (e for e in text.iter() if local(e) in _TAGS and e.get("source"))


def blocks(text: Element, statements: Statements) -> tuple[Block, ...]:
    """The blocks of the ``text`` element, in document order."""
    return tuple(_block(element, statements) for element in block_elements(text))


def _block(element: Element, statements: Statements) -> Block:
    segments = tuple(
        Segment(SegmentKind(seg.get("type", "")), statements.span(seg))
        for seg in children(element, "seg")
    )
    kind = _KINDS.get((local(element), element.get("type", "")), BlockKind.PARAGRAPH)
    return Block(
        BlockKind.END_MATTER if segments else kind,
        statements.span(element),
        plain(element),
        segments,
    )


def marks(text: Element, statements: Statements) -> tuple[Fact[Mark], ...]:
    """The marks in all blocks, in document order."""
    found: list[Fact[Mark]] = []
    for element in block_elements(text):
        spans = dict(_spans(element, statements.span(element)))
        abbreviations = {
            e.get("corresp", "").removeprefix("#"): span
            for e, span in spans.items()
            if local(e) == "abbr"
        }
        for inner, span in spans.items():
            value = _mark(inner, abbreviations)
            if value is not None:
                found.append(statements.judged(inner, value, span))
    return tuple(found)


def _spans(element: Element, within: Span) -> Iterator[tuple[Element, Span]]:
    """Every element inside a block with its range, by counting what the source prints."""
    place = within.start + len(element.text or "")
    for child in element:
        printed = is_printed(child)
        length = len(plain(child)) if printed else 0
        span = Span(within.source, place, place + length)
        if local(child):
            yield child, span
        if printed:
            yield from _spans(child, span)
        place += length + len(child.tail or "")


def _mark(element: Element, abbreviations: dict[str, Span]) -> Mark | None:
    match local(element):
        case "date":
            when, start, end = (element.get(n, "") for n in ("when", "notBefore", "notAfter"))
            return Period(when, start, end, relative=bool(element.get("datingPoint")))
        case "expan" if element.get(ID, "") in abbreviations:
            return Expansion(abbreviations[element.get(ID, "")])
        case "gap":
            return Gap(element.get("unit", ""), "".join(map(plain, children(element, "desc"))))
        case "choice" if children(element, "reg"):
            return Repair(plain(children(element, "reg")[0]))
        case "supplied":
            return Supplied(plain(element))
        case _:
            return None
