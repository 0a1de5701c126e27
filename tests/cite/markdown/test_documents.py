"""Documents taken apart and put together again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.cite.csl.locale import Locale
from archive.cite.markdown import document, page, reading, writing
from archive.cite.markdown.locators import Terms
from archive.cite.markdown.reading import Manuscript, order
from archive.cite.markdown.writing import Printed

TERMS = Terms([Locale.load("en-US")])


def read(text: str) -> Manuscript:
    return reading.read(text, TERMS)


def printed(manuscript: Manuscript, *, notes: bool) -> dict[int, Printed]:
    """Every citation printed as its keys: in brackets, or in a note that ends with a full stop."""
    made = {}
    for citation, number, inside in order(manuscript, notes=notes):
        keys = "+".join(cite.id for cite in citation.cites)
        if notes and not inside:
            text = keys if citation.composite else ""
            made[citation.start] = Printed(text, note=f"{number}: {keys}.")
        else:
            text = f"{keys}." if notes else f"({keys})"
            made[citation.start] = Printed(text, inside=inside)
    return made


WHERE = {
    "paragraphs": ("[@a]\n\n[@b]\nand\n[@c]", ["[@a]", "[@b]", "[@c]"]),
    "a heading": ("# On @a #\n\nOn @b\n=====\n", ["@a", "@b"]),
    "a quotation": ("> says [@a,\n> p. 3] so\nlazily @b", ["[@a,\n> p. 3]", "@b"]),
    "lists": ("- @a\n\n  @b\n\n1. @c\n", ["@a", "@b", "@c"]),
    "cells": ("| a | b |\n|---|---|\n| @a \\| x | @b |\n", ["@a", "@b"]),
    "code that is fenced": ("```\n@a\n```\n~~~ {.x}\n[@b]\n~~~\n@c", ["@c"]),
    "code that is indented": ("x\n\n    @a\n\n@b", ["@b"]),
    "code in a list": ("- x\n\n      @a\n\n  @b", ["@b"]),
    "HTML": ("<div>\n@a\n</div>\n\n<!--\n@b\n-->\n\n@c", ["@c"]),
    "the head": ("---\ntitle: by @a\n---\n\n@b", ["@b"]),
    "lines that end otherwise": ("[@a]\r\n\r\n[@b]", ["[@a]", "[@b]"]),
    "a tab before it": ("-\t@a\n\t@b", ["@a", "@b"]),
}


@pytest.mark.parametrize(("text", "stretches"), WHERE.values(), ids=WHERE.keys())
def test_where(text: str, stretches: list[str]) -> None:
    made = read(text)
    assert [made.text[one.start : one.end] for one in made.citations()] == stretches
    for one in made.citations():
        assert [made.text[place] for place in one.places] == ["@"] * len(one.cites)


NOTES = {
    "in the text": ("@a and [@b]", "a1 b2"),
    "a note between": ("[@a] x[^n] [@b]\n\n[^n]: See @c.", "a1 c2 b3"),
    "a note called twice": ("x[^n] [@a] y[^n]\n\n[^n]: See @c.", "c1 a2"),
    "a note of several blocks": ("x[^n] [@a]\n\n[^n]: See @c.\n\n    And @d.\n", "c1 d1 a2"),
    "a note in place": ("[@a]^[See @b.] [@c]", "a1 b2 c3"),
    "a note without citations counts": ("x[^n] [@a]\n\n[^n]: Nothing.", "a2"),
    "a note that nothing calls comes last": ("[^n]: See @c.\n\n[@a]", "a1 c2"),
}


@pytest.mark.parametrize(("text", "numbered"), NOTES.values(), ids=NOTES.keys())
def test_the_order_of_reading(text: str, numbered: str) -> None:
    made = order(read(text), notes=True)
    assert " ".join(f"{c.cites[0].id}{number}" for c, number, _ in made) == numbered


def test_a_style_without_notes_numbers_only_what_is_in_notes() -> None:
    made = order(read("[@a] x[^n] [@b]\n\n[^n]: See @c."), notes=False)
    assert [(c.cites[0].id, number, inside) for c, number, inside in made] == [
        ("a", 0, False),
        ("c", 1, True),
        ("b", 0, False),
    ]


LISTS = {
    "at the end": ("A [@a].\n", "A (a).\n\nLIST\n"),
    "of a text that ends in no line": ("A [@a].", "A (a).\n\nLIST\n"),
    "under a heading": (
        "A [@a].\n\n# References\n\n# After\n\nB",
        "A (a).\n\n# References\n\nLIST\n\n# After\n\nB",
    ),
    "under one with attributes": (
        "[@a]\n\n## Works *Cited* {.x}\n",
        "(a)\n\n## Works *Cited* {.x}\n\nLIST\n",
    ),
    "under one in German": ("[@a]\n\n# Literatur\n", "(a)\n\n# Literatur\n\nLIST\n"),
    "before what is cited": (
        "# References\n\n# Text\n\n[@a]",
        "# References\n\nLIST\n\n# Text\n\n(a)",
    ),
    "in a block": (
        "[@a]\n\n::: {#refs}\n:::\n\nB",
        "(a)\n\n::: {#refs}\n\nLIST\n\n:::\n\nB",
    ),
    "in a block of HTML": (
        '[@a]\n\n<div id="refs"></div>\n\nB',
        '(a)\n\n<div id="refs">\n\nLIST\n\n</div>\n\nB',
    ),
    "the block goes before the heading": (
        "::: {#refs}\n:::\n\n# References\n\n[@a]",
        "::: {#refs}\n\nLIST\n\n:::\n\n# References\n\n(a)",
    ),
    "a heading in code is none": (
        "[@a]\n\n```\n# References\n::: {#refs}\n:::\n```\n",
        "(a)\n\n```\n# References\n::: {#refs}\n:::\n```\n\nLIST\n",
    ),
}


@pytest.mark.parametrize(("text", "written"), LISTS.values(), ids=LISTS.keys())
def test_the_place_of_the_list(text: str, written: str) -> None:
    made = read(text)
    assert writing.write(made, printed(made, notes=False), "LIST").rstrip("\n") == written.rstrip()


WITH_NOTES = {
    "it follows the punctuation": ("It rains [@a]. So\n", "It rains.[^cite-1] So\n"),
    "and quotation marks do not": ('"It rains" [@a]; so\n', '"It rains";[^cite-1] so\n'),
    "a decimal point is none": ("x [@a].5\n", "x[^cite-1].5\n"),
    "a line that begins with it": ("x\n[@a], y\n", "x,[^cite-1] y\n"),
    "a paragraph that begins with it": ("x\n\n[@a] y\n", "x\n\n[^cite-1] y\n"),
    "in a quotation": ("> x\n> [@a].\n", "> x.[^cite-1]\n"),
    "a composite": ("As @a [p. 3]. So\n", "As a[^cite-1]. So\n"),
    "a sentence of its own": ("It rains. [@a]. So\n", "It rains.[^cite-1]. So\n"),
}


@pytest.mark.parametrize(("text", "written"), WITH_NOTES.values(), ids=WITH_NOTES.keys())
def test_notes_are_made(text: str, written: str) -> None:
    made = read(text)
    assert writing.write(made, printed(made, notes=True), "") == f"{written}\n[^cite-1]: 1: a.\n"


IN_NOTES = {
    "its own full stop is left out": ("x[^1]\n\n[^1]: See [@a].", "x[^1]\n\n[^1]: See a."),
    "and where the sentence goes on": (
        "x[^1]\n\n[^1]: See [@a] and [@b]; yes.",
        "x[^1]\n\n[^1]: See a and b; yes.",
    ),
    "but not at the end": ("x[^1]\n\n[^1]: See [@a]", "x[^1]\n\n[^1]: See a."),
    "nor before another sentence": ("x^[See [@a] Yes.]", "x^[See a. Yes.]"),
}


@pytest.mark.parametrize(("text", "written"), IN_NOTES.values(), ids=IN_NOTES.keys())
def test_in_a_note_it_stays(text: str, written: str) -> None:
    made = read(text)
    assert writing.write(made, printed(made, notes=True), "") == written


def test_notes_of_the_author_keep_their_labels() -> None:
    made = read("[@a] x[^cite-1]\n\n[^cite-1]: y\n")
    written = writing.write(made, printed(made, notes=True), "")
    assert sorted(re.findall(r"^\[\^(.+?)\]:", written, re.MULTILINE)) == ["cite-1", "cite-10001"]


HEAD = """---
title: "Rain: a *history*"
author:
- Ann Lee
- Bo Ek
lang: de
nocite: |
  @a, @{b c}, @*
