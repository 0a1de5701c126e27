"""A person's edit enters the history."""

from __future__ import annotations

import pytest

import factory
from archive.model.fact import Editor
from archive.model.record import Change
from archive.tei import UnreadableRecord, read, sign, write

JANE, KIM = Editor("Jane Doe"), Editor("Kim & Søn")
DOCUMENT = write(factory.record())
EDIT = DOCUMENT.replace(b"closed it", b"closed <choice><sic>it</sic><corr>that</corr></choice>")


def test_the_change_stands_on_top_and_nothing_else_moves() -> None:
    change = Change("2026-11-25", "Corrected a pronoun.", JANE)
    signed = sign(EDIT, change)
    record = read(signed)
    assert record.history == (change, *factory.record().history)
    assert record.blocks == factory.record().blocks
    assert b"<corr>that</corr>" in signed
    lines = set(signed.splitlines()) - set(EDIT.splitlines())
    assert len(lines) == 4  # respStmt, resp, name; change


def test_the_same_person_is_entered_once_and_another_beside() -> None:
    signed = DOCUMENT
    for day, who in (("2026-11-25", JANE), ("2026-11-26", KIM), ("2026-11-27", JANE)):
        signed = sign(signed, Change(day, "Edited.", who))
    assert [change.who for change in read(signed).history] == [JANE, KIM, JANE, None]
    assert signed.count(b'<name type="person">') == 2


@pytest.mark.parametrize("document", [b"<TEI/>", b"no XML", b"<!DOCTYPE TEI><TEI/>"])
def test_what_is_no_record_is_not_signed(document: bytes) -> None:
    with pytest.raises(UnreadableRecord):
        sign(document, Change("2026-11-25", "Edited.", JANE))
