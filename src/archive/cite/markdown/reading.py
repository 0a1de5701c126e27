"""A Markdown document taken apart: where its citations and its notes are, and where the list goes.

Blocks are those of CommonMark, with tables, footnotes and a head of metadata; what is code, and
what is HTML, holds no citation. Nothing of the document is changed: all is told by its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from archive.cite.markdown.citations import Citation, Found, Note, find
from archive.cite.markdown.locators import Terms

#: Headings that announce the list, in the languages that we know them in.
HEADINGS = frozenset(
    (
        *("references", "reference list", "bibliography", "works cited", "literature cited"),
        *("literature", "literatur", "literaturverzeichnis", "quellenverzeichnis"),
        *("références", "bibliographie", "referencias", "bibliografía", "referências"),
        *("bibliografia", "riferimenti", "literatuur", "المراجع"),
    )
)
_DIV = re.compile(r"^(:{3,})[ \t]*\{[^}\n]*#refs\b[^}\n]*\}[ \t]*:*[ \t]*$", re.MULTILINE)
_DIV_END = re.compile(r"^:{3,}[ \t]*$", re.MULTILINE)
_HTML_DIV = re.compile(r"<div\b[^>]*\bid=[\"']?refs[\"']?[^>]*>()\s*</div>")
_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")
_KEY = re.compile(r"@(?:\{([^{}]+)\}|(\w(?:\w|[:.#$%&+?<>~/-](?=\w))*|\*))")


@dataclass
class Manuscript:
    """A document, read.

    Attributes:
        text: with lines ended by LF.
        body: citations and notes outside of notes, in order; places are of ``text``.
        after: for each citation that does not begin its paragraph, by the place it begins at: the
            place where what stands before it ends, white space left out.
        notes: what is in each note that is defined apart (``[^1]: ...``), by its label.
        list_at: where the list of references goes; None if the document does not say.
        list_div: where the block with the identifier ``refs`` begins and ends, if there is one.
        head: the plain values of its metadata (``title``, ``author``, ``date``, ``lang``).
        uncited: keys that the list shall have besides (``nocite``); ``*`` is all there are.
    """

    text: str
    body: list[Found] = field(default_factory=list)
    after: dict[int, int] = field(default_factory=dict)
    notes: dict[str, list[Found]] = field(default_factory=dict)
    list_at: int | None = None
    list_div: tuple[int, int] | None = None
    head: dict[str, str] = field(default_factory=dict)
    uncited: tuple[str, ...] = ()

    def line(self, place: int) -> int:
        """The line that a place is in, counted from 1."""
        return self.text.count("\n", 0, place) + 1

    def in_line(self, citation: Citation) -> bool:
        """Whether something stands before a citation in its line that belongs to its text."""
        ended = self.after.get(citation.start)
        return ended is not None and "\n" not in self.text[ended : citation.start]

    def citations(self) -> list[Citation]:
        """All citations, as written, one after the other."""
        found = [*self.body, *(one for notes in self.notes.values() for one in notes)]
        return sorted(_flat(found), key=lambda citation: citation.start)


def _flat(found: Iterable[Found]) -> Iterator[Citation]:
    """Citations, and those inside of notes that stand where they belong."""
    for one in found:
        if isinstance(one, Citation):
            yield one
        else:
            yield from one.citations


def parser() -> MarkdownIt:
    """What reads the blocks, and writes HTML (``archive.cite.markdown.page``)."""
    made = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return made.use(footnote_plugin).use(front_matter_plugin)


def read(text: str, terms: Terms) -> Manuscript:
    """Take a document apart. Any text is a document.

    Args:
        text: of Markdown, as pandoc writes it.
        terms: what locators are called.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    made = Manuscript(text)
    blocks = parser()
    blocks.core.ruler.enableOnly(["normalize", "block"])
    tokens = blocks.parse(text)
    lines = _Lines(text)
    labels: list[str] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            labels.append(token.meta["label"])
            made.notes.setdefault(labels[-1], [])
        elif token.type == "footnote_reference_close":
            labels.pop()
        elif token.type == "inline":
            found = lines.found(token, terms, made.after)
            (made.notes[labels[-1]] if labels else made.body).extend(found)
        elif token.type == "front_matter":
            _head(made, token.content)
    made.list_div, made.list_at = _list_at(text, tokens, lines)
    return made


