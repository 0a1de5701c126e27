"""A crash at any call leaves the old or the new record, whole, and nothing else."""

from __future__ import annotations

import errno
import os
import shutil
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from archive.store import durable, transaction
from archive.store.durable import StorageError
from archive.store.records import RecordExists, Store
from store import crash, samples
from store.crash import Calls, through
from store.samples import ID, NEW, OLD, YEAR

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def create(root: Path) -> None:
    Store(root).create(ID, YEAR, samples.files())


def replace(root: Path) -> None:
    Store(root).replace(ID, NEW)


def replace_edited(root: Path) -> None:
    store = Store(root)
    store.replace(ID, NEW, over=store.load(ID).xml)


def withdraw(root: Path) -> None:
    Store(root).withdraw(samples.tombstone())


def edit(root: Path) -> None:
    Store(root).edit(ID, NEW, over=OLD)


def recover(root: Path) -> None:
    Store(root).recover()


def nothing(root: Path) -> None:
    (root / "records").mkdir(parents=True)
    (root / "records/README.md").write_bytes(b"Read me.\n")


def neighbour(root: Path) -> None:
    nothing(root)
    Store(root).create("2008-01-01-another", YEAR, samples.files(source=b"Another."))


def present(root: Path) -> None:
    nothing(root)
    create(root)


def edited(root: Path) -> None:
    present(root)
    (root / "records" / YEAR / ID / "record.xml").write_bytes(b"<TEI>edited</TEI>\n")


def among_others(root: Path) -> None:
    neighbour(root)
    Store(root).create("2008-a-third", YEAR, samples.files(source=b"A third."))
    Store(root).withdraw(samples.tombstone("2008-a-third"))
    create(root)


Step = Callable[[Path], None]
CASES: dict[str, tuple[Step, Step]] = {
    "create, first of its year": (nothing, create),
    "create, beside another": (neighbour, create),
    "replace": (present, replace),
    "replace an edited one": (edited, replace_edited),
    "withdraw, last of its year": (present, withdraw),
    "withdraw, beside others": (among_others, withdraw),
    "edit": (present, edit),
}
by_case = pytest.mark.parametrize(("before", "change"), CASES.values(), ids=CASES.keys())


class Bench:
    """An archive before and after a change, to hold what a crash leaves against."""

    def __init__(self, folder: Path, before: Step, change: Step) -> None:
        self.start, done = folder / "start", folder / "done"
        before(self.start)
        shutil.copytree(self.start, done)
        change(done)
        self.old, self.new = samples.tree(self.start), samples.tree(done)
        assert self.old != self.new
        self._folder, self._count = folder, 0

    def copy(self, of: Path | None = None) -> Path:
        self._count += 1
        path = self._folder / str(self._count)
        shutil.copytree(of or self.start, path)
        return path

    def is_new(self, root: Path) -> bool:
        """Whether the change stands, after a fresh process has settled what was left."""
        assert crash.fork(partial(self._settle, root)) == 0
        found = samples.tree(root)
        assert found in (self.old, self.new)  # to the byte, with no file more or less
        return found == self.new

    def _settle(self, root: Path) -> None:
        store = Store(root)
        for id in store.ids():  # a reader settles
            stored = store.load(id)
            assert samples.verified(stored.path) != stored.edited


@by_case
def test_kill(tmp_path: Path, before: Step, change: Step) -> None:
    bench = Bench(tmp_path, before, change)
    count = crash.changes(partial(change, bench.copy()))
    stands = []
    for at in range(count):
        root = bench.copy()
        assert crash.kill(partial(change, root), at)
        _kill_in_recovery(bench, root)
        stands.append(bench.is_new(root))
    assert not crash.kill(partial(change, bench.copy()), count)
    # until some call the old record stands, from there on the new one
    assert stands == sorted(stands)
    assert not stands[0]


def _kill_in_recovery(bench: Bench, left: Path) -> None:
    outcome = bench.is_new(bench.copy(left))
    for at in range(crash.changes(partial(recover, bench.copy(left)))):
        root = bench.copy(left)
        assert crash.kill(partial(recover, root), at)
        assert bench.is_new(root) == outcome


@by_case
def test_kill_in_a_write(tmp_path: Path, before: Step, change: Step) -> None:
    bench = Bench(tmp_path, before, change)
    calls = Calls(lambda: os.kill(os.getpid(), signal.SIGKILL))
    with through(calls):
        change(bench.copy())
    for at in (number for number, entry in enumerate(calls.log) if entry[0] == "write"):
        root = bench.copy()

        def doomed(root: Path = root, at: int = at) -> None:
            with through(Calls(calls.trouble, at)):
                change(root)

        assert crash.fork(doomed) == -signal.SIGKILL
        assert not bench.is_new(root)


@by_case
def test_all_changes_go_through_one_module(tmp_path: Path, before: Step, change: Step) -> None:
    bench = Bench(tmp_path, before, change)
    calls = Calls(lambda: None)
    with through(calls):
        change(bench.copy())
    made = [name for name, *_ in calls.log if name not in ("write", "fsync")]
    assert len(made) == crash.changes(partial(change, bench.copy()))


