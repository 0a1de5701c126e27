"""Author notes, sentence by sentence, and names in parts."""

from __future__ import annotations

import pytest

from archive.attribution.notes import read
from archive.attribution.people import person

Read = list[tuple[list[str], str | None, list[tuple[str, str, str | None]]]]


def _read(text: str) -> Read:
    return [
        (
            [text[slice(*p)] for p in note.people],
            text[slice(*note.role)] if note.role else None,
            [
                (
                    text[post.name.start : post.name.end],
                    post.name.short,
                    text[slice(*post.place)] if post.place else None,
                )
                for post in note.posts
            ],
        )
        for note in read(text, 0, len(text))
    ]


EK = ["Ann Ek"]
CASES: dict[str, tuple[str, Read]] = {
    "advisor to, at, in": (
        "Ann Ek is an advisor to the River Project (RP) at the Center for Peace and War Studies in "
        "Washington, DC.",
        [
            (
                EK,
                "advisor",
                [
                    ("River Project", "RP", None),
                    ("Center for Peace and War Studies", "", "Washington, DC"),
                ],
            )
        ],
    ),
    "based in": ("Ann Ek is a freelance writer based in Jaffa.", [(EK, "freelance writer", [])]),
    "a subject": (
        "Ann Ek is a lecturer in public law at Lund University.",
        [(EK, "lecturer in public law", [("Lund University", "", None)])],
    ),
    "a capitalised subject": (
        "Ann Ek is Professor of Islamic Studies at Lund University.",
        [(EK, "Professor of Islamic Studies", [("Lund University", "", None)])],
    ),
    "director of": (
        "Ann Ek is executive director of Open Gate.",
        [(EK, "executive director", [("Open Gate", "", None)])],
    ),
    "two roles": (
        "Ann Ek is a referee and a board member of the Two Valleys League.",
        [(EK, "referee", [("Two Valleys League", "", None)])],
    ),
    "former role behind": (
        "Ann Ek is an editor at The Herald and a former contributor to The Valley Times.",
        [(EK, "editor", [("The Herald", "", None)])],
    ),
    "former ambassador": (
        "Ann Ek is a former ambassador to Jordan.",
        [(EK, "former ambassador to Jordan", [])],
    ),
    "a book": ("Ann Ek is the author of “Terraces”.", [(EK, "author of “Terraces”", [])]),
    "role before the name": (
        "Cookery writer Ann Ek is the director of the Stove Project.",
        [(EK, "Cookery writer", [("Stove Project", "", None)])],
    ),
    "works at": (
        "Agronomist Ann Ek works at the Terraces Institute.",
        [(EK, "Agronomist", [("Terraces Institute", "", None)])],
    ),
    "teaches at": (
        "Ann Ek teaches history at the University of California, Berkeley.",
        [(EK, None, [("University of California, Berkeley", "", None)])],
    ),
    "in apposition": (
        "Ann Ek, a radio engineer with Volta Broadcasting Service, was born in Keta.",
        [(EK, "radio engineer", [("Volta Broadcasting Service", "", None)])],
    ),
    "outlet before the role": (
        "Ann Ek is a Valley Affairs (www.va.org) columnist.",
        [(EK, "columnist", [("Valley Affairs", "", None)])],
    ),
    "she is also": (
        "Ann Ek is a poet. She is also a fellow at the Stanley Center.",
        [(EK, "poet", [("Stanley Center", "", None)])],
    ),
    "the interviewee is another": (
        "Ann Ek is a poet. Her interviewee, Gülay Demir, is the chair of the Nurses Union.",
        [(EK, "poet", [])],
    ),
    "two people, two notes": (
        "Ann Ek is a lecturer at Lund University and Bo Berg is a journalist for Dagens Nyheter.",
        [
            (EK, "lecturer", [("Lund University", "", None)]),
            (["Bo Berg"], "journalist", [("Dagens Nyheter", "", None)]),
        ],
    ),
    "two universities": (
        "Ann Ek is a fellow at Lund University and Oslo Law School.",
        [(EK, "fellow", [("Lund University", "", None), ("Oslo Law School", "", None)])],
    ),
    "one name or two": ("Ann Ek is a columnist for Haaretz and Al-Quds.", [(EK, "columnist", [])]),
    "region in the name": (
        "Ann Ek is an associate at the Center for Peace in the Middle East.",
        [(EK, "associate", [("Center for Peace in the Middle East", "", None)])],
    ),
    "the author": (
        "The author is a lecturer at Lund University.",
        [([], "lecturer", [("Lund University", "", None)])],
    ),
    "an organisation": ("Fjord News Service is a project of the Fjord Trust.", []),
    "an organisation with short form": ("Valley Voices (VV) is a news project.", []),
    "an opinion": ("Ann Ek is right that nothing works.", []),
    "three people": (
        "Ann Ek, Bo Berg and Cy Dahl are members of the Youth Forum.",
        [(["Ann Ek", "Bo Berg", "Cy Dahl"], None, [("Youth Forum", "", None)])],
    ),
    "initials and one name": (
        "J. R. R. Okonkwo is director of the Delta Research Centre.",
        [(["J. R. R. Okonkwo"], "director", [("Delta Research Centre", "", None)])],
    ),
    "a country in initials": ("U.S. Congress is a critic of the plan.", []),
    "the Rev.": (
        "The Rev. Thomas P. Kelly is the pastor of St. Mark's Church in Boston.",
        [(["Rev. Thomas P. Kelly"], "pastor", [("St. Mark's Church", "", "Boston")])],
    ),
    "a degree": (
        "Ann Ek, PhD, is a fellow at the Stanley Center.",
        [(["Ann Ek, PhD"], "fellow", [("Stanley Center", "", None)])],
    ),
    "junior": (
        "Emil Varga, Jr. is a fellow at the Stanley Center.",
        [(["Emil Varga, Jr."], "fellow", [("Stanley Center", "", None)])],
    ),
    "particles of other languages": (
        "Somchai Wong na Ayutthaya is an editor at The Nation.",
        [(["Somchai Wong na Ayutthaya"], "editor", [("The Nation", "", None)])],
    ),
    "an article in a Spanish name": (
        "Ann Ek is an economist at the Universidad de los Andes in Bogotá.",
        [(EK, "economist", [("Universidad de los Andes", "", "Bogotá")])],
    ),
    "a place that is no region": (
        "Ann Ek is a fellow at the Institute for Cape Studies in Cape Town, South Africa.",
        [(EK, "fellow", [("Institute for Cape Studies", "", "Cape Town, South Africa")])],
    ),
    "president and CEO": (
        "Ann Ek is president and CEO of the Indus Fund.",
        [(EK, "president", [("Indus Fund", "", None)])],
    ),
    "the Fund's director": (
        "Ann Ek is the Indus Fund's director.",
        [(EK, "director", [("Indus Fund", "", None)])],
    ),
    "a country's ambassador": (
        "Ann Ek is Jordan's former ambassador to Norway.",
        [(EK, "Jordan's former ambassador to Norway", [])],
    ),
    "holds a chair": (
        "Ann Ek holds the Ibn Khaldun Chair of Islamic Studies at Lund University.",
        [(EK, None, [("Lund University", "", None)])],
    ),
    "American University in": (
        "Ann Ek is a fellow at the American University in Cairo.",
        [(EK, "fellow", [("American University in Cairo", "", None)])],
    ),
    "American University and its place": (
        "Ann Ek is a fellow at American University in Washington, DC.",
        [(EK, "fellow", [("American University", "", "Washington, DC")])],
    ),
    "adviser to a body in a place": (
        "Ann Ek is a senior adviser to Chatham House in London.",
        [(EK, "senior adviser", [("Chatham House", "", "London")])],
    ),
    "adviser to a person or a body": (
        "Ann Ek is a senior adviser to Kofi Berg.",
        [(EK, None, [])],
    ),
    "a pseudonym": ("Ann Ek is the pseudonym of a writer in Kabul.", [(EK, None, [])]),
    "a dotted place": (
        "Dr. Ann Ek is a fellow at the Stanley Center in Washington, D.C.",
        [(["Dr. Ann Ek"], "fellow", [("Stanley Center", "", "Washington, D.C.")])],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_notes(text: str, expected: Read) -> None:
    assert _read(text) == expected


PEOPLE = {
    "two words": ("Ann Ek", "Ann", "Ek"),
    "initial": ("Harriet N. Okonjo", "Harriet N.", "Okonjo"),
    "initials first": ("J. R. Ek", "J. R.", "Ek"),
    "particles": ("Ludo van den Berg", "Ludo", "van den Berg"),
    "capital particle": ("Ludo De Witte", "Ludo", "De Witte"),
    "article": ("Khaled al-Hroub", "Khaled", "al-Hroub"),
    "patronymic": ("Talal bin Hassan", "Talal", "bin Hassan"),
    "hyphen": ("Kareem Sabbaghi-Noor", "Kareem", "Sabbaghi-Noor"),
    "title": ("Dr. Ann Ek", "Ann", "Ek"),
    "junior": ("Emil Varga Jr.", "Emil", "Varga"),
    "degree": ("Emil Varga, PhD", "Emil", "Varga"),
    "three names": ("Gabriel Ruiz Soto", "", ""),
    "family first": ("Ban Ki-moon", "", ""),
    "servant of": ("Abd al-Rahman al-Rashed", "", ""),
    "one word": ("Sukarno", "", ""),
    "title and one": ("Rabbi Sandrow", "", ""),
}


@pytest.mark.parametrize(("name", "given", "family"), PEOPLE.values(), ids=PEOPLE)
def test_people(name: str, given: str, family: str) -> None:
    found = person(name)
    assert (found.name, found.given, found.family) == (name, given, family)
