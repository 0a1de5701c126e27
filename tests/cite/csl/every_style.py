"""The goldens' items, and those of ``items/``, in every installed independent style.

``python -m cite.csl.every_style`` (``make csl-every-style``). Each style prints a bibliography of
the items and a document of clusters, as text. A fault is what is raised, and what is printed empty
without being named: a cluster is what the style prints or ``NO_PRINTED_FORM``, an item has an entry
or is ``omitted``. ``--part 2/4`` takes the second quarter of the styles.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from archive.cite.csl import Cluster, Processor, Style, writers
from cite.csl import ours
from cite.csl.agreement import document, sample
from cite.csl.goldens.items import ITEMS

FOLDER = Path(__file__).with_name("items")


def items() -> list[Mapping[str, Any]]:
    """The items of the goldens, of the news and of the scholarly ones; each id once."""
    found: dict[str, Mapping[str, Any]] = dict(ITEMS)
    for file in sorted(FOLDER.glob("*.json")):
        found |= {item["id"]: item for item in json.loads(file.read_text("utf-8"))}
    return list(found.values())


def faults(path: Path, given: Sequence[Mapping[str, Any]]) -> list[str]:
    """What is wrong with what a style prints for the items; empty if nothing is."""
    try:
        return list(_faults(Style(path), given))
    except Exception as error:  # the report goes on with the next style
        last = traceback.extract_tb(error.__traceback__)[-1]
        return [f"raises {error!r:.200} at {Path(last.filename).name}:{last.lineno}"]


def _faults(style: Style, given: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    write = writers.load("text").write
    processor = Processor(style, given)
    clusters = _clusters([str(item["id"]) for item in given])
    for cluster in clusters:
        processor.append(cluster)
    citations = processor.citations()
    if len(citations) != len(clusters):
        yield f"{len(clusters)} clusters, {len(citations)} citations"
    for cluster, tree in zip(clusters, citations, strict=False):
        if not write(tree).strip() and not any(cite.suppress_author for cite in cluster.cites):
            yield f"nothing printed for the cluster {[cite.id for cite in cluster.cites]}"
    if style.bibliography is None:
        return
    bibliography = processor.bibliography()
    for entry in bibliography.entries:
        if not write(entry.tree).strip():
            yield f"an empty entry: {entry.id}"
    there = [*(entry.id for entry in bibliography.entries), *bibliography.omitted]
    if sorted(there) != sorted(processor.items):
        yield f"not listed, or twice: {sorted(set(processor.items) ^ set(there))}"


def _clusters(ids: Sequence[str]) -> list[Cluster]:
    """As for the agreement; and each item cited once at least."""
    made = [ours._cluster(each["cites"], each["note"]) for each in document(ids)]
    cited = {cite.id for cluster in made for cite in cluster.cites}
    rest = [{"id": id_} for id_ in ids if id_ not in cited]
    return [*made, *(ours._cluster([cite], len(made) + n) for n, cite in enumerate(rest, 1))]


def main(arguments: Sequence[str]) -> int:
    options = argparse.ArgumentParser(prog="make csl-every-style")
    options.add_argument("--styles", type=int, default=0, help="a sample of so many; 0: all")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--part", default="1/1", help="'2/4': the second quarter of them")
    chosen = options.parse_args(arguments)
    number, parts = map(int, chosen.part.split("/"))
    paths = sample(chosen.styles, chosen.seed)[number - 1 :: parts]
    given, start, broken = items(), time.perf_counter(), 0
    for path in paths:
        found = faults(path, given)
        broken += bool(found)
        for fault in found:
            print(f"{path.stem}: {fault}", flush=True)
    took = time.perf_counter() - start
    print(f"{len(paths)} styles, {len(given)} items each, {broken} with faults, {took:.0f} s")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