---
x
"""


def test_the_head() -> None:
    made = read(HEAD)
    assert (made.head["title"], made.head["author"]) == ("Rain: a *history*", "Ann Lee, Bo Ek")
    assert made.uncited == ("a", "b c", "*")


def html(text: str, *, notes: bool = False, references: str = "<div>LIST</div>") -> str:
    """The body of the page, every citation printed in ``<cite>``."""
    made = read(page.clean(text))
    signs = page.Signs()

    def sign(said: str) -> str:
        return signs.put(f"<cite>{said}</cite>")

    markdown = writing.write(made, printed(made, notes=notes), signs.put_block(references), sign)
    return page.write(markdown, made, signs)


PAGES = {
    "in a line": ("*See* [@a].", "<p><em>See</em> <cite>(a)</cite>.</p>"),
    "the list is a block": ("[@a]", "</p>\n<div>LIST</div>\n</body>"),
    "in a heading": ("# On @a", "<h1>On <cite>(a)</cite></h1>"),
    "and in the title of the page": ("# On @a", "<title>On (a)</title>"),
    "in what a picture shows": ('![by @a "x"](a.png)', 'alt="by (a) &quot;x&quot;"'),
    "attributes of a heading": ("# References {#list .x}\n", '<h1 id="list">References</h1>'),
    "the head": (HEAD, '<h1>Rain: a *history*</h1>\n<p class="author">Ann Lee, Bo Ek</p>'),
    "its language": (HEAD, '<html lang="de">'),
    "what looks like a sign": ("\ufdd00\ufdd1 @a", "<p>\ufffd0\ufffd <cite>(a)</cite></p>"),
}


@pytest.mark.parametrize(("text", "piece"), PAGES.values(), ids=PAGES.keys())
def test_page(text: str, piece: str) -> None:
    assert piece in html(text)


def test_notes_of_a_page() -> None:
    made = html("It rains [@a], see @b.[^x]\n\n[^x]: Or [@c].\n", notes=True)
    text = re.sub(r"<sup[^>]*><a[^>]*>(.*?)</a></sup>", r"\1", made)
    assert "<p>It rains,[1] see <cite>b</cite>[2].[3]</p>" in text
    assert [re.sub("<[^>]+>", "", note).strip(" ↩︎") for note in re.findall("<li.*?</p>", made)] == [
        "1: a.",
        "2: b.",
        "Or c.",
    ]


BLOCKS = st.lists(
    st.sampled_from(
        [
            *("[@a]", "@a [p. 3]", "x", " ", "\n", "\n\n", "> ", "- ", "    ", "```\n", "# ", "|"),
            *("[^1]", "[^1]: ", "^[", "]", "<div>", "References\n", "::: {#refs}\n", ":::\n", "\t"),
            *("---\n", "`", "\\", "1. ", "\r\n", "|---|\n", "<!--", "-->", ".", "{", "}", "\0"),
        ]
    ),
    max_size=20,
).map("".join)


@given(BLOCKS)
def test_any_document(text: str) -> None:
    made = read(text)
    unchanged = {one.start: Printed(made.text[one.start : one.end]) for one in made.citations()}
    assert writing.write(made, unchanged, "") == made.text
    for notes in (False, True):
        written = writing.write(made, printed(made, notes=notes), "LIST")
        assert "LIST" in written
        assert "</html>" in html(text, notes=notes)


@given(st.text(alphabet=st.characters(exclude_characters="@")))
def test_without_an_at_sign_nothing_is_cited(text: str) -> None:
    assert read(text).citations() == []


SILENT = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>S</title><id>s</id><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout><names variable="author"/></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>"""
ITEMS: dict[str, dict[str, Any]] = {
    "a": {"id": "a", "type": "book", "title": "A", "author": [{"family": "Ek"}]},
    "b": {"id": "b", "type": "book", "author": [{"family": "Ek"}]},
    "c": {"id": "c", "type": "book", "title": "C"},
}
UNPRINTED = {
    "cited, not listed": ("[@b]", "Ek", [], ["the list has no entry for 'b'"]),
    "listed, not printed": ("---\nnocite: '@b, @a'\n---\nX", "X\n\nA\n", ["'b'"], []),
    "without names": (
        "One.\n\nTwo[-@a].",
        "Two.\n\nA\n",
        [],
        ["line 3: nothing is printed for 'a'"],
    ),
    "cited, not printed": ("One.\n\n[@c]", "", ["in line 3 the style prints nothing"], []),
}


@pytest.mark.parametrize(
    ("text", "end", "failures", "warnings"), UNPRINTED.values(), ids=UNPRINTED.keys()
)
def test_what_a_style_does_not_print_is_told(
    text: str, end: str, failures: list[str], warnings: list[str], tmp_path: Path
) -> None:
    style = tmp_path / "silent.csl"
    style.write_text(SILENT)
    made = document.write(text, ITEMS, str(style), None, "markdown")
    assert made.text.endswith(end)
    for told, words in ((made.failures, failures), (made.warnings, warnings)):
        assert len(told) == len(words)
        assert all(word in str(one) for one, word in zip(told, words, strict=True))
