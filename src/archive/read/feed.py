"""Feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0; each entry is a part of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from archive.errors import NothingPrinted
from archive.model.document import Bounds, Document
from archive.read import Reader
from archive.read import _xml as xml
from archive.read._charset import Decoded
from archive.read._charset import decoded as page_of
from archive.read._composing import Composition, Place, Places, Said, printed
from archive.read._html import Extract, extract
from archive.read._runs import Run, joined, length
from archive.read._xml import Element

_RSS, _ATOM = "application/rss+xml", "application/atom+xml"
_ATOM_SPACES = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_DC = "http://purl.org/dc/elements/1.1/"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"

_SAID_IN_RSS = ("author", "pubDate", "link", "source")
_SAID_IN_DC = ("creator", "date", "publisher", "rights", "source")
_SAID_IN_ATOM = ("published", "issued", "updated", "modified", "rights")
_NOT_READ = ("image/", "audio/", "video/", "application/octet")
_LONGEST = 2_000  # characters of a value
_HEADERS = ("title", "link", "copyright", "rights")
_PLAIN = re.compile(r"[^<&]*\n\s*\n[^<&]*")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


def read(data: bytes) -> Document:
    """Read a feed.

    What is printed of an entry is its title, and its content in full if the feed has it, else its
    description or summary. What the feed says of it besides (``rss:author``, ``dc:creator``,
    ``rss:pubDate``, ``atom:author``, ``atom:link``) is told of its part. What it says of itself is
    in the headers (``feed-title``).

    Raises:
        InputError: it is not well formed, has a DOCTYPE, or has no entry with a text.
    """
    page = page_of(data)
    root = xml.parse(page.markup)
    feed = _Feed(page, Composition())
    for entry in _entries(root):
        feed.write(entry)
    text = feed.composition.text
    if not text.strip():
        raise NothingPrinted("feed")
    return Document(
        text=text,
        source=sha256(data).hexdigest(),
        encoding=page.encoding,
        media_type=_ATOM if root.namespace in _ATOM_SPACES else _RSS,
        parts=feed.composition.parts,
        links=feed.composition.links,
        headers=tuple(feed.headers(root)),
        origins=feed.composition.origins,
    )


def _entries(root: Element) -> Iterator[Element]:
    """RSS 1.0 has its items beside the channel, RSS 2.0 in it, Atom in the feed."""
    for child in root.children:
        if child.name in ("item", "entry"):
            yield child
        elif child.name == "channel":
            yield from (item for item in child.children if item.name == "item")


@dataclass(frozen=True, slots=True)
class _Content:
    """What an entry says: markup, or runs of plain text; places count in the feed's markup."""

    runs: list[Run]
    page: Extract | None = None
    places: Places | None = None

    @property
    def first_line(self) -> str:
        """Its first line."""
        text = self.page.text if self.page else joined(self.runs)[0]
        return text.lstrip().partition("\n")[0]


