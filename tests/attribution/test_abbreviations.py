"""Abbreviations that the text defines: a row is a text, and the pairs that it makes."""
# ruff: noqa: E501 - a row is a line

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.attribution.abbreviations import marks
from archive.model.article import Block, BlockKind, Expansion, Mark, Segment, SegmentKind
from archive.model.document import Document
from archive.model.fact import Fact
from archive.read import document

SHARED = Path(__file__).parents[3] / "shared"
SOURCE = "0" * 64


def paragraphs(text: str) -> tuple[Document, tuple[Block, ...]]:
    """A source whose blocks are its runs of lines, each a paragraph."""
    source = Document(text, SOURCE, "utf-8", "text/plain")
    found = re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)
    return source, tuple(
        Block(BlockKind.PARAGRAPH, source.span(*match.span()), match[0]) for match in found
    )


def shown(source: Document, mark: Fact[Mark]) -> str:
    expansion, span = mark.value, mark.span
    assert isinstance(expansion, Expansion)
    assert span is not None
    short = expansion.abbreviation
    name = source.text[span.start : span.end]
    return f"{source.text[short.start : short.end]} = {name}, {mark.certainty}"


CASES = {
    "initials": ("in the North West Frontier Province (NWFP) and", ["NWFP = North West Frontier Province, high"]),
    "small words": (
        "at the Center for Strategic and International Studies (CSIS) in",
        ["CSIS = Center for Strategic and International Studies, high"],
    ),
    "small word that counts": ("published by Foreign Policy In Focus (FPIF)", ["FPIF = Foreign Policy In Focus, high"]),
    "small letter that counts": ("the Department of Defense (DoD)", ["DoD = Department of Defense, high"]),
    "a word spelled out": (
        "the Post-Conflict Reconstruction Project (PCR Project) at",
        ["PCR Project = Post-Conflict Reconstruction Project, high"],
    ),
    "a word spelled out and one more": (
        "by the Common Ground News Service (CGNews) and",
        ["CGNews = Common Ground News Service, high"],
    ),
    "spelled out apart": ("the Common Ground News Service (CG News)", ["CG News = Common Ground News Service, high"]),
    "two parts": (
        "Common Ground News Service – Partners in Humanity (CGNews-PiH)",
        ["CGNews-PiH = Common Ground News Service – Partners in Humanity, high"],
    ),
    "open parenthesis": (
        "of the Institute for Policy Studies (IPS, online at Copyright",
        ["IPS = Institute for Policy Studies, high"],
    ),
    "one letter more": ("with the Tehreek-e-Taliban (TTP) in", ["TTP = Tehreek-e-Taliban, medium"]),
    "one letter more, no article": ("with Tehreek-e-Taliban (TTP); Daniel Long (DLP)", []),
    "two letters more": ("the Tehreek-e-Taliban (TTPA)", []),
    "hyphenated, each part": ("Inter-Services Intelligence (ISI)", ["ISI = Inter-Services Intelligence, high"]),
    "hyphenated, one part": (
        "the Organisation for Economic Co-operation and Development (OECD)",
        ["OECD = Organisation for Economic Co-operation and Development, high"],
    ),
    "lower case, plural": (
        "by non-governmental organisations (NGOs), as",
        ["NGOs = non-governmental organisations, high"],
    ),
    "lower case, two letters": ("a member of parliament (MP)", ["MP = member of parliament, medium"]),
    "commas inside": (
        "the United Nations Educational, Scientific and Cultural Organization (UNESCO)",
        ["UNESCO = United Nations Educational, Scientific and Cultural Organization, high"],
    ),
    "full stops": ("the United Nations (U.N.)", ["U.N. = United Nations, high"]),
    "ampersand": ("Arts & Letters Daily (ALD)", ["ALD = Arts & Letters Daily, high"]),
    "apostrophe": ("the People’s Party (PP)", ["PP = People’s Party, high"]),
    "Spanish": ("las Fuerzas Armadas de la República (FAR)", ["FAR = Fuerzas Armadas de la República, high"]),
    "article that counts": ("joined The Islamic Society (TIS)", ["TIS = The Islamic Society, high"]),
    "leading article": ("The Rural Water Board (RWB)", ["RWB = Rural Water Board, high"]),
    "nearest beginning": ("All Awami National Party (ANP) members", ["ANP = Awami National Party, high"]),
    "first word of a sentence": ("When National Party (NP) members met", ["NP = National Party, high"]),
    "over a line end": ("the Rural\nWater Board\n(RWB)", ["RWB = Rural\nWater Board, high"]),
    "defined twice": (
        "the Rural Water Board (RWB). The Rural Water Board (RWB)",
        ["RWB = Rural Water Board, high", "RWB = Rural Water Board, high"],
    ),
    "one short form, two names": (
        "Inter Press Service (IPS) and the Institute for Policy Studies (IPS)",
        ["IPS = Inter Press Service, high", "IPS = Institute for Policy Studies, high"],
    ),
    "semicolon": ("the Rural Water Board (RWB; founded 1998)", ["RWB = Rural Water Board, high"]),
    "explanation": ("the Pakhtoonwali (tribal code) and a jirga (tribal assembly of elders)", []),
    "year": ("the Rural Water Board (2008)", []),
    "place": ("the Institute for Peace (Paris)", []),
    "place of two words": ("the Court of Justice (The Hague)", []),
    "party of a person": ("Senator John McCain (GOP), Diana Carr (D-CA)", []),
    "agency of a dateline": ("AMMAN, Jordan (AP) - Rain. KABUL (IPS) - Rain.", []),
    "reference": ("the British Broadcasting Corporation (see BBC)", []),
    "another language": ("the Kurdistan Workers' Party (PKK)", []),
    "over a full stop": ("in the Rural. Water Board (RWB)", []),
    "over a parenthesis": ("Rural (old) Water Board (RWB)", []),
    "over a quotation mark": ("a “Rural Water” Board (RWB)", []),
    "something between": ("the Rural Water Board, Oslo (RWB)", []),
    "no space": ("the Rural Water Board(RWB)", []),
    "a word too many": ("the Rural Water and Power Board (RWB)", []),
    "a letter too many inside": ("the Rural Water Board (RXWB)", []),
    "one letter": ("the Board (B)", []),
    "one capital": ("the Rural board (Rb)", []),
    "a number in the name": ("the Rural Water Board 2008 (RWB), the Board 2008 Rural Water (BRW)", []),
    "one word": ("Television (TV) and Kilometres (KM)", []),
    "the other way round": ("the RWB (Rural Water Board)", []),
    "more words in the parenthesis": ("the Rural Water Board (RWB in short)", []),
    "two capitals, spelled out": ("the Foreign Office (Foreign Office)", []),
    "begins with a small word": ("and in Oslo (IO)", []),
    "begins behind a hyphen": ("a Trans-Atlantic Treaty (AT)", []),
    "nothing before it": ("(RWB) is a board", []),
    "far before": ("Rural " + "and " * 60 + "Water Board (RWB)", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), CASES.values(), ids=CASES.keys())
