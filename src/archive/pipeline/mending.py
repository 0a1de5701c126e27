"""Records mended on disk, as an editor would: nobody has signed it then."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from archive.pipeline.archives import Archive
from archive.pipeline.examining import Home, target
from archive.store import durable
from archive.validate import Finding
from archive.validate.mends import MENDS, mends
from archive.validate.target import RECORD

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Mended:
    """A record that was mended, or would be.

    Attributes:
        path: of its record.xml, as findings name it.
        codes: of the rules that were broken, in the order in which they were mended.
        before: its bytes.
        after: its bytes now.
    """

    path: str
    codes: tuple[str, ...]
    before: bytes
    after: bytes

    def diff(self) -> str:
        """The unified difference, which ``git apply`` and ``patch -p1`` take."""
        old, new = (_LINE.findall(document.decode()) for document in (self.before, self.after))
        lines = difflib.unified_diff(old, new, f"a/{self.path}", f"b/{self.path}")
        cut_off = "\n\\ No newline at end of file\n"
        return "".join(line if line.endswith("\n") else line + cut_off for line in lines)


def mend(archive: Archive, findings: Iterable[Finding], *, write: bool) -> list[Mended]:
    """Mend the records that these findings are of, as far as can be; in the order of their paths.

    Args:
        archive: the archive.
        findings: what to mend; those that only a person can are passed over.
        write: whether to write it. Each record.xml is there whole, as it was or mended.

    Raises:
        RecordChanged: an editor wrote the file in this moment.
        StorageError: the disk would not.
    """
    codes: dict[str, set[str]] = {}
    for finding in findings:
        if finding.rule in MENDS and finding.path.endswith(f"/{RECORD}"):
            codes.setdefault(finding.path, set()).add(finding.rule)
    with archive.store.writing() if write else archive.store.reading():
        found = (_mended(archive, path, codes[path]) for path in sorted(codes))
        done = [each for each in found if each.codes]
        for each in done if write else ():
            archive.store.edit(_id(each.path), each.after, over=each.before)
    return done


def _id(path: str) -> str:
    return path.split("/")[-2]


def _mended(archive: Archive, path: str, codes: set[str]) -> Mended:
    shown = path.removesuffix(f"/{RECORD}")
    with durable.reporting(archive.root / path):
        whole = target(Home(f"{archive.root}/{shown}", shown))
    steps = list(mends(whole, codes))
    after = steps[-1][1].xml if steps else whole.xml
    return Mended(path, tuple(code for code, _ in steps), whole.xml, after)
