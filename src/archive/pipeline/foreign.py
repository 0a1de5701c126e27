"""Records, and our own grammars, judged by a grammar that is not ours: that of TEI, say."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from archive.errors import InputError
from archive.validate.findings import Finding
from archive.validate.grammar.foreign import NO_GRAMMAR
from archive.validate.rule import Rule
from archive.validate.rules.grammar import FOREIGN, WIDER

_SECONDS = 120.0
_SHOWN = 200  # characters of what libxml2 says


class BadGrammar(InputError):
    """A grammar from outside cannot be used: which, and why."""

    code = "E311"

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"{path}: not a grammar that can be used: {what}",
            hint="give a RELAX NG grammar in XML and in one file, as tei_all.rng of TEI P5",
        )


def against(
    grammar: Path, root: Path, records: Iterable[str], seconds: float = _SECONDS
) -> tuple[Finding, ...]:
    """What a grammar says of records, and of our grammars: G002 and G003.

    Args:
        grammar: RELAX NG in XML.
        root: the folder that the paths of records are from.
        records: the paths of their record.xml.
        seconds: how long the grammar may take, with all records.

    Raises:
        BadGrammar: it is not there, is none, or takes too much time or memory.
    """
    if not grammar.is_file():
        raise BadGrammar(grammar, "there is no such file")
    paths = {str((root / path).resolve()): path for path in records}
    said = _judged(grammar, list(paths), seconds)
    return (
        *(_finding(FOREIGN, paths[path], *rest) for path, *rest in said["refused"]),
        *(_finding(WIDER, *found) for found in said["wider"]),
    )


def _judged(grammar: Path, records: list[str], seconds: float) -> dict[str, list[Any]]:
    command = [sys.executable, "-P", "-m", "archive.validate.grammar.foreign"]
    try:
        done = subprocess.run(
            [*command, str(grammar.resolve())],
            input=json.dumps(records),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise BadGrammar(grammar, f"it takes more than {seconds:g} seconds") from None
    if done.returncode == NO_GRAMMAR:
        raise BadGrammar(grammar, done.stderr[:_SHOWN])
    if done.returncode:
        raise BadGrammar(grammar, "it takes too much memory, or stops the validator")
    found: dict[str, list[Any]] = json.loads(done.stdout)
    return found


def _finding(rule: Rule, path: str, line: int, message: str) -> Finding:
    return Finding(rule.code, rule.severity, path, line, 1, message[:_SHOWN], rule.remedy)
