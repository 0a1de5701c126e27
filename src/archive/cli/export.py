"""``archive export``: records in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from archive.cli._cited import cited_option
from archive.cli._session import Session, pass_session, verb

if TYPE_CHECKING:
    from archive.export import Cited


@verb("export")
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option(
    "-t",
    "--to",
    "name",
    default="bibtex",
    show_default=True,
    metavar="FORMAT",
    help="See 'archive formats'.",
)
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE",
    help="A file, or FOLDER/ for a file a record; - is standard output.",
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@cited_option
@pass_session
def command(
    session: Session, ids: tuple[str, ...], name: str, output: str, force: bool, cited: Cited
) -> None:
    """Write all records, or those with an ID, in another format."""
    from archive.pipeline.records import export, export_to, load_all  # late: for --help

    chosen = load_all(session.archive(), ids)
    if output == "-":
        click.echo(export(chosen, name, cited), nl=False)
        return
    for path in export_to(output, chosen, name, cited, force=force):
        session.note(f"written: {path}")
