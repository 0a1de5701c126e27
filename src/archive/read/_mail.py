"""A message as a document: which of its parts is the text, and what of that is passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from archive.errors import NothingPrinted, TooLarge
from archive.model.document import Bounds, Document
from archive.read._charset import decoded as page_of
from archive.read._composing import Composition, Place, Places, Said, check_tags
from archive.read._decode import readable
from archive.read._flowed import soft_breaks
from archive.read._forward import passed_on
from archive.read._html import Extract, extract
from archive.read._mime import Entity, children, entity, pieces, words
from archive.read._quoting import blanked
from archive.read._runs import Piece, Run, decoded, without

HEADERS = ("from", "subject", "date", "message-id", "list-id", "in-reply-to")
"""The fields that say something of the copy; to whom it went is nobody's business."""

_READ_IF_ATTACHED = frozenset({"text/html", "message/rfc822"})
_TAG = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_LONGEST_STUB = 1_000  # characters of a text that only says to look elsewhere
_TIMES_LONGER = 4
_LARGEST = 8_000_000  # bytes of a part that is text: what is larger is a file in a message


@dataclass(frozen=True, slots=True)
class _Text:
    """A part that is text, and the message that it belongs to."""

    encoding: str
    message: Entity
    passed_on: bool  # it came inside another message, or as a file
    runs: Sequence[Run] = ()
    page: Extract | None = None
    place: Place | None = None

    def write(self, composition: Composition) -> tuple[Bounds, list[Said]]:
        """Print it; where it is printed, and what it says and does not print."""
        if self.page and self.place:
            return composition.write_markup(self.page, self.place)
        return composition.write_apart(self.runs), []


def message(data: bytes, media_type: str, first: int = 0, *, escaped: bool = False) -> Document:
    """Read a message.

    Args:
        data: the bytes of the source.
        media_type: of the source.
        first: where the message begins in it.
        escaped: whether lines that begin with ``From `` have a ``>`` before them, as in a mailbox.

    Raises:
        InputError: there is no text in it, or it cannot be read.
    """
    whole = entity(data, first, len(data))
    texts = list(_Reading(data, escaped).texts(whole, whole))
    if not texts:
        raise NothingPrinted("message")
    composition = Composition()
    written = [part.write(composition) for part in texts]
    printed = readable(composition.printed)
    if any(part.passed_on for part in texts):
        inner = [(p.message, *w) for p, w in zip(texts, written, strict=True) if p.passed_on]
    else:
        inner = [(whole, (0, len(printed)), [said for _, values in written for said in values])]
    _tell_apart(composition, printed, inner, keep=any(part.page for part in texts))
    return Document(
        text=composition.text,
        source=sha256(data).hexdigest(),
        encoding="+".join(dict.fromkeys(part.encoding for part in texts)),
        media_type=media_type,
        blanked=blanked(composition.text),
        parts=composition.parts,
        links=composition.links,
        headers=tuple(
            (name, words(whole.fields[name])) for name in HEADERS if name in whole.fields
        ),
        origins=composition.origins,
    )


def _tell_apart(
    composition: Composition,
    printed: str,
    inner: list[tuple[Entity, Bounds, list[Said]]],
    *,
    keep: bool,
) -> None:
    """Make a part of what is passed on; none where that is everything, unless one is to be kept."""
    found: list[tuple[Bounds, list[Said]]] = []
    for message, (start, end), said in inner:
        subject = words(message.fields.get("subject", ""))
        bounds = passed_on(printed[start:end], subject)
        if bounds:
            found.append(((start + bounds[0], start + bounds[1]), said))
    if not found:
        composition.part((0, 0))
    elif keep or any(printed[slice(*bounds)].strip() != printed.strip() for bounds, _ in found):
        for bounds, said in found:
            composition.part(bounds, said)


