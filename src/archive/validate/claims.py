"""What a record says that can be judged only beside the rest of its archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from archive.validate.findings import Finding
from archive.validate.rule import Rule


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that other records are compared with, or that leads out of the record.

    Attributes:
        kind: what is claimed: a family names its own (``id``, ``citation-key``, ``agent``).
        values: what is said of it, in an order that the family knows.
        path: of the file that says so, as findings name it.
        line: where it says so, counted from 1.
        column: counted from 1.
    """

    kind: str
    values: tuple[str, ...]
    path: str
    line: int
    column: int

    @property
    def home(self) -> str:
        """The year and id of the record that claims it (``2008/2008-06-13-lee-a-well``)."""
        return "/".join(self.path.split("/")[-3:-1])

    def beside(self, name: str) -> str:
        """The path of what lies among the records of its archive; empty if it lies in none."""
        parts = self.path.split("/")
        return "/".join([*parts[:-3], name]) if len(parts) > 3 else ""

    def finding(self, rule: Rule, message: str, related: str = "") -> Finding:
        """A finding where it is claimed; ``related`` is the path of the other file it is about."""
        place = (self.path, self.line, self.column)
        return Finding(rule.code, rule.severity, *place, message, rule.remedy, related)


class Claims:
    """All claims of an archive."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        self._kinds: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._kinds[claim.kind].append(claim)

    def of(self, kind: str) -> list[Claim]:
        """Those of a kind, in the order of their folders; empty if nothing claims such."""
        return sorted(self._kinds.get(kind, ()), key=lambda claim: claim.path.rpartition("/")[0])
