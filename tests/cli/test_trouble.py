"""Where something is damaged or closed, the rest goes on, and what is wrong is said in words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commandline import DATA, ID, Archive


@pytest.mark.usefixtures("well")
def test_a_damaged_record_hides_no_other(archive: Archive) -> None:
    Path("six.txt").write_bytes(DATA.replace(b"Two", b"Six"))
    archive("ingest", "six.txt")
    (Path("records/2008") / ID / "record.xml").unlink()
    for verb, words in (("list", "2008-06-13-lee-a-well-for-six"), ("cite", "Well for Six")):
        done = archive(verb)
        assert done.code == 4
        assert words in done.out
        assert ID in done.err


@pytest.mark.usefixtures("well")
def test_an_id_twice_is_one_record(archive: Archive) -> None:
    assert archive("cite", ID, ID).out == archive("cite", ID).out
    assert archive("export", ID, ID).out == archive("export", ID).out


def test_an_unsigned_edit_is_told_before_anything_is_written(archive: Archive, well: Path) -> None:
    path = well / "record.xml"
    path.write_bytes(path.read_bytes().replace(b"opened the", b"opened <term>the</term>"))
    for option in ("--check", "--dry-run"):
        done = archive("rebuild", option)
        assert (done.code, done.err.startswith("error[E402]")) == (4, True)
    assert archive("rebuild", "--diff").code == 0


def test_an_unsound_edit_is_not_signed(archive: Archive, well: Path) -> None:
    path = well / "record.xml"
    edit = path.read_bytes().replace(b"opened the well", b"closed the well")
    path.write_bytes(edit)
    done = archive("accept", ID, "--by", "Jane Doe", "--because", "It was closed.")
    assert done.code == 4
    assert "[S002]" in done.err
    assert path.read_bytes() == edit


def run(*arguments: str, shell: str, **environment: str) -> subprocess.CompletedProcess[str]:
    program = f"{sys.executable} -m archive {' '.join(arguments)}"
    return subprocess.run(
        ["bash", "-c", f"{program} {shell}"],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_the_output() -> None:
    done = run("formats", shell="> /dev/full")
    assert done.returncode == 4
    assert done.stderr.startswith("error[E410]: the output cannot be written: no space left")


def test_the_shell_completes_verbs() -> None:
    asked = {"_ARCHIVE_COMPLETE": "bash_complete", "COMP_WORDS": "archive ci", "COMP_CWORD": "1"}
    done = run(shell="", **asked)
    assert (done.stdout, done.stderr) == ("plain,cite\n", "")
