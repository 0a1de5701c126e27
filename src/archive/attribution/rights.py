"""What the piece's own words permit, forbid or require: the statement verbatim, taken apart.

A refusal is often worded with the words of a grant ("permission is not granted", "may not be
published without permission"); a sentence is read as a grant only if nothing in it refuses,
doubts or puts off. What a statement does not speak of stays unstated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.attribution.conditions import (
    ACKNOWLEDGED,
    ACTS,
    CONDITIONS,
    PUBLISHING,
    SERVICE,
    SETTLES,
)
from archive.attribution.evidence import printed, squeezed, trimmed
from archive.attribution.licences import acts, licence
from archive.attribution.remembered import remembered
from archive.attribution.sentences import sentences
from archive.model.article import Appearance, Block, SegmentKind
from archive.model.document import Bounds, Document
from archive.model.fact import Certainty, Fact, Rule
from archive.model.rights import Act, Condition, Rights, RightsKind, Standing

GRANTED = Rule(
    "rights/granted",
    "A sentence that grants permission, or says that a piece may be published, with no word in it "
    "that refuses or puts off, permits that to anyone.",
)
OBTAINED = Rule(
    "rights/obtained",
    "A sentence that says that permission has been obtained: the distributor has it and passes "
    "it on.",
)
LICENSED = Rule("rights/licensed", "A sentence that names a public licence.")
LICENCE_ACTS = Rule(
    "rights/licence-acts", "A named public licence fixes what it permits, forbids and requires."
)
HOST_ONLY = Rule(
    "rights/host-only",
    "A piece that is reprinted 'by permission of' somebody: the permission is for that reprint.",
)
RESERVED = Rule(
    "rights/reserved",
    "A sentence that reserves all rights, refuses permission, or asks for it to be sought first.",
)
UNSETTLED = Rule(
    "rights/unsettled",
    "A rights statement that does not say for certain what is permitted: it is kept, and nothing "
    "is read from it.",
)
HOLDER = Rule("rights/holder", "The name behind a copyright sign is that of who holds the rights.")
CONDITION = Rule("rights/condition", "A condition is read from its words inside a grant.")

_USES = (
    rf"(?:{PUBLISHING}|cop(?:y|ied)|us(?:e|ed)|translat(?:ion|ed?|ing)|distribut(?:ion|ed?|ing))"
)
_ANYONE = r"(?:anyone|any\snewspaper|you|editors|newspapers|publications|readers|media|outlets)"
_GRANT = re.compile(
    rf"""\b{_ANYONE}\s(?:may|can)\s(?:[\w,]+\s){{0,3}}?(?:{_USES}|share|circulate)\b
    | \brights?\s(?:(?:is|are)\s)?(?:hereby\s)?granted\b | \bin\sthe\spublic\sdomain\b
    | \bavailable\sfor\s(?:free\s)?(?:{_USES}|re-?use)
    | \bpermissions?\b[^.;]{{0,80}}?\b(?:is|are|was|has\sbeen|have\sbeen)\s(?:hereby\s|freely\s)?
        (?:granted|given)\b
    | \bpermissions?\s(?:hereby\s)?granted\b | \bgrants?\s(?:\w+\s){{0,3}}?permission\b
    | \b(?:may|can)\s(?:\w+ly\s|also\s)?(?:be\s(?:\w+ly\s|also\s)?)?{_USES}\b
    | \b{_USES}\b[^.;]{{0,60}}?\b(?:(?:is|are)\s)?(?:hereby\s)?(?:permitted|allowed
        |authori[sz]ed|encouraged|welcome)\b
    | \b(?:free|welcome)\sto\s{_USES}\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OBTAIN = re.compile(
    r"\bpermissions?\b[^.;]{0,80}?\b(?:has|have|was|were)\s(?:\w+\s)?(?:been\s)?"
    r"(?:obtained|secured|received)\b"
    r"|\bpermissions?\s(?:obtained|secured)\b|\b(?:obtained|secured)\s(?:\w+\s){0,2}permission\b",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"\bfor\sthis\s(?:re-?print|publication|site|website|edition|use|posting)\s(?:only|alone)\b|"
    r"\b(?:re-?printed|re-?published|reproduced|re-?posted|published|used)\s(?:\w+\s){0,2}?"
    r"with\s(?:the\s)?(?:[\w’']+\s){0,2}?[\w’']+['’]s?\spermission\b|"
    r"\b(?:re-?printed|re-?published|reproduced|re-?posted|published|used)\s(?:\w+\s){0,2}?"
    r"(?:with|by)\s(?:the\s)?(?:\w+\s)?permission\b|^\W*(?:with|by)\s(?:the\s)?(?:kind\s)?permission\b",
    re.IGNORECASE,
)
_RESERVE = re.compile(
    rf"""\ball\s(?:other\s)?rights\sreserved\b
    | \bno\spart\sof\b | \bnot\sfor\s(?:re-?)?publication\b
    | \b(?:may|must|can|should|shall)\s(?:not|never|only)\b | \bcannot\b | \bnot\spermitted\b
    | \bpermissions?\b[^.;]{{0,80}}?\b(?:not|never|neither|denied|refused|withheld|declined|revoked|
        withdrawn|required|needed|necessary)\b
    | \bno\s(?:\w+\s){{0,2}}?permission\b | \bpermissions?\b[^.;]{{0,80}}?\bno\slonger\b
    | ^for\spermissions?\b[^.;]{{0,120}}?\b(?:contact|write|e-?mail|apply|see)\b
    | \bto\s(?:obtain|request)\s(?:\w+\s){{0,3}}permission\b
    | \b(?:must|should|has\sto)\s(?:\w+\s)?be\s(?:sought|requested|obtained|asked)\b
    | \b(?:without|with)\s(?:the\s)?(?:\w+\s){{0,4}}?(?:permission|consent)\b
    | \b{_USES}\b[^.;]{{0,80}}?\b(?:prohibited|forbidden|denied|not\sallowed|requires)\b
    | \b(?:do|does)\snot\s | ^\W*re-?prints?\sonly\b
    | ^\W*for\srights\b | \bcontact\sus\s(?:about|for|regarding)\b
    | ^\W*to\s{_USES}\b[^.;]{{0,80}}?\b(?:contact|write|e-?mail|apply)\b
    | \bfor\s(?:re-?print|syndication|republication|reproduction|permissions?)\b[^.;]{{0,80}}?
        \b(?:contact|write|e-?mail|apply|see|visit|call)\b
    | \brequests?\sfor\s(?:\w+\s){{0,2}}?permission\b | \brefus(?:es?|ed)\b | \bseek\b
    | \brequest\s(?:\w+\s)?permission\b""",
    re.IGNORECASE | re.VERBOSE,
)
_BOILERPLATE = re.compile(r"\ball\s(?:other\s)?rights\sreserved\b", re.IGNORECASE)
_OFF = re.compile(
    r"\b(?:not|never|no|nor|neither|cannot|without|unless|until|once|whether|when|pending|requested|"
    r"sought|would|could|might|refuse[sd]?|denied|only|except|former|formerly|previously|expired|"
    r"withdrawn|revoked|unable|prior|n't|hardly|if|alone|exclusively|solely|until|after|before|"
    r"on\srequest|upon|(?:may|can|might|will|shall)\sbe\s(?:granted|given|obtained)|"
    r"by\s(?!any\b|all\b|every\b|newspapers|news\b|media\b|editors|publications))\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\b(?:unless|except\swhere)\sotherwise\s(?:noted|stated|indicated)\b"
    r"|\b(?:no|without)\s(?:\w+\s)?(?:fee|charge|cost|alterations?|changes?|modifications?)\b"
    r"|\b(?:do|does)\snot\s(?:change|alter|edit|modify)\b|\bto\sany\snewspaper\b"
    r"|\bif\s(?:the\s)?(?:original\s)?(?:source|author|credit)\b[^.;]{0,60}|\bif\spublishing\b"
    r"|\bif\s(?:you|they)\s(?:acknowledge|credit|cite|name)\b[^.;]{0,80}"
    r"|\bif\syou\s[^,]{0,40},|\bprovided\b.*|\bas\slong\sas\b.*|\bon\s(?:the\s)?condition\b.*"
    r"|,\s(?:which\sis\s|an?\s(?:[a-z-]+\s){1,3})?(?:published|run|owned)\sby\s"
    r"|\bfor\snon-?commercial\s(?:purposes|use)\sonly\b|\bis\s(?:hereby\s)?granted\sby\b",
    re.IGNORECASE | re.DOTALL,
)
_MODAL = re.compile(r"\b(?:may|must|can)\b")
_BY = re.compile(r"\bby\s(?=the\s(?:author|writer|publisher|editor)|[A-Z])")
_ELSEWHERE = re.compile(r"\bnot\s(?:to\s)?be\s\w+\selsewhere\b")
_UNNAMED = re.compile(
    r"\b(?:under|with)\s(?:a|the)\sCreative\sCommons\slicen[cs]e\b", re.IGNORECASE
)
_VIEW = re.compile(r"To\s(?:view|see|read)\sa\scopy\b", re.IGNORECASE)
_NEEDLESS = re.compile(
    r"\bno\s(?:\w+\s){0,2}?permissions?\s(?:is\s|are\s)?(?:needed|required|necessary)\b"
    r"|\bpermissions?\s(?:is|are)\snot\s(?:needed|required|necessary)\b",
    re.IGNORECASE,
)
_FREELY = re.compile(r"\bwithout\s(?:the\sneed\sfor\s)?(?:\w+\s){0,3}?permission\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:not|no|never|cannot|nothing|nobody|none|nor|prohibited|forbidden|illegal|violation|"
    r"unauthori[sz]ed|strictly|only|infring\w+)\b",
    re.IGNORECASE,
)
_GRANTEE = re.compile(
    r"\b(?:granted|given)\s(?:only\s|exclusively\s|solely\s)?to\s(?!(?:re-?)?(?:publish|print|post)|"
    r"reproduce|copy|use|translate|distribute|any|all|every|newspapers|editors|media|publications|"
    r"news|readers|you\b)|\bgrant(?:s|ed)\s(?!permission|copyright)(?:us|[A-Z]\w+)\s"
)
_LIMIT = re.compile(
    r"\bin\s(?:print|(?:the\s)?(?!(?:full|whole|part|its)\b)[A-Z])|\bfees?\s(?:\w+\s)?(?:required|payable|due|"
    r"apply|applies)\b|\bfor\sa\sfee\b|\b(?:print|online|electronic|digital)\s(?:media|edition|use)\b"
)
"""A medium, a territory or a fee that a grant is limited to."""
_HOLDER = re.compile(
    r"(?:©|\([cC]\)|Copyright)\s?(?:©|\([cC]\))?\s?(?:(?:1[5-9]|20)[0-9]{2}(?:[-–][0-9]{2,4})?,?\s)?(?:by\s)?"
)


