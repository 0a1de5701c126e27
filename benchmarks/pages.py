"""Saved pages: how fast ``archive inspect`` reads them, and how well, beside trafilatura.

``python benchmarks/pages.py [FOLDER]``: each ``NAME.html`` of the folder (the test pages) as it is,
and again with 100 kB of scripts and styles as sites have them; ``NAME.txt`` is its article, made by
hand. Speed is that of the whole of ``inspect``, against ``extract(..., output_format="xmltei",
with_metadata=True)`` in the same run; quality is F1 over the words of the article, against the
plain text of trafilatura (its title added, which it keeps apart).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean
from time import process_time

from trafilatura import extract, extract_metadata

from archive.pipeline.sources import Source, inspect
from archive.read import document

ROOT = Path(__file__).parents[1]
_SCRIPT = b"<script>var a = 1 < 2;" + b'push({"page": "article", "by": "tracker"});\n' * 2200
_SCRIPT += b"</script><style>" + b".nav li { display: inline }\n" * 200 + b"</style>"
_WORD = re.compile(r"\w+")


def f1(found: str, expected: str) -> float:
    """Over the words, each as often as it stands there."""
    ours, theirs = Counter(_WORD.findall(found)), Counter(_WORD.findall(expected))
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def article(data: bytes) -> str:
    """What is printed of the page."""
    found = document(data, "page.html")
    return "\n".join(found.text[slice(*part.bounds)] for part in found.parts)


def peer(data: bytes) -> str:
    """The same by trafilatura."""
    text = extract(data, include_comments=False) or ""
    title = extract_metadata(data).title or ""
    return text if text.startswith(title) else f"{title}\n{text}"


def tei(data: bytes) -> object:
    """What the speed of ``inspect`` is compared with."""
    return extract(data, output_format="xmltei", with_metadata=True)


def taken(data: bytes) -> object:
    """The whole way from bytes to articles."""
    return inspect(Source("page.html", data, "benchmark"))


def heavy(data: bytes) -> bytes:
    """The page with scripts."""
    return re.sub(rb"(?i)</title>", lambda tag: tag[0] + _SCRIPT, data, count=1)


def rate(work: Callable[[bytes], object], pages: list[bytes]) -> float:
    """Pages a second of the CPU, the best of three rounds."""
    rounds = []
    for _ in range(3):
        begin = process_time()
        for page in pages:
            work(page)
        rounds.append(process_time() - begin)
    return len(pages) / min(rounds)


def main(folder: Path) -> None:
    paths = sorted(folder.glob("*.html"))
    pages = [path.read_bytes() for path in paths]
    truth = [path.with_suffix(".txt").read_text("utf-8") for path in paths]
    for name, read in (("archive", article), ("trafilatura", peer)):
        scores = [f1(read(page), text) for page, text in zip(pages, truth, strict=True)]
        print(f"{name:<12} F1 {mean(scores):.3f}, lowest {min(scores):.3f}, {len(pages)} pages")
    for kind, copies in (("as they are", pages), ("with scripts", [heavy(p) for p in pages])):
        ours, theirs = rate(taken, copies), rate(tei, copies)
        print(f"{kind:<12} {ours:,.0f} and {theirs:,.0f} pages a second: {ours / theirs:.1f} times")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests/read/pages")
