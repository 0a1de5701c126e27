"""Files that come with the program: where they are, in a wheel and in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from archive.errors import MissingToolError

_HERE = Path(__file__).parent


def package_folder() -> Path:
    """The folder of the program's own files."""
    return _HERE


def schemas_folder() -> Path:
    """The folder of the grammars: ``archive/schemas`` in a wheel, ``schemas`` in a checkout.

    Raises:
        MissingToolError: neither is there.
    """
    places = (_HERE / "schemas", _HERE.parents[1] / "schemas")
    for place in places:
        if place.is_dir():
            return place
    raise MissingToolError(
        f"the grammars are missing: there is no folder {places[0]}",
        hint="install the package 'archive' again",
    )


@cache
def version() -> str:
    """The version of the program, as it was installed."""
    from importlib.metadata import version as installed  # late: `archive --help` does without

    return installed("archive")
