"""The store: records are created, found, read and replaced, and nothing outside is touched."""

from __future__ import annotations

import errno
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archive.errors import ArchiveError, ForbiddenError, UnknownName, UsageError
from archive.store import durable, lock, manifest
from archive.store.durable import StorageError
from archive.store.records import RecordChanged, RecordExists, Store
from archive.store.stored import DamagedRecord
from store import crash, samples
from store.samples import ID, NEW, OLD, SOURCE, YEAR

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
EDITED = b"<TEI>by hand</TEI>\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "records").mkdir()
    return tmp_path


@pytest.fixture
def store(root: Path) -> Store:
    return Store(root, wait=0)


@pytest.fixture
def home(store: Store) -> Path:
    return store.create(ID, YEAR, samples.files())


def test_create(root: Path, store: Store, home: Path) -> None:
    assert home == root / "records" / YEAR / ID == store.path(ID)
    assert store.ids() == [ID]
    files = samples.files()
    lines = sorted(f"{manifest.digest(files[name])}  {name}\n" for name in files)
    listing = {**files, "source": None}
    listing["manifest-sha256.txt"] = "".join(sorted(lines, key=lambda li: li[64:])).encode()
    assert samples.tree(home) == listing
    assert samples.verified(home)


def test_load(store: Store, home: Path) -> None:
    stored = store.load(ID)
    assert (stored.id, stored.path, stored.xml, stored.edited) == (ID, home, OLD, False)
    assert stored.captures == (samples.capture(),)
    assert [path.read_bytes() for path in stored.sources] == [SOURCE]


def test_two_sources(store: Store) -> None:
    second = b"<p>A well"
    files = samples.files() | {
        "source/0002.html": second,
        "source/0002.json": samples.capture(second, "well.html").to_json(),
    }
    home = store.create("undated-a-well", "undated", files)
    stored = store.load("undated-a-well")
    assert [capture.copy.filename for capture in stored.captures] == ["a well.txt", "well.html"]
    assert [path.name for path in stored.sources] == ["0001.txt", "0002.html"]
    assert samples.verified(home)
    for source in (SOURCE, second):
        assert store.sources()[manifest.digest(source)] == ["undated-a-well"]


def test_sources(store: Store, home: Path) -> None:
    store.create("1999-first-of-two", "1999", samples.files())
    both = sorted(["1999-first-of-two", home.name])
    assert store.sources()[manifest.digest(SOURCE)] == both
    for other in (OLD, samples.capture().to_json(), b""):  # in a manifest, but no source
        assert manifest.digest(other) not in store.sources()
    (home.parents[1] / "1999/1999-first-of-two/manifest-sha256.txt").unlink()
    assert store.sources()[manifest.digest(SOURCE)] == both  # by its capture


def test_ids_in_order(store: Store, home: Path) -> None:
    for name in ("2009", ".2008.half", "notes"):
        (home.parents[1] / name).mkdir()
    (home.parents[1] / "README.md").write_text("Read me.")
    (home.parent / ".DS_Store").write_text("")
    store.create("1890-b", "1890", samples.files())
    store.create("2008-a", YEAR, samples.files())
    assert store.ids() == ["1890-b", "2008-06-13-lee-a-well", "2008-a"]


def test_replace(store: Store, home: Path) -> None:
    before = samples.tree(home)
    inodes = {path: path.stat().st_ino for path in home.rglob("source/*")}
    assert store.replace(ID, NEW) is True
    after = samples.tree(home)
    assert {name for name in after if after[name] != before[name]} == {
        "manifest-sha256.txt",
        "record.xml",
    }
    assert after.keys() == before.keys()
    assert {path: path.stat().st_ino for path in home.rglob("source/*")} == inodes
    assert (store.load(ID).xml, store.load(ID).edited) == (NEW, False)
    assert samples.verified(home)


def test_replace_by_the_same(store: Store, home: Path) -> None:
    inodes = [path.stat().st_ino for path in sorted(home.rglob("*"))]
    assert store.replace(ID, OLD) is False
    assert [path.stat().st_ino for path in sorted(home.rglob("*"))] == inodes


def test_damaged_source_stays_visible(store: Store, home: Path) -> None:
    """A new record.xml does not give a changed source a digest that fits."""
    (home / "source/0001.txt").write_bytes(b"Somebody changed this.")
    store.replace(ID, NEW)
    assert not samples.verified(home)


# over -> what is written over an edited record; None: it is refused
OVERS: dict[str, tuple[bytes, bytes | None, bool]] = {
    "not told of the edit": (NEW, None, False),
    "told of what was there before": (NEW, OLD, False),
    "told of the edit": (NEW, EDITED, True),
    "the edit itself": (EDITED, None, True),
}


