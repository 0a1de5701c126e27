"""F: the files of a record are those that were taken in, to the byte."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from archive.errors import InputError
from archive.model.capture import BadCapture, Capture
from archive.model.document import Document
from archive.tei.chain import ni_uri
from archive.tei.statements import children, plain
from archive.tei.xml import Element, local
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject, finding, shown
from archive.validate.target import MANIFEST, RECORD, Target

_FIXITY = "docs/decisions.md (a record on disk); RFC 8493, section 2.1.3 (payload manifests)"
_RESTORE = "bring the file back from a copy of the archive (git checkout, a backup)"

NO_MANIFEST = Rule(
    code="F001",
    title="the manifest is missing or is none",
    reason="Without it nothing shows that the files are those that were taken in.",
    example="manifest-sha256.txt was cut off in the middle of a line",
    remedy=_RESTORE,
    source=_FIXITY,
)
EDITED = Rule(
    code="F002",
    title="record.xml was edited by hand and not accepted yet",
    reason="An edit becomes part of the record when a person answers for it; until then it cannot "
    "be told from damage.",
    example="a correction typed into record.xml",
    remedy="sign the edit, 'archive accept ID --by NAME --because WHY', or undo it, 'git checkout'",
    source="docs/decisions.md (a record on disk)",
)
CHANGED = Rule(
    code="F003",
    title="a file is not what the manifest says",
    reason="The bytes as received are the evidence for all statements; they never change.",
    example="an editor saved source/0001.txt with other line ends",
    remedy=_RESTORE,
    source=_FIXITY,
)
LACKING = Rule(
    code="F004",
    title="a file that the manifest lists is missing",
    reason="What was taken in is kept.",
    example="source/0001.json was deleted",
    remedy=_RESTORE,
    source=_FIXITY,
)
STRANGER = Rule(
    code="F005",
    title="a file is in the folder that does not belong to the record",
    reason="What no manifest lists is protected by nothing, and nobody knows where it came from.",
    example="source/0001.txt~, .DS_Store, notes.doc",
    remedy="move it elsewhere, or take it in with 'archive ingest' if it is a copy of the article",
    source=_FIXITY,
)
NO_SOURCE = Rule(
    code="F006",
    title="the received copy is missing",
    reason="Nothing that the record says can be compared with it; no other rule would notice.",
    example="source/0001.txt was deleted",
    remedy=_RESTORE,
    source="docs/decisions.md (a record on disk)",
)
NO_CAPTURE = Rule(
    code="F007",
    title="the facts of the capture are missing or cannot be read",
    reason="They say how and when the copy came, and are written once.",
    example="source/0001.json is not JSON",
    remedy=_RESTORE,
    source="docs/decisions.md (a record on disk)",
)
OTHER_BYTES = Rule(
    code="F008",
    title="the facts of the capture are not those of the bytes",
    reason="One of the two was changed after the copy was taken in.",
    example='"size": 6011 beside a file of 6,010 bytes',
    remedy=_RESTORE,
    source=_FIXITY,
)
HEADER = Rule(
    code="F009",
    title="the header says something else of the received copy than its bytes or its capture",
    reason="The ranges of the whole record count in that copy, decoded in that way.",
    example='<measure unit="bytes" quantity="6010"> where the file has 6,011 bytes',
    remedy="put back what source/0001.json says; these values are not for editing",
    source="docs/decisions.md (evidence); RFC 6920 (ni names)",
    mend="puts back what source/0001.json and the bytes say",
)
UNDECODABLE = Rule(
    code="F010",
    title="the received copy cannot be decoded as the header says",
    reason="Without its text nothing can be compared with it.",
    example='<note type="encoding">utf-8</note> where the bytes are windows-1252',
    remedy="put back the encoding that source/0001.json names",
    source="docs/decisions.md (evidence)",
    mend="puts back the encoding that source/0001.json names",
)

NO_FILE = Rule(
    code="F011",
    title="a file of the record is none whose bytes can be judged",
    reason="A link says what another file says, today; a pipe or a device says something else each "
    "time; and what is larger than any record can stop the program that reads it.",
    example="source/0001.txt is a symbolic link to a file elsewhere",
    remedy=_RESTORE,
    source="docs/decisions.md (a record on disk)",
)

_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
_NAME = re.compile(r"record\.xml|source/[0-9]{4}\.[a-z0-9]{1,16}")


def files(target: Target) -> Iterator[Finding]:
    """Compare the files of a record with its manifest and its captures."""
    for name, what in sorted(target.odd.items()):
        yield finding(NO_FILE, target.beside(name), f"{name} is {what}")
    present = dict(target.files) | {RECORD: target.xml}
    manifest = present.pop(MANIFEST, None)
    listed: dict[str, str] = {}
    if manifest is None and MANIFEST not in target.odd:
        yield finding(NO_MANIFEST, target.beside(MANIFEST), "the manifest is missing")
    elif manifest is not None:
        listed, broken = _entries(manifest)
        if broken:
            message = "a line of the manifest is not a digest, two spaces and a name"
            yield finding(NO_MANIFEST, target.beside(MANIFEST), message, line=broken)
            listed = {}
    present = {name: content for name, content in present.items() if name not in target.odd}
    if listed:
        yield from _compare(target, present, listed)
        present = {name: content for name, content in present.items() if name in listed}
    digests = target.digests
    sound = {n: c for n, c in present.items() if listed.get(n, digests[n]) == digests[n]}
    yield from _captures(target, present, sound)


@lru_cache(maxsize=1)
def _entries(manifest: bytes) -> tuple[dict[str, str], int]:
    """Name -> digest, and the first line that is none (0 if all are)."""
    entries: dict[str, str] = {}
    lines = manifest.decode("utf-8", "replace").split("\n")
    for number, line in enumerate(lines[:-1] if lines[-1] == "" else lines, 1):
        match = _LINE.fullmatch(line)
        if match is None or match[2] in entries:
            return entries, number
        entries[match[2]] = match[1]
    return entries, 0 if entries and lines[-1] == "" else len(lines)


def _compare(
    target: Target, present: Mapping[str, bytes], listed: Mapping[str, str]
) -> Iterator[Finding]:
    for number, name in enumerate(listed, 1):
        if name in target.odd:
            continue
        if name not in present:
            rule = NO_SOURCE if _is_source(name) else LACKING
            message = f"{name} is in the manifest, and not in the folder"
            yield finding(rule, target.beside(MANIFEST), message, line=number)
        elif _NAME.fullmatch(name) and target.digests[name] != listed[name]:
            yield _changed(target, name)
    for name in sorted(present):
        if name not in listed or not _NAME.fullmatch(name):
            message = f"{name} is no file of this record"
            yield finding(STRANGER, target.beside(name), message)


def _changed(target: Target, name: str) -> Finding:
    """A file with other bytes; its digest is told, so that a baseline knows these bytes alone."""
    message = (
        f"{name} is not what the manifest says (its SHA-256 is {target.digests[name][:12]}...)"
    )
    if name != RECORD:
        return finding(CHANGED, target.beside(name), message)
    hint = EDITED.remedy.replace("accept ID", f"accept {target.id}")
    return finding(EDITED, target.path, f"{message}: it was edited by hand", hint)


def _is_source(name: str) -> bool:
    return name.startswith("source/") and not name.endswith(".json")


def _captures(
    target: Target, present: Mapping[str, bytes], sound: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Each source has its capture, which says what its bytes are."""
    for name in sorted(filter(_is_source, present)):
        beside = f"{name.rpartition('.')[0]}.json"
        if not _NAME.fullmatch(name) or beside in target.odd:
            continue
        if beside not in present:
            message = f"{name} has no {beside} beside it"
            yield finding(NO_CAPTURE, target.beside(beside), message)
        elif beside in sound and name in sound:
            yield from _capture(target, beside, name)