Chain = tuple[Appearance | None, Appearance | None]
"""Who published an article, and who distributed it."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one sentence is read."""

    kind: RightsKind
    rule: Rule
    bounds: Bounds
    certainty: Certainty = Certainty.HIGH


def read(document: Document, blocks: Iterable[Block], chain: Chain = (None, None)) -> Rights | None:
    """The rights statement of an article taken apart; None if there is none.

    ``chain`` is who published the article and who passed it on: whom to acknowledge may be named.

    The statement is the first unbroken run of rights sentences that says something of permission.
    """
    runs = _runs(document.prose, blocks)
    telling = [run for run in runs if any(_telling(document.prose, s) for s in run)]
    for run in telling[:1] or runs[:1]:
        return _rights(document, [_reading(document.prose, sentence) for sentence in run], chain)
    return None


def _runs(text: str, blocks: Iterable[Block]) -> list[list[Bounds]]:
    """The sentences of rights statements, those with only white space between them together."""
    runs: list[list[Bounds]] = []
    kinds = (SegmentKind.PERMISSION, SegmentKind.PUBLICATION, SegmentKind.DISTRIBUTION)
    for segment in (s for b in blocks for s in b.segments if s.kind in kinds):
        found = sentences(text, segment.span.start, segment.span.end)
        if segment.kind is not SegmentKind.PERMISSION:
            found = [s for s in found if _speaks_of_use(text[slice(*s)])]
        if runs and found and not text[runs[-1][-1][1] : found[0][0]].strip():
            runs[-1] += found
        elif found:
            runs.append(found)
    return runs


