"""What real articles hold, as an editor marks it: sound by our grammar and rules, and TEI."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

import factory
from archive.resources import schemas_folder
from archive.tei import read
from archive.validate import Target, check
from validate.records import changed, lined, target
from validate.specimens import J

OURS = etree.RelaxNG(etree.parse(schemas_folder() / "archive.rng"))


def article(*blocks: tuple[str, str]) -> Target:
    """A record of lines, each with its markup, in which ``@`` stands for the range of the line.

    Lines without markup of their own (an empty string) are inside that of the line before.
    """
    lines = ("Wells", *(line for line, _ in blocks))
    body = '<div type="article" xml:id="article"><head type="main" {0}>Wells</head>'
    for number, (line, markup) in enumerate(blocks, 1):
        body += markup.replace("@", f"{{{number}}}").replace("%", line)
    return lined(lines, f"<body>{body}</div></body>\n")


def paragraph(number: int, inside: str = "%") -> str:
    return f'<p xml:id="p{number}" n="{number}" @>{inside}</p>'


def related(kind: str) -> Target:
    """A record that belongs to another one of the archive."""
    pointer = (
        f'<relatedItem type="{kind}" target="../../2008/2008-06-13-lee-a-well/record.xml" {J}/>'
    )
    whole = article(("They dug.", paragraph(1)))
    claims = f"</publicationStmt><notesStmt>{pointer}</notesStmt>"
    return changed(whole, ("</publicationStmt>", claims))


ENTRIES = f"""\
  <standOff>
    <listPerson><person xml:id="pers-1" {J}><persName>Ann Lee</persName></person></listPerson>
    <listOrg><org xml:id="org-1" {J}><orgName type="full">The Water Board</orgName>
      <placeName ref="#pl-1">Oslo</placeName>
      <idno type="agent" {J}>water-board</idno></org></listOrg>
    <listPlace>
      <place xml:id="pl-1" type="settlement" {J}><placeName>Oslo</placeName></place>
    </listPlace>
  </standOff>
