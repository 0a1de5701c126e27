"""Findings in words or for programs: one format a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from archive.registry import Registry
from archive.validate.checked import Checked


@dataclass(frozen=True, slots=True)
class Report:
    """A format of reports.

    Attributes:
        title: what a list of formats calls it.
        media_type: of what it writes.
        write: what was checked and found, to text; each line ends in a line feed, and no finding is
            no text in formats for people.
    """

    title: str
    media_type: str
    write: Callable[[Checked], str]


REPORTS: Registry[Report] = Registry(
    "archive.validate.reports", "FORMAT", "report", "archive formats"
)


def report(checked: Checked, name: str) -> str:
    """What was checked and found, in the format of that name (``full``, ``json``, ``sarif``).

    Raises:
        UnknownName: there is no such format.
    """
    return REPORTS.load(name).write(checked)
