"""What paths and ids lead to, and which findings count."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive.pipeline import checking
from archive.pipeline.archives import open_archive
from archive.pipeline.choosing import Elsewhere, NoRecordThere, archive_around, chosen
from archive.store.start import start
from archive.validate import Finding
from validate.records import target

ID = "2008-06-13-lee-a-well-for-two-villages"
HOME = f"records/2008/{ID}"
OTHER = "records/2009/2009-lee-another"


@pytest.fixture(autouse=True)
def wire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two records in an archive, and a copy of one that lies in it, but not among its records."""
    start(tmp_path, "The Wire")
    monkeypatch.chdir(tmp_path)
    for home in (HOME, OTHER, f"elsewhere/{ID}"):
        whole = target()
        (tmp_path / home / "source").mkdir(parents=True)
        for name, content in {"record.xml": whole.xml, **whole.files}.items():
            (tmp_path / home / name).write_bytes(content)
    return tmp_path


PLACES = {
    "a record": ([HOME], [HOME]),
    "its record.xml": ([f"{HOME}/record.xml"], [HOME]),
    "its source": ([f"{HOME}/source/0001.txt"], [HOME]),
    "a file of it that is gone": ([f"{HOME}/source/0002.txt"], [HOME]),
    "a year": (["records/2008"], [HOME]),
    "two records": ([HOME, OTHER], [HOME, OTHER]),
    "all records": (["records"], [HOME, OTHER]),
    "the archive": (["."], [HOME, OTHER]),
    "the agents": (["records/_agents"], []),
}


@pytest.mark.parametrize(("paths", "homes"), PLACES.values(), ids=PLACES.keys())
def test_what_paths_lead_to(paths: list[str], homes: list[str]) -> None:
    Path("records/_agents").mkdir()
    found = [Path(path) for path in paths]
    archive = archive_around(found, Path.cwd())
    assert archive is not None
    checked = checking.check(archive, chosen(archive, found))
    assert list(checked.coverage) == [f"{home}/record.xml" for home in homes]


@pytest.mark.parametrize("path", ["nothing", "sources", "records/2010", "archive.toml"])
def test_what_leads_to_none(path: str) -> None:
    with pytest.raises(NoRecordThere, match=path):
        archive_around([Path(path)], Path.cwd())


def test_what_lies_in_no_archive_is_checked_by_itself() -> None:
    paths = [Path("elsewhere"), Path(HOME)]
    assert archive_around(paths[:1], Path.cwd()) is None
    assert archive_around(paths, Path.cwd()) is None
    checked = checking.check_paths(paths[:1])
    assert list(checked.coverage) == [f"elsewhere/{ID}/record.xml"]
    assert checked.findings == ()


def test_a_path_out_of_the_archive(tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / ID
    shutil.copytree(f"elsewhere/{ID}", outside)
    with pytest.raises(Elsewhere, match=ID):
        chosen(open_archive(Path.cwd()), [outside])


CONCERNED = {
    "of the record": (f"{HOME}/record.xml", "", True),
    "of its source": (f"{HOME}/source/0001.txt", "", True),
    "about the record": (f"{OTHER}/record.xml", f"{HOME}/record.xml", True),
    "of another": (f"{OTHER}/record.xml", "", False),
    "of one whose name begins so": (f"{HOME}-2/record.xml", "", False),
}


@pytest.mark.parametrize(("path", "related", "yes"), CONCERNED.values(), ids=CONCERNED.keys())
def test_what_a_finding_concerns(path: str, related: str, yes: bool) -> None:
    archive = open_archive(Path.cwd())
    finding = Finding("I005", "error", path, 1, 1, "x", related=related)
    assert chosen(archive, [Path(HOME)]).concerns(finding) is yes
