"""``archive inspect``: what the rules find in a copy, with the evidence; stores nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from archive.cli._evidence import evidence
from archive.cli._session import Session, pass_session, verb
from archive.cli._source import reader_option, sources
from archive.errors import ArchiveError

if TYPE_CHECKING:
    from archive.model.article import Article


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

    found: list[Article] = []
    for name in files:
        try:
            count = 0
            for article in each(sources(name, reader), lambda copy: inspect(copy, reader)):
                if isinstance(article, InContainer):
                    session.fail(article, name)
                    continue
                count += 1
                if as_json:
                    found.append(article)
                else:
                    click.echo(evidence(article))
        except ArchiveError as error:
            session.fail(error, name)
            continue
        if not (count or as_json):
            session.note(f"{name}: no article is found in it")
    if as_json:
        records = [jsonl.shape(article) for article in found]
        click.echo(json.dumps({"records": records}, ensure_ascii=False, indent=1))
    session.leave()
