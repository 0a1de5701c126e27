"""Citation labels ("Doe99", "RoNo78"): the variable ``citation-label`` of items that have none.

CSL 1.0.2, appendix IV, leaves the form open; this is that of citeproc-js: four letters of one
name, two of each of two, one of each of the first four where there are more, and two digits of
the year.
"""

from __future__ import annotations

import re

from archive.cite.csl import marks
from archive.cite.csl.items import Item

#: Where the names come from: the first of these that the item has.
_NAMES = (
    *("author", "chair", "editor", "translator", "contributor", "container-author", "interviewer"),
    *("recipient", "composer", "director", "illustrator", "collection-editor", "original-author"),
    "reviewed-author",
)
#: How many letters of each name, by the number of names.
_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_BEFORE = re.compile(r"[a-z'’ ]+ +|(?:[Aa]n?|[Tt]he) +")
_NO_LETTER = re.compile(r"[\W\d_]")


def label(item: Item) -> str:
    """The label of an item: of its names, or else of its title; the year is 00 if it has none."""
    names = next((item.names[name] for name in _NAMES if name in item.names), ())
    counts = _LETTERS.get(len(names), (1, 1, 1, 1))
    letters = [
        _letters(name.family or name.literal)[:count].capitalize()
        for name, count in zip(names, counts, strict=False)
    ]
    return ("".join(letters) or _letters(item.texts.get("title", ""))[:4].capitalize()) + _year(
        item
    )


def _letters(words: str) -> str:
    """The words without particles and articles before them, spaces and marks."""
    return _NO_LETTER.sub("", _BEFORE.sub("", marks.bare(words), count=1))


def _year(item: Item) -> str:
    date = item.dates.get("issued")
    return f"{abs(date.ends[0].year) % 100:02}" if date and date.ends else "00"
