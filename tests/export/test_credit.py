"""The credit line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.model.article import Article, Person
from archive.model.credit import credit_line
from archive.model.dates import date_in_words
from archive.model.rights import Rights, RightsKind
from export.people import appearance, authors, made
from factory import article

GRANT = "Copyright permission is granted for publication."
SOURCE = "Source: The Daily Herald (DH), 13 June 2008."
SERVICE = "Distributed by Common Ground News Service (CGNews)."


def said(kind: RightsKind, statement: str) -> Rights:
    return Rights(kind=made(kind), statement=made(statement))


def bare() -> Article:
    return Article(title=article().title, blocks=())


ALONE = appearance("Wire", "2006-10", "www.wire.example")
RESERVED = said(RightsKind.RESERVED, "© The Herald 2008. All rights reserved.")
HOST_ONLY = said(RightsKind.HOST_ONLY, "Reprinted here with permission.")
TWO = authors(Person("Ann Lee"), Person("Bo Ek"))
THREE = (*TWO, *authors(Person("Cy Fox Jr.")))
CASES = {
    "all of it": (article(), f"Ann Lee. {SOURCE} {SERVICE} {GRANT}"),
    "unsigned": (article(authors=()), f"{SOURCE} {SERVICE} {GRANT}"),
    "two authors": (article(authors=TWO), f"Ann Lee and Bo Ek. {SOURCE} {SERVICE} {GRANT}"),
    "three, the last with a full stop": (
        article(authors=THREE),
        f"Ann Lee, Bo Ek and Cy Fox Jr. {SOURCE} {SERVICE} {GRANT}",
    ),
    "not distributed": (article(distributed=None), f"Ann Lee. {SOURCE} {GRANT}"),
    "only distributed": (
        article(published=None, distributed=ALONE),
        f"Ann Lee. Distributed by Wire, October 2006, www.wire.example. {GRANT}",
    ),
    "nothing said of rights": (article(rights=None), f"Ann Lee. {SOURCE} {SERVICE}"),
    "reserved: the notice stays": (
        article(rights=RESERVED),
        f"Ann Lee. {SOURCE} {SERVICE} © The Herald 2008. All rights reserved.",
    ),
    "permission to one host is not passed on": (
        article(rights=HOST_ONLY),
        f"Ann Lee. {SOURCE} {SERVICE}",
    ),
    "a statement over two lines": (
        article(rights=replace(RESERVED, statement=made("All rights\nreserved"))),
        f"Ann Lee. {SOURCE} {SERVICE} All rights reserved.",
    ),
    "a statement that trails off": (
        article(rights=replace(RESERVED, statement=made("All rights…"))),
        f"Ann Lee. {SOURCE} {SERVICE} All rights…",
    ),
    "nothing is known": (bare(), ""),
}


@pytest.mark.parametrize(("piece", "line"), CASES.values(), ids=CASES.keys())
def test_credit_line(piece: Article, line: str) -> None:
    assert credit_line(piece) == line


DATES = {
    "2008-06-13": "13 June 2008",
    "2008-06-03": "3 June 2008",
    "2008-06": "June 2008",
    "2008": "2008",
    "2006-10-24/2006-10-30": "24 October 2006–30 October 2006",
}


@pytest.mark.parametrize(("date", "words"), DATES.items())
def test_date_in_words(date: str, words: str) -> None:
    assert date_in_words(date) == words
