"""Writers of what is printed (``archive.cite.csl.tree``): one format a file, with two functions.

``write(tree)`` is one entry or citation, to stand in a line; ``bibliography(printed)`` is a whole
one, set as the style wants it. Both end where the text ends: only a bibliography ends its line.
Every file has one escaping function; nothing reaches the output but through it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from archive.cite.csl.tree import Tree
from archive.cite.csl.writers._printed import Bibliography
from archive.errors import UnknownName


class Writer(NamedTuple):
    """One format."""

    write: Callable[[Tree], str]
    bibliography: Callable[[Bibliography], str]


#: What each format is called by users; the module of that name is imported when it is asked for.
WRITERS = {
    "ansi": "text for terminals",
    "html": "HTML",
    "latex": "LaTeX",
    "markdown": "Markdown",
    "rst": "reStructuredText",
    "rtf": "Rich Text Format",
    "text": "plain text",
}


def load(name: str) -> Writer:
    """The writer of that name.

    Raises:
        UnknownName: there is none; the hint names the nearest.
    """
    if name not in WRITERS:
        raise UnknownName("output format", name, WRITERS, "archive cite --help")
    module = import_module(f"{__name__}.{name}")
    return Writer(module.write, module.bibliography)
