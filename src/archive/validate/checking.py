"""Records to findings: in stages, for what a stage refuses the next would misread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.tei.xml import UnreadableRecord, parse
from archive.validate.findings import Finding, in_order
from archive.validate.rules import agents, families, fixity, grammar, identity, xml
from archive.validate.rules.identity import Claim
from archive.validate.subject import Subject
from archive.validate.target import Target


def check(target: Target) -> tuple[Finding, ...]:
    """What is wrong with one record; empty if nothing is. Reads nothing but ``target``.

    The files are always compared with the manifest. A record that is not well-formed, or that the
    grammar refuses, is checked no further: its other rules rely on the grammar.
    """
    return in_order(_one(target)[0])


def check_all(
    targets: Iterable[Target], beside: Iterable[Target] = (), known: Iterable[Target] = ()
) -> tuple[Finding, ...]:
    """What is wrong with each record, and with the records among each other.

    Args:
        targets: the records to check.
        beside: records that are not checked, but that these are compared with.
        known: the files of the agents to check, and to compare with each other.
    """
    found = list(agents.files(known))
    claimed: list[Claim] = []
    for target in targets:
        findings, subject = _one(target)
        found += findings
        claimed += identity.claims(subject) if subject is not None else ()
    for target in beside:
        subject, _ = _accepted(target)
        claimed += identity.claims(subject) if subject is not None else ()
    return in_order([*found, *identity.among(claimed)])


def _one(target: Target) -> tuple[list[Finding], Subject | None]:
    subject, findings = _accepted(target)
    found = [*fixity.files(target), *findings]
    if subject is not None:
        found += _content(subject)
    return found, subject


def _accepted(target: Target) -> tuple[Subject | None, list[Finding]]:
    """The record, if the grammar accepts it, or else why not."""
    try:
        root = parse(target.xml).getroot()
    except UnreadableRecord as error:
        return None, [xml.unreadable(target, error)]
    subject = Subject.of(target, root)
    findings = [*xml.instructions(subject), *xml.duplicates(subject)]
    findings += [] if findings else grammar.refusals(subject)
    return (None if findings else subject), findings


def _content(subject: Subject) -> Iterator[Finding]:
    whole = replace(subject, source=fixity.source(subject))
    for family in families():
        if family.check is not None:
            yield from family.check(whole)
