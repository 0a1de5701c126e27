"""What each block of a text is: the lines over the article, its body, the credits under it.

The lines over the body are told from the top down, in any order. The credits are told from the
bottom up, as far as each block is one; prose that speaks of people or permissions stands above
them and is never reached.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from archive.attribution import bylines, contents, credits, ending, statements, titles, top
from archive.attribution.abroad import layout as abroad
from archive.attribution.blocks import block, end_matter
from archive.attribution.bylines import Byline
from archive.attribution.draft import Draft
from archive.attribution.evidence import squeezed
from archive.attribution.openings import Opening
from archive.attribution.tongues import Tongue
from archive.model.article import Block, BlockKind, SegmentKind
from archive.model.document import Bounds, Document
from archive.model.fact import Fact

_NO_ARTICLE = re.compile(
    r"\W{0,4}(?:for\simmediate\srelease|(?:press|news|media)\s(?:release|statement)|embargo|"
    r"memorandum|minutes\sof|agenda\b|dear\s\w+|curriculum\svitae|terms\s(?:of|and)\s|"
    r"(?:\w+\s){0,4}licen[cs]e\W*\Z|ingredients|invoice|to\swhom\sit|table\sof\scontents|"
    r"abstract\s?(?:[.:—–]|\Z)|vacancy\b|frequently\sasked\squestions|(?:serves|makes)\s[0-9]|"
    r"permission\sis\shereby\sgranted|copyright\s\(c\)|death\snotices|contents\W*\Z|"
    r"call\sfor\s(?:papers|proposals|applications)|(?:order|subscription)\sform|errata\W*\Z)",
    re.IGNORECASE,
)
_LICENCE_TEXTS = (
    "permission is hereby granted, free of charge",
    "permission is hereby granted free of charge",
    "redistribution and use in source",
    "terms and conditions for use",
)
_TURN = re.compile(r"([A-Z][\w.'’-]{0,20}(?:\s[A-Z]\w{0,20})?):\s\S")
_EDITORS_NOTE = re.compile(r"[\s*_(\[]{0,4}[Ee]ditor(?:['’]?s?['’]?)\s[Nn]ote\s?[:.–—]")
_NO_CROSSHEAD = re.compile(r"[:;,–—-]\W{0,2}\Z|\A[a-z]|[\n\t/@]|\.\.|  ")
_MOST_CROSSHEAD = 60  # characters
_LEAST_CROSSHEADS = 2
_LEAST_PROSE = 30  # words of prose that make an article


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's blocks, and what its lines say.

    Attributes:
        blocks: all blocks, in order.
        title: the title; None for an entry of an edition that is printed without one.
        bylines: the bylines, in order.
        subtitle: the subtitle, if there is one.
    """

    blocks: list[Block]
    title: Fact[str] | None
    subtitle: Fact[str] | None
    bylines: tuple[Byline, ...]


def layout(
    document: Document, bounds: list[Bounds], *, english: bool, tongue: Tongue | None = None
) -> Layout | None:
    """The layout of the one article in these blocks; None if there is none, or are several.

    In a text that is neither English nor in a language that there is a table of, only the title is
    told.
    """
    draft = Draft(document, list(bounds))
    if not draft.bounds or _is_no_article(draft):
        return None
    if tongue and abroad.is_no_article(draft, tongue):
        return None
    first = abroad.tell(draft, tongue) if tongue else top.tell(draft, english=english)
    if draft.title is None:
        return None
    _fill(draft, first, english=english)
    if not _enough_prose(draft) or (english and _is_edition(draft)):
        return None
    if tongue and abroad.is_byline_inside(draft, tongue):
        return None
    return Layout(_blocks(draft), draft.title, draft.subtitle, tuple(draft.bylines))


def one_of_several(
    document: Document,
    bounds: list[Bounds],
    opening: Opening,
    *,
    english: bool,
    tongue: Tongue | None = None,
) -> Layout:
    """The layout of an article of an edition, whose own blocks and beginning are known.

    Where it is printed without a title, the first block behind the byline is its summary.
    """
    draft = Draft(document, list(bounds), untitled=not opening.title)
    top.tell_opener(draft, opening.body - opening.first, tongue)
    if tongue:
        _fill(draft, abroad.tell(draft, tongue), english=False)
    else:
        first = top.tell(draft, english=english)
        if draft.untitled and first < len(draft.bounds):
            draft.kinds[first] = BlockKind.PARAGRAPH
            first += 1
        _fill(draft, first, english=english)
    return Layout(_blocks(draft), draft.title, draft.subtitle, tuple(draft.bylines))


