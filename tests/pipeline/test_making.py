"""``make archive``: everything once, nothing twice."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive import validate
from archive.cite.csl import styles
from archive.model.fact import Editor
from archive.model.record import Change
from archive.pipeline import examining, making, program
from archive.pipeline.accession import Done, Outcome, accept, intake, rebuild
from archive.pipeline.archives import Archive, open_archive
from archive.pipeline.making import make
from archive.pipeline.sources import Source
from archive.store.start import start
from commandline import DATA, another

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FILES = {"references.bib", "references.json", "report.txt"} | {
    f"citations/{style}.{ending}" for style in ("apa", "ieee") for ending in ("txt", "html")
}
STYLES = 'title = "The Wire"\n[cite]\nstyles = ["apa", "ieee"]\n'


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """An archive of two records and two styles."""
    monkeypatch.chdir(tmp_path)
    start(tmp_path / "wire", "The Wire")
    (tmp_path / "wire" / "archive.toml").write_text(STYLES, encoding="utf-8")
    archive = open_archive(tmp_path, tmp_path / "wire")
    with intake(archive) as taking:
        for data in (DATA, another("Three")):
            taking.take(Source("well.txt", data, "ingested from a file"), NOW)
    return archive


def built(archive: Archive) -> dict[str, bytes]:
    build = archive.root / "build"
    files = [path for path in build.rglob("*") if path.is_file() and path.name[0] != "."]
    return {path.relative_to(build).as_posix(): path.read_bytes() for path in files}


def test_everything_is_made(archive: Archive) -> None:
    made = make(archive, "2026-11-24")
    assert (made.records, made.exit_code, made.failures) == (2, 0, [])
    assert made.checked.findings == ()
    assert set(made.written) == FILES == built(archive).keys()
    text = built(archive)["citations/apa.txt"].decode()
    assert text.count("\n") == 2
    assert "A Well for Three Villages" in text


def test_what_a_baseline_knows_does_not_count(archive: Archive) -> None:
    (archive.root / "records/2008/2008-06-13-lee-a-well-for-two-villages/notes.txt").touch()
    made = make(archive, "2026-11-24")
    assert made.exit_code == 1
    known = archive.root / "known.jsonl"
    known.write_text(validate.report(made.checked, "jsonl"), encoding="utf-8")
    settings = STYLES + '[validate]\nbaseline = "known.jsonl"\n'
    (archive.root / "archive.toml").write_text(settings, encoding="utf-8")
    again = open_archive(Path.cwd(), archive.root)
    assert make(again, "2026-11-24").exit_code == 0
    known.write_bytes(b"")
    assert make(again, "2026-11-24").exit_code == 1


def test_the_same_records_give_the_same_bytes(archive: Archive, tmp_path: Path) -> None:
    make(archive, "2026-11-24")
    first = built(archive)
    (archive.root / "build").rename(tmp_path / "earlier")
    make(archive, "2026-11-24")
    assert built(archive) == first


def test_nothing_is_done_twice(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    make(archive, "2026-11-24")

    def never(*_: object, **__: object) -> None:
        raise AssertionError("work was done again")

    for name in ("rebuild", "load_all", "references", "export"):
        monkeypatch.setattr(making, name, never)
    monkeypatch.setattr(examining, "examine", never)
    made = make(archive, "2026-11-24")
    assert made.outcomes == Counter({Outcome.UNCHANGED: 2})
    assert (made.written, made.exit_code) == ([], 0)


@pytest.fixture
def rebuilt(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The records that a run reads again."""
    ids: list[str] = []

    def noting(archive: Archive, id: str, day: str) -> Done:
        ids.append(id)
        return rebuild(archive, id, day)

    monkeypatch.setattr(making, "rebuild", noting)
    return ids


def test_only_what_changed_is_rebuilt(archive: Archive, rebuilt: list[str]) -> None:
    make(archive, "2026-11-24")
    rebuilt.clear()
    with intake(archive) as taking:
        (done,) = taking.take(Source("four.txt", another("Four"), "ingested from a file"), NOW)
    made = make(archive, "2026-11-24")
    assert isinstance(done, Done)
    assert rebuilt == [done.id]
    assert made.records == 3
    assert "A Well for Four Villages" in built(archive)["citations/ieee.txt"].decode()


def test_a_file_of_the_build_that_was_lost_is_made_again(archive: Archive) -> None:
    make(archive, "2026-11-24")
    before = built(archive)
    (archive.root / "build" / "references.bib").unlink()
    (archive.root / "build" / "report.txt").write_text("changed")
    assert set(make(archive, "2026-11-24").written) == {"references.bib", "report.txt"}
    assert built(archive) == before


def test_a_style_that_is_no_longer_named_goes(archive: Archive) -> None:
    make(archive, "2026-11-24")
    config = archive.root / "archive.toml"
    config.write_text(STYLES.replace(', "ieee"', ""), encoding="utf-8")
    make(open_archive(Path.cwd(), archive.root), "2026-11-24")
    assert built(archive).keys() == {name for name in FILES if "ieee" not in name}


def test_a_finding_is_told_every_time(archive: Archive) -> None:
    make(archive, "2026-11-24")
    (source, *_) = archive.root.glob("records/*/*/source/*.txt")
    source.write_bytes(source.read_bytes().replace(b"in Oslo", b"at Oslo"))
    record = source.parents[1] / "record.xml"
    before = record.read_bytes()
    for _ in range(2):
        made = make(archive, "2026-11-24")
        assert (made.exit_code, len(made.failures)) == (4, 1)
        assert record.read_bytes() == before
        assert {finding.rule for finding in made.checked.findings} == {"F003"}


