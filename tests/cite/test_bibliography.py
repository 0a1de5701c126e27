"""Citations: what a reader gets."""

from __future__ import annotations

import html
import random
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import cite
from archive.cite.csl import styles
from archive.errors import BadItem, CannotCite, UnknownName
from archive.export.csl_json import item
from cite.goldens import CITEPROC_PY, GOLDENS
from export.people import RECORDS, appearance
from factory import record

ITEMS = {
    **{name: item(each) for name, each in RECORDS.items()},
    "distributed": item(record(), "distributed"),
    "their address": item(
        record(distributed=appearance("Wire Service", "2008-06-20", "www.wire.example"))
    ),
}
SIGNED = ITEMS["signed"]
CASES = {
    f"{style}, {kind}": (style, kind, entry)
    for style, entries in GOLDENS.items()
    for kind, entry in entries.items()
}


def entries(
    items: list[dict[str, Any]],
    style: str,
    locale: str | None = None,
    form: str = "text",
    engine: str = "archive",
) -> list[str]:
    """The entries one by one; what cannot be cited is raised."""
    made = cite.references(items, style, locale, engine)
    for failure in made.failures:
        raise failure
    return made.entries(form)


both_engines = pytest.mark.parametrize("engine", cite.ENGINES)


@pytest.mark.parametrize(("style", "kind", "entry"), CASES.values(), ids=CASES.keys())
def test_entry(style: str, kind: str, entry: str) -> None:
    assert entries([ITEMS[kind]], style) == [entry]


@pytest.mark.parametrize(("style", "kind", "entry"), CASES.values(), ids=CASES.keys())
def test_entry_by_citeproc_py(style: str, kind: str, entry: str) -> None:
    ours, theirs = CITEPROC_PY.get((style, kind), ("", ""))
    assert entries([ITEMS[kind]], style, engine="citeproc-py") == [entry.replace(ours, theirs)]


@pytest.mark.parametrize("style", GOLDENS)
def test_citeproc_py_keeps_the_order_given(style: str) -> None:
    together = entries(list(ITEMS.values()), style, engine="citeproc-py")
    alone = [entries([each], style, engine="citeproc-py")[0] for each in ITEMS.values()]
    assert [re.sub(r"^\[\d+\]", "[1]", entry) for entry in together] == alone


def test_a_bibliography_is_in_the_order_of_its_style_and_tells_entries_apart() -> None:
    days = {"First": 20, "Second": 13, "Third": 6}
    items = [
        {**SIGNED, "id": title, "title": title, "issued": {"date-parts": [[2008, 6, day]]}}
        for title, day in days.items()
    ]
    items.append({**ITEMS["two authors"], "id": "two"})
    assert entries(items, "harvard-cite-them-right") == [
        "Lee, A. (2008a) ‘First’, The Daily Herald, 20 June.",
        "Lee, A. (2008b) ‘Second’, The Daily Herald, 13 June.",
        "Lee, A. (2008c) ‘Third’, The Daily Herald, 6 June.",
        "Lee, A. and Ek, B. (2008) ‘A Well for Two Villages’, The Daily Herald, 13 June.",
    ]


def titled(title: str, **changes: Any) -> dict[str, Any]:
    return {**SIGNED, "title": title, **changes}


LOCALES = {
    "a locale": ("en-GB", "Lee, A. (2008) ‘A Well for Two Villages’, The Daily Herald, 13 June."),
    "a language": ("de", "Lee, A. (2008) „A Well for Two Villages“, The Daily Herald, 13 Juni."),
    "written otherwise": (
        "DE_de",
        "Lee, A. (2008) „A Well for Two Villages“, The Daily Herald, 13 Juni.",
    ),
}


@pytest.mark.parametrize(("locale", "entry"), LOCALES.values(), ids=LOCALES.keys())
def test_locale(locale: str, entry: str) -> None:
    assert entries([SIGNED], "harvard-cite-them-right", locale) == [entry]


HTML = {
    "markup is the style's": (
        SIGNED,
        "Lee, Ann. “A Well for Two Villages.” <i>The Daily Herald</i>, 13 June 2008.",
    ),
    "an ampersand": (
        titled("R&D"),
        "Lee, Ann. “R&#38;D.” <i>The Daily Herald</i>, 13 June 2008.",
    ),
    "what is escaped already is text like any other": (
        titled("R&amp;D"),
        "Lee, Ann. “R&#38;amp;D.” <i>The Daily Herald</i>, 13 June 2008.",
    ),
    "markup in a title": (
        titled("<i>What</i> <script>alert(1)</script>"),
        "Lee, Ann. “<i>What</i> &#60;script&#62;alert(1)&#60;/Script&#62;.” "
        "<i>The Daily Herald</i>, 13 June 2008.",
    ),
    "markup that the engine knows": (
        titled('<span class="nocase">x</span>', **{"container-title": "<b>H</b>"}),
        "Lee, Ann. “x.” <i><b>H</b></i>, 13 June 2008.",
    ),
    "names": (
        titled("X", author=[{"family": "<Lee>", "given": "A&B"}, {"literal": 'The "E" & Co'}]),
        "&#60;Lee&#62;, A&#38;B, and The “E” &#38; Co. “X.” <i>The Daily Herald</i>, 13 June 2008.",
    ),
}


@pytest.mark.parametrize(("one", "entry"), HTML.values(), ids=HTML.keys())
def test_html(one: dict[str, Any], entry: str) -> None:
    assert entries([one], "modern-language-association", form="html") == [entry]
    plain = html.unescape(re.sub("</?[ib]>", "", entry))
    assert entries([one], "modern-language-association") == [plain]


