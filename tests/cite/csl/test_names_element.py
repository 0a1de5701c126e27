"""The names element: variables, labels, substitutes, and names that the entry before has, too."""

from __future__ import annotations

from typing import Any

import pytest

from archive.cite.csl import Processor, Style
from archive.cite.csl.writers import text

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>Names</title><id>names</id><updated>2026-01-01T00:00:00Z</updated></info>
<macro name="people">{macro}</macro>
<citation><layout><text variable="title"/></layout></citation>
<bibliography {options}>{sort}<layout>{layout}</layout></bibliography></style>"""

DOE, ROE = {"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Max"}
EDITED = {"editor": [DOE], "publisher": "Knopf"}
TRANSLATED = {"translator": [ROE], "publisher": "Knopf"}
BOTH = {**EDITED, **TRANSLATED}
SAME = {"editor": [DOE], "translator": [DOE]}
UNSIGNED = {"title": "Rain"}
TWO = '<names variable="editor"/><names variable="translator"/>'
LABEL = '<label form="short" prefix=" (" suffix=")"/>'


def entries(
    layout: str, *items: dict[str, Any], options: str = "", macro: str = "", sort: str = ""
) -> list[str]:
    """The bibliography of the items, in which every one is a book of its own."""
    macro = macro or '<text value="-"/>'
    style = STYLE.format(layout=layout, options=options, macro=macro, sort=sort)
    books = [{"type": "book", **item, "id": str(number)} for number, item in enumerate(items)]
    bibliography = Processor(Style(style.encode()), books).bibliography()
    return [text.write(entry.tree) for entry in bibliography.entries]


def instead(substitute: str, *, label: str = LABEL) -> str:
    """The author's names, or what stands in for them."""
    return f'<names variable="author"><name/>{label}<substitute>{substitute}</substitute></names>'


CASES = {
    "no names": ('<names variable="author"/><text value="."/>', BOTH, "."),
    "several variables": (
        '<names variable="translator editor" delimiter="; "/>',
        BOTH,
        "Max Roe; Jane Doe",
    ),
    "label behind": (f'<names variable="editor"><name/>{LABEL}</names>', BOTH, "Jane Doe (ed.)"),
    "label before": (
        '<names variable="editor"><label form="verb" suffix=" "/><name/></names>',
        BOTH,
        "edited by Jane Doe",
    ),
    "label of many": (
        f'<names variable="editor"><name and="text"/>{LABEL}</names>',
        {"editor": [DOE, ROE]},
        "Jane Doe and Max Roe (eds.)",
    ),
    "editor is translator": (
        f'<names variable="editor translator" delimiter="; "><name/>{LABEL}</names>',
        SAME,
        "Jane Doe (ed. & trans.)",
    ),
    "editor is translator, others asked for, too": (
        f'<names variable="editor translator author" delimiter="; "><name/>{LABEL}</names>',
        SAME,
        "Jane Doe (ed.); Jane Doe (trans.)",
    ),
    "symbol": (
        '<names variable="editor"><name and="symbol"/></names>',
        {"editor": [DOE, ROE]},
        "Jane Doe & Max Roe",
    ),
    "count": ('<names variable="editor"><name form="count"/></names>', SAME, "1"),
    "first substitute that prints": (instead(TWO), TRANSLATED, "Max Roe (trans.)"),
    "one substitute only": (instead(TWO), BOTH, "Jane Doe (ed.)"),
    "no variable twice": (
        instead('<text variable="title"/>') + '<text variable="title"/>',
        UNSIGNED,
        "Rain",
    ),
    "a condition offers one after the other": (
        instead(f'<choose><if type="book">{TWO}</if></choose>'),
        BOTH,
        "Jane Doe (ed.)",
    ),
    "a group prints together": (
        instead(
            '<group delimiter=": "><names variable="editor"/><text variable="publisher"/></group>'
        ),
        EDITED,
        "Jane Doe (ed.): Knopf",
    ),
    "nothing is tried behind a term": (
        instead('<text term="anonymous"/><text variable="title"/>'),
        UNSIGNED,
        "Anonymous",
    ),
    "a term that stands for names fills no group": (
        '<text variable="title"/><group prefix=" ">'
        + instead('<text term="anonymous"/>')
        + "</group>",
        UNSIGNED,
        "Rain",
    ),
}


