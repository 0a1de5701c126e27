"""``archive rebuild``: run the rules again over kept sources."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import click

from archive.cli._session import Session, pass_session, verb
from archive.cli._table import table
from archive.errors import ArchiveError


@verb("rebuild")
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a record would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would happen.")
@click.option("--force", is_flag=True, help="Replace even a record that a person has edited.")
@pass_session
def command(
    session: Session, ids: tuple[str, ...], check: bool, diff: bool, dry_run: bool, force: bool
) -> None:
    """Run the rules again over the kept sources of all records, or of those with an ID.

    A record that a person has edited is never replaced, unless by --force.
    """
    from archive.pipeline.accession import Outcome, rebuild  # late: for --help
    from archive.store.records import RecordChanged
    from archive.tei.agents import UnreadableAgent

    archive = session.archive()
    day = datetime.now(UTC).date().isoformat()
    outcomes: Counter[str] = Counter()
    failures: list[ArchiveError] = []
    dry = check or diff or dry_run
    for id in ids or archive.store.ids():
        try:
            done = rebuild(archive, id, day, dry_run=dry, force=force)
            if done.unsigned and not (diff or force):
                raise RecordChanged(id, archive.store.path(id) / "record.xml")
        except UnreadableAgent:  # it would be the same with every record
            raise
        except ArchiveError as error:
            failures.append(error)
            continue
        outcomes[done.outcome.value] += 1
        if done.outcome is not Outcome.UNCHANGED:
            click.echo(table([(id, done.outcome.value)], limit=100))
        if diff:
            click.echo(done.diff(), nl=False)
    session.fail_all(failures)
    session.count(outcomes | {"failed": len(failures)}, written=not dry)
    session.leave()
    if check and outcomes[Outcome.REBUILT.value]:
        raise click.exceptions.Exit(1)
