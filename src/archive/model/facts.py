"""All facts of an article, each under a dotted name: the one place that walks over them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archive.model.article import (
    Appearance,
    Article,
    Author,
    Expansion,
    Gap,
    Period,
    Person,
    Repair,
    Supplied,
)
from archive.model.fact import Fact
from archive.model.rights import Rights

Named = tuple[str, Fact[Any]]

_MARKS: dict[type, str] = {
    Period: "text.date",
    Expansion: "text.expansion",
    Gap: "text.gap",
    Supplied: "text.supplied",
    Repair: "text.repair",
}


def facts(article: Article) -> list[Named]:
    """Every fact of an article with its name.

    The names, in this order (``1`` counts in printed order, from 1; what is absent has no entry):
    ``title``, ``subtitle``, ``authors.1.name``, ``.role``, ``.affiliations.1.name``, ``.place``,
    ``language``, ``publication.name``, ``.date``, ``.url``, ``.publisher``, the same under
    ``distribution``, ``rights.kind``, ``.statement``, ``.acts.publish`` (and other acts),
    ``.conditions.1``, ``.licence``, ``.holder``, ``claims.author`` (and other fields; these names
    repeat), and for marks, in the order of the text, ``text.date``, ``text.expansion``,
    ``text.gap``, ``text.supplied``, ``text.repair`` (these names repeat).
    """
    return list(_facts(article))


def _facts(article: Article) -> Iterator[Named]:
    yield from _present(("title", article.title), ("subtitle", article.subtitle))
    for number, author in enumerate(article.authors, start=1):
        yield from _author(f"authors.{number}", author)
    yield from _present(("language", article.language))
    yield from _appearance("publication", article.published)
    yield from _appearance("distribution", article.distributed)
    yield from _rights(article.rights)
    for claim in article.claims:
        yield f"claims.{claim.field}", claim.said
    for mark in article.marks:
        yield _MARKS[type(mark.value)], mark


def _present(*named: tuple[str, Fact[Any] | None]) -> Iterator[Named]:
    return ((name, fact) for name, fact in named if fact is not None)


def _author(name: str, author: Author) -> Iterator[Named]:
    yield from _present((f"{name}.name", author.person), (f"{name}.role", author.role))
    for number, affiliation in enumerate(author.affiliations, start=1):
        under = f"{name}.affiliations.{number}"
        yield from _present(
            (f"{under}.name", affiliation.organisation), (f"{under}.place", affiliation.place)
        )


def _appearance(name: str, appearance: Appearance | None) -> Iterator[Named]:
    if appearance is not None:
        yield from _present(
            (f"{name}.name", appearance.outlet),
            (f"{name}.date", appearance.date),
            (f"{name}.url", appearance.address),
            (f"{name}.publisher", appearance.body),
        )


def _rights(rights: Rights | None) -> Iterator[Named]:
    if rights is None:
        return
    yield from _present(("rights.kind", rights.kind), ("rights.statement", rights.statement))
    for act, standing in rights.acts:
        yield f"rights.acts.{act}", standing
    for number, condition in enumerate(rights.conditions, start=1):
        yield f"rights.conditions.{number}", condition
    yield from _present(("rights.licence", rights.licence), ("rights.holder", rights.holder))


def worded(article: Article, fact: Fact[Any]) -> str:
    """The value of a fact of ``article`` in words, for a table."""
    value = fact.value
    match value:
        case Person(name):
            return name
        case Period(when, start, end):
            return when or f"{start}/{end}"
        case Expansion(abbreviation):
            return article.printed(abbreviation)
    return str(value.unit if isinstance(value, Gap) else getattr(value, "text", value))
