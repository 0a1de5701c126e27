"""News as the manuals cite it, looked at by hand: data only, no engine.

Each file is a style: ``STYLE`` is its installed name, ``GOLDENS`` what a manual wants of the items
in ``items.py``, by a name for the case. Text is written as printed, with ``*italics*``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Cites = tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Golden:
    """What a style prints for some items.

    Attributes:
        items: names of the items, in the order in which they are cited (and numbered).
        rule: of the manual that says so, or of a guide to it.
        entries: the whole bibliography, in its order; empty: not looked at.
        cited: clusters in the order of the document, with what is printed for each.
        departs: where the style does not do as its manual says: what the manual wants, and why
            the style cannot or does not. Empty: it does as its manual says.
    """

    items: tuple[str, ...]
    rule: str
    entries: tuple[str, ...] = ()
    cited: tuple[tuple[Cites, str], ...] = ()
    departs: str = ""


def listed(item: str, entry: str, rule: str, departs: str = "") -> Golden:
    """One item, and its entry in the bibliography."""
    return Golden((item,), rule, entries=(entry,), departs=departs)


def at(item: str, locator: str = "", label: str = "page") -> Mapping[str, str]:
    """A cite of an item, and of a place in it."""
    return {"id": item, "locator": locator, "label": label}


def cited(
    *clusters: tuple[Cites | str, str],
    rule: str,
    entries: tuple[str, ...] = (),
    departs: str = "",
) -> Golden:
    """Clusters, each with what is printed for it; a cluster of one item is its name."""
    written = tuple(
        ((at(cites),) if isinstance(cites, str) else cites, text) for cites, text in clusters
    )
    items = dict.fromkeys(cite["id"] for cites, _ in written for cite in cites)
    return Golden(tuple(items), rule, entries, written, departs)
