"""An argument that names a source: a file, or ``-`` for standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from archive.pipeline.sources import Source


def source(name: str) -> Source:
    """The copy that ``name`` names.

    Raises:
        InputError: it cannot be read.
    """
    from archive.pipeline import sources  # late: `archive --help` does without

    if name == "-":
        return sources.stream_source(sys.stdin.buffer)
    return sources.load_source(Path(name))


def _known(_: click.Context, __: click.Parameter, name: Any) -> Any:
    """A reader that does not exist is known before anything is read."""
    if name is not None:
        from archive.read import READERS  # late: `archive --help` does without

        READERS.load(name)
    return name


reader_option = click.option(
    "-f",
    "--from",
    "reader",
    metavar="FORMAT",
    callback=_known,
    help="Read as this format (see 'archive formats').",
)
