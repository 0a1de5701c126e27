"""Number variables: what is numeric, plural, a range; ordinals and Roman numbers; labels within."""

from __future__ import annotations

import pytest

from archive.cite.csl import numbers
from archive.cite.csl.locale import Locale
from archive.cite.csl.numbers import Numbers

ENGLISH = Numbers(Locale.load("en-US"))

PAGES = {  # value: (printed, numeric, plural)
    "5": ("5", True, False),
    "05": ("05", True, False),
    "12-13": ("12–13", True, True),
    "12 – 13": ("12–13", True, True),
    "1, 2": ("1, 2", True, True),
    "1&2": ("1 & 2", True, True),
    "1 and 2": ("1 and 2", True, True),
    "1; 2": ("1; 2", True, True),
    "10, 12-14, 20": ("10, 12–14, 20", True, True),
    "S12": ("S12", True, False),
    "S12-S15": ("S12–S15", True, True),
    "A1-B2": ("A1-B2", True, True),
    "12a-13b": ("12a–13b", True, True),
    "12a-c": ("12a-c", True, False),
    "xii-xv": ("xii–xv", True, True),
    "12ff": ("12ff", True, False),
    "12 ff.": ("12 ff.", False, False),
    "1990/91": ("1990/91", True, False),
    "1.2-1.5": ("1.2-1.5", False, False),
    "A-B": ("A-B", False, False),
    "n.p.": ("n.p.", False, False),
    "second": ("second", False, False),
    r"3\-1": ("3-1", True, False),
    r"3\-1-3\-5": ("3-1–3-5", True, True),
    "-5": ("-5", False, False),
    "213a & 214": ("213a & 214", True, True),
}


@pytest.mark.parametrize(("value", "read"), PAGES.items())
def test_pages(value: str, read: tuple[str, bool, bool]) -> None:
    assert (
        ENGLISH.write(value, "page"),
        ENGLISH.is_numeric(value, "page"),
        ENGLISH.is_plural(value, "page"),
    ) == read


FORMS = {
    "ordinal": ("edition", "ordinal", "2", "2nd"),
    "ordinals": ("edition", "ordinal", "1-2 & 4", "1st–2nd & 4th"),
    "no number": ("edition", "ordinal", "rev. ed.", "rev. ed."),
    "a number among words": ("edition", "ordinal", "2nd edition", "2nd edition"),
    "with a letter": ("edition", "ordinal", "A5", "A5"),
    "with a zero before it": ("edition", "ordinal", "02", "02"),
    "in words": ("edition", "long-ordinal", "3", "third"),
    "no word for it": ("edition", "long-ordinal", "30", "30th"),
    "roman": ("volume", "roman", "14", "xiv"),
    "too large for roman": ("volume", "roman", "6000", "6000"),
    "a hyphen that stays": ("section", "numeric", "12-13", "12-13"),
    "only what the variable counts": ("edition", "ordinal", "7, p. 3-8", "7th, pp. 3–8"),
}


@pytest.mark.parametrize(("variable", "form", "value", "text"), FORMS.values(), ids=FORMS.keys())
def test_forms(variable: str, form: str, value: str, text: str) -> None:
    assert ENGLISH.write(value, variable, form) == text


LABELS = {  # value, label given: (printed, term of the label, plural)
    "none in the value": ("12-13", "chapter", ("12–13", "chapter", True)),
    "another first": ("fig. 3", "page", ("3", "figure", False)),
    "the same": ("pp. 5-6", "page", ("5–6", "page", True)),
    "a second one": ("367-368, figs. 3", "page", ("367–368, figs. 3", "page", True)),
    "a second one of CSL": ("12-13, fol. 3-4", "page", ("12–13, fols. 3–4", "page", True)),
    "no label": ("12, see 5", "page", ("12, see 5", "page", False)),
    "a space before": (" 666", "page", ("666", "page", False)),
    "not abbreviated": ("1-2", "timestamp", ("1–2", "timestamp", True)),
    "a space in the name": ("ego", "sub verbo", ("ego", "sub-verbo", False)),
}


@pytest.mark.parametrize(("value", "label", "read"), LABELS.values(), ids=LABELS.keys())
def test_locators(value: str, label: str, read: tuple[str, str, bool]) -> None:
    assert (
        ENGLISH.write(value, "locator", label=label),
        ENGLISH.term(value, "locator", label),
        ENGLISH.is_plural(value, "locator", label),
    ) == read


def test_numbers_of_things_are_plural_by_what_they_say() -> None:
    assert not ENGLISH.is_plural("1", "number-of-volumes")
    assert ENGLISH.is_plural("2", "number-of-volumes")
    assert ENGLISH.is_plural("2-3", "number-of-volumes")
    assert not ENGLISH.is_plural("2", "volume")
    assert not ENGLISH.is_plural("several", "number-of-volumes")


def test_other_languages() -> None:
    french, german = Numbers(Locale.load("fr-FR"), "minimal"), Numbers(Locale.load("de"))
    assert french.write("1", "edition", "ordinal") == "1ʳᵉ"
    assert french.write("1", "issue", "ordinal") == "1ᵉʳ"
    assert french.write("253-257", "page") == "253‑7"
    assert french.is_plural("1 et 2", "page")
    assert german.is_plural("1 und 2", "page")
    assert not german.is_plural("1 et 2", "page")
    assert german.write("12-13, fol. 3", "page") == "12–13, Fol. 3"


ROMAN = {1: "i", 4: "iv", 9: "ix", 49: "xlix", 1994: "mcmxciv", 4000: "mmmm", 0: ""}


@pytest.mark.parametrize(("number", "text"), ROMAN.items())
def test_roman(number: int, text: str) -> None:
    assert numbers.roman(number) == text
