"""Titles and what stands over and under them: labels, subtitles, date lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.attribution.calendar import BEHIND_DATE, printed_date
from archive.attribution.evidence import printed, trimmed
from archive.attribution.sentences import sentences
from archive.attribution.words import RUBRICS
from archive.model.document import Bounds, Document
from archive.model.fact import Certainty, Fact, Rule

FIRST_LINE = Rule(
    "title/first-line",
    "The first line that is no label, byline, date or masthead is the title; numbers, 'Title:' and "
    "quotation marks around it are not part of it.",
)
SUBTITLE = Rule(
    "title/subtitle",
    "A line right under the title, before the byline or the text, is the subtitle.",
)

_LABELLED = re.compile(r"(?:title|headline|subject)\s?:\s{0,4}", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:(?i:article|item)\s[0-9]{1,2}\s?[.:)–—-]|\(?[0-9]{1,2}[.)]|\[[0-9]{1,2}\]|"
    r"#[0-9]{1,2}[.):]?)\s{1,4}(?=\S)"
)
_QUOTES = {'"': '"', "“": "”", "‘": "’", "«": "»", "'": "'", "„": "“"}
_PLACE = r"(?:[^\W\d_a-z][\w.'’-]{1,20}[ ]?){1,3}"
_BEFORE_DATE = re.compile(
    r"[\s*_(\[]{0,6}(?:(?i:date|(?:first\s)?(?:posted|published)|(?:last\s)?updated|printed)(?:\son)?\s?:?\s?)?"
    rf"(?:{_PLACE}(?:,\s{_PLACE})?(?:,\s|\s?[–—|-]\s?|:\s|\(|\s)?)?\Z"
)
_DATELINE_END = re.compile(rf"(?:{BEHIND_DATE})?[\s*_)\]|.,:–—-]{{0,8}}\Z", re.IGNORECASE)
_TILDES = re.compile(r"[~*=_\[({<#-]{1,3}\s?[^a-z\n]{3,60}?\s?[~*=_\])}>#-]{1,3}\Z")
_TERMINAL = re.compile(r"[.!?…۔؟][\"”’')\]*_]{0,4}\Z")
_MARKS = re.compile(r"[^\w\s-]")
_MOST_WORDS = 30


def title(document: Document, bounds: Bounds) -> Fact[str]:
    """The title a line prints."""
    return printed(document, *_inner(document.prose, bounds), FIRST_LINE)


def subtitle(document: Document, bounds: Bounds, certainty: Certainty) -> Fact[str]:
    """The subtitle a line prints."""
    return printed(document, *trimmed(document.prose, *bounds, also="*_"), SUBTITLE, certainty)


def _inner(text: str, bounds: Bounds) -> Bounds:
    """A title without what is printed around it."""
    start, end = trimmed(text, *bounds, also="*_#")
    end = start + len(text[start:end].rstrip(",–—-| ")) or end
    for pattern in (_LABELLED, _NUMBER):
        match = pattern.match(text, start, end)
        start = match.end() if match and match.end() < end else start
    closing = _QUOTES.get(text[start : start + 1])
    if closing and end - start > 2 and text[end - 1] == closing:
        inside = text[start + 1 : end - 1]
        if closing not in inside and text[start] not in inside:
            return trimmed(text, start + 1, end - 1)
    return (start, end) if start < end else bounds


def is_prose(text: str, bounds: Bounds) -> bool:
    """Whether a block is a paragraph of prose rather than a line over or under one."""
    words = len(text[slice(*bounds)].split(maxsplit=25))  # no more are counted than matter
    if text.count(" ....", *bounds) > 1:
        return False
    if words >= 25:
        return True
    ends = _TERMINAL.search(text, *bounds) is not None
    return words >= 12 and ends and (words >= 16 or len(sentences(text, *bounds)) > 1)


def can_be_title(text: str, bounds: Bounds) -> bool:
    """Whether a line can be a title: short, with letters, no item of a list, no full sentence."""
    line = text[slice(*bounds)]
    words = len(line.split())
    if words > _MOST_WORDS or len(line) > 250 or not any(c.isalpha() for c in line):
        return False
    if re.match(r"[-•*+>|{}<]\s", line) or line.endswith((":", ";", ",", "{", "}")):
        return False
    return not (line.endswith(".") and words >= 12)


def is_terminated(text: str, bounds: Bounds) -> bool:
    """Whether a line ends as a sentence does."""
    return _TERMINAL.search(text, *bounds) is not None


def is_heading(text: str, bounds: Bounds) -> bool:
    """Whether a block is a short line that does not end as a sentence does."""
    short = bounds[1] - bounds[0] <= 100 and not is_prose(text, bounds)
    return short and not is_terminated(text, bounds)


def heads_sections(text: str, blocks: Sequence[Bounds]) -> bool:
    """Whether a heading stands over a paragraph among the blocks."""
    return any(is_heading(text, one) and is_prose(text, under) for one, under in pairwise(blocks))


def is_label(text: str, bounds: Bounds) -> bool:
    """Whether a line is a label: a rubric such as "Opinion", or capitals between tildes."""
    line = text[slice(*bounds)].strip()
    if len(line) > 60:
        return False
    words = _MARKS.sub(" ", line.lower()).split()
    return _TILDES.match(line) is not None or (
        0 < len(words) <= 3 and all(word in RUBRICS for word in words)
    )


def date_line(text: str, bounds: Bounds) -> bool:
    """Whether a line is nothing but a date, maybe with a place before it."""
    start, end = bounds
    if end - start > 80:
        return False
    when = printed_date(text, start, end)
    if not when or not _DATELINE_END.match(text, when.end, end):
        return False
    before = re.sub(
        r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s?$", "", text[start : when.start]
    )
    return not before.strip() or _BEFORE_DATE.match(before) is not None
