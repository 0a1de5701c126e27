"""Marked text: punctuation, plain text, HTML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.cite.rich import (
    CLOSE,
    ITALIC,
    LESS_THAN,
    QUOTE_ENDED,
    QUOTE_ENDS,
    SMALL_CAPITALS,
    settle,
    to_html,
    to_text,
)

END = f"{QUOTE_ENDS}”{QUOTE_ENDED}"
SETTLED = {
    "a full stop goes inside": (f"“A{END}. B", "“A.” B"),
    "a comma goes inside": (f"“A{END}, B", "“A,” B"),
    "through the end of italics": (f"“A{END}{CLOSE}.", "“A.”"),
    "a colon stays outside": (f"“A{END}: B", "“A”: B"),
    "a title that ends with a full stop": (f"“A.{END}. B", "“A.” B"),
    "a title that ends with a question mark": (f"“A?{END}. B", "“A?” B"),
    "a comma after a question": (f"“A?{END}, B", "“A?,” B"),
    "quotation marks that draw nothing": ("‘A’. B", "‘A’. B"),
    "italics that end with a full stop": (f"{ITALIC}A.{CLOSE}. B", "A. B"),
    "a question in italics": (f"{ITALIC}A?{CLOSE}. B", "A? B"),
    "a question and an ellipsis": ("A?... B", "A?... B"),
    "space around": (" A ", "A"),
}


@pytest.mark.parametrize(("marked", "text"), SETTLED.values(), ids=SETTLED.keys())
def test_settle(marked: str, text: str) -> None:
    assert to_text(settle(marked)) == text


HTML = {
    "italics": (f"{ITALIC}A{CLOSE}", "<i>A</i>"),
    "nested": (
        f"{SMALL_CAPITALS}A {ITALIC}B{CLOSE}{CLOSE}",
        '<span style="font-variant: small-caps">A <i>B</i></span>',
    ),
    "never closed": (f"{ITALIC}A", "<i>A</i>"),
    "never opened": (f"A{CLOSE}", "A"),
    "escaped once": (f"{LESS_THAN}b> & &amp; \"q\" 'q'", "&lt;b&gt; &amp; &amp;amp; \"q\" 'q'"),
}


@pytest.mark.parametrize(("marked", "html"), HTML.values(), ids=HTML.keys())
def test_to_html(marked: str, html: str) -> None:
    assert to_html(marked) == html


@given(st.text(st.sampled_from(f'ab<>&.,?"{ITALIC}{SMALL_CAPITALS}{CLOSE}{QUOTE_ENDS}{LESS_THAN}')))
def test_tags_are_balanced(marked: str) -> None:
    opened: list[str] = []
    for slash, name in re.findall("<(/?)([a-z]+)", to_html(marked)):
        if slash:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert not opened