@pytest.mark.parametrize(("layout", "item", "expected"), CASES.values(), ids=CASES)
def test_names(layout: str, item: dict[str, Any], expected: str) -> None:
    assert entries(layout, item) == [expected]


def test_names_in_a_macro_inherit_nothing() -> None:
    layout = instead('<text macro="people"/>')
    assert entries(layout, EDITED, macro='<names variable="editor"/>') == ["Jane Doe"]
    assert entries(instead('<names variable="editor"/>'), EDITED) == ["Jane Doe (ed.)"]


AUTHORS = '<names variable="author"><name name-as-sort-order="first" {}/></names>'
JANE, JANE_AND_MAX = {"author": [DOE]}, {"author": [DOE, ROE]}
THREE = {"author": [DOE, ROE, {"family": "Poe", "given": "Ann"}]}

# rule, options of cs:name, entry before, entry, what is printed of it
REPLACED = {
    "all": ("complete-all", "", JANE_AND_MAX, JANE_AND_MAX, "–"),
    "not all": ("complete-all", "", JANE_AND_MAX, JANE, "Doe, Jane"),
    "each": ("complete-each", "", JANE_AND_MAX, JANE_AND_MAX, "–, –"),
    "the same first": ("partial-each", "", JANE_AND_MAX, THREE, "–, –, Ann Poe"),
    "the first only": ("partial-first", "", JANE_AND_MAX, THREE, "–, Max Roe, Ann Poe"),
    "hidden names do not count": (
        "complete-each",
        'et-al-min="2" et-al-use-first="1"',
        JANE_AND_MAX,
        {"author": [DOE, {"literal": "Council"}]},
        "– et al.",
    ),
    "as an inverted name": (
        "complete-each",
        'et-al-min="2" et-al-use-first="1" delimiter-precedes-et-al="after-inverted-name"',
        JANE_AND_MAX,
        JANE_AND_MAX,
        "–, et al.",
    ),
    "a person and an institution": (
        "complete-all",
        "",
        {"author": [{"family": "Council"}]},
        {"author": [{"literal": "Council"}]},
        "–",
    ),
}


@pytest.mark.parametrize(
    ("rule", "name", "before", "item", "expected"), REPLACED.values(), ids=REPLACED
)
def test_subsequent_author_substitute(
    rule: str, name: str, before: dict[str, Any], item: dict[str, Any], expected: str
) -> None:
    options = f'subsequent-author-substitute="–" subsequent-author-substitute-rule="{rule}"'
    assert entries(AUTHORS.format(name), before, item, options=options)[1] == expected


def test_only_what_heads_an_entry_is_replaced() -> None:
    options = 'subsequent-author-substitute="–"'
    behind = f'<text variable="title"/> <group prefix=", ">{AUTHORS.format("")}</group>'
    items = [{**JANE, "title": "Rain"}, {**JANE, "title": "Snow"}]
    assert entries(behind, *items, options=options) == ["Rain, Doe, Jane", "Snow, Doe, Jane"]
    title = instead('<text variable="title" quotes="true"/>', label="")
    assert entries(title, UNSIGNED, UNSIGNED, options=options) == ["“Rain”", "“–”"]


def test_keys_see_all_names_and_count_none() -> None:
    count = '<names variable="author"><name form="count"/></names>'
    sort = '<sort><key macro="people"/></sort>'
    items: list[dict[str, Any]] = [
        {**JANE_AND_MAX, "title": "Two"},
        {"title": "None"},
        {**JANE, "title": "One"},
    ]
    ordered = entries('<text variable="title"/>', *items, macro=count, sort=sort)
    assert ordered == ["None", "One", "Two"]
