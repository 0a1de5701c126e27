"""CSL 1.0.2, "Group": what stands together or not at all."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from archive.cite.csl import rich_text
from archive.cite.csl.compiling import Render, Scope, compile_children
from archive.cite.csl.context import Context
from archive.cite.csl.formatting import Wrap


def compile_group(element: Element, scope: Scope) -> Render | None:
    """A group, with a delimiter between its parts."""
    delimiter = rich_text.affix(element.get("delimiter", ""))
    parts = compile_children(element, scope.within(delimiter))
    if not parts:
        return None
    return grouped(
        lambda c: delimiter.join([made for part in parts if (made := part(c))]),
        scope.wrap(element.attrib, quotes=False, container=True),
    )


def grouped(body: Render, around: Wrap | None) -> Render:
    """What prints a body as a group: silent if it asks for variables and none has a value.

    A group that prints counts as a variable with a value for the group around it. A macro is a
    group, too, where ``cs:text`` calls it (CSL 1.0.2, "Group"; ``group_SuppressTermInMacro``).
    """

    def render(c: Context) -> str:
        called, filled, worded, begun = c.called, c.filled, c.worded, c.begun
        c.begun = begun or filled or worded
        c.called = c.filled = c.worded = False
        text = body(c)
        c.begun = begun
        if c.filled or (c.worded and not c.called):
            c.called, c.filled, c.worded = called, True, worded
            return around(text, c.english) if around else text
        c.called, c.filled, c.worded = c.called or called, filled, worded
        return ""

    return render
