"""The language of a text, told by its function words with a clear margin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from archive.attribution.words import word_set
from archive.model.fact import Certainty, Rule

FUNCTION_WORDS = Rule(
    "language/function-words",
    "The language is the one whose most frequent small words make up a clear share of the text, "
    "and far more of it than those of any other known language.",
)

WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": word_set(
            "the of and to in is that for it was with as on be by this are from not have"
        ),
        "fr": word_set(
            "le la les des et est une dans que qui pour par sur pas au du ce il ne avec"
        ),
        "es": word_set("el los las y en una que del por con para se lo su al como más pero es un"),
        "de": word_set("der die und das den von zu mit ist sich des auf für nicht ein eine dem im"),
        "it": word_set("il di che e la per una del della non è sono con gli si nel dei le anche"),
        "pt": word_set("o os as uma que do da em para com não por dos mais se ao na no é e"),
        "nl": word_set("de het een van en dat niet op te zijn voor met er maar ook aan door bij"),
        "id": word_set("yang dan di itu dengan untuk tidak dari dalam ini oleh pada adalah akan"),
        "tr": word_set("ve bir bu için ile da de çok daha olarak gibi ne ama kadar sonra olan"),
        "ar": word_set("في من على إلى أن التي الذي عن هذا هذه مع لا ما كل أو لم بين قد ذلك بعد"),
        "fa": word_set("و در به از که این را با است برای آن یک خود تا بر هم نیز می"),
        "ur": word_set("کے کی میں اور ہے سے کا کو پر نے یہ ہیں کہ ایک بھی نہیں تھا اس"),
        "he": word_set("של את על לא הוא זה כי עם היא גם או אל אבל מה כל בין יותר אם"),
        "ru": word_set("и в не на что с по как это для из к но от за так же мы его"),
    }
)
"""The most frequent small words of each known language, in lower case."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENOUGH = 6  # small words, at least
_SHARE = 0.10  # of all words, at least
_MARGIN = 1.6  # times the next language, at least


def language(text: str) -> tuple[str, Certainty] | None:
    """The language of ``text`` as a BCP 47 tag, and how surely; None if it is not clear.

    High certainty takes 60 words and three times as many small words as the next language has.

    >>> language("It is the end of the road, and that was to be expected by all of us.")
    ('en', <Certainty.MEDIUM: 'medium'>)
    >>> language("Rain in Spain") is None
    True
    """
    words = _WORD.findall(text.lower())
    counts = Counter(words)
    scores = sorted(
        ((sum(counts[word] for word in small), tag) for tag, small in WORDS.items()), reverse=True
    )
    (best, tag), (second, _) = scores[0], scores[1]
    if best < _ENOUGH or best < _SHARE * len(words) or best < _MARGIN * second:
        return None
    sure = len(words) >= 60 and best >= 3 * second
    return tag, Certainty.HIGH if sure else Certainty.MEDIUM
