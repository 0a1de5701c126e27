"""Editions: which of the places where an article may begin are articles, and where each ends.

The first word is the edition's: the list of contents, the separators and numbers between the
articles, and that each article ends in its credits. Where nothing but a title in mid-text says
so, nothing is taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.attribution import contents
from archive.attribution.openings import Lines, Opening, folded, openings

_LEAST_WORDS = 30  # of an article
_MOST_SUMMARY = 80  # words of an entry in a list of contents
_MANY_WORDS = 60  # before the first byline, that are an article and no front matter
_OF_EDITION = re.compile(
    r"\b(?:these|the|all|our|any|none\sof\sthe(?:se)?|individual)\s(?:\w+\s){0,2}?"
    r"(?:articles|pieces|texts|essays|columns|features)\b|\bunsubscribe\b|\bto\ssubscribe\b|"
    r"\bin\sthis\s(?:edition|issue|mailing|bulletin|newsletter|packet)\b|"
    r"\byou\s(?:are\sreceiving|receive|have\sreceived)\b|^\W{0,4}about\s(?:us\b|the\s[A-Z]|[A-Z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The blocks of one article: its own from ``opening.first`` to before ``last``; behind them,
    to before ``end``, what the edition prints between it and the next.

    ``entry`` is the run of blocks that the list of contents says of it, empty for none.
    """

    opening: Opening
    last: int
    end: int
    entry: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Edition:
    """The articles of an edition, in order, and where its list of contents lies.

    Blocks before the first article and behind the last are the edition's. ``contents`` is the
    run of blocks of the list, empty for none.
    """

    stretches: tuple[Stretch, ...]
    contents: tuple[int, int]


def edition(lines: Lines) -> Edition | None:
    """The edition that a text is, None for one article, or none."""
    found = openings(lines)
    heading = next((i for i in range(len(lines)) if _heads_contents(lines, i)), None)
    if not found or (len(found) < 2 and heading is None and not _implicit(lines, found[0])):
        return None
    articles, entries = _without_entries(lines, _of_one_kind(lines, found))
    listed = _listed(lines, heading, articles)
    kept = _with_bodies(lines, _accepted(lines, articles, listed))
    if heading is not None and kept:
        kept = [opening for opening in kept if opening.first > heading]
    if len(kept) < 2 and not (kept and heading is not None and kept[0].title in listed):
        return None
    first = kept[0].first
    start = heading if heading is not None and heading < first else first
    start = min([start, *(entry.first for entry in entries if entry.first < first)])
    return Edition(_stretches(lines, kept, entries), (start, _contents_end(lines, start, first)))


def _heads_contents(lines: Lines, index: int) -> bool:
    return lines.is_short(index) and contents.is_heading(lines.text, lines.bounds[index])


def _without_entries(lines: Lines, found: list[Opening]) -> tuple[list[Opening], list[Opening]]:
    """The openings that no other repeats further down, and the entries that are repeated."""
    articles: list[Opening] = []
    entries: list[Opening] = []
    ends = [o.first for o in found[1:]] + [len(lines)]
    for index, (opening, end) in enumerate(zip(found, ends, strict=True)):
        again = any(opening.is_of(other) for other in found[index + 1 :])
        short = lines.words(opening.body, end) <= _MOST_SUMMARY
        (entries if again and short else articles).append(opening)
    return articles, entries


def _listed(lines: Lines, heading: int | None, articles: list[Opening]) -> set[str]:
    """The titles that a list of contents gives, folded."""
    if heading is None:
        return set()
    titles: set[str] = set()
    for index in range(heading + 1, len(lines)):
        if lines.is_separator(index) and titles:
            break
        line = lines.opener(index)
        titles |= {folded(lines.text[slice(*line.title)])} if line and line.title else set()
        if line and line.title and re.search(r"\s[–—-]\s|,\sby\s", lines.text[slice(*line.title)]):
            titles.add(folded(re.split(r"\s[–—-]\s|,\sby\s", lines.text[slice(*line.title)])[0]))
        if any(o.first <= index and lines.words(o.body, index) >= _LEAST_WORDS for o in articles):
            break
    return titles - {""}


