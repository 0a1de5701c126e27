"""``archive validate --tei-all``."""

from __future__ import annotations

from pathlib import Path

from commandline import Archive
from validate.test_foreign import NO_NOTES


def test_another_grammar_is_asked(archive: Archive, well: Path) -> None:
    Path("other.rng").write_text(NO_NOTES)
    asked = ("validate", "--tei-all", "other.rng", "--format", "concise")
    done = archive(*asked, "--select", "G002")
    assert done.code == 1
    (line,) = done.out.splitlines()
    assert f"{well.name}/record.xml:" in line
    assert "G002" in line
    assert "schemas/archive.rng" in archive(*asked).out


def test_what_is_no_grammar(archive: Archive, well: Path) -> None:
    assert archive("validate", str(well), "--tei-all", "none.rng").code == 2
    Path("other.rng").write_text("none")
    done = archive("validate", "--tei-all", "other.rng")
    assert done.code == 3
    assert "E311" in done.err