class _Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.cursor = 0  # in a table, several cells stand in one line

    def found(self, token: Any, terms: Terms, after: dict[int, int]) -> list[Found]:
        """Citations and notes in a paragraph, a heading or a cell, by their place in the text.

        ``after`` is added to, as in a ``Manuscript``.
        """
        places: list[int] = []
        for number, line in enumerate(token.content.split("\n"), token.map[0]):
            start, end = self.where(line, number)
            places += [*range(start, end), end]
        content = "".join(self.text[place] for place in places[:-1]) if places else ""
        found = find(content, terms)
        for one in _flat(found):
            if ended := len(content[: one.start].rstrip()):
                after[places[one.start]] = places[ended - 1] + 1
        return [_moved(one, places) for one in found]

    def where(self, content: str, number: int) -> tuple[int, int]:
        """Where in a line its content is: after marks of quotation and lists, before marks of
        headings and cells. Nowhere, for a line that a tab has been changed in.
        """
        start = self.starts[number]
        if start > self.cursor:
            self.cursor = start
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        for written in (content, content.replace("|", "\\|")):
            line = self.text[self.cursor : end]
            at = len(line.rstrip()) - len(written) if line.rstrip().endswith(written) else -1
            at = at if at >= 0 else line.find(written)
            if at >= 0:
                begun = self.cursor + at
                self.cursor = begun + len(written)
                return begun, self.cursor
        return end, end


def _moved(one: Found, places: list[int]) -> Found:
    start, end = places[one.start], places[one.end - 1] + 1
    if isinstance(one, Note):
        inner = tuple(_moved(c, places) for c in one.citations)
        return replace(one, start=start, end=end, citations=inner)  # type: ignore[arg-type]
    at = tuple(places[place] for place in one.places)
    return replace(one, start=start, end=end, places=at, stray=tuple(places[p] for p in one.stray))


def _list_at(
    text: str, tokens: list[Any], lines: _Lines
) -> tuple[tuple[int, int] | None, int | None]:
    """The block for the list, if there is one, and the place for the list: at the end of that
    block, or under a heading.
    """
    code = [token.map for token in tokens if token.type in ("fence", "code_block")]
    for found in [*_DIV.finditer(text), *_HTML_DIV.finditer(text)]:
        line = text.count("\n", 0, found.start())
        if any(start <= line < end for start, end in code):
            continue
        if found.re is _HTML_DIV:
            return found.span(), found.start(1)
        close = _DIV_END.search(text, found.end())
        if close:
            return (found.start(), close.end()), close.start()
    announced = [
        before.map[1]
        for before, token in pairwise(tokens)
        if before.type == "heading_open" and title(token.content).lower() in HEADINGS
    ]
    under = announced[-1] if announced else len(lines.starts)
    return None, lines.starts[under] if under < len(lines.starts) else None


def title(heading: str) -> str:
    """The words of a heading, without its attributes (``{.unnumbered}``) and its emphasis."""
    return _ATTRIBUTES.sub("", heading).strip(" *_:")


def _head(made: Manuscript, content: str) -> None:
    """The plain values in a head of metadata, and the keys that it wants in the list."""
    values: dict[str, list[str]] = {}
    name = ""
    for line in content.split("\n"):
        if named := re.match(r"([A-Za-z][\w-]*):(?:[ \t]+(.*))?$", line):
            name = named[1]
            values[name] = [named[2] or ""]
        elif name and line.strip():
            values[name].append(line.strip().removeprefix("- "))
    plain = {name: [_scalar(line) for line in lines] for name, lines in values.items()}
    made.head = {name: ", ".join(line for line in lines if line) for name, lines in plain.items()}
    wanted = _KEY.findall(" ".join(values.get("nocite", [])))
    made.uncited = tuple(braced or bare for braced, bare in wanted)


def _scalar(value: str) -> str:
    value = value.strip()
    if value in ("|", ">", "|-", ">-"):
        return ""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


class Read(NamedTuple):
    """A citation as a reader comes to it.

    Attributes:
        note: number of the note that it stands in, or that will be made of it; 0 for none.
        inside: whether it stands in a note of the author.
    """

    citation: Citation
    note: int
    inside: bool


def order(manuscript: Manuscript, *, notes: bool) -> list[Read]:
    """The citations in the order of reading: those in a note where the note is called.

    Args:
        manuscript: the document.
        notes: whether each citation in the running text becomes a note. What is in notes that
            nothing calls comes last.
    """
    made: list[Read] = []
    number = 0
    waiting = dict(manuscript.notes)
    for one in manuscript.body:
        if isinstance(one, Citation):
            number += notes
            made.append(Read(one, number if notes else 0, inside=False))
        elif not one.label:
            number += 1
            made += [Read(citation, number, inside=True) for citation in one.citations]
        elif one.label in waiting:
            number += 1
            made += _inside(waiting.pop(one.label), number)
    for found in waiting.values():
        number += 1
        made += _inside(found, number)
    return made


def _inside(found: list[Found], number: int) -> list[Read]:
    return [Read(each, number, inside=True) for each in found if isinstance(each, Citation)]
