"""A record as a page of plain text for a reader."""

from __future__ import annotations

from textwrap import fill

from archive.cli._table import table
from archive.model.article import Appearance, Author, BlockKind
from archive.model.credit import credit_line
from archive.model.record import Record

_NOT_SHOWN = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.SEPARATOR)
WIDTH = 80


def reading(record: Record) -> str:
    """Title, what is known of the piece, the text as printed, and the credit line."""
    title = [record.heading, *([record.subtitle.value] if record.subtitle else [])]
    text = [block.text for block in record.own if block.kind not in _NOT_SHOWN]
    parts = [
        "\n".join(fill(line, WIDTH) for line in title),
        table(_known(record), limit=WIDTH),
        *(fill(" ".join(paragraph.split()), WIDTH) for paragraph in text),
        "Credit line: " + credit_line(record),
    ]
    return "\n\n".join(filter(None, parts))


def _known(record: Record) -> list[tuple[str, str]]:
    rows = [("author", _author(author)) for author in record.authors]
    links = (("published", record.published), ("distributed", record.distributed))
    rows += [(name, _appearance(link)) for name, link in links if link]
    rights = record.rights
    rows.append(("rights", rights.kind.value.value if rights else "unstated"))
    rows += [
        ("differs", f"{claim.field}: the metadata says {claim.said.value}")
        for claim in record.claims
        if claim.agrees is False
    ]
    copy = record.received
    rows.append(("received", f"{copy.received}, {copy.filename}, {copy.size:,} bytes"))
    if record.extent:
        rows.append(("of it", f"characters {record.extent.start} to {record.extent.end}"))
    rows.append(("record", record.id))
    return rows


def _author(author: Author) -> str:
    parts = [author.person.value.name, author.role.value if author.role else ""]
    for affiliation in author.affiliations:
        place = f" in {affiliation.place.value}" if affiliation.place else ""
        parts.append(affiliation.organisation.value.name + place)
    return ", ".join(filter(None, parts))


def _appearance(link: Appearance) -> str:
    body = f", of {link.body.value.name}" if link.body else ""
    date = f", {link.date.value}" if link.date else ""
    address = f", {link.address.value}" if link.address else ""
    return f"{link.outlet.value}{body}{date}{address}"
