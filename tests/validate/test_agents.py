"""The files of agents, and the pointers of records to them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.tei.agents import UnreadableAgent, read_agent
from archive.validate import RULES, Surroundings, check_all
from validate import agents
from validate.records import JANE, edited, sealed
from validate.test_rules import place

NAME = '<orgName type="full" source="https://a.example/" from="1963" to="1970">'


@dataclass(frozen=True)
class Bad:
    """A part of the sound files replaced: the rule broken, and the tag where that is found."""

    rule: str
    tag: str
    old: str
    new: str
    words: str = ""
    id: str = "studies"


def test_sound() -> None:
    assert check_all((), agents.around(agents.ALL)) == ()


BAD = {
    "not well-formed": Bad("X001", "</org>", "</note>", "</not>"),
    "a document type": Bad("X002", "<!DOCTYPE", "<!-- not", '<!DOCTYPE org SYSTEM "a"><!-- not'),
    "a style sheet": Bad("X006", "<?xml-style", "<!--", '<?xml-stylesheet href="a"?><!--'),
    "a name without a source": Bad(
        "A001", '<orgName type="full" from', ' source="https://a.example/"', ""
    ),
    "a name of no kind": Bad(
        "A001", '<orgName type="nick"', 'e="short"', 'e="nick"', "type of orgName"
    ),
    "no full name": Bad("A001", "<orgName", 'type="full"', 'type="short"', id="herald"),
    "an identifier that nobody looked up": Bad(
        "A001",
        "<idno",
        ' source="https://www.wikidata.org/"',
        "",
        "idno lacks source (an address that begins with http",
    ),
    "a person's name of an organisation": Bad(
        "A001", "<persName", "<note>In Oslo.</note>", "<persName>Ann</persName>", "persName"
    ),
    "neither person nor organisation": Bad(
        "A001", "<place", agents.STUDIES, '<place xmlns="http://www.tei-c.org/ns/1.0"/>', "place"
    ),
    "another name than the file's": Bad("A002", "<org ", 'id="studies"', 'id="study"', '"study"'),
    "out of use before it came into use": Bad("A007", NAME[:-9], 'to="1970"', 'to="1962"', "1963"),
    "a record that is not there": Bad(
        "A008",
        '<orgName type="full" source="../2009',
        'source="https://a.example/"',
        'source="../2009/a-b/record.xml"',
        "no record 2009/a-b",
    ),
    "a name that the record does not print": Bad(
        "A009", '<orgName type="full"', ">Institute for", ">Institution for", '"Institution for St'
    ),
    "a short form in other capitals": Bad("A009", '<orgName type="short"', ">IPS<", ">Ips<"),
    "a short form inside a word": Bad("A009", '<orgName type="short"', ">IPS<", ">ips<"),
    "a short form of another": Bad("A006", '<orgName type="short"', ">IPS<", ">HT<", "of herald"),
    "a full name of another": Bad(
        "A006", '<orgName type="short"', ">IPS<", ">Herald Trust<", "of herald"
    ),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_one_fault_one_finding(bad: Bad) -> None:
    sound = agents.ALL[bad.id]
    assert sound.count(bad.old) >= 1
    texts = agents.ALL | {bad.id: sound.replace(bad.old, bad.new, 1)}
    found = check_all((), agents.around(texts))
    (finding,) = found
    assert (finding.rule, finding.severity) == (bad.rule, RULES.load(bad.rule).severity)
    assert finding.path == f"records/_agents/{bad.id}.xml"
    assert bad.words in finding.message
    assert finding.hint
    if bad.rule not in ("X001", "X002"):  # the parser gives the place
        assert (finding.line, finding.column) == place(texts[bad.id].encode(), bad.tag)


def test_what_a_damaged_record_prints_is_not_judged() -> None:
    text = agents.HERALD.replace(agents.HOME, "2008/damaged")
    assert check_all((), agents.around({"herald": text})) == ()


def test_names_that_were_not_in_use_at_one_time_are_not_shared() -> None:
    old = agents.STUDIES.replace(">IPS<", ' to="1993">HT<')
    texts = agents.ALL | {"studies": old}
    assert check_all((), agents.around(texts)) == ()


POINTERS = {
    "to an agent": ("org", "herald", JANE, ""),
    "to a person": ("person", "lee-ann", JANE, ""),
    "to none that is there": ("org", "heralds", JANE, "A003"),
    "to one whose file is none": ("org", "broken", JANE, ""),
    "to one of another kind": ("org", "lee-ann", JANE, "A004"),
    "to one that is not called so": ("org", "studies", JANE, "A005"),
    "to what can be no agent": ("org", "Herald Trust", JANE, "G001"),
    "by a rule": ("org", "herald", 'cert="high" resp="#resp-rules"', "P005"),
}
AFTER = {"org": '<orgName type="short">HT</orgName>', "person": "<surname>Lee</surname></persName>"}


@pytest.mark.parametrize(("kind", "id", "judgement", "rule"), POINTERS.values(), ids=POINTERS)
def test_pointers(kind: str, id: str, judgement: str, rule: str) -> None:
    """A pointer stands in the entry of a record, signed by a person."""
    pointer = f'<idno type="agent" {judgement}>{id}</idno>'
    text = edited().xml.decode()
    before, mark, entries = text.partition("<standOff")
    pointed = before + mark + entries.replace(AFTER[kind], AFTER[kind] + pointer, 1)
    record = sealed(replace(edited(), xml=pointed.encode()))
    here = agents.around({**agents.ALL, "broken": "<org/>"})
    found = [f.rule for f in check_all([record], here) if f.path == record.path]
    assert found == [code for code in [rule] if code]
    elsewhere = [f.rule for f in check_all([record], Surroundings())]
    assert elsewhere == [code for code in [rule] if code and code[0] != "A"]


NAME_ALONE = agents.LEE.replace(f"../{agents.HOME}/record.xml", "https://a.example/")
NOBODY = NAME_ALONE.replace(">Lee<", ">Ek<").replace("Anna Lee", "Anna Ek")
USED: dict[str, tuple[str, str, int, list[str]]] = {
    "a record points to it": (NOBODY, "lee-ann", 1, ["A005"]),
    "a record has its name": (NAME_ALONE, "", 1, []),
    "a record is said to print its name": (agents.HERALD.replace("herald", "lee-ann"), "", 1, []),
    "nothing": (NOBODY, "", 1, ["A010"]),
    "a record that is refused may name it": (NOBODY, "", 2, []),
}


@pytest.mark.parametrize(("text", "to", "records", "rules"), USED.values(), ids=USED)
def test_agents_in_use(text: str, to: str, records: int, rules: list[str]) -> None:
    pointer = f'<idno type="agent" {JANE}>{to}</idno>' if to else ""
    whole = edited()
    before, mark, entries = whole.xml.decode().partition("<standOff")
    pointed = before + mark + entries.replace(AFTER["person"], AFTER["person"] + pointer, 1)
    record = sealed(replace(whole, xml=pointed.encode()))
    homes = [f"2008/{number}" for number in range(records)]
    here = replace(agents.around({"lee-ann": text}), records=homes)
    found = check_all([record], here)
    assert [finding.rule for finding in found] == rules
    for finding in found:
        if finding.rule == "A010":
            assert (finding.path, finding.line) == ("records/_agents/lee-ann.xml", 1)


PIECES = st.sampled_from(
    [
        *("<org>", "</org>", '<org xmlns="http://www.tei-c.org/ns/1.0" xml:id="a">', "<!--", "-->"),
        *(
            "<orgName",
            "</orgName>",
            "<persName>",
            "<note/>",
            "<idno",
            ">",
            "/>",
            "<?a b?>",
            "&amp;",
        ),
        *(' type="full"', ' type="short"', ' source="https://a.example/"', ' from="2008"', "HT"),
        *(' to="x"', f' source="../{agents.HOME}/record.xml"', " ", "\n", "\0", "é", "&b;"),
    ]
)


@given(st.lists(PIECES, max_size=12), st.sampled_from(sorted(agents.ALL)), st.data())
def test_whatever_is_in_a_file(pieces: list[str], id: str, data: st.DataObject) -> None:
    """Any file is an agent, or a finding says what is wrong with it; nothing else happens."""
    sound = agents.ALL[id]
    start = data.draw(st.integers(0, len(sound)))
    end = data.draw(st.integers(start, len(sound)))
    text = sound[:start] + "".join(pieces) + sound[end:]
    found = check_all((), agents.around({id: text}))
    try:
        assert read_agent(text.encode(), id, "a.xml").name
    except UnreadableAgent:
        assert found
    else:
        assert all(finding.line >= 1 and finding.hint for finding in found)