def _capture(target: Target, name: str, of: str) -> Iterator[Finding]:
    try:
        facts = _facts(target.files[name])
    except BadCapture as error:
        message = f"{name} does not hold the facts of a capture: {error}"
        yield finding(NO_CAPTURE, target.beside(name), message)
        return
    for key, value in (("sha-256", target.digests[of]), ("size", len(target.files[of]))):
        if facts[key] != value:
            message = f"{key} is {facts[key]}, of the bytes it is {value}"
            yield finding(OTHER_BYTES, target.beside(name), message)


@lru_cache(maxsize=1)
def _facts(content: bytes) -> dict[str, Any]:
    """The facts of a capture, by their names in its JSON.

    Raises:
        BadCapture: it is none.
    """
    Capture.from_json(content)
    return dict(json.loads(content))


@dataclass(frozen=True, slots=True)
class Copy:
    """The received copy that a record's ranges count in.

    Attributes:
        name: of its file, as the header says (``source/0001.txt``).
        content: its bytes; None if it is not there.
        sha256: of its bytes; empty if they are not there.
        encoding: as the header says.
    """

    name: str
    content: bytes | None
    sha256: str
    encoding: str


@lru_cache(maxsize=1)
def copy(subject: Subject) -> Copy:
    """The received copy, by the header of a record that the grammar accepts."""
    prefixes = subject.at("teiHeader/encodingDesc/listPrefixDef/prefixDef")
    name = prefixes[0].get("replacementPattern", "").partition("#")[0]
    target = subject.target
    content, sha256 = target.files.get(name), target.digests.get(name, "")
    return Copy(name, content, sha256, plain(_header(subject)["encoding"]))


