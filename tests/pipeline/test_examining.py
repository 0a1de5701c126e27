"""Records as they lie on disk: every byte of one counts, and nothing else is read."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from archive.pipeline.archives import open_archive
from archive.pipeline.checking import check
from archive.pipeline.examining import Home, target
from archive.validate import Target, examine
from archive.validate.rules import fixity
from archive.validate.target import MANIFEST, RECORD

ROOT = Path(__file__).parents[2]
SHOWN = "records/2008/2008-06-13-samdani-preparing-for-peace-in-pakistan"
FIRST = target(Home(str(ROOT / SHOWN), SHOWN))
CONTENT = {RECORD: FIRST.xml, **FIRST.files}
CHANCE = 20080613

RULES = {RECORD: {"F002"}, "source/0001.txt": {"F003"}, "source/0001.json": {"F003"}}
"""What a change of a file is found by; of the manifest, by whatever it now says wrongly."""

CHANGES: dict[str, Callable[[bytes, int, int], bytes]] = {
    "flipped": lambda old, at, bit: old[:at] + bytes([old[at] ^ (1 << bit)]) + old[at + 1 :],
    "deleted": lambda old, at, _: old[:at] + old[at + 1 :],
    "inserted": lambda old, at, bit: old[:at] + bytes([0x20 << bit & 0xFF]) + old[at:],
    "doubled": lambda old, at, _: old[:at] + old[at : at + 1] + old[at:],
    "cut off behind it": lambda old, at, _: old[:at],
}


def with_content(name: str, content: bytes) -> Target:
    if name == RECORD:
        return replace(FIRST, xml=content)
    return replace(FIRST, files={**FIRST.files, name: content})


def test_the_first_record_is_sound() -> None:
    assert sorted(CONTENT) == sorted([*RULES, MANIFEST])
    assert examine(FIRST).findings == ()


@pytest.mark.parametrize("name", CONTENT)
def test_a_flip_of_any_byte_is_noticed(name: str) -> None:
    chance = random.Random(CHANCE)
    for place in range(len(CONTENT[name])):
        changed = CHANGES["flipped"](CONTENT[name], place, chance.randrange(8))
        found = {finding.rule for finding in fixity.files(with_content(name, changed))}
        assert found == RULES.get(name, found), place
        assert found, place


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", CONTENT)
def test_any_change_is_noticed(name: str, change: str) -> None:
    chance, old = random.Random(CHANCE), CONTENT[name]
    for _ in range(200):
        changed = CHANGES[change](old, chance.randrange(len(old)), chance.randrange(8))
        if changed != old:
            assert [*fixity.files(with_content(name, changed))], changed


@pytest.mark.parametrize("name", CONTENT)
def test_a_change_is_noticed_among_all_rules(name: str) -> None:
    chance, old = random.Random(CHANCE), CONTENT[name]
    for _ in range(25):
        change = chance.choice(sorted(CHANGES))
        changed = CHANGES[change](old, chance.randrange(len(old)), chance.randrange(8))
        if changed != old:
            found = {finding.rule for finding in examine(with_content(name, changed)).findings}
            assert found >= RULES.get(name, set())
            assert found


@pytest.mark.parametrize("name", CONTENT)
def test_a_change_on_disk_is_noticed_though_the_verdict_was_kept(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "records", tmp_path / "records")
    shutil.copy(ROOT / "archive.toml", tmp_path)
    archive = open_archive(Path.cwd(), tmp_path)
    assert check(archive).findings == ()
    chance, file = random.Random(CHANCE), tmp_path / SHOWN / name
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    for _ in range(3):
        changed = CHANGES["flipped"](CONTENT[name], chance.randrange(len(CONTENT[name])), 0)
        file.write_bytes(changed)
        os.utime(file, ns=times)  # of the same size and age
        assert check(archive).findings
    file.write_bytes(CONTENT[name])
    assert check(archive).findings == ()
