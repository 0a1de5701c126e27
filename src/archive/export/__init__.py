"""Records in a foreign format. One format a file: a file here is a format, found by its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from archive.model.record import Record
from archive.registry import Registry

#: Which appearance of a piece is cited: where it was published first, or who distributed it; or the
#: first with the archive that holds a copy.
Cited = Literal["published", "distributed", "held"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A format that records can be written in.

    Attributes:
        title: what readers call it.
        extension: of its files, with the dot.
        media_type: as IANA registers it, without parameters.
        spec: address of the definition of the format.
        write: the records, in this order, and the appearance to cite, to the text of a file.
            Pure: no file, clock or network; the same records give the same text.
        single: whether a file holds one record; ``write`` is then given exactly one.
    """

    title: str
    extension: str
    media_type: str
    spec: str
    write: Callable[[Sequence[Record], Cited], str]
    single: bool = False


EXPORTERS: Registry[Exporter] = Registry("archive.export", "FORMAT", "format", "archive formats")
