"""Records cited: a bibliography, citations by themselves, a document that cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from archive import cite
from archive.errors import ArchiveError, Undecodable, UnknownName, UsageError
from archive.export import Cited, csl_json
from archive.model.record import Record
from archive.pipeline.archives import Archive
from archive.pipeline.records import FileExists, load, load_readable
from archive.store import durable

_KEY = re.compile(rb'<idno\s[^<>]*type="citation-key"[^<>]*>\s*([!-~]+?)\s*</idno>')


class NoStyle(UsageError):
    """No style was named, and archive.toml names none."""

    code = "E223"

    def __init__(self) -> None:
        super().__init__("no style: archive.toml names none", hint="name one with --style")


class NotACitation(UsageError):
    """What is to be cited is written as no citation."""

    code = "E224"

    def __init__(self, text: str) -> None:
        super().__init__(
            f"this is no citation: {text!r}",
            hint="write it as pandoc does: '[see @key, p. 3; @other]', or '@key [p. 3]'",
        )


@dataclass(frozen=True)
class Manner:
    """How things are cited.

    Attributes:
        style: a name, an alias, or the path of a ``.csl`` file.
        locale: of the citations; the style's own if None.
        cited: which appearance of a piece is cited.
    """

    style: str
    locale: str | None = None
    cited: Cited = "published"


@dataclass(frozen=True)
class Output:
    """What is printed, and what could not be.

    Attributes:
        text: in the form wanted; it ends its last line.
        failures: why some of it is missing, or all of it.
        warnings: what was done otherwise than asked.
    """

    text: str
    failures: list[ArchiveError] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def references(
    records: Sequence[Record], manner: Manner, engine: str = "archive"
) -> cite.References:
    """The bibliography of records. Raises as ``cite.references`` does."""
    items = [csl_json.item(record, manner.cited) for record in records]
    return cite.references(items, manner.style, manner.locale, engine)


def bibliography(
    archive: Archive, ids: Iterable[str], manner: Manner, form: str, engine: str
) -> Output:
    """The bibliography of the records with these ids, or of all. Raises as ``references``."""
    records, failures = load_readable(archive, ids)
    made = references(records, manner, engine)
    return Output(made.write(form), [*failures, *made.failures], made.warnings)


def clusters(archive: Archive, written: Sequence[str], manner: Manner, form: str) -> Output:
    """Citations as they stand in a text, one a line, in the order of a document.

    Raises:
        NotACitation: one is not written as pandoc writes citations.
        CannotCite: the style prints nothing for one. And as ``references``.
    """
    from archive.cite.csl import writers  # late: `archive --help` does without
    from archive.cite.csl.clusters import Cluster
    from archive.cite.csl.locale import Locale
    from archive.cite.markdown import citations, locators

    failures: list[ArchiveError] = []
    items = _Items(archive, manner.cited)
    locale, _ = cite.locale_for(manner.style, manner.locale)
    terms = locators.Terms.of(Locale.load(locale))
    made = []
    for text in written:
        found = citations.read(text, terms)
        if found is None or found.stray:
            raise NotACitation(text)
        unknown = [cited.id for cited in found.cites if cited.id not in items]
        failures += [UnknownName("citation key", key, items, "archive list") for key in unknown]
        if not unknown:
            cites = tuple(replace(each, id=items[each.id]["id"]) for each in found.cites)
            made.append(Cluster(cites, composite=found.composite))
    used = {each.id: items[each.id] for cluster in made for each in cluster.cites}
    trees, warnings = cite.citations(used.values(), made, manner.style, manner.locale)
    write = writers.load(form).write
    return Output("".join(f"{write(tree)}\n" for tree in trees), failures, warnings)


def document(archive: Archive, name: str, manner: Manner, form: str) -> Output:
    """A Markdown document with its citations printed, and the list of what it cites.

    Args:
        archive: whose records it cites, by their keys or their ids.
        name: of a file, or ``-`` for standard input.
        manner: of citing.
        form: ``markdown``, or ``html`` for a page.

    Raises:
        InputError: it cannot be read. And as ``references``.
    """
    from archive.cite.markdown import document as markdown  # late: only documents need it
    from archive.pipeline.sources import load_bytes  # late: it brings all rules that read

    text = _utf8(load_bytes(None if name == "-" else Path(name)))
    items = _Items(archive, manner.cited)
    made = markdown.write(text, items, manner.style, manner.locale, form)
    return Output(made.text, made.failures, made.warnings)


class _Items(Mapping[str, cite.Item]):
    """The items of an archive by the keys and the ids of their records; a key goes before an id.

    Of a large archive a document cites little: a record is read when it is asked for, and until
    then only its key is looked for. Raises what ``records.load`` does when an item is asked for.
    """

    def __init__(self, archive: Archive, cited: Cited) -> None:
        self._archive, self._cited = archive, cited
        self._made: dict[str, cite.Item] = {}
        with archive.store.reading():
            keys = {id: _key(archive, id) for id in archive.store.ids()}
        self._ids = {id: id for id in keys} | {key: id for id, key in keys.items() if key}

    def __getitem__(self, key: str) -> cite.Item:
        id = self._ids[key]
        if id not in self._made:
            with self._archive.store.reading():
                self._made[id] = csl_json.item(load(self._archive, id), self._cited)
        return self._made[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def _key(archive: Archive, id: str) -> str:
    """The citation key in a record; empty if it cannot be read."""
    try:
        found = _KEY.search(archive.store.load(id).xml)
    except ArchiveError:
        return ""
    return found[1].decode() if found else ""


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Undecodable(data, error.start, "is not UTF-8") from None


def write_to(output: str, text: str, *, force: bool) -> None:
    """Write into a file.

    Raises:
        FileExists: it is there and is not to be replaced.
        StorageError: the disk would not; the file is whole, or as it was.
    """
    path = Path(output)
    with durable.reporting(path):
        there = path.exists()
    if there and (not force or not path.is_file()):
        raise FileExists(path)
    with durable.reporting(path):
        durable.make_folders(path.parent)
        durable.replace_file(path, text.encode())
