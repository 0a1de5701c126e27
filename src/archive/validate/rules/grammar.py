"""G: the grammar accepts the record."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from archive.resources import schemas_folder
from archive.validate.findings import Finding
from archive.validate.refusal import Wording, deepest
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

_THREAD = threading.local()


@lru_cache(maxsize=2)
def _schema(name: str) -> bytes:
    return (schemas_folder() / f"{name}.rng").read_bytes()


@lru_cache(maxsize=2)
def _wording(name: str) -> Wording:
    return Wording(_schema(name))


def _grammar(name: str) -> etree.RelaxNG:
    """The grammar, one for each thread: libxml2 mixes up the messages of a shared one."""
    if not hasattr(_THREAD, name):
        setattr(_THREAD, name, etree.RelaxNG(etree.fromstring(_schema(name))))
    grammar: etree.RelaxNG = getattr(_THREAD, name)
    return grammar


def refusals(subject: Subject, name: str = "archive", rule: Rule = REFUSED) -> Iterator[Finding]:
    """Why the grammar of that name refuses the file: one place; nothing if it accepts.

    A validator that has met what it does not expect cannot tell what follows, so one at a time.
    """
    grammar = _grammar(name)
    if not grammar.validate(subject.root):
        element, message = deepest(grammar, subject.root)
        element, words = _wording(name).cause(message, element)
        yield subject.finding(rule, element, words)


FAMILY = Family((REFUSED,))
