"""W: what was withdrawn leaves word of it, and its name is no other's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from archive.model.tombstone import BadTombstone, Tombstone
from archive.validate.claims import Claims
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import finding
from archive.validate.target import RECORD, Surroundings

_WITHDRAWN = "docs/decisions.md (withdrawn records)"

NO_TOMBSTONE = Rule(
    code="W001",
    title="a tombstone says too much, too little, or is none",
    reason="It is all that is left of a record: what it was called, and who withdrew it, when and "
    "why. What it was read from keeps the same copy from coming in again.",
    example='no "because", or "withdrawn": "last week"',
    remedy="bring the file back from a copy of the archive (git checkout, a backup)",
    source=_WITHDRAWN,
)
OTHER_NAME = Rule(
    code="W002",
    title="the id in a tombstone is not the name of its file",
    reason="Whoever follows an old pointer looks for the file of that name.",
    example='"id": "2008-rain" in _withdrawn/2008-06-13-lee-rain.json',
    remedy="put the name back; a record is never renamed",
    source=_WITHDRAWN,
)
STILL_HERE = Rule(
    code="W003",
    title="a withdrawn record is still there",
    reason="Either it is withdrawn, or it is not. A name is never given to another record.",
    example="records/2008/2008-06-13-lee-rain beside _withdrawn/2008-06-13-lee-rain.json",
    remedy="if the record was brought back, delete the tombstone; else delete the folder",
    source=_WITHDRAWN,
)
NOT_INSTEAD = Rule(
    code="W004",
    title="what is to stand in the place of a withdrawn record is not there",
    reason="Whoever asks for the withdrawn one is sent to nothing.",
    example='"see": "2008-06-13-lee-rain" and no such record',
    remedy="name the record that stands in its place, or take see out",
    source=_WITHDRAWN,
)
GONE = Rule(
    code="W005",
    title="a record was removed and left no tombstone",
    reason="Others cite it and point to it; without word of it nobody learns that it was there.",
    example="a branch that deletes records/2008/2008-06-13-lee-rain (found with --changed-since)",
    remedy="bring it back (git checkout), and withdraw it: 'archive withdraw ID --because WHY'",
    source=_WITHDRAWN,
)


def among(claims: Claims, around: Surroundings) -> Iterator[Finding]:  # noqa: ARG001
    """The tombstones of an archive, against its records, and the records that are gone."""
    records = {PurePosixPath(home).name: home for home in around.records or ()}
    for path, content in around.tombstones.items():
        try:
            tombstone = Tombstone.from_json(content)
        except BadTombstone as error:
            yield finding(NO_TOMBSTONE, path, str(error))
            continue
        if tombstone.id != PurePosixPath(path).stem:
            message = f"the id is {tombstone.id}, the file is {PurePosixPath(path).name}"
            yield finding(OTHER_NAME, path, message, line=_line(content, "id"))
        elif tombstone.id in records:
            message = f"{tombstone.id} is withdrawn, and lies in {records[tombstone.id]}"
            yield finding(STILL_HERE, path, message)
        if tombstone.see and tombstone.see not in records:
            message = f"{tombstone.see} is to stand in its place, and is no record here"
            yield finding(NOT_INSTEAD, path, message, line=_line(content, "see"))
    told = records.keys() | {PurePosixPath(path).stem for path in around.tombstones}
    for home in sorted(around.gone):
        if PurePosixPath(home).name not in told:
            yield finding(GONE, f"{home}/{RECORD}", f"{home} was there, and nothing tells of it")


def _line(content: bytes, key: str) -> int:
    """The line of a key, counted from 1."""
    before, _, _ = content.partition(f'"{key}":'.encode())
    return before.count(b"\n") + 1


FAMILY = Family((NO_TOMBSTONE, OTHER_NAME, STILL_HERE, NOT_INSTEAD, GONE), among=among)
