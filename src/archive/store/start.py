"""What a new archive is made of."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from archive.errors import ForbiddenError
from archive.model.record import UNFIT
from archive.resources import schemas_folder
from archive.store import config, durable
from archive.store.durable import reporting

_CONFIG = """\
# What this archive is called, and how it wants things done.
title = {title}
publisher = {title}
# base-url = "https://archive.example.org"

# The licence of what the archive adds, the markup and the headers; not that of the articles.
[markup]
licence = "{licence}"
statement = "{statement}"

[cite]
styles = [
{styles}
]
# locale = "en-GB"

# [validate]
# ignore = ["E002"]
# baseline = "known.jsonl"
# [validate.per-path]
# "records/1890/**" = ["D006"]
"""

_RECORDS = """\
# The records

Each record is a folder, `<year>/<id>/`:

- `record.xml`: the article in TEI, the only file to edit;
- `source/`: the copy as it was received, which is never changed, and what is known of it;
- `manifest-sha256.txt`: `sha256sum -c manifest-sha256.txt`, inside the folder, checks every file.

`_agents/<id>.xml`, where there are any, are the people and organisations that records name: one a
file, written by people, in the form of `schemas/agent.rnc`.

`_withdrawn/<id>.json`, where there are any, are tombstones: what a record was called that is no
longer here, who withdrew it, when and why. `archive withdraw` writes them. The name is never given
to another record.
"""

_MAKEFILE = """\
# `make archive` rebuilds, validates and cites every record; `make validate` only checks them.
# Copies to take in lie in sources/: `make archive SOURCE=sources/rain.txt`. A record keeps its own.
# Both use the command `archive`; name another with ARCHIVE=path.
ARCHIVE ?= archive

.PHONY: archive validate

archive:
\t@$(ARCHIVE) make $(if $(SOURCE),"$(SOURCE)")

validate:
\t@$(ARCHIVE) validate
"""

_ATTRIBUTES = """\
# The digests are of exact bytes: git never changes a line end here, nor complains of one.
records/** -text
records/**/source/** -text -whitespace
sources/** -text -whitespace
schemas/** -text
"""

# what records name for editors, and the form in which people read the grammars
_NAMED = {".rnc", ".rng", ".sch"}

_IGNORE = """\
/build/
# a change that was cut off, which the next command settles
/records/.*.new/
"""

_WORKFLOW = """\
# Checks every record on each push and pull request.
#
# Say once what pip is to install, in the repository's variable ARCHIVE_PACKAGE (Settings, Secrets
# and variables, Actions, Variables): whatever `pip install` takes, for example a wheel kept in this
# repository (tools/archive-0.1.0-py3-none-any.whl) or the address of the program's repository.
# There is no default: a package called `archive` in a public index may be another program.
# Where the program's repository is on GitHub, it is also an Action, `uses: OWNER/archive@v0.1.0`,
# which can stand in the place of all steps but the first and needs no variable.
name: records
on: [push, pull_request]
permissions:
  contents: read
jobs:
  validate:
    runs-on: ubuntu-latest
    env:
      ARCHIVE_PACKAGE: ${{ vars.ARCHIVE_PACKAGE }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.11"
      - name: Install archive
        run: |
          if [ -z "$ARCHIVE_PACKAGE" ]; then
            echo "::error::set the variable ARCHIVE_PACKAGE, see .github/workflows/records.yml"
            exit 1
          fi
          python -m pip install "$ARCHIVE_PACKAGE"
      - name: Validate the records
        run: archive validate --format github
"""


class ArchiveExists(ForbiddenError):
    """There is an archive already."""

    code = "E404"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"there is an archive here already: {path}",
            hint="go on with that one, or name another folder: 'archive init DIR'",
        )


@dataclass(frozen=True, slots=True)
class Started:
    """What ``start`` did: the files it made, and those that were there and were kept."""

    made: tuple[str, ...]
    kept: tuple[str, ...]


def files(title: str) -> dict[str, bytes]:
    """The files of a new archive by name, in the order they are made; ``archive.toml`` is last."""
    fit = UNFIT.sub("\ufffd", title)  # no record could carry the rest
    text = json.dumps(fit, ensure_ascii=False).replace("\x7f", "\\u007f")
    settings = _CONFIG.format(
        title=text,
        licence=config.CC0,
        statement=config.CC0_STATEMENT,
        styles="\n".join(f'  "{style}",' for style in config.STYLES),
    )
    texts = {
        ".gitattributes": _ATTRIBUTES,
        ".github/workflows/records.yml": _WORKFLOW,
        ".gitignore": _IGNORE,
        "Makefile": _MAKEFILE,
        "records/README.md": _RECORDS,
        "sources/.gitkeep": "",
        config.NAME: settings,
    }
    return {name: text.encode() for name, text in texts.items()}


def start(folder: Path, title: str = "") -> Started:
    """Make a new archive; ``folder`` is made if it is missing.

    Nothing is overwritten. ``archive.toml`` comes last: what was cut off can be started again.

    Args:
        folder: the root.
        title: of the archive; the name of the folder, if empty.

    Raises:
        ArchiveExists: it has an ``archive.toml``.
        MissingToolError: the grammars did not come with the program.
        StorageError: the disk would not.
    """
    if os.path.lexists(folder / config.NAME):
        raise ArchiveExists(folder / config.NAME)
    name = folder.resolve().name.encode("utf-8", "replace").decode()
    made: list[str] = []
    kept: list[str] = []
    with reporting(folder):
        durable.make_folders(folder)
        for path, content in {**_schemas(), **files(title or name or "Archive")}.items():
            (made if _add(folder / path, content) else kept).append(path)
    return Started(tuple(made), tuple(kept))


def _schemas() -> dict[str, bytes]:
    paths = sorted(p for p in schemas_folder().iterdir() if p.suffix in _NAMED)
    return {f"schemas/{path.name}": durable.read_file(path) for path in paths}


def _add(path: Path, content: bytes) -> bool:
    """Add a file, whole or not at all, unless the name is taken."""
    if os.path.lexists(path):
        return False
    durable.make_folders(path.parent)
    durable.replace_file(path, content)
    return True
