"""The styles of the CSL test suite with items of its other cases: ours beside citeproc-js.

``python -m cite.csl.cross``. The cases try one thing each; what their styles do with other items
tells of cases that nobody has written. Each style prints, as HTML, every item cited on its own,
all of them in one cluster, a document of clusters, and a bibliography.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cite.csl import ours
from cite.csl.agreement import document, report
from cite.csl.cases import FIXTURES, Case, cases
from cite.csl.comparison import Comparison, compare
from cite.csl.peer import Peer

Items = Sequence[Mapping[str, Any]]


def pool(found: Sequence[Case]) -> list[dict[str, Any]]:
    """All items of the cases, each once, named by its case and its own id."""
    items: dict[str, dict[str, Any]] = {}
    for case in found:
        for item in case.items:
            bare = {name: value for name, value in item.items() if name != "id"}
            items.setdefault(
                json.dumps(bare, sort_keys=True), {"id": f"{case.name}/{item['id']}", **bare}
            )
    return list(items.values())


def jobs(case: Case, items: Items) -> Iterator[dict[str, Any]]:
    """The items without a document, and in one."""
    ids = [item["id"] for item in items]
    job = {"style": case.style, "items": items, "format": "html", "bibliography": True}
    singles = [[{"id": id}] for id in ids]
    together = [{"id": id} for id in ids]
    yield {**job, "registered": [ids], "clusters": [*singles, together]}
    yield {**job, "registered": [ids], "document": document(ids)}


def main(arguments: Sequence[str]) -> int:
    options = argparse.ArgumentParser(prog="python -m cite.csl.cross")
    options.add_argument("names", nargs="*", help="cases or categories whose styles are taken")
    options.add_argument("--suite", type=Path, default=FIXTURES, help="folder of cases")
    options.add_argument("--number", type=int, default=10, help="items a style")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--examples", type=int, default=3, help="so many of each kind")
    options.add_argument("--json", action="store_true", help="one object a difference")
    chosen = options.parse_args(arguments)
    items = pool(list(cases(chosen.suite)))
    draw = random.Random(chosen.seed)
    found: list[Comparison] = []
    with Peer(keep=True) as peer:
        for case in cases(chosen.suite):
            drawn = [*case.items[:3], *draw.sample(items, min(chosen.number, len(items)))]
            if chosen.names and not {case.name, case.category} & set(chosen.names):
                continue
            unique = list({item["id"]: item for item in drawn}.values())
            by_id = {item["id"]: item for item in unique}
            for job in jobs(case, unique):
                found.append(compare(case.name, ours.ask(job), peer.ask(job), by_id))
    if chosen.json:
        print(json.dumps([asdict(d) for c in found for d in c.differences], ensure_ascii=False))
    else:
        print(report(found, chosen.examples))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
