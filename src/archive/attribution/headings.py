"""Headings that the markup makes: the title, the subtitle under it, and those in the body."""

from __future__ import annotations

from dataclasses import replace

from archive.attribution import titles
from archive.attribution.draft import Draft
from archive.model.article import BlockKind
from archive.model.fact import Certainty, Rule

TITLE = Rule(
    "title/heading",
    "The first heading that the markup makes, and that is no label, byline or date, is the title.",
)
SUBTITLE = Rule(
    "title/heading-under-title",
    "A heading right under the title, of a lower rank, is the subtitle, unless another heading of "
    "that rank follows in the text.",
)
_MOST_OVER = 4  # lines over the title


def tell(draft: Draft, index: int) -> BlockKind | None:
    """What a heading over the body is; None for the first heading of the body itself."""
    bounds = draft.bounds[index]
    if draft.title is None:
        draft.title = replace(titles.title(draft.document, bounds), rule=TITLE)
        return BlockKind.TITLE
    if draft.subtitle is not None or draft.kinds.get(index - 1) is not BlockKind.TITLE:
        return None
    level = draft.level(index)
    behind = range(index + 1, len(draft.bounds))
    if level <= draft.level(index - 1) or any(draft.level(i) == level for i in behind):
        return None
    found = titles.subtitle(draft.document, bounds, Certainty.HIGH)
    draft.subtitle = replace(found, rule=SUBTITLE)
    return BlockKind.SUBTITLE


def stands_over(draft: Draft, index: int) -> bool:
    """Whether a line stands over the first heading of the first rank, which is the title."""
    if not draft.document.headings or not titles.is_heading(draft.text, draft.bounds[index]):
        return False
    for following in range(index + 1, min(index + _MOST_OVER, len(draft.bounds))):
        if draft.level(following) == 1:
            return True
        if titles.is_prose(draft.text, draft.bounds[following]):
            return False
    return False
