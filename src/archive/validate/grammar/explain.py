"""Why a grammar refuses a document: every problem, with the element and in words.

For documents that libxml2 has refused. After a problem the reading goes on: a child that is not
allowed is skipped, one that is missing is taken to be there, and one that is broken to be what it
most looks like. So one problem does not hide the next, and seldom makes another.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.tei.xml import Element
from archive.validate.grammar import wording
from archive.validate.grammar.matching import (
    SPACE,
    Matcher,
    Parts,
    allowing,
    attributes_of,
    named,
    parts,
    read,
    takes_text,
    text_of,
)
from archive.validate.grammar.patterns import (
    NONE,
    TEXT,
    Atoms,
    Pattern,
    atoms,
    attributes,
    closed,
    leading,
    nullable,
    without,
)
from archive.validate.grammar.schema import Grammar

_WORDS: Atoms = frozenset([TEXT])
_MANY = 60  # faults of the attributes of one element
_REACH = 3  # so many children missing in a row are still told from one that is out of place


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and the element where it is."""

    element: Element
    message: str


@dataclass(frozen=True, slots=True)
class _Broken:
    """A child that has a place, but fits none of the patterns that it could be there."""

    element: Element
    patterns: tuple[Pattern, ...]


class Explainer:
    """Explains refusals by one grammar."""

    def __init__(self, rng: bytes) -> None:
        self._grammar = Grammar(rng)
        self._matcher = Matcher(self._grammar)
        self._say = wording.Wording(self._grammar)

    def problems(self, elements: Sequence[Element]) -> Iterator[Problem]:
        """The problems of a document, in the order of the file; none if the grammar accepts it.

        Args:
            elements: all of it, in order, its root first.
        """
        root, kinds = elements[0], self._matcher.kinds(elements)
        start = self._grammar.start
        if read(start, kinds[root]) != NONE:
            return
        reading = _Reading(self._matcher, self._say, kinds)
        begin = reading.child(start, start, root, None)
        found: list[Iterator[Problem | _Broken]] = [iter(begin.found)]
        while found:  # a stack, for documents are deep
            problem = next(found[-1], None)
            if problem is None:
                found.pop()
            elif isinstance(problem, Problem):
                yield problem
            else:
                found.append(iter(reading.nearest(problem)))


