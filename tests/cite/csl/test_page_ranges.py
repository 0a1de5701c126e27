"""Page ranges: the formats of CSL 1.0.2, appendix V, and pages with letters."""

from __future__ import annotations

import pytest

from archive.cite.csl import page_ranges

FORMATS = ("", "expanded", "minimal", "minimal-two", "chicago-15", "chicago-16")

# The examples of the specification and of the Chicago Manual of Style, then what they leave open.
RANGES = {
    "two digits": ("3", "10", ("10", "10", "10", "10", "10", "10")),
    "the same ten": ("71", "72", ("72", "72", "2", "72", "72", "72")),
    "a hundred": ("100", "104", ("104", "104", "4", "04", "104", "104")),
    "less than ten after a hundred": ("107", "108", ("108", "108", "8", "08", "8", "8")),
    "shortened before": ("321", "28", ("28", "328", "8", "28", "28", "28")),
    "other hundred": ("415", "532", ("532", "532", "532", "532", "532", "532")),
    "three digits change of four": (
        *("1496", "1504"),
        ("1504", "1504", "504", "504", "1504", "504"),
    ),
    "five digits": ("13792", "13803", ("13803", "13803", "803", "803", "803", "803")),
    "another thousand": (
        *("10123", "11145"),
        ("11145", "11145", "1145", "1145", "11145", "1145"),
    ),
    "downwards": ("110", "05", ("05", "05", "05", "05", "05", "05")),
    "the same page": ("7", "7", ("7", "7", "7", "7", "7", "7")),
    "letters after": ("12a", "13b", ("13b", "13b", "3b", "3b", "13b", "13b")),
    "letters after, over a hundred": ("112a", "115b", ("115b", "115b", "5b", "5b", "115b", "115b")),
}


@pytest.mark.parametrize(("start", "end", "written"), RANGES.values(), ids=RANGES.keys())
def test_formats(start: str, end: str, written: tuple[str, ...]) -> None:
    assert tuple(page_ranges.write_end("", start, end, style) for style in FORMATS) == written
    assert page_ranges.write_end("", start, end, "chicago") == written[4]


def test_letters_before_are_repeated_unless_the_end_is_shortened() -> None:
    ends = [page_ranges.write_end("S", "112", "115", style) for style in FORMATS]
    assert ends == ["S115", "S115", "5", "15", "15", "15"]


FIRST = {
    "12-15": "12",
    "12–15": "12",
    "12, 15": "12",
    "12 & 15": "12",
    "12": "12",
    "S5": "S5",
    r"3\-1-5": "3-1",
    "": "",
}


@pytest.mark.parametrize(("pages", "page"), FIRST.items())
def test_first_page(pages: str, page: str) -> None:
    assert page_ranges.first(pages) == page
