"""The catalogue of locales: which there are, and which one a name stands for.

The files are those of the CSL project (github.com/citation-style-language/locales); they come
with the package ``citeproc-py``.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from archive.errors import MissingToolError, UnknownName

FALLBACK = "en-US"


@cache
def _folder() -> Path:
    spec = find_spec("citeproc")
    if spec is None or not spec.submodule_search_locations:
        raise MissingToolError(
            "the citation engine is not installed", hint="pip install citeproc-py"
        )
    return Path(spec.submodule_search_locations[0]) / "data" / "locales"


@cache
def _primary() -> dict[str, str]:
    """The locale that a bare language stands for: ``de`` is ``de-DE``."""
    table = json.loads((_folder() / "locales.json").read_text("utf-8"))
    dialects: dict[str, str] = table["primary-dialects"]
    return {language.lower(): locale for language, locale in dialects.items()}


def names() -> list[str]:
    """The names of all locales, sorted (``en-GB``)."""
    return sorted(path.stem.removeprefix("locales-") for path in _folder().glob("locales-*.xml"))


@cache
def _known() -> dict[str, str]:
    return {locale.lower(): locale for locale in names()}


def resolve(name: str) -> str:
    """The locale called ``name``: ``de-DE``, ``de_de`` and ``de`` are the same.

    Raises:
        UnknownName: there is no such locale; the hint names the nearest.
    """
    wanted = name.replace("_", "-").lower()
    known = _known()
    found = known.get(wanted) or _primary().get(wanted)
    if found not in known.values():
        raise UnknownName("locale", name, known.values(), "archive cite --help")
    return str(found)


def of_style(name: str) -> str:
    """The locale nearest to the one that a style names for itself: its own, its language's, or
    American English, which CSL falls back on.
    """
    return _known().get(name.lower()) or of_language(name) or FALLBACK


def of_language(name: str) -> str | None:
    """The locale of the language's main dialect (``de-AT``: ``de-DE``); None if there is none."""
    return _primary().get(name.replace("_", "-").split("-")[0].lower())


def path(name: str) -> Path:
    """The file of a locale that is there."""
    return _folder() / f"locales-{name}.xml"
