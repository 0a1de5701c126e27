"""What lies among the records and is nothing that an archive keeps there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from archive.store import agents, withdrawn
from archive.store.transaction import ID, YEAR

_WELCOME = re.compile(r"README\.md|\.git(keep|ignore|attributes)")
_FILES = {agents.FOLDER: re.compile(r"[^.].*\.xml"), withdrawn.FOLDER: re.compile(r"[^.].*\.json")}
"""Folder beside those of the years -> the names of the files in it."""


def strays(records: Path) -> dict[str, str]:
    """Name, from the folder of records -> ``file``, ``folder``, ``link`` or ``device``, in order.

    Nothing is opened, and no link is followed. What lies in the folder of a record is for the
    rules on that record. Raises OSError.
    """
    return dict(sorted(_strays(os.fspath(records))))


def _strays(records: str) -> Iterator[tuple[str, str]]:
    for entry in _entries(records):
        kind = _kind(entry)
        if kind == "folder" and YEAR.fullmatch(entry.name):
            yield from _within(entry, "folder", ID)
        elif kind == "folder" and entry.name in _FILES:
            yield from _within(entry, "file", _FILES[entry.name])
        elif kind != "file" or not _WELCOME.fullmatch(entry.name):
            yield entry.name, kind


def _within(
    folder: os.DirEntry[str], wanted: str, name: re.Pattern[str]
) -> Iterator[tuple[str, str]]:
    for entry in _entries(folder.path):
        kind = _kind(entry)
        is_wanted = kind == wanted and name.fullmatch(entry.name)
        if not is_wanted and not (kind == "file" and _WELCOME.fullmatch(entry.name)):
            yield f"{folder.name}/{entry.name}", kind


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _kind(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "device"
