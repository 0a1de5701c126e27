"""Initials: what becomes of given names of many kinds, as citeproc-js has it."""

from __future__ import annotations

import pytest

from archive.cite.csl import marks
from archive.cite.csl.initials import initials

SHORTENED = {
    "one name": ("John", ". ", "J."),
    "two names": ("John Ronald", ". ", "J. R."),
    "no space in the mark": ("John Ronald", ".", "J.R."),
    "empty mark": ("John Ronald", "", "JR"),
    "space as mark": ("John Ronald", " ", "J R"),
    "initials already": ("J. R. R.", "", "JRR"),
    "initials without spaces": ("J.R.R.", ". ", "J. R. R."),
    "no-break space": ("Ann B.", ".\u00a0", "A.\u00a0B."),
    "hyphen": ("Jean-Luc", ". ", "J.-L."),
    "hyphen before a small letter": ("Guo-ping", ".", "G."),
    "abbreviation of two letters": ("Yu. M.", ".", "Yu.M."),
    "small words stay": ("Jean de Marie", ".", "J. de M."),
    "small word first": ("de Marie", ".", "de M."),
    "two capitals, one letter": ("DZhon", ".", "Dz."),
    "capitals only": ("JOHN", ".", "J."),
    "Greek": ("Γεώργιος", ".", "Γ."),
    "Cyrillic": ("Михаил Иванович", ". ", "М. И."),
    "Vietnamese": ("Ếch Ngọc", ".", "Ế.N."),
    "Hebrew": ("דוד", ".", "ד."),
    "Chinese has none": ("太郎", ".", "太郎"),
    "quoted word": (f"John {marks.QUOTE}Jack{marks.UNQUOTE}", ".", "J. \ufde0Jack\ufde1"),
    "title of nobility": ("Lord", ".", "Lord"),
    "formatting closes before the space": (
        f"{marks.ITALIC}John{marks.CLOSE} Paul",
        ". ",
        f"{marks.ITALIC}J.{marks.CLOSE} P.",
    ),
    "nothing": ("", ".", ""),
}

KEPT = {
    "full name": ("John", ".", "John"),
    "full name and initial": ("John R", ". ", "John R."),
    "initial and full name": ("J. Ronald", ".", "J. Ronald"),
    "initials": ("J. R. R.", "", "JRR"),
    "suffix": ("Jr.", "", "Jr"),
    "abbreviation": ("Ph. John", ". ", "Ph. John"),
    "small words": ("Ann de la R.", ".", "Ann de la R."),
}


@pytest.mark.parametrize(("given", "mark", "expected"), SHORTENED.values(), ids=SHORTENED)
def test_initials(given: str, mark: str, expected: str) -> None:
    assert initials(given, mark) == expected


@pytest.mark.parametrize(("given", "mark", "expected"), KEPT.values(), ids=KEPT)
def test_initialize_false(given: str, mark: str, expected: str) -> None:
    assert initials(given, mark, initialize=False) == expected


def test_initialize_without_hyphen() -> None:
    assert initials("Jean-Luc", ". ", hyphen=False) == "J. L."
    assert initials("Guo-ping", ".", hyphen=False) == "G. ping"
