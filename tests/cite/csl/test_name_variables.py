"""Names of CSL-JSON taken apart: particles, suffixes, institutions, orders."""

from __future__ import annotations

import copy

import pytest

from archive.cite.csl.name_variables import Name, Order

# family, given, dropping, non-dropping, suffix
PARSED = {
    "plain": ({"family": "Doe", "given": "Jane"}, ("Doe", "Jane", "", "", "")),
    "before the family name": (
        {"family": "van der Vlist", "given": "Eric"},
        ("Vlist", "Eric", "", "van der", ""),
    ),
    "behind the given name": (
        {"family": "Beethoven", "given": "Ludwig van"},
        ("Beethoven", "Ludwig", "van", "", ""),
    ),
    "both": (
        {"family": "la Fontaine", "given": "Jean de"},
        ("Fontaine", "Jean", "de", "la", ""),
    ),
    "capital particle is part of the name": (
        {"family": "de Las Casas", "given": "B."},
        ("Las Casas", "B.", "", "de", ""),
    ),
    "joined by an apostrophe": (
        {"family": "d’Artagnan", "given": "Charles"},
        ("Artagnan", "Charles", "", "d’", ""),
    ),
    "apostrophe and space": (
        {"family": "d' Ormesson", "given": "Jean"},
        ("Ormesson", "Jean", "", "d’ ", ""),
    ),
    "joined by a hyphen": (
        {"family": "al-Ghazali", "given": "Abu"},
        ("Ghazali", "Abu", "", "al-", ""),
    ),
    "apostrophe first": (
        {"family": "'t Hooft", "given": "G."},
        ("Hooft", "G.", "", "’t", ""),
    ),
    "capital before an apostrophe": (
        {"family": "O'Neill", "given": "E."},
        ("O’Neill", "E.", "", "", ""),
    ),
    "quoted family name is not parsed": (
        {"family": '"van Beethoven"', "given": "Ludwig"},
        ("van Beethoven", "Ludwig", "", "", ""),
    ),
    "parse-names off": (
        {"family": "van Gogh", "given": "Vincent", "parse-names": False},
        ("van Gogh", "Vincent", "", "", ""),
    ),
    "particle given": (
        {"family": "de Gaulle", "given": "Ch. de", "non-dropping-particle": "x"},
        ("de Gaulle", "Ch. de", "", "x", ""),
    ),
    "no given name": ({"family": "de Sade"}, ("de Sade", "", "", "", "")),
    "suffix behind a comma": (
        {"family": "Davis", "given": "Sammy, Jr."},
        ("Davis", "Sammy", "", "", "Jr."),
    ),
    "suffix given": (
        {"family": "Davis", "given": "Sam, Jr.", "suffix": "III"},
        ("Davis", "Sam, Jr.", "", "", "III"),
    ),
    "et al. is no suffix": (
        {"family": "Doe", "given": "Jane, et al."},
        ("Doe", "Jane", "", "", ""),
    ),
    "a number for a name": ({"family": 7, "given": "of 9"}, ("7", "of 9", "", "", "")),
    "wrong types": ({"family": ["x"], "given": None, "suffix": {}}, ("", "", "", "", "")),
}


@pytest.mark.parametrize(("data", "parts"), PARSED.values(), ids=PARSED)
def test_parse(data: dict[str, object], parts: tuple[str, ...]) -> None:
    given = copy.deepcopy(data)
    name = Name.read(data)
    read = (name.family, name.given, name.dropping, name.non_dropping, name.suffix)
    assert read == parts
    assert data == given


def test_et_al_and_comma() -> None:
    assert Name.read({"family": "Doe", "given": "Jane, et al."}).et_al
    assert Name.read({"family": "Doe", "given": "Jane,! Jr."}).comma_suffix
    assert not Name.read({"family": "Doe", "given": "Jane, Jr."}).comma_suffix


ORDERS = {
    "Latin": ("Doe", "Jane", "", Order.GIVEN_FIRST),
    "Greek": ("Ράις", "Μυρτώ", "", Order.GIVEN_FIRST),
    "Arabic": ("حسن", "محمد", "", Order.GIVEN_FIRST),
    "Devanagari": ("गांधी", "मोहनदास", "", Order.GIVEN_FIRST),
    "Japanese": ("山田", "太郎", "", Order.UNSPACED),
    "Korean": ("김", "영희", "", Order.UNSPACED),
    "Japanese family name, Latin given name": ("山田", "Taro", "", Order.FAMILY_FIRST),
    "romanised, in a Chinese work": ("Mao", "Zedong", "zh-CN", Order.FAMILY_FIRST),
    "Hungarian": ("Bartók", "Béla", "hu", Order.STATIC),
    "only a given name": ("", "Plato", "", Order.FAMILY_FIRST),
}


@pytest.mark.parametrize(("family", "given", "language", "order"), ORDERS.values(), ids=ORDERS)
def test_order(family: str, given: str, language: str, order: Order) -> None:
    assert Name.read({"family": family, "given": given}, language).order is order


def test_static_ordering() -> None:
    data = {"family": "Doe", "given": "Jane", "static-ordering": "true"}
    assert Name.read(data).order is Order.STATIC
    data["static-ordering"] = "false"
    assert Name.read(data).order is Order.GIVEN_FIRST


def test_institution() -> None:
    literal = Name.read({"literal": "Common Ground", "family": "Doe"})
    assert (literal.literal, literal.family) == ("Common Ground", "")
    assert Name.read({"family": "Common Ground", "isInstitution": True}) is Name.read(
        {"literal": "Common Ground"}
    )


def test_same_content_same_object() -> None:
    parsed = Name.read({"family": "van Gogh", "given": "Vincent"})
    given = Name.read({"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"})
    assert parsed is given
    assert Name.read({"family": "Gogh", "given": "Vincent"}) is not given
    assert not Name.read({})
