"""The lines over an article: title, subtitle, byline, date, masthead, in any order."""

from __future__ import annotations

import pytest

from archive.model.fact import Certainty
from attribution.articles_table import BODY, GRANT, NOTE, TITLE, article, paragraphs, people, value

SUB = "What two valleys can teach each other"
EK = ["Ann Ek"]
CASES: dict[str, tuple[str, str, str | None, list[str]]] = {
    "title alone": (TITLE, TITLE, None, []),
    "by": (f"{TITLE}\n\nby Ann Ek", TITLE, None, EK),
    "capitals": (f"{TITLE}\n\nBY ANN EK", TITLE, None, ["ANN EK"]),
    "two": (f"{TITLE}\n\nBy Ann Ek and Bo Berg", TITLE, None, ["Ann Ek", "Bo Berg"]),
    "ampersand": (f"{TITLE}\n\nBy: Ann Ek & Bo Berg", TITLE, None, ["Ann Ek", "Bo Berg"]),
    "three": (
        f"{TITLE}\n\nBy Ann Ek, Bo Berg and Cy Dahl",
        TITLE,
        None,
        ["Ann Ek", "Bo Berg", "Cy Dahl"],
    ),
    "outlet behind": (f"{TITLE}\n\nBy Ann Ek, The Herald", TITLE, None, EK),
    "unknown outlet behind": (f"{TITLE}\n\nBy Ann Ek, Valley Voices", TITLE, None, EK),
    "degree": (f"{TITLE}\n\nby Dr. Ann Ek, PhD", TITLE, None, ["Dr. Ann Ek, PhD"]),
    "place": (f"{TITLE}\n\nBy Ann Ek in Oslo", TITLE, None, EK),
    "staff": (f"{TITLE}\n\nBy Staff Writer", TITLE, None, []),
    "agency": (f"{TITLE}\n\nBy The Associated Press", TITLE, None, []),
    "bar": (f"{TITLE}\n\nAnn Ek | March 2, 2007", TITLE, None, EK),
    "bare name": (f"{TITLE}\n\nHedvig Tamm", TITLE, None, ["Hedvig Tamm"]),
    "bare words": (f"{TITLE}\n\nBroken Promises", TITLE, None, []),
    "bare place": (f"{TITLE}\n\nNew York", TITLE, None, []),
    "byline with the Rev.": (f"{TITLE}\n\nBy the Rev. Ann Ek", TITLE, None, ["Rev. Ann Ek"]),
    "byline first": (f"By Ann Ek\n\n{TITLE}", TITLE, None, EK),
    "date first": (f"13 June 2008\n\n{TITLE}\n\nBy Ann Ek", TITLE, None, EK),
    "place and date": (f"{TITLE}\n\nOslo, 13 June 2008", TITLE, None, []),
    "no blank lines": (f"{TITLE}\nBy Ann Ek\n13 June 2008", TITLE, None, EK),
    "subtitle": (f"{TITLE}\n\n{SUB}\n\nBy Ann Ek", TITLE, SUB, EK),
    "subtitle, no byline": (f"{TITLE}\n\n{SUB}", TITLE, SUB, []),
    "label": (f"OPINION\n\n{TITLE}\n\nBy Ann Ek", TITLE, None, EK),
    "label in tildes": (f"~YOUTH VIEWS~\n\n{TITLE}\n\nBy Ann Ek", TITLE, None, EK),
    "editorial": (f"{TITLE}\n\nEditorial", TITLE, None, []),
    "masthead": (f"Valley News Service\n\n{TITLE}\n\nBy Ann Ek", TITLE, None, EK),
    "named fields": (f"Title: {TITLE}\nAuthor: Ann Ek\nDate: 13 June 2008", TITLE, None, EK),
    "quotation marks": (f"“{TITLE}”\n\nBy Ann Ek", TITLE, None, EK),
    "number": (f"1. {TITLE}\n\nBy Ann Ek", TITLE, None, EK),
    "heading sign": (f"# {TITLE}\n\n*By Ann Ek*", TITLE, None, EK),
    "translator": (f"{TITLE}\n\nBy Ann Ek\n\nTranslated by Bo Berg", TITLE, None, EK),
    "poster": (f"{TITLE}\n\nPosted by Bo Berg on 13 June 2008", TITLE, None, []),
    "question": ("Who mends the dam?\n\nBy Ann Ek", "Who mends the dam?", None, EK),
}


