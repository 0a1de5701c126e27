"""The first article, variants of it, texts that are none, and what holds for any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.attribution.articles import articles
from archive.model.article import Appearance, Article, BlockKind, Expansion, Organisation
from archive.model.fact import Certainty, Fact
from archive.model.rights import Act, RightsKind, Standing
from attribution.articles_table import (
    BODY,
    DISTRIBUTION,
    GRANT,
    NOTE,
    SOURCE_LINE,
    TITLE,
    article,
    at,
    document,
    outlet,
    paragraphs,
    people,
    value,
)

FIRST = Path(__file__).parents[2].parent / "shared" / "article" / "000_975284dc9eed1392.txt"


def test_first_article() -> None:
    if not FIRST.exists():
        pytest.skip("the first article is not beside the project (../shared/article)")
    (found,) = articles(document(FIRST.read_text(encoding="utf-8")))
    (author,) = found.authors
    assert (author.person.value.given, author.person.value.family) == ("Mehlaqa", "Samdani")
    assert value(author.role) == "advisor"
    assert [(a.organisation.value, value(a.place)) for a in author.affiliations] == [
        (Organisation("Post-Conflict Reconstruction Project", "PCR Project"), None),
        (Organisation("Center for Strategic and International Studies"), "Washington, DC"),
    ]
    assert outlet(found.distributed) == ("Common Ground News Service", "CGNews", None, None)
    assert outlet(found.published) == ("Foreign Policy In Focus", "FPIF", "2008-06-13", None)
    assert found.published is not None
    assert found.published.body is not None
    assert found.published.body.value == Organisation("Institute for Policy Studies", "IPS")
    assert found.rights is not None
    assert found.rights.kind.value is RightsKind.GRANTED
    assert [(act, fact.value) for act, fact in found.rights.acts] == [
        (Act.PUBLISH, Standing.PERMITTED)
    ]
    assert (found.heading, value(found.language)) == ("Preparing for peace in Pakistan", "en")
    assert paragraphs(found) == 16
    assert [(s.kind.value, s.span.start, s.span.end) for b in found.blocks for s in b.segments] == [
        ("author-note", 5532, 5692),
        ("distribution-statement", 5693, 5786),
        ("source-line", 5788, 5834),
        ("publication-statement", 5835, 5958),
        ("permission-statement", 5959, 6007),
    ]


AUTHOR = (
    "Ola Nordmann",
    "advisor",
    ["Upper Basin Project", "Center for Water and Development Studies"],
)
VAIB = ("Valley Affairs In Brief", "VAIB", "2008-06-13", None)
FNS = ("Fjord News Service", "FNS", None, None)
HERALD = ("The Herald", "", "2008-06-13", None)
PLAIN = "Source: The Herald, 13 June 2008"
UNDATED = SOURCE_LINE.replace(" 13 June 2008,", "")

VARIANTS = {
    "whole": (f"{NOTE} {DISTRIBUTION}\n\n{SOURCE_LINE} {GRANT}", [AUTHOR], VAIB, FNS, "granted"),
    "one block": (f"{NOTE} {DISTRIBUTION} {SOURCE_LINE} {GRANT}", [AUTHOR], VAIB, FNS, "granted"),
    "no author note": (f"{DISTRIBUTION}\n\n{SOURCE_LINE} {GRANT}", [], VAIB, FNS, "granted"),
    "no source line": (f"{NOTE} {DISTRIBUTION}\n\n{GRANT}", [AUTHOR], None, FNS, "granted"),
    "no date": (
        f"{NOTE} {DISTRIBUTION}\n\n{UNDATED} {GRANT}",
        [AUTHOR],
        ("Valley Affairs In Brief", "VAIB", None, None),
        FNS,
        "granted",
    ),
    "no permission": (f"{NOTE} {DISTRIBUTION}\n\n{SOURCE_LINE}", [AUTHOR], VAIB, FNS, None),
    "no distribution": (f"{NOTE}\n\n{SOURCE_LINE} {GRANT}", [AUTHOR], VAIB, None, "granted"),
    "refusal": (
        f"{NOTE} {DISTRIBUTION}\n\n{SOURCE_LINE} No permission is granted for publication.",
        [AUTHOR],
        VAIB,
        FNS,
        "reserved",
    ),
    "grant first": (
        f"{GRANT}\n\n{SOURCE_LINE}\n\n{DISTRIBUTION}\n\n{NOTE}",
        [AUTHOR],
        VAIB,
        FNS,
        "granted",
    ),
    "a permission on the line under the source, in two sentences": (
        f"{NOTE} {DISTRIBUTION}\n\nSource: Valley Affairs In Brief (VAIB), 13 June 2008\n"
        "You may republish this article if you acknowledge the source. It may not be sold.",
        [AUTHOR],
        VAIB,
        FNS,
        "granted",
    ),
    "source first": (
        f"{SOURCE_LINE} {GRANT}\n\n{NOTE} {DISTRIBUTION}",
        [AUTHOR],
        VAIB,
        FNS,
        "granted",
    ),
    "two notes": (
        "Ola Nordmann is an editor at The Fell Review. Kari van der Berg is a lecturer at the "
        f"University of Bergen. {DISTRIBUTION}\n\n{SOURCE_LINE} {GRANT}",
        [
            ("Ola Nordmann", "editor", ["The Fell Review"]),
            ("Kari van der Berg", "lecturer", ["University of Bergen"]),
        ],
        VAIB,
        FNS,
        "granted",
    ),
    "two authors in one note": (
        f"Ola Nordmann and Kari Bakke are researchers at the River Institute. {DISTRIBUTION}",
        [("Ola Nordmann", None, ["River Institute"]), ("Kari Bakke", None, ["River Institute"])],
        None,
        FNS,
        None,
    ),
    "note on the newsroom": (
        f"Fjord News Service is a non-profit news service based in Oslo. {DISTRIBUTION}",
        [],
        None,
        FNS,
        None,
    ),
    "disclaimer behind the note": (
        f"{NOTE} The views expressed are the author's own. {DISTRIBUTION}",
        [AUTHOR],
        None,
        FNS,
        None,
    ),
    "lines nobody knows below": (f"{PLAIN}\n\nClick here\n\nShare this", [], HERALD, None, None),
    "grant in the last paragraph": (f"{PLAIN} {GRANT}", [], HERALD, None, "granted"),
    "a miller among prose": (
        f"Emil Varga is a miller in the valley.\n\n{PLAIN}",
        [],
        HERALD,
        None,
        None,
    ),
    "a director among prose": (
        "Dr. Emil Varga is the director of the Institute for Border Studies. He was not surprised "
        f"when the first count was published by mistake.\n\n{PLAIN}",
        [],
        HERALD,
        None,
        None,
    ),
    "a quoted source": (
        '"Source: my grandmother," wrote one of them under it.',
        [],
        None,
        None,
        None,
    ),
    "a refusal in prose": (
        "Permission was denied to the marchers. They went home, and nobody said a word of it.",
        [],
        None,
        None,
        None,
    ),
    "a report in prose": (
        "This report was published by the United Nations in May 2007. It said that nothing would "
        "change.",
        [],
        None,
        None,
        None,
    ),
    "note with no credit near": (NOTE, [AUTHOR], None, None, None),
    "note of a person the article names": (
        NOTE.replace("Ola Nordmann", "Ola Upper"),
        [],
        None,
        None,
        None,
    ),
    "prose on an expert over credits": (
        "Ahmed Rashid is a journalist who has followed the guilds. He is a fellow at the Lahore "
        f"Institute and he believes that the deal will hold.\n\n{NOTE}\n\n{PLAIN}",
        [AUTHOR],
        HERALD,
        None,
        None,
    ),
    "a grant in quotation": (
        "The old notice said “Copyright permission is granted for publication”, which the printers "
        f"took to mean that anyone could sell it.\n\n{PLAIN}",
        [],
        HERALD,
        None,
        None,
    ),
    "an unread name before a credit": (
        "HRH Prince Hassan bin Talal of Jordan is president of the Valley Forum. "
        f"{DISTRIBUTION}\n\n{PLAIN}",
        [],
        HERALD,
        ("Fjord News Service", "FNS", None, None),
        None,
    ),
    "source behind two spaces": (f"And so it goes.  {PLAIN}", [], HERALD, None, None),
    "starred note alone": (f"* {NOTE}", [AUTHOR], None, None, None),
    "note behind a rule": (f"###\n\n{NOTE}", [AUTHOR], None, None, None),
}


@pytest.mark.parametrize(
    ("tail", "authors", "published", "distributed", "rights"), VARIANTS.values(), ids=VARIANTS
)
def test_variants(
    tail: str,
    authors: list[tuple[str, str | None, list[str]]],
    published: object,
    distributed: object,
    rights: str | None,
) -> None:
    found = article(tail=tail)
    assert people(found) == authors
    assert outlet(found.published) == published
    assert outlet(found.distributed) == distributed
    assert (found.rights.kind.value.value if found.rights else None) == rights
    _holds(found, f"{TITLE}\n\n{BODY}\n{tail}")


NO_ARTICLES = {
    "empty": "",
    "white space": " \n\n\t\n",
    "list": "Saturday\n\n- 2 kg tomatoes\n- rice\n- stamps\n\nSource for lamp oil: ask Mariam\n",
    "poem": "Ledger\n\nThe gauge is read on Friday,\nthe well is read by night;\nwhat one man "
    "writes as water\nhis brother writes as right.\n",
    "press release": f"FOR IMMEDIATE RELEASE\n\n{TITLE}\n\n{BODY}",
    "licence": "Permission is hereby granted, free of charge, to any person obtaining a copy of "
    "this program, to use, copy, change and pass on the program, provided that this is kept.\n",
    "abstract": f"Abstract\n\n{BODY}",
    "abstract behind names": f"{TITLE}\n\nA. Ek, B. Berg\n\nAbstract. {BODY}",
    "vacancy": f"Vacancy: millers\n\n{BODY}",
    "questions": f"Frequently asked questions\n\n{BODY}",
    "recipe": f"Soup\n\nServes 4\n\n{BODY}",
    "talk": "Ann: did you see the news about the talks of today?\nBo: yes, they say that all "
    "of the guilds have agreed to come, and the millers too.\nAnn: I do not believe it until I see "
    "it with my own eyes.\nBo: me neither, but so says the paper of record.\n",
    "letter": f"Dear Sir,\n\n{BODY}",
    "no title": BODY,
    "title alone": f"{TITLE}\n\nBy Ann Ek\n",
}


@pytest.mark.parametrize("text", NO_ARTICLES.values(), ids=NO_ARTICLES)
def test_no_article(text: str) -> None:
    assert articles(document(text)) == ()


CUT_OFF = {
    "behind of": "Ann Ek is a fellow of ",
    "behind at": "Ann Ek is a fellow at\u00a0",
    "behind the": "Ann Ek is a fellow at the ",
    "behind and": "Ann Ek is a fellow at Lund University and ",
    "behind in": "Ann Ek is a fellow at Lund University in ",
    "behind by": "This article was published by ",
    "behind source": "Source: ",
    "behind a name": "Ann Ek, ",
    "behind a second name": "Ann Ek and ",
}


@pytest.mark.parametrize("tail", CUT_OFF.values(), ids=CUT_OFF)
def test_a_text_that_breaks_off(tail: str) -> None:
    for text in (f"{TITLE}\n\n{BODY}\n{tail}", f"{TITLE}\n{tail}\n\n{BODY}"):
        for found in articles(document(text)):
            _holds(found, text)


def test_wrapped_lines_are_one_block() -> None:
    text = (
        "One more stop\n\nBy Ann Ek\n\n"
        "The number nine bus leaves the valley full and arrives in the town empty.\n"
        "Somewhere near the old depot almost everybody gets off, and the line on\n"
        "the map that divides the city becomes a fact of life, as lines on maps\n"
        "will do if nobody is paid to rub them out again.\n\n"
        "Source: The Herald, 30 May 2008, www.herald.example.org. This article was\n"
        "published by The Herald, a project of the Herald Trust. Copyright\n"
        "permission is granted for publication.\n"
    )
    (found,) = articles(document(text))
    assert paragraphs(found) == 1
    assert outlet(found.published) == ("The Herald", "", "2008-05-30", "www.herald.example.org")
    assert found.rights is not None
    assert found.rights.statement.value == GRANT
    _holds(found, text)


def test_lines_without_blank_lines_are_blocks() -> None:
    lines = [TITLE, "By Ann Ek", *BODY.split("\n\n"), "Source: The Herald, 3 May 2008"]
    (found,) = articles(document("\n".join(line.strip() for line in lines)))
    assert [block.kind for block in found.blocks] == [
        BlockKind.TITLE,
        BlockKind.BYLINE,
        *[BlockKind.PARAGRAPH] * 3,
        BlockKind.END_MATTER,
    ]


def test_a_language_without_a_table_states_only_title_and_language() -> None:
    text = (
        "یک ایستگاه دیگر\n\nنوشته: آنا لی\n\n"
        + "این شهر برای مردم آن یک خانه است و آنها با هم در این کوچه‌ها زندگی می کنند و این را "
        "همه می دانند. " * 4 + "\n\nمنبع: روزنامه، ۳ ژوئن ۲۰۰۹\n"
    )
    (found,) = articles(document(text))
    assert (found.heading, value(found.language)) == ("یک ایستگاه دیگر", "fa")
    assert (found.authors, found.published, found.rights, found.marks) == ((), None, None, ())


PIECES = st.sampled_from(
    [
        TITLE, BODY, NOTE, DISTRIBUTION, SOURCE_LINE, GRANT, PLAIN, "By Ann Ek and", "###", "* * *",
        "by", "Source:", "Source: The", "(Source: X (", "This article", "©", "Ann Ek is a", "\n\n",
        "fellow of ", "\n", " ", "(", ")", "“", ",", ".", "13 June 2008", "at the University of",
        "and the", "permission", "may be reproduced", "Creative Commons", "CGNews", "\u00a0",
        "last week", "Ann Ek, CGNEWS: ", "ANN EK, CGNEWS: The", "_", "www.", "31 June 2008",
        "OPINION", "ک",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=14).map(" ".join),
    st.lists(PIECES, max_size=10).map(lambda p: "\n\n".join([TITLE, BODY, *p])),
    st.lists(PIECES, max_size=10).map(lambda p: "".join([TITLE, "\n", *p, "\n\n", BODY, *p])),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    for found in articles(document(text)):
        _holds(found, text)


def _holds(found: Article, text: str) -> None:
    """What holds for every article: all text carried once, every statement where it says."""
    _carries(found, text)
    _quotes(found, text)
    _orders(found)


def _carries(found: Article, text: str) -> None:
    """All of the article's own text stands in its blocks; more than that only around it."""
    first, last = (found.extent.start, found.extent.end) if found.extent else (0, len(text))
    own = "".join(b.text for b in found.blocks if first <= b.span.start < last)
    assert re.sub(r"\s", "", own) == re.sub(r"\s", "", text[first:last])
    place = 0
    for block in found.blocks:
        assert place <= block.span.start < block.span.end <= len(text)
        assert block.text == text[block.span.start : block.span.end] == block.text.strip()
        assert bool(block.segments) == (block.kind is BlockKind.END_MATTER)
        place = inside = block.span.start
        for segment in block.segments:
            assert not text[inside : segment.span.start].strip()
            assert inside <= segment.span.start < segment.span.end <= block.span.end
            inside = segment.span.end
        if block.segments:
            assert not text[inside : block.span.end].strip()
        place = block.span.end


