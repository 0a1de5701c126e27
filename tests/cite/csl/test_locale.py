"""Locales: fallback between files, styles and forms; gender; ordinals."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from archive.cite.csl.locale import Locale

CSL = "http://purl.org/net/xbiblio/csl"


def override(body: str, language: str = "") -> ElementTree.Element:
    attribute = f' xml:lang="{language}"' if language else ""
    return ElementTree.fromstring(f'<locale xmlns="{CSL}"{attribute}>{body}</locale>')


def terms(body: str, language: str = "") -> ElementTree.Element:
    return override(f"<terms>{body}</terms>", language)


TERMS = {
    "a word": ("en-US", ("edition",), "edition"),
    "two forms": ("en-US", ("page", "short", True), "pp."),
    "a form that falls back": ("en-US", ("page", "symbol"), "p."),
    "a verb that falls back": ("en-US", ("page", "verb-short"), "page"),
    "a language stands for its dialect": ("de", ("edition", "short"), "Aufl."),
    "a dialect over its language": ("en-GB", ("chapter", "short"), "ch."),
    "a dialect without a file": ("de-LU", ("month-01",), "Januar"),
    "no such language": ("xx", ("month-01",), "January"),
    "no such term": ("en-US", ("nonsense",), None),
    "the older name of a term": ("en-US", ("sub verbo", "short"), "s.v."),
    "an apostrophe": ("fr-FR", ("entry-encyclopedia",), "entrée d’encyclopédie"),
}


@pytest.mark.parametrize(("name", "arguments", "word"), TERMS.values(), ids=TERMS.keys())
def test_term(name: str, arguments: tuple[str, ...], word: str | None) -> None:
    locale = Locale.load(name)
    assert locale.term(*arguments) == word  # type: ignore[arg-type]
    assert locale.term(*arguments) == word  # type: ignore[arg-type]


ORDINALS = {
    "first": ("en-US", 1, None, "1st"),
    "eleventh": ("en-US", 11, None, "11th"),
    "two digits decide before one": ("en-US", 112, None, "112th"),
    "one digit decides": ("en-US", 123, None, "123rd"),
    "a whole number": ("fr-FR", 1, "masculine", "1ᵉʳ"),
    "a whole number, feminine": ("fr-FR", 1, "feminine", "1ʳᵉ"),
    "not the whole number": ("fr-FR", 21, "feminine", "21ᵉ"),
    "two digits, one of them 0": ("nl-NL", 102, None, "102de"),
    "nothing but genders": ("pt-PT", 3, None, "3.ª"),
    "masculine": ("pt-PT", 3, "masculine", "3.º"),
}


@pytest.mark.parametrize(("name", "number", "gender", "text"), ORDINALS.values(), ids=ORDINALS)
def test_ordinal(name: str, number: int, gender: str | None, text: str) -> None:
    assert Locale.load(name).ordinal(number, gender) == text


def test_long_ordinals() -> None:
    assert Locale.load("en").long_ordinal(10) == "tenth"
    assert Locale.load("en").long_ordinal(11) == "11th"
    assert Locale.load("pt").long_ordinal(2, "feminine") == "segunda"


def test_what_a_style_says_comes_before_the_files_and_the_nearer_locale_before_the_other() -> None:
    own = [
        terms('<term name="at">dialect</term>', "de-AT"),
        terms('<term name="at">language</term><term name="by">language</term>', "de"),
        terms('<term name="at">all</term><term name="by">all</term><term name="cited">all</term>'),
        terms('<term name="at">another</term>', "fr"),
    ]
    locale = Locale.load("de-AT", own)
    assert [locale.term(name) for name in ("at", "by", "cited", "from")] == [
        *("dialect", "language", "all"),
        "von",
    ]


def test_a_language_alone_reads_the_part_for_its_main_dialect() -> None:
    assert Locale.load("de", [terms('<term name="at">hier</term>', "de-DE")]).term("at") == "hier"


def test_a_term_can_be_made_empty() -> None:
    assert Locale.load("en-US", [terms('<term name="et-al"/>')]).term("et-al") == ""


def test_a_set_of_ordinals_is_replaced_whole() -> None:
    locale = Locale.load("en-US", [terms('<term name="ordinal">.</term>')])
    assert [locale.ordinal(n) for n in (1, 2, 11)] == ["1.", "2.", "11."]


def test_ordinals_without_a_default_replace_words_only() -> None:
    locale = Locale.load("en-US", [terms('<term name="ordinal-01">ST</term>')])
    assert [locale.ordinal(n) for n in (1, 21, 11, 2)] == ["1ST", "21ST", "11th", "2nd"]


def test_comments_in_a_term_are_no_text() -> None:
    own = terms('<term name="at">a<!-- b -->c</term><term name="by"><single>x<!-- y --></single>'
                "<multiple>z</multiple></term>")  # fmt: skip
    locale = Locale.load("en-US", [own])
    assert locale.term("at") == "ac"
    assert [locale.term("by"), locale.term("by", plural=True)] == ["x", "z"]


def test_options_and_dates() -> None:
    american, french = Locale.load("en-US"), Locale.load("fr-FR")
    assert american.punctuation_in_quote
    assert not american.limit_day_ordinals
    assert not french.punctuation_in_quote
    assert french.limit_day_ordinals
    assert [part["name"] for part in american.dates["text"].parts] == ["month", "day", "year"]
    own = override('<style-options punctuation-in-quote="false"/><date form="text" delimiter="/"/>')
    changed = Locale.load("en-US", [own])
    assert not changed.punctuation_in_quote
    assert changed.dates["text"].attributes["delimiter"] == "/"
    assert changed.dates["numeric"] == american.dates["numeric"]


def test_genders_and_languages() -> None:
    french = Locale.load("fr")
    assert french.gender("edition") == "feminine"
    assert french.gender("nonsense") is None
    assert (french.language, french.english) == ("fr-FR", False)
    assert Locale.load("en-GB").english
    assert Locale.load("").language == "en-US"
