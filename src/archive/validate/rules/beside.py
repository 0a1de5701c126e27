"""B: beside the records lies only what an archive keeps there."""

from __future__ import annotations

from collections.abc import Iterator

from archive.validate.claims import Claims
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import finding
from archive.validate.target import Surroundings

_RECORDS = "docs/decisions.md (a record on disk)"

FOLDER = Rule(
    code="B001",
    title="a folder has no name of a year or a record",
    reason="Nothing looks into it: a record in it is neither checked nor listed nor cited.",
    example="records/2008/Lee_Rain, records/08",
    remedy="call it as its record's header does (a year is four digits, or undated); if it "
    "holds no record, move it elsewhere",
    source=_RECORDS,
)
LINK = Rule(
    code="B002",
    title="a symbolic link, or a device, lies among the records",
    reason="It is never followed: what it leads to is not in the archive, and may be anything.",
    example="records/2008/2008-06-13-lee-rain -> /home/lee/rain",
    remedy="put the folder itself there, or delete the link",
    source=_RECORDS,
)
FILE = Rule(
    code="B003",
    title="a file among the records belongs to none",
    reason="What no manifest lists is protected by nothing, and nobody knows where it came from.",
    example="records/2008/notes.doc, records/_agents/lee.txt, .DS_Store",
    remedy="move it elsewhere, or take it in with 'archive ingest' if it is a copy of an article",
    source=_RECORDS,
    severity="warning",
)

_RULES = {"folder": FOLDER, "link": LINK, "device": LINK, "file": FILE}
_SAYS = {
    "folder": "this folder is that of no year and no record: nothing looks into it",
    "link": "this is a symbolic link: it is not followed",
    "device": "this is no file and no folder",
    "file": "this file belongs to no record",
}


def among(claims: Claims, around: Surroundings) -> Iterator[Finding]:  # noqa: ARG001
    """What lies among the records and belongs to none."""
    for path, kind in around.strays.items():
        yield finding(_RULES[kind], path, _SAYS[kind])


FAMILY = Family((FOLDER, LINK, FILE), among=among)
