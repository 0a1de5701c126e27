"""Workflow commands: GitHub shows each finding beside its line."""

from __future__ import annotations

from archive.validate.checked import Checked
from archive.validate.findings import Finding
from archive.validate.reports import Report
from archive.validate.reports._text import one_line

_SHOWN = 10  # of each severity for a step; the rest stands in its log alone


def write(checked: Checked) -> str:
    """Write one command a finding, and a last one where GitHub will not show them all.

    Source: GitHub Actions, workflow commands, "Setting an error message"; the escapes are those of
    actions/toolkit (packages/core/src/command.ts), the limit its docs/problem-matchers.md.
    """
    commands = [_command(finding) for finding in checked.located]
    if any(checked.count(severity) > _SHOWN for severity in ("error", "warning")):
        words = f"{checked.summary()}; GitHub shows {_SHOWN} of each, the log of this step has all"
        commands.append(f"::notice title=archive::{_message(words)}")
    return "".join(f"{command}\n" for command in commands)


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.path,
        "line": str(finding.line),
        "col": str(finding.column),
        "title": f"archive ({finding.rule})",
    }
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    hint = f"%0A{_message(finding.hint)}" if finding.hint else ""
    return f"::{finding.severity} {listed}::{_message(finding.message)}{hint}"


def _message(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = Report(title="annotations for a GitHub workflow", media_type="text/plain", write=write)
