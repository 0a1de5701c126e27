"""The verdicts on all records of an archive, each made once for the same bytes.

Kept in ``build/.validated.json`` by content: a verdict counts as long as the digest of all files of
its record is what it was. Times of files say nothing. The first line is a digest of the program,
its grammars and the rest, a record a line: a file that is damaged, or of another version, is passed
over. It can be thrown away.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import astuple
from typing import Any

from archive.pipeline import program
from archive.pipeline.archives import Archive
from archive.pipeline.examining import Home, examine_all
from archive.pipeline.versions import tracks
from archive.store import durable
from archive.validate import Claim, Coverage, Finding, Verdict
from archive.validate.target import RECORD

FOLDER = "build"
_NAME = ".validated.json"


class Results:
    """The verdicts on the records of an archive as they are now.

    Attributes:
        verdicts: what findings call the folder of a record (``records/2008/ID``) -> its verdict.
        digests: the same -> the digest of its files.
        judged: those that were not as they were, in order.
    """

    def __init__(self, archive: Archive, select: tuple[str, ...] = ()) -> None:
        """Look at every record; judge those that are not as they were, by all rules or a selection.

        What was judged by a selection is not kept.

        Raises:
            StorageError: the disk would not.
        """
        self._root, self._path = archive.root, archive.root / FOLDER / _NAME
        kept, records = self._load(), archive.store.records.name
        homes = [
            Home(f"{archive.root}/{shown}", shown, kept[shown][0] if shown in kept else "", select)
            for home in archive.store.homes()
            for shown in [f"{records}/{home}"]
        ]
        self.verdicts: dict[str, Verdict] = {}
        self.digests: dict[str, str] = {}
        self.judged: list[str] = []
        for home, examined in zip(homes, examine_all(homes), strict=True):
            self.verdicts[home.shown] = examined.verdict or kept[home.shown][1]
            self.digests[home.shown] = examined.digest
            self.judged += [home.shown] if examined.verdict else []
        if not select and self.digests != {shown: digest for shown, (digest, _) in kept.items()}:
            self._save()

    def _load(self) -> dict[str, tuple[str, Verdict]]:
        """What was kept; empty if there is nothing, or it is of another program or damaged."""
        if self._leads_elsewhere() or not self._path.is_file():
            return {}
        if tracks(self._root, f"{FOLDER}/{_NAME}"):
            return {}  # it came with the records: whoever changed these may have written it
        with suppress(OSError):
            seal, _, content = durable.read_file(self._path).partition(b"\n")
            if seal == _seal(content):
                kept = map(json.loads, content.splitlines())
                return {shown: (digest, _verdict(shown, *rest)) for shown, digest, *rest in kept}
        return {}

    def _save(self) -> None:
        """Keep the verdicts; where that cannot be written, the next run does it all again."""
        if self._leads_elsewhere():
            return
        lines = (
            json.dumps([shown, self.digests[shown], *_kept(verdict)])
            for shown, verdict in self.verdicts.items()
        )
        content = "\n".join(lines).encode()
        with suppress(OSError):
            durable.make_folders(self._path.parent)
            durable.replace_file(self._path, _seal(content) + b"\n" + content)

    def _leads_elsewhere(self) -> bool:
        """Whether the folder is a link: what is behind it is not the archive's."""
        return self._path.parent.is_symlink()


def _seal(content: bytes) -> bytes:
    """A digest of what is kept and of the program that keeps it."""
    return hashlib.sha256(program.digest().encode() + content).hexdigest().encode()


def _kept(verdict: Verdict) -> list[Any]:
    claims = [(c.kind, c.values, c.line, c.column) for c in verdict.claims]
    findings = [astuple(finding) for finding in verdict.findings]
    return [findings, claims, astuple(verdict.coverage)]


def _verdict(shown: str, findings: Any, claims: Any, figures: Any) -> Verdict:
    """A verdict as it was kept."""
    path = f"{shown}/{RECORD}"
    return Verdict(
        tuple(Finding(*finding) for finding in findings),
        tuple(Claim(kind, tuple(values), path, *place) for kind, values, *place in claims),
        Coverage(*figures),
    )
