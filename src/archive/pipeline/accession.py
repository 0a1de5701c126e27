"""Taking copies in, and running the rules again over the copies that are kept."""

from __future__ import annotations

import difflib
import hashlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from archive import tei
from archive.attribution.known import in_full
from archive.errors import ForbiddenError
from archive.model.article import Article
from archive.model.capture import Capture
from archive.model.facts import facts
from archive.model.identity import new_id, new_key, year_of
from archive.model.record import Change, Received, Record, source_name
from archive.model.tombstone import Run, Tombstone
from archive.pipeline import checking
from archive.pipeline.archives import Archive
from archive.pipeline.records import load, parsed
from archive.pipeline.sources import NoArticle, Source, retake, take
from archive.resources import version
from archive.store import config
from archive.store.durable import reporting
from archive.store.records import RecordChanged
from archive.store.stored import Stored
from archive.store.withdrawn import Withdrawn
from archive.validate import Finding

READ_BY_RULES = "Read from the received copy by the rules."
READ_AGAIN = "Read again from the received copy by the rules of archive {}."


class UnsoundEdit(ForbiddenError):
    """A person's edit breaks rules of validation, and cannot be signed as it is."""

    code = "E405"

    def __init__(self, id: str, errors: Sequence[Finding]) -> None:
        first = errors[0]
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        super().__init__(
            f"{first.path}:{first.line}: the edit is unsound: [{first.rule}] {first.message}{more}",
            hint=f"mend it and accept it then; 'archive validate {id}' shows all of it",
        )


class OneArticleNow(ForbiddenError):
    """The rules find one article in a copy where they found two before, and two records are."""

    code = "E406"

    def __init__(self, id: str, other: str) -> None:
        super().__init__(
            f"{id}: the rules read it and {other} as one article now; it stays as it is",
            hint=f"compare the two: 'archive withdraw {id} --see {other} --by NAME --because WHY',"
            " or edit this one and accept it",
        )


