"""``archive withdraw``, and what every other verb says of a withdrawn record."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from commandline import DATA, ID, Archive
from pipeline.test_many import EDITION

WHO = ("--by", "Jane Doe", "--because", "Taken in twice.")
OTHER = f"{ID}-2"


@pytest.fixture
def two(archive: Archive, well: Path) -> Archive:
    """The archive, with the same article in two records."""
    assert well.name == ID
    Path("copy.txt").write_bytes(DATA + b"\n")
    assert archive("ingest", "copy.txt").code == 0
    return archive


def tombstone(id: str = ID) -> Path:
    return Path("records/_withdrawn") / f"{id}.json"


def test_withdraw(two: Archive) -> None:
    done = two("withdraw", ID, *WHO, "--see", OTHER)
    assert (done.code, done.out) == (0, f"{ID}  withdrawn  by Jane Doe, see {OTHER}\n")
    kept = json.loads(tombstone().read_bytes())
    assert kept.pop("withdrawn").startswith("20")
    (source,) = kept.pop("sources")
    assert source.keys() == {"sha-256"}
    assert kept == {
        "because": "Taken in twice.",
        "by": "Jane Doe",
        "citation-key": "lee2008well",
        "id": ID,
        "see": OTHER,
        "title": "A Well for Two Villages",
        "year": "2008",
    }
    assert two("list").err == "1 record, 1 withdrawn\n"
    assert two("validate").err.startswith("1 record, 0 errors, 0 warnings")


VERBS = {
    "show": ("show", ID),
    "cite": ("cite", ID),
    "export": ("export", ID),
    "rights": ("rights", ID),
    "rebuild": ("rebuild", ID),
    "validate": ("validate", ID),
    "accept": ("accept", ID, *WHO),
    "withdraw": ("withdraw", ID, *WHO),
    "see": ("withdraw", OTHER, *WHO, "--see", ID),
}


def test_every_verb_says_so(two: Archive) -> None:
    two("withdraw", ID, *WHO)
    for name, arguments in VERBS.items():
        done = two(*arguments)
        assert done.code == 4, name
        assert f"error[E407]: {ID} was withdrawn on 20" in done.err
        assert "by Jane Doe: Taken in twice." in done.err


def test_a_withdrawn_copy_is_not_taken_in_again(two: Archive) -> None:
    two("withdraw", ID, *WHO)
    for verb in ("ingest", "make"):
        done = two(verb, "well.txt")
        assert done.code == 4
        assert f"error[E407]: well.txt: {ID} was withdrawn" in done.err
    assert two("ingest", "--diff", "well.txt").code == 4
    assert len(list(Path("records/2008").iterdir())) == 1


def test_of_an_edition_only_the_withdrawn_article_is_kept_out(archive: Archive) -> None:
    Path("edition.txt").write_text(EDITION)
    wells, lamps = (line.split()[0] for line in archive("ingest", "edition.txt").out.splitlines())
    archive("withdraw", wells, *WHO)
    done = archive("ingest", "edition.txt")
    assert (done.code, done.out.split()[:2]) == (4, [lamps, "held"])
    assert done.err.count("error[E407]") == 1
    assert done.err.endswith("1 held, 1 failed\n")
    assert wells in done.err


@pytest.mark.usefixtures("well")
def test_a_copy_that_another_record_holds_is_held(archive: Archive) -> None:
    """Of one copy two records were made by mistake; the one that stays holds it."""
    archive("withdraw", ID, *WHO)
    kept = json.loads(tombstone().read_bytes())
    tombstone().unlink()
    archive("ingest", "well.txt")
    tombstone("2008-well").write_text(json.dumps(kept | {"id": "2008-well"}))
    done = archive("ingest", "well.txt")
    assert (done.code, done.out.split()[:2]) == (0, [ID, "held"])


def test_names_are_never_given_again(two: Archive) -> None:
    for id in (ID, OTHER):
        two("withdraw", id, *WHO)
    Path("third.txt").write_bytes(DATA + b"\n\n")
    assert two("ingest", "third.txt").out.startswith(f"{ID}-3  new")
    record = two("show", f"{ID}-3", "--json").out
    assert "lee2008wellb" in record


REFUSED = {
    "nobody": (("--because", "x"), 2, "--by"),
    "no reason": (("--by", "Jane Doe"), 2, "--because"),
    "an empty reason": (("--by", "Jane Doe", "--because", " "), 2, "should be words"),
    "in its own place": ((*WHO, "--see", ID), 2, "cannot stand in its own place"),
    "nothing in its place": ((*WHO, "--see", "2008-none"), 2, "no record called '2008-none'"),
}


@pytest.mark.parametrize(("options", "code", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(archive: Archive, well: Path, options: list[str], code: int, words: str) -> None:
    done = archive("withdraw", ID, *options)
    assert done.code == code
    assert words in done.err
    assert well.is_dir()


def test_an_edit_that_nobody_signed_is_not_lost(archive: Archive, well: Path) -> None:
    path = well / "record.xml"
    path.write_bytes(path.read_bytes().replace(b"opened the", b"opened <term>the</term>"))
    done = archive("withdraw", ID, *WHO)
    assert (done.code, "E402" in done.err) == (4, True)
    assert path.is_file()


def test_what_is_no_file_of_the_record_is_not_lost(archive: Archive, well: Path) -> None:
    stranger = well / "notes.doc"
    stranger.write_bytes(b"notes")
    for options in ([], ["--dry-run"]):
        done = archive("withdraw", well.name, "--by", "Jane", "--because", "Twice.", *options)
        assert (done.code, "error[E412]" in done.err) == (4, True)
        assert "notes.doc" in done.err
    assert stranger.read_bytes() == b"notes"


def test_a_tombstone_is_not_written_over(archive: Archive, well: Path) -> None:
    shutil.copytree(well, "kept")
    assert archive("withdraw", well.name, "--by", "Jane", "--because", "Twice.").code == 0
    shutil.copytree("kept", well)
    done = archive("withdraw", well.name, "--by", "Bo", "--because", "Wrong.")
    assert (done.code, "error[E407]" in done.err) == (4, True)
    assert "Twice." in next(Path("records/_withdrawn").iterdir()).read_text()


def test_dry_run(archive: Archive, well: Path) -> None:
    done = archive("withdraw", ID, *WHO, "--dry-run")
    assert done.code == 0
    assert done.err == "1 withdrawn (nothing is written)\n"
    assert well.is_dir()
    assert not tombstone().exists()