@pytest.mark.parametrize(("xml", "over", "written"), OVERS.values(), ids=OVERS.keys())
def test_edited(store: Store, home: Path, xml: bytes, over: bytes | None, written: bool) -> None:
    (home / "record.xml").write_bytes(EDITED)
    assert store.load(ID).edited
    assert not samples.verified(home)
    if written:
        assert store.replace(ID, xml, over=over) is True
        assert (store.load(ID).xml, store.load(ID).edited) == (xml, False)
        assert samples.verified(home)
    else:
        before = samples.tree(home)
        with pytest.raises(RecordChanged, match=r"record\.xml was edited") as caught:
            store.replace(ID, xml, over=over)
        assert caught.value.exit_code == 4
        assert samples.tree(home) == before


def test_id_is_given_once(store: Store, home: Path) -> None:
    before = samples.tree(home.parents[1])
    for year in (YEAR, "2009"):
        with pytest.raises(RecordExists, match=ID) as caught:
            store.create(ID, year, samples.files(NEW))
        assert caught.value.exit_code == 4
    assert samples.tree(home.parents[1]) == before


def test_unknown_id(store: Store, home: Path) -> None:
    for ask in (store.path, store.load, lambda id: store.replace(id, NEW)):
        with pytest.raises(UnknownName, match="no record called '2008-06-13-lee-a-wel'") as caught:
            ask("2008-06-13-lee-a-wel")
        assert f"did you mean '{ID}'?" in caught.value.hint
        assert caught.value.exit_code == 2
    assert home.is_dir()


NO_IDS = ["", ".", "..", "../x", "a/b", "/a", "A", "a_b", "a--b", "-a", "a-", "a\n", "ä", "a.b"]
NO_IDS += [".2008.a.new", "a\0b", "a" * 201]


@pytest.mark.parametrize("id", NO_IDS)
def test_no_id(root: Path, store: Store, home: Path, id: str) -> None:
    before = samples.tree(root)
    with pytest.raises(UnknownName):
        store.load(id)
    with pytest.raises(UsageError, match="cannot be the id") as caught:
        store.create(id, YEAR, samples.files())
    assert "lower" not in str(caught.value)
    assert samples.tree(root) == before
    assert home.is_dir()


@pytest.mark.parametrize("year", ["", "..", "208", "20080", "2008/..", "undated\n", ".200"])
def test_no_year(root: Path, store: Store, year: str) -> None:
    with pytest.raises(UsageError, match="is no year"):
        store.create(ID, year, samples.files())
    assert samples.tree(root) == {"records": None}


def test_longest_id(store: Store) -> None:
    store.create("a" * 200, "undated", samples.files())
    assert store.load("a" * 200).xml == OLD


_FILES = samples.files()
NO_FILES = {
    "nothing": {},
    "no record": {name: _FILES[name] for name in _FILES if name != "record.xml"},
    "no source": {"record.xml": OLD},
    "no capture": {name: _FILES[name] for name in _FILES if not name.endswith(".json")},
    "a capture alone": {name: _FILES[name] for name in _FILES if not name.endswith(".txt")},
    "two sources of one number": {**_FILES, "source/0001.html": b"<p>"},
    "another source": {**_FILES, "source/0001.txt": b"Another."},
    "no capture's JSON": {**_FILES, "source/0001.json": b"{}"},
    "a way out": {**_FILES, "source/../../x.txt": b""},
    "a manifest": {**_FILES, "manifest-sha256.txt": b""},
    "a folder too many": {**_FILES, "source/a/0001.txt": b""},
}


@pytest.mark.parametrize("files", NO_FILES.values(), ids=NO_FILES.keys())
def test_no_files_of_a_record(root: Path, store: Store, files: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match=r"record|describe|key"):
        store.create(ID, YEAR, files)
    assert samples.tree(root) == {"records": None}


def _link(path: Path) -> None:
    target = path.parents[3] / "outside"
    path.rename(target)
    path.symlink_to(target)


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


