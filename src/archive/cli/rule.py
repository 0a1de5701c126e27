"""``archive rule``: why a rule is there, and what to do about a finding."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from archive.cli._session import Session, pass_session, verb
from archive.cli._table import table


@verb("rule")
@click.argument("code", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@pass_session
def command(session: Session, code: str | None, as_json: bool) -> None:  # noqa: ARG001
    """Explain the validation rule CODE; without it, list all rules."""
    from archive.validate import RULES  # late: `archive --help` does without

    chosen = [RULES.load(code)] if code else RULES.all()
    if as_json:
        found = [asdict(rule) for rule in chosen]
        click.echo(json.dumps(found[0] if code else found, ensure_ascii=False, indent=1))
    elif code:
        click.echo(chosen[0].explain())
    else:
        click.echo(table([(rule.code, rule.title) for rule in chosen]))
