"""Findings that an archive had before it was checked for the first time: they do not count."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from archive.errors import UsageError
from archive.validate.checked import Checked
from archive.validate.findings import Finding


class BadBaseline(UsageError):
    """A baseline is not a list of findings, one JSON object a line."""

    code = "E233"

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(
            f"{path}:{line}: not a baseline: {reason}",
            hint=f"write it anew: 'archive validate --format jsonl > {path}'",
        )


@dataclass(frozen=True, slots=True)
class Baseline:
    """Findings that are known.

    Attributes:
        known: what stays the same of a finding when lines move -> how many of those there are.
    """

    known: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    @classmethod
    def read(cls, path: Path, content: bytes) -> Baseline:
        """A baseline as ``--format jsonl`` writes it; ``path`` is for messages alone.

        Raises:
            BadBaseline: a line is none of its lines.
        """
        lines = enumerate(content.split(b"\n"), 1)
        return cls(Counter(_identity(path, n, line) for n, line in lines if line.strip()))

    def pass_over(self, checked: Checked, *, whole: bool) -> Checked:
        """What was checked without the findings that are known.

        Of several that are alike as many are passed over as are known, in order. Which of the
        known have gone can be told only if the ``whole`` archive was checked by all rules.
        """
        left = self.known.copy()
        fresh: list[Finding] = []
        for finding in checked.findings:
            if left[finding.identity] > 0:
                left[finding.identity] -= 1
            else:
                fresh.append(finding)
        gone = left.total() if whole else 0
        passed = len(checked.findings) - len(fresh)
        return replace(checked, findings=tuple(fresh), passed=passed, gone=gone)


def _identity(path: Path, number: int, line: bytes) -> tuple[str, str, str]:
    """What one line knows."""
    try:
        found: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise BadBaseline(path, number, "no JSON") from None
    keys = ("path", "rule", "message")
    if not isinstance(found, dict) or not all(isinstance(found.get(key), str) for key in keys):
        raise BadBaseline(path, number, "no object with the texts path, rule and message")
    return found["path"], found["rule"], found["message"]
