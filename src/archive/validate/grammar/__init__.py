"""What a RELAX NG grammar says: read, proved to lie inside another, and explained to its users.

The judge of records is libxml2, which is fast (``rules/grammar.py``). Here is what it cannot do.
"""
