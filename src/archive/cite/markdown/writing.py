"""The same document with its citations printed, its notes made, and the list put in.

Of a document nothing changes but its citations, and the space before those that become notes or
stand raised; the call of a note follows the punctuation, too. Both are as in pandoc.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from archive.cite.markdown.reading import Manuscript

_POINTS = re.compile(r"[.,;:!?]+(?=\s|$|[\"'”’)\]])")
_LAST_STOP = re.compile(r"\.([”’»*\"']*(?:</\w+>)*)$")
_ENDS = (".", ",", ";", ":", "!", "?")
_GOES_ON = re.compile(r"[.,;:!?)]|[ \t]*\n?[ \t]*[^\W\d_A-Z]")


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed of a citation.

    Args:
        text: in its place; may be empty.
        note: in a note that is made for it; None for no note.
        raised: ``text`` stands above the line, as the sign of a note does.
        inside: it stands in a note of the author.
        around: markup that goes round ``text``.
    """

    text: str
    note: str | None = None
    raised: bool = False
    inside: bool = False
    around: tuple[str, str] = ("", "")

    @property
    def whole(self) -> str:
        """The text with its markup; empty if the text is."""
        return self.around[0] + self.text + self.around[1] if self.text else ""


def write(
    manuscript: Manuscript,
    printed: Mapping[int, Printed],
    references: str,
    sign: Callable[[str], str] = str,
    *,
    whole: bool = False,
) -> str:
    """The document as Markdown.

    Args:
        manuscript: as read.
        printed: of each citation, by the place it begins at.
        references: the list, as blocks of Markdown; empty for none.
        sign: what is put into the document for what is printed; the text itself, for Markdown.
        whole: the list takes the place of the block that the document has for it.
    """
    return _Copy(manuscript, printed, sign, whole).write(references)


class _Copy:
    """One document, being copied out."""

    def __init__(
        self,
        manuscript: Manuscript,
        printed: Mapping[int, Printed],
        sign: Callable[[str], str],
        whole: bool,
    ) -> None:
        self.manuscript, self.printed, self.sign = manuscript, printed, sign
        self.div = manuscript.list_div if whole else None
        self.text = manuscript.text
        self.pieces: list[str] = []
        self.place = 0
        self.notes: list[str] = []

    def write(self, references: str) -> str:
        at = self.div[0] if self.div else self.manuscript.list_at
        listed = at is None or not (references or self.div)
        for citation in self.manuscript.citations():
            if not listed and at is not None and citation.start >= at:
                self.list(at, references)
                listed = True
            self.citation(citation.start, citation.end)
        if not listed and at is not None:
            self.list(at, references)
        copied = "".join([*self.pieces, self.text[self.place :]])
        blocks = [references] if references and at is None else []
        blocks += self.notes
        if not blocks:
            return copied
        kept = copied.rstrip("\n")
        return "\n\n".join([kept, *blocks] if kept else blocks) + "\n"

    def list(self, at: int, references: str) -> None:
        """Put the list where the document wants it, in blank lines of its own."""
        before = self.text[self.place : at].rstrip("\n")
        self.pieces += [before, "\n\n", references, "\n\n"]
        after = self.div[1] if self.div else at
        self.place = after + len(self.text[after:]) - len(self.text[after:].lstrip("\n"))

    def citation(self, start: int, end: int) -> None:
        printed = self.printed[start]
        before = self.text[self.place : start]
        if printed.note is None and not printed.raised:
            self.pieces += [before, self.sign(self.settled(printed, end).whole)]
            self.place = end
            return
        text = self.sign(printed.whole) if printed.text else ""
        if printed.note is not None:
            text += self.call(printed.note)
        if not printed.text or printed.raised:  # it follows what it is about
            ended = self.manuscript.after.get(start, start)
            before = self.text[self.place : max(self.place, ended)]
            points = None if printed.raised else _POINTS.match(self.text, end)
            if points and not before.endswith(_ENDS):
                text = points[0] + text
                end = points.end()
        self.place = end
        self.pieces += [before, text]

    def call(self, note: str) -> str:
        """The call of a new note, which is put at the end."""
        number = len(self.notes) + 1
        while f"cite-{number}" in self.manuscript.notes:
            number += 10_000
        self.notes.append(f"[^cite-{number}]: {self.sign(note)}")
        return f"[^cite-{number}]"

    def settled(self, printed: Printed, end: int) -> Printed:
        """What is printed, without a full stop where the sentence goes on or has its own."""
        if not (printed.inside and _GOES_ON.match(self.text, end)):
            return printed
        return replace(printed, text=_LAST_STOP.sub(r"\1", printed.text))