def _telling(text: str, bounds: Bounds) -> bool:
    """Whether a sentence settles something."""
    return _reading(text, bounds).kind is not RightsKind.UNSTATED


_STEMS = (
    *("permi", "right", "domain", "availab", "grant", "may", "can", "allow", "authori"),
    *("encourag", "welcome", "free", "only", "alone", "cc", "creative", "gnu"),
)
"""Beginnings of words, one of which is in every sentence that speaks of use: a cheap test."""


def _speaks_of_use(sentence: str) -> bool:
    lower = sentence.lower()
    return any(map(lower.__contains__, _STEMS)) and bool(
        _HOST.search(sentence)
        or licence(sentence, 0, len(sentence))
        or _GRANT.search(sentence)
        or _UNNAMED.search(sentence)
    )


@remembered
def _reading(text: str, bounds: Bounds) -> _Reading:
    """How a sentence is read."""
    sentence = _NEEDLESS.sub("permission is granted", squeezed(text[slice(*bounds)]))
    if _MODAL.search(sentence) and not _DENIAL.search(sentence):
        sentence = _FREELY.sub(" ", sentence)
    plain = _HARMLESS.sub(" ", sentence)
    if _names_licence(plain):
        kind = RightsKind.UNSTATED if _VIEW.match(sentence) else RightsKind.LICENSED
        rule = UNSETTLED if _VIEW.match(sentence) else LICENSED
        unnamed = licence(plain, 0, len(plain)) is None
        return _Reading(kind, rule, bounds, Certainty.MEDIUM if unnamed else Certainty.HIGH)
    if _OBTAIN.search(sentence):
        return _settled(RightsKind.OBTAINED, OBTAINED, plain, bounds)
    if _is_for_host(plain):
        return _Reading(RightsKind.HOST_ONLY, HOST_ONLY, bounds)
    return _granted_or_refused(sentence, plain, bounds)


