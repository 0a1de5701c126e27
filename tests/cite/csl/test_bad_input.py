"""Input that is wrong or out of all measure: an error that names the place, or what is documented.

Nothing here may end in any other exception, nor print an empty citation.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from archive.cite.csl import Cite, Cluster, Processor, Style, items, writers
from archive.errors import ArchiveError, BadItem, BadStyle, UnknownName

STYLES = ("apa", "chicago-notes-bibliography", "ieee")
ITEM = {"id": "a", "type": "article-newspaper", "title": "Rain", "issued": {"raw": "2008-06-13"}}
VARIABLES = sorted({*items.NAMES, *items.DATES, *items.NUMBERS, *items._TEXTS, "id", "type"})
VALUES: dict[str, Any] = {
    "null": None,
    "true": True,
    "false": False,
    "zero": 0,
    "a negative number": -3,
    "a fraction": 1.5,
    "no number": float("nan"),
    "infinity": float("inf"),
    "a number of 5,000 digits": 10**4999,
    "nothing": "",
    "spaces": "  ",
    "words": "words",
    "digits, 5,000 of them": "9" * 5000,
    "an empty list": [],
    "a list": ["words", 1],
    "a list of lists": [[], [1], [[2]]],
    "a list of empty objects": [{}],
    "a list of null": [None],
    "an empty object": {},
    "an object": {"words": {"words": 1}},
    "a set": {1},
    "bytes": b"words",
    "a name of lists": [{"family": ["a"], "given": {"b": 1}}],
    "a name of flags": [{"family": True, "given": 7, "static-ordering": [], "comma-suffix": {}}],
    "a name of spaces": [{"family": " ", "given": "\t"}, {"literal": "\x07"}],
    "a date of words": {"date-parts": [["soon", "later"]]},
    "a date of lists": {"date-parts": [[[2008]], {}]},
    "a date of objects": {"date-parts": {"year": 2008}},
    "a date of no number": {"date-parts": [[float("nan")]]},
    "a date without end": {"date-parts": [[float("inf"), float("-inf")]]},
    "a date of 5,000 digits": {"date-parts": [["9" * 5000]]},
    "a date of a large number": {"date-parts": [[10**4999, 10**4999, 10**4999]]},
    "a date below zero": {"date-parts": [[-1, -1, -1], [-5, 0, 99]]},
    "month 13, day 32": {"date-parts": [[2008, 13, 32]]},
    "month 99": {"date-parts": [[2008, 99, 99]]},
    "three ends": {"date-parts": [[2008], [2009], [2010]]},
    "a raw date of a list": {"raw": ["2008"]},
    "a raw date of words": {"raw": "no / date / at / all"},
    "a literal date of an object": {"literal": {}},
    "a season of a list": {"date-parts": [[2008]], "season": [1]},
    "circa of a list": {"date-parts": [[2008]], "circa": [1]},
}


def printed(style: Style, given: list[Any]) -> list[str]:
    """What is printed for each item cited alone, twice, and in the bibliography."""
    processor = Processor(style, given)
    for number, id_ in enumerate([*processor.items, *processor.items], 1):
        processor.append(Cluster((Cite(id_, "3"),), note=number if style.notes else 0))
    write = writers.load("text").write
    made = [write(tree) for tree in processor.citations()]
    bibliography = processor.bibliography()
    made += [write(entry.tree) for entry in bibliography.entries]
    assert len(bibliography.entries) + len(bibliography.omitted) == len(processor.items)
    return made


@pytest.fixture(scope="module")
def styles() -> list[Style]:
    return [Style(name) for name in STYLES]


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())
def test_any_value_in_any_variable(value: object, styles: list[Style]) -> None:
    for variable in VARIABLES:
        item = {**ITEM, variable: value}
        for style in styles:
            said = outcome(style, item)
            assert said == "printed" or (variable in said and (variable == "id" or "'a'" in said))


def outcome(style: Style, item: Mapping[str, Any]) -> str:
    """``printed``, or what is wrong with the item."""
    try:
        texts = printed(style, [item])
    except BadItem as error:
        return str(error)
    assert all(text.strip() for text in texts), item
    return "printed"


REFUSED: dict[str, tuple[list[Any], str]] = {
    "no object": (["a"], "'id' and 'type'"),
    "null": ([None], "'id' and 'type'"),
    "no id": ([{"type": "book"}], "'id' must be a string"),
    "an empty id": ([{"id": ""}], "'id' must be a string"),
    "an id that is a list": ([{"id": ["a"]}], "'id' must be a string"),
    "the same id twice": ([ITEM, {**ITEM, "title": "Sun"}], "item 'a': 'id' .*there twice"),
    "the same id as a number": ([{"id": 1}, {"id": "1"}], "item '1': 'id' .*there twice"),
    "a type that is a number": ([{**ITEM, "type": 3}], "item 'a': 'type' must be"),
    "a title that is a list": ([{**ITEM, "title": ["Rain"]}], "item 'a': 'title' must be"),
    "an author that is a string": ([{**ITEM, "author": "Ann Lee"}], "item 'a': 'author' must be"),
    "a list of strings": ([{**ITEM, "author": ["Ann"]}], "item 'a': 'author' must be"),
    "a date that is a list": ([{**ITEM, "issued": [2008]}], "item 'a': 'issued' must be a date"),
    "a date of objects": (
        [{**ITEM, "issued": {"date-parts": {"year": 1}}}],
        "item 'a': 'issued' must be a date",
    ),
    "a year that is no number": (
        [{**ITEM, "issued": {"date-parts": [[float("nan")]]}}],
        "item 'a': 'issued' must be a date",
    ),
}


@pytest.mark.parametrize(("given", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(given: list[Any], message: str, styles: list[Style]) -> None:
    with pytest.raises(BadItem, match=message):
        Processor(styles[0], given)


def test_an_id_that_no_item_has(styles: list[Style]) -> None:
    processor = Processor(styles[0], [ITEM])
    with pytest.raises(UnknownName, match="b"):
        processor.append(Cluster((Cite("b"),)))
    with pytest.raises(UnknownName, match="b"):
        Processor(styles[0], [ITEM], uncited=["b"])


NO_DATES = {
    "words": ("in the spring of that year", "in the spring of that year"),
    "month 13 is spring": ({"date-parts": [[2008, 13]]}, "2008"),
    "a month that is none": ({"date-parts": [[2008, 77]]}, "2008"),
    "words for numbers": ({"date-parts": [["soon"]]}, "soon"),
    "nothing at all": ({"date-parts": []}, "n.d."),
    "a date of nothing": ({"date-parts": [[]]}, "n.d."),
    "null": (None, "n.d."),
    "a word that cannot be printed": ({"literal": "\x1f"}, "n.d."),
}


@pytest.mark.parametrize(("date", "shown"), NO_DATES.values(), ids=NO_DATES.keys())
def test_a_date_that_is_none(date: object, shown: str, styles: list[Style]) -> None:
    assert shown in printed(styles[0], [{**ITEM, "issued": date}])[0]


LARGE: dict[str, Mapping[str, Any]] = {
    "a title of 10,000 characters": {"title": "rain and " * 1111 + "s"},
    "a title of 10,000 letters": {"title": "r" * 10_000},
    "a title of 10,000 capitals": {"title": "R" * 10_000},
    "a title of 10,000 full stops": {"title": "Rain" + "." * 10_000},
    "a title of 10,000 question marks": {"title": "Rain" + "?! " * 3_333},
    "a title of 10,000 spaces": {"title": "Rain" + " " * 10_000 + "s"},
    "a title of 10,000 hyphens": {"title": "rain-" * 2_000},
    "a title of 10,000 brackets": {"title": "(" * 5_000 + ")" * 5_000},
    "100,000 quotation marks": {"title": '"' * 100_000},
    "100,000 quotation marks and letters": {"title": '"a" ' * 25_000},
    "100,000 apostrophes": {"title": "'" * 100_000},
    "100,000 typographic quotation marks": {"title": "“" * 50_000 + "”" * 50_000},
    "10,000 open tags": {"title": "<i>" * 10_000 + "rain"},
    "10,000 closed tags": {"title": "<i><b>" * 5_000 + "rain" + "</b></i>" * 5_000},
    "10,000 angle brackets": {"title": "<" * 10_000 + ">" * 10_000},
    "10,000 spans": {"title": '<span class="nocase">' * 10_000},
    "1,000 authors": {"author": [{"family": f"Lee{n}", "given": "Ann B."} for n in range(1000)]},
    "1,000 authors of one name": {"author": [{"family": "Lee", "given": "Ann"}] * 1000},
    "an author of 10,000 letters": {"author": [{"family": "L" * 10_000, "given": "a. " * 3_000}]},
    "an author of 10,000 particles": {"author": [{"family": "de la " * 2_000, "given": "Ann"}]},
    "pages of 10,000 digits": {"page": "1" * 10_000},
    "10,000 pages": {"page": ", ".join(f"{n}-{n + 1}" for n in range(2_000))},
    "a volume of 10,000 hyphens": {"volume": "1-" * 5_000},
    "a note of 10,000 variables": {"note": "genre: a\n" * 10_000},
    "a note of 10,000 braces": {"note": "{:genre: a" * 10_000},
    "an address of 10,000 characters": {"URL": "https://a.example/" + "b/" * 5_000},
}


@pytest.mark.parametrize("more", LARGE.values(), ids=LARGE.keys())
def test_out_of_all_measure(more: Mapping[str, Any], styles: list[Style]) -> None:
    start = time.process_time()
    for style in styles:
        texts = printed(style, [{**ITEM, **more}])
        assert all(text.strip() for text in texts)
        for name in writers.WRITERS:
            write = writers.load(name).write
            assert all(
                write(e.tree) for e in Processor(style, [{**ITEM, **more}]).bibliography()[0]
            )
    assert time.process_time() - start < 10  # it grows with the length, not with its square


TITLES = {
    "control characters": ("Ra\x00in\x1b[31m o\x07n\x7f", "Rain[31m on"),
    "marks of the engine": ("R\ufdd1ai\ufddfn\ufdd0 \ufde0on\uffff", "Rain on"),
    "a lone surrogate": ("Ra\ud800in on", "Rain on"),
    "a tag that is never closed": ("Rain <i>on", "Rain <i>on"),
    "a tag that was never opened": ("Rain</i> on", "Rain</i> on"),
    "tags that cross": ("<i>Rain <b>on</i></b>", "Rain"),
    "half a tag": ("Rain <i", "Rain <i"),
    "a script": ("<script>rain</script>", "<script>rain</script>"),
    "a quotation that is never closed": ("Rain “on", "Rain “on"),
}


@pytest.mark.parametrize(("title", "shown"), TITLES.values(), ids=TITLES.keys())
def test_a_title_that_is_not_well_formed(title: str, shown: str, styles: list[Style]) -> None:
    """It is printed as it is, without what no text has."""
    assert shown in printed(styles[0], [{**ITEM, "title": title}])[-1]


INFO = "<info><title>T</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info>"
SHEET = '<style xmlns="http://purl.org/net/xbiblio/csl" {head}>{info}{body}</style>'
CITATION = '<citation><layout><text macro="a"/></layout></citation>'
PARENT = (
    f'{INFO[:-7]}<link href="http://www.zotero.org/styles/{{}}" rel="independent-parent"/></info>'
)


def sheet(body: str, info: str = INFO, head: str = 'class="in-text" version="1.0"') -> bytes:
    return SHEET.format(head=head, info=info, body=body).encode()


def dependent(parent: str) -> bytes:
    return sheet("", PARENT.format(parent), 'version="1.0"')


BROKEN: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "not well-formed"),
    "no XML": (b"style", "not well-formed"),
    "cut off": (sheet(CITATION)[:-20], "not well-formed"),
    "zeros": (b"\x00" * 100, "not well-formed"),
    "not Unicode": (sheet(CITATION).replace(b"T<", b"\xff<"), "not well-formed"),
    "CSL 0.8": (sheet(CITATION, head='class="in-text"'), r"CSL 0\.8"),
    "CSL 2": (sheet(CITATION, head='class="in-text" version="2.0"'), r"CSL 2\.0"),
    "a macro that is not there": (sheet(CITATION), "no macro 'a'"),
    "a macro that calls itself": (
        sheet(f'<macro name="a"><text macro="a"/></macro>{CITATION}'),
        "'a' calls itself",
    ),
    "macros in a circle": (
        sheet(
            '<macro name="a"><group><text macro="b"/></group></macro>'
            f'<macro name="b"><text macro="a"/></macro>{CITATION}'
        ),
        "calls itself",
    ),
    "no citation": (sheet(""), "citation"),
    "a parent that is not there": (
        dependent("nowhere"),
        "'http://www.zotero.org/styles/nowhere'",
    ),
    "a parent that depends itself": (
        dependent("nature-physics"),
        "'http://www.zotero.org/styles/nature-physics'",
    ),
}


@pytest.mark.parametrize(("content", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_style(content: bytes, message: str) -> None:
    with pytest.raises(BadStyle, match=message):
        Style(content)


def test_styles_that_depend_on_each_other(tmp_path: Path) -> None:
    for name, parent in (("one", "two"), ("two", "one")):
        (tmp_path / f"{name}.csl").write_bytes(dependent(parent))
    with pytest.raises(BadStyle, match="depends on"):
        Style(tmp_path / "one.csl")


def test_a_dependent_style_as_bytes() -> None:
    style = Style(dependent("apa"))
    assert printed(style, [ITEM]) == printed(Style("apa"), [ITEM])


@pytest.mark.parametrize("locale", ["xx-XX", "xx", "", "de-XX", "../../etc/passwd", "\x00", "é"])
def test_a_locale_that_does_not_exist(locale: str) -> None:
    """It falls back: on the main dialect of its language, on American English if there is none."""
    other = "de-DE" if locale.startswith("de") else "en-US"
    made = printed(Style("apa", locale), [ITEM])
    assert made == printed(Style("apa", other), [ITEM])


CITES = {
    "a locator of 10,000 letters": Cite("a", "x" * 10_000),
    "a label that is none": Cite("a", "3", "no label"),
    "control characters": Cite("a", "\x003\x1b", prefix="\x07see", suffix="\ufdd1"),
    "markup": Cite("a", "<i>3", prefix="<b>see", suffix="</b>"),
    "affixes of 10,000 letters": Cite("a", prefix="see " * 2_500, suffix=" and" * 2_500),
}


@pytest.mark.parametrize("cite", CITES.values(), ids=CITES.keys())
def test_any_cite(cite: Cite, styles: list[Style]) -> None:
    for style in styles:
        processor = Processor(style, [ITEM])
        processor.append(Cluster((cite,), note=1))
        (tree,) = processor.citations()
        text = writers.load("text").write(tree)
        assert text.strip()
        assert text.isprintable()


def test_a_cluster_without_cites(styles: list[Style]) -> None:
    """It prints nothing, because it cites nothing."""
    processor = Processor(styles[0], [ITEM])
    processor.append(Cluster(()))
    assert writers.load("text").write(processor.citations()[0]) == ""


def test_no_style_of_that_name() -> None:
    for name in (
        "no-such-style",
        "",
        "../apa",
        "apa\x00",
        "x" * 10_000,
        "no/such/file.csl",
        "no/\x00.csl",
    ):
        with pytest.raises(ArchiveError):
            Style(name)
