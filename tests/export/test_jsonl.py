"""Records as JSON Lines, and the walk over all facts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from archive.export.jsonl import FORMAT, plain, shape, write
from archive.model.article import Article, Expansion, Organisation, Period
from archive.model.fact import Editor, Fact, Span
from archive.model.facts import facts
from export.people import RECORDS, appearance, made
from factory import TEXT, article, record

SHAPE: dict[str, Any] = {
    "title": "A Well for Two Villages",
    "subtitle": None,
    "authors": [{"name": "Ann Lee", "role": "engineer", "affiliations": ["Rural Water Board"]}],
    "language": "en",
    "publication": {
        "name": "The Daily Herald",
        "date": "2008-06-13",
        "url": None,
        "publisher": "Herald Trust",
    },
    "distribution": {"name": "Common Ground News Service", "date": None, "url": None},
    "rights": {
        "kind": "granted",
        "statement": "Copyright permission is granted for publication.",
        "licence": None,
        "conditions": [],
    },
    "paragraphs": 1,
    "direction": "ltr",
    "extent": None,
}
BARE: dict[str, Any] = {
    **SHAPE,
    "authors": [],
    "language": None,
    "publication": {"name": None, "date": None, "url": None, "publisher": None},
    "distribution": None,
    "rights": {"kind": "unstated", "statement": None, "licence": None, "conditions": []},
    "paragraphs": 0,
    "direction": None,
}
NAMES = [
    "title",
    "authors.1.name",
    "authors.1.role",
    "authors.1.affiliations.1.name",
    "authors.1.affiliations.1.place",
    "language",
    "publication.name",
    "publication.date",
    "publication.publisher",
    "distribution.name",
    "rights.kind",
    "rights.statement",
    "rights.acts.publish",
    "text.expansion",
    "text.date",
    "text.date",
    "text.expansion",
    "text.gap",
    "text.date",
    "text.expansion",
    "text.expansion",
    "text.gap",
    "text.supplied",
]


def bare() -> Article:
    return Article(title=article().title, blocks=())


def without_evidence(shaped: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in shaped.items() if name != "evidence"}


def test_shape() -> None:
    assert without_evidence(shape(article())) == SHAPE
    assert without_evidence(shape(bare())) == BARE
    whole = record()
    assert without_evidence(shape(whole)) == {"id": whole.id, "key": whole.key, **SHAPE}


def test_facts_come_in_reading_order() -> None:
    assert [name for name, _ in facts(article())] == NAMES
    assert [name for name, _ in facts(bare())] == ["title"]


def _found(value: Any) -> list[Fact[Any]]:
    """Every fact inside a value, by looking into everything."""
    if isinstance(value, Fact):
        return [value]
    if isinstance(value, tuple):
        return [fact for each in value for fact in _found(each)]
    names = getattr(value, "__slots__", ()) if not isinstance(value, str) else ()
    names = {*names, *getattr(type(value), "__dataclass_fields__", {})}
    return [fact for name in names for fact in _found(getattr(value, name))]


def test_no_fact_is_forgotten() -> None:
    one = made("x")
    rights = article().rights
    assert rights
    whole = article(
        subtitle=one,
        published=appearance("H", "2008", "www.h.example", "Trust"),
        distributed=appearance("S", "2009", "www.s.example", "Fund"),
        rights=replace(rights, conditions=(one, one), licence=one, holder=one),
    )
    named = [fact for _, fact in facts(whole)]
    assert sorted(map(repr, named)) == sorted(map(repr, _found(whole)))


def test_evidence_is_the_text_itself() -> None:
    evidence = {each["field"]: each for each in shape(article())["evidence"]}
    role = evidence["authors.1.role"]
    assert TEXT[role["start"] : role["end"]] == role["value"] == "engineer"
    assert evidence["publication.name"]["value"] == {"name": "The Daily Herald", "short": "DH"}
    assert evidence["publication.publisher"]["certainty"] == "medium"
    assert (role["rule"], role["by"]) == ("note/is-a-at", "rule")


def test_a_value_that_a_person_supplied() -> None:
    published = article().published
    assert published
    outlet = Fact(Organisation("The Herald"), None, Editor("Bo Ek"))
    evidence = shape(article(published=replace(published, outlet=outlet)))["evidence"]
    (told,) = (each for each in evidence if each["field"] == "publication.name")
    assert (told["rule"], told["by"], told["source"]) == ("Bo Ek", "person", None)


VALUES: dict[str, tuple[Any, Any]] = {
    "text": ("x", "x"),
    "what is not stated is left out": (Organisation("H"), {"name": "H"}),
    "nor is a date that is not relative": (Period(when="2008"), {"when": "2008"}),
    "a relative one": (Period(when="2008", relative=True), {"when": "2008", "relative": True}),
    "nought is a place": (
        Expansion(Span("ab", 0, 3)),
        {"abbreviation": {"source": "ab", "start": 0, "end": 3}},
    ),
}


@pytest.mark.parametrize(("value", "wanted"), VALUES.values(), ids=VALUES.keys())
def test_plain(value: Any, wanted: Any) -> None:
    assert plain(value) == wanted


def test_one_line_a_record() -> None:
    lines = write(list(RECORDS.values())).splitlines()
    assert [json.loads(line)["key"] for line in lines] == [each.key for each in RECORDS.values()]
    assert FORMAT.write([], "published") == ""
