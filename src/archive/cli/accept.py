"""``archive accept``: take a person's edit of a record into its history."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from archive.cli._session import Session, pass_session, verb
from archive.cli._signed import because_option, by_option


@verb("accept")
@click.argument("id")
@by_option("Who edited it.")
@because_option("What was changed, and why.")
@pass_session
def command(session: Session, id: str, editor: str, note: str) -> None:
    """Take the edit of record ID into its history, and renew its manifest.

    Edit record.xml in any editor, then say who did it and why. From then on the rules leave that
    record alone.
    """
    from archive.model.fact import Editor  # late: `archive --help` does without
    from archive.model.record import Change
    from archive.pipeline.accession import accept

    archive = session.archive()
    day = datetime.now(UTC).date().isoformat()
    if accept(archive, id, Change(day, note, Editor(editor))):
        click.echo(f"{id}  accepted  edited by {editor}")
    else:
        session.note(f"{id} is as it was written: there is no edit to accept")
