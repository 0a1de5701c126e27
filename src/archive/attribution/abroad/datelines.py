"""Wire datelines of a language: "BUENOS AIRES, 31 oct 2006 (IPS) - " before the first words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.attribution.abroad.dates import printed_date
from archive.attribution.credits import Credit
from archive.attribution.imprints import WIRE
from archive.attribution.services import WIRES
from archive.attribution.tongues import Tongue
from archive.model.article import Block, BlockKind, Organisation, SegmentKind
from archive.model.document import Document
from archive.model.fact import Fact

_DATELINE = re.compile(
    r"[\s*_]{0,4}(?:[^\W\d_][\w.'’/-]{0,24}[ ,/]{1,3}){1,7}(?P<when>[^()\n]{0,30}?)\s?"
    r"\((?P<agency>[A-Za-z][A-Za-z/&. -]{1,24})\)\s?(?P<behind>[^()\n–—-]{0,24}?)\s?(?:--?|–|—)\s"
)


def dateline(document: Document, blocks: Iterable[Block], tongue: Tongue) -> Credit | None:
    """What the dateline at the head of the first paragraph says; None if there is none."""
    first = next((b for b in blocks if b.kind is BlockKind.PARAGRAPH), None)
    if first is None:
        return None
    text, start = document.prose, first.span.start
    match = _DATELINE.match(text, start, min(first.span.end, start + 160))
    if match is None or not _in_capitals(match.group()):
        return None
    name = WIRES.get(match["agency"].casefold())
    if name is None:
        return None
    short = match["agency"] if match["agency"] != name else ""
    when = printed_date(text, tongue, start, match.end())
    return Credit(
        SegmentKind.SOURCE_LINE,
        Fact(Organisation(name, short), document.span(*match.span("agency")), WIRE),
        document.span(start, match.end()),
        date=Fact(when.iso, document.span(when.start, when.end), WIRE) if when else None,
        imprint=True,
    )


def _in_capitals(line: str) -> bool:
    """Whether a dateline begins with a place in capitals."""
    return re.match(r"[\s*_]*[^\W\d_a-zß-ÿ]{2}", line) is not None
