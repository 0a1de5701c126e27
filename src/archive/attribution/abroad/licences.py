"""Creative Commons licences by the words of a language, as SPDX names them."""

from __future__ import annotations

import re

from archive.attribution.licences import licence
from archive.attribution.tongues import Tongue
from archive.model.document import Bounds

_NAMED = re.compile(r"\b(?:Creative\sCommons|CC)\b[\s:–-]{0,3}", re.IGNORECASE)
_CODE = re.compile(r"BY(?:-(?:NC|ND|SA)){0,2}\b", re.IGNORECASE)
_VERSION = re.compile(r"\b[1-4]\.[05]\b")
_PARTS = ("BY", "NC", "ND", "SA")
_LONGEST = 160


def named_licence(text: str, tongue: Tongue) -> tuple[str, Bounds] | None:
    """The public licence named in ``text``, and where; None if none is.

    Where no version is printed, the name has none. "Creative Commons" alone names no licence.
    """
    named = _NAMED.search(text)
    if named is None:
        return licence(text, 0, len(text))
    end = min(len(text), named.end() + _LONGEST)
    code = _CODE.match(text, named.end(), end)
    if code:
        parts, stop = [code.group().upper()], code.end()
    else:
        found = [
            (part, match)
            for part, words in zip(_PARTS, tongue.licence_words, strict=True)
            if (match := re.compile(words, re.IGNORECASE).search(text, named.end(), end))
        ]
        parts = [part for part, _ in found]
        stop = max((match.end() for _, match in found), default=0)
    if not parts:
        return licence(text, 0, len(text))
    version = _VERSION.search(text, stop, min(end, stop + 24))
    last = version.end() if version else stop
    name = "-".join(["CC", *parts, *([version.group()] if version else [])])
    return name, (named.start(), last)
