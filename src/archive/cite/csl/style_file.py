"""A style file, parsed safely and checked; what comes of it is a plain tree of elements.

The tree is that of the standard library, which is there at once; lxml, which knows lines and
schemas, checks what was not installed.

An installed style is trusted to be valid. Any other is checked, so that an error names the place:
against the schema of CSL 1.0.2 (``schema``), for macros that do not exist or that call
themselves, and for rules that nest or multiply beyond what a style needs.

Source: CSL 1.0.2, "XML Declaration", "Namespacing", "Styles - Structure", "Macros".
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from archive.errors import BadStyle

Element = Any  # of lxml, which has no types of its own
NAMESPACE = "http://purl.org/net/xbiblio/csl"
#: Before the name of an element, as ElementTree and lxml have it.
CSL = f"{{{NAMESPACE}}}"
_LARGEST = 4 * 1024 * 1024

#: A space or a dash that was escaped twice, as in some of the installed styles, is meant to be it
#: (and is, in citeproc-js).
_ESCAPED_TWICE = re.compile(rb"&amp;(#(?:\d{1,6}|x[0-9A-Fa-f]{1,5});)")

#: How deep rules may nest, macros included (72 in the deepest style that is installed), and how
#: many elements they may come to once every call is replaced by its macro (1.6 million there).
_DEEPEST = 150
_MOST = 20_000_000


def read(source: Path | bytes, name: str, *, trusted: bool = False) -> ElementTree.Element:
    """The root element of a style, without comments and processing instructions.

    Args:
        source: a file, or what is in one.
        name: what errors call the style.
        trusted: it is known to be valid; only that it is XML is seen to.

    Raises:
        BadStyle: it is too large, not well-formed, has a document type declaration, is no style
            of CSL 1.0, departs from its schema, or its macros cannot be followed.
    """
    content = _bytes(source, name)
    if not trusted:
        _check(content, name)
    return _tree(content, name)


def outline(path: Path, name: str) -> ElementTree.Element:
    """As ``read`` of any file, its rules unchecked: for what it says of itself.

    Raises:
        BadStyle: it is too large, not well-formed, has a document type declaration, or is no
            style of CSL 1.0.
    """
    content = _bytes(path, name)
    _is_csl(_parse(content, name), name)
    return _tree(content, name)


def _tree(content: bytes, name: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise BadStyle(name, f"not well-formed XML: {error}", error.position[0]) from error


def _check(content: bytes, name: str) -> None:
    from archive.cite.csl import schema  # late: installed styles do without

    root = _parse(content, name)
    _is_csl(root, name)
    if fault := schema.fault(root):
        raise BadStyle(name, fault.what, fault.line)
    _Macros(name, root).check()


def _bytes(source: Path | bytes, name: str) -> bytes:
    if isinstance(source, Path):
        try:
            with source.open("rb") as file:
                source = file.read(_LARGEST + 1)
        except FileNotFoundError as error:
            raise BadStyle(name, "there is no such file") from error
        except (OSError, ValueError) as error:  # ValueError: NUL in the name
            reason = (getattr(error, "strerror", None) or "reading fails").lower()
            raise BadStyle(name, f"it cannot be read: {reason}") from error
    if len(source) > _LARGEST:
        raise BadStyle(name, f"the file is larger than {_LARGEST:,} bytes")
    return _ESCAPED_TWICE.sub(rb"&\1", source)


def _parse(content: bytes, name: str) -> Element:
    """The root; no entity, no DTD and no network is ever looked at."""
    from lxml import etree  # late: installed styles do without

    parser = etree.XMLParser(
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        resolve_entities=False,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        root: Element = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line, _ = error.position
        raise BadStyle(name, f"not well-formed XML: {error.msg}", line or None) from error
    if root.getroottree().docinfo.doctype:
        raise BadStyle(name, "it has a document type declaration (DOCTYPE), which is not allowed")
    return root


def _is_csl(root: Element, name: str) -> None:
    if root.tag != f"{CSL}style":
        tag = str(root.tag)
        if tag in ("style", f"{CSL}locale"):
            what = "not in the namespace of CSL" if tag == "style" else "that of a locale file"
            raise BadStyle(name, f"its root element <{tag.split('}')[-1]}> is {what}", 1)
        raise BadStyle(name, f"its root element is <{tag}>, not <style> of CSL", 1)
    version = root.get("version")
    line = root.sourceline
    if version is None:  # required since CSL 1.0
        what = "it is written in CSL 0.8, which came before CSL 1.0; it has to be converted first"
        raise BadStyle(name, what, line)
    if "mlz" in version:
        what = f"it is written in CSL-M ({version}), an extension for jurists, not in CSL 1.0"
        raise BadStyle(name, what, line)
    if not version.startswith("1."):
        raise BadStyle(name, f"it is written in CSL {version}, not in CSL 1.0", line)


class _Macros:
    """The macros of a style, and how deep and how large the rules become through them."""

    def __init__(self, name: str, root: Element) -> None:
        self.name, self.root = name, root
        self.named: dict[str, Element] = {}
        for macro in root.iterchildren(f"{CSL}macro"):
            called = macro.get("name") or ""
            if called in self.named:
                raise BadStyle(name, f"there are two macros {called!r}", macro.sourceline)
            self.named[called] = macro
        self.known: dict[str, tuple[int, int]] = {}  # depth and size
        self.open: set[str] = set()

    def check(self) -> None:
        """Raises BadStyle: a macro is missing, calls itself, or grows without measure."""
        for part in self.root:
            if part.tag == f"{CSL}macro":
                self.of_macro(part.get("name") or "", part)
            else:
                self.of_element(part)

    def of_element(self, element: Element) -> tuple[int, int]:
        """How many levels are in it, and how many elements, itself counted."""
        below = [self.of_element(child) for child in element]
        called = element.get("macro")
        if called is not None and element.tag in (f"{CSL}text", f"{CSL}key"):
            below.append(self.of_macro(called, element))
        deepest = 1 + max((levels for levels, _ in below), default=0)
        size = 1 + sum(count for _, count in below)
        if deepest > _DEEPEST:
            raise BadStyle(self.name, "its macros are nested too deeply", element.sourceline)
        if size > _MOST:
            raise BadStyle(self.name, "its macros call each other too often", element.sourceline)
        return deepest, size

    def of_macro(self, called: str, caller: Element) -> tuple[int, int]:
        """The same of a macro that is called."""
        if called not in self.known:
            macro = self.named.get(called)
            if macro is None:
                raise BadStyle(self.name, f"there is no macro {called!r}", caller.sourceline)
            if called in self.open or len(self.open) > _DEEPEST:
                what = "calls itself" if called in self.open else "is nested too deeply"
                raise BadStyle(self.name, f"the macro {called!r} {what}", macro.sourceline)
            self.open.add(called)
            self.known[called] = self.of_element(macro)
            self.open.remove(called)
        return self.known[called]
