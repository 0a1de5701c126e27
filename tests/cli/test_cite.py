"""``archive cite``: bibliographies, citations in a text, documents."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from archive.cite.csl.writers import WRITERS
from archive.cli.cite import FORMS
from commandline import ID, Archive, another

KEY = "lee2008well"
LEE = "Lee, A. (2008, June 13). A Well for Two Villages. The Daily Herald.\n"


def test_the_forms_are_those_that_there_are_writers_for() -> None:
    assert sorted(FORMS) == sorted(WRITERS)


PRINTED = {
    "text": LEE,
    "markdown": LEE.replace("The Daily Herald", "*The Daily Herald*"),
    "rst": LEE.replace("The Daily Herald", "*The Daily Herald*"),
    "ansi": LEE.replace("The Daily Herald", "\x1b[3mThe Daily Herald\x1b[0m"),
    "latex": r"\textit{The Daily Herald}",
    "rtf": r"{\i The Daily Herald}",
    "html": "<i>The Daily Herald</i>",
}


@pytest.mark.usefixtures("well")
@pytest.mark.parametrize(("form", "text"), PRINTED.items(), ids=PRINTED.keys())
def test_forms(archive: Archive, form: str, text: str) -> None:
    done = archive("cite", "-s", "apa", "-t", form)
    assert (done.code, done.err) == (0, "")
    assert text in done.out
    assert done.out.endswith("\n")


@pytest.mark.usefixtures("well")
def test_the_whole_archive_in_the_order_of_the_style(archive: Archive) -> None:
    for number in ("Three", "Four"):
        Path(f"{number}.txt").write_bytes(another(number))
        assert archive("ingest", f"{number}.txt").code == 0
    done = archive("cite", "-s", "harvard-cite-them-right")
    assert [line.split(",")[1] for line in done.out.splitlines()] == [
        " A. (2008a) ‘A Well for Four Villages’",
        " A. (2008b) ‘A Well for Three Villages’",
        " A. (2008c) ‘A Well for Two Villages’",
    ]
    assert archive("cite", ID, "-s", "apa").out == LEE


@pytest.mark.usefixtures("well")
def test_one_that_is_not_there_hides_none_that_is(archive: Archive) -> None:
    done = archive("cite", ID, "gone", "-s", "apa")
    assert (done.code, done.out) == (2, LEE)
    assert "no record called 'gone'" in done.err


CLUSTERS = {
    "brackets": (["[see @lee2008well, p. 3]"], "(see Lee, 2008, p. 3)\n"),
    "the brackets left out": (["@lee2008well, p. 3"], "(Lee, 2008, p. 3)\n"),
    "names in the text": (["@lee2008well [3]"], "Lee (2008, p. 3)\n"),
    "no names": (["-@lee2008well"], "(2008)\n"),
    "by id": ([f"[@{ID}]"], "(Lee, 2008)\n"),
    "several": (["@lee2008well", "[@lee2008well]"], "Lee (2008)\n(Lee, 2008)\n"),
}


@pytest.mark.usefixtures("well")
@pytest.mark.parametrize(("written", "text"), CLUSTERS.values(), ids=CLUSTERS.keys())
def test_clusters(archive: Archive, written: list[str], text: str) -> None:
    options = [option for each in written for option in ("--cluster", each)]
    done = archive("cite", "-s", "apa", *options)
    assert (done.code, done.out, done.err) == (0, text, "")


@pytest.mark.usefixtures("well")
def test_clusters_of_notes_know_what_came_before(archive: Archive) -> None:
    one = ("--cluster", "@lee2008well")
    done = archive("cite", "-s", "chicago-notes-bibliography", *one, *one)
    assert done.out.splitlines() == [
        "Ann Lee, “A Well for Two Villages,” The Daily Herald, June 13, 2008.",
        "Lee, “A Well for Two Villages.”",
    ]


def test_a_document(archive: Archive, well: Path) -> None:
    assert well.is_dir()
    Path("paper.md").write_text("Dry [@lee2008well, p. 3].\n", encoding="utf-8")
    done = archive("cite", "-s", "apa", "--document", "paper.md")
    assert (done.code, done.err) == (0, "")
    assert done.out == "Dry (Lee, 2008, p. 3).\n\n" + PRINTED["markdown"]
    done = archive("cite", "-s", "apa", "--document", "paper.md", "-t", "html", "-o", "p.html")
    assert (done.code, done.out, done.err) == (0, "", "written: p.html\n")
    page = Path("p.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>\n")
    assert page.endswith("</html>\n")
    done = archive("cite", "-s", "apa", "--document", "paper.md", "-o", "p.html")
    assert (done.code, "--force" in done.err) == (4, True)
    assert Path("p.html").read_text(encoding="utf-8") == page
    done = archive("cite", "-s", "apa", "--document", "paper.md", "-o", "p.html", "--force")
    assert (done.code, Path("p.html").read_text(encoding="utf-8")[:3]) == (0, "Dry")


@pytest.mark.usefixtures("well")
def test_a_document_on_standard_input(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    for data, text in (
        ("\ufeffÄh [@lee2008well].".encode(), "Äh (Lee, 2008)."),
        (b"", ""),
        (b"x", "x"),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        done = archive("cite", "-s", "apa", "--document", "-")
        assert (done.code, done.out.split("\n")[0]) == (0, text)


WRONG = {
    "both": (("--cluster", "@a", "--document", "x"), 2, "do not go together"),
    "an ID with a cluster": ((ID, "--cluster", "[@a]"), 2, "--cluster names what it cites"),
    "an ID with a document": ((ID, "--document", "x"), 2, "--document names what it cites"),
    "the other engine": (
        ("--engine", "citeproc-py", "--cluster", "[@a]"),
        2,
        "citeproc-py formats bibliographies",
    ),
    "an engine that is none": (("--engine", "x"), 2, "--engine"),
    "a document as text": (("--document", "x", "-t", "rtf"), 2, "not written as rtf"),
    "a document that is not there": (("--document", "gone.md"), 3, "there is no such file"),
    "a document that is a folder": (("--document", "records"), 3, "it is a folder"),
    "no citation": (("--cluster", "see p. 3"), 2, "this is no citation: 'see p. 3'"),
    "two keys in a cite": (("--cluster", "[@lee2008well, @b]"), 2, "this is no citation"),
    "an unknown key": (("--cluster", "[@lee2008wel]"), 2, f"did you mean '{KEY}'"),
    "an unknown style": (("-s", "apaa"), 2, "did you mean 'apa'"),
    "a style that is no file": (("-s", "gone.csl"), 2, "there is no such file"),
    "an unknown form": (("-t", "pdf"), 2, "pdf"),
}


@pytest.mark.usefixtures("well")
@pytest.mark.parametrize(("options", "code", "message"), WRONG.values(), ids=WRONG.keys())
def test_wrong(archive: Archive, options: tuple[str, ...], code: int, message: str) -> None:
    done = archive("cite", *options)
    assert (done.code, done.out) == (code, "")
    assert message in done.err
    assert "Traceback" not in done.err


@pytest.mark.usefixtures("well")
def test_what_a_document_gets_wrong_is_told_with_its_name(archive: Archive) -> None:
    Path("paper.md").write_text("One.\n\nTwo [@lee2008wel; @x].\n", encoding="utf-8")
    done = archive("cite", "--document", "paper.md", "-o", "out.md")
    assert done.code == 3
    first, hint, second = done.err.splitlines()[:3]
    assert first.endswith("paper.md: line 3: nothing has the citation key 'lee2008wel'")
    assert "did you mean 'lee2008well'?" in hint
    assert "'x'" in second
    assert not Path("out.md").exists()


@pytest.mark.usefixtures("well")
def test_a_document_in_another_encoding(archive: Archive) -> None:
    Path("paper.md").write_bytes("Äh [@lee2008well]".encode("latin-1"))
    done = archive("cite", "--document", "paper.md")
    assert (done.code, done.out) == (3, "")
    assert "byte 0xC4 at 0 is not UTF-8" in done.err


@pytest.mark.usefixtures("well")
def test_a_locale_that_is_not_there_is_a_warning(archive: Archive) -> None:
    done = archive("cite", "-s", "apa", "--locale", "en-ZZ")
    assert (done.code, done.out) == (0, LEE)
    assert done.err == "warning: no locale called 'en-ZZ'; en-US is used instead\n"
    assert archive("cite", "-q", "-s", "apa", "--locale", "en-ZZ").err == ""


@pytest.mark.usefixtures("well")
def test_what_a_style_does_not_print_is_an_error(archive: Archive) -> None:
    done = archive("cite", "-s", "mohr-siebeck-recht")
    assert (done.code, done.out) == (2, "")
    assert f"cannot format '{KEY}': the style prints nothing for it" in done.err


@pytest.mark.usefixtures("well")
def test_the_other_engine(archive: Archive) -> None:
    assert archive("cite", "-s", "apa", "--engine", "citeproc-py").out == LEE


def test_an_archive_without_records(archive: Archive) -> None:
    for form in FORMS:
        done = archive("cite", "-s", "apa", "-t", form)
        assert done.code == 0
        assert done.err == ""
    assert archive("cite", "-s", "apa").out == ""
    assert archive("cite", "-s", "apa", "--engine", "citeproc-py").out == ""


def test_a_damaged_record_stops_only_what_cites_it(archive: Archive, well: Path) -> None:
    Path("three.txt").write_bytes(another("Three"))
    assert archive("ingest", "three.txt").code == 0
    three = next(each for each in well.parent.iterdir() if each.name != well.name)
    key = re.findall(r'"citation-key">(\w+)<', (three / "record.xml").read_text("utf-8"))[0]
    text = (well / "record.xml").read_text("utf-8")
    (well / "record.xml").write_text(text.replace("</TEI>", ""), encoding="utf-8")
    done = archive("cite", "-s", "apa", "--cluster", f"[@{key}]")
    assert (done.code, done.out) == (0, "(Lee, 2008)\n")
    done = archive("cite", "-s", "apa", "--cluster", f"[@{key}; @{KEY}]")
    assert (done.code, done.out) == (3, "")
    assert "record.xml" in done.err
    done = archive("cite", "-s", "apa")
    assert (done.code, "Three" in done.out) == (3, True)
