"""Citations in a line of Markdown: ``[see @doe, p. 3; @roe]``, ``@doe [p. 3]``, ``[-@doe]``.

No citation stands in code, in an address or in a tag, and none after a backslash or a letter
(``ann@example.org``).

Source: pandoc's manual, "Citation syntax".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from archive.cite.csl.clusters import Cite
from archive.cite.markdown.locators import Terms, split


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation, and where it is written.

    Args:
        start: of it in the text, counted in characters; ``end`` is where it has ended.
        cites: what it cites, at least one; ``id`` is the key as written.
        places: of the ``@`` of each cite.
        composite: the names of the first cite stand in the running text ("Doe (2001)").
        stray: places of more keys in one cite (``[@doe, @roe]``), where a semicolon is missing.
    """

    start: int
    end: int
    cites: tuple[Cite, ...]
    places: tuple[int, ...]
    composite: bool = False
    stray: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A reference to a note (``[^1]``), or a note written where it belongs (``^[See @doe.]``).

    Args:
        label: of a reference; empty for a note that stands here.
        citations: in the note that stands here.
    """

    start: int
    end: int
    label: str = ""
    citations: tuple[Citation, ...] = ()


Found = Citation | Note

_BEGINS = re.compile(r"\^\[|\]\(|\[|-?@")
_SIGN = re.compile(r"-?@|\[")
#: A key: letters and digits with single punctuation between them; or anything in braces.
_BARE = r"\w(?:\w|[:.#$%&+?<>~/-](?=\w))*"
_KEY = re.compile(rf"@(?:(?=\{{)|({_BARE}))")
_SKIPPED = re.compile(
    rf"(?<![^\W_])(?<!@)@{_BARE}"  # a key, in which nothing else begins
    r"|`+"  # code
    r"|\\."  # an escape
    r"|<[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*>|<[^\s<>@]+@[^\s<>]+>"  # an address in brackets
    r"|</?[a-zA-Z][^<>]*>|<!--.*?-->"  # a tag, a comment
    r"|\b(?:https?|ftp|doi|file):[^\s<>()\[\]]+|\bwww\.[^\s<>()\[\]]+"  # a bare address
    r"|[^\W_][\w.+-]*@[\w-]+(?:\.[\w-]+)*",  # one of electronic mail
    re.DOTALL,
)
_BRACKET = re.compile(r"[\[\]{}()]")
_OPPOSITE = {"[": "]", "{": "}", "(": ")"}
_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_GAP = re.compile(r"[ \t]*\n?[ \t]*")
_RICH = (
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|\b__(?=\S)(.+?)(?<=\S)__\b", re.DOTALL), "b"),
    (re.compile(r"\*(?=\S)(.+?)(?<=\S)\*|\b_(?=\S)(.+?)(?<=\S)_\b", re.DOTALL), "i"),
    (re.compile(r"\^(\S+?)\^()"), "sup"),
    (re.compile(r"(?<!~)~([^\s~]+)~()(?!~)"), "sub"),
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = 0xF0000  # where an escaped character waits, in private use, while it means nothing
_SHOWN = {_HIDDEN + code: code for code in range(0x21, 0x7F)}


def find(text: str, terms: Terms) -> list[Found]:
    """The citations and the notes in a paragraph, in order; none inside another."""
    return list(_Scan(text, terms).found(0, len(text)))


def read(text: str, terms: Terms) -> Citation | None:
    """The citation that is the whole text, its brackets left out or not; None if it is none.

    >>> from archive.cite.csl.locale import Locale
    >>> read("see @doe, p. 3", Terms([Locale.load("en-US")])).cites[0].locator
    '3'
    """
    for written in (text.strip(), f"[{text.strip()}]"):
        found = find(written, terms)
        if len(found) == 1 and isinstance(one := found[0], Citation):
            whole = one.start == 0 and one.end == len(written)
            if whole:
                return one
    return None


def rich(markdown: str) -> str:
    """A prefix or a suffix as the rich text of CSL: ``<i>``, ``<b>``, ``<sup>``, ``<sub>``."""
    text = _ESCAPED.sub(lambda found: chr(_HIDDEN + ord(found[1])), markdown.replace("\n", " "))
    for pattern, tag in _RICH:
        text = pattern.sub(rf"<{tag}>\1\2</{tag}>", text)
    return text.translate(_SHOWN)


class _Cited(NamedTuple):
    """A cite, the place of its ``@``, and that of a key that is one too many."""

    cite: Cite
    place: int
    stray: int | None = None


class _Scan:
    """One text, and a shadow of it: the same, with a NUL for all that holds no citation."""

    def __init__(self, text: str, terms: Terms) -> None:
        self.text, self.terms = text, terms
        self.shadow = _shadow(text)
        self.closed = _pairs(self.shadow)

    def found(self, place: int, end: int) -> Iterator[Found]:
        """What there is between two places."""
        while begun := _BEGINS.search(self.shadow, place, end):
            place = begun.start()
            if begun[0] == "](":
                place = self._after_destination(place + 1, end)
            elif one := self._at(place, begun[0], end):
                yield one
                place = one.end
            else:
                place += 1

    def _at(self, place: int, sign: str, end: int) -> Found | None:
        if sign == "^[":
            close = self._closing(place + 1, end)
            inner = [c for c in self.found(place + 2, close - 1) if isinstance(c, Citation)]
            return Note(place, close, citations=tuple(inner)) if close else None
        if sign == "[":
            if reference := _REFERENCE.match(self.shadow, place, end):
                return Note(place, reference.end(), label=reference[1])
            return self._bracketed(place, end)
        return self._in_text(place, end)

    def _bracketed(self, place: int, end: int) -> Citation | None:
        close = self._closing(place, end)
        if not close or self.shadow[close : close + 1] in ("(", "["):
            return None  # the text of a link
        cited = self._list(self._parts(place + 1, close - 1))
        return _citation(place, close, cited) if cited else None

    def _in_text(self, place: int, end: int) -> Citation | None:
        suppress = self.shadow[place] == "-"
        at = place + suppress
        key, after = self._key(at, end)
        if not key or not self._free(place):
            return None
        first = _Cited(Cite(key, suppress_author=suppress), at)
        bare = _citation(place, after, [first], composite=not suppress)
        gap = _GAP.match(self.shadow, after, end)
        opening = gap.end() if gap else after
        if not self.shadow.startswith("[", opening) or self.shadow.startswith("[^", opening):
            return bare
        close = self._closing(opening, end)
        if not close or self.shadow[close : close + 1] in ("(", "["):
            return bare
        parts = self._parts(opening + 1, close - 1)
        if self._where(*parts[0]) is None:  # a locator, a suffix
            located = split(" " + self.text[slice(*parts.pop(0))].strip(), self.terms)
            suffix = rich(located.suffix)
            cite = Cite(key, located.locator, located.label, "", suffix, suppress)
            first = _Cited(cite, at)
        more = self._list(parts)
        if parts and not more:
            return bare
        return _citation(place, close, [first, *more], composite=not suppress)

    def _list(self, parts: list[tuple[int, int]]) -> list[_Cited]:
        """Cites that stood between semicolons; none at all if one of them is no cite."""
        cited = [self._cite(*part) for part in parts]
        return [] if None in cited else [each for each in cited if each]

    def _cite(self, start: int, end: int) -> _Cited | None:
        """The cite that stands there, if a key does."""
        place = self._where(start, end)
        if place is None:
            return None
        suppress = self.shadow[place] == "-"
        key, after = self._key(place + suppress, end)
        located = split(self.text[after:end].rstrip(), self.terms)
        prefix = rich(self.text[start:place].strip())
        prefix += " " if prefix else ""
        suffix = rich(located.suffix)
        cite = Cite(key, located.locator, located.label, prefix, suffix, suppress)
        return _Cited(cite, place + suppress, self._where(after, end))

    def _where(self, start: int, end: int) -> int | None:
        """Where the first key stands, or the hyphen before it."""
        place = start
        while sign := _SIGN.search(self.shadow, place, end):
            place = sign.end()
            if sign[0] == "[":  # brackets inside keep what is theirs
                place = self._closing(sign.start(), end) or place
            elif self._free(sign.start()) and self._key(sign.end() - 1, end)[0]:
                return sign.start()
        return None

    def _key(self, at: int, end: int) -> tuple[str, int]:
        """The key that an ``@`` at this place begins, and where it ends; or an empty one."""
        found = _KEY.match(self.shadow, at, end)
        if not found:
            return "", at
        if found[1]:
            return found[1], found.end()
        close = self._closing(at + 1, end)
        key = self.text[at + 2 : close - 1] if close else ""
        return (key, close) if key.strip() and "\n" not in key else ("", at)

    def _free(self, place: int) -> bool:
        """Whether no word ends right before this place."""
        return place == 0 or not (self.text[place - 1].isalnum() or self.text[place - 1] == "@")

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """What stands between semicolons that are in no brackets of their own."""
        parts, begin, place = [], start, start
        while place < end:
            letter = self.shadow[place]
            if letter in "[{":
                place = self._closing(place, end) or place + 1
                continue
            if letter == ";":
                parts.append((begin, place))
                begin = place + 1
            place += 1
        return [*parts, (begin, end)]

    def _closing(self, opening: int, end: int) -> int:
        """Where the bracket or brace that opens there has closed again; 0 if it does not."""
        close = self.closed.get(opening, 0)
        return close if close <= end else 0

    def _after_destination(self, opening: int, end: int) -> int:
        """Where the address of a link, in round brackets, has ended."""
        return self._closing(opening, end) or opening + 1


def _citation(start: int, end: int, cited: list[_Cited], composite: bool = False) -> Citation:
    cites = tuple(each.cite for each in cited)
    stray = tuple(each.stray for each in cited if each.stray is not None)
    return Citation(start, end, cites, tuple(each.place for each in cited), composite, stray)


def _pairs(text: str) -> dict[int, int]:
    """Where each bracket that opens has closed again; brackets of a kind count by themselves."""
    closed: dict[int, int] = {}
    waiting: dict[str, list[int]] = {"]": [], "}": [], ")": []}
    for found in _BRACKET.finditer(text):
        place, letter = found.start(), found[0]
        if letter in _OPPOSITE:
            waiting[_OPPOSITE[letter]].append(place)
        elif waiting[letter]:
            closed[waiting[letter].pop()] = place + 1
    return closed


def _shadow(text: str) -> str:
    """The text with a NUL for each character of code, escapes, addresses and tags."""
    pieces, place = [], 0
    for start, end in _skipped(text):
        pieces += [text[place:start], "\0" * (end - start)]
        place = end
    return "".join([*pieces, text[place:]])


def _skipped(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    while found := _SKIPPED.search(text, place):
        start, place = found.span()
        if found[0].startswith("@"):
            continue
        if found[0].startswith("`"):
            close = re.compile(rf"(?<!`){found[0]}(?!`)").search(text, place)
            place = close.end() if close else place
        elif found[0][0] not in "\\<" and _goes_on(text, start):
            place = start + 1
            continue
        yield start, place


def _goes_on(text: str, place: int) -> bool:
    """Whether a word, or a key in braces, goes on at this place: no address begins there."""
    before = text[place - 1 : place]
    return before.isalnum() or before == "_" or text[place - 2 : place] == "@{"
