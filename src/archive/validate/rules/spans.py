"""S: ranges lie inside the source and say what their elements say; the text carries all of it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from archive.attribution.services import SERVICES
from archive.tei.statements import NOT_PRINTED, children, plain
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

CONTAINS = frozenset(
    ["title", "author", "publisher", "date", "orgName", "placeName", "roleName", "name", "ref"]
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
    elif not any(_stands(subject, element, text) for text in (found, subject.read(element) or "")):
        statement = _statement(element)
        message = f"{shown(statement)} ({local(element)}) does not stand in {shown(found)}"
        yield subject.finding(NOT_THERE, element, message)


def _difference(element: Element, found: str) -> str:
    """Name the first place where a block and the source part."""
    text = plain(element)
    match = SequenceMatcher(None, text[:400], found[:400], autojunk=False).get_opcodes()
    first = next((code for code in match if code[0] != "equal"), ("", 400, 400, 400, 400))
    _, one, _, other, _ = first
    return (
        f"{local(element)} has {shown(text[one : one + 30])} where the source has"
        f" {shown(found[other : other + 30])}, {other} characters on"
    )


def _statement(element: Element) -> Element | str:
    """What an element states: an entry of a list, its name; anything else, its text."""
    names = children(element, ENTRIES[local(element)]) if local(element) in ENTRIES else []
    return names[0] if names else element


def _stands(subject: Subject, element: Element, found: str) -> bool:
    if local(element) not in CONTAINS and local(element) not in ENTRIES:
        return True  # an event, a relation, a right: its text is not printed
    if element.get("type") == "licence":  # its name is the archive's, not the printed one
        return True
    if local(element) == "date" and _statement_is_iso(element):
        return True  # the rules of dates compare it
    printed = _folded(found)
    names = [_folded(plain(name)) for name in _names(subject, element)]
    names += [short for short, full in SERVICES.items() if _folded(full) in names]
    return any(name in printed for name in names)


def _statement_is_iso(date: Element) -> bool:
    return plain(date) in (date.get("when"), f"{date.get('from')}/{date.get('to')}")


def _names(subject: Subject, element: Element) -> list[Element]:
    """The text of a statement; for an organisation, also its short form, if one is known."""
    entries = [element] if local(element) in ENTRIES else []
    entries += [t for _, t in subject.targets(element, "ref") if t is not None]
    organisations = [entry for entry in entries if local(entry) == "org"]
    names = [name for entry in organisations for name in children(entry, "orgName")]
    statement = _statement(element)
    return [statement, *names] if not isinstance(statement, str) else names


def _folded(text: str) -> str:
    return words(text).casefold()


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
        if local(child) not in (*NOT_PRINTED, "seg", ""):
            yield plain(child)
        yield child.tail or ""


FAMILY = Family((OUTSIDE, NOT_VERBATIM, NOT_THERE, NUMBERED, OUT_OF_ORDER, LOST, STRAY), check)
