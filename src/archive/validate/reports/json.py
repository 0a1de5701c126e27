"""One JSON document: a list of findings."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from archive.validate.findings import Finding
from archive.validate.reports import Report


def write(findings: Sequence[Finding], sources: Mapping[str, bytes]) -> str:  # noqa: ARG001
    """Write an array of objects with the fields of ``Finding``."""
    return (
        json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1) + "\n"
    )


FORMAT = Report(title="one JSON document", write=write)
