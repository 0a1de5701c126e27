"""What changed in an archive that is kept in git."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePosixPath

from archive.errors import MissingToolError, UsageError
from archive.pipeline.archives import Archive
from archive.pipeline.choosing import Chosen
from archive.validate.target import RECORD, place


class NoGit(MissingToolError):
    """git is not installed."""

    code = "E502"

    def __init__(self) -> None:
        super().__init__(
            "git is not installed, and only it knows what changed",
            hint="install git, or name the records to check",
        )


class NotInHistory(UsageError):
    """git knows no such revision, or none that this one grew from."""

    code = "E232"

    def __init__(self, revision: str, reason: str) -> None:
        said = f" ({reason})" if reason else ""
        super().__init__(
            f"what changed since {revision!r} cannot be told{said}",
            hint="name a branch, tag or commit of this repository; in CI, fetch its whole history "
            "(actions/checkout: fetch-depth: 0)",
        )


def tracks(root: Path, name: str) -> bool:
    """Whether git knows a file of an archive; not, where there is no git."""
    with suppress(OSError):
        return _asked(root, "ls-files", "--error-unmatch", "--", name).returncode == 0
    return False


def changed_since(archive: Archive, revision: str) -> Chosen:
    """The records and agents that changed or went since the branch parted from a revision.

    What is not committed yet, or not even added, counts too.

    Raises:
        NoGit: git is not installed.
        NotInHistory: there is no such revision, or the archive is not kept in git.
    """
    git = partial(_git, archive.root, revision)
    commit = git("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()
    base = git("merge-base", commit, "HEAD").strip()
    inside = archive.store.records.relative_to(archive.root).as_posix()
    changed = git("diff", "--name-only", "-z", "--no-renames", "--relative", base, "--", inside)
    new = git("ls-files", "-z", "--others", "--exclude-standard", "--", inside)
    places = frozenset(place(name) for name in f"{changed}{new}".split("\0") if name)
    before = git("ls-tree", "-r", "-z", "--name-only", base, "--", inside).split("\0")
    records = {place(name) for name in before if PurePosixPath(name).name == RECORD}
    gone = (home for home in places & records if not (archive.root / home / RECORD).exists())
    return Chosen(places, frozenset(gone))


def _git(root: Path, revision: str, *arguments: str) -> str:
    """What git answers."""
    try:
        done = _asked(root, *arguments)
    except FileNotFoundError:
        raise NoGit from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise NotInHistory(revision, said.removeprefix("fatal: "))
    return os.fsdecode(done.stdout)


def _asked(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git; it asks no file system monitor that a repository names."""
    command = ["git", "-c", "core.fsmonitor=false", *arguments]
    calm = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    return subprocess.run(command, cwd=root, env=calm, capture_output=True, check=False)
