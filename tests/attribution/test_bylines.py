"""Bylines and signatures: whom they name, and whom they do not."""

from __future__ import annotations

import pytest

from attribution.articles_table import TITLE, article, paragraphs, people, value

SOURCE = "Source: The Herald, 13 June 2008"
BASIN = "Upper Basin Institute"
TWO = ["Ann Ek", "Bo Berg"]

NAMED: dict[str, tuple[str, list[str]]] = {
    "semicolon": ("By Ann Ek; Bo Berg", TWO),
    "slash": ("By Ann Ek / Bo Berg", TWO),
    "with": ("By Ann Ek with Bo Berg", TWO),
    "degrees": ("By Ann Ek, Ph.D., and Bo Berg, M.D.", ["Ann Ek, Ph.D.", "Bo Berg, M.D."]),
    "retired general": ("By Maj. Gen. (ret.) Ann Ek", ["Maj. Gen. (ret.) Ann Ek"]),
    "prince": ("By HRH Prince Ola bin Ek", ["HRH Prince Ola bin Ek"]),
    "particle an": ("By Fr. Donal Mac an Rí", ["Fr. Donal Mac an Rí"]),
    "a month for a name": ("By April Ek", ["April Ek"]),
    "an essay by": ("An essay by Ann Ek", ["Ann Ek"]),
    "dashes around": ("– by Ann Ek –", ["Ann Ek"]),
    "date behind a full stop": ("By Ann Ek. May 9, 2011.", ["Ann Ek"]),
    "date behind a dot": ("By Ann Ek · 8 July 2010", ["Ann Ek"]),
    "date behind on": ("By Ann Ek on 9 May 2011", ["Ann Ek"]),
    "date before": ("9 May 2011 | Ann Ek", ["Ann Ek"]),
    "translator behind": ("By Ann Ek. Translated by Bo Berg.", ["Ann Ek"]),
    "bare names": ("Hedvig Tamm and Bodil Ekberg", ["Hedvig Tamm", "Bodil Ekberg"]),
    "bare name, place": ("Hedvig Tamm, Oslo", ["Hedvig Tamm"]),
    "bare places": ("Northern Ireland", []),
    "bare demonym": ("Turkish Delight", []),
    "bare words": ("Open Doors and Closed Borders", []),
    "board": ("By the Editorial Board", []),
    "staff": ("By a staff reporter", []),
    "correspondents": ("By IPS Correspondents", []),
    "poster": ("Posted on 9 May 2011 by Ann Ek", []),
    "editor": ("Editor: Ann Ek", []),
}


@pytest.mark.parametrize(("line", "names"), NAMED.values(), ids=NAMED)
def test_named(line: str, names: list[str]) -> None:
    found = article(top=f"{TITLE}\n\n{line}", tail=SOURCE)
    assert [name for name, _, _ in people(found)] == names


TITLES = {
    "quotation marks": f"“{TITLE}” by Hedvig Tamm",
    "comma": f"{TITLE}, by Hedvig Tamm",
    "dash": f"{TITLE} – by Hedvig Tamm",
}


@pytest.mark.parametrize("line", TITLES.values(), ids=TITLES)
def test_in_the_title_line(line: str) -> None:
    found = article(top=line, tail=SOURCE)
    assert (value(found.title), people(found)) == (TITLE, [("Hedvig Tamm", None, [])])


def test_what_is_said_by_the_way_of_the_author() -> None:
    tail = f"Novelist Hedvig Tamm recalls a flood.\n\n{SOURCE}"
    found = article(top=f"{TITLE}\n\nBy Hedvig Tamm", tail=tail)
    assert people(found) == [("Hedvig Tamm", "Novelist", [])]


def test_what_is_said_by_the_way_makes_nobody_the_author() -> None:
    found = article(tail=f"Novelist Hedvig Tamm recalls a flood.\n\n{SOURCE}")
    assert (people(found), paragraphs(found)) == ([], 4)


DESCRIBED = {
    "under a byline": (
        "By Hedvig Tamm\nProfessor of History, Upper Basin University",
        "Professor of History",
        ["Upper Basin University"],
    ),
    "role alone, under a byline": ("By Hedvig Tamm\nStaff Writer", "Staff Writer", []),
    "role": (
        "Hedvig Tamm, choirmaster, Upper Basin Academy",
        "choirmaster",
        ["Upper Basin Academy"],
    ),
    "outlet": ("Hedvig Tamm, court reporter, Valley Times", "court reporter", ["Valley Times"]),
}


