"""Reading a statement's evidence from its attributes, and moving about in a record."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeVar

from archive.model.fact import Certainty, Editor, Fact, Rule, Span
from archive.tei.xml import ID, TEI, Element, local

T = TypeVar("T")
_RANGE = re.compile(r"src:([0-9]+),([0-9]+)")
# what the source does not print; a note only if it is an editor's
NOT_PRINTED = frozenset(["corr", "reg", "supplied", "desc", "note", "figDesc"])


def children(element: Element, path: str) -> list[Element]:
    """The elements at a path of TEI names below ``element``, in document order."""
    first, *steps = _tags(path)
    found = list(element.iterchildren(first))
    for tag in steps:
        found = [child for above in found for child in above.iterchildren(tag)]
    return found


@lru_cache(maxsize=512)  # the paths are those written in this program
def _tags(path: str) -> tuple[str, ...]:
    return tuple(f"{{{TEI}}}{step}" for step in path.split("/"))


def first(element: Element, path: str) -> Element:
    """The first element at a path.

    Raises:
        LookupError: there is none.
    """
    found = children(element, path)
    if not found:
        raise LookupError(f"no {path} in {local(element)}")
    return found[0]


def is_printed(element: Element) -> bool:
    """Whether the source prints an element; of notes, those that have a place there."""
    name = local(element)
    if name == "note":
        return element.get("place") is not None
    return name not in NOT_PRINTED and name != ""


def plain(element: Element) -> str:
    """The text as the source prints it: ``sic`` not ``corr``, nothing supplied, no description."""
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    for child in element:
        if is_printed(child):
            parts.append(plain(child))
        parts.append(child.tail or "")
    return "".join(parts)


class Statements:
    """The evidence of one record: its source, its rules and the people who answer for it."""

    def __init__(self, root: Element) -> None:
        self._by_id = {
            identifier: element for element in root.iter() if (identifier := element.get(ID))
        }
        digests = root.iter(f"{{{TEI}}}idno")
        self.source = next((plain(e) for e in digests if e.get("type") == "sha-256"), "")

    def target(self, pointer: str) -> Element | None:
        """The element that a local pointer points to."""
        return self._by_id.get(pointer.removeprefix("#"))

    def pointers(self, element: Element, attribute: str, prefix: str) -> list[str]:
        """The local pointers in an attribute that begin with ``prefix``, without it."""
        names = (name.removeprefix("#") for name in element.get(attribute, "").split())
        return [name.removeprefix(prefix) for name in names if name.startswith(prefix)]

    def fact(self, element: Element, value: T) -> Fact[T]:
        """The value with the evidence on ``element``."""
        return self.judged(element, value, self._span(element))

    def judged(self, element: Element, value: T, span: Span | None) -> Fact[T]:
        """The value with the certainty and the rule or person on ``element``, at ``span``."""
        certainty = Certainty(element.get("cert", "high"))
        return Fact(value, span, self._asserter(element), certainty)

    def span(self, element: Element) -> Span:
        """The range in ``@source``.

        Raises:
            LookupError: there is none.
        """
        span = self._span(element)
        if span is None:
            raise LookupError(f"no source range on {local(element)}")
        return span

    def run(self, scope: Element) -> Span:
        """The run of the source that a ``biblScope`` gives."""
        return Span(self.source, int(scope.get("from", "")), int(scope.get("to", "")))

    def editor(self, pointers: str) -> Editor | None:
        """The person that one of the pointers points to; None if only the program is meant."""
        for pointer in pointers.split():
            statement = self.target(pointer)
            if statement is None:
                continue
            for name in children(statement, "name"):
                if name.get("type") == "person":
                    return Editor(plain(name))
        return None

    def _span(self, element: Element) -> Span | None:
        found = _RANGE.search(element.get("source", ""))
        return Span(self.source, int(found[1]), int(found[2])) if found else None

    def _asserter(self, element: Element) -> Rule | Editor:
        editor = self.editor(element.get("resp", ""))
        if editor:
            return editor
        names = self.pointers(element, "ana", "rule.")
        if not names:
            raise LookupError(f"{local(element)} names no rule and no person")
        category = self.target(f"rule.{names[0]}")
        statement = plain(first(category, "desc")) if category is not None else ""
        return Rule(names[0].replace(".", "/"), statement)
