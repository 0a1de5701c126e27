"""Records of several kinds, for the tests of exports and citations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from archive.model.article import Appearance, Author, Organisation, Person
from archive.model.record import Record
from factory import article, fact, record

QUOTE = "Ann Lee"  # any characters of the source will do where only values are looked at


def made(value: Any) -> Any:
    return fact(value, QUOTE, "test/made")


def authors(*people: Person) -> tuple[Author, ...]:
    return tuple(Author(made(person)) for person in people)


def appearance(name: str, date: str = "", address: str = "", body: str = "") -> Appearance:
    return Appearance(
        outlet=made(Organisation(name)),
        statement=made(name).span,
        date=made(date) if date else None,
        address=made(address) if address else None,
        body=made(Organisation(body)) if body else None,
    )


def titled(title: str, **changes: Any) -> Record:
    return record(title=made(title), **changes)


PUBLISHED = article().published
assert PUBLISHED is not None
RECORDS = {
    "signed": record(),
    "unsigned": record(authors=(), key="well2008"),
    "corporate": record(authors=authors(Person("Rural Water Board")), key="board2008well"),
    "undated": record(published=replace(PUBLISHED, date=None), key="leewell"),
    "two authors": record(
        authors=authors(Person("Ann Lee", "Ann", "Lee"), Person("Bo Ek", "Bo", "Ek")),
        key="lee2008both",
    ),
    "particle": record(
        authors=authors(Person("Jan van der Berg", "Jan", "van der Berg")), key="berg2008well"
    ),
    "question": titled("Whose Well?", key="lee2008whose"),
    "edition": record(
        published=None,
        distributed=appearance("Common Ground News Service", "2006-10-24/2006-10-30"),
        key="lee2006well",
    ),
}
