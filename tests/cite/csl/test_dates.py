"""Writing dates: the forms of parts, localized dates, ranges, eras, year suffixes."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

from archive.cite.csl import marks
from archive.cite.csl.dates import Date, Write, compile_date, shown_parts
from archive.cite.csl.locale import Locale

TEXT = '<date form="text"/>'
NUMERIC = '<date form="numeric"/>'
DAY_FIRST = """<date><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/>
    <date-part name="year"/></date>"""
ISO = """<date delimiter="-"><date-part name="year" range-delimiter="Y"/>
    <date-part name="month" form="numeric-leading-zeros" range-delimiter="M"/>
    <date-part name="day" form="numeric-leading-zeros" range-delimiter="D"/></date>"""


def element(xml: str) -> ElementTree.Element:
    return ElementTree.fromstring(xml)


def writer(xml: str, language: str = "en-US") -> Write:
    date = element(xml)
    return compile_date(date.attrib, [part.attrib for part in date], Locale.load(language))


def write(value: Any, xml: str, language: str = "en-US", suffix: str = "") -> str:
    date = Date.read(value, ("a", "issued"))
    assert date is not None
    return marks.bare(writer(xml, language)(date, suffix))


PARTS = {
    "day, month, year": ("2000-05-03", DAY_FIRST, "3 May 2000"),
    "no day": ("2000-05", DAY_FIRST, "May 2000"),
    "a year alone": ("2000", DAY_FIRST, "2000"),
    "the affixes of a part that is not there": (
        *("2000", '<date delimiter="/"><date-part name="year"/><date-part name="day" prefix="x"/>'),
        "2000",
    ),
    "short month": ("2000-05", '<date><date-part name="month" form="short"/></date>', "May"),
    "strip periods": (
        *("2000-01", '<date><date-part name="month" form="short" strip-periods="true"/></date>'),
        "Jan",
    ),
    "upper case": (
        *("2000-01", '<date><date-part name="month" text-case="uppercase"/></date>'),
        "JANUARY",
    ),
    "short year": ("2000", '<date><date-part name="year" form="short"/></date>', "00"),
    "short year of three digits": (
        *("0987", '<date><date-part name="year" form="short"/></date>'),
        "987 AD",
    ),
    "numeric month": ("2000-05", '<date><date-part name="month" form="numeric"/></date>', "5"),
    "ordinal": ("2000-05-22", '<date><date-part name="day" form="ordinal"/></date>', "22nd"),
    "a season": ("2000-21", DAY_FIRST, "Spring 2000"),
    "a season is no number": ("2000-21", ISO, "2000"),
    "a season in words": ({"date-parts": [[2000]], "season": "Trinity"}, DAY_FIRST, "Trinity 2000"),
    "a season in a number": ({"date-parts": [[2000]], "season": 4}, DAY_FIRST, "Winter 2000"),
    "before Christ": ("-0044-03-15", DAY_FIRST, "15 March 44 BC"),
    "after Christ": ("0999", DAY_FIRST, "999 AD"),
    "four digits": ("1000", DAY_FIRST, "1000"),
    "five digits": ("Y12000", DAY_FIRST, "12000"),
    "an era stands before punctuation": (
        *("-0044", '<date><date-part name="year" suffix=")"/></date>'),
        "44 BC)",
    ),
    "words": ({"literal": "in press"}, DAY_FIRST, "in press"),
    "words stand for the year": (
        *({"literal": "in press"}, '<date><date-part name="month"/></date>'),
        "",
    ),
}


@pytest.mark.parametrize(("value", "xml", "text"), PARTS.values(), ids=PARTS.keys())
def test_parts(value: Any, xml: str, text: str) -> None:
    closed = xml if xml.endswith("</date>") else f"{xml}</date>"
    assert write(value, closed) == text


LOCALIZED = {
    "American": ("en-US", TEXT, "May 3, 2000"),
    "British": ("en-GB", TEXT, "3 May 2000"),
    "German, an ordinal": ("de", TEXT, "3. Mai 2000"),
    "French, no ordinal but the first": ("fr", TEXT, "3 mai 2000"),
    "Japanese": ("ja", TEXT, "2000年5月3日"),
    "numeric": ("en-US", NUMERIC, "05/03/2000"),
    "numeric, German": ("de", NUMERIC, "03.05.2000"),
    "year only": ("en-US", '<date form="text" date-parts="year"/>', "2000"),
    "year and month": ("en-US", '<date form="text" date-parts="year-month"/>', "May 2000"),
    "month and day": ("es", '<date form="text" date-parts="month-day"/>', "3 de mayo de "),
    "a part changed": (
        *("de", '<date form="text"><date-part name="day" form="numeric"/></date>'),
        "3 Mai 2000",
    ),
    "no such form": ("en-US", '<date form="nonsense"/>', ""),
}


@pytest.mark.parametrize(("language", "xml", "text"), LOCALIZED.values(), ids=LOCALIZED.keys())
def test_localized(language: str, xml: str, text: str) -> None:
    assert write("2000-05-03", xml, language) == text


def test_the_first_of_a_month_in_french() -> None:
    xml = '<date><date-part name="day" form="ordinal"/></date>'
    assert [write(f"2000-05-0{day}", xml, "fr") for day in (1, 2)] == ["1ᵉʳ", "2"]


RANGES = {
    "years": ("2000/2001", DAY_FIRST, "2000–2001"),
    "months": ("2000-01/2000-05", DAY_FIRST, "January–May 2000"),
    "days": ("2000-05-03/2000-05-07", DAY_FIRST, "3–7 May 2000"),
    "days and months": ("2000-05-03/2000-06-07", DAY_FIRST, "3 May–7 June 2000"),
    "everything": ("2000-05-03/2001-06-07", DAY_FIRST, "3 May 2000–7 June 2001"),
    "what is shared comes first": ("2000-05-03/2000-06-07", ISO, "2000-05-03D06-07"),
    "delimiter of months": ("2000-05/2000-06", ISO, "2000-05M06"),
    "delimiter of years": ("2000/2001", ISO, "2000Y2001"),
    "what is shared comes last": ("2000-05-03/2000-05-07", TEXT, "May 3–7, 2000"),
    "American": ("2000-05-03/2000-06-07", TEXT, "May 3–June 7, 2000"),
    "no difference that is shown": (
        *("2000-05-03/2000-06-07", '<date form="text" date-parts="year"/>'),
        "2000",
    ),
    "no difference": ("2000-05-03/2000-05-03", TEXT, "May 3, 2000"),
    "less known of the end": ("2000-05-03/2001", TEXT, "May 3, 2000–2001"),
    "seasons": ("2000-21/2001-22", TEXT, "Spring 2000–Summer 2001"),
    "seasons of a year": ("2000-22/2000-23", TEXT, "Summer–Autumn 2000"),
    "open": ("2000/..", DAY_FIRST, "2000–"),
    "open, with a day": ("2000-05-03/..", TEXT, "May 3, 2000–"),
    "open before": ("../2000", DAY_FIRST, "–2000"),
    "one era": ("-0100/-0050", DAY_FIRST, "100–50 BC"),
    "two eras": ("-0100/0050", DAY_FIRST, "100 BC–50 AD"),
    "an era that is over": ("0900/1100", DAY_FIRST, "900 AD–1100"),
}


@pytest.mark.parametrize(("value", "xml", "text"), RANGES.values(), ids=RANGES.keys())
def test_ranges(value: Any, xml: str, text: str) -> None:
    assert write(value, xml) == text


def test_affixes_between_the_ends_of_a_range_are_those_of_the_language() -> None:
    assert write("2000-01-02/2001-02-03", NUMERIC, "sv") == "2000-01-02/2001-02-03"
    assert write("2000-01-02/2000-02-03", TEXT, "es") == "2 de enero–3 de febrero de 2000"
    assert write("2000-01-02/2000-01-03", TEXT, "ja") == "2000年1月2–3日"


SUFFIXES = {
    "a year": ("2000", DAY_FIRST, "2000a"),
    "not at the end": ("2000-05", ISO, "2000a-05"),
    "before what stands after the year": ("2000", TEXT, "2000a"),
    "with the affixes of the year": (
        *("2000", '<date><date-part name="year" prefix="(" suffix=")"/></date>'),
        "(2000)(a)",
    ),
    "a range": ("2000/2001", DAY_FIRST, "2000–2001a"),
    "a range within a year": ("2000-05/2000-06", DAY_FIRST, "May–June 2000a"),
    "an open range": ("2000/..", DAY_FIRST, "2000a–"),
    "an era": ("-0044", DAY_FIRST, "44 BCa"),
    "words": ({"literal": "in press"}, DAY_FIRST, "in press"),
    "no year shown": ("2000-05", '<date><date-part name="month"/></date>', "May"),
}


@pytest.mark.parametrize(("value", "xml", "text"), SUFFIXES.values(), ids=SUFFIXES.keys())
def test_year_suffix(value: Any, xml: str, text: str) -> None:
    assert write(value, xml, suffix="a") == text


def test_which_parts_are_shown() -> None:
    def shown(xml: str) -> frozenset[str]:
        date = element(xml)
        return shown_parts(date.attrib, [part.attrib for part in date], Locale.load("en-US"))

    assert shown(TEXT) == {"year", "month", "day"}
    assert shown('<date form="text" date-parts="year-month"/>') == {"year", "month"}
    assert shown('<date><date-part name="year"/></date>') == {"year"}


def test_formatting_goes_round_a_part_and_not_round_the_era() -> None:
    write_italic = writer('<date><date-part name="year" font-style="italic" suffix="."/></date>')
    date = Date.read("-0044", ("a", "issued"))
    assert date is not None
    assert write_italic(date, "") == f"{marks.ITALIC}44{marks.CLOSE} BC."
