"""Validation of whole archives: cold, warm, one record changed, and beside jing.

    .venv/bin/python benchmarks/validation.py [NUMBER...]

The archives are those of ``archives.py``, 1,000 and 10,000 records unless NUMBER says otherwise.
Each run is a process of its own, as a user's: wall time, the CPU time of it and of the processes
that it starts, and the largest of them in memory. jing (a Debian package) checks the same records
by the grammar alone, in one call; so does this program, with nothing kept from before.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from archive.resources import schemas_folder

VALIDATE = (sys.executable, "-m", "archive", "validate", "--quiet")


@dataclass(frozen=True)
class Run:
    """What one process took: seconds, seconds of CPU, MiB of its largest process."""

    wall: float
    cpu: float
    memory: float

    def row(self, name: str, records: int) -> str:
        each = f"{records / self.wall:>9,.0f}{records / self.cpu:>12,.0f}"
        return f"{name:<34}{self.wall:>8.2f}{self.cpu:>8.2f}{self.memory:>8.0f}{each}"


def run(command: Sequence[object], folder: Path) -> Run:
    """Run a command in a process that reports of itself and of its children."""
    begin = perf_counter()
    child = os.fork()
    if not child:
        os.chdir(folder)
        os.execvp(str(command[0]), list(map(str, command)))
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{command[0]} failed in {folder}")
    return Run(perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def benchmark(number: int) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "archive"
        # in a process of its own: what this one holds would count as memory of those it starts
        making = [
            sys.executable,
            str(Path(__file__).with_name("archives.py")),
            str(root),
            str(number),
        ]
        subprocess.run(making, check=True)
        paths = sorted(root.glob("records/*/*/record.xml"))
        rows = {
            "archive, cold": run(VALIDATE, root),
            "archive, nothing changed": run(VALIDATE, root),
        }
        change(paths[len(paths) // 2])
        rows["archive, one record changed"] = run(VALIDATE, root)
        print(f"\n{number:,} records{'':<24}wall s   CPU s     MiB    per s   per CPU s")
        for name, row in rows.items():
            print(row.row(name, number))
        jing(paths, root)


def change(record: Path) -> None:
    """Edit the project's description in a record and seal it: every rule still holds."""
    before = record.read_bytes()
    record.write_bytes(before.replace(b"can be traced to", b"leads back to", 1))
    seal = "sha256sum record.xml source/* > manifest-sha256.txt"
    subprocess.run(seal, shell=True, cwd=record.parent, check=True)


def jing(paths: Sequence[Path], root: Path) -> None:
    """Check one record, some, and all that there are, by the grammar, and by all rules."""
    if shutil.which("jing") is None:
        print("jing is not installed ('make tools' installs it)")
        return
    for some in (1, 100, len(paths)):
        with TemporaryDirectory() as elsewhere:  # in no archive: nothing is kept
            for path in paths[:some]:
                shutil.copytree(path.parent, Path(elsewhere, *path.parts[-3:-1]))
            files = sorted(Path(elsewhere).glob("*/*/record.xml"))
            runs = {
                "jing, grammar alone": ("jing", schemas_folder() / "archive.rng", *files),
                "archive, grammar alone": (*VALIDATE, "--select", "G", elsewhere),
                "archive, all rules": (*VALIDATE, elsewhere),
            }
            for name, command in runs.items():
                print(run(command, root).row(f"{name}, {some:,}", some))


if __name__ == "__main__":
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for number in [int(argument) for argument in sys.argv[1:]] or [1000, 10_000]:
        benchmark(number)
