"""Any item in any style: something is printed, and nothing that its reader could not take."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from archive.cite.csl import Cite, Cluster, Processor, Style, items, writers
from archive.errors import ArchiveError
from cite.csl import every_style
from cite.csl.agreement import sample

STYLES = (
    "apa",
    "chicago-notes-bibliography",
    "ieee",
    "modern-language-association",
    "din-1505-2-alphanumeric",
    "oscola",
)
TYPES = ("article-newspaper", "book", "chapter", "legal_case", "webpage", "no-such-type", "")
SCRAPS = st.sampled_from(
    [
        "<i>", "</i>", "<b>", "</b>", "<sc>", "</sc>", "<sup>", '<span class="nocase">', "</span>",
        '"', "'", "“", "”", "«", "»", "&", "<", ">", "<script>", "]]>", "\\", "{", "}", "_", "*",
        "?", "!", ".", ":", ", ", "  ", "\u00a0", "\t", "\n", "\x00", "\x1b[31m", "\x85", "\ufdd0",
        "\ufdd1", "\ufddf", "\ufde0", "\ufde1", "\ufde6", "\ufdec", "\uffff", "\x01", "\x02",
        "\ud800", "\u202e", "السلام", "水", "O’Neil", "de la ", "2008", "1-3", "XIV", "rain", "ß",
    ]
)  # fmt: skip
TEXTS = st.lists(SCRAPS | st.text(max_size=6), max_size=8).map("".join)
NUMBERS = st.integers(-(10**6), 10**20) | st.floats(allow_nan=True)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
NAME = st.fixed_dictionaries(
    {},
    optional={
        "family": TEXTS,
        "given": TEXTS,
        "literal": TEXTS,
        "suffix": TEXTS,
        "dropping-particle": TEXTS,
        "non-dropping-particle": TEXTS,
        "comma-suffix": st.booleans(),
        "static-ordering": JSON,
        "isInstitution": JSON,
    },
)
PARTS = st.lists(st.lists(st.integers(-50, 3000) | TEXTS, max_size=4), max_size=3)
DATE = TEXTS | st.fixed_dictionaries(
    {},
    optional={"date-parts": PARTS, "literal": TEXTS, "raw": TEXTS, "season": JSON, "circa": JSON},
)
ITEM: dict[str, st.SearchStrategy[Any]] = {
    **{name: st.lists(NAME, max_size=4) for name in ("author", "editor", "translator")},
    **dict.fromkeys(("issued", "accessed", "original-date"), DATE),
    **dict.fromkeys(sorted(items._TEXTS), TEXTS),
    "language": st.sampled_from(["en", "de", "fr-CA", "zh", "ar", "x", ""]) | TEXTS,
    "type": st.sampled_from(TYPES),
}
ITEMS = st.lists(st.fixed_dictionaries({}, optional=ITEM), min_size=1, max_size=4)
WRONG = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("id", "type", "author", "issued", "title", "page", "note"), JSON),
)
CITE = st.tuples(TEXTS, st.sampled_from(["page", "chapter", "sub-verbo", "x"]), TEXTS, TEXTS)

_style = cache(Style)


def printed(style: str, given: list[dict[str, Any]], cites: list[Any]) -> Processor:
    """A document that cites every item, some of them again; its output is looked at."""
    processor = Processor(_style(style), given)
    ids = list(processor.items)
    for number, (locator, label, prefix, suffix) in enumerate(cites, 1):
        cite = Cite(ids[number % len(ids)], locator, label, prefix, suffix)
        processor.append(Cluster((cite,), note=number))
    processor.append(Cluster(tuple(map(Cite, ids)), note=len(cites) + 1))
    bibliography = processor.bibliography()
    if processor.style.bibliography is not None:
        there = [*(entry.id for entry in bibliography.entries), *bibliography.omitted]
        assert sorted(there) == sorted(ids)
    for tree in [*processor.citations(), *(entry.tree for entry in bibliography.entries)]:
        assert writers.load("text").write(tree).strip()
        for name in writers.WRITERS:
            fit_to_print(name, writers.load(name).write(tree))
    return processor


def fit_to_print(form: str, text: str) -> None:
    """No control characters nor what stands for nothing; HTML is well-formed, and has no more
    elements than ours.
    """
    if form == "ansi":  # its own sequences, and no others
        text = re.sub("\x1b\\[[0-9;]*m|\x1b]8;;[!-~]*\x1b\\\\", "", text)
    for char in text:
        assert char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs"), (form, text)
        assert not "\ufdd0" <= char <= "\ufdef", (form, text)
        assert ord(char) & 0xFFFE != 0xFFFE, (form, text)
    if form == "html":
        root = etree.fromstring(f"<div>{text}</div>")
        known = {"div", "i", "em", "b", "span", "sup", "sub", "a", "bdi"}
        assert {element.tag for element in root.iter()} <= known


few = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("style", STYLES)
@few
@given(given=ITEMS, cites=st.lists(CITE, max_size=3))
def test_any_item(style: str, given: list[dict[str, Any]], cites: list[Any]) -> None:
    numbered = [{**item, "id": f"i{number}"} for number, item in enumerate(given)]
    printed(style, numbered, cites)


@few
@given(given=st.lists(WRONG, max_size=3))
def test_any_json(given: list[dict[str, Any]]) -> None:
    """Wrong items are told with an error of ours; what is taken, is printed."""
    with contextlib.suppress(ArchiveError):
        printed("apa", [{"id": "a", "title": "Rain"}, *given], [])


@pytest.mark.parametrize("path", sample(12, seed=2008), ids=lambda path: path.stem)
def test_any_style(path: Path) -> None:
    """``make csl-every-style`` does the same with all of them."""
    assert every_style.faults(path, every_style.items()) == []
