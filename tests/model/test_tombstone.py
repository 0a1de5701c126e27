"""Tombstones: their JSON, and which runs of a copy they keep out."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model.tombstone import BadTombstone, Run, Tombstone

A, B = "a" * 64, "b" * 64
SHARES = {
    "the same copy, all of it": (Run(A), Run(A), True),
    "another copy": (Run(A), Run(B), False),
    "a part of all of it": (Run(A), Run(A, 3, 5), True),
    "runs that overlap": (Run(A, 0, 5), Run(A, 4, 9), True),
    "runs that touch": (Run(A, 0, 5), Run(A, 5, 9), False),
    "the same run of another copy": (Run(A, 0, 5), Run(B, 0, 5), False),
}


@pytest.mark.parametrize(("one", "other", "shares"), SHARES.values(), ids=SHARES)
def test_runs_that_share_a_character(one: Run, other: Run, shares: bool) -> None:
    assert one.shares(other) == other.shares(one) == shares


WORDS = st.text(min_size=1).filter(str.strip)
RUNS = st.one_of(
    st.builds(Run, st.sampled_from([A, B])),
    st.builds(
        lambda sha256, start, length: Run(sha256, start, start + length),
        st.sampled_from([A, B]),
        st.integers(0, 10**9),
        st.integers(1, 10**9),
    ),
)
TOMBSTONES = st.builds(
    Tombstone,
    id=WORDS,
    key=WORDS,
    year=st.sampled_from(["2008", "undated"]),
    title=st.text(),
    day=st.dates().map(str),
    by=WORDS,
    because=WORDS,
    sources=st.lists(RUNS, min_size=1, max_size=3).map(tuple),
    see=st.one_of(st.just(""), WORDS),
)


@given(TOMBSTONES)
def test_round_trip(tombstone: Tombstone) -> None:
    assert Tombstone.from_json(tombstone.to_json()) == tombstone


@given(TOMBSTONES, st.data())
def test_whatever_is_in_the_file(tombstone: Tombstone, data: st.DataObject) -> None:
    content = tombstone.to_json()
    start = data.draw(st.integers(0, len(content)))
    damaged = content[:start] + data.draw(st.binary(max_size=3)) + content[start + 2 :]
    with suppress(BadTombstone):
        assert Tombstone.from_json(damaged).sources
