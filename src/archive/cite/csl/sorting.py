"""CSL 1.0.2, "Sorting": the order of a bibliography, and of the cites of a citation.

Texts are compared as ``collation`` says. An empty key comes last in both directions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from archive.cite.csl import citation_label, dates
from archive.cite.csl.collation import collator
from archive.cite.csl.compiling import Scope, compile_macro
from archive.cite.csl.context import Context
from archive.cite.csl.elements.names import compile_names
from archive.cite.csl.elements.number import value as number_value
from archive.cite.csl.items import DATES, NAMES, NUMBERS
from archive.cite.csl.style_file import CSL

#: Makes a key of an item in its context; None if the item has nothing to sort by.
MakeKey = Callable[[Context], str | None]

_DAY = frozenset(("year", "month", "day"))


class Key(NamedTuple):
    """One ``cs:key``: what it compares, and which way round."""

    make: MakeKey
    descending: bool


def compile_sort(sort: Element | None, scope: Scope) -> list[Key]:
    """The keys of a ``cs:sort``, the first one first; empty if there is none."""
    if sort is None:
        return []
    return [
        Key(_compile_key(key, scope), key.get("sort") == "descending")
        for key in sort.findall(f"{CSL}key")
    ]


def order(contexts: Iterable[Context], keys: Callable[[Context], list[Key]]) -> list[Context]:
    """The contexts in the order of their keys; those with equal keys stay as they are."""
    rows = []
    directions: list[bool] = []
    for context in contexts:
        own = keys(context)
        directions = directions or [key.descending for key in own]
        rows.append((context, [_made(key, context) for key in own]))
    for place in range(len(directions) - 1, -1, -1):
        backwards = directions[place]

        def rank(row: tuple[Context, list[str | None]]) -> tuple[bool, str]:
            key = row[1][place]  # noqa: B023 (used at once)
            return ((key is None) is not backwards, key or "")  # noqa: B023

        rows.sort(key=rank, reverse=backwards)
    return [context for context, _ in rows]


def _made(key: Key, c: Context) -> str | None:
    """The key of an item; what one key has substituted does not hide from the next."""
    made = key.make(c)
    c.texts, c.names, c.dates = c.item.texts, c.item.names, c.item.dates
    return made


def _compile_key(key: Element, scope: Scope) -> MakeKey:
    scope = replace(scope, sorting=True, macros={}, options=_options(key, scope))
    collate = collator(scope.style.locale.language)
    if name := key.get("macro"):
        render = compile_macro(name, scope)
        return lambda c: collate(render(c)) if render else None
    name = key.get("variable", "")
    if name in NAMES:
        element = Element(f"{CSL}names", {"variable": name})
        names = compile_names(element, scope)
        return lambda c: collate(names(c)) if names else None
    if name in DATES:
        return lambda c: dates.sort_key(c.dates[name], _DAY) or None if name in c.dates else None
    if name in NUMBERS:
        return lambda c: collate(number_value(c, name))
    if name == "citation-label":
        return lambda c: collate(c.texts.get(name) or citation_label.label(c.item))
    return lambda c: collate(c.texts.get(name, ""))


def _options(key: Element, scope: Scope) -> dict[str, str]:
    """The name options that a key sets for the names it sorts by (CSL 1.0.2, "Sorting")."""
    own = {
        option: key.get(attribute, "")
        for attribute, option in (
            ("names-min", "et-al-min"),
            ("names-use-first", "et-al-use-first"),
            ("names-use-last", "et-al-use-last"),
        )
        if key.get(attribute)
    }
    return {**scope.options, **own}
