"""Letters that were decoded wrongly: which are read as what, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.attribution.mojibake import marks
from archive.model.article import Block, BlockKind, Repair
from archive.model.document import Document


def readings(text: str) -> list[tuple[str, str, str]]:
    document = Document(text=text, source="0" * 64, encoding="utf-8", media_type="text/plain")
    block = Block(BlockKind.PARAGRAPH, document.span(0, len(text)), text)
    found = [fact for fact in marks(document, (block,)) if isinstance(fact.value, Repair)]
    return [
        (text[f.span.start : f.span.end], f.value.text, f.certainty.value)
        for f in found
        if f.span and isinstance(f.value, Repair)
    ]


READ = {
    "an accent": ("JosÃ© came", [("Ã©", "é", "high")]),
    "quotation marks": ("â€œyesâ€\x9d", [("â€œ", "“", "high"), ("â€\x9d", "”", "high")]),
    "a mark that lost its last byte": ("yesâ€.", [("â€", "”", "medium")]),
    "a dash": ("one â€“ two", [("â€“", "–", "high")]),
    "Arabic": ("Ø¨Ø±", [("Ø¨Ø±", "بر", "high")]),
    "a capital": ("Ã‰mile", [("Ã‰", "É", "high")]),
    "a capital that a mark of punctuation stands for": ("Ã”tez", [("Ã”", "Ô", "high")]),
}
LEFT = ["São Paulo", "Ângela Ñuñez", "5 × 3", "Øre", "pâté", "MAÇÃ", "“José”", "ÅSA", "",
    "Ñ: “CAFÉ” and “SCHÖ”…", "Ñ: “He said ‘café’”", "Ñ: CAFÉ’s", "“AMANHÃ”", "AMANHÃ…", "Ñ: café”…",
    "Ñ: Öl", "Ñ: le « café » et l’été…",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ.keys())
def test_reads(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert readings(text) == expected


@pytest.mark.parametrize("text", LEFT)
def test_leaves_alone(text: str) -> None:
    assert readings(text) == []


@given(st.text("éèüñç“”–’…áíóúàâ", min_size=1, max_size=20))
def test_what_was_decoded_wrongly_comes_back(text: str) -> None:
    wrong = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    again = wrong
    for printed, reading, _ in readings(wrong):
        again = again.replace(printed, reading, 1)
    assert again.replace("Ã\u00a0", "à") == text
