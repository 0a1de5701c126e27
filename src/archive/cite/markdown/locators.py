"""What follows a key in a citation: a locator (``, pp. 3-5``), and a suffix (``, and more``).

Source: pandoc's manual, "Citation syntax": a term of the locale for a locator, or none for a page,
then numbers; braces hold a locator that does not look like one, and empty ones say there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from archive.cite.csl.locale import Locale

#: CSL 1.0.2, appendix III, "Locators".
LOCATORS = (
    *("act", "appendix", "article-locator", "book", "canon", "chapter", "column", "elocation"),
    *("equation", "figure", "folio", "issue", "line", "note", "opus", "page", "paragraph", "part"),
    *("rule", "scene", "section", "sub-verbo", "supplement", "table", "timestamp"),
    *("title-locator", "verse", "version", "volume"),
)
_PAGE = "page"
#: "no." counts issues; pandoc has it, and the word for it, for numbers of any kind.
_ALSO = {"number": "issue", "numbers": "issue"}

_WORD = r"(?:\w+|\([\w.–-]+\)|\[[\w.–-]+\])"
_UNIT = re.compile(rf"{_WORD}(?:(?:--?|[–—:./]){_WORD})*")
_SEPARATOR = re.compile(r"\s?[,–—-]\s?|\s(?=\()")
_PIECE = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"m{0,4}(cm|cd|d?c{0,4})(xc|xl|l?x{0,4})(ix|iv|v?i{0,4})", re.IGNORECASE)
_BRACE = re.compile("[{}]")
_START = re.compile(r"\s*,?\s*")


class Located(NamedTuple):
    """A suffix, taken apart.

    Attributes:
        label: what the locator counts (``page``).
        locator: as written, without its term; empty if there is none.
        suffix: what is left, as written.
    """

    label: str
    locator: str
    suffix: str


class Terms:
    """The words for locators in some locales.

    Args:
        spoken: the locales; where they disagree about a word, the first one is right.
    """

    @classmethod
    def of(cls, locale: Locale) -> Terms:
        """The words in the language of the citations, and in English."""
        return cls([locale, Locale.load("en-US")])

    def __init__(self, spoken: Iterable[Locale]) -> None:
        self.labels: dict[str, str] = {}
        for locale in spoken:
            for label in LOCATORS:
                for form in ("long", "short", "symbol"):
                    for plural in (False, True):
                        term = locale.raw_term(label, form, plural) or ""
                        word = " ".join(term.lower().split()).removesuffix(".")
                        if word:
                            self.labels.setdefault(word, label)
        for word, label in _ALSO.items():
            self.labels.setdefault(word, label)
        longest = sorted(self.labels, key=len, reverse=True)
        words = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest)
        self._term = re.compile(rf"({words})(?:\.|(?![^\W\d_]))\s*", re.IGNORECASE)

    def at(self, text: str, place: int) -> tuple[str, int]:
        """The label that a term at ``place`` stands for, and where the term ends; or none."""
        found = self._term.match(text, place)
        if not found:
            return "", place
        return self.labels[" ".join(found[1].lower().split())], found.end()


def split(text: str, terms: Terms) -> Located:
    """Take apart what follows a key.

    >>> split(", pp. 3-5, and more", Terms([Locale.load("en-US")]))
    Located(label='page', locator='3-5', suffix=', and more')
    """
    begin = _START.match(text).end()  # type: ignore[union-attr] # it matches nothing, too
    if text.startswith("{", begin):
        end = _closing(text, begin)
        if end:
            inner = text[begin + 1 : end - 1].strip()
            label, start = terms.at(inner, 0)
            return Located(label or _PAGE, inner[start:], text[end:])
    label, start = terms.at(text, begin)
    end = _numbers(text, start, bool(label))
    if end == start:
        return Located(_PAGE, "", text)
    return Located(label or _PAGE, text[start:end].replace("--", "–"), text[end:])


def _closing(text: str, opening: int) -> int:
    """Where the braces that open there have closed again; 0 if they do not."""
    depth = 0
    for brace in _BRACE.finditer(text, opening):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return 0


def _numbers(text: str, start: int, told: bool) -> int:
    """Where the numbers that begin at ``start`` end. After a term they may be Roman ones."""
    end = start
    place = start
    while (unit := _UNIT.match(text, place)) and _counts(unit[0], told):
        end = unit.end()
        separator = _SEPARATOR.match(text, end)
        if not separator:
            break
        place = separator.end()
    return end


def _counts(unit: str, told: bool) -> bool:
    if any(letter.isdigit() for letter in unit):
        return True
    return told and all(_ROMAN.fullmatch(piece) for piece in _PIECE.findall(unit))
