"""A composite citation: the names in the running text, the rest in brackets or in a note."""

from __future__ import annotations

from typing import Any

import pytest

from archive.cite.csl import Cite, Cluster, Processor, Style
from archive.cite.csl.tree import text_of

ITEMS: list[dict[str, Any]] = [
    {
        "id": "doe",
        "type": "book",
        "title": "Rain",
        "author": [{"family": "Doe", "given": "Ann"}],
        "issued": {"date-parts": [[2001]]},
    },
    {
        "id": "unsigned",
        "type": "article-newspaper",
        "title": "Wells",
        "container-title": "The Daily Herald",
        "issued": {"date-parts": [[2003]]},
    },
]
CASES = {
    "names and year": ("apa", "doe", "3", "Doe (2001, p. 3)"),
    "an author and the page": ("modern-language-association", "doe", "3", "Doe (3)"),
    "nothing but the names": ("modern-language-association", "doe", "", "Doe"),
    "a title where names would be": ("apa", "unsigned", "", "“Wells” (2003)"),
    "no names in citations": ("ieee", "doe", "3", "[1, p. 3]"),
}


@pytest.mark.parametrize(("style", "id_", "locator", "text"), CASES.values(), ids=CASES.keys())
def test_in_brackets(style: str, id_: str, locator: str, text: str) -> None:
    document = Processor(Style(style), ITEMS)
    document.append(Cluster((Cite(id_, locator),), composite=True))
    assert text_of(document.citations()[0]) == text


def test_in_notes() -> None:
    document = Processor(Style("chicago-notes-bibliography"), ITEMS)
    for note, locator in enumerate(("3", "4"), 1):
        document.append(Cluster((Cite("doe", locator),), note=note, composite=True))
    assert [text_of(names) for names in document.names()] == ["Ann Doe", "Doe"]
    assert [text_of(note) for note in document.citations()] == ["Rain (2001), 3.", "Rain, 4."]


def test_others_with_it_keep_their_names() -> None:
    document = Processor(Style("apa"), ITEMS)
    document.append(Cluster((Cite("unsigned"), Cite("doe")), composite=True))
    assert text_of(document.citations()[0]) == "“Wells” (2003; Doe, 2001)"


SUPPRESSED = {
    "names": ("doe", "(2001)"),
    "what stands for them": ("unsigned", "(2003)"),
}


@pytest.mark.parametrize(("id_", "text"), SUPPRESSED.values(), ids=SUPPRESSED.keys())
@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "harvard-cite-them-right"])
def test_suppressed(style: str, id_: str, text: str) -> None:
    document = Processor(Style(style), ITEMS)
    document.append(Cluster((Cite(id_, suppress_author=True),)))
    assert text_of(document.citations()[0]) == text
