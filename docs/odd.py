"""Writes schemas/archive.odd, the customisation as an ODD, from archive.rng and the rules.

For reading: an ODD has one model for an element wherever it stands, our grammar has one for each
place. So the ODD gives what an element may hold and have in any place, and the grammar is the law.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from archive.resources import schemas_folder
from archive.tei.xml import TEI, Element, el, local
from archive.validate import RULES
from assertions import ASSERTIONS

TARGET = "archive.odd"

MODULES = {
    "textstructure": "TEI text front body back div byline dateline",
    "header": "teiHeader fileDesc titleStmt publicationStmt notesStmt sourceDesc encodingDesc"
    " projectDesc editorialDecl correction normalization interpretation refsDecl citeStructure"
    " listPrefixDef prefixDef classDecl taxonomy category appInfo application profileDesc langUsage"
    " language textClass catRef revisionDesc listChange change availability licence idno extent"
    " distributor",
    "core": "abbr analytic author bibl biblScope biblStruct choice cit corr date desc emph expan"
    " foreign gap gloss graphic head hi imprint item l label lg list listBibl measure monogr name"
    " note orig p ptr publisher q quote ref reg relatedItem resp respStmt sic term title",
    "figures": "table row cell figure figDesc",
    "linking": "ab seg standOff listAnnotation annotation",
    "namesdates": "persName forename surname nameLink roleName genName addName orgName placeName"
    " country affiliation person listPerson org listOrg place listPlace event listEvent relation"
    " listRelation",
    "transcr": "fw supplied",
}
"""The modules of TEI P5 and the elements that are taken from each."""

CLASSES = {
    "transcr": ("att.global.facs", "att.global.change"),
    "namesdates": ("att.datable.iso",),
    "tei": ("att.fragmentable", "att.sortable", "att.written", "att.declaring", "att.declarable"),
}
"""Classes of attributes of which no element here has any."""

TITLE = "A record of one syndicated article, and the evidence for each statement about it"
PROSE = (
    "Made from archive.rng by `make schemas`: for reading, and for tools that know TEI's ODD.",
    "The grammar, archive.rng, is the law: it says what an element may hold in each place, where "
    "this has one model for all places. An attribute that is not listed here is not allowed, also "
    "where a class of TEI has it. What neither can say is stated in archive.sch.",
)

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_SAID = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
_ENGLISH = {"lang": "en"}
_MANY = {"minOccurs": "0", "maxOccurs": "unbounded"}
_OCCURRENCE = {"minOccurs", "maxOccurs"}
_OCCURS = {
    "optional": {"minOccurs": "0"},
    "zeroOrMore": _MANY,
    "oneOrMore": {"maxOccurs": "unbounded"},
    "mixed": _MANY,
    "interleave": _MANY,
}


class Grammar:
    """archive.rng: its element patterns, by name."""

    def __init__(self, root: Element) -> None:
        self._defined = {define.get("name", ""): define for define in root.iter(f"{_RNG}define")}
        self.elements: dict[str, list[Element]] = {}
        for pattern in root.iter(f"{_RNG}element"):
            self.elements.setdefault(name_of(pattern), []).append(pattern)

    def parts(self, pattern: Element) -> Iterator[Element]:
        """What stands in a pattern, names of other patterns replaced by what they stand for."""
        for part in pattern.iterchildren("{*}*"):
            if part.tag == f"{_RNG}ref":
                yield from self.parts(self._defined[part.get("name", "")])
            elif part.tag not in (f"{_RNG}name", f"{_RNG}param", _SAID):
                yield part

    def within(self, pattern: Element, *kinds: str) -> Iterator[Element]:
        """The parts of these kinds in a pattern, however deep, but not inside elements in it."""
        for part in self.parts(pattern):
            if local(part) in kinds:
                yield part
            elif local(part) != "element":
                yield from self.within(part, *kinds)

    def required(self, pattern: Element) -> frozenset[str]:
        """The attributes that an element of the pattern cannot be without."""
        each = [self._required(part) for part in self.parts(pattern)]
        if local(pattern) == "choice":
            return frozenset.intersection(*each)
        return frozenset().union(*each)

    def _required(self, part: Element) -> frozenset[str]:
        if local(part) == "attribute":
            return frozenset([name_of(part)])
        is_free = local(part) in ("element", "optional", "zeroOrMore")
        return frozenset() if is_free else self.required(part)

    def said(self, pattern: Element) -> str:
        """The documentation of a pattern, or of what its value is called."""
        found = pattern.find(_SAID)
        if found is not None:
            return str(found.text)
        if pattern.tag == f"{_RNG}ref":
            return self.said(self._defined[pattern.get("name", "")])
        inside = [part for part in pattern if local(part) in ("ref", "choice")]
        if pattern.tag != f"{_RNG}choice":
            return self.said(inside[0]) if len(inside) == 1 else ""
        parts = [self.said(part) for part in pattern]
        return " or ".join(parts) if all(parts) else ""


def name_of(pattern: Element) -> str:
    """The name of an element or an attribute pattern."""
    name = pattern.find(f"{_RNG}name")
    assert name is not None
    return f"xml:{name.text}" if name.get("ns", TEI) not in ("", TEI) else str(name.text)


# --- Content -------------------------------------------------------------------------------------


def content(grammar: Grammar, patterns: Iterable[Element]) -> Element:
    """What an element may hold in any of its places."""
    models = [_joined("sequence", _models(grammar, pattern), {}) for pattern in patterns]
    occurs = {"minOccurs": "0"} if None in models else {}
    whole = _joined("alternate", [model for model in models if model is not None], occurs)
    return el("content", None, el("empty") if whole is None else whole)


def _models(grammar: Grammar, pattern: Element) -> list[Element]:
    made = (_model(grammar, part) for part in grammar.parts(pattern))
    return [model for model in made if model is not None]


def _model(grammar: Grammar, part: Element) -> Element | None:
    """A part of a content; None for one that is none, as an attribute."""
    kind = local(part)
    if kind in ("text", "data", "value", "list"):
        return el("textNode")
    if kind == "element":
        return el("elementRef", {"key": name_of(part)})
    if kind in ("attribute", "empty"):
        return None
    inside = _models(grammar, part)
    occurs = _OCCURS.get(kind, {})
    if kind == "mixed":
        inside = [el("textNode"), *inside]
    if kind == "choice" and len(inside) < len(list(grammar.parts(part))):
        occurs = {"minOccurs": "0"}
    is_free = kind in ("choice", "mixed", "interleave")
    return _joined("alternate" if is_free else "sequence", inside, occurs)


def _joined(tag: str, models: list[Element], occurs: dict[str, str]) -> Element | None:
    """Models in one, those of its kind taken apart; a single one stands for itself."""
    models = [part for model in models for part in _parts(tag, model)]
    if tag == "alternate":
        models = [*{etree.tostring(model): model for model in models}.values()]
    if len(models) != 1:
        return el(tag, occurs, *models) if models else None
    (model,) = models
    if local(model) == "textNode":  # it may be empty, and is one whatever it is
        return model
    if occurs and _OCCURRENCE.intersection(map(str, model.attrib)):
        return el("sequence", occurs, model)
    for name, value in occurs.items():
        model.set(name, value)
    return model


def _parts(tag: str, model: Element) -> list[Element]:
    return [*model] if local(model) == tag and not model.attrib else [model]


# --- Attributes ----------------------------------------------------------------------------------


def attributes(grammar: Grammar, patterns: list[Element]) -> Element | None:
    """The attributes that an element may have in any of its places; None for none."""
    found: dict[str, list[Element]] = {}
    for pattern in patterns:
        for attribute in grammar.within(pattern, "attribute"):
            found.setdefault(name_of(attribute), []).append(attribute)
    required = frozenset.intersection(*map(grammar.required, patterns))
    made = [
        _attribute(grammar, name, found[name], "req" if name in required else "opt")
        for name in found
    ]
    return el("attList", None, *made) if made else None


def _attribute(grammar: Grammar, name: str, patterns: list[Element], usage: str) -> Element:
    return el(
        "attDef",
        {"ident": name, "mode": "change", "usage": usage},
        _description(grammar, patterns),
        _datatype(grammar, patterns),
        _values(grammar, patterns),
    )


def _datatype(grammar: Grammar, patterns: list[Element]) -> Element | None:
    """The datatype, if it is one; else it is that of TEI."""
    types = {
        (data.get("type", ""), data.findtext(f"{_RNG}param[@name='pattern']") or "")
        for data in _within(grammar, patterns, "data")
    }
    if len(types) != 1 or _within(grammar, patterns, "value"):
        return None
    ((name, restriction),) = types
    occurs = {"maxOccurs": "unbounded"} if _within(grammar, patterns, "list") else {}
    return el("datatype", occurs, el("dataRef", {"name": name, "restriction": restriction}))


def _values(grammar: Grammar, patterns: list[Element]) -> Element | None:
    """The values, if they are listed."""
    values = dict.fromkeys(str(value.text) for value in _within(grammar, patterns, "value"))
    if not values or _within(grammar, patterns, "data"):
        return None
    items = (el("valItem", {"ident": value}) for value in values)
    return el("valList", {"type": "closed", "mode": "replace"}, *items)


def _within(grammar: Grammar, patterns: list[Element], kind: str) -> list[Element]:
    return [part for pattern in patterns for part in grammar.within(pattern, kind)]


def _description(grammar: Grammar, patterns: list[Element]) -> Element | None:
    """What the grammar says of something in each of its places; None for nothing."""
    said = dict.fromkeys(filter(None, map(grammar.said, patterns)))
    return el("desc", _ENGLISH, "; or ".join(said)) if said else None


# --- The document --------------------------------------------------------------------------------


def document() -> bytes:
    """The whole of archive.odd."""
    rng = etree.fromstring((schemas_folder() / "archive.rng").read_bytes())
    grammar = Grammar(rng)
    specification = el(
        "schemaSpec",
        {"ident": "archive", "start": "TEI", "docLang": "en", "source": "tei:4.12.0"},
        el("moduleRef", {"key": "tei"}),
        *(el("moduleRef", {"key": key, "include": names}) for key, names in MODULES.items()),
        *_classes(),
        *(_element(grammar, *item) for item in sorted(grammar.elements.items())),
    )
    prose = (el("p", None, text) for text in PROSE)
    body = el("text", None, el("body", None, *prose, specification))
    root = el("TEI", {"version": "4.12.0", "lang": "en"}, _header(), body)
    etree.indent(root)
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return text + b"\n"


def _header() -> Element:
    return el(
        "teiHeader",
        None,
        el(
            "fileDesc",
            None,
            el("titleStmt", None, el("title", None, TITLE)),
            el("publicationStmt", None, el("p", None, "Comes with the program `archive`.")),
            el("sourceDesc", None, el("p", None, "Made from archive.rng.")),
        ),
    )


def _classes() -> Iterator[Element]:
    for module, names in CLASSES.items():
        for name in names:
            named = {"ident": name, "type": "atts", "module": module, "mode": "delete"}
            yield el("classSpec", named)


def _element(grammar: Grammar, name: str, patterns: list[Element]) -> Element:
    (module,) = (key for key, names in MODULES.items() if name in names.split())
    return el(
        "elementSpec",
        {"ident": name, "module": module, "mode": "change"},
        _description(grammar, patterns),
        content(grammar, patterns),
        *(_constraints() if name == "TEI" else ()),
        attributes(grammar, patterns),
    )


def _constraints() -> Iterator[Element]:
    """The rules that archive.sch states, by their codes."""
    for assertion in ASSERTIONS:
        rule = RULES.load(assertion.code)
        place = el("ref", {"target": f"archive.sch#{rule.code}"}, "archive.sch")
        said = el("desc", _ENGLISH, f"{rule.severity}: {rule.title} (", place, ")")
        yield el("constraintSpec", {"ident": rule.code, "scheme": "private"}, said)


if __name__ == "__main__":
    (schemas_folder() / TARGET).write_bytes(document())
