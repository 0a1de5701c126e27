"""Mends: what the program can put right by itself, because there is one way to.

A mend changes what the archive says of a record, never the text of the source. It goes by the
rules of its family for what is right, and edits bytes in their place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from archive.errors import InputError
from archive.tei.statements import plain
from archive.tei.xml import ID, local, parse
from archive.validate.checking import examine
from archive.validate.edits import Edit, attribute, content, edited, extent
from archive.validate.findings import Finding
from archive.validate.places import TAGS
from archive.validate.rules import editing, fixity, identity, spans, xml
from archive.validate.subject import Subject
from archive.validate.target import Target

_INSTRUCTION = re.compile(rb"<\?(?!xml\s)")


@dataclass(frozen=True, slots=True)
class Mend:
    """How the findings of one rule are mended in a record.

    Attributes:
        edits: what to change in its record.xml; nothing, if that is not certain.
        reveals: whether rules that could not be asked before can be asked then.
    """

    edits: Callable[[Target], Iterable[Edit]]
    reveals: bool = False


def mends(target: Target, codes: Collection[str]) -> Iterator[tuple[str, Target]]:
    """The record after each mend that can be made, one on the other, with the code of its rule.

    A mend by which something would be wrong that was not before is not made; but for F002: whoever
    answers for the record has to see the mend and sign it.

    Args:
        target: the record.
        codes: of the rules whose findings are to be mended.
    """
    while (step := next(_steps(target, codes), None)) is not None:
        yield step
        target = step[1]


def _steps(target: Target, codes: Collection[str]) -> Iterator[tuple[str, Target]]:
    """The record with the findings of one rule mended, for each rule where that can be done."""
    found = examine(target).findings
    for code in sorted({finding.rule for finding in found} & MENDS.keys() & set(codes)):
        after = replace(target, xml=edited(target.xml, MENDS[code].edits(target)))
        if _is_better(found, examine(after).findings, code):
            yield code, after


def _is_better(before: Iterable[Finding], after: Iterable[Finding], code: str) -> bool:
    """Whether fewer findings of that rule are left, and none came that the mend can have caused."""
    left = [finding for finding in after if finding.rule == code]
    known = {finding.identity for finding in before}
    fresh = [f for f in after if f.identity not in known and f.rule != fixity.EDITED.code]
    caused = left if MENDS[code].reveals else fresh
    return len(left) < sum(f.rule == code for f in before) and not any(f in fresh for f in caused)


def _read(target: Target) -> Subject:
    """A record that can be parsed; its source is not read."""
    return Subject.of(target, parse(target.xml).getroot())


def _encoding(target: Target) -> Iterator[Edit]:
    """The declaration names UTF-8; if the bytes are in something else, that mends nothing."""
    declaration = target.xml[: target.xml.find(b"?>")]
    for stated in re.finditer(rb"""\sencoding\s*=\s*("[^"]*"|'[^']*')""", declaration):
        yield Edit(stated.start(1), stated.end(1), b'"UTF-8"')


def _instructions(target: Target) -> Iterator[Edit]:
    """Instructions of others go."""
    subject = _read(target)
    tags = [tag for tag in TAGS.finditer(target.xml) if _INSTRUCTION.match(tag[0])]
    nodes, foreign = xml.all_instructions(subject), list(xml.foreign(subject))
    for node, tag in zip(nodes, tags, strict=True):
        if node in foreign:
            yield Edit(tag.start(), tag.end())


def _numbers(target: Target) -> Iterator[Edit]:
    """Paragraphs are numbered from 1."""
    subject = _read(target)
    for number, paragraph in enumerate(spans.paragraphs(subject), 1):
        yield from attribute(subject, paragraph, "n", str(number))


def _header(target: Target) -> Iterator[Edit]:
    """The header says what the bytes and the capture say, where nothing is wrong with those."""
    if any(found.rule != fixity.EDITED.code for found in fixity.files(target)):
        return
    subject = _read(target)
    facts = fixity.captured(subject, fixity.copy(subject))
    with suppress(InputError, KeyError):
        received = fixity.copy(subject).content or b""
        source = target.reading(received, facts["media-type"], facts["encoding"])
        for _, element, wanted in fixity.differences(replace(subject, source=source)):
            if local(element) == "measure":
                yield from attribute(subject, element, "quantity", wanted)
            else:
                yield from content(subject, element, wanted)


def _name(target: Target) -> Iterator[Edit]:
    """The record has the name of its folder, and pointers to it follow, if its header agrees."""
    subject = _read(target)
    old, new = subject.root.get(ID, ""), f"rec-{target.id}"
    if plain(identity.number(subject, "record")) == target.id:
        yield from attribute(subject, subject.root, "xml:id", new)
        for element in subject.elements:
            for name, value in element.items():
                pointers = [f"#{new}" if p == f"#{old}" else p for p in str(value).split()]
                if f"#{old}" in str(value).split():
                    yield from attribute(subject, element, str(name), " ".join(pointers))


def _number(target: Target) -> Iterator[Edit]:
    """The header has the name of the folder, if the record itself agrees."""
    subject = _read(target)
    if subject.root.get(ID) == f"rec-{target.id}":
        yield from content(subject, identity.number(subject, "record"), target.id)


def _choices(target: Target) -> Iterator[Edit]:
    """What is printed stands alone, where nothing else is in the choice that would be lost."""
    subject = _read(target)
    for choice in editing.same(subject):
        sic, *others = choice
        lost = [choice, sic, *(part for other in others for part in other.iter())]
        if len(others) == 1 and not any(part.get(ID) for part in lost):
            whole, printed = extent(subject, choice), extent(subject, sic)
            yield Edit(whole.start, printed.inside)
            yield Edit(printed.close, whole.end)


MENDS = {
    "E001": Mend(_choices),
    "F009": Mend(_header, reveals=True),
    "F010": Mend(_header, reveals=True),
    "I001": Mend(_name),
    "I002": Mend(_number),
    "S004": Mend(_numbers),
    "X005": Mend(_encoding, reveals=True),
    "X006": Mend(_instructions, reveals=True),
}
"""By the codes of their rules, which say of themselves what is done (``Rule.mend``)."""
