"""Finding styles, and refusing broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive import cite
from archive.cite import styles
from archive.cite.csl import locales
from archive.errors import BadStyle, UnknownName

ITEM = {"id": "a", "type": "article-newspaper", "title": "Rain"}
INFO = "<info><title>T</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info>"
LAYOUT = '<citation><layout><text variable="title"/></layout></citation>'


def sheet(body: str, head: str = 'class="in-text" version="1.0"', before: str = "") -> str:
    return f'{before}<style xmlns="http://purl.org/net/xbiblio/csl" {head}>\n{body}\n</style>'


NAMES = {
    "a name": ("apa", "apa.csl", ""),
    "an alias": ("harvard", "harvard-cite-them-right.csl", "en-GB"),
    "a name it had before": ("mla", "modern-language-association.csl", ""),
    "another": ("vancouver", "nlm-citation-sequence.csl", ""),
    "capitals": ("MLA", "modern-language-association.csl", ""),
    "a dependent style keeps its locale": (
        "2d-materials",
        "institute-of-physics-numeric.csl",
        "en-US",
    ),
}


@pytest.mark.parametrize(("name", "file", "locale"), NAMES.values(), ids=NAMES.keys())
def test_resolve(name: str, file: str, locale: str) -> None:
    found = styles.resolve(name)
    assert (found.name, found.path.name, found.locale) == (name, file, locale)
    assert found.title


def test_every_alias_and_former_name_leads_to_a_style() -> None:
    for name in [*styles.ALIASES, *styles._renamed()]:
        assert styles.resolve(name).path.is_file()


def test_every_name_has_a_title_and_a_file() -> None:
    listed = styles.find()
    assert len(listed) > 10_000
    assert [each.name for each in listed] == styles.names()
    assert all(each.title for each in listed)


SEARCHES = {
    "a word of the title": ("psychological association", "apa"),
    "a name it had before": ("vancouver-superscript", "nlm-citation-sequence-superscript"),
    "an alias": ("ama", "american-medical-association"),
    "capitals do not matter": ("CHICAGO author-date 18TH", "chicago-author-date"),
}


@pytest.mark.parametrize(("words", "name"), SEARCHES.values(), ids=SEARCHES.keys())
def test_find(words: str, name: str) -> None:
    assert name in [each.name for each in styles.find(words)]


def test_find_nothing() -> None:
    assert styles.find("no such style anywhere") == []


def test_chicago_is_two_styles_and_so_is_none() -> None:
    with pytest.raises(UnknownName) as unknown:
        styles.resolve("chicago")
    assert "archive styles chicago" in unknown.value.hint


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "own.csl"
    path.write_text(sheet(INFO + LAYOUT), encoding="utf-8")
    assert cite.bibliography([ITEM], str(path)) == ["Rain"]
    assert styles.resolve(str(path)).title == "T"


def test_a_dependent_file(tmp_path: Path) -> None:
    path = tmp_path / "dependent.csl"
    parent = '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>'
    path.write_text(sheet(f"<info><title>T</title>{parent}</info>"), encoding="utf-8")
    assert styles.resolve(str(path)).path.name == "apa.csl"


MACRO = '<macro name="a"><text macro="{}"/></macro>'
BROKEN = {
    "not closed": (
        "<style>\n<info></style>",
        r"broken\.csl:2: not a usable citation style: not well-formed XML",
    ),
    "empty": ("", r"not well-formed XML"),
    "another document": ("<html/>", r"broken\.csl:1: .*root element is <html>"),
    "CSL 0.8": (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" xml:lang="en"/>',
        r"broken\.csl:1: ",
    ),
    "an element out of place": (sheet(INFO + LAYOUT + "\n<banana/>"), r"broken\.csl:3: .*banana"),
    "a macro that is missing": (
        sheet(INFO + MACRO.format("gone") + LAYOUT),
        r"broken\.csl:2: .*there is no macro 'gone'",
    ),
    "a macro that calls itself": (
        sheet(INFO + MACRO.format("b") + '<macro name="b"><text macro="a"/></macro>' + LAYOUT),
        r"broken\.csl:2: .*the macro 'a' calls itself",
    ),
    "a document type": (
        sheet(INFO + LAYOUT, before='<!DOCTYPE style [<!ENTITY e "x">]>\n'),
        r"document type declaration",
    ),
    "an entity": (
        sheet(INFO.replace(">T<", ">&e;<") + LAYOUT, before='<!DOCTYPE style [<!ENTITY e "x">]>'),
        r"document type declaration",
    ),
    "a parent that is not installed": (
        sheet('<info><link href="http://x/gone" rel="independent-parent"/></info>'),
        r"depends on 'http://x/gone'",
    ),
    "a parent that has a parent itself": (
        sheet('<info><link href="http://x/2d-materials" rel="independent-parent"/></info>'),
        r"depends on 'http://x/2d-materials'",
    ),
}


@pytest.mark.parametrize(("content", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_broken(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.csl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadStyle, match=message) as broken:
        cite.bibliography([ITEM], str(path))
    assert broken.value.exit_code == 2


def test_no_such_file_and_too_large_a_file(tmp_path: Path) -> None:
    with pytest.raises(BadStyle, match="no such file"):
        styles.resolve(str(tmp_path / "gone.csl"))
    (tmp_path / "large.csl").write_bytes(b" " * (4 * 1024 * 1024 + 1))
    with pytest.raises(BadStyle, match="larger than"):
        styles.resolve(str(tmp_path / "large.csl"))


LOCALES = {"en-GB": "en-GB", "de": "de-DE", "pt_br": "pt-BR", "ar": "ar", "zh": "zh-CN"}


@pytest.mark.parametrize(("name", "locale"), LOCALES.items())
def test_locale(name: str, locale: str) -> None:
    assert locales.resolve(name) == locale


def test_a_locale_that_only_a_style_names_falls_back() -> None:
    assert locales.of_style("fr-BE") == "fr-FR"
    assert locales.of_style("") == locales.of_style("xx") == "en-US"
