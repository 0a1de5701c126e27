"""Markup to the text of its article: ``extract(markup)``, for every format that carries HTML.

=====================================  ===========================
where a tag begins and ends            ``tokens``
``&eacute;``, white space, runs        ``characters``
elements, and the lines in them        ``tree``
what an element is called, and what    ``labels``
such an element holds
which lines are the article's          ``choice``
what such lines read                   ``noise``
the lines as a text, with its origins  ``writing``
meta tags, ``<title>``, addresses      ``told``
JSON-LD                                ``jsonld``
=====================================  ===========================
"""

from archive.read._html.extract import Extract, extract, moved

__all__ = ["Extract", "extract", "moved"]
