"""``archive styles``: the citation styles that are installed."""

from __future__ import annotations

import json

import click

from archive.cli._session import Session, pass_session, verb
from archive.cli._table import table


@verb("styles")
@click.argument("words", nargs=-1, metavar="[WORD...]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@pass_session
def command(session: Session, words: tuple[str, ...], as_json: bool) -> None:
    """List the citation styles with every WORD in the name or the title."""
    from archive.cite.csl import styles  # late: `archive --help` does without

    found = styles.find(" ".join(words))
    if as_json:
        click.echo(json.dumps([style._asdict() for style in found], ensure_ascii=False, indent=1))
        return
    if found:
        click.echo(table([(style.name, style.title) for style in found], limit=100))
    session.note(f"{len(found):,} style{'' if len(found) == 1 else 's'}")
