"""docs/reference.md says what the code says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_reference_is_made_from_the_code() -> None:
    code = "import generate; print(generate.page(), end='')"
    page = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT / "docs",
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert (ROOT / "docs" / "reference.md").read_text(encoding="utf-8") == page, (
        "run 'make reference'"
    )
