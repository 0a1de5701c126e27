"""Files with a few parts changed by chance, most of which a grammar refuses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from random import Random

from lxml import etree

from archive.tei.xml import ID

Element = etree._Element


def mutants(
    bases: Sequence[bytes], number: int, seed: int, *, gently: bool = False
) -> Iterator[bytes]:
    """Mutants of the bases in turn, each with one to three changes.

    Gently: with one change, of a kind that often leaves a record valid.
    """
    chance = Random(seed)
    roots = [etree.fromstring(base) for base in bases]
    for index in range(number):
        root = deepcopy(roots[index % len(roots)])
        for _ in range(1 if gently else chance.randint(1, 3)):
            chance.choice(_GENTLE if gently else _CHANGES)(chance, root)
        yield etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _one(chance: Random, root: Element) -> Element:
    return chance.choice([*root.iter("*")][1:] or [root])


def _like(one: Element) -> Element:
    """A copy without identifiers, which would be there twice."""
    copy = deepcopy(one)
    for named in copy.iter("*"):
        if ID in named.attrib:
            del named.attrib[ID]
    return copy


def _names(element: Element) -> list[str]:
    return sorted(str(name) for name in element.attrib if name != ID)


def _delete(chance: Random, root: Element) -> None:
    one = _one(chance, root)
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _double(chance: Random, root: Element) -> None:
    one = _one(chance, root)
    if one.getparent() is not None:
        one.addnext(_like(one))


def _swap(chance: Random, root: Element) -> None:
    """Change places with the element behind it."""
    one = _one(chance, root)
    after = one.getnext()
    if after is not None:
        after.addnext(one)


def _copy(chance: Random, root: Element) -> None:
    """Put a copy of an element behind another of the same name, or anywhere."""
    one = _one(chance, root)
    alike = [e for e in root.iter(one.tag) if e.getparent() is not None]
    to = chance.choice(alike) if alike and chance.random() < 0.7 else _one(chance, root)
    if to.getparent() is not None:
        to.addnext(_like(one))


def _drop(chance: Random, root: Element) -> None:
    one = _one(chance, root)
    if one.attrib:
        del one.attrib[chance.choice(sorted(map(str, one.attrib)))]


def _value(chance: Random, root: Element) -> None:
    """Give an attribute the value of another element's, of the same name if there is one."""
    one = _one(chance, root)
    if _names(one):
        name = chance.choice(_names(one))
        same = [e.get(name, "") for e in root.iter("*") if e.get(name)]
        any_other = [str(v) for v in _one(chance, root).attrib.values()] or ["x"]
        one.set(name, str(chance.choice(same if chance.random() < 0.7 else any_other)))


def _add(chance: Random, root: Element) -> None:
    """Give an element an attribute of another, of the same name if there is one."""
    one, other = _one(chance, root), _one(chance, root)
    if chance.random() < 0.7:
        other = chance.choice([*root.iter(one.tag)])
    if _names(other):
        name = chance.choice(_names(other))
        one.set(name, other.get(name, ""))


def _text(chance: Random, root: Element) -> None:
    one = _one(chance, root)
    one.text = chance.choice(["", "a", "é 1", "\n", _one(chance, root).text or ""])


def _tail(chance: Random, root: Element) -> None:
    one = _one(chance, root)
    one.tail = chance.choice(["", "a", " "])


def _wrap(chance: Random, root: Element) -> None:
    """Put an element of another name around one, or give it that name."""
    one, other = _one(chance, root), _one(chance, root)
    if chance.random() < 0.5:
        one.tag = other.tag
        return
    parent = one.getparent()
    if parent is not None:
        around = etree.Element(other.tag, {n: other.get(n, "") for n in _names(other)})
        parent.replace(one, around)
        around.append(one)


_GENTLE = (_delete, _double, _swap, _copy, _value, _text)
_CHANGES = (*_GENTLE, _drop, _add, _tail, _wrap)
