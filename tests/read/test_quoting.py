"""Marks of quoting are blanked where a text was passed on, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.read import document
from archive.read._quoting import blanked

QUOTED = {
    "two lines": ("> Rain\n> in Spain", "  Rain\n  in Spain"),
    "a line of the mark alone": ("> Rain\n>\n> Spain", "  Rain\n \n  Spain"),
    "no space": (">Rain\n>Spain", " Rain\n Spain"),
    "nested": (">> Rain\n>> Spain", "   Rain\n   Spain"),
    "nested with spaces": ("> > Rain\n> > Spain", "    Rain\n    Spain"),
    "depths mixed": ("> Rain\n>> Spain\n> Oslo", "  Rain\n   Spain\n  Oslo"),
    "under an introduction": ("Friends,\n\n> Rain\n> Spain", "Friends,\n\n  Rain\n  Spain"),
    "blank lines between": ("> Rain\n\n> Spain\n", "  Rain\n\n  Spain\n"),
    "a lone mark elsewhere": ("> More\nText\n> Rain\n> Spain", "> More\nText\n  Rain\n  Spain"),
    "a mark inside": ("> a > b\n> c", "  a > b\n  c"),
    "no-break space stays": ("> Rain\n>\u00a0Spain", "  Rain\n \u00a0Spain"),
}
UNQUOTED = {
    "nothing": "Rain in Spain",
    "empty": "",
    "lone": "Rain\n> More\nSpain",
    "lone pointers": "> Home\nRain\n> More\nSpain",
    "inside a line": "1 > 0\nand 2 > 1",
    "indented": "     > code\n     > code",
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED.keys())
def test_blanks_marks(text: str, expected: str) -> None:
    assert blanked(text) == expected
    assert document(text.encode(), "rain.txt").prose == expected


@pytest.mark.parametrize("text", UNQUOTED.values(), ids=UNQUOTED.keys())
def test_leaves_the_rest(text: str) -> None:
    assert blanked(text) == ""


@given(st.text("> \tab\n", max_size=60))
def test_only_marks_at_the_beginnings_of_lines_change(text: str) -> None:
    found = blanked(text) or text
    assert len(found) == len(text)
    for line, other in zip(text.split("\n"), found.split("\n"), strict=True):
        assert other.lstrip("> \t") == line.lstrip("> \t")
