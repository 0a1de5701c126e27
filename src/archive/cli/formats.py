"""``archive formats``: what can be read and written, and how findings are reported."""

from __future__ import annotations

import json

import click

from archive.cli._session import Session, pass_session, verb
from archive.cli._table import table


@verb("formats")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@pass_session
def command(session: Session, as_json: bool) -> None:  # noqa: ARG001 - every verb has a session
    """List the formats that can be read and written, and those of `archive validate`."""
    from archive.export import EXPORTERS  # late: `archive --help` does without
    from archive.read import READERS
    from archive.validate import REPORTS

    rows = [
        ("read", n, (f := READERS.load(n)).title, ", ".join(f.media_types)) for n in READERS.names()
    ]
    rows += [("write", n, (e := EXPORTERS.load(n)).title, e.media_type) for n in EXPORTERS.names()]
    rows += [("report", n, (r := REPORTS.load(n)).title, r.media_type) for n in REPORTS.names()]
    if as_json:
        keys = ("use", "name", "title", "media-type")
        click.echo(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], indent=1))
    else:
        click.echo(table(rows))
