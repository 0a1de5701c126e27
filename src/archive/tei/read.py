"""A TEI document as a record again: what the program and people stated, with its evidence.

Markup that only editors add (names in the text, notes) has no place in the model; it stays in
``Record.xml``, the document itself.
"""

from __future__ import annotations

from archive.model.article import Affiliation, Appearance, Author, Claim, Organisation, Person
from archive.model.fact import Fact, Span
from archive.model.record import Change, Container, Holding, Received, Record
from archive.model.rights import Act, Condition, Rights, RightsKind, Standing
from archive.tei.rights import GRANT, MARKUP
from archive.tei.statements import Statements, children, first, plain
from archive.tei.view import blocks, marks
from archive.tei.write import AGREEMENT
from archive.tei.xml import ID, Element, UnreadableRecord, parse


def read(data: bytes) -> Record:
    """Read a record.

    Raises:
        UnreadableRecord: not XML, or not a record: something that every record has is missing.
    """
    root = parse(data).getroot()
    statements = Statements(root)
    try:
        return _record(root, statements, data)
    except (LookupError, ValueError) as error:
        raise UnreadableRecord(f"it is not a record of an archive ({error})") from None


def _record(root: Element, statements: Statements, data: bytes) -> Record:
    header = first(root, "teiHeader")
    title_statement = first(header, "fileDesc/titleStmt")
    titles = {title.get("type"): title for title in children(title_statement, "title")}
    publication = first(header, "fileDesc/publicationStmt")
    links = {
        bibl.get("type"): bibl
        for bibl in children(header, "fileDesc/sourceDesc/listBibl/biblStruct")
    }
    numbers = {idno.get("type"): plain(idno) for idno in children(publication, "idno")}
    main, sub = titles.get("main"), titles.get("sub")
    if main is None and "untitled" not in titles:
        raise LookupError("no title")
    language = first(header, "profileDesc/langUsage/language")
    text = first(root, "text")
    return Record(
        title=statements.fact(main, plain(main)) if main is not None else None,
        subtitle=statements.fact(sub, plain(sub)) if sub is not None else None,
        authors=tuple(_author(a, statements) for a in children(title_statement, "author")),
        language=statements.fact(language, language.get("ident", ""))
        if language.get("source") or language.get("resp")
        else None,
        published=_appearance(links.get("published"), statements),
        distributed=_appearance(links.get("distributed"), statements),
        rights=_rights(publication, statements),
        blocks=blocks(text, statements),
        marks=marks(text, statements),
        extent=_extent(statements, first(header, "fileDesc/sourceDesc/listBibl/bibl")),
        claims=tuple(_claim(n, statements) for n in children(header, "fileDesc/notesStmt/note")),
        id=numbers["record"],
        key=numbers["citation-key"],
        received=_received(first(header, "fileDesc/sourceDesc/listBibl/bibl")),
        holding=_holding(publication),
        history=tuple(
            Change(c.get("when", ""), plain(c), statements.editor(c.get("who", "")))
            for c in children(header, "revisionDesc/listChange/change")
        ),
        program=first(header, "encodingDesc/appInfo/application").get("version", ""),
        xml=data,
    )


def _extent(statements: Statements, received: Element) -> Span | None:
    scopes = children(received, "biblScope")
    return statements.run(scopes[0]) if scopes else None


def _claim(note: Element, statements: Statements) -> Claim:
    agreement = note.get("type", "").removeprefix("claim-")
    agrees = next(known for known, name in AGREEMENT.items() if name == agreement)
    return Claim(note.get("subtype", ""), statements.fact(note, plain(note)), agrees)


def _author(author: Element, statements: Statements) -> Author:
    person = statements.target(author.get("ref", ""))
    affiliations = children(person, "affiliation") if person is not None else []
    roles = [role for a in affiliations for role in children(a, "roleName")]
    return Author(
        person=statements.fact(author, _person(author)),
        role=statements.fact(roles[0], plain(roles[0])) if roles else None,
        affiliations=tuple(
            affiliation for a in affiliations if (affiliation := _affiliation(a, statements))
        ),
    )


