"""Whether a value is of a form: libxml2 decides, as it does of whole records."""

from __future__ import annotations

from functools import cache, lru_cache

from lxml import etree

from archive.validate.grammar.schema import RNG

_LIBRARY = "http://www.w3.org/2001/XMLSchema-datatypes"


@lru_cache(maxsize=2**16)
def accepts(values: frozenset[bytes], value: str) -> bool:
    """Whether one of the patterns takes the value of an attribute, or the text of an element."""
    element = etree.Element("x")
    element.set("a", value)
    return bool(_grammar(values).validate(element))


@cache
def _grammar(values: frozenset[bytes]) -> etree.RelaxNG:
    body = b"".join(sorted(values)).decode()
    return etree.RelaxNG(
        etree.fromstring(
            f'<element name="x" xmlns="{RNG}" datatypeLibrary="{_LIBRARY}">'
            f'<attribute name="a"><choice>{body}</choice></attribute></element>'
        )
    )
