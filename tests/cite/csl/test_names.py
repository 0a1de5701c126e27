"""Lists of names: what each option of cs:name, cs:name-part and cs:et-al does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.cite.csl.name_variables import Name
from archive.cite.csl.names import NamePart, NameStyle, particle_space


def person(text: str) -> Name:
    """``Family, Given`` or ``Family, Given, Suffix``; without comma an institution."""
    family, _, given = text.partition(", ")
    return Name.read({"family": family, "given": given} if given else {"literal": text})


def people(text: str) -> tuple[Name, ...]:
    return tuple(map(person, filter(None, text.split("; "))))


DOE, TWO, THREE = "Doe, Jane", "Doe, Jane; Roe, Max", "Doe, Jane; Roe, Max; Poe, Ann"
FOUR = f"{THREE}; Coe, Kim"
GOGH, FONTAINE = "van Gogh, Vincent", "la Fontaine, Jean de"
STYLE = NameStyle()
AND = replace(STYLE, and_="and")
INVERTED = replace(STYLE, name_as_sort_order="all")
FIRST = replace(AND, name_as_sort_order="first")
CUT = replace(STYLE, et_al_min=3, et_al_use_first=1)
SHORT = replace(STYLE, form="short")
UPPER = NamePart(format=str.upper)
BRACKETS = NamePart(prefix="[", suffix="]")

CASES = {
    "nobody": (STYLE, "", ""),
    "one": (STYLE, DOE, "Jane Doe"),
    "no and": (STYLE, TWO, "Jane Doe, Max Roe"),
    "and, two": (AND, TWO, "Jane Doe and Max Roe"),
    "and, three": (AND, THREE, "Jane Doe, Max Roe, and Ann Poe"),
    "delimiter": (replace(AND, delimiter="; "), THREE, "Jane Doe; Max Roe; and Ann Poe"),
    "always before the last": (
        replace(AND, delimiter_precedes_last="always"),
        TWO,
        "Jane Doe, and Max Roe",
    ),
    "never before the last": (
        replace(AND, delimiter_precedes_last="never"),
        THREE,
        "Jane Doe, Max Roe and Ann Poe",
    ),
    "after an inverted name": (
        replace(FIRST, delimiter_precedes_last="after-inverted-name"),
        TWO,
        "Doe, Jane, and Max Roe",
    ),
    "not after an upright name": (
        replace(FIRST, delimiter_precedes_last="after-inverted-name"),
        THREE,
        "Doe, Jane, Max Roe and Ann Poe",
    ),
    "no delimiter after an institution": (
        replace(FIRST, delimiter_precedes_last="after-inverted-name"),
        "Council; Roe, Max",
        "Council and Max Roe",
    ),
    "Chinese and": (replace(STYLE, and_="和"), THREE, "Jane Doe, Max Roe和Ann Poe"),
    "Hebrew and": (replace(STYLE, and_="ו"), TWO, "Jane Doe וMax Roe"),
    "et al.": (CUT, THREE, "Jane Doe et al."),
    "too few for et al.": (CUT, TWO, "Jane Doe, Max Roe"),
    "et al. after two": (
        replace(CUT, et_al_use_first=2),
        THREE,
        "Jane Doe, Max Roe, et al.",
    ),
    "always before et al.": (
        replace(CUT, delimiter_precedes_et_al="always"),
        THREE,
        "Jane Doe, et al.",
    ),
    "never before et al.": (
        replace(CUT, et_al_use_first=2, delimiter_precedes_et_al="never"),
        THREE,
        "Jane Doe, Max Roe et al.",
    ),
    "before et al. after an inverted name": (
        replace(CUT, delimiter_precedes_et_al="after-inverted-name", name_as_sort_order="first"),
        THREE,
        "Doe, Jane, et al.",
    ),
    "not before et al. after an upright name": (
        replace(CUT, delimiter_precedes_et_al="after-inverted-name"),
        THREE,
        "Jane Doe et al.",
    ),
    "Chinese et al.": (replace(CUT, et_al="等"), THREE, "Jane Doe等"),
    "no term": (replace(CUT, et_al=""), THREE, "Jane Doe"),
    "first more than least": (
        replace(CUT, et_al_use_first=4),
        FOUR,
        "Jane Doe, Max Roe, Ann Poe, Kim Coe",
    ),
    "none shown": (replace(CUT, et_al_use_first=0), THREE, ""),
    "ellipsis": (
        replace(CUT, et_al_use_first=2, et_al_min=4, et_al_use_last=True),
        FOUR,
        "Jane Doe, Max Roe, … Kim Coe",
    ),
    "ellipsis after one": (
        replace(CUT, et_al_min=4, et_al_use_last=True),
        FOUR,
        "Jane Doe … Kim Coe",
    ),
    "ellipsis for two names at least": (
        replace(CUT, et_al_use_first=3, et_al_min=4, et_al_use_last=True),
        FOUR,
        "Jane Doe, Max Roe, … Kim Coe",
    ),
    "ellipsis for nobody": (
        replace(CUT, et_al_min=2, et_al_use_last=True),
        TWO,
        "Jane Doe, Max Roe",
    ),
    "et al. of the source": (STYLE, "Doe, Jane; Roe, Max, et al.", "Jane Doe, Max Roe, et al."),
    "inverted": (INVERTED, TWO, "Doe, Jane, Roe, Max"),
    "first inverted": (FIRST, TWO, "Doe, Jane and Max Roe"),
    "sort separator": (replace(INVERTED, sort_separator=" "), DOE, "Doe Jane"),
    "suffix": (STYLE, "Davis, Sammy, Jr.", "Sammy Davis Jr."),
    "suffix with a comma": (STYLE, "Davis, Sammy,! Jr.", "Sammy Davis, Jr."),
    "suffix inverted": (INVERTED, "Davis, Sammy, Jr.", "Davis, Sammy, Jr."),
    "suffix as initial": (
        replace(STYLE, initialize_with=""),
        "Davis, Sammy, Jr.",
        "S Davis Jr",
    ),
    "peer": (replace(INVERTED, sort_separator=" "), "Byron, Lord", "Byron, Lord"),
    "initials": (replace(STYLE, initialize_with="."), FONTAINE, "J. de la Fontaine"),
    "initials in the source": (
        replace(STYLE, initialize_with=".", initialize=False),
        "Doe, Jane K",
        "Jane K. Doe",
    ),
    "no break before the family name": (
        replace(STYLE, initialize_with=".\u00a0", particle_space=particle_space("fr-FR")),
        GOGH,
        "V.\u00a0van\u00a0Gogh",
    ),
    "short": (SHORT, "van Gogh, Vincent; Davis, Sammy, Jr.", "van Gogh, Davis"),
    "short without dropping particle": (SHORT, FONTAINE, "la Fontaine"),
    "particles": (STYLE, FONTAINE, "Jean de la Fontaine"),
    "particles demoted": (INVERTED, FONTAINE, "Fontaine, Jean de la"),
    "particles in place": (
        replace(INVERTED, demote_non_dropping_particle="sort-only"),
        FONTAINE,
        "la Fontaine, Jean de",
    ),
    "joined particle": (
        replace(INVERTED, demote_non_dropping_particle="never"),
        "al-Ghazali, Abu",
        "al-Ghazali, Abu",
    ),
    "Japanese": (replace(INVERTED, initialize_with="."), "山田, 太郎", "山田太郎"),
    "Japanese and Latin": (INVERTED, "山田, Taro", "山田 Taro"),
    "text case": (replace(STYLE, family=UPPER), f"{GOGH}; Council", "Vincent VAN GOGH, COUNCIL"),
    "affixes take particles and suffix in": (
        replace(STYLE, family=BRACKETS),
        "la Fontaine, Jean de, Jr.",
        "Jean [de la Fontaine Jr.]",
    ),
    "affixes inverted": (
        replace(INVERTED, given=BRACKETS, family=NamePart(prefix="(", suffix=")")),
        FONTAINE,
        "(Fontaine), [Jean de la]",
    ),
    "affix that is a space": (
        replace(STYLE, given=NamePart(suffix="\u00a0")),
        DOE,
        "Jane\u00a0Doe",
    ),
    "strip periods": (
        replace(STYLE, initialize_with=". ", given=NamePart(strip_periods=True)),
        "Doe, Jane Kim",
        "J K Doe",
    ),
    "name formatting": (
        replace(AND, format=lambda text: f"<{text}>", prefix="(", suffix=")"),
        "Doe, Jane; Council",
        "(<Jane Doe>) and <Council>",
    ),
    "name affixes, et al.": (
        replace(CUT, suffix=","),
        "Council; Doe, Jane; Roe, Max",
        "Council et al.,",
    ),
    "name formatting, et al.": (
        replace(CUT, format=lambda text: f"<{text}>", et_al_format=str.upper),
        THREE,
        "<Jane Doe>< ET AL.>",
    ),
}


@pytest.mark.parametrize(("style", "names", "expected"), CASES.values(), ids=CASES)
def test_render(style: NameStyle, names: str, expected: str) -> None:
    assert style.render(people(names)) == expected
    assert style.render(people(names)) == expected  # from the cache


SORTED = {
    "family name first": ("display-and-sort", FONTAINE, "Fontaine Jean de la"),
    "particle in place": ("never", FONTAINE, "la Fontaine de Jean"),
    "apostrophe": ("never", "d'Artagnan, Charles", "d Artagnan Charles"),
    "suffix": ("sort-only", "Davis, Sammy, Jr.", "Davis Sammy Jr."),
    "no and": ("never", TWO, "Doe Jane, Roe Max"),
    "institution": ("never", "Council", "Council"),
    "Chinese": ("never", "毛, 泽东", "毛泽东"),
}


@pytest.mark.parametrize(("demote", "names", "expected"), SORTED.values(), ids=SORTED)
def test_sort_key(demote: str, names: str, expected: str) -> None:
    style = replace(AND, sorting=True, demote_non_dropping_particle=demote)
    assert style.render(people(names)) == expected


def test_only_a_given_name() -> None:
    plato = Name.read({"given": "Plato"})
    assert SHORT.render((plato,)) == STYLE.render((plato,)) == INVERTED.one(plato, True) == "Plato"


def test_sort_key_without_et_al() -> None:
    assert replace(CUT, sorting=True).render(people(THREE)) == "Doe Jane"


LEVELS = {
    "short": (SHORT, 0, "Doe"),
    "short, initials without a mark": (SHORT, 1, "Jane Doe"),
    "short, initials": (replace(SHORT, initialize_with="."), 1, "J. Doe"),
    "short, all": (replace(SHORT, initialize_with="."), 2, "Jane Doe"),
    "short, initials by rule": (replace(SHORT, with_initials=True), 1, "J Doe"),
    "long": (STYLE, 1, "Jane Doe"),
    "long, initials": (replace(STYLE, initialize_with="."), 1, "J. Doe"),
    "long, all": (replace(STYLE, initialize_with="."), 2, "Jane Doe"),
}


@pytest.mark.parametrize(("style", "level", "expected"), LEVELS.values(), ids=LEVELS)
def test_level(style: NameStyle, level: int, expected: str) -> None:
    assert style.one(person(DOE), level=level) == expected
    assert style.render(people(TWO), levels=(level,)).startswith(expected)


SHOWN = {
    # least, first, later least, later first; count, subsequent, added
    "all": ((0, None, 0, 0), (9, False, 0), (9, False)),
    "cut": ((3, 1, 0, 0), (3, False, 0), (1, True)),
    "below": ((3, 1, 0, 0), (2, False, 0), (2, False)),
    "later as before": ((3, 1, 0, 0), (3, True, 0), (1, True)),
    "later less": ((4, 3, 2, 1), (4, True, 0), (1, True)),
    "first more": ((4, 3, 2, 1), (3, False, 0), (3, False)),
    "one added": ((3, 1, 0, 0), (4, False, 2), (2, True)),
    "all added": ((3, 1, 0, 0), (4, False, 4), (4, False)),
    "fewer added than shown": ((3, 2, 0, 0), (4, False, 1), (2, True)),
}


@pytest.mark.parametrize(("options", "asked", "expected"), SHOWN.values(), ids=SHOWN)
def test_shown(
    options: tuple[int, int | None, int, int],
    asked: tuple[int, bool, int],
    expected: tuple[int, bool],
) -> None:
    least, first, later_least, later_first = options
    style = replace(
        STYLE,
        et_al_min=least,
        et_al_use_first=first,
        et_al_subsequent_min=later_least,
        et_al_subsequent_use_first=later_first,
    )
    assert style.shown(*asked) == expected