def _accepted(lines: Lines, found: list[Opening], listed: set[str]) -> list[Opening]:
    kept: list[Opening] = []
    for index, opening in enumerate(found):
        end = found[index + 1].first if index + 1 < len(found) else len(lines)
        if not kept:
            implicit = _implicit(lines, opening)
            if implicit and _follows(lines, implicit, opening, end, listed):
                kept += [implicit, opening]
            elif opening.signed or opening.number or opening.title in listed or opening.rubric:
                kept.append(opening)
        elif _follows(lines, kept[-1], opening, end, listed):
            kept.append(opening)
    return kept


def _implicit(lines: Lines, opening: Opening) -> Opening | None:
    """The article without a byline that a text begins with, closed by its credits."""
    if _before(lines, opening) is None or lines.words(0, opening.first) < _MANY_WORDS:
        return None
    if any(_heads_contents(lines, i) for i in range(opening.first)):
        return None
    sourced = any(lines.is_source(i) for i in range(opening.first))
    return Opening(0, 1) if sourced else None


def _before(lines: Lines, opening: Opening) -> int | None:
    """The credit that closes the article before an opening, None if none does."""
    index = opening.first - 1
    while index >= 0 and lines.is_separator(index):
        index -= 1
    return index if index >= 0 and lines.credit(index) is not None else None


def _follows(lines: Lines, before: Opening, opening: Opening, end: int, listed: set[str]) -> bool:
    """Whether an opening behind an article begins another."""
    closed = _before(lines, opening) is not None
    following = bool(opening.number) and opening.number == before.number + 1
    told = opening.signed or opening.rubric
    if not opening.title:
        return bool(not before.title and opening.people) and closed
    if opening.title in listed:
        return told or opening.apart or following or closed
    if opening.signed:
        return opening.apart or closed or following
    sourced = any(lines.is_source(i) for i in range(opening.body, end))
    return closed and (told or following or (opening.apart and sourced) or sourced)


def _of_one_kind(lines: Lines, kept: list[Opening]) -> list[Opening]:
    """Without the name of a series as the title of the first of several entries without titles."""
    if len(kept) < 2 or not kept[0].title or any(o.title for o in kept[1:]):
        return kept
    byline = kept[0].body - 1
    if lines.byline(byline) is None:
        return kept
    return [replace(kept[0], first=byline, title=""), *kept[1:]]


def _with_bodies(lines: Lines, kept: list[Opening]) -> list[Opening]:
    """Those that text follows: some sentences, or a summary with its source."""
    found: list[Opening] = []
    end = len(lines)
    for opening in reversed(kept):
        sourced = any(lines.is_source(i) for i in range(opening.body, end))
        least = 4 if sourced else _LEAST_WORDS
        if lines.words(opening.body, end) >= least:
            found.append(opening)
            end = opening.first
    return found[::-1]


def _stretches(lines: Lines, kept: list[Opening], entries: list[Opening]) -> tuple[Stretch, ...]:
    rules = {lines.text[slice(*lines.bounds[o.first - 1])].strip() for o in kept[1:] if o.apart}
    ends = [o.first for o in kept[1:]] + [len(lines)]
    return tuple(
        Stretch(opening, _own_end(lines, opening, end, rules), end, _entry(opening, entries, kept))
        for opening, end in zip(kept, ends, strict=True)
    )


def _own_end(lines: Lines, opening: Opening, end: int, rules: Iterable[str]) -> int:
    """Where an article's own blocks end: behind the separator that its credits stand over."""
    closed = False
    for index in range(opening.body, end):
        if lines.is_separator(index):
            rule = lines.text[slice(*lines.bounds[index])].strip()
            if rule in rules and lines.credit(index - 1) is not None:
                return index + 1
        elif closed and _OF_EDITION.search(lines.text, *lines.bounds[index]):
            return index
        closed = closed or (lines.is_short(index) and lines.credit(index) is not None)
    return end


def _entry(opening: Opening, entries: list[Opening], kept: list[Opening]) -> tuple[int, int]:
    """The blocks that the list of contents says of an article."""
    over = [entry for entry in entries if entry.first < kept[0].first]
    ends = [*(entry.first for entry in over[1:]), kept[0].first]
    for entry, end in zip(over, ends, strict=False):
        if entry.is_of(opening):
            return entry.first, end
    return 0, 0


def _contents_end(lines: Lines, start: int, first: int) -> int:
    """Where the list ends: at the separator before the first article, or at the article."""
    while first > start and lines.is_separator(first - 1):
        first -= 1
    return first
