"""Two engines held against each other: what counts as a difference, and of what kind."""

from __future__ import annotations

from typing import Any

import pytest

from cite.csl.agreement import document, report, sample
from cite.csl.comparison import compare, kinds, normal

ITEM = {
    "id": "A",
    "title": "Rain in Spain",
    "publisher": "Verso",
    "page": "12-15",
    "author": [{"family": "Lee", "given": "Ann"}],
}

KINDS = {
    "the same": ("Lee, A.", "Lee, A.", []),
    "letters of another case": ("Rain In Spain", "Rain in Spain", ["case"]),
    "a sign for another": ("Lee, 12.", "Lee. 12.", ["sign , for ."]),
    "a sign too few": ("Lee 12", "Lee, 12", ["sign nothing for ,"]),
    "quotation marks": ("“Rain.”", "‘Rain.’", ["quotes"]),
    "a letter after the year": ("(Lee 2001a)", "(Lee 2001)", ["year suffix"]),
    "a variable too few": ("Lee. 12.", "Lee. Verso, 12.", ["missing publisher"]),
    "a variable too many": ("Lee Verso", "Lee", ["superfluous publisher"]),
    "a word from nowhere": ("Lee ed.", "Lee", ["superfluous ed"]),
    "another number": ("12. Lee", "13. Lee", ["number"]),
    "words that differ": ("p. 12", "pp. 12", ["p for pp"]),
    "nothing of ours": ("", "Lee", ["we print nothing"]),
    "two kinds": ("Lee; “Rain”", "Lee, ‘Rain’", ["quotes", "sign ; for ,"]),
}


@pytest.mark.parametrize(("ours", "theirs", "expected"), KINDS.values(), ids=KINDS.keys())
def test_kinds(ours: str, theirs: str, expected: list[str]) -> None:
    assert kinds(ours, theirs, ITEM) == expected


def test_normal() -> None:
    assert normal(" a\n  b\u00a0c ") == "a b c"


THEIRS = {"bibliography": [["A", "Lee.\n"], ["B", "Ek."]], "citations": ["(Lee)", "(Ek)"]}
ANSWERS: dict[str, tuple[dict[str, Any], list[tuple[str, tuple[str, ...]]]]] = {
    "the same": ({"bibliography": [["A", "Lee."], ["B", "Ek."]], **THEIRS}, []),
    "another order": (
        {**THEIRS, "bibliography": [["B", "Ek."], ["A", "Lee."]]},
        [("order", ("order",))],
    ),
    "an entry less": (
        {**THEIRS, "bibliography": [["A", "Lee."]]},
        [("B", ("we print nothing",)), ("order", ("order",))],
    ),
    "a citation": (
        {**THEIRS, "citations": ["(Lee)", "Ek"]},
        [("cluster 1", ("sign nothing for (",))],
    ),
    "an error": ({"error": "no"}, [(p, ("error",)) for p in ("A", "B", "cluster 0", "cluster 1")]),
}


@pytest.mark.parametrize(("ours", "expected"), ANSWERS.values(), ids=ANSWERS.keys())
def test_compare(ours: dict[str, Any], expected: list[tuple[str, tuple[str, ...]]]) -> None:
    found = compare("apa", ours, THEIRS, {})
    assert (found.entries, found.citations) == (2, 2)
    places = [(d.place, d.kinds[:1]) for d in found.differences]
    assert places == expected
    assert "apa" in report([found]) or not expected


def test_a_style_that_the_peer_cannot_read_does_not_count() -> None:
    assert compare("apa", {"error": "no"}, {"error": "no"}, {}).entries == 0


def test_sample() -> None:
    assert len(sample(20, seed=3)) == 20
    assert sample(20, seed=3) == sample(20, seed=3)
    assert sample(20, seed=3) != sample(20, seed=4)


def test_document_cites_every_item() -> None:
    ids = [f"I{n}" for n in range(23)]
    found = document(ids)
    assert {cite["id"] for cluster in found for cite in cluster["cites"]} == set(ids)
    assert [cluster["note"] for cluster in found] == list(range(1, len(found) + 1))
