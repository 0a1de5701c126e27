"""``archive agents``: the people and organisations of the archive, and what is undecided."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from archive.cli._session import Session, pass_session, verb
from archive.cli._table import table

if TYPE_CHECKING:
    from archive.pipeline.agents import Overview


@verb("agents")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@pass_session
def command(session: Session, as_json: bool) -> None:
    """List the agents in records/_agents, then the names that a person might decide about.

    An agent is a person or an organisation that somebody has entered. Names of records that point
    to no agent follow, with the agents that have that name: one could be meant, of several none is;
    then pairs of names that look alike. Nothing is decided here, and nothing is written.
    """
    from archive.pipeline.agents import overview  # late: `archive --help` does without

    found = overview(session.archive())
    if as_json:
        click.echo(json.dumps(found.to_json(), ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n".join(_parts(found)), nl=bool(found.agents.all or found.candidates))
    session.fail_all(found.failures)
    session.note(
        f"{_count(found.agents.all, 'agent')}, {_count(found.candidates, 'candidate')},"
        f" {_count(found.alike, 'pair')} alike"
    )
    session.leave()


def _parts(found: Overview) -> Iterator[str]:
    if found.agents.all:
        yield table(
            [
                (
                    agent.id,
                    agent.kind.value,
                    f"{agent.name} ({agent.short})" if agent.short else agent.name,
                    _count(found.records[agent.id], "record"),
                )
                for agent in found.agents.all
            ]
        )
    if found.candidates:
        rows = [
            (c.kind.value, c.name, f"{c.verdict} {' or '.join(c.agents)}".strip(), _some(c.records))
            for c in found.candidates
        ]
        yield f"For a person to decide:\n{table(rows, limit=80)}"
    if found.alike:
        pairs = [(pair.kind.value, pair.one, pair.other, pair.why) for pair in found.alike]
        yield f"Alike, and different unless a person says otherwise:\n{table(pairs, limit=80)}"


def _some(ids: Sequence[str]) -> str:
    """The first record, and how many more."""
    return ids[0] if len(ids) == 1 else f"{ids[0]} and {len(ids) - 1:,} more"


def _count(things: Sequence[object], noun: str) -> str:
    return f"{len(things):,} {noun}{'' if len(things) == 1 else 's'}"
