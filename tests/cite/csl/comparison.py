"""How two texts of the same entry differ, in words: ``missing publisher``, ``case``, ``. for ,``.

A kind is made of the runs of words and signs that differ. Where the text of a run stands in the
item, the name of the variable is part of the kind, so that one fault is one kind over many styles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
_QUOTES = set("\"'“”‘’«»„‚‹›「」『』")
_YEAR_SUFFIX = re.compile(r"(\d{4})[a-z]{1,2}")


def normal(text: str) -> str:
    """The text with each run of white space one space, none at the ends."""
    return _SPACE.sub(" ", text).strip()


def kinds(ours: str, theirs: str, item: Mapping[str, Any]) -> list[str]:
    """How the texts differ, each kind once, sorted; empty if they are the same."""
    return sorted(set(_kinds(ours, theirs, item)))


def _kinds(ours: str, theirs: str, item: Mapping[str, Any]) -> Iterator[str]:
    if ours and not theirs:
        yield "they print nothing"
    elif theirs and not ours:
        yield "we print nothing"
    elif ours.casefold() == theirs.casefold() and ours != theirs:
        yield "case"
    else:
        left, right = _TOKEN.findall(ours), _TOKEN.findall(theirs)
        for name, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
            if name != "equal":
                yield _kind("".join(left[a:b]).strip(), "".join(right[c:d]).strip(), item)


def _kind(ours: str, theirs: str, item: Mapping[str, Any]) -> str:
    if ours == theirs:
        return "space"
    if ours.casefold() == theirs.casefold():
        return "case"
    if _words(ours) == _words(theirs):
        quotes = set(ours + theirs) & _QUOTES
        return "quotes" if quotes else f"sign {ours or 'nothing'} for {theirs or 'nothing'}"
    if _YEAR_SUFFIX.sub(r"\1", ours) == _YEAR_SUFFIX.sub(r"\1", theirs):
        return "year suffix"
    if ours.isdigit() and theirs.isdigit():
        return "number"
    return _words_kind(ours, theirs, item)


def _words_kind(ours: str, theirs: str, item: Mapping[str, Any]) -> str:
    if not _words(ours):
        return f"missing {variable(theirs, item)}"
    if not _words(theirs):
        return f"superfluous {variable(ours, item)}"
    return f"{variable(ours, item)} for {variable(theirs, item)}"


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def variable(text: str, item: Mapping[str, Any]) -> str:
    """The variable of the item whose value has all words of the text, or the text itself."""
    wanted = set(_words(text))
    for name, value in item.items():
        if wanted and name not in ("id", "type") and wanted <= set(_words(_flat(value))):
            return name
    return text.strip(" .,;:()[]")[:30]


def _flat(value: object) -> str:
    if isinstance(value, Mapping):
        return " ".join(map(_flat, value.values()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " ".join(map(_flat, value))
    return str(value)


@dataclass(frozen=True, slots=True)
class Difference:
    """One text that is not the same.

    Attributes:
        style: its name, or whatever tells the style.
        place: the id of the item, or the number of the cluster.
        kinds: how the texts differ; ``error`` or ``order`` where there are no two texts.
    """

    style: str
    place: str
    ours: str
    theirs: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of one style: how many texts there were, and those that differ."""

    entries: int
    citations: int
    differences: tuple[Difference, ...]

    def differing(self, *, citations: bool) -> int:
        return sum(d.place.startswith("cluster") == citations for d in self.differences)


def compare(
    style: str, ours: Mapping[str, Any], theirs: Mapping[str, Any], items: Mapping[str, Any]
) -> Comparison:
    """Two answers to the same job (``peer.cjs`` tells what they are), held against each other.

    Entries are compared by their items; a bibliography in another order is a difference of its
    own, which counts as no entry's. Citations are compared by their places.
    """
    if "error" in theirs:
        return Comparison(0, 0, ())
    entries = dict(theirs.get("bibliography") or [])
    citations = {
        f"cluster {n}": text
        for n, text in enumerate([*theirs.get("clusters", ()), *theirs.get("citations", ())])
    }
    every = {**entries, **citations}
    if "error" in ours:
        lost = [
            Difference(style, place, ours["error"], every[place], ("error",)) for place in every
        ]
        return Comparison(len(entries), len(citations), tuple(lost))
    mine: dict[str, str] = dict(ours.get("bibliography") or [])
    order = [] if list(mine) == list(entries) else [_order(style, list(mine), list(entries))]
    mine |= {
        f"cluster {n}": text
        for n, text in enumerate([*ours.get("clusters", ()), *ours.get("citations", ())])
    }
    found = _differences(style, mine, every, items)
    return Comparison(len(entries), len(citations), (*found, *order))


def _differences(
    style: str, ours: Mapping[str, str], theirs: Mapping[str, str], items: Mapping[str, Any]
) -> Iterator[Difference]:
    for place, text in theirs.items():
        left, right = normal(ours.get(place, "")), normal(text)
        if left != right:
            found = tuple(kinds(left, right, items.get(place, {})))
            yield Difference(style, place, left, right, found)


def _order(style: str, ours: list[str], theirs: list[str]) -> Difference:
    return Difference(style, "order", " ".join(ours), " ".join(theirs), ("order",))
