"""The wheel: it holds the grammars, and works where the checkout is not."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as packed:
        packed.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_it_holds_the_grammars_and_nothing_of_the_tests(wheel: Path) -> None:
    names = {path.relative_to(wheel).as_posix() for path in wheel.rglob("*")}
    schemas = {f"archive/schemas/archive.{kind}" for kind in ("odd", "rnc", "rng", "sch")}
    assert schemas <= names
    assert not [name for name in names if name.startswith(("tests", "docs", "records"))]


def test_an_archive_can_be_started_from_it(wheel: Path, tmp_path: Path) -> None:
    code = f"import sys; sys.path.insert(0, {str(wheel)!r}); import archive.__main__"
    command = [sys.executable, "-I", "-c", code, "init", "wire"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "schemas/archive.rng" in done.stdout
    assert (tmp_path / "wire" / "schemas" / "archive.rng").read_bytes() == (
        ROOT / "schemas" / "archive.rng"
    ).read_bytes()
