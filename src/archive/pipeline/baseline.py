"""Findings that an archive is known to have: they are read from a file, and do not count."""

from __future__ import annotations

from pathlib import Path

from archive.errors import UsageError
from archive.store import durable
from archive.validate import Baseline, Checked


class NoBaseline(UsageError):
    """The file of known findings cannot be read."""

    code = "E234"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"there is no baseline at {path}: {reason}",
            hint=f"write one: 'archive validate --format jsonl > {path}'",
        )


def pass_over(checked: Checked, path: str, *, whole: bool) -> Checked:
    """What was checked without what a file says is known; all of it, if ``path`` is empty.

    Args:
        checked: what was found.
        path: the file, from the working folder.
        whole: whether all of an archive was checked by all rules.

    Raises:
        NoBaseline: the file cannot be read.
        BadBaseline: it is no list of findings.
    """
    if not path:
        return checked
    try:
        content = durable.read_file(Path(path).resolve())
    except OSError as error:
        raise NoBaseline(Path(path), str(error.strerror)) from None
    return Baseline.read(Path(path), content).pass_over(checked, whole=whole)
