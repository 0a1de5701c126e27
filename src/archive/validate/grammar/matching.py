"""Which element patterns of a grammar the elements of a document fit.

Source: James Clark, An algorithm for RELAX NG validation, from the leaves to the root: no recursion
into the document, and each element is looked at once for each pattern of its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from archive.tei.xml import Element
from archive.validate.grammar.patterns import (
    TEXT,
    Atoms,
    Name,
    Pattern,
    after,
    attributes,
    closed,
    fits,
    leading,
    nullable,
    without,
)
from archive.validate.grammar.schema import Grammar
from archive.validate.grammar.values import accepts

# What an element holds: children, and None for text that is more than white space.
Parts = Sequence[Element | None]
SPACE = " \t\r\n"
_WORDS: Atoms = frozenset([TEXT])


class Matcher:
    """Matches elements with the patterns of one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._named: dict[str, list[Pattern]] = {}

    def kinds(self, elements: Sequence[Element]) -> dict[Element, Atoms]:
        """The patterns that each of the elements fits, with all that it holds.

        Args:
            elements: all of a document, in its order. They are gone through from the last to the
                first, so that the children of each are known before it.
        """
        found: dict[Element, Atoms] = {}
        for element in reversed(elements):
            given, inside = attributes_of(element), parts(element)
            found[element] = frozenset(
                pattern
                for pattern in self.named(element)
                if self._accepts(self.opened(pattern, given), element, inside, found)
            )
        return found

    def named(self, element: Element) -> list[Pattern]:
        """The patterns that an element could fit by its name."""
        tag = str(element.tag)
        if tag not in self._named:
            self._named[tag] = self.grammar.of_name(name_of(tag))
        return self._named[tag]

    def opened(self, pattern: Pattern, given: Sequence[tuple[str, str]]) -> Pattern:
        """What an element with these attributes may hold; none if it may not have them."""
        content = self.grammar.content(pattern[-1])
        for name, value in given:
            content = without(content, allowing(content, name, value))
        return closed(content)

    def _accepts(
        self, content: Pattern, element: Element, inside: Parts, found: dict[Element, Atoms]
    ) -> bool:
        if not any(part is not None for part in inside):
            return takes_text(content, text_of(element))
        for part in inside:
            content = read(content, _WORDS if part is None else found[part])
        return nullable(content)


def read(content: Pattern, atoms: Atoms) -> Pattern:
    """What may follow once a child of these kinds, or text, has been read."""
    return after(content, leading(content) & atoms)


def allowing(content: Pattern, name: str, value: str) -> Atoms:
    """The attributes of a content that have this name and take this value."""
    return frozenset(a for a in named(content, name) if accepts(frozenset([a[-1]]), value))


@cache
def named(content: Pattern, name: str) -> Atoms:
    """The attributes of a content that have this name."""
    wanted = name_of(name)
    return frozenset(atom for atom in attributes(content) if fits(atom[1], wanted))


def takes_text(content: Pattern, text: str) -> bool:
    """Whether a content without children may be this text."""
    atoms = frozenset(
        a
        for a in leading(content)
        if a == TEXT or (a[0] == "data" and accepts(frozenset([a[-1]]), text))
    )
    return nullable(after(content, atoms)) or (nullable(content) and not text.strip(SPACE))


def parts(element: Element) -> Parts:
    """What an element holds, in order."""
    found: list[Element | None] = [None] if _says(element.text) else []
    for node in element:
        if isinstance(node.tag, str):
            found.append(node)
        if _says(node.tail) and found[-1:] != [None]:  # text goes on behind a comment
            found.append(None)
    return found


def text_of(element: Element) -> str:
    """The text directly in an element."""
    return "".join([element.text or "", *(node.tail or "" for node in element)])


def attributes_of(element: Element) -> list[tuple[str, str]]:
    """The names and values of its attributes, in the order of the file."""
    return [(str(name), str(value)) for name, value in element.attrib.items()]


def name_of(tag: str) -> Name:
    """A name as lxml writes it, as a name class."""
    space, _, local = tag.rpartition("}")
    return ("name", space[1:], local)


def _says(text: str | None) -> bool:
    return bool(text and text.strip(SPACE))
