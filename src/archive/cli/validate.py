"""``archive validate``: grammar, rules, evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.cli._session import Session, pass_session, verb

if TYPE_CHECKING:
    from archive.pipeline.checking import Checked


@verb("validate")
@click.argument("things", nargs=-1, metavar="[ID|PATH...]")
@click.option(
    "--format",
    "form",
    default="full",
    show_default=True,
    envvar="ARCHIVE_VALIDATE_FORMAT",
    metavar="FORMAT",
    help="full, concise, json or github; also from ARCHIVE_VALIDATE_FORMAT.",
)
@click.option("--select", multiple=True, metavar="CODE", help="Only rules that begin so.")
@click.option("--ignore", multiple=True, metavar="CODE", help="No rules that begin so.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@pass_session
def command(
    session: Session,
    things: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
) -> None:
    """Check all records, or those named by ID or PATH: grammar, rules, evidence, fixity.

    And the agents in records/_agents, unless only records are named.
    """
    from archive.pipeline import checking  # late: `archive --help` does without
    from archive.validate import REPORTS, report, summarise

    REPORTS.load(form)  # an unknown format is known before the work
    wanted = checking.Choice(_codes(select), _codes(ignore))
    checked = checking.select(_check(session, things), wanted)
    click.echo(report(checked.findings, checked.files, form), nl=False)
    session.note(summarise(checked.findings, checked.records))
    if any(strict or finding.severity == "error" for finding in checked.findings):
        raise click.exceptions.Exit(1)


def _check(session: Session, things: tuple[str, ...]) -> Checked:
    from archive.pipeline import checking  # late: `archive --help` does without

    paths = [Path(thing) for thing in things if "/" in thing or Path(thing).exists()]
    archive = checking.archive_around(paths, Path.cwd()) if paths else None
    if archive is None and paths and len(paths) == len(things):
        return checking.check_paths(paths)
    archive = archive or session.archive()
    known = [archive.store.path(thing).name for thing in things if Path(thing) not in paths]
    homes = [path for path in paths if not checking.is_agents(path)]
    known += [checking.folder(path).resolve().name for path in homes]
    ids = archive.store.ids()
    return checking.check(
        archive,
        known if things else ids,
        [id for id in ids if known and id not in known],
        with_agents=len(homes) < len(paths) or not things,
    )


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    """The codes given, also several in one option between commas."""
    from archive.pipeline.checking import some_rule  # late: `archive --help` does without

    codes = (code.strip().upper() for value in values for code in value.split(","))
    return tuple(map(some_rule, codes))
