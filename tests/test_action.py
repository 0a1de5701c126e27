"""The GitHub Action: its own steps, run by bash in an archive, with what GitHub would give them.

Not run here: the steps of others (``uses``), and the installation, which needs a package index.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from archive.cli._main import run
from commandline import DATA, ID

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "run" in step}
RECORD = f"wire/records/2008/{ID}/record.xml"


@dataclass(frozen=True)
class Done:
    code: int
    log: str
    outputs: dict[str, str]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with an archive of one record in a folder of it."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("ARCHIVE_ROOT", raising=False)
    Path("well.txt").write_bytes(DATA)
    assert run(["init", "wire"]) == 0
    assert run(["ingest", "well.txt", "--root", "wire"]) == 0
    return folder


def validate(workspace: Path, **inputs: str) -> Done:
    """Run the step that validates, as the runner does."""
    temporary = workspace.parent / "temporary"
    installed = temporary / "archive" / "bin"
    installed.mkdir(parents=True)
    for name in ("python", "archive"):
        (installed / name).symlink_to(Path(sys.executable).with_name(name))
    outputs = temporary / "outputs"
    outputs.touch()
    step = STEPS["validate"]
    defaults = {name: each["default"] for name, each in ACTION["inputs"].items()}
    environment = {
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": ":".join(filter(None, sys.path)),
        "RUNNER_TEMP": str(temporary),
        "GITHUB_OUTPUT": str(outputs),
        **{name: evaluated(value, defaults | inputs) for name, value in step["env"].items()},
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(
        command, cwd=workspace, env=environment, capture_output=True, text=True, check=False
    )
    lines = outputs.read_text(encoding="utf-8").splitlines()
    named = dict(line.split("=", 1) for line in lines)
    return Done(done.returncode, done.stdout + done.stderr, named)


def evaluated(value: str, inputs: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ inputs\.([a-z]+) \}\}", lambda found: inputs[found[1]], value)


def test_no_input_is_part_of_a_script() -> None:
    for step in STEPS.values():
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]


def test_every_output_is_of_a_step() -> None:
    for name, output in ACTION["outputs"].items():
        assert output["value"] == f"${{{{ steps.validate.outputs.{name} }}}}"


def test_sound(workspace: Path) -> None:
    done = validate(workspace, root="wire")
    assert done.code == 0, done.log
    assert done.outputs == {"exit-code": "0", "errors": "0", "warnings": "0"}
    assert done.log.startswith("1 record, 0 errors, 0 warnings")
    assert (workspace / "wire/build/.validated.json").exists()


def broken(workspace: Path) -> None:
    path = workspace / RECORD
    path.write_bytes(path.read_bytes().replace(b' n="2"', b' n="7"'))


def test_broken(workspace: Path) -> None:
    broken(workspace)
    done = validate(workspace, root="wire", sarif="found.sarif", args="\n--select  S \n --strict\n")
    assert done.code == 1
    assert done.outputs == {"exit-code": "1", "errors": "1", "warnings": "0"}
    assert f"::error file={RECORD},line=" in done.log
    assert "F002" not in done.log
    found: Any = yaml.safe_load((workspace / "found.sarif").read_text(encoding="utf-8"))
    (result,) = found["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == RECORD


HOSTILE = {
    "a command": "; touch taken",
    "a command in the place of its output": "$(touch taken) `touch taken`",
    "the end of a string": '" ; touch taken ; "',
    "a file for the output": "> taken",
    "a pattern of file names": "*",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("name", ["args", "root"])
def test_inputs_are_not_run(workspace: Path, name: str, text: str) -> None:
    done = validate(workspace, **({"root": "wire"} | {name: text}))
    assert done.code == 2
    assert done.outputs == {"exit-code": "2"}
    assert not list(workspace.rglob("taken"))
