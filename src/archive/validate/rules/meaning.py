"""M: what the program made of printed words is what its rules make of the same words.

Whether a rule reads "last week" as a date depends on the sentence; what it means then does not.
So a rule is asked again about the words alone, in a sentence that says nothing else. That the
rules would still read the whole copy so is what ``archive rebuild --check`` says: it takes three
times as long as all of these rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.model.fact import Certainty
from archive.resources import version
from archive.tei.statements import children, plain
from archive.tei.xml import LANG, Element, local
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.rules import dates
from archive.validate.rules._permission import differences
from archive.validate.rules.evidence import rule_of
from archive.validate.subject import Subject, shown, words

if TYPE_CHECKING:
    from archive.attribution.readings import Reading

_REMEDY = (
    "take the file back from version control, or read it anew, 'archive rebuild ID'; a person who "
    "knows better signs the statement (resp)"
)

OTHER_DATE = Rule(
    code="M001",
    title="a date is not what its rule makes of the same words",
    reason="What 'last week' means follows from the day of publication; nobody has signed another "
    "meaning.",
    example='<date when="2008-05-22" ...>21 May</date> in a piece of 13 June 2008',
    remedy=_REMEDY,
    source="archive.attribution.yearless, archive.attribution.distances",
)
TOO_SURE = Rule(
    code="M002",
    title="a date is surer than its rule ever is",
    reason="Certainty is the rule's; who is surer than the rule signs it.",
    example='<date cert="high" ana="#rule.date.recent" ...>recent months</date>',
    remedy=_REMEDY,
    source="archive.attribution.distances",
)
OTHER_NAME = Rule(
    code="M003",
    title="a name is parted otherwise than the program parts it",
    reason="What is taken for the surname decides what the record is called and how it is cited.",
    example="<forename>Samdani</forename> <surname>Mehlaqa</surname>",
    remedy=_REMEDY,
    source="archive.attribution.people",
)
NO_PAIR = Rule(
    code="M004",
    title="a short form is not that of the name it points to",
    reason="Its letters are those of the words of its own name, which stands right before it.",
    example="North West Frontier Province (<abbr corresp=...>FATA</abbr>)",
    remedy="point to the name before the parenthesis (corresp), or take the two marks away",
    source="archive.attribution.abbreviations",
)

OTHER_RIGHT = Rule(
    code="M005",
    title="the permission is said to permit something else than its rules read in it",
    reason="Who republishes a piece relies on it, and nobody has signed another reading.",
    example='<item ana="#right.sell.permitted #rule.rights.granted">sell: permitted</item> of '
    '"Copyright permission is granted for publication."',
    remedy=_REMEDY,
    source="archive.attribution.rights; docs/decisions.md (rights)",
)

COUNTED = {
    "date.day-month": ("On {} they met.",),
    "date.month": ("In {} they met.",),
    "date.weekday": ("They met on {}.",),
    "date.yesterday-tomorrow": ("They met {}.", "They will meet {}."),
    **dict.fromkeys(
        (
            *("date.last-this-next-year", "date.last-this-next-month", "date.last-week"),
            *("date.this-next-week", "date.last-month-named", "date.last-weekday", "date.ago"),
            "date.recent",
        ),
        ("They met {}.",),
    ),
}
"""The rules that count from the date of publication -> sentences in which they read most surely."""
PRINTED = {
    "date.day-month-year": ("They met on {}.",),
    "date.month-year": ("They met in {}.",),
    "date.days": ("They met on {}.",),
    "date.months": ("They met in {}.",),
    "date.year": ("They met in {}.",),
    "date.years": ("They met in {}.", "They met between {}."),
    "date.decade": ("They met in the {}.",),
}
"""The rules that read dates with their years -> the same."""
_IN_FULL = ("date.day-month-year", "date.month-year")  # D005 compares them, whoever states them
_SURE = tuple(Certainty)


def check(subject: Subject) -> Iterator[Finding]:
    """The dates and names that rules of this version read."""
    if subject.at("teiHeader/encodingDesc/appInfo/application")[0].get("version") != version():
        return
    yield from _names(subject)
    if subject.root.get(LANG) in ("en", "und"):
        yield from _dates(subject)
        yield from _short_forms(subject)
    for place, message, sure in differences(subject):
        yield subject.finding(TOO_SURE if sure else OTHER_RIGHT, place, message)


def _names(subject: Subject) -> Iterator[Finding]:
    from archive.attribution.people import person  # late, as the others: not all records need it

    stated = ("teiHeader/fileDesc/titleStmt/author", "standOff/listPerson/person")
    for entry in (e for path in stated for e in subject.at(path) if rule_of(e)):
        name = children(entry, "persName")[0]
        known = person(words(plain(name)))
        parts = (("forename", known.given), ("surname", known.family))
        wanted = [(tag, part) for tag, part in parts if part]
        if [(local(part), words(plain(part))) for part in name] != wanted:
            message = f"{shown(name)} is parted into {_parts(wanted)} by the program"
            yield subject.finding(OTHER_NAME, name, message)


def _parts(parts: list[tuple[str, str]]) -> str:
    return " and ".join(f"{tag} {shown(part)}" for tag, part in parts) or "nothing that is sure"


def _dates(subject: Subject) -> Iterator[Finding]:
    """The dates of the text; those that are counted say what they are counted from."""
    anchor = subject.by_id.get("d-pub")
    known = anchor is not None and not any(dates.misread(subject, anchor))
    for date in subject.having("cert"):
        if local(date) != "date" or date.get("source") is not None:
            continue
        rule, counted = rule_of(date), date.get("datingPoint") is not None
        if rule in (PRINTED if counted else COUNTED if known else ()):
            how = "is not counted from anything" if counted else "is counted from publication"
            message = f"{shown(date)} {how} by its rule, {rule}"
            yield subject.finding(OTHER_DATE, date, message)
        elif rule in PRINTED or (rule in COUNTED and known and not _is_impossible(date, anchor)):
            yield from _compared(subject, date, rule, anchor if counted else None)


def _is_impossible(date: Element, anchor: Element | None) -> bool:
    """Whether a rule of dates says that it cannot be, whatever is printed: D001 or D002."""
    start, end = dates.bounds(date)
    published = dates.bounds(anchor)[1] if anchor is not None else "9999"
    late = dates.first_day(start) > dates.last_day(published)
    ahead = f"rule.{rule_of(date)}" in dates.LOOKING_AHEAD
    return dates.first_day(start) > dates.last_day(end) or (late and not ahead)


def _compared(
    subject: Subject, date: Element, rule: str, anchor: Element | None
) -> Iterator[Finding]:
    text, published = words(plain(date)), ""
    if anchor is not None:
        published = anchor.get("when") or f"{anchor.get('from')}/{anchor.get('to')}"
    reading = _asked(rule, text, published)
    if reading is None:
        return
    period = reading.period
    means = (period.when, period.not_before, period.not_after)
    said = tuple(date.get(name, "") for name in ("when", "notBefore", "notAfter"))
    if said != means and rule not in _IN_FULL:
        message = f"{shown(text)} is {_worded(means)} by {rule}, not {_worded(said)}"
        yield subject.finding(OTHER_DATE, date, message)
    elif _SURE.index(Certainty(date.get("cert", ""))) < _SURE.index(reading.certainty):
        message = f"{shown(text)} is of {reading.certainty} certainty at most by {rule}"
        yield subject.finding(TOO_SURE, date, message)


def _worded(bounds: tuple[str, ...]) -> str:
    when, first, last = bounds
    return when or f"{first} to {last}"


@lru_cache(maxsize=1024)
def _asked(rule: str, text: str, published: str) -> Reading | None:
    """What a rule makes of a text; None if it reads no date in it."""
    from archive.attribution.dates import readings

    for sentence in (COUNTED | PRINTED)[rule]:
        for reading in readings(sentence.format(text), published):
            start = sentence.index("{")
            if (reading.start, reading.end) == (start, start + len(text)):
                return reading if reading.rule.name.replace("/", ".") == rule else None
    return None


def _short_forms(subject: Subject) -> Iterator[Finding]:
    """A name and its short form stand side by side: only so do the rules pair them."""
    paired = set()
    for short in subject.all("abbr"):
        for _, name in subject.targets(short, "corresp"):
            if name is None or local(name) != "expan":
                continue
            paired.add(name)
            before = short.getprevious()
            beside = before is not None and local(before) == "expan"
            if rule_of(name) and beside and before is not name:
                message = f"{shown(short)} points to {shown(name)}, which does not stand before it"
                yield subject.finding(NO_PAIR, short, message)
    for name in subject.all("expan"):
        if rule_of(name) and name not in paired and not _precedes_one(name):
            yield subject.finding(NO_PAIR, name, f"{shown(name)} has no short form behind it")


def _precedes_one(name: Element) -> bool:
    """Whether a short form stands behind it, which is then at fault for not pointing to it."""
    behind = name.getnext()
    return behind is not None and local(behind) == "abbr"


FAMILY = Family((OTHER_DATE, TOO_SURE, OTHER_NAME, NO_PAIR, OTHER_RIGHT), check)
