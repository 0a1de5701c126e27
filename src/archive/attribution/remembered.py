"""What has been read of the same characters, remembered as long as one document is read.

The rules look at a line from several sides: it may be a byline, it may name an outlet that another
line is compared with. A reading that depends on nothing but the text and the place is made once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

_REMEMBERED: list[Any] = []


def remembered(reading: Callable[P, T]) -> Callable[P, T]:
    """The reading, made once for the same arguments. Nobody may change what it gives."""
    kept = cache(reading)
    _REMEMBERED.append(kept)
    return cast(Callable[P, T], kept)


def forget() -> None:
    """Forget what has been read, and let go of the text it was read in."""
    for kept in _REMEMBERED:
        kept.cache_clear()
