"""CSL 1.0.2, "Label": the term for a variable, in the singular or the plural."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from archive.cite.csl.compiling import Render, Scope
from archive.cite.csl.context import WORDED, Context
from archive.cite.csl.elements import number


def compile_label(element: Element, scope: Scope) -> Render | None:
    """A label outside names.

    Without its variable it stands there all the same, as in citeproc-js, which many styles count
    on (``label`` of the number before the issue); a group is silent without a variable.
    """
    name = element.get("variable", "")
    form, plural = element.get("form", "long"), element.get("plural", "contextual")
    around = scope.wrap(element.attrib)
    locale, numbers = scope.style.locale, scope.style.numbers

    def render(c: Context) -> str:
        text = number.value(c, name, c.item.texts)
        if text:
            many = plural == "always" or (
                plural == "contextual" and numbers.is_plural(text, name, c.cite.label)
            )
            own = numbers.term(text, name, c.cite.label)
        else:
            many, own = plural == "always", ""
        term = locale.term(_term(c, name, own), form, many)
        if not term:
            return ""
        c.state |= WORDED
        return around(term, c.item.cased) if around else term

    return render


def _term(c: Context, name: str, inner: str) -> str:
    """The name of the term: the value may bring its own label."""
    return inner or (c.cite.label if name == "locator" else name)
