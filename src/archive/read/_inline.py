"""Marks of Markdown inside a paragraph: emphasis, links, images, code, escapes, tags.

Source: CommonMark 0.31.2, section 6 (inlines); its rule of multiples of three is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from archive.model.document import Bounds, Link

_TOKEN = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<code>`+)
    | <(?P<address>(?:https?|ftp|mailto):[^\s<>]{1,2000})>
    | (?P<tag><(?:/?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]{0,2000})?/?|!--.{0,2000}?--)>)
    | (?P<open>!?\[)
    | (?P<close>\])
    | (?P<emphasis>\*+|_+)""",
    re.VERBOSE | re.DOTALL,
)
_DESTINATION = re.compile(
    r"\(\s{0,9}(?:<(?P<angle>[^<>\n]{0,2000})>|(?P<bare>[^\s()<>]{0,2000}(?:\([^\s()]{0,2000}\)[^\s()]{0,2000}){0,9}))"
    r"(?:\s{1,9}(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|\([^()]{0,2000}\)))?\s{0,9}\)"
)
_LABEL = re.compile(r"\[([^\[\]\n]{0,200})\]")


@dataclass(slots=True)
class _Run:
    """A run of ``*`` or ``_`` that may open emphasis: what of it is not used yet."""

    start: int
    end: int


@dataclass(slots=True)
class _Scan:
    """A paragraph, and what is found in it."""

    text: str
    bounds: Bounds
    references: Mapping[str, Bounds]
    hidden: list[Bounds] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    runs: dict[str, list[_Run]] = field(default_factory=lambda: {"*": [], "_": []})
    brackets: list[Bounds] = field(default_factory=list)

    def drop(self, place: int) -> None:
        """Emphasis that was opened behind this place is none."""
        for runs in self.runs.values():
            while runs and runs[-1].start > place:
                runs.pop()


def inline(
    text: str, bounds: Bounds, references: Mapping[str, Bounds]
) -> tuple[list[Bounds], list[Link]]:
    """The marks in a paragraph, and its links in the order of their ends.

    Args:
        text: the whole text.
        bounds: of the paragraph.
        references: the targets of links that are defined elsewhere, by their labels as ``label``
            makes them.
    """
    scan = _Scan(text, bounds, references)
    place, end = bounds
    token = _TOKEN.search(text, place, end)
    while token:
        place = _STEPS[str(token.lastgroup)](scan, token)
        token = _TOKEN.search(text, place, end)
    return scan.hidden, scan.links


def label(printed: str) -> str:
    """The label of a link as compared: case folded, white space squeezed."""
    return " ".join(printed.split()).casefold()


def _escape(scan: _Scan, token: re.Match[str]) -> int:
    scan.hidden.append((token.start(), token.start() + 1))
    return token.end()


def _code(scan: _Scan, token: re.Match[str]) -> int:
    """A code span: the backticks are marks, nothing inside is."""
    size = token.end() - token.start()
    close = re.compile(rf"(?<!`)`{{{size}}}(?!`)").search(scan.text, token.end(), scan.bounds[1])
    if close is None:
        return token.end()
    scan.hidden += [token.span(), close.span()]
    return close.end()


def _address(scan: _Scan, token: re.Match[str]) -> int:
    """An address between angle brackets, which is printed."""
    place = token.span("address")
    scan.hidden += [(token.start(), place[0]), (place[1], token.end())]
    scan.links.append(Link(place, place))
    return token.end()


def _tag(scan: _Scan, token: re.Match[str]) -> int:
    scan.hidden.append(token.span())
    return token.end()


def _open(scan: _Scan, token: re.Match[str]) -> int:
    scan.brackets.append(token.span())
    return token.end()


def _close(scan: _Scan, token: re.Match[str]) -> int:
    """The end of a link's text, of an image's, or of nothing."""
    if not scan.brackets:
        return token.end()
    opening = scan.brackets.pop()
    found = _target(scan, opening, token)
    if found is None:
        return token.end()
    target, stop = found
    scan.drop(opening[0])  # emphasis does not cross the border of a link
    if scan.text[opening[0]] == "!":
        scan.hidden.append((opening[0], stop))
        while scan.links and scan.links[-1].anchor[0] > opening[0]:
            scan.links.pop()
        return stop
    scan.hidden += [opening, (token.start(), stop)]
    if opening[1] < token.start() and target[0] < target[1]:
        scan.links.append(Link((opening[1], token.start()), target))
    return stop


def _target(scan: _Scan, opening: Bounds, token: re.Match[str]) -> tuple[Bounds, int] | None:
    """The target of a link whose text has ended, and where the link ends."""
    there = _DESTINATION.match(scan.text, token.end(), scan.bounds[1])
    if there:
        return there.span("angle" if there["angle"] is not None else "bare"), there.end()
    named = _LABEL.match(scan.text, token.end(), scan.bounds[1])
    name = (named[1] if named else "") or scan.text[opening[1] : token.start()]
    target = scan.references.get(label(name)) if scan.references else None
    return (target, named.end() if named else token.end()) if target else None


def _emphasis(scan: _Scan, token: re.Match[str]) -> int:
    start, end = token.span()
    mark = scan.text[start]
    opens, closes = _flanks(scan, token)
    if closes:
        start = _pair(scan, mark, start, end)
    if opens and start < end:
        scan.runs[mark].append(_Run(start, end))
    return end


def _pair(scan: _Scan, mark: str, start: int, end: int) -> int:
    """Pair a closing run with the last opening ones of its kind; where what is left begins."""
    runs = scan.runs[mark]
    floor = scan.brackets[-1][0] if scan.brackets else -1
    while start < end and runs and runs[-1].start > floor:
        run = runs[-1]
        scan.drop(run.start)
        size = min(run.end - run.start, end - start)
        scan.hidden += [(run.end - size, run.end), (start, start + size)]
        run.end -= size
        start += size
        if run.start == run.end:
            runs.pop()
    return start


def _flanks(scan: _Scan, token: re.Match[str]) -> tuple[bool, bool]:
    """Whether a run can open emphasis, and whether it can close it (CommonMark 6.2)."""
    start, end = token.span()
    before = scan.text[start - 1] if start > scan.bounds[0] else " "
    behind = scan.text[end] if end < scan.bounds[1] else " "
    left = not behind.isspace() and (not _punctuation(behind) or _edge(before))
    right = not before.isspace() and (not _punctuation(before) or _edge(behind))
    if scan.text[start] == "*":
        return left, right
    return left and (not right or _punctuation(before)), right and (
        not left or _punctuation(behind)
    )


def _edge(letter: str) -> bool:
    return letter.isspace() or _punctuation(letter)


def _punctuation(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"


_STEPS = {
    "escape": _escape,
    "code": _code,
    "address": _address,
    "tag": _tag,
    "open": _open,
    "close": _close,
    "emphasis": _emphasis,
}
