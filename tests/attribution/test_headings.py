"""What Markdown makes a heading, and where its links lead."""

from __future__ import annotations

import pytest

from archive.attribution.articles import articles
from archive.model.article import Article, BlockKind
from archive.read import document
from attribution.articles_table import BODY, TITLE, value

SUB = "What two valleys teach"
PARTS = BODY.split("\n\n")
SECTIONS = f"## The plan\n\n{PARTS[0]}\n\n## The deal\n\n{PARTS[1]}\n\n{PARTS[2]}"


def article(text: str) -> Article:
    (found,) = articles(document(text.encode(), "rain.md"))
    return found


TOPS: dict[str, tuple[str, str, str | None, list[str], list[str]]] = {
    "title": (f"# {TITLE}\n\n{BODY}", TITLE, None, [], []),
    "and subtitle": (f"# {TITLE}\n\n## {SUB}\n\n{BODY}", TITLE, SUB, [], []),
    "and subtitle over a byline": (
        f"# {TITLE}\n\n### {SUB}\n\nBy Ann Ek\n\n{BODY}",
        TITLE,
        SUB,
        ["Ann Ek"],
        [],
    ),
    "and sections": (f"# {TITLE}\n\n{SECTIONS}", TITLE, None, [], ["The plan", "The deal"]),
    "and sections under a byline": (
        f"# {TITLE}\n\n*By Ann Ek*\n\n{SECTIONS}",
        TITLE,
        None,
        ["Ann Ek"],
        ["The plan", "The deal"],
    ),
    "subtitle and sections": (
        f"# {TITLE}\n\n## {SUB}\n\n{SECTIONS.replace('## ', '### ')}",
        TITLE,
        SUB,
        [],
        ["The plan", "The deal"],
    ),
    "a long title": (
        f"# {TITLE}: {' '.join([SUB] * 5)}.\n\n{BODY}",
        f"{TITLE}: {' '.join([SUB] * 5)}.",
        None,
        [],
        [],
    ),
    "a line over it": (f"From the valley\n\n# {TITLE}\n\n{BODY}", TITLE, None, [], []),
    "a label over it": (
        f"## OPINION\n\n# {TITLE}\n\nBy Ann Ek\n\n{BODY}",
        TITLE,
        None,
        ["Ann Ek"],
        [],
    ),
    "sections alone": (
        f"{TITLE}\n\nBy Ann Ek\n\n{SECTIONS}",
        TITLE,
        None,
        ["Ann Ek"],
        ["The plan", "The deal"],
    ),
    "two of one rank": (f"# {TITLE}\n\n# {SUB}\n\n{BODY}", TITLE, None, [], [SUB]),
    "emphasis in the title": (f"# Preparing for *rain* in Norland\n\n{BODY}", TITLE, None, [], []),
    "in quotation marks": (f"# “{TITLE}”\n\n{BODY}", TITLE, None, [], []),
}


@pytest.mark.parametrize(
    ("text", "title", "subtitle", "authors", "headings"), TOPS.values(), ids=TOPS.keys()
)
def test_headings(
    text: str, title: str, subtitle: str | None, authors: list[str], headings: list[str]
) -> None:
    found = article(text)
    assert (found.heading, value(found.subtitle)) == (title, subtitle)
    assert [a.person.value.name for a in found.authors] == authors
    texts = [b.text.strip("# ") for b in found.blocks if b.kind is BlockKind.HEADING]
    assert texts == headings
    assert sum(b.kind is BlockKind.PARAGRAPH for b in found.blocks) == 3


HERALD = "https://herald.example/a_b"
CREDITS = {
    "the outlet": (f"First published in [The Herald]({HERALD}) on 3 May 2008.", HERALD),
    "the outlet without its article": (
        f"First published in The [Valley Herald]({HERALD}).",
        HERALD,
    ),
    "the article before it": (f"First published in [the Valley Herald]({HERALD}).", HERALD),
    "in emphasis": (f"*First published in [**The Herald**]({HERALD}).*", HERALD),
    "source line": (f"Source: [The Herald]({HERALD}), 3 May 2008.", HERALD),
    "reprinted": (
        f"_Reprinted with permission from_ [The Herald]({HERALD}), "
        "_a weekly published by the Aldgate Trust._",
        HERALD,
    ),
    "a full stop in the link": (f"First published in [The Herald.]({HERALD})", HERALD),
    "a printed address wins": (
        f"Source: [The Herald]({HERALD}), 3 May 2008, www.herald.example",
        "www.herald.example",
    ),
    "a link on other words": (f"[First published]({HERALD}) in The Herald.", None),
    "a link on the whole line": (f"[First published in The Herald.]({HERALD})", None),
    "a link on the date": (f"First published in The Herald on [3 May 2008]({HERALD}).", None),
    "mail": ("First published in [The Herald](mailto:a@b.example).", None),
    "a place on the page": ("First published in [The Herald](/herald).", None),
    "no link": ("First published in The Herald.", None),
}


@pytest.mark.parametrize(("line", "address"), CREDITS.values(), ids=CREDITS.keys())
def test_links_of_outlets(line: str, address: str | None) -> None:
    text = f"# {TITLE}\n\nBy Ann Ek\n\n{BODY}\n{line}\n"
    found = article(text)
    assert found.published is not None
    assert found.published.outlet.value.name.removeprefix("The ") in ("Herald", "Valley Herald")
    assert value(found.published.address) == address
    if address and found.published.address and found.published.address.span:
        span = found.published.address.span
        assert text[span.start : span.end] == address
