"""The guard around citeproc-py: what goes in is made safe, and no exception of its own comes out.

The engine lower-cases ids, so items get opaque ones. It escapes no HTML, so it is given the marks
of ``archive.cite.csl.marks`` to format with, and what it prints becomes a tree as with our own
engine. It breaks on empty variables and on lists that it does not know, so those are left out. It
writes into the style it works with, so each bibliography gets a style of its own. It warns on
standard error of what it does not know; nothing that it does not know is handed to it.
"""

# mypy: disable-error-code="no-untyped-call"
# (the library has no types)
from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

from citeproc import model
from citeproc.frontend import CitationStylesBibliography, CitationStylesStyle
from citeproc.source import Citation, CitationItem, VariableError
from citeproc.source.json import CiteProcJSON
from citeproc.string import String
from lxml import etree

from archive.cite.citeproc_py.items import LESS_THAN, clean
from archive.cite.citeproc_py.mends import ELEMENTS
from archive.cite.csl import marks, punctuation, rich_text, style_file
from archive.cite.csl.locale import Locale
from archive.cite.csl.processor import Bibliography, BibliographyEntry
from archive.cite.csl.styles import StyleFile
from archive.cite.csl.tree import Quotes, Tree, plant, text_of
from archive.errors import CannotCite

#: What the engine raises on styles that go beyond it. (It has no exceptions of its own for this.)
_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    RecursionError,
    TypeError,
    ValueError,
    VariableError,
)


def _marker(mark: str) -> type[String] | Any:
    return lambda text: String(f"{mark}{text}{marks.CLOSE}") if text else text


_FORMATTER = SimpleNamespace(
    preformat=str,
    Italic=_marker(marks.ITALIC),
    Oblique=_marker(marks.OBLIQUE),
    Bold=_marker(marks.BOLD),
    Light=_marker(marks.LIGHT),
    Underline=_marker(marks.UNDERLINE),
    Superscript=_marker(marks.SUPERSCRIPT),
    Subscript=_marker(marks.SUBSCRIPT),
    SmallCaps=_marker(marks.SMALL_CAPS),
)


class _Sheet(CitationStylesStyle):
    """A style as the engine wants it, parsed by our own rules and with our own elements."""

    def __init__(self, style: StyleFile, locale: str) -> None:
        classes = {
            cls.__name__.replace("_", "-").lower(): cls
            for cls in model.CitationStylesElement.__subclasses__()
        }
        lookup = etree.ElementNamespaceClassLookup()
        made = lookup.get_namespace(style_file.NAMESPACE)
        made[None] = model.CitationStylesElement
        made.update(classes | ELEMENTS)
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        parser.set_element_class_lookup(lookup)
        checked = style_file.read(style.path, style.name, trusted=style.installed)
        root: Any = etree.fromstring(ElementTree.tostring(checked), parser)
        self.root = root
        self.locales = checked.findall(f"{{{style_file.NAMESPACE}}}locale")
        self.root.set_locale_list(locale, validate=False)


class _Print:
    """How what the engine prints becomes a tree."""

    def __init__(self, sheet: _Sheet, locale: str) -> None:
        words = Locale.load(locale, sheet.locales)
        names = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
        self.quotes = Quotes(*(words.raw_term(name) or "" for name in names))
        self.in_quotes = words.punctuation_in_quote
        self.read = rich_text.reader(self.quotes)

    def tree(self, marked: str) -> Tree:
        """The tree of a citation."""
        settled = punctuation.settle(marked.strip(), self.in_quotes)
        return plant(settled.replace(LESS_THAN, "<"), self.quotes)


def bibliography(
    items: Sequence[Mapping[str, Any]], style: StyleFile, locale: str
) -> tuple[Bibliography, list[CannotCite]]:
    """The items as entries, in the order given, and what cannot be formatted.

    Raises:
        BadStyle: the style is broken; the error names the place in it.
        BadItem: an item is not CSL-JSON.
        CannotCite: the engine fails on the style.
    """
    sheet = _Sheet(style, locale)
    print_ = _Print(sheet, locale)
    named = [clean(item, print_.read) for item in items]
    opaque = [{**item, "id": f"i{n}"} for n, (_, item) in enumerate(named)]
    try:
        engine = CitationStylesBibliography(sheet, CiteProcJSON(opaque), _FORMATTER)
        cites = [CitationItem(item["id"]) for item in opaque]
        for cite in cites:
            engine.register(Citation([cite]))
    except _FAILURES as error:
        raise CannotCite(style.name, named[0][0], _what(error)) from error
    made, failures = [], []
    for cite, (name, _) in zip(cites, named, strict=True):
        try:
            made.append(BibliographyEntry(name, _entry(sheet, cite, style.name, name, print_)))
        except CannotCite as failure:
            failures.append(failure)
    return Bibliography(tuple(made)), failures


def _entry(sheet: _Sheet, cite: CitationItem, style: str, item: str, print_: _Print) -> Tree:
    try:
        if sheet.has_bibliography():
            made = sheet.render_bibliography([cite])
        else:
            made = [sheet.render_citation(cite.citation, [], None)]
    except _FAILURES as error:
        raise CannotCite(style, item, _what(error)) from error
    entry = print_.tree(str(made[0])) if made and made[0] else ()
    if not text_of(entry).strip():
        raise CannotCite(style, item, "the style prints nothing for it")
    return entry


def _what(error: BaseException) -> str:
    return f"the engine citeproc-py fails on it ({type(error).__name__}: {error})"
