"""Record folders made in code, sound unless a test breaks them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import factory
from archive.model.article import Block, BlockKind
from archive.model.fact import Editor, Fact, Span
from archive.model.record import Change, Record, source_name
from archive.read import again
from archive.tei import write
from archive.validate import Target

PATH = "records/2008/2008-06-13-lee-a-well-for-two-villages/record.xml"


def manifest(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def capture(record: Record) -> bytes:
    copy = record.received
    facts = {
        "characters": copy.characters,
        "encoding": copy.encoding,
        "how": "ingested from a file",
        "media-type": copy.media_type,
        "original-name": copy.filename,
        "received": copy.received,
        "sha-256": copy.sha256,
        "size": copy.size,
    }
    return f"{json.dumps(facts, indent=2, sort_keys=True)}\n".encode()


def sealed(target: Target) -> Target:
    """The target with a manifest that fits its files."""
    files = {name: data for name, data in target.files.items() if name != "manifest-sha256.txt"}
    seal = manifest(files | {"record.xml": target.xml})
    return replace(target, files=files | {"manifest-sha256.txt": seal})


def target(record: Record | None = None, data: bytes = factory.DATA, **changes: Any) -> Target:
    """A sound record folder, with ``changes`` to any field of the target."""
    record = record or factory.record()
    files = {source_name(record.received.filename): data, "source/0001.json": capture(record)}
    whole = Target(
        path=PATH.replace("2008-06-13-lee-a-well-for-two-villages", record.id),
        id=record.id,
        xml=write(record),
        files=files,
        reading=again,
        year="2008",
    )
    return sealed(replace(whole, **changes))


def changed(whole: Target, *changes: tuple[str, str]) -> Target:
    """The target with parts of its record.xml replaced, each of which stands there once."""
    text = whole.xml.decode()
    for old, new in changes:
        assert text.count(old) == 1, f"{old} stands there {text.count(old)} times"
        text = text.replace(old, new)
    return sealed(replace(whole, xml=text.encode()))


def renamed(whole: Target, id: str, key: str) -> Target:
    """The same record under another id and citation key."""
    xml = whole.xml.replace(whole.id.encode(), id.encode()).replace(b"lee2008well", key.encode())
    path = whole.path.replace(whole.id, id)
    return sealed(replace(whole, id=id, path=path, xml=xml))


JANE = 'cert="high" resp="#resp-jane"'


def edited() -> Target:
    """The sound record with what an editor may add to it."""
    return changed(
        target(),
        (
            "      </titleStmt>",
            '        <respStmt xml:id="resp-jane"><resp>names and corrections</resp>'
            '<name type="person">Jane Doe</name></respStmt>\n      </titleStmt>',
        ),
        (
            "opened the well on",
            '<emph>opened</emph> the <term xml:id="t1">well</term> <hi rend="italic">on</hi>',
        ),
        (
            "closed it ",
            f"<choice><sic>closed</sic><corr {JANE} evidence='conjecture'>shut</corr></choice>"
            '<note resp="#resp-jane">So printed; see <ptr target="#t1"/>.</note> <q>it</q> ',
        ),
        (
            "Ann Lee is an engineer at the Rural Water Board in Oslo.",
            '<persName ref="#pers-1"><forename>Ann</forename> Lee</persName> is an '
            '<gloss target="#t1">engineer</gloss> at '
            f'the <orgName ref="#org-rwb" {JANE}>Rural Water Board</orgName> in '
            '<placeName ref="#pl-oslo"><foreign xml:lang="no">Oslo</foreign></placeName>.',
        ),
        (
            "Source: The Daily Herald.",
            'Source: <title level="j" ref="#org-dh">The Daily Herald</title>.',
        ),
        ("</langUsage>", '<language ident="no">Norwegian (names)</language></langUsage>'),
        (
            "</profileDesc>",
            '<textClass><catRef scheme="#tax-genre" target="#genre-news"/></textClass>'
            "</profileDesc>",
        ),
        (
            "      </classDecl>",
            '        <taxonomy xml:id="tax-genre"><desc>Genres</desc><category '
            'xml:id="genre-news"><desc>News</desc></category></taxonomy>\n      </classDecl>',
        ),
        (
            "      <listChange>",
            '      <listChange><change when="2026-11-25" who="#resp-jane">Names.</change>',
        ),
        ("  </standOff>", _BESIDE),
    )


_BESIDE = f"""\
    <listPlace>
      <place xml:id="pl-oslo" type="settlement" source="src:153,157" {JANE}>
        <placeName>Oslo</placeName>
        <idno type="geonames" source="https://www.geonames.org/" {JANE}>3143244</idno>
      </place>
      <place xml:id="pl-no" type="country" {JANE}>
        <placeName><country key="NO">Norway</country></placeName>
      </place>
    </listPlace>
    <listEvent>
      <event xml:id="ev-1" when="2008-05-03" where="#pl-no" {JANE}>
        <label>the opening</label>
      </event>
    </listEvent>
    <listRelation type="provenance">
      <relation name="partOf" active="#org-dh" passive="#org-ht" source="src:364,376" {JANE}/>
    </listRelation>
    <listAnnotation>
      <annotation xml:id="an-1" motivation="describing" target="#d1 src:72,77" {JANE}>
        <note>In the year of publication.</note>
      </annotation>
    </listAnnotation>
  </standOff>"""


LINES = (
    *("Wells", "One", "Two", "They said", "dig here", "and there", "Depth", "9 m", "A well"),
    *("Under a head", "See www.well.example today, for 5 NOK"),
)


def lined(lines: tuple[str, ...], body: str, **changes: Any) -> Target:
    """A record by an editor's hand, of a copy with these lines; its text is ``body``.

    Where ``{2}`` stands in ``body``, the range of the line of that number is put in.
    """
    data = "".join(f"{line}\n" for line in lines).encode()
    digest = hashlib.sha256(data).hexdigest()
    starts = [len("".join(f"{line}\n" for line in lines[:n])) for n in range(len(lines))]
    spans = [
        Span(digest, start, start + len(line)) for start, line in zip(starts, lines, strict=True)
    ]
    received = replace(
        factory.record().received, sha256=digest, size=len(data), characters=len(data.decode())
    )
    title = lines.index("Wells")
    record = factory.record(
        title=Fact("Wells", spans[title], factory.rule("title/first-line")),
        **dict.fromkeys(["language", "published", "distributed", "rights"]),
        authors=(),
        marks=(),
        blocks=(Block(BlockKind.TITLE, spans[title], "Wells"),),
        received=received,
        history=(Change("2026-11-25", "x", Editor("Jane")), *factory.record().history),
    )
    whole = target(record, data, year="undated")
    before, _, rest = whole.xml.decode().partition("    <body>\n")
    text = body.format(*(f'source="src:{span.start},{span.end}"' for span in spans))
    _, _, after = rest.partition("    </body>\n")
    return sealed(replace(whole, xml=(before + text + after).encode(), **changes))


def structured() -> Target:
    """A record in which an editor has marked a list, a quotation, verse, a table and a figure."""
    return lined(LINES, _STRUCTURE)


_STRUCTURE = """\
    <body>
      <div type="article" xml:id="article">
        <head type="main" {0}>Wells</head>
        <list>
          <item><p xml:id="p1" n="1" {1}>One</p></item>
          <item {2}>Two</item>
        </list>
        <cit>
          <quote {3}>They said</quote>
        </cit>
        <lg>
          <l {4}>dig here</l>
          <l {5}>and there</l>
        </lg>
        <table>
          <row role="label"><cell {6}>Depth</cell><cell {7}>9 m</cell><cell/></row>
        </table>
        <figure>
          <head type="sub" {8}>A well</head>
          <graphic url="http://pictures.example/1.jpg" cert="high" resp="#resp-editor-1"/>
          <figDesc>A picture of a well, which the copy lacks.</figDesc>
        </figure>
        <div type="section">
          <head type="sub" {9}>Under a head</head>
          <p xml:id="p2" n="2" {10}>See \
<ref target="http://www.well.example/">www.well.example</ref> today, for \
<measure type="currency" unit="NOK" quantity="5" cert="low" resp="#resp-editor-1">\
5 NOK</measure></p>
        </div>
      </div>
    </body>
"""
