"""Validation: records on disk to findings."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from pathlib import Path

from archive import validate
from archive.pipeline.archives import Archive
from archive.pipeline.choosing import Choice, Chosen, choice, folders
from archive.pipeline.examining import Home, content, examine_all, target
from archive.pipeline.results import Results
from archive.read import again
from archive.store import agents, durable, withdrawn
from archive.tei import UnreadableRecord
from archive.tei.agents import wording
from archive.validate import Checked, Finding, Surroundings, Target, Verdict, in_order
from archive.validate.target import RECORD, place
from archive.wellformed import MAX_BYTES


def check(archive: Archive, chosen: Chosen | None = None, select: tuple[str, ...] = ()) -> Checked:
    """Check all of an archive, or report only of what was chosen of it.

    What is chosen is judged beside all the rest in either case. With ``select``, codes or their
    beginnings, findings of other rules may be left out: nothing is done for them alone.
    """
    with archive.store.reading():
        return checked(archive, Results(archive, select), chosen)


def checked(archive: Archive, results: Results, chosen: Chosen | None = None) -> Checked:
    """What is found by the verdicts on all records, and by what lies beside them."""
    wanted = choice(archive)
    claims = (claim for verdict in results.verdicts.values() for claim in verdict.claims)
    found = chain(
        (finding for verdict in results.verdicts.values() for finding in verdict.findings),
        validate.among(claims, _surroundings(archive, chosen)),
    )
    counted = (f for f in found if wanted.takes(f) and (chosen is None or chosen.concerns(f)))
    shown = [name for name in results.verdicts if chosen is None or chosen.takes(name)]
    return Checked(
        in_order(counted),
        {f"{name}/{RECORD}": results.verdicts[name].coverage for name in shown},
        partial(_content, archive.root),
        "" if archive.root == Path() else f"{archive.root.as_posix()}/",
    )


def check_paths(paths: Sequence[Path], select: tuple[str, ...] = ()) -> Checked:
    """Check the records that paths lead to, which lie in no archive; ``select`` as in ``check``.

    Raises:
        NoRecordThere: a path leads to none.
    """
    found_in = dict.fromkeys(chain.from_iterable(map(folders, paths)))
    homes = [Home(str(home.resolve()), home.as_posix(), select=select) for home in found_in]
    verdicts = {
        f"{home.shown}/{RECORD}": examined.verdict or Verdict()
        for home, examined in zip(homes, examine_all(homes), strict=True)
    }
    claims = (claim for verdict in verdicts.values() for claim in verdict.claims)
    found = [finding for verdict in verdicts.values() for finding in verdict.findings]
    return Checked(
        in_order([*found, *validate.among(claims, Surroundings())]),
        {path: verdict.coverage for path, verdict in verdicts.items()},
        partial(_content, Path()),
    )


def errors_in(archive: Archive, id: str, xml: bytes) -> tuple[Finding, ...]:
    """What would be wrong with a record if ``xml`` were its record.xml, fixity aside."""
    home = archive.store.path(id)
    shown = home.relative_to(archive.root).as_posix()
    verdict = validate.examine(replace(target(Home(str(home), shown)), xml=xml))
    found = [*verdict.findings, *validate.among(verdict.claims, _surroundings(archive))]
    errors = (f for f in found if f.severity == "error" and f.rule[0] != "F")
    return tuple(error for error in errors if place(error.path) == shown)


def select(checked: Checked, wanted: Choice) -> Checked:
    """Only the findings that count."""
    return replace(checked, findings=tuple(filter(wanted.takes, checked.findings)))


def _surroundings(archive: Archive, chosen: Chosen | None = None) -> Surroundings:
    """What lies in an archive beside its records."""
    records = archive.store.records

    @cache
    def printed(home: str) -> str | None:
        if not (records / home / RECORD).is_file():
            return None
        with suppress(UnreadableRecord, OSError):
            return wording(content(f"{records}/{home}", RECORD))
        return ""

    return Surroundings(
        agents=[_agent(path, xml, archive) for path, xml in agents.files(records).items()],
        records=archive.store.homes(),
        tombstones={
            path.relative_to(archive.root).as_posix(): content
            for path, content in withdrawn.files(records).items()
        },
        gone=chosen.gone if chosen else (),
        strays={
            (records / name).relative_to(archive.root).as_posix(): kind
            for name, kind in archive.store.strays().items()
        },
        xml=lambda home: content(f"{records}/{home}", RECORD),
        printed=printed,
    )


def _agent(path: Path, xml: bytes, archive: Archive) -> Target:
    shown = path.relative_to(archive.root).as_posix()
    return Target(path=shown, id=path.stem, xml=xml, files={}, reading=again)


def _content(root: Path, path: str) -> bytes:
    """The bytes of a file that a finding names, to show the place."""
    home = root / path
    try:
        found = durable.read_file(home, MAX_BYTES + 1)
    except OSError:
        return b""
    return found if len(found) <= MAX_BYTES else b""
