"""Agents in TEI: the file of one, and the entries of a record, which may point to them."""

from __future__ import annotations

from collections.abc import Iterator

from archive.errors import InputError
from archive.model.agents import Agent, AgentKind, Entry, Form
from archive.model.identity import date_of
from archive.model.record import Record
from archive.tei.statements import children, first, plain
from archive.tei.xml import Element, UnreadableRecord, local, parse

POINTER = "agent"
"""The type of the ``idno`` in which a record's entry names an agent."""

NAMES = {AgentKind.PERSON: "persName", AgentKind.ORGANISATION: "orgName"}
_LISTS = {AgentKind.PERSON: "listPerson/person", AgentKind.ORGANISATION: "listOrg/org"}


class UnreadableAgent(InputError):
    """A file of records/_agents is no agent.

    Nothing is decided by the others meanwhile: the broken one may share a name with them.
    """

    code = "E351"

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(
            f"{path}:{line}: it cannot be read: {reason}",
            hint="mend the file or take it back from version control; 'archive validate' says more",
        )


def read_agent(data: bytes, id: str, path: str) -> Agent:
    """Read the file of an agent.

    Args:
        data: its bytes.
        id: the name of the file, without extension.
        path: of the file, for messages.

    Raises:
        UnreadableAgent: not XML, or neither a person nor an organisation with a name.
    """
    try:
        root = parse(data).getroot()
    except UnreadableRecord as error:
        raise UnreadableAgent(path, error.line, error.reason) from None
    agent = agent_of(root, id)
    if agent is None:
        raise UnreadableAgent(path, 1, "it is neither a person nor an org with a full name")
    return agent


def agent_of(root: Element, id: str) -> Agent | None:
    """The agent in a parsed file; None if it is neither a person nor an org with a full name."""
    kind = next((kind for kind in AgentKind if kind == local(root)), None)
    if kind is None:
        return None
    forms = [_form(name) for name in children(root, NAMES[kind])]
    ordered = sorted((form for form in forms if form.text), key=lambda form: form.short)
    return Agent(id, kind, tuple(ordered)) if ordered and not ordered[0].short else None


def _form(name: Element) -> Form:
    return Form(
        " ".join(plain(name).split()),
        name.get("type") == "short",
        name.get("cert") != "low",
        name.get("from") or name.get("notBefore") or "",
        name.get("to") or name.get("notAfter") or "",
    )


def entries(record: Record) -> Iterator[Entry]:
    """The entries of a loaded record, as its document has them, in order: people first."""
    root = parse(record.xml).getroot()
    for kind, path in _LISTS.items():
        for entry in children(root, f"standOff/{path}"):
            names = children(entry, NAMES[kind])
            if names:
                name = " ".join(plain(names[0]).split())
                yield Entry(kind, name, record.id, date_of(record), pointer(entry))


def wording(data: bytes) -> str:
    """All that a record prints, and the names in its entries, each run of white space as one space.

    Raises:
        UnreadableRecord: it is no record.
    """
    root = parse(data).getroot()
    try:
        texts = [plain(first(root, "text"))]
    except LookupError as error:
        raise UnreadableRecord(f"it is not a record of an archive ({error})") from None
    for kind, path in _LISTS.items():
        texts += map(plain, children(root, f"standOff/{path}/{NAMES[kind]}"))
    return " ".join(" ".join(texts).split())


def pointer(entry: Element) -> str:
    """The id of the agent that an entry names; empty if it names none."""
    numbers = (number for number in children(entry, "idno") if number.get("type") == POINTER)
    return next((plain(number).strip() for number in numbers), "")