def _person(author: Element) -> Person:
    parts = {tag: children(author, f"persName/{tag}") for tag in ("forename", "surname")}
    given, family = (" ".join(map(plain, parts[tag])) for tag in ("forename", "surname"))
    return Person(plain(author), given, family)


def _affiliation(element: Element, statements: Statements) -> Affiliation | None:
    names = children(element, "orgName")
    if not names:
        return None
    places = children(element, "placeName")
    return Affiliation(
        _organisation(names[0], statements),
        statements.fact(places[0], plain(places[0])) if places else None,
    )


def _organisation(element: Element, statements: Statements) -> Fact[Organisation]:
    entry = statements.target(element.get("ref", ""))
    names = children(entry, "orgName") if entry is not None else []
    short = next((plain(name) for name in names if name.get("type") == "short"), "")
    return statements.fact(element, Organisation(plain(element), short))


def _appearance(item: Element | None, statements: Statements) -> Appearance | None:
    if item is None:
        return None
    title = first(item, "monogr/title")
    bodies = children(item, "monogr/imprint/publisher")
    dates = [d for d in children(item, "monogr/imprint/date") if d.get("when") or d.get("from")]
    addresses = children(item, "ref")
    return Appearance(
        outlet=_organisation(title, statements),
        statement=statements.span(item),
        body=_organisation(bodies[0], statements) if bodies else None,
        date=statements.fact(dates[0], _when(dates[0])) if dates else None,
        address=statements.fact(addresses[0], plain(addresses[0])) if addresses else None,
    )


def _when(date: Element) -> str:
    return date.get("when") or f"{date.get('from')}/{date.get('to')}"


def _rights(publication: Element, statements: Statements) -> Rights | None:
    licences = {e.get(ID): e for e in children(publication, "availability/licence")}
    licence = licences[GRANT]
    kinds = statements.pointers(licence, "ana", "kind.")
    if not kinds:
        return None
    quote = first(licence, "quote")
    names = {name.get("type"): name for name in children(licence, "name")}
    lists = {e.get("type"): children(e, "item") for e in children(licence, "list")}
    holder, named = names.get("holder"), names.get("licence")
    return Rights(
        kind=statements.fact(licence, RightsKind(kinds[0])),
        statement=statements.fact(quote, plain(quote)),
        acts=tuple(
            act for item in lists.get("acts", []) if (act := _act(item, statements)) is not None
        ),
        conditions=tuple(
            statements.fact(item, Condition(plain(item))) for item in lists.get("conditions", [])
        ),
        licence=statements.fact(named, plain(named)) if named is not None else None,
        holder=statements.fact(holder, plain(holder)) if holder is not None else None,
    )


def _act(item: Element, statements: Statements) -> tuple[Act, Fact[Standing]] | None:
    category = statements.pointers(item, "ana", "right.")[0]
    act, _, standing = category.rpartition(".")
    if standing == Standing.UNSTATED:
        return None
    return Act(act), statements.fact(item, Standing(standing))


def _received(bibl: Element) -> Received:
    numbers = {idno.get("type"): plain(idno) for idno in children(bibl, "idno")}
    sizes = {m.get("unit"): int(m.get("quantity", "")) for m in children(bibl, "extent/measure")}
    notes = {note.get("type"): plain(note) for note in children(bibl, "note")}
    headers = [note for note in children(bibl, "note") if note.get("type") == "header"]
    hosts = children(bibl, "relatedItem/bibl")
    return Received(
        filename=numbers["filename"],
        sha256=numbers["sha-256"],
        size=sizes["bytes"],
        characters=sizes["characters"],
        media_type=notes["media-type"],
        encoding=notes["encoding"],
        received=plain(first(bibl, "date")),
        headers=tuple((note.get("subtype", ""), plain(note)) for note in headers),
        container=_container(hosts[0]) if hosts else None,
    )


def _container(host: Element) -> Container:
    return Container(
        sha256=plain(first(host, "idno")),
        size=int(first(host, "extent/measure").get("quantity", "")),
        start=int(first(host, "biblScope").get("from", "")),
    )


def _holding(publication: Element) -> Holding:
    licences = {e.get(ID): e for e in children(publication, "availability/licence")}
    markup = licences[MARKUP]
    return Holding(plain(first(publication, "publisher")), markup.get("target", ""), plain(markup))
