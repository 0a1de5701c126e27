"""Missing addresses: a row is a text in which ``^`` shows each gap, ``^)`` one that also closes."""
# ruff: noqa: E501 - a row is a line

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.attribution.gaps import marks
from archive.model.article import Block, BlockKind, Gap, Segment, SegmentKind, Supplied
from archive.model.document import Document
from archive.model.fact import Certainty
from archive.read import document

SHARED = Path(__file__).parents[3] / "shared"
SOURCE = "0" * 64


def paragraphs(text: str) -> tuple[Document, tuple[Block, ...]]:
    """A source whose blocks are its runs of lines, each a paragraph."""
    source = Document(text, SOURCE, "utf-8", "text/plain")
    found = re.finditer(r"\S[^\n]*(?:\n[^\n]+)*", text)
    return source, tuple(
        Block(
            BlockKind.PARAGRAPH,
            source.span(match.start(), match.start() + len(match[0].rstrip())),
            match[0].rstrip(),
        )
        for match in found
    )


def shown(source: Document, blocks: tuple[Block, ...]) -> str:
    """The text with what is missing shown in its place."""
    text = source.text
    for mark in reversed(marks(source, blocks)):
        assert mark.span is not None
        assert mark.span.start == mark.span.end
        sign = "^" if isinstance(mark.value, Gap) else ")"
        assert isinstance(mark.value, Gap | Supplied)
        text = text[: mark.span.start] + sign + text[mark.span.start :]
    return text


CASES = {
    "end of a block": "This article is distributed by CGNews and can be accessed at^",
    "end of a block, then another": "It can be accessed at^\n\nwww.example.org is new.",
    "open parenthesis": "of the Institute (IPS, online at^) Copyright permission is granted for publication.",
    "open parenthesis, end of block": "of the Institute (IPS, online at^)",
    "closed parenthesis": "of the Institute (IPS, online at^). It is new.",
    "closed parenthesis with a stop": "of the Institute (available at^.)",
    "parenthesis in a parenthesis": "the Institute (IPS (new), online at^) Copyright permission is granted.",
    "parenthesis closed later": "the Institute (IPS, online at^ This article is new).",
    "parenthesis open in an earlier sentence": "One (two three. Four can be accessed at^",
    "an enumeration": "1) It can be accessed at^",
    "two gaps": "It is available at^\n\nThe Trust (HT, online at^) Copyright 2008.",
    "full stop": "It can be accessed at^.",
    "full stop and a sentence": "It can be accessed at^. It is new.",
    "over a line end": "It can be accessed\nat^\nSource: The Star",
    "new sentence": "It is available online at^ This article is new.",
    "new sentence of all": "It can be found at^ All rights are reserved.",
    "copyright sign": "It can be found at^ © The Star",
    "source in parentheses": "It can be found at^ (Source: The Star)",
    "on the web": "Read it on the web at^",
    "website at": "Please visit our website at^",
    "visit us at": "Visit us at^",
    "visit": "For more information, please visit^",
    "for more visit": "For more information visit^.",
    "website with a colon": "Website:^",
    "website in parentheses": "the Institute (website:^)",
    "available at with a colon": "It is available at:^",
    "capitals": "AVAILABLE AT: or ONLINE at^",
}  # fmt: skip

