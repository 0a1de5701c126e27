"""One line a finding: path, place, rule, message."""

from __future__ import annotations

from archive.validate.checked import Checked
from archive.validate.findings import Finding
from archive.validate.reports import Report
from archive.validate.reports._text import one_line


def line(finding: Finding) -> str:
    """A finding in one line, as compilers report, without the line feed."""
    place = f"{finding.path}:{finding.line}:{finding.column}"
    return one_line(f"{place}: {finding.severity}[{finding.rule}] {finding.message}")


def write(checked: Checked) -> str:
    """Write one line a finding."""
    return "".join(f"{line(finding)}\n" for finding in checked.findings)


FORMAT = Report(title="one line a finding", media_type="text/plain", write=write)
