"""Documents to articles and facts: ``articles(document)``. One rule family a file."""

from archive.attribution.articles import articles

__all__ = ["articles"]
