"""The words for what a grammar refuses; what is wanted is said in those of its documentation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache, cached_property

from lxml import etree

from archive.tei.xml import XML, Element, local
from archive.validate.grammar.matching import named, text_of
from archive.validate.grammar.patterns import (
    CHARACTERS,
    Atoms,
    Name,
    Pattern,
    atoms,
    attributes,
    leading,
    nullable,
)
from archive.validate.grammar.schema import Grammar, R

_SHOWN = 60  # characters of a text or a value
_LISTED = 12  # names, or values
# what parts elements of one name
_MARKS = ("type", "unit", f"{{{XML}}}id")
_KINDS = {
    "ID": "a name without a colon that no other element has",
    "NCName": "a name without a colon",
    "decimal": "a number",
    "language": "the tag of a language, as en or pt-BR",
    "nonNegativeInteger": "a whole number from 0",
    "positiveInteger": "a whole number from 1",
}


class Wording:
    """Words what one grammar refuses."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._near: dict[str, str] = {}  # slow to find, and a name comes often

    # Children.

    def not_allowed(
        self, child: Element, before: Element | None, whole: Pattern, content: Pattern
    ) -> str:
        """A child that may not stand where it stands."""
        name, parent = local(child), child.getparent()
        if child.tag not in self._tags:
            return self._unknown(child)
        if parent is None:
            return f"a file may not begin with {name}: {self._next(content)} is wanted"
        if not any(atom[1][-1] == name for atom in _elements(whole)):
            return f"{name} may not stand in {local(parent)}: {self._allowed(whole)}"
        where = f"after {local(before)} in {local(parent)}" if before is not None else "here"
        return f"{name} may not stand {where}: {self._allowed(content)}"

    def _unknown(self, child: Element) -> str:
        name = local(child)
        if not str(child.tag).startswith(self._space):
            return f"{name} is not a TEI element: it is in another namespace"
        if name not in self._near:
            known = sorted(tag.rpartition("}")[2] for tag in self._tags)
            near = get_close_matches(name, known, 1, 0.75)
            self._near[name] = f"; {near[0]}?" if near else ""
        return f"{name} is not an element of a record{self._near[name]}"

    def missing(self, child: Element, patterns: Sequence[Pattern]) -> str:
        """Children that have to stand before this one."""
        parent = child.getparent()
        inside = f" in {local(parent)}" if parent is not None else ""
        return f"before {local(child)}{inside} {self._lacks(patterns)}"

    def incomplete(self, element: Element, patterns: Sequence[Pattern], content: Pattern) -> str:
        """An element that ends too early."""
        if not _elements(content) and not patterns:
            return f"{local(element)} is incomplete"
        return f"at the end of {local(element)} {self._lacks(patterns)}"

    def _lacks(self, patterns: Sequence[Pattern]) -> str:
        names = [self._described(pattern) for pattern in patterns]
        return f"{_listed(names, 'and')} {'is' if len(names) == 1 else 'are'} missing"

    def _described(self, pattern: Pattern) -> str:
        if pattern[0] != "element":
            return "text"
        said = self._grammar.said_of(pattern[-1])
        return self._named(pattern) + (f" ({said})" if said else "")

    def _named(self, pattern: Pattern) -> str:
        """The name of an element pattern, with what parts it from others of the name."""
        content = self._grammar.content(pattern[-1])
        for mark in _MARKS:
            values = [_enumerated(atom[-1]) for atom in named(content, mark)]
            if len(values) == 1 and len(values[0]) == 1:
                return f'{pattern[1][-1]} {_short(mark)}="{values[0][0]}"'
        return str(pattern[1][-1])

    def _allowed(self, content: Pattern) -> str:
        wanted = self._next(content)
        if not wanted:
            return "nothing more may stand there" if nullable(content) else "text is wanted"
        return f"there may stand {wanted}"

    def _next(self, content: Pattern) -> str:
        names = {self._named(atom) for atom in leading(content) if atom[0] == "element"}
        plain = {name.partition(" ")[0] for name in names}
        return _listed(sorted(names if len(names) <= _LISTED else plain), "or")

    # Text.

    def stray_text(self, element: Element, before: Element | None) -> str:
        """Text where only elements may stand, or nothing; and the child that was read before it."""
        where = f"after {local(before)}, " if before is not None else ""
        text = before.tail if before is not None else element.text
        text = text if text and text.strip() else text_of(element)  # behind a comment
        return f"text may not stand {where}directly in {local(element)}: {_quoted(text)}"

    def empty(self, element: Element, patterns: Sequence[Pattern], content: Pattern) -> str:
        """An element that holds nothing."""
        values = [atom for atom in leading(content) if atom[0] == "data"]
        if values:
            return f"{local(element)} is empty: {self._wanted(values)} is wanted"
        return f"{local(element)} is empty: {self._lacks(patterns)}"

    def content(self, element: Element, text: str, values: Atoms) -> str:
        """A text that is not of the form."""
        return f"{local(element)} is {_quoted(text)}: it has to be {self._wanted(values)}"

    # Attributes.

    def no_attribute(self, element: Element, name: str, content: Pattern) -> str:
        """An attribute that an element may not have."""
        known = sorted({_of(atom[1]) for atom in attributes(content)})
        near = get_close_matches(_short(name), known, 1, 0.7)
        may = f"{near[0]}?" if near else f"it may have {_listed(known, 'and') or 'none'}"
        return f"{local(element)} has no attribute {_short(name)} ({may})"

    def value(self, element: Element, name: str, value: str, values: Atoms) -> str:
        """A value that is not of the form."""
        wanted = self._wanted(values)
        return f"{_short(name)} of {local(element)} is {_quoted(value)}: it has to be {wanted}"

    def not_together(self, element: Element, name: str, others: Sequence[str]) -> str:
        """An attribute that may not stand beside those before it."""
        beside = _listed([_short(other) for other in others], "and")
        return f"{local(element)} may not have {_short(name)} beside {beside}"

    def lacks(self, element: Element, ways: Sequence[Sequence[Pattern]]) -> str:
        """Attributes that are required: one of these sets."""
        sets = [_listed([self._attribute(atom) for atom in way], "and") for way in ways]
        return f"{local(element)} lacks {_listed(list(dict.fromkeys(sets)), 'or')}"

    def _attribute(self, atom: Pattern) -> str:
        return f"{_of(atom[1])} ({self._wanted([atom])})"

    # Values.

    def _wanted(self, values: Iterable[Pattern]) -> str:
        """What values have to be, in words."""
        said = {self._of_value(atom[-1]) for atom in values}
        return " or ".join(sorted(said))

    def _of_value(self, value: bytes) -> str:
        return self._grammar.words.get(value) or _listed(
            [*_enumerated(value), *_kinds(value)], "or"
        )

    @cached_property
    def _tags(self) -> frozenset[str]:
        names = (pattern[1] for pattern in self._grammar.patterns)
        return frozenset(f"{{{name[1]}}}{name[2]}" for name in names)

    @cached_property
    def _space(self) -> str:
        return min(self._tags).partition("}")[0]


def _elements(content: Pattern) -> list[Pattern]:
    return [atom for atom in atoms(content) if atom[0] == "element"]


@cache
def _kinds(value: bytes) -> list[str]:
    """The datatypes of a value that nothing is said of, in words."""
    kinds = {data.get("type", "") for data in etree.fromstring(value).iter(f"{R}data")}
    return [_KINDS[kind] for kind in sorted(kinds)]


@cache
def _enumerated(value: bytes) -> list[str]:
    """The values of an enumeration, in order; empty for what is none."""
    pattern = etree.fromstring(value)
    if next(pattern.iter(f"{R}data", f"{R}text"), None) is not None:
        return []
    return [each.text or "" for each in pattern.iter(f"{R}value")]


def _of(name: Name) -> str:
    return _short(f"{{{name[1]}}}{name[-1]}" if name != CHARACTERS else "text")


def _short(attribute: str) -> str:
    return attribute.replace(f"{{{XML}}}", "xml:").replace("{}", "")


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return f'"{text}"' if len(text) <= _SHOWN else f'"{text[: _SHOWN - 3]}..."'


def _listed(names: Sequence[str], last: str) -> str:
    if len(names) > _LISTED:
        names = [*names[:_LISTED], "others"]
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
