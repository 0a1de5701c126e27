"""A style: read once, compiled piece by piece as items need it, and kept.

CSL 1.0.2, "Style Structure", "Global Options".
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from archive.cite.csl import (
    elements,  # noqa: F401  (the kinds of elements register themselves)
    rich_text,
    style_file,
    styles,
)
from archive.cite.csl.compiling import Scope, inherited
from archive.cite.csl.layout import Layout, compile_layout
from archive.cite.csl.locale import Locale
from archive.cite.csl.numbers import Numbers
from archive.cite.csl.style_file import CSL
from archive.cite.csl.tree import Quotes

#: Variables that carry the year suffix; where a style prints them, dates do not.
_SUFFIXED = ("year-suffix", "citation-label")


class Style:
    """A CSL style, for one locale.

    Args:
        source: a name or an address of an installed style, the path of a ``.csl`` file, or the
            bytes of one. A dependent style takes the rules of its parent.
        locale: ``de-AT``; the style's own if None. One that does not exist falls back as CSL
            says ("Locale Fallback").

    Raises:
        UnknownName: no such style.
        BadStyle: the style is broken; the error names the place in it.
    """

    def __init__(self, source: str | Path | bytes, locale: str | None = None) -> None:
        self.name, self.title, own, root = _read(source)
        self.root = root
        self.locale = Locale.load(locale or own, root.findall(f"{CSL}locale"))
        self.quotes = _quotes(self.locale)
        self.read_text = rich_text.reader(self.quotes)
        self.macros = {str(macro.get("name")): macro for macro in root.findall(f"{CSL}macro")}
        self.notes = root.get("class") == "note"
        self.demote = root.get("demote-non-dropping-particle", "display-and-sort")
        self.hyphen = root.get("initialize-with-hyphen", "true") == "true"
        self.citation = _area(root, "citation")
        self.bibliography = _area(root, "bibliography")
        self.numeric = any(
            text.get("variable") == "citation-number" for text in root.iter(f"{CSL}text")
        )
        self.groups_cites = bool(self.option("collapse") and not self.notes) or bool(
            self.option("cite-group-delimiter")
        )
        self.prints_year_suffix = any(
            text.get("variable") in _SUFFIXED for text in root.iter(f"{CSL}text")
        )
        self.has_conditions = any(branch.get("disambiguate") == "true" for branch in root.iter())
        self._layouts: dict[tuple[str, str], Layout] = {}
        self.numbers = Numbers(self.locale, root.get("page-range-format", ""))

    def option(self, name: str, otherwise: str = "") -> str:
        """An option of the citation (CSL 1.0.2, "Citation-specific Options")."""
        return "" if self.citation is None else self.citation.get(name, otherwise)

    def layout(self, area: str, type_: str) -> Layout:
        """The layout of ``citation`` or ``bibliography`` for a type of item, compiled once."""
        found = self._layouts.get((area, type_))
        if found is None:
            element = self.citation if area == "citation" else self.bibliography
            assert element is not None
            scope = Scope(self, area, type_, inherited(self.root.attrib, element.attrib))
            found = self._layouts[area, type_] = compile_layout(element, scope)
        return found


def _area(root: Element, name: str) -> Element | None:
    return root.find(f"{CSL}{name}")


def _read(source: str | Path | bytes) -> tuple[str, str, str, Element]:
    """Name, title, locale and root element of a style."""
    if isinstance(source, bytes):
        root = style_file.read(source, "(style)")
        title, locale, parent = styles.about(root)
        if not parent:
            return "(style)", title, locale, root
        found = styles.of_parent("(style)", title, locale, parent)
    else:
        found = styles.resolve(str(source))
    root = style_file.read(found.path, found.name, trusted=found.installed)
    return found.name, found.title, found.locale, root


def _quotes(locale: Locale) -> Quotes:
    names = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
    return Quotes(*(locale.raw_term(name) or "" for name in names))
