"""Markdown: which characters are marks, where links lead, what front matter says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import InputError
from archive.model.document import Bounds, Document
from archive.read import READERS, again, document
from archive.read._front_matter import front_matter

LINE = "A line that is long enough to be one of running text"


def reading(text: str) -> Document:
    return document(text.encode(), "rain.md")


def without_marks(text: str) -> str:
    return squeezed(reading(text).read((0, len(text))))


def squeezed(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


MARKS = {
    "none": ("Rain in Spain.", "Rain in Spain."),
    "emphasis": ("*Rain* in _Spain_.", "Rain in Spain."),
    "strong": ("**Rain** in __Spain__.", "Rain in Spain."),
    "strong emphasis": ("***Rain*** in ___Spain___.", "Rain in Spain."),
    "nested": ("*Rain **in** Spain*", "Rain in Spain"),
    "nested, closing together": ("*Rain **in Spain***", "Rain in Spain"),
    "around a name with a comma": ("By **Ann Lee**, editor", "By Ann Lee, editor"),
    "before punctuation": ("_taken from_ [A](b), _a quarterly._", "taken from A, a quarterly."),
    "inside a word": ("un*frigging*believable", "unfriggingbelievable"),
    "underscores inside a word": ("snake_case_name", "snake_case_name"),
    "an asterisk alone": ("5 * 3 and a * b", "5 * 3 and a * b"),
    "unmatched": ("*Rain in Spain", "*Rain in Spain"),
    "unmatched at the end": ("Rain*", "Rain*"),
    "over a blank line": ("*Rain\n\nin Spain*", "*Rain\n\nin Spain*"),
    "over a line end": ("*Rain\nin Spain*", "Rain\nin Spain"),
    "heading": ("# Rain", " Rain"),
    "heading, closed": ("## Rain ##", " Rain "),
    "heading of level 7": ("####### Rain", "####### Rain"),
    "number sign without space": ("#Rain", "#Rain"),
    "underlined": ("Rain\n====", "Rain\n"),
    "underlined, level 2": ("Rain\n----", "Rain\n"),
    "a rule": ("Rain\n\n---\n\nSpain", "Rain\n\n---\n\nSpain"),
    "a rule of asterisks": ("Rain\n\n***\n\n* * *", "Rain\n\n***\n\n* * *"),
    "quotation": ("> Rain", "Rain"),
    "quotation of two lines": ("> Rain\n> *Spain*", "Rain\nSpain"),
    "nested quotation": (">> Rain\n> > Spain", "Rain\nSpain"),
    "link": ("[Rain](https://a.example/b) fell", "Rain fell"),
    "link with a title": ('[Rain](https://a.example "The rain") fell', "Rain fell"),
    "link with parentheses": ("[Rain](https://a.example/b_(c)) fell", "Rain fell"),
    "link in angle brackets": ("[Rain](<a b>) fell", "Rain fell"),
    "link with emphasis": ("[*Rain*](a), **[in](b)** _Spain_", "Rain, in Spain"),
    "underscores in an address": ("[a](b_c_d) _e_", "a e"),
    "link by reference": ("[Rain][1] fell\n\n[1]: https://a.example", "Rain fell\n\n"),
    "link by its text": ("[Rain] fell\n\n[rain]: <https://a.example> 'Rain'", "Rain fell\n\n"),
    "brackets": ("[Rain] fell [sic]", "[Rain] fell [sic]"),
    "footnote": ("Rain[^1] fell\n\n[^1]: In Spain", "Rain[^1] fell\n\n[^1]: In Spain"),
    "address": ("See <https://a.example/b_c_d>.", "See https://a.example/b_c_d."),
    "bare address": ("See https://a.example/b*c.", "See https://a.example/b*c."),
    "image": ("Rain ![a cloud](cloud.jpg) fell", "Rain  fell"),
    "image in a link": ("[![a cloud](cloud.jpg)](https://a.example)", ""),
    "escapes": (r"1\. \*Rain\* \# c:\dir", r"1. *Rain* # c:\dir"),
    "code": ("`*Rain*` and ``a`b``", "*Rain* and a`b"),
    "code without an end": ("`Rain *in* Spain", "`Rain in Spain"),
    "code between fences": ("```\n*Rain*\n# x\n```\n*a*", "\n*Rain*\n# x\n\na"),
    "tags": ("Rain<br/> <em>in</em> <!-- dry --> Spain <3", "Rain in  Spain <3"),
    "bullets stay": ("* Rain\n* *Spain*\n- a", "* Rain\n* Spain\n- a"),
    "soft break": (f"{LINE}\n{LINE}", f"{LINE} {LINE}"),
    "hard break": (f"{LINE}  \n{LINE}", f"{LINE}  \n{LINE}"),
    "hard break, backslash": (f"{LINE}\\\n{LINE}", f"{LINE}\n{LINE}"),
    "short lines stand for themselves": ("By Ann Lee\n3 May 2008", "By Ann Lee\n3 May 2008"),
    "Arabic": ("*المطر* في [إسبانيا](https://a.example)", "المطر في إسبانيا"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MARKS.values(), ids=MARKS.keys())
def test_marks(text: str, expected: str) -> None:
    assert without_marks(text) == squeezed(expected)
    assert reading(text).text == text


LINKS = {
    "inline": ("In [The *Wire*](https://a.example/x).", [("The *Wire*", "https://a.example/x")]),
    "by reference": ("[A][b]\n\n[B]: https://a.example", [("A", "https://a.example")]),
    "two": ("[A](b) and [C](d)", [("A", "b"), ("C", "d")]),
    "address": ("<https://a.example>", [("https://a.example", "https://a.example")]),
    "around an image": ("[![a](b)](c)", [("![a](b)", "c")]),
    "no target": ("[A]() and [B][c]", []),
    "in code": ("`[A](b)`", []),
}


@pytest.mark.parametrize(("text", "links"), LINKS.values(), ids=LINKS.keys())
def test_links(text: str, links: list[tuple[str, str]]) -> None:
    found = reading(text)
    assert [(text[slice(*x.anchor)], text[slice(*x.target)]) for x in found.links] == links


HEADINGS = {
    "levels": ("# A\n\n## B c ##\n\ntext\n\n###### D", [(1, "A"), (2, "B c"), (6, "D")]),
    "underlined": ("A b\n===\n\nC\n---\n\nd", [(1, "A b"), (2, "C")]),
    "quoted": ("> # A", [(1, "A")]),
    "empty": ("#\n\n## ##", []),
    "under a paragraph of two lines": ("A\nb\n---", []),
    "in code": ("```\n# A\n```", []),
}


@pytest.mark.parametrize(("text", "headings"), HEADINGS.values(), ids=HEADINGS.keys())
def test_headings(text: str, headings: list[tuple[int, str]]) -> None:
    found = reading(text)
    assert [(h.level, text[slice(*h.bounds)]) for h in found.headings] == headings


FRONT_MATTER = {
    "plain": ("title: Rain in Spain", [("title", "Rain in Spain")]),
    "quoted": ("title: \"Rain: a\"\nauthor: 'Lee'", [("title", "Rain: a"), ("author", "Lee")]),
    "remark": ("# by hand\ndate: 2008-05-03 # or the 4th\n", [("date", "2008-05-03")]),
    "number sign inside": ("title: Rain#1", [("title", "Rain#1")]),
    "list": ("tags: [rain, \"Spain\"]", [("tags", "rain"), ("tags", "Spain")]),
    "list of lines": ("by:\n  - Ann Lee\n  - Bob Ek", [("by", "Ann Lee"), ("by", "Bob Ek")]),
    "list at the margin": ("by:\n- Ann Lee\ntitle: Rain", [("by", "Ann Lee"), ("title", "Rain")]),
    "group": ("author:\n  name: Ann Lee\n  role: editor\ntitle: Rain",
        [("author.name", "Ann Lee"), ("author.role", "editor"), ("title", "Rain")]),
    "list of groups": ("by:\n  - name: Ann\n    role: editor",
        [("by.name", "Ann"), ("by.role", "editor")]),
    "text over lines": ("a: >\n  Rain: it fell\n  in Spain\ntitle: Rain", [("title", "Rain")]),
    "escape": ('title: "Rain \\"in\\" Spain"\nauthor: Ann', [("author", "Ann")]),
    "no value": ("title:\nauthor: ''", []),
}  # fmt: skip


@pytest.mark.parametrize(("yaml", "told"), FRONT_MATTER.values(), ids=FRONT_MATTER.keys())
def test_front_matter(yaml: str, told: list[tuple[str, str]]) -> None:
    text = f"---\n{yaml}\n---\n\n# Rain\n"
    (part,) = reading(text).parts
    assert text[slice(*part.bounds)] == "\n# Rain\n"
    assert [(t.name, text[slice(*t.bounds)]) for t in part.told] == [
        (f"front-matter:{name}", value) for name, value in told
    ]


def test_front_matter_in_toml() -> None:
    text = "+++\ntitle = \"Rain\"\ndate = 2008-05-03\n[author]\nname = 'Ann'\n+++\n# Rain\n"
    (part,) = reading(text).parts
    assert [(t.name, text[slice(*t.bounds)]) for t in part.told] == [
        ("front-matter:title", "Rain"),
        ("front-matter:date", "2008-05-03"),
        ("front-matter:author.name", "Ann"),
    ]


NO_FRONT_MATTER = {
    "rules around a paragraph": "---\nIt rained, and it rained.\n---\n",
    "no end": "---\ntitle: Rain\n",
    "not at the top": "Rain\n---\ntitle: Rain\n---\n",
    "a rule": "---\n\n# Rain\n",
}


@pytest.mark.parametrize("text", NO_FRONT_MATTER.values(), ids=NO_FRONT_MATTER.keys())
def test_no_front_matter(text: str) -> None:
    assert front_matter(text) == (0, ())
    assert reading(text).parts == ()


def test_reads_again_what_it_read() -> None:
    data = "*Anaïs* ".encode() + b"K\xf6hler"
    found = document(data, "rain.md")
    assert found.encoding == "utf-8+windows-1252"
    assert again(data, found.media_type, found.encoding) == found


def test_is_found_by_name() -> None:
    assert "markdown" in READERS.names()
    assert document(b"*Rain*", "RAIN.MARKDOWN").media_type == "text/markdown"


PIECES = st.sampled_from(
    [*"*_`[]()!<>#\\-=+~: \n\"'", "> ", "**", "[a](b)", "---\n", "+++\n", "```\n", "key: v\n", "]("]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join))
def test_any_text_keeps_its_words(text: str) -> None:
    try:
        found = document(text.encode("utf-8", "replace"), "rain.md")
    except InputError:
        return
    assert len(found.prose) == len(found.text)
    for printed, read in zip(found.text, found.prose, strict=True):
        assert read in (printed, " ")
    places: list[Bounds] = [h.bounds for h in found.headings]
    places += [t.bounds for part in found.parts for t in part.told]
    places += [b for link in found.links for b in (link.anchor, link.target)]
    for start, end in places:
        assert 0 <= start < end <= len(found.text)


@pytest.mark.parametrize(
    "piece",
    [
        "*a",
        "a*",
        "[",
        "![",
        "](",
        "_a_",
        "`",
        "<a ",
        "[a](",
        "> ",
        "# ",
        "\\",
        "[a]: b\n",
        "* ",
        "[a](b)![c](d)",
    ],
)
def test_long_texts_of_marks_are_read(piece: str) -> None:
    text = "Rain " + piece * 20_000
    assert len(reading(text).prose) == len(text)
