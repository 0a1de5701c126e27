"""Cases of the CSL test suite, read from their files.

A case is a text file of sections, ``>>===== NAME =====>>`` to ``<<===== NAME =====<<``, as the
README of the suite (https://github.com/citation-style-language/test-suite) describes them. MODE,
RESULT, CSL and INPUT are always there; what the others do is told at ``Case``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parents[4] / "shared" / "csl-suite" / "fixtures"

_SECTION = re.compile(
    r"^>>=+ *([A-Z0-9-]+) *=+(?:>>)? *\n(.*?)^<<=+ *\1\b", re.DOTALL | re.MULTILINE
)

Cites = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Case:
    """One case.

    ``CITATION-ITEMS`` are clusters without a document, whose cites may state their position;
    ``CITATIONS`` are calls, each a cluster with the clusters before and behind it and the numbers
    of their notes. ``BIBENTRIES`` are lists of ids, each the whole of what is registered from then
    on; ``BIBSECTION`` filters the bibliography. ``INPUT2`` replaces the items after all was
    printed once. ``ABBREVIATIONS`` are short forms by variable; ``OPTIONS`` and ``LANGPARAMS`` are
    switches of citeproc-js.
    """

    name: str
    sections: Mapping[str, str]

    @property
    def category(self) -> str:
        return self.name.split("_")[0]

    @property
    def mode(self) -> str:
        return self.sections["MODE"].strip()

    @property
    def style(self) -> str:
        return self.sections["CSL"].strip()

    @property
    def expected(self) -> str:
        return self.sections["RESULT"].strip()

    def data(self, section: str) -> Any:
        """What the section says, or None if it is not there."""
        text = self.sections.get(section, "").strip()
        return json.loads(text) if text else None

    @cached_property
    def items(self) -> list[dict[str, Any]]:
        items = [{**item, "id": str(item.get("id", "undefined"))} for item in self.data("INPUT")]
        short = (self.data("ABBREVIATIONS") or {}).get("default", {})
        return [_abbreviated(item, short) for item in items]

    @cached_property
    def registered(self) -> list[list[str]]:
        """Lists of ids, each the whole of what is in the bibliography without being cited."""
        entries = self.data("BIBENTRIES")
        if entries:
            return [[str(id) for id in ids] for ids in entries]
        return [] if self.calls else [[item["id"] for item in self.items]]

    @cached_property
    def calls(self) -> list[Any]:
        return self.data("CITATIONS") or []

    @cached_property
    def clusters(self) -> list[Cites]:
        """Clusters outside a document: one with all items, unless the case says otherwise."""
        clusters = self.data("CITATION-ITEMS") or [[{"id": item["id"]} for item in self.items]]
        return [c["citationItems"] if isinstance(c, dict) else c for c in clusters]


def _abbreviated(item: dict[str, Any], short: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """The item with the short forms of a list of abbreviations."""
    found = {
        f"{variable}-short": forms[item[variable]]
        for variable, forms in short.items()
        if item.get(variable) in forms
    }
    return {**item, **found}


def read(path: Path) -> Case:
    text = path.read_text("utf-8-sig")
    return Case(path.stem, {found[1]: found[2] for found in _SECTION.finditer(text)})


def cases(folder: Path, names: Iterable[str] = ()) -> Iterator[Case]:
    """The cases of a folder, by name; ``names`` are cases or categories."""
    wanted = set(names)
    for path in sorted(folder.glob("*.txt")):
        if not wanted or wanted & {path.stem, path.stem.split("_")[0]}:
            yield read(path)


# -- as a question to an engine ----------------------------------------------------------------


def job(case: Case) -> dict[str, Any]:
    """The case as a job (``peer.cjs`` says what that is)."""
    question: dict[str, Any] = {
        "style": case.style,
        "items": case.items,
        "format": "html",
        "nosort": case.mode == "bibliography-nosort",
        "options": case.data("OPTIONS"),
        "abbreviations": case.data("ABBREVIATIONS"),
        "registered": case.registered,
    }
    if case.mode != "citation":
        question |= {"bibliography": case.data("BIBSECTION") or True, "header": True}
    elif not case.calls:
        question["clusters"] = case.clusters
    if case.calls:
        question["calls"] = case.calls
    return question


def printed(case: Case, answer: Mapping[str, Any]) -> str:
    """The answer, put as the RESULT of the case is.

    Raises:
        RuntimeError: the engine raised, and says why.
    """
    if "error" in answer:
        raise RuntimeError(answer["error"])
    if case.mode == "bibliography-header":
        rows = sorted(answer["header"].items())
        return "\n".join(f"{key}: {_javascript(value)}" for key, value in rows)
    if case.mode.startswith("bibliography"):
        head = answer["header"]
        entries = "".join(entry for _, entry in answer["bibliography"])
        return f"{head['bibstart']}{entries}{head['bibend']}"
    if case.calls:
        return "\n".join(
            f"{'>>' if place in answer['changed'] else '..'}[{place}] {text}"
            for place, text in enumerate(answer["citations"])
        )
    return "\n".join(answer["clusters"])


def _javascript(value: object) -> str:
    """As JavaScript makes it a string."""
    if isinstance(value, list):
        return ",".join(map(_javascript, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
