"""A command line to try, in an archive of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.cli._main import run
from commandline import DATA, Archive, Ran


@pytest.fixture
def archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Archive:
    """Run ``archive`` with arguments, in a new archive that holds nothing yet."""
    monkeypatch.delenv("ARCHIVE_ROOT", raising=False)
    monkeypatch.chdir(tmp_path)

    def archive(*arguments: str) -> Ran:
        code = run(arguments)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    archive("init", "wire", "--title", "The Wire")
    monkeypatch.chdir(tmp_path / "wire")
    return archive


@pytest.fixture
def well(archive: Archive) -> Path:
    """The archive, with one record in it: its folder."""
    Path("well.txt").write_bytes(DATA)
    done = archive("ingest", "well.txt")
    assert done.code == 0, done.err
    (folder,) = Path("records").glob("*/*/")
    return folder
