"""CSL 1.0.2, "Date": dates as a style or a locale prints them. What they say: ``date_values``.

Where the specification is silent, ranges are printed as citeproc-js does: what both ends share is
printed once, in its place, and the delimiter is that of the last part which is printed twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from archive.cite.csl import formatting, rich_text
from archive.cite.csl.date_values import Date as Date
from archive.cite.csl.date_values import Moment
from archive.cite.csl.date_values import sort_key as sort_key
from archive.cite.csl.locale import Locale

Attributes = Mapping[str, str]
#: Writes a date; the second argument is a year suffix, set behind the last year.
Write = Callable[[Date, str], str]

_UNITS = ("year", "month", "day")
_EN_DASH = "–"
_PART = formatting.Place(quotes=False)


def compile_date(attributes: Attributes, parts: Iterable[Attributes], locale: Locale) -> Write:
    """The function that writes a date as a ``cs:date`` asks for; its affixes are the caller's.

    Args:
        attributes: of the ``cs:date``; with ``form``, the date is localized.
        parts: the attributes of each ``cs:date-part`` in it.
    """
    delimiter, layout = _layout(attributes, list(parts), locale)
    made = [_Part.make(part, locale) for part in layout if part.get("name") in _UNITS]
    dash = locale.term("year-range-delimiter") or _EN_DASH
    year = next((part for part in made if part.name == "year"), None)

    def write(date: Date, suffix: str) -> str:
        if date.literal:
            return year.literal(date.literal) if year else ""
        if len(date.ends) == 1:
            end = date.ends[0]
            texts = [part.text(end, suffix if part is year else "") for part in made]
            return delimiter.join([text for text in texts if text])
        return _range(date, made, delimiter, dash, suffix)

    return write


def shown_parts(
    attributes: Attributes, parts: Iterable[Attributes], locale: Locale
) -> frozenset[str]:
    """Which of ``year``, ``month`` and ``day`` a ``cs:date`` prints."""
    _, layout = _layout(attributes, list(parts), locale)
    return frozenset(part.get("name", "") for part in layout) & frozenset(_UNITS)


def _layout(
    attributes: Attributes, parts: list[Attributes], locale: Locale
) -> tuple[str, list[Attributes]]:
    """The delimiter and the parts in order, the style's own or the locale's as it changes them."""
    form = attributes.get("form")
    if form is None:
        return rich_text.affix(attributes.get("delimiter", "")), parts
    localized = locale.dates.get(form)
    if localized is None:
        return "", []
    shown = (attributes.get("date-parts") or "year-month-day").split("-")
    # what the style says of a part comes first, affixes included, as in citeproc-js
    changes = {part.get("name"): part for part in parts}
    layout: list[Attributes] = [
        {**part, **changes.get(part.get("name"), {})}
        for part in localized.parts
        if part.get("name") in shown
    ]
    return rich_text.affix(localized.attributes.get("delimiter", "")), layout


class _Part(NamedTuple):
    """A ``cs:date-part``: what it prints of one end of a date, and what goes round it."""

    name: str
    prefix: str
    suffix: str
    range_delimiter: str | None
    bare: Callable[[Moment], str]
    era: Callable[[Moment], str]
    around: Callable[[str], str]

    @classmethod
    def make(cls, attributes: Attributes, locale: Locale) -> _Part:
        name = attributes.get("name", "")
        prefix, suffix = formatting.affixes(attributes)
        inner = {key: value for key, value in attributes.items() if key not in ("prefix", "suffix")}
        wrap, english = formatting.wrap(inner, _PART), locale.english
        delimiter = attributes.get("range-delimiter")
        return cls(
            name=name,
            prefix=prefix,
            suffix=suffix,
            range_delimiter=rich_text.affix(delimiter) if delimiter else None,
            bare=_FORMS[name](attributes.get("form", ""), locale),
            era=_era(locale) if name == "year" else lambda _: "",
            around=(lambda text: wrap(text, english)) if wrap else lambda text: text,
        )

    def text(self, end: Moment, year_suffix: str = "") -> str:
        core, suffix = self.core(end, year_suffix)
        return f"{self.prefix}{core}{suffix}" if core else ""

    def core(self, end: Moment, year_suffix: str = "", *, era: bool = True) -> tuple[str, str]:
        """The part, empty if the date does not say it; and what stands behind it.

        An era stands right after the year, or after the word for "year" that is its suffix. The
        affixes of the part stand round the letter of the year, too, as in citeproc-js.
        """
        bare = self.bare(end)
        if not bare:
            return "", ""
        after = self.era(end) if era else ""
        letter = f"{self.prefix}{self.around(year_suffix)}{self.suffix}" if year_suffix else ""
        if after and any(sign.isalpha() for sign in self.suffix):
            return self.around(bare) + self.suffix + after, letter
        return self.around(bare) + after, self.suffix + letter

    def literal(self, words: str) -> str:
        return f"{self.prefix}{self.around(words)}{self.suffix}"


# --- the parts --------------------------------------------------------------------------------


def _year(form: str, _: Locale) -> Callable[[Moment], str]:
    def full(end: Moment) -> str:
        return str(abs(end.year)) if end.year else ""

    def short(end: Moment) -> str:
        digits = full(end)
        return digits[2:] if len(digits) == 4 else digits

    return short if form == "short" else full


def _era(locale: Locale) -> Callable[[Moment], str]:
    before, after = locale.term("bc") or "", locale.term("ad") or ""
    return lambda end: "" if end.year > 999 or not end.year else before if end.year < 0 else after


def _month(form: str, locale: Locale) -> Callable[[Moment], str]:
    numeric = form.startswith("numeric")
    form = form or "long"
    if numeric:
        width = 2 if form == "numeric-leading-zeros" else 1
        months = ["", *(f"{month:0{width}d}" for month in range(1, 13)), *("",) * 4]
    else:
        names = [f"month-{month:02d}" for month in range(1, 13)]
        names += [f"season-{season:02d}" for season in range(1, 5)]
        months = ["", *(locale.term(name, form) or "" for name in names)]
    seasons = [locale.term(f"season-{season:02d}") or "" for season in range(1, 5)]

    def write(end: Moment) -> str:
        if end.month:
            return months[end.month]
        season = end.season
        if not season:
            return ""
        return season if isinstance(season, str) else seasons[season - 1]

    return write


def _day(form: str, locale: Locale) -> Callable[[Moment], str]:
    if form == "numeric-leading-zeros":
        return lambda end: f"{end.day:02d}" if end.day else ""
    if form != "ordinal":
        return lambda end: str(end.day) if end.day else ""

    def ordinal(end: Moment) -> str:
        if not end.day:
            return ""
        if locale.limit_day_ordinals and end.day != 1:
            return str(end.day)
        return locale.ordinal(end.day, locale.gender(f"month-{end.month:02d}"))

    return ordinal


_FORMS: dict[str, Callable[[str, Locale], Callable[[Moment], str]]] = {
    "year": _year,
    "month": _month,
    "day": _day,
}


# --- ranges -----------------------------------------------------------------------------------


def _range(date: Date, parts: list[_Part], delimiter: str, dash: str, year_suffix: str) -> str:
    """Both ends of a range, in the order of the parts: what they share stands once."""
    start, end = date.ends
    twice = _twice(start, end, {part.name for part in parts})
    if not twice:
        end_texts = [part.text(start, year_suffix if part.name == "year" else "") for part in parts]
        return delimiter.join([text for text in end_texts if text])
    last = max(place for place, part in enumerate(parts) if part.name in twice)
    eras = not (any(end) and _same_era(start, end, parts))
    first_half: list[tuple[str, str, str]] = []
    second_half: list[tuple[str, str, str]] = []
    rest: list[tuple[str, str, str]] = []
    for place, part in enumerate(parts):
        shared = part.name not in twice
        letter = year_suffix if part.name == "year" else ""
        late = "" if shared or not any(end) else letter
        early = letter if not late else ""
        half = rest if place > last else first_half
        core, behind = part.core(start, era=shared or eras)
        half.append((part.prefix, core + early if core else "", behind))
        if not shared:
            second_half.append((part.prefix, *part.core(end, late)))
    dash = parts[last].range_delimiter or dash
    middle = (
        _join(first_half, delimiter, last=True) + dash + _join(second_half, delimiter, first=True)
    )
    return delimiter.join([text for text in (middle, _join(rest, delimiter)) if text])


def _twice(start: Moment, end: Moment, shown: set[str]) -> set[str]:
    """The parts that are printed for both ends: from the largest that differs down.

    Of an open range, that is all parts which its one end has.
    """
    if not any(start) or not any(end):
        return {unit for unit in shown if _has(start if any(start) else end, unit)}
    for place, unit in enumerate(_UNITS):
        if unit in shown and _differ(start, end, unit):
            return {u for u in _UNITS[place:] if u in shown and (u == unit or _has(end, u))}
    return set()


def _has(end: Moment, unit: str) -> bool:
    if unit == "month":
        return bool(end.month or end.season)
    return bool(end.year if unit == "year" else end.day)


def _differ(start: Moment, end: Moment, unit: str) -> bool:
    """Whether the ends differ in a part that the end of the range has."""
    if unit == "year":
        return bool(end.year) and start.year != end.year
    if unit == "month":
        return bool(end.month or end.season) and start[1::2] != end[1::2]
    return bool(end.day) and start.day != end.day


def _same_era(start: Moment, end: Moment, parts: list[_Part]) -> bool:
    return any(part.name == "year" and part.era(start) == part.era(end) for part in parts)


def _join(
    texts: list[tuple[str, str, str]], delimiter: str, *, first: bool = False, last: bool = False
) -> str:
    """Parts with their affixes; without the first prefix (``first``) or the last suffix."""
    kept = [list(text) for text in texts if text[1]]
    if kept and first:
        kept[0][0] = ""
    if kept and last:
        kept[-1][2] = ""
    return delimiter.join(["".join(text) for text in kept])
