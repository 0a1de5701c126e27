"""What an author writes into a document: a cluster of cites at one place in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cite:
    """One item cited in a cluster.

    Args:
        id: of the item.
        locator: a place in it, as written (``3-5``); empty if none.
        label: what the locator counts, a locator type of CSL 1.0.2, appendix III (``page``).
        prefix: rich text before the cite (``see``).
        suffix: rich text after it.
        suppress_author: leave out the names (``Doe (2001)`` written as ``Doe [-@doe]``).
        author_only: print nothing but the names.
    """

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """Cites that stand together, in one pair of brackets or one note.

    Args:
        cites: in the order written; the style may sort them.
        note: number of the note they stand in; 0 for the text itself.
        composite: the names of the first cite stand in the running text, the rest in brackets
            ("Doe (2001)"), or in a note, if the style is one of notes (``Processor.names``).
    """

    cites: tuple[Cite, ...]
    note: int = 0
    composite: bool = False
