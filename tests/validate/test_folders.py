"""Faults of a whole folder, of two records, and of hostile XML; and what holds for all rules."""

from __future__ import annotations

import hashlib
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

import factory
from archive.attribution.distances import DAY_BESIDE, MONTH_BESIDE, WEEK_BESIDE, YEAR_BESIDE
from archive.errors import UnknownName
from archive.model.fact import Span
from archive.validate import RULES, Surroundings, Target, check, check_all
from archive.validate.rules import dates, fixity
from validate.records import changed, sealed, target
from validate.test_agents import BAD as OF_AGENTS
from validate.test_agents import POINTERS, USED
from validate.test_beside import RECORDS_GONE, STRAYS, TOMBSTONES
from validate.test_relations import CASES as RELATIONS
from validate.test_rules import BAD


def files(base: Target, **changes: bytes | None) -> Target:
    """The target with files put in (or taken out, with None), and the manifest as it was."""
    names = {"source": "source/0001.txt", "capture": "source/0001.json", "manifest": MANIFEST}
    content = dict(base.files)
    for key, data in changes.items():
        content.pop(names.get(key, key), None)
        if data is not None:
            content[names.get(key, key)] = data
    return replace(base, files=content)


MANIFEST = "manifest-sha256.txt"
WHOLE = target()
CAPTURE = WHOLE.files["source/0001.json"]
HOSTILE = '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI>&x;</TEI>'
BILLION = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'


def with_xml(xml: bytes) -> Target:
    return sealed(replace(WHOLE, xml=xml))


FOLDERS: dict[str, tuple[Target, str, str, int]] = {
    "no manifest": (files(WHOLE, manifest=None), "F001", MANIFEST, 1),
    "an empty manifest": (files(WHOLE, manifest=b""), "F001", MANIFEST, 1),
    "a manifest cut off": (files(WHOLE, manifest=WHOLE.files[MANIFEST][:-20]), "F001", MANIFEST, 3),
    "a manifest without its last line feed": (
        files(WHOLE, manifest=WHOLE.files[MANIFEST][:-1]),
        "F001",
        MANIFEST,
        3,
    ),
    "a manifest that names a file twice": (
        files(WHOLE, manifest=WHOLE.files[MANIFEST] * 2),
        "F001",
        MANIFEST,
        4,
    ),
    "record.xml edited": (replace(WHOLE, xml=WHOLE.xml + b"\n"), "F002", "record.xml", 1),
    "the source changed": (files(WHOLE, source=b"A Well"), "F003", "source/0001.txt", 1),
    "the capture changed": (files(WHOLE, capture=b"{}\n"), "F003", "source/0001.json", 1),
    "a capture that says how many characters as no number": (
        sealed(files(WHOLE, capture=CAPTURE.replace(b'"characters": 441', b'"characters": "441"'))),
        "F007",
        "source/0001.json",
        1,
    ),
    "the capture deleted": (sealed(files(WHOLE, capture=None)), "F007", "source/0001.json", 1),
    "a stranger": (files(WHOLE, **{".DS_Store": b"x"}), "F005", ".DS_Store", 1),
    "a stranger in the manifest": (
        sealed(files(WHOLE, **{"notes.doc": b"x"})),
        "F005",
        "notes.doc",
        1,
    ),
    "a source that nothing lists": (
        files(WHOLE, **{"source/0001.bak": b"x"}),
        "F005",
        "source/0001.bak",
        1,
    ),
    "the source deleted": (files(WHOLE, source=None), "F006", MANIFEST, 3),
    "the source deleted, and its line": (
        sealed(files(WHOLE, source=None)),
        "F006",
        "record.xml",
        42,
    ),
    "a capture that is no JSON": (
        sealed(files(WHOLE, capture=b"{")),
        "F007",
        "source/0001.json",
        1,
    ),
    "a capture that is a list": (
        sealed(files(WHOLE, capture=b"[]")),
        "F007",
        "source/0001.json",
        1,
    ),
    "a capture of other bytes": (
        sealed(files(WHOLE, capture=CAPTURE.replace(b'"size": 441', b'"size": 440'))),
        "F008",
        "source/0001.json",
        1,
    ),
    "a capture of another digest": (
        sealed(files(WHOLE, capture=CAPTURE.replace(b'"d164f23c', b'"d164f23d'))),
        "F008",
        "source/0001.json",
        1,
    ),
    "a folder in the place of the capture": (
        replace(files(WHOLE, capture=None), odd={"source/0001.json": "a folder"}),
        "F011",
        "source/0001.json",
        1,
    ),
    "a folder in the place of the manifest": (
        replace(files(WHOLE, manifest=None), odd={MANIFEST: "a folder"}),
        "F011",
        MANIFEST,
        1,
    ),
    "the wrong year": (replace(WHOLE, year="2007"), "I003", "record.xml", 76),
    "filed as undated": (replace(WHOLE, year="undated"), "I003", "record.xml", 76),
    "not closed": (with_xml(b"<TEI>\n<a>\n</TEI>"), "X001", "record.xml", 3),
    "not closed, with the name of an encoding": (
        with_xml(b"<TEI>\n<encodingDesc>\n</TEI>"),
        "X001",
        "record.xml",
        3,
    ),
    "empty": (with_xml(b""), "X001", "record.xml", 1),
    "text": (with_xml(b"A Well"), "X001", "record.xml", 1),
    "an entity of HTML": (with_xml(b"<TEI>\n&nbsp;</TEI>"), "X001", "record.xml", 2),
    "a control character": (with_xml(b"<TEI>\x01</TEI>"), "X001", "record.xml", 1),
    "an external entity": (with_xml(HOSTILE.encode()), "X002", "record.xml", 1),
    "entities of entities": (with_xml(BILLION.encode()), "X002", "record.xml", 1),
    "an external subset": (
        with_xml(b'<?xml version="1.0"?>\n<!DOCTYPE TEI SYSTEM "http://a.example/x"><TEI/>'),
        "X002",
        "record.xml",
        2,
    ),
    "10,000 levels": (with_xml(b"<a>" * 10_000 + b"</a>" * 10_000), "X004", "record.xml", 1),
    "65 MiB": (with_xml(b"<a>" + b" " * (65 * 2**20) + b"</a>"), "X004", "record.xml", 1),
    "UTF-16": (with_xml("<TEI/>".encode("utf-16")), "X005", "record.xml", 1),
    "windows-1252": (with_xml(b"<TEI>\n\x93</TEI>"), "X005", "record.xml", 2),
    "another encoding declared": (
        with_xml(b'<?xml version="1.0" encoding="ISO-8859-1"?><TEI/>'),
        "X005",
        "record.xml",
        1,
    ),
    "an encoding that there is not": (
        with_xml(b'<?xml version="1.0" encoding="klingon"?><TEI/>'),
        "X005",
        "record.xml",
        1,
    ),
    "another document": (with_xml(b"<html/>"), "G001", "record.xml", 1),
    "TEI, but no record": (
        with_xml(
            b'<TEI xmlns="http://www.tei-c.org/ns/1.0" version="4.12.0" xml:id="rec-a" '
            b'xml:lang="en"/>'
        ),
        "G001",
        "record.xml",
        1,
    ),
}


