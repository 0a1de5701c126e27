"""``archive validate``: grammar, rules, evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.cli._session import Session, pass_session, verb

if TYPE_CHECKING:
    from archive.validate import Checked


class _Format(click.Option):
    """The option whose help names the formats that there are."""

    def get_help_record(self, context: click.Context) -> tuple[str, str] | None:
        from archive.validate import REPORTS  # late: `archive --help` does without

        self.help = f"{', '.join(REPORTS.names())}; also from ARCHIVE_VALIDATE_FORMAT."
        return super().get_help_record(context)


@verb("validate")
@click.argument("things", nargs=-1, metavar="[ID|PATH...]")
@click.option(
    "--format",
    "form",
    cls=_Format,
    default="full",
    show_default=True,
    envvar="ARCHIVE_VALIDATE_FORMAT",
    metavar="FORMAT",
)
@click.option("--select", multiple=True, metavar="CODE", help="Only rules that begin so.")
@click.option("--ignore", multiple=True, metavar="CODE", help="No rules that begin so.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option(
    "--changed-since",
    metavar="REV",
    help="Only what changed in git since the branch parted from REV.",
)
@click.option(
    "--min-coverage",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Fail where a smaller share of statements or of the text has evidence.",
)
@pass_session
def command(
    session: Session,
    things: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    changed_since: str | None,
    min_coverage: float | None,
) -> None:
    """Check all records, or those named by ID or PATH: grammar, rules, evidence, fixity.

    And the agents in records/_agents, unless only records are named. What is judged is judged
    beside the whole archive, whatever is reported.
    """
    from archive.pipeline import checking, choosing  # late: `archive --help` does without
    from archive.validate import REPORTS, report

    REPORTS.load(form)  # an unknown format is known before the work
    wanted = choosing.Choice(_codes(select), _codes(ignore))
    by = wanted.select if min_coverage is None else ()  # the figures are those of all rules
    checked = checking.select(_check(session, things, changed_since, by), wanted)
    click.echo(report(checked, form), nl=False)
    session.note(checked.summary())
    poor = checked.below(min_coverage or 0)
    if poor:
        least = ", ".join(poor[:3])
        session.note(f"less than {min_coverage:g} % is evidence, the least in {least}")
    if poor or checked.count("error") or (strict and checked.findings):
        raise click.exceptions.Exit(1)


def _check(
    session: Session, things: tuple[str, ...], revision: str | None, select: tuple[str, ...]
) -> Checked:
    from archive.pipeline import checking, choosing  # late: `archive --help` does without
    from archive.pipeline.versions import changed_since

    if things and revision is not None:
        raise click.UsageError("name what to check, or let --changed-since say it, not both")
    paths = [Path(thing) for thing in things if "/" in thing or Path(thing).exists()]
    archive = choosing.archive_around(paths, Path.cwd()) if paths else None
    if archive is None and paths and len(paths) == len(things):
        return checking.check_paths(paths, select)
    archive = archive or session.archive()
    if revision is not None:
        return checking.check(archive, changed_since(archive, revision), select)
    if not things:
        return checking.check(archive, None, select)
    ids = [thing for thing in things if Path(thing) not in paths]
    return checking.check(archive, choosing.chosen(archive, paths, ids), select)


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    """The codes given, also several in one option between commas."""
    from archive.pipeline.choosing import some_rule  # late: `archive --help` does without

    codes = (code.strip().upper() for value in values for code in value.split(","))
    return tuple(map(some_rule, codes))
