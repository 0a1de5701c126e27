"""The agents of an archive, and what in its records a person might decide about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive.errors import ArchiveError
from archive.model.agents import Agents
from archive.model.candidates import Candidate, Pair, alike, candidates
from archive.pipeline.archives import Archive
from archive.pipeline.records import load_readable
from archive.tei.agents import entries


@dataclass(frozen=True, slots=True)
class Overview:
    """What is decided, and what could be.

    Attributes:
        agents: those that people have entered.
        records: id of an agent -> ids of the records that point to it, in order.
        candidates: names that point to no agent.
        alike: pairs of names that look alike.
        failures: why records could not be read; what they name is missing here.
    """

    agents: Agents
    records: Mapping[str, tuple[str, ...]]
    candidates: Sequence[Candidate]
    alike: Sequence[Pair]
    failures: Sequence[ArchiveError]

    def to_json(self) -> dict[str, Any]:
        """All of it but the failures, as ``archive agents --json`` prints it."""
        return {
            "agents": [
                {
                    "id": agent.id,
                    "kind": agent.kind.value,
                    "name": agent.name,
                    "short": agent.short,
                    "records": list(self.records[agent.id]),
                }
                for agent in self.agents.all
            ],
            "candidates": [
                {
                    "kind": candidate.kind.value,
                    "name": candidate.name,
                    "verdict": candidate.verdict,
                    "agents": list(candidate.agents),
                    "records": list(candidate.records),
                }
                for candidate in self.candidates
            ],
            "alike": [
                {"kind": pair.kind.value, "names": [pair.one, pair.other], "why": pair.why}
                for pair in self.alike
            ],
        }


def overview(archive: Archive) -> Overview:
    """Everything that records name, beside the agents. Writes nothing.

    Raises:
        UnreadableAgent: the file of an agent is none.
    """
    records, failures = load_readable(archive)
    named = [entry for record in records for entry in entries(record)]
    pointing: dict[str, set[str]] = {agent.id: set() for agent in archive.agents.all}
    for entry in named:
        pointing.setdefault(entry.agent, set()).add(entry.record)
    return Overview(
        agents=archive.agents,
        records={id: tuple(sorted(ids)) for id, ids in pointing.items()},
        candidates=candidates(named, archive.agents),
        alike=alike(named, archive.agents),
        failures=failures,
    )
