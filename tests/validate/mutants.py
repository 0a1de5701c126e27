"""Sound records with something changed, in ways that a grammar often does not notice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random

from lxml import etree

from archive.tei.xml import ID, Element


def mutants(xml: bytes, seed: int) -> Iterator[bytes]:
    """Mutants of a record without end, the same for the same seed."""
    random, sound = Random(seed), etree.fromstring(xml)
    changes: list[Callable[[Random, Element], None]] = [_value, _value, _number, _pointer]
    changes += [_text, _delete, _double, _move]
    while True:
        root = deepcopy(sound)
        for _ in range(random.choice([1, 1, 2])):
            random.choice(changes)(random, root)
        yield etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _any(random: Random, root: Element, having: str = "") -> Element:
    """An element, with that attribute if one is named and any has it."""
    elements = list(root.iter("*"))[1:]
    fit = [e for e in elements if having in e.attrib] if having else []
    return random.choice(fit or elements or [root])


def _attribute(random: Random, root: Element) -> str:
    """An attribute that elements of the document have."""
    return random.choice(sorted({str(name) for e in root.iter("*") for name in e.attrib}))


def _value(random: Random, root: Element) -> None:
    """What an attribute says elsewhere."""
    name = _attribute(random, root)
    one, other = _any(random, root, name), _any(random, root, name)
    one.set(name, other.get(name, ""))


def _number(random: Random, root: Element) -> None:
    """A number of a value, or of a date, one up or down, or another."""
    name = random.choice(["source", "source", "when", "notAfter", "n", "quantity", "from"])
    element = _any(random, root, name)
    numbers = list(re.finditer("[0-9]+", element.get(name, "")))
    if numbers:
        number, value = random.choice(numbers), element.get(name, "")
        other = random.choice([int(number[0]) - 1, int(number[0]) + 1, random.randrange(600)])
        digits = str(max(0, other)).zfill(len(number[0]) * ("source" not in name))
        element.set(name, value[: number.start()] + digits + value[number.end() :])


def _pointer(random: Random, root: Element) -> None:
    """A pointer to anything else."""
    names = ["ref", "resp", "ana", "target", "corresp", "datingPoint", "who", "where", "active"]
    name = random.choice(names)
    _any(random, root, name).set(name, f"#{_any(random, root, ID).get(ID)}")


def _text(random: Random, root: Element) -> None:
    """A character put in, taken out or in another case; or the text of another element."""
    element = _any(random, root)
    text = element.text or ""
    place = random.randrange(len(text) + 1)
    inside = random.choice([" ", "x", "\u00a0", "ß", text[place : place + 1].swapcase()])
    element.text = text[:place] + inside + text[place + random.choice([0, 1]) :]
    if random.random() < 0.2:
        element.text = _any(random, root).text


def _delete(random: Random, root: Element) -> None:
    element = _any(random, root)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _double(random: Random, root: Element) -> None:
    element = _any(random, root)
    element.addnext(deepcopy(element))


def _move(random: Random, root: Element) -> None:
    """An element in front of a brother."""
    element = _any(random, root)
    parent = element.getparent()
    if parent is not None:
        random.choice(list(parent)).addprevious(element)