</TEI>"""


KINDS: dict[str, Callable[[], Target]] = {
    "a footnote below the text, with its mark": lambda: article(
        ("They dug.1 It rained.", paragraph(1, 'They dug.<ref target="#fn1">1</ref> It rained.')),
        ("1 In May.", '<note xml:id="fn1" place="foot" n="1" @>%</note>'),
    ),
    "a footnote without a mark": lambda: article(
        ("They dug.", paragraph(1, f'They dug<ptr target="#fn1" {J}/>.')),
        ("* In May.", '<note xml:id="fn1" place="foot" n="*" @>%</note>'),
    ),
    "endnotes of several paragraphs": lambda: article(
        ("They dug.", paragraph(1)),
        ("1 In May.", '<note place="end" n="1">' + paragraph(2)),
        ("And in June.", paragraph(3) + "</note>"),
    ),
    "a note inside a sentence": lambda: article(
        (
            "They dug [1: in May] here.",
            paragraph(
                1,
                'They dug <note place="inline" n="1">[1: in '
                '<date when="2008-05" cert="high" resp="#resp-editor-1">May</date>]</note> here.',
            ),
        ),
    ),
    "a printed note and an editor's": lambda: article(
        (
            "They dug (in May).",
            paragraph(
                1,
                'They dug <note place="inline">(in May)</note>'
                '<note resp="#resp-editor-1">Of which year?</note>.',
            ),
        ),
    ),
    "a picture with a caption": lambda: article(
        ("They dug.", paragraph(1)),
        (
            "The well",
            f'<figure><head type="sub" @>%</head><graphic url="https://a.example/well.jpg" {J}/>',
        ),
        ("Photo: Ann Lee", paragraph(2) + "<figDesc>A well, with people.</figDesc></figure>"),
    ),
    "heads at several levels": lambda: article(
        ("They dug.", paragraph(1)),
        ("North", '<div type="section"><head type="sub" @>%</head>'),
        ("In May", '<div type="section"><head type="sub" @>%</head>'),
        ("Deep.", paragraph(2)),
        ("By night", '<div type="section"><head type="label" @>%</head>'),
        ("Dark.", paragraph(3) + "</div></div></div>"),
        ("South", '<div type="section"><head type="sub" @>%</head>'),
        ("Dry.", paragraph(4) + "</div>"),
    ),
    "a quotation with its source": lambda: article(
        ("We dug.", "<cit><quote @>%</quote>"),
        ("The Herald, 3 May", "<bibl @>%</bibl></cit>"),
    ),
    "a quotation of paragraphs": lambda: article(
        ("We dug.", "<quote>" + paragraph(1)),
        ("We found.", paragraph(2) + "</quote>"),
    ),
    "verse in stanzas": lambda: article(
        ("A song", '<lg type="song"><head type="sub" @>%</head>'),
        ("Dig here", '<lg type="stanza"><l @>%</l>'),
        ("and there", "<l @>%</l></lg>"),
        ("and rest", '<lg type="stanza"><l @>%</l></lg></lg>'),
    ),
    "a table with a row and a column of heads": lambda: article(
        ("Depths", '<table><head type="sub" @>%</head><row role="label"><cell/>'),
        ("Metres", "<cell @>%</cell></row>"),
        ("North", '<row><cell role="label" @>%</cell>'),
        ("9", "<cell @>%</cell></row></table>"),
    ),
    "a numbered list": lambda: article(
        ("1. Dig", '<list type="ordered"><item @>%</item>'),
        ("2. Drink", "<item @>%</item></list>"),
    ),
    "a list with a head, of paragraphs and of lists": lambda: article(
        ("To do", '<list><head type="sub" @>%</head>'),
        ("Dig", "<item>" + paragraph(1)),
        ("Drink", paragraph(2) + "</item></list>"),
    ),
    "a list of labels and items": lambda: article(
        ("North", "<list><label @>%</label>"),
        ("9 m", "<item @>%</item>"),
        ("South", "<label @>%</label>"),
        ("dry", "<item @>%</item></list>"),
    ),
    "links": lambda: article(
        (
            "See www.a.example and here.",
            paragraph(
                1,
                'See <ref target="http://www.a.example/">'
                f'www.a.example</ref> and <ref target="https://b.example/" {J}>here</ref>.',
            ),
        ),
    ),
    "a subtitle": lambda: changed(
        article(("Water for two", '<head type="sub" @>%</head>'), ("They dug.", paragraph(1))),
        (">Wells</title>", f'>Wells</title><title type="sub" level="a" {J}>Water for two</title>'),
    ),
    "words of others in a sentence": lambda: article(
        (
            'She said "dig", and they dug.',
            paragraph(1, 'She said <q>"dig"</q>, <quote>and they dug</quote>.'),
        ),
    ),
    "names with their parts": lambda: changed(
        article(
            (
                "Dr Ann Lee of the Water Board",
                paragraph(
                    1,
                    '<persName ref="#pers-1"><roleName>Dr</roleName> Ann Lee</persName> of the '
                    '<orgName ref="#org-1">Water Board</orgName>',
                ),
            ),
        ),
        ("</TEI>", ENTRIES),
    ),
    "other languages": lambda: changed(
        article(
            (
                "They call it brunn.",
                paragraph(1, 'They call it <foreign xml:lang="no">brunn</foreign>.'),
            ),
            ("Vi grov.", '<quote xml:lang="no" @>%</quote>'),
            ("Vi drakk.", '<p xml:id="p2" n="2" xml:lang="no" @>%</p>'),
        ),
        ("</langUsage>", '<language ident="no">Norwegian</language></langUsage>'),
    ),
    "a picture between paragraphs, and an advertisement": lambda: article(
        ("They dug.", paragraph(1)),
        ("Photo: Lee", "<figure>" + paragraph(2) + "</figure>"),
        ("Subscribe now", '<ab type="notice" @>%</ab>'),
        ("They drank.", paragraph(3)),
    ),
    "known from a distributor alone": lambda: target(
        factory.record(published=None), year="undated"
    ),
    "known from a publisher alone": lambda: target(factory.record(distributed=None)),
    "a translation": lambda: related("translation-of"),
    "a reprint": lambda: related("reprint-of"),
    "an update": lambda: related("update-of"),
    "a correction": lambda: related("correction-of"),
    "a part of a series": lambda: related("part-of"),
}


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS.keys())
def test_sound(make: Callable[[], Target]) -> None:
    whole = make()
    assert OURS.validate(etree.fromstring(whole.xml)), OURS.error_log
    assert check(whole) == ()
    read(whole.xml)


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS.keys())
def test_tei(make: Callable[[], Target], tei_all_grammar: etree.RelaxNG) -> None:
    root = etree.fromstring(make().xml)
    assert tei_all_grammar.validate(root), tei_all_grammar.error_log


WORSE = {
    "a printed note reworded": (
        "a printed note and an editor's",
        "(in May)<",
        "(in June)<",
        "S002",
    ),
    "a printed note called the editor's": (
        "a printed note and an editor's",
        'place="inline"',
        'resp="#resp-editor-1"',
        "S002",
    ),
    "a footnote cut off": ("a footnote without a mark", '25">* In May.<', '21">* In <', "S006"),
    "an address made up in a printed note": (
        "a note inside a sentence",
        "[1: in ",
        '[1: <ref target="https://a.example/">in</ref> ',
        "E003",
    ),
    "a mark of no note": ("a footnote below the text, with its mark", '"#fn1"', '"#fn2"', "P001"),
    "a record by another path": ("a reprint", '"../../2008/', '"../2008/', "G001"),
}


@pytest.mark.parametrize(("kind", "old", "new", "rule"), WORSE.values(), ids=WORSE.keys())
def test_one_fault_one_finding(kind: str, old: str, new: str, rule: str) -> None:
    (found,) = check(changed(KINDS[kind](), (old, new)))
    assert found.rule == rule, found.message
