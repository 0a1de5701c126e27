"""Our citations beside those of citeproc-js: the same items in a sample of the installed styles.

``python -m cite.csl.agreement`` (``make csl-agreement``). Each style prints a bibliography of the
items and a document of clusters: first cites, repeated ones, with and without places in the item,
with prefixes and suffixes, several at once. Text output, white space normalised.
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
from cite.csl.comparison import Comparison, Difference, compare
from cite.csl.peer import Peer, styles

ITEMS = Path(__file__).with_name("items")


def sample(number: int, seed: int) -> list[Path]:
    """So many of the independent styles, the same for the same seed; all for 0."""
    every = sorted(styles().glob("*.csl"))
    return sorted(random.Random(seed).sample(every, min(number, len(every)))) if number else every


def document(ids: Sequence[str]) -> list[dict[str, Any]]:
    """Clusters over all items in their order, some of which are cited again soon after."""

    def place(*cites: dict[str, Any]) -> None:
        clusters.append({"cites": list(cites), "note": len(clusters) + 1})

    clusters: list[dict[str, Any]] = []
    for at in range(0, len(ids) - 4, 5):
        one, two, three, four, five = ({"id": id} for id in ids[at : at + 5])
        place({**one, "locator": "12", "label": "page"})
        place({**one, "locator": "12", "label": "page"})
        place({**one, "locator": "14-15", "label": "page"})
        place(one)
        place(two, {**three, "prefix": "see also", "suffix": "with a map"}, four)
        place({**five, "locator": "2", "label": "chapter"}, {**one, "locator": "3"})
        place(five)
        place({**two, "suppress-author": True})
    place(*({"id": id} for id in reversed(ids[:12])))
    place(*({"id": id} for id in ids[12:40]))
    return clusters


def jobs(paths: Sequence[Path], items: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    ids = [item["id"] for item in items]
    for path in paths:
        yield {
            "style": path.read_text("utf-8"),
            "items": items,
            "document": document(ids),
            "registered": [ids],
            "bibliography": True,
        }


def _compared(
    paths: Sequence[Path], items: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[Path, Comparison]]:
    by_id = {str(item["id"]): item for item in items}
    with Peer(keep=True) as peer:
        for path, job in zip(paths, jobs(paths, items), strict=True):
            yield path, compare(path.stem, ours.ask(job), peer.ask(job), by_id)


def report(found: Sequence[Comparison], examples: int = 1) -> str:
    """How many texts are the same, and the differences by kind, the commonest first."""
    lines = []
    for what, total, differing in (
        ("entries", sum(c.entries for c in found), _differing(found, citations=False)),
        ("citations", sum(c.citations for c in found), _differing(found, citations=True)),
    ):
        equal = total - differing
        lines.append(f"{what:10} {equal:6} of {total:6} the same, {equal / max(1, total):.2%}")
    whole = sum(not c.differences for c in found)
    lines += [f"{'styles':10} {whole:6} of {len(found):6} without any difference", ""]
    by_kind = grouped([d for c in found for d in c.differences])
    for kind, differences in sorted(by_kind.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        lines.append(
            f"{len(differences):5}  {kind}  (styles: {len({d.style for d in differences})})"
        )
        for d in differences[:: max(1, len(differences) // examples)][:examples]:
            lines += [f"         {d.style}, {d.place}", f"           ours   {d.ours}"]
            lines.append(f"           theirs {d.theirs}")
    return "\n".join(lines)


def _differing(found: Sequence[Comparison], *, citations: bool) -> int:
    return sum(
        1
        for c in found
        for d in c.differences
        if d.place != "order" and d.place.startswith("cluster") == citations
    )


def grouped(differences: Sequence[Difference]) -> dict[str, list[Difference]]:
    """The differences by kind; one of several kinds stands under each of them."""
    kinds: dict[str, list[Difference]] = {}
    for difference in differences:
        for kind in difference.kinds:
            kinds.setdefault(kind, []).append(difference)
    return kinds


def main(arguments: Sequence[str]) -> int:
    options = argparse.ArgumentParser(prog="make csl-agreement")
    options.add_argument("--styles", type=int, default=300, help="how many; 0 for all")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--style", action="append", help="name of a style or a file; repeatable")
    options.add_argument("--items", type=Path, action="append", help="CSL-JSON; repeatable")
    options.add_argument("--examples", type=int, default=1, help="so many of each kind")
    options.add_argument("--json", action="store_true", help="one object a difference")
    chosen = options.parse_args(arguments)
    paths = [_path(name) for name in chosen.style or ()] or sample(chosen.styles, chosen.seed)
    files = chosen.items or sorted(ITEMS.glob("*.json"))
    items = [item for file in files for item in json.loads(file.read_text("utf-8"))]
    found = []
    for number, (path, comparison) in enumerate(_compared(paths, items), start=1):
        found.append(comparison)
        if sys.stderr.isatty():
            print(f"\r{number} of {len(paths)} {path.stem[:50]:50}", end="", file=sys.stderr)
    if chosen.json:
        print(json.dumps([asdict(d) for c in found for d in c.differences], ensure_ascii=False))
    else:
        print(report(found, chosen.examples))
    return 0


def _path(name: str) -> Path:
    path = Path(name)
    return path if path.suffix == ".csl" else styles() / f"{name}.csl"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
