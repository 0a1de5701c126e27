"""How often each certainty is right: every fact with an expected value, by rule and certainty.

``python benchmarks/certainty.py CASES...``: folders in the form of the development cases. ``high``
is to be right 99 times in 100.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive.errors import ArchiveError
from archive.export.jsonl import shape
from archive.model.rights import RightsKind
from archive.pipeline.sources import InContainer, each, inspect, load_sources

FIELDS = {
    "title": "title",
    "subtitle": "subtitle",
    "language": "language",
    **{f"{link}.{key}": f"{link}.{key}" for link in ("publication", "distribution")
       for key in ("name", "date", "url")},
    "publication.publisher": "publication.publisher",
    "rights.kind": "rights.kind",
    "rights.statement": "rights.statement",
    "rights.licence": "rights.licence",
}  # fmt: skip


def records(path: Path) -> list[dict[str, Any]]:
    """What the rules read of a file; nothing of one that cannot be read."""
    try:
        found = [f for f in each(load_sources(path), inspect) if not isinstance(f, InContainer)]
    except ArchiveError:
        return []
    return [shape(article) for inspected in found for article in inspected.articles]


def judged(expected: dict[str, Any], got: dict[str, Any]) -> Iterator[tuple[str, str, bool, str]]:
    """Rule, certainty, whether it is right, and what was read, of each fact that can be judged."""
    authors = {fold(a["name"]): a for a in expected["authors"]}
    for fact in got["evidence"]:
        field, value = fact["field"], fact["value"]
        value = value["name"] if isinstance(value, dict) and "name" in value else value
        if value == RightsKind.UNSTATED:  # the same as silence
            continue
        if field in FIELDS:
            allowed = [at(expected, field), *expected.get("accept", {}).get(field, [])]
        elif re.fullmatch(r"authors\.[0-9]+\.name", field):
            others = expected.get("accept", {}).get("authors", [])
            allowed = [*authors, *(name for names in others if names for name in names)]
        elif re.fullmatch(r"authors\.[0-9]+\.role", field):
            author = authors.get(fold(got["authors"][int(field.split(".")[1]) - 1]["name"]), {})
            allowed = [author.get("role"), *author.get("accept_roles", [])]
        else:
            continue
        right = fold(value) in {fold(each) for each in allowed if isinstance(each, str)}
        yield fact["rule"], fact["certainty"], right, f"{field} {value!r}, not {allowed}"


def at(record: dict[str, Any], field: str) -> Any:
    """The value of a dotted field."""
    value: Any = record
    for key in field.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def fold(value: Any) -> str:
    """A value as it is compared: white space, case and small differences of form set aside."""
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", str(value))).strip().casefold()
    text = re.sub(r"^https?://", "", text).strip("*_()[] ./,")
    return re.sub(r"^(an?|the) ", "", text)


def main(folders: list[str]) -> None:
    table: Counter[tuple[str, str, bool]] = Counter()
    for folder in map(Path, folders):
        for line in (folder / "cases.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            found = records(folder / case["file"])
            if len(found) != len(case["records"]):
                continue
            for expected, got in zip(case["records"], found, strict=True):
                for rule, certainty, right, what in judged(expected, got):
                    table[rule, certainty, right] += 1
                    if not right:
                        print(f"{folder / case['file']}: {rule} ({certainty}): {what}")
    print(f"\n{'rule':<40}{'certainty':>10}{'right':>7}{'wrong':>7}{'share':>8}")
    for rule, certainty in sorted({key[:2] for key in table}):
        row(
            f"{rule:<40}{certainty:>10}",
            *(table[rule, certainty, right] for right in (True, False)),
        )
    for certainty in ("high", "medium", "low"):
        counts = [
            sum(n for k, n in table.items() if k[1:] == (certainty, r)) for r in (True, False)
        ]
        row(f"{'all':<40}{certainty:>10}", *counts)


def row(label: str, right: int, wrong: int) -> None:
    share = right / (right + wrong) if right + wrong else 0
    print(f"{label}{right:>7}{wrong:>7}{share:>8.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
