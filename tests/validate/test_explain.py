"""Why a record is refused: libxml2 decides, the words are for people, no problem is hidden."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from archive.resources import schemas_folder
from archive.validate import Target, check
from archive.validate.grammar.explain import Explainer, Problem
from archive.validate.grammar.patterns import atoms
from archive.validate.grammar.schema import Grammar
from archive.validate.grammar.wording import _KINDS, _enumerated
from archive.validate.places import Places
from archive.validate.rules.grammar import refusals
from archive.validate.subject import Subject
from validate import agents
from validate.chance import mutants
from validate.records import changed, edited, sealed, structured, target

RNG = {name: (schemas_folder() / f"{name}.rng").read_bytes() for name in ("archive", "agent")}
BASES = {
    "archive": [target().xml, edited().xml, structured().xml],
    "agent": [agents.target(*item).xml for item in agents.ALL.items()],
}
EXPLAINERS = {name: Explainer(rng) for name, rng in RNG.items()}


def problems(xml: bytes, name: str = "archive") -> list[Problem]:
    return list(EXPLAINERS[name].problems(list(etree.fromstring(xml).iter("*"))))


@pytest.mark.parametrize(("name", "number"), {"archive": 900, "agent": 500}.items())
def test_the_verdict_is_that_of_libxml2(name: str, number: int) -> None:
    judge = etree.RelaxNG(etree.fromstring(RNG[name]))
    verdicts = []
    for xml in mutants(BASES[name], number, seed=11):
        verdicts.append(judge.validate(etree.fromstring(xml)))
        assert verdicts[-1] is not bool(problems(xml, name)), xml.decode()
    assert number / 10 < sum(verdicts) < number * 9 / 10


def test_the_first_place_is_that_of_jing(jing: str, tmp_path: Path) -> None:
    """It says where it noticed: of what lacks at an end, or of a text, behind it."""
    files = [tmp_path / f"{number}.xml" for number in range(300)]
    for path, xml in zip(files, mutants(BASES["archive"], 300, seed=12), strict=True):
        path.write_bytes(xml)
    command = [jing, str(schemas_folder() / "archive.rng"), *map(str, files)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    lines: dict[str, int] = {}
    for found in re.finditer(r"^(.*?\.xml):(\d+):\d+: (?:error|fatal)", said, re.MULTILINE):
        lines.setdefault(found[1], int(found[2]))
    assert len(lines) > 100
    agreed = [lines[str(path)] in _first(path.read_bytes()) for path in files if str(path) in lines]
    assert sum(agreed) / len(agreed) > 0.98


def _first(xml: bytes) -> range:
    """The lines of our first problem: of a start tag, or of all that may be looked through."""
    elements = list(etree.fromstring(xml).iter("*"))
    places = Places(xml, elements)
    found: list[range] = []
    for problem in EXPLAINERS["archive"].problems(elements):
        line, _ = places.of(problem.element)
        inner = etree.tostring(problem.element, with_tail=False).count(b"\n")
        late = re.match(r"at the end|text may|\S+ is (?:empty|\")", problem.message)
        found.append(range(line, line + inner + 1) if late else range(line, line + 1))
    return min(found, key=lambda lines: lines.stop)


BODY = '<div type="article" xml:id="article">'
SEVERAL = {
    "each in its own element": (
        [
            ("<body>", '<body n="1">'),
            ('cert="medium"', 'cert="fair"'),
            ("<analytic>", "<analytic>a"),
        ],
        ["body has no attribute n", 'cert of publisher is "fair"', "text may not stand directly"],
    ),
    "in an element and beside it": (
        [
            ("<publisher>The Wire Archive</publisher>", '<publisher rend="b">A</publisher>'),
            ('<date when="2026-11-24">2026-11-24</date>', ""),
        ],
        ["publisher has no attribute rend", "before idno in publicationStmt date (when the record"],
    ),
    "two missing in a row": (
        [
            ("<publisher>The Wire Archive</publisher>", ""),
            ('<date when="2026-11-24">2026-11-24</date>', ""),
        ],
        ["publisher (who publishes the record) and date (when the record was made) are missing"],
    ),
    "behind a child that may not be there": (
        [("<body>", "<body><foo><bar/></foo><lg/>"), ('n="1"', 'n="0"')],
        ["foo is not an element of a record", "lg may not stand in body", "a whole number from 1"],
    ),
    "a name written wrongly": (
        [("<listOrg", "<listOrgs"), ("</listOrg>", "</listOrgs>")],
        ["listOrgs is not an element of a record; listOrg?"],
    ),
    "an attribute written wrongly": (
        [('<quote source="src:392,440" cert="high"', '<quote source="src:392,440" crt="high"')],
        ["quote has no attribute crt (cert?)", "quote lacks cert (high, medium or low)"],
    ),
    "attributes that exclude each other": (
        [('notBefore="2008-06-02"', 'when="2008-06-02"')],
        ["date may not have notAfter beside xml:id and when"],
    ),
    "text beside the only child": (
        [("<placeName>Oslo</placeName>", "<placeName>a<country key='NO'>b</country></placeName>")],
        ['text may not stand directly in placeName: "a"'],
    ),
    "what is missing at the end": (
        [("</listChange>", "</listChange><p>a</p>"), ("<fileDesc>", "<fileDesc><p/>")],
        ["p may not stand in revisionDesc", "p may not stand in fileDesc: there may stand titleSt"],
    ),
}


@pytest.mark.parametrize(("changes", "words"), SEVERAL.values(), ids=SEVERAL.keys())
def test_every_problem_is_found(changes: list[tuple[str, str]], words: list[str]) -> None:
    text = edited().xml.decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    found = [problem.message for problem in problems(text.encode())]
    assert len(found) == len(words), found
    for wanted in words:
        assert any(wanted in message for message in found), (wanted, found)


def wide(number: int, child: str) -> Target:
    return changed(target(), (BODY, BODY + child * number))


def test_what_is_refused_is_never_passed_over() -> None:
    """Should our own reading find nothing, the record is refused all the same."""
    sound, bad = target(), wide(1, "<foo/>")
    subject = Subject.of(sound, etree.fromstring(sound.xml))
    (found,) = refusals(replace(subject, root=etree.fromstring(bad.xml)))
    assert (found.rule, found.line) == ("G001", 1)
    assert "foo" in found.message


def test_fifty_problems_are_said_and_that_there_are_more() -> None:
    assert len(check(wide(50, "<foo/>"))) == 50
    found = check(wide(60, "<foo/>"))
    assert len(found) == 51
    assert (
        found[-1].message == "there are more problems than these 50: mend them, and validate again"
    )


WIDE = {"<p>a</p>": 51, "<foo/>": 51, "<p xml:lang='en'/>": 51, "a<!---->": 1, "<lb/>a": 51}


@pytest.mark.parametrize(("child", "number"), WIDE.items())
def test_a_wide_document(child: str, number: int) -> None:
    assert len(check(wide(30_000, child))) == number


def test_a_deep_document() -> None:
    deep = changed(target(), (BODY, BODY + "<foo><div>" * 100 + "</div></foo>" * 100))
    assert [finding.rule for finding in check(deep)] == ["G001"]


def test_what_is_commented_out_is_not_read() -> None:
    assert check(changed(target(), (BODY, f"{BODY}<!-- <foo/> --><?a b?>")))[0].rule == "X006"
    assert check(sealed(changed(target(), (BODY, f"{BODY}<!-- <foo/> -->")))) == ()


@pytest.mark.parametrize("name", RNG)
def test_each_element_and_each_value_is_documented(name: str) -> None:
    grammar = Grammar(RNG[name])
    for number, element in enumerate(grammar.elements):
        assert grammar.said_of(number), etree.tostring(element)
        for atom in atoms(grammar.content(number)):
            if atom[0] in ("attribute", "data") and atom[-1] not in grammar.words:
                kinds = re.findall(r'type="(\w+)"', atom[-1].decode())
                assert _enumerated(atom[-1]) or set(kinds) <= set(_KINDS), atom[-1]
                assert b"<ns0:param" not in atom[-1], atom[-1]