def _granted_or_refused(sentence: str, plain: str, bounds: Bounds) -> _Reading:
    grants = _GRANT.search(sentence) is not None
    limited = grants and _LIMIT.search(plain) is not None
    if not limited and _RESERVE.search(plain) and not _half_granted(sentence):
        return _Reading(RightsKind.RESERVED, RESERVED, bounds)
    if not limited and grants and not _GRANTEE.search(sentence):
        return _settled(RightsKind.GRANTED, GRANTED, plain, bounds)
    return _Reading(RightsKind.UNSTATED, UNSETTLED, bounds, Certainty.MEDIUM)


def _names_licence(plain: str) -> bool:
    """Whether a sentence places the article under a public licence, with nothing against it."""
    plain = _BY.sub(" ", plain)
    named = licence(plain, 0, len(plain))
    if named is None:
        return _UNNAMED.search(plain) is not None and not _OFF.search(_UNNAMED.sub(" ", plain))
    return not _OFF.search(plain[: named[1][0]] + plain[named[1][1] :])


def _is_for_host(plain: str) -> bool:
    """Whether a sentence says that this one reprint is by permission."""
    hosted = _HOST.sub(" ", plain)
    if hosted == plain:
        return False
    hosted = _ELSEWHERE.sub(" ", _BY.sub(" ", hosted))
    return not (_OFF.search(hosted) or _MODAL.search(hosted))


def _half_granted(sentence: str) -> bool:
    """Whether a sentence grants one thing and refuses another: "for publication, but not for"."""
    first, _, second = sentence.partition(" but ")
    return bool(second) and _GRANT.search(first) is not None and not _RESERVE.search(first)


def _settled(kind: RightsKind, rule: Rule, plain: str, bounds: Bounds) -> _Reading:
    """A grant, unless a word puts it off; less sure where it speaks of what is over."""
    if _OFF.search(plain):
        return _Reading(RightsKind.UNSTATED, UNSETTLED, bounds, Certainty.MEDIUM)
    past = kind is RightsKind.GRANTED and re.search(r"\b(?:was|has|have)\b", plain)
    return _Reading(kind, rule, bounds, Certainty.MEDIUM if past else Certainty.HIGH)


def _rights(document: Document, readings: list[_Reading], chain: Chain) -> Rights:
    text = document.prose
    chosen = _chosen(text, readings)
    start, end = _statement(text, [r for r in readings if _speaks(text, r, chosen)])
    kind = Fact(chosen.kind, document.span(start, end), chosen.rule, chosen.certainty)
    granted = chosen.kind in (RightsKind.GRANTED, RightsKind.OBTAINED)
    conditions = _conditions(document, readings, chain) if granted else ()
    named = licence(text, start, end) if chosen.kind is RightsKind.LICENSED else None
    return Rights(
        kind=kind,
        statement=printed(document, start, end, chosen.rule),
        acts=_acts(document, readings, chosen, conditions),
        conditions=conditions,
        licence=Fact(named[0], document.span(*named[1]), LICENSED) if named else None,
        holder=_holder(document, readings),
    )


def _speaks(text: str, reading: _Reading, chosen: _Reading) -> bool:
    """Whether a sentence belongs to the statement: a bare copyright notice to no grant."""
    granted = chosen.kind in (RightsKind.GRANTED, RightsKind.OBTAINED)
    if reading.rule is not UNSETTLED:
        return True
    if chosen.kind is RightsKind.LICENSED:
        return False
    return not (granted and _HOLDER.match(text, *reading.bounds))


