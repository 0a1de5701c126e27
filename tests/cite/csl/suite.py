"""The CSL test suite: its cases run, and a table of how many pass.

``python -m cite.csl.suite [NAME ...]`` (``make csl-suite``); ``cases`` tells what a case is.
``--peer`` runs citeproc-js instead.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path
from typing import Any, NoReturn

from cite.csl import ours
from cite.csl.cases import FIXTURES, Case, cases, job, printed
from cite.csl.peer import Peer

PASSING = Path(__file__).with_name("passing.txt")
SECONDS = 10  # the slowest case takes some hundredth of a second

#: Answers a job, as ``peer.cjs`` describes both.
Engine = Callable[[Mapping[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Outcome:
    case: Case
    got: str
    error: str = ""

    @property
    def passes(self) -> bool:
        return not self.error and self.got == self.case.expected


def outcome(case: Case, engine: Engine) -> Outcome:
    """How a case went; an exception is a failure that names itself, and so is no end to it."""
    signal.signal(signal.SIGALRM, _too_slow)
    signal.alarm(SECONDS)
    try:
        return Outcome(case, printed(case, engine(job(case))).strip())
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return Outcome(case, "", f"{type(error).__name__}: {error} ({where})")
    finally:
        signal.alarm(0)


def _too_slow(*_: object) -> NoReturn:
    raise TimeoutError(f"not done in {SECONDS} s")


# -- all of them -------------------------------------------------------------------------------


def table(outcomes: Sequence[Outcome]) -> str:
    """Passed and all by category, then the names of those that fail."""
    every = Counter(o.case.category for o in outcomes)
    passed = Counter(o.case.category for o in outcomes if o.passes)
    width = max(map(len, every), default=0)
    lines = [f"{name:{width}} {passed[name]:4} / {every[name]:4}" for name in sorted(every)]
    lines.append(f"{'all':{width}} {passed.total():4} / {every.total():4}")
    failing = [o for o in outcomes if not o.passes]
    lines += ["", *(f"  {o.case.name}  {o.error}".rstrip() for o in failing)] if failing else []
    return "\n".join(lines)


def shown(result: Outcome) -> str:
    """A case that fails, with what was expected (-) and what came (+)."""
    if result.passes:
        return f"{result.case.name}: passes"
    lines = ndiff(result.case.expected.splitlines(), (result.error or result.got).splitlines())
    return "\n".join([f"{result.case.name}:", *(line.rstrip("\n") for line in lines), ""])


def listed(path: Path = PASSING) -> set[str]:
    """The names on the pass list; lines that begin with ``#`` are comments."""
    return {line for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"}


def _update(outcomes: Iterable[Outcome]) -> None:
    names = set(listed())
    for result in outcomes:
        names = names | {result.case.name} if result.passes else names - {result.case.name}
    PASSING.write_text("".join(f"{name}\n" for name in sorted(names)), "utf-8")


def surprises(outcomes: Iterable[Outcome], known: set[str]) -> list[str]:
    """Where the pass list is wrong, either way."""
    return [
        f"{o.case.name}: {'passes and is not' if o.passes else 'fails and is'} in passing.txt"
        for o in outcomes
        if o.passes != (o.case.name in known)
    ]


def _outcomes(found: Iterable[Case], *, peer: bool) -> list[Outcome]:
    if not peer:
        return [outcome(case, ours.ask) for case in found]
    with Peer() as running:
        return [outcome(case, running.ask) for case in found]


def main(arguments: Sequence[str]) -> int:
    """0 if all cases of another folder pass, or those here as the pass list has it; else 1."""
    options = argparse.ArgumentParser(prog="make csl-suite")
    options.add_argument("names", nargs="*", help="cases or categories; shows what is different")
    options.add_argument("--suite", type=Path, default=FIXTURES, help="folder of cases")
    options.add_argument("--json", action="store_true", help="one object a case")
    options.add_argument("-v", "--verbose", action="store_true", help="show what is different")
    options.add_argument("--update", action="store_true", help="bring passing.txt up to date")
    options.add_argument("--peer", action="store_true", help="what citeproc-js makes of them")
    chosen = options.parse_args(arguments)
    outcomes = _outcomes(cases(chosen.suite, chosen.names), peer=chosen.peer)
    if not outcomes:
        print(f"no cases in {chosen.suite}", file=sys.stderr)
        return 2
    if chosen.json:
        print(json.dumps([_record(o) for o in outcomes], ensure_ascii=False, indent=1))
    elif chosen.verbose or chosen.names:
        print("\n".join(shown(o) for o in outcomes if not o.passes or chosen.names))
    if not chosen.json:
        print(table(outcomes))
    if chosen.peer or chosen.suite.resolve() != FIXTURES.resolve():
        return 0 if all(o.passes for o in outcomes) else 1
    if chosen.update:
        _update(outcomes)
    wrong = surprises(outcomes, listed())
    print("\n".join(["", *wrong]) if wrong else "as passing.txt has it", file=sys.stderr)
    return 1 if wrong else 0


def _record(result: Outcome) -> dict[str, Any]:
    return {
        "name": result.case.name,
        "category": result.case.category,
        "passes": result.passes,
        "expected": result.case.expected,
        "got": result.got,
        "error": result.error,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
