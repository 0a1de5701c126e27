"""How much is evidence: figures of a record, and of several together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import factory
from archive.validate import Checked, Coverage, Target, examine
from validate.records import JANE, changed, edited, target
from validate.test_folders import files

SOUND = examine(target()).coverage
VISIBLE = len("".join(factory.TEXT.split()))


def without_its_end() -> Target:
    return target(factory.record(blocks=factory.record().blocks[:-1], marks=(), rights=None))


def from_nowhere() -> Target:
    place = 'source="src:153,157" ' + JANE
    return changed(edited(), (f'type="settlement" {place}', f'type="settlement" {JANE}'))


def with_a_range_one_off() -> Target:
    return changed(target(), ('="#pers-1" source="src:102,109"', '="#pers-1" source="src:0,23"'))


LOST = len("".join(factory.record().blocks[-1].text.split()))
FIGURES: dict[str, tuple[Callable[[], Target], Callable[[Coverage], bool]]] = {
    "a sound record is all evidence": (
        target,
        lambda c: c.statements == c.proved > 20 and c.characters == c.carried == VISIBLE,
    ),
    "what a person states from elsewhere has none": (
        from_nowhere,
        lambda c: c.proved == examine(edited()).coverage.proved - 1,
    ),
    "a statement whose range says something else has none": (
        with_a_range_one_off,
        lambda c: (c.statements, c.proved) == (SOUND.statements, SOUND.proved - 1),
    ),
    "text that is lost is not carried": (
        without_its_end,
        lambda c: (c.characters, c.carried) == (VISIBLE, VISIBLE - LOST),
    ),
    "without the source nothing is proved": (
        lambda: files(target(), source=None),
        lambda c: (c.statements, c.proved, c.characters) == (SOUND.statements, 0, 0),
    ),
    "what the grammar refuses is not counted": (
        lambda: changed(target(), ("<body>", "<body><foo/>")),
        lambda c: c == Coverage(),
    ),
}


@pytest.mark.parametrize(("base", "holds"), FIGURES.values(), ids=FIGURES.keys())
def test_figures(base: Callable[[], Target], holds: Callable[[Coverage], bool]) -> None:
    found = examine(base()).coverage
    assert holds(found), found


BELOW: dict[str, tuple[float, list[str]]] = {
    "enough": (80, []),
    "as much as there is": (90, []),
    "too little, the least first": (90.1, ["c", "b"]),
    "of one of the two": (96, ["c", "b"]),
}


@pytest.mark.parametrize(("percent", "paths"), BELOW.values(), ids=BELOW.keys())
def test_too_little(percent: float, paths: list[str]) -> None:
    figures = {
        "a": Coverage(10, 10, 1000, 1000),
        "b": Coverage(5, 4, 1000, 1000),
        "c": Coverage(5, 4, 500, 300),
    }
    checked = Checked(coverage=figures)
    assert (checked.total.of_statements, checked.total.of_characters) == (90, 92)
    assert checked.below(percent) == paths
