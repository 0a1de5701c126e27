"""A record in one row."""

from __future__ import annotations

from archive.model.article import Appearance
from archive.model.identity import date_of
from archive.model.record import Record

FIELDS = (
    "id",
    "key",
    "date",
    "title",
    "authors",
    "publication",
    "distribution",
    "language",
    "rights",
)


def summary(record: Record) -> dict[str, str]:
    """The fields of ``FIELDS`` as text; empty for what is not stated."""
    return {
        "id": record.id,
        "key": record.key,
        "date": date_of(record),
        "title": record.heading,
        "authors": "; ".join(author.person.value.name for author in record.authors),
        "publication": _outlet(record.published),
        "distribution": _outlet(record.distributed),
        "language": record.language.value if record.language else "",
        "rights": record.rights.kind.value.value if record.rights else "unstated",
    }


def _outlet(link: Appearance | None) -> str:
    return link.outlet.value.name if link else ""
