"""How long taking in one article takes inside the process, step by step and as a whole.

Run by ``make benchmark``. The baseline, in the same run on the same machine, is lxml parsing the
record made of the article and checking it with our grammar: the least that any TEI tool in Python
pays for one record.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from lxml import etree

from archive import read, tei
from archive.attribution.articles import articles
from archive.pipeline.accession import intake
from archive.pipeline.archives import open_archive
from archive.pipeline.records import load_all
from archive.pipeline.sources import load_sources
from archive.resources import schemas_folder
from archive.store.start import start

ROOT = Path(__file__).parents[1]
ROUNDS = 200


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of one round."""
    times = []
    for _ in range(rounds):
        begin = perf_counter()
        work()
        times.append(perf_counter() - begin)
    return median(times) * 1000


def main(path: Path) -> None:
    (source,) = load_sources(path)
    document = read.document(source.data, source.filename)
    with TemporaryDirectory() as folder:
        start(Path(folder) / "archive", "Benchmark")
        archive = open_archive(Path.cwd(), Path(folder) / "archive")
        now = datetime.now(UTC)
        begin = perf_counter()
        with intake(archive) as taking:
            taking.take(source, now)
        first = (perf_counter() - begin) * 1000
        (record,) = load_all(archive)
    grammar = etree.RelaxNG(etree.parse(str(schemas_folder() / "archive.rng")))
    xml = tei.write(record)
    rows = {
        "read: bytes to text": milliseconds(lambda: read.document(source.data, source.filename)),
        "attribution: text to facts": milliseconds(lambda: articles(document)),
        "tei: record to bytes": milliseconds(lambda: tei.write(record)),
        "tei: bytes to record": milliseconds(lambda: tei.read(xml)),
    }
    baseline = milliseconds(lambda: grammar.validate(etree.fromstring(xml)))
    whole = sum(list(rows.values())[:3])
    print(f"{path.name}: {len(source.data):,} bytes, median of {ROUNDS} rounds, milliseconds")
    for name, value in rows.items():
        print(f"  {name:<40}{value:>8.2f}")
    print(f"  {'baseline: lxml parses and checks the record':<44}{baseline:>4.2f}")
    print(f"  {'read, attribution and tei over the baseline':<44}{whole / baseline:>4.1f} times")
    print(f"  {'the first ingest of the process, stored':<40}{first:>8.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else next(ROOT.glob("records/*/*/source/0001.txt")))
