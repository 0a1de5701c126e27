"""Citations by CSL 1.0.2, the Citation Style Language: https://docs.citationstyles.org.

It imports nothing of ``archive`` but ``errors``: it could stand as a package of its own.
"""

from __future__ import annotations

from archive.cite.csl.clusters import Cite, Cluster
from archive.cite.csl.processor import Bibliography, BibliographyEntry, Processor
from archive.cite.csl.style import Style

__all__ = ["Bibliography", "BibliographyEntry", "Cite", "Cluster", "Processor", "Style"]
