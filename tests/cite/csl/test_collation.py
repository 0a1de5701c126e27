"""The order of texts: words in the order that citeproc-js gives them in each language."""

from __future__ import annotations

import random

import pytest

from archive.cite.csl import marks
from archive.cite.csl.collation import collator

ORDERED = {
    "word by word": ("en", "New York; Newark"),
    "digits before letters": ("en", "9 lives; 10 lives; nine"),
    "Latin, Greek, Cyrillic, Chinese": ("en", "z; β; б; 中"),
    "no letters of their own": ("de", "Obst; Öl; Onkel; Zahn"),
    "Swedish": ("sv-SE", "a; oz; z; å; ä; ö"),
    "Danish": ("da-DK", "a; oz; z; æ; ø; å"),
    "Spanish": ("es-ES", "nz; ña; o"),
    "Czech": ("cs-CZ", "cz; ča; h; cha; i"),
    "Hungarian": ("hu-HU", "cz; csa; d; o; ö; p"),
    "Turkish": ("tr-TR", "h; ı; i"),
    "Russian": ("ru-RU", "б; z"),
    "Chinese": ("zh-CN", "中; b"),
    "Korean": ("ko-KR", "가; 中; b"),
    "Arabic": ("ar", "ب; b"),
    "Serbian": ("sr-Cyrl-RS", "б; z"),
    "Serbian in Latin letters": ("sr-Latn-RS", "cz; ča; ća; z; б"),
    "unknown": ("xx", "a; ä b; b"),
}


@pytest.mark.parametrize(("language", "words"), ORDERED.values(), ids=ORDERED)
def test_order(language: str, words: str) -> None:
    expected = words.split("; ")
    shuffled = random.Random(1).sample(expected, len(expected))
    collate = collator(language)
    assert sorted(shuffled, key=lambda word: collate(word) or "") == expected


def test_what_does_not_count() -> None:
    collate = collator("en")
    assert collate(f"{marks.ITALIC}Élan!{marks.CLOSE}") == collate("“elan”")
    assert collate("") is collate("?!") is None
