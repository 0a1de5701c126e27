"""Proof that one RELAX NG grammar accepts nothing that another refuses.

By structural induction: the wider grammar gives each element name one pattern, so it is enough that
for every element pattern of the narrower, and every set of attributes it admits,

1. the wider admits that set of attributes,
2. every sequence of children of the narrower is one of the wider (Brzozowski derivatives of both,
   run side by side), and
3. every attribute value of the narrower is one of the wider: all of an enumeration; of a datatype,
   samples that try its form (and a datatype without a sample is a failure, not a pass).

Patterns are tuples: ("empty",) ("none",) ("text",) ("data", xml) ("element", name, number)
("attribute", name, xml) ("or", set) ("seq", tuple) ("and", tuple) ("more", pattern).
Source: RELAX NG Specification, section 6; James Clark, An algorithm for RELAX NG validation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

RNG = "http://relaxng.org/ns/structure/1.0"
_R = f"{{{RNG}}}"
_LIBRARY = "http://www.w3.org/2001/XMLSchema-datatypes"

Pattern = tuple[Any, ...]
Name = tuple[str, ...]
Element = etree._Element

EMPTY: Pattern = ("empty",)
NONE: Pattern = ("none",)
TEXT: Pattern = ("text",)
CHARACTERS: Name = ("characters",)

SAMPLES: dict[str, list[str]] = {
    "ID": ["a", "x-1", "rec-2008-a", "rule.title.first-line", "kind.granted", "resp-rules"],
    "NCName": ["a", "partOf", "x-1"],
    "anyURI": [
        *("#a", "#x-1", "#rule.title.first-line", "#kind.host-only", "#right.publish.permitted"),
        *("#right.adapt.unstated", "src:0,1", "src:12,345", "http://a/b", "https://a.b/c#d?e=f"),
        "../2008/2008-06-13-lee/record.xml",
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
        *("a", "a-b", "2008-06-13-lee", "lee2008a", "0.1", "1.2.3.4", "USD", "%", "PK", "0" * 64),
        *("source/0001.txt#char=$1,$2", "source/0001#char=$1,$2"),
    ],
}


def failures(narrow: bytes, wide: Grammar) -> list[str]:
    """What speaks against ``narrow`` being a subset of ``wide``, in words; empty if it is one."""
    ours = Grammar(narrow)
    found: list[str] = []
    for number, element in enumerate(ours.elements):
        name = ours.name_of(element)
        if name not in wide.by_name:
            found.append(f"{name[-1]}: no element of the wider grammar")
            continue
        other = choice(*(wide.content(n) for n in wide.by_name[name]))
        where = f"{name[-1]} (line {element.sourceline})"
        for attributes, content in alternatives(ours.content(number)):
            problem = _alternative(attributes, content, other)
            found += [f"{where}: {problem}"] if problem else []
        found += [f"{where}: {problem}" for problem in _values(ours.content(number), other)]
    return list(dict.fromkeys(found))


class Grammar:
    """A grammar: its element patterns, numbered, each with its content as a pattern."""

    def __init__(self, rng: bytes) -> None:
        self._root = etree.fromstring(rng)
        self._defines: dict[str, list[Element]] = defaultdict(list)
        for define in self._root.iter(f"{_R}define"):
            self._defines[define.get("name", "")].append(define)
        self.elements: list[Element] = []
        self._numbers: dict[Element, int] = {}
        self._refs: dict[str, Pattern] = {}
        self._contents: dict[int, Pattern] = {}
        for start in self._root.iter(f"{_R}start"):
            self._sequence(_children(start))
        number = 0
        while number < len(self.elements):  # reading a content finds more elements
            self.content(number)
            number += 1
        self.by_name: dict[Name, list[int]] = defaultdict(list)
        for number, element in enumerate(self.elements):
            self.by_name[self.name_of(element)].append(number)

    def content(self, number: int) -> Pattern:
        """The content of an element pattern, attributes included."""
        if number not in self._contents:
            element = self.elements[number]
            skip = element.get("name") is None
            self._contents[number] = self._sequence(_children(element)[skip:])
        return self._contents[number]

    def name_of(self, element: Element) -> Name:
        """The name class of an element or attribute pattern."""
        given = element.get("name")
        if given is not None:
            space = _inherited(element, "ns") if element.tag == f"{_R}element" else ""
            return self._qualified(given, element, element.get("ns") or space)
        name = _children(element)[0]
        kind = name.tag[len(_R) :]
        if kind == "name":
            return self._qualified((name.text or "").strip(), name, _inherited(name, "ns"))
        return ("namespace", _inherited(name, "ns")) if kind == "nsName" else ("any",)

    def _qualified(self, name: str, element: Element, space: str) -> Name:
        prefix, colon, rest = name.rpartition(":")
        if colon:
            spaces: dict[Any, str] = dict(element.nsmap)
            return ("name", spaces.get(prefix, "http://www.w3.org/XML/1998/namespace"), rest)
        return ("name", space, name)

    def _sequence(self, patterns: list[Element]) -> Pattern:
        return group(*(self._pattern(pattern) for pattern in patterns))

    def _pattern(self, pattern: Element) -> Pattern:  # noqa: PLR0911, PLR0912 - one a kind
        inside = _children(pattern)
        match pattern.tag[len(_R) :]:
            case "group" | "div":
                return self._sequence(inside)
            case "choice":
                return choice(*map(self._pattern, inside))
            case "interleave":
                return interleave(*map(self._pattern, inside))
            case "mixed":
                return interleave(TEXT, self._sequence(inside))
            case "optional":
                return choice(EMPTY, self._sequence(inside))
            case "zeroOrMore":
                return choice(EMPTY, more(self._sequence(inside)))
            case "oneOrMore":
                return more(self._sequence(inside))
            case "text" | "empty" as kind:
                return (kind,)
            case "notAllowed":
                return NONE
            case "data" | "value" | "list":
                return ("data", self._standing_alone([pattern]))
            case "ref":
                return self._ref(pattern.get("name", ""))
            case "element":
                number = self._numbers.setdefault(pattern, len(self.elements))
                self.elements += [pattern] if number == len(self.elements) else []
                return ("element", self.name_of(pattern), number)
            case "attribute":
                values = inside if pattern.get("name") is not None else inside[1:]
                return ("attribute", self.name_of(pattern), self._standing_alone(values))
            case kind:
                raise ValueError(f"no pattern of RELAX NG: {kind}")

    def _ref(self, name: str) -> Pattern:
        if name not in self._refs:
            defines = self._defines[name]
            patterns = [self._sequence(_children(define)) for define in defines]
            combine = next((d.get("combine") for d in defines if d.get("combine")), None)
            joined = {"choice": choice, "interleave": interleave}.get(combine or "", group)
            self._refs[name] = joined(*patterns)
        return self._refs[name]

    def _standing_alone(self, patterns: list[Element]) -> bytes:
        """The patterns of a value with all references in place, as XML."""
        whole = etree.Element(f"{_R}group")
        if not patterns:
            etree.SubElement(whole, f"{_R}text")
        for pattern in patterns:
            whole.extend(self._resolved(pattern))
        return etree.tostring(whole)

    def _resolved(self, pattern: Element) -> Iterator[Element]:
        if pattern.tag == f"{_R}ref":
            for define in self._defines[pattern.get("name", "")]:
                for child in _children(define):
                    yield from self._resolved(child)
            return
        copy = etree.Element(pattern.tag)
        for key, value in pattern.attrib.items():
            copy.set(key, value)
        if pattern.tag in (f"{_R}data", f"{_R}value"):
            copy.set("datatypeLibrary", _inherited(pattern, "datatypeLibrary"))
        inside = _children(pattern)
        copy.text = None if inside else pattern.text
        for child in inside:
            copy.extend(self._resolved(child))
        yield copy


def _children(pattern: Element) -> list[Element]:
    return [child for child in pattern if str(child.tag).startswith(_R)]


def _inherited(element: Element, attribute: str) -> str:
    above = [element, *element.iterancestors()]
    return next((e.get(attribute, "") for e in above if e.get(attribute) is not None), "")


# Patterns, simplified as they are made.


def choice(*patterns: Pattern) -> Pattern:
    flat: set[Pattern] = set()
    for pattern in patterns:
        flat |= pattern[1] if pattern[0] == "or" else {pattern}
    flat.discard(NONE)
    if len(flat) < 2:
        return next(iter(flat), NONE)
    return ("or", frozenset(flat))


def group(*patterns: Pattern) -> Pattern:
    return _joined("seq", patterns)


def interleave(*patterns: Pattern) -> Pattern:
    return _joined("and", patterns)


def _joined(kind: str, patterns: tuple[Pattern, ...]) -> Pattern:
    flat: list[Pattern] = []
    for pattern in patterns:
        if pattern == NONE:
            return NONE
        flat += pattern[1] if pattern[0] == kind else [pattern] if pattern != EMPTY else []
    if kind == "and":
        flat.sort(key=repr)
    return EMPTY if not flat else flat[0] if len(flat) == 1 else (kind, tuple(flat))


def more(pattern: Pattern) -> Pattern:
    return pattern if pattern in (EMPTY, NONE, TEXT) or pattern[0] == "more" else ("more", pattern)


# Sequences of children.


@cache
def nullable(pattern: Pattern) -> bool:
    """Whether it accepts nothing at all."""
    match pattern[0]:
        case "empty" | "text":
            return True
        case "or":
            return any(map(nullable, pattern[1]))
        case "seq" | "and":
            return all(map(nullable, pattern[1]))
        case "more":
            return nullable(pattern[1])
    return False


@cache
def derivative(pattern: Pattern, child: Name) -> Pattern:  # noqa: PLR0911 - one a kind
    """What may follow once a child (or characters) has been read."""
    match pattern[0]:
        case "text":
            return TEXT if child == CHARACTERS else NONE
        case "data":
            return EMPTY if child == CHARACTERS else NONE
        case "element":
            return EMPTY if _matches(pattern[1], child) else NONE
        case "or":
            return choice(*(derivative(part, child) for part in pattern[1]))
        case "more":
            return group(derivative(pattern[1], child), choice(EMPTY, pattern))
        case "seq":
            first, rest = pattern[1][0], group(*pattern[1][1:])
            after = group(derivative(first, child), rest)
            return choice(after, derivative(rest, child)) if nullable(first) else after
        case "and":
            return _each(pattern, lambda part: derivative(part, child))
    return NONE


def _each(pattern: Pattern, step: Any) -> Pattern:
    """The pattern with one part of it replaced by what ``step`` makes of it, for each part."""
    kind, parts = pattern
    join = group if kind == "seq" else interleave
    return choice(
        *(
            join(*parts[:i], changed, *parts[i + 1 :])
            for i, p in enumerate(parts)
            if (changed := step(p)) != NONE
        )
    )


def _matches(name: Name, child: Name) -> bool:
    return name == child or name[0] == "any" or (name[0] == "namespace" and name[1] == child[1])


@cache
def first(pattern: Pattern) -> frozenset[Name]:
    """The children that it may begin with."""
    match pattern[0]:
        case "text" | "data":
            return frozenset([CHARACTERS])
        case "element":
            return frozenset([pattern[1]])
        case "or" | "and":
            return frozenset().union(*map(first, pattern[1]))
        case "more":
            return first(pattern[1])
        case "seq":
            head, *rest = pattern[1]
            return first(head) | (first(group(*rest)) if nullable(head) else frozenset())
    return frozenset()


def counterexample(narrow: Pattern, wide: Pattern) -> str:
    """A sequence of children that only ``narrow`` accepts; empty if there is none."""
    seen = {(narrow, wide)}
    todo: list[tuple[Pattern, Pattern, str]] = [(narrow, wide, "")]
    while todo:
        one, other, path = todo.pop()
        if nullable(one) and not nullable(other):
            return f"{path} end"
        for child in first(one):
            pair = derivative(one, child), derivative(other, child)
            here = f"{path} {child[-1]}"
            if pair[1] == NONE and pair[0] != NONE:
                return here
            if pair[0] != NONE and pair not in seen:
                seen.add(pair)
                todo.append((*pair, here))
    return ""


# Attributes.


@cache
def has_attributes(pattern: Pattern) -> bool:
    match pattern[0]:
        case "attribute":
            return True
        case "or" | "seq" | "and":
            return any(map(has_attributes, pattern[1]))
        case "more":
            return has_attributes(pattern[1])
    return False


def alternatives(pattern: Pattern) -> list[tuple[frozenset[Pattern], Pattern]]:
    """Each set of attributes that a content admits, with the children it then admits."""
    if not has_attributes(pattern):
        return [(frozenset(), pattern)]
    match pattern[0]:
        case "attribute":
            return [(frozenset([pattern]), EMPTY)]
        case "or":
            plain = [part for part in pattern[1] if not has_attributes(part)]
            found = [(frozenset[Pattern](), choice(*plain))] if plain else []
            rest = (a for p in pattern[1] if has_attributes(p) for a in alternatives(p))
            return [*found, *rest]
        case "seq" | "and" as kind:
            join = group if kind == "seq" else interleave
            found = [(frozenset[Pattern](), EMPTY)]
            for part in pattern[1]:
                pairs = [(a | b, join(c, d)) for a, c in found for b, d in alternatives(part)]
                found = list(dict.fromkeys(pairs))
            return found
    return alternatives(pattern[1])


@cache
def without(pattern: Pattern, name: Name) -> Pattern:
    """What is left of a content once an attribute has been read."""
    match pattern[0]:
        case "attribute":
            return EMPTY if _matches(pattern[1], name) else NONE
        case "or":
            return choice(*(without(part, name) for part in pattern[1]))
        case "more":
            return group(without(pattern[1], name), choice(EMPTY, pattern))
        case "seq" | "and":
            return _each(pattern, lambda part: without(part, name))
    return NONE


@cache
def closed(pattern: Pattern) -> Pattern:
    """What is left once all attributes have been read: nothing, if one that is required was not."""
    if not has_attributes(pattern):
        return pattern
    match pattern[0]:
        case "or":
            return choice(*map(closed, pattern[1]))
        case "more":
            return more(closed(pattern[1]))
        case "seq" | "and" as kind:
            return (group if kind == "seq" else interleave)(*map(closed, pattern[1]))
    return NONE


def _alternative(attributes: frozenset[Pattern], content: Pattern, wide: Pattern) -> str:
    for _, name, _ in sorted(attributes, key=repr):
        wide = without(wide, name)
        if wide == NONE:
            return f"attribute {name[-1]} is not allowed, or not with the others"
    wide = closed(wide)
    if wide == NONE:
        names = sorted(name[-1] for _, name, _ in attributes)
        return f"an attribute is required beside {', '.join(names) or 'none'}"
    words = counterexample(content, wide)
    return f"children are not allowed:{words}" if words else ""


def _values(narrow: Pattern, wide: Pattern) -> Iterator[str]:
    for _, name, values in sorted(_attributes(narrow), key=repr):
        theirs = frozenset(v for _, n, v in _attributes(wide) if _matches(n, name))
        if theirs:  # else the attribute itself is not allowed
            yield from (f"@{name[-1]}: {problem}" for problem in _not_included(values, theirs))


def _attributes(pattern: Pattern) -> frozenset[Pattern]:
    match pattern[0]:
        case "attribute":
            return frozenset([pattern])
        case "or" | "seq" | "and":
            return frozenset().union(*map(_attributes, pattern[1]))
        case "more":
            return _attributes(pattern[1])
    return frozenset()


@cache
def _not_included(values: bytes, wide: frozenset[bytes]) -> tuple[str, ...]:
    problems = []
    ours, theirs = _attribute_grammar(frozenset([values])), _attribute_grammar(wide)
    pattern = etree.fromstring(values)
    if next(pattern.iter(f"{_R}text"), None) is not None:
        problems.append("any text is accepted: give it a datatype")
    for value in pattern.iter(f"{_R}value"):
        if not _accepts(theirs, value.text or ""):
            problems.append(f'"{value.text}"')
    for data in pattern.iter(f"{_R}data"):
        kind = data.get("type", "")
        own = [sample for sample in SAMPLES.get(kind, []) if _accepts_data(data, sample)]
        if not own:
            problems.append(f"no sample of {etree.tostring(data).decode()}")
        problems += [f'{kind} "{s}"' for s in own if _accepts(ours, s) and not _accepts(theirs, s)]
    return tuple(problems)


def _accepts_data(data: Element, sample: str) -> bool:
    alone = etree.Element(f"{_R}group")
    alone.append(etree.fromstring(etree.tostring(data)))
    return _accepts(_attribute_grammar(frozenset([etree.tostring(alone)])), sample)


@cache
def _attribute_grammar(values: frozenset[bytes]) -> etree.RelaxNG:
    body = b"".join(sorted(values)).decode()
    return etree.RelaxNG(
        etree.fromstring(
            f'<element name="x" xmlns="{RNG}" datatypeLibrary="{_LIBRARY}">'
            f'<attribute name="a"><choice>{body}</choice></attribute></element>'
        )
    )


def _accepts(grammar: etree.RelaxNG, value: str) -> bool:
    element = etree.Element("x")
    element.set("a", value)
    return bool(grammar.validate(element))
