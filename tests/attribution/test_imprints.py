"""Outlets and dates over an article, or under it, that no word introduces."""

from __future__ import annotations

import pytest

from attribution.articles_table import BODY, NOTE, TITLE, article, outlet, paragraphs, value

STAR = ("The Daily Star", "", "2009-03-04", None)
OLA = "Ola Nordmann"

OVER: dict[str, tuple[str, tuple[str, str, str | None, str | None] | None]] = {
    "line under the byline": (f"By {OLA}\n\nThe Daily Star, 4 March 2009", STAR),
    "lines under the byline": (f"By {OLA}\nThe Daily Star\nMarch 4, 2009", STAR),
    "date between": (f"By {OLA}\nMarch 4, 2009\nThe Daily Star", STAR),
    "date in the byline": (f"{OLA} | March 4, 2009\n\nThe Daily Star", STAR),
    "behind a comma": (f"{OLA}, The Daily Star, 4 March 2009", STAR),
    "behind a dash": (f"{OLA} – The Daily Star, 4 March 2009", STAR),
    "behind a bar": (f"{OLA} | The Daily Star | 4 March 2009", STAR),
    "day of the week, country": (
        f"{OLA}- Wednesday, March 4, 2009\nThe Daily Star-Lebanon",
        STAR,
    ),
    "in parentheses": (f"By {OLA} (The Daily Star-Lebanon)\n4 March 2009", STAR),
    "date first": (f"By {OLA}\n4 March 2009, The Daily Star", STAR),
    "special to": (f"By {OLA}\nSpecial to The Daily Star\n4 March 2009", STAR),
    "without a date": (f"By {OLA}\nThe Daily Star", ("The Daily Star", "", None, None)),
    "known by name": (f"{OLA} — Haaretz, March 4, 2009", ("Haaretz", "", "2009-03-04", None)),
    "a place": (f"By {OLA}\nOslo, 4 March 2009", None),
    "a place with The": (f"By {OLA}\nThe Hague, 4 March 2009", None),
    "a subtitle": (f"Hope in Hard Times\n\nBy {OLA}", None),
    "an organisation": (f"By {OLA}\nUpper Basin Project", None),
    "a name like a person's": (
        f"By {OLA}\n\nLa Vanguardia, 4 March 2009",
        ("La Vanguardia", "", "2009-03-04", None),
    ),
    "unknown, under a byline": (f"By {OLA}\n\nValley Voices, 4 March 2009", None),
    "two dates": (
        f"By {OLA}\n4 March 2009\nThe Daily Star\n5 March 2009",
        ("The Daily Star", "", None, None),
    ),
}


@pytest.mark.parametrize(("over", "expected"), OVER.values(), ids=OVER)
def test_over_the_article(
    over: str, expected: tuple[str, str, str | None, str | None] | None
) -> None:
    found = article(top=f"{TITLE}\n\n{over}", tail=NOTE)
    assert outlet(found.published) == expected
    assert [a.person.value.name for a in found.authors] == [OLA]
    assert paragraphs(found) == 3


def test_two_outlets_in_a_byline_are_publisher_and_distributor() -> None:
    over = f"{TITLE}\n\n{OLA} | Foreign Policy In Focus - TRANSCEND Media Service, 25 May 2020"
    found = article(top=over, body=f"20 May 2020 – {BODY}", tail=NOTE)
    assert outlet(found.published) == ("Foreign Policy In Focus", "", "2020-05-20", None)
    assert outlet(found.distributed) == ("TRANSCEND Media Service", "", "2020-05-25", None)


@pytest.mark.parametrize(
    ("dateline", "name"),
    [("OSLO, Mar 4 2009 (IPS) - ", "Inter Press Service"), ("OSLO (IPS) - ", None)],
    ids=["with a date", "without"],
)
def test_wire_dateline(dateline: str, name: str | None) -> None:
    found = article(body=dateline + BODY).published
    assert (found and found.outlet.value.name) == name
    assert value(found.date if found else None) == ("2009-03-04" if name else None)


UNDER = {
    "in parentheses": "(The Daily Star, 4 March 2009)",
    "alone": "The Daily Star, 4 March 2009",
    "from": "From The Daily Star, 4 March 2009",
    "source, date below": "Source: The Daily Star\n4 March 2009",
    "source, name below": "Source:\nThe Daily Star, 4 March 2009",
    "source, date first": "Source: March 4, 2009 - The Daily Star",
    "courtesy": "Courtesy: The Daily Star, 4 March 2009",
    "courtesy of": "By courtesy of The Daily Star, 4 March 2009.",
    "issue": "Reprinted from the March 4, 2009 issue of The Daily Star.",
    "edition": "This article appeared in the 4 March 2009 edition of The Daily Star.",
    "on that day": "Originally published on 4 March 2009 in The Daily Star.",
    "by permission": "Published by permission of The Daily Star, 4 March 2009.",
}


@pytest.mark.parametrize("tail", UNDER.values(), ids=UNDER)
def test_under_the_article(tail: str) -> None:
    assert outlet(article(top=f"{TITLE}\n\nBy {OLA}", tail=f"{NOTE}\n\n{tail}").published) == STAR


SILENT = {
    "permission of a person": "Published by permission of Ann Lee.",
    "courtesy of a person": "Courtesy: Ann Lee",
    "courtesy of the author": "Courtesy of the author.",
}


@pytest.mark.parametrize("tail", SILENT.values(), ids=SILENT)
def test_no_outlet(tail: str) -> None:
    assert article(top=f"{TITLE}\n\nBy {OLA}", tail=f"{NOTE}\n\n{tail}").published is None


def test_a_publisher_that_names_its_service() -> None:
    tail = "THE DAILY STAR publishes this commentary in collaboration with the Fjord News Service."
    found = article(tail=f"{NOTE} {tail}")
    assert outlet(found.published) == ("THE DAILY STAR", "", None, None)
    assert outlet(found.distributed) == ("Fjord News Service", "", None, None)
