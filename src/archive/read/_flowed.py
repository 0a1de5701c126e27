"""Text that was wrapped for sending and says where (``format=flowed``, RFC 3676)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.model.document import Bounds

_LINE = re.compile(r"(?P<quote>>*)(?P<stuffing> ?)(?P<text>[^\n]*)(?:\n|\Z)")
_SIGNATURE = "-- "


def soft_breaks(text: str, *, spaces: bool) -> Iterator[Bounds]:
    """What was added for sending, in order: line ends inside paragraphs, spaces before lines.

    Args:
        text: as sent; quoted lines are joined to quoted lines alone.
        spaces: whether the space before such a line end was added too (``delsp=yes``).

    >>> list(soft_breaks("Rain \\nin Spain\\n From here", spaces=False))
    [(5, 6), (15, 16)]
    """
    depth, open_at = 0, -1  # of the line before: its quoting, where its line end is if it goes on
    for match in _LINE.finditer(text):
        flowing = open_at >= 0 and len(match["quote"]) == depth and match["text"] != _SIGNATURE
        if flowing:
            yield open_at - spaces, match.start("text")
        elif match["stuffing"] and not match["quote"]:
            yield match.span("stuffing")
        flows = match["text"].endswith(" ") and match["text"] != _SIGNATURE
        depth, open_at = len(match["quote"]), match.end("text") if flows else -1
