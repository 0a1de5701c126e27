"""S: ranges lie inside the source and say what their elements say; the text carries all of it."""

from __future__ import annotations

from collections.abc import Iterator

from archive.attribution.services import SERVICES
from archive.tei.statements import children, is_printed, plain
from archive.tei.xml import TEI, Element, local
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject, shown, source_range, words

_EVIDENCE = "docs/decisions.md (evidence); RFC 5147 (ranges)"

OUTSIDE = Rule(
    code="S001",
    title="a range is empty, or lies outside the source",
    reason="A range is the evidence for a statement: it must be there to be read.",
    example='source="src:9000,9031" where the source has 6,007 characters',
    remedy="give the range of the words that were read: characters from 0, the end exclusive",
    source=_EVIDENCE,
)
NOT_VERBATIM = Rule(
    code="S002",
    title="a block does not say what the source says at its range",
    reason="The text is a transcription: errors stay, and nothing is added outside corr, supplied, "
    "note and desc.",
    example="<p>air strikes</p> where the source prints: airs strikes",
    remedy="put back what the source prints; mark an error with choice, sic and corr",
    source=_EVIDENCE,
)
NOT_THERE = Rule(
    code="S003",
    title="a statement does not stand in the source at its range",
    reason="A statement that its evidence does not contain is unproved.",
    example='<author source="src:0,31">Ann Lee</author> where the title is printed at 0 to 31',
    remedy="mend the range or the statement; one that a person supplies needs no source",
    source=_EVIDENCE,
)
NUMBERED = Rule(
    code="S004",
    title="the paragraphs are not numbered from 1 without a gap",
    reason="Paragraphs are cited by number.",
    example='<p n="1">, then <p n="3">',
    remedy="number the paragraphs anew, through the whole text",
    source="TEI P5, citeStructure; refsDecl of the record",
    mend="numbers the paragraphs anew, from 1",
)
OUT_OF_ORDER = Rule(
    code="S005",
    title="a block begins before the one in front of it ends",
    reason="The text carries the source in its order, and no character twice.",
    example='<p source="src:0,90"> and then <p source="src:80,120">',
    remedy="put the blocks in the order of the source, and mend the ranges",
    source=_EVIDENCE,
)
LOST = Rule(
    code="S006",
    title="something that the source prints is not in the text",
    reason="Nothing of the received copy is lost: what is no part of the article is marked as what "
    "it is (masthead, separator), not left out.",
    example="a paragraph was deleted",
    remedy="put it back as a block with its range",
    source=_EVIDENCE,
)
STRAY = Rule(
    code="S007",
    title="a segment is not inside its block, or something stands between segments",
    reason="End matter is cut into statements; what is in none of them is read by no rule.",
    example="<p><seg>Ann Lee is an engineer.</seg> and <seg>...",
    remedy="put the words into a segment (type other, if no other fits)",
    source="docs/decisions.md (evidence)",
)

INEXACT = Rule(
    code="S008",
    title="the range of a statement is wider, or its wording another, than what the rule read",
    reason="The program states the words that it read as they are printed, and gives their range; "
    "an evidence that is one character off is that of another statement.",
    example='<author source="src:16,25"> where "Ann Lee" is printed at 17 to 24',
    remedy="give the range of those words alone, in those words; a person who words it otherwise "
    "signs it (resp)",
    source=_EVIDENCE,
)

CONTAINS = frozenset(
    [
        *("title", "author", "publisher", "date", "orgName", "placeName", "roleName", "name"),
        *("ref", "note", "person", "org", "place"),
    ]
)
ENTRIES = {"person": "persName", "org": "orgName", "place": "placeName"}


def check(subject: Subject) -> Iterator[Finding]:
    """All ranges of a record; nothing if there is no source to compare with."""
    yield from _numbers(subject)
    if subject.text is None:
        return
    text = next(subject.all("text"))
    inside = set(text.iter("*"))
    ranged = [e for e in subject.having("source") if source_range(e) is not None]
    for element in ranged:
        yield from _ranged(subject, element, element in inside)
    blocks = [e for e in ranged if e in inside and local(e) != "seg"]
    yield from _carried(subject, text, blocks)
    for block in blocks:
        yield from _segments(subject, block)


def _numbers(subject: Subject) -> Iterator[Finding]:
    for number, paragraph in enumerate(paragraphs(subject), 1):
        if paragraph.get("n") != str(number):
            message = f"paragraph {number} of the text has n={shown(paragraph.get('n', ''))}"
            yield subject.finding(NUMBERED, paragraph, message)
            return


def paragraphs(subject: Subject) -> Iterator[Element]:
    """The paragraphs of the text, in order."""
    return next(subject.all("text")).iter(f"{{{TEI}}}p")


def _ranged(subject: Subject, element: Element, is_block: bool) -> Iterator[Finding]:
    found = subject.slice(element)
    if found is None:
        message = (
            f"{element.get('source')} of {local(element)} is empty or ends after the"
            f" {len(subject.text or ''):,} characters of the source"
        )
        yield subject.finding(OUTSIDE, element, message)
    elif is_block:
        if plain(element) != found:
            yield subject.finding(NOT_VERBATIM, element, _difference(element, found))
    elif local(element) in CONTAINS:
        yield from _stated(subject, element, found)


