"""Text-case on marked text."""

from __future__ import annotations

from time import process_time

import pytest

from archive.cite.csl import marks
from archive.cite.csl.rich_text import read
from archive.cite.csl.text_case import change

NO_CASE = '<span class="nocase">%s</span>'

CASES = {
    "lowercase": ("lowercase", "A Pen BY " + NO_CASE % "Smith", "a pen by Smith"),
    "uppercase": ("uppercase", "A pen by " + NO_CASE % "Smith", "A PEN BY Smith"),
    "uppercase leaves small capitals": ("uppercase", "a <sc>b</sc>", "A b"),
    "capitalize-first": ("capitalize-first", "a pen and b", "A pen and b"),
    "capitalize-first after a bracket": ("capitalize-first", "(in press)", "(In press)"),
    "capitalize-first, mixed": ("capitalize-first", "iPhone x", "iPhone x"),
    "capitalize-first, protected": ("capitalize-first", NO_CASE % "a" + " b", "a b"),
    "capitalize-first in italics": ("capitalize-first", "<i>a b</i>", "A b"),
    "capitalize-all": ("capitalize-all", "this IS a pen", "This IS A Pen"),
    "capitalize-all, apostrophe": ("capitalize-all", "don't", "Don’t"),
    "sentence": ("sentence", "this is a Pen by " + NO_CASE % "Smith", "This is a pen by Smith"),
    "sentence, after an apostrophe": ("sentence", "d’Aubigny, O’BRIEN", "D’Aubigny, o’Brien"),
    "title": ("title", "the cat and the hat", "The Cat and the Hat"),
    "title, capitals stay": ("title", "This IS a pen", "This IS a Pen"),
    "title, after a colon": ("title", "cats: a life", "Cats: A Life"),
    "title, after a question": ("title", "cats? a life", "Cats? A Life"),
    "title, hyphen": ("title", "employee pro-environmental act", "Employee Pro-Environmental Act"),
    "title, later hyphen": ("title", "a, pro-environmental act", "A, pro-Environmental Act"),
    "title, last word": ("title", "what we search for", "What We Search For"),
    "title, last word protected": ("title", "up the " + NO_CASE % "amazon", "Up the amazon"),
    "title, single letter": ("title", "vitamin c and x", "Vitamin c and x"),
    "title, slash": ("title", "a cat/mouse", "A Cat/Mouse"),
    "title, dash": ("title", "a scientist–practitioner gap", "A Scientist–Practitioner Gap"),
    "title, apostrophes": ("title", "john d'artagnan's o’neil", "John d’artagnan’s o’neil"),
    "title, raised": ("title", "my <sup>raised phrase</sup> in x", "My raised phrase in x"),
    "title, a Greek letter": ("title", "on: α and beta", "On: α and Beta"),
    "no such case": ("swap", "a B", "a B"),
}


@pytest.mark.parametrize(("case", "value", "result"), CASES.values(), ids=CASES.keys())
def test_change(case: str, value: str, result: str) -> None:
    changed = change(read(value), case, english=True)
    assert marks.bare(changed) == result


def test_title_case_is_english() -> None:
    assert change("die äpfel", "title", english=False) == "die äpfel"
    assert change("die äpfel", "uppercase", english=False) == "DIE ÄPFEL"


def test_turkic_letters() -> None:
    assert change("istanbul ılık", "uppercase", english=False, turkic=True) == "İSTANBUL ILIK"
    assert change("İSTANBUL ILIK", "lowercase", english=False, turkic=True) == "istanbul ılık"
    assert change("izmir", "capitalize-first", english=False, turkic=True) == "İzmir"


@pytest.mark.parametrize("case", ["title", "sentence", "capitalize-all", "uppercase"])
def test_hostile(case: str) -> None:
    start = process_time()
    change("a " * 20_000, case, english=True)
    change(marks.NO_CASE * 3_000 + "a", case, english=True)
    change((marks.NO_CASE + "a" + marks.CLOSE) * 10_000, case, english=True)
    assert process_time() - start < 2