@pytest.mark.parametrize(("broken", "rule", "path", "line"), FOLDERS.values(), ids=FOLDERS.keys())
def test_one_fault_in_a_folder(broken: Target, rule: str, path: str, line: int) -> None:
    (found,) = check(broken)
    assert (found.rule, found.path, found.line) == (rule, broken.beside(path), line)
    assert found.column >= 1
    assert found.message
    assert found.hint


def test_a_capture_missing_from_the_folder() -> None:
    assert [f.rule for f in check(files(WHOLE, capture=None))] == ["F004", "F007"]


def test_an_edit_says_how_to_accept_it() -> None:
    (found,) = check(replace(WHOLE, xml=WHOLE.xml + b"\n"))
    assert f"archive accept {WHOLE.id} --by NAME" in found.hint


def test_the_end_of_the_text_lost() -> None:
    blocks = factory.record().blocks[:-1]
    (found,) = check(target(factory.record(blocks=blocks, marks=(), rights=None)))
    assert found.rule == "S006"
    assert "Source: The Daily Herald" in found.message


def test_an_undated_record_is_filed_as_undated() -> None:
    undated = target(factory.record(published=None, marks=()), year="undated")
    assert check(undated) == ()


def other(**changes: object) -> Target:
    """Another sound record, of other bytes, with another id and key, but for ``changes``."""
    text = factory.TEXT + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    values: dict[str, object] = {"id": "2008-another", "key": "lee2008wella", "sha256": digest}
    values |= changes
    received = replace(
        factory.record().received,
        sha256=str(values["sha256"]),
        size=442 if values["sha256"] == digest else 441,
        characters=442 if values["sha256"] == digest else 441,
    )
    record = factory.record(id=values["id"], key=values["key"], received=received)
    return target(record, text.encode() if values["sha256"] == digest else factory.DATA)


AMONG: dict[str, tuple[Target, list[str]]] = {
    "nothing in common": (other(), []),
    "the same identifier": (
        replace(other(id=WHOLE.id), path="records/2009/x/record.xml"),
        ["I004"],
    ),
    "the same key": (other(key="lee2008well"), ["I005"]),
    "the same article": (other(sha256=factory.SHA256), ["I006"]),
}


