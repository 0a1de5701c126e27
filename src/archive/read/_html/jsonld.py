"""JSON-LD in a page: what it says of the article, each value with its place.

It is read as far as it goes: a comma too many, a line end inside a string or an end that is
missing changes nothing of what stands before it.

Source: https://schema.org/Article, https://www.rfc-editor.org/rfc/rfc8259
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.model.document import Bounds
from archive.read._html.characters import Run, fit, joined

_TOKEN = re.compile(r'"((?:[^"\\]++|\\.)*+)"|([{}\[\]:,])|[^\s"{}\[\]:,]++|"', re.DOTALL)
_PIECE = re.compile(
    r"(?P<space>\s+)|\\u(?P<pair>[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\u(?P<code>[0-9a-fA-F]{4})|\\(?P<escape>[\"\\/bfnrt])|(?P<plain>[^\s\\]+(?: [^\s\\]+)*)|\\"
)
_ESCAPES = {"b": "", "f": " ", "n": " ", "r": " ", "t": " "}
_ARTICLE = re.compile(r"(?:\w{0,40}Article|\w{0,20}Posting|Report|CreativeWork|WebPage)\Z")
_NOT_CHOSEN = re.compile(r"WebPage\Z")
_SAID = ("headline", "name", "alternativeHeadline", "datePublished", "dateModified", "dateCreated")
_MORE = ("inLanguage", "license", "copyrightNotice", "copyrightYear", "url", "description")
_NAMED = ("author", "creator", "publisher", "copyrightHolder", "sourceOrganization", "isPartOf")
_MOST = 100  # values that are told of one script

String = Bounds


class Thing(dict[str, list["String | Thing"]]):
    """An object: its properties, each with the list of its values."""


Value = String | Thing


def told(markup: str, bounds: Bounds) -> Iterator[tuple[str, list[Run]]]:
    """What the objects for articles say, in order: ``json-ld:headline``, ``json-ld:author``.

    Of a person or an organisation, the name is told. An object that stands for another by its
    ``@id`` is looked up among all of the script.
    """
    things = _things(markup, bounds)
    by_id: dict[str, Thing] = {}
    for thing in things:
        for name in _strings(thing, "@id"):
            if "name" in thing:
                by_id.setdefault(markup[slice(*name)], thing)
    told = 0
    for thing in _articles(markup, things):
        for key in (*_SAID, *_MORE, *_NAMED):
            for value in thing.get(key, []):
                for said in _names(markup, value, by_id) if key in _NAMED else [value]:
                    if isinstance(said, tuple) and told < _MOST:
                        told += 1
                        yield f"json-ld:{key}", _runs(markup, said)


def _articles(markup: str, things: list[Thing]) -> list[Thing]:
    """The objects for articles; those for pages, if there are no others."""
    found = [(_type(markup, thing), thing) for thing in things]
    articles = [(kind, thing) for kind, thing in found if _ARTICLE.match(kind)]
    chosen = [thing for kind, thing in articles if not _NOT_CHOSEN.search(kind)]
    return chosen or [thing for _, thing in articles]


def _type(markup: str, thing: Thing) -> str:
    kinds = [markup[slice(*kind)].rpartition("/")[2] for kind in _strings(thing, "@type")]
    return next((kind for kind in kinds if _ARTICLE.match(kind)), "")


def _strings(thing: Thing, key: str) -> list[String]:
    return [value for value in thing.get(key, []) if isinstance(value, tuple)]


def _names(markup: str, value: Value, by_id: dict[str, Thing]) -> list[Value]:
    """The names of a person or an organisation that is written out or stands elsewhere."""
    if isinstance(value, tuple):
        return [value]
    if "name" in value:
        return value["name"]
    ids = [markup[slice(*name)] for name in _strings(value, "@id")]
    return next((by_id[name]["name"] for name in ids if name in by_id), [])


def _things(markup: str, bounds: Bounds) -> list[Thing]:
    """All objects, in the order of their beginnings; a property has the list of its values.

    Lists in lists are one list. Nothing recurses, and nothing is too broken.
    """
    found: list[Thing] = []
    open_things: list[tuple[str, Thing | None, str]] = []  # what closes it, it, and the key around
    thing: Thing | None = None
    key, wants_value = "", False
    for match in _TOKEN.finditer(markup, *bounds):
        mark = match[2]
        if mark in ("{", "["):
            open_things.append(("}" if mark == "{" else "]", thing, key))
            if mark == "{":
                inner = Thing()
                _put(thing, key, inner)
                found.append(inner)
                thing, key, wants_value = inner, "", False
        elif mark in ("}", "]"):
            if open_things and open_things[-1][0] == mark:
                _, thing, key = open_things.pop()
            wants_value = bool(open_things) and open_things[-1][0] == "]"
        elif mark == ":":
            wants_value = True
        elif mark == ",":
            wants_value = bool(open_things) and open_things[-1][0] == "]"
        elif match[1] is not None:
            if wants_value:
                _put(thing, key, match.span(1))
            else:
                key = match[1]
    return found


def _put(thing: Thing | None, key: str, value: Value) -> None:
    if thing is not None and key:
        thing.setdefault(key, []).append(value)


def _runs(markup: str, bounds: Bounds) -> list[Run]:
    """The characters of a string, escapes resolved, on one line."""
    found = []
    for match in _PIECE.finditer(markup, *bounds):
        group = match.lastgroup
        if group == "plain":
            text = match[0]
        elif group == "space":
            text = " "
        elif group == "escape":
            text = _ESCAPES.get(match["escape"], match["escape"])
        elif group == "pair":
            text = _pair(match["pair"])
        elif group == "code":
            text = chr(int(match["code"], 16))
        else:
            text = ""
        found.append(Run(fit(text), match.start(), match.end()))
    return joined(found)


def _pair(pair: str) -> str:
    high, low = int(pair[:4], 16), int(pair[6:], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
