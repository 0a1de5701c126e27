"""CSL 1.0.2, "Formatting" to "Strip-periods": what goes round an element.

``wrap`` compiles the attributes of an element into one function on marked text, or None if there
is nothing to do. The order: case of letters, periods, fonts, quotation marks, affixes, display.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from archive.cite.csl import edges, marks, punctuation, rich_text, text_case

#: Changes marked text; the flag says whether the item is in English (``text-case="title"``).
Wrap = Callable[[str, bool], str]

_FONTS = {
    ("font-style", "italic"): marks.ITALIC,
    ("font-style", "oblique"): marks.OBLIQUE,
    ("font-style", "normal"): marks.ROMAN,
    ("font-variant", "small-caps"): marks.SMALL_CAPS,
    ("font-variant", "normal"): marks.PLAIN_CAPS,
    ("font-weight", "bold"): marks.BOLD,
    ("font-weight", "light"): marks.LIGHT,
    ("font-weight", "normal"): marks.REGULAR,
    ("text-decoration", "underline"): marks.UNDERLINE,
    ("text-decoration", "none"): marks.PLAIN_LINE,
    ("vertical-align", "sup"): marks.SUPERSCRIPT,
    ("vertical-align", "sub"): marks.SUBSCRIPT,
    ("vertical-align", "baseline"): marks.BASELINE,
}
_DISPLAYS = {
    "block": marks.BLOCK,
    "left-margin": marks.LEFT_MARGIN,
    "right-inline": marks.RIGHT_INLINE,
    "indent": marks.INDENT,
}
# Latin, Greek, Cyrillic, Hebrew, Arabic and Thai letters, digits and hyphens.
_SLANTED = re.compile("[-0-9A-Za-z\u00c0-\u02af\u0370-\u0e5b\u1e00-\u1fff]")
#: All attributes of fonts, in the order in which they enclose each other.
FONTS = ("vertical-align", "text-decoration", "font-weight", "font-variant", "font-style")


def font(attributes: Mapping[str, str]) -> tuple[str, str]:
    """The marks that open and close the fonts that the attributes ask for; empty if none."""
    opening = "".join(_FONTS.get((name, attributes.get(name, "")), "") for name in FONTS)
    return opening, marks.CLOSE * len(opening)


class Place(NamedTuple):
    """Where an element stands, as far as it bears on what goes round it.

    Args:
        in_quotes: the language has full stops and commas inside quotation marks.
        quotes: the element may have quotation marks.
        display: it may stand in a block of its own (a bibliography).
        container: it prints what others print. As in citeproc-js it does not change their case.
        stripping: full stops are left out here, whatever the attributes say.
        turkic: capitals are Turkish ones.
        delimiter: what parts it from its neighbours.
        brackets: round brackets in its affixes are square inside others (a style of notes).
        number: it prints a number variable.
    """

    in_quotes: bool = False
    quotes: bool = True
    display: bool = False
    container: bool = False
    stripping: bool = False
    turkic: bool = False
    delimiter: str = " "
    brackets: bool = False
    number: bool = False


ANYWHERE = Place()


def wrap(attributes: Mapping[str, str], place: Place = ANYWHERE) -> Wrap | None:
    """The function for what the attributes of an element ask for; empty text stays empty.

    It is made once for the same attributes in the same place. What has no letter that may be
    slanted (Chinese, Japanese, Korean) is not, as in citeproc-js.
    """
    return _kept(tuple(attributes.items()), place)


@lru_cache(1 << 12)
def _kept(items: tuple[tuple[str, str], ...], place: Place) -> Wrap | None:
    attributes = dict(items)
    made = _wrap(attributes, place)
    if made is None or place.container or "font-style" not in attributes:
        return made
    rest = {name: value for name, value in attributes.items() if name != "font-style"}
    upright = _wrap(rest, place) or _as_it_is
    return lambda text, english: (made if _SLANTED.search(text) else upright)(text, english)


def _as_it_is(text: str, _: bool) -> str:
    return text


def _wrap(attributes: Mapping[str, str], place: Place) -> Wrap | None:
    opening, closing = font(attributes)
    quotes = attributes.get("quotes", "") if place.quotes else ""
    slot = not (place.container or place.number) and edges.has_slot(
        attributes.get("suffix", ""), quotes == "true" and place.in_quotes
    )
    before, after = _affixes(attributes, bool(opening), slot, place)
    alone = not (attributes.get("prefix") or opening)
    if place.container:
        steps = [_container(opening, closing, quotes == "true", alone)]
    else:
        closing = edges.SLOT * slot + closing
        steps = _steps(attributes, place) + _fonts(opening, closing, quotes, place)
    if not steps:
        if not (before or after):
            return None
        return lambda text, _: f"{before}{text}{after}" if text else ""
    if len(steps) == 1:
        (step,) = steps
        if place.container and not (before or after or opening or quotes == "true"):
            return step
        return lambda text, english: f"{before}{step(text, english)}{after}" if text else ""

    def change(text: str, english: bool) -> str:
        if not text:
            return ""
        for step in steps:
            text = step(text, english)
        return f"{before}{text}{after}"

    return change


def _affixes(
    attributes: Mapping[str, str], fonts: bool, slot: bool, place: Place
) -> tuple[str, str]:
    """Prefix and suffix, and the block that the element stands in."""
    before, after = affixes(attributes)
    if slot:
        after = edges.ended(after)
    if place.brackets:
        before, after = before.translate(marks.BRACKETS), after.translate(marks.BRACKETS)
    before, after = edges.set_apart(before, after, fonts, place.delimiter)
    if place.display and (shown := _DISPLAYS.get(attributes.get("display", ""))):
        before, after = shown + before, after + marks.CLOSE
    return before, after


def _container(opening: str, closing: str, quotes: bool, alone: bool) -> Wrap:
    """What puts fonts and quotation marks round what others print."""
    if quotes:
        opening, closing = marks.QUOTE + opening, closing + marks.UNQUOTE
    if not opening:
        return _released_alone if alone else _released
    return lambda text, _: f"{opening}{edges.released(text, alone)}{closing}"


def _released(text: str, _: bool) -> str:
    return edges.released(text)


def _released_alone(text: str, _: bool) -> str:
    return edges.released(text, True)


def _fonts(opening: str, closing: str, quotes: str, place: Place) -> list[Wrap]:
    """What puts fonts and quotation marks round a text."""
    if quotes == "true":
        return [lambda text, _: edges.quoted(text, place.in_quotes, opening, closing)]
    steps: list[Wrap] = [_unquoted] if quotes == "false" else []
    if opening:
        steps.append(lambda text, _: f"{opening}{edges.held(text)}{closing}")
    elif quotes == "false":
        steps.append(lambda text, _: f"{text}{closing}{edges.APART_UNLESS_SAME}")
    elif closing:
        steps.append(lambda text, _: f"{text}{closing}")
    return steps


def _unquoted(text: str, _: bool) -> str:
    """A text with ``quotes="false"``: its own are outer ones; its last sign is held, too."""
    return text.replace(marks.SINGLE, marks.QUOTE)


def _steps(attributes: Mapping[str, str], place: Place) -> list[Wrap]:
    """What changes the letters themselves."""
    steps: list[Wrap] = []
    if case := attributes.get("text-case"):
        turkic = place.turkic
        steps.append(lambda text, english: text_case.change(text, case, english, turkic))
    if place.stripping or attributes.get("strip-periods") == "true":
        steps.append(lambda text, _: punctuation.without_periods(text))
    return steps


def affixes(attributes: Mapping[str, str]) -> tuple[str, str]:
    """Prefix and suffix, as marked text."""
    return rich_text.affix(attributes.get("prefix", "")), rich_text.affix(
        attributes.get("suffix", "")
    )
