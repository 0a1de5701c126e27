"""Addresses in an entry are links (CSL 1.0.2, "Links")."""

from __future__ import annotations

import pytest

from archive.cite.csl.clusters import Cite, Cluster
from archive.cite.csl.processor import Processor
from archive.cite.csl.style import Style
from archive.cite.csl.writers import markdown

CASES = {
    "an address": ('<text variable="URL"/>', {"URL": " http://a.b/c "}, "<http://a.b/c>"),
    "what is no address": ('<text variable="URL"/>', {"URL": "a.b"}, "a.b"),
    "a DOI": (
        '<text variable="DOI" prefix="doi:"/>',
        {"DOI": "10.1000/1"},
        "doi:[10.1000/1](<https://doi.org/10.1000/1>)",
    ),
    "a DOI behind its resolver": (
        '<text variable="DOI" prefix="at https://doi.org/" suffix="."/>',
        {"DOI": "10.1000/1"},
        "at <https://doi.org/10.1000/1>.",
    ),
    "a DOI with its resolver": (
        '<text variable="DOI" prefix="doi: "/>',
        {"DOI": "https://doi.org/10.1000/1"},
        "doi: <https://doi.org/10.1000/1>",
    ),
    "the same behind a resolver": (
        '<text variable="DOI" prefix="https://doi.org/"/>',
        {"DOI": "https://doi.org/10.1000/1"},
        "https://doi.org/<https://doi.org/10.1000/1>",
    ),
    "in italics, and a full stop": (
        '<group suffix="."><text variable="URL" font-style="italic"/></group>',
        {"URL": "http://a.b/?c"},
        "*<http://a.b/?c>*.",
    ),
}


@pytest.mark.parametrize(("element", "item", "said"), CASES.values(), ids=CASES.keys())
def test_links(element: str, item: dict[str, str], said: str) -> None:
    style = Style(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        f"<info><title>T</title><id>T</id><updated>2009-08-10T04:49:00+09:00</updated></info>"
        f"<citation><layout>{element}</layout></citation></style>".encode()
    )
    processor = Processor(style, [{"id": "1", "type": "webpage", **item}])
    processor.append(Cluster((Cite("1"),)))
    assert markdown.write(processor.citations()[0]) == said
