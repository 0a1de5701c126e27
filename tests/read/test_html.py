"""Pages: which text is the article's, where each character comes from, what the markup says."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import EmptySource, InputError, TooLarge
from archive.model.document import Document
from archive.read import document
from archive.read._charset import decoded
from archive.read._html import Extract, extract

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
ARTICLE = "<p>The well on the lower square belongs to nobody, so that everybody watches it.</p>"


def read(data: bytes) -> Document:
    return document(data, "page.html", "html")


def printed(found: Document | Extract) -> str:
    """What is printed of all parts."""
    if not found.parts:
        return ""
    return found.text[found.parts[0].bounds[0] : found.parts[-1].bounds[1]]


def heavy(markup: str) -> str:
    """A page with scripts and styles of 100 kB, as sites have them."""
    script = (
        '<script>var a = "<p>no</p>" < 1; /* </scrip> */' + "f(1 < 2);\n" * 10_000 + "</SCRIPT >"
    )
    styled = re.sub("(?i)<p>|<td[^>]*>", r"\g<0><style>p { color: red }</style>", markup)
    return re.sub("(?i)<body[^>]*>|</title>", lambda tag: tag[0] + script, styled, count=1)


def told(found: Document | Extract) -> list[tuple[str, str]]:
    return [(t.name, found.text[slice(*t.bounds)]) for part in found.parts for t in part.told]


@pytest.mark.parametrize("name", NAMES)
def test_the_article_of_a_page(name: str) -> None:
    found = document((PAGES / f"{name}.html").read_bytes(), f"{name}.html")
    assert printed(found) == (PAGES / f"{name}.txt").read_text("utf-8").rstrip("\n")


@pytest.mark.parametrize("name", NAMES)
def test_a_page_full_of_scripts_gives_the_same(name: str) -> None:
    page = document((PAGES / f"{name}.html").read_bytes(), f"{name}.html")
    markup = decoded((PAGES / f"{name}.html").read_bytes()).markup
    assert printed(extract(heavy(markup))) == printed(page)


ENTRIES = {
    "posts of a blog": ("blog-index", 3),
    "results of a search": ("aggregator", 2),
    "an edition, which is one": ("newsletter", 1),
    "cards under an article": ("modern-cards", 1),
}


@pytest.mark.parametrize(("name", "count"), ENTRIES.values(), ids=ENTRIES.keys())
def test_entries_of_a_page(name: str, count: int) -> None:
    assert len(read((PAGES / f"{name}.html").read_bytes()).parts) == count


ENCODINGS = {
    "declared": (b"<meta charset=windows-1251>", "cp1251", "windows-1251"),
    "declared in the old way": (
        b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
        "cp1252",
        "windows-1252",
    ),
    "declared as XML": (b'<?xml version="1.0" encoding="windows-1255"?>', "cp1255", "windows-1255"),
    "not declared": (b"", "utf-8", "utf-8"),
    "declared wrongly": (b"<meta charset=iso-8859-1>", "utf-8", "utf-8"),
    "unknown": (b"<meta charset=x-none>", "utf-8", "utf-8"),
}
LETTERS = {
    "windows-1251": "Дом",
    "windows-1255": "בית",
    "windows-1252": "naïve “é”",
    "utf-8": "Дом",
}


@pytest.mark.parametrize(("head", "codec", "name"), ENCODINGS.values(), ids=ENCODINGS.keys())
def test_the_encoding(head: bytes, codec: str, name: str) -> None:
    letters = LETTERS[name]
    found = read(head + f"<p>{letters} stands here".encode(codec))
    assert (printed(found), found.encoding) == (f"{letters} stands here", name)


def test_bytes_that_are_not_utf8_are_windows_1252() -> None:
    data = "<meta charset=utf-8><p>“Дом” – “é” … ".encode() + b"na\xefve</p>"
    found = read(data)
    assert (printed(found), found.encoding) == ("“Дом” – “é” … naïve", "utf-8+windows-1252")
    start = found.text.index("naïve")
    bounds = found.origin(found.span(start, start + 2))
    assert bounds
    assert data[slice(*bounds)] == b"na"


def test_a_page_of_more_tags_than_can_be_read_in_time() -> None:
    with pytest.raises(TooLarge, match="200,001 tags, at most 200,000"):
        document(b"<li>" * 200_001, "list.html")


NOTHING = {
    "no bytes but a tag": b"<p>",
    "a script": b"<script>var a = 'Rain in Spain'</script>",
    "a comment": b"<!-- Rain in Spain -->",
    "a title": b"<title>Rain in Spain</title>",
    "a tag that never ends": b"<p Rain in Spain",
    "spaces": b"<p>&nbsp; &#32;\n</p>",
}


@pytest.mark.parametrize("data", NOTHING.values(), ids=NOTHING.keys())
def test_a_page_that_prints_nothing(data: bytes) -> None:
    with pytest.raises(EmptySource):
        read(data)


LINES = {
    "br is a line end": ("Rain<br>in Spain", "Rain\nin Spain"),
    "two are a blank line": ("Rain<br><br>in Spain", "Rain\n\nin Spain"),
    "with a space between them too": ("Rain<br> &nbsp;<br/>in Spain", "Rain\n\nin Spain"),
    "an element within a word": ("R<b>ai</b>n in <i>Sp</i>ain", "Rain in Spain"),
    "white space is one space": ("Rain \r\n\t in<b> Spain</b>", "Rain in Spain"),
    "div ends p": ("<p>Rain<div>in Spain</div>", "Rain\n\nin Spain"),
    "a rule": ("Rain<hr>in Spain", "Rain\n\n* * *\n\nin Spain"),
    "no rule at an end": ("<hr>Rain in Spain<hr>", "Rain in Spain"),
    "a list": ("<ol><li>Rain<li>in Spain</ol>", "Rain\nin Spain"),
    "a quotation mark that never closes": ('<a href="x>Rain</a> <p>in Spain', "Rain\n\nin Spain"),
    "NUL": ("Ra\0in", "Rain"),
    "numbers that are no character": (
        "Rain&#0;&#x110000;&#1; &#99999999999;",
        "Rain�� &#99999999999;",
    ),
    "an unknown reference": ("AT&T &rain; &copy 2008", "AT&T &rain; © 2008"),
    "less than": ("1 < 2 <3 <", "1 < 2 <3 <"),
    "plaintext": ("Rain<plaintext><b>in</b>", "Rain<b>in</b>"),
    "end tags of nothing": ("</div></td></p>Rain</table></b>", "Rain"),
}


@pytest.mark.parametrize(("markup", "text"), LINES.values(), ids=LINES.keys())
def test_lines(markup: str, text: str) -> None:
    assert printed(extract(markup, page=False)) == text


TOLD = {
    "meta": (
        '<html lang="en"><meta property="og:title" content="A &amp; B">'
        "<META NAME=Author CONTENT=Ann>"
        '<meta name="viewport" content="x"><meta name="DC.Date" content="2010">',
        [("html:lang", "en"), ("og:title", "A & B"), ("meta:author", "Ann"), ("dc.date", "2010")],
    ),
    "titles and addresses": (
        '<title>Rain\n &mdash; Spain</title><link rel="canonical" href="http://a.org/?a=1&copy=2">',
        [("link:canonical", "http://a.org/?a=1&copy=2"), ("html:title", "Rain — Spain")],
    ),
    "JSON-LD": (
        '<script type="application/ld+json">[{"@type":"NewsArticle","headline":"A \\"b\\" \\u00e9",'
        '"author":[{"name":"Ann"},"Bo"],"datePublished":"2010-01-02"}]</script>',
        [
            ("json-ld:headline", 'A "b" é'),
            ("json-ld:datePublished", "2010-01-02"),
            ("json-ld:author", "Ann"),
            ("json-ld:author", "Bo"),
        ],
    ),
    "JSON-LD in a graph": (
        '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Site"},'
        '{"author":{"@id":"#a"},"publisher":{"name":"Star","logo":{"url":"x"}},"@type":"BlogPosting"},'
        '{"@id":"#a","@type":"Person","name":"Ann"}]}</script>',
        [("json-ld:author", "Ann"), ("json-ld:publisher", "Star")],
    ),
    "broken JSON-LD": (
        '<script type="application/ld+json">{"@type":"Article",,"headline":"A\nb",}, "author": '
        '{"name"</script>',
        [("json-ld:headline", "A b")],
    ),
}


@pytest.mark.parametrize(("head", "expected"), TOLD.values(), ids=TOLD.keys())
def test_what_the_markup_says(head: str, expected: list[tuple[str, str]]) -> None:
    found = extract(head + ARTICLE)
    assert told(found) == expected
    assert all(t.bounds[0] > found.parts[0].bounds[1] for t in found.parts[0].told)


def test_links_to_other_sites() -> None:
    link = '<a href="http://a.org/?b&amp;c">The <b>Star</b></a>'
    found = extract(f'{ARTICLE}<p>Source: {link}, <a href="/x">y</a></p>')
    assert [
        (found.text[slice(*link.anchor)], found.text[slice(*link.target)]) for link in found.links
    ] == [("The Star", "http://a.org/?b&c")]


def assert_each_character_has_its_origin(found: Extract, markup: str) -> None:
    starts = [origin.start for origin in found.origins]
    assert starts == sorted(set(starts))
    assert starts[:1] == [0] or not found.text
    ends = [*starts[1:], len(found.text)][: len(starts)]
    for origin, end in zip(found.origins, ends, strict=True):
        text = found.text[origin.start : end]
        source = markup[origin.first : origin.last]
        assert 0 <= origin.first <= origin.last <= len(markup)
        if text.strip() and not source.startswith(("<", "\\")):
            assert text.split() == source.split() or text in unescape(source)


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<td>",
            "</table>",
            "<table>",
            "<li>",
            "<br>",
            "<hr>",
            "<b>",
        ),
        *(
            "</b>",
            "<a href='http://a.b/'>",
            "</a>",
            "<h1>",
            "<title>",
            "</title>",
            "<pre>",
            "<!--",
            "-->",
        ),
        *(
            '<script type="application/ld+json">',
            "</script>",
            '{"@type":"Article","headline":"A\\u00e9"}',
        ),
        *(
            "&amp;",
            "&#",
            "&lt",
            "&nbsp;",
            "\u00ad",
            "\0",
            "\ud800",
            '"',
            "'",
            "<",
            ">",
            "=",
            "/",
            " ",
            "\n",
        ),
        *(
            '<div class="post">',
            '<p class="sidebar">',
            "<article>",
            '<meta name=author content="A&eacute;">',
        ),
        *(
            "By Ann Ek",
            "Rain in Spain falls on the plain, says everybody who was ever there. ",
            "דבר",
            "3 comments",
            "&",
        ),
    ]
)
MARKUP = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)


@given(MARKUP, st.booleans())
def test_any_markup_has_a_text_whose_characters_come_from_it(markup: str, page: bool) -> None:
    found = extract(markup, page=page)
    assert_each_character_has_its_origin(found, markup)
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", found.text)
    places = [place for part in found.parts for place in part.bounds]
    assert places == sorted(places)
    assert all(place <= len(found.text) for place in places)
    assert extract(markup, page=page) == found


@given(MARKUP, st.sampled_from(["utf-8", "utf-16", "cp1252", "cp1255"]))
def test_bytes_of_evidence_say_it(markup: str, codec: str) -> None:
    data = f"<meta charset={codec}>{markup}".encode(codec, "replace")
    try:
        found = read(data)
    except InputError:
        return
    for start in range(0, len(found.text), 7):
        bounds = found.origin(found.span(start, start + 1))
        assert bounds
        assert 0 <= bounds[0] <= bounds[1] <= len(data)
        said = "".join(data[slice(*bounds)].decode(c, "replace") for c in found.encoding.split("+"))
        character = found.text[start]
        if character.strip() and not said.startswith(("<", "\\")):
            assert character in unescape(said)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_document_or_an_input_error(data: bytes) -> None:
    for head in (
        b"",
        b"<meta charset=utf-8>",
        b"<meta charset=big5>",
        b"<meta charset=utf-7>",
        b"\xff\xfe",
    ):
        try:
            read(head + data)
        except InputError:
            continue


HOSTILE = {
    "nested deep": "<div><b>" * 100_000 + "Rain",
    "tables in tables": "<table><tr><td>" * 30_000 + "Rain",
    "end tags of nothing near": "<i><div>" + "<b>" * 50_000 + "</i>" * 50_000 + "Rain",
    "tags that never end": "Rain" + "<a " * 300_000,
    "quotes that never close": "Rain" + '<b x="><b" ' * 100_000,
    "comments that never end": "Rain" + "<!--" * 300_000,
    "a huge attribute": f"<p title='{'x' * 3_000_000}'>Rain",
    "links": "<a href='http://a.b/'>Rain</a>" * 20_000,
    "references": "&amp" * 100_000,
    "JSON-LD nested deep": '<script type="application/ld+json">'
    + '{"a":[' * 100_000
    + "</script>Rain",
}


@pytest.mark.parametrize("markup", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_markup_is_read(markup: str) -> None:
    assert printed(extract(markup, page=False)).startswith(("Rain", "&"))
    extract(markup)
