"""L: the permission is quoted from where it stands, and says no more than it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from archive.model.rights import Act
from archive.tei.rights import GRANT
from archive.tei.statements import children, plain
from archive.tei.xml import Element
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject, shown, source_range, words

_RIGHTS = "docs/decisions.md (rights)"

ELSEWHERE = Rule(
    code="L001",
    title="the permission is not quoted from where it stands",
    reason="Whoever republishes the piece relies on that sentence, at that place.",
    example='<quote source="src:0,48"> where the permission-statement is src:5959,6007',
    remedy="give the range of the permission-statement in the text",
    source=_RIGHTS,
)
NOT_QUOTED = Rule(
    code="L002",
    title="the permission is not quoted to the letter",
    reason="A permission in other words is another permission.",
    example="<quote>Publication is permitted.</quote>",
    remedy="copy the sentence from the text, to the letter",
    source=_RIGHTS,
)
NOT_FREE = Rule(
    code="L003",
    title="the status is free, and no licence that the source names says so",
    reason="Only a named public licence makes a text free; a permission to publish does not.",
    example='<availability status="free"> and no target on licence',
    remedy="set status to restricted, or give the address of the licence that the source names",
    source="TEI P5, availability/@status; docs/decisions.md (rights)",
)
CONTRADICTION = Rule(
    code="L004",
    title="an act says one thing in words and another in @ana",
    reason="People read the words, programs the pointer.",
    example='<item ana="#right.publish.permitted">publish: prohibited</item>',
    remedy="make the words say what the category says",
    source=_RIGHTS,
)
ACTS = Rule(
    code="L005",
    title="an act is missing, or listed twice",
    reason="The record answers for every act: what is unstated is said to be unstated.",
    example="no item for translate",
    remedy="list each act once: " + ", ".join(act.value for act in Act),
    source=_RIGHTS,
)
OVERLOOKED = Rule(
    code="L006",
    title="the licence says that nothing is stated, and the text has a permission-statement",
    reason="The permission would not be found by anyone who looks for it in the header.",
    example='<seg type="permission-statement"> in the text, status="unknown" in the header',
    remedy="quote the statement in licence, or give the segment another type",
    source=_RIGHTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """The availability of a record."""
    licence = subject.by_id[GRANT]
    segments = [s for s in subject.all("seg") if s.get("type") == "permission-statement"]
    quotes = children(licence, "quote")
    if not quotes:
        for segment in segments[:1]:
            message = f"licence states nothing; the text has {shown(segment)}"
            yield subject.finding(OVERLOOKED, segment, message)
        return
    yield from _quote(subject, quotes[0], segments)
    yield from _status(subject, licence)
    yield from _acts(subject, licence)


def _quote(subject: Subject, quote: Element, segments: list[Element]) -> Iterator[Finding]:
    span = source_range(quote)
    if span is None or subject.text is None:
        return
    found = subject.read(quote)
    if found is not None and words(found) != words(plain(quote)):  # lines may have been folded
        message = f"the quotation is not what stands at {quote.get('source')}: {shown(found)}"
        yield subject.finding(NOT_QUOTED, quote, message)
    places = segments or [e for e in next(subject.all("text")).iter() if e.get("source")]
    if found is not None and not any(_meet(span, place) for place in places):
        where = f"{quote.get('source')} is no part of "
        where += str(segments[0].get("source")) if segments else "the text"
        yield subject.finding(ELSEWHERE, quote, where)


def _meet(span: tuple[int, int], place: Element) -> bool:
    start, end = source_range(place) or (0, 0)
    return span[0] < end and start < span[1]


def _status(subject: Subject, licence: Element) -> Iterator[Finding]:
    availability = licence.getparent()
    if availability is None or availability.get("status") != "free":
        return
    target = licence.get("target", "")
    named = [n for n in children(licence, "name") if n.get("type") == "licence"]
    if not target:
        yield subject.finding(NOT_FREE, availability, "status is free, and licence has no target")
    elif not named and subject.text is not None and _bare(target) not in subject.text:
        message = f"status is free, and the source names no licence: {target}"
        yield subject.finding(NOT_FREE, licence, message)


def _bare(address: str) -> str:
    return address.partition("://")[2].removeprefix("www.").rstrip("/")


def _acts(subject: Subject, licence: Element) -> Iterator[Finding]:
    acts = next(element for element in children(licence, "list") if element.get("type") == "acts")
    listed = Counter[str]()
    for item in children(acts, "item"):
        pointer = next(p for p, _ in subject.targets(item, "ana") if p.startswith("right."))
        act, _, standing = pointer.removeprefix("right.").rpartition(".")
        listed[act] += 1
        if plain(item) != f"{act}: {standing}":
            message = f"{shown(item)} stands for {act}: {standing}"
            yield subject.finding(CONTRADICTION, item, message)
    for act in Act:
        if listed[act.value] != 1:
            number = "missing" if not listed[act.value] else "listed more than once"
            yield subject.finding(ACTS, acts, f"{act.value} is {number}")


FAMILY = Family((ELSEWHERE, NOT_QUOTED, NOT_FREE, CONTRADICTION, ACTS, OVERLOOKED), check)
