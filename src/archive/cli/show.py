"""``archive show``: one record for a reader."""

from __future__ import annotations

import json

import click

from archive.cli._evidence import evidence
from archive.cli._session import Session, pass_session, verb, visible


@verb("show")
@click.argument("id")
@click.option("--evidence", "with_evidence", is_flag=True, help="Each fact, its place, its rule.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@pass_session
def command(session: Session, id: str, with_evidence: bool, as_json: bool) -> None:
    """Print the record ID: what is known of the piece, then its text."""
    from archive.cli._reading import reading  # late: `archive --help` does without
    from archive.export import jsonl
    from archive.pipeline.records import load

    record = load(session.archive(), id)
    if as_json:
        click.echo(json.dumps(jsonl.shape(record), ensure_ascii=False, indent=1))
    elif with_evidence:
        click.echo(evidence(record))
    else:
        click.echo(visible(reading(record)))
