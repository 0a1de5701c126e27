"""Citations in a line of Markdown, as pandoc reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.cite.csl.clusters import Cite
from archive.cite.csl.locale import Locale
from archive.cite.markdown.citations import Citation, Note, find, read, rich
from archive.cite.markdown.locators import Terms

TERMS = Terms([Locale.load("en-US")])
DOE = Cite("doe")
DOE_3 = Cite("doe", "3")


def suppressed(key: str) -> Cite:
    return Cite(key, suppress_author=True)


CITED = {
    "brackets": ("[@doe]", (DOE,)),
    "a locator": ("[@doe, p. 3]", (DOE_3,)),
    "a prefix": ("[see @doe]", (Cite("doe", prefix="see "),)),
    "all of it": (
        "[see @doe, pp. 3-5, and more; @roe]",
        (Cite("doe", "3-5", prefix="see ", suffix=", and more"), Cite("roe")),
    ),
    "no names": ("[-@doe]", (suppressed("doe"),)),
    "no names after a prefix": ("[see -@doe]", (Cite("doe", prefix="see ", suppress_author=True),)),
    "a key in braces": ("[@{a b}]", (Cite("a b"),)),
    "an address as key": (
        "[@{https://example.org/?a=b&c}, p. 3]",
        (Cite("https://example.org/?a=b&c", "3"),),
    ),
    "points inside a key": ("[@doe:2001.a/b]", (Cite("doe:2001.a/b"),)),
    "points after a key": ("[@doe: 33]", (Cite("doe", suffix=": 33"),)),
    "a key of another script": ("[@لی2001]", (Cite("لی2001"),)),
    "emphasis beside it": (
        "[*see* **also** @doe, *passim*]",
        (Cite("doe", prefix="<i>see</i> <b>also</b> ", suffix=", <i>passim</i>"),),
    ),
    "brackets inside": ("[see [a] @doe [b]]", (Cite("doe", prefix="see [a] ", suffix=" [b]"),)),
    "a semicolon in braces": ("[@doe, {a; b}]", (Cite("doe", "a; b"),)),
    "a semicolon in code": ("[`;` @doe]", (Cite("doe", prefix="`;` "),)),
    "over two lines": ("[see\n@doe, p.\n3]", (Cite("doe", "3", prefix="see "),)),
    "without names in the text": ("-@doe", (suppressed("doe"),)),
}


@pytest.mark.parametrize(("text", "cites"), CITED.values(), ids=CITED.keys())
def test_cited(text: str, cites: tuple[Cite, ...]) -> None:
    assert find(text, TERMS) == [
        Citation(0, len(text), cites, tuple(places(text, len(cites)))),
    ]


def places(text: str, count: int) -> list[int]:
    return [place for place, letter in enumerate(text) if letter == "@"][:count]


IN_TEXT = {
    "a key": ("@doe", (DOE,)),
    "a locator": ("@doe [p. 3]", (DOE_3,)),
    "right after it": ("@doe[p. 3]", (DOE_3,)),
    "in the next line": ("@doe\n[p. 3]", (DOE_3,)),
    "a suffix": ("@doe [p. 3, and more]", (Cite("doe", "3", suffix=", and more"),)),
    "others with it": ("@doe [p. 3; see @roe]", (DOE_3, Cite("roe", prefix="see "))),
    "nothing but others": ("@doe [@roe]", (DOE, Cite("roe"))),
    "a key in braces": ("@{a b} [p. 3]", (Cite("a b", "3"),)),
}


@pytest.mark.parametrize(("text", "cites"), IN_TEXT.values(), ids=IN_TEXT.keys())
def test_in_the_text(text: str, cites: tuple[Cite, ...]) -> None:
    (found,) = find(f"Says {text}.", TERMS)
    assert isinstance(found, Citation)
    assert (found.cites, found.composite, found.end) == (cites, True, len(text) + 5)


STRETCHES = {
    "the dot of the sentence": ("So @doe.", ["@doe"]),
    "a possessive": ("@doe's", ["@doe"]),
    "round brackets": ("(@doe)", ["@doe"]),
    "emphasis": ("*@doe*", ["@doe"]),
    "a link after it": ("@doe [text](x)", ["@doe"]),
    "another reference after it": ("@doe [text][x]", ["@doe"]),
    "a note after it": ("@doe [^1]", ["@doe", "[^1]"]),
    "brackets without a key": ("[p. 3] and [x]", []),
    "one of them is no cite": ("[@doe; p. 3]", ["@doe"]),
    "in the text of a link": ("[by @doe](http://x.example/@roe)", ["@doe"]),
    "brackets that do not close": ("[@doe", ["@doe"]),
    "electronic mail": ("ann@example.org, <ann@example.org>", []),
    "with a plus": ("ann+x@example.org", []),
    "after a word": ("x@doe", []),
    "a handle in an address": ("https://example.org/@doe and www.example.org/@doe", []),
    "an address in brackets": ("<https://example.org/@doe>", []),
    "an escape": (r"\@doe [\@doe] \[@doe]", ["@doe"]),
    "code": ("`@doe` ``[@doe] ` ``", []),
    "code that does not close": ("`@doe", ["@doe"]),
    "a tag": ('<a title="@doe">', []),
    "a comment": ("<!-- @doe -->", []),
    "an at sign alone": ("@ doe, @", []),
    "two": ("[@doe][@roe]", ["@doe", "[@roe]"]),
    "two apart": ("[@doe] [@roe]", ["[@doe]", "[@roe]"]),
    "a note here": ("x^[See @doe.] y", ["^[See @doe.]"]),
}


@pytest.mark.parametrize(("text", "stretches"), STRETCHES.values(), ids=STRETCHES.keys())
def test_where(text: str, stretches: list[str]) -> None:
    assert [text[found.start : found.end] for found in find(text, TERMS)] == stretches


def test_a_note_has_its_citations() -> None:
    (note,) = find("^[See [@doe, p. 3] and @roe.]", TERMS)
    assert isinstance(note, Note)
    assert [c.cites for c in note.citations] == [(DOE_3,), (Cite("roe"),)]


def test_a_second_key_in_a_cite_is_told() -> None:
    (found,) = find("[@doe, @roe]", TERMS)
    assert isinstance(found, Citation)
    assert found.stray == (7,)


ALONE = {
    "in brackets": ("[see @doe, p. 3]", (Cite("doe", "3", prefix="see "),), False),
    "the brackets left out": ("see @doe, p. 3", (Cite("doe", "3", prefix="see "),), False),
    "in the text": ("@doe [p. 3]", (DOE_3,), True),
    "several, the brackets left out": ("@doe; @roe", (DOE, Cite("roe")), False),
}


@pytest.mark.parametrize(("text", "cites", "composite"), ALONE.values(), ids=ALONE.keys())
def test_read(text: str, cites: tuple[Cite, ...], composite: bool) -> None:
    found = read(text, TERMS)
    assert found is not None
    assert (found.cites, found.composite) == (cites, composite)


@pytest.mark.parametrize("text", ["", "doe", "[doe]", r"\@doe", "[@doe] and [@roe]", "[@doe"])
def test_no_citation(text: str) -> None:
    assert read(text, TERMS) is None


RICH = {
    "plain": ("see", "see"),
    "emphasis": ("*a* and _b_", "<i>a</i> and <i>b</i>"),
    "strong": ("**a** __b__", "<b>a</b> <b>b</b>"),
    "raised and lowered": ("x^2^ H~2~O", "x<sup>2</sup> H<sub>2</sub>O"),
    "an escape": (r"5 \* 3 \_", "5 * 3 _"),
    "stars that mean nothing": ("5 * 3 * 2", "5 * 3 * 2"),
    "struck out is not lowered": ("~~a~~", "~~a~~"),
}


@pytest.mark.parametrize(("markdown", "text"), RICH.values(), ids=RICH.keys())
def test_rich(markdown: str, text: str) -> None:
    assert rich(markdown) == text


PIECES = st.lists(
    st.sampled_from(
        [*"@[](){}`\\;,-^<>*_ .\n", "@doe", "p. 3", "[@", "x", "https://a.example/", "@{", "[^1]"]
    ),
    max_size=25,
).map("".join)


@given(PIECES)
def test_any_text(text: str) -> None:
    end = 0
    for found in find(text, TERMS):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        inside = found.citations if isinstance(found, Note) else (found,)
        for citation in inside:
            assert len(citation.cites) == len(citation.places) > 0
            for cite, place in zip(citation.cites, citation.places, strict=True):
                assert text[place] == "@"
                assert text[place + 1 :].startswith((cite.id, "{" + cite.id + "}"))


KEYS = st.from_regex(r"[a-z0-9_]([a-z0-9_]|[:.#$%&+?<>~/-][a-z0-9_]){0,6}", fullmatch=True)
LOCATORS = st.from_regex(r"[1-9][0-9]{0,2}([-–][1-9][0-9]{0,2})?(, [1-9])?", fullmatch=True)


@given(st.lists(st.tuples(KEYS, LOCATORS, st.booleans()), min_size=1, max_size=4))
def test_what_is_written_is_read(cited: list[tuple[str, str, bool]]) -> None:
    written = "; ".join(f"{'-' * less}@{key}, pp. {locator}" for key, locator, less in cited)
    found = read(f"[{written}]", TERMS)
    assert found is not None
    assert [(c.id, c.locator, c.suppress_author) for c in found.cites] == cited
