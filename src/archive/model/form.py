"""JSON objects that the archive keeps: each key is known, there, and of its kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any

Kinds = Mapping[str, tuple[str, Callable[[object], bool]]]
"""Key -> what is wanted, in words, and whether a value is that."""


def is_text(value: object) -> bool:
    """Whether a value is text, also an empty one."""
    return isinstance(value, str)


def read_object(
    content: bytes, kinds: Kinds, optional: Collection[str], error: type[ValueError]
) -> dict[str, Any]:
    """The values of a JSON object in UTF-8, all of their kinds.

    Args:
        content: of a file.
        kinds: of all keys that there may be.
        optional: the keys that need not be there.
        error: what is raised, with words for what is wrong, if it is no such object.
    """
    try:
        values = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as problem:
        raise error(f"not JSON: {problem}") from None
    if not isinstance(values, dict):
        raise error("not a JSON object")
    for what, keys in (
        ("unknown", values.keys() - kinds.keys()),
        ("no", kinds.keys() - values.keys() - set(optional)),
    ):
        if keys:
            raise error(f"{what} key {', '.join(map(repr, sorted(keys)))}")
    for key, (wanted, fits) in sorted(kinds.items()):
        if key in values and not fits(values[key]):
            raise error(f"{key!r} should be {wanted}, not {values[key]!r}")
    return values
