"""XML in and out: a safe parser, a small element builder, and one canonical serialisation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

from archive import wellformed
from archive.errors import IllFormed, InputError

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
ID, LANG = f"{{{XML}}}id", f"{{{XML}}}lang"

# Elements whose content is text, or text mixed with elements: never indented inside.
# fmt: off
_MIXED = frozenset([
    "ab", "abbr", "affiliation", "author", "byline", "cell", "change", "choice", "corr", "date",
    "dateline", "desc", "distributor", "edition", "expan", "forename", "fw", "gap", "head", "idno",
    "item", "l", "label", "language", "measure", "name", "note", "orgName", "orig", "p",
    "persName", "placeName", "publisher", "q", "quote", "ref", "reg", "resp", "roleName", "seg",
    "sic", "supplied", "surname", "term", "title", "trailer",
])
# fmt: on

# from records/<year>/<id>/record.xml; editors find there what a record is checked by
_MODELS = "".join(
    f'<?xml-model href="../../../schemas/{name}" type="application/xml" schematypens="{kind}"?>\n'
    for name, kind in (
        ("archive.rng", "http://relaxng.org/ns/structure/1.0"),
        ("archive.sch", "http://purl.oclc.org/dsdl/schematron"),
    )
)

Element = etree._Element
Child = str | Element | None


class UnreadableRecord(InputError):
    """A record.xml is not XML that the archive reads."""

    code = "E350"

    def __init__(
        self, reason: str, line: int = 1, column: int = 1, path: str = "record.xml"
    ) -> None:
        super().__init__(
            f"{path}:{line}: it cannot be read: {reason}",
            hint="mend the file or take it back from version control; 'archive validate' says more",
        )
        self.reason, self.line, self.column = reason, line, column

    def at(self, path: str) -> UnreadableRecord:
        """The same, of the file at ``path``."""
        return UnreadableRecord(self.reason, self.line, self.column, path)


def el(tag: str, attributes: Mapping[str, str] | None = None, *children: Child) -> Element:
    """A TEI element. Empty attribute values and ``None`` children are left out; strings are text.

    The names ``id`` and ``lang`` stand for ``xml:id`` and ``xml:lang``.
    """
    element = etree.Element(f"{{{TEI}}}{tag}", nsmap={None: TEI})  # type: ignore[dict-item]
    for name, value in (attributes or {}).items():
        if value:
            element.set({"id": ID, "lang": LANG}.get(name, name), value)
    for child in children:
        append(element, child)
    return element


def append(element: Element, child: Child) -> None:
    """Add a child element, or text after what is there."""
    if child is None or child == "":
        return
    if not isinstance(child, str):
        element.append(child)
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + child
    else:
        element.text = (element.text or "") + child


def local(element: Element) -> str:
    """The name without its namespace; empty for comments and processing instructions."""
    return _local(element.tag)


@lru_cache(maxsize=512)  # it is asked some 500 times a record
def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def parse(data: bytes) -> etree._ElementTree:
    """Parse a record, as XML from outside.

    Raises:
        UnreadableRecord: not well formed, too large, or with a document type declaration.
    """
    try:
        return wellformed.parse(data)
    except IllFormed as error:
        raise UnreadableRecord(error.reason, error.line, error.column) from None


def serialise(root: Element) -> bytes:
    """The canonical bytes of a record: UTF-8, LF, two spaces a level outside mixed content."""
    _indent(root, "\n")
    body = etree.tostring(root, encoding="unicode", with_tail=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_MODELS}{body}\n'.encode()


def without_prolog(document: bytes) -> bytes:
    """A record from its start tag on: what it says, whatever its instructions name."""
    return document[max(document.find(b"<TEI"), 0) :]


def _indent(element: Element, newline: str) -> None:
    if not len(element) or local(element) in _MIXED or _has_text(element):
        return
    inner = newline + "  "
    element.text = inner
    for child in element:
        _indent(child, inner)
        child.tail = inner
    element[-1].tail = newline


def _has_text(element: Element) -> bool:
    """Whether there is text between the children: then white space may be part of it."""
    texts = (element.text, *(child.tail for child in element))
    return any(text and not text.isspace() for text in texts)
