"""Records as TEI and back: the same record, the same bytes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import factory
from archive.model.article import (
    Affiliation,
    Author,
    Block,
    BlockKind,
    Claim,
    Organisation,
    Person,
    Repair,
)
from archive.model.fact import Editor, Fact, Span
from archive.model.record import Change, Container
from archive.model.rights import Act, Condition, RightsKind, Standing
from archive.tei import read, write
from archive.tei.xml import UnreadableRecord

WHOLE = factory.record()
JANE = Editor("Jane Doe & Søn")
assert WHOLE.rights is not None
assert WHOLE.published is not None
assert WHOLE.language is not None
GRANT: Fact[Any] = WHOLE.rights.statement
RECORDS: dict[str, dict[str, Any]] = {
    "everything stated": {},
    "unsigned": {"authors": ()},
    "only a role": {"authors": (replace(WHOLE.authors[0], affiliations=()),)},
    "a mononym and a second author": {
        "authors": (
            Author(factory.fact(Person("Ann"), "Ann", "note/x")),
            replace(WHOLE.authors[0], role=None),
        )
    },
    "the same organisation twice, once without its short form": {
        "authors": (
            replace(
                WHOLE.authors[0],
                affiliations=(
                    Affiliation(
                        factory.fact(
                            Organisation("Rural Water Board", "RWB"), "Rural Water Board", "note/x"
                        )
                    ),
                    *WHOLE.authors[0].affiliations,
                ),
            ),
        )
    },
    "an organisation with no Latin letters": {
        "distributed": None,
        "published": replace(
            WHOLE.published, outlet=replace(WHOLE.published.outlet, value=Organisation("الأهرام"))
        ),
    },
    "known from the distributor only": {"published": None, "marks": ()},
    "known from the publisher only": {"distributed": None},
    "no chain at all": {"published": None, "distributed": None, "marks": ()},
    "published, no body and no date": {
        "marks": (),
        "published": replace(WHOLE.published, body=None, date=None)
    },
    "an edition's range of dates and an address": {
        "published": replace(
            WHOLE.published,
            date=factory.fact("2008-06-10/2008-06-16", "13 June 2008", "credit/source-line"),
            address=factory.fact("www.dh.example", "The Daily Herald", "credit/address"),
        )
    },
    "no rights statement": {"rights": None},
    "a refusal with conditions, holder and licence": {
        "rights": replace(
            WHOLE.rights,
            kind=replace(GRANT, value=RightsKind.RESERVED),
            acts=((Act.TRANSLATE, replace(GRANT, value=Standing.PROHIBITED)),),
            conditions=(replace(GRANT, value=Condition.FREE_OF_CHARGE),),
            licence=replace(GRANT, value="CC-BY-4.0"),
            holder=replace(GRANT, value="Ann Lee"),
        )
    },
    "language not determined": {"language": None},
    "a title that a person supplied": {
        "title": Fact("A Well & <Two> Villages", None, JANE),
        "history": (Change("2026-11-25", "Title supplied.", JANE), *WHOLE.history),
    },
    "letters that were decoded wrongly": {
        "marks": (factory.fact(Repair("W"), "Well", "reading/mojibake"), *WHOLE.marks),
    },
    "no title": {"title": None},
    "in Arabic": {"language": replace(WHOLE.language, value="ar")},
    "one of several articles of a source": {
        "marks": (),
        "extent": Span(factory.SHA256, WHOLE.blocks[1].span.start, WHOLE.blocks[2].span.end),
        "blocks": (
            replace(WHOLE.blocks[0], kind=BlockKind.MASTHEAD),
            *WHOLE.blocks[1:],
        ),
    },
    "an edition's contents and permission": {
        "marks": (),
        "extent": WHOLE.blocks[1].span,
        "blocks": (
            replace(WHOLE.blocks[0], kind=BlockKind.CONTENTS),
            replace(WHOLE.blocks[1], kind=BlockKind.HEADING),
            *WHOLE.blocks[2:],
        ),
    },
    "taken out of a mailbox": {
        "received": replace(
            WHOLE.received,
            headers=(("date", "Tue, 15 Jan 2008"), ("subject", "A <Well>")),
            container=Container("0" * 64, 10_000, 120),
        )
    },
    "metadata that agrees, differs and stands alone": {
        "claims": (
            Claim("title", factory.fact("A Well", "A Well", "claim/x"), agrees=True),
            Claim("author", factory.fact("admin", "Ann", "claim/x"), agrees=False),
            Claim("date", factory.fact("2008", "2008", "claim/x")),
        )
    },
    "no marks": {"marks": ()},
    "every other kind of block": {
        "marks": (),
        "blocks": tuple(
            Block(kind, factory.at(line), line)
            for kind, line in zip(
                [BlockKind.MASTHEAD, BlockKind.SUBTITLE, BlockKind.BYLINE, BlockKind.SEPARATOR],
                filter(None, factory.TEXT.split("\n")),
                strict=True,
            )
        ),
    },
}  # fmt: skip


@pytest.mark.parametrize("changes", RECORDS.values(), ids=RECORDS.keys())
def test_round_trip(changes: dict[str, Any]) -> None:
    record = factory.record(**changes)
    document = write(record)
    again = read(document)
    assert again == record
    assert again.xml == document
    assert write(again) == document


EDITED = {
    "a correction beside the error": (
        "closed it",
        "closed <choice><sic>it</sic><corr>the well</corr></choice>",
    ),
    "a name, nested": (
        "opened the well",
        "opened <placeName ref='#x'>the <term>well</term></placeName>",
    ),
    "a comment": ("opened the", "<!-- sic? -->opened the"),
}


@pytest.mark.parametrize(("old", "new"), EDITED.values(), ids=EDITED.keys())
def test_markup_of_an_editor_moves_no_range(old: str, new: str) -> None:
    inserted = new if "choice" not in new else new.replace("closed it", "")
    document = write(WHOLE).decode()
    if old == "closed it":
        document = document.replace("&amp; closed it", "&amp; " + inserted)
    else:
        document = document.replace(old, inserted)
    again = read(document.encode())
    assert again.blocks == WHOLE.blocks
    assert again.marks == WHOLE.marks


UNREADABLE = {
    "not well formed": (b"<TEI>", "record.xml:1"),
    "a document type declaration": (b'<!DOCTYPE TEI [<!ENTITY a "b">]><TEI>&a;</TEI>', "DOCTYPE"),
    "an external document type": (b'<!DOCTYPE TEI SYSTEM "file:///etc/passwd"><TEI/>', "DOCTYPE"),
    "a document type after a comment": (
        b'<?xml version="1.0"?>\n<!-- a > b --><?p?>\n<!DOCTYPE TEI SYSTEM "x"><TEI/>',
        ":3: .*DOCTYPE",
    ),
    "UTF-16": ("<TEI/>".encode("utf-16"), "UTF-8"),
    "an encoding declared that it is not in": (
        b"<?xml version='1.0' encoding='utf-16'?><TEI/>",
        "encoding",
    ),
    "another document": (b"<html/>", "not a record"),
    "nothing": (b"", "record.xml:1"),
    "10,000 levels": (b"<a>" * 10_000 + b"</a>" * 10_000, "depth"),
    "no title": (write(WHOLE).replace(b'<title type="main"', b'<title type="other"'), "no title"),
    "a certainty that is none": (write(WHOLE).replace(b'"high"', b'"sure"', 1), "sure"),
}


@pytest.mark.parametrize(("document", "words"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_unreadable(document: bytes, words: str) -> None:
    with pytest.raises(UnreadableRecord, match=words):
        read(document)
