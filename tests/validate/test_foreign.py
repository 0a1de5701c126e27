"""A grammar that is not ours is asked of records and of our grammars, within limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import ArchiveError
from archive.pipeline.foreign import BadGrammar, against
from archive.resources import schemas_folder
from validate.records import target

ANYTHING = """\
<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <start><ref name="any"/></start>
  <define name="any"><element><anyName/><zeroOrMore><choice>
    <attribute><anyName/></attribute><text/><ref name="any"/>
  </choice></zeroOrMore></element></define>
</grammar>
"""
NO_NOTES = ANYTHING.replace(
    "<element><anyName/>",
    '<element><anyName><except><name ns="http://www.tei-c.org/ns/1.0">note</name></except>'
    "</anyName>",
)


@pytest.fixture
def record(tmp_path: Path) -> str:
    (tmp_path / "record.xml").write_bytes(target().xml)
    return "record.xml"


def asked(folder: Path, record: str, grammar: bytes) -> list[tuple[str, str, str]]:
    path = folder / "grammar.rng"
    path.write_bytes(grammar)
    found = against(path, folder, [record, "missing.xml"])
    return [(finding.rule, finding.path, finding.message) for finding in found]


def test_a_grammar_of_anything_refuses_nothing(tmp_path: Path, record: str) -> None:
    assert asked(tmp_path, record, ANYTHING.encode()) == []


def test_a_grammar_that_refuses_a_record(tmp_path: Path, record: str) -> None:
    found = asked(tmp_path, record, NO_NOTES.encode())
    assert {(rule, path) for rule, path, _ in found} == {
        ("G002", "record.xml"),
        ("G003", "schemas/archive.rng"),
        ("G003", "schemas/agent.rng"),
    }
    assert "note: no element of the wider grammar" in {message for _, _, message in found}


def test_a_grammar_of_which_nothing_can_be_proved(tmp_path: Path, record: str) -> None:
    found = asked(tmp_path, record, (schemas_folder() / "archive.rng").read_bytes())
    assert {rule for rule, _, _ in found} == {"G003"}
    assert any("more than one pattern" in message for _, _, message in found)


def test_tei(tmp_path: Path, record: str, tei_all: Path) -> None:
    assert against(tei_all, tmp_path, [record]) == ()


BAD = {
    "text": b"a grammar",
    "another document": b"<a/>",
    "not well-formed": b"<grammar>",
    "nothing": b"",
    "in several files": b'<grammar xmlns="http://relaxng.org/ns/structure/1.0">'
    b'<include href="b.rng"/></grammar>',
}


@pytest.mark.parametrize("grammar", BAD.values(), ids=BAD.keys())
def test_what_is_no_grammar(grammar: bytes, tmp_path: Path, record: str) -> None:
    with pytest.raises(BadGrammar, match=r"not a grammar that can be used: .+") as raised:
        asked(tmp_path, record, grammar)
    assert raised.value.exit_code == 3


def test_a_grammar_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no such file"):
        against(tmp_path / "grammar.rng", tmp_path, [])


def test_a_grammar_that_takes_too_long(tmp_path: Path) -> None:
    path = tmp_path / "grammar.rng"
    path.write_text(ANYTHING)
    with pytest.raises(BadGrammar, match=r"it takes more than 0\.01 seconds"):
        against(path, tmp_path, [], seconds=0.01)
