"""CSL 1.0.2, "Number": a number variable as digits, an ordinal or a Roman number."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from archive.cite.csl import edges, page_ranges, rich_text
from archive.cite.csl.compiling import Render, Scope
from archive.cite.csl.context import CALLED, FILLED, Context
from archive.cite.csl.formatting import Wrap
from archive.cite.csl.items import NUMBERS


def compile_number(element: Element, scope: Scope) -> Render | None:
    """``cs:number``: what is no number is printed as it is."""
    around = scope.wrap(element.attrib, level=is_level(element))
    return compile_variable(
        element.get("variable", ""), scope, around, element.get("form", "numeric")
    )


def is_level(element: Element) -> bool:
    """Whether the element prints a number as citeproc-js has them: not one of the document's."""
    name = element.get("variable", "")
    return name in NUMBERS and name not in ("citation-number", "first-reference-note-number")


def compile_variable(name: str, scope: Scope, around: Wrap | None, form: str = "numeric") -> Render:
    """A number variable; pages and locators get the range format of the style."""
    printing = not scope.sorting
    write, read_text = scope.style.numbers.write, scope.style.read_text

    def render(c: Context) -> str:
        c.state |= CALLED
        text = value(c, name)
        if not text:
            return ""
        if name == "locator":
            text = rich_text.number(text, read_text)
        c.state |= FILLED
        if c.hiding:
            c.hide(name)
        made = write(text, name, form, c.cite.label)
        if printing and made[:1].isdigit() and made[-1].isalnum():
            made += edges.NUMBER
        return around(made, c.english) if around else made

    return render


def value(c: Context, name: str, texts: Mapping[str, str] | None = None) -> str:
    """The value of a number variable, which may belong to the cite; empty if there is none.

    Args:
        texts: where to look for it; if None, among what was not printed in place of names.
    """
    texts = c.texts if texts is None else texts
    if name == "locator":
        return c.cite.locator
    if name == "citation-number":
        return str(c.entry.number) if c.entry.number else ""
    if name == "first-reference-note-number":
        return str(c.first_note) if c.first_note else ""
    if name == "page-first":
        return texts.get(name) or page_ranges.first(texts.get("page", ""))
    return texts.get(name, "")
