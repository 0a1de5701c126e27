"""Every command shown in README, docs and tests/cli is run, and prints what is shown.

A fenced block marked ``console`` is a session: ``$ `` begins a command, ``> `` goes on with it, the
rest is what it prints (standard output and error together). ``[...]`` stands for anything, also for
several lines; ``[exit 3]`` alone on the last line is the exit code, 0 if it is not there. Lines
that begin with ``setting up:`` are what a fresh machine prints besides. All sessions of a file run
in one shell, in a copy of this checkout; ``make test`` is not run again, for it is what runs this.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COPIED = ["Makefile", "archive.toml", "pyproject.toml", "records", "schemas", "requirements"]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
DOCUMENTS += sorted([*ROOT.glob("docs/*.md"), *ROOT.glob("tests/cli/*.md")])
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
EXIT = re.compile(r"(?:^|\n)\[exit (\d+)\]$")
END = "\x1e"


@dataclass(frozen=True)
class Step:
    """A command, what it prints, and its exit code."""

    command: str
    output: str
    code: int


def steps(document: str) -> list[Step]:
    """The commands of all sessions in a document, in order."""
    found = []
    for block in BLOCK.findall(document):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            lines = part.rstrip("\n").split("\n")
            count = 1
            while count < len(lines) and lines[count].startswith(">"):
                count += 1
            command = "\n".join([lines[0], *(line[2:] for line in lines[1:count])])
            shown = [line for line in lines[count:] if not line.startswith("setting up:")]
            output = "\n".join(shown).rstrip()
            code = EXIT.search(output)
            found.append(Step(command, EXIT.sub("", output), int(code[1]) if code else 0))
    return found


def pattern(output: str) -> re.Pattern[str]:
    """What matches the shown output."""
    pieces = (re.escape(piece) for piece in output.split("[...]"))
    return re.compile(".*".join(pieces), re.DOTALL)


def run(commands: list[str], folder: Path) -> list[tuple[str, int]]:
    """Run commands one after the other in one shell: what each printed, and its exit code."""
    script = "".join(
        f'{{ {command}\n}} 2>&1 </dev/null\necho "{END}$?{END}"\n' for command in commands
    )
    environment = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": str(folder.parent),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
    }
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    parts = done.stdout.split(END)[:-1]
    return [(parts[i].strip("\n"), int(parts[i + 1])) for i in range(0, len(parts), 2)]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what a session needs of this checkout, with its environment."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, folder / name)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    (folder / ".tools").symlink_to(ROOT / ".tools")
    return folder


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_sessions(path: Path, checkout: Path) -> None:
    found = steps(path.read_text(encoding="utf-8"))
    expected = [step for step in found if step.command != "make test"]
    printed = run([step.command for step in expected], checkout)
    for step, (output, code) in zip(expected, printed, strict=True):
        shown = f"$ {step.command}\n{output}"
        assert pattern(step.output).fullmatch(output), (
            f"{shown}\n--- but shown is ---\n{step.output}"
        )
        assert code == step.code, f"{shown}\nexits with {code}"


CASES = {
    "a plain command": ("$ ls\na\nb\n", [Step("ls", "a\nb", 0)]),
    "a command over two lines": (
        "$ cat <<END\n> x\n> END\nx\n",
        [Step("cat <<END\nx\nEND", "x", 0)],
    ),
    "an exit code": ("$ false\n[exit 1]\n", [Step("false", "", 1)]),
    "two commands": ("$ a\n$ b\n1\n", [Step("a", "", 0), Step("b", "1", 0)]),
}


@pytest.mark.parametrize(("block", "expected"), CASES.values(), ids=CASES.keys())
def test_steps(block: str, expected: list[Step]) -> None:
    assert steps(f"Text.\n\n```console\n{block}```\n\n```text\n$ not run\n```\n") == expected


def test_a_wrong_output_does_not_match() -> None:
    assert pattern("a [...] c").fullmatch("a b c")
    assert not pattern("a [...] c").fullmatch("a b d")
