"""GitLab Code Quality: findings in the widget and the changes of a merge request."""

from __future__ import annotations

from archive.validate.checked import Checked
from archive.validate.findings import Finding, fingerprints
from archive.validate.reports import Report
from archive.validate.reports._text import as_json, one_line

_SEVERITY = {"error": "major", "warning": "minor"}


def write(checked: Checked) -> str:
    """Write an array of issues; GitLab tells them apart, and knows them again, by fingerprint.

    Source: GitLab documentation, "Code Quality report format".
    """
    known = zip(checked.located, fingerprints(checked.findings), strict=True)
    return as_json([_issue(finding, name) for finding, name in known], indent=1) + "\n"


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    return {
        "description": one_line(finding.message),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": finding.line}},
    }


FORMAT = Report(title="a GitLab Code Quality report", media_type="application/json", write=write)
