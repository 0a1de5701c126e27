"""I: a record is what its folder is called, and there is one of it."""

from __future__ import annotations

from collections.abc import Iterator

from archive.tei.statements import plain
from archive.tei.xml import ID, Element
from archive.validate.claims import Claim, Claims
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject
from archive.validate.target import Surroundings

_IDENTITY = "docs/decisions.md (a record on disk)"
_PUBLICATION = "teiHeader/fileDesc/publicationStmt/idno"

OTHER_NAME = Rule(
    code="I001",
    title="the xml:id of the record is not rec- and the name of its folder",
    reason="Other records and other archives point to it by that name.",
    example='xml:id="rec-2008-rain" in the folder 2008-06-13-lee-rain',
    remedy="put the name back; a record is never renamed",
    source=_IDENTITY,
    mend="puts the name back, here and in pointers to it, if the header has it",
)
OTHER_NUMBER = Rule(
    code="I002",
    title="the identifier in the header is not the name of the folder",
    reason="A record that is taken out of its folder must still say which it is.",
    example='<idno type="record">2008-rain</idno>',
    remedy="put the name back; a record is never renamed",
    source=_IDENTITY,
    mend="puts the name back, if the xml:id has it",
)
OTHER_YEAR = Rule(
    code="I003",
    title="the record is filed under another year than that of its date",
    reason="People look for it under the year in which it was published.",
    example="records/2007/2008-06-13-lee-rain",
    remedy="look at the date again; if it is right, move the folder",
    source="docs/decisions.md (a record on disk)",
)
SAME_ID = Rule(
    code="I004",
    title="two records have the same identifier",
    reason="A pointer to it would point to two records.",
    example="records/2008/lee-rain and records/2009/lee-rain",
    remedy="delete the folder of the one that is a mistake, or put its own name back",
    source=_IDENTITY,
)
SAME_KEY = Rule(
    code="I005",
    title="two records have the same citation key",
    reason="A citation of one would cite the other.",
    example='<idno type="citation-key">lee2008rain</idno> in two records',
    remedy="give the younger one another key (lee2008raina)",
    source="BibTeX: the keys of a file are unique",
)
SAME_ARTICLE = Rule(
    code="I006",
    title="two records were read from the same characters of the same copy",
    reason="The article is in the archive twice.",
    example="the same file taken in under two names",
    remedy="keep the better one: 'archive withdraw OTHER --see ID --by NAME --because WHY'",
    source="docs/decisions.md (a record on disk)",
)


def check(subject: Subject) -> Iterator[Finding]:
    """What one record says of itself against where it lies."""
    target, root = subject.target, subject.root
    if root.get(ID) != f"rec-{target.id}":
        message = f'xml:id is "{root.get(ID)}", the folder is {target.id}'
        yield subject.finding(OTHER_NAME, root, message)
    own = number(subject, "record")
    if plain(own) != target.id:
        message = f'the record calls itself "{plain(own)}", the folder is {target.id}'
        yield subject.finding(OTHER_NUMBER, own, message)
    yield from _year(subject)


def _year(subject: Subject) -> Iterator[Finding]:
    dates = _dates(subject)
    year = _year_of(dates[0]) if dates else "undated"
    if subject.target.year not in ("", year):
        message = f"the date of the record is {year}, it is filed under {subject.target.year}"
        yield subject.finding(OTHER_YEAR, dates[0] if dates else subject.root, message)


def _year_of(date: Element) -> str:
    return (date.get("when") or date.get("from") or "")[:4]


def _dates(subject: Subject) -> list[Element]:
    """The dates of publication and of distribution, as far as they are stated, in this order."""
    items = [subject.by_id.get(f"bibl-{link}") for link in ("published", "distributed")]
    dates = [date for item in items if item is not None for date in item.iter("{*}date")]
    return [date for date in dates if date.get("when") or date.get("from")]


def number(subject: Subject, kind: str) -> Element:
    """The element of the header that holds an identifier of the record."""
    return next(idno for idno in subject.at(_PUBLICATION) if idno.get("type") == kind)


_ALONE = {"id": SAME_ID, "citation-key": SAME_KEY, "article": SAME_ARTICLE}
"""What one record of an archive alone may claim, and the rule that says so."""


def claims(subject: Subject) -> Iterator[Claim]:
    """What a record has for itself alone."""
    key = number(subject, "citation-key")
    yield subject.claim("id", subject.root, subject.root.get(ID, ""))
    yield subject.claim("citation-key", key, plain(key))
    yield subject.claim("article", subject.by_id["bibl-received"], _article(subject))


def among(claims: Claims, around: Surroundings) -> Iterator[Finding]:  # noqa: ARG001
    """What two records claim; the later in the order of their folders is at fault."""
    for kind, rule in _ALONE.items():
        first: dict[tuple[str, ...], Claim] = {}
        for claim in claims.of(kind):
            known = first.setdefault(claim.values, claim)
            if known is not claim:
                message = f"{rule.title}: see {known.path}"
                yield claim.finding(rule, message, known.path)


def _article(subject: Subject) -> str:
    """The copy, and where in it the title stands, or if it has none, the article."""
    received = subject.by_id["bibl-received"]
    digest = next(plain(e) for e in received.iter("{*}idno") if e.get("type") == "sha-256")
    title = subject.at("teiHeader/fileDesc/titleStmt/title")[0]
    scopes = [f"{e.get('from')}-{e.get('to')}" for e in received.iterchildren("{*}biblScope")]
    return " ".join([digest, title.get("source") or "".join(scopes)])


FAMILY = Family(
    (OTHER_NAME, OTHER_NUMBER, OTHER_YEAR, SAME_ID, SAME_KEY, SAME_ARTICLE),
    check,
    claims,
    among,
)
