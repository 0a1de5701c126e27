"""CSL 1.0.2, "Date": the element; dates themselves are in ``dates``."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from archive.cite.csl import dates, edges
from archive.cite.csl.compiling import Render, Scope
from archive.cite.csl.context import CALLED, FILLED, Context
from archive.cite.csl.style_file import CSL


def compile_date(element: Element, scope: Scope) -> Render | None:
    """A date, in the style's own parts or in the locale's form."""
    name = element.get("variable", "")
    style = scope.style
    parts = [dict(child.attrib) for child in element.findall(f"{CSL}date-part")]
    if scope.stripping:
        parts = [part | {"strip-periods": "true"} for part in parts]
    if scope.sorting:
        return _key(name, dates.shown_parts(element.attrib, parts, style.locale))
    write = dates.compile_date(element.attrib, parts, style.locale)
    around = scope.wrap(element.attrib, quotes=False, container=True, level=True)
    # works that differ in the day of reading only are not told apart by it (as citeproc-js)
    accessed = name == "accessed"
    shows_year = "year" in dates.shown_parts(element.attrib, parts, style.locale)
    carries_suffix = shows_year and not style.prints_year_suffix

    def render(c: Context) -> str:
        c.state |= CALLED
        date = c.dates.get(name)
        if date is None or (accessed and c.skeleton is not None):
            return ""
        suffix = c.suffix if carries_suffix and not date.literal else ""
        text = write(date, suffix)
        if not text:
            return ""
        c.state |= FILLED
        if suffix:
            c.suffix = ""
            if text.endswith(suffix):
                text += edges.NUMBER
        if c.hiding:
            c.hide(name)
        return around(text, c.english) if around else text

    return render


def _key(name: str, parts: frozenset[str]) -> Render:
    def render(c: Context) -> str:
        c.state |= CALLED
        date = c.dates.get(name)
        if date is None:
            return ""
        c.state |= FILLED
        key = dates.sort_key(date, parts)
        if c.date_keys is not None:
            c.date_keys.append(key)
        return key

    return render
