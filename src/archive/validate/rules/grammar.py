"""G: the grammar accepts the record."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from functools import lru_cache

from lxml import etree

from archive.resources import schemas_folder
from archive.tei.xml import TEI, Element, local
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject, shown

REFUSED = Rule(
    code="G001",
    title="the grammar refuses the record",
    reason="Programs, and people in thirty years, can rely on what every record has and on nothing "
    "else; a record outside the grammar may not even be TEI.",
    example='<title type="main">...</title> without the attributes that carry its evidence',
    remedy="schemas/archive.rnc says in comments what may stand where; an editor that knows RELAX "
    "NG offers it",
    source="schemas/archive.rnc; TEI P5 4.12.0, chapter 23.3 (customization)",
)

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_THREAD = threading.local()


@lru_cache(maxsize=1)
def _schema() -> bytes:
    return (schemas_folder() / "archive.rng").read_bytes()


def _grammar() -> etree.RelaxNG:
    """The grammar, one for each thread: libxml2 mixes up the messages of a shared one."""
    if not hasattr(_THREAD, "grammar"):
        _THREAD.grammar = etree.RelaxNG(etree.fromstring(_schema()))
    grammar: etree.RelaxNG = _THREAD.grammar
    return grammar


def refusals(subject: Subject) -> Iterator[Finding]:
    """Why the grammar refuses the record: the first place; nothing if it accepts.

    A validator that has met what it does not expect cannot tell what follows, so one at a time.
    """
    grammar = _grammar()
    if grammar.validate(subject.root):
        return
    for entry in grammar.error_log:
        element = _element(subject, getattr(entry, "path", None))
        if element is not None:
            yield subject.finding(REFUSED, element, _worded(entry.message, element))
            return
    yield subject.finding(REFUSED, subject.root, "the grammar refuses this record")


def _element(subject: Subject, path: str | None) -> Element | None:
    found = subject.root.xpath(path) if path else []
    return found[0] if isinstance(found, list) and found else None  # type: ignore[return-value]


def _worded(message: str, element: Element) -> str:
    for pattern, words in _MESSAGES:
        match = re.fullmatch(pattern, message)
        if match:
            return words(element, match)
    return f"in {local(element)}: {message}"


def _misplaced(element: Element, _: re.Match[str]) -> str:
    before, parent = element.getprevious(), element.getparent()
    after = f"after {local(before)} " if before is not None and local(before) else ""
    where = f"in {local(parent)}" if parent is not None else "at the top"
    name = local(element)
    if element.tag != f"{{{TEI}}}{name}":
        return f"{name} is not a TEI element (it is in another namespace)"
    if name not in _attributes():
        return f"{name} is not an element of a record"
    return f"{name} may not stand {after}{where}, or something is missing before it"


def _attribute(element: Element, _: re.Match[str]) -> str:
    name = local(element)
    known = _attributes().get(name, frozenset())
    given = [_short(str(attribute)) for attribute in element.attrib]
    strange = [attribute for attribute in given if attribute not in known]
    if strange:
        return f"{name} has no attribute {strange[0]} (it may have {', '.join(sorted(known))})"
    return (
        f"the attributes of {name} do not go together: one is missing, one too many, or a value is"
        f" not of its form (it has {', '.join(given) or 'none'})"
    )


def _value(element: Element, match: re.Match[str]) -> str:
    return f'"{match[1]}" in {local(element)} is not of the form that is wanted there'


def _text(element: Element, _: re.Match[str]) -> str:
    return f"text may not stand directly in {local(element)}"


def _content(element: Element, _: re.Match[str]) -> str:
    printed = "".join(str(text) for text in element.itertext())
    if not printed.strip():
        return f"{local(element)} is empty"
    return f"the content of {local(element)} is not of the form that is wanted: {shown(printed)}"


_MESSAGES: tuple[tuple[str, Callable[[Element, re.Match[str]], str]], ...] = (
    (r"Did not expect element (\S+) there", _misplaced),
    (r"Invalid attribute (\S+) for element (\S+)", _attribute),
    (r"Element (\S+) failed to validate attributes", _attribute),
    (r"(?s)Type \S+ doesn't allow value '(.*)'", _value),
    (r"Did not expect text in element (\S+) content", _text),
    (r"Error validating (?:datatype|value) .*", _content),
    (r"Element (\S+) failed to validate content", _content),
    (r"Expecting (?:an )?element (\S+), got nothing", lambda e, m: f"{local(e)} lacks {m[1]}"),
)


@lru_cache(maxsize=1)
def _attributes() -> dict[str, frozenset[str]]:
    """The attributes that each element of the grammar may have."""
    schema = etree.fromstring(_schema())
    parts = {define.get("name", ""): define for define in schema.iter(f"{_RNG}define")}
    found: dict[str, frozenset[str]] = {}
    for element in schema.iter(f"{_RNG}element"):
        name = element.findtext(f"{_RNG}name") or ""
        found[name] = found.get(name, frozenset()) | frozenset(_names(element, parts))
    return found


def _names(pattern: Element, parts: dict[str, Element]) -> Iterator[str]:
    for child in pattern:
        match local(child):
            case "attribute":
                prefix = "xml:" if child[0].get("ns", "").endswith("namespace") else ""
                yield f"{prefix}{child[0].text}"
            case "ref":
                yield from _names(parts[child.get("name", "")], parts)
            case "element":
                pass
            case _:
                yield from _names(child, parts)


def _short(attribute: str) -> str:
    return attribute.replace("{http://www.w3.org/XML/1998/namespace}", "xml:")


FAMILY = Family((REFUSED,))
