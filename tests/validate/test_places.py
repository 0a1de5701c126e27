"""A finding points to the start tag, whatever stands around it."""

from __future__ import annotations

import pytest
from lxml import etree

from archive.validate.places import Places

FILES = {
    "one line": ("<a><b/><p/></a>", (1, 8)),
    "after characters beyond ASCII": ("<a>é𝄞\u2028<p/></a>", (1, 7)),
    "after a byte order mark": ("\ufeff<p/>", (1, 1)),
    "in a comment before": ("<a><!-- <p> --><p/></a>", (1, 16)),
    "in a CDATA section before": ("<a><![CDATA[<p>]]>\n <p/></a>", (2, 2)),
    "in an instruction before": ("<?xml version='1.0'?><a><?php <p> ?><p/></a>", (1, 37)),
    "a bracket in a value before": ("<a b='>' c=\">'>\"><p/></a>", (1, 18)),
    "a tag over several lines": ("<a>\n  <p\n    b='1'\n  >x</p></a>", (2, 3)),
    "a tag over lines, and one in a comment behind it": ("<a>\n<p\n>x<!-- <p> --></p></a>", (2, 1)),
    "a tag over lines, in a comment of the lines before": (
        "<a><!--\n<p b='1'> --><p\n/></a>",
        (2, 14),
    ),
    "the last of a line": ("<a>\n  <p\n/></a>", (2, 3)),
    "a name that begins so": ("<a><pb/><p/></a>", (1, 9)),
    "a prefix": ("<a xmlns:x='y'><x:p/></a>", (1, 16)),
    "a line beyond 65,535": ("<a>" + "\n" * 70_000 + "<p/></a>", (70_001, 1)),
}


def test_a_tag_over_lines_before_one_of_its_name() -> None:
    xml = b"<a>\n<p\n n='1'>x</p><p>y</p></a>"
    elements = list(etree.fromstring(xml).iter("*"))
    places = Places(xml, elements)
    assert [places.of(element) for element in elements] == [(1, 1), (2, 1), (3, 13)]


@pytest.mark.parametrize(("xml", "place"), FILES.values(), ids=FILES.keys())
def test_the_place_of_a_start_tag(xml: str, place: tuple[int, int]) -> None:
    root = etree.fromstring(xml.encode())
    elements = list(root.iter("*"))
    (wanted,) = (e for e in elements if etree.QName(e).localname == "p")
    assert Places(xml.encode(), elements).of(wanted) == place
