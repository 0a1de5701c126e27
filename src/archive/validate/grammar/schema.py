"""A grammar read from RELAX NG in XML: its element patterns, each with its content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from lxml import etree

from archive.validate.grammar.patterns import (
    EMPTY,
    NONE,
    TEXT,
    Name,
    Pattern,
    choice,
    fits,
    group,
    interleave,
    more,
)

RNG = "http://relaxng.org/ns/structure/1.0"
R = f"{{{RNG}}}"
_XML = "http://www.w3.org/XML/1998/namespace"
_DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"

Element = etree._Element

# the kinds of pattern that are made of others, or of nothing
_JOINS: dict[str, Callable[..., Pattern]] = {
    "group": group,
    "div": group,
    "choice": choice,
    "interleave": interleave,
    "mixed": lambda *parts: interleave(TEXT, group(*parts)),
    "optional": lambda *parts: choice(EMPTY, group(*parts)),
    "zeroOrMore": lambda *parts: choice(EMPTY, more(group(*parts))),
    "oneOrMore": lambda *parts: more(group(*parts)),
    "text": lambda: TEXT,
    "empty": lambda: EMPTY,
    "notAllowed": lambda: NONE,
}


class Grammar:
    """A grammar: its element patterns, numbered in the order in which they are met.

    Attributes:
        elements: the patterns as they stand in the file.
        start: what a document may be.
        words: what the grammar's documentation says of a value, by the value; none for others.

    Raises:
        ValueError: a kind of pattern that is not read here (a grammar in several files).
    """

    def __init__(self, rng: bytes) -> None:
        self._root = etree.fromstring(rng)
        self._defines: dict[str, list[Element]] = defaultdict(list)
        for define in self._root.iter(f"{R}define"):
            self._defines[define.get("name", "")].append(define)
        self.elements: list[Element] = []
        self.words: dict[bytes, str] = {}
        self._numbers: dict[Element, int] = {}
        self._refs: dict[str, Pattern] = {}
        self._contents: dict[int, Pattern] = {}
        starts = self._root.iter(f"{R}start")
        self.start = choice(*(self._sequence(_children(start)) for start in starts))
        number = 0
        while number < len(self.elements):  # reading a content finds more elements
            self.content(number)
            number += 1

    def content(self, number: int) -> Pattern:
        """The content of an element pattern, attributes included."""
        if number not in self._contents:
            element = self.elements[number]
            skip = element.get("name") is None
            self._contents[number] = self._sequence(_children(element)[skip:])
        return self._contents[number]

    def said_of(self, number: int) -> str:
        """What the documentation says of an element pattern; empty if nothing."""
        return _said(self.elements[number])

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """All element patterns, as atoms."""
        return tuple(("element", self.name_of(e), n) for n, e in enumerate(self.elements))

    def of_name(self, name: Name) -> list[Pattern]:
        """The element patterns that take a name."""
        return [pattern for pattern in self.patterns if fits(pattern[1], name)]

    def name_of(self, element: Element) -> Name:
        """The name class of an element or attribute pattern."""
        given = element.get("name")
        if given is None:
            return self._name_class(_children(element)[0])
        space = _inherited(element, "ns") if element.tag == f"{R}element" else element.get("ns")
        return self._qualified(given, element, space or "")

    def _name_class(self, name: Element) -> Name:
        inside = tuple(map(self._name_class, _children(name)))
        match name.tag[len(R) :]:
            case "name":
                return self._qualified((name.text or "").strip(), name, _inherited(name, "ns"))
            case "nsName":
                return ("namespace", _inherited(name, "ns"), ("either", inside))
            case "anyName":
                return ("any", ("either", inside))
        return ("either", inside)

    def _qualified(self, name: str, element: Element, space: str) -> Name:
        prefix, colon, rest = name.rpartition(":")
        if colon:
            spaces: dict[Any, str] = dict(element.nsmap)
            return ("name", spaces.get(prefix, _XML), rest)
        return ("name", space, name)

    def _sequence(self, patterns: list[Element]) -> Pattern:
        return group(*(self._pattern(pattern) for pattern in patterns))

    def _pattern(self, pattern: Element) -> Pattern:
        kind, inside = pattern.tag[len(R) :], _children(pattern)
        if kind in _JOINS:
            return _JOINS[kind](*map(self._pattern, inside))
        match kind:
            case "ref":
                return self._ref(pattern.get("name", ""))
            case "data" | "value" | "list":
                return ("data", self._value([pattern]))
            case "element":
                number = self._numbers.setdefault(pattern, len(self.elements))
                self.elements += [pattern] if number == len(self.elements) else []
                return ("element", self.name_of(pattern), number)
            case "attribute":
                values = inside if pattern.get("name") is not None else inside[1:]
                return ("attribute", self.name_of(pattern), self._value(values))
        raise ValueError(f"the pattern {kind} of RELAX NG is not read here")

    def _ref(self, name: str) -> Pattern:
        if name not in self._refs:
            defines = self._defines[name]
            patterns = [self._sequence(_children(define)) for define in defines]
            combine = next((d.get("combine") for d in defines if d.get("combine")), None)
            joined = {"choice": choice, "interleave": interleave}.get(combine or "", group)
            self._refs[name] = joined(*patterns)
            self._document(defines, self._refs[name])
        return self._refs[name]

    def _document(self, defines: list[Element], pattern: Pattern) -> None:
        """Keep what is said of a value where it is given a name."""
        said = " ".join(map(_said, defines))
        for value in pattern[1] if pattern[0] == "or" else [pattern]:
            if value[0] == "data" and said:
                self.words.setdefault(value[-1], said)

    def _value(self, patterns: list[Element]) -> bytes:
        """The patterns of a value with all references in place, as XML that stands alone."""
        whole = etree.Element(f"{R}group")
        if not patterns:
            etree.SubElement(whole, f"{R}text")
        for pattern in patterns:
            whole.extend(self._resolved(pattern))
        value = etree.tostring(whole)
        said = " ".join(map(self._words, patterns))
        if said:
            self.words.setdefault(value, said)
        return value

    def _words(self, pattern: Element) -> str:
        """What is said of the pattern of a value, or of all the parts of a choice."""
        if pattern.tag == f"{R}ref":
            return " ".join(map(_said, self._defines[pattern.get("name", "")]))
        if pattern.tag == f"{R}choice":
            parts = [self._words(part) for part in _children(pattern)]
            return " or ".join(parts) if all(parts) else ""
        return _said(pattern)

    def _resolved(self, pattern: Element) -> Iterator[Element]:
        if pattern.tag == f"{R}ref":
            for define in self._defines[pattern.get("name", "")]:
                for child in _children(define):
                    yield from self._resolved(child)
            return
        copy = etree.Element(pattern.tag)
        for key, value in pattern.attrib.items():
            copy.set(key, value)
        if pattern.tag in (f"{R}data", f"{R}value"):
            copy.set("datatypeLibrary", _inherited(pattern, "datatypeLibrary"))
        inside = _children(pattern)
        copy.text = None if inside else pattern.text
        for child in inside:
            copy.extend(self._resolved(child))
        yield copy


def _said(pattern: Element) -> str:
    """The documentation of a pattern; empty if there is none."""
    said = pattern.find(_DOCUMENTATION)
    return " ".join((said.text or "").split()) if said is not None else ""


def _children(pattern: Element) -> list[Element]:
    return [child for child in pattern if str(child.tag).startswith(R)]


def _inherited(element: Element, attribute: str) -> str:
    above = [element, *element.iterancestors()]
    return next((e.get(attribute, "") for e in above if e.get(attribute) is not None), "")
