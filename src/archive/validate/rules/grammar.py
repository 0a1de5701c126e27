"""G: the grammar accepts the record."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from lxml import etree

from archive.resources import schemas_folder
from archive.tei.xml import Element
from archive.validate.findings import Finding
from archive.validate.grammar.explain import Explainer
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject

REFUSED = Rule(
    code="G001",
    title="the grammar refuses the record",
    reason="Programs, and people in thirty years, can rely on what every record has and on nothing "
    "else; a record outside the grammar may not even be TEI.",
    example='<title type="main">...</title> without the attributes that carry its evidence',
    remedy="schemas/archive.rnc says in comments what may stand where; an editor that knows RELAX "
    "NG offers it",
    source="schemas/archive.rnc; TEI P5 4.12.0, chapter 23.3 (customization)",
)
FOREIGN = Rule(
    code="G002",
    title="another grammar refuses the record",
    reason="Others read a record by their own grammar, TEI's above all; one that it refuses is "
    "lost to them. It is asked where it is named: archive validate --tei-all GRAMMAR.rng",
    example="a record of a later archive.rnc, checked against the tei_all.rng of an older TEI",
    remedy="where our grammar accepts it too, one of the two grammars is wrong: see G003",
    source="TEI P5 4.12.0, chapter 23.4 (conformance)",
)
WIDER = Rule(
    code="G003",
    title="our grammar accepts what another grammar refuses, or the opposite cannot be proved",
    reason="A record that is sound here should be sound there, whatever is in it: that is proved "
    "of the grammars, not tried on records.",
    example="element p { attribute href { address }, text } where TEI has no such attribute",
    remedy="mend the pattern in schemas/archive.rnc or agent.rnc, and run 'make schemas'",
    source="src/archive/validate/grammar/inclusion.py",
)

_MOST = 50  # findings a file: a file with more is another kind of file
_MORE = f"there are more problems than these {_MOST}: mend them, and validate again"
_THREAD = threading.local()


@lru_cache(maxsize=2)
def _schema(name: str) -> bytes:
    return (schemas_folder() / f"{name}.rng").read_bytes()


@lru_cache(maxsize=2)
def _explainer(name: str) -> Explainer:
    return Explainer(_schema(name))


def _grammar(name: str) -> etree.RelaxNG:
    """The grammar, one for each thread: libxml2 mixes up the messages of a shared one."""
    if not hasattr(_THREAD, name):
        setattr(_THREAD, name, etree.RelaxNG(etree.fromstring(_schema(name))))
    grammar: etree.RelaxNG = getattr(_THREAD, name)
    return grammar


def accepts(root: Element) -> bool:
    """Whether the grammar accepts a record: the quick answer, with no reason where it does not."""
    return bool(_grammar("archive").validate(root))


def refusals(subject: Subject, name: str = "archive", rule: Rule = REFUSED) -> Iterator[Finding]:
    """Why the grammar of that name refuses the file; nothing if it accepts.

    libxml2 decides, and only what it refuses is explained. Should no reason be found, it is refused
    all the same, in libxml2's words.
    """
    grammar = _grammar(name)
    if grammar.validate(subject.root):
        return
    problems = _explainer(name).problems(subject.elements)
    found = list(islice(problems, _MOST))
    for problem in found:
        yield subject.finding(rule, problem.element, problem.message)
    for problem in islice(problems, 1):
        yield subject.finding(rule, problem.element, _MORE)
    if not found:
        said = grammar.error_log.last_error
        message = said.message if said is not None else "no reason is given"
        yield subject.finding_at(rule, 1, 1, f"the grammar refuses it: {message}")


FAMILY = Family((REFUSED, FOREIGN, WIDER))
