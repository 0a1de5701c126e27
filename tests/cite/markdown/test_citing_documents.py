"""Documents cited by the engine: styles of names, of numbers and of notes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from archive.cite.markdown import document
from archive.errors import BadStyle, UnknownName

ITEMS = {
    "doe": {
        "id": "d1",
        "type": "book",
        "title": "Rain & <i>Wells</i>",
        "author": [{"family": "Doe", "given": "Ann"}],
        "issued": {"date-parts": [[2001]]},
    },
    "roe": {
        "id": "r1",
        "type": "article-newspaper",
        "title": "Floods",
        "container-title": "The Daily Herald",
        "author": [{"family": "Roe", "given": "Bo"}],
        "issued": {"date-parts": [[2003, 6, 13]]},
    },
}
ITEMS["d1"] = ITEMS["doe"]  # the id of a record is a key, too
DOE = "Doe, A. (2001). *Rain &* Wells."
ROE = "Roe, B. (2003, June 13). Floods. *The Daily Herald*."


def cited(text: str, style: str = "apa", form: str = "markdown", locale: str | None = None) -> str:
    made = document.write(text, ITEMS, style, locale, form)
    assert made.failures == []
    return made.text


APA = {
    "brackets": ("So [@doe].", "So (Doe, 2001)."),
    "the text": ("As @doe [p. 3] says.", "As Doe (2001, p. 3) says."),
    "all of it": (
        "So [see @doe, pp. 3-5, and more; also @roe].",
        "So (see Doe, 2001, pp. 3–5, and more; also Roe, 2003).",
    ),
    "no names": ("Doe says so [-@doe].", "Doe says so (2001)."),
    "emphasis in a prefix": ("So [*see* @doe].", "So (*see* Doe, 2001)."),
    "by the id of a record": ("So [@d1].", "So (Doe, 2001)."),
    "in a note of one's own": ("So^[See [@doe].].", "So^[See (Doe, 2001).]."),
}


@pytest.mark.parametrize(("text", "written"), APA.values(), ids=APA.keys())
def test_names_and_years(text: str, written: str) -> None:
    assert cited(text).split("\n\n")[0] == written


def test_the_list_has_what_is_cited_each_once() -> None:
    assert cited("[@roe] [@doe] [@d1]\n").split("\n\n", 1)[1] == f"{DOE}\n\n{ROE}\n"


def test_what_the_head_wants_in_the_list() -> None:
    assert "Roe, B." not in cited("[@doe]")
    assert "Roe, B." in cited("---\nnocite: '@roe'\n---\n[@doe]")
    assert "Roe, B." in cited("---\nnocite: |\n  @*\n---\nx")


def test_nothing_cited_nothing_changed() -> None:
    assert cited("# A\n\nb\n") == "# A\n\nb\n"


def test_numbers() -> None:
    made = cited("One [@roe]. Two [@doe; @roe]. As @doe [p. 3].\n", "ieee")
    assert made.startswith(r"One \[1\]. Two \[1\], \[2\]. As \[2, p. 3\].")


def test_raised_numbers_stand_next_to_what_they_are_about() -> None:
    assert cited("One [@roe]. Two\n[@doe].\n", "nature").startswith(
        "One<sup>1</sup>. Two<sup>2</sup>."
    )


NOTES = """It rained [see @doe, p. 3]. Then @roe came.[^mine] More [@doe, p. 4].

[^mine]: Thus [@roe], or so @doe [p. 5] says.
"""


def test_notes() -> None:
    assert cited(NOTES, "chicago-notes-bibliography").rstrip("\n").split("\n\n") == [
        "It rained.[^cite-1] Then Bo Roe[^cite-2] came.[^mine] More.[^cite-3]",
        "[^mine]: Thus Roe, “Floods”, or so Doe, *Rain &* Wells, 5 says.",
        "Doe, Ann. *Rain &* Wells. 2001.",
        "Roe, Bo. “Floods.” *The Daily Herald*, June 13, 2003.",
        "[^cite-1]: See Ann Doe, *Rain &* Wells (2001), 3.",
        "[^cite-2]: “Floods,” *The Daily Herald*, June 13, 2003.",
        "[^cite-3]: Doe, *Rain &* Wells, 4.",
    ]


WRONG = {
    "an unknown key": ("a\n\nb [@do]", "line 3: nothing has the citation key 'do'"),
    "one in a note": ("a[^1]\n\n[^1]: @do\n", "line 3: nothing has the citation key 'do'"),
    "a semicolon is missing": ("[@doe, @roe]", "line 1: two citation keys"),
    "one in the head": ("---\nnocite: '@do'\n---\nx", "line 1: nothing has the citation key 'do'"),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG.keys())
def test_wrong(text: str, message: str) -> None:
    made = document.write(text, ITEMS, "apa", None, "markdown")
    assert made.text == ""
    (failure,) = made.failures
    assert str(failure).startswith(message)
    assert failure.exit_code == 3
    if "key 'do'" in message:
        assert "did you mean 'doe'" in failure.hint
        assert r"\@do" in failure.hint


def test_every_wrong_key_is_told() -> None:
    made = document.write("@a @b\n@c", ITEMS, "apa", None, "html")
    assert [str(failure)[:7] for failure in made.failures] == ["line 1:", "line 1:", "line 2:"]


def test_a_style_that_prints_nothing_says_where(tmp_path: Path) -> None:
    path = tmp_path / "doi.csl"
    path.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        '<info/><citation><layout><text variable="DOI"/></layout></citation></style>'
    )
    made = document.write("x\n[@doe]", ITEMS, str(path), None, "markdown")
    assert made.text == ""
    assert "in line 2 the style prints nothing" in str(made.failures[0])


def test_locators_by_the_language_of_the_citations() -> None:
    both = "(Doe, 2001, S. 3) (Doe, 2001, S. 3)"
    assert cited("[@doe, S. 3] [@doe, p. 3]", locale="de").startswith(both)


def test_a_locale_that_is_not_there_is_told() -> None:
    made = document.write("[@doe]", ITEMS, "apa", "xx", "markdown")
    assert made.warnings == ["no locale called 'xx'; en-US is used instead"]


def test_line_ends_are_kept() -> None:
    assert cited("a [@doe]\r\nb\r\n").startswith("a (Doe, 2001)\r\nb\r\n\r\n")


def test_a_page_is_well_formed_and_says_whose_citations_they_are() -> None:
    made = cited("# On @doe\n\nSo [@doe; @roe] <b>x</b> & y.\n\n::: {#refs}\n:::\n", form="html")
    made = made.removeprefix("<!DOCTYPE html>")
    root = etree.fromstring(re.sub(r"(<meta [^>]*)>", r"\1/>", made))
    spans = root.findall(".//span[@class='citation']")
    assert [span.get("data-cites") for span in spans] == ["doe", "doe roe"]
    assert root.findtext("head/title") == "On Doe (2001)"
    assert len(root.findall(".//section[@id='refs']//div[@class='csl-entry']")) == 2
    assert ":::" not in made


def test_unknown_and_broken_styles() -> None:
    with pytest.raises(UnknownName):
        document.write("[@doe]", ITEMS, "apaa", None, "markdown")
    with pytest.raises(BadStyle):
        document.write("[@doe]", ITEMS, "gone.csl", None, "markdown")
