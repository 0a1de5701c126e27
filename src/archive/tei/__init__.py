"""Records to TEI and back."""

from archive.tei.read import read
from archive.tei.sign import sign
from archive.tei.write import write
from archive.tei.xml import UnreadableRecord, without_prolog

__all__ = ["UnreadableRecord", "read", "sign", "without_prolog", "write"]
