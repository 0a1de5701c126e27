"""The schema of CSL 1.0.2, and where in a style it is broken.

A RELAX NG validator says that a style is wrong, but hardly where: one wrong letter deep inside
is told as "did not expect <locale>" at the top. So the fault is looked for here: an element is at
fault if it is wrong by itself while all that is in it, each by itself, is right.

The schema comes with the package ``citeproc-py``. What a style says of itself (``cs:info``) is
not held against it, for it changes no citation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from difflib import get_close_matches
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from archive.cite.csl.style_file import CSL, NAMESPACE
from archive.errors import MissingToolError

Element = Any  # of lxml, which has no types of its own
_XML = "{http://www.w3.org/XML/1998/namespace}"
_RNG = "{http://relaxng.org/ns/structure/1.0}"
_INFO = f"""<info xmlns="{NAMESPACE}"><title>T</title><id>I</id>{{link}}
<updated>2000-01-01T00:00:00Z</updated></info>"""
_PARENT = '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>'
_SHOWN = 12  # how many names of a choice are worth printing

_Walk = Callable[[Element, set[str]], Iterator[Element]]


class Fault(NamedTuple):
    """What is wrong, and in which line."""

    what: str
    line: int | None


def fault(root: Element) -> Fault | None:
    """What is wrong with a style by the schema of CSL 1.0.2; None if nothing is."""
    style = deepcopy(root)
    info = style.find(f"{CSL}info")
    if info is not None:
        dependent = info.find(f"{CSL}link[@rel='independent-parent']") is not None
        plain = etree.fromstring(_INFO.format(link=_PARENT if dependent else ""))
        plain.sourceline = info.sourceline
        plain.tail = info.tail
        style.replace(info, plain)
    schema = _schema()
    return None if schema.allows(style) else schema.find(style)


@cache
def _schema() -> _Schema:
    spec = find_spec("citeproc")
    if spec is None or not spec.submodule_search_locations:
        raise MissingToolError("the schema of CSL is not installed", hint="pip install citeproc-py")
    folder = Path(spec.submodule_search_locations[0])
    return _Schema(folder / "data" / "schema" / "schemas" / "styles" / "csl.rng")


class _Schema:
    """A grammar, whole and in pieces."""

    def __init__(self, path: Path) -> None:
        self.grammar = etree.parse(path).getroot()
        self.whole = etree.RelaxNG(self.grammar)
        self.pieces: dict[str, etree.RelaxNG] = {}

    @cached_property
    def patterns(self) -> dict[str, list[Element]]:
        """The patterns of elements, by the name of the element."""
        made: dict[str, list[Element]] = {}
        for pattern in self.grammar.iter(f"{_RNG}element"):
            name = pattern.find(f"{_RNG}name")
            if name is not None and name.text:
                made.setdefault(f"{{{name.get('ns')}}}{name.text}", []).append(pattern)
        return made

    @cached_property
    def defined(self) -> dict[str, list[Element]]:
        """The definitions of the grammar, by name."""
        made: dict[str, list[Element]] = {}
        for define in self.grammar.iter(f"{_RNG}define"):
            made.setdefault(str(define.get("name")), []).append(define)
        return made

    def allows(self, element: Element) -> bool:
        """Whether the element is right, looked at by itself."""
        if element.getparent() is None:
            return bool(self.whole.validate(element))
        return bool(self.piece(str(element.tag)).validate(element))

    def piece(self, tag: str) -> etree.RelaxNG:
        """The grammar of a document whose root is such an element."""
        if tag not in self.pieces:
            grammar = deepcopy(self.grammar)
            start = next(grammar.iter(f"{_RNG}start"))
            choice = etree.SubElement(start, f"{_RNG}choice")
            start[:] = [choice]
            choice.extend([deepcopy(pattern) for pattern in self.patterns[tag]])
            self.pieces[tag] = etree.RelaxNG(grammar)
        return self.pieces[tag]

    def find(self, element: Element) -> Fault:
        """The innermost fault in an element that is wrong, the first of several."""
        for child in element:
            if child.tag not in self.patterns:
                known = [tag.removeprefix(CSL) for tag in self.patterns]
                name = str(child.tag).removeprefix(CSL)
                return Fault(f"CSL has no element <{name}>{_near(name, known)}", child.sourceline)
            alone = _alone(child)
            if not self.piece(str(child.tag)).validate(alone):
                return self.find(alone)
        return Fault(self.own(element), element.sourceline)

    def own(self, element: Element) -> str:
        """What is wrong with an element in which everything is right by itself."""
        tag = str(element.tag).removeprefix(CSL)
        named = self.attributes(str(element.tag))
        given = {str(key).replace(_XML, "xml:"): str(key) for key in element.attrib}
        for name in given:
            if name not in named:
                return f"<{tag}> has no attribute {name!r}{_near(name, named)}"
        return self.value(element, tag, named, given) or self.place(element, tag)

    def value(
        self, element: Element, tag: str, named: dict[str, set[str]], given: dict[str, str]
    ) -> str:
        """Which attribute has a wrong value, or is missing; empty if none."""
        for name, key in given.items():
            value, known = str(element.attrib[key]), sorted(named[name])
            if value in known:
                if self.mends(element, key, None):
                    return f"{name}={value!r} does not go with what else is in <{tag}>"
            elif any(self.mends(element, key, other) for other in [None, *known]):
                return f"{value!r} is no value of {name!r} in <{tag}>{_near(value, known)}"
        missing = sorted(set(named) - set(given))
        for name in missing:
            if all(
                name in self.demanded(pattern, set()) for pattern in self.patterns[str(element.tag)]
            ):
                return f"<{tag}> needs an attribute {name!r}"
        for name in missing:
            if any(self.mends(element, name, value) for value in (*named[name], "x")):
                return f"<{tag}> needs an attribute {name!r}"
        return ""

    def place(self, element: Element, tag: str) -> str:
        """Which element in this one is out of place, or what else is wrong."""
        for place, child in enumerate(element):
            if self.mends(element, place, None):
                name = str(child.tag).removeprefix(CSL)
                return f"<{name}> (line {child.sourceline}) is out of place in <{tag}>"
        return self.told(element, tag)

    def mends(self, element: Element, part: str | int, value: str | None) -> bool:
        """Whether an element is right with another value of an attribute, or without it, or
        without one of the elements that are in it.
        """
        other = _alone(element)
        if isinstance(part, int):
            del other[part]
        elif value is None:
            del other.attrib[part]
        else:
            other.set(part, value)
        return bool(self.piece(str(element.tag)).validate(other))

    def told(self, element: Element, tag: str) -> str:
        """What the validator says of it, which is to the point once the fault is cornered."""
        piece = self.piece(str(element.tag))
        piece.validate(_alone(element))
        said = next((error.message for error in piece.error_log), "")
        if not said or "got nothing" in said:
            return f"<{tag}> is empty, or incomplete"
        return f"<{tag}> is not as CSL wants it: {said[0].lower()}{said[1:]}"

    def attributes(self, tag: str) -> dict[str, set[str]]:
        """The attributes that such an element can have, and the values, where they are named."""
        found: dict[str, set[str]] = {}
        for pattern in self.patterns[tag]:
            for attribute in self.inside(pattern, set()):
                name = attribute.find(f"{_RNG}name")
                if name is None or not name.text:
                    continue
                prefix = "xml:" if name.get("ns") else ""
                values = found.setdefault(prefix + name.text, set())
                values |= {value.text or "" for value in self.values(attribute, set())}
        return found

    def demanded(self, pattern: Element, seen: set[str]) -> set[str]:
        """The names of the attributes that every such element has."""
        names: set[str] = set()
        for part in pattern:
            if part.tag == f"{_RNG}attribute":
                names.add(part.findtext(f"{_RNG}name"))
            elif part.tag == f"{_RNG}ref" and part.get("name") not in seen:
                seen.add(part.get("name"))
                for define in self.defined.get(part.get("name"), ()):
                    names |= self.demanded(define, seen)
            elif part.tag in (f"{_RNG}group", f"{_RNG}interleave", f"{_RNG}oneOrMore"):
                names |= self.demanded(part, seen)
        return names

    def inside(self, pattern: Element, seen: set[str]) -> Iterator[Element]:
        """The patterns of attributes in that of an element, references followed."""
        for part in pattern:
            if part.tag == f"{_RNG}attribute":
                yield part
            elif part.tag == f"{_RNG}ref":
                yield from self.followed(part, seen, self.inside)
            elif part.tag != f"{_RNG}element":
                yield from self.inside(part, seen)

    def values(self, pattern: Element, seen: set[str]) -> Iterator[Element]:
        """The values named in the pattern of an attribute, references followed."""
        for part in pattern:
            if part.tag == f"{_RNG}value":
                yield part
            elif part.tag == f"{_RNG}ref":
                yield from self.followed(part, seen, self.values)
            else:
                yield from self.values(part, seen)

    def followed(self, ref: Element, seen: set[str], then: _Walk) -> Iterator[Element]:
        """What is behind a reference, each once."""
        name = str(ref.get("name"))
        if name not in seen:
            seen.add(name)
            for define in self.defined.get(name, ()):
                yield from then(define, seen)


def _alone(element: Element) -> Element:
    copy = deepcopy(element)
    copy.tail = None
    return copy


def _near(name: str, known: list[str] | dict[str, set[str]]) -> str:
    close = get_close_matches(name, known, n=1, cutoff=0.5)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; it is one of {', '.join(known)}" if 0 < len(known) <= _SHOWN else ""