def _stated(subject: Subject, element: Element, found: str) -> Iterator[Finding]:
    """Compare a statement with what stands at its range, marks of quoting and Markdown apart."""
    statement = _statement(element)
    read = element.get("ana") is not None
    loose = read and found != found.strip()
    said, whole = words(plain(statement)), words(found)
    if said == whole and not loose:
        return
    printed = {whole, words(subject.read(element) or "")}
    if (said in printed and not loose) or _is_worded_otherwise(element):
        return
    names = _names(subject, element)
    if not any(name.casefold() in text.casefold() for name in names for text in printed):
        message = f"{shown(statement)} ({local(element)}) does not stand in {shown(found)}"
        yield subject.finding(NOT_THERE, element, message)
    elif loose or (read and printed.isdisjoint(names) and not _serves(printed, names)):
        message = f"{shown(statement)} ({local(element)}) is not all of {shown(repr(found)[1:-1])}"
        yield subject.finding(INEXACT, element, message)


def _difference(element: Element, found: str) -> str:
    """Name the first place where a block and the source part."""
    text = plain(element)
    pairs = enumerate(zip(text, found, strict=False))
    place = next((n for n, (a, b) in pairs if a != b), min(len(text), len(found)))
    said, source = (_visible(part[place : place + 30]) for part in (text, found))
    return f"{local(element)} has {said} where the source has {source}, {place:,} characters on"


def _visible(text: str) -> str:
    """A text for a message; what cannot be seen, and spaces at its ends, are spelled out."""
    plainly = text.isprintable() and text == words(text)
    return f'"{text}"' if plainly else "the end" if not text else ascii(text)


def _statement(element: Element) -> Element:
    """What an element states: an entry of a list, its name; anything else, its text."""
    kind = local(element)
    return children(element, ENTRIES[kind])[0] if kind in ENTRIES else element


def _is_worded_otherwise(element: Element) -> bool:
    """Whether it is worded as the archive words such a thing, and not as it is printed."""
    if local(element) == "date":  # the rules of dates compare it
        return plain(element) in (
            element.get("when"),
            f"{element.get('from')}/{element.get('to')}",
        )
    return element.get("type") == "licence"


def _names(subject: Subject, element: Element) -> list[str]:
    """The text of a statement; for an organisation, also the short forms that are known."""
    entries = [element] if local(element) == "org" else []
    entries += [t for _, t in subject.targets(element, "ref") if t is not None]
    stated = [_statement(element)]
    stated += [n for e in entries if local(e) == "org" for n in children(e, "orgName")]
    names = [words(plain(name)) for name in stated]
    return names + [short for short, full in SERVICES.items() if full in names]


def _serves(printed: set[str], names: list[str]) -> bool:
    """Whether a service is printed by a short form that needs no record to be known."""
    return any(SERVICES.get(text.casefold()) in names for text in printed)


def _carried(subject: Subject, text: Element, blocks: list[Element]) -> Iterator[Finding]:
    """Blocks in order, and nothing but white space between them."""
    source = subject.text or ""
    begin, stop = subject.extent()
    if not begin < stop <= len(source):
        scope = children(subject.by_id["bibl-received"], "biblScope")[0]
        yield subject.finding(OUTSIDE, scope, f"there are no characters {begin} to {stop}")
        return
    reached, last = begin, text
    for block in [b for b in blocks if _lies(b, begin, stop)]:
        found = source_range(block)
        if found is None:
            continue
        start, end = found
        if start < reached:
            message = f"{local(block)} begins at {start}, the block in front ends at {reached}"
            yield subject.finding(OUT_OF_ORDER, block, message)
        yield from _lost(subject, block, source[reached:start])
        reached, last = max(reached, end), block
    yield from _lost(subject, last, source[reached:stop])


def _lies(block: Element, begin: int, stop: int) -> bool:
    """Whether a block touches a run; what stands before and behind it is of the edition."""
    start, end = source_range(block) or (0, 0)
    return start < stop and end > begin


def _lost(subject: Subject, beside: Element, between: str) -> Iterator[Finding]:
    if between.strip():
        where = "before" if beside is not None else "after"
        message = f"the text lacks {shown(between)}, {where} or after this {local(beside)}"
        yield subject.finding(LOST, beside, message)


def _segments(subject: Subject, block: Element) -> Iterator[Finding]:
    segments = children(block, "seg")
    if not segments:
        return
    reached, end = source_range(block) or (0, 0)
    for segment in segments:
        start, stop = source_range(segment) or (0, 0)
        if start < reached or stop > end:
            message = f"{segment.get('source')} does not lie in {block.get('source')}, or not after"
            yield subject.finding(STRAY, segment, f"{message} the segment before")
        reached = stop
    for loose in filter(str.strip, _between(block)):
        yield subject.finding(STRAY, block, f"{shown(loose)} stands in no segment")


def _between(block: Element) -> Iterator[str]:
    """What a block prints outside its segments."""
    yield block.text or ""
    for child in block:
        if is_printed(child) and local(child) != "seg":
            yield plain(child)
        yield child.tail or ""


FAMILY = Family(
    (OUTSIDE, NOT_VERBATIM, NOT_THERE, NUMBERED, OUT_OF_ORDER, LOST, STRAY, INEXACT), check
)
