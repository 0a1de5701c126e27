"""One line a finding: path, place, rule, message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive.validate.findings import Finding
from archive.validate.reports import Report


def line(finding: Finding) -> str:
    """A finding in one line, as compilers report, without the line feed."""
    place = f"{finding.path}:{finding.line}:{finding.column}"
    return f"{place}: {finding.severity}[{finding.rule}] {one_line(finding.message)}"


def one_line(text: str) -> str:
    """The text with nothing in it that moves a terminal's cursor."""
    return "".join(c if c.isprintable() else " " for c in text)


def write(findings: Sequence[Finding], sources: Mapping[str, bytes]) -> str:  # noqa: ARG001
    """Write one line a finding."""
    return "".join(f"{line(finding)}\n" for finding in findings)


FORMAT = Report(title="one line a finding", write=write)
