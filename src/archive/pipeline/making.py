"""``make archive``: every record rebuilt, validated and cited, and ``build/`` written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import PurePath

from archive.cite.csl import styles
from archive.errors import ArchiveError
from archive.model.record import Record
from archive.model.summary import summary
from archive.pipeline import checking
from archive.pipeline.accession import Outcome, rebuild
from archive.pipeline.archives import Archive
from archive.pipeline.baseline import pass_over
from archive.pipeline.citing import Manner, references
from archive.pipeline.memory import Memory
from archive.pipeline.records import export, load_all
from archive.pipeline.results import Results
from archive.tei.agents import UnreadableAgent
from archive.validate import Checked, Finding
from archive.validate.target import place

EXPORTS = {"references.bib": "bibtex", "references.json": "csl-json"}


@dataclass
class Made:
    """What one run did.

    Attributes:
        records: how many the archive holds.
        outcomes: of rebuilding, how many records each. A record that is, to the byte, as it was
            when this program last found it sound counts as unchanged and is not read again.
        failures: what could not be rebuilt, or not be cited.
        checked: what validation looked at and found.
        written: files of ``build/`` that are new or changed.
    """

    records: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    failures: list[ArchiveError] = field(default_factory=list)
    checked: Checked = field(default_factory=Checked)
    written: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether a record was written."""
        return self.outcomes[Outcome.REBUILT] > 0

    @property
    def exit_code(self) -> int:
        """Of the worst that happened."""
        wrong = self.checked.count("error") > 0
        return max([int(wrong), *(failure.exit_code for failure in self.failures)])

    def summary(self) -> str:
        """What happened, for a person, in three lines."""
        counted = ", ".join(f"{n:,} {what.value}" for what, n in self.outcomes.items() if n)
        built = f"{len(self.written)} files written" if self.written else "up to date"
        return f"records  {counted or 'none'}\nchecked  {self.checked.summary()}\nbuild/   {built}"


def make(archive: Archive, day: str) -> Made:
    """Bring every record and ``build/`` up to date, doing only what has to be done.

    Records that the rules read otherwise now say so in their history, under ``day``.

    Raises:
        UnreadableAgent: the file of an agent is none; nothing is decided by the others.
    """
    memory = Memory(archive)
    with archive.store.reading():
        results = Results(archive)
        homes = {archive.root / name: name for name in results.digests}
    made = Made(records=len(homes))
    current = memory.is_current(results.digests)
    for home, name in homes.items():
        if memory.is_settled(name, results.digests[name]):
            made.outcomes[Outcome.UNCHANGED] += 1
        else:
            _rebuild(archive, home.name, day, made)
    with archive.store.reading():
        if made.changed:
            results = Results(archive)
        found = checking.checked(archive, results)
    made.checked = pass_over(found, archive.config.baseline, whole=True)
    if not current and not made.failures:
        _write(archive, memory, made)
    if not current:
        memory.keep(_settled(results, made.checked), complete=made.exit_code == 0)
    return made


def _rebuild(archive: Archive, id: str, day: str, made: Made) -> None:
    try:
        made.outcomes[rebuild(archive, id, day).outcome] += 1
    except UnreadableAgent:  # it would be the same with every record
        raise
    except ArchiveError as error:
        made.failures.append(error)


def _settled(results: Results, checked: Checked) -> dict[str, str]:
    """The records in which nothing is wrong; the others are read again next time."""
    wrong = {place(f.path) for f in checked.findings if f.severity == "error"}
    return {name: digest for name, digest in results.digests.items() if name not in wrong}


def _write(archive: Archive, memory: Memory, made: Made) -> None:
    ids = archive.store.ids()
    try:
        records = load_all(archive, ids) if ids else []
        for name, text in outputs(archive, records, made.checked.findings, made.failures):
            if memory.put(name, text):
                made.written.append(name)
    except ArchiveError as error:
        made.failures.append(error)


def outputs(
    archive: Archive,
    records: Sequence[Record],
    findings: Sequence[Finding],
    failures: list[ArchiveError],
) -> Iterator[tuple[str, str]]:
    """The files of ``build/``: name and content. The same records give the same bytes.

    What a style cannot print is added to ``failures``.
    """
    for name, form in EXPORTS.items():
        yield name, export(records, form)
    for style in archive.config.styles:
        printed = references(records, Manner(style, archive.config.locale))
        failures += printed.failures
        name = PurePath(style).name.removesuffix(".csl")  # a style may be a file anywhere
        yield f"citations/{name}.txt", printed.write("text")
        yield f"citations/{name}.html", _page(archive, style, printed.write("html"))
    yield "report.txt", report(archive, records, findings)


def _page(archive: Archive, style: str, entries: str) -> str:
    title = escape(f"{archive.config.title}: {styles.resolve(style).title}")
    return (
        "<!DOCTYPE html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n"
        "<style>body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem;"
        " font: 1rem/1.5 Georgia, serif; overflow-wrap: anywhere }"
        " h1 { font-size: 1.25rem }</style>\n"
        f"</head>\n<body>\n<h1>{title}</h1>\n{entries}</body>\n</html>\n"
    )


def report(archive: Archive, records: Sequence[Record], findings: Sequence[Finding]) -> str:
    """What the archive holds, and what is wrong with it."""
    rows = [summary(record) for record in records]
    lines = [archive.config.title, "", f"records: {len(rows)}"]
    for field_name in ("publication", "distribution", "language", "rights"):
        lines.append(f"by {field_name}:")
        counted = Counter(row[field_name] or "not stated" for row in rows)
        lines += [f"  {n:>6}  {value}" for value, n in sorted(counted.items())]
    lines += ["", "records by id:"]
    for row in rows:
        stated = [row["title"], row["authors"], row["publication"], row["date"], row["rights"]]
        lines += [f"  {row['id']}", f"    {' | '.join(part or '-' for part in stated)}"]
    lines += ["", f"findings: {len(findings) or 'none'}"]
    lines += [f"  {f.path}:{f.line}: {f.severity}[{f.rule}] {f.message}" for f in findings]
    return "\n".join(lines) + "\n"
