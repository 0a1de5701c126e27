"""Which element a block becomes by where it stands, and how a document is laid out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

import factory
from archive.model.article import Affiliation, Block, BlockKind, Organisation
from archive.model.fact import Span
from archive.tei import write
from archive.tei.xml import ID, el, serialise

TITLE, SUBTITLE, BYLINE = BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BYLINE
TEXT, RULE, END = BlockKind.PARAGRAPH, BlockKind.SEPARATOR, BlockKind.END_MATTER
PLACES: dict[str, tuple[list[BlockKind], list[str], list[str]]] = {  # blocks, in body, in back
    "title and text": ([TITLE, TEXT], ["head main", "p"], []),
    "a byline opens": ([TITLE, BYLINE, TEXT], ["head main", "byline", "p"], []),
    "a byline ends": ([TITLE, TEXT, BYLINE], ["head main", "p", "byline"], []),
    "a byline in between": ([TEXT, BYLINE, TEXT], ["p", "ab byline", "p"], []),
    "a cross-head": ([TITLE, TEXT, SUBTITLE, TEXT], ["head main", "p", "ab sub", "p"], []),
    "a rule between paragraphs": ([TEXT, RULE, TEXT], ["p", "fw separator", "p"], []),
    "end matter": ([TEXT, END], ["p"], ["p"]),
    "a rule before end matter": ([TEXT, RULE, END], ["p"], ["fw separator", "p"]),
    "a rule after end matter": ([TEXT, END, RULE], ["p"], ["p", "fw separator"]),
    "end matter over the text": ([TITLE, END, TEXT], ["head main", "p", "p"], []),
}


@pytest.mark.parametrize(("kinds", "body", "back"), PLACES.values(), ids=PLACES.keys())
def test_element_by_place(kinds: list[BlockKind], body: list[str], back: list[str]) -> None:
    blocks = tuple(
        Block(kind, Span(factory.SHA256, n, n + 1), factory.TEXT[n]) for n, kind in enumerate(kinds)
    )
    root = etree.fromstring(write(factory.record(blocks=blocks, marks=())))
    for part, wanted in (("body", body), ("back", back)):
        found = [
            f"{etree.QName(e).localname} {e.get('type', '')}".strip()
            for e in root.iterfind(f"{{*}}text/{{*}}{part}/{{*}}div/*")
        ]
        assert found == wanted


def test_an_organisation_has_the_short_form_that_stands_anywhere() -> None:
    long = Affiliation(
        factory.fact(Organisation("Rural Water Board"), "Rural Water Board", "note/affiliation")
    )
    (author,) = factory.record().authors
    record = factory.record(authors=(replace(author, affiliations=(long, *author.affiliations)),))
    entries = etree.fromstring(write(record)).iterfind(".//{*}org")
    (entry,) = (e for e in entries if e.get(ID) == "org-rural-water-board")
    assert [name.text for name in entry] == ["Rural Water Board", "RWB"]


LAYOUTS = {
    "elements are indented": (el("x", None, el("y"), el("z")), "<x{}>\n  <y/>\n  <z/>\n</x>"),
    "text is left alone": (el("p", None, "a ", el("y"), " b"), "<p{}>a <y/> b</p>"),
    "also where only elements are usual": (el("x", None, el("y"), "b"), "<x{}><y/>b</x>"),
    "and where there is only white space": (el("p", None, el("y"), " "), "<p{}><y/> </p>"),
}


@pytest.mark.parametrize(("root", "wanted"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layout(root: etree._Element, wanted: str) -> None:
    body = serialise(root).decode().split("?>\n", 3)[3]
    assert body == wanted.format(' xmlns="http://www.tei-c.org/ns/1.0"') + "\n"
