"""Findings: what is wrong in a record, where, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem found in a record.

    Attributes:
        rule: the code of the rule that is broken (``archive rule CODE`` explains it).
        severity: ``error`` or ``warning``.
        path: of the file, as its caller named it.
        line: counted from 1.
        column: counted from 1, in characters.
        message: what is wrong, in one sentence without a full stop; without the number of a line,
            so that it stays the same when lines move.
        hint: what to do next; empty if the message says it.
        related: the path of another file that it is about; empty if there is none.
    """

    rule: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    related: str = ""

    @property
    def identity(self) -> tuple[str, str, str]:
        """What stays the same when lines move: file, rule and message."""
        return self.path, self.rule, self.message


MOST = 500
"""Findings of one record that are told: who has so many mends a few, and looks again."""


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by file and place, each once."""
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda f: (f.path, f.line, f.column, f.rule, f.message),
        )
    )


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A digest of each finding that stays the same when lines move; no two are the same.

    Those that are alike are told apart by their order: 64 hex digits each, in the order given.
    """
    alike: Counter[tuple[str, str, str]] = Counter()
    digests = []
    for finding in findings:
        name = "\0".join((*finding.identity, str(alike[finding.identity])))
        digests.append(sha256(name.encode("utf-8", "surrogatepass")).hexdigest())
        alike[finding.identity] += 1
    return digests
