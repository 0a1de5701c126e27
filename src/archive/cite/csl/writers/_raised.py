"""Characters that are superscripts of others ("²", "ª", "™"), for formats that can raise text.

Fonts have few of these characters, and draw them unlike raised text; citeproc-js does the same.
"""

from __future__ import annotations

import re
import unicodedata

_RAISED = re.compile(
    "([ªº²³¹\u02b0-\u02b8\u02c0\u02c1\u02e0-\u02e4\u06e5\u06e6\u1d2c-\u1d61\u2070-\u207f"
    "\u2120\u2122\u3192-\u319f]+)"
)
#: Superscripts that Unicode does not take apart.
_WHOLE = {"\u02c0": "ʔ", "\u02c1": "ʕ", "\u06e5": "و", "\u06e6": "ي"}


def pieces(text: str) -> list[str]:
    """Text as it is, and stretches of superscripts, by turns; text first and last."""
    return _RAISED.split(text)


def base(letter: str) -> str:
    """What the letter is a superscript of; empty if it is none."""
    kind, *codes = unicodedata.decomposition(letter).split() or [""]
    if kind == "<super>":
        return "".join(chr(int(code, 16)) for code in codes)
    return _WHOLE.get(letter, "")