def test_a_warning_is_told_every_time_and_nothing_is_done_twice(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = archive.store.path(archive.store.ids()[0])
    xml = (home / "record.xml").read_bytes()
    name = b'<orgName type="full">X</orgName>'
    entry = b'<org xml:id="org-x" cert="high" resp="#resp-editor-1">' + name + b"</org>"
    (home / "record.xml").write_bytes(xml.replace(b"<listOrg>", b"<listOrg>" + entry, 1))
    change = Change("2026-11-25", "Entered an organisation.", Editor("Jane Doe"))
    assert accept(archive, home.name, change)
    first = make(archive, "2026-11-24")
    assert [(f.rule, f.severity) for f in first.checked.findings] == [("E002", "warning")]
    monkeypatch.setattr(making, "rebuild", None)
    again = make(archive, "2026-11-24")
    assert (again.checked.findings, again.written) == (first.checked.findings, [])


@pytest.mark.parametrize("state", ["", "{}", "[]", '{"rules": 1}', "\x00"])
def test_a_damaged_memory_is_no_memory(archive: Archive, rebuilt: list[str], state: str) -> None:
    make(archive, "2026-11-24")
    rebuilt.clear()
    (archive.root / "build" / ".made.json").write_text(state)
    made = make(archive, "2026-11-24")
    assert (made.exit_code, made.written) == (0, [])
    assert rebuilt == archive.store.ids()


def test_an_unknown_style_writes_what_is_known(archive: Archive) -> None:
    config = archive.root / "archive.toml"
    config.write_text(STYLES.replace('"apa", "ieee"', '"apas"'), encoding="utf-8")
    made = make(open_archive(Path.cwd(), archive.root), "2026-11-24")
    assert made.exit_code == 2
    assert "apas" in str(made.failures[0])


def test_another_program_does_everything_again(
    archive: Archive, rebuilt: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make(archive, "2026-11-24")
    rebuilt.clear()
    monkeypatch.setattr(program, "digest", lambda: "another")
    make(archive, "2026-11-24")
    assert rebuilt == archive.store.ids()
    rebuilt.clear()
    make(archive, "2026-11-24")
    assert rebuilt == []


def test_a_run_that_fails_takes_nothing_away(archive: Archive) -> None:
    make(archive, "2026-11-24")
    before = built(archive)
    config = archive.root / "archive.toml"
    config.write_text(STYLES.replace('"apa", "ieee"', '"apas"'), encoding="utf-8")
    assert make(open_archive(Path.cwd(), archive.root), "2026-11-24").exit_code == 2
    assert built(archive) == before


def test_a_record_edited_by_hand_is_in_no_build(archive: Archive) -> None:
    (path, _) = sorted(archive.root.glob("records/*/*/record.xml"))
    path.write_bytes(path.read_bytes().replace(b"an engineer at", b"an <term>engineer</term> at"))
    made = make(archive, "2026-11-24")
    assert (made.exit_code, made.written) == (4, [])
    assert built(archive) == {}


def test_what_a_run_that_was_cut_off_had_staged_goes(archive: Archive) -> None:
    make(archive, "2026-11-24")
    staged = [archive.root / "build" / name for name in (".a.new", "citations/.b.new")]
    for path in staged:
        path.write_bytes(b"half")
    make(archive, "2026-11-24")
    assert [path for path in staged if path.exists()] == []


def test_a_memory_that_names_other_files_removes_none(archive: Archive) -> None:
    make(archive, "2026-11-24")
    kept = archive.root / "kept.txt"
    kept.write_bytes(b"kept")
    path = archive.root / "build" / ".made.json"
    state = json.loads(path.read_text())
    state["written"] |= {"../kept.txt": "", str(kept.resolve()): "", "gone.txt": ""}
    path.write_text(json.dumps(state))
    (archive.root / "build" / "gone.txt").write_bytes(b"gone")
    assert make(archive, "2026-11-24").exit_code == 0
    assert kept.read_bytes() == b"kept"
    assert built(archive).keys() == FILES


def test_a_style_of_ones_own_is_written_beside_the_others(archive: Archive) -> None:
    own = archive.root / "styles" / "own.csl"
    own.parent.mkdir()
    own.write_bytes(styles.resolve("apa").path.read_bytes())
    text = STYLES.replace('"apa", "ieee"', '"styles/own.csl", "../wire/styles/own.csl"')
    (archive.root / "archive.toml").write_text(text, encoding="utf-8")
    assert make(open_archive(Path.cwd(), archive.root), "2026-11-24").exit_code == 0
    assert {"citations/own.txt", "citations/own.html"} < built(archive).keys()
    assert [path.name for path in own.parent.iterdir()] == ["own.csl"]


def test_the_title_and_the_locale_of_the_archive(archive: Archive) -> None:
    text = STYLES.replace("The Wire", "Wire & <Sons>") + 'locale = "de-DE"\n'
    (archive.root / "archive.toml").write_text(text, encoding="utf-8")
    make(open_archive(Path.cwd(), archive.root), "2026-11-24")
    page = built(archive)["citations/apa.html"].decode()
    assert "<h1>Wire &amp; &lt;Sons&gt;: " in page
    assert "<Sons>" not in page
    assert "Juni" in page
