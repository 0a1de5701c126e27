"""CSL 1.0.2, "Group": what stands together or not at all."""

from __future__ import annotations

from archive.cite.csl import rich_text
from archive.cite.csl.compiling import Element, Render, Scope, compile_children
from archive.cite.csl.context import Context


def compile_group(element: Element, scope: Scope) -> Render | None:
    """A group: silent if it asks for variables and none has a value.

    A group that prints counts as a variable with a value for the group around it.
    """
    delimiter = rich_text.affix(element.get("delimiter", ""))
    parts = compile_children(element, scope.within(delimiter))
    if not parts:
        return None
    around = scope.wrap(element.attrib, quotes=False, container=True)
    assert around  # of a container

    def render(c: Context) -> str:
        called, filled, worded = c.called, c.filled, c.worded
        c.called = c.filled = c.worded = False
        text = delimiter.join([made for part in parts if (made := part(c))])
        if c.filled or (c.worded and not c.called):
            c.called, c.filled, c.worded = called, True, worded
            return around(text, c.english)
        c.called, c.filled, c.worded = c.called or called, filled, worded
        return ""

    return render
