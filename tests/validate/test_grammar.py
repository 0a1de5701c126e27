"""The grammar: made from its compact form, inside TEI."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from rnc2rng import parser, serializer

import factory
from archive.resources import schemas_folder
from archive.tei import write
from archive.validate.grammar.inclusion import failures
from archive.validate.grammar.matching import Matcher
from archive.validate.grammar.schema import Grammar
from tei.test_round_trip import RECORDS
from validate.chance import mutants
from validate.records import edited, structured
from validate.specimens import marked
from validate.test_articles_of_all_kinds import KINDS

RNC = (schemas_folder() / "archive.rnc").read_text(encoding="utf-8")
NAMES = ("archive", "agent")
SOUND = [
    *(make().xml for make in (edited, structured, marked, *KINDS.values())),
    *(write(factory.record(**changes)) for changes in RECORDS.values()),
]


def made_from(compact: str) -> bytes:
    tree = parser.parse(compact)  # type: ignore[no-untyped-call]
    xml: str = serializer.XMLSerializer().toxml(tree)  # type: ignore[no-untyped-call]
    return f"{xml}\n".encode()


def compact(name: str) -> str:
    return (schemas_folder() / f"{name}.rnc").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_grammar_is_made_from_its_compact_form(name: str) -> None:
    made = made_from(compact(name))
    assert (schemas_folder() / f"{name}.rng").read_bytes() == made, "run 'make schemas'"


@pytest.fixture(scope="session")
def tei(tei_all: Path) -> Grammar:
    return Grammar(tei_all.read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_tei_accepts_whatever_a_grammar_accepts(tei: Grammar, name: str) -> None:
    assert failures(made_from(compact(name)), tei) == []


SABOTAGED = {
    "a head below a paragraph": (
        "block = paragraph |",
        "block = paragraph | head |",
        "head",
    ),
    "a quote in a byline": (
        "element byline { source, phrases }",
        "element byline { source, inline }",
        "byline",
    ),
    "an element that TEI has not": (
        "element p { nonblank }",
        "element paragraph { nonblank }",
        "paragraph",
    ),
    "an attribute that TEI has not": (
        "element ptr { attribute target { pointer } }",
        "element ptr { attribute target { pointer }, attribute href { address }? }",
        "href",
    ),
    "a certainty that TEI has not": (
        '"medium" | "low"',
        '"medium" | "low" | "none at all"',
        "cert",
    ),
    "a day in words": (
        "\nday = xsd:date",
        '\nday = xsd:string { pattern = "a b" } | xsd:date',
        "when",
    ),
    "an attribute that TEI requires is left out": (
        "attribute version {\n          ## numbers with full stops between them: 0.1.0\n"
        '          xsd:token { pattern = "[0-9]+(\\.[0-9]+){0,3}" } },',
        "",
        "application",
    ),
    "no title": (
        "element titleStmt { (title.main | title.none),",
        "element titleStmt {",
        "titleStmt",
    ),
    "an empty list": (
        "element listPerson { person+ }",
        "element listPerson { person* }",
        "listPerson",
    ),
    "text between items": (
        "(item+ | (list.label, item)+) }",
        "text, (item+ | (list.label, item)+) }",
        "characters",
    ),
    "the licence in front of the date": (
        'element idno { attribute type { "filename" }, nonblank },',
        "element licence { nonblank },",
        "licence",
    ),
    "an attribute without a datatype": (
        "element hi { attribute rend { word }, inline }",
        "element hi { attribute rend { text }, inline }",
        "rend",
    ),
    "a datatype that no sample tries": (
        'word = xsd:token { pattern = "[a-z][a-z0-9\\-]*" }',
        'word = xsd:token { pattern = "zzz" }',
        "sample",
    ),
}


@pytest.mark.parametrize(("old", "new", "named"), SABOTAGED.values(), ids=SABOTAGED.keys())
def test_a_sabotaged_grammar_fails_the_proof(tei: Grammar, old: str, new: str, named: str) -> None:
    assert RNC.count(old) == 1
    found = failures(made_from(RNC.replace(old, new)), tei)
    assert found
    assert named in "; ".join(failure.message for failure in found)


def test_each_element_pattern_stands_in_a_sound_record() -> None:
    grammar = Grammar((schemas_folder() / "archive.rng").read_bytes())
    matcher = Matcher(grammar)
    trees = (list(etree.fromstring(xml).iter("*")) for xml in SOUND)
    met = {pattern for tree in trees for kinds in matcher.kinds(tree).values() for pattern in kinds}
    without = [f"{p[1][-1]}: {grammar.said_of(p[-1])}" for p in grammar.patterns if p not in met]
    assert without == []


def test_tei_accepts_whichever_mutants_a_grammar_accepts(tei_all_grammar: etree.RelaxNG) -> None:
    """Beside the proof, for what could be wrong with it: documents, and libxml2 for both."""
    ours = etree.RelaxNG(etree.parse(schemas_folder() / "archive.rng"))
    trees = (etree.fromstring(xml) for xml in mutants(SOUND, 4_000, seed=14, gently=True))
    accepted = [tree for tree in trees if ours.validate(tree)]
    assert len(accepted) > 1_600
    for tree in accepted:
        assert tei_all_grammar.validate(tree), tei_all_grammar.error_log
