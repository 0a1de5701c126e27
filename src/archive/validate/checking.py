"""Records to findings: in stages, for what a stage refuses the next would misread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from archive.tei.xml import UnreadableRecord, parse
from archive.validate.claims import Claim, Claims
from archive.validate.coverage import NONE, Coverage, coverage
from archive.validate.findings import MOST, Finding, in_order
from archive.validate.rules import families, fixity, grammar, xml
from archive.validate.subject import Subject
from archive.validate.target import RECORD, Surroundings, Target


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that the files of one record decide, and what it claims beside others.

    Attributes:
        findings: by place, each once; empty if nothing is wrong.
        claims: for ``among``; empty for a record that the grammar refuses.
        coverage: of its statements and characters; nothing for such a record.
    """

    findings: tuple[Finding, ...] = ()
    claims: tuple[Claim, ...] = ()
    coverage: Coverage = NONE


def examine(target: Target, select: tuple[str, ...] = ()) -> Verdict:
    """Judge one record. Reads nothing but ``target``, and says the same of the same bytes.

    The files are compared with the manifest first. A record that is not well-formed, or that the
    grammar refuses, is checked no further: its other rules rely on the grammar.

    Args:
        target: the files of the record.
        select: only families with a rule whose code begins with one of these are asked, beside
            those of form; all, if empty. There are figures only of all.
    """
    if select and all(code.startswith("G") for code in select) and _is_accepted(target):
        return Verdict()
    subject, findings = _accepted(target)
    found = [*findings, *(fixity.files(target) if fixity.FAMILY.has(select) else ())]
    asked = [family for family in families() if family.has(select)]
    if subject is None or not any(family.check or family.claims for family in asked):
        return Verdict(in_order(found))
    whole = replace(subject, source=fixity.source(subject))
    claims: list[Claim] = []
    for family in asked:
        room = max(0, MOST - len(found))
        found += islice(family.check(whole), room) if family.check else ()
        claims += family.claims(whole) if family.claims else ()
    figures = NONE if select else coverage(whole, found)
    return Verdict(in_order(found), tuple(claims), figures)


def check(target: Target) -> tuple[Finding, ...]:
    """What is wrong with one record by itself; empty if nothing is."""
    return examine(target).findings


def among(claims: Iterable[Claim], around: Surroundings) -> Iterator[Finding]:
    """What is wrong with records among each other, and with what lies beside them."""
    all_claims = Claims(claims)
    for family in families():
        if family.among is not None:
            yield from family.among(all_claims, around)


def check_all(targets: Iterable[Target], around: Surroundings) -> tuple[Finding, ...]:
    """What is wrong with each record, with the records among each other, and beside them."""
    verdicts = [examine(target) for target in targets]
    claims = (claim for verdict in verdicts for claim in verdict.claims)
    found = (finding for verdict in verdicts for finding in verdict.findings)
    return in_order([*found, *among(claims, around)])


def _is_accepted(target: Target) -> bool:
    """Whether nothing is wrong with a record by the grammar alone."""
    try:
        return grammar.accepts(parse(target.xml).getroot())
    except UnreadableRecord:
        return False


def _accepted(target: Target) -> tuple[Subject | None, list[Finding]]:
    """The record, if the grammar accepts it, or else why not."""
    if RECORD in target.odd:
        return None, []  # a rule of fixity says so
    try:
        root = parse(target.xml).getroot()
    except UnreadableRecord as error:
        return None, [xml.unreadable(target, error)]
    subject = Subject.of(target, root)
    written = chain(xml.instructions(subject), xml.duplicates(subject), xml.spaced(subject))
    findings = list(islice(written, MOST))
    findings += [] if findings else grammar.refusals(subject)
    return (None if findings else subject), findings