def failing(number: int) -> Callable[[], None]:
    def trouble() -> None:
        raise OSError(number, os.strerror(number))

    return trouble


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=["ENOSPC", "EIO"])
@by_case
def test_failing_disk(
    tmp_path: Path, before: Step, change: Step, number: int, lasting: bool
) -> None:
    bench = Bench(tmp_path, before, change)
    counting = Calls(lambda: None)
    with through(counting):
        change(bench.copy())
    for at in range(counting.asked):
        root = bench.copy()
        with (
            through(Calls(failing(number), at, lasting)),
            pytest.raises(StorageError, match=os.strerror(number)) as caught,
        ):
            change(root)
        assert str(root / "records") in str(caught.value)
        assert "then run the command again" in caught.value.hint
        assert caught.value.exit_code == 4
        if not lasting:  # settled at once
            assert samples.tree(root) in (bench.old, bench.new)
        bench.is_new(root)


def test_room_again(tmp_path: Path) -> None:
    """A command that goes on after a failure settles before its next change."""
    nothing(tmp_path)
    store = Store(tmp_path)
    with store.writing():
        with through(Calls(failing(errno.ENOSPC), 3, lasting=True)), pytest.raises(StorageError):
            store.create(ID, YEAR, samples.files())
        assert transaction.unsettled(tmp_path / "records")
        store.create(ID, YEAR, samples.files())
    assert store.load(ID).xml == OLD


@by_case
def test_power_cut(tmp_path: Path, before: Step, change: Step) -> None:
    """What was not synced is lost, all of it or some by chance: still old or new."""
    bench = Bench(tmp_path, before, change)
    root, calls = bench.copy(), Calls(lambda: None)
    with through(calls):
        change(root)
    for at in range(len(calls.log) + 1):
        for lucky in crash.lucks(calls.log[:at], 3):
            left = bench.copy()
            crash.power_cut(calls.log[:at], root, left, lucky)
            # who was told that it is done has it, whatever the luck
            assert bench.is_new(left) or at < len(calls.log)


@by_case
def test_power_cut_in_recovery(tmp_path: Path, before: Step, change: Step) -> None:
    bench = Bench(tmp_path, before, change)
    for at in range(crash.changes(partial(change, bench.copy()))):
        left = bench.copy()
        crash.kill(partial(change, left), at)
        outcome = bench.is_new(bench.copy(left))
        root, calls = bench.copy(left), Calls(lambda: None)
        with through(calls):
            recover(root)
        for cut in range(len(calls.log) + 1):
            for lucky in crash.lucks(calls.log[:cut], 1):
                after = bench.copy(left)
                crash.power_cut(calls.log[:cut], root, after, lucky)
                assert bench.is_new(after) == outcome


def test_recovery_says_what_it_did(tmp_path: Path) -> None:
    bench = Bench(tmp_path, present, replace)
    said = []
    for at in range(crash.changes(partial(replace, bench.copy()))):
        root = bench.copy()
        crash.kill(partial(replace, root), at)
        said.append(Store(root).recover())
    gone = f"{ID}: removed what an interrupted change had left; the record is whole"
    done = f"{ID}: finished a change that had been interrupted"
    # folder | record.xml | manifest | rename | rename | folder away
    assert said == [(), (gone,), (gone,), (done,), (done,), (gone,)]


def test_reading_as_a_writer_settles(tmp_path: Path) -> None:
    present(tmp_path)
    assert crash.kill(partial(replace, tmp_path), 4)  # between the two renames
    store = Store(tmp_path)
    with store.writing():
        assert (store.load(ID).xml, store.load(ID).edited) == (NEW, False)
        assert store.recover() == ()


def test_short_writes(tmp_path: Path) -> None:
    """The system may write less than it was given."""
    short = SimpleNamespace(**vars(os) | {"write": lambda to, what: os.write(to, what[:7])})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(durable, "os", short)
        present(tmp_path)
    assert samples.verified(tmp_path / "records" / YEAR / ID)


def test_edit_after_a_crash_is_kept(tmp_path: Path) -> None:
    """A change that was decided gives way to what a person wrote before it could be finished."""
    for at in (3, 4):
        root = tmp_path / str(at)
        present(root)
        assert crash.kill(partial(replace, root), at)
        path = root / "records" / YEAR / ID / "record.xml"
        path.write_bytes(b"<TEI>by hand</TEI>\n")
        stored = Store(root).load(ID)
        assert (stored.xml, stored.edited) == (b"<TEI>by hand</TEI>\n", True)
        assert not transaction.unsettled(root / "records")


@pytest.mark.parametrize("ids", [(ID, ID), (ID, "2008-06-13-lee-another")], ids=["same", "two"])
def test_two_writers(tmp_path: Path, ids: tuple[str, str]) -> None:
    """Of two that write at once each writes whole records; of one id, the first alone."""
    nothing(tmp_path)
    rounds = 10
    reader, writer = os.pipe()

    def write(id: str, xml: bytes) -> None:
        os.read(reader, 1)
        store = Store(tmp_path, wait=60)
        for number in range(rounds):
            try:
                store.create(f"{id}-{number}", YEAR, samples.files(xml))
            except RecordExists:
                os.write(writer, b"x")

    children = []
    for id, xml in zip(ids, (OLD, NEW), strict=True):
        child = os.fork()
        if not child:
            try:
                write(id, xml)
            except BaseException:
                os._exit(99)
            os._exit(0)
        children.append(child)
    os.write(writer, b"go")
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        refused = len(stream.read())
    store = Store(tmp_path)
    assert len(store.ids()) == rounds * len(set(ids))
    assert refused == (rounds if len(set(ids)) == 1 else 0)
    for id in store.ids():
        stored = store.load(id)
        assert not stored.edited
        assert stored.xml in (OLD, NEW)
        assert samples.verified(stored.path)
