"""JSON Lines: a finding a line, which is also the form of a baseline."""

from __future__ import annotations

from dataclasses import asdict

from archive.validate.checked import Checked
from archive.validate.reports import Report
from archive.validate.reports._text import as_json


def write(checked: Checked) -> str:
    """Write an object with the fields of ``Finding`` a line."""
    return "".join(f"{as_json(asdict(finding))}\n" for finding in checked.findings)


FORMAT = Report(
    title="one JSON object a finding, as --baseline takes them",
    media_type="application/jsonl",
    write=write,
)
