"""Dates of CSL-JSON: what they say, in whichever form they come; how they sort."""

from __future__ import annotations

from typing import Any

import pytest

from archive.cite.csl import marks
from archive.cite.csl.date_values import Date, Moment, sort_key
from archive.errors import BadItem

WHERE = ("doe", "issued")


def parts(*ends: list[Any], **more: Any) -> dict[str, Any]:
    return {"date-parts": list(ends), **more}


OBJECTS = {
    "a day": (parts([2000, 5, 3]), Date((Moment(2000, 5, 3),))),
    "strings": (parts(["2000", "05", "03"]), Date((Moment(2000, 5, 3),))),
    "empty parts": (parts([2000, "", None]), Date((Moment(2000),))),
    "a range": (parts([2000], [2001]), Date((Moment(2000), Moment(2001)))),
    "an open range": (parts([2000], [0]), Date((Moment(2000), Moment()))),
    "an empty end": (parts([2000], []), Date((Moment(2000),))),
    "before Christ": (parts([-44, 3, 15]), Date((Moment(-44, 3, 15),))),
    "a season for a month": (parts([2000, 21]), Date((Moment(2000, 13),))),
    "a season as citeproc-js has it": (parts([2000, 16]), Date((Moment(2000, 16),))),
    "no such month": (parts([2000, 60]), Date((Moment(2000),))),
    "a season": (parts([2000], season=2), Date((Moment(2000, season=2),))),
    "a season in a string": (parts([2000], season="2"), Date((Moment(2000, season=2),))),
    "a season in words": (parts([2000], season="Trinity"), Date((Moment(2000, season="Trinity"),))),
    "a season beside a month": (parts([2000, 5], season=2), Date((Moment(2000, 5),))),
    "circa": (parts([2000], circa=1), Date((Moment(2000),), circa=True)),
    "circa in words": (parts([2000], circa="true"), Date((Moment(2000),), circa=True)),
    "not circa": (parts([2000], circa="false"), Date((Moment(2000),))),
    "without the list of ends": (parts(2000, 5), Date((Moment(2000, 5),))),  # type: ignore[arg-type]
    "a number with a doubt": (parts(["2001?"]), Date((Moment(2001),))),
    "words for a year": (parts(["n.d."]), Date(literal="n.d.")),
    "literal": ({"literal": "spring term"}, Date(literal="spring term")),
    "literal beside parts": (parts([2000], literal="x"), Date((Moment(2000),))),
    "raw": ({"raw": "May 3, 2000"}, Date((Moment(2000, 5, 3),))),
    "raw beside parts": (parts([2000], raw="1999"), Date((Moment(2000),))),
    "a year": (2000, Date((Moment(2000),))),
    "nothing": ({}, None),
    "no parts": (parts(), None),
    "an empty part": (parts([]), None),
    "a part of nothing": (parts([None]), None),
    "year 0": (parts([0]), None),
    "no words": ("  ", None),
}


@pytest.mark.parametrize(("value", "date"), OBJECTS.values(), ids=OBJECTS.keys())
def test_objects(value: Any, date: Date | None) -> None:
    assert Date.read(value, WHERE) == date


def test_markup_is_read_in_words_only() -> None:
    date = Date.read({"literal": "in <i>May</i>"}, WHERE)
    assert date is not None
    assert marks.bare(date.literal) == "in May"
    assert date.literal != "in May"


NONSENSE: list[Any] = [
    *(None, True, ["2000"], parts([True]), parts([[2000]]), {"date-parts": "2000"}),
    *({"literal": ["x"]}, {"raw": ["x"]}, {"date-parts": {"year": 2000}}, parts({"year": 2000})),  # type: ignore[arg-type]
]


@pytest.mark.parametrize("value", NONSENSE, ids=repr)
def test_nonsense(value: Any) -> None:
    with pytest.raises(BadItem, match="item 'doe': 'issued' must be a date such as"):
        Date.read(value, WHERE)


