"""Labels of numbers: the term, singular or plural, and what stands without a number."""

from __future__ import annotations

from typing import Any

import pytest

from archive.cite.csl import Cite, Cluster, Processor, Style
from archive.cite.csl.tree import text_of

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>T</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout>{layout}</layout></citation></style>"""


def cited(layout: str, locator: str = "", label: str = "page", **item: Any) -> str:
    """One book cited once, with a locator or not."""
    book = {"id": "a", "type": "book", "title": "Rain", **item}
    document = Processor(Style(STYLE.format(layout=layout).encode()), [book])
    document.append(Cluster((Cite("a", locator, label),)))
    return text_of(document.citations()[0])


VOLUME = '<label variable="volume"/><text variable="volume" prefix=" "/>'
NEVER, ALWAYS = (
    VOLUME.replace('"volume"/', f'"volume" plural="{p}"/', 1) for p in ("never", "always")
)
LABELS = {
    "one": (VOLUME, {"volume": "2"}, "volume 2"),
    "two": (VOLUME, {"volume": "2-3"}, "volumes 2–3"),
    "no number": (VOLUME, {"volume": "IV und V"}, "volume IV und V"),
    "never": (NEVER, {"volume": "2-3"}, "volume 2–3"),
    "always": (ALWAYS, {"volume": "2"}, "volumes 2"),
    "so many": (
        VOLUME.replace("volume", "number-of-volumes"),
        {"number-of-volumes": "4"},
        "volumes 4",
    ),
    # as citeproc-js; the specification has no label without its variable
    "of another variable": (
        '<group><label variable="number" form="short"/><text variable="issue" prefix=" "/></group>',
        {"issue": "3"},
        "no. 3",
    ),
    "alone in a group": (
        '<text variable="title"/><group><label variable="page"/><text variable="page"/></group>',
        {},
        "Rain",
    ),
}


@pytest.mark.parametrize(("layout", "item", "text"), LABELS.values(), ids=LABELS.keys())
def test_label(layout: str, item: dict[str, Any], text: str) -> None:
    assert cited(layout, **item) == text


LOCATOR = '<label variable="locator" form="short"/><text variable="locator" prefix=" "/>'
LOCATORS = {
    "a page": ("12", "page", "p. 12"),
    "pages": ("12-14", "page", "pp. 12–14"),
    "chapters": ("2 & 3", "chapter", "chaps. 2 & 3"),
    "a label in the locator": ("fig. 3", "page", "fig. 3"),
    "two labels": ("12-14, fig. 3", "page", "pp. 12–14, fig. 3"),
}


@pytest.mark.parametrize(("locator", "label", "text"), LOCATORS.values(), ids=LOCATORS.keys())
def test_locator(locator: str, label: str, text: str) -> None:
    assert cited(LOCATOR, locator, label) == text


def test_groups_that_sort_alike_stand_in_the_order_of_their_names() -> None:
    layout = '<names variable="author"/><date variable="issued" form="text" prefix=" "/>'
    options = (
        '<citation collapse="year"><sort><key variable="issued"/></sort><layout delimiter="; ">'
    )
    style = STYLE.replace("<citation><layout>", options).format(layout=layout)
    years = {"Roe": 2000, "Doe": 2000, "Ek": 1999, "Lee": 2000}
    items = [
        {
            "id": name,
            "type": "book",
            "author": [{"family": name}],
            "issued": {"date-parts": [[year]]},
        }
        for name, year in years.items()
    ]
    document = Processor(Style(style.encode()), items)
    document.append(Cluster(tuple(Cite(name) for name in years)))
    assert text_of(document.citations()[0]) == "Ek 1999; Doe 2000; Lee 2000; Roe 2000"
