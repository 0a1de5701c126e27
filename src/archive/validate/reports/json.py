"""One JSON document: the counts, the coverage and all findings."""

from __future__ import annotations

from dataclasses import asdict

from archive.validate.checked import Checked
from archive.validate.reports import Report
from archive.validate.reports._text import as_json


def write(checked: Checked) -> str:
    """Write an object; coverage has the fields of ``Coverage``, a finding those of ``Finding``."""
    document = {
        "records": checked.records,
        "errors": checked.count("error"),
        "warnings": checked.count("warning"),
        "coverage": {
            "all": asdict(checked.total),
            "records": {path: asdict(figures) for path, figures in checked.coverage.items()},
        },
        "findings": [asdict(finding) for finding in checked.findings],
    }
    return as_json(document, indent=1) + "\n"


FORMAT = Report(
    title="one JSON document, with counts and coverage", media_type="application/json", write=write
)
