"""Known findings are passed over, as many as are known, whatever line they have moved to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archive.validate import Baseline, Checked, Finding, report
from archive.validate.baseline import BadBaseline

PATH = Path("known.jsonl")
LOST = Finding("S006", "error", "a/record.xml", 3, 1, "the text lacks “Rain”", "put it back")
DATE = Finding("D004", "warning", "a/record.xml", 9, 1, "distributed before it was published")
LINE = '{"path": "a/record.xml", "rule": "S006", "message": "the text lacks “Rain”"}'


def pass_over(known: list[Finding], found: list[Finding], *, whole: bool = True) -> Checked:
    baseline = Baseline.read(PATH, report(Checked(tuple(known)), "jsonl").encode())
    return baseline.pass_over(Checked(tuple(found)), whole=whole)


PASSED: dict[str, tuple[list[Finding], list[Finding], list[Finding], tuple[int, int]]] = {
    "nothing known": ([], [LOST], [LOST], (0, 0)),
    "all known": ([LOST, DATE], [LOST, DATE], [], (2, 0)),
    "in other lines": ([LOST], [replace(LOST, line=80, column=4)], [], (1, 0)),
    "in another file": ([LOST], [replace(LOST, path="b")], [replace(LOST, path="b")], (0, 1)),
    "by another rule": ([LOST], [replace(LOST, rule="S007")], [replace(LOST, rule="S007")], (0, 1)),
    "in other words": ([LOST], [replace(LOST, message="x")], [replace(LOST, message="x")], (0, 1)),
    "one more of a kind": ([LOST], [LOST, replace(LOST, line=7)], [replace(LOST, line=7)], (1, 0)),
    "one less of a kind": ([LOST, LOST], [LOST], [], (1, 1)),
    "with another hint": ([LOST], [replace(LOST, hint="")], [], (1, 0)),
}


@pytest.mark.parametrize(("known", "found", "left", "counts"), PASSED.values(), ids=PASSED.keys())
def test_pass_over(
    known: list[Finding], found: list[Finding], left: list[Finding], counts: tuple[int, int]
) -> None:
    checked = pass_over(known, found)
    assert list(checked.findings) == left
    assert (checked.passed, checked.gone) == counts


def test_what_is_gone_is_told_only_of_a_whole_archive() -> None:
    assert pass_over([LOST], [], whole=False).gone == 0


SUMMED = {
    "known": ([LOST], [LOST], "; 1 known"),
    "gone": ([LOST, DATE], [], "; of the baseline 2 are gone: write it anew"),
    "neither": ([], [], "0 warnings"),
}


@pytest.mark.parametrize(("known", "found", "end"), SUMMED.values(), ids=SUMMED.keys())
def test_the_summary_says_so(known: list[Finding], found: list[Finding], end: str) -> None:
    assert pass_over(known, found).summary().endswith(end)


READ = {
    "nothing": ("", 0),
    "empty lines": (f"\n{LINE}\n\n", 1),
    "without a last line end": (LINE, 1),
    "with fields of later versions": (LINE[:-1] + ', "since": "1"}\n', 1),
    "on Windows": (f"{LINE}\r\n{LINE}\r\n", 2),
}


@pytest.mark.parametrize(("text", "count"), READ.values(), ids=READ.keys())
def test_read(text: str, count: int) -> None:
    assert Baseline.read(PATH, text.encode()).known.total() == count


BAD = {
    "no JSON": (f"{LINE}\nnope\n".encode(), 2, "no JSON"),
    "no object": (b"[]\n", 1, "no object"),
    "a list of findings": (f"[\n {LINE}\n]".encode(), 1, "no JSON"),
    "no message": (b'{"path": "a", "rule": "S001"}', 1, "no object with"),
    "a number for a path": (LINE.replace('"a/record.xml"', "1").encode(), 1, "no object with"),
    "no UTF-8": (b'{"path": "\xff"}', 1, "no JSON"),
    "very deep": (b"[" * 100_000, 1, "no JSON"),
}


@pytest.mark.parametrize(("content", "line", "says"), BAD.values(), ids=BAD.keys())
def test_bad(content: bytes, line: int, says: str) -> None:
    with pytest.raises(BadBaseline, match=rf"known\.jsonl:{line}: not a baseline: {says}") as error:
        Baseline.read(PATH, content)
    assert error.value.exit_code == 2
    assert "--format jsonl > known.jsonl" in error.value.hint
