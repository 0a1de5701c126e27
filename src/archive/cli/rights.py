"""``archive rights``: what the piece's own words permit, forbid, require or leave unstated."""

from __future__ import annotations

import json

import click

from archive.cli._session import Session, pass_session, verb, visible
from archive.cli._table import table


@verb("rights")
@click.argument("id")
@click.option("--act", metavar="ACT", help="Answer for one act: publish, translate, adapt, ...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@pass_session
def command(session: Session, id: str, act: str | None, as_json: bool) -> None:
    """Say what the words of record ID permit, prohibit, require or leave unstated.

    The answer comes with the sentence it was read from, where that stands, and the credit line to
    print. It is what the source says, not advice on the law.
    """
    from archive.model.answer import answer  # late: `archive --help` does without
    from archive.pipeline.records import load

    found = answer(load(session.archive(), id), act)
    if as_json:
        click.echo(json.dumps(found.to_json(), ensure_ascii=False, indent=1))
        return
    click.echo(visible("\n".join([table(found.table()), "", *found.lines()])))
