"""What is checked: the files of one record as they lie in its folder, or the one of an agent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from archive.model.agents import Agent
from archive.model.document import Document

RECORD = "record.xml"
MANIFEST = "manifest-sha256.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A record to check, or the file of an agent. Nothing outside it is read.

    Attributes:
        path: of record.xml, as findings are to name it (``records/2008/ID/record.xml``).
        id: the name of the record's folder.
        xml: record.xml.
        files: every other file in the folder, by its name from there (``source/0001.txt``).
        reading: bytes, their media type and encoding to the document that ranges count in; raises
            ``InputError`` (``archive.read.again``).
        year: the name of the folder around the record's; empty if that is not to be checked.
        agents: all agents of the archive, by id, which a record may point to; None for one whose
            file is none, which is a finding of its own. Without them, where a record lies in no
            archive, such pointers are not checked.
        printed: what a record of the archive prints, by its year and id
            (``2008/2008-06-13-lee-a-well``); empty for one that cannot be read, None for none. The
            names of an agent may be attested by it.
    """

    path: str
    id: str
    xml: bytes
    files: Mapping[str, bytes]
    reading: Callable[[bytes, str, str], Document]
    year: str = ""
    agents: Mapping[str, Agent | None] | None = None
    printed: Callable[[str], str | None] | None = None

    def beside(self, name: str) -> str:
        """The path of another file of the record."""
        return self.path.removesuffix(RECORD) + name
