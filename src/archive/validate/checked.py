"""What was checked, and what was found: the input of all reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from archive.validate.coverage import Coverage
from archive.validate.findings import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked and found.

    Attributes:
        findings: by file and place.
        coverage: path of each record.xml that was checked -> its figures, in order.
        content: path that a finding names -> the bytes of that file; empty if it is not there, or
            too large to show.
    """

    findings: tuple[Finding, ...] = ()
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    content: Callable[[str], bytes] = lambda _: b""

    @property
    def records(self) -> int:
        """How many records were checked."""
        return len(self.coverage)

    @property
    def total(self) -> Coverage:
        """The figures of all records together."""
        return sum(self.coverage.values(), Coverage())

    def count(self, severity: str) -> int:
        """How many findings are of that severity."""
        return sum(1 for finding in self.findings if finding.severity == severity)

    def summary(self) -> str:
        """Count records, errors and warnings.

        >>> Checked().summary()
        '0 records, 0 errors, 0 warnings'
        """
        counts = (
            (self.records, "record"),
            (self.count("error"), "error"),
            (self.count("warning"), "warning"),
        )
        return ", ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in counts)
