"""Records as bytes, for the tests of the store."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

from archive.model.capture import Capture
from archive.model.record import Received
from archive.model.tombstone import Run, Tombstone

ID, YEAR = "2008-06-13-lee-a-well", "2008"
SOURCE = "A Well for Two Villages\r\n\r\nThe café opened.\n".encode()
OLD, NEW = b"<TEI>old</TEI>\n", b"<TEI>new, and longer</TEI>\n"


def capture(source: bytes = SOURCE, name: str = "a well.txt") -> Capture:
    copy = Received(
        filename=name,
        sha256=hashlib.sha256(source).hexdigest(),
        size=len(source),
        characters=len(source.decode()),
        media_type="text/plain",
        encoding="utf-8",
        received="2026-11-24T10:47:00Z",
    )
    return Capture(copy, "ingested from a file")


def files(xml: bytes = OLD, source: bytes = SOURCE) -> dict[str, bytes]:
    described = capture(source).to_json()
    return {"record.xml": xml, "source/0001.txt": source, "source/0001.json": described}


def tombstone(id: str = ID) -> Tombstone:
    return Tombstone(
        id=id,
        key="lee2008well",
        year=YEAR,
        title="A Well for Two Villages",
        day="2026-11-25",
        by="Jane Doe",
        because="Taken in twice.",
        sources=(Run(hashlib.sha256(SOURCE).hexdigest()),),
    )


def tree(folder: Path) -> dict[str, bytes | None]:
    """Every path below a folder: the bytes of a file, None for a folder."""
    return {
        str(path.relative_to(folder)): None if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }


def verified(home: Path) -> bool:
    """Whether sha256sum, which is none of ours, finds the record whole."""
    judge = shutil.which("sha256sum")
    if judge is None:
        return True
    command = [judge, "--check", "--strict", "--quiet", "manifest-sha256.txt"]
    return subprocess.run(command, cwd=home, check=False, capture_output=True).returncode == 0
