"""Where the fields of an entry stand: margins, blocks, and what goes round them."""

from __future__ import annotations

import pytest

from archive.cite.csl.processor import Processor
from archive.cite.csl.style import Style
from archive.cite.csl.tree import Text, Tree

ITEMS = [
    {"id": "1", "type": "book", "title": "Title ", "volume": "3"},
    {"id": "2", "type": "chapter", "title": "Other"},
]
NUMBER = '<text variable="citation-number" prefix="[" suffix="]"/>'
TITLE = '<text variable="title"/>'
VOLUME = '<text variable="volume"/>'


def entries(area: str, layout: str, elements: str) -> list[str]:
    style = Style(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        f"<info><title>T</title><id>T</id><updated>2009-08-10T04:49:00+09:00</updated></info>"
        f"<citation><layout>{TITLE}</layout></citation>"
        f"<bibliography {area}><layout {layout}>{elements}</layout></bibliography>"
        f"</style>".encode()
    )
    return [show(entry.tree) for entry in Processor(style, ITEMS).bibliography().entries]


def show(tree: Tree) -> str:
    """A tree in one line: ``block(text)``."""
    return "".join(
        node if isinstance(node, Text) else f"{node.kind}({show(node.children)})" for node in tree
    )


ALIGNED = {
    "two fields": (
        "",
        NUMBER + TITLE,
        ["left-margin([1])right-inline(Title)", "left-margin([2])right-inline(Other)"],
    ),
    "with affixes": (
        'prefix="(" suffix=")"',
        NUMBER + TITLE,
        ["left-margin(([1])right-inline(Title))", "left-margin(([2])right-inline(Other))"],
    ),
    "without the first": (
        'suffix="."',
        VOLUME + TITLE + NUMBER,
        ["left-margin(3)right-inline(Title[1].)", "right-inline(Other[2].)"],
    ),
    "without the second": (
        'suffix="."',
        NUMBER + VOLUME,
        ["left-margin([1])right-inline(3.)", "left-margin([2].)"],
    ),
    "the first by a condition": (
        "",
        f'<choose><if type="book">{NUMBER}{VOLUME}</if><else>{TITLE}{NUMBER}</else></choose>',
        ["left-margin([1])right-inline(3)", "left-margin(Other)right-inline([2])"],
    ),
}
BLOCKS = {
    "in blocks": (
        'prefix="(" suffix=")."',
        f'<group display="block">{TITLE}</group><group display="indent">{NUMBER}</group>',
        ["block((Title)indent([1]).)", "block((Other)indent([2]).)"],
    ),
    "in the line and a block": (
        'prefix="(" suffix=")"',
        f'{NUMBER}<text variable="title" display="block" suffix="."/>',
        ["([1]block(Title.))", "([2]block(Other.))"],
    ),
    "no blocks": ('suffix="."', TITLE, ["Title.", "Other."]),
}


@pytest.mark.parametrize(("layout", "elements", "shown"), ALIGNED.values(), ids=ALIGNED.keys())
def test_second_field_align(layout: str, elements: str, shown: list[str]) -> None:
    assert entries('second-field-align="flush"', layout, elements) == shown


@pytest.mark.parametrize(("layout", "elements", "shown"), BLOCKS.values(), ids=BLOCKS.keys())
def test_display(layout: str, elements: str, shown: list[str]) -> None:
    assert entries("", layout, elements) == shown
