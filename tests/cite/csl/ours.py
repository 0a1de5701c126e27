"""Our engine, answering the jobs of the peer; ``peer.cjs`` says what a job and an answer are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def ask(job: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to one job."""
    raise NotImplementedError
