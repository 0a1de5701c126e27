"""What is wrong with what lies beside the records, and with records among each other."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from archive.model.tombstone import Run, Tombstone
from archive.validate import Surroundings, check_all
from validate.agents import HOME

GONE = Tombstone(
    id="2008-06-13-lee-rain",
    key="lee2008rain",
    year="2008",
    title="Rain",
    day="2026-11-25",
    by="Jane Doe",
    because="Taken in twice.",
    sources=(Run("0" * 64, 0, 441),),
    see=HOME[5:],
)


def without(key: str) -> bytes:
    values = json.loads(GONE.to_json())
    del values[key]
    return json.dumps(values).encode()


def with_key(key: str, value: Any) -> bytes:
    return json.dumps(json.loads(GONE.to_json()) | {key: value}).encode()


TOMBSTONES: dict[str, tuple[bytes, list[str]]] = {
    "whole": (GONE.to_json(), []),
    "with nothing in its place": (replace(GONE, see="").to_json(), []),
    "of a record that was all of its copy": (
        replace(GONE, sources=(Run("0" * 64), Run("1" * 64))).to_json(),
        [],
    ),
    "of a record without a title": (replace(GONE, title="").to_json(), []),
    "empty": (b"", ["W001"]),
    "cut off": (GONE.to_json()[:-20], ["W001"]),
    "not UTF-8": (b'{"a": "\xff"}', ["W001"]),
    "a list": (b"[]", ["W001"]),
    "a tower": (b"[" * 100_000, ["W001"]),
    "no reason": (without("because"), ["W001"]),
    "an empty reason": (with_key("because", " "), ["W001"]),
    "no name": (without("by"), ["W001"]),
    "no title": (without("title"), ["W001"]),
    "no day": (without("withdrawn"), ["W001"]),
    "a day that is none": (with_key("withdrawn", "2026-02-30"), ["W001"]),
    "a day in short": (with_key("withdrawn", "20261125"), ["W001"]),
    "a year that is none": (with_key("year", 2008), ["W001"]),
    "no sources": (with_key("sources", []), ["W001"]),
    "a source of no digest": (with_key("sources", [{"sha-256": "00"}]), ["W001"]),
    "a run that ends before it begins": (
        with_key("sources", [{"sha-256": "0" * 64, "from": 9, "to": 9}]),
        ["W001"],
    ),
    "half a run": (with_key("sources", [{"sha-256": "0" * 64, "from": 9}]), ["W001"]),
    "a key too many": (with_key("colour", "red"), ["W001"]),
    "another name than the file's": (with_key("id", "2008-rain"), ["W002"]),
    "a record that is there": (replace(GONE, id=HOME[5:]).to_json(), ["W003"]),
    "nothing in its place": (replace(GONE, see="2008-06-13-lee-a-wall").to_json(), ["W004"]),
}


def of_tombstone(rule: str) -> str:
    """Where the tombstone lies that breaks a rule."""
    return f"records/_withdrawn/{HOME[5:] if rule == 'W003' else GONE.id}.json"


@pytest.mark.parametrize(("content", "rules"), TOMBSTONES.values(), ids=TOMBSTONES)
def test_tombstones(content: bytes, rules: list[str]) -> None:
    path = of_tombstone("".join(rules))
    found = check_all((), Surroundings(records=[HOME], tombstones={path: content}))
    assert [finding.rule for finding in found] == rules
    for finding in found:
        assert finding.path == path
        assert finding.hint
        if finding.rule in ("W002", "W004"):
            key = b'"id"' if finding.rule == "W002" else b'"see"'
            assert key in content.split(b"\n")[finding.line - 1]


RECORDS_GONE: dict[str, tuple[list[str], dict[str, bytes], list[str]]] = {
    "without a word": ([], {}, ["W005"]),
    "withdrawn": ([], {of_tombstone(""): GONE.to_json()}, []),
    "filed elsewhere": ([f"2009/{GONE.id}"], {}, []),
}


@pytest.mark.parametrize(
    ("records", "tombstones", "rules"), RECORDS_GONE.values(), ids=RECORDS_GONE
)
def test_records_that_are_gone(
    records: list[str], tombstones: dict[str, bytes], rules: list[str]
) -> None:
    home = f"records/2008/{GONE.id}"
    around = Surroundings(records=[HOME, *records], tombstones=tombstones, gone=[home])
    found = check_all((), around)
    assert [f.rule for f in found if f.rule != "W004"] == rules
    assert all(f.path == f"{home}/record.xml" for f in found if f.rule == "W005")


STRAYS = {
    "a folder": ("records/2008/Lee_Rain", "folder", "B001"),
    "a link": ("records/2008/2008-rain", "link", "B002"),
    "a pipe": ("records/rain", "device", "B002"),
    "a file": ("records/.DS_Store", "file", "B003"),
    "a name on two lines": ("records/a\n::error ::b", "file", "B003"),
}


@pytest.mark.parametrize(("path", "kind", "rule"), STRAYS.values(), ids=STRAYS)
def test_strays(path: str, kind: str, rule: str) -> None:
    (found,) = check_all((), Surroundings(strays={path: kind}))
    assert (found.rule, found.path, found.line, found.column) == (rule, path, 1, 1)
    assert found.hint
