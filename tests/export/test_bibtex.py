"""Records as BibTeX: the fields, and that no text breaks out of them."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import example, given
from hypothesis import strategies as st

from archive.errors import RepeatedKey
from archive.export import Cited
from archive.export.bibtex import address, escape, protect, write
from archive.model.article import Person
from archive.model.record import Record
from export.people import RECORDS, appearance, authors, titled
from factory import record

HOSTILE = (
    r"""\write18{rm} } @article{x, {{ "a" #1 $x$ 5% & a_b ^ ~ <b> | '' --""" + "\n@string\x00\x1b"
)
FIELDS: dict[str, tuple[Record, Cited, str, str | None]] = {
    "an author": (record(), "published", "author", "{Lee, Ann}"),
    "two authors": (RECORDS["two authors"], "published", "author", "{Lee, Ann and Ek, Bo}"),
    "a particle": (RECORDS["particle"], "published", "author", "{van der Berg, Jan}"),
    "an organisation": (RECORDS["corporate"], "published", "author", "{{Rural Water Board}}"),
    "an organisation with and": (
        record(authors=authors(Person("Fish and Sons, Ltd"))),
        "published",
        "author",
        "{{Fish and Sons, Ltd}}",
    ),
    "a family name that would be parted": (
        record(authors=authors(Person("Ann Fish and Sons", "Ann", "Fish and Sons"))),
        "published",
        "author",
        "{{Fish and Sons}, Ann}",
    ),
    "unsigned": (RECORDS["unsigned"], "published", "author", None),
    "capitals": (record(), "published", "title", "{A {Well} for {Two} {Villages}}"),
    "the outlet": (record(), "published", "journal", "{The Daily Herald}"),
    "the distributor": (record(), "distributed", "journal", "{Common Ground News Service}"),
    "the distributor is not dated": (record(), "distributed", "year", None),
    "the year": (record(), "published", "year", "{2008}"),
    "the month is a macro": (record(), "published", "month", "jun"),
    "the day": (record(), "published", "day", "{13}"),
    "no day is invented": (
        record(published=appearance("H", "2008-06")),
        "published",
        "day",
        None,
    ),
    "nor a month": (record(published=appearance("H", "2008")), "published", "month", None),
    "a date is told once": (record(), "published", "date", None),
    "a range": (RECORDS["edition"], "published", "date", "{2006-10-24/2006-10-30}"),
    "the year of a range": (RECORDS["edition"], "published", "year", "{2006}"),
    "a note": (record(), "published", "note", "{Distributed by Common Ground News Service}"),
    "the archive that holds a copy": (
        record(),
        "held",
        "library",
        f"{{{record().holding.publisher}, {record().id}}}",
    ),
    "not where it is not asked for": (record(), "published", "library", None),
    "the day of access": (
        record(
            received=replace(
                record().received,
                headers=(("warc-date", "2009-03-04"), ("warc-target-uri", "http://h.example/a")),
            )
        ),
        "published",
        "urldate",
        "{2009-03-04}",
    ),
    "no day of access": (record(), "published", "urldate", None),
    "the language": (record(), "published", "langid", "{english}"),
    "an address": (
        record(published=appearance("H", address="http://h.example/a%20b_c?d=1&e#f~g")),
        "published",
        "url",
        "{http://h.example/a%20b_c?d=1&e#f~g}",
    ),
}


@pytest.mark.parametrize(("one", "cited", "field", "wanted"), FIELDS.values(), ids=FIELDS.keys())
def test_field(one: Record, cited: Cited, field: str, wanted: str | None) -> None:
    found = re.search(rf"^  {field} = (.*),$", write([one], cited), re.MULTILINE)
    assert (found[1] if found else None) == wanted


def test_type_and_key() -> None:
    assert write([record()]).startswith("@article{lee2008well,\n")
    assert write([record(published=None, distributed=None)]).startswith("@misc{lee2008well,\n")
    assert write([record(key="a},\n@b{c\\")]).startswith("@article{abc,\n")
    assert write([]) == ""
    with pytest.raises(RepeatedKey, match="lee2008well"):
        write([record(), record(key="Lee2008Well")])


TITLES = {
    "a sentence": ("Peace in Pakistan", "Peace in {Pakistan}"),
    "an abbreviation first": ("UN votes", "{UN} votes"),
    "inside a word": ("The iPhone", "The {iPhone}"),
    "hyphens": ("War in North-South talks", "War in {North-South} talks"),
    "no capitals in the script": ("سلام في باكستان", "سلام في باكستان"),
    "accents": ("Le Élan", "Le {Élan}"),
    "specials": ("A R&D_Plan", r"A {R\&D\_Plan}"),
    "a command": (r"A \Write18", r"A {{\textbackslash{}Write18}}"),
    "spaces": (" A\t b\n", "A b"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("title", "wanted"), TITLES.values(), ids=TITLES.keys())
def test_protect(title: str, wanted: str) -> None:
    assert protect(title) == wanted


ADDRESSES = {
    "as printed": ("www.h.example/a", "www.h.example/a"),
    "braces and a backslash": (r"http://h/{a}\b", "http://h/%7Ba%7D%5Cb"),
    "a percent sign stands": ("http://h/100%25", "http://h/100%25"),
    "other scripts": ("http://h/é", "http://h/%C3%A9"),
    "quotes and spaces": ('http://h/"a b"', "http://h/%22a%20b%22"),
}


@pytest.mark.parametrize(("url", "wanted"), ADDRESSES.values(), ids=ADDRESSES.keys())
def test_address(url: str, wanted: str) -> None:
    assert address(url) == wanted


COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    r"\textbar{}": "|",
    **{f"\\{c}": c for c in "&%$#_"},
}
TOKEN = re.compile(r"\\text[a-z]+\{\}|\\[&%$#_]|[{}]|[^\\{}]")


def read_latex(value: str) -> str:
    """What LaTeX prints for a value; fails on anything that is not plain text, inert."""
    tokens = TOKEN.findall(value)
    assert "".join(tokens) == value, "a command that is not ours"
    assert not set("&%$#_~^<>|") & set(tokens)
    return "".join(COMMANDS.get(token, "" if token in "{}" else token) for token in tokens)


def depth(text: str) -> int:
    """The braces still open at the end, as BibTeX counts them: backslashes do not matter."""
    level = 0
    for character in text:
        level += (character == "{") - (character == "}")
        assert level >= 0
    return level


def tidy(text: str) -> str:
    kept = (c for c in text if not (ord(c) < 32 and c not in "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f"))
    kept = (c for c in kept if not (0x7F <= ord(c) <= 0x9F and c != "\x85"))
    return " ".join("".join(c for c in kept if ord(c) not in (0xFFFE, 0xFFFF)).split())


TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('\\{}%&$#_~^"@,=\n'))


@given(TEXTS)
@example(HOSTILE)
def test_escape_is_inert_and_loses_nothing(text: str) -> None:
    for made in (escape(text), protect(text)):
        assert depth(made) == 0
        assert read_latex(made) == tidy(text)


@given(TEXTS, TEXTS, TEXTS)
@example(HOSTILE, HOSTILE, HOSTILE)
def test_parses_back(title: str, name: str, url: str) -> None:
    one = titled(
        f"T{title}",
        key="one",
        authors=authors(Person(f"N{name}")),
        published=appearance(f"J{title}", address=f"http://h/{url}"),
    )
    library = parse_string(write([one, record()]))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ["one", "lee2008well"]
    entry = library.entries[0]
    assert read_latex(entry["title"]) == tidy(f"T{title}")
    assert read_latex(entry["author"]) == tidy(f"N{name}")
    assert read_latex(entry["journal"]) == tidy(f"J{title}")
    assert re.fullmatch(r"http://h/[!#-\[\]_a-z~@]*", entry["url"])


@pytest.mark.skipif(not shutil.which("biber"), reason="biber is not installed (make tools)")
@pytest.mark.parametrize("cited", ["published", "distributed"])
def test_biber_takes_it(tmp_path: Path, cited: Cited) -> None:
    hostile = titled(
        HOSTILE,
        key="hostile",
        authors=authors(Person(HOSTILE), Person(HOSTILE, HOSTILE, HOSTILE)),
        published=appearance(HOSTILE, "2008-06-13", HOSTILE),
    )
    source = tmp_path / "records.bib"
    source.write_text(write([*RECORDS.values(), hostile], cited), encoding="utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "--nolog", source.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    complaints = [line for line in done.stdout.splitlines() if re.match("WARN|ERROR", line)]
    # what the piece does not say, an entry cannot say
    silent = re.compile(r"Missing mandatory field (- one of )?'(author|date, year)'")
    assert done.returncode == 0
    assert [line for line in complaints if not silent.search(line)] == []
    if cited == "published":
        assert len(complaints) == 2  # the unsigned one and the undated one
    written = (tmp_path / "records_bibertool.bib").read_text(encoding="utf-8")
    assert written.count("@ARTICLE") == len(RECORDS) + 1


NAMES = {
    "a particle that BibTeX knows": ("van der Berg", "van der Berg"),
    "a hyphenated particle": ("al-Hakim", "{al-Hakim}"),
    "a small word inside": ("De La Fuente y Gómez", "{De La Fuente y Gómez}"),
    "two capitals": ("Ortega Gómez", "Ortega Gómez"),
    "a hyphen": ("Adebayo-Smith", "Adebayo-Smith"),
}


@pytest.mark.parametrize(("family", "printed"), NAMES.values(), ids=NAMES.keys())
def test_a_family_name_stays_whole(family: str, printed: str) -> None:
    person = Person(f"Ann {family}", "Ann", family)
    assert f"author = {{{printed}, Ann}}" in write([record(authors=authors(person))])


def test_a_suffix_stands_between_family_and_given_names() -> None:
    person = Person("J. R. Doe, Jr.", "J. R.", "Doe")
    assert "author = {Doe, Jr., J. R.}" in write([record(authors=authors(person))])
