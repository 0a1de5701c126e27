"""Writes docs/reference.md from the code: ``make reference``. A test fails when they differ."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import click

import archive
from archive import attribution
from archive.cli._main import VERBS, cli
from archive.errors import ArchiveError
from archive.export import EXPORTERS
from archive.model.fact import Rule
from archive.read import READERS
from archive.validate import REPORTS, RULES

TARGET = Path(__file__).with_name("reference.md")

HEAD = """\
# Reference

Made from the code by `make reference`; edit the code, not this page.

## Exit codes

| code | meaning |
|---|---|
| 0 | done; warnings alone are 0 |
| 1 | ran, and found problems (`validate`, `make`, `rebuild --check`) |
| 2 | wrong usage or configuration |
| 3 | a source cannot be read |
| 4 | the archive forbids it: it exists, or was changed |
| 5 | a tool is missing |
| 70 | a bug in archive |
| 130 | interrupted |
| 141 | whoever read the output had seen enough |

Of many inputs to take in, inspect or rebuild, all are tried; failures are listed last, and the
highest code wins.
"""


def verbs() -> Iterator[str]:
    """Each verb as its own help says it."""
    yield "\n## Verbs\n\n`--root`, `-q`, `-v` and `--color` hold for all of them.\n"
    context = click.Context(cli, info_name="archive", help_option_names=["-h", "--help"])
    for name in VERBS.names():
        command = VERBS.load(name)
        inner = click.Context(
            command, info_name=name, parent=context, max_content_width=90, terminal_width=90
        )
        yield f"\n### {name}\n\n```text\n{command.get_help(inner)}\n```\n"


def formats() -> Iterator[str]:
    """What is read, written and reported."""
    yield "\n## Formats\n\n| | name | format | media type |\n|---|---|---|---|\n"
    for name in READERS.names():
        reader = READERS.load(name)
        yield f"| read | `{name}` | {reader.title} | {', '.join(reader.media_types)} |\n"
    for name in EXPORTERS.names():
        exporter = EXPORTERS.load(name)
        title = f"[{exporter.title}]({exporter.spec})"
        yield f"| write | `{name}` | {title} | {exporter.media_type} |\n"
    for name in REPORTS.names():
        report = REPORTS.load(name)
        yield f"| report | `{name}` | {report.title} | {report.media_type} |\n"


def validation() -> Iterator[str]:
    """The rules of ``archive validate``."""
    yield "\n## Rules of validation\n\n`archive rule CODE` says why, with example and remedy.\n"
    yield "\n| code | | what is wrong |\n|---|---|---|\n"
    for rule in RULES.all():
        yield f"| `{rule.code}` | {rule.severity} | {rule.title} |\n"


def attributions() -> Iterator[str]:
    """The rules that read, as every record carries them."""
    yield "\n## Rules of attribution\n\n| rule | what it says |\n|---|---|\n"
    for rule in sorted(_rules(), key=lambda rule: rule.name):
        yield f"| `{rule.name}` | {rule.statement} |\n"


def _rules() -> set[Rule]:
    found: set[Rule] = set()
    for module in pkgutil.iter_modules(attribution.__path__):
        members = vars(importlib.import_module(f"archive.attribution.{module.name}")).values()
        for member in members:
            several = member.values() if isinstance(member, dict) else [member]
            found |= {value for value in several if isinstance(value, Rule)}
    return found


def errors() -> Iterator[str]:
    """Every error code."""
    yield "\n## Errors\n\n| code | exit | what happened |\n|---|---|---|\n"
    for module in pkgutil.walk_packages(archive.__path__, "archive."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for error in sorted(_below(ArchiveError), key=lambda error: error.code):
        if not error.code.endswith("00"):
            summary = (error.__doc__ or "").partition("\n")[0]
            yield f"| `{error.code}` | {error.exit_code} | {summary} |\n"


def _below(error: type[ArchiveError]) -> Iterator[type[ArchiveError]]:
    for inner in error.__subclasses__():
        yield inner
        yield from _below(inner)


def page() -> str:
    """The whole reference."""
    parts = [verbs(), formats(), validation(), attributions(), errors()]
    return HEAD + "".join(piece for part in parts for piece in part)


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
