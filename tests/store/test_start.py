"""A new archive: what ``init`` makes, keeps, and refuses."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from functools import partial
from pathlib import Path

import pytest

from archive.errors import ForbiddenError
from archive.resources import schemas_folder
from archive.store import config, start
from archive.store.durable import StorageError
from archive.store.records import Store
from store import crash, samples
from store.crash import Calls, through

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
TOP = Path(__file__).parents[2]
OURS = (".gitattributes", "archive.toml")


def test_start(tmp_path: Path) -> None:
    folder = tmp_path / "wire"
    started = start.start(folder)
    assert started.kept == ()
    assert started.made[-1] == "archive.toml"
    listing = samples.tree(folder)
    assert sorted(started.made) == [name for name in sorted(listing) if listing[name] is not None]
    assert {"records", "sources", "schemas", "Makefile", ".github/workflows"} <= (
        listing.keys() | {"schemas"}
    )
    for path in schemas_folder().glob("*.rn[cg]"):
        assert listing[f"schemas/{path.name}"] == path.read_bytes()
    assert config.read(folder).title == "wire"
    assert Store(folder).ids() == []


def test_title(tmp_path: Path) -> None:
    start.start(tmp_path, 'The "Wire"')
    assert config.read(tmp_path).publisher == 'The "Wire"'


def test_never_twice(tmp_path: Path) -> None:
    start.start(tmp_path)
    before = samples.tree(tmp_path)
    with pytest.raises(ForbiddenError, match="there is an archive here already") as caught:
        start.start(tmp_path, "Another")
    assert (caught.value.exit_code, samples.tree(tmp_path)) == (4, before)


def test_keeps_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text("all:\n")
    (tmp_path / ".gitignore").symlink_to(tmp_path / "nowhere")
    started = start.start(tmp_path)
    assert started.kept == (".gitignore", "Makefile")
    assert (tmp_path / "Makefile").read_text() == "all:\n"
    assert not (tmp_path / "nowhere").exists()


def test_kill(tmp_path: Path) -> None:
    """What was cut off anywhere can be started again, and then is as if nothing had happened."""
    whole = tmp_path / "whole" / "wire"
    count = crash.changes(partial(start.start, whole))
    for at in range(count):
        folder = tmp_path / str(at) / "wire"
        assert crash.kill(partial(start.start, folder), at)
        start.start(folder)
        assert samples.tree(folder) == samples.tree(whole)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=["ENOSPC", "EIO"])
def test_failing_disk(tmp_path: Path, number: int) -> None:
    def trouble() -> None:
        raise OSError(number, os.strerror(number))

    whole = tmp_path / "whole" / "wire"
    counting = Calls(lambda: None)
    with through(counting):
        start.start(whole)
    for at in range(counting.asked):
        folder = tmp_path / str(at) / "wire"
        with through(Calls(trouble, at)), pytest.raises(StorageError, match=os.strerror(number)):
            start.start(folder)
        left = samples.tree(folder) if folder.exists() else {}
        assert left.items() <= samples.tree(whole).items()  # no file halved, nothing else there


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_changes_no_byte(tmp_path: Path) -> None:
    """Committed and checked out where git would turn line ends, every byte is as it was."""
    folder, clone = tmp_path / "wire", tmp_path / "clone"
    start.start(folder)
    source = b"One\r\nTwo\rThree\n$Id$ \n"
    Store(folder).create("2008-a", "2008", samples.files(b"<TEI>\r\n</TEI>\n", source))
    (folder / "sources/a.txt").write_bytes(source)
    _git(folder, "init", "-q")
    _git(folder, "-c", "core.autocrlf=true", "add", "-A")
    assert _git(folder, "diff", "--cached", "--check", "--", "records/*/*/source") == ""
    _git(folder, "commit", "-q", "-m", "Start")
    _git(folder, "-c", "core.autocrlf=true", "clone", "-q", ".", str(clone))
    assert samples.verified(clone / "records/2008/2008-a")
    for name in ("records", "sources", "schemas"):
        assert samples.tree(clone / name) == samples.tree(folder / name)


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.parametrize(
    ("arguments", "ran"),
    [
        ((), "make\n"),
        (("SOURCE=sources/my rain.txt",), "make sources/my rain.txt\n"),
        (("validate",), "validate\n"),
    ],
    ids=["archive", "source", "validate"],
)
def test_makefile(tmp_path: Path, arguments: tuple[str, ...], ran: str) -> None:
    start.start(tmp_path)
    command = ["make", "--silent", "ARCHIVE=echo", *arguments]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout == ran


@pytest.mark.parametrize("name", OURS)
def test_our_own_archive(name: str) -> None:
    """The archive of this project is one of those that ``init`` makes."""
    made = start.files("The Wire Archive")[name].decode()
    lines = (TOP / name).read_text().splitlines()
    assert [line for line in made.splitlines() if line not in lines] == []
