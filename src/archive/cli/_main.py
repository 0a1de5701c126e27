"""The command ``archive``: finds the verb, and turns errors into words and exit codes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from archive.cli._session import Session, common
from archive.errors import ArchiveError, ForbiddenError, UsageError, nearest
from archive.registry import Registry

VERBS: Registry[click.Command] = Registry("archive.cli", "command", "verb", "archive --help")


class Archive(click.Group):
    """The group of verbs: one file of this package each."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All verbs, by name."""
        return VERBS.names()

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """The verb of that name; its file is imported now."""
        return VERBS.load(cmd_name) if cmd_name in VERBS.names() else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """As click does, but an unknown verb gets the nearest known one."""
        if args and args[0] not in VERBS.names():
            hint = nearest(args[0], VERBS.names(), "archive --help")
            raise click.UsageError(f"no verb called {args[0]!r}\n  hint: {hint}", ctx)
        return super().resolve_command(ctx, args)


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from archive.resources import version  # late: `archive --help` does without

        click.echo(f"archive {version()}")
        context.exit()


@click.group(
    cls=Archive,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    params=common(),
)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Print the version and exit.",
)
def cli() -> None:
    """Turn the surviving copy of a syndicated article into a record that lasts."""


def main() -> NoReturn:
    """Run the command line and exit with the code of docs/reference.md."""
    if hasattr(signal, "SIGPIPE"):  # end in silence when the reader of our output has seen enough
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.modules.setdefault("rnc2rng", None)  # type: ignore[arg-type] # lxml would load it: 40 ms
    code = run(sys.argv[1:])
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:  # told already: let Python not fail over the same words again as it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command line; the exit code. Nothing at all is wrong usage, and gets the help."""
    if not arguments and "_ARCHIVE_COMPLETE" not in os.environ:
        click.echo(cli.make_context("archive", [], resilient_parsing=True).get_help(), err=True)
        return UsageError.exit_code
    session = Session()
    if given := os.environ.get("ARCHIVE_ROOT"):
        session.root = Path(given)
    return _run(session, list(arguments))


def _run(session: Session, arguments: list[str]) -> int:
    try:
        code = cli.main(arguments, prog_name="archive", standalone_mode=False, obj=session)
        if sys.stdout:  # it may have been closed before we began
            sys.stdout.flush()
    except click.ClickException as error:
        _usage(session, error)
        return error.exit_code
    except ArchiveError as error:
        session.fail(error)
        return session.worst
    except (KeyboardInterrupt, click.Abort):
        return 130
    except OSError as error:  # the store words its own: this is our output
        reason = (error.strerror or "it cannot be written").lower()
        session.complain("E410", f"the output cannot be written: {reason}", "check where it goes")
        return ForbiddenError.exit_code
    except Exception as error:
        return _bug(session, error)
    return code if isinstance(code, int) else 0


def _usage(session: Session, error: click.ClickException) -> None:
    message, _, hint = error.format_message().partition("\n  hint: ")
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "archive"
    session.complain("E200", message, hint or f"'{path} --help' says how")


def _bug(session: Session, error: Exception) -> int:
    from traceback import format_exc  # late: only for a bug

    message = f"bug in archive: {type(error).__name__}: {error}"
    hint = "please report it, with what 'archive --verbose ...' prints"
    session.complain("E700", message, "" if session.verbose else hint)
    if session.verbose:
        click.echo(format_exc(), err=True)
    return 70
