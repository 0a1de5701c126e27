"""The languages other than English that lines are read in: one table a file, by BCP 47 tag."""

from __future__ import annotations

from functools import cache

from archive.attribution.tongues._tongue import Tongue
from archive.registry import Registry

TONGUES: Registry[Tongue] = Registry("archive.attribution.tongues", "TONGUE", "language", "")
"""The languages that there is a table of."""

__all__ = ["TONGUES", "Tongue", "tongue"]


@cache
def tongue(tag: str) -> Tongue | None:
    """What is known of the language with that tag; None if there is no table of it."""
    return TONGUES.load(tag) if tag in TONGUES.names() else None
