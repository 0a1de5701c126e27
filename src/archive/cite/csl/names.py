"""Lists of names: cs:name, cs:name-part and cs:et-al (CSL 1.0.2, "Name", "Et-al", "Name-part").

A `NameStyle` is what a style asks for; it writes one name or a list of them as marked text. Where
the specification is silent (Asian names, particles, what "and" stands between) it does what
citeproc-js does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from archive.cite.csl.initials import initials
from archive.cite.csl.name_variables import Name, Order

Format = Callable[[str], str]

ELLIPSIS = "…"

# Terms that want spaces around them; "等" and "和" do not.
_SPACED_TERM = re.compile(
    "[&A-Za-z\u0e01-\u0e5b\u00c0-\u024f\u1e00-\u1eff\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f"
    "\u0531-\u08ff\u0900-\u0fff\u10a0-\u10ff]"
)
_VAV = "ו"  # Hebrew "and" is written together with the next word
_SPACES = (" ", "\u00a0")
_NO_BREAK = "\u00a0\ufeff"
_APOSTROPHE = re.compile("['’]")
_CACHED = 1 << 16


def same(text: str) -> str:
    """No formatting at all."""
    return text


class NamePart(NamedTuple):
    """How family or given names look (cs:name-part).

    Args:
        format: marked text in, marked text out: text case and formatting, no affixes.
        prefix: before the part and what goes with it (particles, suffix).
        suffix: after it.
        strip_periods: take full stops out first.
    """

    format: Format = same
    prefix: str = ""
    suffix: str = ""
    strip_periods: bool = False

    def write(self, text: str) -> str:
        """Format a part; "" stays ""."""
        if self.strip_periods:
            text = text.replace(".", "")
        return self.format(text) if text else ""

    def wrap(self, text: str) -> str:
        """Put the affixes around a part; "" stays ""."""
        return self.prefix + text + self.suffix if text else ""


PLAIN = NamePart()


@dataclass(frozen=True, eq=False)
class NameStyle:
    """Everything that cs:name, its children and cs:et-al say, with inherited options filled in.

    Args:
        form: "long", "short" or "count".
        and_: the term or sign before the last name; None: the delimiter stands there, too.
        delimiter: between names.
        delimiter_precedes_last: "contextual", "after-inverted-name", "always" or "never".
        delimiter_precedes_et_al: the same before "et al.".
        et_al_min: so many names or more are shortened; 0 never.
        et_al_use_first: to so many; None: not at all.
        et_al_subsequent_min: the same for cites of an item cited before; 0: as ``et_al_min``.
        et_al_subsequent_use_first: 0: as ``et_al_use_first``.
        et_al_use_last: "A, B, … Z" in place of "A, B et al."
        initialize: off: given names stay, only initials get the mark.
        initialize_with: the mark behind an initial; None: no initials.
        initialize_with_hyphen: keep the hyphen in "J.-L.".
        with_initials: initials stand where disambiguation asks for more, even without
            ``initialize_with`` (givenname-disambiguation-rule "...-with-initials").
        name_as_sort_order: "", "first" or "all" names inverted ("Doe, John").
        sort_separator: between the parts of an inverted name.
        demote_non_dropping_particle: "never", "sort-only" or "display-and-sort".
        family, given: how the parts look.
        format: formatting of cs:name, around each name.
        prefix, suffix: affixes of cs:name, around each name of a person, and around the list if
            it ends with "et al." (as in citeproc-js).
        et_al: the term; "" for none.
        et_al_format: formatting of cs:et-al.
        particle_space: between a particle and the family name (no-break in French, Russian and
            Czech; see `particle_space`).
        sorting: write sort keys: no formatting of the list, no "and", no "et al."
    """

    form: str = "long"
    and_: str | None = None
    delimiter: str = ", "
    delimiter_precedes_last: str = "contextual"
    delimiter_precedes_et_al: str = "contextual"
    et_al_min: int = 0
    et_al_use_first: int | None = None
    et_al_subsequent_min: int = 0
    et_al_subsequent_use_first: int = 0
    et_al_use_last: bool = False
    initialize: bool = True
    initialize_with: str | None = None
    initialize_with_hyphen: bool = True
    with_initials: bool = False
    name_as_sort_order: str = ""
    sort_separator: str = ", "
    demote_non_dropping_particle: str = "display-and-sort"
    family: NamePart = PLAIN
    given: NamePart = PLAIN
    format: Format = same
    prefix: str = ""
    suffix: str = ""
    et_al: str = "et al."
    et_al_format: Format = same
    particle_space: str = " "
    sorting: bool = False
    _names: dict[tuple[Name, bool, int], str] = field(default_factory=dict, init=False, repr=False)
    _lists: dict[tuple[tuple[Name, ...], bool, int, tuple[int, ...]], str] = field(
        default_factory=dict, init=False, repr=False
    )

    def render(
        self,
        names: tuple[Name, ...],
        subsequent: bool = False,
        added: int = 0,
        levels: tuple[int, ...] = (),
    ) -> str:
        """Write a list of names.

        Args:
            names: all names of a variable.
            subsequent: the item was cited before.
            added: disambiguation wants at least so many names shown; 0 does not.
            levels: of each name, as in `one`; missing ones are 0.

        Returns:
            Marked text; "" if there is nothing to show.
        """
        key = (names, subsequent, added, levels)
        text = self._lists.get(key)
        if text is None:
            if len(self._lists) >= _CACHED:
                self._lists.clear()
            text = self._lists[key] = self._render(names, subsequent, added, levels)
        return text

    def one(self, name: Name, inverted: bool = False, level: int = 0) -> str:
        """Write one name, without what cs:name puts around it.

        Args:
            name: of a person or an institution.
            inverted: family name first ("Doe, John").
            level: how much of the given name disambiguation wants: 0 what the style says,
                1 initials, 2 all.
        """
        key = (name, inverted, level)
        text = self._names.get(key)
        if text is None:
            if len(self._names) >= _CACHED:
                self._names.clear()
            text = self._names[key] = self._one(name, inverted, level)
        return text

    def inverted(self, place: int) -> bool:
        """Whether the name at that place (from 0) stands with the family name first."""
        order = self.name_as_sort_order
        return order == "all" or (order == "first" and place == 0)

    def shown(self, count: int, subsequent: bool = False, added: int = 0) -> tuple[int, bool]:
        """How many of so many names stand before "et al." (or the ellipsis), and whether it does.

        Source: CSL 1.0.2, "Et-al abbreviation". As in citeproc-js, an ellipsis is used in first
        cites only, and stands for two names at least.
        """
        least, first = self.et_al_min, self.et_al_use_first
        if subsequent:
            least = self.et_al_subsequent_min or least
            first = self.et_al_subsequent_use_first or first
        if first is None or not least or count < least or first > least:
            return count, False
        first = max(first, added)
        if self.et_al_use_last and not subsequent and not self.sorting:
            if least > 2:
                first = min(first, least - 2)
            elif least == 1 or count < first + 2:
                return count, False
        return (first, True) if first < count else (count, False)

    def places(self, count: int, subsequent: bool = False, added: int = 0) -> tuple[int, ...]:
        """The places (from 0) of the names that are shown; arguments as in `shown`."""
        first, cut = self.shown(count, subsequent, added)
        if cut and first and self.et_al_use_last and not subsequent:
            return (*range(first), count - 1)
        return tuple(range(first))

    # -- lists ------------------------------------------------------------------------------

    def _render(
        self, names: tuple[Name, ...], subsequent: bool, added: int, levels: tuple[int, ...]
    ) -> str:
        cut = self.shown(len(names), subsequent, added)[1]
        last = cut and self.et_al_use_last and not subsequent
        shown = [names[place] for place in self.places(len(names), subsequent, added)]
        texts, inverts = [], []
        for place, name in enumerate(shown):
            inverted = self.inverted(place)
            level = levels[place] if place < len(levels) else 0
            if text := self.one(name, inverted, level):
                texts.append(self._around(text) if name.literal == "" else self.format(text))
                inverts.append(inverted and name.order is Order.GIVEN_FIRST)
        if not texts or self.sorting:
            return self.delimiter.join(texts)
        if not last and (cut or any(name.et_al for name in shown)):
            return self._with_et_al(texts, inverts[-1])
        if len(texts) == 1:
            return texts[0]
        return self.delimiter.join(texts[:-1]) + self._link(last, texts, inverts[-2]) + texts[-1]

    def _around(self, text: str) -> str:
        return self.prefix + self.format(text) + self.suffix

    def _with_et_al(self, texts: list[str], inverted: bool) -> str:
        text = self.delimiter.join(texts)
        tail = self._tail(len(texts), inverted) if self.et_al else ""
        return self.prefix + text + self.format(tail) + self.suffix

    def _tail(self, count: int, inverted: bool) -> str:
        """The term for more names and what stands before it, behind so many names."""
        when = self.delimiter_precedes_et_al
        delimited = (
            when == "always"
            or (when == "after-inverted-name" and inverted)
            or (when not in ("never", "after-inverted-name") and count > 1)
        )
        between = self.delimiter if delimited else " "
        if between == " " and not _SPACED_TERM.match(self.et_al):
            between = ""
        return between + self.et_al_format(self.et_al)

    def _link(self, last: bool, texts: list[str], inverted: bool) -> str:
        """What stands before the last name: delimiter, "and" or ellipsis."""
        when = self.delimiter_precedes_last
        if last:
            delimited = len(texts) > 2 or (when == "after-inverted-name" and inverted)
            return f"{self.delimiter if delimited else ' '}{ELLIPSIS} "
        if self.and_ is None:
            return self.delimiter
        if when == "after-inverted-name":
            delimited = inverted
        elif self._and_spaced:
            delimited = when == "always" or (when != "never" and len(texts) > 2)
        else:
            delimited = when == "always" and len(texts) == 2
        space = " " if self._and_spaced else ""
        before = self.delimiter if delimited else space
        return before + self.and_ + (space if self.and_ != _VAV else "")

    @cached_property
    def _and_spaced(self) -> bool:
        return bool(_SPACED_TERM.match(self.and_ or ""))

    # -- one name ---------------------------------------------------------------------------

    def _one(self, name: Name, inverted: bool, level: int) -> str:
        if name.literal:
            return self.family.format(name.literal)
        given = self.given.write(self._given(name, level))
        family = self.family.write(name.family)
        particle = self.family.write(name.non_dropping)
        if name.order is Order.UNSPACED:
            return particle + family + given
        if self.sorting:
            return self._sort_key(name, level)
        if name.order is not Order.GIVEN_FIRST:
            return _join(" ", self._after(particle, name.joined, family), given)
        # Where the given name does not belong, nothing else does.
        full = self._level(level) > 0
        dropping = self.given.write(name.dropping) if full else ""
        suffix = self._suffix(name) if full else ""
        if inverted:
            return self._inverted(name, particle, family, given, dropping, suffix)
        if dropping and name.dropping_joined and family:
            family, dropping = dropping + family, ""
        family = self._after(dropping, False, self._after(particle, name.joined, family))
        family = _join(", " if name.comma_suffix else " ", family, suffix)
        given, family = self.given.wrap(given), self.family.wrap(family)
        space = "" if given.endswith(_SPACES) or family.startswith(_SPACES) else self._space(level)
        return _join(space, given, family)

    def _inverted(
        self, name: Name, particle: str, family: str, given: str, dropping: str, suffix: str
    ) -> str:
        separator = ", " if name.given in ("Lord", "Lady") else self.sort_separator
        given = _join(" ", given, dropping)
        if self.demote_non_dropping_particle == "display-and-sort":
            given = _join(" ", given, particle)
        else:
            family = self._after(particle, name.joined, family)
        return _join(separator, self.family.wrap(family), self.given.wrap(given), suffix)

    def _sort_key(self, name: Name, level: int) -> str:
        """Family name, given name, suffix; spaces between (CSL 1.0.2, "Sorting")."""
        given = self._given(name, level)
        particle = _APOSTROPHE.sub("", name.non_dropping, count=1)
        if name.order is Order.FAMILY_FIRST:
            return _join(" ", particle, name.family, given)
        full = self._level(level) > 0
        dropping = _APOSTROPHE.sub("", name.dropping, count=1) if full else ""
        suffix = self._suffix(name) if full else ""
        if self.demote_non_dropping_particle == "never":
            family = _join(self.particle_space, particle, name.family)
            return _join(" ", family, dropping, given, suffix)
        return _join(" ", name.family, given, dropping, particle, suffix)

    def _level(self, level: int) -> int:
        """0 no given name, 1 initials, 2 all of it."""
        if self.form != "long":
            return level
        return max(level, 2 if self.initialize_with is None else 1)

    def _given(self, name: Name, level: int) -> str:
        given = name.given
        if not name.family:
            return given
        level = self._level(level)
        if level == 0:
            return ""
        if level == 1 and given and (self.initialize_with is not None or self.with_initials):
            mark = self.initialize_with or ""
            return initials(given, mark, self.initialize_with_hyphen, self.initialize)
        return given

    def _suffix(self, name: Name) -> str:
        suffix = name.suffix
        if suffix and self.initialize_with is not None:
            suffix = initials(suffix, self.initialize_with, self.initialize_with_hyphen, False)
        return suffix.replace(".", "") if self.family.strip_periods else suffix

    def _after(self, particle: str, joined: bool, family: str) -> str:
        return _join("" if joined else self.particle_space, particle, family)

    def _space(self, level: int) -> str:
        """Between given and family name: no break where there is none between initials."""
        mark = self.initialize_with
        if mark and self._level(level) == 1 and (_NO_BREAK[0] in mark or _NO_BREAK[1] in mark):
            return self.particle_space
        return " "


def particle_space(language: str) -> str:
    """The space between particle and family name in a style of that default locale."""
    return "\u00a0" if language[:2] in ("fr", "ru", "cs") else " "


def _join(separator: str, *parts: str) -> str:
    return separator.join([part for part in parts if part])
