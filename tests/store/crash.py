"""Crashes for the tests of the store: kill at a call, fail at a call, lose what was not synced."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from archive.store import durable

Action = Callable[[], object]
Call = tuple[Any, ...]
_CHANGES = {
    "os.rename",
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.truncate",
    "os.link",
    "os.symlink",
}
_CHANGES |= {"os.chmod", "os.chown", "os.utime", "os.setxattr", "os.removexattr"}
_CALLS = {"open", "write", "fsync", "rename", "mkdir", "unlink", "rmdir"}


def fork(action: Action) -> int:
    """Run in a child process; its exit code, or minus the signal that ended it."""
    child = os.fork()
    if not child:
        try:
            action()
        except BaseException:
            import traceback

            traceback.print_exc()
            sys.stderr.flush()
            os._exit(99)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _changes(event: str, arguments: tuple[Any, ...]) -> bool:
    if event == "open":
        flags = arguments[2] or 0
        return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))
    return event in _CHANGES


def changes(action: Action) -> int:
    """How many times the action changes the file system, by the interpreter's own account."""
    reader, writer = os.pipe()

    def counting() -> None:
        count = 0

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal count
            count += _changes(event, arguments)

        sys.addaudithook(hook)
        action()
        os.write(writer, bytes([count]))

    assert fork(counting) == 0
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        return stream.read()[0]


def kill(action: Action, at: int) -> bool:
    """Run in a child that kills itself just before its change ``at``; whether it came that far."""

    def doomed() -> None:
        count = 0

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal count
            if _changes(event, arguments):
                if count == at:
                    os.kill(os.getpid(), signal.SIGKILL)
                count += 1

        sys.addaudithook(hook)
        action()

    code = fork(doomed)
    assert code in (0, -signal.SIGKILL)
    return code != 0


@dataclass
class Calls:
    """The ``os`` of ``archive.store.durable``, with each call that changes the disk counted.

    Attributes:
        trouble: what happens instead of call number ``at``; a write writes half before it.
        at: the first is 0; -1 for never.
        lasting: whether every later call goes the same way.
        log: name, path and next argument of each call made.
    """

    trouble: Callable[[], object]
    at: int = -1
    lasting: bool = False
    log: list[Call] = field(default_factory=list)
    paths: dict[int, str] = field(default_factory=dict)
    asked: int = 0

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return partial(self._call, name, real) if name in _CALLS else real

    def _call(self, name: str, real: Any, *arguments: Any) -> Any:
        changes = name != "open" or bool(arguments[1] & os.O_CREAT)
        if changes:
            self._ask(name, arguments)
        result = real(*arguments)
        if name == "open":
            self.paths[result] = str(arguments[0])
        if changes:
            first = self.paths[arguments[0]] if name in ("write", "fsync") else str(arguments[0])
            self.log.append((name, first, *arguments[1:2]))
        return result

    def _ask(self, name: str, arguments: tuple[Any, ...]) -> None:
        number, self.asked = self.asked, self.asked + 1
        if number == self.at or (self.lasting and 0 <= self.at < number):
            if name == "write":
                os.write(arguments[0], arguments[1][: len(arguments[1]) // 2])
            self.trouble()


@contextmanager
def through(calls: Calls) -> Iterator[Calls]:
    """Let the store make its calls through these."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(durable, "os", calls)
        yield calls


def lucks(log: Sequence[Call], chances: int) -> list[set[int]]:
    """Which calls may last though they were not synced: none, the latest, and some by chance.

    A disk may keep a later one and lose an earlier.
    """
    changes = [number for number, (name, *_) in enumerate(log) if name != "fsync"]
    dice = random.Random(len(log))
    by_chance = [{number for number in changes if dice.random() < 0.5} for _ in range(chances)]
    return [set(), set(changes[-1:]), *by_chance]


def power_cut(log: Sequence[Call], old: Path, new: Path, lucky: set[int]) -> None:
    """Make those calls of a log that a power cut spares, on the copy ``new`` of the tree ``old``.

    A write lasts once its file is synced; another change once the folder of the (new) name is; and
    the lucky ones.
    """
    for number, (name, path, *rest) in enumerate(log):
        named = str(rest[0]) if name == "rename" else path
        place = path if name == "write" else str(Path(named).parent)
        synced = ("fsync", place) in log[number + 1 :]
        if not synced and number not in lucky:
            continue
        with suppress(FileNotFoundError):  # the folder, or the old name, did not last
            _again(name, _moved(path, old, new), _moved(named, old, new), *rest)


def _moved(path: str, old: Path, new: Path) -> Path:
    return new / Path(path).relative_to(old)


def _again(name: str, path: Path, named: Path, *rest: Any) -> None:
    if name == "open":
        path.touch()
    elif name == "write":
        with path.open("r+b") as stream:  # the file may be synced, and its name lost
            stream.write(rest[0])
    elif name == "rename":
        path.rename(named)
    elif name == "rmdir":
        shutil.rmtree(path)  # with what was to be removed from it before, and was not
    elif name != "fsync":
        getattr(os, name)(path)
