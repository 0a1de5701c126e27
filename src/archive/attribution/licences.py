"""Public licences by their printed names, as SPDX names them: CC-BY-NC-4.0."""

from __future__ import annotations

import re

from archive.attribution.evidence import squeezed, trimmed
from archive.model.document import Bounds

_CREATIVE_COMMONS = re.compile(
    r"\bCreative\sCommons\s((?:Attribution|Non-?Commercial|No-?Deriv(?:ative)?s?(?:\sWorks)?|"
    r"Share-?Alike|Zero|[-–\s/]|[0-9.])*)|\bCC[-\s]?(BY(?:-(?:NC|ND|SA)){0,2}|0)\b(?:[-\s]([0-9]\.[0-9]))?",
    re.IGNORECASE,
)
_PARTS = (
    ("BY", "attribution"),
    ("NC", "noncommercial"),
    ("ND", "noderiv"),
    ("SA", "sharealike"),
)


def licence(text: str, start: int, end: int) -> tuple[str, Bounds] | None:
    """The first public licence named in ``text[start:end]``, and where; None if there is none.

    Where no version is printed, the name has none. "Creative Commons" alone names no licence.

    Source: SPDX licence list, https://spdx.org/licenses/ (how the names are made).

    >>> licence("under a Creative Commons Attribution-NonCommercial 3.0 licence", 0, 60)[0]
    'CC-BY-NC-3.0'
    """
    match = _CREATIVE_COMMONS.search(text, start, end)
    name = _name(match) if match else ""
    return (name, trimmed(text, *match.span(), also=".,")) if match and name else None


def _name(match: re.Match[str]) -> str:
    """The name as SPDX makes it, empty if the words name no licence."""
    if match.group(2):
        name = "CC0" if match.group(2) == "0" else f"CC-{match.group(2).upper()}"
        return f"{name}-{match.group(3)}" if match.group(3) else name
    words = re.sub("[-–\\s]", "", squeezed(match.group(1)).lower())
    if "zero" in words:
        return "CC0"
    parts = [short for short, long in _PARTS if long in words]
    version = re.search(r"[0-9]\.[0-9]", words)
    return "-".join(["CC", *parts, *([version.group()] if version else [])]) if parts else ""
