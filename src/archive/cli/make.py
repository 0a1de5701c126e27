"""``archive make``: all that `make archive` does."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from archive.cli._session import Session, pass_session, verb
from archive.cli._source import sources
from archive.errors import ArchiveError


@verb("make")
@click.argument("source", required=False)
@pass_session
def command(session: Session, source: str | None) -> None:
    """Rebuild and validate every record and write build/; take SOURCE in first, if it is given.

    In build/: references.bib, references.json, citations/<style>.txt and .html for the styles in
    archive.toml, report.txt. What is up to date is not made again.
    """
    from archive.pipeline.accession import intake  # late: `archive --help` does without
    from archive.pipeline.making import make
    from archive.pipeline.sources import NoArticle, each
    from archive.validate import report

    archive = session.archive()
    now = datetime.now(UTC)
    if source:
        with intake(archive) as taking:
            taken = list(each(sources(source, None), lambda copy: taking.take(copy, now)))
        if not taken:
            raise NoArticle
        for done in taken:
            if isinstance(done, ArchiveError):
                session.fail(done, source)
            else:
                click.echo(f"{done.id}  {done.outcome.value}  {source}")
    made = make(archive, now.date().isoformat())
    session.fail_all(made.failures)
    click.echo(report(made.checked, "full"), nl=False)
    click.echo(made.summary())
    session.worst = max(session.worst, made.exit_code)
    session.leave()
