"""CSL 1.0.2, "Group": what stands together or not at all."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from archive.cite.csl import edges, rich_text
from archive.cite.csl.compiling import Render, Scope, compile_children, sequence
from archive.cite.csl.context import BEGUN, CALLED, FILLED, WORDED, Context
from archive.cite.csl.formatting import Wrap

_SAID = CALLED | WORDED


def compile_group(element: Element, scope: Scope) -> Render | None:
    """A group, with a delimiter between its parts."""
    delimiter = edges.delimiting(rich_text.affix(element.get("delimiter", "")))
    body = sequence(compile_children(element, scope.within(delimiter)), delimiter)
    if body is None:
        return None
    around = scope.wrap(element.attrib, quotes=False, container=True, level=True)
    return grouped(body, around)


def grouped(body: Render, around: Wrap | None) -> Render:
    """What prints a body as a group: silent if it asks for variables and none has a value.

    A group that prints counts as a variable with a value for the group around it. A macro is a
    group, too, where ``cs:text`` calls it (CSL 1.0.2, "Group"; ``group_SuppressTermInMacro``).
    """

    def render(c: Context) -> str:
        before = c.state
        c.state = BEGUN if before > CALLED else 0
        text = body(c)
        state = c.state
        if state & FILLED or state & _SAID == WORDED:
            c.state = before | FILLED
            return around(text, c.english) if around else text
        c.state = before | state & CALLED
        return ""

    return render
