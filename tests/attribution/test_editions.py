"""Editions: how many articles a text holds, what each says, what the edition says of all."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.attribution.articles import articles
from archive.attribution.contents import is_heading
from archive.attribution.ranges import printed_range
from archive.model.article import Article, BlockKind
from archive.model.document import Document, Part, Told
from archive.model.rights import RightsKind
from attribution.articles_table import BODY, document, outlet, paragraphs, people, value

STARS = "\n\n**********\n\n"
MASTHEAD = "Common Ground News Service – Partners in Humanity (CGNews-PiH)\nMay 2, 2006"
PERMISSION = (
    "Unless otherwise noted, copyright permission has been obtained and the articles may be "
    "reproduced by any news outlet or publication, free of charge."
)
ONE = (
    f"by Ola Nordmann\n\n{BODY}\nOla Nordmann is a miller.\n(Source: Valley Herald, April 25, 2006)"
)
TWO = f"by Kari Ek\n\n{BODY}\nKari Ek is a nurse.\n(Source: CGNews-PiH, May 2, 2006)"
A, B = f"1. Rain in Norland\n{ONE}", f"2. Who mends the roof?\n{TWO}"
LIST = "ARTICLES IN THIS EDITION:\n\n1. Rain in Norland by Ola Nordmann\n2. Who mends the roof?"
SUMMARIES = (
    "Inside this edition\n\n1) by Ola Nordmann\nOla Nordmann, a miller, waits for the rain.\n"
    "(Source: Valley Herald, 25 April 2006)\n\n2) by Kari Ek\nNurse Kari Ek looks at a roof.\n"
    "(Source: Roof Times, 26 April 2006)"
)
SOURCE = "(Source: Arab News, May 1, 2006)"
BARE = f"by Ola Nordmann\n\n{BODY}"
TITLES = ["Rain in Norland", "Who mends the roof?"]
UNNUMBERED = f"Rain in Norland\n{ONE}\n\nWho mends the roof?\n{TWO}"

EDITIONS = {
    "masthead, contents, separators": STARS.join([MASTHEAD, PERMISSION, LIST, A, B, ""]),
    "contents right over the first": f"{MASTHEAD}\n\nARTICLES IN THIS EDITION:\n\n{A}\n\n{B}",
    "no separators, numbers, contents": f"{MASTHEAD}\n\n{UNNUMBERED}",
    "no masthead": UNNUMBERED,
    "title and byline on one line": UNNUMBERED.replace("\nby", " by", 2)
    .replace("Rain", "1. Rain")
    .replace("Who", "2. Who"),
    "quoted": f"“Rain in Norland” {ONE}\n\n“Who mends the roof?” {TWO}",
    "other numbers": f"Article 1: {A[3:]}\n\n---\n\nArticle 2: {B[3:]}",
    "stars": f"{A[3:]}\n\n* * *\n\n{B[3:]}",
    "label on a line": f"1. ~YOUTH VIEWS~\n{A[3:]}\n\n{B}",
    "label before the title": f"1) ~Youth Views~ {A[3:]}\n\n2) {B[3:]}",
    "an unsigned first": f"Rain in Norland\n\n{BODY}\n{SOURCE}\n\nWho mends the roof?\n{TWO}",
    "an editorial": f"{A}\n\n2. Who mends the roof? Editorial\n\n{BODY}\n{SOURCE}",
    "unsubscribe behind": f"{MASTHEAD}{STARS}{A}{STARS}{B}{STARS}To unsubscribe, write to us.",
    "blank lines everywhere": f"{MASTHEAD}\n\n{UNNUMBERED}".replace("\nby", "\n\nby"),
}


@pytest.mark.parametrize("text", EDITIONS.values(), ids=EDITIONS.keys())
def test_articles_of_an_edition(text: str) -> None:
    found = articles(document(text))
    assert [a.heading for a in found] == TITLES
    assert [paragraphs(a) for a in found] == [3, 3]
    assert all(a.published for a in found)
    assert_apart(text, found)


def test_what_the_edition_says_of_all() -> None:
    own = "Source: CGNews-PiH, May 2, 2006. All rights reserved."
    text = STARS.join(
        [MASTHEAD, PERMISSION, A, B.replace("(Source: CGNews-PiH, May 2, 2006)", own)]
    )
    one, two = articles(document(text))
    for found in (one, two):
        assert outlet(found.distributed) == ("Common Ground News Service", "", "2006-05-02", None)
    assert one.rights is not None
    assert two.rights is not None
    assert (one.rights.kind.value, two.rights.kind.value) == (
        RightsKind.OBTAINED,
        RightsKind.RESERVED,
    )
    assert one.rights.statement.value == PERMISSION
    assert outlet(one.published) == ("Valley Herald", "", "2006-04-25", None)
    assert people(one) == [("Ola Nordmann", "miller", [])]
    front = [b.kind for b in one.blocks if one.extent and b.span.end <= one.extent.start]
    assert front[:3] == [BlockKind.MASTHEAD, BlockKind.MASTHEAD, BlockKind.SEPARATOR]
    assert BlockKind.END_MATTER in front


def test_a_list_of_contents_tells_about_its_articles() -> None:
    text = f"{SUMMARIES}{STARS}1) Rain in Norland\n{BARE}{STARS}2) Who mends the roof?\nby Kari Ek"
    one, two = articles(document(f"{text}\n\n{BODY}"))
    assert one.published
    assert one.published.outlet.value.name == "Valley Herald"
    assert two.published
    assert two.published.outlet.value.name == "Roof Times"
    assert people(one) == [("Ola Nordmann", "miller", [])]
    assert people(two) == [("Kari Ek", "Nurse", [])]


def test_summaries_without_titles() -> None:
    text = "Special Series: Rain - 2008\n\n" + SUMMARIES.replace("Inside this edition\n\n", "")
    found = articles(document(re.sub(r"[12]\) ", "", text)))
    assert [
        (a.title, paragraphs(a), value(a.published.date) if a.published else "") for a in found
    ] == [
        (None, 1, "2006-04-25"),
        (None, 1, "2006-04-26"),
    ]
    assert [people(a) for a in found] == [
        [("Ola Nordmann", "miller", [])],
        [("Kari Ek", "Nurse", [])],
    ]


BY = "by Ola Nordmann\n\n"
ONE_ARTICLE = {
    "a separator in the prose": f"Rain\n\nby Ola Nordmann\n\n{BODY}\n* * *\n\n{BODY}",
    "numbered sections": f"Rain\n{BY}1. First lesson\n\n{BODY}\n2. Second lesson\n\n{BODY}",
    "sections behind separators": f"Rain\n{BY}{BODY}\n***\n\nA second look\n\n{BODY}",
    "a related title under the credits": f"Rain\n{ONE}\n\nRead also\n\nThe roof\nby Kari Ek",
    "an announcement between rules": f"Rain\n{ONE}{STARS}There is no edition next week.",
}


@pytest.mark.parametrize("text", ONE_ARTICLE.values(), ids=ONE_ARTICLE.keys())
def test_one_article_stays_one(text: str) -> None:
    assert len(articles(document(text))) <= 1


NONE = {
    "contents alone": f"{MASTHEAD}\n\n{LIST}",
    "entries alone": "Contents\n\n1. Rain in Norland ... 3\n2. The roof ... 7\n3. The well ... 9",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_a_list_is_no_article(text: str) -> None:
    assert articles(document(text)) == ()


RANGES = {
    "17 - 23 October 2006": "2006-10-17/2006-10-23",
    "25 March - 01 April 2010": "2010-03-25/2010-04-01",
    "October 24-30, 2006": "2006-10-24/2006-10-30",
    "March 28 – April 3, 2007": "2007-03-28/2007-04-03",
    "29 December 2008 - 4 January 2009": "2008-12-29/2009-01-04",
    "29 December - 4 January 2009": "2008-12-29/2009-01-04",
    "31 - 40 October 2006": None,
    "23 - 17 October 2006": None,
    "17 October 2006": None,
}


@pytest.mark.parametrize(("text", "iso"), RANGES.items(), ids=RANGES.keys())
def test_ranges(text: str, iso: str | None) -> None:
    found = printed_range(text, 0, len(text))
    assert (found.iso if found else None) == iso


HEADINGS = {
    "Inside this edition": True,
    "IN THIS ISSUE:": True,
    "Contents: 1. Rain. 2. The roof.": True,
    "Dans ce numéro": True,
    "Dalam edisi ini:": True,
    "في هذا العدد": True,
    "Contents of a suitcase": False,
    "In this edition of the game nobody won": False,
}


@pytest.mark.parametrize(("line", "is_one"), HEADINGS.items(), ids=HEADINGS.keys())
def test_headings_of_contents(line: str, is_one: bool) -> None:
    assert is_heading(line, (0, len(line))) is is_one


def test_metadata_is_claimed_beside_what_is_printed() -> None:
    printed = f"Rain in Norland\n{ONE}\n"
    said = ["Rain in Norland | Herald", "valleyadmin", "2006-04-25T08:00:00Z"]
    text = printed + "\n".join(said)
    names = ("og:title", "dc:creator", "rss:pubDate")
    places = [(text.index(value), text.index(value) + len(value)) for value in said]
    told = tuple(Told(name, place) for name, place in zip(names, places, strict=True))
    source = Document(text, "0" * 64, "utf-8", "text/html", parts=(Part((0, len(printed)), told),))
    (found,) = articles(source)
    assert [(c.field, c.said.value, c.agrees) for c in found.claims] == [
        ("title", said[0], True),
        ("author", said[1], False),
        ("date", said[2], True),
    ]
    assert [a.person.value.name for a in found.authors] == ["Ola Nordmann"]


PIECES = st.sampled_from(
    [
        MASTHEAD, PERMISSION, LIST, SUMMARIES, A, B, ONE, TWO, BODY, "**********", "* * *", "###",
        "Rain in Norland", "by Ola Nordmann", "1. ~YOUTH VIEWS~", "2. A roof by Kari Ek", "3)",
        "“The roof” by Kari Ek", "Inside this edition", "17 - 23 October 2006", "Editorial",
        "(Source: The Herald, May 1, 2006)", "To unsubscribe, write to us.", "dans ce numéro",
        "Kari Ek is a nurse.", "© 2006 The Herald. All rights reserved.", "Kari Ek", "1.", "",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14), st.sampled_from(["\n", "\n\n", " "]))
def test_any_edition(parts: list[str], joint: str) -> None:
    text = joint.join(parts)
    assert_apart(text, articles(document(text)))


def assert_apart(text: str, found: tuple[Article, ...]) -> None:
    """Extents stand in order and apart, and all that is in one stands in its blocks once."""
    extents = [a.extent for a in found if a.extent]
    assert len(extents) == len(found) or len(found) == 1
    assert all(one.end <= other.start for one, other in pairwise(extents))
    for article in found:
        blocks = [b.span for b in article.blocks]
        assert all(one.end <= other.start for one, other in pairwise(blocks))
        assert all(text[b.span.start : b.span.end] == b.text for b in article.blocks)
        first, last = (
            (article.extent.start, article.extent.end) if article.extent else (0, len(text))
        )
        own = "".join(b.text for b in article.blocks if first <= b.span.start < last)
        assert "".join(own.split()) == "".join(text[first:last].split())
    if extents:
        front = "".join(b.text for b in found[0].blocks if b.span.end <= extents[0].start)
        back = "".join(b.text for b in found[0].blocks if b.span.start >= extents[-1].end)
        assert "".join(front.split()) == "".join(text[: extents[0].start].split())
        assert "".join(back.split()) == "".join(text[extents[-1].end :].split())
