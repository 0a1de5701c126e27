"""A person's edit enters a record's history; everything else in the document stays as it is."""

from __future__ import annotations

from itertools import count

from archive.model.fact import Editor
from archive.model.record import Change
from archive.tei.statements import Statements, children, first, plain
from archive.tei.write import person
from archive.tei.xml import ID, Element, UnreadableRecord, el, parse, serialise


def sign(document: bytes, change: Change) -> bytes:
    """Add ``change`` on top of the history, and whoever made it to those who answer for the record.

    The bytes become canonical: white space between elements of the header is set anew.

    Raises:
        UnreadableRecord: it is no record.
        ValueError: nobody made the change.
    """
    if change.who is None:
        raise ValueError("a change is signed by a person")
    root = parse(document).getroot()
    try:
        header = first(root, "teiHeader")
        statements = first(header, "fileDesc/titleStmt")
        history = first(header, "revisionDesc/listChange")
    except LookupError as error:
        raise UnreadableRecord(f"it is not a record of an archive ({error})") from None
    who = _known(statements, change.who) or _enter(root, statements, change.who)
    history.insert(0, el("change", {"when": change.when, "who": f"#{who}"}, change.what))
    return serialise(root)


def _known(statements: Element, editor: Editor) -> str | None:
    for statement in children(statements, "respStmt"):
        for name in children(statement, "name"):
            if name.get("type") == "person" and plain(name) == editor.name:
                return statement.get(ID)
    return None


def _enter(root: Element, statements: Element, editor: Editor) -> str:
    taken = Statements(root)
    free = (f"resp-editor-{n}" for n in count(1))
    identifier = next(name for name in free if taken.target(name) is None)
    last = children(statements, "respStmt")[-1]
    last.addnext(person(editor, identifier))
    return identifier
