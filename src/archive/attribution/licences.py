"""Public licences by their printed names, as SPDX names them: CC-BY-NC-4.0."""

from __future__ import annotations

import re

from archive.attribution.evidence import trimmed
from archive.model.document import Bounds
from archive.model.rights import Act, Standing

_PORTS = {
    "United States": "US",
    "US": "US",
    "United Kingdom": "UK",
    "UK": "UK",
    "England": "UK",
    "Germany": "DE",
    "France": "FR",
    "Spain": "ES",
    "Netherlands": "NL",
    "Austria": "AT",
    "Australia": "AU",
    "Canada": "CA",
    "Italy": "IT",
    "Ireland": "IE",
    "New Zealand": "NZ",
    "South Africa": "ZA",
    "India": "IN",
    "IGO": "IGO",
}
"""Where a licence was ported to, and how SPDX names that."""
_CREATIVE_COMMONS = re.compile(
    r"\bCreative\sCommons\s(?P<words>(?:Attribution|Non-?Commercial|No-?\s?Deriv(?:ative)?s?(?:\sWorks?)?|"
    r"Share-?\s?Alike|Zero|BY(?:-(?:NC|ND|SA)){0,2}\b|Licen[cs]e(?=\s[0-9])|[-–\s/,()]|[0-9]\.[0-9])*)"
    rf"(?:(?P<port>{'|'.join(_PORTS)})\b)?"
    r"|\bCC[-\s]?(?P<short>BY(?:-(?:NC|ND|SA)){0,2}|0)\b(?:[-\s](?P<version>[0-9]\.[0-9])\b)?"
    r"|\bcreativecommons\.org/(?:licenses/(?P<code>by(?:-(?:nc|nd|sa)){0,2})"
    r"(?:/(?P<number>[0-9]\.[0-9]))?(?:/(?P<where>[a-z]{2}\b))?/?|publicdomain/zero/(?P<zero>[0-9]\.[0-9])/?)"
    r"|\b(?P<gfdl>GNU\sFree\sDocumentation\sLicen[cs]e)(?:,?\s[Vv]ersion\s(?P<gnu>[0-9]\.[0-9]))?",
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
    for match in _CREATIVE_COMMONS.finditer(text, start, end):
        name = _name(match)
        if name:
            return name, trimmed(text, *match.span(), also=".,()–-/ ")
    return None


def _name(match: re.Match[str]) -> str:
    """The name as SPDX makes it, empty if the words name no licence."""
    if match["gfdl"]:
        return _versioned("GFDL", match["gnu"])
    if match["zero"] or match["short"] == "0":
        return _versioned("CC0", match["zero"] or match["version"])
    if match["short"]:
        return _versioned(f"CC-{match['short'].upper()}", match["version"])
    if match["code"]:
        name = _versioned(f"CC-{match['code'].upper()}", match["number"])
        return f"{name}-{match['where'].upper()}" if match["where"] else name
    return _worded(match)


def _worded(match: re.Match[str]) -> str:
    """The name of a licence whose parts are printed as words: "Attribution-NonCommercial 3.0"."""
    words = re.sub(r"[-–\s]", "", match["words"].lower())
    version = re.search(r"[0-9]\.[0-9]", words)
    number = version.group() if version else None
    if "zero" in words:
        return _versioned("CC0", number)
    coded = re.search(r"\bBY(?:-(?:NC|ND|SA)){0,2}\b", match["words"], re.IGNORECASE)
    parts = [short for short, long in _PARTS if long in words]
    if coded or not parts:
        return _versioned(f"CC-{coded.group().upper()}", number) if coded else ""
    name = _versioned("-".join(["CC", *parts]), number)
    port = {key.lower(): code for key, code in _PORTS.items()}.get((match["port"] or "").lower())
    return f"{name}-{port}" if port and number else name


def _versioned(name: str, version: str | None) -> str:
    return f"{name}-{version}" if version else name


def acts(name: str) -> dict[Act, Standing]:
    """What a licence of that name settles of each act; empty where this does not know it.

    Source: the legal codes of Creative Commons, sections "License Grant" and "Restrictions".
    """
    if name.startswith("CC0"):
        return dict.fromkeys(_ALL, Standing.PERMITTED)
    if not name.startswith("CC-"):
        return {}
    parts = set(name.split("-"))
    settled = dict.fromkeys(_ALL, Standing.PERMITTED)
    if "ND" in parts:
        settled |= {Act.TRANSLATE: Standing.PROHIBITED, Act.ADAPT: Standing.PROHIBITED}
    if "NC" in parts:
        settled[Act.SELL] = Standing.PROHIBITED
    settled[Act.SUBLICENSE] = Standing.PROHIBITED
    settled[Act.ACKNOWLEDGE_SOURCE] = Standing.REQUIRED
    return settled


_ALL = (Act.PUBLISH, Act.TRANSLATE, Act.ADAPT, Act.EXCERPT, Act.SELL)
