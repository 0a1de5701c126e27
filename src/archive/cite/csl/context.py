"""What is known while one cite, or one entry of a bibliography, is put together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from archive.cite.csl.clusters import Cite
from archive.cite.csl.items import Item

if TYPE_CHECKING:
    from archive.cite.csl.disambiguation import GivenNames
    from archive.cite.csl.elements.names import NameSet
    from archive.cite.csl.reference_grouping import Predecessor

CALLED, WORDED, FILLED, BEGUN = 1, 2, 4, 8  # the state of a group
FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = range(4)  # positions (CSL 1.0.2, "Choose")


class Entry:
    """What the document has settled about an item: its number, and what tells it apart.

    Attributes:
        number: citation number, counted from 1; 0 while there is none.
        names: how many names of each name set are shown; empty: what the style says.
        givens: for each name set, the level of each given name (``disambiguation``).
        condition: how many conditions ``disambiguate="true"`` hold.
        suffix: year suffix, counted from 0; -1 while there is none.
        listed: where given names are added, how many names of each name set the bibliography
            shows at least, and the levels of their given names: those of the cite.
        known: the given names that are told apart wherever they stand, if the rule is that.
        note: the first note that cites it; 0 if none does.
    """

    __slots__ = ("condition", "givens", "known", "listed", "names", "note", "number", "suffix")

    def __init__(self) -> None:
        self.number = 0
        self.names: tuple[int, ...] = ()
        self.givens: tuple[tuple[int, ...], ...] = ()
        self.condition = 0
        self.suffix = -1
        self.listed: tuple[tuple[int, ...], tuple[tuple[int, ...], ...]] = ((), ())
        self.known: GivenNames | None = None
        self.note = 0


class Context:
    """The state of one rendering; elements read it and note in it what they printed.

    ``state`` says of the group at hand whether a variable was asked for (``CALLED``), a term or a
    text of the style's was meant to be printed (``WORDED``), a variable had a value (``FILLED``),
    and whether something was printed before it (``BEGUN``).
    """

    __slots__ = (
        "apart", "cite", "collapsed", "conditions", "creators",
        "date_keys", "dates", "english", "entry", "first_note", "hiding", "item", "listed", "names",
        "near", "position", "predecessor", "sets", "skeleton", "sorting", "state", "suffix",
        "suppressing", "texts",
    )  # fmt: skip

    def __init__(self, item: Item, entry: Entry, cite: Cite, *, listed: bool = False) -> None:
        self.item = item
        self.texts: Mapping[str, str] = item.texts
        self.names = item.names
        self.dates = item.dates
        self.english = item.english
        self.entry = entry
        self.cite = cite
        self.listed = listed  # in the bibliography
        self.position = FIRST
        self.near = False
        self.first_note = 0
        self.state = 0
        self.hiding = False  # variables are printed once: something is substituted
        self.suffix = ""  # year suffix still to be printed
        self.conditions = 0  # conditions ``disambiguate="true"`` asked so far
        self.sets = 0  # name sets printed so far
        self.creators: str | None = None  # the first names printed, or what stands for them
        self.apart = False  # names were printed or a text asked for, as in no collapsed cite
        self.collapsed = False  # leave the first names out: they stand in the cite before
        self.suppressing = cite.suppress_author
        self.predecessor: Predecessor | None = None
        self.skeleton: list[NameSet] | None = None  # names are left open, for disambiguation
        self.sorting = False
        self.date_keys: list[str] | None = None  # dates of the macro that is a sort key

    def hide(self, *variables: str) -> None:
        """Take variables as empty from here on (CSL 1.0.2, "Substitute")."""
        self.texts = {name: text for name, text in self.texts.items() if name not in variables}
        self.names = {name: names for name, names in self.names.items() if name not in variables}
        self.dates = {name: date for name, date in self.dates.items() if name not in variables}
