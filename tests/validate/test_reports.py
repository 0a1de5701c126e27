"""Findings as text: for people, for editors, for programs."""

from __future__ import annotations

import json

import pytest

from archive.errors import UnknownName
from archive.validate import REPORTS, Checked, Coverage, Finding, report

PATH = "records/1921/lee-rain/record.xml"
XML = '<TEI>\n  <text>\n     <title/> “Rain” <hi>雨</hi> <p n="1">x</p>\n'.encode()
TITLE = Finding("T101", "error", PATH, 3, 6, "article has no title", "run 'archive rebuild'")
WIDE = Finding("T102", "warning", PATH, 3, 33, 'n is "1"')
LONG = Finding("T103", "error", "a.xml", 1, 200, "far on")
ODD = Finding("T104", "error", "a:b,c%.xml", 1, 1, "50 % of\r\na: b, \x1b[31m")

REPORTED = {
    "full, with the place and the hint": (
        "full",
        [TITLE],
        f"{PATH}:3:6: error[T101] article has no title\n"
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
        f'{PATH}:3:6: error[T101] article has no title\n{PATH}:3:33: warning[T102] n is "1"\n',
    ),
    "concise, on one line and without escapes": (
        "concise",
        [ODD],
        "a:b,c%.xml:1:1: error[T104] 50 % of  a: b,  [31m\n",
    ),
    "github": (
        "github",
        [TITLE],
        f"::error file={PATH},line=3,col=6,title=archive (T101)::article has no title\n",
    ),
    "github, escaped": (
        "github",
        [ODD],
        "::error file=a%3Ab%2Cc%25.xml,line=1,col=1,title=archive (T104)"
        "::50 %25 of%0D%0Aa: b, \x1b[31m\n",
    ),
    "json, nothing": ("json", [], "[]\n"),
}


def checked(findings: list[Finding], records: int = 1) -> Checked:
    figures = {f"records/2008/{n}/record.xml": Coverage() for n in range(records)}
    return Checked(tuple(findings), figures, lambda path: XML if path == PATH else b"")


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
    past = Finding("T101", "error", PATH, 99, 5, "gone")
    assert report(checked([past]), "full") == f"{PATH}:99:5: error[T101] gone\n"
    behind = Finding("T101", "error", PATH, 1, 99, "gone")
    assert "\n1 | <TEI>\n" in report(checked([behind]), "full")


def test_json_says_all() -> None:
    (found,) = json.loads(report(checked([TITLE]), "json"))
    assert Finding(**found) == TITLE


def test_no_such_report() -> None:
    with pytest.raises(UnknownName, match="sarfi"):
        report(checked([]), "sarfi")
    assert {"concise", "full", "github", "json"} <= set(REPORTS.names())


SUMMARIES = {
    "nothing": ([], 0, "0 records, 0 errors, 0 warnings"),
    "one of each": ([TITLE, WIDE], 1, "1 record, 1 error, 1 warning"),
    "many": ([TITLE] * 1200, 41200, "41,200 records, 1,200 errors, 0 warnings"),
}


@pytest.mark.parametrize(("findings", "records", "text"), SUMMARIES.values(), ids=SUMMARIES.keys())
def test_summary(findings: list[Finding], records: int, text: str) -> None:
    assert checked(findings, records).summary() == text