def test_abbreviations(text: str, lines: list[str]) -> None:
    source, blocks = paragraphs(text)
    assert [shown(source, mark) for mark in marks(source, blocks)] == lines


def test_the_first_article() -> None:
    folder = SHARED / "article"
    if not folder.is_dir():
        pytest.skip("the first article is not beside the project")
    text = document(next(folder.glob("*.txt")).read_bytes(), "article.txt").text
    source, blocks = paragraphs(text)
    assert [shown(source, mark) for mark in marks(source, blocks)] == [
        "NWFP = North West Frontier Province, high",
        "FATA = Federally Administered Tribal Areas, high",
        "ANP = Awami National Party, high",
        "TTP = Tehreek-e-Taliban, medium",
        "PCR Project = Post-Conflict Reconstruction Project, high",
        "CGNews = Common Ground News Service, high",
        "FPIF = Foreign Policy In Focus, high",
        "IPS = Institute for Policy Studies, high",
    ]


def test_no_pair_crosses_the_border_of_a_segment() -> None:
    text = "by the Rural Water Board (RWB)"
    source = Document(text, SOURCE, "utf-8", "text/plain")
    for border, count in ((12, 0), (6, 1), (25, 0)):
        segments = tuple(
            Segment(SegmentKind.OTHER, source.span(*ends)) for ends in ((0, border), (border, 30))
        )
        block = Block(BlockKind.END_MATTER, source.span(0, len(text)), text, segments)
        assert len(marks(source, (block,))) == count


def test_only_paragraphs_and_end_matter_are_read() -> None:
    text = "the Rural Water Board (RWB)"
    source = Document(text, SOURCE, "utf-8", "text/plain")
    for kind in BlockKind:
        found = marks(source, (Block(kind, source.span(0, len(text)), text),))
        assert bool(found) == (kind in (BlockKind.PARAGRAPH, BlockKind.END_MATTER))


WORDS = [
    "Rural",
    "water ",
    "Board",
    " of",
    "-e-",
    " (",
    "(RWB)",
    "RB",
    "The ",
    "News",
    ")",
    ", ",
    "\n",
    "\n\n",
    ". ",
    "é",
    "İ",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map("".join) | st.text(max_size=40)


@given(TEXTS.map(lambda text: f"{text} (RWB) {text} (CGNews, {text}") | TEXTS)
def test_any_text(text: str) -> None:
    source, blocks = paragraphs(text)
    for mark in marks(source, blocks):
        expansion, span = mark.value, mark.span
        assert isinstance(expansion, Expansion)
        assert span is not None
        short = expansion.abbreviation
        assert any(block.span.holds(span) and block.span.holds(short) for block in blocks)
        assert re.fullmatch(r"\s\(", text[span.end : short.start])
        assert text[span.start].lower() == text[short.start].lower()
        assert text[short.end] in "),;"
