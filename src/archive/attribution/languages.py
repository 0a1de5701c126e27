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
            "the of and to in is that for it was with as on be by this are from not have an at or "
            "but they which their has were been its who will would there what when we our his her "
            "he she you can if more one had than into about"
        ),
        "fr": word_set(
            "le la les des et est une dans que qui pour par sur pas au du ce il ne avec un en aux "
            "cette ces mais ou où elle ils nous vous "
            "leur leurs sont été plus son sa ses même comme "
            "tout tous entre sans être fait deux on se si c’est d’une qu’il l’on n’est"
        ),
        "es": word_set(
            "el los las y en una que del por con para se lo su al como más pero es un la no este "
            "esta sus le ha sin sobre también entre cuando hay donde desde todo nos fue era muy ya "
            "porque cada ser está han ni quien había hizo otro ellos"
        ),
        "de": word_set(
            "der die und das den von zu mit ist sich des auf für nicht ein eine dem im es er sie "
            "wir auch als an wie aus bei nach hat wird einer einem einen war sind noch nur oder "
            "aber vor zum zur über dass wenn kein keine man mehr ich haben werden was durch uns"
        ),
        "it": word_set(
            "il di che e la per una del della non è sono con gli si nel dei le anche un in da al "
            "alla come più ma lo i delle ha questo questa se su dal nella tra cui loro quando dopo "
            "essere suo sua ci solo ogni dove perché stato chi"
        ),
        "pt": word_set(
            "o os as uma que do da em para com não por dos mais se ao na no é e um das mas como "
            "foi são ou sua seu seus também entre quando muito já nos nas pela pelo até isso ele "
            "ela está há sem sobre depois onde ser cada nem"
        ),
        "nl": word_set(
            "de het een van en dat niet op te zijn voor met er maar ook aan door bij in is ze hij "
            "wij we die dit als om naar uit nog wel geen worden wordt werd heeft hebben meer over "
            "tussen waar wat was deze hun onze kan toen omdat"
        ),
        "id": word_set(
            "yang dan di itu dengan untuk tidak dari dalam ini oleh pada adalah akan ke para bahwa "
            "sebuah seorang mereka kita kami saya bisa dapat lebih telah sudah karena ada juga "
            "atau tetapi namun hanya antara seperti banyak orang anak setiap satu dua tanpa masih "
            "lain serta bagi menjadi saat ketika"
        ),
        "tr": word_set(
            "ve bir bu için ile da de çok daha olarak gibi ne ama kadar sonra olan o her en değil "
            "var ki mi biz iki ya onun hiç şey kendi bile yok diye ise önce göre "
            "yüzden herkes onu ona kimse bana beni bunu bunun bunlar onlar siz artık ancak çünkü "
            "nasıl böyle tüm bütün başka ilk oldu olduğu olduğunu dedi etti eden ederek biri "
            "üzerine karşı arasında içinde yalnızca veya şimdi değildir vardır"
        ),
        "ar": word_set(
            "في من على إلى أن التي الذي عن هذا هذه مع لا ما كل أو لم بين قد ذلك بعد هو هي كان كانت "
            "إن لكن ليس عند حتى كما منذ أي هناك يكون "
            "عندما ثم لن لقد أكثر أنه أنها إنه إنها وهو وهي "
            "فيه فيها به بها له لها ولا وقد وفي ومن عليه تلك قبل دون غير منهم الناس ولم لأن إذا"
        ),
        "fa": word_set(
            "و در به از که این را با است برای آن یک خود تا بر هم نیز می ها های شد شده بود کرد "
            "اما یا اگر هر دو ما من او آنها باید چه دیگر بین پس همه هستند نیست"
        ),
        "ur": word_set(
            "کے کی میں اور ہے سے کا کو پر نے یہ ہیں کہ ایک بھی نہیں تھا اس تو ہی جو وہ تھے تھی کر "
            "کیا گیا لیے ہو ان ہم اپنے جب تک یا بعد "
            "ساتھ دو کوئی کچھ رہے رہا گئے جاتا جاتی ہوتا دونوں کیونکہ"
        ),
        "he": word_set(
            "של את על לא הוא זה כי עם היא גם או אל אבל מה כל בין יותר אם הם יש אין אני אנחנו רק "
            "כמו היה היו הייתה אלא כאשר עד זו אלה כדי מפני שבו לו לה להם אשר מן אחד אחת כבר כך עוד "
            "לפני אחרי בכל אך שני שתי השנה אחר"
        ),
        "ru": word_set(
            "и в не на что с по как это для из к но от за так же мы его он она они у о а бы то все "
            "еще ещё был была были или если только уже их когда нет до ни где чем есть во со мне"
        ),
    }
)
"""The most frequent small words of each known language, in lower case."""

_TAGS: Mapping[str, str] = MappingProxyType(
    {
        word: " ".join(tag for tag, small in WORDS.items() if word in small)
        for word in frozenset().union(*WORDS.values())
    }
)
"""The languages that each word is of: one of two counts half for each."""

_WORD = re.compile(r"\w+(?:’\w+)?")
_SEMITIC = re.compile(r"[\u0590-\u08ff]")
_HEBREW = re.compile(r"[\u05d0-\u05ea]")
_SIGNS = re.compile(r"[\u0640\u064b-\u0652\u0670]")
_MOST = 2_000  # characters that are looked at
_ENOUGH = 4.5  # small words, at least
_SHARE = 0.10  # of all words, at least; half of it in Arabic letters, where they join others
_MARGIN = 1.6  # times the next language, at least


def language(text: str) -> tuple[str, Certainty] | None:
    """The language of ``text`` as a BCP 47 tag, and how surely; None if it is not clear.

    High certainty takes 60 words and three times as many small words as the next language has.
    A text most of whose words are in Hebrew letters is Hebrew.

    >>> language("It is the end of the road, and that was to be expected by all of us.")
    ('en', <Certainty.MEDIUM: 'medium'>)
    >>> language("Rain in Spain") is None
    True
    """
    beginning = text[:_MOST].lower().replace("'", "’").replace("i\u0307", "i")
    semitic = _SEMITIC.search(beginning) is not None
    words = _WORD.findall(_SIGNS.sub("", beginning) if semitic else beginning)
    hebrew = sum(_HEBREW.match(word) is not None for word in words) if semitic else 0
    if hebrew >= 10 and hebrew * 2 > len(words):
        return "he", Certainty.HIGH if hebrew >= 60 else Certainty.MEDIUM
    scores = dict.fromkeys(WORDS, 0.0)
    for tags, count in Counter(map(_TAGS.get, words)).items():
        for tag in (of := tags.split() if tags else ()):
            scores[tag] += count / len(of)
    (second, _), (best, tag) = sorted((score, tag) for tag, score in scores.items())[-2:]
    if (
        best < _ENOUGH
        or best < (_SHARE / 2 if semitic else _SHARE) * len(words)
        or best < _MARGIN * second
    ):
        return None
    sure = len(words) >= 60 and best >= 3 * second
    return tag, Certainty.HIGH if sure else Certainty.MEDIUM
