"""With marks of quoting or Markdown a text says the same, and no character of it is lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.attribution.articles import articles
from archive.attribution.blocks import split, widened
from archive.model.article import Article, Expansion
from archive.model.document import Bounds, Document
from archive.model.facts import facts
from archive.read import document
from attribution.articles_table import BODY, DISTRIBUTION, GRANT, NOTE, SOURCE_LINE, TITLE

ARTICLE = f"{TITLE}\n\nby Ola Nordmann\n\n{BODY}\n{NOTE} {DISTRIBUTION}\n\n{SOURCE_LINE}. {GRANT}\n"
MARKS = {
    "one mark": "> ",
    "no space": ">",
    "nested": ">> ",
    "nested with spaces": "> > ",
    "three deep": "> >> ",
}


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS.keys())
@pytest.mark.parametrize("before", ["", f"{MARKS['one mark']}\n"], ids=["", "a mark alone"])
def test_says_the_same(mark: str, before: str) -> None:
    text = before + "".join(f"{mark}{line}".rstrip() + "\n" for line in ARTICLE.split("\n"))
    source = document(text.encode(), "rain.txt")
    (found,), (plain,) = articles(source), articles(document(ARTICLE.encode(), "rain.txt"))
    assert said(found) == said(plain)
    assert [b.kind for b in found.blocks] == [b.kind for b in plain.blocks]
    assert_whole(source, found)


MARKDOWN = (
    f"# {TITLE}\n\n*by **Ola Nordmann***\n\n{BODY}\n*{NOTE}* _{DISTRIBUTION}_\n\n"
    f"*{SOURCE_LINE}. {GRANT}*\n\n[rain]: https://rain.example\n"
)
IN_MARKDOWN = {
    "emphasis": MARKDOWN,
    "front matter": f"---\ntitle: Another\n---\n\n{MARKDOWN}",
    "links": MARKDOWN.replace("the valley", "[the valley](https://valley.example/a_b)"),
    "quoted": "".join(f"> {line}\n" for line in MARKDOWN.split("\n")),
}


@pytest.mark.parametrize("text", IN_MARKDOWN.values(), ids=IN_MARKDOWN.keys())
def test_says_the_same_in_markdown(text: str) -> None:
    source = document(text.encode(), "rain.md")
    (found,), (plain,) = articles(source), articles(document(ARTICLE.encode(), "rain.txt"))
    assert said(found) == said(plain)
    assert [b.kind for b in found.blocks] == [b.kind for b in plain.blocks]
    assert_whole(source, found)


def said(article: Article) -> list[object]:
    """All values but expansions, which are places in the source, and what metadata claims."""
    stated = facts(replace(article, claims=()))
    return [(f, v.value) for f, v in stated if not isinstance(v.value, Expansion)]


def assert_whole(source: Document, found: Article) -> None:
    """Blocks carry every character but white space once, and segments each of their block."""
    bounds = [(b.span.start, b.span.end) for b in found.blocks]
    extent = found.extent
    whole = (extent.start, extent.end) if extent else (0, len(source.text))
    assert_carried(source.text, whole, bounds)
    for block in found.blocks:
        inside = [(s.span.start, s.span.end) for s in block.segments]
        if inside:
            assert_carried(source.text, (block.span.start, block.span.end), inside)


def assert_carried(text: str, within: Bounds, runs: list[Bounds]) -> None:
    ends = [(within[0], within[0]), *runs, (within[1], within[1])]
    for (_, before), (behind, _) in pairwise(ends):
        assert before <= behind
        assert not text[before:behind].strip()
    for start, end in runs:
        assert text[start:end] == text[start:end].strip() != ""


WIDENED = {
    "marks of the line": ("> A\n> B", "  A\n  B", ["> A", "> B"]),
    "a line of marks alone": ("> A\n>\n> B", "  A\n \n  B", ["> A\n>", "> B"]),
    "over the first": (">\n> A", " \n  A", [">\n> A"]),
    "under the last": ("> A\n>\n", "  A\n \n", ["> A\n>"]),
    "behind the words": ("*A*\n\n*B*", " A \n\n B ", ["*A*", "*B*"]),
    "nothing blanked": ("A\n\nB", "", ["A", "B"]),
}


@pytest.mark.parametrize(("text", "prose", "runs"), WIDENED.values(), ids=WIDENED.keys())
def test_widened(text: str, prose: str, runs: list[str]) -> None:
    source = replace(document(b"A", "a.txt"), text=text, blanked=prose)
    bounds = split(source.prose)
    found = widened(source, bounds, (0, len(text)))
    assert [text[slice(*run)] for run in found] == runs


@given(st.lists(st.sampled_from(["> ", "*", "\n", "A", "b", " "]), max_size=30).map("".join))
def test_widened_runs_carry_all(text: str) -> None:
    prose = text.replace(">", " ").replace("*", " ")
    source = replace(document(b"A", "a.txt"), text=text, blanked=prose)
    bounds = split(prose)
    if bounds:
        assert_carried(text, (0, len(text)), widened(source, bounds, (0, len(text))))
