"""CSL 1.0.2, "Text": a variable, a macro, a term or a text of the style's."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

from archive.cite.csl import citation_label, edges, marks
from archive.cite.csl.compiling import Render, Scope, compile_macro
from archive.cite.csl.context import CALLED, FILLED, WORDED, Context
from archive.cite.csl.elements import number
from archive.cite.csl.elements.group import grouped
from archive.cite.csl.formatting import Wrap
from archive.cite.csl.items import NUMBERS

_ADDRESSES = frozenset(("URL", "DOI", "PMID", "PMCID"))
_HTTP = re.compile("https?://", re.IGNORECASE)
_RESOLVER = re.compile(r"https?://\S*\Z", re.IGNORECASE)


def compile_text(element: Element, scope: Scope) -> Render | None:
    """What the element prints, by the first of its attributes that says it."""
    if name := element.get("macro"):
        inside = scope
        if element.get("strip-periods") == "true":
            inside = replace(scope, stripping=True, macros={})
        body = compile_macro(name, inside)
        return body and grouped(body, scope.wrap(element.attrib, container=True, level=True))
    if element.get("variable") in _ADDRESSES:
        return _address(element, scope)
    around = scope.wrap(element.attrib, level=number.is_level(element))
    if name := element.get("term"):
        return _term(element, name, scope, around)
    if name := element.get("variable"):
        return _variable(name, element.get("form", "long"), scope, around)
    return _value(scope.style.read_text(element.get("value", "")), around)


def _value(text: str, around: Wrap | None) -> Render | None:
    if not text:
        return None
    constant = _constant(edges.on_its_own(text), around)

    def render(c: Context) -> str:
        c.state |= WORDED
        return constant(c)

    return render


def _constant(text: str, around: Wrap | None) -> Render:
    """The text of a style, which is the same for all items but for its case."""
    if around is None:
        return lambda _: text
    english, other = around(text, True), around(text, False)
    return lambda c: english if c.item.cased else other


def _term(element: Element, name: str, scope: Scope, around: Wrap | None) -> Render | None:
    form, plural = element.get("form", "long"), element.get("plural") == "true"
    text = scope.style.locale.term(name, form, plural)
    if not text:
        return None
    lowered = element.get("text-case") == "lowercase"  # which comes after, and wins
    if (scope.area == "bibliography" or scope.style.notes) and not lowered:
        text = marks.CAPITAL + text
    constant = _constant(text, around)

    def render(c: Context) -> str:
        c.state |= WORDED
        made = constant(c)
        if c.suppressing and c.creators is not None:  # it follows names that are left out
            return made.replace(marks.CAPITAL, "")
        return made

    return render


def _variable(name: str, form: str, scope: Scope, around: Wrap | None) -> Render:
    special = _SPECIAL.get(name)
    if special:
        return _special(special, around)
    if name in NUMBERS:
        made = number.compile_variable(name, scope, around)
        return made if name == "locator" else _setting_apart(made)
    return _field(_names_of(name, form), around)


def _setting_apart(render: Render) -> Render:
    def marked(c: Context) -> str:
        c.apart = True
        return render(c)

    return marked


def _names_of(name: str, form: str) -> tuple[str, ...]:
    """The variables to look for, in this order (CSL 1.0.2, "Text", ``form``)."""
    return (f"{name}-short", name) if form == "short" else (name,)


def _field(names: tuple[str, ...], around: Wrap | None) -> Render:
    first, second = names[0], names[-1]

    def render(c: Context) -> str:
        c.state |= CALLED
        c.apart = True
        text = c.texts.get(first) or c.texts.get(second)
        if not text:
            return ""
        c.state |= FILLED
        if c.hiding:
            c.hide(*names)
            if c.predecessor and c.creators is None:
                text = c.predecessor.substitute_text(text)
        return around(text, c.english) if around else text

    return render


def _address(element: Element, scope: Scope) -> Render:
    """An address or an identifier, as a link: no quotation marks or markup are read in it.

    The link takes in what the prefix has of the address, ``https://doi.org/`` (CSL 1.0.2, "Links").
    """
    name, prefix = element.get("variable", ""), element.get("prefix", "")
    resolver = "".join(_RESOLVER.findall(prefix))
    around = scope.wrap({**element.attrib, "prefix": prefix.removesuffix(resolver)})

    def render(c: Context) -> str:
        c.state |= CALLED
        c.apart = True
        if name not in c.texts:
            return ""
        c.state |= FILLED
        if c.hiding:
            c.hide(name)
        text = marks.clean(str(c.item.raw[name])).strip()
        if _HTTP.match(text):  # what has its resolver already
            text = f"{resolver}{marks.LINK}{text}{marks.CLOSE}"
        else:
            text = f"{marks.LINK}{resolver}{text}{marks.CLOSE}"
        return around(text, c.english) if around else text

    return render


def _special(value: Callable[[Context], str], around: Wrap | None) -> Render:
    def render(c: Context) -> str:
        c.state |= CALLED
        text = value(c)
        if not text:
            return ""
        c.state |= FILLED
        return around(text, c.english) if around else text

    return render


def _year_suffix(c: Context) -> str:
    # A group that asks for it is printed without one, too: "n.d." stands in it (as citeproc-js).
    c.state |= FILLED
    text, c.suffix = c.suffix, ""
    return text and text + edges.NUMBER


def _citation_label(c: Context) -> str:
    label = c.texts.get("citation-label") or citation_label.label(c.item)
    return label + (_year_suffix(c) if c.skeleton is None else "")


_SPECIAL: dict[str, Callable[[Context], str]] = {
    "year-suffix": _year_suffix,
    "citation-label": _citation_label,
    "citation-number": lambda c: str(c.entry.number) if c.entry.number else "",
    "first-reference-note-number": lambda c: str(c.first_note) if c.first_note else "",
}