@dataclass(frozen=True, slots=True)
class _Feed:
    """A feed that is being read."""

    page: Decoded
    composition: Composition

    def write(self, entry: Element) -> None:
        """Print an entry, and tell it from the others."""
        heading, content = self._heading(entry), self._content(entry)
        if content and _same(joined(heading)[0], content.first_line):
            heading = []
        start, end = self.composition.write_apart(heading) if heading else (-1, -1)
        said: list[Said] = []
        if content:
            (first, end), said = self._write(content)
            start = first if start < 0 else start
        if start >= 0:
            self.composition.part((start, end), [*self._said(entry), *said])

    def _write(self, content: _Content) -> tuple[Bounds, list[Said]]:
        if content.page:
            return self.composition.write_markup(content.page, self._place(content.places))
        return self.composition.write_apart(self._placed(content.runs)), []

    def _heading(self, entry: Element) -> list[Run]:
        for title in entry.children:
            if title.name == "title" and title.namespace == entry.namespace:
                found = self._read(title, plain=entry.namespace in _ATOM_SPACES)
                if found and found.page:
                    return printed(found.page, self._place(found.places))
                return self._placed(_squeezed(found.runs)) if found else []
        return []

    def _content(self, entry: Element) -> _Content | None:
        """The content in full, else what is said of it."""
        own, atom = entry.namespace, entry.namespace in _ATOM_SPACES
        for space, name in (
            (_CONTENT, "encoded"),
            (own, "content" if atom else "description"),
            (own, "summary"),
            (_DC, "description"),
        ):
            for child in entry.children:
                if (child.namespace, child.name) == (space, name):
                    found = self._read(child, plain=atom)
                    if found:
                        return found
        return None

    def _read(self, element: Element, *, plain: bool) -> _Content | None:
        """What an element says; None if it says nothing.

        Args:
            element: its type says what it holds (RFC 4287, section 3.1 and 4.1.3).
            plain: whether it holds plain text if it has no type.
        """
        markup = self.page.markup
        kind = "".join(run for run, _, _ in xml.attribute(markup, element, "type")).lower()
        mode = "".join(run for run, _, _ in xml.attribute(markup, element, "mode")).lower()
        if element.children:
            first, last = element.inner
            runs = [(markup[first:last], first, last)]
        else:
            runs = xml.text(markup, element)
            typed = kind or mode
            if kind in ("text", "text/plain") or (plain and not typed):
                return _plain(runs)
        if kind.startswith(_NOT_READ):
            return None
        text = joined(runs)[0]
        if _PLAIN.fullmatch(text):
            return _plain(runs)
        page = extract(text, page=False)
        return _Content(runs, page, Places(runs)) if page.text else None

    def _said(self, entry: Element) -> Iterator[Said]:
        for child in entry.children:
            name, runs = self._value(child, entry)
            runs = _squeezed(runs)
            if name and 0 < length(runs) <= _LONGEST:
                yield name, self._placed(runs)

    def _value(self, child: Element, entry: Element) -> tuple[str, list[Run]]:
        """The name and the value of what is said of an entry; no name if it is not told."""
        markup = self.page.markup
        if child.namespace == _DC and child.name in _SAID_IN_DC:
            return f"dc:{child.name}", xml.text(markup, child)
        if child.namespace != entry.namespace:
            return "", []
        if child.namespace not in _ATOM_SPACES:
            name = f"rss:{child.name}" if child.name in _SAID_IN_RSS else ""
            return name, xml.text(markup, child)
        if child.name == "author":
            names = [c for c in child.children if c.name == "name"]
            return "atom:author", xml.text(markup, names[0]) if names else []
        if child.name == "link":
            rel = "".join(run for run, _, _ in xml.attribute(markup, child, "rel"))
            name = "atom:link" if rel in ("", "alternate") else ""
            return name, xml.attribute(markup, child, "href")
        return f"atom:{child.name}" if child.name in _SAID_IN_ATOM else "", xml.text(markup, child)

    def headers(self, root: Element) -> Iterator[tuple[str, str]]:
        """What the feed says of itself."""
        channels = [child for child in root.children if child.name == "channel"]
        feed = channels[0] if channels else root
        for child in feed.children:
            if child.namespace == feed.namespace and child.name in _HEADERS:
                runs = xml.text(self.page.markup, child)
                runs = runs or xml.attribute(self.page.markup, child, "href")
                value = " ".join(joined(runs)[0].split())[:_LONGEST]
                if value:
                    yield f"feed-{child.name}", value

    def _placed(self, runs: list[Run]) -> list[Run]:
        place = self.page.place
        return [(run, place(first), place(last)) for run, first, last in runs]

    def _place(self, places: Places | None) -> Place:
        def place(first: int, last: int) -> Bounds:
            start, end = places.bounds(first, last) if places else (first, last)
            return self.page.place(start), self.page.place(end)

        return place


def _plain(runs: list[Run]) -> _Content | None:
    runs = _trimmed(runs)
    return _Content(runs) if runs else None


def _trimmed(runs: list[Run]) -> list[Run]:
    """Runs without the white space before and behind all of them."""
    while runs and not runs[0][0].strip():
        runs = runs[1:]
    while runs and not runs[-1][0].strip():
        runs = runs[:-1]
    if runs:
        text, first, last = runs[0]
        kept = text.lstrip()
        runs = [
            (kept, first + (len(text) - len(kept)) * (last - first == len(text)), last),
            *runs[1:],
        ]
        text, first, last = runs[-1]
        kept = text.rstrip()
        runs = [
            *runs[:-1],
            (kept, first, last - (len(text) - len(kept)) * (last - first == len(text))),
        ]
    return runs


def _squeezed(runs: list[Run]) -> list[Run]:
    """Runs on one line."""
    return [(_SPACES.sub(" ", run), first, last) for run, first, last in _trimmed(runs)]


def _same(title: str, line: str) -> bool:
    """Whether two lines have the same words."""
    words = _WORD.findall(title.casefold())
    return bool(words) and words == _WORD.findall(line.casefold())


FORMAT = Reader(
    title="Feed (RSS, Atom)",
    extensions=(".rss", ".atom"),
    media_types=(_RSS, _ATOM),
    read=read,
)
