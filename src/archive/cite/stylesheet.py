"""A style file, parsed safely and checked.

An installed style is trusted to be valid; any other is checked against the schema of CSL 1.0 and
for macros that do not exist or that call themselves, so that an error names the place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import citeproc
from lxml import etree

from archive.cite.styles import Style
from archive.errors import BadStyle

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_CSL = f"{{{_NAMESPACE}}}"


def parse(style: Style, classes: Mapping[str, Any], other: Any) -> Any:
    """The root element of the style, its elements made of ``classes`` (by local name).

    Args:
        style: what to parse.
        classes: the class of each element.
        other: the class of the elements that are not among them.

    Raises:
        BadStyle: it is not well-formed, has a document type declaration, is no CSL style, or
            calls a macro that does not exist or that comes back to itself.
    """
    parser = etree.XMLParser(
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        resolve_entities=False,
        load_dtd=False,
        huge_tree=False,
    )
    lookup = etree.ElementNamespaceClassLookup()
    made = lookup.get_namespace(_NAMESPACE)
    made[None] = other
    made.update(classes)
    parser.set_element_class_lookup(lookup)
    try:
        tree = etree.parse(style.path, parser)
    except etree.XMLSyntaxError as error:
        line, _ = error.position
        raise BadStyle(style.name, f"not well-formed XML: {error.msg}", line or None) from error
    except OSError as error:
        raise BadStyle(style.name, f"cannot be read: {error}") from error
    root = tree.getroot()
    if not style.installed:
        _check(style.name, tree, root)
    return root


def _check(name: str, tree: Any, root: Any) -> None:
    if tree.docinfo.doctype:
        raise BadStyle(name, "it has a document type declaration (DOCTYPE), which is not allowed")
    if root.tag != f"{_CSL}style":
        raise BadStyle(name, f"its root element is <{root.tag}>, not <style> of CSL", 1)
    schema = etree.RelaxNG(file=citeproc.SCHEMA_PATH)
    if not schema.validate(tree):
        errors = list(schema.error_log)
        raise BadStyle(name, errors[0].message, errors[0].line)
    _check_macros(name, root)


def _check_macros(name: str, root: Any) -> None:
    macros = {macro.get("name"): macro for macro in root.iterchildren(f"{_CSL}macro")}
    for call in root.iter(f"{_CSL}text", f"{_CSL}key"):
        if call.get("macro") is not None and call.get("macro") not in macros:
            raise BadStyle(name, f"there is no macro {call.get('macro')!r}", call.sourceline)
    calls = {
        macro: [text.get("macro") for text in element.iter(f"{_CSL}text") if text.get("macro")]
        for macro, element in macros.items()
    }
    for macro in calls:
        if _comes_back(macro, calls):
            raise BadStyle(name, f"the macro {macro!r} calls itself", macros[macro].sourceline)


def _comes_back(macro: str, calls: Mapping[str, list[str]]) -> bool:
    """Whether a chain of calls from ``macro`` ends at it again."""
    seen: set[str] = set()
    waiting = list(calls[macro])
    while waiting:
        called = waiting.pop()
        if called == macro:
            return True
        if called not in seen:
            seen.add(called)
            waiting += calls[called]
    return False
