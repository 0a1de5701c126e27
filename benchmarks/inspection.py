"""How many plain-text articles a second ``archive inspect`` reads, in one process on one core.

``python benchmarks/inspection.py [FILE...]``: the files over and over, each with another title,
until there are 1,000; without files, the sources of the records of this archive. The baseline in
the same run decodes each text, hashes it and counts its words.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from archive.pipeline.sources import Source, inspect

ROOT = Path(__file__).parents[1]
ARTICLES = 1000
_WORD = re.compile(r"\w+")


def sources(paths: list[Path]) -> list[Source]:
    """1,000 different copies."""
    read = [path.read_bytes() for path in paths]
    numbered = enumerate(islice(cycle(read), ARTICLES))
    return [Source(f"{n}.txt", _retitled(data, n), "benchmark") for n, data in numbered]


def _retitled(data: bytes, number: int) -> bytes:
    title, line_end, rest = data.partition(b"\n")
    return title.rstrip(b"\r") + f" no {number}".encode() + line_end + rest


def baseline(source: Source) -> object:
    text = source.data.decode("utf-8", "replace")
    return hashlib.sha256(source.data).hexdigest(), Counter(_WORD.findall(text.lower()))


def seconds(work: Callable[[Source], object], copies: list[Source]) -> float:
    """Of the CPU, the best of three rounds."""
    rounds = []
    for _ in range(3):
        begin = process_time()
        for copy in copies:
            work(copy)
        rounds.append(process_time() - begin)
    return min(rounds)


def main(paths: list[Path]) -> None:
    copies = sources(paths)
    size = sum(len(copy.data) for copy in copies) / len(copies)
    found = sum(len(each.articles) for copy in copies for each in inspect(copy))
    took, floor = seconds(inspect, copies), seconds(baseline, copies)
    print(f"{len(copies):,} copies of {size:,.0f} bytes on average, {found:,} articles in them")
    print(f"  inspect                         {len(copies) / took:>8,.0f} a second")
    print(f"  decode, hash, count the words   {len(copies) / floor:>8,.0f} a second")
    print(f"  inspect over that               {took / floor:>8.1f} times")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(ROOT.glob("records/*/*/source/0001.txt")))
