"""Statements in the end matter of a language: where each begins and ends, and what it is."""

from __future__ import annotations

import re

from archive.attribution import sentences as english
from archive.attribution import statements as english_statements
from archive.attribution.abroad import notes
from archive.attribution.abroad.licences import named_licence
from archive.attribution.blocks import Piece
from archive.attribution.tongues import Tongue
from archive.model.article import SegmentKind
from archive.model.document import Bounds

_DAY = re.compile(r"(?:^|\s)\(?\d{1,2}\.\Z")
_TITLE = re.compile(r"(?:^|[\s*(])(?:Drs|Dra|Pdt|Ust|Ir|Hj|KH|Dott|Lic|Ing|Avv|n|د|أ|م|ا)\.\Z")
_STOP = re.compile(r"[۔؟](?=\s)")
_ENGLISH = re.compile(
    r"[\s*_(\[•–—-]{0,8}(?:Source\b|This\s|Copyright\b|©|Distributed\b|First\spublished|"
    r"Originally\spublished|Published\sby|All\srights|Permission\b)"
)
_RESERVED = re.compile(
    r"réservés|vorbehalten|reservados|dilindungi|محفوظة|שמורות|محفوظ\b|riservati|voorbehouden|saklıdır|защищены",
    re.IGNORECASE,
)
_RIGHTS_SIGN = re.compile(r"©|\([cC]\)\s|\bCreative\sCommons\b|\bCC[ -]BY")
_LONGEST = 600


def pieces(text: str, bounds: Bounds, tongue: Tongue, names: tuple[str, ...] = ()) -> list[Piece]:
    """The statements of a block. They carry all of it but white space, and do not overlap.

    Args:
        text: the reading text.
        bounds: of the block.
        tongue: the language.
        names: of the authors in the byline.
    """
    found: list[Piece] = []
    for start, end in sentences(text, bounds, tongue):
        kind = kind_of(text, start, end, tongue, names)
        last = found[-1] if found else None
        if last and _belongs(text, last[0], kind, (start, end), tongue):
            found[-1] = (last[0], last[1], end)
        else:
            found.append((kind, start, end))
    return found


def sentences(text: str, bounds: Bounds, tongue: Tongue) -> list[Bounds]:
    """The sentences of a block, cut also where a source line begins in mid-sentence."""
    found: list[Bounds] = []
    for start, end in english.sentences(text, *bounds):
        if found and _goes_on(text, found[-1], tongue):
            start = found.pop()[0]
        place = start
        for stop in _STOP.finditer(text, start, end):
            found.append((place, stop.end()))
            place = stop.end() + len(text[stop.end() : end]) - len(text[stop.end() : end].lstrip())
        label = re.compile(r"(?<=\s)\S").finditer(text, place + 1, end)
        for word in label:
            if tongue.source.match(text, word.start(), end):
                found.append((place, word.start() - 1))
                place = word.start()
        if place < end:
            found.append((place, end))
    return found


def _goes_on(text: str, last: Bounds, tongue: Tongue) -> bool:
    """Whether a sentence seems to end at the number of a day ("am 3. Juni"), or at a title."""
    if tongue.ordinal and _DAY.search(text, *last):
        return True
    return _TITLE.search(text[max(last[0], last[1] - 8) : last[1]]) is not None


def kind_of(text: str, start: int, end: int, tongue: Tongue, names: tuple[str, ...]) -> SegmentKind:
    """What a sentence is."""
    credit = credit_kind(text, start, end, tongue)
    if credit is not None:
        return credit
    if notes.is_note(text, start, end, tongue, names) or notes.speaks_of(
        text, start, end, tongue, names
    ):
        return SegmentKind.AUTHOR_NOTE
    return SegmentKind.OTHER


def credit_kind(text: str, start: int, end: int, tongue: Tongue) -> SegmentKind | None:
    """What a sentence is if it is a credit line or of permission; None for anything else."""
    stop = min(end, start + _LONGEST)
    if tongue.source.match(text, start, stop):
        return SegmentKind.SOURCE_LINE
    if tongue.passing.match(text, start, stop):
        return None
    own = _own_kind(text, start, stop, tongue)
    if own is not None:
        return own
    if _ENGLISH.match(text, start, stop):
        (kind, _, _), *_ = english_statements.pieces(text, (start, stop))
        return None if kind in (SegmentKind.OTHER, SegmentKind.AUTHOR_NOTE) else kind
    return None


def _own_kind(text: str, start: int, stop: int, tongue: Tongue) -> SegmentKind | None:
    """What a sentence is by the words of its own language."""
    if tongue.distributed.search(text, start, stop):
        return SegmentKind.DISTRIBUTION
    if named_licence(text[start:stop], tongue):
        return SegmentKind.PERMISSION
    if stop - start < 300 and _states(text, start, stop, tongue):
        return SegmentKind.PUBLICATION
    return SegmentKind.PERMISSION if is_permission(text, start, stop, tongue) else None


def _states(text: str, start: int, stop: int, tongue: Tongue) -> bool:
    """Whether a sentence says where the piece was published: near its beginning."""
    for pattern in (tongue.published, tongue.written):
        match = pattern.search(text, start, stop)
        if match and match.start() - start <= 60:
            return True
    return False


def is_permission(text: str, start: int, stop: int, tongue: Tongue) -> bool:
    """Whether a sentence speaks of permission to publish."""
    forms = (tongue.granted, tongue.obtained, tongue.host_only, tongue.reserved)
    return (
        (
            stop - start < 400
            and (
                any(p.search(text, start, stop) for p in forms)
                and any(p.search(text, start, stop) for p in tongue.acts_of_use.values())
            )
        )
        or (stop - start < 80 and _RESERVED.search(text, start, stop) is not None)
        or (_RIGHTS_SIGN.search(text, start, stop) is not None)
    )


def _belongs(
    text: str, last: SegmentKind, kind: SegmentKind, bounds: Bounds, tongue: Tongue
) -> bool:
    """Whether a sentence goes on with the statement before it."""
    if kind is SegmentKind.OTHER:
        if last is SegmentKind.AUTHOR_NOTE:
            return not tongue.passing.match(text, bounds[0])
        if last is SegmentKind.PERMISSION:
            return any(p.search(text, *bounds) for p in tongue.conditions.values())
        return last is SegmentKind.OTHER
    return kind is last is SegmentKind.PERMISSION
