"""A tombstone: what is left of a record that was withdrawn, and its JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from archive.model.fact import Span
from archive.model.form import Kinds, is_text, read_object

_DIGEST = re.compile(r"[0-9a-f]{64}")
_YEAR = re.compile(r"[0-9]{4}|undated")


class BadTombstone(ValueError):
    """The JSON of a tombstone says too much, too little, or the wrong kind of thing."""


@dataclass(frozen=True, slots=True)
class Run:
    """What was a record's own of a copy: all of it, or half-open a run of its characters.

    Attributes:
        sha256: of the bytes of the copy.
        start: None for all of the copy.
        end: None for all of the copy.
    """

    sha256: str
    start: int | None = None
    end: int | None = None

    @classmethod
    def of(cls, extent: Span | None, sha256: str) -> Run:
        """The run that an article has of its source: all, if it states no extent."""
        return cls(sha256, extent.start, extent.end) if extent else cls(sha256)

    def shares(self, other: Run) -> bool:
        """Whether both have a character in common."""
        if self.sha256 != other.sha256:
            return False
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return True
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of a record that was withdrawn.

    Attributes:
        id: never given to another record.
        key: its citation key; the same.
        year: that it was filed under.
        title: empty if it had none.
        day: of its withdrawal, ISO 8601, in UTC.
        by: who withdrew it.
        because: why, in that person's words.
        sources: what it was read from, so that the same copy is not taken in again.
        see: id of the record that stands in its place; empty for none.
    """

    id: str
    key: str
    year: str
    title: str
    day: str
    by: str
    because: str
    sources: tuple[Run, ...]
    see: str = ""

    def to_json(self) -> bytes:
        """Canonical: keys sorted, indented by two spaces, UTF-8, a line feed at the end."""
        values: dict[str, Any] = {key: getattr(self, name) for key, name in _FIELDS.items()}
        values["sources"] = [_object_of(run) for run in self.sources]
        if self.see:
            values["see"] = self.see
        return f"{json.dumps(values, indent=2, sort_keys=True, ensure_ascii=False)}\n".encode()

    @classmethod
    def from_json(cls, content: bytes) -> Tombstone:
        """Read what ``to_json`` writes.

        Raises:
            BadTombstone: it is no JSON, or a key is unknown, missing, or of the wrong kind.
        """
        values = read_object(content, _KINDS, {"see"}, BadTombstone)
        return cls(
            **{name: values[key] for key, name in _FIELDS.items()},
            sources=tuple(map(_run, values["sources"])),
            see=values.get("see", ""),
        )


def _object_of(run: Run) -> dict[str, Any]:
    whole = run.start is None
    return {"sha-256": run.sha256} | ({} if whole else {"from": run.start, "to": run.end})


def _run(values: dict[str, Any]) -> Run:
    return Run(values["sha-256"], values.get("from"), values.get("to"))


def _is_said(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_year(value: object) -> bool:
    return isinstance(value, str) and _YEAR.fullmatch(value) is not None


def _is_runs(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_run, value))


def _is_run(value: object) -> bool:
    if not isinstance(value, dict) or not _DIGEST.fullmatch(str(value.get("sha-256"))):
        return False
    if value.keys() == {"sha-256"}:
        return True
    start, end = value.get("from"), value.get("to")
    counted = type(start) is int and type(end) is int and 0 <= start < end
    return counted and value.keys() == {"sha-256", "from", "to"}


_FIELDS = {
    "because": "because",
    "by": "by",
    "citation-key": "key",
    "id": "id",
    "title": "title",
    "withdrawn": "day",
    "year": "year",
}
_SAID = ("words", _is_said)
_KINDS: Kinds = {
    "because": _SAID,
    "by": _SAID,
    "citation-key": _SAID,
    "id": _SAID,
    "see": _SAID,
    "sources": ("a list of objects of sha-256 and maybe from and to", _is_runs),
    "title": ("text", is_text),
    "withdrawn": ("a day such as 2026-11-24", _is_day),
    "year": ("four digits, or undated", _is_year),
}
