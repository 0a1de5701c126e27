"""The names of new records, and what else the model works out for itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

import factory
from archive.model.answer import answer
from archive.model.article import Article, Person
from archive.model.facts import facts
from archive.model.identity import new_id, new_key, year_of
from archive.model.rights import Condition, Rights, RightsKind
from export.people import appearance, authors, made

SHA256 = "0123456789abcdef" * 4
ID, KEY = "2008-06-13-lee-a-well-for-two-villages", "lee2008well"
LONG = "The Long and Winding Road That Leads to the Door of the Ministry of Water"


def piece(**changes: object) -> Article:
    return factory.article(**changes)


NAMES: dict[str, tuple[Article, str, str]] = {
    "everything stated": (piece(), ID, KEY),
    "unsigned": (piece(authors=()), "2008-06-13-a-well-for-two-villages", "2008well"),
    "a name that is not parted": (
        piece(authors=authors(Person("Rural Water Board"))),
        "2008-06-13-rural-water-board-a-well-for-two-villages",
        "ruralwaterboard2008well",
    ),
    "a name in other letters": (
        piece(authors=authors(Person("Søren Ó Sé", "Søren", "Ó Sé"))),
        "2008-06-13-o-se-a-well-for-two-villages",
        "ose2008well",
    ),
    "two dates: that of publication": (
        piece(distributed=appearance("Wire", "2009-01-02")),
        ID,
        KEY,
    ),
    "published without a date": (
        piece(published=appearance("H"), distributed=appearance("Wire", "2009-01-02")),
        "2009-01-02-lee-a-well-for-two-villages",
        "lee2009well",
    ),
    "an edition of a week": (
        piece(published=appearance("H", "2006-10-24/2006-10-30")),
        "2006-10-24-lee-a-well-for-two-villages",
        "lee2006well",
    ),
    "undated": (piece(published=None), "undated-lee-a-well-for-two-villages", "leewell"),
    "a long title is cut on a word": (
        piece(title=made(LONG)),
        "2008-06-13-lee-the-long-and-winding-road-that-leads-to-the-door-of-the",
        "lee2008long",
    ),
    "a title without Latin letters": (
        piece(title=made("بئر لقريتين")),
        "2008-06-13-lee-0123456789ab",
        "lee200801234567",
    ),
}


@pytest.mark.parametrize(("article", "id", "key"), NAMES.values(), ids=NAMES.keys())
def test_names(article: Article, id: str, key: str) -> None:
    assert new_id(article, SHA256, ()) == id
    assert new_key(article, SHA256, ()) == key
    assert id.startswith(year_of(article))


def test_what_is_taken_is_not_given_again() -> None:
    assert new_id(piece(), SHA256, {ID, f"{ID}-2"}) == f"{ID}-3"
    assert new_key(piece(), SHA256, {KEY, f"{KEY}a"}) == f"{KEY}b"
    taken = {KEY, *(f"{KEY}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")}
    assert new_key(piece(), SHA256, taken) == f"{KEY}aa"


def test_an_answer_tells_conditions_licence_and_holder() -> None:
    rights = Rights(
        kind=made(RightsKind.LICENSED),
        statement=made("Share it under CC BY."),
        conditions=(made(Condition.NO_CHANGES), made(Condition.FREE_OF_CHARGE)),
        licence=made("CC-BY-4.0"),
        holder=made("Ann Lee"),
    )
    found = answer(factory.record(rights=rights))
    assert "conditions: no-changes, free-of-charge" in found.lines()
    assert "licence: CC-BY-4.0, whose own terms apply" in found.lines()
    assert found.to_json()["licence"] == "CC-BY-4.0"
    assert found.to_json()["conditions"] == ["no-changes", "free-of-charge"]
    bare = answer(factory.record(rights=replace(rights, licence=None, conditions=())))
    assert bare.to_json()["licence"] is None
    assert [line for line in bare.lines() if line.startswith(("conditions", "licence"))] == []
    names = [name for name, _ in facts(factory.record(rights=rights))]
    assert [name for name in names if name.startswith("rights.")] == [
        "rights.kind",
        "rights.statement",
        "rights.conditions.1",
        "rights.conditions.2",
        "rights.licence",
        "rights.holder",
    ]


def test_an_answer_about_silence() -> None:
    found = answer(factory.record(rights=None), "translate")
    assert [(act.value, standing.value) for act, standing in found.acts] == [
        ("translate", "unstated")
    ]
    assert found.lines()[0] == "The received copy states no permission and no reservation."
    assert (found.to_json()["kind"], found.to_json()["statement"]) == ("unstated", None)


def test_a_span_of_another_source_is_not_inside() -> None:
    whole = factory.at(factory.TEXT.split("\n")[0])
    inside = replace(whole, start=whole.start + 1)
    assert whole.holds(inside)
    assert whole.holds(whole)
    assert not inside.holds(whole)
    assert not whole.holds(replace(inside, source=SHA256))
