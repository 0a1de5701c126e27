"""The exception tree. Each class words itself from facts, and owns its exit code and its hint.

Exit codes (docs/reference.md): 2 wrong usage or configuration, 3 a source cannot be read,
4 the archive forbids it, 5 a tool is missing. A problem *found in* a record is no exception
but a finding (``archive.validate``).
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class ArchiveError(Exception):
    """What stops the work: what happened, where, and what to do next."""

    code = "E000"
    exit_code = 70

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(ArchiveError):
    """The command line or the configuration is wrong."""

    code = "E200"
    exit_code = 2


class InputError(ArchiveError):
    """A source cannot be read."""

    code = "E300"
    exit_code = 3


class ForbiddenError(ArchiveError):
    """The archive forbids it: something exists, or was changed by a person."""

    code = "E400"
    exit_code = 4


class MissingToolError(ArchiveError):
    """A tool or a file that this work needs is not installed."""

    code = "E500"
    exit_code = 5


def nearest(name: str, known: Iterable[str], see: str) -> str:
    """Word a hint that names the nearest known name (if one is near) and where to see all."""
    names = sorted(known)
    if len(names) <= 12:
        all_names = f"choose one of {', '.join(names)}" if names else "there is none"
    else:
        all_names = f"there are {len(names):,}"
    close = get_close_matches(name, names, n=1, cutoff=0.5)
    near = f"did you mean {close[0]!r}? " if close else ""
    return f"{near}{all_names} (see '{see}')"


class UnknownName(UsageError):
    """No format, style, record, rule or act has that name."""

    code = "E201"

    def __init__(self, kind: str, name: str, known: Iterable[str], see: str) -> None:
        super().__init__(f"no {kind} called {name!r}", hint=nearest(name, known, see))
