"""Each element of the grammar missing, doubled and misplaced, in a record sound otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from archive.resources import schemas_folder
from archive.tei.xml import ID, Element, local
from archive.validate import Target, check
from validate.records import sealed, structured
from validate.specimens import marked

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_HERE = "here"  # an attribute that shows where an element is once the record is written


@dataclass(frozen=True)
class Broken:
    """A record with one element at fault, and where in record.xml that is to be found."""

    target: Target
    line: int
    column: int


def names() -> list[str]:
    """The names of all elements of the grammar, sorted."""
    root = etree.parse(schemas_folder() / "archive.rng").getroot()
    return sorted({str(e.findtext(f"{_RNG}name")) for e in root.iter(f"{_RNG}element")})


def missing(element: Element) -> Element | None:
    """Take an element out; the one to blame is the next, or the one around it."""
    parent, after = element.getparent(), element.getnext()
    if parent is None:
        return None
    _join(element)
    parent.remove(element)
    return parent if after is None else after


def doubled(element: Element) -> Element | None:
    """Put a copy behind an element; it is to blame."""
    if element.getparent() is None:
        return None
    copy = _copy(element)
    element.addnext(copy)
    return copy


def misplaced(element: Element) -> Element | None:
    """Put a copy of an element where none of its name may stand; it is to blame."""
    copy = _copy(element)
    copy.tail = "\n      "
    home = "revisionDesc" if local(element) == "language" else "langUsage"
    next(element.getroottree().getroot().iter(f"{{*}}{home}")).insert(0, copy)
    return copy


FAULTS: dict[str, Callable[[Element], Element | None]] = {
    "missing": missing,
    "doubled": doubled,
    "misplaced": misplaced,
}


def broken(name: str, fault: str) -> Broken | None:
    """The first record with that fault that the grammar refuses; None if it allows them all."""
    return next(filter(_is_refused, _candidates(name, FAULTS[fault])), None)


def _candidates(name: str, fault: Callable[[Element], Element | None]) -> Iterator[Broken]:
    for base in (structured(), marked()):
        count = len(list(etree.fromstring(base.xml).iter(f"{{*}}{name}")))
        for number in range(count):
            tree = etree.fromstring(base.xml).getroottree()
            element = list(tree.getroot().iter(f"{{*}}{name}"))[number]
            blamed = fault(element)
            if blamed is not None:
                yield _written(base, tree, blamed)


def _written(base: Target, tree: etree._ElementTree, blamed: Element) -> Broken:
    blamed.set(_HERE, "")
    text = etree.tostring(tree, encoding="unicode")
    mark = text.index(f' {_HERE}=""')
    before = text[: text.rindex("<", 0, mark)]
    xml = '<?xml version="1.0" encoding="UTF-8"?>\n' + text.replace(f' {_HERE}=""', "") + "\n"
    line, column = before.count("\n") + 2, len(before) - before.rfind("\n")
    return Broken(sealed(replace(base, xml=xml.encode())), line, column)


def _is_refused(broken: Broken) -> bool:
    return [finding.rule for finding in check(broken.target)] == ["G001"]


def _copy(element: Element) -> Element:
    copy = deepcopy(element)
    copy.tail = None
    for inner in copy.iter("*"):
        if ID in inner.attrib:
            inner.set(ID, f"{inner.get(ID)}-b")
    return copy


def _join(element: Element) -> None:
    """Keep the text behind an element that is taken out."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    elif parent is not None:
        parent.text = (parent.text or "") + (element.tail or "")
