"""CSL 1.0.2, "Disambiguation": cites that read alike are told apart.

In this order: names are added that "et al." hides, given names are added or spelled out, a
letter is put to the year, and conditions ``disambiguate="true"`` hold. The steps, and the order of
the last two, are those of citeproc-js, which the test suite of CSL demands.

Only names change from step to step. So a cite is rendered once with its names left open
(``Cited``), and a step costs the writing of some names, which ``NameStyle`` remembers. All
items of a group are compared by what they look like, in one pass for a step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from archive.cite.csl.clusters import Cite
from archive.cite.csl.context import SUBSEQUENT, Context, Entry
from archive.cite.csl.elements.names import NameSet
from archive.cite.csl.initials import initials
from archive.cite.csl.items import Item
from archive.cite.csl.name_variables import Name
from archive.cite.csl.names import NameStyle
from archive.cite.csl.style import Style

_FULL = 2  # the highest level of a given name: 0 as the style has it, 1 with initials, 2 in full


def letters(number: int) -> str:
    """A year suffix: 0 is ``a``, 26 is ``aa``.

    >>> letters(0), letters(25), letters(26)
    ('a', 'z', 'aa')
    """
    made, number = "", number + 1
    while number:
        number, letter = divmod(number - 1, 26)
        made = chr(ord("a") + letter) + made
    return made


def year_suffix(entry: Entry) -> str:
    """The letters that an entry puts to its year; empty if none."""
    return letters(entry.suffix) if entry.suffix >= 0 else ""


@dataclass(slots=True)
class Cited:
    """An item as the cites that are compared show it, its names left open.

    Attributes:
        text: what is printed besides names, for each number of conditions asked for so far.
        sets: the names, likewise.
    """

    item: Item
    entry: Entry
    style: Style
    texts: dict[int, tuple[str, list[NameSet]]] = field(default_factory=dict)

    def open(self, condition: int) -> tuple[str, list[NameSet]]:
        """The text and the names where ``condition`` conditions hold."""
        found = self.texts.get(condition)
        if found is None:
            entry = Entry()
            entry.number, entry.condition = self.entry.number, condition
            c = Context(self.item, entry, Cite(self.item.id))
            c.position, c.near, c.skeleton = SUBSEQUENT, True, []
            c.first_note = self.entry.note
            text = self.style.layout("citation", self.item.type).text(c)
            found = self.texts[condition] = (text, c.skeleton)
        return found

    def shown(
        self, names: Sequence[int], givens: Sequence[Sequence[int]], condition: int
    ) -> object:
        """What a cite looks like with these names: equal for cites that read alike."""
        text, sets = self.open(condition)
        written = [
            each.style.render(
                each.names,
                True,
                names[each.place] if each.place < len(names) else 0,
                tuple(givens[each.place]) if each.place < len(givens) else (),
            )
            for each in sets
        ]
        return (text, *written)


class GivenNames:
    """Which given names are shown wherever a name is cited (all rules but ``by-cite``).

    A name is told apart from all others of the same family name in the document: by initials, or
    by the given name in full (CSL 1.0.2, ``givenname-disambiguation-rule``).
    """

    def __init__(self, cited: Iterable[Cited], rule: str) -> None:
        self._primary = rule.startswith("primary")
        self._initials = rule.endswith("with-initials")
        self._known: dict[str, dict[str, set[str]]] = {}
        self._levels: dict[tuple[int, Name], int] = {}
        for each in cited:
            for names in each.open(0)[1]:
                for name in names.names[:1] if self._primary else names.names:
                    self._add(name, names.style)

    def _add(self, name: Name, style: NameStyle) -> None:
        if name.given or name.family:
            family, short, given = _keys(name, style)
            self._known.setdefault(family, {}).setdefault(short, set()).add(given)

    def levels(self, names: NameSet) -> tuple[int, ...]:
        """The level of each given name of a list."""
        made = tuple(self._level(name, names.style) for name in names.names)
        return made[:1] if self._primary else made

    def _level(self, name: Name, style: NameStyle) -> int:
        key = (id(style), name)
        level = self._levels.get(key)
        if level is None:
            level = self._levels[key] = self._told_apart(name, style)
        return level

    def _told_apart(self, name: Name, style: NameStyle) -> int:
        if not name.given:
            return 0
        family, short, _ = _keys(name, style)
        known = self._known.get(family, {})
        if len(known) > 1:
            if self._initials or (
                style.initialize_with is not None and len(known.get(short, ())) <= 1
            ):
                return 1
            return _FULL
        if not self._initials and len(known.get(short, ())) > 1:
            return _FULL
        return 0


def _keys(name: Name, style: NameStyle) -> tuple[str, str, str]:
    """What a name is compared by: family name, initials, given name."""
    family, given = _undotted(name.family), _undotted(name.given)
    if style.demote_non_dropping_particle == "never" and name.non_dropping and name.family:
        family = f"{family} {name.non_dropping}"
    return family, initials(given, "", style.initialize_with_hyphen, True), given


def _undotted(text: str) -> str:
    return " ".join(text.replace(".", " ").split())


class _Means(NamedTuple):
    """What a style lets be used to tell cites apart.

    Attributes:
        names: names may be added.
        rule: which given names may be; empty: none.
        suffix: letters may be put to the year.
        conditions: it has conditions ``disambiguate="true"``.
    """

    names: bool
    rule: str
    suffix: bool
    conditions: bool

    @classmethod
    def of(cls, style: Style) -> _Means:
        """The means that the citation of a style names."""
        givens = style.option("disambiguate-add-givenname") == "true"
        return cls(
            names=style.option("disambiguate-add-names") == "true",
            rule=style.option("givenname-disambiguation-rule", "by-cite") if givens else "",
            suffix=style.option("disambiguate-add-year-suffix") == "true",
            conditions=style.has_conditions,
        )

    @property
    def by_cite(self) -> bool:
        """Whether given names are added where a cite needs it, and not wherever a name stands."""
        return self.rule == "by-cite"

    def modes(self) -> list[Callable[[_Group], None]]:
        """The steps to take, in order."""
        modes: list[Callable[[_Group], None]] = []
        if self.names or self.by_cite:
            modes.append(_Group.by_names)
        if self.suffix:
            modes.append(_Group.by_years)
        if self.conditions:
            modes.append(_Group.by_conditions)
        return modes


def compare(style: Style, items: Iterable[tuple[Item, Entry]]) -> list[Cited]:
    """The items as their cites show them; none if the style tells nothing apart.

    Where given names are told apart wherever they stand, the entries know it from now on: so
    they are in the sort keys, too.
    """
    if style.citation is None:
        return []
    means = _Means.of(style)
    if not (means.modes() or means.rule):
        return []
    cited = [Cited(item, entry, style) for item, entry in items]
    if means.rule and not means.by_cite:
        known = GivenNames(cited, means.rule)
        for each in cited:
            each.entry.givens = tuple(known.levels(names) for names in each.open(0)[1])
            each.entry.known = known
    return cited


def disambiguate(style: Style, cited: list[Cited]) -> None:
    """Settle for each entry what tells it apart; items in the order of the bibliography."""
    means = _Means.of(style)
    if means.modes():
        _tell_apart(cited, means)
    if means.rule:
        for each in cited:
            each.entry.listed = _listed(each)


def _tell_apart(cited: list[Cited], means: _Means) -> None:
    """Group the cites that read alike, and take the steps in each group."""
    alike: dict[object, list[Cited]] = {}
    for each in cited:
        alike.setdefault(each.shown((), each.entry.givens, 0), []).append(each)
    places = {id(each): place for place, each in enumerate(cited)}
    for group in alike.values():
        if len(group) > 1:
            _Group(group, means, places).run()


def _listed(cited: Cited) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """What the bibliography shows at least: no name is shorter there than in a citation."""
    own = _Names.of(cited)
    givens = [list(levels) for levels in cited.entry.givens] or own.givens
    for each in cited.open(0)[1]:
        if each.style.initialize_with is None and each.place < len(givens):
            # there are no initials: a given name that was added is in full
            givens[each.place] = [_FULL if level else 0 for level in givens[each.place]]
    return cited.entry.names or tuple(own.names), tuple(map(tuple, givens))


class _Names:
    """How many names of each set are shown, and at which level their given names."""

    def __init__(self, names: Iterable[int], givens: Iterable[Sequence[int]]) -> None:
        self.names = list(names)
        self.givens = [list(levels) for levels in givens]

    @classmethod
    def of(cls, cited: Cited) -> _Names:
        """What the style shows by itself."""
        sets = cited.open(0)[1]
        return cls(
            (each.style.shown(len(each.names), True, 0)[0] for each in sets),
            ([_base_level(each.style)] * len(each.names) for each in sets),
        )

    def copy(self) -> _Names:
        return _Names(self.names, self.givens)


def _base_level(style: NameStyle) -> int:
    if style.form == "short":
        return 0
    return 1 if style.initialize_with is not None else _FULL


class _Group:
    """Items whose cites read alike, and the steps that tell them apart.

    ``_tried`` goes forward only: every name and given name that was tried stays, for it does no
    harm to the comparison. ``_kept`` takes from it what made a difference, and that is printed.
    """

    def __init__(self, group: list[Cited], means: _Means, places: dict[int, int]) -> None:
        self._modes, self._places = means.modes(), places
        self._adds_names, self._adds_givens = means.names, means.by_cite
        self._mode = 0
        self._condition = 0
        self._tried, self._kept, self._sets = _merge([_Names.of(each) for each in group])
        group = sorted(group, key=lambda each: (_counts(each), each.item.id))
        first = _counts(group[0])
        self._most = first[0] if first else 0
        self._lists = [group]
        self._set = self._name = 0
        self._fresh = True
        self._maxed = False
        self._before = self._clashes = 0
        self._partners: list[Cited] = []
        self._others: list[Cited] = []
        self._looks: list[object] = []

    def run(self) -> None:
        """Take step after step until no list is left."""
        while self._lists:
            self._set = self._name = 0
            self._before, self._clashes = 1, 0
            while self._lists[0]:
                self._maxed = self._step()
                self._compare()
                self._modes[self._mode](self)
                if self._maxed and self._mode < len(self._modes) - 1:
                    self._mode += 1
            del self._lists[0]

    # -- steps

    def _step(self) -> bool:
        """Show one thing more; True if there is no more to show."""
        if self._fresh:
            self._fresh = False
            return False
        mode = self._modes[self._mode]
        if mode is _Group.by_conditions:
            self._condition += 1
        if mode is not _Group.by_names:
            return False
        self._more_names()
        return (
            self._set >= self._sets
            and (not self._adds_names or self._name >= self._most)
            and (not self._adds_givens or self._level() in (None, _FULL))
        )

    def _more_names(self) -> None:
        level = self._level()
        if self._adds_givens and level is not None and level < _FULL:
            self._tried.givens[self._set][self._name] += 1
            return
        if self._adds_names and self._name < self._most:
            self._tried.names[self._set] += 1
            self._name += 1
            return
        if self._set < self._sets:
            self._set += 1
            self._tried.names[self._set] = 1
            self._name = 0

    def _level(self) -> int | None:
        """The level of the given name at hand; None if there is no such name."""
        givens = self._tried.givens
        if self._set < len(givens) and self._name < len(givens[self._set]):
            return givens[self._set][self._name]
        return None

    def _look(self, cited: Cited) -> object:
        givens = self._tried.givens if self._adds_givens else cited.entry.givens
        return cited.shown(self._tried.names, givens, self._condition)

    def _compare(self) -> None:
        """Part the list at hand into those that look like its first, and the others."""
        items = self._lists[0]
        looks = [self._look(each) for each in items]
        self._partners = [each for each, look in zip(items, looks, strict=True) if look == looks[0]]
        self._others = [each for each, look in zip(items, looks, strict=True) if look != looks[0]]
        self._looks = looks
        self._before, self._clashes = self._clashes, len(self._partners) - 1

    def _keep(self) -> None:
        """What was just shown made a difference."""
        if self._adds_givens and self._level() is not None:
            self._kept.givens[self._set][self._name] = self._tried.givens[self._set][self._name]
        if self._set < len(self._kept.names):
            self._kept.names[self._set] = self._tried.names[self._set]

    def _settle(self, items: Iterable[Cited]) -> None:
        for each in items:
            each.entry.names = tuple(self._kept.names)
            each.entry.condition = self._condition
            if self._adds_givens:
                each.entry.givens = tuple(map(tuple, self._kept.givens))

    # -- modes

    def by_names(self) -> None:
        """Add names and given names, one at a time."""
        if not self._clashes:
            self._keep()
            self._settle(self._partners)
            self._lists[0] = self._others
            if len(self._others) == 1:
                self._settle(self._others)
                self._lists[0] = []
            elif self._others:
                self._pass_lone()
                self._fresh = True
        elif len(self._others) == 1:
            self._keep()
            self._settle(self._others)
            self._lists[0] = self._partners
        elif self._clashes < self._before:
            self._keep()
            self._lists[0] = self._partners
            self._lists.append(self._others)
        elif self._maxed:
            self._lists[0] = self._others
            if self._mode == len(self._modes) - 1:
                self._settle(self._partners)
            else:
                self._lists.append(self._partners)

    def _pass_lone(self) -> None:
        """Settle at once all that stand at the head of the list and look like no other."""
        items = self._lists[0]
        looks = [look for look in self._looks if look != self._looks[0]]
        times = Counter(looks)
        lone = 0
        while len(items) - lone > 1 and times[looks[lone]] == 1:
            lone += 1
        self._settle(items[:lone])
        self._lists[0] = items[lone:]

    def by_years(self) -> None:
        """Put letters to the year, in the order of the bibliography."""
        if self._clashes:
            items = sorted(self._lists[0], key=lambda each: self._places[id(each)])
            self._settle(items)
            for number, each in enumerate(items):
                each.entry.suffix = number
        self._lists[0] = []

    def by_conditions(self) -> None:
        """Let conditions hold, one more at a time, and begin with the names again."""
        items = self._lists[0]
        asked = max(_asked(each, self._condition) for each in items)
        apart = not self._clashes and len(self._others) < 2
        if not apart and self._condition < asked:
            self._mode = 0
            self._condition += 1
            self._fresh = True
            return
        self._settle(items)
        self._lists[0] = []


def _merge(configs: list[_Names]) -> tuple[_Names, _Names, int]:
    """Where a group starts: the longest of each set, over the fewest sets; and the last set."""
    tried, kept = configs[0].copy(), configs[0].copy()
    for config in configs[1:]:
        if len(config.names) < len(tried.names):
            tried = config.copy()
        for place, count in enumerate(config.names[: len(tried.names)]):
            if count > tried.names[place]:
                tried.givens[place] = list(config.givens[place])
                tried.names[place] = count
                kept.names = list(tried.names)
        kept.givens = tried.copy().givens
    return tried, kept, len(configs[-1].names) - 1


def _counts(cited: Cited) -> list[int]:
    """How many names there are in each set."""
    return [len(each.names) for each in cited.open(0)[1]]


def _asked(cited: Cited, condition: int) -> int:
    """How many conditions the cite asks for."""
    entry = Entry()
    entry.condition = condition
    c = Context(cited.item, entry, Cite(cited.item.id))
    c.position, c.near = SUBSEQUENT, True
    cited.style.layout("citation", cited.item.type).text(c)
    return c.conditions
