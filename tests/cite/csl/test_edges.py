"""The edges of elements: which signs of neighbours collide."""

from __future__ import annotations

from time import process_time

import pytest

from archive.cite.csl import marks
from archive.cite.csl.edges import (
    NUMBER,
    SLOT,
    closed,
    delimiting,
    ended,
    held,
    on_its_own,
    quoted,
    released,
    set_apart,
)
from archive.cite.csl.marks import CLOSE, ITALIC, QUOTE, UNQUOTE
from archive.cite.csl.punctuation import settle
from archive.cite.csl.rich_text import read


def show(text: str) -> str:
    shown = {QUOTE: "“", UNQUOTE: "”", ITALIC: "<", CLOSE: ">"}
    return "".join(shown.get(char, char) for char in text.translate(marks.UNKEPT))


def within(text: str, suffix: str, *, quotes: bool = False) -> str:
    """A text with its own suffix, the last in a larger element."""
    if quotes:
        return released(quoted(text, True, closing=SLOT) + ended(suffix))
    return released(text + SLOT + ended(suffix))


SLOTS = {
    "a colon of its own": (within("a", ":") + ".", "a.:"),
    "of both": (within("a", ":") + ":", "a:"),
    "of which both stay": (within("a", ":") + ",", "a:,"),
    "a sign of the text": (within("a?", ":") + ".", "a?"),
    "nothing outside": (within("a", ":") + " b", "a: b"),
    "a colon into quotation marks": (within("a", "", quotes=True) + ": b", "“a:” b"),
    "not from a neighbour": (quoted("a", True, closing=SLOT) + ": b", "“a”: b"),
    "nor between cites": (closed(within("a", "", quotes=True)) + "; b", "“a”; b"),
    "before a comma in them": (within("a", ",", quotes=True) + ".", "“a.,”"),
    "a question mark in them": (within("a?", "", quotes=True) + ".", "“a?”"),
    "through larger elements": (released(within("a", ":")) + ".", "a.:"),
    "a number": (f"5{NUMBER};.", "5;."),
    "a number, twice the same": (f"5{NUMBER}..", "5."),
    "a number in a font": (f"{ITALIC}5{NUMBER}{CLOSE};:6", "<5>;:6"),
    "a delimiter and a prefix": ("a" + delimiting(";") + ":b", "a;:b"),
    "the same": ("a" + delimiting(",") + ",b", "a,b"),
}


@pytest.mark.parametrize(("text", "shown"), SLOTS.values(), ids=SLOTS.keys())
def test_signs_of_larger_elements(text: str, shown: str) -> None:
    assert show(settle(text, True)) == shown


def joined(*parts: tuple[str, str, str, bool], delimiter: str = "") -> str:
    """Elements next to each other, each with prefix, text, suffix and whether it is in italics."""
    texts = []
    for prefix, text, suffix, italic in parts:
        before, after = set_apart(prefix, suffix, italic, delimiter)
        inner = f"{ITALIC}{held(text)}{CLOSE}" if italic else text
        texts.append(before + inner + after)
    return released(delimiter.join(texts), start=True)


NEIGHBOURS = {
    "plain": (joined(("", "a?", "", False), (". ", "b", "", False)), "a? b"),
    "italics after a sign": (joined(("", "a?", "", False), (". ", "b", "", True)), "a?. <b>"),
    "the same sign": (joined(("", "a", ".", False), (". ", "b", "", True)), "a. <b>"),
    "after italics": (joined(("", "a,", "", True), (", ", "b", "", False)), "<a,>, b"),
    "quoted, then italics": (
        joined(("", read("“a”"), "", False), (", ", "b", "", True)),
        "“a”, <b>",
    ),
    "a suffix and a delimiter": (
        joined(("", "a", ":", False), ("", "b", "", False), delimiter=". "),
        "a:. b",
    ),
    "both the same": (joined(("", "a", ".", False), ("", "b", "", False), delimiter=". "), "a. b"),
    "the last of a group": (joined(("", "a", ":", False), delimiter=". ") + ".", "a:"),
    "the first of a group": ("x." + joined((". ", "a", "", True)), "x. <a>"),
}


@pytest.mark.parametrize(("text", "shown"), NEIGHBOURS.values(), ids=NEIGHBOURS.keys())
def test_neighbours(text: str, shown: str) -> None:
    assert show(settle(text, True)) == shown


OWN = {
    "a comma": (quoted("a", True) + on_its_own(", in b"), "“a”, in b"),
    "a sign alone": ("a." + on_its_own("."), "a.."),
    "like a prefix": (quoted("a", True) + on_its_own(". In b"), "“a.” In b"),
    "no sign": (on_its_own("a"), "a"),
}


@pytest.mark.parametrize(("text", "shown"), OWN.values(), ids=OWN.keys())
def test_texts_of_the_style(text: str, shown: str) -> None:
    assert show(settle(text, True)) == shown


HOSTILE = {
    "slots": SLOT * 20_000,
    "slots and suffixes": f"a{SLOT}{ended(':')}" * 5_000,
    "slots and text": (SLOT + "a" * 100) * 1_000,
    "numbers": f"5{NUMBER}.;" * 10_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile(text: str) -> None:
    start = process_time()
    assert len(settle(text, True)) <= len(text)
    assert process_time() - start < 2
