"""The algebra of RELAX NG patterns: what may stand first, and what may follow.

A pattern is a tuple: ("empty",), ("none",), ("text",), ("data", value), ("element", name, number),
("attribute", name, value), ("or", set), ("seq", tuple), ("and", tuple) or ("more", pattern). A
value is a pattern of its own, as XML that stands alone. Elements and attributes, values and text
are atoms: what is read in one step.

Source: RELAX NG Specification, section 6; James Clark, An algorithm for RELAX NG validation.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

Pattern = tuple[Any, ...]
Name = tuple[Any, ...]
Atoms = frozenset[Pattern]

EMPTY: Pattern = ("empty",)
NONE: Pattern = ("none",)
TEXT: Pattern = ("text",)
CHARACTERS: Name = ("characters",)
NOTHING: Atoms = frozenset()


def fits(name: Name, wanted: Name) -> bool:
    """Whether a name class takes a name.

    A class is ("name", namespace, local), ("namespace", namespace, class that is left out),
    ("any", class that is left out) or ("either", classes).
    """
    match name[0]:
        case "name":
            return name == wanted
        case "namespace":
            return wanted[:1] == ("name",) and name[1] == wanted[1] and not fits(name[2], wanted)
        case "any":
            return wanted[:1] == ("name",) and not fits(name[1], wanted)
    return any(fits(part, wanted) for part in name[1])


# Made simple as they are made.


def choice(*patterns: Pattern) -> Pattern:
    """One of the patterns."""
    flat: set[Pattern] = set()
    for pattern in patterns:
        flat |= pattern[1] if pattern[0] == "or" else {pattern}
    flat.discard(NONE)
    if len(flat) < 2:
        return next(iter(flat), NONE)
    return ("or", frozenset(flat))


def group(*patterns: Pattern) -> Pattern:
    """The patterns one after the other."""
    return _joined("seq", patterns)


def interleave(*patterns: Pattern) -> Pattern:
    """The patterns among each other, each in its own order."""
    return _joined("and", patterns)


def more(pattern: Pattern) -> Pattern:
    """The pattern once or more."""
    return pattern if pattern in (EMPTY, NONE, TEXT) or pattern[0] == "more" else ("more", pattern)


def _joined(kind: str, patterns: tuple[Pattern, ...]) -> Pattern:
    flat: list[Pattern] = []
    for pattern in patterns:
        if pattern == NONE:
            return NONE
        flat += pattern[1] if pattern[0] == kind else [pattern] if pattern != EMPTY else []
    if kind == "and":
        flat.sort(key=repr)
    return EMPTY if not flat else flat[0] if len(flat) == 1 else (kind, tuple(flat))


# Children.


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
def leading(pattern: Pattern) -> Atoms:
    """The children and values that it may begin with."""
    match pattern[0]:
        case "text" | "data" | "element":
            return frozenset([pattern])
        case "or" | "and":
            return NOTHING.union(*map(leading, pattern[1]))
        case "more":
            return leading(pattern[1])
        case "seq":
            head, *rest = pattern[1]
            return leading(head) | (leading(group(*rest)) if nullable(head) else NOTHING)
    return NOTHING


@cache
def after(pattern: Pattern, read: Atoms) -> Pattern:  # noqa: PLR0911 - one a kind
    """What may follow once something has been read that is all the atoms in ``read``."""
    match pattern[0]:
        case "text":
            return TEXT if TEXT in read else NONE
        case "data" | "element":
            return EMPTY if pattern in read else NONE
        case "or":
            return choice(*(after(part, read) for part in pattern[1]))
        case "more":
            return group(after(pattern[1], read), choice(EMPTY, pattern))
        case "seq":
            first, rest = pattern[1][0], group(*pattern[1][1:])
            found = group(after(first, read), rest)
            return choice(found, after(rest, read)) if nullable(first) else found
        case "and":
            return _each(pattern, lambda part: after(part, read))
    return NONE


def _each(pattern: Pattern, step: Callable[[Pattern], Pattern]) -> Pattern:
    """The pattern with one part of it replaced by what ``step`` makes of it, for each part."""
    kind, parts = pattern
    join = group if kind == "seq" else interleave
    return choice(
        *(
            join(*parts[:i], changed, *parts[i + 1 :])
            for i, part in enumerate(parts)
            if (changed := step(part)) != NONE
        )
    )


# Attributes, whose order is free.


@cache
def attributes(pattern: Pattern) -> Atoms:
    """The attributes in it."""
    return frozenset(atom for atom in atoms(pattern) if atom[0] == "attribute")


@cache
def atoms(pattern: Pattern) -> Atoms:
    """All that can be read of it in one step, now or later."""
    match pattern[0]:
        case "attribute" | "element" | "data" | "text":
            return frozenset([pattern])
        case "or" | "seq" | "and":
            return NOTHING.union(*map(atoms, pattern[1]))
        case "more":
            return atoms(pattern[1])
    return NOTHING


@cache
def without(pattern: Pattern, read: Atoms) -> Pattern:
    """What is left of a content once an attribute has been read that is all those in ``read``."""
    match pattern[0]:
        case "attribute":
            return EMPTY if pattern in read else NONE
        case "or":
            return choice(*(without(part, read) for part in pattern[1]))
        case "more":
            return group(without(pattern[1], read), choice(EMPTY, pattern))
        case "seq" | "and":
            return _each(pattern, lambda part: without(part, read))
    return NONE


@cache
def closed(pattern: Pattern) -> Pattern:
    """What is left once all attributes have been read: none, if one that is required was not."""
    if not attributes(pattern):
        return pattern
    match pattern[0]:
        case "or":
            return choice(*map(closed, pattern[1]))
        case "more":
            return more(closed(pattern[1]))
        case "seq" | "and" as kind:
            return (group if kind == "seq" else interleave)(*map(closed, pattern[1]))
    return NONE
