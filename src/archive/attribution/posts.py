"""The organisations that are named for a person one after the other, each with its place.

"the Shared Waters Project (SWP) at the Center for River Studies in Geneva" are two, and a place of
the second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from archive.attribution.names import Name, organisation
from archive.attribution.words import AMERICAN_UNIVERSITIES, HONORIFICS, PLACES, REGIONS, ROLES
from archive.model.document import Bounds

_ONWARD = re.compile(r"\s(?:at|of|within|with|for|under)\s(?=the\s|[^\W\d_a-z])")
_AND_POST = re.compile(r",?\sand\s(?:(?:at|of|for|with)\s)?(?=the\s[^\W\d_a-z]|[^\W\d_a-z])")
_COMMA_POST = re.compile(r",\s(?=[^\W\d_a-z])")
_PLACE_NAME = r"[^\W\d_a-z][\w.'’-]{1,24}(?:\s(?:[^\W\d_a-z][\w.'’-]{1,24}|de|of|el|la|al)){0,3}"
_PLACE = re.compile(
    rf"\s(?:based\s)?in\s((?:the\s)?{_PLACE_NAME}(?:,\s(?:the\s)?(?:D\.?C\b\.?|{_PLACE_NAME}))?)"
)
PARENTHESIS = re.compile(r"\s?\([^()]{1,120}\)")
"""A pattern for a parenthesis behind a name that is no short form."""


@dataclass(frozen=True, slots=True)
class Post:
    """An organisation named for a person, and its place."""

    name: Name
    place: Bounds | None = None


def is_place(name: Name) -> bool:
    """Whether a name is that of a country or a region, and no organisation."""
    return not name.named and name.words[-1] in PLACES


def in_a_row(text: str, start: int, end: int) -> tuple[tuple[Post, ...], int]:
    """The organisations from ``start`` on, and where they end."""
    found: list[Post] = []
    place, onward = start, start
    while len(found) < 8:
        name = organisation(text, onward, end)
        if not name or (found and not _may_follow(name, text[place:onward])):
            break
        post, place = _placed(text, name, end)
        if name.certain:
            found.append(post)
        step = _step(text, place, end)
        if step is None:
            break
        onward = step
    return tuple(found), place


def _may_follow(name: Name, between: str) -> bool:
    """Whether a further capitalised phrase is an organisation, too, by what joins it on."""
    if is_place(name) or name.words[0] in ROLES | HONORIFICS:
        return False
    joined = between.strip().split()[-1:] != ["and"] and not between.startswith(", ")
    return joined or name.named or (name.definite and "and" in between)


def _step(text: str, place: int, end: int) -> int | None:
    for pattern in (_ONWARD, _AND_POST, _COMMA_POST):
        match = pattern.match(text, place, end)
        if match:
            return match.end()
    return None


def _placed(text: str, name: Name, end: int) -> tuple[Post, int]:
    """An organisation with the place behind it, and where both end."""
    after = name.after
    paren = PARENTHESIS.match(text, after, end)
    after = paren.end() if paren else after
    match = _PLACE.match(text, after, end)
    if not match:
        return Post(name), after
    begin, stop = match.span(1)
    stop = _place_end(text, begin, stop, end)
    inside = organisation(text, begin, end)
    if inside and inside.named:
        return Post(name), after
    region = text[begin:stop].split()[-1].lower() in REGIONS and "," not in text[begin:stop]
    if (region or _is_campus(name, text[begin:stop])) and after == name.end:
        return Post(replace(name, end=stop, after=stop)), stop
    return Post(name, (begin, stop)), stop


def _is_campus(name: Name, place: str) -> bool:
    """Whether the place belongs to the name of an American University: "in Cairo"."""
    return {"american", "university"} == set(name.words) and place.lower() in AMERICAN_UNIVERSITIES


def _place_end(text: str, begin: int, stop: int, end: int) -> int:
    """A place without the full stop of the sentence ("Washington, D.C." keeps its own)."""
    own = re.search(r"(?:\b[A-Z]\.){2}$", text[begin:stop])
    if text[stop - 1] == "." and not own:
        return stop - 1
    if (
        own is None
        and text[stop : stop + 1] == "."
        and re.search(r"\b[A-Z]\.[A-Z]$", text[begin:stop])
    ):
        return stop + 1
    return min(stop, end)
