"""A message as a document: which of its parts is the text, and what of that is passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from archive.errors import NothingPrinted
from archive.model.document import Document, Part
from archive.read._decode import readable
from archive.read._flowed import soft_breaks
from archive.read._forward import passed_on
from archive.read._mime import Entity, children, decoded, entity, words
from archive.read._quoting import blanked
from archive.read._runs import Run, joined, length, without

HEADERS = ("from", "subject", "date", "message-id", "list-id", "in-reply-to")
"""The fields that say something of the copy; to whom it went is nobody's business."""

_READ_IF_ATTACHED = frozenset({"text/html", "message/rfc822"})
_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_LONGEST_STUB = 1_000  # characters of a text that only says to look elsewhere
_TIMES_LONGER = 4


@dataclass(frozen=True, slots=True)
class _Text:
    """A part that is text: its characters, and the message that it belongs to."""

    runs: list[Run]
    encoding: str
    message: Entity
    passed_on: bool  # it came inside another message


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
    _apart(texts)
    text, origins = joined(run for part in texts for run in part.runs)
    readable(text)
    names = dict.fromkeys(part.encoding for part in texts)
    return Document(
        text=text,
        source=sha256(data).hexdigest(),
        encoding="+".join(names),
        media_type=media_type,
        blanked=blanked(text),
        parts=_parts(text, texts, whole),
        headers=tuple(
            (name, words(whole.fields[name])) for name in HEADERS if name in whole.fields
        ),
        origins=origins,
    )


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
            runs, name = decoded(self._data, part, escaped=self._escaped)
            if runs:
                yield _Text(_unwrapped(runs, part), name, message, passed_on)

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
            found = map(self._words_of_html, children(self._data, part))
            return max(found, default=0)
        if part.media_type != "text/html":
            return 0
        runs, _ = decoded(self._data, part, escaped=self._escaped)
        return len(_TAG.sub(" ", "".join(run for run, _, _ in runs)).split())


def _unwrapped(runs: list[Run], part: Entity) -> list[Run]:
    if part.parameter("format").lower() != "flowed":
        return runs
    text = "".join(run for run, _, _ in runs)
    spaces = part.parameter("delsp").lower() == "yes"
    return list(without(runs, soft_breaks(text, spaces=spaces)))


def _apart(texts: list[_Text]) -> None:
    """Set a blank line between texts that no blank line parts."""
    for part in texts[:-1]:
        last, start, end = part.runs[-1]
        part.runs[-1] = (last.rstrip("\n") + "\n\n", start, end)


def _parts(text: str, texts: list[_Text], whole: Entity) -> tuple[Part, ...]:
    """What is passed on in a message; empty if that is all of it."""
    found: list[Part] = []
    place = 0
    anything = any(part.passed_on for part in texts)
    runs = [(part.message, length(part.runs), part.passed_on) for part in texts]
    if not anything:
        runs = [(whole, len(text), True)]
    for message, size, passed in runs:
        subject = words(message.fields.get("subject", ""))
        bounds = passed_on(text[place : place + size], subject) if passed else None
        if bounds:
            found.append(Part((place + bounds[0], place + bounds[1])))
        place += size
    if not found:
        return (Part((0, 0)),)
    start, end = found[0].bounds
    is_all = len(found) == 1 and not text[:start].strip() and not text[end:].strip()
    return () if is_all else tuple(found)