EMPTY = {
    "empty and null": {"DOI": "", "translator": [], "note": None, "accessed": {}},
    "a name without parts": {"editor": [{"family": "", "given": None}]},
    "lists that no variable has": {"categories": ["a"], "custom": {"a": 1}, "x": []},
    "variables of other dialects": {"authority-of": "x", "shortTitle": ["x"]},
    "control characters": {"title": "A Well\x00 for\n\tTwo\x1b Villages\ufdd0"},
    "other parts of names": {"author": [{"family": "Lee", "given": "Ann", "isni": "0"}]},
}


@pytest.mark.parametrize("changes", EMPTY.values(), ids=EMPTY.keys())
def test_what_the_engine_does_not_know_changes_nothing(changes: dict[str, Any]) -> None:
    (entry,) = entries([{**SIGNED, **changes}], "apa")
    assert " ".join(entry.split()) == GOLDENS["apa"]["signed"]


def test_ids_that_differ_only_in_capitals() -> None:
    items = [titled("First", id="A1"), titled("Second", id="a1")]
    made = entries(items, "apa")
    assert [entry.split(". ")[2] for entry in made] == ["First", "Second"]


def test_nothing_to_cite() -> None:
    assert entries([], "apa") == []


def test_a_style_without_bibliography_gives_the_note() -> None:
    (entry,) = entries([SIGNED], "chicago-notes")
    assert entry == "Ann Lee, “A Well for Two Villages,” The Daily Herald, June 13, 2008."


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no id": ({"id": ""}, "'id' must be a string"),
    "names that are a string": ({"author": "Ann Lee"}, "'author' must be a list of names"),
    "names that are strings": ({"author": ["Ann Lee"]}, "'author' must be a list of names"),
    "a date that is a list": ({"issued": [2008]}, "'issued' must be a date"),
    "parts that are a string": ({"issued": {"date-parts": "2008"}}, "'issued' must be a date"),
    "a list for a string": ({"title": ["A", "B"]}, "'title' must be a string"),
}


@both_engines
@pytest.mark.parametrize(("changes", "message"), WRONG.values(), ids=WRONG.keys())
def test_wrong_items(changes: dict[str, Any], message: str, engine: str) -> None:
    with pytest.raises(BadItem, match=re.escape(message)):
        entries([{**SIGNED, **changes}], "apa", engine=engine)


#: What our engine prints as it stands, and citeproc-py refuses.
LENIENT = {
    "no type": ({"type": None}, "Lee, A. (2008, June 13). A Well for Two Villages"),
    "a date in words": ({"issued": "in spring"}, "Lee, A. (in spring)."),
    "a date that is no number": ({"issued": {"date-parts": [["May"]]}}, "Lee, A. (May)."),
}


@pytest.mark.parametrize(("changes", "start"), LENIENT.values(), ids=LENIENT.keys())
def test_what_is_no_date_stands_as_it_is(changes: dict[str, Any], start: str) -> None:
    (entry,) = entries([{**SIGNED, **changes}], "apa")
    assert entry.startswith(start)
    with pytest.raises(BadItem):
        entries([{**SIGNED, **changes}], "apa", engine="citeproc-py")


def test_unknown_names_tell_the_nearest() -> None:
    with pytest.raises(UnknownName) as style:
        entries([SIGNED], "apaa")
    assert "did you mean 'apa'" in style.value.hint
    with pytest.raises(UnknownName, match="output format"):
        entries([SIGNED], "apa", form="docx")


@both_engines
def test_a_locale_that_does_not_exist_falls_back_with_a_warning(engine: str) -> None:
    made = cite.references([SIGNED], "apa", "en-UK", engine)
    assert made.entries("text") == [GOLDENS["apa"]["signed"]]
    assert made.warnings == ["no locale called 'en-UK'; en-US is used instead"]


def test_a_style_that_prints_nothing_says_so() -> None:
    with pytest.raises(CannotCite, match="'mohr-siebeck-recht' cannot format 'lee2008well'"):
        entries([SIGNED], "mohr-siebeck-recht")


#: Of 2,851 independent styles, these print nothing for some of the items; no other one may fail.
FAILING = {
    "leidraad-voor-juridische-auteurs",
    "mohr-siebeck-recht",
    "springer-basic-note",
    "universite-de-lausanne-institut-d-archeologie-et-des-sciences-de-l-antiquite",
}
SAMPLE = random.Random(2008).sample(
    sorted({styles.resolve(name).path for name in styles.names()}), 150
)


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_any_style_formats_or_says_why_not(path: Any) -> None:
    for one in ITEMS.values():
        try:
            (entry,) = entries([one], path.stem)
        except CannotCite:
            assert path.stem in FAILING
        else:
            assert entry.strip()
            assert not re.search("[\ufdd0-\ufdef]|None", entry)


@given(st.text(), st.text(), st.text())
def test_any_text_stays_text(title: str, family: str, given_name: str) -> None:
    name = {"family": f"F{family}", "given": f"G{given_name}"}
    one = titled(f"T{title}", author=[name], language="fr")
    (entry,) = entries([one], "modern-language-association", form="html")
    outside = re.sub(r"</?(?:i|b|sup|sub)>|</?span[^<>]*>|</?bdi>|&#(38|60|62);", "", entry)
    assert not re.search("[<>&]", outside)
    (text,) = entries([one], "modern-language-association")
    assert not re.search("[\x00-\x08\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]", text)
