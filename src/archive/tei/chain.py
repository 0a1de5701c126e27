"""The chain of transmission as ``listBibl``: received <- distributed <- published."""

from __future__ import annotations

from base64 import urlsafe_b64encode

from archive.model.article import Appearance, Gap
from archive.model.record import Received, Record
from archive.tei.evidence import Ledger, source
from archive.tei.names import Names, person_id
from archive.tei.xml import Element, el

UNTITLED = "[untitled]"


def chain(record: Record, ledger: Ledger, names: Names) -> Element:
    """The ``listBibl`` of a record, latest link first; a link that nothing states is absent."""
    links = [el("head", None, "Chain of transmission, latest first"), _received(record)]
    if record.distributed:
        links.append(_distributed(record, record.distributed, ledger, names))
    if record.published:
        links.append(_published(record, record.published, ledger, names))
    return el("listBibl", {"id": "chain"}, *links)


def ni_uri(sha256: str) -> str:
    """The digest as a name (RFC 6920)."""
    return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")


def _received(record: Record) -> Element:
    copy = record.received
    return el(
        "bibl",
        {"id": "bibl-received", "type": "received"},
        el("idno", {"type": "filename"}, copy.filename),
        el("idno", {"type": "sha-256"}, copy.sha256),
        el("idno", {"type": "URI"}, ni_uri(copy.sha256)),
        _extent(copy),
        el("date", {"type": "received", "when": copy.received[:10]}, copy.received),
        el("note", {"type": "media-type"}, copy.media_type),
        el("note", {"type": "encoding"}, copy.encoding),
        *(el("note", {"type": "header", "subtype": name}, said) for name, said in copy.headers),
        _condition(record),
        _scope("characters", record.extent.start, record.extent.end) if record.extent else None,
        _host(copy),
    )


def _scope(unit: str, start: int, end: int) -> Element:
    """Which run of a file it is."""
    bounds = {"unit": unit, "from": str(start), "to": str(end)}
    return el("biblScope", bounds, f"{unit} {start} to {end}")


def _host(copy: Received) -> Element | None:
    """The file that the copy was taken out of."""
    host = copy.container
    if host is None:
        return None
    bibl = el(
        "bibl",
        None,
        el("idno", {"type": "sha-256"}, host.sha256),
        el("extent", None, _measure("bytes", host.size)),
        _scope("bytes", host.start, host.start + copy.size),
    )
    return el("relatedItem", {"type": "host"}, bibl)


def _extent(copy: Received) -> Element:
    return el("extent", None, _measure("bytes", copy.size), _measure("characters", copy.characters))


def _measure(unit: str, quantity: int) -> Element:
    return el("measure", {"unit": unit, "quantity": str(quantity)}, f"{quantity} {unit}")


def _condition(record: Record) -> Element | None:
    gaps = sum(isinstance(mark.value, Gap) for mark in record.marks)
    if not gaps:
        return None
    pointers = []
    for number in range(1, gaps + 1):
        pointer = el("ptr", {"target": f"#gap{number}"})
        pointer.tail = ", " if number < gaps else "."
        pointers.append(pointer)
    lost = "Something was lost before the archive received this copy: see "
    return el("note", {"type": "condition"}, lost, *pointers)


def _distributed(record: Record, link: Appearance, ledger: Ledger, names: Names) -> Element:
    distributor = el("distributor", names.ref(link.outlet), link.outlet.value.name)
    imprint = el(
        "imprint", None, distributor, _body(link, ledger, names), _date(record, link, ledger)
    )
    reprint = {"type": "original", "target": "#bibl-published"}
    item = _item("distributed", record, link, ledger, names, imprint)
    item.append(el("relatedItem", reprint)) if record.published else None
    return item


def _published(record: Record, link: Appearance, ledger: Ledger, names: Names) -> Element:
    date = _date(record, link, ledger, {"id": "d-pub", "type": "publication"})
    if date is None and link.body is None:  # TEI wants something in an imprint
        date = el("date", None, "not stated")
    imprint = el("imprint", None, _body(link, ledger, names), date)
    return _item("published", record, link, ledger, names, imprint)


def _item(
    kind: str, record: Record, link: Appearance, ledger: Ledger, names: Names, imprint: Element
) -> Element:
    authors = [
        el("author", {"ref": "#" + person_id(number)}, author.person.value.name)
        for number, author in enumerate(record.authors, 1)
    ]
    outlet = {"level": "j"} | names.ref(link.outlet) | ledger.evidence(link.outlet)
    address = link.address
    return el(
        "biblStruct",
        {"id": f"bibl-{kind}", "type": kind} | source(link.statement),
        el("analytic", None, *authors, el("title", {"level": "a"}, record.heading or UNTITLED)),
        el("monogr", None, el("title", outlet, link.outlet.value.name), imprint),
        el("ref", ledger.evidence(address), address.value) if address else None,
    )


def _body(link: Appearance, ledger: Ledger, names: Names) -> Element | None:
    body = link.body
    if body is None:
        return None
    return el("publisher", names.ref(body) | ledger.evidence(body), body.value.name)


def _date(
    record: Record, link: Appearance, ledger: Ledger, identity: dict[str, str] | None = None
) -> Element | None:
    date = link.date
    if date is None:
        return None
    first, _, last = date.value.partition("/")
    when = {"from": first, "to": last} if last else {"when": first}
    printed = record.printed(date.span) if date.span else ""
    return el("date", (identity or {}) | when | ledger.evidence(date), printed or date.value)
