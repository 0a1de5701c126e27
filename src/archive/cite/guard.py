"""The guard around citeproc-py: what goes in is made safe, and no exception of its own comes out.

The engine lower-cases ids, so items get opaque ones. It escapes no HTML, so it is given marks to
format with, and escaping comes last (``archive.cite.rich``). It breaks on empty variables and on
lists that it does not know, so those are left out. It writes into the style it works with, so
each bibliography gets a style of its own. It warns on standard error of what it does not know;
nothing that it does not know is handed to it.
"""

# mypy: disable-error-code="no-untyped-call"
# (the library has no types)
from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

from citeproc import model
from citeproc.frontend import CitationStylesBibliography, CitationStylesStyle
from citeproc.source import Citation, CitationItem, VariableError
from citeproc.source.json import CiteProcJSON
from citeproc.string import String
from lxml import etree

from archive.cite import Item, rich
from archive.cite.csl import style_file
from archive.cite.csl.styles import StyleFile
from archive.cite.items import clean
from archive.cite.mends import ELEMENTS
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
    return lambda text: String(f"{mark}{text}{rich.CLOSE}") if text else text


_FORMATTER = SimpleNamespace(
    preformat=str,
    Italic=_marker(rich.ITALIC),
    Oblique=_marker(rich.ITALIC),
    Bold=_marker(rich.BOLD),
    Light=lambda text: text,
    Underline=_marker(rich.UNDERLINE),
    Superscript=_marker(rich.SUPERSCRIPT),
    Subscript=_marker(rich.SUBSCRIPT),
    SmallCaps=_marker(rich.SMALL_CAPITALS),
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
        self.root.set_locale_list(locale, validate=False)


def bibliography(items: Sequence[Item], style: StyleFile, locale: str) -> list[str]:
    """Format each item: an ``archive.cite.Engine``."""
    named = [clean(item) for item in items]
    opaque = [{**item, "id": f"i{n}"} for n, (_, item) in enumerate(named)]
    try:
        sheet = _Sheet(style, locale)
        source = CiteProcJSON(opaque)
        engine = CitationStylesBibliography(sheet, source, _FORMATTER)
        cites = [CitationItem(item["id"]) for item in opaque]
        for cite in cites:
            engine.register(Citation([cite]))
    except _FAILURES as error:
        raise CannotCite(style.name, named[0][0], _what(error)) from error
    return [
        _entry(sheet, cite, style.name, name) for cite, (name, _) in zip(cites, named, strict=True)
    ]


def _entry(sheet: _Sheet, cite: CitationItem, style: str, item: str) -> str:
    try:
        if sheet.has_bibliography():
            made = sheet.render_bibliography([cite])
        else:
            made = [sheet.render_citation(cite.citation, [], None)]
    except _FAILURES as error:
        raise CannotCite(style, item, _what(error)) from error
    entry = rich.settle(str(made[0])) if made and made[0] else ""
    if not rich.to_text(entry):
        raise CannotCite(style, item, "the style prints nothing for it")
    return entry


def _what(error: BaseException) -> str:
    return f"the engine citeproc-py fails on it ({type(error).__name__}: {error})"
