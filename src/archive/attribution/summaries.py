"""Summaries in a list of contents, or in place of an article: what they say of the author.

"Nabila Lund, lecturer in education at Uppsala University, asks why ...", "Novelist Ann Lee
recalls ...": the first words speak of the author, whose name the byline gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive.attribution import notes
from archive.attribution.evidence import squeezed
from archive.attribution.notes import Note
from archive.attribution.people import person_end, same_person
from archive.attribution.sentences import sentences
from archive.attribution.words import HONORIFICS, ROLES, word_set
from archive.model.document import Bounds

_PREFIX = re.compile(r"[^\W\d_a-z][\w'’-]{1,24}(?:\s[a-z][\w'’-]{1,24}){0,3}\s(?=[^\W\d_a-z])")
_RANKS = word_set("sergeant corporal commander brigadier admiral constable inspector")
_LONGEST = 600


def described(text: str, bounds: Bounds, names: Iterable[str]) -> list[Note]:
    """The notes on the authors that a summary begins with; empty if it says nothing of them.

    Args:
        text: the prose.
        bounds: of the summary.
        names: of the authors, as the byline gives them.
    """
    known = list(names)
    if bounds[1] - bounds[0] > _LONGEST:
        return []
    first = sentences(text, *bounds)[:1]
    for start, end in first:
        found = notes.read(text, start, end) or _role_first(text, start, end)
        found = [note for note in found if not _is_in_name(text, note, known)]
        if found and all(
            any(same_person(squeezed(text[slice(*person)]), name) for name in known)
            for note in found
            for person in note.people
        ):
            return [note for note in found if note.people]
    return []


def _is_in_name(text: str, note: Note, names: Iterable[str]) -> bool:
    """Whether what a note calls the author is a title of the name: "by Captain Ann Lee"."""
    role = squeezed(text[slice(*note.role)]).casefold() if note.role else ""
    return bool(role) and any(name.casefold().startswith(f"{role} ") for name in names)


def _role_first(text: str, start: int, end: int) -> list[Note]:
    """What stands before the name: "Aid worker Ann Lee describes"."""
    match = _PREFIX.match(text, start, end)
    stop = person_end(text, match.end(), end) if match else start
    if match is None or stop <= match.end():
        return []
    last = match.group().split()[-1].lower()
    if last not in ROLES | HONORIFICS | _RANKS:
        return []
    return [Note(((match.end(), stop),), (start, match.end() - 1), ())]
