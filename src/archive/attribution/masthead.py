"""The matter of an edition that belongs to all its articles: masthead, notices, permission.

"Common Ground News Service – Partners in Humanity (CGNews-PiH)", "17 - 23 October 2006", "please
visit our website at www.commongroundnews.org": the service that distributed the articles, when,
and its address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive.attribution import contents, statements, titles
from archive.attribution.abroad import statements as abroad
from archive.attribution.abroad.dates import printed_date as abroad_date
from archive.attribution.blocks import Piece
from archive.attribution.calendar import MONTHS, PrintedDate, printed_date
from archive.attribution.draft import SEPARATOR
from archive.attribution.evidence import printed, squeezed
from archive.attribution.names import organisation
from archive.attribution.outlets import is_outlet
from archive.attribution.ranges import printed_range
from archive.attribution.services import SERVICES
from archive.attribution.tongues import Tongue
from archive.attribution.words import word_set
from archive.model.article import Appearance, BlockKind, Organisation, SegmentKind
from archive.model.document import Bounds, Document
from archive.model.fact import Certainty, Fact, Rule, Span

MASTHEAD = Rule(
    "edition/masthead",
    "The service that prints its name over an edition of several articles distributed each of "
    "them, at the date printed with the name.",
)
ADDRESS = Rule(
    "edition/address",
    "The address of the service's own website, in the masthead or where readers are asked to "
    "visit 'our website', is the distributor's.",
)

_SERVICE = word_set(
    "service services features syndicate exchange wire network agency press bulletin newsletter "
    "digest dispatch dispatches weekly news media bureau opinions commentary voices"
)
_NAME_END = re.compile(r"\s?[(\[|·:,]|\s[–—-]\s|\s?[–—]\s?|\s(?=[0-9])|\n|\Z")
_THE = re.compile(r"(?:The|THE)\s")
_SHORT = re.compile(r"[(\[]\s?([A-Z][\w-]{1,14}(?:\s[A-Z][\w-]{1,8})?)\s?[)\]]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\],;\"“”]{2,200}")
_OUR_SITE = re.compile(
    r"\b(?:our\s(?:web\s?-?site|site|archive|home\s?page)|visit\sus|articles[^.]{0,60}\bvisit)\b",
    re.IGNORECASE,
)
_LINE = 120  # characters, at most, of a line of a masthead


def kinds(
    document: Document,
    bounds: Sequence[Bounds],
    listed: range,
    tongue: Tongue | None,
    *,
    over: bool,
) -> tuple[list[BlockKind], dict[int, list[Piece]]]:
    """What each block of the edition's own matter is, and the statements in it.

    Args:
        document: the text.
        bounds: of the blocks that are the edition's, in order.
        listed: which of them are the list of contents.
        tongue: the language, if it is another than English.
        over: whether they stand over the first article, where the masthead is.
    """
    text = document.prose
    found: list[BlockKind] = []
    pieces: dict[int, list[Piece]] = {}
    notices = False
    for index, (start, end) in enumerate(bounds):
        said = _pieces(text, (start, end), tongue)
        kind = _kind(text, (start, end), said, listed=index in listed, over=over and not notices)
        if kind is BlockKind.END_MATTER:
            pieces[index] = said
            notices = notices or titles.is_prose(text, (start, end))
        found.append(kind)
    return found, pieces


def _pieces(text: str, bounds: Bounds, tongue: Tongue | None) -> list[Piece]:
    """The statements of a block."""
    if tongue:
        return abroad.pieces(text, bounds, tongue)
    return statements.pieces(text, bounds)


def _kind(text: str, bounds: Bounds, said: list[Piece], *, listed: bool, over: bool) -> BlockKind:
    start, end = bounds
    if end - start <= 200 and SEPARATOR.match(text, start, end):
        return BlockKind.SEPARATOR
    if listed:
        told = any(kind in (SegmentKind.SOURCE_LINE, SegmentKind.PERMISSION) for kind, _, _ in said)
        return BlockKind.END_MATTER if told else BlockKind.CONTENTS
    if over and end - start <= _LINE and not titles.is_terminated(text, bounds):
        return BlockKind.MASTHEAD
    return BlockKind.END_MATTER


def distribution(
    document: Document,
    front: Sequence[Bounds],
    listed: Sequence[Bounds],
    tongue: Tongue | None,
) -> Appearance | None:
    """The service whose masthead stands over an edition, with its date and address.

    Args:
        document: the text.
        front: the bounds of the blocks over the list of contents, or the first article.
        listed: those of the list of contents, among which the date may stand.
        tongue: the language, if it is another than English.

    Returns:
        None if no line is for certain the name of a service.
    """
    lines = list(_lines(document.prose, front))
    outlet = _known(document, lines) or _named(document, lines)
    if outlet is None or outlet.span is None:
        return None
    dates = [b for b in listed if _is_dated(document.prose, b, tongue)]
    date = _date(document, [*lines, *dates], tongue)
    if date is None and outlet.rule is MASTHEAD and outlet.certainty is not Certainty.HIGH:
        return None
    return Appearance(
        outlet=outlet,
        statement=_statement(document, outlet, date),
        date=date,
        address=_address(document, front, lines),
    )


def _lines(text: str, front: Sequence[Bounds]) -> Iterator[Bounds]:
    """The lines that are no sentences."""
    for start, end in front:
        if end - start <= _LINE and not titles.is_terminated(text, (start, end)):
            yield start, end


def _known(document: Document, lines: list[Bounds]) -> Fact[Organisation] | None:
    """A service of the table, by its name in full or by the short form in parentheses."""
    text = document.prose
    for start, end in lines:
        for begin, stop in _names(text, start, end):
            name = squeezed(text[begin:stop])
            if name.casefold() in {full.casefold() for full in SERVICES.values()}:
                found = organisation(text, begin, end)
                short = found.short if found and found.end == stop else ""
                return Fact(Organisation(name, short), document.span(begin, stop), MASTHEAD)
    for start, end in lines:
        for match in _SHORT.finditer(text, start, end):
            full = SERVICES.get(match[1].casefold())
            if full:
                span = document.span(*match.span(1))
                return Fact(Organisation(full, match[1]), span, MASTHEAD)
    return None


def _names(text: str, start: int, end: int) -> Iterator[Bounds]:
    """The name that a line may begin with."""
    the = _THE.match(text, start, end)
    begin = the.end() if the else start
    stop = _NAME_END.search(text, begin, end)
    if stop and stop.start() > begin:
        yield begin, stop.start()


def _named(document: Document, lines: list[Bounds]) -> Fact[Organisation] | None:
    """A service by a word of its name, on one of the first lines."""
    text = document.prose
    for start, end in lines[:3]:
        for begin, stop in _names(text, start, end):
            words = text[begin:stop].split()
            capital = all(w[0].isupper() or w in ("of", "for", "and", "the", "&") for w in words)
            if not 2 <= len(words) <= 7 or not capital:
                continue
            last = words[-1].lower()
            if last in _SERVICE or is_outlet(squeezed(text[begin:stop]), dated=False):
                found = organisation(text, begin, end)
                short = found.short if found and found.end == stop else ""
                name = Organisation(squeezed(text[begin:stop]), short)
                return Fact(name, document.span(begin, stop), MASTHEAD)
    return None


def _when(text: str, bounds: Bounds, tongue: Tongue | None) -> PrintedDate | None:
    """The range of days on a line, or else the date."""
    months = {**MONTHS, **tongue.months} if tongue else MONTHS
    found = printed_range(text, *bounds, months)
    if found is None and tongue:
        found = abroad_date(text, tongue, *bounds)
    return found or printed_date(text, *bounds)


def _is_dated(text: str, bounds: Bounds, tongue: Tongue | None) -> bool:
    """Whether a line of a list of contents is its date, or heads it."""
    when = _when(text, bounds, tongue)
    whole = when is not None and when.end - when.start >= bounds[1] - bounds[0] - 2
    return whole or contents.is_heading(text, bounds)


def _date(document: Document, lines: list[Bounds], tongue: Tongue | None) -> Fact[str] | None:
    """The date or the range on the lines of a masthead; None if they print two."""
    found = [when for bounds in lines if (when := _when(document.prose, bounds, tongue))]
    ranges = [when for when in found if "/" in when.iso]
    chosen = ranges or found
    if not chosen or len({when.iso for when in chosen}) > 1:
        return None
    return Fact(chosen[0].iso, document.span(chosen[0].start, chosen[0].end), MASTHEAD)


def _statement(document: Document, outlet: Fact[Organisation], date: Fact[str] | None) -> Span:
    assert outlet.span is not None
    name = outlet.span
    if date and date.span and name.end <= date.span.start:
        between = document.prose[name.end : date.span.start]
        if "\n" not in between:
            return document.span(name.start, date.span.end)
    return name


def _address(document: Document, front: Sequence[Bounds], lines: list[Bounds]) -> Fact[str] | None:
    text = document.prose
    for start, end in lines:
        match = _ADDRESS.search(text, start, end)
        if match:
            return _printed_address(document, match)
    for start, end in front:
        our = _OUR_SITE.search(text, start, end)
        match = _ADDRESS.search(text, our.end(), min(end, our.end() + 120)) if our else None
        if match:
            return _printed_address(document, match)
    return None


def _printed_address(document: Document, match: re.Match[str]) -> Fact[str]:
    stop = match.start() + len(match.group().rstrip(".,;:!?'’*_"))
    return printed(document, match.start(), stop, ADDRESS)
