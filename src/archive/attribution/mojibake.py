"""Letters that were read as windows-1252 though they were UTF-8: "Ã©" for é, "â€œ" for “.

Nothing is changed: the characters stay as they were received, and what they were stands beside
them as a reading.
"""

from __future__ import annotations

import re

from archive.model.article import Block, Mark, Repair
from archive.model.document import Document
from archive.model.fact import Certainty, Fact, Rule

MOJIBAKE = Rule(
    "reading/mojibake",
    "Characters that are, as windows-1252, the bytes of one character in UTF-8, and that no "
    "language writes so, or several such side by side, are what those bytes mean; 'â€' alone is a "
    "closing quotation mark whose last byte windows-1252 does not have.",
)

_BYTES = {
    character: bytes([byte])
    for byte in range(0x80, 0x100)
    for character in [bytes([byte]).decode("cp1252", "ignore") or chr(byte)]
}
_LATER = "".join(  # a no-break space stands behind letters in its own right
    re.escape(c) for c, byte in _BYTES.items() if b"\x80" <= byte < b"\xc0" and byte != b"\xa0"
)
# "CAFÉ”" and "‘café’”" are words before quotation marks: a letter that may end a word begins a run
# only if another run follows, or if no mark of punctuation is what it would be joined with.
_POINTS = "‘’“”‚„–—…‹›«»"
_RUN = re.compile(
    rf"[ÃÂ](?![{_POINTS}](?!\w))[{_LATER}]|â[€„ˆ‰][{_LATER}]|(?:[Ä-ß][{_LATER}]){{2,}}"
    rf"|(?:[à-ï][{_LATER}]{{2}}){{2,}}|ð[{_LATER}]{{3}}|â€"
)
_SIGNS = ("Ã", "Â", "â€", "Å", "Ø", "Ù", "×", "ð", "Ð", "Ñ")
_CUT = "â€"


def marks(document: Document, blocks: tuple[Block, ...]) -> tuple[Fact[Mark], ...]:
    """The readings of such characters in all blocks, in order; empty if there are none."""
    if not any(sign in document.text for sign in _SIGNS):
        return ()
    return tuple(
        Fact(Repair(reading), document.span(start, start + len(match[0])), MOJIBAKE, certainty)
        for block in blocks
        for match in _RUN.finditer(block.text)
        if (reading := _reading(match[0]))
        for start in [block.span.start + match.start()]
        for certainty in [Certainty.MEDIUM if match[0] == _CUT else Certainty.HIGH]
        if block.undivided(document.span(start, start + len(match[0])))
    )


def _reading(run: str) -> str:
    """The character that the run is, empty if it is none, or one that no text has.

    >>> _reading("Ã©"), _reading("â€œ"), _reading("Â\\u0081")
    ('é', '“', '')
    """
    if run == _CUT:
        return "”"
    try:
        found = b"".join(_BYTES[character] for character in run).decode()
    except UnicodeDecodeError:
        return ""
    return found if found.isprintable() or found == "\u00a0" else ""