EDTF = {  # Extended Date/Time Format, levels 0 and 1
    "2000-05-03": (Date((Moment(2000, 5, 3),))),
    "2000-05": (Date((Moment(2000, 5),))),
    "2000": (Date((Moment(2000),))),
    "-0044": (Date((Moment(-44),))),
    "2000-05-03T10:00:00Z": (Date((Moment(2000, 5, 3),))),
    "2000-05/2001-06": (Date((Moment(2000, 5), Moment(2001, 6)))),
    "2000-05/..": (Date((Moment(2000, 5), Moment()))),
    "2000/": (Date((Moment(2000), Moment()))),
    "../2000": (Date((Moment(), Moment(2000)))),
    "2000?": (Date((Moment(2000),), circa=True)),
    "2000-05~": (Date((Moment(2000, 5),), circa=True)),
    "2000-05-03%": (Date((Moment(2000, 5, 3),), circa=True)),
    "2000~/2001": (Date((Moment(2000), Moment(2001)), circa=True)),
    "2000-22": (Date((Moment(2000, 14),))),
    "Y170000": (Date((Moment(170000),))),
    "Y-170000002": (Date((Moment(-170000002),))),
    "202X": (Date((Moment(2020), Moment(2029)), circa=True)),
    "20XX": (Date((Moment(2000), Moment(2099)), circa=True)),
    "2000-XX": (Date((Moment(2000),))),
    "2000-05-XX": (Date((Moment(2000, 5),))),
    "XXXX": (Date(literal="XXXX")),
}


@pytest.mark.parametrize(("text", "date"), EDTF.items(), ids=EDTF.keys())
def test_extended_date_time_format(text: str, date: Date) -> None:
    assert Date.read(text, WHERE) == date
    assert Date.read({"edtf": text}, WHERE) == date


WRITTEN = {  # as people write them, in English
    "12 May 2001": Date((Moment(2001, 5, 12),)),
    "May 12, 2001": Date((Moment(2001, 5, 12),)),
    "Wed, 03 Feb 1999 10:20:30": Date((Moment(1999, 2, 3),)),
    "1st Sept. 2001": Date((Moment(2001, 9, 1),)),
    "5/12/2001": Date((Moment(2001, 5, 12),)),
    "13/5/2001": Date((Moment(2001, 5, 13),)),
    "2001/05/12": Date((Moment(2001, 5, 12),)),
    "May 3-5, 2001": Date((Moment(2001, 5, 3), Moment(2001, 5, 5))),
    "3–5 May 2001": Date((Moment(2001, 5, 3), Moment(2001, 5, 5))),
    "May-June 2001": Date((Moment(2001, 5), Moment(2001, 6))),
    "May 3 - June 5, 2001": Date((Moment(2001, 5, 3), Moment(2001, 6, 5))),
    "2001-2002": Date((Moment(2001), Moment(2002))),
    "99": Date((Moment(99),)),
    "50 B.C.": Date((Moment(-50),)),
    "-50": Date((Moment(-50),)),
    "50 AD": Date((Moment(50),)),
    "circa 2001": Date((Moment(2001),), circa=True),
    "c. 2001": Date((Moment(2001),), circa=True),
    "Spring 2001": Date((Moment(2001, 13),)),
    "Autumn 2001": Date((Moment(2001, 15),)),
    "Trinity Term 2001": Date((Moment(2001, season="Trinity Term"),)),
    "12 2001": Date(literal="12 2001"),
    "200?": Date(literal="200?"),
    "in press": Date(literal="in press"),
    "12. Mai 2001": Date(literal="12. Mai 2001"),
}


@pytest.mark.parametrize(("text", "date"), WRITTEN.items(), ids=WRITTEN.keys())
def test_as_people_write_them(text: str, date: Date) -> None:
    assert Date.read(text, WHERE) == date
    assert Date.read({"raw": text}, WHERE) == date


def test_sorting() -> None:
    in_order = ["Y-170000002", "-0300", "-0050-03", "-0050-04", "0050", "2000", "2000-05"]
    in_order += ["2000-05-03", "2000-12", "2001", "2001/2002", "2001/2003", "Y170000"]
    every = frozenset(("year", "month", "day"))
    dates = [Date.read(text, WHERE) for text in in_order]
    keys = [sort_key(date, every) for date in dates if date]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(in_order)
    assert sort_key(Date(literal="n.d."), every) == ""
    only_year = [sort_key(date, frozenset(("year",))) for date in dates[5:9] if date]
    assert len(set(only_year)) == 1