@dataclass(frozen=True, slots=True)
class _Step:
    """What may follow a child, and what is wrong with it."""

    content: Pattern
    found: tuple[Problem | _Broken, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """One document being read."""

    matcher: Matcher
    say: wording.Wording
    kinds: dict[Element, Atoms]

    def nearest(self, broken: _Broken) -> list[Problem | _Broken]:
        """What is wrong with an element, as the pattern that it comes nearest to."""
        readings = [list(self._element(broken.element, p)) for p in broken.patterns]
        return min(readings, key=lambda found: sum(isinstance(f, Problem) for f in found))

    def _element(self, element: Element, pattern: Pattern) -> Iterator[Problem | _Broken]:
        content, messages = self._attributes(element, pattern)
        yield from (Problem(element, message) for message in messages)
        inside = parts(element)
        if any(part is not None for part in inside):
            yield from self._children(element, content, inside)
        elif not takes_text(content, text_of(element)):
            yield Problem(element, self._text(element, content))

    def _children(
        self, element: Element, content: Pattern, inside: Parts
    ) -> Iterator[Problem | _Broken]:
        whole, before = content, None
        stray: list[Element | None] = []
        for part in inside:
            if part is not None:
                step = self.child(whole, content, part, before)
                yield from step.found
                content, before = step.content, part
            elif read(content, _WORDS) != NONE:
                content = read(content, _WORDS)
            else:
                stray.append(before)
        if _is_value(content):  # no child has a place here, so its text may be the value
            return
        for behind in stray:
            yield Problem(element, self.say.stray_text(element, behind))
        if not nullable(content):
            missing = _way(content, None)
            yield Problem(element, self.say.incomplete(element, missing or (), content))

    def child(
        self, whole: Pattern, content: Pattern, child: Element, before: Element | None
    ) -> _Step:
        """Read a child.

        Args:
            whole: all that its parent may hold.
            content: what may follow the children that have been read.
            child: the child.
            before: the child before it that has been read.
        """
        for kinds in self._tries(whole, content, child):
            missing = _way(content, kinds)
            if missing is None:
                continue
            for pattern in missing:
                content = read(content, frozenset([pattern]))
            found: list[Problem | _Broken] = []
            if missing:
                found.append(Problem(child, self.say.missing(child, missing)))
            if not self.kinds[child] & kinds:
                found.append(_Broken(child, tuple(sorted(kinds & leading(content), key=repr))))
            return _Step(read(content, kinds), tuple(found))
        message = self.say.not_allowed(child, before, whole, content)
        return _Step(content, (Problem(child, message),))

    def _tries(self, whole: Pattern, content: Pattern, child: Element) -> Iterator[Atoms]:
        """What a child may be meant as: what it is, what it is most like, what it could be here."""
        fitting = atoms(whole) & self.kinds[child]
        if fitting:
            yield fitting
            return
        alike = atoms(whole) & frozenset(self.matcher.named(child))
        if len(alike) == 1:
            yield alike
        elif alike:
            faults = {p: len(self._attributes(child, p)[1]) for p in alike}
            least = min(faults.values())
            yield frozenset(p for p in alike if faults[p] == least)
            yield alike & leading(content)

    def _attributes(self, element: Element, pattern: Pattern) -> tuple[Pattern, list[str]]:
        """What an element of a pattern may hold, and what is wrong with its attributes."""
        whole = content = self.matcher.grammar.content(pattern[-1])
        messages: list[str] = []
        taken: list[str] = []
        for name, value in attributes_of(element):
            if len(messages) > _MANY:  # no more are told
                break
            fitting = allowing(content, name, value) or named(content, name)
            if not named(whole, name):
                messages.append(self.say.no_attribute(element, name, whole))
            elif not allowing(whole, name, value):
                messages.append(self.say.value(element, name, value, named(whole, name)))
                content = without(content, fitting) if fitting else content
            elif not allowing(content, name, value):
                messages.append(self.say.not_together(element, name, taken))
            else:
                content = without(content, fitting)
                taken.append(name)
        if closed(content) == NONE:
            lacking = _lacking(content)
            messages.append(self.say.lacks(element, lacking))
            for attribute in lacking[0]:
                content = without(content, frozenset([attribute]))
        return closed(content), messages

    def _text(self, element: Element, content: Pattern) -> str:
        """What is wrong with an element that has no children."""
        text = text_of(element)
        if not text.strip(SPACE):
            return self.say.empty(element, _way(content, None) or (), content)
        values = frozenset(atom for atom in leading(content) if atom[0] == "data")
        if values:
            return self.say.content(element, text, values)
        return self.say.stray_text(element, None)


def _is_value(content: Pattern) -> bool:
    return any(atom[0] == "data" for atom in leading(content))


@lru_cache(maxsize=2**14)
def _way(content: Pattern, kinds: Atoms | None) -> tuple[Pattern, ...] | None:
    """The children that have to be read before one of these kinds can be, or before the end.

    The shortest way; None if there is none, or only one that is longer than any would leave out.
    """
    todo: deque[tuple[tuple[Pattern, ...], Pattern]] = deque([((), content)])
    seen = {content}
    while todo:
        path, here = todo.popleft()
        if nullable(here) if kinds is None else kinds & leading(here):
            return path
        if kinds is not None and len(path) == _REACH:
            continue
        for atom in sorted(leading(here), key=repr):
            there = read(here, frozenset([atom]))
            if there not in seen:
                seen.add(there)
                todo.append(((*path, atom), there))
    return None


@lru_cache(maxsize=2**12)
def _lacking(content: Pattern) -> tuple[tuple[Pattern, ...], ...]:
    """The shortest sets of attributes that an element needs besides those that it has."""
    ways: list[tuple[tuple[Pattern, ...], Pattern]] = [((), content)]
    seen = {content}
    while ways:
        found = tuple(path for path, here in ways if closed(here) != NONE)
        if found:
            return found
        longer = []
        for path, here in ways:
            for atom in sorted(attributes(here), key=repr):
                there = without(here, frozenset([atom]))
                if there not in seen:
                    seen.add(there)
                    longer.append(((*path, atom), there))
        ways = longer
    return ((),)
