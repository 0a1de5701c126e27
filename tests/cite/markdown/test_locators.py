"""Locators after a key, as pandoc reads them (its version 2.17 was asked for each of these)."""

from __future__ import annotations

import pytest

from archive.cite.csl.locale import Locale
from archive.cite.markdown.locators import Terms, split

ENGLISH = Terms([Locale.load("en-US")])

CASES = {
    "no label: a page": (", 33", ("page", "33", "")),
    "no comma": (" 33", ("page", "33", "")),
    "a page": (", p. 3", ("page", "3", "")),
    "no space after the term": (", p.3", ("page", "3", "")),
    "a range": (", pp. 3-5", ("page", "3-5", "")),
    "a range by two hyphens": (", pp. 3--5", ("page", "3–5", "")),
    "several": (", pp. 33, 35-37, and nowhere else", ("page", "33, 35-37", ", and nowhere else")),
    "a word after it": (" p. 3 and more", ("page", "3", " and more")),
    "numbers after 'and' are no more of it": (", pp. 3, 5 and 7", ("page", "3, 5", " and 7")),
    "a full stop after it": (", p. 3.", ("page", "3", ".")),
    "Roman numbers": (", pp. iv, vi-xi", ("page", "iv, vi-xi", "")),
    "Roman numbers need a term": (", iv", ("page", "", ", iv")),
    "letters in numbers": (", 3a, 4b", ("page", "3a, 4b", "")),
    "letters before numbers": (", p. A-5", ("page", "A-5", "")),
    "a letter is none": (", p. A", ("page", "", ", p. A")),
    "following pages": (", 3 ff.", ("page", "3", " ff.")),
    "a colon": (", line 3:4", ("line", "3:4", "")),
    "the first term counts": (", vol. 1, p. 3", ("volume", "1", ", p. 3")),
    "a term in full": (", Chapter 3", ("chapter", "3", "")),
    "a term as it is printed": (", §§5-6", ("section", "5-6", "")),
    "a number of any kind": (", no. 5", ("issue", "5", "")),
    "under the word": (", s.v. 3", ("sub-verbo", "3", "")),
    "a word that is a term, too": (", note that x", ("page", "", ", note that x")),
    "no locator": (", and more", ("page", "", ", and more")),
    "nothing": ("", ("page", "", "")),
    "braces": ("{ii, A, D-Z}, with a suffix", ("page", "ii, A, D-Z", ", with a suffix")),
    "a term in braces": (
        ", {pp. iv, vi-xi, (xv)-(xvii)} with suffix here",
        ("page", "iv, vi-xi, (xv)-(xvii)", " with suffix here"),
    ),
    "empty braces: none": ("{}, 99 years later", ("page", "", ", 99 years later")),
    "braces that do not close": (", {p. 3", ("page", "", ", {p. 3")),
}


@pytest.mark.parametrize(("text", "located"), CASES.values(), ids=CASES.keys())
def test_split(text: str, located: tuple[str, str, str]) -> None:
    assert split(text, ENGLISH) == located


def test_the_terms_are_those_of_the_locales_and_the_first_is_right() -> None:
    german = Terms([Locale.load("de-DE"), Locale.load("en-US")])
    assert split(", S. 3", german) == ("page", "3", "")
    assert split(", Kap. 3", german) == ("chapter", "3", "")
    assert split(", p. 3", german) == ("page", "3", "")
    assert split(", S. 3", ENGLISH) == ("page", "", ", S. 3")
