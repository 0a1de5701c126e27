"""Particles: parts of a family name that are looked up, shown or dropped by rules of their own.

CSL 1.0.2, "Names" ("Name-part Order") distinguishes dropping particles ("de" of "Jean de La
Fontaine", gone when only the family name is shown) from non-dropping ones ("van" of "Vincent van
Gogh"). Data seldom says which is which; then lower-case words decide, as in citeproc-js: those in
front of the family name are non-dropping, those behind the given name are dropping.
"""

from __future__ import annotations

import re
from typing import NamedTuple

#: A word, or the part of it up to a hyphen or an apostrophe, and whatever follows.
_LEADING = re.compile(r"([^ ]+[-ʻ’' ] *)(.+)", re.DOTALL)
#: The last word of a given name and the white space (and apostrophe) in front of it.
_TRAILING = re.compile(r"(.+?)( *(?: ʻ| ’| '| )[^ ]+)", re.DOTALL)
_NOT_LETTER = "-'ʻ’ \t\n\u00a0"
_SUFFIX = re.compile(r"\s*,(!*)\s*")


class Parts(NamedTuple):
    """What a written name comes apart into; "" for what it has not."""

    family: str
    given: str
    dropping: str
    non_dropping: str
    suffix: str
    comma_suffix: bool


def split(family: str, given: str, dropping: str = "", suffix: str = "") -> Parts:
    """Take particles off both halves of a name, and a suffix off the given name.

    Args:
        family: as written, with its particles ("van der Vlist").
        given: as written, with particles behind it and a suffix behind a comma
            ("Sammy, Jr."; ",!" asks for a comma before the suffix in print).
        dropping: what the source itself calls the dropping particle; kept if the given name has
            none. ("et al." behind the comma is put here, too.)
        suffix: what the source calls the suffix; the given name is then not searched for one.

    >>> split("van Gogh", "Vincent")[:4]
    ('Gogh', 'Vincent', '', 'van')
    """
    before, family = _leading(family)
    comma = False
    if not suffix:
        given, suffix, comma = _split_suffix(given)
        if suffix.replace(".", "") == "et al" and not dropping:
            dropping, suffix = suffix, ""
    given, after = _trailing(given)
    return Parts(family, given, after or dropping, before, suffix, comma)


def joins(particle: str) -> bool:
    """Whether a name follows the particle without a space ("d'", "al-")."""
    return particle[-1:] in ("’", "'", "-", " ")


def _is_particle(word: str) -> bool:
    """A particle begins with a lower-case letter."""
    letter = word.lstrip(_NOT_LETTER)[:1]
    return letter != letter.upper()


def _leading(name: str) -> tuple[str, str]:
    """The particles in front of the name and the rest."""
    end = 0
    while (match := _LEADING.match(name, end)) and _is_particle(match[1]):
        end = match.end(1)
    particles = name[:end]
    short = particles.strip()
    # A space that was written behind an apostrophe is meant ("d' Artagnan").
    keep = particles.endswith(" ") and short.endswith(("'", "’"))
    return short + " " * keep, name[end:]


def _trailing(name: str) -> tuple[str, str]:
    """The given name and the particles behind it."""
    start = len(name)
    while (match := _TRAILING.fullmatch(name, 0, start)) and _is_particle(match[2]):
        start = match.start(2)
    return name[:start], name[start:].strip()


def _split_suffix(given: str) -> tuple[str, str, bool]:
    """Given name, suffix, and whether ",!" was written; ("given", "", False) without comma."""
    match = _SUFFIX.search(given)
    if match is None:
        return given, "", False
    return given[: match.start()], given[match.end() :], match[1] == "!"
