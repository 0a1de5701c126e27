"""One line a finding: path, place, rule, message."""

from __future__ import annotations

from archive.validate.checked import Checked
from archive.validate.findings import Finding
from archive.validate.reports import Report


def line(finding: Finding) -> str:
    """A finding in one line, as compilers report, without the line feed."""
    place = f"{finding.path}:{finding.line}:{finding.column}"
    return f"{place}: {finding.severity}[{finding.rule}] {one_line(finding.message)}"


def one_line(text: str) -> str:
    """The text with nothing in it that moves a terminal's cursor."""
    return "".join(c if c.isprintable() else " " for c in text)


def write(checked: Checked) -> str:
    """Write one line a finding."""
    return "".join(f"{line(finding)}\n" for finding in checked.findings)


FORMAT = Report(title="one line a finding", write=write)
