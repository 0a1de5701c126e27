"""Many articles: a mailbox of messages, each a copy; an edition, each article a record."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive import tei
from archive.model.article import BlockKind
from archive.model.fact import Span
from archive.model.record import Container
from archive.pipeline.accession import Done, OneArticleNow, Outcome, intake, rebuild
from archive.pipeline.archives import Archive, open_archive
from archive.pipeline.checking import check
from archive.pipeline.sources import InContainer, each, load_sources
from archive.store.start import start

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PROSE = """\
The {0} met for the first time in a gymnasium, because both of the
official halls were claimed by parties that had lost, and it was the
most orderly meeting that anybody could remember.

Power that can fix a street lamp is easier to trust than power that can
declare a war, said the {0}, and it is also easier to remove.
"""
LETTER = """\
From wire@example.org Tue Jan 15 10:00:00 2008
From: The Wire <wire@example.org>
Subject: {0}
Date: Tue, 15 Jan 2008 10:00:00 +0000
Message-ID: <{0}@example.org>

{0}

by {1}

{2}
Source: The Daily Herald, {3} January 2008. Copyright permission is granted for publication.

"""
MESSAGES = (
    LETTER.format("Wells", "Ann Lee", PROSE.format("council"), 13),
    "From bob@example.org Wed Jan 16 10:00:00 2008\nSubject: Re: Wells\n\nThanks, Bob\n\n",
    LETTER.format("Lamps", "Bob Ek", PROSE.format("board"), 20),
)
MAILBOX = "".join(MESSAGES).encode()
EDITION = """\
The Valley News Service
14 January 2008

Unless otherwise noted, copyright permission has been obtained and articles may be reprinted by
any news outlet or publication.

Inside this edition

1. Wells
2. Lamps

**********

1. Wells
by Ann Lee

{}
(Source: The Daily Herald, 13 January 2008)

**********

2. Lamps
by Bob Ek

