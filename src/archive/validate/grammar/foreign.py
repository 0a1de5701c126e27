"""A grammar that is not ours judges our grammars and records: a program, to be run with limits.

Some grammars stop libxml2 for minutes, or take all memory. ``pipeline/foreign.py`` runs it::

    python -m archive.validate.grammar.foreign GRAMMAR.rng < paths-of-records.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from lxml import etree

from archive.errors import IllFormed
from archive.resources import schemas_folder
from archive.validate.grammar.inclusion import failures
from archive.validate.grammar.schema import Grammar
from archive.wellformed import MAX_BYTES, parse

NO_GRAMMAR = 65
_MEMORY = 2 * 2**30  # bytes; tei_all takes 120 MB

Found = tuple[str, int, str]  # path of a file, line, message


def wider(grammar: bytes) -> Iterator[Found]:
    """Where our grammars accept what that grammar refuses, as far as can be proved."""
    theirs = Grammar(grammar)
    for name in ("archive", "agent"):
        ours = (schemas_folder() / f"{name}.rng").read_bytes()
        for failure in failures(ours, theirs):
            yield f"schemas/{name}.rng", failure.line, failure.message


def refused(judge: etree.RelaxNG, paths: Iterable[str]) -> Iterator[Found]:
    """The records that a grammar refuses, with what libxml2 says of the deepest place."""
    for path in paths:
        with suppress(OSError, IllFormed):  # other rules say so
            tree = parse(_content(Path(path)))
            if not judge.validate(tree):
                last = max(judge.error_log, key=lambda entry: str(entry.path).count("/"))
                yield path, max(last.line, 1), str(last.message)


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES)


def _limit() -> None:
    """Bound the memory, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # not everywhere

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> None:
    """Read the paths of records, write what was found."""
    _limit()
    path = Path(sys.argv[1])
    try:
        judge = etree.RelaxNG(etree.parse(path))
        proof = list(wider(path.read_bytes()))
    except (etree.LxmlError, ValueError, RecursionError) as error:
        sys.stderr.write(str(error).partition("\n")[0])
        sys.exit(NO_GRAMMAR)
    found = {"wider": proof, "refused": list(refused(judge, json.load(sys.stdin)))}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
