"""CSL 1.0.2, "Cite Grouping" and "Cite Collapsing": the cites of one citation, joined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from archive.cite.csl import disambiguation, edges, marks, rich_text
from archive.cite.csl.clusters import Cite
from archive.cite.csl.context import Context
from archive.cite.csl.layout import capitalise
from archive.cite.csl.style import Style


@dataclass(slots=True)
class Rendered:
    """A cite as printed: its context, its text, and how to print it another way.

    ``again(collapsed, suffix)`` prints it without the first names, and with the year suffix given.
    """

    c: Context
    text: str
    again: Callable[[bool, str], str]

    @property
    def cite(self) -> Cite:
        """The cite itself."""
        return self.c.cite

    @property
    def plain(self) -> bool:
        """Whether nothing of the author's stands with it."""
        return not (self.cite.locator or self.cite.prefix or self.cite.suffix)

    @property
    def suffix(self) -> str:
        """Its year suffix; empty if none."""
        return disambiguation.year_suffix(self.c.entry)


class _Chunk(NamedTuple):
    """Text that stands together; whether it was collapsed; its first and its last cite.

    ``apart``: it begins with names, or prints some text, and so does not go on from what is before.
    """

    text: str
    collapsed: bool
    apart: bool
    first: Cite
    last: Cite


class _Options(NamedTuple):
    collapse: str
    delimiter: str
    within: str  # between the cites of a group
    after: str | None  # after a group that was collapsed
    apart: str  # before cites with nothing but dates and places
    letters: str  # between year suffixes
    range: str

    @classmethod
    def of(cls, style: Style, delimiter: str) -> _Options:
        """The options of a style's citation; each falls back on the delimiter of its layout."""

        def option(name: str) -> str | None:
            value = style.option(name, "\0")
            return None if value == "\0" else rich_text.affix(value)

        after, suffixes = option("after-collapse-delimiter"), option("year-suffix-delimiter")
        within = delimiter if style.notes or after is not None else ", "
        group = option("cite-group-delimiter")
        collapses = style.option("collapse")
        return cls(
            collapse=collapses,
            delimiter=delimiter,
            within=within if group is None else group,
            after=after,
            apart=", " if collapses and not (style.notes or style.numeric) else delimiter,
            letters=next(each for each in (group, suffixes, delimiter) if each is not None),
            range=style.locale.term("citation-range-delimiter") or "–",
        )


def join(cites: Sequence[Rendered], style: Style, delimiter: str) -> str:
    """The text of a citation, without what goes round it."""
    options = _Options.of(style, delimiter)
    if len(cites) < 2:
        chunks = [_one(cite) for cite in cites]
    elif options.collapse == "citation-number":
        chunks = _by_number(cites, options)
    elif options.collapse or style.option("cite-group-delimiter", "\0") != "\0":
        chunks = _by_names(cites, options)
    else:
        chunks = [_one(cite) for cite in cites]
    return _joined([chunk for chunk in chunks if chunk.text], options)


def affixed(cite: Cite, text: str) -> str:
    """A cite with its own prefix and suffix, parted by a space where none is written."""
    if cite.prefix and rich_text.ends_sentence(cite.prefix):
        text = capitalise(text)
    before = rich_text.read(rich_text.cite_prefix(cite.prefix)).translate(marks.BRACKETS)
    after = rich_text.read(rich_text.cite_suffix(cite.suffix)).translate(marks.BRACKETS)
    return before + (edges.closed(text) if after else text) + after


def _one(cite: Rendered, text: str | None = None) -> _Chunk:
    text = affixed(cite.cite, cite.text if text is None else text)
    return _Chunk(text, False, cite.c.apart, cite.cite, cite.cite)


def _joined(chunks: list[_Chunk], options: _Options) -> str:
    text = ""
    for place, chunk in enumerate(chunks):
        if place:
            before = chunks[place - 1]
            delimiter = _delimiter(before, chunk, options)
            text = edges.closed(text) + _between(before, chunk, delimiter)
        text += chunk.text
    return text


def _delimiter(before: _Chunk, chunk: _Chunk, options: _Options) -> str:
    """The delimiter between groups of cites; where it is not specified, as in citeproc-js."""
    if options.after is None:
        return options.delimiter if chunk.apart else options.apart
    if before.last.locator:
        return options.after
    ends = chunk.apart and (
        before.collapsed or not before.apart or options.collapse != "year-suffix"
    )
    return options.after if ends else options.delimiter


def _between(before: _Chunk, chunk: _Chunk, delimiter: str) -> str:
    """The delimiter, less its punctuation where the author has written some."""
    if before.last.suffix and before.last.suffix[-1] in ";.,":
        space = delimiter.find(" ")
        return delimiter[space:] if space >= 0 else ""
    if not before.last.suffix and chunk.first.prefix[:1] in (";", ".", ","):
        return ""
    return delimiter


def _by_number(cites: Sequence[Rendered], options: _Options) -> list[_Chunk]:
    """Runs of three or more numbers become ranges."""
    chunks, start = [], 0
    while start < len(cites):
        end = start
        while end + 1 < len(cites) and _follows(cites[end], cites[end + 1]):
            end += 1
        if end - start >= 2:
            first, last = cites[start], cites[end]
            text = first.text + options.range + last.text
            chunks.append(_Chunk(text, True, first.c.apart, first.cite, last.cite))
        else:
            chunks += [_one(cite) for cite in cites[start : end + 1]]
        start = end + 1
    return chunks


def _follows(cite: Rendered, following: Rendered) -> bool:
    return following.c.entry.number == cite.c.entry.number + 1 and cite.plain and following.plain


def _by_names(cites: Sequence[Rendered], options: _Options) -> list[_Chunk]:
    """Neighbours with the same names stand together."""
    chunks = []
    for _, found in groupby(cites, key=lambda cite: cite.c.creators or id(cite)):
        group = list(found)
        if len(group) == 1:
            chunks.append(_one(group[0]))
            continue
        texts = _collapsed(group, options) if options.collapse else [_one(c).text for c in group]
        chunks.append(
            _Chunk(
                options.within.join(filter(None, texts)),
                bool(options.collapse),
                group[0].c.apart,
                group[0].cite,
                group[-1].cite,
            )
        )
    return chunks


def _collapsed(group: list[Rendered], options: _Options) -> list[str]:
    """The cites of a group; the names stand in the first only."""
    if options.collapse == "year":
        return [
            affixed(cite.cite, cite.again(place > 0, cite.suffix))
            for place, cite in enumerate(group)
        ]
    texts, start = [], 0
    years = [cite.again(True, "") for cite in group]
    while start < len(group):
        end = start
        while (
            end + 1 < len(group)
            and years[end + 1] == years[start]
            and _same_year(group[end], group[end + 1])
        ):
            end += 1
        suffixes = _suffixes([cite.c.entry.suffix for cite in group[start : end + 1]], options)
        text = group[start].again(start > 0, suffixes)
        texts.append(affixed(group[start].cite, text))
        start = end + 1
    return texts


def _same_year(cite: Rendered, following: Rendered) -> bool:
    return bool(cite.suffix and following.suffix) and cite.plain and following.plain


def _suffixes(numbers: list[int], options: _Options) -> str:
    """Year suffixes in a row: ``a, b, d``, or ``a–c, e`` where the style ranges them."""
    numbers = [number for number in numbers if number >= 0]
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1 and options.collapse == "year-suffix-ranged":
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = []
    for run in runs:
        names = [disambiguation.letters(number) for number in run]
        texts += [names[0] + options.range + names[-1]] if len(run) > 2 else names
    return options.letters.join(texts)
