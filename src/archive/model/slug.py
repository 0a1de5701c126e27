"""Readable identifiers made from printed words."""

from __future__ import annotations

import re
import unicodedata

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    ]
)


# Latin letters that Unicode does not take apart, as library catalogues write them in ASCII
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def slug(text: str, limit: int = 0) -> str:
    """Lower-case ASCII letters and digits, words joined by hyphens, whole words up to ``limit``.

    Letters that have no ASCII form are left out; the result may be empty.

    >>> slug("Preparing for peace in Pakistan")
    'preparing-for-peace-in-pakistan'
    >>> slug("Köhler & Söhne: a long story", limit=14)
    'kohler-sohne-a'
    >>> slug("Łukasz Jørgensen")
    'lukasz-jorgensen'
    """
    latin = text.lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore")
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain.decode().lower()))
    name = "-".join(words)
    while limit and len(name) > limit and len(words) > 1:
        words.pop()
        name = "-".join(words)
    return name[:limit] if limit else name


def first_word(text: str) -> str:
    """The first word that says something, as in a citation key; empty if there is none.

    >>> first_word("The Price of Tomatoes")
    'price'
    """
    words = slug(text).split("-")
    return next((word for word in words if word not in _SMALL), words[0])
