"""Front matter: the lines of metadata over a Markdown text, ``title: Rain`` between two ``---``.

Only single values are told, and values of lists one by one; a text over several lines is not. What
is told is what stands there to the character: a value with an escape in it is left out.

Source: https://jekyllrb.com/docs/front-matter/, https://gohugo.io/content-management/front-matter/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.model.document import Bounds, Told

_MOST = 200  # lines
_YAML = re.compile(r"---[ \t]*\n")
_TOML = re.compile(r"\+\+\+[ \t]*\n")
_YAML_END = re.compile(r"(?:---|\.\.\.)[ \t]*\Z")
_TOML_END = re.compile(r"\+\+\+[ \t]*\Z")
_YAML_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?P<items>(?:-[ \t]+)*)"
    r"(?:(?P<key>[\w][\w .-]{0,60}?|\"[^\"\n]{1,60}\"|'[^'\n]{1,60}')[ \t]*:(?=[ \t]|\Z))?"
    r"[ \t]*(?P<value>.*?)[ \t]*\Z"
)
_TOML_LINE = re.compile(
    r"[ \t]*(?P<key>[\w.-]{1,60}|\"[^\"\n]{1,60}\")[ \t]*=[ \t]*(?P<value>.*?)[ \t]*\Z"
)
_TABLE = re.compile(r"[ \t]*\[{1,2}(?P<name>[\w.-]{1,60})\]{1,2}[ \t]*\Z")
_EMPTY = re.compile(r"[ \t]*(?:#.*)?\Z")
_ITEM = re.compile(r"\s*(?:\"([^\"\\\n]*)\"|'([^'\\\n]*)'|([^,\[\]{}\"'\n]+?))\s*(?:,|\Z)")
_VALUE = re.compile(
    r"(?:\"([^\"\\\n]*)\"|'([^'\n]*)'|([^\s\"'\[\]{}|>&*!%@`#][^\n]*?))(?:[ \t]+#.*)?\Z"
)


def front_matter(text: str) -> tuple[int, tuple[Told, ...]]:
    """Where the front matter of a text ends (0 if it has none), and what it says.

    Names are the keys behind ``front-matter:``, those of a group behind the group's and a full
    stop (``front-matter:author.name``).

    >>> front_matter("---\\ntitle: Rain\\n---\\nIt rained.")
    (20, (Told(name='front-matter:title', bounds=(11, 15)),))
    """
    for opening, closing, read in ((_YAML, _YAML_END, _yaml), (_TOML, _TOML_END, _toml)):
        first = opening.match(text)
        if first:
            lines, end = _lines(text, first.end(), closing)
            found = read(text, lines) if end else None
            if found is not None:
                return end, tuple(Told(f"front-matter:{name}", place) for name, place in found)
    return 0, ()


def _lines(text: str, start: int, closing: re.Pattern[str]) -> tuple[list[Bounds], int]:
    """The lines up to the closing one, and where that ends; 0 if there is none."""
    lines: list[Bounds] = []
    while start < len(text) and len(lines) < _MOST:
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if closing.match(text, start, stop):
            return lines, min(stop + 1, len(text))
        lines.append((start, stop))
        start = stop + 1
    return [], 0


def _yaml(text: str, lines: list[Bounds]) -> list[tuple[str, Bounds]] | None:
    """The values by the path of their keys; None if a line is none of YAML."""
    found: list[tuple[str, Bounds]] = []
    groups: list[tuple[int, str]] = []  # indent and key of what is open
    folded = -1  # indent of the key whose value is a text over several lines
    for start, stop in lines:
        line = _YAML_LINE.match(text, start, stop)
        if line is None or _EMPTY.match(text, start, stop):
            continue
        indent = len(line["indent"]) + len(line["items"])
        if 0 <= folded < len(line["indent"]):
            continue
        folded = -1
        if not line["key"] and not line["items"] and not line["indent"]:
            return None
        outer = len(line["indent"]) + (1 if line["items"] else 0)
        while groups and groups[-1][0] >= (outer if line["items"] else indent):
            groups.pop()
        path = [key for _, key in groups]
        if line["key"]:
            key = line["key"].strip("\"'")
            groups.append((indent, key))
            path = [*path, key]
        if line["value"][:1] in ("|", ">") and len(line["value"]) < 4:
            folded = indent
        elif path:
            found += ((".".join(path), place) for place in _values(text, line.span("value")))
    return found


def _toml(text: str, lines: list[Bounds]) -> list[tuple[str, Bounds]] | None:
    """The same of TOML."""
    found: list[tuple[str, Bounds]] = []
    table: list[str] = []
    for start, stop in lines:
        name = _TABLE.match(text, start, stop)
        line = _TOML_LINE.match(text, start, stop)
        if name:
            table = [name["name"]]
        elif line:
            path = ".".join([*table, line["key"].strip('"')])
            found += ((path, place) for place in _values(text, line.span("value")))
        elif not found and not _EMPTY.match(text, start, stop):
            return None
    return found


def _values(text: str, bounds: Bounds) -> Iterator[Bounds]:
    """The bounds of a value without its quotation marks, or of each value of a list."""
    start, end = bounds
    if text[start : start + 1] == "[" and text[end - 1 : end] == "]":
        place = start + 1
        item = _ITEM.match(text, place, end - 1)
        while item and item.end() > place:
            yield from _inner(item)
            place = item.end()
            item = _ITEM.match(text, place, end - 1)
        return
    value = _VALUE.match(text, start, end)
    if value:
        yield from _inner(value)


def _inner(match: re.Match[str]) -> Iterator[Bounds]:
    start, end = match.span(match.lastindex or 0)
    if start < end:
        yield start, end