DAMAGES: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "record missing": ("record.xml", Path.unlink, "missing"),
    "record a link": ("record.xml", _link, "not a regular file"),
    "record a pipe": ("record.xml", _pipe, "not a regular file"),
    "record a folder": ("record.xml", lambda p: _folder(p), "not a regular file"),
    "source missing": ("source/0001.txt", Path.unlink, "one source for each capture"),
    "source a link": ("source/0001.txt", lambda p: _link_in(p), "not a regular file"),
    "sources a link": ("source", _link, "the folder is missing"),
    "capture missing": ("source/0001.json", Path.unlink, "one source for each capture"),
    "capture cut off": ("source/0001.json", lambda p: _cut(p), "not JSON"),
    "manifest a link": ("manifest-sha256.txt", _link, "not a regular file"),
}


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link_in(path: Path) -> None:
    target = path.parents[4] / "outside"
    path.rename(target)
    path.symlink_to(target)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


@pytest.mark.parametrize(("name", "damage", "says"), DAMAGES.values(), ids=DAMAGES.keys())
def test_damaged(
    store: Store, home: Path, name: str, damage: Callable[[Path], None], says: str
) -> None:
    damage(home / name)
    with pytest.raises(DamagedRecord, match=says) as caught:
        store.load(ID)
    assert str(home / name).rpartition("/0001")[0] in str(caught.value)
    assert store.ids() == [ID]


BAD_MANIFESTS: dict[str, tuple[bytes | None, str]] = {
    "missing": (None, "missing"),
    "empty": (b"", "not a manifest"),
    "cut off": (b"0123", "not a manifest"),
    "not ASCII": ("é".encode(), "not a manifest"),
}


@pytest.mark.parametrize(("content", "says"), BAD_MANIFESTS.values(), ids=BAD_MANIFESTS.keys())
def test_bad_manifest(store: Store, home: Path, content: bytes | None, says: str) -> None:
    """What the manifest does not vouch for counts as edited, and is not replaced."""
    path = home / "manifest-sha256.txt"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    assert store.load(ID).edited
    with pytest.raises(DamagedRecord, match=says):
        store.replace(ID, NEW)
    assert (home / "record.xml").read_bytes() == OLD


def test_links_are_not_followed(root: Path, store: Store, home: Path) -> None:
    """Neither a record nor a year that is a symbolic link is one; nothing is written through it."""
    outside = root / "outside"
    (home.parent).rename(outside)
    (root / "records" / YEAR).symlink_to(outside)
    (root / "records/2009").mkdir()
    (root / "records/2009/2009-a-link").symlink_to(outside / ID)
    before = samples.tree(outside)
    assert store.ids() == []
    for id in (ID, "2009-a-link"):
        with pytest.raises(UnknownName):
            store.load(id)
    for id, year in (("2008-new", YEAR), (ID, YEAR), ("2009-a-link", "2009")):
        with pytest.raises(StorageError):
            store.create(id, year, samples.files(NEW))
    assert samples.tree(outside) == before
    assert [path.name for path in sorted((root / "records").iterdir())] == [YEAR, "2009"]


def test_write_file_makes_new_files_only(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"kept")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("there", "link"):
        with pytest.raises(FileExistsError):
            durable.write_file(tmp_path / name, b"")
    assert (tmp_path / "there").read_bytes() == b"kept"
    assert not (tmp_path / "nowhere").exists()


def test_replace_file(tmp_path: Path) -> None:
    durable.make_folders(tmp_path / "build/citations")
    path = tmp_path / "build/citations/apa.txt"
    (tmp_path / "build/citations/.apa.txt.new").write_bytes(b"left over")
    for content in (b"one", b"two"):
        durable.replace_file(path, content)
        assert samples.tree(path.parent) == {"apa.txt": content}


def test_staged_links_are_not_followed(root: Path, store: Store, home: Path) -> None:
    """What lies in the place of a staged change is removed, not what it points to."""
    outside = root / "outside"
    (outside / "folder").mkdir(parents=True)
    (outside / "file").write_bytes(b"kept")
    stage = root / "records" / f".{YEAR}.{ID}.new"
    stage.mkdir()
    (stage / "record.xml").symlink_to(outside / "nowhere")
    (stage / "source").symlink_to(outside / "folder")
    assert store.ids() == [ID]
    assert not stage.exists()
    assert samples.tree(outside) == {"file": b"kept", "folder": None}
    assert samples.verified(home)


def test_no_records_folder(tmp_path: Path) -> None:
    """Not an empty archive: the disk it lies on may be missing."""
    with pytest.raises(StorageError, match="records: No such file") as caught:
        Store(tmp_path).ids()
    assert "bring it back" in caught.value.hint


