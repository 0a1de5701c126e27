"""Where sentences end: not after "Dr.", an initial, "U.S." in mid-sentence, or "No. 5"."""

from __future__ import annotations

import re

from archive.attribution.words import word_set

_STOP = re.compile(r"[.!?…][.!?…]{0,3}[\"”’')\]*_]{0,4}(\s+)(?=[\"“‘(\[*_]{0,4}(?:[^\W_a-z]|©))")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘]*\Z")
_DOTTED = re.compile(r"(?:[A-Za-z]\.){1,4}[A-Za-z]?\Z|Ph\.?D\Z|[A-Z]\Z")
_SHORTENED = word_set(
    "dr mr mrs ms prof st no nos vs sr gen sen rep gov col capt lt maj sgt rev hon fr mt ft "
    "inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec vol ed eds p pp cf ca amb "
    "messrs mme mlle approx dept est"
)
_OPENERS = re.compile(
    r"[\"“‘(\[*_]{0,4}(?:This|The|It|He|She|They|We|His|Her|Their|In|For|A|An|All|No|Not|Source|"
    r"Copyright|Permission|First|Originally|Published|Reprinted|Distributed|Please|Unless)\b"
)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The bounds of the sentences of ``text[start:end]``, without the white space between them.

    Together they carry every character that is not white space. Empty for white space alone.

    >>> line = "Dr. Ek met the U.S. envoy on 13 June. He left."
    >>> [line[a:b] for a, b in sentences(line, 0, len(line))]
    ['Dr. Ek met the U.S. envoy on 13 June.', 'He left.']
    """
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    found, begin = [], start
    for match in _STOP.finditer(text, start, end):
        if not _mid_sentence(text, begin, match):
            found.append((begin, match.start(1)))
            begin = match.end()
    return [*found, (begin, end)] if begin < end else found


def _mid_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the stop belongs to a shortened word and the sentence goes on."""
    if text[match.start()] != "." or match.start(1) - match.start() > 1:
        return False
    word_match = _LAST_WORD.search(text, max(begin, match.start() - 24), match.start())
    word = word_match.group() if word_match else ""
    if word.lower() in _SHORTENED:
        return True
    return bool(_DOTTED.fullmatch(word)) and not _OPENERS.match(text, match.end())
