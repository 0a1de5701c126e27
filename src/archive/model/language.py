"""Languages: which way their text runs."""

from __future__ import annotations

RIGHT_TO_LEFT = frozenset(["ar", "fa", "he", "ur", "yi"])
"""Languages written from right to left, as BCP 47 tags without script or region."""


def direction(language: str) -> str:
    """``rtl`` or ``ltr``, for a BCP 47 tag.

    >>> direction("ar"), direction("en-GB")
    ('rtl', 'ltr')
    """
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
