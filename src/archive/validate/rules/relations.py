"""R: records among each other: a text is in the archive once, and pointers lead to records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from pathlib import PurePosixPath

from archive.model.tombstone import BadTombstone, Tombstone
from archive.tei.statements import plain
from archive.tei.xml import LANG, UnreadableRecord, parse
from archive.validate.claims import Claim, Claims
from archive.validate.findings import Finding
from archive.validate.likeness import candidates, common, own_text, sketch, words
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject
from archive.validate.target import RECORD, Surroundings

_RELATIONS = "docs/decisions.md (records that point to records)"

TWINS = Rule(
    code="R001",
    title="two records have the same text",
    reason="The article is in the archive twice, from two copies: it is listed, cited and searched "
    "twice, and a correction reaches one of the two.",
    example="a piece in an edition of the service, and again from the site of the paper",
    remedy="withdraw one of them: 'archive withdraw ID --see OTHER --by NAME --because WHY'; or "
    "say what one is to the other, in a relatedItem (reprint-of, update-of, correction-of)",
    source="docs/decisions.md (the same text twice)",
    severity="warning",
)
NOWHERE = Rule(
    code="R002",
    title="a record points to a record that is not there",
    reason="What a person has said is lost: of what this is a translation, or a correction.",
    example='target="../../2008/2008-06-13-lee-rain/record.xml" and no such record',
    remedy="mend the path, ../../<year>/<id>/record.xml ('archive list' has the ids)",
    source=_RELATIONS,
)
WITHDRAWN = Rule(
    code="R003",
    title="a record points to a withdrawn one",
    reason="Whoever follows the pointer finds a tombstone.",
    example="reprint-of a record that was withdrawn, with another in its place",
    remedy="point to what stands in its place, or take the pointer out",
    source=_RELATIONS,
    severity="warning",
)
ITSELF = Rule(
    code="R004",
    title="a record points to itself",
    reason="Nothing is a translation, a reprint or a part of itself.",
    example="translation-of in the original, with its own path",
    remedy="point to the other record, from the one that came later",
    source=_RELATIONS,
)
ONE_LANGUAGE = Rule(
    code="R005",
    title="a translation is in the language of its original",
    reason="Either one of the languages is wrong, or it is a reprint.",
    example='translation-of from a record in "en" to a record in "en"',
    remedy="mend the language, or say reprint-of",
    source=_RELATIONS,
)
CIRCLE = Rule(
    code="R006",
    title="records point to each other in a circle",
    reason="What something is made from was there before it: one of the pointers is wrong.",
    example="a is a translation of b, and b a reprint of a",
    remedy="take out the pointer of the record that was there first",
    source=_RELATIONS,
)

_LEAST = 50  # words of a text that can be judged
_SHARE = 0.5  # of the words of the shorter text


def claims(subject: Subject) -> Iterator[Claim]:
    """A record's copy, language and sketch; what it is to other records."""
    received = subject.by_id["bibl-received"].iterchildren("{*}idno")
    sha256 = next(plain(e) for e in received if e.get("type") == "sha-256")
    language = subject.root.get(LANG, "")
    digests = sketch(own_text(subject.root))
    yield subject.claim("text", subject.by_id["article"], sha256, language, " ".join(digests))
    for item in subject.at("teiHeader/fileDesc/notesStmt/relatedItem"):
        home = item.get("target", "").removeprefix("../../").removesuffix(f"/{RECORD}")
        yield subject.claim("relation", item, item.get("type", ""), home)


def among(claims: Claims, around: Surroundings) -> Iterator[Finding]:
    """Pointers that lead nowhere, or round; records with the text of another."""
    relations, texts = claims.of("relation"), claims.of("text")
    languages = {claim.home: claim.values[1] for claim in texts}
    for claim in relations:
        yield from _pointer(claim, languages, around)
    yield from _circles(relations)
    yield from _twins(texts, relations, around)


def _pointer(claim: Claim, languages: Mapping[str, str], around: Surroundings) -> Iterator[Finding]:
    kind, home = claim.values
    if home == claim.home:
        yield claim.finding(ITSELF, f"this is said to be {_worded(kind)} itself")
    elif around.records is not None and home not in around.records:
        yield _missing(claim, home, around)
    elif kind == "translation-of" and _same(languages[claim.home], languages.get(home, "")):
        message = f'this translation and its original, {home}, are both in "{languages[home]}"'
        yield claim.finding(ONE_LANGUAGE, message, claim.beside(f"{home}/{RECORD}"))


