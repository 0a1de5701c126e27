"""What every verb shares: the options that hold everywhere, and where its words go."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archive.errors import ArchiveError

if TYPE_CHECKING:
    from archive.pipeline.archives import Archive

COLOUR = ("auto", "always", "never")


@dataclass
class Session:
    """The options that hold everywhere, as given before or after the verb."""

    root: Path | None = None
    quiet: bool = False
    verbose: bool = False
    colour: str = "auto"
    worst: int = 0  # exit code of the worst failure so far, where many inputs are tried

    def archive(self) -> Archive:
        """Open the archive that the command works on."""
        from archive.pipeline.archives import open_archive  # late: `archive --help` does without

        return open_archive(Path.cwd(), self.root)

    def note(self, text: str) -> None:
        """Say something beside the result, on standard error, unless told to be quiet."""
        if not self.quiet:
            click.echo(text, err=True)

    def count(self, outcomes: Mapping[str, int], *, written: bool) -> None:
        """Note how many records came to which outcome, and whether anything was written."""
        counted = ", ".join(f"{number:,} {what}" for what, number in outcomes.items() if number)
        self.note((counted or "no records") + ("" if written else " (nothing is written)"))

    def fail(self, error: ArchiveError, place: str = "") -> None:
        """Report a failure and go on; the worst exit code wins in the end."""
        self.worst = max(self.worst, error.exit_code)
        self.complain(error.code, f"{place}: {error}" if place else str(error), error.hint)

    def fail_all(self, errors: Iterable[ArchiveError]) -> None:
        """Report failures, each of which says where it happened."""
        for error in errors:
            self.fail(error)

    def complain(self, code: str, message: str, hint: str) -> None:
        """Report an error: what, where, what next."""
        label = click.style(f"error[{code}]", fg="red", bold=True)
        click.echo(f"{label}: {visible(message)}", err=True, color=self.coloured(sys.stderr))
        if hint:
            click.echo(f"  hint: {visible(hint)}", err=True)

    def coloured(self, stream: Any) -> bool:
        """Whether to colour what goes to ``stream``."""
        if self.colour == "auto":
            return stream.isatty() and not os.environ.get("NO_COLOR")
        return self.colour == "always"

    def leave(self) -> None:
        """Exit with the code of the worst failure; return if there was none."""
        if self.worst:
            raise click.exceptions.Exit(self.worst)


def visible(text: str) -> str:
    """Text from a source made safe for a terminal: control and bidi characters are spelled out.

    >>> visible("rain" + chr(27) + "[31m")
    'rain\\\\x1b[31m'
    """
    return "".join(c if c in "\n\t" or _harmless(c) else repr(c)[1:-1] for c in text)


def _harmless(character: str) -> bool:
    code = ord(character)
    bidi = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return code >= 32 and not 0x7F <= code <= 0x9F and not bidi


pass_session = click.make_pass_decorator(Session, ensure=True)


class Verb(click.Command):
    """A command with the options that hold everywhere."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(common())


def verb(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """Make a function the command of a verb."""
    return click.command(name, cls=Verb)


def common() -> list[click.Parameter]:
    """The options that hold everywhere. Given twice, the one after the verb wins."""

    def keep(context: click.Context, option: click.Parameter, value: Any) -> None:
        session = context.ensure_object(Session)
        if value not in (None, False) and option.name:
            setattr(session, option.name, value)

    def option(*names: str, **settings: Any) -> click.Option:
        return click.Option(names, expose_value=False, callback=keep, **settings)

    return [
        option(
            "--root",
            metavar="DIR",
            type=click.Path(path_type=Path, file_okay=False),
            help="The archive; else ARCHIVE_ROOT, else the nearest folder upwards.",
        ),
        option("-q", "--quiet", is_flag=True, help="Say nothing beside the result."),
        option("-v", "--verbose", is_flag=True, help="Say more where something fails."),
        option("--color", "colour", type=click.Choice(COLOUR), help="Colour on a terminal."),
    ]
