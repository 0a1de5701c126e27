"""CSL 1.0.2, "Formatting" to "Strip-periods": what goes round an element.

``wrap`` compiles the attributes of an element into one function on marked text, or None if there
is nothing to do. The order: case of letters, periods, fonts, quotation marks, affixes, display.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from archive.cite.csl import marks, punctuation, rich_text, text_case

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
#: All attributes of fonts, in the order in which they enclose each other.
FONTS = ("vertical-align", "text-decoration", "font-weight", "font-variant", "font-style")


def font(attributes: Mapping[str, str]) -> tuple[str, str]:
    """The marks that open and close the fonts that the attributes ask for; empty if none."""
    opening = "".join(_FONTS.get((name, attributes.get(name, "")), "") for name in FONTS)
    return opening, marks.CLOSE * len(opening)


def wrap(  # noqa: PLR0913  (all but one are where the element stands)
    attributes: Mapping[str, str],
    *,
    in_quotes: bool = False,
    quotes: bool = True,
    display: bool = False,
    container: bool = False,
    stripping: bool = False,
    delimiter: str = " ",
) -> Wrap | None:
    """The function for what the attributes of an element ask for; empty text stays empty.

    Args:
        attributes: of the element.
        in_quotes: the language has full stops and commas inside quotation marks.
        quotes: whether the element may have quotation marks.
        display: whether it may stand in a place of its own (a bibliography).
        container: the element prints what others print (``punctuation.released``); never None.
            As in citeproc-js it does not change their case.
        stripping: full stops are left out here, whatever the attributes say.
        delimiter: what parts the element from its neighbours.
    """
    opening, closing = font(attributes)
    before, after = affixes(attributes)
    alone = not (before or opening)
    before, after = punctuation.set_apart(before, after, bool(opening), delimiter)
    if display and (shown := _DISPLAYS.get(attributes.get("display", ""))):
        before, after = shown + before, after + marks.CLOSE
    quoted = quotes and attributes.get("quotes") == "true"
    steps = [] if container else _steps(attributes, stripping)
    if quotes and attributes.get("quotes") == "false":
        steps.append(_outer_quotes)
    if inner := _inner(opening, closing, quoted, in_quotes, container, alone):
        steps.append(inner)
    if not steps:
        if not (before or after):
            return None
        return lambda text, _: f"{before}{text}{after}" if text else ""
    if len(steps) == 1:
        (step,) = steps
        return lambda text, english: f"{before}{step(text, english)}{after}" if text else ""

    def change(text: str, english: bool) -> str:
        if not text:
            return ""
        for step in steps:
            text = step(text, english)
        return f"{before}{text}{after}"

    return change


def _inner(
    opening: str, closing: str, quotes: bool, in_quotes: bool, container: bool, alone: bool
) -> Wrap | None:
    """What puts fonts and quotation marks round a text."""
    if container:
        if quotes:
            opening, closing = marks.QUOTE + opening, closing + marks.UNQUOTE
        return lambda text, _: f"{opening}{punctuation.released(text, alone)}{closing}"
    if quotes:
        return lambda text, _: punctuation.quoted(text, in_quotes, opening, closing)
    if opening:
        return lambda text, _: f"{opening}{punctuation.held(text)}{closing}"
    return None


def _outer_quotes(text: str, _: bool) -> str:
    """Where a style says that there are none around them, quotation marks of a field are outer."""
    return text.replace(marks.SINGLE, marks.QUOTE)


def _steps(attributes: Mapping[str, str], stripping: bool) -> list[Wrap]:
    """What changes the letters themselves."""
    steps: list[Wrap] = []
    if case := attributes.get("text-case"):
        steps.append(lambda text, english: text_case.change(text, case, english))
    if stripping or attributes.get("strip-periods") == "true":
        steps.append(lambda text, _: punctuation.without_periods(text))
    return steps


def affixes(attributes: Mapping[str, str]) -> tuple[str, str]:
    """Prefix and suffix, as marked text."""
    return rich_text.affix(attributes.get("prefix", "")), rich_text.affix(
        attributes.get("suffix", "")
    )
