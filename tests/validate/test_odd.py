"""archive.odd describes archive.rng: every element and attribute, and no other."""

from __future__ import annotations

import subprocess
import sys
from copy import deepcopy
from pathlib import Path

from lxml import etree

from archive.resources import schemas_folder
from archive.tei.xml import Element
from archive.validate import RULES
from archive.validate.grammar.inclusion import failures
from archive.validate.grammar.patterns import attributes
from archive.validate.grammar.schema import Grammar
from validate.odd import compiled

DOCS = Path(__file__).parents[2] / "docs"
ODD = etree.parse(schemas_folder() / "archive.odd")
GRAMMAR = Grammar((schemas_folder() / "archive.rng").read_bytes())
XML = "http://www.w3.org/XML/1998/namespace"


def specifications() -> dict[str, Element]:
    return {spec.get("ident", ""): spec for spec in ODD.iter("{*}elementSpec")}


def described() -> dict[str, set[str]]:
    """The attributes of each element, as the grammar has them."""
    found: dict[str, set[str]] = {}
    for _, name, number in GRAMMAR.patterns:
        names = {atom[1] for atom in attributes(GRAMMAR.content(number))}
        short = {f"xml:{local}" if space == XML else local for _, space, local in names}
        found.setdefault(name[-1], set()).update(short)
    return found


def test_it_is_made_from_the_grammar_and_the_rules() -> None:
    code = "import sys, odd; sys.stdout.buffer.write(odd.document())"
    made = subprocess.run(
        [sys.executable, "-c", code], cwd=DOCS, capture_output=True, check=True
    ).stdout
    assert (schemas_folder() / "archive.odd").read_bytes() == made, "run 'make schemas'"


def test_every_element_and_attribute_is_in_it_and_no_other() -> None:
    stated = {
        name: {attribute.get("ident", "") for attribute in spec.iter("{*}attDef")}
        for name, spec in specifications().items()
    }
    assert stated == described()


def test_each_element_is_taken_from_one_module() -> None:
    modules = [ref for ref in ODD.iter("{*}moduleRef") if ref.get("key") != "tei"]
    included = [name for ref in modules for name in ref.get("include", "").split()]
    assert sorted(included) == sorted(specifications())


def test_contents_name_elements_that_are_there() -> None:
    assert {ref.get("key") for ref in ODD.iter("{*}elementRef")} < specifications().keys()


def test_every_element_is_described() -> None:
    assert [name for name, spec in specifications().items() if spec.find("{*}desc") is None] == []


def test_it_refuses_nothing_that_the_grammar_accepts() -> None:
    described = Grammar(etree.tostring(compiled(ODD.getroot())))
    assert failures((schemas_folder() / "archive.rng").read_bytes(), described) == []


def test_what_it_leaves_out_would_be_noticed() -> None:
    narrower = deepcopy(ODD.getroot())
    licence = next(e for e in narrower.iter("{*}elementRef") if e.get("key") == "licence")
    model = licence.getparent()
    assert model is not None
    model.remove(licence)
    found = failures(
        (schemas_folder() / "archive.rng").read_bytes(), Grammar(etree.tostring(compiled(narrower)))
    )
    assert found
    assert "availability" in found[0].message


def test_its_constraints_are_those_of_the_schematron() -> None:
    stated = {e.get("id") for e in etree.parse(schemas_folder() / "archive.sch").iter("{*}assert")}
    assert {spec.get("ident") for spec in ODD.iter("{*}constraintSpec")} == stated
    assert stated <= {rule.code for rule in RULES.all()}


def test_tei_accepts_it(tei_all_grammar: etree.RelaxNG) -> None:
    assert tei_all_grammar.validate(ODD), tei_all_grammar.error_log