def _statement(text: str, readings: list[_Reading]) -> Bounds:
    """The bounds of a statement without emphasis and parentheses around it.

    A parenthesis that closes at its end and opened before it, as in "(Source: X. Permission is
    granted.)", belongs to the whole line.
    """
    start, end = trimmed(text, readings[0].bounds[0], readings[-1].bounds[1], also="*_")
    if text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end):
        return trimmed(text, start, end - 1)
    if text[start] == "(" and text[end - 1] == ")" and text.count("(", start, end) == 1:
        return trimmed(text, start + 1, end - 1)
    if (text[start], text[end - 1]) in (("“", "”"), ('"', '"')):
        return trimmed(text, start + 1, end - 1)
    return start, end


def _chosen(text: str, readings: list[_Reading]) -> _Reading:
    """The reading of the whole statement: of a grant and a refusal of the same, neither."""
    by_kind = {r.kind: r for r in reversed(readings)}
    grants = [
        k for k in (RightsKind.LICENSED, RightsKind.GRANTED, RightsKind.OBTAINED) if k in by_kind
    ]
    refusals = [r for r in readings if r.kind is RightsKind.RESERVED]
    if grants and refusals and any(not _elsewhere(text, r) for r in refusals):
        return _Reading(RightsKind.UNSTATED, UNSETTLED, readings[0].bounds, Certainty.MEDIUM)
    if RightsKind.OBTAINED in by_kind:
        return by_kind[RightsKind.OBTAINED]
    if grants:
        chosen = by_kind[grants[0]]
        sure = Certainty.MEDIUM if refusals else chosen.certainty
        return _Reading(chosen.kind, chosen.rule, chosen.bounds, sure)
    if len(readings) > 1 and refusals and all(_of_another_act(text, r) for r in refusals):
        return _Reading(RightsKind.UNSTATED, UNSETTLED, readings[0].bounds, Certainty.MEDIUM)
    kinds = [RightsKind.RESERVED, RightsKind.HOST_ONLY]
    if all(_is_boilerplate(text, r) for r in refusals):
        kinds.reverse()
    for kind in kinds:
        if kind in by_kind:
            return by_kind[kind]
    return readings[0]


def _is_boilerplate(text: str, reading: _Reading) -> bool:
    """Whether a refusal is nothing but "all other rights reserved"."""
    rest = _BOILERPLATE.sub(" ", squeezed(text[slice(*reading.bounds)]))
    return not _RESERVE.search(rest) and not re.search(r"[\w©]{3,}", rest)


def _of_another_act(text: str, reading: _Reading) -> bool:
    """Whether a refusal names an act, and it is not publishing."""
    sentence = text[slice(*reading.bounds)]
    named = [act for act, pattern in ACTS.items() if pattern.search(sentence)]
    return bool(named) and Act.PUBLISH not in named


def _elsewhere(text: str, reading: _Reading) -> bool:
    """Whether a refusal is only the set phrase, or of an act that is not publishing."""
    sentence = text[slice(*reading.bounds)]
    rest = _BOILERPLATE.sub(" ", squeezed(sentence))
    return not _RESERVE.search(rest) or not ACTS[Act.PUBLISH].search(rest)


def _acts(
    document: Document,
    readings: list[_Reading],
    chosen: _Reading,
    conditions: tuple[Fact[Condition], ...],
) -> tuple[tuple[Act, Fact[Standing]], ...]:
    """What the statement settles of each act: what it permits, refuses, and attaches.

    "All rights reserved" names no act, and means publishing first of all.
    """
    found: dict[Act, Fact[Standing]] = {}
    standings = {
        RightsKind.GRANTED: Standing.PERMITTED,
        RightsKind.OBTAINED: Standing.PERMITTED,
        RightsKind.RESERVED: Standing.PROHIBITED,
    }
    if chosen.kind is RightsKind.LICENSED:
        return _licensed_acts(document, chosen)
    if chosen.kind in (RightsKind.UNSTATED, RightsKind.HOST_ONLY):
        return ()
    for reading in readings:
        standing = standings.get(reading.kind)
        sentence = document.prose[slice(*reading.bounds)]
        for act, pattern in ACTS.items():
            if standing and pattern.search(_subject(sentence)):
                found[act] = _standing(document, standing, reading, chosen)
    if chosen.kind is RightsKind.RESERVED and _BOILERPLATE.search(document.prose, *chosen.bounds):
        prohibited = _standing(document, Standing.PROHIBITED, chosen, chosen)
        found.setdefault(Act.PUBLISH, replace(prohibited, certainty=Certainty.MEDIUM))
    for condition in conditions:
        required = SETTLES.get(condition.value)
        if required:
            found[required[0]] = Fact(required[1], condition.span, CONDITION)
    return tuple(sorted(found.items(), key=lambda item: list(Act).index(item[0])))


