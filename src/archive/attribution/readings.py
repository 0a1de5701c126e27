"""What the date rules share: the pieces of their patterns, and what they make of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from archive.attribution.calendar import MONTHS
from archive.model.article import Period
from archive.model.fact import Certainty, Rule

SPACE = r"\s{1,4}"
"""A pattern for the white space between two words, a line end among it or not."""

JOIN = r"\s?[-–—]\s?"
"""A pattern for a dash between two dates."""

TO = rf"(?:{JOIN}|{SPACE}(?:to|and|until|through){SPACE})"
"""A pattern for what joins the first date of a period with the last."""

ALONE = r"(?<![\w.,/:$£€–-])"
"""A pattern for the place before a number that is no part of a longer one."""

DONE = r"(?![\w/%-]|[.,:]\d|–(?=\w))"
"""A pattern for the place after a number that is no part of a longer one."""

_THINGS = (
    r"(?:people|men|women|children|dead|feet|or|"
    r"(?!(?:was|has|is|his|this|its|as|does|perhaps|always|across|less)\b)[a-z-]{2,20}s)\b"
)

PLURAL = rf"{SPACE}{_THINGS}"
"""A pattern for what follows a number that counts: a thing in the plural, or the like."""

COUNTED = rf"{SPACE}(?:(?!the\b|an?\b)[a-z-]{{2,20}}{SPACE})?{_THINGS}"
"""The same, maybe after one more word ("old houses"): sure of fewer years."""

EVENT = (
    r"(?:elections?|polls?|vote|referendum|wars?|invasion|uprising|revolution|coup|revolt|riots|"
    r"agreement|accords?|treaty|truce|cease-?fire|summit|conference|constitution|census|attacks?|"
    r"bombings?|massacre|genocide|earthquake|tsunami|floods|hurricane|crisis|intifada|partition|"
    r"declaration|resolution|initiative|protests?|demonstrations?|killings?|assassination|"
    r"convention|World\sCup|Olympics|Olympic\sGames)"
)
"""A pattern for the kinds of event that an article names by their year."""


FULL_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
"""A pattern for one month name in full."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Names of the days of the week, as ``date.weekday`` counts them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A date expression: where it stands in a text, what it means, and which rule says so."""

    start: int
    end: int
    period: Period
    rule: Rule
    certainty: Certainty = Certainty.HIGH


def month_number(name: str) -> int:
    """1 to 12, of a month as printed."""
    return MONTHS[name.rstrip(".").lower()]


def day_number(printed: str) -> int:
    """The number of a day as printed, with or without its ending."""
    return int(printed.rstrip("stndrh"))


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date of publication, as exactly as it is known; 0 for what is not known."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, value: str) -> Anchor | None:
        """Read an ISO date, maybe partial, or a range, of which only the common part counts.

        >>> Anchor.of("2006-10-24/2006-10-30")
        Anchor(year=2006, month=10, day=0)
        """
        dates = [_ISO.fullmatch(part) for part in value.split("/")]
        parts = [tuple(int(p or 0) for p in match.groups()) for match in dates if match]
        if not parts or len(parts) < len(dates) or not all(_exists(*part) for part in parts):
            return None
        common: list[int] = []
        for first, last in zip(parts[0], parts[-1], strict=True):
            if first != last:
                break
            common.append(first)
        return cls(*common) if common else None

    @property
    def date(self) -> date | None:
        """The day, if it is known."""
        return date(self.year, self.month, self.day) if self.day else None

    def months_back(self, count: int) -> tuple[int, int]:
        """The year and the month ``count`` months before."""
        number = self.year * 12 + self.month - 1 - count
        return number // 12, number % 12 + 1


_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return False
    return 1000 <= year <= 9000


def from_to(first: date, last: date) -> Period:
    """The period of two days, both in it, or of one; counted from publication."""
    if first == last:
        return Period(when=first.isoformat(), relative=True)
    return Period(not_before=first.isoformat(), not_after=last.isoformat(), relative=True)