WHOLE = {
    "address": "It can be accessed at www.commongroundnews.org.",
    "address with scheme": "It can be accessed at http://example.org",
    "address in angle brackets": "It can be accessed at <example.org>.",
    "address in parentheses": "It can be accessed at (www.example.org).",
    "address with a capital": "It can be accessed at Example.org",
    "address behind a line end": "It can be accessed at\nwww.example.org.",
    "address behind a colon": "Website: www.example.org",
    "address in an open parenthesis": "the Institute (IPS, online at www.ips-dc.org Copyright is held.",
    "mail": "It is available at cgnews@sfcg.org",
    "prose": "It can be accessed at any library.",
    "a name": "It can be accessed at Harvard University and online at The Guardian.",
    "a name that begins like a sentence": "It is available at The Hague and at First National Bank.",
    "a number": "It is available at 3 Elm Street, online at 8 p.m.",
    "no announcement": "This is what we were looking at",
    "no announcement, full stop": "It is not to be laughed at. The Star said so.",
    "a visit": "He spoke of the visit. It was his first visit",
    "to visit": "It is the town that they visit. They wanted to visit",
    "visit a place": "For more information visit Oslo.",
    "a website": "The board has a website. It is online.",
    "website with a colon in prose": "It is an old web: nobody can leave.",
    "available": "It is available. It is no longer available",
    "open parenthesis alone": "the Institute (IPS is old. Copyright permission is granted.",
    "at home": "He was online at home.",
}  # fmt: skip


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_gaps(text: str) -> None:
    bare = text.replace("^)", "^\0").replace("^", "")
    closing = {"closed parenthesis", "closed parenthesis with a stop", "website in parentheses"}
    printed = {CASES[name] for name in closing}
    bare = bare.replace("\0", ")" if text in printed else "")
    assert shown(*paragraphs(bare)) == text


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_nothing_is_missing(text: str) -> None:
    assert shown(*paragraphs(text)) == text


def test_what_a_gap_says() -> None:
    source, blocks = paragraphs("It is online at\n\nIt is new (online at Copyright 2008.")
    values = [(mark.value, str(mark.certainty)) for mark in marks(source, blocks)]
    assert values == [
        (Gap("url", "the sentence announces an address; none follows"), "high"),
        (Gap("url", "the parenthesis announces an address; none follows"), "high"),
        (Supplied(")"), "medium"),
    ]


def segmented(text: str, border: int) -> tuple[Document, tuple[Block, ...]]:
    source = Document(text, SOURCE, "utf-8", "text/plain")
    ends = ((0, border), (border + 1, len(text)))
    segments = tuple(Segment(SegmentKind.OTHER, source.span(*pair)) for pair in ends)
    return source, (Block(BlockKind.END_MATTER, source.span(0, len(text)), text, segments),)


def test_the_end_of_a_segment_is_an_end() -> None:
    text = "It can be accessed at Ann Lee is an engineer."
    assert shown(*segmented(text, 21)) == text.replace("at Ann", "at^ Ann")


@pytest.mark.parametrize(
    "address", ["www.example.org", "Example.org/rain", "http://a.org", "(www.a.org)"]
)
def test_an_address_behind_the_end_of_a_segment(address: str) -> None:
    text = f"It can be accessed at {address}"
    assert shown(*segmented(text, 21)) == text


def test_the_first_article() -> None:
    folder = SHARED / "article"
    if not folder.is_dir():
        pytest.skip("the first article is not beside the project")
    text = document(next(folder.glob("*.txt")).read_bytes(), "article.txt").text
    found = marks(*paragraphs(text))
    places = [(mark.span.start, type(mark.value)) for mark in found if mark.span]
    assert places == [(5786, Gap), (5958, Gap), (5958, Supplied)]


def test_only_paragraphs_and_end_matter_are_read() -> None:
    text = "It is available at"
    source = Document(text, SOURCE, "utf-8", "text/plain")
    for kind in BlockKind:
        found = marks(source, (Block(kind, source.span(0, len(text)), text),))
        assert bool(found) == (kind in (BlockKind.PARAGRAPH, BlockKind.END_MATTER))


PIECES = [
    word for text in (*CASES.values(), *WHOLE.values()) for word in re.findall(r"\w+:?\s*|\W", text)
]
TEXTS = st.lists(st.sampled_from([*PIECES, "online at ", "(", "\n\n"]), max_size=14).map("".join)


@given(TEXTS | st.text(max_size=40))
def test_any_text(text: str) -> None:
    source, blocks = paragraphs(text)
    found = marks(source, blocks)
    for mark in found:
        assert mark.span is not None
        assert any(block.span.holds(mark.span) for block in blocks)
        assert not re.match(r"\s?(?:https?:|www\.)", text[mark.span.start :])
        if isinstance(mark.value, Supplied):
            assert mark.certainty is Certainty.MEDIUM
    gaps = [mark.span for mark in found if isinstance(mark.value, Gap)]
    closed = [mark.span for mark in found if isinstance(mark.value, Supplied)]
    assert len(set(gaps)) == len(gaps)
    assert set(closed) <= set(gaps)
