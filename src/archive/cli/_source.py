"""An argument that names a source: a file, or ``-`` for standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from archive.pipeline.sources import Source


def sources(name: str, reader: str | None) -> Iterator[Source]:
    """The copies that ``name`` names: one, or those in a container, read one at a time.

    Raises:
        InputError: it cannot be read.
    """
    from archive.pipeline.sources import load_sources, stream_sources  # late: for --help

    if name == "-":
        return stream_sources(sys.stdin.buffer, reader)
    return load_sources(Path(name), reader)


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
