"""``archive validate``: grammar, rules, evidence."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.cli._session import Session, pass_session, verb

if TYPE_CHECKING:
    from archive.pipeline.archives import Archive
    from archive.pipeline.choosing import Choice, Chosen
    from archive.validate import Checked


class _Format(click.Option):
    """The option whose help names the formats that there are."""

    def get_help_record(self, context: click.Context) -> tuple[str, str] | None:
        from archive.validate import REPORTS  # late: `archive --help` does without

        self.help = f"{', '.join(REPORTS.names())}; also from ARCHIVE_VALIDATE_FORMAT."
        return super().get_help_record(context)


def _number(context: click.Context, option: click.Parameter, value: float | None) -> float | None:
    """What is no number is less than nothing, and would always be enough."""
    if value is not None and value != value:
        raise click.BadParameter("nan is no number", context, option)
    return value


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
    callback=_number,
    metavar="PERCENT",
    help="Fail where a smaller share of statements or of the text has evidence.",
)
@click.option(
    "--baseline",
    metavar="FILE",
    help="Pass over the findings in FILE, written by --format jsonl; else as archive.toml says.",
)
@click.option(
    "--tei-all",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="GRAMMAR",
    help="Ask this RELAX NG grammar too (tei_all.rng), of records and of our own grammars.",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended in one way; sign it then.")
@click.option("--diff", is_flag=True, help="With --fix: write nothing, show what would change.")
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
    baseline: str | None,
    tei_all: Path | None,
    fix: bool,
    diff: bool,
) -> None:
    """Check all records, or those named by ID or PATH: grammar, rules, evidence, fixity.

    And the agents in records/_agents, unless only records are named. What is judged is judged
    beside the whole archive, whatever is reported.
    """
    from archive.pipeline.choosing import Choice  # late: `archive --help` does without
    from archive.validate import REPORTS, report

    REPORTS.load(form)  # an unknown format is known before the work
    if diff and not fix:
        raise click.UsageError("--diff shows what --fix would change: give both")
    wanted = Choice(_codes(select), _codes(ignore))
    check = partial(
        _check, session, things, changed_since, wanted, baseline, figures=min_coverage is not None
    )
    archive, checked = check()
    if tei_all is not None:
        checked = _foreign(tei_all, archive, checked, wanted)
    if fix:
        _mend(session, archive, checked, write=not diff)
        checked = checked if diff else check()[1]
    if not diff:
        click.echo(report(checked, form), nl=False)
    session.note(checked.summary())
    poor = checked.below(min_coverage or 0)
    if poor:
        least = ", ".join(poor[:3])
        session.note(f"less than {min_coverage:g} % is evidence, the least in {least}")
    if poor or checked.count("error") or (strict and checked.findings):
        raise click.exceptions.Exit(1)


def _check(
    session: Session,
    things: tuple[str, ...],
    revision: str | None,
    wanted: Choice,
    baseline: str | None,
    *,
    figures: bool,
) -> tuple[Archive | None, Checked]:
    """What is found of what is wanted, and the archive; None for records that lie in none."""
    from archive.pipeline import checking  # late: `archive --help` does without
    from archive.pipeline.baseline import pass_over

    archive, paths, chosen = _chosen(session, things, revision)
    by = () if figures else wanted.select  # the figures are those of all rules
    if archive is None:
        checked, known = checking.check_paths(paths, by), ""
    else:
        checked, known = checking.check(archive, chosen, by), archive.config.baseline
    whole = archive is not None and chosen is None and wanted.is_all
    selected = checking.select(checked, wanted)
    return archive, pass_over(selected, known if baseline is None else baseline, whole=whole)


def _foreign(grammar: Path, archive: Archive | None, checked: Checked, wanted: Choice) -> Checked:
    """What was found, and what another grammar says of the same records."""
    from archive.pipeline.foreign import against  # late: `archive --help` does without
    from archive.validate import in_order

    root = archive.root if archive else Path()
    found = filter(wanted.takes, against(grammar, root, checked.coverage))
    return replace(checked, findings=in_order([*checked.findings, *found]))


def _chosen(
    session: Session, things: tuple[str, ...], revision: str | None
) -> tuple[Archive | None, list[Path], Chosen | None]:
    """The archive, if what is named lies in one, the paths among it, and what of it is meant."""
    from archive.pipeline import choosing  # late: `archive --help` does without
    from archive.pipeline.versions import changed_since

    if things and revision is not None:
        raise click.UsageError("name what to check, or let --changed-since say it, not both")
    paths = [Path(thing) for thing in things if "/" in thing or os.path.lexists(thing)]
    archive = choosing.archive_around(paths, Path.cwd()) if paths else None
    if archive is None and paths and len(paths) == len(things):
        return None, paths, None
    archive = archive or session.archive()
    if revision is not None:
        return archive, paths, changed_since(archive, revision)
    if not things:
        return archive, paths, None
    ids = [thing for thing in things if Path(thing) not in paths]
    return archive, paths, choosing.chosen(archive, paths, ids)


def _mend(session: Session, archive: Archive | None, checked: Checked, *, write: bool) -> None:
    """Mend records, or show what would be mended."""
    from archive.pipeline.mending import mend  # late: `archive --help` does without

    if archive is None:
        raise click.UsageError("--fix mends records of an archive, and these lie in none")
    done = mend(archive, checked.findings, write=write)
    for mended in done:
        if write:
            session.note(f"{mended.path}: mended {', '.join(mended.codes)}")
        else:
            click.echo(mended.diff(), nl=False)
    session.count({"mended": len(done)}, written=write)


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    """The codes given, also several in one option between commas."""
    from archive.pipeline.choosing import some_rule  # late: `archive --help` does without

    codes = (code.strip().upper() for value in values for code in value.split(","))
    return tuple(map(some_rule, codes))
