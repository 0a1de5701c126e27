"""Citations and bibliographies: ours beside citeproc-js and Typst's hayagriva.

    PYTHONPATH=tests .venv/bin/python benchmarks/citations.py [--peers NAMES] [NUMBER ...]

1,000 and 10,000 items unless NUMBER says otherwise: articles, books, chapters and news of thirty
years by one to three of 740 people (37 surnames, 20 given names), so that there is much to tell
apart. In APA, Chicago author-date and IEEE each is cited once and all stand in the bibliography. A
run is a process of its own, which reads items and style from files: wall time, CPU time, largest
memory. Speed does not count unless the texts are right: how many entries and citations are, letter
for letter but for white space, those of citeproc-js. citeproc-js comes by ``make csl-peer``; Typst
(PyPI ``typst``) is looked for in the environment whose Python ``TYPST_PYTHON`` names; its texts are
not compared: it typesets them.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from cite.csl import ours
from cite.csl.comparison import normal
from cite.csl.peer import CITEPROC, locales, styles

ROOT = Path(__file__).parents[1]
STYLES = ("apa", "chicago-author-date", "ieee")
RECORD = "2008-06-13-samdani-preparing-for-peace-in-pakistan"

SURNAMES = (
    "Adams Baker Chen Davis Evans Fischer García Huang Ivanov Johnson Kim Lee Müller Nguyen Patel "
    "O'Brien Quinn Rossi Smith Tanaka Umar Vogel Wang Xu Young Zhang Brown Clark Dubois Ferrari "
    "Green Hill Jones King Lopez Martin Novak"
).split()
GIVEN = (
    "Alice Bob Carol David Emma Frank Grace Henry Irene John Karen Louis Maria Nina Oscar Paula "
    "Robert Sarah Thomas Victor"
).split()
WORDS = (
    "peace border water market harvest letter archive river council treaty signal garden winter "
    "engine paper valley method theory history language memory justice climate network"
).split()
TYPES = ("article-journal", "book", "chapter", "article-newspaper")


def items(number: int) -> list[dict[str, Any]]:
    """So many items, always the same ones."""
    draw = random.Random(number)
    return [_item(draw, place) for place in range(number)]


def _item(draw: random.Random, place: int) -> dict[str, Any]:
    kind = draw.choice(TYPES)
    title = " ".join(draw.choices(WORDS, k=draw.randint(3, 7)))
    container = " ".join(draw.choices(WORDS, k=2)).title()
    first = draw.randint(1, 800)
    item: dict[str, Any] = {
        "id": f"item{place}",
        "type": kind,
        "title": title.capitalize(),
        "author": [_person(draw) for _ in range(draw.randint(1, 3))],
        "issued": {"date-parts": [[draw.randint(1990, 2019)]]},
    }
    if kind == "article-newspaper":
        item["issued"]["date-parts"][0] += [draw.randint(1, 12), draw.randint(1, 28)]
        return {
            **item,
            "container-title": f"The {container}",
            "URL": f"https://example.org/{place}",
        }
    pages = f"{first}-{first + draw.randint(2, 30)}"
    if kind == "article-journal":
        volume, issue = str(draw.randint(1, 90)), str(draw.randint(1, 12))
        journal = {"container-title": f"Journal of {container}", "volume": volume, "issue": issue}
        return {**item, **journal, "page": pages, "DOI": f"10.1000/x{place}"}
    book = {"publisher": f"{draw.choice(SURNAMES)} Press", "publisher-place": "London"}
    if kind == "book":
        return {**item, **book}
    return {**item, **book, "container-title": container, "page": pages, "editor": [_person(draw)]}


def _person(draw: random.Random) -> dict[str, str]:
    return {"family": draw.choice(SURNAMES), "given": draw.choice(GIVEN)}


# -- the runs ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Run:
    """What one process took: seconds, seconds of CPU, MiB at its largest."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[object], source: Path | None = None, target: Path | None = None) -> Run:
    """Run a command in a process of its own, its streams from and to files."""
    begin = perf_counter()
    child = os.fork()
    if not child:
        os.dup2(os.open(source or os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(target or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.execvp(str(command[0]), list(map(str, command)))
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{command[0]} failed")
    return Run(perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def job(style: str, found: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What ``peer.cjs`` is asked."""
    return {
        "style": (styles() / f"{style}.csl").read_text("utf-8"),
        "items": found,
        "clusters": [[{"id": item["id"]}] for item in found],
        "bibliography": True,
    }


def run_ours(folder: Path, style: str) -> Run:
    script = [sys.executable, __file__, "--work", styles() / f"{style}.csl"]
    return run([*script, folder / "items.json"], target=folder / "ours.json")


def run_citeproc_js(folder: Path, style: str) -> Run:
    found = json.loads((folder / "items.json").read_text("utf-8"))
    (folder / "job.json").write_text(json.dumps(job(style, found)) + "\n", "utf-8")
    script = ["node", ROOT / "tests" / "cite" / "csl" / "peer.cjs", CITEPROC, locales()]
    return run(script, folder / "job.json", folder / "citeproc-js.json")


def run_hayagriva(folder: Path, style: str) -> Run:
    found = json.loads((folder / "items.json").read_text("utf-8"))
    (folder / "items.yml").write_text(json.dumps({i["id"]: _hayagriva(i) for i in found}), "utf-8")
    cites = "\n\n".join(f"@{item['id']}" for item in found)
    (folder / "main.typ").write_text(
        f'{cites}\n\n#bibliography("items.yml", style: "{style}")\n', "utf-8"
    )
    script = f"import typst; typst.query({str(folder / 'main.typ')!r}, 'heading')"
    return run([os.environ["TYPST_PYTHON"], "-c", script])


def _hayagriva(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item as hayagriva wants it (its YAML includes JSON)."""
    kinds = {"article-journal": "article", "article-newspaper": "article", "book": "book"}
    parents = {"article-journal": "periodical", "article-newspaper": "newspaper", "chapter": "book"}
    found = {
        "type": kinds.get(item["type"], "chapter"),
        "title": item["title"],
        "author": [f"{name['family']}, {name['given']}" for name in item["author"]],
        "date": "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]),
    }
    names = {"page": "page-range", "URL": "url", "publisher": "publisher"}
    found |= {new: item[old] for old, new in names.items() if old in item}
    if item["type"] in parents:
        parent = {"type": parents[item["type"]], "title": item["container-title"]}
        parent |= {name: item[name] for name in ("volume", "issue") if name in item}
        found["parent"] = parent
    return found


PEERS: dict[str, Callable[[Path, str], Run]] = {
    "ours": run_ours,
    "citeproc-js": run_citeproc_js,
    "hayagriva": run_hayagriva,
}


def work(style: Path, source: Path) -> None:
    """The part of our run that is in a process of its own: the answer to the job, as JSON."""
    json.dump(ours.cited(style, json.loads(source.read_text("utf-8"))), sys.stdout)


# -- the table ---------------------------------------------------------------------------------


def equal(folder: Path, name: str) -> tuple[int, int]:
    """How many entries and citations are those of citeproc-js, and how many there are."""
    mine, theirs = (_texts(folder / f"{engine}.json") for engine in (name, "citeproc-js"))
    return sum(mine.get(place) == text for place, text in theirs.items()), len(theirs)


def _texts(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    answer = json.loads(path.read_text("utf-8"))
    clusters = {f"cluster {n}": normal(text) for n, text in enumerate(answer["clusters"])}
    return clusters | {id: normal(text) for id, text in answer["bibliography"]}


def benchmark(style: str, number: int, peers: Sequence[str]) -> dict[str, Run]:
    """One style, one number of items; prints a line a peer."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "items.json").write_text(json.dumps(items(number)), "utf-8")
        runs = {peer: PEERS[peer](folder, style) for peer in peers}
        base = runs.get("citeproc-js")
        for peer, took in runs.items():
            ratio = f"{base.cpu / took.cpu:8.1f}" if base else ""
            row = (
                f"{style:20}{number:>7}  {peer:12}{took.wall:8.2f}{took.cpu:8.2f}{took.memory:8.0f}"
            )
            same = ""
            if base and peer == "ours":
                right, total = equal(folder, peer)
                same = f"  {right} of {total}"
            print(f"{row}{ratio}{same}", flush=True)
        return runs


def one_record() -> float:
    """Seconds of CPU for citing one record of the archive, the best of five."""
    os.chdir(ROOT)
    command = [sys.executable, "-m", "archive", "cite", RECORD]
    return min(run(command).cpu for _ in range(5))


def main(arguments: Sequence[str]) -> None:
    options = argparse.ArgumentParser()
    options.add_argument("numbers", nargs="*", type=int)
    options.add_argument("--styles", default=",".join(STYLES))
    options.add_argument("--peers", help="some of " + ",".join(PEERS))
    chosen = options.parse_args(arguments)
    peers = (chosen.peers or "ours,citeproc-js").split(",")
    if not chosen.peers and "TYPST_PYTHON" in os.environ:
        peers.append("hayagriva")
    numbers = chosen.numbers or [1000, 10000]
    print(
        f"{'style':20}{'items':>7}  {'engine':12}{'wall s':>8}{'CPU s':>8}{'MiB':>8}{'faster':>8}"
    )
    for style in chosen.styles.split(","):
        runs = {number: benchmark(style, number, peers) for number in numbers}
        if len(numbers) > 1:
            few, many = min(numbers), max(numbers)
            for peer in peers:
                each = (runs[many][peer].cpu / many) / (runs[few][peer].cpu / few)
                print(f"{style:20}{'':7}  {peer:12} an item: {each:.2f} times the cost at {few}")
    print(f"one record, archive cite: {one_record() * 1000:.0f} ms of CPU")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(sys.argv[1:])