def _licensed_acts(document: Document, chosen: _Reading) -> tuple[tuple[Act, Fact[Standing]], ...]:
    """What a named public licence itself settles, whatever the sentence around it says."""
    named = licence(document.text, *chosen.bounds)
    if named is None:
        return ()
    span = document.span(*named[1])
    settled = acts(named[0]).items()
    return tuple((act, Fact(standing, span, LICENCE_ACTS)) for act, standing in settled)


def _standing(
    document: Document, standing: Standing, reading: _Reading, chosen: _Reading
) -> Fact[Standing]:
    obtained = reading.kind is RightsKind.OBTAINED or chosen.kind is RightsKind.OBTAINED
    sure = Certainty.MEDIUM if obtained else min_certainty(reading.certainty, chosen.certainty)
    start, end = trimmed(document.prose, *reading.bounds, also="*_")
    return Fact(standing, document.span(start, end), reading.rule, sure)


def min_certainty(*all_: Certainty) -> Certainty:
    """The least of several certainties."""
    return max(all_, key=list(Certainty).index)


def _subject(sentence: str) -> str:
    """A sentence without the conditions it attaches, and without those who may act."""
    return re.split(
        r"\bprovided\b|\bas\slong\sas\b|\bon\scondition\b|\bnews\soutlet\b|\bif\b", sentence
    )[0]


def _conditions(
    document: Document, readings: list[_Reading], chain: Chain
) -> tuple[Fact[Condition], ...]:
    text = document.prose
    start, end = readings[0].bounds[0], readings[-1].bounds[1]
    found = []
    named = _acknowledged(text, start, end, chain)
    for condition, pattern in CONDITIONS.items():
        match = pattern.search(text, start, end)
        place = match.span() if match else named.get(condition)
        if place:
            found.append(Fact(condition, document.span(*place), CONDITION))
    return tuple(found)


def _acknowledged(text: str, start: int, end: int, chain: Chain) -> dict[Condition, Bounds]:
    """Whom a statement asks to acknowledge by name: the outlet of the article, or the service."""
    found: dict[Condition, Bounds] = {}
    for verb in ACKNOWLEDGED.finditer(text, start, end):
        name = squeezed(verb["name"] or verb["named"]).rstrip(".").casefold()
        for outlet, condition in zip(chain, _WHOM, strict=True):
            if outlet and name in _forms(outlet):
                found[condition] = verb.span()
                break
        else:
            if SERVICE.search(verb["name"] or verb["named"]):
                found[Condition.ACKNOWLEDGE_DISTRIBUTOR] = verb.span()
    return found


_WHOM = (Condition.ACKNOWLEDGE_SOURCE, Condition.ACKNOWLEDGE_DISTRIBUTOR)


def _forms(outlet: Appearance) -> set[str]:
    """The names of an outlet, casefolded, with "the" and without."""
    names = {n.casefold() for n in (outlet.outlet.value.name, outlet.outlet.value.short) if n}
    bare = {name.removeprefix("the ") for name in names}
    return bare | {f"the {name}" for name in bare}


def _holder(document: Document, readings: list[_Reading]) -> Fact[str] | None:
    """Who holds the rights, by the name behind a copyright sign."""
    text = document.prose
    for reading in readings:
        match = _HOLDER.match(text, reading.bounds[0], reading.bounds[1])
        if match:
            stop = re.compile(r"\s?[.,;](?:\s|\Z)|\s(?:1[5-9]|20)[0-9]{2}|\s[–—-]\s|\Z").search(
                text, match.end(), reading.bounds[1]
            )
            bounds = trimmed(
                text, match.end(), stop.start() if stop else reading.bounds[1], also=".*_"
            )
            if _is_holder(text[slice(*bounds)]):
                return printed(document, *bounds, HOLDER)
    return None


def _is_holder(name: str) -> bool:
    return (
        0 < len(name.split()) <= 8
        and name[0].isupper()
        and not re.search(r"[Pp]ermission|[Rr]ights", name)
    )
