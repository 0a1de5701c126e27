"""DOCX: what is printed, in which order; what is told; what is refused."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.attribution.articles import articles
from archive.errors import InputError, Malformed, NothingPrinted
from archive.model.document import Document
from archive.read import document
from archive.read._zipped import MOST_BYTES
from read.docx_files import CORE, W, docx, paragraph, run, xml, zipped

P = paragraph


def reading(body: str, **parts: str | bytes) -> Document:
    return document(docx(body, **parts), "rain.docx")


def printed(found: Document) -> str:
    return found.text[slice(*found.printed[0].bounds)]


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


BOX = f"<w:r><w:pict><w:txbxContent>{P(run('Box'))}</w:txbxContent></w:pict></w:r>"
HERALD = f'<w:hyperlink r:id="a">{run("The Herald")}</w:hyperlink>'
SIMPLE = "<w:fldSimple w:instr='HYPERLINK \"https://b.example\"'>{}</w:fldSimple>"
LONG = "It rained and rained in the valley, " * 4
PRINTED = {
    "paragraphs": (P(run("Rain")) + P(run("in Spain")), "Rain\n\nin Spain"),
    "runs": (P(run("Ra") + run("in", "<w:b/>") + run(" fell")), "Rain fell"),
    "empty paragraphs": (P(run("Rain")) + P("") + P(run(" ")) + P(run("fell")), "Rain\n\nfell"),
    "soft break": (P(run("Rain") + "<w:r><w:br/></w:r>" + run("fell")), "Rain\nfell"),
    "tab": (P(run("Rain") + "<w:r><w:tab/></w:r>" + run("fell")), "Rain\tfell"),
    "hard hyphen": (P(run("E") + "<w:r><w:noBreakHyphen/></w:r>" + run("mail")), "E\u2011mail"),
    "line end in the markup": (P("<w:r><w:t>Rain\n fell </w:t></w:r>"), "Rain  fell"),
    "entities": (P(run("R &amp; &lt;S&gt; &#233;")), "R & <S> é"),
    "deleted": (P(run("Rain") + f"<w:del>{run('hail')}</w:del>"), "Rain"),
    "inserted": (P(run("Rain") + f"<w:ins>{run(' fell')}</w:ins>"), "Rain fell"),
    "hidden": (P(run("Rain") + run("hail", "<w:vanish/>")), "Rain"),
    "not hidden": (P(run("Rain", '<w:vanish w:val="0"/>')), "Rain"),
    "field": (P(field("PAGE", run("3"))), "3"),
    "in a control": (f"<w:sdt><w:sdtContent>{P(run('Rain'))}</w:sdtContent></w:sdt>", "Rain"),
    "text box": (P(run("Rain") + BOX), "Box\n\nRain"),
    "table": (table([P(run("a")), P(run("b"))], [P(run("c")), P(run("d"))]), "a\tb\n\nc\td"),
    "table for layout": (
        table([P(run("Menu")), P(run(LONG)) + P(run("Rain"))]),
        f"Menu\n\n{LONG}\n\nRain",
    ),
    "symbol": (P(run("a") + '<w:r><w:sym w:char="2713"/><w:sym w:char="F0FC"/></w:r>'), "a✓"),
    "Arabic": (P(run("المطر")), "المطر"),
}


@pytest.mark.parametrize(("body", "text"), PRINTED.values(), ids=PRINTED.keys())
def test_prints(body: str, text: str) -> None:
    assert printed(reading(body)) == text


LINKS = {
    "hyperlink": (HERALD, [("The Herald", "https://a.example/")]),
    "in the document": (f'<w:hyperlink w:anchor="x">{run("here")}</w:hyperlink>', []),
    "unknown": (f'<w:hyperlink r:id="z">{run("here")}</w:hyperlink>', []),
    "not outside": (f'<w:hyperlink r:id="b">{run("here")}</w:hyperlink>', []),
    "field": (
        field(' HYPERLINK "https://b.example" ', run("Rain")),
        [("Rain", "https://b.example")],
    ),
    "simple field": (SIMPLE.format(run("Rain")), [("Rain", "https://b.example")]),
}


@pytest.mark.parametrize(("inner", "links"), LINKS.values(), ids=LINKS.keys())
def test_links(inner: str, links: list[tuple[str, str]]) -> None:
    found = reading(P(run("See ") + inner + run(".")))
    text = found.text
    assert [(text[slice(*x.anchor)], text[slice(*x.target)]) for x in found.links] == links


RANKS = {
    "title and subtitle": (["Titel", "Unter", ""], [1, 2]),
    "title and headings": (["Titel", "", "H1", "", "Own"], [1, 2, 2]),
    "headings alone": (["H1", "", "H1"], [1, 1]),
    "none": (["Loop", "Unknown"], []),
}


@pytest.mark.parametrize(("styles", "levels"), RANKS.values(), ids=RANKS.keys())
def test_headings(styles: list[str], levels: list[int]) -> None:
    found = reading("".join(P(run(f"Rain {i}"), style) for i, style in enumerate(styles)))
    assert [h.level for h in found.headings] == levels
    assert all(found.text[slice(*h.bounds)].startswith("Rain ") for h in found.headings)


def test_tells_core_properties() -> None:
    found = reading(P(run("Rain")), docProps__core_xml=CORE)
    (part,) = found.parts
    assert [(t.name, found.text[slice(*t.bounds)]) for t in part.told] == [
        ("docx:title", "Rain"),
        ("docx:creator", "Ann Ek"),
    ]
    assert printed(found) == "Rain"


def footnotes(number: int) -> str:
    notes = "".join(
        f'<w:footnote w:id="{i}">{P(run(f"Note {i}"))}</w:footnote>' for i in range(number)
    )
    rule = f'<w:footnote w:type="separator">{P(run("-"))}</w:footnote>'
    return f"<w:footnotes {W}>{rule}{notes}</w:footnotes>"


@pytest.mark.parametrize(("number", "below"), [(0, 0), (1, 1), (3, 3), (4, 0)])
def test_footnotes(number: int, below: int) -> None:
    found = reading(P(run("Rain")), word__footnotes_xml=footnotes(number))
    assert printed(found).split("\n\n")[1:] == [f"Note {i}" for i in range(below)]
    told = [found.text[slice(*t.bounds)] for part in found.parts for t in part.told]
    assert told == [f"Note {i}" for i in range(number - below and number)]


def test_origins_are_whole_parts() -> None:
    data = docx(P(run("Rain") + f'<w:hyperlink r:id="a">{run("x")}</w:hyperlink>'))
    found = document(data, "rain.docx")
    place = found.origin(found.span(0, 2))
    assert place is not None
    first, last = place
    name, extra = struct.unpack("<HH", data[first + 26 : first + 30])
    packed = data[first + 30 + name + extra : last]
    assert b"<w:document" in zlib.decompress(packed, -15)
    assert found.origin(found.span(len(found.text) - 1, len(found.text))) != place


def test_the_article_in_it() -> None:
    body = [
        P(run("Preparing for rain"), "Titel"),
        P(run("by Ola Nordmann")),
        *[P(run(LONG.strip(", ") + "."))] * 3,
        P(run("First published in ") + HERALD + run(".")),
    ]
    (found,) = articles(reading("".join(body), docProps__core_xml=CORE))
    assert found.heading == "Preparing for rain"
    assert [a.person.value.name for a in found.authors] == ["Ola Nordmann"]
    assert found.published is not None
    assert found.published.address is not None
    assert found.published.address.value == "https://a.example/"


WHOLE = docx(P(run("Rain")))
BODY = "word/document.xml"
DOCTYPE = '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]>'
REFUSED: dict[str, tuple[bytes, type[InputError], str]] = {
    "cut off": (WHOLE[:-30], Malformed, "it is no whole ZIP"),
    "damaged": (WHOLE.replace(WHOLE[60:75], b"x" * 15), Malformed, "cannot be unpacked"),
    "no text part": (
        zipped({"word/document.xml.bak": "", "a": ""}),
        Malformed,
        "has no word/document.xml",
    ),
    "not well formed": (zipped({BODY: "<a>"}), Malformed, "is not well formed"),
    "no XML": (zipped({BODY: b"\0\1"}), Malformed, "is not well formed"),
    "entities": (
        zipped({BODY: DOCTYPE + "<a>&d;</a>"}),
        Malformed,
        "has a document type declaration",
    ),
    "too deep": (zipped({BODY: "<a>" * 100_000}), Malformed, "is not well formed"),
    "packed too well": (
        zipped({BODY: xml(" " * 4_000_000)}),
        Malformed,
        "unpacks to more than 200 times",
    ),
    "too large": (
        zipped({BODY: xml(" " * MOST_BYTES)}),
        Malformed,
        "has more than 16,777,216 bytes",
    ),
    "nothing printed": (docx(P("")), NothingPrinted, "holds no text"),
    "empty part": (zipped({BODY: ""}), Malformed, "is not well formed"),
}


@pytest.mark.parametrize(("data", "error", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses(data: bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        document(data, "rain.docx", "docx")
    assert caught.value.exit_code == 3


def test_names_that_lead_out_are_names_in_the_zip() -> None:
    there = '<Relationship Type="x/officeDocument" Target="../../etc/x.xml"/>'
    relations = f"<Relationships>{there}</Relationships>"
    parts = {
        "../../etc/x.xml": xml(P(run("outside"))),
        "_rels/.rels": relations,
        BODY: xml(P(run("Rain"))),
    }
    found = document(zipped(parts), "rain.docx")
    assert found.text == "outside"  # the entry of that name in the ZIP itself


@given(st.data())
def test_any_change_of_a_byte_is_a_document_or_an_input_error(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(WHOLE) - 1))
    byte = data.draw(st.integers(0, 255))
    changed = WHOLE[:place] + bytes([byte]) + WHOLE[place + 1 :]
    try:
        document(changed, "rain.docx", "docx")
    except InputError:
        return


TAGS = st.sampled_from(
    [
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "br",
        "tab",
        "del",
        "hyperlink",
        "fldChar",
        "instrText",
        "sym",
        "fldSimple",
        "sdt",
        "txbxContent",
        "vanish",
        "rPr",
        "pPr",
        "pStyle",
    ]
)
TREES: st.SearchStrategy[str] = st.recursive(
    st.sampled_from(["Rain", "", "<w:t>a</w:t>", "<w:br/>", '<w:fldChar w:fldCharType="end"/>']),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)).map(
        lambda node: f"<w:{node[0]}>{''.join(node[1])}</w:{node[0]}>"
    ),
    max_leaves=20,
)


@given(TREES)
def test_any_tree_of_elements_is_read(body: str) -> None:
    try:
        found = reading(body)
    except NothingPrinted:
        return
    assert found.text.strip()
    for link in found.links:
        assert found.text[slice(*link.target)]


@given(st.binary(max_size=200))
def test_any_bytes_are_a_document_or_an_input_error(data: bytes) -> None:
    with pytest.raises(InputError):
        document(b"PK\x03\x04" + data, "rain.docx", "docx")