def test_lock(root: Path, store: Store, home: Path) -> None:
    before = samples.tree(root)
    other = Store(root, wait=0.05)
    with store.reading():
        assert other.ids() == [ID]
        with pytest.raises(lock.Busy, match=r"reading or writing here; waited 0\.05 sec") as caught:
            other.replace(ID, NEW)
        assert isinstance(caught.value, ForbiddenError)
        assert samples.tree(root) == before
    with store.writing():
        with pytest.raises(lock.Busy, match="is writing here"):
            other.ids()
        assert store.load(ID).xml == OLD  # its own lock is no hindrance
        store.replace(ID, NEW)
    assert other.load(ID).xml == NEW
    assert home.is_dir()


def test_lock_ends_with_its_process(root: Path, store: Store) -> None:
    def held() -> None:
        with Store(root).writing():
            os._exit(0)

    assert crash.fork(held) == 0
    assert store.ids() == []


def test_reader_does_not_become_writer(store: Store, home: Path) -> None:
    with store.reading(), pytest.raises(ValueError, match="from the start"):
        store.replace(ID, NEW)
    assert home.is_dir()


def test_errors_of_others_pass(store: Store) -> None:
    """What goes wrong inside ``with store.writing()`` is not called an error of the store."""
    with pytest.raises(FileNotFoundError), store.writing():
        raise FileNotFoundError(errno.ENOENT, "a source of somebody else")


@pytest.fixture
def open_root() -> Iterator[Path]:
    """An archive in a folder that any user can reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        root = Path(name, "archive")
        (root / "records").mkdir(parents=True)
        yield root
        subprocess.run(["chmod", "-R", "u+rwx", name], check=True)


def as_nobody(action: Callable[[], object]) -> None:
    """Run where permissions count, which they do not for root."""

    def humble() -> None:
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        action()

    assert crash.fork(humble) == 0


CLOSED: dict[str, tuple[int, bool, Callable[[Store], object]]] = {
    "create": (0o555, False, lambda store: store.create("2008-new", YEAR, samples.files())),
    "replace": (0o555, False, lambda store: store.replace(ID, NEW)),
    "read": (0o555, True, lambda store: store.load(ID)),
    "find": (0o555, True, lambda store: store.sources()),
    "list a closed one": (0o000, False, lambda store: store.ids()),
    "load a closed one": (0o000, False, lambda store: store.load(ID)),
}


@pytest.mark.parametrize(("mode", "works", "action"), CLOSED.values(), ids=CLOSED.keys())
def test_permission(
    open_root: Path, mode: int, works: bool, action: Callable[[Store], object]
) -> None:
    store = Store(open_root)
    store.create(ID, YEAR, samples.files())
    before = samples.tree(open_root)
    (open_root / "records").chmod(mode)

    def ask() -> None:
        if works:
            action(store)
            return
        with pytest.raises(StorageError, match="Permission denied") as caught:
            action(store)
        assert str(open_root / "records") in str(caught.value)
        assert "ask for the right" in caught.value.hint

    as_nobody(ask)
    (open_root / "records").chmod(0o755)
    assert samples.tree(open_root) == before


def test_interrupted_and_closed(open_root: Path) -> None:
    """One who may not settle an interrupted change is told, and does not read a half one."""
    store = Store(open_root)
    store.create(ID, YEAR, samples.files())
    assert crash.kill(lambda: store.replace(ID, NEW), 4)  # between the two renames

    def ask() -> None:
        with pytest.raises(StorageError, match="Permission denied"):
            store.load(ID)

    for folder in (open_root / "records", open_root / "records" / YEAR / ID):
        folder.chmod(0o555)
    as_nobody(ask)


def test_unreadable_file(open_root: Path) -> None:
    store = Store(open_root)
    home = store.create(ID, YEAR, samples.files())
    (home / "record.xml").chmod(0)

    def ask() -> None:
        with pytest.raises(ArchiveError, match=r"record\.xml: Permission denied"):
            store.load(ID)

    as_nobody(ask)


def test_all_errors_say_what_next(root: Path, store: Store, home: Path) -> None:
    (home / "record.xml").write_bytes(EDITED)
    asks: list[Callable[[], object]] = [
        lambda: store.load("x"),
        lambda: store.create(ID, YEAR, samples.files()),
        lambda: store.replace(ID, NEW),
        lambda: Store(root / "nowhere").ids(),
    ]
    for ask in asks:
        with pytest.raises(ArchiveError) as caught:
            ask()
        assert str(caught.value)
        assert caught.value.hint


def test_capture_describes_its_source(store: Store) -> None:
    wrong = replace(samples.capture().copy, size=1)
    described = replace(samples.capture(), copy=wrong).to_json()
    with pytest.raises(ValueError, match="does not describe"):
        store.create(ID, YEAR, {**samples.files(), "source/0001.json": described})
