"""What was checked, and what was found: the input of all reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

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
        root: what leads from the working folder to the archive (``wire/``); empty if it is that.
        passed: how many more were found that a baseline knows, and that do not count.
        gone: how many a baseline knows that are not found any more.
    """

    findings: tuple[Finding, ...] = ()
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    content: Callable[[str], bytes] = lambda _: b""
    root: str = ""
    passed: int = 0
    gone: int = 0

    @property
    def records(self) -> int:
        """How many records were checked."""
        return len(self.coverage)

    @property
    def total(self) -> Coverage:
        """The figures of all records together."""
        return sum(self.coverage.values(), Coverage())

    def below(self, percent: float) -> list[str]:
        """The records of which less is evidence, the least first, if that is so of all together.

        Both shares count, of the statements and of the text. Empty if there is enough.
        """
        if _share(self.total) >= percent:
            return []
        poor = [path for path, figures in self.coverage.items() if _share(figures) < percent]
        return sorted(poor, key=lambda path: _share(self.coverage[path]))

    @property
    def located(self) -> Iterator[Finding]:
        """The findings with their paths from the working folder: that of a service, as a rule."""
        for finding in self.findings:
            related = finding.related and self.root + finding.related
            yield replace(finding, path=self.root + finding.path, related=related)

    def count(self, severity: str) -> int:
        """How many findings are of that severity."""
        return sum(1 for finding in self.findings if finding.severity == severity)

    def summary(self) -> str:
        """Count records, errors and warnings, and say how much is evidence.

        >>> Checked().summary()
        '0 records, 0 errors, 0 warnings'
        >>> Checked(coverage={"record.xml": Coverage(32, 31, 510, 510)}).summary()
        '1 record, 0 errors, 0 warnings; evidence for 31 of 32 statements, 510 of 510 characters'
        """
        counts = (
            (self.records, "record"),
            (self.count("error"), "error"),
            (self.count("warning"), "warning"),
        )
        counted = ", ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in counts)
        total = self.total
        figures = (
            f"; evidence for {total.proved:,} of {total.statements:,} statements, "
            f"{total.carried:,} of {total.characters:,} characters"
        )
        return counted + (figures if total.statements else "") + self._beside()

    def _beside(self) -> str:
        """What a baseline did, if it did anything.

        >>> Checked(passed=1200, gone=1).summary()
        '0 records, 0 errors, 0 warnings; 1,200 known; of the baseline 1 is gone: write it anew'
        """
        known = f"; {self.passed:,} known" if self.passed else ""
        verb = "is" if self.gone == 1 else "are"
        gone = f"; of the baseline {self.gone:,} {verb} gone: write it anew" if self.gone else ""
        return known + gone


def _share(figures: Coverage) -> float:
    return min(figures.of_statements, figures.of_characters)
