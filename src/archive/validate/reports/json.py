"""One JSON document: a list of findings."""

from __future__ import annotations

import json
from dataclasses import asdict

from archive.validate.checked import Checked
from archive.validate.reports import Report


def write(checked: Checked) -> str:
    """Write an array of objects with the fields of ``Finding``."""
    findings = [asdict(finding) for finding in checked.findings]
    return json.dumps(findings, ensure_ascii=False, indent=1) + "\n"


FORMAT = Report(title="one JSON document", write=write)
