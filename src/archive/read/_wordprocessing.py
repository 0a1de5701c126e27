"""WordprocessingML: the paragraphs of a text as they are printed, with their links and ranks.

What is deleted, moved away or hidden is not printed; of alternatives the first is read. Tables are
read row by row; a row of short cells is one line. Source: ECMA-376, part 1, section 17.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from archive.model.document import Bounds

Element = etree._Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_RELATION = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SKIPPED = frozenset(
    ["del", "moveFrom", "delText", "rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "Fallback",
     "sdtPr", "commentReference"]
)  # fmt: skip
_PRINTED = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_ADDRESS = re.compile(r"\s*HYPERLINK\s+(?:\\[a-z]\s+)*\"([^\"]{1,2000})\"", re.IGNORECASE)
_HEADING = re.compile(r"heading ([1-9])\Z", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off"})
_MOST_CELL = 80  # characters; a longer cell is a text, not an entry of a table
_MOST_BASES = 10


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its text (breaks in it are LF), rank as a heading (0: none) and links."""

    text: str = ""
    rank: int = 0
    links: list[tuple[Bounds, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    """A field: its instruction, and where in the paragraph its result begins."""

    instruction: str = ""
    start: int = -1


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: Element, name: str = "val") -> str:
    """An attribute of WordprocessingML."""
    return element.get(_W + name) or element.get(_STRICT + name) or ""


def ranks(styles: Element | None) -> dict[str, int]:
    """The ranks of styles as headings: 1 the title, 2 the subtitle or the highest heading."""
    names, bases = dict[str, str](), dict[str, str]()
    for style in styles if styles is not None else ():
        key = value(style, "styleId")
        for child in style:
            if local(child) == "name":
                names[key] = value(child)
            elif local(child) == "basedOn":
                bases[key] = value(child)
    return {key: rank for key in names if (rank := _rank(key, names, bases))}


def _rank(key: str, names: Mapping[str, str], bases: Mapping[str, str]) -> int:
    for _ in range(_MOST_BASES):
        name = names.get(key, "").lower()
        heading = _HEADING.match(name)
        if heading:
            return min(6, int(heading[1]) + 1)
        if name in ("title", "subtitle"):
            return 1 if name == "title" else 2
        key = bases.get(key, "")
    return 0


def paragraphs(
    body: Element, ranked: Mapping[str, int], targets: Mapping[str, str]
) -> list[Paragraph]:
    """The paragraphs of a part, in order; those that print nothing left out.

    Args:
        body: the element that holds them.
        ranked: the ranks of styles, by their ids.
        targets: the addresses of the part's relationships, by their ids.
    """
    walk = _Walk(ranked, targets)
    walk.all(body)
    return walk.done


class _Walk:
    """A walk over the elements of a part; without recursion, however deep they are."""

    def __init__(self, ranked: Mapping[str, int], targets: Mapping[str, str]) -> None:
        self.done: list[Paragraph] = []
        self._ranked, self._targets = ranked, targets
        self._open: list[Paragraph] = []
        self._fields: list[_Field] = []
        self._rows: list[list[int]] = []
        self._todo: list[Element | Callable[[], None]] = []

    def all(self, body: Element) -> None:
        self._todo = [body]
        while self._todo:
            item = self._todo.pop()
            if callable(item):
                item()
            else:
                self._element(item)

    def _element(self, element: Element) -> None:
        name = local(element)
        if name in _SKIPPED or (name == "r" and _is_hidden(element)):
            return
        step = self._STEPS.get(name)
        if step is not None:
            step(self, element)
        elif name in _PRINTED:
            self._print(_PRINTED[name])
        else:
            self._inside(element)

    def _inside(self, element: Element) -> None:
        self._todo.extend(reversed(element))

    def _print(self, text: str) -> None:
        if self._open:
            self._open[-1].text += text

    def _paragraph(self, element: Element) -> None:
        self._open.append(Paragraph(rank=self._rank(element)))
        self._todo.append(self._end_paragraph)
        self._inside(element)

    def _end_paragraph(self) -> None:
        paragraph = self._open.pop()
        if paragraph.text.strip():
            self.done.append(paragraph)

    def _rank(self, element: Element) -> int:
        styles = (c for p in element if local(p) == "pPr" for c in p if local(c) == "pStyle")
        return next((self._ranked.get(value(style), 0) for style in styles), 0)

    def _text(self, element: Element) -> None:
        text = re.sub(r"\s", " ", element.text or "")
        self._print(text if element.get(_SPACE) == "preserve" else text.strip())

    def _symbol(self, element: Element) -> None:
        """A character of a symbol font: printed if it is one of Unicode, too."""
        code = value(element, "char")
        if re.fullmatch(r"[0-9A-Fa-f]{4}", code) and not "D800" <= code.upper() < "F900":
            self._print(chr(int(code, 16)) if int(code, 16) >= 0x20 else "")

    def _link(self, element: Element) -> None:
        relation = next((r for name in _RELATION if (r := element.get(name))), "")
        self._todo.append(self._link_ends(self._targets.get(relation, "")))
        self._inside(element)

    def _link_ends(self, target: str) -> Callable[[], None]:
        paragraph = self._open[-1] if self._open else Paragraph()
        start = len(paragraph.text)
        return lambda: _add_link(paragraph, start, target)

    def _simple_field(self, element: Element) -> None:
        address = _ADDRESS.match(value(element, "instr"))
        self._todo.append(self._link_ends(address[1] if address else ""))
        self._inside(element)

    def _field_character(self, element: Element) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields and self._open:
            self._fields[-1].start = len(self._open[-1].text)
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            address = _ADDRESS.match(ended.instruction)
            if address and ended.start >= 0 and self._open:
                _add_link(self._open[-1], ended.start, address[1])

    def _instruction(self, element: Element) -> None:
        if self._fields:
            self._fields[-1].instruction += element.text or ""

    def _row(self, element: Element) -> None:
        self._rows.append([len(self.done)])
        self._todo.append(self._end_row)
        self._inside(element)

    def _cell(self, element: Element) -> None:
        self._todo.append(self._end_cell)
        self._inside(element)

    def _end_cell(self) -> None:
        if self._rows:
            self._rows[-1].append(len(self.done))

    def _end_row(self) -> None:
        """A row of short cells becomes one line."""
        places = self._rows.pop()
        cells = self.done[places[0] :]
        single = all(end - start <= 1 for start, end in pairwise(places))
        if len(cells) < 2 or not single or any(len(c.text) > _MOST_CELL for c in cells):
            return
        row = Paragraph(rank=0)
        for cell in cells:
            row.text += "\t" if row.text else ""
            offset = len(row.text)
            row.links += [((a + offset, b + offset), target) for (a, b), target in cell.links]
            row.text += cell.text
        self.done[places[0] :] = [row]

    _STEPS = {  # noqa: RUF012 - a table of methods
        "p": _paragraph,
        "t": _text,
        "sym": _symbol,
        "hyperlink": _link,
        "fldSimple": _simple_field,
        "fldChar": _field_character,
        "instrText": _instruction,
        "tr": _row,
        "tc": _cell,
    }


def _add_link(paragraph: Paragraph, start: int, target: str) -> None:
    if target and start < len(paragraph.text):
        paragraph.links.append(((start, len(paragraph.text)), target))


def _is_hidden(run: Element) -> bool:
    marks = (mark for p in run if local(p) == "rPr" for mark in p if local(mark) == "vanish")
    return any(value(mark) not in _OFF for mark in marks)


def notes(part: Element | None) -> Iterator[Element]:
    """The footnotes of a part, without the separators."""
    for note in part if part is not None else ():
        if local(note) in ("footnote", "endnote") and not value(note, "type"):
            yield note
