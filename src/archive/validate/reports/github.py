"""Workflow commands: GitHub shows each finding beside its line."""

from __future__ import annotations

from archive.validate.checked import Checked
from archive.validate.findings import Finding
from archive.validate.reports import Report


def write(checked: Checked) -> str:
    """Write one command a finding.

    Source: GitHub Actions, workflow commands, "Setting an error message"; the escapes are those of
    actions/toolkit (packages/core/src/command.ts).
    """
    return "".join(f"{_command(finding)}\n" for finding in checked.findings)


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.path,
        "line": str(finding.line),
        "col": str(finding.column),
        "title": f"archive ({finding.rule})",
    }
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{finding.severity} {listed}::{_message(finding.message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = Report(title="annotations for a GitHub workflow", write=write)