def _worded(kind: str) -> str:
    """What a record is to another, in words: "a reprint of"."""
    return f"{'an' if kind[0] == 'u' else 'a'} {kind.replace('-', ' ')}"


def _same(one: str, other: str) -> bool:
    """Whether tags are of one language; not if one is not known, or both name other regions."""
    shorter, longer = sorted((one.lower(), other.lower()), key=len)
    return shorter not in ("", "und") and f"{longer}-".startswith(f"{shorter}-")


def _missing(claim: Claim, home: str, around: Surroundings) -> Finding:
    """A pointer to no record: to a withdrawn one, to another year, or to nothing known."""
    id = home.rpartition("/")[2]
    for path, content in around.tombstones.items():
        if PurePosixPath(path).stem == id:
            return claim.finding(WITHDRAWN, _withdrawn(id, content), path)
    elsewhere = next((each for each in around.records or () if each.endswith(f"/{id}")), "")
    hint = f": it lies in {elsewhere}" if elsewhere else ""
    return claim.finding(NOWHERE, f"there is no record {home}{hint}")


def _withdrawn(id: str, content: bytes) -> str:
    try:
        tombstone = Tombstone.from_json(content)
    except BadTombstone:
        return f"{id} was withdrawn"
    place = f"{tombstone.see} stands" if tombstone.see else "nothing stands"
    return f"{id} was withdrawn on {tombstone.day}; {place} in its place"


def _circles(relations: Sequence[Claim]) -> Iterator[Finding]:
    """Each circle once, at the last of its records in the order of their folders."""
    pointers: dict[str, dict[str, Claim]] = {}
    for claim in relations:
        if claim.values[1] != claim.home:
            pointers.setdefault(claim.home, {})[claim.values[1]] = claim
    while True:
        try:
            TopologicalSorter(pointers).prepare()
        except CycleError as error:
            circle = error.args[1][:0:-1]
            last = circle.index(max(circle))
            circle = [*circle[last:], *circle[:last]]
            claim = pointers[circle[0]].pop(circle[1])
            message = f"a circle of pointers: {', '.join(circle)} and back"
            yield claim.finding(CIRCLE, message, claim.path.replace(claim.home, circle[1]))
        else:
            return


def _twins(
    texts: Sequence[Claim], relations: Sequence[Claim], around: Surroundings
) -> Iterator[Finding]:
    """Records with the text of one before them, in the order of their folders."""

    @lru_cache(maxsize=256)
    def text(home: str) -> list[str]:
        try:
            return words(own_text(parse(around.xml(home)).getroot()))
        except UnreadableRecord:
            return []

    kin = _kin(relations)
    for number, others in candidates([claim.values[2].split() for claim in texts]):
        claim = texts[number]
        for other in map(texts.__getitem__, others):
            if _are_known(claim, other, kin):
                continue
            shorter, longer = sorted((text(claim.home), text(other.home)), key=len)
            shared = common(shorter, longer)
            if len(shorter) >= _LEAST and shared >= _SHARE * len(shorter):
                count = f"{shared:,} of the {len(shorter):,} words of the shorter text"
                message = f"{count} stand in both this and {other.home}"
                yield claim.finding(TWINS, message, other.path)
                break


def _are_known(one: Claim, other: Claim, kin: Mapping[str, str]) -> bool:
    """Whether records are of one copy, or somebody has said how they hang together."""
    same_copy = one.values[0] == other.values[0]
    return same_copy or kin.get(one.home, one.home) == kin.get(other.home, other.home)


def _kin(relations: Sequence[Claim]) -> dict[str, str]:
    """Record -> one of all that it hangs together with, the same one for each of them."""
    kin: dict[str, str] = {}

    def head(home: str) -> str:
        while (above := kin.setdefault(home, home)) != home:
            kin[home] = kin[above]
            home = above
        return home

    for claim in relations:
        kind, other = claim.values
        if kind != "part-of":
            kin[head(claim.home)] = head(other)
    return {home: head(home) for home in list(kin)}


FAMILY = Family(
    (TWINS, NOWHERE, WITHDRAWN, ITSELF, ONE_LANGUAGE, CIRCLE), claims=claims, among=among
)
