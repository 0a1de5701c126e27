"""What the rules know of one language: its words and the patterns of its set phrases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from archive.model.rights import Act, Condition

LEAD = r"[\s*_(\[•–—\u200e\u200f\u202a-\u202e-]{0,8}"
"""A pattern for what may stand before the first word of a line: bullets, emphasis, marks."""

NEVER = re.compile(r"(?!)")
"""The pattern that is nowhere: a language has no such phrase, or none that is certain."""


def phrase(*forms: str) -> re.Pattern[str]:
    """A pattern for any of these phrases, wherever they stand."""
    return re.compile("|".join(forms), re.IGNORECASE)


def exactly(*forms: str) -> re.Pattern[str]:
    """A pattern for any of these words in small letters as they stand."""
    return re.compile("|".join(forms))


def opening(*forms: str) -> re.Pattern[str]:
    """A pattern for a line that begins with any of these phrases."""
    return re.compile(f"{LEAD}(?:{'|'.join(forms)})", re.IGNORECASE)


def headed(nouns: str) -> re.Pattern[str]:
    """A pattern for common nouns of organisations' names, written as in a name.

    With a capital wherever they stand; in small letters only right before one ("escola Camões").
    """
    one = f"(?:{'|'.join(nouns.split())})"
    capital = r"(?-i:(?=[^\W\d_a-zß-ÿğışа-яё]))"
    return re.compile(rf"\b(?:{capital}{one}s?\b|{one}(?=\s{capital}))", re.IGNORECASE)


_VOWELS = r"[\u0640\u064b-\u0652\u0670]*"
_ALIKE = {
    **dict.fromkeys("اأإآ", "[اأإآ]"),
    **dict.fromkeys("ىيی", "[ىيی]"),
    **dict.fromkeys("كک", "[كک]"),
    **dict.fromkeys("هة", "[هة]"),
    **dict.fromkeys("ہ", "[ہهۃ]"),
}


def arabic(form: str) -> str:
    """A pattern whose Arabic letters stand for themselves however they are written.

    Vowel signs and the stroke that lengthens a word (tatweel) may stand behind each, hamza may be
    left out, and letters that are typed one for the other count as one.
    """
    return re.sub(
        r"[\u0621-\u064a\u066e-\u06d3]",
        lambda m: f"(?:{_ALIKE.get(m.group(), m.group())}{_VOWELS})",
        form,
    )


def numbered(*names: str) -> Mapping[str, int]:
    """The month of each name: twelve strings of the names that a month goes by, parted by bars."""
    pairs = ((name, month) for month, all_ in enumerate(names, 1) for name in all_.split("|"))
    return MappingProxyType(dict(pairs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language, as far as the rules read it.

    Attributes:
        tag: BCP 47.
        capitals: whether names of people and organisations are told by their capitals.
        months: month names and short forms without a full stop, lower case: 1 to 12.
        ordinal: a pattern for what may stand right behind the number of a day.
        of: a pattern for a word between a day, a month and a year.
        weekdays: a pattern for a name of a day of the week.
        on: the words that lead to a date behind an outlet's name ("le", "am").
        by: how a line begins that names the authors.
        other_by: how a line begins that names a translator, a photographer, an editor.
        both: what joins the last of several names.
        newsroom: what is no person behind ``by``.
        rubrics: words that a label over a title is made of.
        no_article: how the first line of a text begins that is no article.
        source: the label of a source line.
        published: what leads to the outlet that published the piece.
        first: what says that a publication was the first.
        written: what leads to the outlet that the piece was written for.
        distributed: what leads to the service that passed the piece on.
        body: what leads from an outlet to the body behind it.
        passing: how a line begins that stands among credits and says nothing of them.
        about: what may stand before the name in an author note ("About the author:").
        author: what stands for the name in a note ("The author").
        is_: what leads from a name to what the person is.
        acts: a verb that leads from a name to an organisation ("teaches at").
        article: articles and adverbs before a role.
        former: what says that a role is over.
        roles: what a person may be said to be; the first word of a role.
        role_like: how words end that are roles behind ``is_`` if they are not among ``roles``.
        leaders: roles that a genitive joins to an organisation.
        no_roles: words behind ``is_`` that make no role ("born").
        to: prepositions that lead from a role to an organisation.
        genitive: those that may also lead to a subject or a place.
        place: prepositions that lead to a place.
        heads: common nouns of organisations' names, the ends of such nouns where they compound.
        kinds_of: common nouns before a name that do not belong to it ("the daily ...").
        joints: small words inside organisations' names.
        turns: words that end an organisation's name.
        verb_last: whether the verb stands behind what a person is, and the organisation before it.
        places: places of one or more words that are no organisations, lower case.
        granted, obtained, host_only, reserved: what rights sentences say.
        put_off: what refuses or puts off a grant.
        harmless: what looks like ``put_off`` and only attaches a condition.
        licence_words: the parts of Creative Commons names: BY, NC, ND, SA.
        conditions: what tells that a grant attaches a condition.
        acts_of_use: what tells that a rights sentence speaks of an act.
    """

    tag: str
    capitals: bool = True
    months: Mapping[str, int]
    ordinal: str = ""
    of: str = ""
    weekdays: str = "(?!)"
    on: re.Pattern[str] = NEVER
    by: re.Pattern[str]
    other_by: re.Pattern[str] = NEVER
    both: str
    newsroom: re.Pattern[str] = NEVER
    rubrics: frozenset[str] = frozenset()
    no_article: re.Pattern[str] = NEVER
    source: re.Pattern[str]
    published: re.Pattern[str] = NEVER
    first: re.Pattern[str] = NEVER
    written: re.Pattern[str] = NEVER
    distributed: re.Pattern[str] = NEVER
    body: re.Pattern[str] = NEVER
    passing: re.Pattern[str] = NEVER
    about: re.Pattern[str] = NEVER
    author: re.Pattern[str] = NEVER
    is_: re.Pattern[str] = NEVER
    acts: re.Pattern[str] = NEVER
    article: re.Pattern[str] = NEVER
    former: re.Pattern[str] = NEVER
    roles: frozenset[str] = frozenset()
    role_like: re.Pattern[str] = NEVER
    leaders: frozenset[str] = frozenset()
    no_roles: frozenset[str] = frozenset()
    to: re.Pattern[str] = NEVER
    genitive: re.Pattern[str] = NEVER
    place: re.Pattern[str] = NEVER
    heads: re.Pattern[str] = NEVER
    kinds_of: re.Pattern[str] = NEVER
    joints: frozenset[str] = frozenset()
    turns: re.Pattern[str] = NEVER
    verb_last: bool = False
    places: frozenset[str] = frozenset()
    granted: re.Pattern[str] = NEVER
    obtained: re.Pattern[str] = NEVER
    host_only: re.Pattern[str] = NEVER
    reserved: re.Pattern[str] = NEVER
    put_off: re.Pattern[str] = NEVER
    harmless: re.Pattern[str] = NEVER
    licence_words: tuple[str, str, str, str] = ("(?!)", "(?!)", "(?!)", "(?!)")
    conditions: Mapping[Condition, re.Pattern[str]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    acts_of_use: Mapping[Act, re.Pattern[str]] = field(default_factory=lambda: MappingProxyType({}))
