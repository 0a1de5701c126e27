"""News, cited as the manuals want it: every golden, as text and as HTML."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Iterator, Mapping
from types import ModuleType

import pytest

from archive.cite.csl import Cite, Cluster, Processor, Style, marks, styles, writers
from cite.csl.goldens import (
    Cites,
    Golden,
    ama,
    apa,
    chicago_author_date,
    chicago_notes,
    harvard,
    ieee,
    mhra,
    mla,
    oscola,
    turabian,
    vancouver,
)
from cite.csl.goldens.items import ITEMS

MANUALS: Mapping[str, ModuleType] = {
    "AMA": ama,
    "APA": apa,
    "Chicago, author-date": chicago_author_date,
    "Chicago, notes": chicago_notes,
    "Cite Them Right": harvard,
    "IEEE": ieee,
    "MHRA": mhra,
    "MLA": mla,
    "OSCOLA": oscola,
    "Turabian": turabian,
    "Vancouver": vancouver,
}
CASES = {
    f"{name}, {case}": (manual, golden)
    for name, manual in MANUALS.items()
    for case, golden in manual.GOLDENS.items()
}
#: Of the installed styles; all of them take the items of the goldens (48 seconds).
SAMPLE = random.Random(2008).sample(
    sorted({styles.resolve(name).path.stem for name in styles.names()}), 40
)
ITALICS = re.compile(r"</?(?:i|em|cite)\b[^>]*>")
MARGIN = '</div><div class="csl-right-inline">'
TAG = re.compile(r"<[^>]*>")


def clusters(golden: Golden, style: Style) -> Iterator[Cluster]:
    """The clusters of the golden; in a note style each has a note of its own."""
    for number, (cites, _) in enumerate(golden.cited, start=1):
        yield cluster(cites, number if style.notes else 0)


def cluster(cites: Cites, note: int) -> Cluster:
    made = (Cite(cite["id"], cite["locator"], cite["label"]) for cite in cites)
    return Cluster(tuple(made), note=note)


def printed(manual: ModuleType, golden: Golden) -> tuple[list[str], list[str]]:
    """The text and the HTML of what the golden looks at, clusters first."""
    style = Style(manual.STYLE, getattr(manual, "LOCALE", None))
    document = Processor(style, [ITEMS[name] for name in golden.items])
    for each in clusters(golden, style):
        document.append(each)
    trees = document.citations()
    if golden.entries:
        trees += [entry.tree for entry in document.bibliography().entries]
    text, markup = writers.load("text"), writers.load("html")
    return [text.write(tree) for tree in trees], [markup.write(tree) for tree in trees]


def starred(markup: str) -> str:
    """HTML as the goldens are written: italics as stars, a margin as a space."""
    spaced = markup.replace(MARGIN, f" {MARGIN}")
    return html.unescape(TAG.sub("", ITALICS.sub("*", spaced))).strip()


@pytest.mark.parametrize(("manual", "golden"), CASES.values(), ids=CASES.keys())
def test_golden(manual: ModuleType, golden: Golden) -> None:
    wanted = [text for _, text in golden.cited] + list(golden.entries)
    text, markup = printed(manual, golden)
    assert text == [each.replace("*", "") for each in wanted]
    assert [starred(each) for each in markup] == wanted


@pytest.mark.parametrize("manual", MANUALS.values(), ids=MANUALS.keys())
def test_every_manual_has_ten_that_its_style_follows(manual: ModuleType) -> None:
    goldens: Mapping[str, Golden] = manual.GOLDENS
    assert sum(not golden.departs for golden in goldens.values()) >= 10
    assert all(golden.rule and (golden.entries or golden.cited) for golden in goldens.values())


def test_every_item_is_cited() -> None:
    assert {name for _, golden in CASES.values() for name in golden.items} == set(ITEMS)


@pytest.mark.parametrize("name", SAMPLE)
def test_any_style_prints_every_item(name: str) -> None:
    style = Style(name)
    document = Processor(style, ITEMS.values())
    trees = [entry.tree for entry in document.bibliography().entries]
    for number, item in enumerate(ITEMS, start=1):
        document.append(Cluster((Cite(item, "3"),), note=number if style.notes else 0))
    for tree in [*trees, *document.citations()]:
        for written in (writers.load("text").write(tree), writers.load("html").write(tree)):
            assert written.strip()
            assert written == marks.clean(written)
