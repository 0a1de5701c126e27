"""Findings in words or for programs: one format a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from archive.registry import Registry
from archive.validate.findings import Finding


@dataclass(frozen=True, slots=True)
class Report:
    """A format of reports.

    Attributes:
        title: what a list of formats calls it.
        write: the findings, and the bytes of each file that they name (those it has), to text; each
            line ends in a line feed, and no finding is no text in formats for people.
    """

    title: str
    write: Callable[[Sequence[Finding], Mapping[str, bytes]], str]


REPORTS: Registry[Report] = Registry(
    "archive.validate.reports", "FORMAT", "report", "archive validate --help"
)


def report(findings: Sequence[Finding], sources: Mapping[str, bytes], name: str) -> str:
    """The findings in the format of that name.

    Args:
        findings: in the order to report them.
        sources: path -> bytes, to show the place; a path that is missing is not shown.
        name: of the format (``full``, ``concise``, ``json``, ``github``).

    Raises:
        UnknownName: there is no such format.
    """
    return REPORTS.load(name).write(findings, sources)
