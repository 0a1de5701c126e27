"""What a rule is, and what a family of rules is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.validate.findings import Finding, Severity

if TYPE_CHECKING:
    from archive.validate.claims import Claim, Claims
    from archive.validate.subject import Subject
    from archive.validate.target import Surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule that records keep.

    Attributes:
        code: a letter for the family and a number; never given to another rule.
        title: what is wrong when it is broken.
        reason: why it is there.
        example: what breaks it.
        remedy: what to do about it.
        source: where the rule comes from.
        severity: ``error`` or ``warning``.
        mend: what ``archive validate --fix`` does about it; empty if a person has to decide.
    """

    code: str
    title: str
    reason: str
    example: str
    remedy: str
    source: str
    severity: Severity = "error"
    mend: str = ""

    def explain(self) -> str:
        """The rule for a reader, in a few lines."""
        lines = [
            f"{self.code} ({self.severity}): {self.title}",
            "",
            self.reason,
            "",
            f"Example: {self.example}",
            f"Remedy:  {self.remedy}",
            f"Source:  {self.source}",
        ]
        if self.mend:
            lines.append(f"Mend:    'archive validate --fix' {self.mend}")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Family:
    """The rules of one file in ``rules/``.

    Attributes:
        rules: in the order of their codes.
        check: what they find in a record that is well-formed and that the grammar accepts; None
            for a family that is asked before that.
        claims: what such a record claims that is judged beside the others.
        among: what is wrong with the records of an archive among each other, and with what lies
            beside them, by all that they claim.
    """

    rules: tuple[Rule, ...]
    check: Callable[[Subject], Iterable[Finding]] | None = None
    claims: Callable[[Subject], Iterable[Claim]] | None = None
    among: Callable[[Claims, Surroundings], Iterable[Finding]] | None = None

    def has(self, select: tuple[str, ...]) -> bool:
        """Whether the code of one of its rules begins so, in one of the ways; always, if none."""
        return any(rule.code.startswith(select or ("",)) for rule in self.rules)
