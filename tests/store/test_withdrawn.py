"""Withdrawn records: the folder goes, the tombstone stays, and the name is never given again."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from archive.errors import UnknownName
from archive.store.durable import StorageError
from archive.store.records import Store, TwoOfOneName
from archive.store.withdrawn import DamagedTombstone, Withdrawn
from store import samples
from store.samples import ID, YEAR


@pytest.fixture
def store(tmp_path: Path) -> Store:
    (tmp_path / "records").mkdir()
    store = Store(tmp_path, wait=0)
    store.create(ID, YEAR, samples.files())
    return store


def test_withdraw(store: Store) -> None:
    gone = samples.tombstone()
    store.withdraw(gone)
    assert samples.tree(store.records) == {
        "_withdrawn": None,
        f"_withdrawn/{ID}.json": gone.to_json(),
    }
    assert (store.ids(), store.withdrawn(), store.tombstones()) == ([], [ID], [gone])
    assert store.sources() == {}


def test_a_withdrawn_record_says_when_and_why(store: Store) -> None:
    store.withdraw(replace(samples.tombstone(), see="2008-another"))
    for step in (
        lambda: store.path(ID),
        lambda: store.load(ID),
        lambda: store.replace(ID, b""),
        lambda: store.withdraw(samples.tombstone()),
        lambda: store.create(ID, "2009", samples.files()),
    ):
        with pytest.raises(Withdrawn, match="on 2026-11-25 by Jane Doe: Taken in twice") as caught:
            step()
        assert "2008-another stands in its place" in caught.value.hint
        assert caught.value.exit_code == 4


def test_what_never_was_is_not_withdrawn(store: Store) -> None:
    for id in ("2008-another", "../../2008", f"{ID}.json", ""):
        with pytest.raises(UnknownName):
            store.withdraw(samples.tombstone(id))
        with pytest.raises(UnknownName):
            store.path(id)


def test_two_records_of_one_name_are_both_kept(store: Store) -> None:
    other = store.records / "2009"
    other.mkdir()
    (store.records / YEAR / ID).rename(other / ID)
    store.create("2008-another", YEAR, samples.files())
    (store.records / YEAR / "2008-another").rename(store.records / YEAR / ID)
    before = samples.tree(store.records)
    with pytest.raises(TwoOfOneName, match=f"2008/{ID} and .*2009/{ID}"):
        store.withdraw(samples.tombstone())
    assert samples.tree(store.records) == before


def test_a_damaged_tombstone_stops_what_would_need_it(store: Store) -> None:
    store.withdraw(samples.tombstone())
    path = store.records / "_withdrawn" / f"{ID}.json"
    path.write_bytes(b"{}")
    for step in (store.tombstones, lambda: store.path(ID)):
        with pytest.raises(DamagedTombstone, match="no key 'because'"):
            step()
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(StorageError):
        store.tombstones()


def test_links_in_a_record_are_not_followed(store: Store, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_bytes(b"kept")
    (store.path(ID) / "source" / "link").symlink_to(outside)
    store.withdraw(samples.tombstone())
    assert (outside / "kept.txt").read_bytes() == b"kept"


def test_tombstones_behind_a_link_are_none(store: Store, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "2008-another.json").write_bytes(b"{}")
    (store.records / "_withdrawn").symlink_to(outside)
    assert store.withdrawn() == []
