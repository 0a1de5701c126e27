"""What goes round an element."""

from __future__ import annotations

import pytest

from archive.cite.csl import marks
from archive.cite.csl.formatting import Place, wrap
from archive.cite.csl.punctuation import settle
from archive.cite.csl.rich_text import read

SHOWN = {marks.QUOTE: "“", marks.UNQUOTE: "”", marks.SINGLE: "‘", marks.CLOSE: ">"}
ITALIC = {"font-style": "italic"}

CASES = {
    "nothing to do": ({}, "a.", "a."),
    "affixes": ({"prefix": "(", "suffix": ")"}, "a", "(a)"),
    "italics": (ITALIC, "a", "<a>"),
    "italics, with a suffix": ({**ITALIC, "suffix": "."}, "a?", "<a?>."),
    "no slant for Chinese": ({**ITALIC, "suffix": "."}, "中美关系", "中美关系."),
    "but bold": ({**ITALIC, "font-weight": "bold"}, "中美关系", "<中美关系>"),
    "quotation marks round fonts": ({**ITALIC, "quotes": "true"}, "a", "“<a>”"),
    "a comma goes out of them": ({"quotes": "true"}, "a,", "“a”,"),
    "quotation marks of the text": ({"quotes": "false"}, "‘a’", "“a”"),
    "their absence holds a sign": ({"quotes": "false", "suffix": "."}, "a?", "a?."),
    "case, then periods": ({"text-case": "title", "strip-periods": "true"}, "a.b. c", "A.b c"),
    "empty": ({**ITALIC, "prefix": "("}, "", ""),
}


def show(text: str) -> str:
    opening = dict.fromkeys(marks.OPENING, "<")
    return "".join({**opening, **SHOWN}.get(char, char) for char in text.translate(marks.UNKEPT))


@pytest.mark.parametrize(("attributes", "text", "shown"), CASES.values(), ids=CASES.keys())
def test_wrap(attributes: dict[str, str], text: str, shown: str) -> None:
    around = wrap(attributes)
    text = read(text)
    made = around(text, True) if around else text
    assert show(settle(made, in_quotes=False)) == shown


def test_containers() -> None:
    around = wrap({"text-case": "uppercase", "suffix": "."}, Place(container=True))
    assert around
    assert (
        show(settle(around(f"{marks.ITALIC}a{marks.KEPT['?']}{marks.CLOSE}", True), False))
        == "<a?>"
    )


def test_inside_a_macro_that_strips_periods() -> None:
    around = wrap({"suffix": "."}, Place(stripping=True))
    assert around
    assert around("ed.", True) == "ed."
