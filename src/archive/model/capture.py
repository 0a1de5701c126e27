"""A capture: what is known of a copy as it was received, and its JSON beside the bytes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from archive.model.form import Kinds, is_text, read_object
from archive.model.record import Container, Received

_DIGEST = re.compile(r"[0-9a-f]{64}")


class BadCapture(ValueError):
    """A capture's JSON says too much, too little, or the wrong kind of thing."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A copy that the archive received.

    Attributes:
        copy: its name, media type, encoding, digest, size, and when it was received.
        how: in words, for example ``ingested from a file``.
    """

    copy: Received
    how: str

    def to_json(self) -> bytes:
        """Canonical: keys sorted, indented by two spaces, UTF-8, a line feed at the end."""
        values = {key: getattr(self.copy, _FIELDS[key]) for key in _FIELDS} | {"how": self.how}
        if self.copy.headers:
            values["headers"] = dict(self.copy.headers)
        if self.copy.container:
            values["container"] = {
                key: getattr(self.copy.container, field) for key, field in _CONTAINER.items()
            }
        return f"{json.dumps(values, indent=2, sort_keys=True, ensure_ascii=False)}\n".encode()

    @classmethod
    def from_json(cls, content: bytes) -> Capture:
        """Read what ``to_json`` writes.

        Raises:
            BadCapture: it is no JSON, or a key is unknown, missing, or of the wrong kind.
        """
        values = read_object(content, _KINDS, _OPTIONAL, BadCapture)
        copy = Received(
            **{field: values[key] for key, field in _FIELDS.items()},
            headers=tuple(sorted(values.get("headers", {}).items())),
            container=_container(values.get("container")),
        )
        return cls(copy, values["how"])


def _container(values: dict[str, Any] | None) -> Container | None:
    if values is None:
        return None
    return Container(**{field: values[key] for key, field in _CONTAINER.items()})


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 0


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def _is_headers(value: object) -> bool:
    return isinstance(value, dict) and all(map(is_text, value.values()))


def _is_container(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != _CONTAINER.keys():
        return False
    return _is_digest(value["sha-256"]) and _is_count(value["size"]) and _is_count(value["start"])


def _is_moment(value: object) -> bool:
    try:
        moment = datetime.strptime(str(value), "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return False
    return value == f"{moment.isoformat()}Z"


_FIELDS = {
    "characters": "characters",
    "encoding": "encoding",
    "media-type": "media_type",
    "original-name": "filename",
    "received": "received",
    "sha-256": "sha256",
    "size": "size",
}
_CONTAINER = {"sha-256": "sha256", "size": "size", "start": "start"}
_OPTIONAL = {"container", "headers"}
_TEXT = ("text", is_text)
_COUNT = ("a whole number from 0 up", _is_count)
_KINDS: Kinds = {
    "characters": _COUNT,
    "container": ("an object of sha-256, size and start", _is_container),
    "encoding": _TEXT,
    "headers": ("an object of texts", _is_headers),
    "how": _TEXT,
    "media-type": _TEXT,
    "original-name": _TEXT,
    "received": ("a time in UTC such as 2026-11-24T10:47:00Z", _is_moment),
    "sha-256": ("64 hex digits", _is_digest),
    "size": _COUNT,
}