def _fill(draft: Draft, first: int, *, english: bool) -> None:
    """Tell the credits, and then the body, from the block ``first`` on."""
    if english:
        ending.tell(draft, first)
        top.part_byline(draft, first)
        ending.part_credits(draft)
        top.part_title(draft)
    _body(draft, first)


def _is_no_article(draft: Draft) -> bool:
    """Whether the first lines say that this is another kind of text."""
    text = draft.text
    first = draft.bounds[:3]
    return (
        any(_NO_ARTICLE.match(text, *b) for b in first)
        or _is_talk(draft)
        or _is_licence(text[first[0][0] : first[0][0] + 3000])
        or any(b[1] - b[0] <= 200 and contents.is_heading(text, b) for b in draft.bounds[:20])
    )


def _is_licence(beginning: str) -> bool:
    """Whether a text begins as the licences of programs do."""
    lower = beginning.lower()
    if not any(word in lower for word in ("hereby", "redistribution", "terms")):
        return False
    plain = squeezed(lower)
    return any(phrase in plain for phrase in _LICENCE_TEXTS)


def _is_talk(draft: Draft) -> bool:
    """Whether the text begins, without a title, with turns of speakers, one of them twice."""
    turns = [_TURN.match(draft.text, *bounds) for bounds in draft.bounds[:4]]
    speakers = [turn[1] for turn in turns if turn]
    return len(speakers) == 4 and len(set(speakers)) < 4


def _body(draft: Draft, first: int) -> None:
    """Everything not told yet is a paragraph, a heading, a separator, or a note of the editor."""
    for index in range(first, len(draft.bounds)):
        if index in draft.kinds:
            continue
        if draft.is_separator(index):
            draft.kinds[index] = BlockKind.SEPARATOR
        elif _EDITORS_NOTE.match(draft.text, *draft.bounds[index]):
            draft.kinds[index] = BlockKind.END_MATTER
            draft.pieces[index] = [(SegmentKind.OTHER, *draft.bounds[index])]
        else:
            draft.kinds[index] = BlockKind.HEADING if draft.level(index) else BlockKind.PARAGRAPH
    _crossheads(draft, first)


def _crossheads(draft: Draft, first: int) -> None:
    """Tell the lines between paragraphs that head sections: two at least, else none is one."""
    body = [i for i in range(first, len(draft.bounds)) if draft.kinds[i] is BlockKind.PARAGRAPH]
    found = [i for i, under in pairwise(body) if under == i + 1 and _is_crosshead(draft, i)]
    if sum(index > body[0] for index in found) >= _LEAST_CROSSHEADS:
        draft.kinds.update(dict.fromkeys(found, BlockKind.HEADING))


def _is_crosshead(draft: Draft, index: int) -> bool:
    """Whether a short line that is no sentence stands over a paragraph, and under none or one."""
    text, (start, end) = draft.text, draft.bounds[index]
    if end - start > _MOST_CROSSHEAD or _NO_CROSSHEAD.search(text, start, end):
        return False
    if not titles.is_heading(text, (start, end)) or not titles.is_prose(
        text, draft.bounds[index + 1]
    ):
        return False
    above = draft.kinds.get(index - 1)
    return above is not BlockKind.PARAGRAPH or titles.is_prose(text, draft.bounds[index - 1])


def _enough_prose(draft: Draft) -> bool:
    """Whether most of the body is prose, and there is enough of it."""
    text = draft.text
    body = [b for i, b in enumerate(draft.bounds) if draft.kinds[i] is BlockKind.PARAGRAPH]
    words = [(len(text[slice(*b)].split()), titles.is_prose(text, b)) for b in body]
    prose = sum(count for count, is_prose in words if is_prose)
    return prose >= _LEAST_PROSE and prose * 2 >= sum(count for count, _ in words)


def _is_edition(draft: Draft) -> bool:
    """Whether the text carries more than one article: bylines or sources inside the body."""
    text = draft.text
    body = [b for i, b in enumerate(draft.bounds) if draft.kinds[i] is BlockKind.PARAGRAPH]
    if any(bylines.read(text, b) for b in body):
        return True
    return any(
        kind is SegmentKind.SOURCE_LINE and credits.read(draft.document, kind, (start, end))
        for b in body
        if "ource" in (block := text[slice(*b)]) and re.search(r"[Ss]ource\s?:", block)
        for kind, start, end in statements.pieces(text, b)
    )


def _blocks(draft: Draft) -> list[Block]:
    made = []
    for index, bounds in enumerate(draft.bounds):
        if draft.kinds[index] is BlockKind.END_MATTER:
            made.append(end_matter(draft.document, bounds, draft.pieces[index]))
        else:
            made.append(block(draft.document, draft.kinds[index], bounds))
    return made
