"""Days and months that are printed without a year: "21 May", "the February elections".

They are resolved against the date of publication, and only where no word near them speaks against
it. English only: another language needs its own prepositions and names of events.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from archive.attribution.calendar import DAY, MONTH, WEEKDAY, YEAR, near_months
from archive.attribution.readings import (
    ALONE,
    COUNTED,
    FULL_MONTH,
    SPACE,
    TO,
    WEEKDAYS,
    Anchor,
    Reading,
    day_number,
    from_to,
    month_number,
)
from archive.attribution.tense import Prose, Sentence
from archive.attribution.words import word_set
from archive.model.article import Period
from archive.model.document import Bounds
from archive.model.fact import Certainty, Rule

DAY_MONTH = Rule(
    "date/day-month",
    "A day and a month without a year are their latest occurrence not after publication, if that "
    "is at most half a year back and nothing in the sentence looks ahead or to another year.",
)
MONTH_ALONE = Rule(
    "date/month",
    "A month without a year is its latest occurrence not after publication, if that is at most "
    "half a year back and nothing in the sentence looks ahead or to another year. Neither "
    "the month of publication in its first week, nor 'in' a month of which no verb says that it "
    "is over.",
)
_HALF_A_YEAR = timedelta(days=183)
_SECOND_WEEK = 8  # the day from which on the month of publication may be spoken of as past

_DIGIT = re.compile("[0-9]")
_NO_YEAR = rf"(?![\w%]|['’]\d|{SPACE}['’]?\d|,{SPACE}{YEAR}\b|\s?[-–—/]\s?\d)"
_DAY_MONTH = re.compile(
    rf"{ALONE}(?<!\d[ \n])(?P<d>{DAY})(?:{TO}(?P<e>{DAY}))?{SPACE}(?P<of>of{SPACE})?"
    rf"(?P<m>{MONTH}){_NO_YEAR}"
)
_MONTH_DAY = re.compile(
    rf"(?<![\w.-])(?P<m>{MONTH}){SPACE}(?P<d>{DAY})(?:{TO}(?P<e>{DAY}))?"
    rf"(?![\w%]|[.,:/]\d|,?{SPACE}['’]?(?:{YEAR}\b|\d)|\s?[-–—/]\s?\w)"
)
_COUNTED = re.compile(COUNTED)
_BEFORE_DAY = re.compile(
    rf"(?:\b(?P<weekday>{WEEKDAY}),?{SPACE}(?:the{SPACE})?|"
    rf"\b(?P<group>movement|coalition|alliance|group|forces|brigades?|attacks?|party){SPACE}of{SPACE}|"
    rf"\b(?P<word>[A-Za-z]+){SPACE})\Z",
    re.IGNORECASE,
)
_AT = frozenset({"on", "since", "after", "from"})
_NEVER_AT = word_set(
    "the this that every each a an in by until till through to next last page pages no day days "
    "version resolution chapter article number psalm movement coalition alliance group forces "
    "brigade brigades attack attacks party"
)
_NAME_OF_GROUP = re.compile(
    rf"{SPACE}(?:(?:youth|protest|political){SPACE})?(?:movement|coalition|alliance|forces|bloc|group|"
    r"camp|brigades?|attacks?|bombings?|uprising|revolution|anniversary|street|square|war)\b",
    re.IGNORECASE,
)
_OF_ALL_YEARS = frozenset({(9, 11)})  # days that name what happened on them once


def yearless(prose: Prose, anchor: Anchor, before: Prose | None) -> Iterator[Reading]:
    """Read days and months without a year; nothing if only the year of publication is known.

    ``before`` is the text before this one: the year spoken of last may stand there.
    """
    near = near_months(prose.text, 0, len(prose.text)) if anchor.month else None
    if near:
        if _DIGIT.search(prose.text, *near):
            yield from _days(prose, anchor, before, near)
        yield from _months(prose, anchor, before, near)


def _days(prose: Prose, anchor: Anchor, before: Prose | None, near: Bounds) -> Iterator[Reading]:
    for form in (_DAY_MONTH, _MONTH_DAY):
        for match in form.finditer(prose.text, *near):
            reading = _day(prose, anchor, before, match)
            if reading:
                yield reading


def _day(
    prose: Prose, anchor: Anchor, before: Prose | None, match: re.Match[str]
) -> Reading | None:
    context = _BEFORE_DAY.search(prose.text, max(0, match.start() - 24), match.start())
    word = (context["word"] or context["group"] or "").lower() if context else ""
    month = month_number(match["m"])
    first = _latest_day(anchor, month, day_number(match["d"]))
    last = _latest_day(anchor, month, day_number(match["e"])) if match["e"] else first
    if not first or not last or first > last or not _names_a_day(match, word):
        return None
    if context and context["weekday"] and context["weekday"] != WEEKDAYS[first.weekday()]:
        return None
    sentence = prose.sentence(match.start())
    if not _of_year(prose, before, match.start(), sentence, first.year):
        return None
    sure = sentence.past and not sentence.supposed
    strong = word in _AT or (context is not None and context["weekday"] is not None)
    period = from_to(first, last)
    return Reading(
        *match.span(), period, DAY_MONTH, Certainty.HIGH if sure and strong else Certainty.MEDIUM
    )


def _names_a_day(match: re.Match[str], word: str) -> bool:
    """Whether it is a day of this year, and no group, count, deadline, or name of an event."""
    text, end = match.string, match.end()
    ordinal = match.groupdict().get("of") and not match["d"].isdigit()
    if word in _NEVER_AT and not (word == "the" and ordinal):
        return False
    if match.start("m") < match.start("d") and not word and _COUNTED.match(text, end):
        return False
    if (month_number(match["m"]), day_number(match["d"])) in _OF_ALL_YEARS:
        return False
    return not _NAME_OF_GROUP.match(text, end)


def _latest_day(anchor: Anchor, month: int, day: int) -> date | None:
    """The latest such day not after publication, None if it is over half a year back or unsure."""
    back = (anchor.month - month) % 12
    if not anchor.day and not 0 < back < 6:
        return None
    year = anchor.year - (month > anchor.month or (month == anchor.month and day > anchor.day))
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    if anchor.date and anchor.date - found > _HALF_A_YEAR:
        return None
    return found


def _of_year(prose: Prose, before: Prose | None, place: int, sentence: Sentence, year: int) -> bool:
    """Whether the sentence speaks of what was in ``year``, as far as words can tell."""
    if sentence.to_come or sentence.every_year or prose.speaks_of_another_year(sentence.end):
        return False
    last = prose.last_year(place)
    if last is None and before:
        last = before.last_year()
    return {last, *prose.years(place, sentence, back=0)} <= {None, year}


_NAMES = frozenset({"April", "May", "June", "August", "March"})
_MONTH = re.compile(rf"{FULL_MONTH}{_NO_YEAR}(?!{SPACE}(?:Day|of{SPACE}\d)|,?{SPACE}{YEAR})")
_BEFORE_MONTH = re.compile(
    r"\b(?:(?P<word>[Ii]n|[Ss]ince|[Dd]uring|[Aa]fter|[Bb]efore|[Ff]rom)"
    rf"(?:{SPACE}(?:early|late|mid))?(?:{SPACE}|(?<=mid)-|{SPACE}mid-)|[Tt]he{SPACE})\Z"
)
_OF_EVENT = re.compile(
    rf"{SPACE}(?:[a-z][\w-]{{1,20}}{SPACE}){{0,2}}?"
    r"(?:elections?|polls?|vote|referendum|summit|attacks?|bombings?|meeting|conference|talks|"
    r"agreement|accord|deal|cease-?fire|truce|earthquake|floods|protests?|demonstrations?|riots|"
    r"killings?|raids?|offensive|session|decision|ruling)\b"
)
_CAPITAL = re.compile(rf"{SPACE}[A-Z]|['’]s\b")
_IN = re.compile(rf"\b[Ii]n(?:{SPACE}(?:early|late|mid))?(?:{SPACE}|{SPACE}mid-)\Z")


def _months(prose: Prose, anchor: Anchor, before: Prose | None, near: Bounds) -> Iterator[Reading]:
    for match in _MONTH.finditer(prose.text, *near):
        month = month_number(match[0])
        year = _latest_year(anchor, month)
        if not year or not _names_a_month(match):
            continue
        sentence = prose.sentence(match.start())
        habit = not sentence.past and _IN.search(
            prose.text, max(0, match.start() - 24), match.start()
        )
        if not habit and _of_year(prose, before, match.start(), sentence, year):
            sure = sentence.past and not sentence.supposed and month != anchor.month
            period = Period(when=f"{year:04}-{month:02}", relative=True)
            certainty = Certainty.HIGH if sure else Certainty.MEDIUM
            yield Reading(*match.span(), period, MONTH_ALONE, certainty)


def _names_a_month(match: re.Match[str]) -> bool:
    """Whether the word is the month, and no person of that name ("in June Smith's view")."""
    text, start, end = match.string, match.start(), match.end()
    context = _BEFORE_MONTH.search(text, max(0, start - 24), start)
    if not context:
        return False
    word = context["word"]
    if word is None:
        return _OF_EVENT.match(text, end) is not None
    if match[0] not in _NAMES:
        return True
    return word.lower() not in ("after", "before", "from") and not _CAPITAL.match(text, end)


def _latest_year(anchor: Anchor, month: int) -> int | None:
    """The year of the latest such month, None if it ended over half a year back or is unsure."""
    back = (anchor.month - month) % 12
    year, _ = anchor.months_back(back)
    if not back and 0 < anchor.day < _SECOND_WEEK:
        return None
    if not anchor.date:
        return year if back < 6 else None
    end = date(year, month, monthrange(year, month)[1])
    return year if anchor.date - end <= _HALF_A_YEAR else None
