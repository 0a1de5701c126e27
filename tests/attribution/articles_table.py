"""What the tests of the attribution rules share: a body, a document made around it, quoting."""

from __future__ import annotations

from archive.attribution.articles import articles
from archive.model.article import Appearance, Article, BlockKind
from archive.model.document import Document
from archive.model.fact import Fact, Span

SOURCE = "0" * 64
TITLE = "Preparing for rain in Norland"
BODY = """\
Criticism has been levelled against the council's efforts to hold talks with the guilds of the \
valley. While concerns about the dam remain valid, it is in the long-term interest of both banks \
not only to support the plan but also to refrain from words which could jeopardise it.

Immediately after the February elections, the council launched talks with the millers of the \
Upper Basin (UB). On 21 May it signed a deal with them, and the deal has held.

This is a critical time for the valley. Rather than undermine the approach, the ministers would \
do well to bolster it.
"""
NOTE = (
    "Ola Nordmann is an advisor to the Upper Basin Project (UB Project) at the Center for Water "
    "and Development Studies in Oslo, Norway."
)
DISTRIBUTION = "This article is distributed by the Fjord News Service (FNS) and can be accessed at"
SOURCE_LINE = (
    "Source: Valley Affairs In Brief. 13 June 2008, This article was published by Valley Affairs "
    "In Brief (VAIB), a project of the Institute for River Policy (IRP, online at"
)
GRANT = "Copyright permission is granted for publication."


def document(text: str) -> Document:
    return Document(text=text, source=SOURCE, encoding="utf-8", media_type="text/plain")


def article(*, top: str = TITLE, tail: str = "", body: str = BODY) -> Article:
    """The one article in a text made of these."""
    (found,) = articles(document(f"{top}\n\n{body}\n{tail}"))
    return found


def value(fact: Fact[str] | None) -> str | None:
    return fact.value if fact else None


def paragraphs(found: Article) -> int:
    return sum(block.kind is BlockKind.PARAGRAPH for block in found.blocks)


def outlet(appearance: Appearance | None) -> tuple[str, str, str | None, str | None] | None:
    """Name, short form, date and address."""
    if appearance is None:
        return None
    name = appearance.outlet.value
    return name.name, name.short, value(appearance.date), value(appearance.address)


def people(found: Article) -> list[tuple[str, str | None, list[str]]]:
    """Name, role and affiliations of each author."""
    return [
        (a.person.value.name, value(a.role), [f.organisation.value.name for f in a.affiliations])
        for a in found.authors
    ]


def at(text: str, span: Span | None) -> str:
    """The characters of a span, white space squeezed."""
    assert span is not None
    assert 0 <= span.start <= span.end <= len(text)
    return " ".join(text[span.start : span.end].split())
