"""Pointers from record to record: each leads somewhere else, and none leads round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import permutations

import pytest

from archive.model.tombstone import Run, Tombstone
from archive.validate import RULES, Surroundings, Target, check_all
from validate.records import changed, sealed
from validate.specimens import J
from validate.test_likeness import OTHER, STORY, story

A, B, C = (f"undated/well-{name}" for name in ("a", "b", "c"))
TEXTS = {A: STORY, B: [*STORY, "More."], C: OTHER}
Pointers = Mapping[str, tuple[str, str] | None]


def pointing(home: str, pointer: tuple[str, str] | None, language: str = "und") -> Target:
    """A sound record with this pointer, in this language."""
    whole = story(home[8:], TEXTS[home], masthead=f"The News of {home}")
    if language != "und":
        xml = whole.xml.replace(b'xml:lang="und"', f'xml:lang="{language}"'.encode())
        xml = xml.replace(b'ident="und"', f'ident="{language}"'.encode())
        xml = xml.replace(
            b'        <language ident="en">English</language>\n', b"", language == "en"
        )
        whole = sealed(replace(whole, xml=xml))
    if pointer is None:
        return whole
    kind, to = pointer
    item = f'<relatedItem type="{kind}" target="../../{to}/record.xml" {J}/>'
    end = "      </publicationStmt>\n"
    return changed(whole, (end, f"{end}      <notesStmt>{item}</notesStmt>\n"))


def gone(see: str = "") -> dict[str, bytes]:
    """The tombstone of a fourth record."""
    tombstone = Tombstone(
        id="well-d",
        key="d",
        year="undated",
        title="D",
        day="2026-11-25",
        by="Jane Doe",
        because="Twice.",
        sources=(Run("0" * 64),),
        see=see,
    )
    return {"records/_withdrawn/well-d.json": tombstone.to_json()}


def around(tombstones: Mapping[str, bytes], *records: Target) -> Surroundings:
    texts = {f"undated/{record.id}": record.xml for record in records}
    return Surroundings(records=list(texts), tombstones=tombstones, xml=texts.__getitem__)


# records with their pointers, tombstones -> the rule broken and where, words of the message
CASES: dict[str, tuple[Pointers, dict[str, bytes], tuple[str, str], str]] = {
    "a reprint": ({A: None, B: ("reprint-of", A)}, {}, ("", ""), ""),
    "a reprint, from the other side": ({A: ("reprint-of", B), B: None}, {}, ("", ""), ""),
    "reprints of one": ({B: ("reprint-of", C), A: ("correction-of", C), C: None}, {}, ("", ""), ""),
    "parts of one": (
        {B: ("part-of", C), A: ("part-of", C), C: None},
        {},
        ("R001", B),
        "stand in both",
    ),
    "nothing said": ({A: None, B: None}, {}, ("R001", B), A),
    "not there": (
        {C: ("update-of", "undated/well-x")},
        {},
        ("R002", C),
        "no record undated/well-x",
    ),
    "another year": (
        {A: None, C: ("update-of", "2007/well-a")},
        {},
        ("R002", C),
        f"it lies in {A}",
    ),
    "withdrawn": (
        {C: ("update-of", "undated/well-d")},
        gone(),
        ("R003", C),
        "well-d was withdrawn on 2026-11-25; nothing stands in its place",
    ),
    "withdrawn for another": (
        {A: None, C: ("update-of", "undated/well-d")},
        gone("well-a"),
        ("R003", C),
        "well-a stands in its place",
    ),
    "itself": ({C: ("translation-of", C)}, {}, ("R004", C), "a translation of itself"),
    "each other": ({A: ("update-of", B), B: ("reprint-of", A)}, {}, ("R006", B), f"{B}, {A}"),
    "round": (
        {A: ("update-of", B), B: ("reprint-of", C), C: ("part-of", A)},
        {},
        ("R006", C),
        f"{C}, {A}, {B} and back",
    ),
}


@pytest.mark.parametrize(("pointers", "tombstones", "at", "words"), CASES.values(), ids=CASES)
def test_pointers(
    pointers: Pointers, tombstones: dict[str, bytes], at: tuple[str, str], words: str
) -> None:
    records = [pointing(home, pointer) for home, pointer in pointers.items()]
    wanted = [] if at == ("", "") else [(at[0], f"records/{at[1]}/record.xml")]
    for order in permutations(records):
        found = check_all(order, around(tombstones, *order))
        assert [(finding.rule, finding.path) for finding in found] == wanted
        for finding in found:
            assert words in finding.message
            assert finding.severity == RULES.load(finding.rule).severity
            (record,) = (r for r in order if r.path == finding.path)
            line = record.xml.decode().split("\n")[finding.line - 1]
            tag = "<div" if finding.rule == "R001" else "<relatedItem"
            assert line[finding.column - 1 :].startswith(tag)


TRANSLATION = ("translation-of", A)
LANGUAGES = {
    "two languages": ("en", "no", []),
    "one language": ("no", "no", ["R005"]),
    "one language, and a region": ("no", "no-NO", ["R005"]),
    "two regions": ("pt-BR", "pt-PT", []),
    "tags that begin alike": ("no", "nob", []),
    "one is not known": ("und", "no", []),
    "neither is known": ("und", "und", []),
}


@pytest.mark.parametrize(("one", "other", "rules"), LANGUAGES.values(), ids=LANGUAGES)
def test_translations(one: str, other: str, rules: list[str]) -> None:
    records = [pointing(A, None, one), pointing(C, TRANSLATION, other)]
    found = check_all(records, around({}, *records))
    assert [finding.rule for finding in found] == rules
    assert all(finding.path == records[1].path for finding in found)
    assert all(finding.related == records[0].path for finding in found)


def test_where_there_is_no_archive_nothing_is_missing() -> None:
    assert check_all([pointing(A, ("reprint-of", "undated/well-x"))], Surroundings()) == ()


def test_an_original_that_is_refused_is_there() -> None:
    record = pointing(A, ("translation-of", C))
    here = Surroundings(records=[A, C], xml=lambda _: b"")
    assert check_all([record], here) == ()
