"""Feeds: what is printed of each entry, what is told of it, and what is refused."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import IllFormed, InputError, NothingPrinted
from archive.model.document import Document
from archive.read import document
from archive.read._signature import media_type

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
HTML = "<p>By Ann Lee</p><p>Rain &amp; sun in <b>Spain</b>.</p>"
TEXT = "By Ann Lee\n\nRain & sun in Spain."
RAIN = f"Rain\n\n{TEXT}"


def rss(*items: str, root: str = f'<rss version="2.0" {SPACES}>') -> str:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f"{root}<channel><title>The Star</title>{inner}</channel></rss>"


def atom(*entries: str, space: str = "http://www.w3.org/2005/Atom") -> str:
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="{space}"><title>The Star</title>{inner}</feed>'


def cdata(text: str) -> str:
    return f"<![CDATA[{text}]]>"


def read(data: str | bytes) -> Document:
    return document(data if isinstance(data, bytes) else data.encode(), "-")


def printed(found: Document) -> list[str]:
    return [found.text[slice(*part.bounds)] for part in found.parts]


def told(found: Document, index: int = 0) -> list[tuple[str, str]]:
    return [(t.name, found.text[slice(*t.bounds)]) for t in found.parts[index].told]


TITLE = "<title>Rain</title>"
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns="http://purl.org/rss/1.0/"><channel><title>The Star</title></channel>'
    f"<item>{TITLE}<description>{escape(HTML)}</description></item></rdf:RDF>"
)
ATOM_3 = "http://purl.org/atom/ns#"
ENTRIES = {
    "RSS, content in CDATA": (
        rss(
            f"{TITLE}<description>Rain…</description>"
            f"<content:encoded>{cdata(HTML)}</content:encoded>"
        ),
        [RAIN],
    ),
    "RSS, content escaped": (
        rss(f"{TITLE}<content:encoded>{escape(HTML)}</content:encoded>"),
        [RAIN],
    ),
    "RSS, another prefix": (
        rss(
            f"{TITLE}<c:encoded>{cdata(HTML)}</c:encoded>",
            root='<rss xmlns:c="http://purl.org/rss/1.0/modules/content/">',
        ),
        [RAIN],
    ),
    "RSS, content that is blank": (
        rss(f"{TITLE}<content:encoded> </content:encoded><description>{cdata(HTML)}</description>"),
        [RAIN],
    ),
    "RSS, description": (rss(f"{TITLE}<description>{escape(HTML)}</description>"), [RAIN]),
    "RSS, description in plain text": (
        rss(f"{TITLE}<description>\nBy Ann Lee\n\nRain in Spain.\n</description>"),
        ["Rain\n\nBy Ann Lee\n\nRain in Spain."],
    ),
    "RSS, in pieces": (
        rss(f"{TITLE}<description>{cdata('<p>By Ann')} Lee&lt;/p&gt;<!-- a --></description>"),
        ["Rain\n\nBy Ann Lee"],
    ),
    "RSS, two": (
        rss(f"{TITLE}<description>One</description>", "<title>Sun</title>"),
        ["Rain\n\nOne", "Sun"],
    ),
    "RSS, markup in a title": (
        rss("<title>Rain &amp;amp; &lt;i&gt;sun&lt;/i&gt;</title>"),
        ["Rain & sun"],
    ),
    "RSS, no title": (rss(f"<description>{cdata(HTML)}</description>"), [TEXT]),
    "RSS, the title again in the content": (
        rss(f"{TITLE}<description>{cdata('<h1>Rain!</h1>' + HTML)}</description>"),
        [f"Rain!\n\n{TEXT}"],
    ),
    "RSS, an entry of nothing": (rss("<guid>1</guid>", TITLE), ["Rain"]),
    "RSS 1.0": (RDF, [RAIN]),
    "Atom, HTML": (atom(f'{TITLE}<content type="html">{escape(HTML)}</content>'), [RAIN]),
    "Atom, XHTML": (
        atom(
            f'{TITLE}<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{HTML}</div>'
            "</content>"
        ),
        [RAIN],
    ),
    "Atom, text": (
        atom(f"{TITLE}<content>\n By Ann &lt;Lee&gt;\r\n\r\nRain &amp;amp; sun</content>"),
        ["Rain\n\nBy Ann <Lee>\n\nRain &amp; sun"],
    ),
    "Atom, a summary": (atom(f"{TITLE}<summary>Rain fell.</summary>"), ["Rain\n\nRain fell."]),
    "Atom, a title over two lines": (
        atom("<title>Rain\n  in &#x53;pain</title>"),
        ["Rain in Spain"],
    ),
    "Atom, a picture": (
        atom(f'{TITLE}<content type="image/png">AAAA</content><summary>Rain fell.</summary>'),
        ["Rain\n\nRain fell."],
    ),
    "Atom 0.3": (
        atom(
            f'{TITLE}<content type="text/html" mode="escaped">{escape(HTML)}</content>',
            space=ATOM_3,
        ),
        [RAIN],
    ),
    "remarks before the root": (f"<!-- a <rss> -->\n<?a b?>{rss(TITLE)}", ["Rain"]),
    "a prefix for Atom": (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Rain</a:title>'
        "</a:entry></a:feed>",
        ["Rain"],
    ),
}


@pytest.mark.parametrize(("feed", "texts"), ENTRIES.values(), ids=ENTRIES.keys())
def test_entries(feed: str, texts: list[str]) -> None:
    data = f'<?xml version="1.0"?>\n{feed}'.encode()
    found = document(data, "feed.xml", "feed")
    assert printed(found) == texts
    for origin in found.origins:
        assert 0 <= origin.first <= origin.last <= len(data)


KINDS = {
    "RSS": (rss(TITLE), "application/rss+xml"),
    "RSS 1.0": (RDF, "application/rss+xml"),
    "Atom": (atom(TITLE), "application/atom+xml"),
    "after a remark": (f"<!-- a -->\n\n{rss(TITLE)}", "application/rss+xml"),
    "after a DOCTYPE": (f'<!DOCTYPE rss PUBLIC "a" "b">{rss(TITLE)}', "application/rss+xml"),
    "many remarks": ("<?a?>" * 500 + "<a>", "application/xml"),
}


@pytest.mark.parametrize(("data", "kind"), KINDS.values(), ids=KINDS.keys())
def test_kinds(data: str, kind: str) -> None:
    assert media_type(data.encode(), "feed.xml") == kind
    assert media_type(b"<?xml version='1.0'?>\n" + data.encode(), "feed.txt") == kind


def test_what_rss_tells() -> None:
    found = read(
        rss(
            f"{TITLE}<author> a@b.org\n(Ann)</author><dc:creator>Ann &amp; Bo</dc:creator>"
            "<guid>1</guid>"
            "<pubDate>Wed, 04 Mar 2009</pubDate><link>http://a.org/1</link><category>x</category>"
        )
    )
    assert told(found) == [
        ("rss:author", "a@b.org (Ann)"),
        ("dc:creator", "Ann & Bo"),
        ("rss:pubDate", "Wed, 04 Mar 2009"),
        ("rss:link", "http://a.org/1"),
    ]
    assert found.headers == (("feed-title", "The Star"),)
    assert found.text.splitlines()[:2] == ["Rain", "a@b.org (Ann)"]


def test_what_atom_tells() -> None:
    found = read(
        atom(
            f"{TITLE}<author><name>Ann</name><email>a@b.org</email></author>"
            "<author><name>Bo</name></author>"
            '<link rel="self" href="http://a.org/x"/><link href="http://a.org/1?a&amp;b"/>'
            "<published>2009-03-04</published><rights>A</rights><author/>"
        )
    )
    assert told(found) == [
        ("atom:author", "Ann"),
        ("atom:author", "Bo"),
        ("atom:link", "http://a.org/1?a&b"),
        ("atom:published", "2009-03-04"),
        ("atom:rights", "A"),
    ]


PLACES = {
    "in CDATA": (
        rss(f"<description>{cdata('<p>Rain in Spain</p>')}</description>"),
        b"Rain in Spain",
    ),
    "escaped": (rss("<description>&lt;p>Rain in Spain&lt;/p></description>"), b"Rain in Spain"),
    "beside a reference": (atom("<title>A &#x26; Rain in Spain</title>"), b"Rain in Spain"),
    "in XHTML": (atom('<content type="xhtml"><p>Rain in Spain</p></content>'), b"Rain in Spain"),
    "behind letters of two bytes": (
        atom("<title>é</title><summary>Rain in Spain</summary>"),
        b"Rain in Spain",
    ),
    "in an attribute": (atom(f'{TITLE}<link href="Rain in Spain"/>'), b"Rain in Spain"),
}


@pytest.mark.parametrize(("feed", "source"), PLACES.values(), ids=PLACES.keys())
def test_characters_come_from_their_bytes(feed: str, source: bytes) -> None:
    found = read(feed)
    start = found.text.index("Rain in")
    bounds = found.origin(found.span(start, start + 13))
    assert bounds
    assert feed.encode()[slice(*bounds)] == source


def test_links_and_their_targets() -> None:
    html = '<p>Source: <a href="http://www.star.org/">The Star</a></p>'
    found = read(rss(f"{TITLE}<description>{escape(html)}</description>", TITLE))
    (link,) = found.links
    assert found.text[slice(*link.anchor)] == "The Star"
    assert found.text[slice(*link.target)] == "http://www.star.org/"


def test_another_encoding() -> None:
    feed = '<?xml version="1.0" encoding="ISO-8859-1"?>' + rss("<title>Naïve</title>")
    found = read(feed.encode("latin-1"))
    assert (printed(found), found.encoding) == (["Naïve"], "windows-1252")
    found = read(b"\xff\xfe" + feed.encode("utf-16-le"))
    assert (printed(found), found.encoding) == (["Naïve"], "utf-16le")


LAUGHS = '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'
REFUSED = {
    "entities of its own": (f"{LAUGHS}{rss('<title>&b;</title>')}", IllFormed, "DOCTYPE"),
    "a DOCTYPE": (f'<!DOCTYPE rss PUBLIC "a" "b.dtd">{rss(TITLE)}', IllFormed, "DOCTYPE"),
    "an unknown entity": (rss("<title>a&nbsp;b</title>"), IllFormed, "nbsp"),
    "not well formed": (rss("<title>Rain</title"), IllFormed, "line 1"),
    "too deep": (rss("<title>" + "<a>" * 400 + "</a>" * 400 + "</title>"), IllFormed, "depth"),
    "too many tags": (rss("<a/>" * 400_000), IllFormed, "more than 400,000 tags"),
    "no entries": (rss(), NothingPrinted, "the feed holds no text"),
    "another kind of RDF": (RDF.replace("item", "thing"), NothingPrinted, "no text"),
}


@pytest.mark.parametrize(("feed", "error", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses(feed: str, error: type[InputError], words: str) -> None:
    with pytest.raises(error, match=re.escape(words)) as caught:
        read(feed)
    assert caught.value.hint


SEEDS = [feed.encode() for feed, _ in (*ENTRIES.values(), *PLACES.values())]
FRAGMENTS = st.sampled_from(
    [
        *(
            b"<item>",
            b"</item>",
            b"<entry>",
            b"&lt;",
            b"&#0;",
            b"&#x41;",
            b"&amp;",
            b"&",
            b"<",
            b">",
        ),
        *(
            b"<![CDATA[",
            b"]]>",
            b"<!--",
            b"-->",
            b'xmlns="a"',
            b' type="html"',
            b' href="a"',
            b"\xff",
        ),
        *(
            b"<!DOCTYPE a>",
            b"<?xml version='1.0' encoding='utf-16'?>",
            b"\r\n",
            b"<p>",
            b"\0",
            b'"',
        ),
    ]
)
CHANGES = st.lists(st.tuples(st.integers(0, 600), st.integers(0, 20), FRAGMENTS), max_size=4)


def changed(seed: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for place, cut, new in changes:
        place %= len(seed) + 1
        seed = seed[:place] + new + seed[place + cut :]
    return seed


ANY = st.binary(max_size=80) | st.lists(FRAGMENTS, max_size=15).map(b"".join)


@given(ANY | st.builds(changed, st.sampled_from(SEEDS), CHANGES))
def test_any_bytes_are_a_document_or_an_input_error(data: bytes) -> None:
    try:
        found = document(data, "-", "feed")
    except InputError:
        return
    assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", found.text)
    assert all(0 <= o.first <= o.last <= len(data) for o in found.origins)
    for part in found.parts:
        assert found.text[slice(*part.bounds)].strip()
        for said in part.told:
            assert "\n" not in found.text[slice(*said.bounds)]


WORDS = st.text(st.sampled_from("Rain &<>\"'é]\n"), min_size=1, max_size=30)


@given(WORDS, st.sampled_from(["escape", "cdata"]))
def test_plain_text_comes_back(text: str, how: str) -> None:
    text = f"a{text}b".replace("]", "é")
    written = cdata(text) if how == "cdata" else escape(text)
    found = read(atom(f"<content>{written}</content>"))
    assert printed(found) == [text]
