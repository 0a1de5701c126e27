"""What the markup says of the article and does not print: meta tags, titles, addresses, JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.model.document import Bounds
from archive.read._html import jsonld
from archive.read._html.characters import Run, joined, runs, value
from archive.read._html.tokens import Token, attributes
from archive.read._html.tree import Tree

_ADDRESS = re.compile(r"\s*https?://[^\s/]", re.IGNORECASE)
_META = re.compile(
    r"(?:og|article|book|profile|twitter):[a-z_:]{2,40}|(?:dc|dcterms)[.:][a-z.]{2,40}|"
    r"citation_[a-z_]{2,40}|prism\.[a-z]{2,40}|(?:parsely|sailthru|bt|cxenseparse|shareaholic)[-.::]"
    r"[a-z:_-]{2,40}|authors?|byl|byline|copyright|rights|license|date|pubdate|publish-?date|"
    r"date\.?published|last-modified|description|title|headline|source|publisher|language|lp|"
    r"(?:date)(?:published|modified|created)",
)
_NOT_SAID = re.compile(
    r"og:image|og:video|og:type|twitter:(?:image|card|app|player|domain)|.*:image"
)
TITLES = frozenset({"html:title", "og:title", "json-ld:headline", "citation_title", "dc.title"})
"""The names of what the markup calls the page or its article."""

_LONGEST = 2000  # characters of a value


def told(found: Tree) -> Iterator[tuple[str, list[Run]]]:
    """The names and values, in the order of the markup; none is empty.

    Names are ``html:lang`` and ``html:title``; the ``property`` or ``name`` of a meta tag, in
    lower case, if it is in a vocabulary (``og:title``, ``dc.creator``, ``citation_date``), else
    with ``meta:`` before it (``meta:author``); ``link:canonical``, ``link:license``; and
    ``json-ld:`` with the name of a property (``json-ld:headline``, ``json-ld:author``).
    """
    for name, said in _all(found):
        if said and sum(len(run.text) for run in said) <= _LONGEST:
            yield name, said


def is_address(markup: str, bounds: Bounds) -> bool:
    """Whether the value of an attribute is the address of a page on the web, in full."""
    return _ADDRESS.match(markup, *bounds) is not None


def _all(found: Tree) -> Iterator[tuple[str, list[Run]]]:
    for token in found.head:
        yield from _head(found.markup, token)
    for tag, bounds in found.raw:
        if tag.name == "title":
            yield "html:title", joined(runs(found.markup, bounds))
        elif "ld+json" in found.markup[slice(*tag.attributes)].lower():
            yield from jsonld.told(found.markup, bounds)
    for anchor in found.anchors:
        if "license" in anchor.rel.split() and is_address(found.markup, anchor.target):
            yield "link:license", value(found.markup, anchor.target)


def _head(markup: str, token: Token) -> Iterator[tuple[str, list[Run]]]:
    given = attributes(markup, token.attributes)
    if token.name == "html" and "lang" in given:
        yield "html:lang", value(markup, given["lang"])
    elif token.name == "link" and "rel" in given and "href" in given:
        for rel in sorted({"canonical", "license"} & set(_said(markup, given["rel"]).split())):
            yield f"link:{rel}", value(markup, given["href"])
    elif token.name == "meta" and "content" in given:
        key = next((key for key in ("property", "name", "itemprop") if key in given), "")
        name = _said(markup, given[key]) if key else ""
        if _META.fullmatch(name) and not _NOT_SAID.match(name):
            known = re.search(r"[:._-]", name) is not None
            yield (name if known else f"meta:{name}"), value(markup, given["content"])


def _said(markup: str, bounds: Bounds) -> str:
    return markup[slice(*bounds)].strip().lower()[:80]
