"""CSL 1.0.2, "Reference Grouping": names that the entry before has, too, are replaced."""

from __future__ import annotations

from typing import NamedTuple

from archive.cite.csl.name_variables import Name
from archive.cite.csl.names import NameStyle


class Shown(NamedTuple):
    """Names of a variable, and what disambiguation wants of them (as in ``NameStyle.render``)."""

    names: tuple[Name, ...]
    added: int = 0
    levels: tuple[int, ...] = ()

    def places(self, style: NameStyle) -> tuple[int, ...]:
        """The places of the names that "et al." does not hide."""
        return style.places(len(self.names), False, self.added)


class Predecessor:
    """What the first names of the entry before were; remembers those of this one.

    Args:
        substitute: ``subsequent-author-substitute``, marked text.
        rule: ``subsequent-author-substitute-rule``.
    """

    __slots__ = ("_before", "_current", "_rule", "_substitute", "_text")

    def __init__(self, substitute: str, rule: str) -> None:
        self._text = substitute
        self._substitute = Name(literal=substitute)  # inverted where the name in its place is
        self._rule = rule
        self._before: list[str] | None = None
        self._current: list[str] | None = None

    def next_entry(self) -> None:
        """Begin another entry."""
        self._before, self._current = self._current, None

    def substitute_text(self, text: str) -> str:
        """What to print for a variable that stands where names would: the first of them counts."""
        if self._current is not None:
            return text
        self._current = [text]
        return self._text if self._before == [text] else text

    def replace(self, style: NameStyle, sets: list[Shown], lists: list[str]) -> list[str]:
        """The lists of names to print for those given; names that "et al." hides do not count."""
        names = [_plain(each.names[place]) for each in sets for place in each.places(style)]
        before, self._current = self._before, names
        if self._rule.startswith("partial"):
            same = _common(names, before or [])
            if self._rule == "partial-first":
                same = min(same, 1)
            return self._each(style, sets, same) if same else lists
        if before != names:
            return lists
        if self._rule == "complete-each":
            return self._each(style, sets, len(names))
        return [self._text] + [""] * (len(lists) - 1)

    def _each(self, style: NameStyle, sets: list[Shown], same: int) -> list[str]:
        """The lists with the first ``same`` of the names shown replaced, each by the substitute."""
        lists = []
        for each in sets:
            names = list(each.names)
            places = each.places(style)[:same]
            same -= len(places)
            for place in places:
                names[place] = self._substitute
            lists.append(style.render(tuple(names), False, each.added, each.levels))
        return lists


def _common(names: list[str], before: list[str]) -> int:
    """How many names, from the first on, are those of the entry before."""
    same = 0
    for name, other in zip(names, before, strict=False):
        if name != other:
            break
        same += 1
    return same


def _plain(name: Name) -> str:
    """The name itself: it does not matter in which of its parts it stands."""
    family, given = name.non_dropping + name.family, name.given + name.dropping
    return family + given + name.suffix + name.literal
