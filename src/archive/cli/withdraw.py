"""``archive withdraw``: take a record out of the archive, and leave word of it."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from archive.cli._session import Session, pass_session, verb
from archive.cli._signed import because_option, by_option


@verb("withdraw")
@click.argument("id")
@by_option("Who withdraws it.")
@because_option("Why.")
@click.option("--see", default="", metavar="ID", help="The record that stands in its place.")
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@pass_session
def command(session: Session, id: str, editor: str, note: str, see: str, dry_run: bool) -> None:
    """Remove the record ID and its sources; a tombstone keeps its title, the reason and the date.

    Its name is never given to another record, and the same copy is not taken in again.
    """
    from archive.model.fact import Editor  # late: `archive --help` does without
    from archive.model.record import Change
    from archive.pipeline.withdrawing import withdraw

    day = datetime.now(UTC).date().isoformat()
    change = Change(day, note, Editor(editor))
    gone = withdraw(session.archive(), id, change, see=see, dry_run=dry_run)
    place = f", see {gone.see}" if gone.see else ""
    click.echo(f"{id}  withdrawn  by {gone.by}{place}")
    session.count({"withdrawn": 1}, written=not dry_run)
