"""The same text twice is found, whatever the copies make of it, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.validate import Finding, Surroundings, Target, check_all
from archive.validate.likeness import candidates, common, sketch, words
from validate.records import lined, renamed

STORY = (
    "For years the women of the upper village walked an hour to the river, and came home after "
    "dark. The well was dug where the two commons meet! Both councils paid for half of the pump.",
    'It was meant to end a "quarrel" that is older than the road; instead it became one, because '
    "the Board never said who may draw water first in a dry month. Who would have asked them?",
    "They should write that down together, in one page that everybody can read. A rule that two "
    "neighbours have made is kept longer than one that arrives in a letter. It's their well.",
)
OTHER = (
    "The board met for the first time in a gymnasium, because both of the official halls were "
    "claimed by parties that had lost. It was the most orderly meeting that anybody remembered.",
    "A padlock with two keys and a clerk who opens it on Fridays would cost less than one "
    "afternoon in court. Everybody who can count has known that for eleven years.",
)
NOTE = "Copyright permission is granted for publication. Please acknowledge the source of this."
CLOSING = "The views expressed in this article are those of the author and of nobody else. "


def story(
    id: str, paragraphs: Sequence[str], masthead: str = "The News", note: str = NOTE
) -> Target:
    """A sound record with this text."""
    lines = ("Wells", masthead, *paragraphs, note)
    own = "".join(
        f'        <p xml:id="p{n}" n="{n}" {{{n + 1}}}>{text}</p>\n'
        for n, text in enumerate(paragraphs, 1)
    )
    last = len(paragraphs) + 1
    body = f"""\
    <body>
      <div type="article" xml:id="article">
        <head type="main" {{0}}>Wells</head>
        <fw type="masthead" {{1}}>{masthead}</fw>
{own}      </div>
    </body>
    <back>
      <div type="end-matter" xml:id="end-matter">
        <p xml:id="p{last}" n="{last}" {{{last + 1}}}>{note}</p>
      </div>
    </back>
"""
    path = f"records/undated/{id}/record.xml"
    return replace(renamed(lined(lines, body), id, id.replace("-", "")), path=path)


def found(*records: Target) -> tuple[Finding, ...]:
    """What is wrong among records that can be read again."""
    texts = {f"undated/{record.id}": record.xml for record in records}
    return check_all(records, Surroundings(xml=texts.__getitem__))


def each(change: Callable[[str], str]) -> list[str]:
    return [change(paragraph) for paragraph in STORY]


FIRST = story("wells", STORY)
AGAIN = story("wells-2", STORY, masthead="Another Service", note="All rights reserved.")
SAME = {
    "another masthead and permission": AGAIN,
    "typographic marks": story(
        "wells-2", each(lambda text: re.sub('"(.*)"', "“\\1”", text).replace("'", "’"))
    ),
    "capitals": story("wells-2", each(str.upper)),
    "spaces": story("wells-2", each(lambda text: text.replace(" ", "  "))),
    "hyphens at line ends": story("wells-2", each(lambda text: text.replace("neighb", "neigh-b"))),
    "one paragraph": story("wells-2", [" ".join(STORY)]),
    "the first two thirds": story("wells-2", STORY[:2]),
    "the end, after something else": story("wells-2", [OTHER[0], *STORY[1:]]),
    "a word changed in each paragraph": story(
        "wells-2", each(lambda text: re.sub(" (was|ended|two) ", " indeed ", text, count=1))
    ),
}
DIFFERENT = {
    "another text": story("wells-2", OTHER),
    "another text with the same permission": story("wells-2", OTHER, note=NOTE),
    "the same closing sentences": story("wells-2", [*OTHER, f"{CLOSING}{STORY[2]}"]),
    "too short to say": story("wells-2", STORY[:1]),
    "the same words in another order": story(
        "wells-2", each(lambda text: " ".join(sorted(text.split())))
    ),
}


@pytest.mark.parametrize("second", SAME.values(), ids=SAME)
def test_the_same_text(second: Target) -> None:
    for records in permutations((FIRST, second)):  # the later is at fault, in any order
        (finding,) = found(*records)
        assert (finding.rule, finding.severity) == ("R001", "warning")
        assert (finding.path, finding.related) == (second.path, FIRST.path)
        line = second.xml.decode().split("\n")[finding.line - 1]
        assert line[finding.column - 1 :].startswith('<div type="article"')
        shared, of = map(int, re.findall(r"\d+", finding.message)[:2])
        assert of / 2 <= shared <= of
        assert FIRST.id in finding.message


@pytest.mark.parametrize("second", DIFFERENT.values(), ids=DIFFERENT)
def test_another_text(second: Target) -> None:
    assert found(FIRST, second) == ()


def test_a_sentence_that_all_print_makes_nothing_the_same() -> None:
    one = story("wells", [*STORY, CLOSING])
    assert found(one, story("wells-2", [*OTHER, CLOSING])) == ()


def test_each_is_told_once() -> None:
    third = story("wells-3", STORY[:2])
    rules = [(f.path, f.related) for f in found(FIRST, AGAIN, third)]
    assert rules == [(AGAIN.path, FIRST.path), (third.path, FIRST.path)]


def test_two_articles_of_one_copy_are_not_two_copies() -> None:
    assert [f.rule for f in found(FIRST, story("wells-too", STORY))] == ["I006"]


def test_nothing_is_said_of_what_cannot_be_read() -> None:
    assert check_all((FIRST, AGAIN), Surroundings()) == ()


COMMON = {
    "nothing": ("a b c d e", "f g h i j", 0),
    "all": ("a b c d e f", "a b c d e f", 6),
    "a run": ("x a b c d e f y", "a b c d e f", 6),
    "two runs": ("a b c d e x f g h i j", "f g h i j y a b c d e", 10),
    "a run too short": ("a b c d x", "a b c d y", 0),
    "nothing at all": ("", "", 0),
}


@pytest.mark.parametrize(("one", "other", "count"), COMMON.values(), ids=COMMON)
def test_words_in_common(one: str, other: str, count: int) -> None:
    assert common(one.split(), other.split()) == count


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_no_more_words_in_common_than_there_are(one: list[str], other: list[str]) -> None:
    assert 0 <= common(one, other) <= len(one)
    assert common(one, one) == (len(one) if len(one) >= 5 else 0)


SCRIPTS = {
    "Russian": "Совет впервые собрался в спортивном зале. «Никто» не спросил ни о чём. Замок с "
    "двумя ключами стоил бы дешевле, чем полдня в суде.",
    "Urdu": "کونسل پہلی بار جمنازیم میں جمع ہوئی۔ کسی نے ان سے کچھ نہیں پوچھا۔ یہ بات سب جانتے ہیں",
    "Chinese": "理事会第一次在体育馆里开会。没有人问过他们任何事情，也没有人告诉他们。",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_other_scripts(text: str) -> None:
    assert len(sketch([text])) >= 2
    assert sketch([text]) == sketch([text.replace("«", "“").replace(" ", "\n")])
    assert words([text]) == words([text.replace("«", "“").replace(" ", "\n")])


def test_a_sketch_is_the_same_everywhere() -> None:
    assert sketch(STORY)[:2] == ("11b7ca61", "23166d55")


def test_pairs_do_not_multiply() -> None:
    """Of a thousand texts with a sentence in common the first is looked at, by each."""
    texts = [("boiler", "plate", f"own {n}", f"mine {n}") for n in range(1000)]
    assert sum(len(others) for _, others in candidates(texts)) == 999
