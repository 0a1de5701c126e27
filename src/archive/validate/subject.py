"""A record being checked: its elements, its identifiers, its source text, its places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

from archive.model.document import Document
from archive.tei.statements import children, plain
from archive.tei.xml import ID, TEI, Element
from archive.validate.claims import Claim
from archive.validate.findings import Finding
from archive.validate.places import Places
from archive.validate.rule import Rule
from archive.validate.target import Target

_RANGE = re.compile(r"src:([0-9]+),([0-9]+)")


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A record that is well-formed.

    Attributes:
        target: its files.
        root: its TEI element.
        elements: all of them in document order, without comments.
        by_id: those that have an xml:id.
        with_attribute: those that have an attribute, by its name, in document order.
        with_name: those of a name (in braces before it, the namespace), in document order.
        places: where each of them begins.
        source: the source as read; None if it is missing, changed or cannot be decoded (a rule of
            fixity says so), and then nothing can be compared with it.
    """

    target: Target
    root: Element
    elements: tuple[Element, ...]
    by_id: Mapping[str, Element]
    with_attribute: Mapping[str, Sequence[Element]]
    with_name: Mapping[str, Sequence[Element]]
    places: Places
    source: Document | None = None

    @classmethod
    def of(cls, target: Target, root: Element) -> Subject:
        """The record in ``target``, which has been parsed; its source is not read yet."""
        elements = tuple(root.iter("*"))
        having: dict[str, list[Element]] = {}
        named: dict[str, list[Element]] = {}
        for element in elements:
            named.setdefault(str(element.tag), []).append(element)
            for name in element.keys():  # noqa: SIM118 - an element is no mapping
                having.setdefault(str(name), []).append(element)
        by_id = {element.get(ID, ""): element for element in having.get(ID, ())}
        return cls(target, root, elements, by_id, having, named, Places(target.xml, elements))

    @property
    def text(self) -> str | None:
        """The reading text of the source, in which ranges count."""
        return self.source.text if self.source else None

    def all(self, *names: str) -> Iterator[Element]:
        """The elements of these names, in document order of each."""
        return chain.from_iterable(self.with_name.get(f"{{{TEI}}}{name}", ()) for name in names)

    def having(self, attribute: str) -> Sequence[Element]:
        """The elements that have an attribute, in document order."""
        return self.with_attribute.get(attribute, ())

    def at(self, path: str) -> list[Element]:
        """The elements at a path of TEI names from the root."""
        return children(self.root, path)

    def targets(self, element: Element, attribute: str) -> Iterator[tuple[str, Element | None]]:
        """The local pointers in an attribute, without ``#``, and what they point to."""
        for pointer in element.get(attribute, "").split():
            if pointer.startswith("#"):
                yield pointer[1:], self.by_id.get(pointer[1:])

    def slice(self, element: Element) -> str | None:
        """The source at the range of ``element``; None if there is none, or it lies outside."""
        found = self._range(element)
        return self.source.text[slice(*found)] if found and self.source else None

    def read(self, element: Element) -> str | None:
        """As ``slice``, without the marks of quoting and Markdown in it: what the rules read."""
        found = self._range(element)
        return self.source.read(found) if found and self.source else None

    def _range(self, element: Element) -> tuple[int, int] | None:
        found, text = source_range(element), self.text
        return found if found and text and found[0] < found[1] <= len(text) else None

    def extent(self) -> tuple[int, int]:
        """The run of the source that is the article's own, as its header says: all, if nothing."""
        received = self.by_id["bibl-received"]
        for scope in children(received, "biblScope"):
            return int(scope.get("from", "")), int(scope.get("to", ""))
        return 0, len(self.text or "")

    def claim(self, kind: str, element: Element, *values: str) -> Claim:
        """A claim at the start tag of ``element``."""
        return Claim(kind, values, self.target.path, *self.places.of(element))

    def finding(self, rule: Rule, element: Element, message: str, hint: str = "") -> Finding:
        """A finding at the start tag of ``element``."""
        return self.finding_at(rule, *self.places.of(element), message, hint)

    def finding_at(
        self, rule: Rule, line: int, column: int, message: str, hint: str = ""
    ) -> Finding:
        """A finding at a place in record.xml."""
        return finding(rule, self.target.path, message, hint or rule.remedy, line, column)


def finding(
    rule: Rule, path: str, message: str, hint: str = "", line: int = 1, column: int = 1
) -> Finding:
    """A finding in any file of a record."""
    return Finding(rule.code, rule.severity, path, line, column, message, hint or rule.remedy)


def line_of(element: Element) -> int:
    """The line of a comment or an instruction, counted from 1."""
    line: Any = element.sourceline
    return line or 1


def source_range(element: Element) -> tuple[int, int] | None:
    """The range of the source in ``@source``; None if there is none."""
    return _range(element.get("source", ""))


@lru_cache(maxsize=1024)  # the ranges of a record are asked for by several rules
def _range(stated: str) -> tuple[int, int] | None:
    found = _RANGE.fullmatch(stated)
    return (int(found[1]), int(found[2])) if found else None


def words(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def shown(element: Element | str, limit: int = 60) -> str:
    """The text of an element (or a text), quoted and cut to be shown in a message."""
    text = words(element if isinstance(element, str) else plain(element))
    return f'"{text}"' if len(text) <= limit else f'"{text[: limit - 3]}..."'
