"""What the permission is said to permit is what the rules read in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from archive.model.article import Block, BlockKind, Segment, SegmentKind
from archive.model.fact import Certainty
from archive.model.rights import Act, Rights, RightsKind, Standing
from archive.tei.rights import GRANT
from archive.tei.statements import children, plain
from archive.tei.xml import ID, LANG, Element
from archive.validate.rules.evidence import rule_of
from archive.validate.subject import Subject, source_range, words

if TYPE_CHECKING:
    from archive.model.document import Document

_STATED = (SegmentKind.PERMISSION, SegmentKind.PUBLICATION, SegmentKind.DISTRIBUTION)
_NAMED = (Act.ACKNOWLEDGE_SOURCE, Act.ACKNOWLEDGE_DISTRIBUTOR, Act.NOTIFY)
"""Acts that hang on who published and who distributed the article: they are not asked for again."""
_RULES = ("granted", "obtained", "licensed", "host-only", "reserved", "unsettled")
_OWN = ("article", "end-matter")
_SURE = tuple(Certainty)


def differences(subject: Subject) -> Iterator[tuple[Element, str, bool]]:
    """What a licence says otherwise than the rules: where, in words, and whether it is too sure.

    Nothing for a licence that a person signed, and for texts in another language than English.
    """
    licence = subject.by_id[GRANT]
    known = rule_of(licence).removeprefix("rights.") in _RULES
    if not known or subject.source is None or subject.root.get(LANG) != "en":
        return
    found = _read(subject, subject.source, licence)
    if found is not None:
        yield from _compared(subject, licence, found)


def _read(subject: Subject, document: Document, licence: Element) -> Rights | None:
    """What the rules read in the statements that stand where the quoted one does."""
    from archive.attribution.rights import read  # late: not all records state a permission

    groups: dict[str, list[Segment]] = {}
    quoted = source_range(licence) or (0, 0)
    home = None
    for element in subject.all("seg"):
        span, kind = source_range(element), element.get("type", "")
        if span is None or kind not in _STATED or subject.slice(element) is None:
            continue
        part = _part(element)
        groups.setdefault(part, []).append(Segment(SegmentKind(kind), document.span(*span)))
        home = part if span[0] < quoted[1] and quoted[0] < span[1] else home
    if home is None:
        return None
    segments = tuple(groups[home])
    whole = document.span(segments[0].span.start, segments[-1].span.end)
    return read(document, [Block(BlockKind.PARAGRAPH, whole, "", segments)])


def _part(element: Element) -> str:
    """Whose statement it is: the article's own, or that of the edition over or under it."""
    name = next((div.get(ID) for div in element.iterancestors("{*}div") if div.get(ID)), None)
    return "own" if name in _OWN else str(name)


def _compared(
    subject: Subject, licence: Element, found: Rights
) -> Iterator[tuple[Element, str, bool]]:
    kind = next(p[5:] for p, _ in subject.targets(licence, "ana") if p.startswith("kind."))
    if kind != found.kind.value:
        yield licence, f"the permission is {kind}, and by its rule {found.kind.value}", False
        return
    if _SURE.index(Certainty(licence.get("cert", ""))) < _SURE.index(found.kind.certainty):
        yield licence, f"the permission is of {found.kind.certainty} certainty by its rule", True
    lists = {e.get("type"): children(e, "item") for e in children(licence, "list")}
    for item in lists.get("acts", []):
        pointers = (p for p, _ in subject.targets(item, "ana"))
        right = next(p[6:] for p in pointers if p.startswith("right."))
        act, _, standing = right.rpartition(".")
        wanted = found.standing(Act(act))
        read = standing == Standing.UNSTATED or rule_of(item)
        if read and standing != wanted and Act(act) not in _NAMED:
            yield item, f"{act} is {standing}, and by the rules {wanted}", False
    yield from _names(licence, found)


def _names(licence: Element, found: Rights) -> Iterator[tuple[Element, str, bool]]:
    """The holder and the public licence that are named."""
    said = {e.get("type"): e for e in children(licence, "name") if rule_of(e)}
    for kind, fact in (("holder", found.holder), ("licence", found.licence)):
        name = words(plain(said[kind])) if kind in said else ""
        wanted = words(fact.value) if fact else ""
        if name != wanted and (name or found.kind.value is RightsKind.LICENSED):
            place = said.get(kind, licence)
            yield (
                place,
                f"the {kind} is {name or 'not named'}, and by the rules {wanted or 'none'}",
                False,
            )