@pytest.mark.parametrize(("second", "rules"), AMONG.values(), ids=AMONG.keys())
def test_records_among_each_other(second: Target, rules: list[str]) -> None:
    found = check_all([second, WHOLE], Surroundings())
    assert [f.rule for f in found] == rules
    for finding in found:  # the later path is at fault, and names the earlier
        assert finding.path == max(second.path, WHOLE.path)
        assert min(second.path, WHOLE.path) in finding.message
        assert finding.related == min(second.path, WHOLE.path)


def test_two_articles_of_one_edition_are_no_duplicates() -> None:
    title = factory.fact("Well", "Well", "title/first-line")
    second = target(factory.record(id="2008-second", key="lee2008second", title=title))
    assert check_all([WHOLE, second], Surroundings()) == ()


@pytest.mark.parametrize(("start", "rules"), [(0, ["I006"]), (9, [])], ids=["same", "next"])
def test_articles_without_a_title_go_by_their_place(start: int, rules: list[str]) -> None:
    def untitled(id: str, start: int) -> Target:
        extent = Span(factory.SHA256, start, len(factory.TEXT))
        return target(factory.record(id=id, key=id[5:], title=None, extent=extent))

    found = check_all(
        [untitled("2008-lee2008a", 0), untitled("2008-lee2008b", start)], Surroundings()
    )
    assert [f.rule for f in found if f.rule[0] == "I"] == rules


def test_every_rule_is_broken_once() -> None:
    broken = {bad.rule for bad in BAD.values()} | {case[1] for case in FOLDERS.values()}
    broken |= {rule for _, rules in AMONG.values() for rule in rules} | {"F004", "R005"}
    broken |= {bad.rule for bad in OF_AGENTS.values()} | {case[-1] for case in POINTERS.values()}
    broken |= {rule for _, rules in TOMBSTONES.values() for rule in rules}
    broken |= {rule for *_, rule in STRAYS.values()}
    broken |= {rule for *_, (rule, _), _ in RELATIONS.values()}
    broken |= {rule for *_, rules in USED.values() for rule in rules}
    broken |= {rule for *_, rules in RECORDS_GONE.values() for rule in rules}
    broken |= {"G002", "G003"}  # tests/validate/test_foreign.py
    assert broken - {""} == {rule.code for rule in RULES.all()}


def test_rules_explain_themselves() -> None:
    for rule in RULES.all():
        explanation = rule.explain()
        assert rule.code in explanation
        assert all((rule.title, rule.reason, rule.example, rule.remedy, rule.source)), rule.code
    assert RULES.load("s002") is RULES.load("S002")
    with pytest.raises(UnknownName) as error:
        RULES.load("S02")
    assert "S002" in error.value.hint or "S0" in error.value.hint


def test_a_flip_of_any_byte_is_noticed() -> None:
    source = WHOLE.files["source/0001.txt"]
    for place in range(len(WHOLE.xml)):
        flipped = bytearray(WHOLE.xml)
        flipped[place] ^= 1
        found = fixity.files(replace(WHOLE, xml=bytes(flipped)))
        assert [f.rule for f in found] == ["F002"], place
    for place in range(len(source)):
        flipped = bytearray(source)
        flipped[place] ^= 1
        found = fixity.files(files(WHOLE, source=bytes(flipped)))
        assert [f.rule for f in found] == ["F003"], place


def test_nothing_outside_the_record_is_opened() -> None:
    """Whatever the XML asks for: Python would see the call, libxml2 is refused it by the parser."""
    check(WHOLE)  # what is loaded once has been
    opened: list[object] = []
    armed = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if armed[0] and event in ("open", "socket.connect", "socket.getaddrinfo"):
            opened.append(arguments)

    sys.addaudithook(hook)
    include = WHOLE.xml.replace(
        b"<body>",
        b'<body><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>',
    )
    for xml in (HOSTILE.encode(), BILLION.encode(), include):
        found = check(with_xml(xml))
        assert found
        assert not any("root:" in finding.message for finding in found)
    armed[0] = False
    assert opened == []


def test_threads_do_not_mix_their_messages() -> None:
    cases = [changed(bad.base(), (bad.old, bad.new)) for bad in BAD.values() if bad.rule == "G001"]
    alone = [check(case) for case in cases]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(check, cases * 5)) == alone * 5


def test_the_rules_that_look_ahead_are_those_of_attribution() -> None:
    rules = (YEAR_BESIDE, MONTH_BESIDE, WEEK_BESIDE, DAY_BESIDE)
    assert {f"rule.{rule.name.replace('/', '.')}" for rule in rules} == dates.LOOKING_AHEAD


def test_a_rule_that_looks_ahead_may() -> None:
    ahead = changed(
        WHOLE,
        ('when="2008-05-03"', 'when="2009"'),
        ('ana="#rule.date.day-month">3 May', 'ana="#rule.date.this-next-week">3 May'),
        ('xml:id="rule.date.day-month"', 'xml:id="rule.date.this-next-week"'),
    )
    assert check(ahead) == ()
