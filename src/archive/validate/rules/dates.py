"""D: dates are in order, and say what is printed."""

from __future__ import annotations

from collections.abc import Iterator

from archive.attribution.calendar import printed_dates
from archive.tei.statements import plain
from archive.tei.xml import LANG, Element, local
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.rules.evidence import rule_of
from archive.validate.subject import Subject, shown

REVERSED = Rule(
    code="D001",
    title="a period ends before it begins",
    reason="No day lies in it: one of the two dates is wrong.",
    example='notBefore="2008-06-12" notAfter="2008-06-02"',
    remedy="mend the two dates",
    source="TEI P5, att.datable.w3c",
)
AHEAD = Rule(
    code="D002",
    title="a date in the past of the text is resolved to after publication",
    reason="What an article tells of as past had happened when it was published.",
    example='<date when="2009-05-21" datingPoint="#d-pub">21 May</date> in a piece of 13 June 2008',
    remedy="resolve the date anew against the date of publication",
    source="docs/decisions.md (evidence)",
)
NO_DATE_RULE = Rule(
    code="D003",
    title="a relative date was resolved by something that is no rule of dates",
    reason="How a relative date was counted can be checked only by its rule.",
    example='<date datingPoint="#d-pub" ana="#rule.title.first-line" ...>',
    remedy="name the rule of dates in ana, or sign the date as an editor",
    source="docs/decisions.md (evidence)",
)
TOO_EARLY = Rule(
    code="D004",
    title="the piece was distributed before it was published",
    reason="A service passes on what has appeared; one of the two dates is wrong, or the two are "
    "interchanged, here or in the copy itself, where they are kept as printed.",
    example="published 2008-06-13, distributed 2008-06-12",
    remedy="look at both statements again",
    source="docs/decisions.md (evidence)",
    severity="warning",
)
MISREAD = Rule(
    code="D005",
    title="a date is not the one that is printed",
    reason="A date that is printed in full means that day.",
    example='<date when="2008-06-31">13 June 2008</date>',
    remedy="give the printed date in ISO 8601: 13 June 2008 is 2008-06-13",
    source="ISO 8601; attribution.calendar",
)
CHECK_AHEAD = Rule(
    code="D006",
    title="a date that an editor resolved lies after publication",
    reason="An article may look ahead, but a date in the future is more often a slip.",
    example='<date when="2009-05-21" datingPoint="#d-pub" resp="#resp-editor-1">21 May</date>',
    remedy="look again; if the text does look ahead, leave datingPoint out",
    source="docs/decisions.md (evidence)",
    severity="warning",
)

LOOKING_AHEAD = frozenset(
    [
        "rule.date.last-this-next-year",
        "rule.date.last-this-next-month",
        "rule.date.this-next-week",
        "rule.date.yesterday-tomorrow",
    ]
)
"""The rules of dates whose result may lie after publication."""


def check(subject: Subject) -> Iterator[Finding]:
    """All dates of a record."""
    for low, high in (("notBefore", "notAfter"), ("from", "to")):
        for element in subject.having(low):
            if local(element) != "biblScope":  # from and to count characters or bytes there
                yield from _reversed(subject, element, low, high)
    if subject.root.get(LANG) in ("en", "und"):  # the printed form is compared in English alone
        for date in subject.all("date"):
            if date.get("cert") is not None:
                yield from misread(subject, date)
    for date in next(subject.all("text")).iter("{*}date"):
        if date.get("datingPoint") is not None:
            yield from _relative(subject, date)
    yield from _chain(subject)


def _reversed(subject: Subject, element: Element, low: str, high: str) -> Iterator[Finding]:
    start, end = element.get(low), element.get(high)
    if start and end and first_day(start) > last_day(end):
        yield subject.finding(REVERSED, element, f"{low} {start} is later than {high} {end}")


def misread(subject: Subject, date: Element) -> Iterator[Finding]:
    """Compare with what is printed, if a date is printed in full."""
    text = plain(date) if date.get("source") is None else subject.read(date) or ""
    printed = [found.iso for found in printed_dates(text)]
    if printed and not any(_agrees(date, iso) for iso in printed):
        message = f"{shown(text)} is {printed[0]}, not {_meaning(date)}"
        yield subject.finding(MISREAD, date, message)


def _agrees(date: Element, iso: str) -> bool:
    when = date.get("when")
    if when:  # a person may be content with the year, or know the day; a rule reads what is printed
        return iso == when or (not rule_of(date) and (iso.startswith(when) or when.startswith(iso)))
    start, end = bounds(date)
    return first_day(start) <= last_day(iso) and first_day(iso) <= last_day(end)


def bounds(date: Element) -> tuple[str, str]:
    """The bounds of a date; an open one is the beginning or the end of time."""
    when = date.get("when")
    start = when or date.get("notBefore") or date.get("from") or "0001"
    return start, when or date.get("notAfter") or date.get("to") or "9999"


def _meaning(date: Element) -> str:
    return date.get("when") or " to ".join(bounds(date))


def _relative(subject: Subject, date: Element) -> Iterator[Finding]:
    rules = [p for p, _ in subject.targets(date, "ana") if p.startswith("rule.")]
    if rules and not rules[0].startswith("rule.date."):
        message = f"{shown(date)} is resolved by {rules[0].removeprefix('rule.')}"
        yield subject.finding(NO_DATE_RULE, date, message)
    anchors = [t for _, t in subject.targets(date, "datingPoint") if t is not None]
    if not anchors or LOOKING_AHEAD.intersection(rules):
        return
    start, published = bounds(date)[0], bounds(anchors[0])[1]
    if first_day(start) > last_day(published):
        message = f"{shown(date)} is {start}, after publication on {published}"
        yield subject.finding(AHEAD if rules else CHECK_AHEAD, date, message)


def _chain(subject: Subject) -> Iterator[Finding]:
    dates = {
        name: date
        for name in ("bibl-distributed", "bibl-published")
        if (item := subject.by_id.get(name)) is not None
        for date in item.iter("{*}date")
        if date.get("when") or date.get("from")
    }
    if len(dates) < 2:
        return
    distributed, published = dates["bibl-distributed"], dates["bibl-published"]
    if last_day(bounds(distributed)[1]) < first_day(bounds(published)[0]):
        message = f"distributed {_meaning(distributed)}, published {_meaning(published)}"
        yield subject.finding(TOO_EARLY, distributed, message)


def first_day(date: str) -> str:
    """The first day that a date as exact as known can mean, as text that sorts."""
    return (date + "-01-01")[:10]


def last_day(date: str) -> str:
    """The last day that it can mean; every month is given 31, for dates are only compared."""
    return (date + {4: "-12-31", 7: "-31"}.get(len(date), ""))[:10]


FAMILY = Family((REVERSED, AHEAD, NO_DATE_RULE, TOO_EARLY, MISREAD, CHECK_AHEAD), check)
