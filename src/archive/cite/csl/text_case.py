"""Text-case: what a style may ask of the case of a text (CSL 1.0.2, "Text-case").

The conversions work on marked text. They leave alone what is to keep its case: ``NO_CASE`` spans,
and, as in citeproc-js, small capitals, what is raised or lowered, and ``NO_DECORATION`` spans.
Where the specification and the test suite differ (a word in capitals keeps them in title case; in
sentence case every word but the first loses them), the test suite is followed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from archive.cite.csl import marks

#: Words that title case leaves in lower case: stop-words.json of the CSL schema, and articles,
#: conjunctions, particles and abbreviations, which citeproc-js has besides. Only single words:
#: the parts of "according to" and the like are looked at one by one.
_STOP_WORDS = """
    a an the and but for nor or so yet
    about above across afore after against al along alongside amid amidst among amongst anenst
    apropos apud around as aside astride at athwart atop barring before behind below beneath beside
    besides between beyond by circa despite down during et except forenenst from given in inside
    into lest like modulo near next notwithstanding of off on onto out over per plus pro qua sans
    since than through throughout thru thruout till to toward towards under underneath until unto
    up upon v versus via vs with within without
    c ca d de van von
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

_PROTECTED = (
    marks.NO_CASE + marks.NO_DECORATION + marks.SMALL_CAPS + marks.FIELD_SMALL_CAPS
    + marks.SUPERSCRIPT + marks.SUBSCRIPT
)  # fmt: skip
_SPACE = " \u00a0\u2000-\u200b\u205f\u3000"
_SIGN = "‘’“”\"'–—/.,;?!:()" + "".join(marks.KEPT.values())
# A word ends at a space, a mark or one of these signs; a hyphen parts it, too.
_TOKEN = re.compile(
    f"[^{_SPACE}{marks.ANY}{_SIGN}\\[\\]-]+|[{_SPACE}]+|[{marks.ANY}{_SIGN}\\[\\]-]"
)
_NOT_WORD = frozenset(
    "".join(map(chr, range(0xFDD0, 0xFDF0))) + "\ufffe\uffff" + _SIGN + "[]-"
    + " \u00a0\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200C)))
)  # fmt: skip
_ANY_PROTECTED = re.compile(f"[{_PROTECTED}]")
_NEW_START = frozenset("?!:" + "".join(marks.KEPT[sign] for sign in "?!:"))
_CHARACTERS = frozenset("’'\"‘“”")  # quotation marks that opened or closed nothing
_GREEK = re.compile("[\u0370-\u03ff]")

_CACHED = 1 << 12


@lru_cache(_CACHED)
def change(text: str, case: str, english: bool, turkic: bool = False) -> str:
    """Change the case of marked text.

    Args:
        text: any marked text.
        case: a value of ``text-case``; any other changes nothing.
        english: the item is in English; otherwise title case changes nothing.
        turkic: of ``i`` with and without a dot the capital has one or has none, too.

    Returns:
        Marked text.
    """
    changed = _change(
        text.replace("İ", "i") if turkic and case == "lowercase" else text, case, english
    )
    if turkic and len(changed) == len(text):
        return "".join(map(_dotted, text, changed))
    return changed


def _dotted(before: str, after: str) -> str:
    return {"iI": "İ", "Ii": "ı"}.get(before + after, after)


def _change(text: str, case: str, english: bool) -> str:
    if case == "lowercase":
        return _throughout(text, str.lower)
    if case == "uppercase":
        return _throughout(text, str.upper)
    if case == "title":
        return _title(text) if english else text
    rule = _RULES.get(case)
    return _by_word(text, rule) if rule else text


def capitalized(word: str) -> str:
    """The word with a capital, but for a Greek letter alone, which is a symbol."""
    if len(word) == 1 and _GREEK.match(word):
        return word
    return word[:1].upper() + word[1:]


@dataclass(slots=True)
class _Token:
    """A piece of a text.

    ``word``: it is a word outside what is protected; ``joined``: an apostrophe or an orphaned
    quotation mark goes right before it; ``protected``: it is a span that keeps its case.
    """

    text: str
    word: bool = False
    joined: bool = False
    protected: bool = False


def _throughout(text: str, convert: Callable[[str], str]) -> str:
    if not _ANY_PROTECTED.search(text):
        return convert(text)
    return "".join(part if protected else convert(part) for part, protected in _parts(text))


def _parts(text: str) -> list[tuple[str, bool]]:
    """The text in parts, each with whether it is protected; no part is empty."""
    parts: list[tuple[str, bool]] = []
    end = 0
    while match := _ANY_PROTECTED.search(text, end):
        if match.start() > end:
            parts.append((text[end : match.start()], False))
        end = marks.end_of_span(text, match.start())
        parts.append((text[match.start() : end], True))
    if end < len(text):
        parts.append((text[end:], False))
    return parts


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    for part, protected in _parts(text):
        if protected:
            tokens.append(_Token(part, protected=True))
            continue
        before = ""
        for piece in _TOKEN.findall(part):
            word = piece[0] not in _NOT_WORD
            tokens.append(_Token(piece, word=word, joined=word and before in _CHARACTERS))
            before = piece
    return tokens


def _capitalize_lower(word: str) -> str:
    return capitalized(word) if word == word.lower() else word


def _lower_rest(word: str) -> str:
    return word[:1] + word[1:].lower()


#: What becomes of the first word, of the others, and of one after an apostrophe.
_Rule = tuple[Callable[[str], str], Callable[[str], str], Callable[[str], str]]
_RULES: dict[str, _Rule] = {
    "capitalize-first": (_capitalize_lower, str, str),
    "capitalize-all": (_capitalize_lower, _capitalize_lower, str),
    "sentence": (capitalized, str.lower, _lower_rest),
}


def _by_word(text: str, rule: _Rule) -> str:
    first, other, joined = rule
    convert = first
    tokens = _tokens(text)
    for token in tokens:
        if token.word:
            token.text = joined(token.text) if token.joined else convert(token.text)
        if token.word or token.protected:
            convert = other
    return "".join(token.text for token in tokens)


def _title(text: str) -> str:
    """Title case: a capital for words in lower case that are not stop words.

    Stop words and single letters get one at the beginning, after a colon, question or exclamation
    mark, and stop words at the end. As in citeproc-js a stop word before the first hyphen gets one,
    too, if no other sign stands before.
    """
    tokens = _tokens(text)
    start = True
    only_words = True
    last: _Token | None = None
    for place, token in enumerate(tokens):
        if token.word:
            before_hyphen = only_words and place + 1 < len(tokens) and tokens[place + 1].text == "-"
            wanted = start or before_hyphen or _is_title_word(token.text)
            if wanted and not token.joined:
                token.text = _capitalize_lower(token.text)
            last = None if token.joined else token
            start = False
        elif token.protected:
            last = None
            start = token.text.rstrip(marks.CLOSING)[-1:] in _NEW_START
            only_words = False
        elif token.text.strip():
            only_words = False
            start = start or token.text in _NEW_START
    if last and len(last.text) > 1 and last.text.lower() in STOP_WORDS:
        last.text = capitalized(last.text)
    return "".join(token.text for token in tokens)


def _is_title_word(word: str) -> bool:
    return len(word) > 1 and word.lower() not in STOP_WORDS