@pytest.mark.parametrize(("line", "role", "organisations"), DESCRIBED.values(), ids=DESCRIBED)
def test_a_name_and_a_role_under_the_title(line: str, role: str, organisations: list[str]) -> None:
    found = article(top=f"{TITLE}\n\n{line}", tail=SOURCE)
    assert people(found) == [("Hedvig Tamm", role, organisations)]


@pytest.mark.parametrize(
    "line",
    [
        "Swept Aside by History",
        "By Bread Alone",
        "Courtesy of strangers",
        "Copyright and its enemies",
        "Source: unknown",
    ],
)
def test_a_title_is_no_byline(line: str) -> None:
    found = article(top=f"{line}\n\nBy Ann Ek", tail=SOURCE)
    assert value(found.title) == line


SIGNED: dict[str, tuple[str, list[str]]] = {
    "dash and place": ("– Hedvig Tamm, Oslo", ["Hedvig Tamm"]),
    "place": ("Hedvig Tamm, Oslo", ["Hedvig Tamm"]),
    "alone": ("Hedvig Tamm", ["Hedvig Tamm"]),
    "parentheses": ("(Hedvig Tamm)", ["Hedvig Tamm"]),
    "editors": ("— The Editors", []),
}


@pytest.mark.parametrize(("line", "names"), SIGNED.values(), ids=SIGNED)
def test_signature(line: str, names: list[str]) -> None:
    found = article(tail=f"{line}\n\n{SOURCE}")
    assert [name for name, _, _ in people(found)] == names
    assert paragraphs(found) == 3


NOTES: dict[str, tuple[str, tuple[str | None, list[str]]]] = {
    "surname": ("Tamm is a fellow at the {}.", ("fellow", [BASIN])),
    "title and surname": ("Dr. Tamm is a fellow at the {}.", ("fellow", [BASIN])),
    "given name": ("Hedvig is a hydrologist.", ("hydrologist", [])),
    "the writer": ("The writer, a hydrologist, lives in Oslo.", ("hydrologist", [])),
    "line": ("Hedvig Tamm – hydrologist, {}", ("hydrologist", [BASIN])),
    "organisation and role before": (
        "{} columnist Hedvig Tamm is a hydrologist at Leeds University.",
        ("columnist", [BASIN, "Leeds University"]),
    ),
    "a trade": ("Hedvig Tamm is a beekeeper.", ("beekeeper", [])),
    "organisation in s'": (
        "Hedvig Tamm is a lawyer at the Farmers' Mutual Fund.",
        ("lawyer", ["Farmers' Mutual Fund"]),
    ),
    "a town behind at": ("Hedvig Tamm is a nurse at Enugu.", ("nurse", [])),
    "lives": ("Hedvig Tamm lives in Oslo.", (None, [])),
    "with": ("Hedvig Tamm is with the {}.", (None, [BASIN])),
    "of, is": ("Hedvig Tamm, of the {}, is a hydrologist.", ("hydrologist", [BASIN])),
    "two commas": (
        "Hedvig Tamm, director, {}, writes in a personal capacity.",
        ("director", [BASIN]),
    ),
    "role before": ("Meteorologist Hedvig Tamm works at the {}.", ("Meteorologist", [BASIN])),
    "and writes": ("Hedvig Tamm is a hydrologist and writes about rivers.", ("hydrologist", [])),
    "between dashes": (
        "Hedvig Tamm is a hydrologist – and a bather – at the {}.",
        ("hydrologist", [BASIN]),
    ),
    "adjective": (
        "Hedvig Tamm is a senior fellow for Middle East studies at the {}.",
        ("senior fellow for Middle East studies", [BASIN]),
    ),
}


@pytest.mark.parametrize(("note", "said"), NOTES.values(), ids=NOTES)
@pytest.mark.parametrize("before", [False, True], ids=["under the text", "over the text"])
def test_notes_on_the_byline(
    note: str, said: tuple[str | None, list[str]], *, before: bool
) -> None:
    if before and said == (None, []):
        pytest.skip("what says nothing is told only under the text")
    note = note.format(BASIN)
    top = f"{TITLE}\n\nBy Hedvig Tamm"
    over, under = (f"\n\n{note}", "") if before else ("", f"{note}\n\n")
    found = article(top=top + over, tail=under + SOURCE)
    assert people(found) == [("Hedvig Tamm", *said)]
    assert paragraphs(found) == 3
