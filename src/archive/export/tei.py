"""TEI: the record itself, as the archive keeps it."""

from __future__ import annotations

from collections.abc import Sequence

from archive import tei
from archive.export import Cited, Exporter
from archive.model.record import Record


def write(records: Sequence[Record], cited: Cited = "published") -> str:  # noqa: ARG001
    """Write one record: its document as it was loaded, with all that people added to it.

    A record that was never loaded is written anew. TEI tells both appearances; ``cited`` changes
    nothing.
    """
    (record,) = records
    return (record.xml or tei.write(record)).decode("utf-8")


FORMAT = Exporter(
    title="TEI",
    extension=".xml",
    media_type="application/tei+xml",
    spec="https://tei-c.org/release/doc/tei-p5-doc/en/html/",
    write=write,
    single=True,
)
