"""What is known of a finding stays the same when lines move."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.validate import check
from validate.records import changed, sealed, target
from validate.test_rules import BAD, Bad

DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
MORE = {
    "a tag that never closes": Bad("X001", "", "<body>", "<body><hi>"),
    "a tag that closes another": Bad("X001", "", "</body>", "</boddy>"),
    "an attribute twice": Bad("X001", "", "<body>", '<body n="1"\nn="2">'),
    "an entity": Bad("X001", "", "<body>", "<body>&nbsp;"),
    "a file that was cut off": Bad("X001", "", "</TEI>", ""),
}
CASES = BAD | MORE


@pytest.mark.parametrize("bad", CASES.values(), ids=CASES.keys())
def test_lines_that_move(bad: Bad) -> None:
    broken = changed(bad.base(), (bad.old, bad.new))
    assert broken.xml.startswith(DECLARATION)
    moved = sealed(replace(broken, xml=broken.xml.replace(DECLARATION, DECLARATION + b"\n\n")))
    before, after = check(broken), check(moved)
    assert [found.identity for found in before] == [found.identity for found in after]
    assert [found.line + 2 for found in before] == [found.line for found in after]


def test_the_target_is_sound() -> None:
    assert check(target()) == ()