def _quotes(found: Article, text: str) -> None:
    plain: list[Fact[str] | None] = [found.title, found.subtitle]
    for author in found.authors:
        assert at(text, author.person.span) == author.person.value.name
        plain += [author.role, *(a.place for a in author.affiliations)]
        for affiliation in author.affiliations:
            assert at(text, affiliation.organisation.span) == affiliation.organisation.value.name
    for appearance in (found.published, found.distributed):
        plain += _appearance(appearance, text)
    if found.rights:
        plain += [found.rights.statement, found.rights.holder]
        assert all(at(text, standing.span) for _, standing in found.rights.acts)
    for fact in plain:
        if fact:
            assert at(text, fact.span) == fact.value


def _appearance(appearance: Appearance | None, text: str) -> list[Fact[str] | None]:
    if appearance is None:
        return []
    for name in (appearance.outlet, appearance.body):
        if name:
            assert at(text, name.span) in (name.value.name, name.value.short)
    assert at(text, appearance.statement)
    if appearance.date:
        assert appearance.date.value[:4] in at(text, appearance.date.span)
    return [appearance.address]


def _orders(found: Article) -> None:
    rooms = [s.span for b in found.blocks for s in b.segments]
    rooms += [b.span for b in found.blocks if not b.segments]
    spans = [mark.span for mark in found.marks]
    assert all(span and any(room.holds(span) for room in rooms) for span in spans)
    assert spans == sorted(spans, key=lambda s: (s.start, -s.end) if s else (0, 0))
    for mark in found.marks:
        if isinstance(mark.value, Expansion):
            assert any(room.holds(mark.value.abbreviation) for room in rooms)


def test_certainty_of_the_body_behind_an_outlet_is_medium() -> None:
    found = article(tail=f"{SOURCE_LINE} {GRANT}")
    assert found.published is not None
    assert found.published.body is not None
    assert found.published.body.certainty is Certainty.MEDIUM
