"""The root of an archive, and its configuration, ``archive.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from archive.errors import UsageError, nearest
from archive.model.record import UNFIT, Holding
from archive.store.durable import read_file, reporting

NAME = "archive.toml"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
CC0_STATEMENT = "The markup and the header of this file are dedicated to the public domain."
STYLES = (
    "apa",
    "modern-language-association",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "harvard-cite-them-right",
    "ieee",
)


class NoArchive(UsageError):
    """There is no ``archive.toml`` where the archive should be."""

    code = "E210"

    def __init__(self, place: Path, upwards: bool) -> None:
        above = " nor in any folder above it" if upwards else ""
        super().__init__(
            f"there is no archive here: no {NAME} in {place}{above}",
            hint="go into an archive, name its folder with --root, or start one: 'archive init'",
        )


class BadConfig(UsageError):
    """``archive.toml`` says what it cannot say."""

    code = "E211"

    def __init__(self, path: Path, problem: str, hint: str) -> None:
        super().__init__(f"{path}: {problem}", hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What an archive is called and how it wants things done.

    Attributes:
        title: of the archive.
        base_url: where it is published, "" for nowhere.
        publisher: who publishes its records; the title, if not stated.
        licence: address of the licence of the markup (not of the articles).
        licence_statement: what each record says of it.
        styles: the CSL styles of ``archive make``, in order.
        locale: the locale of citations, None for the one of each style.
        ignore: codes of rules that are not checked.
        ignore_per_path: the same for the paths that match a pattern.
        baseline: a file of findings that do not count, from the root; "" for none.
    """

    title: str
    base_url: str = ""
    publisher: str
    licence: str = CC0
    licence_statement: str = CC0_STATEMENT
    styles: tuple[str, ...] = STYLES
    locale: str | None = None
    ignore: tuple[str, ...] = ()
    ignore_per_path: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    baseline: str = ""


def find_root(start: Path, given: Path | None = None) -> Path:
    """The folder of the archive: the ``given`` one, or the nearest from ``start`` upwards.

    Raises:
        NoArchive: it has no ``archive.toml``.
    """
    if given is not None:
        if not (given / NAME).is_file():
            raise NoArchive(given, upwards=False)
        return given
    place = start.resolve()
    for folder in (place, *place.parents):
        if (folder / NAME).is_file():
            return folder
    raise NoArchive(place, upwards=True)


def read(root: Path) -> Config:
    """Read ``archive.toml``.

    Raises:
        BadConfig: it is no TOML (the message has the line), a key is unknown (the hint names the
            nearest) or of the wrong type, or what has to be stated is not.
        StorageError: it cannot be read.
    """
    path = root / NAME
    with reporting(path):
        content = read_file(path.resolve())
    return _config(path, _values(path, content))


def holding(config: Config) -> Holding:
    """What each record says of the archive that holds it."""
    return Holding(
        publisher=config.publisher,
        licence=config.licence,
        licence_statement=config.licence_statement,
    )


def _values(path: Path, content: bytes) -> dict[str, Any]:
    """Dotted key -> value, each known and of its type."""
    try:
        document = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadConfig(path, f"not UTF-8 (at line {line})", "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise BadConfig(path, f"not TOML: {error}", "mend that line (https://toml.io)") from None
    values = dict(_flat(path, document))
    for key, value in values.items():
        if key not in _KINDS:
            raise BadConfig(path, f"no key called {key!r}", nearest(key, _KINDS, "archive init"))
        wanted, example, fits = _KINDS[key]
        if not fits(value):
            raise BadConfig(path, f"{key} should be {wanted}", f"for example: {example}")
    return values


def _flat(path: Path, document: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in document.items():
        if key not in _TABLES:
            yield key, value
        elif isinstance(value, dict):
            yield from ((f"{key}.{name}", inner) for name, inner in value.items())
        else:
            raise BadConfig(path, f"{key} should be a table", f"write [{key}] on a line of its own")


def _config(path: Path, values: dict[str, Any]) -> Config:
    title = values.get("title", "").strip()
    if not title:
        raise BadConfig(path, "the archive has no title", 'add a line: title = "The Wire Archive"')
    if values.get("markup.licence", CC0) != CC0 and "markup.statement" not in values:
        problem = "markup.licence is not CC0, and markup.statement does not say what it is"
        raise BadConfig(path, problem, 'add under [markup]: statement = "The markup is ..."')
    patterns = values.get("validate.per-path", {})
    return Config(
        title=title,
        base_url=values.get("base-url", ""),
        publisher=values.get("publisher", title),
        licence=values.get("markup.licence", CC0),
        licence_statement=values.get("markup.statement", CC0_STATEMENT),
        styles=tuple(values.get("cite.styles", STYLES)),
        locale=values.get("cite.locale"),
        ignore=tuple(values.get("validate.ignore", ())),
        ignore_per_path=MappingProxyType({key: tuple(patterns[key]) for key in sorted(patterns)}),
        baseline=values.get("validate.baseline", ""),
    )


def _is_text(value: object) -> bool:
    """Whether it is text that a record can carry."""
    return isinstance(value, str) and UNFIT.search(value) is None


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_lists(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_list, value.values()))


_TABLES = ("cite", "markup", "validate")
_KINDS: dict[str, tuple[str, str, Callable[[object], bool]]] = {
    "title": ("text", 'title = "The Wire Archive"', _is_text),
    "base-url": ("text", 'base-url = "https://archive.example.org"', _is_text),
    "publisher": ("text", 'publisher = "The Wire Archive"', _is_text),
    "markup.licence": ("text", f'licence = "{CC0}"', _is_text),
    "markup.statement": ("text", f'statement = "{CC0_STATEMENT}"', _is_text),
    "cite.styles": ("a list of texts", 'styles = ["apa", "ieee"]', _is_list),
    "cite.locale": ("text", 'locale = "en-GB"', _is_text),
    "validate.ignore": ("a list of texts", 'ignore = ["E002"]', _is_list),
    "validate.baseline": ("text", 'baseline = "known.jsonl"', _is_text),
    "validate.per-path": (
        "a table of lists of texts",
        '"records/1890/**" = ["D006"]',
        _is_lists,
    ),
}
