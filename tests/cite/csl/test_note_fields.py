"""Variables in the field ``note``."""

from __future__ import annotations

from typing import Any

import pytest

from archive.cite.csl.note_fields import spread

NAMES, DATES = {"author", "editor"}, {"issued", "original-date"}

CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "prose": ({"note": "See: the cover"}, {"note": "See: the cover"}),
    "a line": ({"note": "genre: Map"}, {"note": "", "genre": "Map"}),
    "after a line of text": (
        {"note": "Read it.\ngenre: Map"},
        {"note": "Read it.", "genre": "Map"},
    ),
    "not after two": ({"note": "a\nb\ngenre: Map"}, {"note": "a\nb\ngenre: Map"}),
    "capitals": ({"note": "DOI: 10.1/x"}, {"note": "", "DOI": "10.1/x"}),
    "what is there stays": ({"note": "genre: Map", "genre": "A"}, {"note": "", "genre": "A"}),
    "but not a type": ({"note": "type: map", "type": "book"}, {"note": "", "type": "map"}),
    "nor a date": ({"note": "issued: 1930"}, {"note": "", "issued": {"raw": "1930"}}),
    "a name": (
        {"note": "editor: Doe || Ann\neditor: The Club"},
        {"note": "", "editor": [{"family": "Doe", "given": "Ann"}, {"literal": "The Club"}]},
    ),
    "in braces": ({"note": "a {:genre: Map} b"}, {"note": "a \n b", "genre": "Map"}),
    "no note": ({"title": "a"}, {"title": "a"}),
}


@pytest.mark.parametrize(("item", "spread_out"), CASES.values(), ids=CASES.keys())
def test_spread(item: dict[str, Any], spread_out: dict[str, Any]) -> None:
    before = dict(item)
    assert spread(item, NAMES, DATES) == spread_out
    assert item == before
