"""``archive cite``: formatted citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from archive.cli._cited import cited_option
from archive.cli._session import Session, pass_session, verb
from archive.errors import InputError

if TYPE_CHECKING:
    from archive.export import Cited
    from archive.pipeline.archives import Archive
    from archive.pipeline.citing import Manner, Output

FORMS = ("text", "html", "markdown", "rst", "latex", "rtf", "ansi")


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
    type=click.Choice(FORMS),
    help="Form of the output; text, or Markdown for a document, if none is named.",
)
@click.option(
    "--cluster",
    "clusters",
    multiple=True,
    metavar="CITATION",
    help="Print a citation as it stands in a text: '[see @key, p. 3; @other]', '@key [p. 3]'. "
    "Several are those of one document, in its order.",
)
@click.option(
    "--document",
    metavar="FILE",
    help="Print the citations in a Markdown document, and the list of what it cites; "
    "- is standard input. Of the forms it takes markdown and html.",
)
@click.option("-o", "--output", default="-", metavar="FILE", help="A file; - is standard output.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.option(
    "--engine",
    default="archive",
    show_default=True,
    type=click.Choice(["archive", "citeproc-py"]),
    help="What formats a bibliography.",
)
@cited_option
@pass_session
def command(
    session: Session,
    ids: tuple[str, ...],
    style: str | None,
    locale: str | None,
    form: str | None,
    clusters: tuple[str, ...],
    document: str | None,
    output: str,
    force: bool,
    engine: str,
    cited: Cited,
) -> None:
    """Print the bibliography of all records, or of those with an ID, in a style.

    With --cluster or --document, print citations as they stand in a text. Their keys are the
    citation keys of the records, or their ids.
    """
    _check(ids, form, clusters, document, engine)
    from archive.pipeline import citing  # late: for --help

    archive = session.archive()
    manner = citing.Manner(_style(archive, style), locale or archive.config.locale, cited)
    try:
        made = _made(archive, manner, ids, form, clusters, document, engine)
    except InputError as error:
        session.fail(error, _name(document))
        session.leave()
        return
    for warning in made.warnings:
        session.note(f"warning: {warning}")
    if output == "-":
        click.echo(made.text, nl=False, color=True)
    elif made.text or not made.failures:
        citing.write_to(output, made.text, force=force)
        session.note(f"written: {output}")
    for failure in made.failures:
        session.fail(failure, _name(document))
    session.leave()


def _name(document: str | None) -> str:
    return document if document and document != "-" else ""


def _made(
    archive: Archive,
    manner: Manner,
    ids: tuple[str, ...],
    form: str | None,
    clusters: tuple[str, ...],
    document: str | None,
    engine: str,
) -> Output:
    from archive.pipeline import citing  # late: for --help

    if document is not None:
        return citing.document(archive, document, manner, form or "markdown")
    if clusters:
        return citing.clusters(archive, clusters, manner, form or "text")
    return citing.bibliography(archive, ids, manner, form or "text", engine)


def _style(archive: Archive, named: str | None) -> str:
    from archive.pipeline import citing  # late: for --help

    name = named or next(iter(archive.config.styles), "")
    if not name:
        raise citing.NoStyle
    return name


def _check(
    ids: tuple[str, ...],
    form: str | None,
    clusters: tuple[str, ...],
    document: str | None,
    engine: str,
) -> None:
    """Refuse options that do not go together."""
    what = "--document" if document is not None else "--cluster" if clusters else ""
    if document is not None and clusters:
        raise click.UsageError("--document and --cluster do not go together")
    if what and ids:
        raise click.UsageError(f"{what} names what it cites; no ID goes with it")
    if what and engine != "archive":
        raise click.UsageError(f"the engine {engine} formats bibliographies, no {what}")
    if document is not None and form not in (None, "markdown", "html"):
        raise click.UsageError(
            f"a document is not written as {form}\n  hint: choose one of markdown, html"
        )
