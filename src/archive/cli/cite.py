"""``archive cite``: formatted citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from archive.cli._cited import cited_option
from archive.cli._session import Session, pass_session, verb

if TYPE_CHECKING:
    from archive.export import Cited


@verb("cite")
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option(
    "-s",
    "--style",
    metavar="STYLE",
    help="A name (see 'archive styles') or a .csl file; else the first style in archive.toml.",
)
@click.option(
    "--locale",
    metavar="LOCALE",
    help="Language of the citation, as en-GB; else the style's own.",
)
@click.option(
    "-t",
    "--to",
    "form",
    default="text",
    type=click.Choice(["text", "html"]),
    help="Form of the output.",
)
@cited_option
@pass_session
def command(
    session: Session,
    ids: tuple[str, ...],
    style: str | None,
    locale: str | None,
    form: str,
    cited: Cited,
) -> None:
    """Cite all records, or those with an ID, in a style."""
    from archive.pipeline.records import citations, load_readable  # late: for --help

    archive = session.archive()
    chosen, failures = load_readable(archive, ids)
    name = style or next(iter(archive.config.styles), "")
    if not name:
        raise click.UsageError("no style: archive.toml names none\n  hint: name one with --style")
    locale = locale or archive.config.locale
    for entry in citations(chosen, name, [form], locale=locale, cited=cited)[form]:
        click.echo(entry)
    session.fail_all(failures)
    session.leave()
