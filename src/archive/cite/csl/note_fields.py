"""Variables written into the field ``note``, which reference managers have no other place for.

citeproc-js reads them ("Cheater syntax for odd fields" in its manual), and the test suite of CSL
asks for it: a line each (``original-date: 1930``), at the top or after one line of other text, or
in braces within a line (``{:original-date: 1930}``). Two parts with ``||`` between them are a name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

_FIELD = re.compile(r"([-_a-z]+|[A-Z]+):([^}]+)")
_BRACED = re.compile(r"(\{:(?:[-_a-z]+|[A-Z]+):[^{}]+\})")
_PARTS = re.compile(r"\s*\|\|\s*")


def spread(
    item: Mapping[str, Any], names: Collection[str], dates: Collection[str]
) -> Mapping[str, Any]:
    """The item with the variables of its note.

    Args:
        item: CSL-JSON; stays as it is.
        names: the variables whose values are names.
        dates: those whose values are dates; these and ``type`` replace what the item has, all
            others fill what it lacks.

    Returns:
        The item itself if there is nothing to spread.
    """
    note = item.get("note")
    if not isinstance(note, str) or ":" not in note:
        return item
    fields, rest = read(note)
    if not fields:
        return item
    made = {**item, "note": rest}
    people: dict[str, list[dict[str, str]]] = {}
    for key, value in fields:
        if key == "type":
            made[key] = value
        elif key in dates:
            made[key] = {"raw": value}
        elif item.get(key):
            continue
        elif key in names:
            people.setdefault(key, []).append(_name(value))
        else:
            made.setdefault(key, value)
    return made | people


def read(note: str) -> tuple[list[tuple[str, str]], str]:
    """The variables of a note, in order, and the note without them."""
    lines = "\n".join(map(_unbraced, note.split("\n"), range(note.count("\n") + 1))).split("\n")
    fields: list[tuple[str, str]] = []
    rest: list[str] = []
    for number, line in enumerate(lines):
        field = _FIELD.fullmatch(line)
        if field:
            fields.append((field[1], field[2].strip()))
        elif line.strip() and number:
            rest += lines[number:]
            break
        else:
            rest.append(line)
    return fields, "\n".join(rest).strip()


def _unbraced(line: str, number: int) -> str:
    """A line with its braced fields on lines of their own, as far as nothing else is between."""
    pieces = _BRACED.split(line)
    for place in range(1, len(pieces), 2):
        before = pieces[place - 1]
        if before.strip() and (number or place > 1) and not _FIELD.fullmatch(before):
            break
        pieces[place] = f"\n{pieces[place][2:-1].strip()}\n"
    return "".join(pieces)


def _name(value: str) -> dict[str, str]:
    parts = _PARTS.split(value)
    return {"family": parts[0], "given": parts[1]} if len(parts) == 2 else {"literal": value}
