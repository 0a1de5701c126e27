"""Records of any shape over a made-up source, each consistent with it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

import factory
from archive.attribution.people import person
from archive.model.article import (
    Affiliation,
    Appearance,
    Author,
    Block,
    BlockKind,
    Expansion,
    Gap,
    Organisation,
    Period,
    Segment,
    SegmentKind,
    Supplied,
)
from archive.model.fact import Certainty, Editor, Fact, Rule, Span
from archive.model.facts import facts
from archive.model.record import Change, Received, Record
from archive.model.rights import Act, Condition, Rights, RightsKind, Standing
from archive.resources import version

_LETTERS = st.characters(
    codec="utf-8",
    categories=["L", "P", "S", "Mn"],
    exclude_characters="\ufeff",
    max_codepoint=0x2FFFF,
)
WORDS = st.text(_LETTERS, min_size=1, max_size=6).filter(lambda word: bool(word.strip()))
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
EDITORS = st.sampled_from([Editor("Jane Doe"), Editor("J. Roe & Søn")])
_CALLED = (  # blocks that only some rules read in
    *(BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.LABEL, BlockKind.BYLINE),
    BlockKind.END_MATTER,
)
_FAMILIES = {Period: "date", Gap: "gap", Supplied: "gap", Expansion: "abbreviation"}


def rules(family: str) -> st.SearchStrategy[Rule]:
    return st.sampled_from([Rule(f"{family}/{n}", f"What {n} says.") for n in "abc"])


@dataclass
class Source:
    """A source under construction: blocks, then facts about them."""

    draw: st.DrawFn
    text: str
    blocks: list[Block]
    digest: str

    def fact(self, family: str, value: Any = None) -> Fact[Any]:
        """A fact about a line of the source; its value is that line, unless one is given."""
        lines = [block.span for block in self.blocks if block.kind not in _CALLED]
        span = self.draw(st.sampled_from(lines or [block.span for block in self.blocks]))
        value = self.text[span.start : span.end] if value is None else value
        certainty = self.draw(st.sampled_from(Certainty))
        if not lines or self.draw(st.integers(0, 4)) == 0:
            kept = self.draw(st.sampled_from([span, None]))
            return Fact(value, kept, self.draw(EDITORS), certainty)
        return Fact(value, span, self.draw(rules(family)), certainty)

    def as_value(self, family: str, kind: Any) -> Fact[Any]:
        """A fact whose value is a name, made of the line that it was read from."""
        plain = self.fact(family)
        return Fact(kind(plain.value), plain.span, plain.rule, plain.certainty)

    def perhaps(self, make: Any) -> Any:
        return make() if self.draw(st.booleans()) else None


@st.composite
def records(draw: st.DrawFn) -> Record:
    lines = draw(st.lists(LINES, min_size=1, max_size=7))
    text = "\n\n".join(lines) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(draw, text, [], digest)
    source.blocks = _blocks(source, lines)
    permissions = [
        segment
        for block in source.blocks
        for segment in block.segments
        if segment.kind is SegmentKind.PERMISSION
    ]
    published = source.perhaps(lambda: _appearance(source, "2008-06-13"))
    record = Record(
        title=source.fact("title"),
        subtitle=source.perhaps(lambda: source.fact("title")),
        authors=tuple(_author(source) for _ in range(draw(st.integers(0, 2)))),
        language=source.perhaps(
            lambda: source.fact("language", draw(st.sampled_from(["en", "ar", "pt-BR"])))
        ),
        published=published,
        distributed=source.perhaps(lambda: _appearance(source, "2008-06-14")),
        rights=_rights(source, permissions[0].span) if permissions else None,
        blocks=tuple(source.blocks),
        marks=_marks(source, published is not None),
        id="2008-06-13-a-record",
        key="a2008record",
        received=Received(
            filename=draw(LINES),
            sha256=digest,
            size=len(text.encode()),
            characters=len(text),
            media_type="text/plain",
            encoding="utf-8",
            received="2026-11-24T10:47:00Z",
        ),
        holding=factory.record().holding,
        history=(
            *[Change("2026-11-25", "Mended.", e) for e in draw(st.lists(EDITORS, max_size=2))],
            Change("2026-11-24", "Read."),
        ),
        program=version(),
    )
    editors = dict.fromkeys(f.rule for _, f in facts(record) if isinstance(f.rule, Editor))
    changes = (Change("2026-11-25", "Stated.", editor) for editor in editors)
    return replace(record, history=(*changes, *record.history))


def _blocks(source: Source, lines: list[str]) -> list[Block]:
    blocks, place = [], 0
    for line in lines:
        span = Span(source.digest, place, place + len(line))
        kind = source.draw(st.sampled_from(BlockKind))
        segments: tuple[Segment, ...] = ()
        if kind is BlockKind.END_MATTER:
            segments = (Segment(source.draw(st.sampled_from(SegmentKind)), span),)
        blocks.append(Block(kind, span, line, segments))
        place += len(line) + 2
    return blocks


def _author(source: Source) -> Author:
    places = st.integers(0, 2)
    affiliations = dict.fromkeys(
        Affiliation(
            source.as_value("note", Organisation), source.perhaps(lambda: source.fact("note"))
        )
        for _ in range(source.draw(places))
    )
    role = source.perhaps(lambda: source.fact("note"))
    return Author(source.as_value("note", person), role, tuple(affiliations))


def _appearance(source: Source, day: str) -> Appearance:
    return Appearance(
        outlet=source.as_value("credit", Organisation),
        statement=source.blocks[0].span,
        body=source.perhaps(lambda: source.as_value("credit", Organisation)),
        date=source.perhaps(lambda: source.fact("credit", day)),
        address=source.perhaps(lambda: source.fact("credit")),
    )


def _rights(source: Source, span: Span) -> Rights:
    rule = source.draw(rules("rights"))

    def stated(value: Any) -> Fact[Any]:
        return Fact(value, span, rule)

    def some(kind: Any) -> list[Any]:
        return source.draw(st.lists(st.sampled_from(kind), unique=True))

    return Rights(
        kind=stated(source.draw(st.sampled_from(RightsKind))),
        statement=stated(source.text[span.start : span.end]),
        acts=tuple((act, stated(Standing.PROHIBITED)) for act in some(Act)),
        conditions=tuple(stated(condition) for condition in some(Condition)),
        licence=source.perhaps(lambda: stated("CC-BY-4.0")),
        holder=source.perhaps(lambda: source.fact("rights")),
    )


def _marks(source: Source, anchored: bool) -> tuple[Fact[Any], ...]:
    marks: list[Fact[Any]] = []
    for block in source.blocks:
        if not source.draw(st.booleans()):
            continue
        span, end = block.span, Span(source.digest, block.span.end, block.span.end)
        mark = source.draw(
            st.sampled_from(
                [
                    Period(when="2007-05", relative=anchored),
                    Period(not_before="2007", not_after="2008-01-02"),
                    Period(not_after="2008"),
                    Gap("url", "an address is announced here; none follows"),
                    Supplied(")"),
                    Expansion(span),
                ]
            )
        )
        if isinstance(mark, Expansion):
            if span.end - span.start < 2:
                continue
            mark = Expansion(Span(source.digest, span.start + 1, span.end))
            span = Span(source.digest, span.start, span.start + 1)
        place = end if isinstance(mark, Gap | Supplied) else span
        marks.append(Fact(mark, place, source.draw(rules(_FAMILIES[type(mark)]))))
    return tuple(marks)
