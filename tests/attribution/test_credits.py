"""Credit lines: who published, who distributed, when, where; and printed dates."""

from __future__ import annotations

import pytest

from archive.attribution.calendar import printed_dates
from archive.model.fact import Certainty
from attribution.articles_table import TITLE, article, outlet

Outlet = tuple[str, str, str | None, str | None] | None
HERALD = ("The Herald", "", "2008-05-03", None)
CASES: dict[str, tuple[str, Outlet, Outlet]] = {
    "plain": ("Source: The Herald, 3 May 2008", HERALD, None),
    "in parentheses": (
        "(Source: The Herald (TH), 3 May 2008)",
        ("The Herald", "TH", "2008-05-03", None),
        None,
    ),
    "American date, address": (
        "Source: The Herald, May 3, 2008, www.herald.example.org",
        ("The Herald", "", "2008-05-03", "www.herald.example.org"),
        None,
    ),
    "full stop": ("Source: The Herald. 3 May 2008.", HERALD, None),
    "capitals": (
        "SOURCE: THE HERALD, 3 MAY 2008",
        ("THE HERALD", "", "2008-05-03", None),
        None,
    ),
    "city": ("Source: The Herald (Oslo), 3 May 2008", HERALD, None),
    "saint": (
        "Source: St. Louis Post-Dispatch, May 3, 2008",
        ("St. Louis Post-Dispatch", "", "2008-05-03", None),
        None,
    ),
    "month": ("Source: Foreign Policy, May 2008.", ("Foreign Policy", "", "2008-05", None), None),
    "year": ("Source: The Herald, 2008", ("The Herald", "", "2008", None), None),
    "no date": ("Source: The Herald", ("The Herald", "", None, None), None),
    "no such day": ("Source: The Herald, 31 June 2008", ("The Herald", "", None, None), None),
    "day or month": ("Source: The Herald, 6/7/2008", ("The Herald", "", None, None), None),
    "between dashes": (
        "Source: The Herald – 3 May 2008 – www.herald.example.org",
        ("The Herald", "", "2008-05-03", "www.herald.example.org"),
        None,
    ),
    "more of the outlet": (
        "Source: The Herald, 3 May 2008. The Herald is published by the Valley Press Trust.",
        HERALD,
        None,
    ),
    "three outlets": ("Source: Haaretz, Jerusalem Post and Maariv, 3 May 2008", None, None),
    "sources of figures": ("Sources: World Bank, UNDP, 2008", None, None),
    "a report": ("The report was first published by the Water Ministry on 3 May 2008.", None, None),
    "an excerpt": (
        "This is an abridged version of an article that appeared in The Herald, 3 May 2008.",
        None,
        None,
    ),
    "American date behind on": (
        "This article first appeared in The Times of India on May 3, 2008.",
        ("The Times of India", "", "2008-05-03", None),
        None,
    ),
    "with permission by": (
        "This article is distributed with permission by Agence Global.",
        None,
        ("Agence Global", "", None, None),
    ),
    "in inside the name": (
        "This article is distributed by the Partners in Hope News Service.",
        None,
        ("Partners in Hope News Service", "", None, None),
    ),
    "distributed through": (
        "This article was distributed through the Fjord News Service (FNS).",
        None,
        ("Fjord News Service", "FNS", None, None),
    ),
    "person first": ("Source: Ann Ek, The Herald, 3 May 2008", None, None),
    "a headline first": ('Source: "Rain", The Herald, 3 May 2008', None, None),
    "no outlet": ("Source: compiled by the staff", None, None),
    "short form of a service": (
        "Source: CGNews, 3 May 2008",
        ("Common Ground News Service", "CGNews", "2008-05-03", None),
        None,
    ),
    "first published": ("First published in The Herald on 3 May 2008.", HERALD, None),
    "originally appeared": (
        "This article originally appeared in The Herald, 3 May 2008.",
        HERALD,
        None,
    ),
    "ran": ("This piece ran in The Herald on 3 May 2008.", HERALD, None),
    "reprinted": ("Reprinted from The Herald, 3 May 2008, with permission.", HERALD, None),
    "never": ("This article was never published in The Herald.", None, None),
    "a version": ("A version of this article appeared in The Herald on 3 May 2008.", None, None),
    "by mistake": ("This article was published by mistake.", None, None),
    "two outlets": ("This article first appeared in The Herald and The Valley Times.", None, None),
    "outlets that differ": (
        "Source: The Herald, 3 May 2008. This article was published by The Valley Times.",
        None,
        None,
    ),
    "first elsewhere": (
        "Source: Fjord News Service, 9 May 2008. This article first appeared in The Herald on "
        "3 May 2008.",
        HERALD,
        ("Fjord News Service", "", "2008-05-09", None),
    ),
    "short form in the source line": (
        "Source: TVT, 3 May 2008. This article was published by The Valley Times (TVT).",
        ("The Valley Times", "TVT", "2008-05-03", None),
        None,
    ),
    "distributed": (
        "This article is distributed by the Fjord News Service (FNS), 9 May 2008, "
        "www.fns.example.org.",
        None,
        ("Fjord News Service", "FNS", "2008-05-09", "www.fns.example.org"),
    ),
    "distributes": (
        "The Fjord News Service (FNS) distributes this article.",
        None,
        ("Fjord News Service", "FNS", None, None),
    ),
    "both in one": (
        "This article, distributed by the Fjord News Service, was first published in The Herald "
        "on 3 May 2008.",
        HERALD,
        ("Fjord News Service", "", None, None),
    ),
    "written for": (
        "This article was written for the Fjord News Service and can be accessed at "
        "www.fns.example.org.\n\nSource: Fjord News Service, 3 May 2008",
        ("Fjord News Service", "", "2008-05-03", "www.fns.example.org"),
        None,
    ),
}


