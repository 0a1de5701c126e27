"""Fields of CSL-JSON and affixes as marked text."""

from __future__ import annotations

from time import process_time

import pytest

from archive.cite.csl import marks
from archive.cite.csl.rich_text import (
    affix,
    cite_prefix,
    cite_suffix,
    ends_sentence,
    number,
    read,
    reader,
)
from archive.cite.csl.tree import Quotes

#: Marked text as a reader can read it: quotation marks as « » and ‹ ›, formatting in brackets.
SHOWN = {
    marks.QUOTE: "«",
    marks.SINGLE: "‹",
    marks.UNQUOTE: "»",
    marks.FIELD_ITALIC: "[i:",
    marks.FIELD_BOLD: "[b:",
    marks.FIELD_SMALL_CAPS: "[sc:",
    marks.SUPERSCRIPT: "[sup:",
    marks.SUBSCRIPT: "[sub:",
    marks.NO_CASE: "[nocase:",
    marks.NO_DECORATION: "[nodecor:",
    marks.CLOSE: "]",
}

CASES = {
    "plain": ("A plain title", "A plain title"),
    "italics": ("On <i>E. coli</i>", "On [i:E. coli]"),
    "nested": ("<b>a <i>b</i></b>", "[b:a [i:b]]"),
    "small capitals": ("<sc>a</sc>", "[sc:a]"),
    "small capitals as a span": ('<span style="font-variant: small-caps;">a</span>', "[sc:a]"),
    "raised": ("m<sup>2</sup>, H<sub>2</sub>O", "m[sup:2], H[sub:2]O"),
    "no case": ('<span class="nocase">a</span>', "[nocase:a]"),
    "no decoration": ('<span class="nodecor">a</span>', "[nodecor:a]"),
    "not closed": ("a <i>b", "a <i>b"),
    "not opened": ("a</i> b", "a</i> b"),
    "crossing": ("<b><i>x</b></i>", "[b:<i>x]</i>"),
    "unknown": ("a <u>b</u> & c", "a <u>b</u> & c"),
    "straight quotation marks": ('a "b" c', "a «b» c"),
    "single ones": ("a 'b' c", "a «b» c"),
    "single in double": ("\"a 'b' c\"", "«a ‹b» c»"),
    "single after double": ("\"a\" 'b'", "«a» ‹b»"),
    "typographic": ("“a” ‘b’", "«a» ‹b»"),
    "apostrophes": ("don't o’clock dogs' '90s", "don’t o’clock dogs’ ’90s"),
    "apostrophe, then quotation marks": ('\'tis the "season"', "’tis the «season»"),
    "inches": ('a 5" disk', 'a 5" disk'),
    "inches in italics": ('<i>a 5" disk</i>', '[i:a 5" disk]'),
    "apostrophe in italics": ("<i>dogs’ bones</i>", "[i:dogs’ bones]"),
    "in brackets": ('a ("b") c', "a («b») c"),
    "around italics": ('"<i>a</i>"', "«[i:a]»"),
    "inside italics": ('<i>"a" b</i>', "[i:«a» b]"),
    "never closed": ('a "b', 'a "b'),
    "spaces before signs": ("a : b ? « c »", "a\u202f: b\u202f? «\u202fc\u202f»"),
    "two spaces": ("a  b", "a\u00a0 b"),
    "control characters": ("a\x00\ufdd1b\ufffe", "ab"),
}


@pytest.mark.parametrize(("value", "shown"), CASES.values(), ids=CASES.keys())
def test_read(value: str, shown: str) -> None:
    marked = read(value)
    assert "".join(SHOWN.get(char, char) for char in marked.translate(marks.UNKEPT)) == shown
    opened = sum(marked.count(mark) for mark in marks.OPENING + marks.QUOTE + marks.SINGLE)
    assert opened == marked.count(marks.CLOSE) + marked.count(marks.UNQUOTE)


def test_other_languages() -> None:
    german = reader(Quotes("„", "“", "‚", "‘"))
    assert german("„a“ b") == f"{marks.QUOTE}a{marks.UNQUOTE} b"
    assert read("„a“ b") == "„a“ b"


KEPT = {
    "one sign": ("Who?", "Who?"),
    "two signs": ("Who?!", f"Who{marks.KEPT['?']}!"),
    "an ellipsis": ("Who...", f"Who{marks.KEPT['.'] * 2}."),
    "after a quotation": ("“a”, b", f"{marks.QUOTE}a{marks.UNQUOTE}{marks.KEPT[',']} b"),
}


@pytest.mark.parametrize(("value", "marked"), KEPT.values(), ids=KEPT.keys())
def test_signs_of_a_field_are_kept(value: str, marked: str) -> None:
    assert read(value) == marked


def test_affix() -> None:
    assert affix('<i>"a"  ') == '<i>"a"\u00a0 '
    assert affix("...") == f".{marks.KEPT['.']}."


PREFIXES = {
    "a word": ("see", "see "),
    "a space already": ("see ", "see "),
    "a sign": ("See:", "See: "),
    "a bracket": ("(", "("),
    "a closing bracket": ("(a)", "(a) "),
    "formatted": ("<i>see</i>", "<i>see</i> "),
    "spaces": ("see   also", "see also "),
    "CJK": ("参见", "参见"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("value", "spaced"), PREFIXES.values(), ids=PREFIXES.keys())
def test_prefix_of_a_cite(value: str, spaced: str) -> None:
    assert cite_prefix(value) == spaced


def test_number() -> None:
    assert number("1<sup>er</sup>\ufdd1", read) == "1<sup>er</sup>"
    assert number("s.v. 'a'", read) == read("s.v. 'a'")


def test_prefix_that_ends_a_sentence() -> None:
    assert ends_sentence("This has been <i>said.</i> ")
    assert not ends_sentence("See.")
    assert not ends_sentence("see also")
    assert not ends_sentence("")


SUFFIXES = {
    "a word": ("a", " a"),
    "a sign": (", a", ", a"),
    "a bracket": ("[a]", " [a]"),
    "": ("", ""),
}


@pytest.mark.parametrize(("value", "spaced"), SUFFIXES.values(), ids=SUFFIXES.keys())
def test_suffix_of_a_cite(value: str, spaced: str) -> None:
    assert cite_suffix(value) == spaced


HOSTILE = {
    "quotation marks": '"' * 20_000,
    "opening ones": ' "' * 20_000,
    "apostrophes": "'" * 20_000,
    "tags never closed": "<i>" * 10_000,
    "tags never opened": "</i>" * 10_000,
    "spans never ended": '<span class="nocase"' * 5_000,
    "quotation marks in tags": '<i>"' * 10_000,
    "spaces": "<span" + " " * 50_000,
}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile(value: str) -> None:
    start = process_time()
    assert len(read(value)) <= len(value)
    assert process_time() - start < 2
