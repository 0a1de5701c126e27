"""The answer to "may I republish or translate this, and what must I print?", from a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive.errors import UnknownName
from archive.model.credit import credit_line
from archive.model.fact import Certainty, Fact, Span
from archive.model.record import Record
from archive.model.rights import SILENCE, Act, Condition, Rights, Standing


@dataclass(frozen=True, slots=True)
class Answer:
    """What a record's own words say of some acts.

    Attributes:
        id: of the record.
        acts: each act asked about, with how the statement stands to it.
        rights: the statement; None where the copy states nothing.
        credit: the line to print.
    """

    id: str
    acts: tuple[tuple[Act, Standing], ...]
    rights: Rights | None
    credit: str

    def table(self) -> list[tuple[str, str, str]]:
        """Each act, how the statement stands to it, and how surely it does if that is not sure."""
        stated = dict(self.rights.acts) if self.rights else {}
        return [(act.value, standing.value, _doubt(stated.get(act))) for act, standing in self.acts]

    def lines(self) -> list[str]:
        """The evidence and the credit line, for a person to read."""
        if self.rights is None:
            return [SILENCE, f"credit line: {self.credit}"]
        statement, licence = self.rights.statement, self.rights.licence
        conditions = ", ".join(c.value.value for c in self.rights.conditions)
        return [
            f'{self.rights.kind.value.value}: "{statement.value}"',
            f"  {_where(statement)}",
            *([f"conditions: {conditions}"] if conditions else []),
            *([f"licence: {licence.value}, whose own terms apply"] if licence else []),
            f"credit line: {self.credit}",
        ]

    def to_json(self) -> dict[str, Any]:
        """The same as plain data."""
        rights = self.rights
        return {
            "id": self.id,
            "acts": {act.value: standing.value for act, standing in self.acts},
            "kind": rights.kind.value.value if rights else "unstated",
            "statement": rights.statement.value if rights else None,
            "where": _place(rights.statement.span) if rights else None,
            "conditions": _conditions(rights),
            "licence": rights.licence.value if rights and rights.licence else None,
            "credit-line": self.credit,
        }


def answer(record: Record, act: str | None = None) -> Answer:
    """What the record says of one act, or of all.

    Raises:
        UnknownName: no act has that name.
    """
    names = [known.value for known in Act]
    if act is not None and act not in names:
        raise UnknownName("act", act, names, "archive rights --help")
    asked = [Act(act)] if act else list(Act)
    rights = record.rights
    acts = tuple((a, rights.standing(a) if rights else Standing.UNSTATED) for a in asked)
    return Answer(record.id, acts, rights, credit_line(record))


def _doubt(fact: Fact[Standing] | None) -> str:
    sure = fact is None or fact.certainty is Certainty.HIGH
    return "" if sure or fact is None else f"({fact.certainty.value} certainty)"


def _conditions(rights: Rights | None) -> list[str]:
    conditions: tuple[Fact[Condition], ...] = rights.conditions if rights else ()
    return [condition.value.value for condition in conditions]


def _where(statement: Fact[str]) -> str:
    span = statement.span
    place = f"source {span.source[:8]}, characters {span.start}-{span.end}" if span else "supplied"
    return f"{place}, by {statement.rule.name} ({statement.certainty.value})"


def _place(span: Span | None) -> dict[str, Any] | None:
    return {"source": span.source, "start": span.start, "end": span.end} if span else None
