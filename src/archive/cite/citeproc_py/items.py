"""CSL-JSON items, made safe for the engine.

Source: CSL-JSON schema 1.0 (names are lists of objects, dates are objects with ``date-parts``,
everything else is a string or a number).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from citeproc import DATES, NAMES, VARIABLES

from archive.cite.csl import marks
from archive.errors import BadItem

#: Stands for "<", which the engine would take for markup: a noncharacter, which no text has.
LESS_THAN = "\uffff"

_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix")
_KNOWN = {variable.replace("_", "-") for variable in VARIABLES} | {
    "archive_location",  # the two that CSL spells so
    "call-number",
}
_PARTS = ("year", "month", "day")


def clean(item: Mapping[str, Any], read: Callable[[str], str]) -> tuple[str, dict[str, Any]]:
    """The item's id, and the item with only what the engine knows, and nothing that is empty.

    Args:
        item: CSL-JSON.
        read: what reads the rich text of a field (``archive.cite.csl.rich_text``).

    Raises:
        BadItem: a variable has the wrong type, or ``id`` or ``type`` is missing.
    """
    name = str(item.get("id") or "")
    if not name:
        raise BadItem("(without id)", "id", "a string, different for each item")
    if not isinstance(item.get("type"), str):
        raise BadItem(name, "type", "a type of CSL, such as 'article-newspaper'")
    made = {
        variable: _value(name, variable, value, read)
        for variable, value in item.items()
        if variable in _KNOWN and value not in (None, "", [], {})
    }
    return name, {"type": item["type"], **{k: v for k, v in made.items() if v}}


def _value(item: str, variable: str, value: Any, read: Callable[[str], str]) -> Any:
    key = variable.replace("-", "_")
    if key in NAMES:
        return _names(item, variable, value)
    if key in DATES:
        return _date(item, variable, value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadItem(item, variable, "a string or a number")
    return read(" ".join(str(value).split())).replace("<", LESS_THAN)


def _text(value: Any) -> str:
    """A value that has no markup: one line, no control characters, no marks."""
    return " ".join(marks.clean(str(value)).split()).replace("<", LESS_THAN)


def _names(item: str, variable: str, value: Any) -> list[dict[str, str]]:
    if not isinstance(value, list) or not all(isinstance(name, Mapping) for name in value):
        raise BadItem(
            item, variable, "a list of names, each with 'family' and 'given' or 'literal'"
        )
    made = [_name(name) for name in value]
    return [name for name in made if name]


def _name(name: Mapping[str, Any]) -> dict[str, str]:
    parts = ("literal",) if name.get("literal") else _NAME_PARTS
    made = {part: _text(name.get(part) or "") for part in parts}
    return {part: text for part, text in made.items() if text}


def _date(item: str, variable: str, value: Any) -> dict[str, Any]:
    wanted = "a date: {'date-parts': [[year, month, day]]}, or {'literal': text}"
    if not isinstance(value, Mapping):
        raise BadItem(item, variable, wanted)
    if value.get("date-parts"):
        try:
            parts = [[int(part) for part in date] for date in value["date-parts"]]
        except (TypeError, ValueError) as error:
            raise BadItem(item, variable, wanted) from error
        if len(parts) > 2 or any(not 1 <= len(date) <= len(_PARTS) for date in parts):
            raise BadItem(item, variable, wanted)
        circa = {"circa": 1} if value.get("circa") else {}
        return {"date-parts": parts, **circa}
    literal = _text(value.get("literal") or value.get("raw") or "")
    return {"literal": literal} if literal else {}
