"""What the options of the verbs do, beyond the sessions of the documents."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from archive.cli._session import Session, visible
from archive.cli._table import table
from archive.errors import ForbiddenError, InputError, UsageError
from commandline import DATA, ID, Archive

OTHER = DATA + b"\n"  # other bytes, the same article
TERM = (b"opened the well", b"opened <term>the</term> well")
UNUSED = (  # a warning, E002
    b"</listPerson>",
    b'<person xml:id="pers-9" cert="high" resp="#resp-editor-1"><persName>Bo Ek</persName></person>'
    b"</listPerson>",
)


def edit(folder: Path, old: bytes, new: bytes) -> None:
    path = folder / "record.xml"
    document = path.read_bytes()
    assert document.count(old) == 1
    path.write_bytes(document.replace(old, new))


def test_nothing_at_all_gets_the_help(archive: Archive) -> None:
    done = archive()
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: archive ")
    assert "  rebuild " in done.err
    assert archive("-q").code == 2


def test_the_worst_failure_is_the_exit_code() -> None:
    session = Session()
    for error in (InputError("a"), ForbiddenError("b"), UsageError("c")):
        session.fail(error)
    assert session.worst == 4


def test_quiet_leaves_the_result(archive: Archive, well: Path) -> None:
    assert well.name == ID
    assert archive("list").err == "1 record\n"
    done = archive("list", "-q")
    assert (done.out.split()[0], done.err) == (ID, "")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


COLOURS = {
    "a terminal": ("auto", Terminal(), "", True),
    "a terminal, and NO_COLOR": ("auto", Terminal(), "1", False),
    "a file": ("auto", io.StringIO(), "", False),
    "a file, always": ("always", io.StringIO(), "1", True),
    "a terminal, never": ("never", Terminal(), "", False),
}


@pytest.mark.parametrize(
    ("colour", "stream", "no_color", "wanted"), COLOURS.values(), ids=COLOURS.keys()
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch, colour: str, stream: io.StringIO, no_color: str, wanted: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    assert Session(colour=colour).coloured(stream) is wanted


VISIBLE = {
    "text": ("Søn, «à»\tb\n", "Søn, «à»\tb\n"),
    "an escape": ("a\x1b[31m", r"a\x1b[31m"),
    "a C1 control": ("a\x9b31m", r"a\x9b31m"),
    "a bidi override": ("a\u202eb", r"a\u202eb"),
    "a bidi isolate": ("a\u2066b", r"a\u2066b"),
}


@pytest.mark.parametrize(("text", "wanted"), VISIBLE.values(), ids=VISIBLE.keys())
def test_visible(text: str, wanted: str) -> None:
    assert visible(text) == wanted


def test_columns_are_those_of_a_terminal() -> None:
    rows = [("e\u0301e\u0301", "x"), ("日本", "y")]
    assert table(rows).splitlines() == ["e\u0301e\u0301    x", "日本  y"]


def test_one_batch_is_taken_in_like_several(archive: Archive) -> None:
    for name, data in (("a.txt", DATA), ("b.txt", OTHER), ("c.txt", DATA)):
        Path(name).write_bytes(data)
    done = archive("ingest", "a.txt", "b.txt", "c.txt")
    assert [line.split()[:2] for line in done.out.splitlines()] == [
        [ID, "new"],
        [f"{ID}-2", "new"],
        [ID, "held"],
    ]
    keys = [row["key"] for row in json.loads(archive("list", "--json").out)]
    assert keys == ["lee2008well", "lee2008wella"]
    assert archive("validate").code == 0


def test_a_dry_run_names_as_the_run_would(archive: Archive) -> None:
    for name, data in (("a.txt", DATA), ("b.txt", OTHER)):
        Path(name).write_bytes(data)
    dry = archive("ingest", "--dry-run", "a.txt", "b.txt")
    assert list(Path("records").glob("*/*/")) == []
    assert dry.out == archive("ingest", "a.txt", "b.txt").out


def test_a_record_that_cannot_be_read_does_not_stop_ingest(archive: Archive, well: Path) -> None:
    (well / "record.xml").write_bytes(b"<TEI/>")
    Path("b.txt").write_bytes(OTHER)
    assert archive("ingest", "b.txt").code == 0


def test_ingest_shows_what_would_change_in_what_is_held(archive: Archive, well: Path) -> None:
    edit(well, *TERM)
    done = archive("ingest", "--diff", "well.txt")
    assert "\n-" in done.out
    assert "<term>" in done.out
    assert b"<term>" in (well / "record.xml").read_bytes()


def test_a_name_that_no_record_can_carry_is_spelled_out(archive: Archive) -> None:
    Path("a\x01\x1b.txt").write_bytes(DATA)
    assert archive("ingest", "a\x01\x1b.txt").code == 0
    (record,) = Path("records").glob("*/*/record.xml")
    assert rb">a\x01\x1b.txt<" in record.read_bytes()
    assert archive("validate").code == 0


def test_rebuild_check_tells_of_another_outcome(archive: Archive, well: Path) -> None:
    assert archive("rebuild", "--check").code == 0
    config = Path("archive.toml")
    config.write_text(config.read_text().replace('publisher = "The Wire"', 'publisher = "W"'))
    before = (well / "record.xml").read_bytes()
    assert archive("rebuild", "--check").code == 1
    assert (well / "record.xml").read_bytes() == before
    assert archive("rebuild").code == 0
    assert archive("rebuild", "--check").code == 0


SIGNATURES = {
    "nobody": ("", "Why."),
    "white space": ("Jane Doe", " "),
    "a control character": ("Jane\x1b Doe", "Why."),
    "no character": ("Jane Doe", "\udcff"),
}


@pytest.mark.parametrize(("who", "why"), SIGNATURES.values(), ids=SIGNATURES.keys())
def test_a_signature_that_is_none(archive: Archive, well: Path, who: str, why: str) -> None:
    edit(well, *TERM)
    before = (well / "record.xml").read_bytes()
    done = archive("accept", ID, "--by", who, "--because", why)
    assert (done.code, done.out) == (2, "")
    assert "it should be words" in done.err
    assert (well / "record.xml").read_bytes() == before


@pytest.fixture
def warned(archive: Archive, well: Path) -> Path:
    """A record with a warning and no error."""
    edit(well, *TERM)
    archive("accept", ID, "--by", "Jane Doe", "--because", "Marked a term.")
    edit(well, *UNUSED)
    assert archive("accept", ID, "--by", "Jane Doe", "--because", "Added a person.").code == 0
    return well


CHOICES: dict[str, tuple[list[str], int, int]] = {  # arguments, exit code, findings
    "a warning is no error": ([], 0, 1),
    "unless it counts": (["--strict"], 1, 1),
    "selected": (["--select", "E002", "--strict"], 1, 1),
    "selected by how it begins, in small letters": (["--select", "x,e", "--strict"], 1, 1),
    "not selected": (["--select", "S", "--strict"], 0, 0),
    "ignored": (["--ignore", "E002", "--strict"], 0, 0),
    "another ignored": (["--ignore", "E003", "--strict"], 1, 1),
}


@pytest.mark.usefixtures("warned")
@pytest.mark.parametrize(("options", "code", "number"), CHOICES.values(), ids=CHOICES.keys())
def test_which_findings_count(archive: Archive, options: list[str], code: int, number: int) -> None:
    done = archive("validate", "--format", "concise", *options)
    assert (done.code, len(done.out.splitlines())) == (code, number), done.out


CONFIGURED = {
    "ignored": ('ignore = ["E"]', 0),
    "ignored there": ('per-path = { "records/2008/*" = ["E002"] }', 0),
    "ignored elsewhere": ('per-path = { "records/2009/*" = ["E002"] }', 1),
}


@pytest.mark.usefixtures("warned")
@pytest.mark.parametrize(("setting", "number"), CONFIGURED.values(), ids=CONFIGURED.keys())
def test_what_the_configuration_leaves_out(archive: Archive, setting: str, number: int) -> None:
    Path("archive.toml").write_text(f'title = "The Wire"\n[validate]\n{setting}\n')
    assert len(archive("validate", "--format", "concise").out.splitlines()) == number


def test_too_little_evidence_is_a_failure(archive: Archive, well: Path) -> None:
    assert archive("validate", "--min-coverage", "100").code == 0
    (source,) = well.glob("source/*.txt")
    source.unlink()
    done = archive("validate", "--ignore", "F", "--min-coverage", "90.5")
    assert (done.code, done.out) == (1, "")
    assert f"less than 90.5 % is evidence, the least in {well}/record.xml" in done.err
    assert archive("validate", "--ignore", "F").code == 0
    assert ": 0 of " in archive("validate", "--format", "coverage").out


def test_only_what_changed_is_reported(archive: Archive, well: Path) -> None:
    done = archive("validate", "--changed-since", "main")
    assert (done.code, "error[E232]" in done.err) == (2, True)
    assert archive("validate", "--changed-since", "main", well.name).code == 2


def test_one_record_is_compared_with_the_others(archive: Archive) -> None:
    for name, data in (("a.txt", DATA), ("b.txt", OTHER)):
        Path(name).write_bytes(data)
    archive("ingest", "a.txt", "b.txt")
    second = Path("records", "2008", f"{ID}-2")
    edit(second, b">lee2008wella<", b">lee2008well<")
    archive("accept", f"{ID}-2", "--by", "Jane Doe", "--because", "Gave it another key.")
    assert "error[I005]" in archive("validate", "--format", "concise", f"{ID}-2").out


def test_list_sorts_and_cuts(archive: Archive) -> None:
    names = {"a.txt": (b"2007", b"Cy"), "b.txt": (b"2008", b"Bo"), "c.txt": (b"2009", b"Ann")}
    for name, (year, given) in names.items():
        Path(name).write_bytes(DATA.replace(b"2008", year).replace(b"Ann", given))
    archive("ingest", *names)

    def years(*options: str) -> list[str]:
        return [row["date"][:4] for row in json.loads(archive("list", "--json", *options).out)]

    assert years() == ["2007", "2008", "2009"]
    assert years("--sort", "authors") == ["2009", "2008", "2007"]
    assert years("--sort", "authors", "-n", "2") == ["2009", "2008"]
    assert years("--sort", "key", "-n", "0") == []


@pytest.mark.usefixtures("well")
def test_an_archive_without_styles_wants_one_named(archive: Archive) -> None:
    Path("archive.toml").write_text('title = "The Wire"\n[cite]\nstyles = []\n')
    assert archive("cite", "-s", "apa").code == 0
    done = archive("cite")
    assert (done.code, done.out) == (2, "")
    assert "hint: name one with --style" in done.err


@pytest.mark.usefixtures("well")
def test_the_locale_of_the_archive_and_of_the_command(archive: Archive) -> None:
    Path("archive.toml").write_text('title = "The Wire"\n[cite]\nlocale = "de-DE"\n')
    assert "Juni" in archive("cite").out
    assert "June" in archive("cite", "--locale", "en-GB").out


@pytest.mark.usefixtures("well")
@pytest.mark.parametrize("name", ["out.bib", "out/", "out/deep/"])
def test_export_replaces_only_when_told(archive: Archive, name: str) -> None:
    assert archive("export", "-o", name).code == 0
    first = archive("export", "-o", name)
    assert (first.code, "--force" in first.err) == (4, True)
    assert archive("export", "-o", name, "--force").code == 0


@pytest.mark.usefixtures("well")
def test_export_never_replaces_a_folder(archive: Archive) -> None:
    Path("out.bib").mkdir()
    done = archive("export", "-o", "out.bib", "--force")
    assert (done.code, "out.bib is there already" in done.err) == (4, True)
    assert list(Path("out.bib").iterdir()) == []


DOCUMENTS = {
    "formats": ["formats", "--json"],
    "styles": ["styles", "apa", "--json"],
    "rule": ["rule", "S001", "--json"],
    "rules": ["rule", "--json"],
    "rights": ["rights", ID, "--json"],
    "show": ["show", ID, "--json"],
    "inspect": ["inspect", "well.txt", "--json"],
    "validate": ["validate", "--format", "json"],
}


@pytest.mark.usefixtures("well")
@pytest.mark.parametrize("arguments", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_json_is_one_document(archive: Archive, arguments: list[str]) -> None:
    done = archive(*arguments)
    assert done.code == 0, done.err
    assert isinstance(json.loads(done.out), dict | list)
