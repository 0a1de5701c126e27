"""How the words of names are spelled: what a word is, and whether a full stop belongs to it."""

from __future__ import annotations

import re

from archive.attribution.words import word_set

WORD = re.compile(
    r"(?:[^\W_]|&|@)(?:(?:[^\W_]|[&'’./+@-]|–(?=[^\W\d_a-z])){0,40}[^\W_])?(?:\.|(?<=s)['’](?=\s[A-Z]))?"
)
"""A pattern for one word of a name, with a full stop behind it."""

GAP = re.compile(r"[ \t\n\u00a0\u2009\u202f]{0,12}")
"""A pattern for the white space between two words of a name, or for none."""

_SHORT_WORDS = word_set("st dr mt ft inc ltd co corp no jr sr mr mrs")


def is_capital(word: str) -> bool:
    """Whether a word is written as part of a name: Oslo, al-Hayat, openDemocracy, &."""
    if word.islower():
        return False
    return (
        word[0].isupper()
        or word == "&"
        or (any(c.isupper() for c in word) and not word[0].isdigit())
    )


def ends_sentence(match: re.Match[str]) -> bool:
    """Whether the word ends in a full stop that is not its own."""
    word = match.group()
    return word.endswith(".") and not _own_stop(word)


def _own_stop(word: str) -> bool:
    bare = word[:-1]
    return bare.lower() in _SHORT_WORDS or len(bare) == 1 or ("." in bare and len(bare) < 8)


def stop_of(match: re.Match[str]) -> int:
    """Where the name ends: before a full stop that is not the word's own."""
    return match.end() - 1 if ends_sentence(match) else match.end()
