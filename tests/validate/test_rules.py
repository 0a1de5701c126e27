"""Each rule finds what it is for, at its place, and nothing else is found with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

import factory
from archive.model.article import Period
from archive.validate import RULES, Target, check
from validate.records import JANE, changed, edited, structured, target

EVIDENCE = 'cert="high" resp="#resp-rules" ana='


@dataclass(frozen=True)
class Bad:
    """A part of a sound record replaced: the rule broken, and the tag where that is found."""

    rule: str
    tag: str
    old: str
    new: str
    base: Callable[[], Target] = target
    words: str = ""


GRANT = "Copyright permission is granted for publication."
BAD: dict[str, Bad] = {
    "two elements of one name": Bad("X003", '<date xml:id="d1" notB', 'xml:id="d2"', 'xml:id="d1"'),
    "a style sheet": Bad(
        "X006", "<?xml-style", "<TEI ", '<?xml-stylesheet href="http://a.example/"?><TEI '
    ),
    "an instruction in the text": Bad("X006", "<?php", "<body>", "\n<?php exit?><body>"),
    "another grammar": Bad(
        "X006",
        "<?xml-model",
        "../../../schemas/archive.rng",
        "http://a.example/schemas/archive.rng",
    ),
    "another Schematron": Bad(
        "X006",
        '<?xml-model href="http',
        "../../../schemas/archive.sch",
        "http://a.example/schemas/archive.sch",
    ),
    "a space before a certainty": Bad(
        "X007", '<date xml:id="d1"', '#d-pub" cert="high"', '#d-pub" cert=" high"'
    ),
    "a space behind a range": Bad(
        "X007", '<title type="main"', 'source="src:0,23" ', 'source="src:0,23 " '
    ),
    "a space that nobody sees": Bad(
        "X007", "<author ref", 'ref="#pers-1" source', 'ref="#pers-1\u200b" source'
    ),
    "a range of a million digits": Bad(
        "G001",
        '<title type="main"',
        'source="src:0,23" ',
        f'source="src:0,2{3 * "0" * 9999}" ',
    ),
    "a run of a million digits": Bad(
        "G001",
        "<biblScope",
        "</note>\n          </bibl>",
        f'</note><biblScope unit="characters" from="0" to="{"9" * 9999}">all</biblScope></bibl>',
    ),
    # the chain: one work, and names that are those of their entries
    "another author in the chain": Bad(
        "C001",
        '<author ref="#pers-1">',
        'src:159,220">\n            <analytic>\n              <author ref="#pers-1">Ann Lee',
        'src:159,220">\n            <analytic>\n              <author ref="#pers-1">Bo Ek',
    ),
    "another title in the chain": Bad(
        "C001",
        '<title level="a">A Well for Six',
        'level="a">A Well for Two Villages</title>\n            </analytic>\n            <monogr>\n'
        '              <title level="j" ref="#org-dh"',
        'level="a">A Well for Six Villages</title>\n            </analytic>\n            <monogr>\n'
        '              <title level="j" ref="#org-dh"',
    ),
    "another distributor": Bad(
        "C002", "<distributor", ">Common Ground News Service</dist", ">Common News Service</dist"
    ),
    # the grammar: the structure
    "an element of no record": Bad(
        "G001", "<foo", "<body>", "<body><foo/>", words="not an element of a record"
    ),
    "an element of another namespace": Bad(
        "G001", '<a xmlns="b"', "<body>", '<body><a xmlns="b"/>', words="another namespace"
    ),
    "an include": Bad(
        "G001",
        "<xi:include",
        "<body>",
        '<body><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>',
        words="not a TEI element",
    ),
    "a head below a paragraph": Bad(
        "G001",
        '<head type="sub"',
        "      </div>\n    </body>",
        '<head type="sub" source="src:0,1">A</head></div></body>',
        words="may not stand after p in div",
    ),
    "text between blocks": Bad("G001", "<body", "<body>", "<body>and", words="text may not stand"),
    "no publisher": Bad(
        "G001",
        '<date when="2026-11-24">2026',
        "<publisher>The Wire Archive</publisher>",
        "",
        words="before date in publicationStmt publisher (who publishes the record) is missing",
    ),
    "no sha-256": Bad(
        "G001",
        '<idno type="URI"',
        f'<idno type="sha-256">{factory.SHA256}</idno>',
        "",
        words='before idno in bibl idno type="sha-256" (the SHA-256 of the bytes) is missing',
    ),
    # the grammar: attributes and values
    "an attribute of no element": Bad(
        "G001", "<body", "<body>", '<body style="x">', words="has no attribute style (it may have "
    ),
    "a title from nowhere": Bad(
        "G001",
        '<title type="main"',
        'source="src:0,23" cert="high" resp="#resp-rules" ana="#rule.title',
        'cert="high" resp="#resp-rules" ana="#rule.title',
        words="title lacks source (the characters of the copy that say so, as src:12,31",
    ),
    "a certainty of no kind": Bad(
        "G001",
        '<publisher ref="#org-ht"',
        'ref="#org-ht" source="src:364,376" cert="medium"',
        'ref="#org-ht" source="src:364,376" cert="fair"',
        words='cert of publisher is "fair": it has to be high, medium or low',
    ),
    "a day that is none": Bad(
        "G001",
        '<date xml:id="d1"',
        'when="2008-05-03"',
        'when="2008-02-30"',
        words='when of date is "2008-02-30": it has to be a day, a month or a year that there is',
    ),
    "an empty title": Bad(
        "G001",
        '<title type="main"',
        'line">A Well for Two Villages</title>',
        'line"> </title>',
        words="title is empty",
    ),
    "a digest too short": Bad("G001", '<idno type="sha-256"', f">{factory.SHA256}", ">d164f2"),
    "a range of bytes": Bad("G001", "<p xml:id", '"src:25,100"', '"bytes:25,100"'),
    "a name that is no record's": Bad("G001", "<TEI", 'xml:id="rec-2008', 'xml:id="record-2008'),
    # pointers
    "a person who is not there": Bad(
        "P001", "<author ref", 'ref="#pers-1" source', 'ref="#pers-2" source'
    ),
    "an anchor that is not there": Bad(
        "P001", "<affiliation", '"2008-06-13" datingPoint="#d-pub"', '"2008" datingPoint="#d-x"'
    ),
    "an author who answers for the record": Bad(
        "P002", "<change", 'who="#resp-rules"', 'who="#pers-1"'
    ),
    "a statement that a program answers for": Bad(
        "P002",
        "<supplied",
        'resp="#resp-rules" ana="#rule.gap.parenthesis"',
        'resp="#app-archive" ana="#rule.gap.parenthesis"',
    ),
    "a rule that is no category": Bad(
        "P003",
        '<title type="main"',
        'ana="#rule.title.first-line"',
        'ana="#rule.p"',
        lambda: changed(target(), ('<p xml:id="p1"', '<p xml:id="rule.p"')),
    ),
    "an anchor that is a paragraph": Bad(
        "P004",
        "<affiliation",
        'when="2008-06-13" datingPoint="#d-pub"',
        'when="2008" datingPoint="#p1"',
    ),
    "a statement that nobody signed": Bad(
        "P005", "<supplied", 'resp="#resp-rules" ana="#rule.gap.parenthesis"', 'resp="#resp-rules"'
    ),
    "a program that is a person": Bad("P006", "<name type", 'ref="#app-archive"', 'ref="#pers-1"'),
    "a person who is an organisation": Bad(
        "P007", "<author ref", 'ref="#pers-1" source', 'ref="#org-ht" source'
    ),
    "a person in the text who is an organisation": Bad(
        "P007", "<persName ref", 'persName ref="#pers-1"', 'persName ref="#org-rwb"', edited
    ),
    "an outlet that is a person": Bad(
        "P007", '<title level="j" ref="#p', 'ref="#org-dh" source', 'ref="#pers-1" source', edited
    ),
    "a short form of nothing": Bad("P007", "<abbr", 'corresp="#x1"', 'corresp="#d1"'),
    "a date of publication without its day": Bad(
        "D005",
        '<date xml:id="d-pub"',
        'type="publication" when="2008-06-13"',
        'type="publication" when="2008"',
        lambda: changed(
            target(),
            (
                'datingPoint="#d-pub" cert="high" resp="#resp-rules" ana="#rule.date.day-month"',
                'cert="high" resp="#resp-rules" ana="#rule.date.day-month"',
            ),
        ),
    ),
    # what the program read, asked again
    "a sale that nobody permitted": Bad(
        "M005",
        '<item source="src:393,441"',
        '<item ana="#right.sell.unstated">sell: unstated',
        f'<item source="src:393,441" {EVIDENCE}"#right.sell.permitted #rule.rights.granted">'
        "sell: permitted",
        lambda: changed(
            target(),
            (
                '"right.sell.unstated">\n            <desc>the statement does not say whether '
                "charging for the text is permitted, required or forbidden",
                '"right.sell.permitted">\n            <desc>charging for the text is permitted '
                "by the statement",
            ),
        ),
    ),
    "a grant that is said to be passed on": Bad(
        "M005",
        '<licence xml:id="lic-text"',
        'ana="#kind.granted #rule',
        'ana="#kind.obtained #rule',
        lambda: changed(target(), ('xml:id="kind.granted"', 'xml:id="kind.obtained"')),
    ),
    # spans
    "a range past the end": Bad(
        "S001",
        '<title level="j" ref="#org-dh"',
        '#org-dh" source="src:262,278',
        '#org-dh" source="src:262,999',
    ),
    "an empty range": Bad(
        "S001",
        '<title level="j" ref="#org-dh"',
        '#org-dh" source="src:262,278',
        '#org-dh" source="src:262,262',
    ),
    "a run past the end": Bad(
        "S001",
        "<biblScope",
        "</note>\n          </bibl>",
        '</note>\n            <biblScope unit="characters" from="0" to="9999">'
        "characters 0 to 9999</biblScope>\n          </bibl>",
    ),
    "a silent correction": Bad("S002", '<p xml:id="p1"', "opened the well", "opened a well"),
    "a range one off": Bad("S002", '<seg type="author-note"', "src:102,158", "src:103,158"),
    "a correction in the place of the error": Bad(
        "S002", '<p xml:id="p1"', "<sic>closed</sic>", "<sic>shut it</sic>", edited
    ),
    "a title that is not there": Bad(
        "S003",
        '<title type="main"',
        'line">A Well for Two Villages',
        'line">A Well for Us',
        base=lambda: target(factory.record(published=None, distributed=None, marks=()), year=""),
    ),
    "an author from the title": Bad(
        "S003", "<author ref", '="#pers-1" source="src:102,109"', '="#pers-1" source="src:0,23"'
    ),
    "a role that is not there": Bad("S003", "<roleName", ">engineer</role", ">teacher</role"),
    "a place from elsewhere": Bad("S003", "<placeName", "src:153,157", "src:0,6"),
    "an entry that is not there": Bad(
        "S003",
        '<org xml:id="org-ht"',
        '"org-ht" source="src:364,376"',
        '"org-ht" source="src:0,23"',
    ),
    "a publisher from elsewhere": Bad(
        "S003",
        "<publisher ref",
        'ref="#org-ht" source="src:364,376',
        'ref="#org-ht" source="src:0,23',
    ),
    "a paragraph number left out": Bad("S004", '<p xml:id="p3"', 'n="3"', 'n="4"'),
    "a statement cut from its segment": Bad(
        "S007",
        '<p xml:id="p2"',
        'source="src:102,158">Ann Lee is an engineer at the Rural Water Board in Oslo.</seg>',
        'source="src:102,157">Ann Lee is an engineer at the Rural Water Board in Oslo</seg>.',
        words='"." stands in no segment',
    ),
    "words of an editor's markup in no segment": Bad(
        "S007",
        '<p xml:id="p2"',
        'source="src:102,158">Ann Lee is an engineer at the Rural Water Board in Oslo.</seg>',
        'source="src:102,153">Ann Lee is an engineer at the Rural Water Board in </seg>'
        "<emph>Oslo.</emph>",
        words='"Oslo." stands in no segment',
    ),
    "a range one character wider": Bad(
        "S008", "<roleName", 'roleName source="src:116,124"', 'roleName source="src:115,124"'
    ),
    "a range of one more word": Bad(
        "S008",
        "<placeName",
        "src:153,157",
        "src:150,157",
    ),
    "another letter than is printed": Bad(
        "S008", "<roleName", ">engineer</role", ">Engineer</role"
    ),
    # what was read, by which rule, and in what line
    "a role by a rule of rights": Bad(
        "V001",
        "<roleName",
        f'"src:116,124" {EVIDENCE}"#rule.note.is-a-at"',
        f'"src:116,124" {EVIDENCE}"#rule.rights.granted"',
    ),
    "a date by a rule of titles, printed in full": Bad(
        "V001", '<date xml:id="d3"', "#rule.date.day-month-year", "#rule.title.first-line"
    ),
    "a closing parenthesis by the rule of addresses": Bad(
        "V001",
        "<supplied",
        'resp="#resp-rules" ana="#rule.gap.parenthesis"',
        'resp="#resp-rules" ana="#rule.gap.address"',
    ),
    "an author's note called a permission": Bad(
        "V002", '<seg type="permission', 'type="author-note"', 'type="permission-statement"'
    ),
    "a source line called something else": Bad(
        "V002", '<seg type="other"', 'type="source-line"', 'type="other"'
    ),
    "a title called a label": Bad(
        "V002", '<head xml:id="h1"', '"h1" type="main"', '"h1" type="label"'
    ),
    "a licence from beside its quotation": Bad(
        "V003",
        '<licence xml:id="lic-text"',
        'corresp="#article" source="src:392,440"',
        'corresp="#article" source="src:294,391"',
    ),
    # what is said twice
    "a size in other words": Bad("T001", '<measure unit="bytes"', ">441 bytes", ">414 bytes"),
    "a day of receipt in other words": Bad(
        "T001", '<date when="2026-11-24">', ">2026-11-24</date>", ">2026-11-25</date>"
    ),
    "a right in other words": Bad(
        "T001",
        "<desc>the text may be sold",
        "<desc>publishing the text is permitted by the statement",
        "<desc>the text may be sold",
    ),
    "an affiliation a day off": Bad(
        "T002",
        "<affiliation",
        '<affiliation when="2008-06-13"',
        '<affiliation when="2008-06-12"',
    ),
    "a gap that no note lists": Bad(
        "T003", '<note type="condition"', ', <ptr target="#gap2"/>', ""
    ),
    "a note that lists no gap": Bad(
        "T003", '<ptr target="#x2"', '<ptr target="#gap2"', '<ptr target="#x2"'
    ),
    "a rule that read nothing": Bad(
        "T004",
        '<category xml:id="rule.title.x"',
        '<category xml:id="rule.title.first-line">',
        '<category xml:id="rule.title.x"><desc>Nothing.</desc></category>'
        '<category xml:id="rule.title.first-line">',
    ),
    "an English text from right to left": Bad(
        "T005", "<text", '<text xml:lang="en">', '<text xml:lang="en" style="direction: rtl">'
    ),
    "a right that there is not": Bad(
        "T001",
        "<desc>may it",
        '<category xml:id="right.excerpt.unstated">',
        '<category xml:id="right.sing.unstated"><desc>may it be sung</desc></category>'
        '<category xml:id="right.excerpt.unstated">',
    ),
    "a place twice": Bad(
        "T006",
        f'<placeName source="src:153,157" {EVIDENCE}"#rule.note.is-a-at">Oslo</placeName></aff',
        f'<placeName source="src:153,157" {EVIDENCE}"#rule.note.is-a-at">Oslo</placeName></aff',
        f'<placeName source="src:153,157" {EVIDENCE}"#rule.note.is-a-at">Oslo</placeName>'
        f'<placeName source="src:153,157" {EVIDENCE}"#rule.note.is-a-at">Oslo</placeName></aff',
    ),
    "a short form that is not printed": Bad(
        "T007", '<orgName type="short">RBW', ">RWB</org", ">RBW</org"
    ),
    "two names in full": Bad(
        "T007", '<org xml:id="org-ht"', 'type="short">HT</orgName>', 'type="full">HT</orgName>'
    ),
    "an author left out of the chain": Bad(
        "C003",
        "<analytic>\n              <title",
        'src:159,220">\n            <analytic>\n              <author ref="#pers-1">Ann Lee'
        "</author>",
        'src:159,220">\n            <analytic>',
    ),
    "a distributor who is the publisher": Bad(
        "C004",
        "<distributor",
        '<distributor ref="#org-cgnews">Common Ground News Service<',
        '<distributor ref="#org-dh">The Daily Herald<',
    ),
    "a copy of nothing": Bad(
        "C005",
        '<biblStruct xml:id="bibl-distributed"',
        '<relatedItem type="original" target="#bibl-published"/>',
        "",
    ),
    "a copy of itself": Bad(
        "C005", "<relatedItem", 'target="#bibl-published"', 'target="#bibl-distributed"'
    ),
    "a change before there was a copy": Bad(
        "E005", "<change", '<change when="2026-11-24"', '<change when="2026-11-23"'
    ),
    # what the rules make of the printed words
    "a relative date moved by a day": Bad(
        "M001", '<date xml:id="d1"', 'when="2008-05-03"', 'when="2008-05-04"'
    ),
    "a relative date a year too early": Bad(
        "M001", '<date xml:id="d1"', 'when="2008-05-03"', 'when="2007-05-03"'
    ),
    "a relative date less exact": Bad(
        "M001", '<date xml:id="d1"', 'when="2008-05-03"', 'when="2008-05"'
    ),
    "a week that begins on a Tuesday": Bad(
        "M001", '<date xml:id="d2"', 'notBefore="2008-06-02"', 'notBefore="2008-06-03"'
    ),
    "a relative date that is counted from nothing": Bad(
        "M001", '<date xml:id="d1"', 'when="2008-05-03" datingPoint="#d-pub"', 'when="2008-05-03"'
    ),
    "a printed date that is counted from another": Bad(
        "M001",
        '<date xml:id="d3"',
        '"d3" when="2008-06-13"',
        '"d3" when="2008-06-13" datingPoint="#d-pub"',
    ),
    "a year that is not the printed one": Bad(
        "M001",
        '<date xml:id="d1"',
        '"d1" when="2008"',
        '"d1" when="2007"',
        lambda: target(
            factory.record(
                marks=(factory.fact(Period(when="2008"), "2008", "date/year", "Source"),)
            )
        ),
    ),
    "a week that is sure": Bad(
        "M002",
        '<date xml:id="d2"',
        'cert="medium" resp="#resp-rules" ana="#rule.date.last-week"',
        f'{EVIDENCE}"#rule.date.last-week"',
    ),
    "a name whose parts are interchanged": Bad(
        "M003",
        "<persName><surname",
        '#rule.note.is-a-at"><persName><forename>Ann</forename> <surname>Lee</surname>',
        '#rule.note.is-a-at"><persName><surname>Ann</surname> <forename>Lee</forename>',
    ),
    "a name in one part": Bad(
        "M003",
        "<persName>Ann <surname",
        "        <persName><forename>Ann</forename> <surname>",
        "        <persName>Ann <surname>",
    ),
    "a short form of another name": Bad(
        "M004", '<abbr corresp="#x1">CG', '<abbr corresp="#x2">', '<abbr corresp="#x1">'
    ),
    "a name without its short form": Bad(
        "M004", '<expan xml:id="x1"', '<abbr corresp="#x1">RWB</abbr>', "RWB"
    ),
    # dates
    "a period that ends before it begins": Bad(
        "D001", '<date xml:id="d2"', 'notAfter="2008-06-12"', 'notAfter="2008-06-01"'
    ),
    "a past date in the future": Bad(
        "D002", '<date xml:id="d1"', 'when="2008-05-03"', 'when="2009-05-03"'
    ),
    "a date by a rule of titles": Bad(
        "D003", '<date xml:id="d1"', '#rule.date.day-month">3', '#rule.title.first-line">3'
    ),
    "distributed before it was published": Bad(
        "D004",
        '<date when="2008-06-12"',
        "Service</distributor>\n",
        f'Service</distributor><date when="2008-06-12" {JANE}>then</date>\n',
        lambda: edited(),
    ),
    "a printed date misread": Bad(
        "D005", '<date xml:id="d3"', '"d3" when="2008-06-13"', '"d3" when="2008-06-12"'
    ),
    "a date of publication misread": Bad(
        "D005",
        '<date xml:id="d-pub"',
        'type="publication" when="2008-06-13"',
        'type="publication" when="2008-06-30"',
    ),
    "an editor's date in the future": Bad(
        "D006",
        '<date xml:id="d1"',
        f'when="2008-05-03" datingPoint="#d-pub" {EVIDENCE}"#rule.date.day-month"',
        f'when="2009-05-03" datingPoint="#d-pub" {JANE}',
        edited,
    ),
    # the licence
    "a grant from elsewhere": Bad(
        "L001",
        "<quote",
        f'src:392,440" {EVIDENCE}"#kind.granted #rule.rights.granted">\n'
        f'            <quote source="src:392,440" {EVIDENCE}"#rule.rights.granted">{GRANT}</quote>',
        f'src:0,23" {EVIDENCE}"#kind.granted #rule.rights.granted">\n'
        f'            <quote source="src:0,23" {EVIDENCE}"#rule.rights.granted">A Well for Two '
        "Villages</quote>",
    ),
    "a grant in other words": Bad(
        "L002", "<quote", f"{GRANT}</quote>", "Publication is permitted.</quote>"
    ),
    "free without a licence": Bad("L003", "<availability", '"restricted"', '"free"'),
    "a licence of no source": Bad(
        "L003",
        '<licence xml:id="lic-text"',
        '"restricted">\n          <licence xml:id="lic-markup" target="https://creativecommons.org'
        '/publicdomain/zero/1.0/" corresp="#rec-2008-06-13-lee-a-well-for-two-villages">The markup '
        "and the header are dedicated to the public domain.</licence>\n          "
        '<licence xml:id="lic-text"',
        '"free">\n          <licence xml:id="lic-markup" target="https://creativecommons.org'
        '/publicdomain/zero/1.0/" corresp="#rec-2008-06-13-lee-a-well-for-two-villages">The markup '
        "and the header are dedicated to the public domain.</licence>\n          "
        '<licence xml:id="lic-text" target="https://creativecommons.org/licenses/by/4.0/"',
    ),
    "an act in other words": Bad("L004", "<item source", "publish: permitted", "publish: required"),
    "an act left out": Bad(
        "L005",
        '<list type="acts"',
        '<item ana="#right.sell.unstated">sell: unstated</item>',
        "",
        words="sell is missing",
    ),
    "an act twice": Bad(
        "L005",
        '<list type="acts"',
        '<item ana="#right.sell.unstated">sell: unstated</item>',
        '<item ana="#right.sell.unstated">sell: unstated</item>' * 2,
    ),
    "a permission overlooked": Bad(
        "L006",
        '<seg type="permission-statement"',
        '<seg type="other" source="src:392,440"',
        '<seg type="permission-statement" source="src:392,440"',
        lambda: changed(
            target(factory.record(rights=None)),
            ('type="permission-statement" source', 'type="other" source'),
        ),
    ),
    # the header against the received copy
    "a digest of other bytes": Bad(
        "F009", '<idno type="sha-256"', f">{factory.SHA256}", f">{'0' * 64}"
    ),
    "a name of other bytes": Bad("F009", '<idno type="URI"', "0WTyPNhc", "1WTyPNhc"),
    "a size of other bytes": Bad(
        "F009", "<measure", 'unit="bytes" quantity="441"', 'unit="bytes" quantity="440"'
    ),
    "a count of other characters": Bad(
        "F009",
        '<measure unit="characters"',
        'characters" quantity="441"',
        'characters" quantity="4"',
    ),
    "another file name": Bad("F009", '<idno type="filename"', ">well.txt", ">rain.txt"),
    "another media type": Bad("F009", '<note type="media-type"', "text/plain", "text/html"),
    "another encoding": Bad("F009", '<note type="encoding"', ">utf-8", ">windows-1252"),
    "another time of receipt": Bad("F009", '<date type="received"', "T10:47:00Z", "T10:48:00Z"),
    "an encoding that does not fit": Bad("F010", '<note type="encoding"', ">utf-8", ">utf-16le"),
    "an encoding that there is not": Bad("F010", '<note type="encoding"', ">utf-8", ">latin-9"),
    "a source of another name": Bad(
        "F006", '<idno type="filename"', "source/0001.txt#", "source/0002.txt#"
    ),
    # identity, language, editing
    "another name than the folder": Bad(
        "I002", '<idno type="record"', '"record">2008-06-13-lee', '"record">2008-06-13-lea'
    ),
    "a language undeclared": Bad(
        "N001", "<foreign", 'xml:lang="no">Oslo', 'xml:lang="nb">Oslo', edited
    ),
    "a text in another language": Bad(
        "N002", "<text xml", '<text xml:lang="en">', '<text xml:lang="no">', edited
    ),
    "a correction of nothing": Bad("E001", "<choice", ">shut</corr>", ">closed</corr>", edited),
    "an entry that nothing names": Bad(
        "E002", '<place xml:id="pl-no"', ' where="#pl-no"', "", edited
    ),
    "an address made up": Bad(
        "E003", "<ref target", "www.well.example/", "wells.example/", structured
    ),
    # the history
    "a later change below an earlier one": Bad(
        "H001",
        '<change when="2026-11-26"',
        "      </listChange>",
        '        <change when="2026-11-26" who="#resp-rules">Read.</change>\n      </listChange>',
        words="2026-11-26 stands below 2026-11-24",
    ),
    "an editor without a change": Bad(
        "H002",
        '<respStmt xml:id="resp-jane"',
        '<change when="2026-11-25" who="#resp-jane">Names.</change>',
        "",
        edited,
        words='"Jane Doe" answers for statements, and has no change',
    ),
    "checked by nobody": Bad("E004", "<revisionDesc", '"draft"', '"checked"'),
    "a block twice": Bad(
        "S005",
        "<item  source",
        '<item source="src:10,13">Two</item>',
        '<item source="src:10,13">Two</item><item  source="src:10,13">Two</item>',
        structured,
    ),
    "a block lost": Bad(
        "S006", "<quote", '<item source="src:10,13">Two</item>', "", structured, words='"Two"'
    ),
    "another name than the folder's": Bad(
        "I001",
        "<TEI",
        'xml:id="rec-2008-06-13-lee-a',
        'xml:id="rec-2008-06-13-lea-a',
        lambda: changed(
            target(),
            (' corresp="#rec-2008-06-13-lee-a-well-for-two-villages"', ' corresp="#article"'),
        ),
    ),
}


TWICE: dict[str, tuple[str, str, str, str]] = {
    "an author surer than the person": (
        '"#pers-1" source="src:102,109" cert="high"',
        '"#pers-1" source="src:102,109" cert="low"',
        "<author ref",
        "<person ",
    ),
    "an entry by another rule than its outlet": (
        f'"org-dh" source="src:262,278" {EVIDENCE}"#rule.credit.source-line"',
        f'"org-dh" source="src:262,278" {EVIDENCE}"#rule.credit.distributed-by"',
        '<title level="j" ref="#org-dh"',
        '<org xml:id="org-dh"',
    ),
}


@pytest.mark.parametrize(("old", "new", "one", "other"), TWICE.values(), ids=TWICE.keys())
def test_what_differs_in_two_places_is_found_in_both(
    old: str, new: str, one: str, other: str
) -> None:
    broken = changed(target(), (old, new))
    found = check(broken)
    assert [finding.rule for finding in found] == ["V003", "V003"]
    places = [place(broken.xml, tag) for tag in (one, other)]
    assert [(finding.line, finding.column) for finding in found] == places


def place(xml: bytes, tag: str) -> tuple[int, int]:
    """Line and column of the first start tag that begins so."""
    before = xml.decode()[: xml.decode().index(tag)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_one_fault_one_finding(bad: Bad) -> None:
    broken = changed(bad.base(), (bad.old, bad.new))
    (found,) = check(broken)
    assert found.rule == bad.rule
    assert found.path == broken.path
    assert found.severity == RULES.load(bad.rule).severity
    assert (found.line, found.column) == place(broken.xml, bad.tag)
    assert bad.words in found.message
    assert found.hint


@pytest.mark.parametrize("kind", ["distribution", "publication", "permission"])
def test_a_statement_past_the_end_is_read_by_no_rule(kind: str) -> None:
    tag = re.search(rf'type="{kind}-statement" source="src:[0-9]+,', target().xml.decode())
    assert tag
    number = target().xml.decode().partition(tag[0])[2].partition('"')[0]
    found = {f.rule for f in check(changed(target(), (f"{tag[0]}{number}", f"{tag[0]}9999")))}
    assert "S001" in found
