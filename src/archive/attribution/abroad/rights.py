"""Rights statements of a language: what kind each is, with what conditions.

As in English, a sentence is a grant only if nothing in it refuses or puts off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from archive.attribution import rights as english
from archive.attribution.abroad.licences import named_licence
from archive.attribution.abroad.statements import sentences
from archive.attribution.conditions import SETTLES
from archive.attribution.evidence import printed, squeezed, trimmed
from archive.attribution.rights import (
    CONDITION,
    GRANTED,
    HOST_ONLY,
    LICENSED,
    OBTAINED,
    RESERVED,
    UNSETTLED,
)
from archive.attribution.tongues import Tongue
from archive.model.article import Block, SegmentKind
from archive.model.document import Bounds, Document
from archive.model.fact import Certainty, Fact
from archive.model.rights import Act, Condition, Rights, RightsKind, Standing

_SPEAKING = (SegmentKind.PERMISSION, SegmentKind.PUBLICATION, SegmentKind.DISTRIBUTION)
_STANDING = {
    RightsKind.GRANTED: Standing.PERMITTED,
    RightsKind.OBTAINED: Standing.PERMITTED,
    RightsKind.RESERVED: Standing.PROHIBITED,
}
_RULES = {
    RightsKind.GRANTED: GRANTED,
    RightsKind.OBTAINED: OBTAINED,
    RightsKind.HOST_ONLY: HOST_ONLY,
    RightsKind.RESERVED: RESERVED,
    RightsKind.LICENSED: LICENSED,
    RightsKind.UNSTATED: UNSETTLED,
}


def read(document: Document, blocks: Iterable[Block], tongue: Tongue) -> Rights | None:
    """The rights statement of an article taken apart; None if there is none."""
    blocks = tuple(blocks)
    runs = _runs(document, blocks, tongue)
    read_ = [[(kind_of(document.prose, s, tongue), s) for s in run] for run in runs]
    telling = [run for run in read_ if any(kind is not None for kind, _ in run)]
    for run in telling[:1]:
        return _rights(document, run, tongue)
    return english.read(document, blocks)


def _runs(document: Document, blocks: tuple[Block, ...], tongue: Tongue) -> list[list[Bounds]]:
    """The sentences of rights statements, those with only white space between them together."""
    runs: list[list[Bounds]] = []
    text = document.prose
    for segment in (s for b in blocks for s in b.segments if s.kind in _SPEAKING):
        found = sentences(text, (segment.span.start, segment.span.end), tongue)
        if segment.kind is not SegmentKind.PERMISSION:
            found = [s for s in found if kind_of(text, s, tongue) in (RightsKind.HOST_ONLY,)]
        if runs and found and not text[runs[-1][-1][1] : found[0][0]].strip():
            runs[-1] += found
        elif found:
            runs.append(found)
    return runs


def kind_of(text: str, bounds: Bounds, tongue: Tongue) -> RightsKind | None:
    """The kind of a sentence: None if it says nothing of permission in this language."""
    sentence = squeezed(text[slice(*bounds)])
    plain = tongue.harmless.sub(" ", sentence)
    named = named_licence(plain, tongue)
    plain = plain[: named[1][0]] + plain[named[1][1] :] if named else plain
    off = tongue.put_off.search(plain) is not None
    if named and not off:
        return RightsKind.LICENSED
    if tongue.obtained.search(sentence):
        return RightsKind.UNSTATED if off else RightsKind.OBTAINED
    reserved = tongue.reserved.search(plain) is not None
    if tongue.host_only.search(plain) and not reserved and not off:
        return RightsKind.HOST_ONLY
    if reserved:
        return RightsKind.RESERVED
    if tongue.granted.search(sentence):
        return RightsKind.UNSTATED if off else RightsKind.GRANTED
    return None


def _rights(
    document: Document, run: list[tuple[RightsKind | None, Bounds]], tongue: Tongue
) -> Rights:
    kind = _chosen([kind for kind, _ in run if kind])
    rule = _RULES[kind]
    start, end = _statement(document.prose, run)
    sure = Certainty.MEDIUM if kind is RightsKind.UNSTATED else Certainty.HIGH
    granted = kind in (RightsKind.GRANTED, RightsKind.OBTAINED)
    conditions = _conditions(document, (start, end), tongue) if granted else ()
    named = None
    if kind is RightsKind.LICENSED:
        named = named_licence(document.prose[start:end], tongue)
    return Rights(
        kind=Fact(kind, document.span(start, end), rule, sure),
        statement=printed(document, start, end, rule),
        acts=_acts(document, kind, (start, end), conditions, tongue),
        conditions=conditions,
        licence=Fact(named[0], document.span(start + named[1][0], start + named[1][1]), LICENSED)
        if named
        else None,
    )


def _statement(text: str, run: list[tuple[RightsKind | None, Bounds]]) -> Bounds:
    """The bounds of a statement without emphasis and parentheses around it."""
    start, end = trimmed(text, run[0][1][0], run[-1][1][1], also="*_")
    if text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end):
        return trimmed(text, start, end - 1)
    if text[start] == "(" and text[end - 1] == ")" and text.count("(", start, end) == 1:
        return trimmed(text, start + 1, end - 1)
    return start, end


def _chosen(kinds: list[RightsKind]) -> RightsKind:
    """The kind of the whole statement: of a grant and a refusal, neither."""
    grants = [
        k for k in kinds if k in (RightsKind.OBTAINED, RightsKind.GRANTED, RightsKind.LICENSED)
    ]
    if grants and RightsKind.RESERVED in kinds:
        return RightsKind.UNSTATED
    for kind in (RightsKind.OBTAINED, *grants, RightsKind.RESERVED, RightsKind.HOST_ONLY):
        if kind in kinds:
            return kind
    return RightsKind.UNSTATED


def _conditions(document: Document, bounds: Bounds, tongue: Tongue) -> tuple[Fact[Condition], ...]:
    matches = (
        (condition, pattern.search(document.prose, *bounds))
        for condition, pattern in tongue.conditions.items()
    )
    return tuple(
        Fact(condition, document.span(*match.span()), CONDITION)
        for condition, match in matches
        if match
    )


def _acts(
    document: Document,
    kind: RightsKind,
    bounds: Bounds,
    conditions: tuple[Fact[Condition], ...],
    tongue: Tongue,
) -> tuple[tuple[Act, Fact[Standing]], ...]:
    """What the statement settles of each act that it names, and by what it attaches."""
    standing = _STANDING.get(kind)
    if standing is None:
        return ()
    span = document.span(*bounds)
    fact = Fact(standing, span, _RULES[kind], Certainty.MEDIUM)
    found = {
        act: fact
        for act, pattern in tongue.acts_of_use.items()
        if pattern.search(document.prose, *bounds)
    }
    for condition in conditions:
        required = SETTLES.get(condition.value)
        if required:
            found[required[0]] = replace(
                Fact(required[1], condition.span, CONDITION), certainty=Certainty.MEDIUM
            )
    return tuple(sorted(found.items(), key=lambda item: list(Act).index(item[0])))
