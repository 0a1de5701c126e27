"""``archive ingest``: take copies in."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import click

from archive.cli._session import Session, pass_session, verb
from archive.cli._source import reader_option, sources
from archive.cli._table import table
from archive.errors import ArchiveError


@verb("ingest")
@click.argument("files", nargs=-1, required=True, metavar="SOURCE...")
@reader_option
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would be written or changed.")
@pass_session
def command(
    session: Session, files: tuple[str, ...], reader: str | None, dry_run: bool, diff: bool
) -> None:
    """Read each SOURCE (a file, or - for standard input) and write a record of each article in it.

    The bytes are kept beside the record. The same bytes again change nothing.
    """
    from archive.pipeline.accession import Done, compared, intake  # late: for --help
    from archive.pipeline.sources import NoArticle, Source, each
    from archive.store.withdrawn import Withdrawn

    archive = session.archive()
    now = datetime.now(UTC)
    outcomes: Counter[str] = Counter()
    failures: list[tuple[str, ArchiveError]] = []
    with intake(archive, dry_run=dry_run or diff) as taking:

        def take(copy: Source) -> list[Done | Withdrawn]:
            taken = taking.take(copy, now, reader)
            return [compared(archive, done, now) for done in taken] if diff else taken

        for name in files:
            before = outcomes.total() + len(failures)
            try:
                for done in each(sources(name, reader), take):
                    if isinstance(done, ArchiveError):
                        failures.append((name, done))
                        continue
                    outcomes[done.outcome.value] += 1
                    row = (done.id, done.outcome.value, name, f"{done.facts} facts")
                    click.echo(table([row], 100))
                    if diff:
                        click.echo(done.diff(), nl=False)
                if outcomes.total() + len(failures) == before:
                    raise NoArticle
            except ArchiveError as error:
                failures.append((name, error))
    for name, failure in failures:
        session.fail(failure, name)
    session.count(outcomes | {"failed": len(failures)}, written=not (dry_run or diff))
    session.leave()
