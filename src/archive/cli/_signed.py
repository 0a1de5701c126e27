"""Who does something, and why: the options of a command that a person answers for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def _said(_: click.Context, __: click.Parameter, words: str) -> str:
    """Refuse words that say nothing, or that no record could carry."""
    from archive.model.record import UNFIT  # late: `archive --help` does without

    if not words.strip() or UNFIT.search(words):
        raise click.BadParameter("it should be words, without control characters")
    return words


def by_option(says: str) -> Callable[[F], F]:
    """``--by NAME``; ``says`` is its help."""
    return click.option("--by", "editor", required=True, metavar="NAME", callback=_said, help=says)


def because_option(says: str) -> Callable[[F], F]:
    """``--because WHY``; ``says`` is its help."""
    return click.option(
        "--because", "note", required=True, metavar="WHY", callback=_said, help=says
    )
