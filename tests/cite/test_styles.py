"""Finding styles, and refusing broken ones."""

from __future__ import annotations

import random
import re
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from archive import cite
from archive.cite.csl import Cite, Cluster, Processor, Style, locales, styles
from archive.errors import BadStyle, UnknownName

ITEM = {"id": "a", "type": "article-newspaper", "title": "Rain"}
INFO = "<info><title>T</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info>"
LAYOUT = '<citation><layout><text variable="title"/></layout></citation>'


def sheet(body: str, head: str = 'class="in-text" version="1.0"', before: str = "") -> str:
    return f'{before}<style xmlns="http://purl.org/net/xbiblio/csl" {head}>\n{body}\n</style>'


def grown(steps: int, calls: int) -> str:
    """Macros, each of which calls the next one so many times."""
    return (
        "".join(
            f'<macro name="m{n}">' + calls * f'<text macro="m{n + 1}"/>' + "</macro>"
            for n in range(steps)
        )
        + f'<macro name="m{steps}"><text value="x"/></macro>'
    )


NAMES = {
    "a name": ("apa", "apa.csl", ""),
    "an alias": ("harvard", "harvard-cite-them-right.csl", ""),
    "a name it had before": ("mla", "modern-language-association.csl", ""),
    "another": ("vancouver", "nlm-citation-sequence.csl", ""),
    "notes of Turabian's before": (
        "turabian-fullnote-bibliography",
        "chicago-notes-bibliography-subsequent-author-title-17th-edition.csl",
        "en-US",
    ),
    "of the humanities in Britain": (
        "modern-humanities-research-association",
        "mhra-notes.csl",
        "en-GB",
    ),
    "of notes in Chicago's": (
        "chicago-note-bibliography",
        "chicago-shortened-notes-bibliography.csl",
        "",
    ),
    "of law in Oxford": ("oscola", "oscola.csl", "en-GB"),
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


UNKNOWN = {
    "two styles have that name, so none": ("chicago", "archive styles chicago"),
    "all that have the word": ("turabian", "choose one of turabian-author-date, turabian-notes"),
    "a slip": ("chicago-author-dat", "did you mean 'chicago-author-date'?"),
    "the nearest of former names": ("mla-8", "did you mean 'mla'?"),
}


@pytest.mark.parametrize(("name", "hint"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_unknown(name: str, hint: str) -> None:
    with pytest.raises(UnknownName) as unknown:
        styles.resolve(name)
    assert hint in unknown.value.hint


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "own.csl"
    path.write_text(sheet(INFO + LAYOUT), encoding="utf-8")
    assert cite.references([ITEM], str(path)).entries("text") == ["Rain"]
    assert styles.resolve(str(path)).title == "T"


def dependent(parent: str, head: str = "") -> str:
    link = f'<link href="http://www.zotero.org/styles/{parent}" rel="independent-parent"/>'
    return sheet(f"<info><title>T</title>{link}</info>", f'version="1.0" {head}')


FAMILIES = {
    "a parent that is installed": ({"a": dependent("apa")}, "apa.csl", ""),
    "by a name it had before": ({"a": dependent("mla")}, "modern-language-association.csl", ""),
    "a locale of its own": ({"a": dependent("apa", 'default-locale="de-AT"')}, "apa.csl", "de-AT"),
    "the locale of the parent": ({"a": dependent("oscola")}, "oscola.csl", "en-GB"),
    "a parent beside it": ({"a": dependent("own"), "own": sheet(INFO + LAYOUT)}, "own.csl", ""),
}


@pytest.mark.parametrize(("files", "rules", "locale"), FAMILIES.values(), ids=FAMILIES.keys())
def test_dependent(files: dict[str, str], rules: str, locale: str, tmp_path: Path) -> None:
    for name, content in files.items():
        (tmp_path / f"{name}.csl").write_text(content, encoding="utf-8")
    found = styles.resolve(str(tmp_path / "a.csl"))
    assert (found.path.name, found.locale) == (rules, locale)
    assert found.installed == (found.path.parent != tmp_path)


LOST = {
    "itself": ({"a": dependent("a")}, "it depends on itself"),
    "each other": ({"a": dependent("b"), "b": dependent("a")}, "no style has the rules"),
    "a dependent style": ({"a": dependent("b"), "b": dependent("apa")}, "has no rules of its own"),
    "an installed dependent style": ({"a": dependent("2d-materials")}, "has no rules of its own"),
    "none": ({"a": dependent("gone")}, "which is no installed style"),
    "a path": ({"a": dependent("..%2fb")}, "which is no installed style"),
}


@pytest.mark.parametrize(("files", "message"), LOST.values(), ids=LOST.keys())
def test_no_rules(files: dict[str, str], message: str, tmp_path: Path) -> None:
    for name, content in files.items():
        (tmp_path / f"{name}.csl").write_text(content, encoding="utf-8")
    with pytest.raises(BadStyle, match=message):
        styles.resolve(str(tmp_path / "a.csl"))


def test_every_installed_dependent_style_has_rules_and_no_name_leads_out() -> None:
    for name in styles.names():
        assert styles.resolve(name).path.parent == styles._folder()
    for name in ("..", "../styles/apa.csl", "dependent/../apa"):
        with pytest.raises((UnknownName, BadStyle)):
            styles.resolve(name)


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
        r"broken\.csl:1: .*written in CSL 0\.8",
    ),
    "CSL-M": (sheet(LAYOUT, 'class="in-text" version="1.1mlz1"'), r"broken\.csl:1: .*CSL-M"),
    "CSL of another time": (sheet(LAYOUT, 'class="in-text" version="2"'), r"written in CSL 2,"),
    "a locale": ('<locale xmlns="http://purl.org/net/xbiblio/csl"/>', r"that of a locale file"),
    "no namespace": ("<style/>", r"<style> is not in the namespace of CSL"),
    "no rules": (sheet(INFO), r"broken\.csl:1: .*<style> is empty, or incomplete"),
    "no such element": (
        sheet(INFO + LAYOUT + "\n<banana/>"),
        r"broken\.csl:3: .*CSL has no element <banana>",
    ),
    "an element out of place": (
        sheet(INFO + LAYOUT + '\n<citation><layout prefix="("/></citation>'),
        r"broken\.csl:3: .*<layout> is empty, or incomplete",
    ),
    "no such attribute": (
        sheet(INFO + LAYOUT.replace("variable", "\nvarable")),
        r"broken\.csl:3: .*<text> has no attribute 'varable'; did you mean 'variable'\?",
    ),
    "no such value": (
        sheet(INFO + "\n" + LAYOUT.replace("title", "titel")),
        r"broken\.csl:3: .*'titel' is no value of 'variable' in <text>; did you mean 'title'\?",
    ),
    "a value of another place": (
        sheet(INFO + LAYOUT, 'class="numeric" version="1.0"'),
        r"'numeric' is no value of 'class' in <style>; it is one of in-text, note",
    ),
    "an attribute is missing": (
        sheet(INFO + "<macro/>" + LAYOUT),
        r"<macro> needs an attribute 'name'",
    ),
    "text where none belongs": (
        sheet(INFO + LAYOUT.replace("<text", "of<text")),
        r"<layout> is not as CSL wants it: did not expect text",
    ),
    "a macro that is missing": (
        sheet(INFO + MACRO.format("gone") + LAYOUT),
        r"broken\.csl:2: .*there is no macro 'gone'",
    ),
    "a macro that calls itself": (
        sheet(INFO + MACRO.format("b") + '<macro name="b"><text macro="a"/></macro>' + LAYOUT),
        r"broken\.csl:2: .*the macro 'a' calls itself",
    ),
    "two macros of one name": (
        sheet(INFO + 2 * '<macro name="m"><text value="x"/></macro>' + LAYOUT),
        r"there are two macros 'm'",
    ),
    "macros that multiply": (
        sheet(INFO + grown(30, 2) + LAYOUT),
        r"call each other too often",
    ),
    "macros that nest": (sheet(INFO + grown(200, 1) + LAYOUT), r"nested too deeply"),
    "elements that nest": (
        sheet(
            INFO
            + "<macro name='m'>"
            + 220 * "<group>"
            + '<text value="x"/>'
            + 220 * "</group>"
            + "</macro>"
            + LAYOUT
        ),
        r"nested too deeply|not well-formed",
    ),
    "a document type": (
        sheet(INFO + LAYOUT, before='<!DOCTYPE style [<!ENTITY e "x">]>\n'),
        r"document type declaration",
    ),
    "an entity": (
        sheet(INFO.replace(">T<", ">&e;<") + LAYOUT, before='<!DOCTYPE style [<!ENTITY e "x">]>'),
        r"document type declaration",
    ),
}


@pytest.mark.parametrize(("content", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_broken(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.csl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadStyle, match=message) as broken:
        cite.references([ITEM], str(path))
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


def mutated(source: str, chance: random.Random) -> bytes:
    """An installed style with something taken out, put in, or put elsewhere."""
    root = etree.parse(styles.resolve(source).path).getroot()
    elements = [each for each in root.iter(etree.Element) if each is not root]
    one, other = chance.choice(elements), chance.choice(elements)
    change = chance.randrange(4)
    parent = one.getparent()
    if change == 0 and parent is not None:
        parent.remove(one)
    elif change == 1:
        one.addnext(deepcopy(other))
    elif change == 2:
        one.append(deepcopy(other))
    else:
        one.attrib.update(other.attrib)
        for name in one.attrib:
            one.set(name, chance.choice(["", "x", "-1", "9" * 30, "author", one.get(name, "")]))
    return etree.tostring(root)


@pytest.mark.parametrize("seed", range(40))
def test_a_style_with_anything_in_it_is_refused_or_works(seed: int) -> None:
    chance = random.Random(seed)
    content = mutated(chance.choice(["ieee", "apa", "oscola", "din-1505-2"]), chance)
    refused = ""
    try:
        document = Processor(Style(content), [ITEM])
        document.bibliography()
        document.append(Cluster((Cite("a", "3"),)))
        document.citations()
    except BadStyle as error:
        refused = str(error)
    assert not refused or re.search(r":\d+: not a usable citation style: .", refused)
