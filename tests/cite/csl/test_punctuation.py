"""Where pieces of an entry meet."""

from __future__ import annotations

from time import process_time

import pytest

from archive.cite.csl import marks
from archive.cite.csl.edges import held, quoted, released
from archive.cite.csl.marks import CLOSE, ITALIC, QUOTE, UNQUOTE
from archive.cite.csl.punctuation import settle, without_periods
from archive.cite.csl.rich_text import read

#: What is left of two signs that meet (punctuation_FullMontyPlain of the CSL test suite).
TABLE = """
    :: :   :. :   :; :;  :! !   :? ?   :, :,
    .: .:  .. .   .; .;  .! .!  .? .?  ., .,
    ;: ;   ;. ;   ;; ;   ;! !   ;? ?   ;, ;,
    !: !   !. !   !; !;  !! !   !? !?  !, !,
    ?: ?   ?. ?   ?; ?;  ?! ?!  ?? ?   ?, ?,
    ,: ,:  ,. ,.  ,; ,;  ,! ,!  ,? ,?  ,, ,
"""


_WORDS = TABLE.split()


@pytest.mark.parametrize(("signs", "left"), list(zip(_WORDS[::2], _WORDS[1::2], strict=True)))
def test_signs_that_meet(signs: str, left: str) -> None:
    assert settle(f"a{signs} b", False) == f"a{left} b"
    formatted = f"{marks.FIELD_ITALIC}a{signs[0]}{CLOSE}{signs[1]} b"
    assert settle(formatted, False).replace(CLOSE, "") == f"{marks.FIELD_ITALIC}a{left} b"


def show(text: str) -> str:
    shown = {QUOTE: "“", UNQUOTE: "”", marks.SINGLE: "‘", ITALIC: "<", CLOSE: ">"}
    shown[marks.FIELD_ITALIC] = "<"
    return "".join(shown.get(char, char) for char in text.translate(marks.UNKEPT))


PIECES = {
    "three signs": ("a...", True, "a."),
    "a field's own signs": (read("Who?!") + ".", True, "Who?!"),
    "an ellipsis": (read("Who...") + ".", True, "Who..."),
    "spaces": ("a  b   c", True, "a b c"),
    "spaces inside and outside formatting": (f"{ITALIC}a {CLOSE} b", True, "<a > b"),
    "into quotation marks": (quoted("a", True) + ",", True, "“a,”"),
    "colons stay outside": (quoted("a", True) + ":", True, "“a”:"),
    "not in every language": (quoted("a", False) + ",", False, "“a”,"),
    "out of them": (quoted("a,", False) + " b", False, "“a”, b"),
    "a question mark in them": (quoted("a?", True) + ".", True, "“a?”"),
    "a question mark in them and a comma": (quoted("a?", True) + ",", True, "“a?,”"),
    "a question mark in them, else": (quoted("a?", False) + ".", False, "“a?”."),
    "a full stop in them, else": (quoted("a.", False) + ".", False, "“a.”"),
    "into the innermost": (read("“a ‘b’”") + ".", True, "“a ‘b.””"),
    "past formatting": (f"{ITALIC}{read('“a”')}{CLOSE}.", True, "<“a.”>"),
    "not into formatting": (quoted(read("<i>a</i>"), True) + ".", True, "“<a>.”"),
    "not inside a field": (read("“a”, “b”") + ",", True, "“a”, “b,”"),
    "a field's own sign after a quotation": (read("“a”.") + ".", True, "“a”."),
    "a colon gives way, then goes in": (quoted("a", True) + ":! b", True, "“a!” b"),
    "two signs after a quotation": (quoted("a", True) + ",.", True, "“a,.”"),
    "formatted, with its own suffix": (f"{ITALIC}{held('a?')}{CLOSE}.", True, "<a?>."),
    "formatted, the same sign": (f"{ITALIC}{held('a.')}{CLOSE}.", True, "<a.>"),
    "formatted, in a group": (released(f"{ITALIC}{held('a?')}{CLOSE}") + ".", True, "<a?>"),
    "formatted by the field": (read("<i>a?</i>") + ".", True, "<a?>"),
}


@pytest.mark.parametrize(("text", "in_quotes", "shown"), PIECES.values(), ids=PIECES.keys())
def test_settle(text: str, in_quotes: bool, shown: str) -> None:
    settled = settle(text, in_quotes)
    assert show(settled) == shown
    assert settle(settled, in_quotes) == settled or "..." in shown


BRACKETS = {
    "alone": ("(a)", "(a)"),
    "in others": ("(a (b))", "(a [b])"),
    "three deep": ("(a (b (c)))", "(a [b (c)])"),
    "side by side": ("(a) (b)", "(a) (b)"),
    "closing more than there are": ("a) (b)", "a) (b)"),
}


@pytest.mark.parametrize(("text", "nested"), BRACKETS.values(), ids=BRACKETS.keys())
def test_brackets_in_brackets(text: str, nested: str) -> None:
    marked = text.translate(marks.BRACKETS)
    assert settle(marked, True, nested=True) == nested
    assert settle(marked, True) == text
    assert settle(text, True, nested=True) == text


def test_without_periods() -> None:
    assert without_periods(read("ed. by A.B. a.b...")) == "ed by AB a.b"


HOSTILE = {
    "signs": ".,;:!?" * 10_000,
    "the same sign": "." * 50_000,
    "spaces": " " * 50_000,
    "closed quotations": UNQUOTE * 20_000 + ".," * 20_000,
    "quotations and signs": (UNQUOTE + ",") * 20_000,
    "closing marks": "." + CLOSE * 50_000,
    "signs apart": ("." + CLOSE * 50) * 1_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("in_quotes", [True, False])
def test_hostile(text: str, in_quotes: bool) -> None:
    start = process_time()
    assert len(settle(text, in_quotes)) <= len(text)
    assert process_time() - start < 2
