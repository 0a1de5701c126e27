"""The files of agents on disk, and what is read of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.model.agents import Agent, AgentKind, Form
from archive.store import agents
from archive.store.durable import StorageError
from archive.tei.agents import UnreadableAgent, read_agent

TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'


def test_no_folder_is_no_agent(tmp_path: Path) -> None:
    assert agents.files(tmp_path) == {}


def test_only_files_that_can_be_agents(tmp_path: Path) -> None:
    folder = tmp_path / agents.FOLDER
    folder.mkdir()
    for name in ("b.xml", "a.xml", "README.md", ".a.xml.swp", ".b.xml"):
        (folder / name).write_text(name)
    assert agents.files(tmp_path) == {folder / "a.xml": b"a.xml", folder / "b.xml": b"b.xml"}


def test_a_link_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / agents.FOLDER
    folder.mkdir()
    (folder / "a.xml").symlink_to(__file__)
    with pytest.raises(StorageError):
        agents.files(tmp_path)


READ = {
    "an organisation": (
        f'<org {TEI}><orgName type="full">Herald\n Trust</orgName>'
        '<orgName type="short" from="1994" notAfter="2003">HT</orgName></org>',
        Agent(
            "a",
            AgentKind.ORGANISATION,
            (Form("Herald Trust"), Form("HT", short=True, first="1994", last="2003")),
        ),
    ),
    "a person": (
        f'<person {TEI}><persName type="full" notBefore="2001"><forename>Ann</forename> '
        "<surname>Lee</surname></persName></person>",
        Agent("a", AgentKind.PERSON, (Form("Ann Lee", first="2001"),)),
    ),
    "the full name second": (
        f'<org {TEI}><orgName type="short">HT</orgName><orgName type="full">H</orgName></org>',
        Agent("a", AgentKind.ORGANISATION, (Form("H"), Form("HT", short=True))),
    ),
}


@pytest.mark.parametrize(("text", "wanted"), READ.values(), ids=READ)
def test_read(text: str, wanted: Agent) -> None:
    assert read_agent(text.encode(), "a", "a.xml") == wanted


NONE = {
    "not XML": ("<org>", "a.xml:1: "),
    "a place": (f"<place {TEI}/>", "neither a person nor an org"),
    "a short form alone": (f'<org {TEI}><orgName type="short">HT</orgName></org>', "a full name"),
    "an empty name": (f'<org {TEI}><orgName type="full"> </orgName></org>', "a full name"),
    "a document type": ("\n<!DOCTYPE org><org/>", "a.xml:2: "),
}


@pytest.mark.parametrize(("text", "words"), NONE.values(), ids=NONE)
def test_what_is_no_agent(text: str, words: str) -> None:
    with pytest.raises(UnreadableAgent, match=words) as caught:
        read_agent(text.encode(), "a", "a.xml")
    assert caught.value.exit_code == 3
    assert caught.value.hint
