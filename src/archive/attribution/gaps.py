"""Places where something was taken out: "can be accessed at", and no address follows.

Pages lose their links when they are copied as text. What stood there is not guessed; that something
did is evidence, and is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.model.article import Block, BlockKind, Gap, Mark, Supplied
from archive.model.document import Document
from archive.model.fact import Certainty, Fact, Rule

ADDRESS = Rule(
    "gap/address",
    "Where a phrase announces a web address, and the statement ends or another sentence begins "
    "instead, an address is missing.",
)
PARENTHESIS = Rule(
    "gap/parenthesis",
    "A parenthesis that is open where an address is missing, and closes nowhere after it, closed "
    "there.",
)

_S = r"\s{1,4}"
_SENTENCE = (  # a sentence that begins: a name would go on with a capital
    rf"(?:(?:This|These|The|It|He|She|They|We|All|For|To|His|Her|No|Please|If|Copyright|Permission|"
    rf"Reprinted|Originally|First|Published|Distributed|Translated|Posted|Read){_S}[a-z]|"
    rf"Copyright{_S}(?:©|\([Cc]\)|\d)|©|\([Ss]ource|Source\s?:)"
)
_STOP = r"[.;,]?\s{0,4}\)|[.;](?:\s|\Z)"
_LAST_WORD = re.compile(
    rf"[aVv:](?:(?<=\sa)t\b(?!:)|(?<=[Vv])isit\b(?!:)|(?<=:))(?=\s{{0,4}}(?:\Z|{_SENTENCE}|{_STOP}))"
)
_ANNOUNCES = re.compile(
    rf"(?:\b(?:accessed|found|read|viewed|seen|downloaded|obtained|ordered|available|online|on-line|"
    rf"web|internet|web\s?site|site|home\s?page|address|us){_S}at|"
    rf"(?:\bplease|\binformation,?|\bmore,?|\bdetails,?|\barticles?,?){_S}(?:please{_S})?visit|"
    rf"\bvisit:|\b(?:online|web|web\s?site|home\s?page|url):|"
    rf"\b(?:accessed|found|read|available|online|web|web\s?site|visit{_S}us){_S}at:)\Z",
    re.IGNORECASE,
)
_LONGEST = 60  # characters of a phrase that announces
_ADDRESS_OF = re.compile(r"\s*[^\sA-Z(©]|\s*[A-Z][\w-]*[.@/]\w|\s*\(?(?:https?:|www\.)", re.ASCII)
_PARENTHESES = re.compile(r"[()]")
_SENTENCE_END = re.compile(r"[.!?]\s{1,4}[A-Z]")


def marks(document: Document, blocks: tuple[Block, ...]) -> tuple[Fact[Mark], ...]:
    """The missing addresses of body paragraphs and end matter, and parentheses left open by them.

    Returns:
        Facts whose spans are places between two characters, in source order: a ``Gap``, and after
        it ``Supplied`` where a parenthesis has to close. Empty if nothing is known to be missing.
    """
    return tuple(
        fact
        for block in blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.END_MATTER)
        for fact in _of_block(document, block)
    )


def _of_block(document: Document, block: Block) -> Iterator[Fact[Mark]]:
    places = list(_places(block))
    unclosed = _unclosed(block.text) if places else []
    for place in places:
        position = block.span.start + place
        span = document.span(position, position)
        opened = [
            o for o in unclosed[-1:] if o < place and not _SENTENCE_END.search(block.text, o, place)
        ]
        what = "parenthesis" if opened else "sentence"
        description = f"the {what} announces an address; none follows"
        yield Fact(Gap("url", description), span, ADDRESS)
        if opened:
            yield Fact(Supplied(")"), span, PARENTHESIS, Certainty.MEDIUM)
            unclosed = []


def _places(block: Block) -> Iterator[int]:
    """Where addresses are missing in a block, counted in its text.

    The end of a segment is an end only if no address stands behind it.
    """
    text, origin = block.text, block.span.start
    parts = [(s.span.start - origin, s.span.end - origin) for s in block.segments]
    for start, end in parts or [(0, len(text))]:
        for match in _LAST_WORD.finditer(text, start, end):
            place = match.end()
            if _announced(text, start, place) and not _goes_on(text, place, end):
                yield place


def _announced(text: str, start: int, place: int) -> bool:
    return _ANNOUNCES.search(text, max(start, place - _LONGEST), place) is not None


def _goes_on(text: str, place: int, end: int) -> bool:
    """Whether the statement ends at ``place``, but an address stands in the next one."""
    return not text[place:end].strip() and _ADDRESS_OF.match(text, end) is not None


def _unclosed(text: str) -> list[int]:
    """The opening parentheses that nothing closes, in order."""
    opened: list[int] = []
    for match in _PARENTHESES.finditer(text):
        if match[0] == "(":
            opened.append(match.start())
        elif opened:
            opened.pop()
    return opened
