"""Findings as text: for people, for editors, for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from lxml import etree

from archive.errors import UnknownName
from archive.validate import REPORTS, Checked, Coverage, Finding, report

JUDGES = Path(__file__).with_name("judges")
PATH = "records/1921/lee-rain/record.xml"
XML = '<TEI>\n  <text>\n     <title/> “Rain” <hi>雨</hi> <p n="1">x</p>\n'.encode()
TITLE = Finding("S001", "error", PATH, 3, 6, "article has no title", "run 'archive rebuild'")
WIDE = Finding("T102", "warning", PATH, 3, 33, 'n is "1"')
PAIR = Finding(
    *("I005", "warning", PATH, 4, 1, "the key is that of another record", "give another"),
    related="records/1921/lee sun/é.xml",
)
LONG = Finding("T103", "error", "a.xml", 1, 200, "far on")
ODD = Finding("T104", "error", "a:b,c%.xml", 1, 1, "50 % of\r\na: b, \x1b[31m")
SOUND = "records/1921/lee-sun/record.xml"
RAINY, SUNNY = ("records.1921", "lee-rain"), ("records.1921", "lee-sun")
COVERED = {PATH: Coverage(3, 2, 10, 9), SOUND: Coverage()}

REPORTED = {
    "full, with the place and the hint": (
        "full",
        [TITLE],
        f"{PATH}:3:6: error[S001] article has no title\n"
        "  |\n"
        '3 |      <title/> “Rain” <hi>雨</hi> <p n="1">x</p>\n'
        "  |      ^^^^^^^^\n"
        "  hint: run 'archive rebuild'\n",
    ),
    "full, behind a wide character": (
        "full",
        [WIDE],
        f'{PATH}:3:33: warning[T102] n is "1"\n'
        "  |\n"
        '3 |      <title/> “Rain” <hi>雨</hi> <p n="1">x</p>\n'
        "  |                                  ^^^^^^^^^\n",
    ),
    "full, of a file that is not given": (
        "full",
        [ODD],
        "a:b,c%.xml:1:1: error[T104] 50 % of  a: b,  [31m\n",
    ),
    "full, nothing": ("full", [], ""),
    "concise": (
        "concise",
        [TITLE, WIDE],
        f'{PATH}:3:6: error[S001] article has no title\n{PATH}:3:33: warning[T102] n is "1"\n',
    ),
    "concise, on one line and without escapes": (
        "concise",
        [ODD],
        "a:b,c%.xml:1:1: error[T104] 50 % of  a: b,  [31m\n",
    ),
    "github": (
        "github",
        [TITLE],
        f"::error file={PATH},line=3,col=6,title=archive (S001)::article has no title"
        "%0Arun 'archive rebuild'\n",
    ),
    "github, escaped": (
        "github",
        [ODD],
        "::error file=a%3Ab%2Cc%25.xml,line=1,col=1,title=archive (T104)::50 %25 of  a: b,  [31m\n",
    ),
    "gitlab, nothing": ("gitlab", [], "[]\n"),
    "jsonl, nothing": ("jsonl", [], ""),
}


def checked(findings: list[Finding], records: int = 1) -> Checked:
    figures = {f"records/2008/{n}/record.xml": Coverage() for n in range(records)}
    return Checked(tuple(findings), figures, lambda path: XML if path == PATH else b"")


SARIF = Draft4Validator(json.loads((JUDGES / "sarif-2.1.0-rtm.5.json").read_bytes()))
JUNIT = etree.XMLSchema(etree.parse(JUDGES / "junit-10.xsd"))


def judge(form: str, text: str) -> None:
    """Refuse what the published schema of a format refuses."""
    if form == "sarif":
        SARIF.validate(json.loads(text))
    else:
        JUNIT.assertValid(etree.ElementTree(etree.fromstring(text)))


def sarif(findings: list[Finding]) -> Any:
    text = report(Checked(tuple(findings)), "sarif")
    judge("sarif", text)
    return json.loads(text)


def junit(checked: Checked) -> etree._Element:
    text = report(checked, "junit")
    judge("junit", text)
    return etree.fromstring(text)


@pytest.mark.parametrize(("form", "findings", "text"), REPORTED.values(), ids=REPORTED.keys())
def test_report(form: str, findings: list[Finding], text: str) -> None:
    assert report(checked(findings), form) == text


def test_full_cuts_a_long_line_around_the_place() -> None:
    source = b"<a>" + b"x" * 196 + b"<b/>" + b"y" * 300
    lines = report(Checked((LONG,), content=lambda _: source), "full").split("\n")
    assert max(map(len, lines)) < 100
    shown, marks = lines[2], lines[3]
    assert shown.startswith("1 | ...")
    assert shown.endswith("...")
    assert shown[marks.index("^") :].startswith("<b/>")
    assert marks.count("^") == len("<b/>")


def test_full_of_a_place_that_is_not_there() -> None:
    past = Finding("S001", "error", PATH, 99, 5, "gone")
    assert report(checked([past]), "full") == f"{PATH}:99:5: error[S001] gone\n"
    behind = Finding("S001", "error", PATH, 1, 99, "gone")
    assert "\n1 | <TEI>\n" in report(checked([behind]), "full")


def test_json_says_all() -> None:
    written = json.loads(report(Checked((TITLE, PAIR), COVERED), "json"))
    assert [Finding(**found) for found in written.pop("findings")] == [TITLE, PAIR]
    assert written == {
        "records": 2,
        "errors": 1,
        "warnings": 1,
        "coverage": {
            "all": {"statements": 3, "proved": 2, "characters": 10, "carried": 9},
            "records": {
                PATH: {"statements": 3, "proved": 2, "characters": 10, "carried": 9},
                SOUND: {"statements": 0, "proved": 0, "characters": 0, "carried": 0},
            },
        },
    }


def test_jsonl_says_all() -> None:
    lines = report(Checked((TITLE, PAIR)), "jsonl").splitlines()
    assert [Finding(**json.loads(line)) for line in lines] == [TITLE, PAIR]


def test_sarif() -> None:
    (run,) = sarif([TITLE, PAIR, TITLE])["runs"]
    codes = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert codes == ["I005", "S001"]
    first, second, again = run["results"]
    assert (first["ruleIndex"], second["ruleIndex"]) == (1, 0)
    assert first["message"]["text"] == "article has no title\nrun 'archive rebuild'"
    place = first["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 6}
    assert place["artifactLocation"]["uri"] == PATH
    (other,) = second["relatedLocations"]
    assert (
        other["physicalLocation"]["artifactLocation"]["uri"] == "records/1921/lee%20sun/%C3%A9.xml"
    )
    assert first["partialFingerprints"] != again["partialFingerprints"]


def test_sarif_of_more_than_github_takes() -> None:
    many = [replace(PAIR, line=n + 1) for n in range(25_000)]
    (run,) = json.loads(report(checked([*many, TITLE]), "sarif"))["runs"]
    assert len(run["results"]) == 25_000
    assert run["results"][0]["level"] == "error"
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith("1 findings are left out")


FINGERPRINTED = {"sarif": "partialFingerprints", "gitlab": "fingerprint"}


@pytest.mark.parametrize("form", FINGERPRINTED)
def test_a_finding_is_known_again_when_lines_move(form: str) -> None:
    def known(*findings: Finding) -> list[str]:
        document = json.loads(report(Checked(findings), form))
        results = document["runs"][0]["results"] if form == "sarif" else document
        return [json.dumps(result[FINGERPRINTED[form]]) for result in results]

    assert known(TITLE, TITLE) == known(replace(TITLE, line=8), replace(TITLE, line=9))
    assert len({*known(TITLE, TITLE, PAIR)}) == 3


def test_gitlab() -> None:
    (issue,) = json.loads(report(Checked((PAIR,)), "gitlab"))
    assert len(issue.pop("fingerprint")) == 64
    assert issue == {
        "description": "the key is that of another record",
        "check_name": "I005",
        "severity": "minor",
        "location": {"path": PATH, "lines": {"begin": 4}},
    }


def test_a_service_knows_files_from_the_working_folder() -> None:
    inside = Checked((PAIR,), root="wire/")
    assert f"file=wire/{PATH}," in report(inside, "github")
    (issue,) = json.loads(report(inside, "gitlab"))
    assert issue["location"]["path"] == f"wire/{PATH}"
    text = report(inside, "sarif")
    assert text.count('"uri": "wire/records') == 2
    assert json.loads(report(inside, "jsonl"))["path"] == PATH  # a baseline is of the archive


def test_junit() -> None:
    beside = replace(TITLE, path=PATH.replace("record.xml", "source/0001.txt"))
    agent = replace(TITLE, path="records/_agents/lee.xml")
    suites = junit(Checked((TITLE, PAIR, beside, agent), COVERED))
    cases = [(case.get("classname"), case.get("name")) for case in suites.iter("testcase")]
    assert cases == [RAINY, SUNNY, ("records._agents", "lee.xml")]
    assert [suites.get(count) for count in ("tests", "failures")] == ["3", "2"]
    failure = suites.findall(".//failure")[0]
    assert failure.get("message") == "2 errors: article has no title; ..."
    assert (failure.text or "").count("error[S001]") == 2
    assert "warning[I005]" in (suites.findtext(".//system-out") or "")


def test_github_says_when_it_shows_less() -> None:
    few, many = ([TITLE] * 10, [TITLE] * 11)
    assert "::notice" not in report(checked(few), "github")
    last = report(checked(many), "github").splitlines()[-1]
    assert last.startswith("::notice title=archive::1 record, 11 errors, 0 warnings; GitHub shows")


HOSTILE = {
    "an escape of terminals": "\x1b[31m",
    "the same in one character": "\x9b31m",
    "a command of its own": "x\n::error file=a::b",
    "the same on a Mac": "x\r::error::b",
    "a line of other kinds": "x\x85::error::b\u2028::error::b",
    "the end of a CDATA section": "]]></failure><x>",
    "an entity": "&lol; &#0;",
    "writing turned round": "\u202egnp.exe\u2066",
    "what XML cannot carry": "\x00\x0b\ufffe\udcff",
    "a link": "[sign in](http://a.example/) and [this](1)",
    "the end of a string": '\\"}',
}


@pytest.mark.parametrize("form", REPORTS.names())
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_text_of_a_record_does_nothing(form: str, text: str) -> None:
    hostile = Finding("S001", "error", f"a/{text}/b.xml", 1, 1, text, text, f"c{text}")
    source = text.encode("utf-8", "surrogateescape")
    written = report(Checked((hostile,), content=lambda _: source), form)
    written.encode()
    assert all(c.isprintable() or c == "\n" for c in written)
    if form in ("json", "jsonl"):
        found = json.loads(written)
        assert Finding(**(found["findings"][0] if form == "json" else found)) == hostile
    elif form == "sarif":
        judge("sarif", written)
        assert "](" not in json.loads(written)["runs"][0]["results"][0]["message"]["text"]
    elif form == "gitlab":
        assert len(json.loads(written)) == 1
    elif form == "junit":
        judge("junit", written)
    else:
        commands = [line for line in written.splitlines() if line.lstrip().startswith("::")]
        assert len(commands) == (form == "github")


def test_no_such_report() -> None:
    with pytest.raises(UnknownName, match="sarfi"):
        report(checked([]), "sarfi")


SUMMARIES = {
    "nothing": ([], 0, "0 records, 0 errors, 0 warnings"),
    "one of each": ([TITLE, WIDE], 1, "1 record, 1 error, 1 warning"),
    "many": ([TITLE] * 1200, 41200, "41,200 records, 1,200 errors, 0 warnings"),
}


@pytest.mark.parametrize(("findings", "records", "text"), SUMMARIES.values(), ids=SUMMARIES.keys())
def test_summary(findings: list[Finding], records: int, text: str) -> None:
    assert checked(findings, records).summary() == text