class _Reading:
    """The parts of one message that are text, in order."""

    def __init__(self, data: bytes, escaped: bool) -> None:
        self._data, self._escaped = data, escaped

    def texts(self, part: Entity, message: Entity, *, passed_on: bool = False) -> Iterator[_Text]:
        """The texts in a part."""
        kind = part.media_type
        if kind == "message/rfc822":
            inner = entity(self._data, part.first, part.last, part.depth + 1)
            yield from self.texts(inner, inner, passed_on=True)
        elif kind.startswith("multipart/"):
            parts = children(self._data, part)
            yield from self._multipart(kind, parts, message, passed_on=passed_on)
        elif kind == "text/plain":
            runs, name = decoded(self._pieces(part), part.parameter("charset"))
            if runs:
                yield _Text(name, message, passed_on, runs=_unwrapped(runs, part))
        elif kind == "text/html":
            yield from self._page(part, message, passed_on=passed_on)

    def _pieces(self, part: Entity) -> Iterator[Piece]:
        if part.last - part.first > _LARGEST:
            raise TooLarge(part.last - part.first, _LARGEST)
        return pieces(self._data, part, escaped=self._escaped)

    def _page(self, part: Entity, message: Entity, *, passed_on: bool) -> Iterator[_Text]:
        found = list(self._pieces(part))
        places = Places(found)
        page = page_of(b"".join(piece for piece, _, _ in found), part.parameter("charset"))
        check_tags(page.markup)
        article = extract(page.markup, page=False)

        def place(first: int, last: int) -> Bounds:
            return places.bounds(page.place(first), page.place(last))

        if article.text:
            yield _Text(page.encoding, message, passed_on, page=article, place=place)

    def _multipart(
        self, kind: str, parts: list[Entity], message: Entity, *, passed_on: bool
    ) -> Iterator[_Text]:
        if kind == "multipart/alternative":
            yield from self._alternative(parts, message, passed_on=passed_on)
            return
        if kind in ("multipart/related", "multipart/signed"):
            parts = parts[:1]  # what belongs to the first: its pictures, its signature
        found = [
            text
            for part in parts
            if not part.attached or part.media_type in _READ_IF_ATTACHED
            for text in self.texts(part, message, passed_on=passed_on or part.attached)
        ]
        if not found:
            found = [text for part in parts for text in self.texts(part, message)]
        yield from found

    def _alternative(
        self, parts: list[Entity], message: Entity, *, passed_on: bool
    ) -> Iterator[_Text]:
        """The plain text, unless it is missing or only says that the other part is to be read."""
        plain = [part for part in parts if part.media_type == "text/plain"]
        others = [part for part in parts if part.media_type != "text/plain"]
        found = [t for part in plain[:1] for t in self.texts(part, message, passed_on=passed_on)]
        if found and not self._says_less(found, others):
            yield from found
            return
        for part in reversed(others):
            instead = list(self.texts(part, message, passed_on=passed_on))
            if instead:
                yield from instead
                return
        yield from found

    def _says_less(self, plain: list[_Text], others: list[Entity]) -> bool:
        said = "".join(run for text in plain for run, _, _ in text.runs)
        if len(said) > _LONGEST_STUB:
            return False
        words = max((self._words_of_html(part) for part in others), default=0)
        return words >= _TIMES_LONGER * len(said.split())

    def _words_of_html(self, part: Entity) -> int:
        if part.media_type.startswith("multipart/"):
            return max(map(self._words_of_html, children(self._data, part)), default=0)
        if part.media_type != "text/html":
            return 0
        return len(_TAG.sub(b" ", b"".join(piece for piece, _, _ in self._pieces(part))).split())


def _unwrapped(runs: list[Run], part: Entity) -> list[Run]:
    if part.parameter("format").lower() != "flowed":
        return runs
    text = "".join(run for run, _, _ in runs)
    spaces = part.parameter("delsp").lower() == "yes"
    return list(without(runs, soft_breaks(text, spaces=spaces)))
