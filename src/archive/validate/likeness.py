"""How alike two articles are: a sketch finds what may be one text, and the words decide."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence

from archive.tei.statements import plain
from archive.tei.xml import ID, Element, local

RUN = 5
"""Words in a row that two texts must have in common for one of them to count."""

_SIZE = 12  # sentences that a sketch keeps
_SENTENCE = 30  # bytes that one has at least, without its spaces and marks
_NOT_ITS_OWN = frozenset(["fw", "head", "byline", "dateline", "ab"])
_ENDS = "؟۔。！？"  # of sentences, in other scripts
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FOLD = bytes.maketrans(f"{_CAPITALS}!?".encode(), f"{_CAPITALS.lower()}..".encode())
_MARKS = "‘’“”–—…‐‑«»\N{NO-BREAK SPACE}\N{SOFT HYPHEN}"
# Each byte of these marks is left out wherever it stands: that blurs some letters of other scripts,
# the same ones each time.
_LEFT_OUT = bytes({*_MARKS.encode(), *(c for c in range(128) if not chr(c).isalnum())} - {*b".!?"})
_APOSTROPHES = str.maketrans("", "", "'’‘\N{SOFT HYPHEN}")


def own_text(root: Element) -> list[str]:
    """What an article itself says, a block each; without heads, bylines, mastheads and end matter.

    So another masthead, author's note or permission makes no other text of it.
    """
    divisions = (e for e in root.iter("{*}div") if e.get(ID) == "article")
    return [block for division in divisions for block in _blocks(division)]


def _blocks(element: Element) -> Iterator[str]:
    for child in element.iterchildren("*"):
        if local(child) in _NOT_ITS_OWN:
            continue
        if "source" in child.attrib:
            yield plain(child)
        else:
            yield from _blocks(child)


def sketch(blocks: Iterable[str]) -> tuple[str, ...]:
    """Digests of a few sentences of a text, the same few wherever they stand in it; 8 hex digits.

    Capitals of the Latin script, spaces, line ends, hyphens and quotation marks make no difference.
    Of two texts with half of their sentences in common, half of the sketch is, more or less.
    Empty for a text without a sentence of some length.

    Source: A. Broder, On the resemblance and containment of documents (1997): the smallest digests
    of a set are a fair sample of it.
    """
    text = ".".join(blocks)
    if not text.isascii():
        for mark in _ENDS:
            text = text.replace(mark, ".")
    sentences = text.encode().translate(_FOLD, _LEFT_OUT).split(b".")
    digests = {zlib.crc32(sentence) for sentence in sentences if len(sentence) >= _SENTENCE}
    return tuple(f"{digest:08x}" for digest in sorted(digests)[:_SIZE])


def candidates(sketches: Sequence[Sequence[str]]) -> Iterator[tuple[int, list[int]]]:
    """The numbers of texts, each with those before it that it may be the same as.

    Of all texts that have a sentence only the first is a candidate by it: so there are never more
    pairs than digests, however many texts share a sentence.
    """
    first: dict[str, int] = {}
    sets = list(map(frozenset, sketches))
    for number, digests in enumerate(sets):
        earlier = {first.setdefault(digest, number) for digest in digests} - {number}
        found = [other for other in sorted(earlier) if _alike(digests, sets[other])]
        if found:
            yield number, found


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether sketches have a quarter in common, and more than a sentence that many may print."""
    smaller = min(len(one), len(other))
    return len(one & other) >= min(smaller, max(2, smaller // 4))


def words(blocks: Iterable[str]) -> list[str]:
    """The words of a text, in order, without their marks and capitals."""
    return re.findall(r"\w+", "\n".join(blocks).translate(_APOSTROPHES).casefold())


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words of ``one`` stand in ``other`` too, in runs of at least ``RUN`` words."""
    runs = {tuple(other[n : n + RUN]) for n in range(len(other) - RUN + 1)}
    shared, reached = 0, 0
    for n in range(len(one) - RUN + 1):
        if tuple(one[n : n + RUN]) in runs:
            shared += n + RUN - max(n, reached)
            reached = n + RUN
    return shared
