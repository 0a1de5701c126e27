"""Bylines in a language: "par Ann Lee et Bob Ek", "بقلم ليلى حداد", "oleh Ann Lee | Herald"."""

from __future__ import annotations

import re

from archive.attribution.abroad.names import person_stop
from archive.attribution.bylines import BY, SIGNED, Byline
from archive.attribution.evidence import squeezed, trimmed
from archive.attribution.people import person_end
from archive.attribution.tongues import Tongue
from archive.model.document import Bounds

_END = re.compile(r"[\s*_)\].۔\u200e\u200f\u202a-\u202e]{0,8}\Z")
_TAIL = re.compile(r"\s?[,،;|(/]|\s[–—-]\s|\n")
_COMMA = re.compile(r"[,،]\s")
_DASH = re.compile(r"[*_]{0,2}(?:—|–|--?)\s{0,3}")
_ONE_WORD = re.compile(r"[^\W\d_][\w’'-]{2,24}\s*\Z")
_PHRASE = re.compile(r"[^,،;|(\n]*")
_LONGEST = 200
_MOST = 6


def read(text: str, bounds: Bounds, tongue: Tongue) -> Byline | None:
    """The byline that a block is, None if it is none."""
    start, end = bounds
    if end - start > _LONGEST:
        return None
    if tongue.other_by.match(text, start, end):
        return Byline((), BY, bounds)
    by = tongue.by.match(text, start, end)
    if by is None:
        return None
    people = _people(text, by.end(), end, tongue)
    if people:
        return Byline(people, BY, bounds)
    newsroom = tongue.newsroom.match(text, by.end(), end) and end - by.end() < 40
    return Byline((), BY, bounds) if newsroom else None


def names_alone(text: str, bounds: Bounds, tongue: Tongue) -> tuple[Bounds, ...]:
    """The names in a line that is nothing but names; empty if it is anything else."""
    start, end = trimmed(text, *bounds, also="*_–—-")
    people = _people(text, start, end, tongue)
    return people if people and _END.match(text, people[-1][1], bounds[1]) else ()


def signed(text: str, bounds: Bounds, tongue: Tongue) -> Byline | None:
    """The signature under the text: a dash and a person's name, and nothing else."""
    match = _DASH.match(text, *bounds)
    if not match or bounds[1] - bounds[0] > 60 or not tongue.capitals:
        return None
    stop = person_end(text, match.end(), bounds[1])
    whole = stop > match.end() and _END.match(text, stop, bounds[1])
    return Byline(((match.end(), stop),), SIGNED, bounds) if whole else None


def tail(text: str, byline: Byline) -> Bounds | None:
    """What stands behind the last name of a byline and a bar, a comma or a dash; None if nothing.

    The bounds begin at the mark.
    """
    if not byline.people:
        return None
    stop = byline.people[-1][1]
    mark = _TAIL.match(text, stop, byline.bounds[1])
    return (mark.start(), byline.bounds[1]) if mark else None


def _people(text: str, start: int, end: int, tongue: Tongue) -> tuple[Bounds, ...]:
    """The names from ``start`` on; empty if what stands there is no list of names."""
    both = re.compile(tongue.both, re.IGNORECASE)
    found: list[Bounds] = []
    place = trimmed(text, start, end, also="*_\u200e\u200f\u202b\u202c")[0]
    while len(found) < _MOST:
        stop = (
            place
            if _is_outlet(text, place, end, tongue, found)
            else person_stop(text, place, end, tongue)
        )
        if stop <= place:
            if found:
                break
            return _alone(text, place, end, tongue)
        found.append((place, stop))
        joint = both.match(text, stop, end) or _COMMA.match(text, stop, end)
        if joint is None:
            break
        place = joint.end()
    stop = found[-1][1]
    whole = _END.match(text, stop, end) or _TAIL.match(text, stop, end)
    return tuple(found) if whole else ()


def _is_outlet(text: str, start: int, end: int, tongue: Tongue, found: list[Bounds]) -> bool:
    """Whether an outlet or a place stands behind a name and a comma, and no further name."""
    if not found or not tongue.capitals:
        return False
    phrase = squeezed(_PHRASE.match(text, start, end).group())  # type: ignore[union-attr]
    return (
        tongue.heads.search(phrase) is not None
        or tongue.article.match(text, start, end) is not None
        or phrase.casefold() in tongue.places
    )


def _alone(text: str, start: int, end: int, tongue: Tongue) -> tuple[Bounds, ...]:
    """The one name of somebody who has no other, as in Indonesia: nothing but that word."""
    word = _ONE_WORD.match(text, start, end) if tongue.tag == "id" else None
    named = word is not None and text[start].isupper() and not tongue.newsroom.match(text, start)
    return ((start, start + len(text[start:end].strip())),) if named else ()
