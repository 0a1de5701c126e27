"""``archive list``: the records of the archive."""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from archive.cli._session import Session, pass_session, verb
from archive.cli._table import table
from archive.errors import UnknownName

_SHOWN = ("id", "date", "publication", "rights")


@verb("list")
@click.option(
    "--json",
    "fields",
    is_flag=False,
    flag_value="all",
    metavar="FIELDS",
    help="Print JSON; with FIELDS (comma-separated) only these.",
)
@click.option("--sort", default="id", metavar="FIELD", help="Order by this field (default: id).")
@click.option("-n", "--limit", type=click.IntRange(min=0), help="At most so many.")
@pass_session
def command(session: Session, fields: str | None, sort: str, limit: int | None) -> None:
    """List the records of the archive."""
    from archive.model.summary import FIELDS, summary  # late: `archive --help` does without
    from archive.pipeline.records import load_readable

    _check([sort])
    archive = session.archive()
    records, failures = load_readable(archive)
    rows = [summary(record) for record in records]
    rows = sorted(rows, key=lambda row: (row[sort], row["id"]))[:limit]
    chosen = FIELDS if fields in (None, "all") else tuple(fields.split(","))
    _check(chosen)
    if fields is not None:
        found = [{field: row[field] for field in chosen} for row in rows]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    elif rows:
        click.echo(table([[row[f] for f in _SHOWN] for row in rows], limit=100))
    session.fail_all(failures)
    if fields is None:
        gone = len(archive.store.withdrawn())
        count = f"{len(rows)} record{'' if len(rows) == 1 else 's'}"
        session.note(count + (f", {gone} withdrawn" if gone else ""))
    session.leave()


def _check(fields: Iterable[str]) -> None:
    from archive.model.summary import FIELDS  # late: `archive --help` does without

    for field in fields:
        if field not in FIELDS:
            raise UnknownName("field", field, FIELDS, "archive list --help")
