"""Whatever comes as a source: an error of the tree or articles, and what holds for each of them."""

from __future__ import annotations

import json
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from archive.errors import ArchiveError
from archive.export.jsonl import shape
from archive.model.article import Article
from archive.model.document import Document
from archive.model.facts import facts
from archive.pipeline.sources import InContainer, Inspected, each, inspect, stream_sources
from pipeline.test_many import EDITION, MAILBOX, PROSE

PAGE = (
    "<html><head><meta name=author content=admin><title>Wells</title></head><body><h1>Wells</h1>"
    f"<p>By Ann Lee</p><p>{PROSE.format('council')}</p><h2>Lamps</h2>"
    f"<p>{PROSE.format('board')}</p>"
    "<p><i>Ann Lee is a clerk at the Water Board.</i></p><p>Source: <a href='http://h.example'>The "
    "Daily Herald</a>, 13 January 2008. Copyright permission is granted for publication.</p></body>"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Wells</title><item>'
    "<title>Wells</title><description>&lt;p&gt;By Ann Lee&lt;/p&gt;"
    f"&lt;p&gt;{PROSE.format('board')}&lt;/p&gt;"
    "</description></item></channel></rss>"
)
MARKDOWN = f"---\ntitle: Wells\n---\n# Wells\n\n*By **Ann Lee***\n\n{PROSE.format('council')}\n"
QUOTED = "\n".join(f"> {line}" for line in EDITION.split("\n"))
FRENCH = (
    "Deux puits\n\npar Anne Lebrun\n\nÀ Sfax, le dernier tramway s’arrête devant une école où l’on "
    "enseigne deux histoires, et personne ne s’en étonne, sauf les élèves, qui passent l’une et "
    "l’autre dans la même journée.\n\nSource : Le Courrier, 3 mai 2009\n\nReproduction autorisée.\n"
)
SEEDS = [
    ("text", EDITION.encode()),
    ("text", QUOTED.encode()),
    ("text", FRENCH.encode("cp1252")),
    ("markdown", MARKDOWN.encode()),
    ("html", PAGE.encode()),
    ("feed", FEED.encode()),
    ("mbox", MAILBOX),
    ("email", MAILBOX.partition(b"\n")[2]),
]
PIECES = st.sampled_from(
    [
        *(
            b"\n",
            b"\n\n",
            b"> ",
            b"**********\n",
            b"1. ",
            b"by Ann Lee\n",
            b"By ",
            b"<p>",
            b"</div>",
        ),
        *(
            b"Source: ",
            b"(Source: The Herald, 3 May 2008)\n",
            b"13 June 2008",
            b"\xff",
            b"\xc3\xa9",
        ),
        *(
            "בצל\n".encode(),
            "بقلم ".encode(),
            b"*",
            b"[a](b)",
            b"&amp;",
            b"<br>",
            b"\x00",
            b" " * 90,
        ),
        *(b"Ann Lee is an editor at the Herald Trust (HT) in Oslo.\n", b"All rights reserved.\n"),
    ]
)
CHANGES = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 80), PIECES), max_size=8)


def changed(seed: tuple[str, bytes], changes: list[tuple[int, int, bytes]]) -> tuple[str, bytes]:
    """A source with pieces put in and others cut out."""
    reader, data = seed
    for place, cut, piece in changes:
        place %= len(data) + 1
        data = data[:place] + piece + data[place + cut :]
    return reader, data


ANY = st.builds(changed, st.sampled_from(SEEDS), CHANGES) | st.tuples(
    st.sampled_from(sorted({reader for reader, _ in SEEDS})),
    st.lists(PIECES, max_size=40).map(b"".join) | st.binary(max_size=200),
)


def inspected(reader: str, data: bytes) -> list[Inspected]:
    """What is read of it; nothing of what cannot be read."""
    copies = stream_sources(BytesIO(data), reader)
    try:
        found = list(each(copies, lambda copy: inspect(copy, reader)))
    except ArchiveError:
        return []
    return [one for one in found if not isinstance(one, InContainer)]


@given(ANY)
def test_any_source_is_articles_or_an_error(source: tuple[str, bytes]) -> None:
    for one in inspected(*source):
        reached = 0
        for article in one.articles:
            json.loads(json.dumps(shape(article, one.document)))
            carries(article, one.document)
            stands(article, one.document)
            if article.extent:
                assert reached <= article.extent.start < article.extent.end
                reached = article.extent.end


def carries(article: Article, document: Document) -> None:
    """Blocks in order say what the text says, and lose nothing of the article's own run."""
    reached = 0
    for block in article.blocks:
        assert reached <= block.span.start < block.span.end <= len(document.text)
        assert document.text[block.span.start : block.span.end] == block.text
        reached = block.span.end
    extent = article.extent or document.span(0, len(document.text))
    kept = "".join(block.text for block in article.own)
    assert "".join(kept.split()) == "".join(document.text[extent.start : extent.end].split())


def stands(article: Article, document: Document) -> None:
    """Each text that is stated as it is printed stands at its span."""
    for name, fact in facts(article):
        assert fact.span is not None
        assert 0 <= fact.span.start <= fact.span.end <= len(document.text)
        if name in ("title", "subtitle", "rights.statement") or name.endswith((".role", ".place")):
            printed = document.read((fact.span.start, fact.span.end))
            assert fact.value == " ".join(printed.split()), name
