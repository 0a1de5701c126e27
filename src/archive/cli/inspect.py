"""``archive inspect``: what the rules find in a copy, with the evidence; stores nothing."""

from __future__ import annotations

import json

import click

from archive.cli._evidence import evidence
from archive.cli._session import Session, pass_session, verb
from archive.cli._source import reader_option, sources
from archive.errors import ArchiveError


@verb("inspect")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@reader_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@pass_session
def command(session: Session, files: tuple[str, ...], reader: str | None, as_json: bool) -> None:
    """Print the facts that the rules find in each FILE (- for standard input).

    Needs no archive and stores nothing. A text that is no article has no facts.
    """
    from archive.export import jsonl  # late: `archive --help` does without
    from archive.pipeline.sources import InContainer, each, inspect

    if as_json:
        click.echo('{"records": [', nl=False)
    between = ""
    for name in files:
        try:
            count = 0
            for found in each(sources(name, reader), lambda copy: inspect(copy, reader)):
                if isinstance(found, InContainer):
                    session.fail(found, name)
                    continue
                count += len(found.articles)
                for article in found.articles:
                    if not as_json:
                        click.echo(between + evidence(article))
                        between = "\n"
                        continue
                    shape = jsonl.shape(article, found.document)
                    text = json.dumps(shape, ensure_ascii=False, indent=1)
                    click.echo(between + text, nl=False)
                    between = ",\n"
        except ArchiveError as error:
            session.fail(error, name)
            continue
        if not (count or as_json):
            session.note(f"{name}: no article is found in it")
    if as_json:
        click.echo("]}")
    session.leave()
