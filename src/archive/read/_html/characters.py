"""Characters of markup as they are printed, each with the place that it was read from.

A run of ASCII characters that are printed as they stand in the markup is as long there as here;
a character reference, or white space that is printed as one space, is a run by itself. So is a
stretch of characters beyond ASCII, of which the bytes are more: what lies beside it keeps its
exact place.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from archive.model.document import Bounds
from archive.model.record import UNFIT

_SPACES = " \t\n\r\f\v\x85\u2028\u2029"
_EDGE = _SPACES + "\xa0"
_PRINTED = r"[!-%'-~]"
_BEYOND = (  # neither white space nor what XML cannot carry, nor U+00AD, U+200B, U+FEFF: no ink
    r"[\x80-\x84\x86-\xac\xae-\u200a\u200c-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    r"\U00010000-\U0010ffff]"
)
_NAMED = r"[A-Za-z][A-Za-z0-9]{1,31}"
_NUMBERED = r"#(?:[0-9]{1,9}(?![0-9])|[xX][0-9a-fA-F]{1,8}(?![0-9a-fA-F]));?"
_REST = (
    rf"|(?P<plain>{_PRINTED}+(?: {_PRINTED}+)*(?: (?![{_SPACES}]))?|{_BEYOND}+(?: {_BEYOND}+)*"
    r"|&+(?=&)|&)"
    rf"|(?P<space>[{_SPACES}]+)|(?s:.)"
)
_IN_TEXT = re.compile(rf"(?P<reference>&(?:{_NUMBERED}|{_NAMED};?)){_REST}")
_IN_ATTRIBUTE = re.compile(
    rf"(?P<reference>&(?:{_NUMBERED}|{_NAMED};|(?:amp|lt|gt|quot)(?![=A-Za-z0-9]))){_REST}"
)
_UNFIT = re.compile(rf"{UNFIT.pattern}|[\u00ad\u200b\ufeff]")


class Run(NamedTuple):
    """Printed characters, and the bounds of what they were read from in the markup."""

    text: str
    first: int
    last: int


def runs(markup: str, bounds: Bounds, *, attribute: bool = False) -> list[Run]:
    """What is printed of a run of text, or of the value of an attribute.

    White space is one space. What XML cannot carry, and what leaves no ink (soft hyphens), is
    left out.

    >>> [run.text for run in runs("a &lt;  b", (0, 9))]
    ['a ', '<', ' ', 'b']
    """
    pattern = _IN_ATTRIBUTE if attribute else _IN_TEXT
    found: list[Run] = []
    for match in pattern.finditer(markup, *bounds):
        group = match.lastgroup
        if group == "plain":
            found.append(Run(match[0], match.start(), match.end()))
        elif group == "space":
            found.append(Run(" ", match.start(), match.end()))
        elif group == "reference":
            text = fit(unescape(match[0]))
            text = " " if text and text in _SPACES else text
            found.append(Run(text, match.start(), match.end()))
    return found


def fit(text: str) -> str:
    """Characters without those that XML cannot carry and those that leave no ink."""
    return _UNFIT.sub("", text)


def joined(pieces: list[Run]) -> list[Run]:
    """Runs of one line: no white space at its ends, and none behind white space."""
    found: list[Run] = []
    spaced = True
    for run in pieces:
        if run.text == " ":
            if spaced:
                continue
            spaced = True
        elif run.text:
            spaced = run.text[-1] == " "
        else:
            continue
        found.append(run)
    return _stripped(found)


def _stripped(line: list[Run]) -> list[Run]:
    """Runs without white space, and spaces that do not break, at the ends of the line."""
    while line and not line[0].text.strip(_EDGE):
        del line[0]
    while line and not line[-1].text.strip(_EDGE):
        del line[-1]
    if line:
        line[0] = _cut(line[0], len(line[0].text) - len(line[0].text.lstrip(_EDGE)), 0)
        line[-1] = _cut(line[-1], 0, len(line[-1].text) - len(line[-1].text.rstrip(_EDGE)))
    return line


def _cut(run: Run, before: int, behind: int) -> Run:
    """A run without its first and last characters; one that is not one for one keeps its place."""
    text = run.text[before : len(run.text) - behind]
    if run.last - run.first != len(run.text):
        return Run(text, run.first, run.last)
    return Run(text, run.first + before, run.last - behind)


def value(markup: str, bounds: Bounds) -> list[Run]:
    """What the value of an attribute says, on one line."""
    return joined(runs(markup, bounds, attribute=True))


def text(pieces: list[Run]) -> str:
    """The characters of runs."""
    return "".join(run.text for run in pieces)
