"""Markdown documents with citations as pandoc writes them (``[@key, p. 3]``). Knows no record.

Source: pandoc's manual, "Citation syntax", https://pandoc.org/MANUAL.html#citation-syntax
"""
