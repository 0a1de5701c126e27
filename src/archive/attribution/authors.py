"""Who wrote the piece: the names in the byline, or else in the author note, with what it says."""

from __future__ import annotations

from collections.abc import Iterable

from archive.attribution import notes, people
from archive.attribution.bylines import Byline
from archive.attribution.evidence import printed, squeezed
from archive.attribution.notes import Note
from archive.attribution.posts import Post
from archive.model.article import Affiliation, Author, Block, Organisation, Person, SegmentKind
from archive.model.document import Bounds, Document
from archive.model.fact import Certainty, Fact, Rule

NOTE_AUTHOR = Rule(
    "note/author",
    "Without a byline, the person whom a note among the credits introduces is the author.",
)
NOTE_ROLE = Rule(
    "note/role",
    "What a note or a byline calls the author, up to the preposition that leads to an "
    "organisation, is the role; of several, the first.",
)
NOTE_AFFILIATION = Rule(
    "note/affiliation",
    "The organisations that a note names for the author behind 'at', 'of', 'with', 'for' and 'to' "
    "are affiliations; 'in' behind one leads to its place.",
)


def authors(
    document: Document,
    bylines: tuple[Byline, ...],
    blocks: Iterable[Block],
    beside: Iterable[Note] = (),
) -> tuple[Author, ...]:
    """The authors in printed order; empty for an unsigned article without an author note.

    Args:
        document: the source.
        bylines: of the article.
        blocks: of the article, with its notes.
        beside: what its summary says of those whom the byline names.
    """
    found = [*_notes(document, blocks), *beside]
    return signed_or_introduced(document, bylines, found, blocks)


def signed_or_introduced(
    document: Document, bylines: tuple[Byline, ...], found: list[Note], blocks: Iterable[Block]
) -> tuple[Author, ...]:
    """The authors by the names in the bylines, or else in the notes that were found."""
    signed = _once(document, bylines)
    if signed:
        return tuple(
            _signed(document, byline, person, found, alone=len(signed) == 1)
            for byline, person in signed
        )
    if bylines:
        return ()
    sure = _certainty(blocks)
    return tuple(
        _author(document, Fact(_person(document, p), document.span(*p), NOTE_AUTHOR, sure), note)
        for note in found
        for p in note.people
        if not (note.short or note.loose)
    )


def _certainty(blocks: Iterable[Block]) -> Certainty:
    """How surely a note introduces the author: less so if nothing else stands under the body."""
    segments = (s for block in blocks for s in block.segments)
    others = any(s.kind is not SegmentKind.AUTHOR_NOTE for s in segments)
    return Certainty.HIGH if others else Certainty.MEDIUM


def _once(document: Document, bylines: Iterable[Byline]) -> list[tuple[Byline, Bounds]]:
    """The names of all bylines with the byline of each; a name printed twice counts once."""
    found: list[tuple[Byline, Bounds]] = []
    seen: set[str] = set()
    for byline in bylines:
        for person in byline.people:
            name = squeezed(document.prose[slice(*person)]).casefold()
            if name not in seen:
                found.append((byline, person))
            seen.add(name)
    return found


def _notes(document: Document, blocks: Iterable[Block]) -> list[Note]:
    return [
        note
        for block in blocks
        for segment in block.segments
        if segment.kind is SegmentKind.AUTHOR_NOTE
        for note in notes.read(document.prose, segment.span.start, segment.span.end)
    ]


def _person(document: Document, bounds: Bounds) -> Person:
    return people.person(squeezed(document.prose[slice(*bounds)]))


def _signed(
    document: Document, byline: Byline, bounds: Bounds, found: list[Note], *, alone: bool
) -> Author:
    """An author of the byline, with what the note on that person says."""
    person = _person(document, bounds)
    said = [n for n in found if _is_of(document, n, person.name) or (alone and not n.people)]
    confirmed = any(n.people for n in said)
    sure = Certainty.HIGH if confirmed else byline.certainty
    fact = Fact(person, document.span(*bounds), byline.rule, sure)
    if said:
        return _author(document, fact, said[0])
    if byline.said:
        return _author(document, fact, Note((bounds,), byline.said.role, byline.said.posts))
    return Author(fact)


def _is_of(document: Document, note: Note, name: str) -> bool:
    printed_names = (squeezed(document.prose[slice(*p)]) for p in note.people)
    same = people.may_be if note.short else people.same_person
    return any(same(printed_name, name) for printed_name in printed_names)


def _author(document: Document, person: Fact[Person], note: Note) -> Author:
    role = printed(document, *note.role, NOTE_ROLE) if note.role else None
    return Author(person, role, tuple(_affiliation(document, post) for post in note.posts))


def _affiliation(document: Document, post: Post) -> Affiliation:
    name = post.name
    value = Organisation(squeezed(document.prose[name.start : name.end]), name.short)
    organisation = Fact(value, document.span(name.start, name.end), NOTE_AFFILIATION)
    place = printed(document, *post.place, NOTE_AFFILIATION) if post.place else None
    return Affiliation(organisation, place)
