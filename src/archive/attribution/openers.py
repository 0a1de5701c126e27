"""The first line of an article of an edition, taken apart: number, label, title, byline.

"2. ~YOUTH VIEWS~", "3) ~Youth Views~ Whose pear?", "1. “Diesel for the mast” by Mercy Adjei",
"Article 2: Who sees it, says it", "3. Dull is what the valley needs Editorial".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.attribution import bylines, titles
from archive.attribution.abroad import bylines as abroad
from archive.attribution.bylines import Byline
from archive.attribution.evidence import trimmed
from archive.attribution.tongues import Tongue
from archive.model.document import Bounds

_NUMBER = re.compile(
    r"[*_\s]{0,4}(?:(?:Article|ARTICLE|Artikel|ARTIKEL|Artículo)\s([0-9]{1,2})\s?[.):–—-]"
    r"|\(?([0-9]{1,2})[.)]|\[([0-9]{1,2})\]|\#([0-9]{1,2})[.):]?)[*_]{0,2}\s{1,4}(?=\S)"
)
_BARE_NUMBER = re.compile(r"[*_\s]{0,4}(?:Article|ARTICLE)\s[0-9]{1,2}\s{0,2}\Z")
_LABEL = re.compile(r"~\s?[^~\n]{3,40}?\s?~[\s:–—-]{0,4}")
_BY = re.compile(
    r"(?<=[\w\"”’»'?!,.)…])[,]?\s(?=(?:[Bb]y|BY|[Pp]ar|[Oo]leh|[Pp]or|[Vv]on|بقلم|מאת)[\s:])"
)
_RUBRIC = re.compile(
    r"(?<=[a-z\"”’»?!.)])\s[–—-]?\s?((?:An?\s)?(?:Editorial|EDITORIAL|Unsigned|Éditorial|Tajuk))\Z"
)
_UNSIGNED = re.compile(
    r"[\W_]{0,3}(?:unsigned|editorial|éditorial|by\sour\sstaff|staff|anonymous|leader)[\W_]{0,3}\Z",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“«„]")


@dataclass(frozen=True, slots=True)
class Opener:
    """What the first line of an article is made of.

    Attributes:
        number: its number in the edition; 0 for none.
        cuts: where the line is parted: before the title if a label stands there, before a byline
            or a rubric behind the title.
        title: the bounds of the title with what is printed around it; None if the line has none.
        byline: the byline on the line.
        rubric: whether it says that the article is unsigned.
        quoted: whether the title begins with a quotation mark.
    """

    number: int
    cuts: tuple[int, ...]
    title: Bounds | None
    byline: Byline | None = None
    rubric: bool = False
    quoted: bool = False


def numbered(text: str, bounds: Bounds) -> tuple[int, int]:
    """The number that a line begins with, and where what stands behind it begins; 0 for none."""
    match = _NUMBER.match(text, *bounds)
    if match is None:
        return 0, bounds[0]
    return int(next(group for group in match.groups() if group)), match.end()


def read(text: str, bounds: Bounds, tongue: Tongue | None = None) -> Opener | None:
    """The parts of a line; None if it is no line over an article: prose, or too long."""
    start, end = bounds
    if end - start > 260 or titles.is_prose(text, bounds):
        return None
    number, begin = numbered(text, bounds)
    label = _LABEL.match(text, begin, end)
    behind = label.end() if label else begin
    if behind >= end:
        return Opener(number, (), None)
    byline = byline_of(text, (behind, end), tongue)
    if byline:
        return Opener(number, (behind,) if label else (), None, byline)
    quoted = _QUOTED.match(text, behind) is not None
    cuts = (behind,) if label else ()
    for by in reversed(list(_BY.finditer(text, behind, end))):
        byline = byline_of(text, (by.end(), end), tongue)
        if byline and byline.people and by.start() > behind:
            title = trimmed(text, behind, by.start(), also=",")
            return Opener(number, (*cuts, by.end()), title, byline, quoted=quoted)
    rubric = _RUBRIC.search(text, behind, end)
    if rubric and rubric.start() > behind:
        title = trimmed(text, behind, rubric.start())
        return Opener(number, (*cuts, rubric.start(1)), title, rubric=True, quoted=quoted)
    return Opener(number, cuts, (behind, end), quoted=quoted)


def byline_of(text: str, bounds: Bounds, tongue: Tongue | None) -> Byline | None:
    """The byline that a run of a line is, in English or in another language."""
    return abroad.read(text, bounds, tongue) if tongue else bylines.read(text, bounds)


def is_unsigned(text: str, bounds: Bounds) -> bool:
    """Whether a line in the place of a byline says that the article has none."""
    return bounds[1] - bounds[0] <= 30 and _UNSIGNED.match(text, *bounds) is not None
