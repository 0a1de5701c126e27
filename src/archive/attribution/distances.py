"""Times that are named by their distance from the day of publication: "last week", "two years ago".

A piece may have been written days before it was published; what that could change is read with
less certainty, or not at all. English only: another language needs its own table of expressions.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from types import MappingProxyType

from archive.attribution.calendar import MONTH, WEEKDAY, near_months
from archive.attribution.readings import (
    FULL_MONTH,
    SPACE,
    WEEKDAYS,
    Anchor,
    Reading,
    from_to,
    month_number,
)
from archive.attribution.tense import Prose
from archive.model.article import Period
from archive.model.fact import Certainty, Rule

YEAR_BESIDE = Rule(
    "date/last-this-next-year",
    "'last year', 'this year' and 'next year' are counted from the year of publication.",
)
MONTH_BESIDE = Rule(
    "date/last-this-next-month",
    "'last month', 'this month' and 'next month' are counted from the month of publication.",
)
LAST_WEEK = Rule(
    "date/last-week",
    "'last week' is from the Monday of the calendar week before publication to the eve of it.",
)
WEEK_BESIDE = Rule(
    "date/this-next-week",
    "'this week' and 'next week' are the calendar week of publication and the one after it, "
    "Monday to Sunday.",
)
LAST_MONTH_NAMED = Rule(
    "date/last-month-named",
    "'last' with the name of a month is its latest occurrence, if that ended more than a month "
    "before publication.",
)
LAST_WEEKDAY = Rule(
    "date/last-weekday",
    "'last' with the name of a weekday is one of its two latest occurrences before publication.",
)
WEEKDAY_ALONE = Rule(
    "date/weekday",
    "'on' with the name of a weekday and a verb in the past is its latest occurrence before "
    "publication.",
)
DAY_BESIDE = Rule(
    "date/yesterday-tomorrow",
    "'yesterday' and 'tomorrow' are the days before and after publication, where the verb agrees.",
)
AGO = Rule("date/ago", "'two years ago' and the like are counted back from publication.")
RECENT = Rule(
    "date/recent", "'recent weeks', 'months' and 'years' are three of them up to publication."
)

_HIGH, _MEDIUM, _LOW = Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW
_COUNT = MappingProxyType(
    {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
    | {"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20}
    | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
)


def distances(prose: Prose, anchor: Anchor) -> Iterator[Reading]:
    """The readings of a text that count from the date of publication, as far as that is exact."""
    text = prose.text
    if any(map(text.__contains__, _SOME)) or ("ast" in text and near_months(text, 0, len(text))):
        matches = list(_BESIDE.finditer(text))
        for match in [*matches, *(_AGO.finditer(text) if "ago" in text else ())]:
            reading = _KINDS[str(match.lastgroup)](prose, anchor, match)
            if reading:
                yield reading


_SOME = (  # one of these stands in every such expression, but for "last May": most texts have none
    *("week", "month", "year", "ago", "omorrow"),
    *("nday", "sday", "iday", "rday"),  # yesterday, or a day of the week
)
_BESIDE = (
    re.compile(  # the first letter alone at the beginning: what begins otherwise is passed over
        r"[LlNnTtOoYyRr](?<![\w-].)(?:"
        rf"(?P<unit>(?:(?<=[Ll])ast|(?<=[Nn])ext|(?<=[Tt])his){SPACE}(?:week|month|year)(?![\w-]))|"
        rf"(?P<named>(?<=[Ll])ast{SPACE}{FULL_MONTH}(?![\w-]))|"
        rf"(?P<lastday>(?<=[Ll])ast{SPACE}{WEEKDAY}(?![\w-]))|"
        rf"(?<=[Oo])n{SPACE}(?P<weekday>{WEEKDAY})(?![\w-])|"
        r"(?P<adverb>(?:(?<=[Yy])esterday|(?<=[Tt])omorrow)(?![\w'’-]))|"
        rf"(?P<recent>(?<=[Rr])ecent{SPACE}(?:weeks|months|years)\b))"
    )
)
_AGO = re.compile(
    rf"(?<![\w-])(?P<count>\d{{1,2}}|(?i:{'|'.join(_COUNT)})){SPACE}(?P<ago>day|week|month|year)s?{SPACE}"
    r"ago\b"
)
_OWNED = re.compile(  # "the last year", "her last week": not the one before publication
    r"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur|[Yy]our|[Tt]his|[Tt]hat|past|each|"
    r"every|an?|any|no|very|to)|['’]s|s['’])\s{1,4}\Z"
)
_LENGTH = re.compile(rf"{SPACE}(?:of|or)\b")
_PRINTED_DAY = re.compile(
    rf",?{SPACE}(?:the{SPACE})?(?:\d|{MONTH})|{SPACE}(?:morning|evening|night|afternoon)s\b"
)


def _unit(prose: Prose, anchor: Anchor, match: re.Match[str]) -> Reading | None:
    which, unit = match[0].lower().split()
    step = {"last": -1, "this": 0, "next": 1}[which]
    if (step and _is_owned(match)) or _LENGTH.match(prose.text, match.end()):
        return None
    if unit == "year":
        return _year_beside(prose, anchor, match, step)
    if unit == "month":
        year, month = anchor.months_back(-step)
        period = Period(when=f"{year:04}-{month:02}", relative=True)
        return Reading(*match.span(), period, MONTH_BESIDE, _MEDIUM) if anchor.month else None
    if not anchor.date:
        return None
    monday = anchor.date + timedelta(days=7 * step - anchor.date.weekday())
    if step < 0:
        eve = anchor.date - timedelta(days=1)
        return Reading(*match.span(), from_to(monday, eve), LAST_WEEK, _MEDIUM)
    sunday = monday + timedelta(days=6)
    return Reading(*match.span(), from_to(monday, sunday), WEEK_BESIDE, _MEDIUM)


def _year_beside(prose: Prose, anchor: Anchor, match: re.Match[str], step: int) -> Reading:
    """High but for 'next year', a piece of early January, and a sentence that names other years."""
    sentence = prose.sentence(match.start())
    year = anchor.year + step
    others = set(prose.years(match.start(), sentence)) - {year, anchor.year}
    new_year = anchor.month == 1 and anchor.day < 15
    certainty = _MEDIUM if step > 0 or new_year or others else _HIGH
    return Reading(*match.span(), Period(when=str(year), relative=True), YEAR_BESIDE, certainty)


def _is_owned(match: re.Match[str]) -> bool:
    return _OWNED.search(match.string, max(0, match.start() - 12), match.start()) is not None


def _last_named(prose: Prose, anchor: Anchor, match: re.Match[str]) -> Reading | None:
    month = month_number(match[0].split()[1])
    back = (anchor.month - month) % 12 or 12
    if (
        not anchor.month
        or back < 2
        or _is_owned(match)
        or _PRINTED_DAY.match(prose.text, match.end())
    ):
        return None
    year, _ = anchor.months_back(back)
    period = Period(when=f"{year:04}-{month:02}", relative=True)
    return Reading(*match.span(), period, LAST_MONTH_NAMED, _MEDIUM)


def _last_weekday(prose: Prose, anchor: Anchor, match: re.Match[str]) -> Reading | None:
    if not anchor.date or _is_owned(match) or _PRINTED_DAY.match(prose.text, match.end()):
        return None
    if _LENGTH.match(prose.text, match.end()):
        return None
    latest = _weekday_before(anchor.date, match[0].split()[1])
    period = from_to(latest - timedelta(days=7), latest)
    return Reading(*match.span(), period, LAST_WEEKDAY, _MEDIUM)


def _weekday_before(day: date, name: str) -> date:
    """The latest day of that name before ``day``."""
    return day - timedelta(days=(day.weekday() - WEEKDAYS.index(name) - 1) % 7 + 1)


def _weekday(prose: Prose, anchor: Anchor, match: re.Match[str]) -> Reading | None:
    if not anchor.date or _PRINTED_DAY.match(prose.text, match.end()):
        return None
    if match["weekday"] == WEEKDAYS[anchor.date.weekday()]:
        return None  # the day of publication itself, or the one a week before
    if not _plainly_past(prose, match.start()):
        return None
    day = _weekday_before(anchor.date, match["weekday"])
    return Reading(*match.span("weekday"), from_to(day, day), WEEKDAY_ALONE, _MEDIUM)


def _plainly_past(prose: Prose, place: int) -> bool:
    """Whether the sentence tells of what was once, and lately."""
    sentence = prose.sentence(place)
    if not sentence.past or sentence.to_come or sentence.supposed or sentence.every_year:
        return False
    another = prose.speaks_of_another_year(sentence.end)
    return not another and not prose.years(place, sentence)


_FIGURATIVE = re.compile(
    r"\b(?:of|[Oo]nly|[Ll]ike|as|than|and|or|for|better|a|the|just|today|today's|were)\s{1,4}\Z"
)
_AND_TODAY = re.compile(rf"{SPACE}(?:and|or){SPACE}(?:to|yester)|['’]s\b")
_WILL = re.compile(r"\b[Ww]ill\b")


def _adverb(prose: Prose, anchor: Anchor, match: re.Match[str]) -> Reading | None:
    text, place = prose.text, match.start()
    if not anchor.date or _AND_TODAY.match(text, match.end()):
        return None
    if _FIGURATIVE.search(text, max(0, place - 12), place):
        return None
    sentence = prose.sentence(place)
    if match[0].lower() == "yesterday":
        step, certainty, agrees = -1, _MEDIUM, _plainly_past(prose, place)
    else:
        will = _WILL.search(text, sentence.start, sentence.end) is not None
        step, certainty, agrees = 1, _LOW, will and not sentence.supposed and not sentence.past
    day = anchor.date + timedelta(days=step)
    return Reading(*match.span(), from_to(day, day), DAY_BESIDE, certainty) if agrees else None


_ABOUT = re.compile(  # what makes the number before "ago" a rough one, or a part of another
    r"(?:\b(?:or|to|and|than|over|nearly|almost|about|around|some|roughly|only|just|barely|hundred|"
    r"thousand|million|of|every|perhaps|maybe|half|quarter)|\d|\d[.,]|[–-])\s{0,4}\Z"
)
_TO_THE_DAY = re.compile(rf"{SPACE}(?:today|this|next|last|on)\b")
_EXACT = MappingProxyType({"day": 3, "week": 3, "month": 3, "year": 4})
_MOST = MappingProxyType({"day": 13, "week": 8, "month": 11, "year": 99})


def _ago(prose: Prose, anchor: Anchor, match: re.Match[str]) -> Reading | None:
    printed, unit = match["count"].lower(), match["ago"]
    count = _COUNT.get(printed) or int(printed)
    if _ABOUT.search(prose.text, max(0, match.start() - 12), match.start()):
        return None
    if _TO_THE_DAY.match(prose.text, match.end()):
        return None
    if not 0 < count <= _MOST[unit]:
        return None
    period = _counted_back(anchor, count, unit)
    certainty = _MEDIUM if count <= _EXACT[unit] else _LOW
    return Reading(*match.span(), period, AGO, certainty) if period else None


def _counted_back(anchor: Anchor, count: int, unit: str) -> Period | None:
    if unit == "year":
        return Period(when=f"{anchor.year - count:04}", relative=True)
    if unit == "month":
        year, month = anchor.months_back(count)
        return Period(when=f"{year:04}-{month:02}", relative=True) if anchor.month else None
    if not anchor.date:
        return None
    day = anchor.date - timedelta(days=count * (7 if unit == "week" else 1))
    if unit == "day":
        return from_to(day, day)
    monday = day - timedelta(days=day.weekday())
    return from_to(monday, monday + timedelta(days=6))


_RECENT = 3


def _recent(prose: Prose, anchor: Anchor, match: re.Match[str]) -> Reading | None:
    unit = match[0].split()[1]
    if _MORE.search(prose.text, max(0, match.start() - 8), match.start()):
        return None
    period = _up_to(anchor, unit)
    return Reading(*match.span(), period, RECENT, _LOW) if period else None


_MORE = re.compile(r"\b[Mm](?:ore|ost)\s{1,4}\Z")


def _up_to(anchor: Anchor, unit: str) -> Period | None:
    """Three weeks, months or years up to publication, as exact as it is known."""
    if unit == "weeks":
        day = anchor.date
        return from_to(day - timedelta(weeks=_RECENT), day) if day else None
    if not anchor.month:
        bounds = (f"{anchor.year - _RECENT:04}", f"{anchor.year:04}") if unit == "years" else None
        return Period(not_before=bounds[0], not_after=bounds[1], relative=True) if bounds else None
    year, month = anchor.months_back(_RECENT * (12 if unit == "years" else 1))
    if not anchor.date:
        start, end = f"{year:04}-{month:02}", f"{anchor.year:04}-{anchor.month:02}"
        return Period(not_before=start, not_after=end, relative=True)
    return from_to(date(year, month, min(anchor.day, monthrange(year, month)[1])), anchor.date)


_KINDS: MappingProxyType[str, Callable[[Prose, Anchor, re.Match[str]], Reading | None]]
_KINDS = MappingProxyType(
    {
        "unit": _unit,
        "named": _last_named,
        "lastday": _last_weekday,
        "weekday": _weekday,
        "adverb": _adverb,
        "recent": _recent,
        "ago": _ago,
    }
)