class Outcome(StrEnum):
    """What became of a record (or would, in a dry run)."""

    NEW = "new"
    HELD = "held"  # the same bytes are in the archive already
    UNCHANGED = "unchanged"
    REBUILT = "rebuilt"
    KEPT = "kept"  # a person has edited it: the rules have no say


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one record.

    Attributes:
        id: of the record.
        outcome: what became of it.
        facts: how many facts the rules find now.
        before: record.xml as it was; empty for a new one.
        after: record.xml as the rules write it now.
        unsigned: whether a person edited record.xml, and nobody has accepted the edit.
    """

    id: str
    outcome: Outcome
    facts: int
    before: bytes
    after: bytes
    unsigned: bool = False

    def diff(self) -> str:
        """The unified difference between before and after; empty for none."""
        old, new = (
            document.decode(errors="replace").splitlines(keepends=True)
            for document in (self.before, self.after)
        )
        return "".join(difflib.unified_diff(old, new, f"{self.id}/record.xml", "by the rules"))


@contextmanager
def intake(archive: Archive, *, dry_run: bool = False) -> Iterator[Intake]:
    """Take copies in, one after the other, while nobody else changes the archive."""
    with archive.store.reading() if dry_run else archive.store.writing():
        yield Intake(archive, dry_run)


class Intake:
    """What the archive holds, looked up once for all the copies that come in."""

    def __init__(self, archive: Archive, dry_run: bool) -> None:
        self._archive, self._dry_run = archive, dry_run
        self._agents = archive.agents
        self._held = archive.store.sources()  # SHA-256 -> ids
        self._gone = archive.store.tombstones()
        self._ids = {*archive.store.ids(), *(tombstone.id for tombstone in self._gone)}
        self._keys = {*_keys(archive), *(tombstone.key for tombstone in self._gone)}

    def take(
        self, source: Source, now: datetime, reader: str | None = None
    ) -> list[Done | Withdrawn]:
        """Read a copy, and keep its bytes beside each record made of it: one for each article.

        The same bytes again change nothing; an article of them that no record holds (because the
        program was stopped before it came to it, or the rules have learnt to find it and
        ``rebuild`` has run) is taken in. An article that was withdrawn is not: the error that says
        so takes its place. Empty for a copy without an article. ``now`` is in UTC.

        Raises:
            InputError: it cannot be read.
            ForbiddenError: the archive cannot take it.
        """
        ids = self._held.get(hashlib.sha256(source.data).hexdigest(), [])
        known = [load(self._archive, id) for id in ids]
        held: list[Done | Withdrawn] = [
            Done(r.id, Outcome.HELD, len(facts(r)), r.xml, r.xml) for r in known
        ]
        if any(record.extent is None for record in known):
            return held
        articles, received = take(source, now.strftime("%Y-%m-%dT%H:%M:%SZ"), reader)
        fresh = [a for a in articles if not any(_overlap(a, record) for record in known)]
        return [*held, *(self._new(source, article, received) for article in fresh)]

    def _new(self, source: Source, article: Article, received: Received) -> Done | Withdrawn:
        gone = self._withdrawn(Run.of(article.extent, received.sha256))
        return Withdrawn(gone) if gone else self._keep(source, article, received)

    def _withdrawn(self, run: Run) -> Tombstone | None:
        """What is left of a record that had the same characters of the same copy."""
        runs = ((gone, other) for gone in self._gone for other in gone.sources)
        return next((gone for gone, other in runs if other.shares(run)), None)

    def _keep(self, source: Source, article: Article, received: Received) -> Done:
        sha256 = received.sha256
        id = new_id(article, sha256, self._ids)
        article = in_full(article, self._agents)
        record = _record(self._archive, article, received, id, new_key(article, sha256, self._keys))
        document = tei.write(record)
        if not self._dry_run:
            files = _files(document, source, received)
            self._archive.store.create(id, year_of(record), files)
            self._held.setdefault(sha256, []).append(id)
        self._ids.add(id)
        self._keys.add(record.key)
        return Done(id, Outcome.NEW, len(facts(record)), b"", document)


def _overlap(one: Article, other: Article) -> int:
    """How many characters two articles of one source share; of a whole source, all of them."""
    if one.extent is None or other.extent is None:
        return sys.maxsize
    shared = min(one.extent.end, other.extent.end) - max(one.extent.start, other.extent.start)
    return max(0, shared)


def _files(document: bytes, source: Source, received: Received) -> dict[str, bytes]:
    path = source_name(received.filename)
    sidecar = str(Path(path).with_suffix(".json"))
    capture = Capture(received, source.how).to_json()
    return {"record.xml": document, path: source.data, sidecar: capture}


def _keys(archive: Archive) -> Iterator[str]:
    """The citation keys in use. A record that cannot be read has none to give away."""
    for id in archive.store.ids():
        with suppress(tei.UnreadableRecord):
            yield load(archive, id).key


def _record(archive: Archive, article: Article, received: Received, id: str, key: str) -> Record:
    return Record.of(
        article,
        id=id,
        key=key,
        received=received,
        holding=config.holding(archive.config),
        history=(Change(received.received[:10], READ_BY_RULES),),
        program=version(),
    )


def rebuild(
    archive: Archive, id: str, day: str, *, dry_run: bool = False, force: bool = False
) -> Done:
    """Run the rules again over the kept source of a record.

    What they read otherwise now is written, and enters the record's history under ``day`` (ISO
    8601); a record that would say the same stays as it is to the byte, whichever version read it.
    So does a record that a person has edited, unless forced.

    Raises:
        RecordChanged: record.xml was edited and the edit has not been accepted.
        DamagedRecord: the source is not what was received; no record is made of it.
        OneArticleNow: the rules find one article where an earlier record of the source has a part
            of it too; that one gets it.
        UnreadableAgent: the file of an agent is none, whichever record it is.
        ArchiveError: the record or its source cannot be read.
    """
    with archive.store.reading() if dry_run else archive.store.writing():
        stored = archive.store.load(id)
        if stored.edited and not force and not dry_run:
            raise RecordChanged(id, stored.path / "record.xml")
        done = _reread(archive, stored, day)
        if force and done.outcome is Outcome.KEPT:
            done = replace(done, outcome=Outcome.REBUILT)
        if done.outcome is Outcome.REBUILT and not dry_run:
            archive.store.replace(id, done.after, over=stored.xml)
        return done


def compared(archive: Archive, done: Done | Withdrawn, now: datetime) -> Done | Withdrawn:
    """What became of a copy; of a record that was there, what the rules would change in it."""
    if isinstance(done, Withdrawn) or not done.before:
        return done
    return rebuild(archive, done.id, now.date().isoformat(), dry_run=True)


def _reread(archive: Archive, stored: Stored, day: str) -> Done:
    """What the rules make of a stored source now, beside the record that is there."""
    copy = stored.captures[0].copy
    with reporting(stored.path):
        source = Source(copy.filename, stored.received(), stored.captures[0].how, copy.container)
    known = parsed(stored)
    articles, received = retake(source, copy)
    article = max(articles, key=lambda each: _overlap(each, known), default=None)
    if article is None or not _overlap(article, known):
        raise NoArticle
    edited = stored.edited or known.history[0].who is not None
    if article.extent != known.extent and not edited:
        _refuse_second(archive, article, known)
    article = in_full(article, archive.agents)
    record = _record(archive, article, received, stored.id, known.key)
    count = len(facts(record))
    as_before = tei.write(replace(record, history=known.history, program=known.program))
    if tei.without_prolog(as_before) == tei.without_prolog(stored.xml):
        return Done(stored.id, Outcome.UNCHANGED, count, stored.xml, stored.xml)
    again = Change(day, READ_AGAIN.format(version()))
    earlier = known.history[known.history[0] == again :]  # once a day is enough
    document = tei.write(replace(record, history=(again, *earlier)))
    outcome = Outcome.KEPT if edited else Outcome.REBUILT
    return Done(stored.id, outcome, count, stored.xml, document, stored.edited)


def _refuse_second(archive: Archive, article: Article, known: Record) -> None:
    """Refuse to make two records of one article; it goes to the one that begins first."""
    for id in archive.store.sources()[known.received.sha256]:
        other = load(archive, id)
        if _place(other) < _place(known) and _overlap(article, other):
            raise OneArticleNow(known.id, id)


def _place(record: Record) -> tuple[int, str]:
    """Where a record begins in its source; two that begin together go by their names."""
    return record.extent.start if record.extent else 0, record.id


def accept(archive: Archive, id: str, change: Change) -> bool:
    """Take a person's edit of record.xml into the record: the change goes into its history.

    Returns:
        Whether there was an edit to take in.

    Raises:
        UnreadableRecord: the edited file is no record any more.
        UnsoundEdit: it breaks a rule; nothing is signed.
    """
    with archive.store.writing():
        stored = archive.store.load(id)
        if not stored.edited:
            return False
        try:  # a fact that names the editor names nobody until the edit is signed
            signed = tei.sign(stored.xml, change)
            tei.read(signed)
        except tei.UnreadableRecord as error:
            raise error.at(str(stored.path / "record.xml")) from None
        errors = checking.errors_in(archive, id, signed)
        if errors:
            raise UnsoundEdit(id, errors)
        archive.store.replace(id, signed, over=stored.xml)
    return True
