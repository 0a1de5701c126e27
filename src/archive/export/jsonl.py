"""JSON Lines: one record a line, with every fact and the characters it was read from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from archive.export import Cited, Exporter
from archive.model.article import Appearance, Article, Author, BlockKind
from archive.model.document import Document
from archive.model.fact import Editor, Fact
from archive.model.facts import facts
from archive.model.language import direction
from archive.model.record import Record
from archive.model.rights import Rights, RightsKind


def write(records: Sequence[Record], cited: Cited = "published") -> str:  # noqa: ARG001
    """Write one JSON object a line, in the order given. Both appearances are told."""
    lines = [json.dumps(shape(record), ensure_ascii=False) for record in records]
    return "".join(f"{line}\n" for line in lines)


def _source(document: Document) -> dict[str, Any]:
    """A source as it was read, as plain data: ``text`` is what all ranges count in."""
    return {
        "sha-256": document.source,
        "media-type": document.media_type,
        "encoding": document.encoding,
        "headers": dict(document.headers),
        "text": document.text,
    }


def shape(article: Article, document: Document | None = None) -> dict[str, Any]:
    """An article, or a record, as plain data: what JSON holds.

    ``publication`` and ``rights`` are always objects; what is not stated in them is null.
    ``distribution`` is null if nobody distributed the piece. A record also has ``id`` and ``key``.
    ``evidence`` has each fact, in the order of ``archive.model.facts.facts``: ``field``, ``value``,
    ``source`` (SHA-256), ``start`` and ``end`` (code points, half-open; all three null if there is
    no span), ``rule``, ``by`` (``rule``, or ``person`` where ``rule`` is the name of the person who
    supplied the value), ``certainty`` and, where ``document`` has a text that was extracted from
    its source, ``bytes``: those of the source that the characters were read from. ``extent`` is the
    run of the source that is the article's own; null for all of it. With ``document``, ``source``
    is what was read: ``sha-256``, ``media-type``, ``encoding``, ``headers`` of the container, and
    ``text``, which all places count in.
    """
    identity = {"id": article.id, "key": article.key} if isinstance(article, Record) else {}
    return {
        **identity,
        "title": _value(article.title),
        "subtitle": _value(article.subtitle),
        "authors": [_author(author) for author in article.authors],
        "language": _value(article.language),
        "publication": {
            **_appearance(article.published),
            "publisher": _name(article.published.body if article.published else None),
        },
        "distribution": _appearance(article.distributed) if article.distributed else None,
        "rights": _rights(article.rights),
        "paragraphs": sum(block.kind is BlockKind.PARAGRAPH for block in article.own),
        "direction": direction(article.language.value) if article.language else None,
        "extent": [article.extent.start, article.extent.end] if article.extent else None,
        "evidence": [_evidence(field, fact, document) for field, fact in facts(article)],
        **({"source": _source(document)} if document else {}),
    }


def _value(fact: Fact[Any] | None) -> Any:
    return fact.value if fact else None


def _name(fact: Fact[Any] | None) -> str | None:
    return fact.value.name if fact else None


def _author(author: Author) -> dict[str, Any]:
    return {
        "name": author.person.value.name,
        "role": _value(author.role),
        "affiliations": [each.organisation.value.name for each in author.affiliations],
    }


def _appearance(appearance: Appearance | None) -> dict[str, Any]:
    return {
        "name": _name(appearance.outlet) if appearance else None,
        "date": _value(appearance.date) if appearance else None,
        "url": _value(appearance.address) if appearance else None,
    }


def _rights(rights: Rights | None) -> dict[str, Any]:
    kind = rights.kind.value if rights else RightsKind.UNSTATED
    stated = rights if kind is not RightsKind.UNSTATED else None
    return {
        "kind": kind,
        "statement": stated.statement.value if stated else None,
        "licence": _value(rights.licence) if rights else None,
        "conditions": [condition.value for condition in rights.conditions] if rights else [],
    }


def _evidence(field: str, fact: Fact[Any], document: Document | None) -> dict[str, Any]:
    span, rule = fact.span, fact.rule
    origin = document.origin(span) if document and span else None
    return {
        "field": field,
        "value": plain(fact.value),
        "source": span.source if span else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "rule": rule.name,
        "by": "person" if isinstance(rule, Editor) else "rule",
        "certainty": fact.certainty,
        **({"bytes": list(origin)} if origin else {}),
    }


def plain(value: Any) -> Any:
    """A fact's value as JSON holds it: a dataclass becomes an object without its empty fields."""
    if not is_dataclass(value):
        return value
    pairs = ((each.name, getattr(value, each.name)) for each in fields(value))
    stated = ((name, inner) for name, inner in pairs if inner is not False)
    return {name: plain(inner) for name, inner in stated if inner not in ("", None)}


FORMAT = Exporter(
    title="JSON Lines",
    extension=".jsonl",
    media_type="application/jsonl",
    spec="https://jsonlines.org/",
    write=write,
)
