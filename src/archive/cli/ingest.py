"""``archive ingest``: take copies in."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import click

from archive.cli._session import Session, pass_session, verb
from archive.cli._source import reader_option, source
from archive.cli._table import table
from archive.errors import ArchiveError


@verb("ingest")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@reader_option
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would be written or changed.")
@pass_session
def command(
    session: Session, sources: tuple[str, ...], reader: str | None, dry_run: bool, diff: bool
) -> None:
    """Read each SOURCE (a file, or - for standard input) and write a record of it.

    The bytes are kept beside the record. The same bytes again change nothing.
    """
    from archive.pipeline.accession import intake, rebuild  # late: `archive --help` does without

    archive = session.archive()
    now = datetime.now(UTC)
    outcomes: Counter[str] = Counter()
    failures: list[tuple[str, ArchiveError]] = []
    with intake(archive, dry_run=dry_run or diff) as taking:
        for name in sources:
            try:
                done = taking.take(source(name), now, reader)
                if diff and done.before:
                    done = rebuild(archive, done.id, now.date().isoformat(), dry_run=True)
            except ArchiveError as error:
                failures.append((name, error))
                continue
            outcomes[done.outcome.value] += 1
            click.echo(table([(done.id, done.outcome.value, name, f"{done.facts} facts")], 100))
            if diff:
                click.echo(done.diff(), nl=False)
    for name, failure in failures:
        session.fail(failure, name)
    session.count(outcomes | {"failed": len(failures)}, written=not (dry_run or diff))
    session.leave()
