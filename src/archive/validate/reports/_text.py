"""What several reports share: text that does nothing but be read, and JSON."""

from __future__ import annotations

import json
import re
from typing import Any

_UNSEEN = re.compile(r"[^ -~]")


def one_line(text: str) -> str:
    """The text with nothing in it that moves a terminal's cursor, or turns its writing round."""
    return "".join(c if c.isprintable() else " " for c in text)


def as_json(value: Any, indent: int | None = None) -> str:
    """A value as JSON in which every character can be seen; those that cannot are escaped.

    >>> print(as_json(["né" + chr(0x202E) + chr(0x9B) + "31m"]))
    ["né\\u202e\\u009b31m"]
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSEEN.sub(lambda found: _seen(found[0]), text)


def _seen(character: str) -> str:
    if character.isprintable() or character == "\n":  # which the indentation alone can have left
        return character
    return json.dumps(character)[1:-1]
