"""Why the grammar refuses an element, in words: libxml2 says where, the grammar says what fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from archive.tei.xml import TEI, Element, local
from archive.validate.subject import shown

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_DATATYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True)
class Wording:
    """Words refusals by one grammar.

    Attributes:
        schema: the grammar, RELAX NG in XML.
    """

    schema: bytes

    def cause(self, message: str, element: Element) -> tuple[Element, str]:
        """What is wrong, and where, if the validator says ``message`` of ``element``.

        The validator often names an element around the cause, or one beside it where it had a
        choice. So an element or an attribute that fits nowhere is looked for inside, and then
        everywhere; after that, ``element`` is checked alone, and what it refuses then, and so on.
        """
        for inside in (*element.iter("*"), *element.getroottree().iter("*")):
            wrong = self._name(inside) or self._attribute(inside)
            if wrong:
                return inside, wrong
        return self._inside(message, element)

    def _inside(self, message: str, element: Element) -> tuple[Element, str]:
        named = re.match(r"Element (\S+) ", message)
        if named and named[1] != local(element):  # libxml2 has lost the place
            others = (e for e in element.iter(f"{{{TEI}}}{named[1]}") if self._alone(e))
            element = next(others, element)
        words = self._content(message, element)
        if words:
            return element, words
        refused = self._alone(element)
        if refused is None:
            return element, _place(element)
        if refused[0] is not element:
            return self._inside(refused[1], refused[0])
        return element, self._content(refused[1], element) or self._combination(element)

    def _alone(self, element: Element) -> tuple[Element, str] | None:
        """What is refused of an element that may stand anywhere; None if it is accepted."""
        grammar, copy = self._grammar(local(element)), deepcopy(element)
        copy.tail = None
        if grammar.validate(copy):
            return None
        inside, message = deepest(grammar, copy)
        place = list(copy.iter("*")).index(inside)
        return list(element.iter("*"))[place], message

    def _grammar(self, name: str) -> etree.RelaxNG:
        """The grammar of a document whose root is any element of that name."""
        schema = deepcopy(self._root)
        start = schema.find(f"{_RNG}start")
        assert start is not None
        start[:] = []
        choice = etree.SubElement(start, f"{_RNG}choice")
        choice.extend(map(deepcopy, self._elements[name]))
        return etree.RelaxNG(schema)

    def _name(self, element: Element) -> str:
        name = local(element)
        if element.tag != f"{{{TEI}}}{name}":
            return f"{name} is not a TEI element: it is in another namespace"
        return "" if name in self._elements else f"{name} is not an element of a record"

    def _attribute(self, element: Element) -> str:
        """An attribute that the element may not have, or whose value does not fit; or empty."""
        name, known = local(element), self._attributes(local(element))
        for attribute in map(str, element.attrib):
            short, value = _short(attribute), str(element.get(attribute))
            if short not in known:
                return f"{name} has no attribute {short} (it may have {_listed(known)})"
            if not self._fits(known[short], value):
                return f'{short} of {name} is not of the form that is wanted: "{value}"'
        return ""

    def _content(self, message: str, element: Element) -> str:
        name = local(element)
        if message.startswith("Did not expect text"):
            return f"text may not stand directly in {name}"
        if re.search(r"validate attributes$|^Invalid attribute", message):
            return self._combination(element)
        if message.endswith("got nothing") and len(element):
            return f"{name} is incomplete: something is missing at its end"
        if re.search(r"^Error validating|^Type |validate content$|got nothing$", message):
            text = "".join(str(part) for part in element.itertext())
            if not text.strip() and not len(element):
                return f"{name} is empty"
            return f"the content of {name} is not of the form that is wanted: {shown(text)}"
        return ""

    def _combination(self, element: Element) -> str:
        name, given = local(element), _listed(map(_short, map(str, element.attrib)))
        return (
            f"the attributes of {name} do not go together, or one is missing: it has {given}"
            f" (it may have {_listed(self._attributes(name))})"
        )

    def _fits(self, patterns: list[Element], value: str) -> bool:
        """Whether an attribute may have that value, whatever the others are."""
        return any(self._value(pattern).validate(_probe(value)) for pattern in patterns)

    def _value(self, pattern: Element) -> etree.RelaxNG:
        """A grammar of the values that an attribute pattern takes, made once."""
        if pattern not in self._values:
            schema = etree.Element(f"{_RNG}grammar", datatypeLibrary=_DATATYPES)
            start = etree.SubElement(schema, f"{_RNG}start")
            x = etree.SubElement(start, f"{_RNG}element", name="x", ns="")
            attribute = etree.SubElement(x, f"{_RNG}attribute", name="a")
            attribute.extend(list(deepcopy(pattern))[1:])  # without its name
            schema.extend(map(deepcopy, self._datatypes))
            self._values[pattern] = etree.RelaxNG(schema)
        return self._values[pattern]

    def _attributes(self, name: str) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for element in self._elements.get(name, []):
            for attribute in self._within(element):
                space = "xml:" if attribute[0].get("ns") else ""
                found.setdefault(f"{space}{attribute[0].text}", []).append(attribute)
        return found

    @cached_property
    def _values(self) -> dict[Element, etree.RelaxNG]:
        return {}

    @cached_property
    def _datatypes(self) -> list[Element]:
        """The parts of the grammar that are values."""
        return [part for part in self._parts.values() if self._is_value(part)]

    def _is_value(self, part: Element) -> bool:
        inner = part.iter(f"{_RNG}element", f"{_RNG}attribute", f"{_RNG}text")
        if next(inner, None) is not None:
            return False
        refs = part.iter(f"{_RNG}ref")
        return all(self._is_value(self._parts[ref.get("name", "")]) for ref in refs)

    @cached_property
    def _root(self) -> Element:
        return etree.fromstring(self.schema)

    @cached_property
    def _elements(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for element in self._root.iter(f"{_RNG}element"):
            found.setdefault(element.findtext(f"{_RNG}name") or "", []).append(element)
        return found

    @cached_property
    def _parts(self) -> dict[str, Element]:
        return {part.get("name", ""): part for part in self._root.iter(f"{_RNG}define")}

    def _within(self, pattern: Element) -> Iterator[Element]:
        """The attributes in a pattern, and not those of the elements in it."""
        for child in pattern:
            match local(child):
                case "attribute":
                    yield child
                case "ref":
                    yield from self._within(self._parts[child.get("name", "")])
                case "element":
                    pass
                case _:
                    yield from self._within(child)


def deepest(grammar: etree.RelaxNG, root: Element) -> tuple[Element, str]:
    """The element that a grammar has just refused in ``root``, and what the validator says of it.

    Of the places that libxml2 names, the deepest is the cause, the others are around it.
    """
    entries = [(str(getattr(e, "path", None) or "/*"), str(e.message)) for e in grammar.error_log]
    path, message = max(entries, key=lambda entry: entry[0].count("/"), default=("/*", ""))
    # in the path, prefixes are those of the file
    steps = re.sub(r"(?<=/)([\w.-]+:[\w.-]+)", r"*[name() = '\1']", path)
    found = root.getroottree().xpath(steps)
    element = found[0] if isinstance(found, list) and found else root
    return element, message  # type: ignore[return-value]


def _probe(value: str) -> Element:
    element = etree.Element("x")
    element.set("a", value)
    return element


def _short(attribute: str) -> str:
    return attribute.replace(_XML, "xml:")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def _place(element: Element) -> str:
    before, parent = element.getprevious(), element.getparent()
    after = f"after {local(before)} " if before is not None and local(before) else ""
    where = f"in {local(parent)}" if parent is not None else "at the top"
    return (
        f"{local(element)} may not stand {after}{where}: something is missing before it, or in it,"
        " or it belongs elsewhere"
    )
