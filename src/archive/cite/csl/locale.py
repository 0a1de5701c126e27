"""A locale: the words, the ordinals, the forms of dates and the options of one language.

CSL 1.0.2, "Locale Files" and "Locale Fallback". What a style says of itself (``cs:locale``) comes
before the locale files, a dialect before its language, and American English comes last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, TypeAlias
from xml.etree import ElementTree

from archive.cite.csl import locales, rich_text
from archive.cite.csl.style_file import CSL
from archive.cite.csl.tree import Quotes

_SINGLE, _MULTIPLE = f"{CSL}single", f"{CSL}multiple"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

#: What a form falls back on, when a term has none of it ("Terms", "form").
_FORMS = {
    "long": ("long",),
    "short": ("short", "long"),
    "verb": ("verb", "long"),
    "verb-short": ("verb-short", "verb", "long"),
    "symbol": ("symbol", "short", "long"),
}
#: What a gender falls back on; a term with nothing but genders has its feminine for neuter.
_GENDERS: dict[str | None, tuple[str | None, ...]] = {
    "masculine": ("masculine", None, "feminine"),
    "feminine": ("feminine", None, "masculine"),
}
_NEUTER: tuple[str | None, ...] = (None, "feminine", "masculine")

_Element: TypeAlias = ElementTree.Element
_Terms: TypeAlias = dict[tuple[str, str, str | None], tuple[str, str]]


class DateFormat(NamedTuple):
    """How a locale prints dates: the attributes of ``cs:date`` and of each ``cs:date-part``."""

    attributes: Mapping[str, str]
    parts: tuple[Mapping[str, str], ...]


@dataclass(slots=True)
class _Words:
    """What one file, or one ``cs:locale`` of a style, says."""

    #: (name, form, gender form) to (singular, plural).
    terms: _Terms = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    #: (match, digits, gender) to the name of an ordinal; None unless there is a term "ordinal".
    ordinals: dict[tuple[str, int, str], str] | None = None
    dates: dict[str, DateFormat] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)

    def stand_in_for(self, other: _Words) -> None:
        """Forget every form of the terms that ``other`` has in any: no English between others."""
        names = {key[0] for key in other.terms}
        self.terms = {key: value for key, value in self.terms.items() if key[0] not in names}

    def lay_over(self, other: _Words) -> None:
        """Take what ``other`` says, keep what it is silent about.

        A set of ordinals is taken whole. Terms ``ordinal-01`` … without ``ordinal`` are no set,
        though the specification would have it so: they put other words in place of those which
        are there (as citeproc-js; some fifty styles written for CSL 1.0 have them).
        """
        if other.ordinals is not None:
            self.terms = {k: v for k, v in self.terms.items() if not k[0].startswith("ordinal")}
            self.ordinals = other.ordinals
        self.terms.update(other.terms)
        self.genders.update(other.genders)
        self.dates.update(other.dates)
        self.options.update(other.options)


class Locale:
    """The terms, dates and options that a style is printed with.

    Args:
        language: as it was asked for (``de-AT``); it need not exist.
    """

    def __init__(self, language: str, words: _Words) -> None:
        self.language = language
        self.english = language.lower().replace("_", "-").split("-")[0] == "en"
        self.turkic = language.lower()[:2] in ("az", "tr")
        self.dates: Mapping[str, DateFormat] = words.dates
        self.options: Mapping[str, str] = words.options
        self.punctuation_in_quote = words.options.get("punctuation-in-quote") == "true"
        self.limit_day_ordinals = words.options.get("limit-day-ordinals-to-day-1") == "true"
        self._terms = words.terms
        marks = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
        self.quotes = Quotes(*(self.raw_term(mark) or "" for mark in marks))
        self._read = rich_text.reader(self.quotes)
        self._genders = words.genders
        self._ordinals = words.ordinals or {}
        self._shown: dict[tuple[str, str, bool, str | None], str | None] = {}

    @classmethod
    def load(cls, name: str, overrides: Iterable[_Element] = ()) -> Locale:
        """The locale for ``name`` (``de-AT``, ``de``; empty: en-US).

        Args:
            overrides: the ``cs:locale`` elements of a style, in its order.
        """
        wanted = (name or locales.FALLBACK).replace("_", "-")
        primary = locales.of_language(wanted)
        if primary and primary.split("-")[0].lower() == wanted.lower():
            wanted = primary
        words = _Words()
        words.lay_over(_file(locales.FALLBACK))
        for file in dict.fromkeys((primary, locales.of_style(wanted))):
            if file and file != locales.FALLBACK:
                words.stand_in_for(_file(file))
                words.lay_over(_file(file))
        language = wanted.split("-")[0]
        elements = [(element.get(_LANGUAGE), element) for element in overrides]
        for tongue in dict.fromkeys((None, language.lower(), wanted.lower())):
            for own, element in elements:
                if (own.replace("_", "-").lower() if own else None) == tongue:
                    words.lay_over(_read(element))
        return cls(wanted, words)

    def term(
        self, name: str, form: str = "long", plural: bool = False, gender: str | None = None
    ) -> str | None:
        """A term as marked text; None if the locale does not have it, empty if it has it empty."""
        key = (name, form, plural, gender)
        try:
            return self._shown[key]
        except KeyError:
            raw = self.raw_term(name, form, plural, gender)
            shown = self._shown[key] = self._read(raw) if raw else raw
            return shown

    def raw_term(
        self, name: str, form: str = "long", plural: bool = False, gender: str | None = None
    ) -> str | None:
        """A term as it stands in the locale; as ``term`` otherwise."""
        name = "sub-verbo" if name == "sub verbo" else name
        for kind in _FORMS.get(form, _FORMS["long"]):
            for choice in _GENDERS.get(gender, _NEUTER):
                found = self._terms.get((name, kind, choice))
                if found is not None:
                    return found[plural]
        return None

    def gender(self, name: str) -> str | None:
        """The gender of the noun that the term ``name`` is (``masculine``); None if it has none."""
        return self._genders.get(name)

    def ordinal(self, number: int, gender: str | None = None) -> str:
        """``number`` with the ending that makes it an ordinal: ``1st``, marked text.

        A rule for the whole number comes before one for its last two digits, and that before
        one for its last digit ("Ordinals").
        """
        digits = abs(number)
        places = (
            ("whole-number", digits),
            ("last-two-digits", digits % 100),
            ("last-digit", digits % 10),
        )
        ending = self.term("ordinal", gender=gender)
        for kind in (gender, "neuter") if gender else ("neuter",):
            rule = next((r for p in places if (r := self._ordinals.get((*p, kind)))), None)
            ending = self.term(rule, gender=gender) if rule else ending
            if ending:
                break
        return f"{number}{ending or ''}"

    def long_ordinal(self, number: int, gender: str | None = None) -> str:
        """``first`` to ``tenth``, as marked text; for other numbers as ``ordinal``."""
        term = self.term(f"long-ordinal-{number:02d}", gender=gender)
        return term or self.ordinal(number, gender)


@cache
def _file(name: str) -> _Words:
    return _read(ElementTree.parse(locales.path(name)).getroot())


def _read(element: _Element) -> _Words:
    """What a ``cs:locale``, of a file or of a style, says."""
    words = _Words()
    for child in element.iter():
        kind = child.tag.removeprefix(CSL)
        if kind == "term":
            _read_term(child, words)
        elif kind == "style-options":
            words.options.update(child.attrib)
        elif kind == "date":
            parts = tuple(dict(part.attrib) for part in child.findall(f"{CSL}date-part"))
            words.dates[child.get("form", "")] = DateFormat(dict(child.attrib), parts)
    if ("ordinal", "long") in {key[:2] for key in words.terms if key[0] == "ordinal"}:
        words.ordinals = _ordinals(element)
    return words


def _read_term(element: _Element, words: _Words) -> None:
    name = "sub-verbo" if element.get("name") == "sub verbo" else element.get("name", "")
    gender = element.get("gender-form")
    key = (name, element.get("form") or "long", None if gender == "neuter" else gender)
    single = multiple = None
    if len(element):
        single, multiple = _text(element.find(_SINGLE)), _text(element.find(_MULTIPLE))
    if single is None and multiple is None:
        single = multiple = _text(element)
    words.terms[key] = (single or "", multiple or "")
    if noun := element.get("gender"):
        words.genders[name] = noun


def _text(element: _Element | None) -> str | None:
    """The text of an element; None if there is no element."""
    return None if element is None else element.text or ""


def _ordinals(element: _Element) -> dict[tuple[str, int, str], str]:
    """The rules for ordinals: (match, digits, gender) to the name of the term."""
    rules = {}
    for term in element.iter(f"{CSL}term"):
        name = term.get("name", "")
        digits = name.removeprefix("ordinal-")
        if digits != name and digits.isdecimal():
            usual = "last-digit" if digits.startswith("0") else "last-two-digits"
            match = term.get("match") or usual
            rules[match, int(digits), term.get("gender-form") or "neuter"] = name
    return rules
