"""Archives of any number of records, made of articles that nobody wrote: alike for the same seed.

    .venv/bin/python benchmarks/archives.py FOLDER NUMBER

Each article is about as long as the first one of this archive (6 kB, 19 paragraphs), with a title,
an author note, dates, an abbreviation, a distribution statement and a permission, so that its
record has what records have.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from unittest.mock import patch

from archive.pipeline.accession import intake
from archive.pipeline.archives import open_archive
from archive.pipeline.sources import Source
from archive.store.start import start

GIVEN = ("Ann", "Bo", "Clara", "David", "Ella", "Frank", "Greta", "Hugo", "Ines", "Jonas", "Karin")
SURNAMES = ("Lee", "Ek", "Abbas", "Brandt", "Castro", "Dahl", "Eriksen", "Farouk", "Gomez", "Khan")
OUTLETS = ("The Daily Herald", "The Evening Post", "The Coast Tribune", "The Lake Review")
WORDS = tuple(  # the frequent ones several times
    "water well village council harvest road school bridge teacher ferry market season winter "
    "summer river valley mountain border talks peace trade reform court union strike factory port "
    "train night morning people children farmers doctors students workers women men neighbours "
    "families said built found opened closed began ended carried promised refused wanted needed "
    "learned lost old new small large quiet open early late common local public green dry heavy "
    "safe long short the the the the a a a of of of to to to in in in and and and for with from on "
    "at by that their which after before between under over because while until without".split()
)
RULE = "Copyright permission is granted for publication."


def article(random: Random) -> str:
    """One article in plain text."""
    day = date(1995, 1, 1) + timedelta(days=random.randrange(9000))
    name = f"{random.choice(GIVEN)} {random.choice(SURNAMES)}"
    printed = f"{day.day} {day:%B %Y}"
    earlier = day - timedelta(days=random.randrange(3, 40))
    paragraphs = [" ".join(_sentence(random) for _ in range(3)) for _ in range(18)]
    paragraphs[2] += f" It began on {earlier.day} {earlier:%B}."
    paragraphs[3] += " The United Nations (UN) saw it last year."
    return "\n\n".join(
        [
            " ".join(random.choices(WORDS, k=6)).capitalize(),
            *paragraphs,
            f"{name} is a teacher in Oslo. This article is distributed by the Common Ground News "
            "Service (CGNews).",
            f"Source: {random.choice(OUTLETS)}, {printed}.\n{RULE}",
        ]
    )


def _sentence(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=random.randint(12, 22))).capitalize() + "."


def make(folder: Path, number: int, seed: int = 1) -> None:
    """Make an archive of that many records. What makes writing last is left out."""
    random = Random(seed)
    start(folder, "Benchmark")
    archive = open_archive(Path.cwd(), folder)
    now = datetime(2026, 11, 24, tzinfo=UTC)
    with patch.object(os, "fsync"), intake(archive) as taking:
        for n in range(number):
            text = article(random).encode()
            taking.take(Source(f"{n}.txt", text, "ingested from a file"), now)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
