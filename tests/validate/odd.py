"""An ODD as a grammar: each element with the one model and the attributes that it is given."""

from __future__ import annotations

from lxml import etree

from archive.tei.xml import TEI, Element, local

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_XML = "http://www.w3.org/XML/1998/namespace"
_TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
_KINDS = {"sequence": "group", "alternate": "choice", "textNode": "text", "empty": "empty"}
_OCCURS = {
    ("0", "1"): "optional",
    ("0", "unbounded"): "zeroOrMore",
    ("1", "unbounded"): "oneOrMore",
}


def compiled(odd: Element) -> Element:
    """The grammar of an ODD that says of each element what it may hold and have."""
    grammar = etree.Element(f"{_RNG}grammar", ns=TEI, datatypeLibrary=_TYPES)
    start = etree.SubElement(grammar, f"{_RNG}start")
    etree.SubElement(start, f"{_RNG}ref", name="TEI")
    for spec in odd.iter("{*}elementSpec"):
        name = spec.get("ident", "")
        define = etree.SubElement(grammar, f"{_RNG}define", name=name)
        element = etree.SubElement(define, f"{_RNG}element", name=name)
        for attribute in spec.iter("{*}attDef"):
            _attribute(element, attribute)
        for model in spec.iterfind("{*}content/*"):
            _model(element, model)
    return grammar


def _model(parent: Element, model: Element) -> None:
    occurs = model.get("minOccurs", "1"), model.get("maxOccurs", "1")
    if occurs in _OCCURS:
        parent = etree.SubElement(parent, f"{_RNG}{_OCCURS[occurs]}")
    if local(model) == "elementRef":
        etree.SubElement(parent, f"{_RNG}ref", name=model.get("key", ""))
        return
    whole = etree.SubElement(parent, f"{_RNG}{_KINDS[local(model)]}")
    for part in model:
        _model(whole, part)


def _attribute(element: Element, attribute: Element) -> None:
    if attribute.get("usage") != "req":
        element = etree.SubElement(element, f"{_RNG}optional")
    ident = attribute.get("ident", "")
    made = etree.SubElement(element, f"{_RNG}attribute", name=ident.removeprefix("xml:"))
    made.set("ns", _XML if ident.startswith("xml:") else "")
    values = [item.get("ident", "") for item in attribute.iter("{*}valItem")]
    if values:
        choice = etree.SubElement(made, f"{_RNG}choice")
        for value in values:
            etree.SubElement(choice, f"{_RNG}value").text = value
    for datatype in attribute.iter("{*}datatype"):
        is_list = datatype.get("maxOccurs") == "unbounded"
        _data(_listed(made) if is_list else made, datatype[0])


def _listed(parent: Element) -> Element:
    return etree.SubElement(etree.SubElement(parent, f"{_RNG}list"), f"{_RNG}oneOrMore")


def _data(parent: Element, reference: Element) -> None:
    data = etree.SubElement(parent, f"{_RNG}data", type=reference.get("name", ""))
    if reference.get("restriction"):
        etree.SubElement(data, f"{_RNG}param", name="pattern").text = reference.get("restriction")
