"""Where tags begin and end in markup, as browsers tell them.

Source: https://html.spec.whatwg.org/multipage/parsing.html#tokenization
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from archive.model.document import Bounds


class Kind(Enum):
    """What a token is."""

    TEXT = "text"
    START = "start"
    END = "end"
    RAW = "raw"  # what stands in a script, a style sheet or a title: markup is not told in it


class Token(NamedTuple):
    """A tag or a run of text.

    Attributes:
        kind: what it is.
        name: of the element, in lower case; empty for text.
        bounds: of all its characters.
        attributes: the characters between the name and the end of the tag.
    """

    kind: Kind
    name: str
    bounds: Bounds
    attributes: Bounds = (0, 0)


_TAG = re.compile(
    r"""<(/?)([A-Za-z][^\s/>]*+)"""
    r"""((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)*+)>"""
)
_TAG_WITHOUT_QUOTES = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)([^>]*+)>")
_OPENING = re.compile(r"<(?:/?([A-Za-z])|[!?/])")
_ATTRIBUTE = re.compile(
    r"""([^\s=/>"'][^\s=/>]*+)\s*+(?:=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?+"""
)
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_BEHIND_A_NAME = frozenset(" \t\n\r\f/>")


def tokens(markup: str) -> Iterator[Token]:
    """The tags and the text between them, in order; comments and declarations are left out.

    Linear in the length of ``markup``, whatever stands in it. A tag that never ends ends the page.
    """
    text, place, tag = 0, 0, _TAG
    while opening := _OPENING.search(markup, place):
        less = opening.start()
        match = tag.match(markup, less) if opening[1] else None
        if match:
            if text < less:
                yield Token(Kind.TEXT, "", (text, less))
            name, text = match[2].lower(), match.end()
            kind = Kind.END if match[1] else Kind.START
            yield Token(kind, name, match.span(), match.span(3))
            if kind is Kind.START and name == "plaintext":
                break
            if kind is Kind.START and name in _RAW:
                end = _end_of_raw(markup, text, name)
                yield Token(Kind.RAW, name, (text, end))
                text = end
            place = text
        elif opening[1] and tag is _TAG:
            tag, place = _TAG_WITHOUT_QUOTES, less  # a quotation mark that never closes
        else:
            if text < less:
                yield Token(Kind.TEXT, "", (text, less))
            text = place = len(markup) if opening[1] else _end_of_other(markup, less)
    if text < len(markup):
        yield Token(Kind.TEXT, "", (text, len(markup)))


def _end_of_other(markup: str, less: int) -> int:
    """Where a comment or a declaration ends; one that never does ends the page."""
    comment = markup.startswith("<!--", less)
    end = markup.find("-->", less + 2) + 2 if comment else markup.find(">", less)
    return end + 1 if end > less else len(markup)


def _end_of_raw(markup: str, start: int, name: str) -> int:
    """Where the end tag of such an element begins; the end of the page if there is none."""
    end = markup.find("</", start)
    while end >= 0:
        behind = end + 2 + len(name)
        if markup[end + 2 : behind].lower() == name and markup[behind : behind + 1] in (
            _BEHIND_A_NAME
        ):
            return end
        end = markup.find("</", end + 2)
    return len(markup)


def attributes(markup: str, bounds: Bounds) -> dict[str, Bounds]:
    """The attributes of a tag: the bounds of each value by its name; of several, the first."""
    found: dict[str, Bounds] = {}
    for match in _ATTRIBUTE.finditer(markup, *bounds):
        group = match.lastindex or 1
        value = match.span(group) if group > 1 else (match.end(), match.end())
        found.setdefault(match[1].lower(), value)
    return found
