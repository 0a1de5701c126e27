"""Folders with one fault each, from the tables of the tests: ``make fixtures`` writes tests/bad/.

A folder is called by the rule that it breaks and by what is wrong. In it lies what lies in an
archive: ``records/<year>/<id>/``, and where the fault is one among records, or of an agent,
archive.toml and ``records/_agents/``. What git cannot hold (sizes, links, names of strange bytes)
is made by tests/validate/test_hostile.py.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from archive.validate import Target
from validate import agents, elements
from validate.records import JANE, changed, edited, renamed, structured
from validate.specimens import J, marked
from validate.test_agents import BAD as OF_AGENTS
from validate.test_agents import NOBODY
from validate.test_beside import TOMBSTONES, of_tombstone
from validate.test_folders import FOLDERS, MANIFEST, WHOLE, files
from validate.test_likeness import AGAIN, FIRST
from validate.test_relations import CASES as RELATIONS
from validate.test_relations import TRANSLATION, A, C, pointing
from validate.test_rules import BAD, EVIDENCE, GRANT, Bad, place

HOME = Path(__file__).parents[1] / "bad"
EXPECTED = "expected.json"
_MOST = 100_000  # bytes of a record.xml that is worth keeping
_LOST = f"{'0' * 64}  source/0002.json\n".encode()
_CONFIG = b'title = "The Wire Archive"\n'


@dataclass(frozen=True)
class Fixture:
    """A folder that breaks one rule.

    Attributes:
        name: of the folder, the code first.
        files: path from the folder -> bytes.
        path: of the file with the fault, from the folder.
        line: where in it, counted from 1.
        column: counted from 1; None where the parser gives it.
    """

    name: str
    files: Mapping[str, bytes]
    path: str
    line: int
    column: int | None

    @property
    def rule(self) -> str:
        """The code of the rule that is broken."""
        return self.name.partition("-")[0]


MORE: dict[str, Bad] = {
    "a grant without its words": Bad(
        "G001",
        "<list type",
        f'<quote source="src:392,440" {EVIDENCE}"#rule.rights.granted">{GRANT}</quote>',
        "",
    ),
    "an author from nowhere": Bad(
        "G001", "<author ref", 'author ref="#pers-1" source="src:102,109"', 'author ref="#pers-1"'
    ),
    "an answer from nobody": Bad(
        "P001",
        "<place xml:id",
        f'source="src:153,157" {JANE}',
        'source="src:153,157" cert="high" resp="#resp-jane #resp-jan"',
        edited,
    ),
    "an organisation misspelt": Bad(
        "P001",
        "<orgName ref",
        f'orgName ref="#org-rwb" {JANE}',
        f'orgName ref="#org-rwbb" {JANE}',
        edited,
    ),
}


def every() -> Iterator[Fixture]:
    """All fixtures, in no order."""
    yield from (_of_table(*item) for item in [*BAD.items(), *MORE.items()])
    yield from _of_folders()
    yield from _of_elements()
    yield from _of_agents()
    yield from _of_pointers()
    yield from _among()
    yield from _beside()
    yield from _of_relations()


def contents() -> dict[str, bytes]:
    """Everything below tests/bad/: path from there -> bytes."""
    fixtures = sorted(every(), key=lambda fixture: fixture.name)
    found = {f"{f.name}/{path}": data for f in fixtures for path, data in f.files.items()}
    places = {f.name: [f.path, f.line, f.column] for f in fixtures}
    assert len(places) == len(fixtures), "two fixtures have one name"
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(at)}" for name, at in places.items())
    return found | {EXPECTED: f"{{\n{lines}\n}}\n".encode()}


def _named(rule: str, name: str) -> str:
    return f"{rule}-{re.sub('[^a-z0-9]+', '-', name.lower()).strip('-')}"


def _home(whole: Target) -> str:
    return f"records/{whole.year or 'undated'}/{whole.id}"


def laid(whole: Target) -> dict[str, bytes]:
    """The files of a record, where they lie in an archive."""
    found = {**whole.files, "record.xml": whole.xml}
    found |= {f"{name}/.keep": b"" for name in whole.odd}  # a folder, in the place of a file
    return {f"{_home(whole)}/{name}": content for name, content in found.items()}


def _of_table(name: str, bad: Bad) -> Fixture:
    whole = changed(bad.base(), (bad.old, bad.new))
    where = place(whole.xml, bad.tag)
    return Fixture(_named(bad.rule, name), laid(whole), f"{_home(whole)}/record.xml", *where)


def _of_folders() -> Iterator[Fixture]:
    listed = WHOLE.files[MANIFEST] + _LOST
    more = {
        "a file lost that the manifest lists": (files(WHOLE, manifest=listed), "F004", MANIFEST, 4)
    }
    for name, (whole, rule, path, line) in [*FOLDERS.items(), *more.items()]:
        if len(whole.xml) < _MOST:
            column = None if rule[0] == "X" or rule == "I003" or path == "record.xml" else 1
            yield Fixture(_named(rule, name), laid(whole), f"{_home(whole)}/{path}", line, column)


def _of_elements() -> Iterator[Fixture]:
    for fault in elements.FAULTS:
        for name in elements.names():
            found = elements.broken(name, fault)
            if found is not None:
                home = f"{_home(found.target)}/record.xml"
                where = (home, found.line, found.column)
                yield Fixture(_named("G001", f"{name} {fault}"), laid(found.target), *where)


def _archive(*records: Target, of: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """An archive of these records, and of agents."""
    found = {"archive.toml": _CONFIG}
    for record in records:
        found |= laid(record)
    return found | {f"records/_agents/{id}.xml": text.encode() for id, text in (of or {}).items()}


def _of_agents() -> Iterator[Fixture]:
    for name, bad in OF_AGENTS.items():
        text = agents.ALL[bad.id].replace(bad.old, bad.new, 1)
        parsed = bad.rule in ("X001", "X002")
        line, column = place(text.encode(), bad.new if parsed else bad.tag)
        yield Fixture(
            _named(bad.rule, f"agent {name}"),
            _archive(marked(), of=agents.ALL | {bad.id: text}),
            f"records/_agents/{bad.id}.xml",
            line,
            None if parsed else column,
        )


POINTERS = {
    "to no agent": ("A003", "heralds"),
    "to an agent of another kind": ("A004", "lee-ann"),
    "to an agent that is not called so": ("A005", "studies"),
}


def _of_pointers() -> Iterator[Fixture]:
    full = '<orgName type="full">The Herald</orgName>'
    for name, (rule, id) in POINTERS.items():
        whole = changed(marked(), (full, f'{full}<idno type="agent" {J}>{id}</idno>'))
        where = place(whole.xml, '<idno type="agent"')
        path = f"{_home(whole)}/record.xml"
        yield Fixture(_named(rule, name), _archive(whole, of=agents.ALL), path, *where)


def _among() -> Iterator[Fixture]:
    one, other = marked(), structured()
    cases = {
        "R001": ("the same text", FIRST, AGAIN, '<div type="article"'),
        "I004": ("the same identifier", one, renamed(other, one.id, "wells"), "<TEI"),
        "I005": ("the same key", one, renamed(other, "wells", "lee2008well"), '<idno type="cit'),
        "I006": ("the same article", other, renamed(other, "wells", "wells"), "<bibl xml:id"),
    }
    for rule, (name, first, second, tag) in cases.items():
        path = f"{_home(second)}/record.xml"
        where = place(second.xml, tag)
        yield Fixture(_named(rule, name), _archive(first, second), path, *where)


def _beside() -> Iterator[Fixture]:
    """Faults of what lies beside the records."""
    tombstones = ("no reason", "another name than the file's", "a record that is there")
    for name in (*tombstones, "nothing in its place"):
        content, (rule,) = TOMBSTONES[name]
        path = of_tombstone(rule)
        key = {"W002": b'"id"', "W004": b'"see"'}.get(rule, b"{")
        line = content.partition(key)[0].count(b"\n") + 1
        yield Fixture(_named(rule, name), _archive(marked()) | {path: content}, path, line, 1)
    nobody = _archive(marked(), of={"lee-ann": NOBODY})
    yield Fixture("A010-nobody-s-name", nobody, "records/_agents/lee-ann.xml", 1, 1)
    for rule, path, inside in (
        ("B001", "records/2008/Lee_Rain", "/notes.txt"),
        ("B003", "records/2008/notes.txt", ""),
    ):
        yield Fixture(
            f"{rule}-beside-the-records", _archive(marked()) | {path + inside: b"x\n"}, path, 1, 1
        )


def _of_relations() -> Iterator[Fixture]:
    for name in ("not there", "withdrawn", "itself", "each other"):
        pointers, tombstones, (rule, home), _ = RELATIONS[name]
        records = [pointing(*item) for item in pointers.items()]
        yield _related(rule, name, records, home, tombstones)
    records = [pointing(A, None, "no"), pointing(C, TRANSLATION, "no")]
    yield _related("R005", "one language", records, C, {})


def _related(
    rule: str, name: str, records: list[Target], home: str, tombstones: Mapping[str, bytes]
) -> Fixture:
    (broken,) = (record for record in records if home.endswith(f"/{record.id}"))
    where = place(broken.xml, "<relatedItem")
    path = f"{_home(broken)}/record.xml"
    return Fixture(_named(rule, name), {**_archive(*records), **tombstones}, path, *where)


def main() -> None:
    """Write tests/bad/ anew."""
    for old in HOME.iterdir():
        if old.is_dir():
            shutil.rmtree(old)
    for path, data in contents().items():
        file = HOME / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


if __name__ == "__main__":
    main()
