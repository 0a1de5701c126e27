"""``archive agents``, and what ``validate``, ``accept`` and ``rebuild`` do with agents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.store.agents import FOLDER
from commandline import DATA, ID, Archive

RECORD = f"../2008/{ID}/record.xml"


def enter(id: str, full: str, short: str, source: str = "https://a.example/") -> Path:
    path = Path("records", FOLDER, f"{id}.xml")
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f'<org xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}">\n'
        f'  <orgName type="full" source="{source}">{full}</orgName>\n'
        f'  <orgName type="short" source="{source}">{short}</orgName>\n</org>\n'
    )
    return path


def test_nothing_is_known(archive: Archive) -> None:
    done = archive("agents")
    assert (done.code, done.out) == (0, "")
    assert done.err == "0 agents, 0 candidates, 0 pairs alike\n"


def test_what_is_known_and_what_could_be(archive: Archive, well: Path) -> None:
    enter("herald-trust", "Herald Trust", "HT")
    enter("highland-times", "Highland Times", "HT")
    before = (well / "record.xml").read_bytes()
    found = json.loads(archive("agents", "--json").out)
    assert [(a["id"], a["short"], a["records"]) for a in found["agents"]] == [
        ("herald-trust", "HT", []),
        ("highland-times", "HT", []),
    ]
    verdicts = {c["name"]: (c["kind"], c["verdict"], c["agents"]) for c in found["candidates"]}
    assert verdicts["Herald Trust"] == ("org", "could be", ["herald-trust"])
    assert verdicts["The Daily Herald"] == ("org", "no agent", [])
    assert verdicts["Ann Lee"] == ("person", "no agent", [])
    assert (well / "record.xml").read_bytes() == before


def test_a_person_points_a_record_to_an_agent(archive: Archive, well: Path) -> None:
    """The pointer is signed, counted, kept when the record is rebuilt, and checked."""
    path = enter("herald-trust", "Herald Trust", "HT", RECORD)
    record = well / "record.xml"
    name = '<orgName type="short">HT</orgName>'
    pointer = '<idno type="agent" cert="high" resp="#resp-editor-1">herald-trust</idno>'
    text = record.read_text()
    assert text.count(name) == 1
    record.write_text(text.replace(name, name + pointer))
    assert archive("accept", ID, "--by", "Jane Doe", "--because", "It is the trust.").code == 0
    assert archive("validate", "--strict").code == 0
    assert "kept" in archive("rebuild").out
    assert "herald-trust</idno>" in record.read_text()
    found = json.loads(archive("agents", "--json").out)
    assert found["agents"][0]["records"] == [ID]
    assert "Herald Trust" not in [c["name"] for c in found["candidates"]]
    path.unlink()
    done = archive("validate", "--format", "concise")
    assert (done.code, done.out.count("error[A003]")) == (1, 1)


def test_an_agent_is_checked_where_it_is_named_or_all_is(archive: Archive, well: Path) -> None:
    path = enter("herald", "Herald Trust", "HT")
    path.rename(path.with_name("trust.xml"))
    path = path.with_name("trust.xml")
    for things in ((), (str(path),), (str(path.parent),), (ID, str(path))):
        done = archive("validate", "--format", "concise", *things)
        assert (done.code, done.out.count("error[A002]")) == (1, 1), things
        assert done.out.startswith(f"{path}:1:1:")
    assert archive("validate", ID).code == 0
    assert archive("validate", str(well)).code == 0
    assert archive("validate", str(path)).err.startswith("0 records, 1 error")


def test_a_name_is_attested_by_the_record_that_prints_it(archive: Archive, well: Path) -> None:
    for name, count in (("Herald Trust", 0), ("Herald Fund", 1)):
        enter("herald", name, "HT", RECORD)
        assert archive("validate", "--format", "concise").out.count("error[A009]") == count
    (well / "record.xml").write_text("<TEI>")
    assert "A009" not in archive("validate", "--format", "concise").out


def test_make_checks_the_agents_and_remembers_them(archive: Archive, well: Path) -> None:
    assert well.name == ID
    enter("herald-trust", "Herald Trust", "HT")
    assert archive("make").code == 0
    assert "up to date" in archive("make").out
    path = enter("highland-times", "Highland Times", "HT")
    for _ in range(2):  # a warning stays, also where nothing is done again
        done = archive("make")
        assert (done.code, done.out.count("warning[A006]")) == (0, 1)
    path.write_text("<org/>")
    for _ in range(2):
        done = archive("make")
        assert (done.code, done.out, done.err.count("error[E351]")) == (3, "", 1)
    path.unlink()
    assert archive("make").code == 0


SHORT = DATA.replace(b"The Daily Herald", b"DH").replace(b"DH (DH)", b"DH")


def test_what_an_agent_decides_is_read_again(archive: Archive) -> None:
    """A short form is named in full by the one agent that has it, and no more by two."""
    Path("well.txt").write_bytes(SHORT)
    enter("daily-herald", "Daily Herald", "DH")
    assert archive("ingest", "well.txt").code == 0

    def publication() -> str:
        return str(json.loads(archive("list", "--json=publication").out)[0]["publication"])

    assert publication() == "Daily Herald"
    assert "credit/only-agent (medium)" in archive("show", ID, "--evidence").out
    assert archive("validate", "--strict").code == 0
    path = enter("dhaka-herald", "Dhaka Herald", "DH")
    assert "1 rebuilt" in archive("make").out
    assert publication() == "DH"
    path.unlink()
    assert "rebuilt" in archive("rebuild").out
    assert publication() == "Daily Herald"


@pytest.mark.parametrize("verb", ["agents", "ingest", "rebuild", "make"])
def test_a_broken_agent_stops_what_would_decide(archive: Archive, well: Path, verb: str) -> None:
    """The others may share a name with it, so nothing is decided; validation goes on."""
    assert well.name == ID
    path = enter("herald-trust", "Herald Trust", "HT")
    path.write_text("<org>")
    Path("a.txt").write_bytes(SHORT)
    Path("b.txt").write_bytes(SHORT + b"\n")
    done = archive(verb, *(["a.txt", "b.txt"] if verb == "ingest" else []))
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("error[E351]: records/_agents/herald-trust.xml:1: ")
    assert done.err.count("error[") == 1
    assert archive("list", "-q").out.count("\n") == 1
    assert archive("validate", "--format", "concise").out.startswith(f"{path}:1:")
