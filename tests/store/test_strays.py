"""What lies among the records is told by name and kind; nothing is opened, no link is followed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archive.store.records import Store
from store import samples
from store.samples import ID, YEAR


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An archive with all that may lie there."""
    records = tmp_path / "records"
    records.mkdir()
    store = Store(tmp_path, wait=0)
    store.create(ID, YEAR, samples.files())
    store.create("undated-a", "undated", samples.files())
    store.withdraw(samples.tombstone("undated-a"))
    for name in ("README.md", ".gitkeep", "_agents/lee-ann.xml", "_agents/README.md"):
        (records / name).parent.mkdir(exist_ok=True)
        (records / name).write_bytes(b"x")
    return store


def test_nothing_strange(store: Store) -> None:
    assert store.strays() == {}


FILES = (
    *(".DS_Store", "notes.txt", "readme.md", "2008.xml", "2009"),
    *("2008/README.txt", f"2008/{ID}.xml", "2008/.DS_Store", "2008/2008-file"),
    *("_agents/lee.txt", "_agents/.lee.xml", "_withdrawn/2008-a.xml", "_withdrawn/.json"),
    *("2008/a\nb", "2008/\x1b[31m", "2008/\udcff", "2008/..a"),
)
FOLDERS = (
    *("08", "20080", "agents", ".cache", "_agents/more", "_withdrawn/2008-a.json"),
    *("2008/Lee_Rain", "2008/2008--rain", "2008/.git", "2008/\udcff\n", "2008/regen-für-zwei"),
)


@pytest.mark.parametrize("name", FILES, ids=repr)
def test_files(store: Store, name: str) -> None:
    (store.records / name).write_bytes(b"x")
    assert store.strays() == {name: "file"}


@pytest.mark.parametrize("name", FOLDERS, ids=repr)
def test_folders(store: Store, name: str) -> None:
    home = store.records / name
    home.mkdir()
    (home / "2008-rain").mkdir()  # nothing looks into it
    assert store.strays() == {name: "folder"}
    assert store.ids() == [ID]


@pytest.mark.parametrize("name", ["2009", "2008/2008-rain", "README.md", "_agents/bo-ek.xml"])
def test_links_and_devices(store: Store, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    (outside / "2009-rain").mkdir(parents=True)
    path = store.records / name
    path.unlink(missing_ok=True)
    path.symlink_to(outside)
    assert store.strays() == {name: "link"}
    assert store.ids() == [ID]
    path.unlink()
    os.mkfifo(path)
    assert store.strays() == {name: "device"}


def test_folders_of_agents_and_tombstones_behind_links(store: Store, tmp_path: Path) -> None:
    for name in ("_agents", "_withdrawn"):
        (store.records / name).rename(tmp_path / name)
        (store.records / name).symlink_to(tmp_path / name)
    assert store.strays() == {"_agents": "link", "_withdrawn": "link"}
    assert store.withdrawn() == []
