"""Record folders made in code, sound unless a test breaks them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import factory
from archive.model.record import Record, source_name
from archive.read._decode import decode
from archive.tei import write
from archive.validate import Target

PATH = "records/2008/2008-06-13-lee-a-well-for-two-villages/record.xml"


def manifest(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def capture(record: Record) -> bytes:
    copy = record.received
    facts = {
        "characters": copy.characters,
        "encoding": copy.encoding,
        "how": "ingested from a file",
        "media-type": copy.media_type,
        "original-name": copy.filename,
        "received": copy.received,
        "sha-256": copy.sha256,
        "size": copy.size,
    }
    return f"{json.dumps(facts, indent=2, sort_keys=True)}\n".encode()


def sealed(target: Target) -> Target:
    """The target with a manifest that fits its files."""
    files = {name: data for name, data in target.files.items() if name != "manifest-sha256.txt"}
    seal = manifest(files | {"record.xml": target.xml})
    return replace(target, files=files | {"manifest-sha256.txt": seal})


def target(record: Record | None = None, data: bytes = factory.DATA, **changes: Any) -> Target:
    """A sound record folder, with ``changes`` to any field of the target."""
    record = record or factory.record()
    files = {source_name(record.received.filename): data, "source/0001.json": capture(record)}
    whole = Target(
        path=PATH.replace("2008-06-13-lee-a-well-for-two-villages", record.id),
        id=record.id,
        xml=write(record),
        files=files,
        decode=decode,
        year="2008",
    )
    return sealed(replace(whole, **changes))
