"""R: records among each other: a text is in the archive once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from archive.tei.xml import UnreadableRecord, parse
from archive.validate.claims import Claim, Claims
from archive.validate.findings import Finding
from archive.validate.likeness import candidates, common, own_text, sketch, words
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject
from archive.validate.target import Surroundings

TWINS = Rule(
    code="R001",
    title="two records have the same text",
    reason="The article is in the archive twice, from two copies: it is listed, cited and searched "
    "twice, and a correction reaches one of the two.",
    example="a piece in an edition of the service, and again from the site of the paper",
    remedy="withdraw one of them: 'archive withdraw ID --see OTHER --by NAME --because WHY'",
    source="docs/decisions.md (the same text twice)",
    severity="warning",
)

_LEAST = 50  # words of a text that can be judged
_SHARE = 0.5  # of the words of the shorter text


def claims(subject: Subject) -> Iterator[Claim]:
    """What is sketched of a record's own text, and the copy it was read from."""
    digests = sketch(own_text(subject.root))
    if digests:
        received = subject.by_id["bibl-received"].iterchildren("{*}idno")
        sha256 = next(e.text or "" for e in received if e.get("type") == "sha-256")
        yield subject.claim("text", subject.by_id["article"], sha256, *digests)


def among(claims: Claims, around: Surroundings) -> Iterator[Finding]:
    """Records with the text of one before them, in the order of their folders."""

    @lru_cache(maxsize=256)
    def text(home: str) -> list[str]:
        try:
            return words(own_text(parse(around.xml(home)).getroot()))
        except UnreadableRecord:
            return []

    texts = claims.of("text")
    for number, others in candidates([claim.values[1:] for claim in texts]):
        claim = texts[number]
        for other in map(texts.__getitem__, others):
            if claim.values[0] == other.values[0]:  # two articles of one edition
                continue
            shorter, longer = sorted((text(claim.home), text(other.home)), key=len)
            shared = common(shorter, longer) if len(shorter) >= _LEAST else 0
            if shared and shared >= _SHARE * len(shorter):
                count = f"{shared:,} of the {len(shorter):,} words of the shorter text"
                message = f"{count} stand in both this and {other.home}"
                yield claim.finding(TWINS, message, other.path)
                break


FAMILY = Family((TWINS,), claims=claims, among=among)
