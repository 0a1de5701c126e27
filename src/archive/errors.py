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


# Sources that cannot be read: raised in archive.read.


class NoReader(InputError):
    """The bytes are of a kind that no reader knows."""

    code = "E301"

    def __init__(self, media_type: str, extensions: Iterable[str]) -> None:
        super().__init__(
            f"no reader knows this file ({media_type})",
            hint=f"save it as {' or '.join(sorted(extensions))}, "
            "or name a reader with --from (see 'archive formats')",
        )


class EmptySource(InputError):
    """There is nothing to read."""

    code = "E302"

    def __init__(self, characters: int) -> None:
        what = f"only white space ({characters:,} characters)" if characters else "no bytes"
        super().__init__(f"the file holds {what}", hint="fetch the copy again from where it came")


class NotText(InputError):
    """The content holds what no text holds.

    Args:
        what: what stands there (``NUL``, ``control character U+001B``).
        unit: in what the place is counted (``byte``, ``character``).
        place: where it stands, counted from 0.
    """

    code = "E303"

    def __init__(self, what: str, unit: str, place: int) -> None:
        super().__init__(
            f"this is not plain text: {what} at {unit} {place:,}",
            hint="save it as text from the program that made it",
        )


class Undecodable(InputError):
    """The bytes are of no character encoding that can be told.

    Args:
        data: the bytes.
        place: of the byte that stops the reading, counted from 0.
        reason: what is wrong with it, as the end of a sentence about it.
    """

    code = "E304"

    def __init__(self, data: bytes, place: int, reason: str) -> None:
        super().__init__(
            f"the bytes cannot be decoded: byte 0x{data[place]:02X} at {place:,} {reason}",
            hint="save it in UTF-8 from a program that shows it rightly",
        )


class TooLarge(InputError):
    """The source is larger than any article or edition."""

    code = "E305"

    def __init__(self, size: int, limit: int, unit: str = "bytes") -> None:
        what = "file" if unit == "bytes" else "text"
        super().__init__(
            f"the {what} is too large: {size:,} {unit}, at most {limit:,} are read",
            hint="split it into its articles or editions first",
        )


class UnknownEncoding(InputError):
    """A record says that its source is in an encoding that is not read here."""

    code = "E306"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(
            f"no encoding called {name!r}", hint=nearest(name, known, "archive formats")
        )


class NothingPrinted(InputError):
    """A container holds no text: a message of pictures, a feed without entries."""

    code = "E307"

    def __init__(self, kind: str, hint: str = "fetch the copy again from where it came") -> None:
        super().__init__(f"the {kind} holds no text", hint=hint)


class Malformed(InputError):
    """A container is not built as its format says: which format, and what is wrong."""

    code = "E308"

    def __init__(
        self, kind: str, what: str, hint: str = "save the copy again from where it came"
    ) -> None:
        super().__init__(f"the {kind} cannot be read: {what}", hint=hint)


class IllFormed(InputError):
    """XML from outside is not well formed, or holds what is not read from outside."""

    code = "E309"

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        super().__init__(
            f"line {line:,}: the XML cannot be read: {reason}",
            hint="fetch the copy again from where it came",
        )
        self.reason, self.line, self.column = reason, line, column


class BadStyle(UsageError):
    """A citation style cannot be used: the place in its file, and what is wrong there."""

    code = "E220"

    def __init__(self, name: str, what: str, line: int | None = None) -> None:
        place = f"{name}:{line}" if line else name
        super().__init__(
            f"{place}: not a usable citation style: {what}",
            hint="a style is a file of CSL 1.0 (*.csl); 'archive styles' lists those installed",
        )


class CannotCite(UsageError):
    """A style, or the engine, cannot format an item."""

    code = "E221"

    def __init__(self, style: str, item: str, what: str) -> None:
        super().__init__(
            f"style {style!r} cannot format {item!r}: {what}",
            hint="choose another style (see 'archive styles')",
        )


class RepeatedKey(UsageError):
    """Two records have the same citation key (BibTeX does not tell capitals from small letters)."""

    code = "E222"

    def __init__(self, key: str, ids: Iterable[str]) -> None:
        super().__init__(
            f"the citation key {key!r} belongs to more than one record: {', '.join(ids)}",
            hint="give one of them another key in its record.xml",
        )


class BadItem(InputError):
    """An item to cite is not CSL-JSON: which item, which variable, and what is wanted."""

    code = "E310"

    def __init__(self, item: str, variable: str, wanted: str) -> None:
        super().__init__(
            f"item {item!r}: {variable!r} must be {wanted}",
            hint="https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables",
        )


class UnknownKey(InputError):
    """A document cites a key that no item has."""

    code = "E313"

    def __init__(self, line: int, key: str, known: Iterable[str], see: str) -> None:
        super().__init__(
            f"line {line:,}: nothing has the citation key {key!r}",
            hint=f"{nearest(key, known, see)}; if it is no citation, write \\@{key}",
        )


class MissingSemicolon(InputError):
    """Two keys stand in one cite of a document."""

    code = "E314"

    def __init__(self, line: int) -> None:
        super().__init__(
            f"line {line:,}: two citation keys with no semicolon between them",
            hint="part them: [@first; @second]",
        )
