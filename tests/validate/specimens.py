"""A small record with what the others lack, sound unless a test breaks it."""

from __future__ import annotations

from archive.validate import Target
from validate.agents import PRINTED
from validate.records import changed, lined

J = 'cert="high" resp="#resp-editor-1"'
_LINES = (
    *("The Herald", "News", "Wells", "By Ann Lee", "Oslo, 3 May", "A Board (AB) dug it, see"),
    *("They said it here and now, closed", "Anna Lee is in Oslo.", PRINTED),
)
_TEXT = f"""\
    <front>
      <div type="edition" xml:id="edition-front">
        <fw type="masthead" {{0}}>The Herald</fw>
        <ab type="heading" {{1}}>News</ab>
      </div>
    </front>
    <body>
      <div type="article" xml:id="article">
        <head type="main" {{2}}>Wells</head>
        <byline {{3}}>By Ann Lee</byline>
        <dateline {{4}}>Oslo, <date xml:id="d1" when="2008-05-03" {J}>3 May</date></dateline>
        <p xml:id="p1" n="1" {{5}}>A <expan xml:id="x1" {J}>Board</expan> \
(<abbr corresp="#x1">AB</abbr>) dug it, see<gap xml:id="gap1" reason="removed-upstream" \
agent="unknown" unit="url" quantity="1" evidence="internal" {J}><desc>an address</desc></gap>\
<supplied reason="omitted-in-original" evidence="internal" {J}>.</supplied></p>
        <p xml:id="p2" n="2" {{6}}><q>They</q> <emph>said</emph> <hi rend="italic">it</hi> \
<term xml:id="t1">here</term> <gloss target="#t1">and</gloss> \
<choice {J}><orig>now</orig><reg>then</reg></choice>, \
<choice><sic>closed</sic><corr {J} evidence="conjecture">shut</corr></choice>\
<note resp="#resp-editor-1">So printed; see <ptr target="#t1"/>.</note></p>
      </div>
    </body>
    <back>
      <div type="end-matter" xml:id="end-matter">
        <p xml:id="p3" n="3" {{7}}><seg type="author-note" {{7}}>\
<persName ref="#pers-1"><forename>Anna</forename> Lee</persName> is in \
<placeName ref="#pl-1"><foreign xml:lang="no">Oslo</foreign></placeName>.</seg></p>
        <p xml:id="p4" n="4" {{8}}>{PRINTED}</p>
      </div>
    </back>
"""
_NAME = (
    "<persName><forename>Ann</forename> <nameLink>de</nameLink> <surname>Lee</surname>"
    " <genName>II</genName> <addName>Annie</addName></persName>"
)
_END = len("\n".join(_LINES))
_CHAIN = f"""\
<biblScope unit="characters" from="16" to="{_END}">characters 16 to {_END}</biblScope>
          </bibl>
          <biblStruct xml:id="bibl-distributed" type="distributed" source="src:0,10">
            <analytic>
              <author ref="#pers-1">Ann de Lee II Annie</author>
              <title level="a">Wells</title>
            </analytic>
            <monogr>
              <title level="j" ref="#org-1" {J}>The Herald</title>
              <imprint>
                <distributor ref="#org-1">The Herald</distributor>
                <publisher ref="#org-1" {J}>The Herald</publisher>
              </imprint>
            </monogr>
            <relatedItem type="original" target="#bibl-published"/>
          </biblStruct>
          <biblStruct xml:id="bibl-published" type="published" source="src:0,10">
            <analytic>
              <author ref="#pers-1">Ann de Lee II Annie</author>
              <title level="a">Wells</title>
            </analytic>
            <monogr>
              <title level="j" ref="#org-1" {J}>The Herald</title>
              <imprint>
                <date xml:id="d-pub" type="publication" when="2008-05-03" {J}>3 May</date>
              </imprint>
            </monogr>
          </biblStruct>
        </listBibl>"""
_BESIDE = f"""\
  </text>
  <standOff>
    <listPerson>
      <person xml:id="pers-1" {J}>
        {_NAME}
        <affiliation><roleName {J}>owner</roleName> of <orgName ref="#org-1" {J}>The Herald\
</orgName></affiliation>
      </person>
    </listPerson>
    <listOrg>
      <org xml:id="org-1" {J}>
        <orgName type="full">The Herald</orgName>
      </org>
    </listOrg>
    <listPlace>
      <place xml:id="pl-1" type="settlement" {J}>
        <placeName>Oslo</placeName>
        <placeName><country key="NO">Norway</country></placeName>
      </place>
    </listPlace>
    <listEvent>
      <event xml:id="ev-1" when="2008-05-03" where="#pl-1" {J}>
        <label>the opening</label>
      </event>
    </listEvent>
    <listRelation>
      <relation name="partOf" active="#org-1" passive="#pers-1" {J}/>
    </listRelation>
    <listAnnotation>
      <annotation xml:id="an-1" motivation="describing" target="#d1" {J}>
        <note>In the year of publication.</note>
      </annotation>
    </listAnnotation>
  </standOff>"""


def marked() -> Target:
    """A small sound record, with all elements that ``structured()`` has not."""
    return changed(
        lined(_LINES, _TEXT, year="2008"),
        (
            "</title>\n        <respStmt",
            f"</title><author ref='#pers-1' {J}>{_NAME}</author>\n        <respStmt",
        ),
        (
            "      </publicationStmt>",
            "      </publicationStmt>\n      <notesStmt><note type='claim-alone' subtype='section'"
            f" {J}>News</note></notesStmt>",
        ),
        ("</bibl>\n        </listBibl>", _CHAIN),
        (
            "      </classDecl>",
            '        <taxonomy xml:id="tax-genre"><desc>Genres</desc><category '
            'xml:id="genre-news"><desc>News</desc></category></taxonomy>\n      </classDecl>',
        ),
        (
            "</langUsage>",
            '<language ident="no">Norwegian (names)</language></langUsage>\n      '
            '<textClass><catRef scheme="#tax-genre" target="#genre-news"/></textClass>',
        ),
        ("  </text>", _BESIDE),
    )
