"""``archive init``: start an archive."""

from __future__ import annotations

from pathlib import Path

import click

from archive.cli._session import Session, pass_session, verb


@verb("init")
@click.argument("folder", default=".", metavar="[DIR]", type=click.Path(path_type=Path))
@click.option("--title", default="", metavar="TITLE", help="What the archive is called; else DIR.")
@pass_session
def command(session: Session, folder: Path, title: str) -> None:
    """Start an archive in DIR: its configuration, folders, schemas, Makefile and CI workflow.

    Files that are there already are kept.
    """
    from archive.store.start import start  # late: `archive --help` does without

    started = start(folder, title)
    for path in started.made:
        click.echo(f"made  {path}")
    for path in started.kept:
        click.echo(f"kept  {path}")
    session.note(f"next: put a copy into {folder / 'sources'}, then 'archive ingest' it")