def source(subject: Subject) -> Document | None:
    """The source as read, if it is the copy that the header names."""
    received = copy(subject)
    if received.content is None:
        return None
    header = _header(subject)
    if received.sha256 != plain(header["sha-256"]):
        return None
    try:
        media_type = captured(subject, received).get("media-type", plain(header["media-type"]))
        return subject.target.reading(received.content, media_type, received.encoding)
    except InputError:
        return None


def check(subject: Subject) -> Iterator[Finding]:
    """Compare the header with the received copy and its capture."""
    received = copy(subject)
    header = _header(subject)
    if received.content is None:
        if _is_listed(subject.target, received.name):
            return  # the comparison with the manifest has said so
        message = f"{received.name} cannot be read; nothing was compared with it"
        yield subject.finding(NO_SOURCE, header["filename"], message)
        return
    if subject.text is None and received.sha256 == plain(header["sha-256"]):
        message = f"{received.name} cannot be decoded as {received.encoding}"
        yield subject.finding(UNDECODABLE, header["encoding"], message)
        return
    if _is_changed(subject.target, received):
        return
    for key, element, wanted in differences(subject):
        message = f"{key} is {shown(_stated(element))} here, of the received copy it is {wanted}"
        yield subject.finding(HEADER, element, message)


def _is_listed(target: Target, name: str) -> bool:
    return name in _entries(target.files.get(MANIFEST, b""))[0]


def _is_changed(target: Target, received: Copy) -> bool:
    listed = _entries(target.files.get(MANIFEST, b""))[0]
    return listed.get(received.name, received.sha256) != received.sha256


def differences(subject: Subject) -> Iterator[tuple[str, Element, str]]:
    """What the header says otherwise than the received copy: what, where, and what is right."""
    wanted = _wanted(subject, copy(subject))
    for key, element in _header(subject).items():
        if key in wanted and _stated(element) != wanted[key]:
            yield key, element, wanted[key]


def _wanted(subject: Subject, received: Copy) -> dict[str, str]:
    """What the header should say, by the bytes and by the capture beside them."""
    content = received.content or b""
    facts = captured(subject, received)
    wanted = {
        "sha-256": received.sha256,
        "URI": ni_uri(received.sha256),
        "bytes": str(len(content)),
        "filename": facts.get("original-name"),
        "media-type": facts.get("media-type"),
        "encoding": facts.get("encoding"),
        "received": facts.get("received"),
        **_headers(facts),
    }
    if subject.text is not None:
        wanted["characters"] = str(len(subject.text))
    return {key: value for key, value in wanted.items() if isinstance(value, str)}


def captured(subject: Subject, received: Copy) -> dict[str, Any]:
    """The facts of the capture; empty where they cannot be read."""
    beside = f"{received.name.rpartition('.')[0]}.json"
    with suppress(BadCapture):
        return _facts(subject.target.files.get(beside, b""))
    return {}


def _headers(facts: Mapping[str, Any]) -> dict[str, Any]:
    headers = facts.get("headers")
    return headers if isinstance(headers, dict) else {}


@lru_cache(maxsize=1)
def _header(subject: Subject) -> dict[str, Element]:
    """What the header says of the received copy: the elements by what they state."""
    bibl = subject.by_id["bibl-received"]
    elements = [*children(bibl, "idno"), *children(bibl, "note"), *children(bibl, "date")]
    elements += children(bibl, "extent/measure")
    return {_name(e): e for e in elements}


def _name(element: Element) -> str:
    return str(element.get("subtype") or element.get("type") or element.get("unit"))


def _stated(element: Element) -> str:
    return element.get("quantity", "") if local(element) == "measure" else plain(element)


FAMILY = Family(
    (
        *(NO_MANIFEST, EDITED, CHANGED, LACKING, STRANGER, NO_SOURCE, NO_CAPTURE, OTHER_BYTES),
        *(HEADER, UNDECODABLE, NO_FILE),
    ),
    check,
)
