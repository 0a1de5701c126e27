"""G: the grammar accepts the record."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from lxml import etree

from archive.resources import schemas_folder
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


def refusals(subject: Subject, name: str = "archive", rule: Rule = REFUSED) -> Iterator[Finding]:
    """Why the grammar of that name refuses the file; nothing if it accepts.

    libxml2 decides, and only what it refuses is explained.
    """
    if _grammar(name).validate(subject.root):
        return
    problems = _explainer(name).problems(subject.elements)
    for problem in islice(problems, _MOST):
        yield subject.finding(rule, problem.element, problem.message)
    for problem in islice(problems, 1):
        yield subject.finding(rule, problem.element, _MORE)


FAMILY = Family((REFUSED,))
