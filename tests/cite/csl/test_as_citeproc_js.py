"""What the specification leaves open, as citeproc-js does it; found by ``make csl-agreement``."""

from __future__ import annotations

from typing import Any

import pytest

from archive.cite.csl import Cite, Cluster, Processor, Style
from archive.cite.csl.tree import text_of

FRAME = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>T</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
{locale}<citation {options}><layout delimiter="; ">{citation}</layout></citation>
<bibliography><layout>{bibliography}</layout></bibliography></style>"""


def style(bibliography: str, citation: str = "", options: str = "", locale: str = "") -> Style:
    text = FRAME.format(
        bibliography=bibliography,
        citation=citation or bibliography,
        options=options,
        locale=locale and f'<locale xml:lang="en">{locale}</locale>',
    )
    return Style(text.encode())


def by(*names: str, **item: Any) -> dict[str, Any]:
    people = [dict(zip(("family", "given"), name.split(", "), strict=False)) for name in names]
    return {"author": people, **item}


def entries(made: Style, *items: dict[str, Any]) -> list[str]:
    """The bibliography, the entries in the order of the items."""
    numbered = [{"id": str(n), "type": "book", **item} for n, item in enumerate(items)]
    return [text_of(entry.tree) for entry in Processor(made, numbered).bibliography().entries]


def citations(made: Style, *items: dict[str, Any]) -> list[str]:
    """Each item cited once, in order."""
    numbered = [{"id": str(n), "type": "book", **item} for n, item in enumerate(items)]
    document = Processor(made, numbered)
    for item in numbered:
        document.append(Cluster((Cite(item["id"]),)))
    return [text_of(tree) for tree in document.citations()]


SHORT = '<names variable="author"><name form="short"/></names>'
INITIALS = '<names variable="author"><name initialize-with=". " and="symbol"/></names>'
FULL = '<names variable="author"><name/></names>'
GIVEN = 'disambiguate-add-givenname="true"'
NAMES = {
    "given names in full where a cite has them so": (
        (INITIALS, SHORT, GIVEN),
        [by("Fisk, Rob"), by("Fisk, Rosa"), by("Lee, Ann")],
        ["Rob Fisk", "Rosa Fisk", "A. Lee"],
    ),
    "no name shorter than in a citation": ((INITIALS, FULL, GIVEN), [by("Lee, Ann")], ["Ann Lee"]),
    "initials where nothing is added": ((INITIALS, FULL), [by("Lee, Ann")], ["A. Lee"]),
    "an ampersand whatever the locale has": (
        (INITIALS, "", "", '<terms><term name="and" form="symbol">plus</term></terms>'),
        [by("Lee, Ann", "Ek, Bo")],
        ["A. Lee & B. Ek"],
    ),
}


SUFFIX = 'disambiguate-add-year-suffix="true"'
ACCESSED = """<names variable="author"/><text term="no date" form="short" prefix=", "/>
<date variable="accessed" prefix=" "><date-part name="year"/></date>"""
READ = by("Lee, Ann", accessed={"date-parts": [[2020]]})
LABELLED = """<group delimiter=" "><label variable="number" form="short"/>
<text variable="{}"/></group>"""
EDITION = """<names variable="author"><substitute><group delimiter=" "><number variable="edition"/>
<label variable="edition" form="short"/></group></substitute></names>"""
UNDATED = '<text variable="citation-number" suffix=" "/><text term="no date" form="short"/>'
NAMES |= {
    "a label of another variable": (
        (LABELLED.format("issue"), SHORT),
        [{"issue": "3", "type": "article-journal"}],
        ["no. 3"],
    ),
    "a label in a group without what it is for": ((LABELLED.format("number"), SHORT), [{}], []),
    "a label of what stands for names": ((EDITION, SHORT), [{"edition": "2"}], ["2 ed."]),
    "a first word behind the number": ((UNDATED, SHORT), [{}], ["1 N.d."]),
    "a letter behind the first year, whatever the date": (
        (ACCESSED, SHORT, SUFFIX),
        [READ, READ],
        ["Ann Lee, n.d. 2020a", "Ann Lee, n.d. 2020b"],
    ),
    "a letter is as good as printed to its group": (
        ('<group><text term="no date"/><text variable="year-suffix"/></group>', SHORT),
        [by("Lee, Ann")],
        ["No date"],
    ),
}


@pytest.mark.parametrize(("made", "items", "expected"), NAMES.values(), ids=NAMES.keys())
def test_entries(made: tuple[str, ...], items: list[dict[str, Any]], expected: list[str]) -> None:
    assert entries(style(*made), *items) == expected


WHEN = """<macro name="when"><group delimiter=" "><text variable="genre"/>
<date variable="issued"><date-part name="year"/></date><text term="no date"/></group></macro>"""
TITLE = '<text variable="title"/>'


def sorting(keys: str, macros: str = "", bibliography: str = TITLE, options: str = "") -> Style:
    text = FRAME.format(bibliography=bibliography, citation=SHORT, options=options, locale=macros)
    return Style(text.replace("<bibliography>", f"<bibliography><sort>{keys}</sort>").encode())


def year(number: int, **item: Any) -> dict[str, Any]:
    return {"issued": {"date-parts": [[number]]}, **item}


MANY = '<macro name="who"><names variable="author"><name et-al-min="9"/></names></macro>'
ORDERS = {
    "names as the bibliography shortens them": (
        sorting('<key macro="who" names-min="2" names-use-first="1"/>', MANY),
        [by("Lee, Ann", "Ng, Wei", title="a"), by("Lee, Ann", "Ek, Bo", title="b")],
        ["a", "b"],
    ),
    "a range of dates as its beginning": (
        sorting('<key macro="when"/>', WHEN),
        [
            {"issued": {"date-parts": [[1990, 5, 1], [1990, 5, 3]]}, "title": "a"},
            year(2000, title="b"),
            year(1980, title="c"),
        ],
        ["c", "a", "b"],
    ),
    "of a macro with a date, the dates alone": (
        sorting('<key macro="when"/>', WHEN),
        [year(2000, genre="Novel", title="a"), year(1990, genre="Play", title="b"), {"title": "c"}],
        ["b", "a", "c"],
    ),
    "a date in words as none": (
        sorting('<key variable="issued"/>'),
        [{"issued": {"literal": "Whitsun"}, "title": "a"}, year(1990, title="b")],
        ["b", "a"],
    ),
    "given names that are told apart everywhere": (
        sorting(
            '<key macro="who"/><key variable="title"/>',
            f'<macro name="who">{INITIALS}</macro>',
            options=GIVEN + ' givenname-disambiguation-rule="primary-name"',
        ),
        [by("Fisk, Rosa", title="a"), by("Fisk, Rob", title="b")],
        ["b", "a"],
    ),
}


@pytest.mark.parametrize(("made", "items", "expected"), ORDERS.values(), ids=ORDERS.keys())
def test_order(made: Style, items: list[dict[str, Any]], expected: list[str]) -> None:
    assert entries(made, *items) == expected


YEAR = '<date variable="issued"><date-part name="year"/></date>'
CITE = f'<group delimiter=" "><names variable="author"/>{YEAR}%s</group>'
COLLAPSING = 'collapse="year"'
TITLE = '<text variable="title"/>'
TOGETHER = {
    "a cite with nothing but a year": (CITE % "", COLLAPSING, "Lee 1999, 2001; Ek 2001"),
    "which asks for a text, too": (CITE % TITLE, COLLAPSING, "Lee 1999; 2001; Ek 2001"),
    "without collapsing": (CITE % "", "", "Lee 1999; 2001; Ek 2001"),
    "with a delimiter of its own": (
        CITE % "",
        f'{COLLAPSING} after-collapse-delimiter=" / "',
        "Lee 1999; 2001 / Ek 2001",
    ),
}


@pytest.mark.parametrize(("cite", "options", "text"), TOGETHER.values(), ids=TOGETHER.keys())
def test_cites_that_go_on_from_what_is_before(cite: str, options: str, text: str) -> None:
    def issued(year: int) -> dict[str, Any]:
        return {"issued": {"date-parts": [[year]]}}

    items = [by("Lee", **issued(1999)), issued(2001), by("Ek", **issued(2001))]
    numbered = [{"id": str(n), "type": "book", **item} for n, item in enumerate(items)]
    document = Processor(style(cite, options=options), numbered)
    document.append(Cluster(tuple(Cite(item["id"]) for item in numbered)))
    assert text_of(document.citations()[0]) == text


IBID = '<group delimiter=" "><names variable="author"/><text term="ibid"/></group>'


def test_a_term_after_names_that_are_left_out() -> None:
    notes = Style(
        FRAME.format(bibliography=IBID, citation=IBID, options="", locale="")
        .replace("in-text", "note")
        .encode()
    )
    document = Processor(notes, [{"id": "0", "type": "book", **by("Lee")}])
    document.append(Cluster((Cite("0", suppress_author=True),), note=1))
    assert text_of(document.citations()[0]) == "ibid."
