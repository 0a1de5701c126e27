"""Records as CSL-JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from archive.export import Cited
from archive.export.csl_json import FORMAT, item, write
from archive.model.article import Person
from archive.model.record import Record
from export.people import RECORDS, appearance, authors, made, titled
from factory import record

WHOLE = {
    "id": "lee2008well",
    "type": "article-newspaper",
    "title": "A Well for Two Villages",
    "author": [{"family": "Lee", "given": "Ann"}],
    "container-title": "The Daily Herald",
    "issued": {"date-parts": [[2008, 6, 13]]},
    "publisher": "Herald Trust",
    "language": "en",
    "source": "Common Ground News Service",
    "note": "Distributed by Common Ground News Service.",
}
DISTRIBUTED = {
    "id": "lee2008well",
    "type": "article-newspaper",
    "title": "A Well for Two Villages",
    "author": [{"family": "Lee", "given": "Ann"}],
    "container-title": "Common Ground News Service",
    "language": "en",
    "original-date": {"date-parts": [[2008, 6, 13]]},
    "original-publisher": "The Daily Herald",
    "note": "First published in The Daily Herald, 13 June 2008.",
}
SERVICE = appearance("Wire Service", "2008-06-20", "www.wire.example")
WHOLES: dict[str, tuple[Record, Cited, dict[str, Any]]] = {
    "the first publication is cited by default": (record(), "published", WHOLE),
    "the distribution, which has no date of its own": (record(), "distributed", DISTRIBUTED),
    "the archive that holds a copy": (
        record(),
        "held",
        {
            **WHOLE,
            "archive": record().holding.publisher,
            "archive_location": record().id,
        },
    ),
    "only a distributor is known: it is cited either way": (
        record(published=None, distributed=SERVICE),
        "published",
        {
            **{k: WHOLE[k] for k in ("id", "type", "title", "author", "language")},
            "container-title": "Wire Service",
            "issued": {"date-parts": [[2008, 6, 20]]},
            "URL": "www.wire.example",
        },
    ),
    "neither is known": (
        record(published=None, distributed=None),
        "distributed",
        {k: WHOLE[k] for k in ("id", "type", "title", "author", "language")},
    ),
}


@pytest.mark.parametrize(("cited_record", "cited", "wanted"), WHOLES.values(), ids=WHOLES.keys())
def test_item(cited_record: Record, cited: Cited, wanted: dict[str, Any]) -> None:
    assert item(cited_record, cited) == wanted


VARIABLES: dict[str, tuple[Record, str, Any]] = {
    "a person with a particle": (
        RECORDS["particle"],
        "author",
        [{"family": "van der Berg", "given": "Jan"}],
    ),
    "an organisation": (RECORDS["corporate"], "author", [{"literal": "Rural Water Board"}]),
    "a person whose name is not parted": (
        record(authors=authors(Person("Dr. Ann Lee"))),
        "author",
        [{"literal": "Dr. Ann Lee"}],
    ),
    "unsigned": (RECORDS["unsigned"], "author", None),
    "undated": (RECORDS["undated"], "issued", None),
    "a month": (record(published=appearance("H", "2008-06")), "issued", [[2008, 6]]),
    "a year": (record(published=appearance("H", "2008")), "issued", [[2008]]),
    "an edition": (RECORDS["edition"], "issued", [[2006, 10, 24], [2006, 10, 30]]),
    "a subtitle": (record(subtitle=made("A report")), "title", "A Well for Two Villages: A report"),
    "a subtitle after a question": (
        titled("Whose well?", subtitle=made("A report")),
        "title",
        "Whose well? A report",
    ),
    "a subtitle after a colon": (
        titled("Water:", subtitle=made("A report")),
        "title",
        "Water: A report",
    ),
    "the publisher's address": (
        record(published=appearance("H", address="www.h.example"), distributed=SERVICE),
        "URL",
        "www.h.example",
    ),
    "it is not said to be the distributor's": (
        record(published=appearance("H", address="www.h.example"), distributed=SERVICE),
        "source",
        None,
    ),
    "the distributor's address, if it is the only one": (
        record(distributed=SERVICE),
        "URL",
        "www.wire.example",
    ),
    "and whose it is": (record(distributed=SERVICE), "source", "Wire Service"),
    "a distributor without an address": (record(), "source", "Common Ground News Service"),
    "a distributor's date is not the date of publication": (
        record(published=appearance("H"), distributed=SERVICE),
        "issued",
        None,
    ),
}


@pytest.mark.parametrize(
    ("cited_record", "variable", "wanted"), VARIABLES.values(), ids=VARIABLES.keys()
)
def test_variable(cited_record: Record, variable: str, wanted: Any) -> None:
    value = item(cited_record).get(variable)
    assert (value["date-parts"] if variable == "issued" and value else value) == wanted


def fetched(at: str, day: str, **changes: Any) -> Record:
    """A record whose copy comes from a WARC."""
    headers = (("warc-date", day), ("warc-target-uri", at))
    return record(received=replace(record().received, headers=headers), **changes)


AT = "https://www.wire.example/well/"
DAY = {"accessed": {"date-parts": [[2009, 3, 4]]}}
ADDRESSED = {"published": appearance("H", address="http://wire.example/well")}
FETCHED: dict[str, tuple[Record, dict[str, Any]]] = {
    "from an address that nothing prints": (
        fetched(AT, "2009-03-04T05:06:07Z"),
        {"URL": AT, "source": None, **DAY},
    ),
    "in brackets": (fetched(f"<{AT}>", "2009-03-04"), {"URL": AT, **DAY}),
    "from the address that is printed": (
        fetched(AT, "2009-03-04T05:06:07Z", **ADDRESSED),
        {"URL": "http://wire.example/well", **DAY},
    ),
    "from another": (
        fetched("https://mirror.example/", "2009-03-04", **ADDRESSED),
        {"URL": "http://wire.example/well", "accessed": None},
    ),
    "from the distributor's": (
        fetched(AT, "2009-03-04", distributed=appearance("W", address="wire.example/well")),
        {"URL": "wire.example/well", "source": "W", **DAY},
    ),
    "from no page": (fetched("dns:wire.example", "2009-03-04"), {"URL": None, "accessed": None}),
    "in a month": (fetched(AT, "2009-03"), {"URL": None, "accessed": None}),
    "on no day": (fetched(AT, "2009-02-30T00:00:00Z"), {"URL": None, "accessed": None}),
    "not from a WARC": (record(), {"URL": None, "accessed": None}),
}


@pytest.mark.parametrize(("cited_record", "wanted"), FETCHED.values(), ids=FETCHED.keys())
def test_fetched(cited_record: Record, wanted: dict[str, Any]) -> None:
    made = item(cited_record)
    assert {name: made.get(name) for name in wanted} == wanted


def test_write_keeps_order_and_characters() -> None:
    records = [titled("Eau & « puits »"), RECORDS["unsigned"]]
    text = write(records)
    assert "Eau & « puits »" in text
    assert json.loads(text) == [item(each) for each in records]
    assert FORMAT.write([], "published") == "[]\n"


@pytest.mark.parametrize("cited", ["published", "distributed", "held"])
def test_no_variable_is_empty(cited: Cited) -> None:
    for each in RECORDS.values():
        assert all(item(each, cited).values())


SUFFIXES = {
    "with a comma": ("Ann Lee, Jr.", "Jr."),
    "without": ("Ann Lee III", "III"),
    "a degree is none": ("Ann Lee, PhD", None),
    "none": ("Ann Lee", None),
}


@pytest.mark.parametrize(("name", "suffix"), SUFFIXES.values(), ids=SUFFIXES.keys())
def test_suffix(name: str, suffix: str | None) -> None:
    (author,) = item(record(authors=authors(Person(name, "Ann", "Lee"))))["author"]
    assert (author["family"], author["given"], author.get("suffix")) == ("Lee", "Ann", suffix)