{}
(Source: The Evening Star, 12 January 2008)
""".format(PROSE.format("council"), PROSE.format("board"))


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.chdir(tmp_path)
    start(tmp_path / "wire", "The Wire")
    return open_archive(tmp_path, tmp_path / "wire")


def taken(archive: Archive, path: Path) -> list[Done]:
    with intake(archive) as taking:
        done = list(each(load_sources(path), lambda copy: taking.take(copy, NOW)))
    assert not any(isinstance(one, InContainer) for one in done)
    return [one for one in done if isinstance(one, Done)]


def test_each_message_of_a_mailbox_is_a_copy(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "box.mbox"
    path.write_bytes(MAILBOX)
    first, second = (archive.store.load(done.id) for done in taken(archive, path))
    assert [stored.received() for stored in (first, second)] == [
        MESSAGES[0].encode(),
        MESSAGES[2].encode(),
    ]
    copy = second.captures[0].copy
    starts = len("".join(MESSAGES[:2]).encode())
    digest = hashlib.sha256(MAILBOX).hexdigest()
    assert copy.container == Container(digest, len(MAILBOX), starts)
    assert dict(copy.headers)["subject"] == "Lamps"
    assert tei.read(second.xml).received == copy
    assert check(archive).findings == ()
    assert {rebuild(archive, id, "2026-11-25").outcome for id in archive.store.ids()} == {
        Outcome.UNCHANGED
    }


def test_each_article_of_an_edition_is_a_record(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "edition.txt"
    path.write_text(EDITION)
    first, second = (tei.read(archive.store.load(done.id).xml) for done in taken(archive, path))
    assert (first.heading, second.heading) == ("Wells", "Lamps")
    assert first.received == second.received
    assert first.extent
    assert second.extent
    assert first.extent.end <= second.extent.start
    own = [b for b in second.blocks if second.extent.holds(b.span)]
    assert sum(block.kind is BlockKind.PARAGRAPH for block in own) == 2
    assert first.rights
    assert second.rights
    assert second.rights.statement == first.rights.statement
    assert check(archive).findings == ()
    assert {rebuild(archive, id, "2026-11-25").outcome for id in archive.store.ids()} == {
        Outcome.UNCHANGED
    }


@pytest.mark.parametrize(
    ("name", "content"), [("box.mbox", MAILBOX), ("edition.txt", EDITION.encode())]
)
def test_what_a_run_cut_off_left_out_is_taken_in_by_the_next(
    archive: Archive, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    first, second = taken(archive, path)
    shutil.rmtree(archive.store.path(second.id))
    outcomes = {done.id: done.outcome for done in taken(archive, path)}
    assert outcomes == {first.id: Outcome.HELD, second.id: Outcome.NEW}
    again = {done.outcome for done in taken(archive, path)}
    assert again == {Outcome.HELD}


def with_extent(archive: Archive, id: str, start: int | None, end: int = 0) -> None:
    """Let a record say of which run of its source it is, as if other rules had read it."""
    stored = archive.store.load(id)
    record = tei.read(stored.xml)
    extent = None if start is None else Span(record.received.sha256, start, end)
    archive.store.replace(id, tei.write(replace(record, extent=extent)), over=stored.xml)


def test_what_the_rules_learn_to_tell_apart_is_taken_in_after_a_rebuild(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "edition.txt"
    path.write_text(EDITION)
    first, second = taken(archive, path)
    shutil.rmtree(archive.store.path(second.id))
    with_extent(archive, first.id, None)
    assert [done.outcome for done in taken(archive, path)] == [Outcome.HELD]
    assert rebuild(archive, first.id, "2026-11-25").outcome is Outcome.REBUILT
    outcomes = {done.id: done.outcome for done in taken(archive, path)}
    assert outcomes == {first.id: Outcome.HELD, second.id: Outcome.NEW}
    assert check(archive).findings == ()


def test_what_the_rules_read_as_one_article_goes_to_the_record_that_begins_first(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "edition.txt"
    path.write_text(EDITION)
    first, second = taken(archive, path)
    extent = tei.read(archive.store.load(first.id).xml).extent
    assert extent
    middle = (extent.start + extent.end) // 2
    with_extent(archive, first.id, extent.start, middle)
    with_extent(archive, second.id, middle, extent.end)
    before = archive.store.load(second.id).xml
    for _ in range(2):  # whichever of the two is read again first
        with pytest.raises(OneArticleNow, match=first.id):
            rebuild(archive, second.id, "2026-11-25")
        rebuild(archive, first.id, "2026-11-25")
    assert tei.read(archive.store.load(first.id).xml).extent == extent
    assert archive.store.load(second.id).xml == before


def test_the_address_of_a_link_is_evidence(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "wells.md"
    grant = "Originally published in [The Daily Herald](https://herald.example/wells)."
    path.write_text(f"# Wells\n\n*By Ann Lee*\n\n{PROSE.format('council')}\n*{grant}*\n")
    (done,) = taken(archive, path)
    published = tei.read(archive.store.load(done.id).xml).published
    assert published is not None
    assert published.address is not None
    assert published.address.value == "https://herald.example/wells"
    assert check(archive).findings == ()


def test_a_date_printed_in_another_language_is_not_read_as_english(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "bus.txt"
    path.write_text(
        "Eine Haltestelle mehr\n\nVon Ulrike Sandmeier\n\nDer Bus fährt voll ab und kommt leer an. "
        "Irgendwo beim alten Depot steigen fast alle aus, und aus einem Strich auf dem Plan wird "
        "eine Tatsache, die man nicht mehr aus der Welt schaffen kann.\n\n"
        "Quelle: Neckar-Rundschau, 12. August 2010\n"
    )
    (done,) = taken(archive, path)
    published = tei.read(archive.store.load(done.id).xml).published
    assert published is not None
    assert published.date is not None
    assert published.date.value == "2010-08-12"
    assert check(archive).findings == ()


def test_letters_that_were_decoded_wrongly_are_kept_with_a_reading(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "wells.txt"
    path.write_text(f"Wells\n\nby Ann Lee\n\n{PROSE.format('cafÃ©')}")
    (done,) = taken(archive, path)
    xml = archive.store.load(done.id).xml.decode()
    assert "<orig>Ã©</orig><reg>é</reg></choice>" in xml
    assert check(archive).findings == ()
