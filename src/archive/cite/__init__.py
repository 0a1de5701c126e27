"""CSL-JSON and a style in, formatted citations out. Knows no record.

``bibliography`` is all that the rest of the program needs. Which engine formats is settled here
and nowhere else: an engine is whatever fits ``Engine``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from archive.cite import rich
from archive.cite.csl import locales, styles
from archive.errors import UnknownName

Item = Mapping[str, Any]  # a CSL-JSON item

#: Locales of guides whose styles name none: Cite Them Right is British.
HOME = {"harvard-cite-them-right": "en-GB"}


class Engine(Protocol):
    """What formats: one entry an item, in the order given, as marked text (``archive.cite.rich``).

    It raises ``BadStyle``, ``BadItem`` or ``CannotCite``, and nothing else.
    """

    def __call__(self, items: Sequence[Item], style: styles.StyleFile, locale: str) -> list[str]:
        """Format the items in this style, with the terms and the dates of ``locale``."""


def bibliography(
    items: Sequence[Item], style: str, locale: str | None = None, form: str = "text"
) -> list[str]:
    """Format items as entries of a bibliography, in one form. As ``bibliographies`` otherwise."""
    return bibliographies(items, style, locale, [form])[form]


def bibliographies(
    items: Sequence[Item], style: str, locale: str | None, forms: Sequence[str]
) -> dict[str, list[str]]:
    """Format items as entries of a bibliography, once for all the forms they are wanted in.

    Args:
        items: CSL-JSON items, each with an ``id`` and a ``type``. Variables that are empty, or
            that CSL does not define, are left out.
        style: a name, an alias, or the path of a ``.csl`` file (``styles.resolve``).
        locale: ``en-GB``, or a language (``de``); the style's own if not given.
        forms: ``text``, ``html`` (a fragment; ``&``, ``<`` and ``>`` escaped).

    Returns:
        For each form, one entry an item, in the order given, which is also the order that a
        numeric style counts in. A style that has no bibliography gives the note of a first
        citation.

    Raises:
        UnknownName: no such style, locale or form; the hint names the nearest.
        BadStyle: the style is broken; the error names the place in it.
        BadItem: an item is not CSL-JSON.
        CannotCite: the style or the engine cannot format an item.
    """
    for form in forms:
        if form not in rich.FORMS:
            raise UnknownName("form of citation", form, rich.FORMS, "archive cite --help")
    found = styles.resolve(style)
    own = found.locale or HOME.get(found.path.stem, "")
    chosen = locales.resolve(locale) if locale else locales.of_style(own)
    entries = _engine()(items, found, chosen) if items else []
    return {form: [rich.FORMS[form](entry) for entry in entries] for form in forms}


def _engine() -> Engine:
    """The engine, imported late: a command that only lists styles does not wait for it."""
    from archive.cite.guard import bibliography as citeproc_py

    return citeproc_py
