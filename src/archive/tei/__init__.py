"""Records to TEI and back."""

from archive.tei.read import read
from archive.tei.write import write

__all__ = ["read", "write"]
