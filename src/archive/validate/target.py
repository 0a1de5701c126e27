"""What is checked: the files of one record as they lie in its folder, and what lies beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from archive.model.document import Document

RECORD = "record.xml"
MANIFEST = "manifest-sha256.txt"


@dataclass(frozen=True, kw_only=True)
class Target:
    """A record to check, or the file of an agent. Nothing outside it is read.

    Attributes:
        path: of record.xml, as findings are to name it (``records/2008/ID/record.xml``).
        id: the name of the record's folder.
        xml: record.xml; empty if it is not there, or cannot be judged.
        files: every other file in the folder, by its name from there (``source/0001.txt``).
        odd: those that have the name of a file of a record, and cannot be judged: name -> what
            they are (``a symbolic link``).
        reading: bytes, their media type and encoding to the document that ranges count in; raises
            ``InputError`` (``archive.read.again``).
        year: the name of the folder around the record's; empty if that is not to be checked.
    """

    path: str
    id: str
    xml: bytes
    files: Mapping[str, bytes]
    reading: Callable[[bytes, str, str], Document]
    year: str = ""
    odd: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """SHA-256 of each file, record.xml too, by its name."""
        files = {RECORD: self.xml, **self.files}
        return {name: sha256(content).hexdigest() for name, content in files.items()}

    def beside(self, name: str) -> str:
        """The path of another file of the record."""
        return self.path.removesuffix(RECORD) + name


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What lies in an archive beside its records. Nothing else is read.

    Attributes:
        agents: the files of all agents; None for records that lie in no archive, whose pointers
            to agents are not checked.
        records: the years and ids of all records (``2008/2008-06-13-lee-a-well``), those too that
            are refused; None for records that lie in no archive.
        tombstones: path of the tombstone of each withdrawn record -> its bytes.
        gone: what findings called the folder of each record that lay in the archive before, as far
            as somebody has looked, and lies there no more.
        strays: path of whatever lies among the records and belongs to none -> ``file``,
            ``folder``, ``link`` or ``device``.
        xml: the record.xml of a record, by its year and id; empty if it cannot be read.
        printed: what a record of the archive prints, by its year and id; empty for one that cannot
            be read, None for none.
    """

    agents: Sequence[Target] | None = None
    records: Collection[str] | None = None
    tombstones: Mapping[str, bytes] = field(default_factory=dict)
    gone: Collection[str] = ()
    strays: Mapping[str, str] = field(default_factory=dict)
    xml: Callable[[str], bytes] = field(default=lambda _: b"")
    printed: Callable[[str], str | None] = field(default=lambda _: None)


def place(path: str) -> str:
    """The folder of the record that the path of a finding lies in; of any other file, its path.

    >>> place("records/2008/2008-06-13-lee-rain/source/0001.txt")
    'records/2008/2008-06-13-lee-rain'
    """
    parts = path.split("/")
    return "/".join(parts[:3]) if len(parts) > 3 else path