@pytest.mark.parametrize(("tail", "published", "distributed"), CASES.values(), ids=CASES)
def test_credits(tail: str, published: Outlet, distributed: Outlet) -> None:
    found = article(top=f"{TITLE}\n\nBy Ann Ek", tail=tail)
    assert outlet(found.published) == published
    assert outlet(found.distributed) == distributed


def test_credit_over_the_article() -> None:
    found = article(top=f"{TITLE}\n\nFirst published in The Herald. May 3, 2008\n\nBy Ann Ek")
    assert outlet(found.published) == HERALD


SURE: dict[str, tuple[str, str, tuple[str, Certainty] | None]] = {
    "two source lines": (
        "By Ann Ek",
        "Source: The Herald, 3 May 2008\n\nSource: The Herald, 4 May 2008",
        None,
    ),
    "first published": (
        "By Ann Ek",
        "First published in The Herald, 3 May 2008.\n\nSource: The Herald, 4 May 2008",
        ("2008-05-03", Certainty.MEDIUM),
    ),
    "a line over the article": (
        "By Ann Ek\n\nThe Herald, 4 May 2008",
        "Source: The Herald, 3 May 2008",
        ("2008-05-03", Certainty.MEDIUM),
    ),
    "the month of the day": (
        "By Ann Ek\n\nThe Herald, May 2008",
        "Source: The Herald, 3 May 2008",
        ("2008-05-03", Certainty.HIGH),
    ),
    "after the distribution": (
        "By Ann Ek",
        "Source: The Herald, 3 May 2008\n\nDistributed by the Fjord News Service, 1 May 2008.",
        ("2008-05-03", Certainty.LOW),
    ),
}


@pytest.mark.parametrize(("top", "tail", "date"), SURE.values(), ids=SURE)
def test_dates_that_contradict_each_other(
    top: str, tail: str, date: tuple[str, Certainty] | None
) -> None:
    published = article(top=f"{TITLE}\n\n{top}", tail=tail).published
    assert published is not None
    fact = published.date
    assert (fact and (fact.value, fact.certainty)) == date


def test_a_service_over_an_article_of_another_outlet_distributed_it() -> None:
    top = f"{TITLE}\n\nBy Ann Ek\n\nFjord News Service, 9 May 2008"
    found = article(top=top, tail="Source: The Herald, 3 May 2008")
    assert outlet(found.published) == HERALD
    assert outlet(found.distributed) == ("Fjord News Service", "", "2008-05-09", None)


def test_credit_in_a_byline() -> None:
    top = f"{TITLE}\n\nBy Ann Ek, May 3, 2008. Originally published in The Herald."
    assert outlet(article(top=top).published) == HERALD


def test_body_behind_an_outlet_that_is_published_by_it() -> None:
    tail = "This article was published by The Herald, published by the Valley Press Trust."
    published = article(tail=tail).published
    assert published is not None
    assert published.body is not None
    assert published.body.value.name == "Valley Press Trust"


DATES = {
    "day month year": ("13 June 2008", ["2008-06-13"]),
    "ordinal": ("13th of June, 2008", ["2008-06-13"]),
    "month day year": ("June 13, 2008", ["2008-06-13"]),
    "short month": ("Sept. 13, 2008", ["2008-09-13"]),
    "ISO": ("2008-06-13", ["2008-06-13"]),
    "dots": ("13.6.2008", ["2008-06-13"]),
    "month year": ("in June 2008", ["2008-06"]),
    "line end": ("13 June\n2008", ["2008-06-13"]),
    "two": ("13 June 2008, May 5, 2007", ["2008-06-13", "2007-05-05"]),
    "no such day": ("31 June 2008", []),
    "behind a dash": ("Herald – 13 June 2008", ["2008-06-13"]),
    "behind a month and a dash": ("2 May – 13 June 2008", []),
    "end of a range": ("24 - 30 October 2006", []),
    "a verb": ("they may 2008 times", []),
    "unclear order": ("6/7/2008", []),
    "no year": ("13 June", []),
}


@pytest.mark.parametrize(("text", "iso"), DATES.values(), ids=DATES)
def test_printed_dates(text: str, iso: list[str]) -> None:
    found = list(printed_dates(text))
    assert [date.iso for date in found] == iso
    assert all(text[date.start : date.end].strip() for date in found)