@pytest.mark.parametrize(("top", "title", "subtitle", "authors"), CASES.values(), ids=CASES)
def test_top(top: str, title: str, subtitle: str | None, authors: list[str]) -> None:
    found = article(top=top, tail="Source: The Herald, 13 June 2008")
    assert (found.heading, value(found.subtitle)) == (title, subtitle)
    assert [a.person.value.name for a in found.authors] == authors
    assert paragraphs(found) == 3


ENDS = {
    "by at the end": ("By Ann Ek", EK),
    "signature": ("— Ann Ek", EK),
}


@pytest.mark.parametrize(("tail", "authors"), ENDS.values(), ids=ENDS)
def test_end(tail: str, authors: list[str]) -> None:
    assert [a.person.value.name for a in article(tail=tail).authors] == authors


def test_a_bare_name_is_sure_once_a_note_confirms_it() -> None:
    top = f"{TITLE}\n\nOla Nordmann"
    assert article(top=top).authors[0].person.certainty is Certainty.MEDIUM
    assert article(top=top, tail=NOTE).authors[0].person.certainty is Certainty.HIGH


def test_a_byline_in_the_title_line_needs_the_note() -> None:
    top = f"{TITLE} by Ola Nordmann"
    assert article(top=top, tail=f"* {NOTE}").heading == TITLE
    assert article(top=top).heading == top


def test_role_behind_the_byline() -> None:
    found = article(top=f"{TITLE}\n\nBy Ann Ek, editor of The Valley Herald")
    assert people(found) == [("Ann Ek", "editor", ["The Valley Herald"])]


def test_byline_in_capitals_before_the_text() -> None:
    (name, *_), *_ = people(
        article(top=f"{TITLE}\n\nANN EK-ROWE, CGNEWS: The dam is old, and so are we.")
    )
    assert name == "ANN EK-ROWE"


NOTES = {
    "same name": ("Ann Ek is the director of the Border Institute.", "director"),
    "with a title": ("Dr. Ann Ek is the director of the Border Institute.", "director"),
    "the writer": ("The writer is the director of the Border Institute.", "director"),
    "in italics": ("_Ann Ek is the director of the Border Institute._", "director"),
    "another person": ("Emil Varga is the director of the Border Institute.", None),
}


@pytest.mark.parametrize(("note", "role"), NOTES.values(), ids=NOTES)
def test_note_under_a_byline(note: str, role: str | None) -> None:
    found = article(top=f"{TITLE}\n\nBy Ann Ek", tail=f"{note}\n\nSource: The Herald, 3 May 2008")
    assert people(found) == [("Ann Ek", role, ["Border Institute"] if role else [])]


def test_a_bare_name_over_the_title_is_a_byline_if_a_note_introduces_it() -> None:
    found = article(top=f"Ola Nordmann\n\n{TITLE}", tail=f"{NOTE}\n\nSource: The Herald, 2008")
    assert found.heading == TITLE
    assert [a.person.value.name for a in found.authors] == ["Ola Nordmann"]
    alone = article(top=f"Ola Nordmann\n\n{TITLE}", tail="Source: The Herald, 2008")
    assert alone.authors == ()


def test_a_namesake_in_the_text_does_not_hide_the_author() -> None:
    body = f"{BODY}\nNobody, not even Kari Nordmann, has said so.\n"
    found = article(body=body, tail=f"{NOTE} Source: The Herald, 2008")
    assert [a.person.value.name for a in found.authors] == ["Ola Nordmann"]
    same = body.replace("Kari", "Ola")
    assert article(body=same, tail=f"{NOTE} Source: The Herald, 2008").authors == ()


def test_a_note_alone_is_less_sure() -> None:
    assert article(tail=NOTE).authors[0].person.certainty is Certainty.MEDIUM
    assert article(tail=f"{NOTE}\n\n{GRANT}").authors[0].person.certainty is Certainty.HIGH
