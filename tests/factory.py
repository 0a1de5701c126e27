"""Records made in code, for tests that need one without reading a source."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from archive.model.article import (
    Affiliation,
    Appearance,
    Article,
    Author,
    Block,
    BlockKind,
    Expansion,
    Gap,
    Mark,
    Organisation,
    Period,
    Person,
    Segment,
    SegmentKind,
    Supplied,
)
from archive.model.document import Document
from archive.model.fact import Certainty, Fact, Rule, Span
from archive.model.record import Change, Holding, Received, Record
from archive.model.rights import Act, Rights, RightsKind, Standing
from archive.resources import version

TEXT = """\
A Well for Two Villages

The Rural Water Board (RWB) opened the well on 3 May & closed it last week.

Ann Lee is an engineer at the Rural Water Board in Oslo. This article is distributed by the \
Common Ground News Service (CGNews) and can be accessed at

Source: The Daily Herald. 13 June 2008, This article was published by The Daily Herald (DH), \
a project of the Herald Trust (HT, online at Copyright permission is granted for publication.
"""
DATA = TEXT.encode()
SHA256 = hashlib.sha256(DATA).hexdigest()
DOCUMENT = Document(text=TEXT, source=SHA256, encoding="utf-8", media_type="text/plain")


def rule(name: str) -> Rule:
    return Rule(name, f"What {name} says.")


def at(quote: str, after: str = "") -> Span:
    """The span of ``quote``, the first time it stands after ``after``."""
    start = TEXT.index(quote, TEXT.index(after))
    return Span(SHA256, start, start + len(quote))


def end_of(quote: str) -> Span:
    place = at(quote).end
    return Span(SHA256, place, place)


def fact(
    value: Any, quote: str, name: str, after: str = "", certainty: Certainty = Certainty.HIGH
) -> Fact[Any]:
    return Fact(value, at(quote, after), rule(name), certainty)


def _blocks() -> tuple[Block, ...]:
    title, body, note, source = (line for line in TEXT.split("\n") if line)

    def block(kind: BlockKind, line: str, *segments: tuple[SegmentKind, str]) -> Block:
        parts = tuple(Segment(k, at(quote, line)) for k, quote in segments)
        return Block(kind, at(line), line, parts)

    return (
        block(BlockKind.TITLE, title),
        block(BlockKind.PARAGRAPH, body),
        block(
            BlockKind.END_MATTER,
            note,
            (SegmentKind.AUTHOR_NOTE, note[: note.index(" This")]),
            (SegmentKind.DISTRIBUTION, note[note.index("This") :]),
        ),
        block(
            BlockKind.END_MATTER,
            source,
            (SegmentKind.SOURCE_LINE, "Source: The Daily Herald. 13 June 2008,"),
            (SegmentKind.PUBLICATION, source[source.index("This") : source.index(" Copyright")]),
            (SegmentKind.PERMISSION, "Copyright permission is granted for publication."),
        ),
    )


def _marks() -> tuple[Fact[Mark], ...]:
    missing = Gap("url", "an address is announced here; none follows")
    return (
        fact(Expansion(at("RWB")), "Rural Water Board", "abbreviation/initials"),
        fact(Period(when="2008-05-03", relative=True), "3 May", "date/day-month"),
        fact(
            Period(not_before="2008-06-02", not_after="2008-06-12", relative=True),
            "last week",
            "date/last-week",
            certainty=Certainty.MEDIUM,
        ),
        fact(Expansion(at("CGNews")), "Common Ground News Service", "abbreviation/initials"),
        Fact(missing, end_of("accessed at"), rule("gap/address")),
        fact(Period(when="2008-06-13"), "13 June 2008", "date/day-month-year"),
        fact(
            Expansion(at("DH")), "The Daily Herald", "abbreviation/initials", after="published by"
        ),
        fact(Expansion(at("HT")), "Herald Trust", "abbreviation/initials"),
        Fact(missing, end_of("online at"), rule("gap/address")),
        Fact(Supplied(")"), end_of("online at"), rule("gap/parenthesis"), Certainty.MEDIUM),
    )


def article(**changes: Any) -> Article:
    """A complete article, with ``changes``."""
    board = fact(
        Organisation("Rural Water Board", "RWB"), "Rural Water Board", "note/is-a-at", "Ann Lee"
    )
    source = "Source: The Daily Herald"
    grant = "Copyright permission is granted for publication."
    whole = Article(
        title=fact("A Well for Two Villages", "A Well for Two Villages", "title/first-line"),
        authors=(
            Author(
                person=fact(Person("Ann Lee", "Ann", "Lee"), "Ann Lee", "note/is-a-at"),
                role=fact("engineer", "engineer", "note/is-a-at"),
                affiliations=(Affiliation(board, fact("Oslo", "Oslo", "note/is-a-at")),),
            ),
        ),
        language=Fact("en", Span(SHA256, 0, len(TEXT)), rule("language/function-words")),
        published=Appearance(
            outlet=fact(
                Organisation("The Daily Herald", "DH"), "The Daily Herald", "credit/source-line"
            ),
            statement=at("Source: The Daily Herald. 13 June 2008"),
            body=fact(
                Organisation("Herald Trust", "HT"),
                "Herald Trust",
                "credit/project-of",
                certainty=Certainty.MEDIUM,
            ),
            date=fact("2008-06-13", "13 June 2008", "credit/source-line", source),
        ),
        distributed=Appearance(
            outlet=fact(
                Organisation("Common Ground News Service", "CGNews"),
                "Common Ground News Service",
                "credit/distributed-by",
            ),
            statement=at("This article is distributed by the Common Ground News Service"),
        ),
        rights=Rights(
            kind=fact(RightsKind.GRANTED, grant, "rights/granted"),
            statement=fact(grant, grant, "rights/granted"),
            acts=((Act.PUBLISH, fact(Standing.PERMITTED, grant, "rights/granted")),),
        ),
        blocks=_blocks(),
        marks=_marks(),
    )
    return replace(whole, **changes)


def record(**changes: Any) -> Record:
    """A complete record, with ``changes`` to any of its fields."""
    whole = Record.of(
        article(),
        id="2008-06-13-lee-a-well-for-two-villages",
        key="lee2008well",
        received=Received(
            filename="well.txt",
            sha256=SHA256,
            size=len(DATA),
            characters=len(TEXT),
            media_type="text/plain",
            encoding="utf-8",
            received="2026-11-24T10:47:00Z",
        ),
        holding=Holding(
            "The Wire Archive",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "The markup and the header are dedicated to the public domain.",
        ),
        history=(Change("2026-11-24", "Read from the received copy by the rules."),),
        program=version(),
    )
    return replace(whole, **changes)
