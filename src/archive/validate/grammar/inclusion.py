"""Proof that one RELAX NG grammar accepts nothing that another refuses.

By structural induction: where the wider grammar gives each element name one pattern, it is enough
that for every element pattern of the narrower, and every set of attributes it admits,

1. the wider admits that set of attributes,
2. every sequence of children of the narrower is one of the wider (Brzozowski derivatives of both,
   run side by side), and
3. every value of the narrower is one of the wider: all of an enumeration; of a datatype, samples
   that try its form (and a datatype without a sample is a failure, not a pass).

What is proved is proved of each element, wherever it stands; which elements may be a whole document
is not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from archive.validate.grammar.patterns import (
    CHARACTERS,
    EMPTY,
    NONE,
    TEXT,
    Atoms,
    Name,
    Pattern,
    after,
    atoms,
    attributes,
    choice,
    closed,
    fits,
    group,
    interleave,
    leading,
    nullable,
    without,
)
from archive.validate.grammar.schema import Element, Grammar, R
from archive.validate.grammar.values import accepts

SAMPLES: dict[str, list[str]] = {
    "ID": ["a", "x-1", "rec-2008-a", "rule.title.first-line", "kind.granted", "resp-rules"],
    "NCName": ["a", "partOf", "x-1"],
    "anyURI": [
        *("#a", "#x-1", "#rule.title.first-line", "#kind.host-only", "#right.publish.permitted"),
        *("#right.adapt.unstated", "src:0,1", "src:12,345", "http://a/b", "https://a.b/c#d?e=f"),
        *("../2008/2008-06-13-lee/record.xml", "../../2008/2008-06-13-lee/record.xml"),
        "ni:///sha-256;" + "A" * 43,
    ],
    "date": ["2008-06-13", "0999-01-01"],
    "decimal": ["1", "4000000000", "0.5", "-3.2"],
    "gYear": ["2008"],
    "gYearMonth": ["2008-06"],
    "language": ["en", "ps-Latn", "und"],
    "nonNegativeInteger": ["0", "17", "100"],
    "positiveInteger": ["1", "17"],
    "string": ["x", "a b", " é\n "],
    "token": [
        "0",
        "12",
        *(
            "a",
            "a-b",
            "2008-06-13-lee",
            "lee2008a",
            "0.1",
            "1.2.3.4",
            "USD",
            "%",
            "*",
            "PK",
            "0" * 64,
        ),
        *("source/0001.txt#char=$1,$2", "source/0001#char=$1,$2"),
    ],
}


@dataclass(frozen=True, slots=True)
class Failure:
    """What speaks against an element pattern of the narrower grammar.

    Attributes:
        line: of the pattern, counted from 1.
        message: the element, and what of it the wider grammar refuses.
    """

    line: int
    message: str


def failures(narrow: bytes, wide: Grammar) -> list[Failure]:
    """What speaks against ``narrow`` being a subset of ``wide``; empty if it is one."""
    ours = Grammar(narrow)
    found: list[Failure] = []
    for pattern in ours.patterns:
        _, name, number = pattern
        line: Any = ours.elements[number].sourceline
        problems = _of_element(name, ours.content(number), wide)
        found += [Failure(line, f"{name[-1]}: {problem}") for problem in problems]
    return list(dict.fromkeys(found))


def _of_element(name: Name, content: Pattern, wide: Grammar) -> Iterator[str]:
    others = {wide.content(pattern[-1]) for pattern in wide.of_name(name)}
    if not others:
        yield "no element of the wider grammar"
        return
    if len(others) > 1:
        yield "the wider grammar has more than one pattern for it, so nothing can be proved"
        return
    (other,) = others
    for admitted, rest in alternatives(content):
        problem = _alternative(admitted, rest, other)
        if problem:
            yield problem
    yield from _values(content, other)


# Sequences of children.


def counterexample(narrow: Pattern, wide: Pattern) -> str:
    """A sequence of children that only ``narrow`` accepts; empty if there is none."""
    seen = {(narrow, wide)}
    todo: list[tuple[Pattern, Pattern, str]] = [(narrow, wide, "")]
    while todo:
        one, other, path = todo.pop()
        if nullable(one) and not nullable(other):
            return f"{path} end"
        for child in {_name(atom) for atom in leading(one)}:
            pair = after(one, _read(one, child)), after(other, _read(other, child))
            here = f"{path} {child[-1]}"
            if pair[1] == NONE and pair[0] != NONE:
                return here
            if pair[0] != NONE and pair not in seen:
                seen.add(pair)
                todo.append((*pair, here))
    return ""


def _name(atom: Pattern) -> Name:
    name: Name = atom[1] if atom[0] == "element" else CHARACTERS
    return name


def _read(pattern: Pattern, child: Name) -> Atoms:
    return frozenset(a for a in leading(pattern) if _takes(_name(a), child))


def _takes(name: Name, child: Name) -> bool:
    return name == child if CHARACTERS in (name, child) else fits(name, child)


# Attributes.


def alternatives(pattern: Pattern) -> list[tuple[Atoms, Pattern]]:
    """Each set of attributes that a content admits, with the children it then admits."""
    if not attributes(pattern):
        return [(frozenset(), pattern)]
    match pattern[0]:
        case "attribute":
            return [(frozenset([pattern]), EMPTY)]
        case "or":
            plain = [part for part in pattern[1] if not attributes(part)]
            found = [(Atoms(), choice(*plain))] if plain else []
            rest = (a for p in pattern[1] if attributes(p) for a in alternatives(p))
            return [*found, *rest]
        case "seq" | "and" as kind:
            join = group if kind == "seq" else interleave
            found = [(Atoms(), EMPTY)]
            for part in pattern[1]:
                pairs = [(a | b, join(c, d)) for a, c in found for b, d in alternatives(part)]
                found = list(dict.fromkeys(pairs))
            return found
    return alternatives(pattern[1])


def _alternative(admitted: Atoms, content: Pattern, wide: Pattern) -> str:
    for _, name, _ in sorted(admitted, key=repr):
        wide = without(wide, frozenset(a for a in attributes(wide) if fits(a[1], name)))
        if wide == NONE:
            return f"attribute {name[-1]} is not allowed, or not with the others"
    wide = closed(wide)
    if wide == NONE:
        names = sorted(name[-1] for _, name, _ in admitted)
        return f"an attribute is required beside {', '.join(names) or 'none'}"
    words = counterexample(content, wide)
    return f"children are not allowed:{words}" if words else ""


# Values.


def _values(narrow: Pattern, wide: Pattern) -> Iterator[str]:
    for _, name, values in sorted(attributes(narrow), key=repr):
        theirs = frozenset(a[-1] for a in attributes(wide) if fits(a[1], name))
        if theirs:  # else the attribute itself is not allowed
            yield from (f"@{name[-1]}: {problem}" for problem in _not_included(values, theirs))
    theirs = frozenset(atom[-1] for atom in atoms(wide) if atom[0] == "data")
    if theirs and TEXT not in atoms(wide):
        for values in sorted(atom[-1] for atom in atoms(narrow) if atom[0] == "data"):
            yield from (f"content: {problem}" for problem in _not_included(values, theirs))


@cache
def _not_included(values: bytes, wide: frozenset[bytes]) -> tuple[str, ...]:
    problems = []
    pattern, ours = etree.fromstring(values), frozenset([values])
    if next(pattern.iter(f"{R}text"), None) is not None:
        problems.append("any text is accepted: give it a datatype")
    for value in pattern.iter(f"{R}value"):
        if not accepts(wide, value.text or ""):
            problems.append(f'"{value.text}"')
    for data in pattern.iter(f"{R}data"):
        kind = data.get("type", "")
        own = [sample for sample in SAMPLES.get(kind, []) if _accepts_data(data, sample)]
        if not own:
            problems.append(f"no sample of {etree.tostring(data).decode()}")
        problems += [f'{kind} "{s}"' for s in own if accepts(ours, s) and not accepts(wide, s)]
    return tuple(problems)


def _accepts_data(data: Element, sample: str) -> bool:
    alone = etree.Element(f"{R}group")
    alone.append(etree.fromstring(etree.tostring(data)))
    return accepts(frozenset([etree.tostring(alone)]), sample)
