"""``archive completion``: the completion script of a shell."""

from __future__ import annotations

import click

from archive.cli._session import Session, pass_session, verb


@verb("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@pass_session
def command(session: Session, shell: str) -> None:  # noqa: ARG001 - every verb has a session
    """Print the completion script of SHELL; for bash: eval "$(archive completion bash)"."""
    from click.shell_completion import get_completion_class  # late, as the next

    from archive.cli._main import cli

    found = get_completion_class(shell)
    assert found is not None  # the choice above has only shells that click knows
    click.echo(found(cli, {}, "archive", "_ARCHIVE_COMPLETE").source())
