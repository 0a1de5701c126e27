"""Items to cite: CSL-JSON, checked, and read into what the engine works with.

Source: CSL 1.0.2, appendix IV "Variables", and the JSON schema of CSL data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from archive.cite.csl import name_variables, note_fields, rich_text
from archive.cite.csl.dates import Date
from archive.cite.csl.name_variables import Name
from archive.errors import BadItem

NAMES = frozenset(
    [
        "author",
        "chair",
        "collection-editor",
        "compiler",
        "composer",
        "container-author",
        "contributor",
        "curator",
        "director",
        "editor",
        "editor-translator",
        "editorial-director",
        "executive-producer",
        "guest",
        "host",
        "illustrator",
        "interviewer",
        "narrator",
        "organizer",
        "original-author",
        "performer",
        "producer",
        "recipient",
        "reviewed-author",
        "script-writer",
        "series-creator",
        "translator",
    ]
)
DATES = frozenset(
    [
        "accessed",
        "available-date",
        "container",
        "event-date",
        "issued",
        "original-date",
        "submitted",
    ]
)
NUMBERS = frozenset(
    [
        "chapter-number",
        "citation-number",
        "collection-number",
        "edition",
        "first-reference-note-number",
        "issue",
        "locator",
        "number",
        "number-of-pages",
        "number-of-volumes",
        "page",
        "page-first",
        "part-number",
        "printing-number",
        "section",
        "supplement-number",
        "version",
        "volume",
    ]
)
#: Other names for a variable, as reference managers write them, and the one that CSL has.
_SHORT = {"shortTitle": "title-short", "journalAbbreviation": "container-title-short"}
_NOT_VARIABLES = frozenset(("id", "type"))


class Item:
    """One item.

    Attributes:
        id: as given, a number as its digits.
        type: of CSL 1.0.2, appendix III; ``document`` if none is given.
        texts: the variables that are text or numbers, as marked text; no empty ones.
        names: the names variables, no empty lists.
        dates: the dates.
        cased: whether words of the style may be set in title case; not for what has a jurisdiction.
        english: whether those of the item may, too.
        raw: the mapping as it was given, with extra variables and those written into its note.
    """

    __slots__ = ("cased", "dates", "english", "id", "names", "raw", "texts", "type")

    def __init__(
        self, raw: Mapping[str, Any], read_text: Callable[[str], str], *, english: bool
    ) -> None:
        self.raw = raw = note_fields.spread(raw, NAMES, DATES)
        self.id = _id(raw)
        self.type = _type(raw, self.id)
        self.texts: dict[str, str] = {}
        self.names: dict[str, tuple[Name, ...]] = {}
        self.dates: dict[str, Date] = {}
        for variable, value in raw.items():
            if value is not None and variable not in _NOT_VARIABLES:
                self._read(variable, value, read_text)
        language = self.texts.get("language")
        #: A case at law keeps its name (citeproc-js).
        self.cased = "jurisdiction" not in self.texts
        self.english = self.cased and (language[:2].lower() == "en" if language else english)

    def _read(self, variable: str, value: Any, read_text: Callable[[str], str]) -> None:
        if variable in NAMES:
            if names := _names(self, variable, value, read_text):
                self.names[variable] = names
        elif variable in DATES:
            if value != "" and (date := Date.read(value, (self.id, variable), read_text)):
                self.dates[variable] = date
        elif isinstance(value, str):
            said = value.strip()  # what a style puts next to it comes close, as in citeproc-js
            counts = variable in NUMBERS
            if text := rich_text.number(said, read_text) if counts else read_text(said):
                self.texts[_SHORT.get(variable, variable)] = text
        elif name_variables.is_number(value):
            self.texts[variable] = str(value)
        elif variable in _TEXTS:
            raise BadItem(self.id, variable, "a string or a number")


#: The variables of CSL that are text: anything else of another type is extra, and let be.
_TEXTS = NUMBERS | frozenset(
    [
        "abstract",
        "annote",
        "archive",
        "archive-place",
        "archive_collection",
        "archive_location",
        "authority",
        "call-number",
        "citation-key",
        "citation-label",
        "collection-title",
        "container-title",
        "container-title-short",
        "dimensions",
        "division",
        "DOI",
        "event-place",
        "event-title",
        "genre",
        "ISBN",
        "ISSN",
        "jurisdiction",
        "keyword",
        "language",
        "license",
        "medium",
        "note",
        "original-publisher",
        "original-publisher-place",
        "original-title",
        "part-title",
        "PMCID",
        "PMID",
        "publisher",
        "publisher-place",
        "references",
        "reviewed-genre",
        "reviewed-title",
        "scale",
        "source",
        "status",
        "title",
        "title-short",
        "URL",
        "volume-title",
        "year-suffix",
    ]
)


def read(
    items: Iterable[Mapping[str, Any]], read_text: Callable[[str], str], *, english: bool
) -> dict[str, Item]:
    """The items by id, in the order given.

    Args:
        items: CSL-JSON.
        read_text: what reads a field (``rich_text.reader``).
        english: whether an item is in English that does not say its language.

    Raises:
        BadItem: an item is no mapping, has no id or one that another has, or a variable is of
            the wrong type.
    """
    found: dict[str, Item] = {}
    for raw in items:
        if not isinstance(raw, Mapping):
            raise BadItem(
                "(not an item)", "item", f"an object with 'id' and 'type', not {raw!r:.40}"
            )
        item = Item(raw, read_text, english=english)
        if item.id in found:
            raise BadItem(
                item.id, "id", "a string, different for each item; this one is there twice"
            )
        found[item.id] = item
    return found


def _id(raw: Mapping[str, Any]) -> str:
    value = raw.get("id")
    if isinstance(value, int) and name_variables.is_number(value):
        return str(value)
    if not isinstance(value, str) or not value:
        raise BadItem("(without id)", "id", "a string, different for each item")
    return value


def _type(raw: Mapping[str, Any], item: str) -> str:
    value = raw.get("type") or "document"
    if not isinstance(value, str):
        raise BadItem(item, "type", "a type of CSL, such as 'article-newspaper'")
    return value


def _names(
    item: Item, variable: str, value: Any, read_text: Callable[[str], str]
) -> tuple[Name, ...]:
    if not isinstance(value, list) or not all(isinstance(name, Mapping) for name in value):
        raise BadItem(
            item.id, variable, "a list of names, each with 'family' and 'given' or 'literal'"
        )
    language = item.raw.get("language")
    language = language if isinstance(language, str) else ""
    return tuple(name for each in value if (name := Name.read(each, language, read_text)))
