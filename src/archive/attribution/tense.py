"""What an English sentence says of time: past or to come, once or every year, in which years."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from archive.attribution.sentences import sentences

_TO_COME = re.compile(
    r"\b(?:[Ww]ill|[Ww]on['’]t|shall|must|should|may|might|[Nn]ext|upcoming|forthcoming|coming|"
    r"scheduled|deadline|due|expect(?:s|ed|ing)?|slated|plan(?:s|ned|ning)?|hopes?|intends?|"
    r"proposed|postponed|set\s(?:for|to)|going\sto|to\sbe\sheld|(?:is|are|was|were)\sto|[Ss]tarting|"
    r"[Bb]eginning|[Aa]head\sof|later\sthis|from\snow|[Aa]s\sof|[Nn]o\slater)\b|['’]ll\b"
)
_SUPPOSED = re.compile(r"\b(?:would|could|can|cannot|[Ii]f|whether|[Uu]nless|suppose)\b")
_EVERY_YEAR = re.compile(
    r"\b(?:[Ee]very|[Ee]ach|[Aa]nnual|[Aa]nnually|[Yy]early|[Aa]lways|[Uu]sually|[Oo]ften|"
    r"[Tt]raditionally|anniversary|holiday|birthday|seasonal)\b"
)
_IRREGULAR = (
    "was|were|had|did|began|broke|brought|built|bought|came|chose|died|drew|fell|fought|fled|flew|"
    "forgot|found|gave|got|grew|held|hung|kept|knew|laid|left|lost|made|met|paid|ran|rose|said|sat|"
    "saw|sent|shot|sold|sought|spent|spoke|stole|stood|struck|swept|swore|taught|thought|threw|told|"
    "took|went|withdrew|woke|won|wrote|drove|sank|sang|shook|stuck"
)
_NO_VERBS = (
    "hundred|sacred|hatred|naked|wicked|kindred|unprecedented|based|armed|aged|limited|related|used|"
    "united|supposed|located|married|retired|shared"
)
_NO_VERB_AFTER = (  # a word in -ed after these is no verb in the past tense
    *("the", "a", "an", "of", "in", "is", "are", "be", "been", "as", "by", "for", "with", "many"),
    *("more", "most", "these", "those", "their", "its", "his", "her", "our", "all", "some", "very"),
)
_PAST = re.compile(rf"\b(?:{_IRREGULAR})\b|\b(?!(?:{_NO_VERBS})\b)[a-z]{{1,20}}[a-df-z]ed\b")
_WORD_BEFORE = re.compile(r"([a-z]+|-)\s{0,4}\Z")
_YEAR = re.compile(  # the first figure alone at the beginning: what begins otherwise is passed over
    r"[12](?<![\d.,/$£€-].)(?:(?<=1)[5-9]|(?<=2)0)\d\d(?![\d/%]|[.,]\d)"
)
_ANOTHER_YEAR = re.compile(
    r"\b(?:last|that|previous|following|same|this|next)\s{1,4}year\b|"
    r"\byears?\s{1,4}(?:ago|before|earlier|later|after|since)\b"
)

_NEAR = 400  # characters


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and what its words say of its time.

    Attributes:
        start: its first character, counted in the text that it stands in.
        end: the position after its last.
        past: a verb stands in the past tense.
        to_come: something in it looks to the future or to a plan.
        supposed: something in it is a condition, or reported.
        every_year: it speaks of what happens again and again.
    """

    start: int
    end: int
    past: bool
    to_come: bool
    supposed: bool
    every_year: bool


class Prose:
    """A text and its sentences, each looked at once however many dates stand in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._seen: dict[int, Sentence] = {}

    def sentence(self, place: int) -> Sentence:
        """The sentence that holds the character at ``place``."""
        number = max(0, bisect_right(self._bounds, (place, len(self.text))) - 1)
        if number not in self._seen:
            start, end = self._bounds[number]
            self._seen[number] = Sentence(
                start,
                end,
                past=self._has_past(start, end),
                to_come=_TO_COME.search(self.text, start, end) is not None,
                supposed=_SUPPOSED.search(self.text, start, end) is not None,
                every_year=_EVERY_YEAR.search(self.text, start, end) is not None,
            )
        return self._seen[number]

    def years(self, place: int, sentence: Sentence, back: int = _NEAR) -> list[int]:
        """The years printed in four digits near ``place`` in its sentence, in order."""
        places, years = self._years
        start, end = max(sentence.start, place - back), min(sentence.end, place + _NEAR)
        return years[bisect_left(places, start) : bisect_left(places, end)]

    def last_year(self, place: int | None = None) -> int | None:
        """The last year printed before ``place`` (the end); None if there is none."""
        places, years = self._years
        number = len(places) if place is None else bisect_left(places, place)
        return years[number - 1] if number else None

    def speaks_of_another_year(self, end: int) -> bool:
        """Whether "that year", "two years later" or the like stands before ``end``."""
        return self._another_year < end

    @cached_property
    def _bounds(self) -> list[tuple[int, int]]:
        return sentences(self.text, 0, len(self.text)) or [(0, len(self.text))]

    @cached_property
    def _years(self) -> tuple[list[int], list[int]]:
        found = [(match.start(), int(match[0])) for match in _YEAR.finditer(self.text)]
        return [place for place, _ in found], [year for _, year in found]

    @cached_property
    def _another_year(self) -> int:
        match = _ANOTHER_YEAR.search(self.text)
        return match.start() if match else len(self.text)

    def _has_past(self, start: int, end: int) -> bool:
        for match in _PAST.finditer(self.text, start, end):
            before = _WORD_BEFORE.search(self.text, max(start, match.start() - 12), match.start())
            ending = match[0].endswith("ed")
            if not (ending and before and before[1] in (*_NO_VERB_AFTER, "-")):
                return True
        return False
