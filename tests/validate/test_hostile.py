"""Archives that somebody made to be checked: there are findings, and nothing else happens.

Nothing outside is opened, whatever a file asks for; nothing waits, and nothing takes more memory
than its size warrants.
"""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archive.pipeline.archives import open_archive
from archive.pipeline.checking import check
from archive.store import durable
from archive.validate import REPORTS, Target, report
from validate.fixtures import laid
from validate.records import manifest, sealed, structured

SECRET = "only for those outside"
WHOLE = structured()
XML = WHOLE.xml.decode()
ROOT = "<TEI "
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'
TEI = XML.removeprefix(DECLARED)
assert TEI != XML


def with_doctype(subset: str, text: str = "&x;") -> str:
    """The record with a document type, and an entity in its text."""
    return XML.replace(ROOT, f"<!DOCTYPE TEI {subset}>\n{ROOT}", 1).replace("One", text)


def with_root(attribute: str) -> str:
    return XML.replace(ROOT, f"{ROOT}{attribute} ", 1)


def inside(text: str) -> str:
    """The record with something in its first paragraph."""
    return XML.replace(">One<", f">{text}One<")


BILLION = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))

MANY = " ".join(f"a{n}=''" for n in range(10_000))

# {0} stands for the path of a file outside.
HOSTILE_XML: dict[str, tuple[str | bytes, set[str]]] = {
    "an internal entity": (with_doctype('[<!ENTITY x "y">]'), {"X002"}),
    "an external entity": (with_doctype('[<!ENTITY x SYSTEM "file://{0}">]'), {"X002"}),
    "a public entity": (with_doctype('[<!ENTITY x PUBLIC "a" "{0}">]'), {"X002"}),
    "a parameter entity": (
        with_doctype('[<!ENTITY % x SYSTEM "file://{0}"> %x;]', "One"),
        {"X002"},
    ),
    "a billion laughs": (with_doctype(f'[<!ENTITY a0 "ha">{BILLION}]', "&a9;"), {"X002"}),
    "an external subset": (with_doctype('SYSTEM "file://{0}"', "One"), {"X002"}),
    "an external subset behind a comment": (
        with_doctype('SYSTEM "file://{0}"', "One").replace("<!DOC", "<!-- a > -->\n<!DOC"),
        {"X002"},
    ),
    "a document type in UTF-16 without its mark": (
        with_doctype('[<!ENTITY x SYSTEM "file://{0}">]').encode("utf-16-le"),
        {"X005"},
    ),
    "a document type in UTF-16": (
        with_doctype('[<!ENTITY x SYSTEM "file://{0}">]').encode("utf-16"),
        {"X005"},
    ),
    "UTF-16 that says so": (
        f'<?xml version="1.0" encoding="UTF-16"?>{TEI}'.encode("utf-16-be"),
        {"X005"},
    ),
    "UTF-32": (XML.encode("utf-32-be"), {"X005"}),
    "UTF-7 declared": (f'<?xml version="1.0" encoding="UTF-7"?>{TEI}', {"X005"}),
    "ISO-8859-1 declared": (f"<?xml version='1.0' encoding='ISO-8859-1'?>{TEI}", {"X005"}),
    "EBCDIC": (XML.encode("cp037"), {"X005"}),
    "a NUL": (XML.replace(">One<", ">O\0ne<"), {"X005"}),
    "an entity nobody defined": (XML.replace("One", "&x;"), {"X001"}),
    "a reference to a character that is none": (XML.replace("One", "&#0;"), {"X001"}),
    "an include": (
        inside('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{0}" parse="text"/>'),
        {"G001"},
    ),
    "a base elsewhere": (with_root('xml:base="file://{0}"'), {"G001"}),
    "a schema elsewhere": (
        with_root(
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a {0}"'
        ),
        {"G001"},
    ),
    "a style sheet": (XML.replace(ROOT, f'<?xml-stylesheet href="{{0}}"?>\n{ROOT}', 1), {"X006"}),
    "a grammar elsewhere": (
        XML.replace('href="../../../schemas/archive.rng"', 'href="file://{0}"'),
        {"X006"},
    ),
    "a source elsewhere": (
        XML.replace('="source/0001.txt#', '="../../../../outside/secret.txt#'),
        {"G001"},
    ),
    "10,000 levels": ("<a>" * 10_000 + "</a>" * 10_000, {"X004"}),
    "250 levels that may be": (inside("<hi rend='a'>" * 230 + "</hi>" * 230), set()),
    "200 levels that may not": (inside("<p>" * 200 + "</p>" * 200), {"G001"}),
    "100,000 siblings that may be": (inside("<emph/>" * 100_000), set()),
    "100,000 siblings in a wrong place": (
        XML.replace("<body>", "<body>" + "<p/>" * 100_000),
        {"G001"},
    ),
    "100,000 siblings that nothing has": (inside("<foo/>" * 100_000), {"G001"}),
    "10,000 attributes": (
        inside(f"<emph {MANY}/>"),
        {"G001"},
    ),
    "10,000 instructions": (inside("<?a b?>" * 10_000), {"X006"}),
    "10,000 comments": (inside("<!-- a -->" * 10_000), set()),
    "an attribute of 5 MB": (inside(f'<hi rend="{"a" * 5_000_000}"/>'), set()),
    "a name of 40,000 letters": (inside(f"<{'a' * 40_000}/>"), {"G001"}),
    "a comment of 20 MB": (inside(f"<!--{'a' * 20_000_000}-->"), {"X004"}),
    "an instruction of 20 MB": (inside(f"<?a {'a' * 20_000_000}?>"), {"X004"}),
    "20 MB of text": (inside("a" * 20_000_000), {"X004"}),
}


@pytest.fixture(autouse=True)
def _cleared(tmp_path: Path) -> Iterator[None]:
    """Folders deeper than Python removes, and gigabytes, do not stay."""
    yield
    subprocess.run(["rm", "-rf", str(tmp_path / "wire")], check=True)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file that is nobody's business."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    return folder / "secret.txt"


def write(root: Path, record: Target) -> Path:
    """Put a record into an archive: its folder."""
    for name, content in laid(record).items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (root / "archive.toml").write_text('title = "The Wire"\n', encoding="utf-8")
    return root / "records" / (record.year or "undated") / record.id


def with_xml(xml: str | bytes, outside: Path) -> Target:
    content = xml.replace("{0}", str(outside)) if isinstance(xml, str) else xml
    return sealed(replace(WHOLE, xml=content.encode() if isinstance(content, str) else content))


def found_in(root: Path) -> list[str]:
    """The codes of what is found; every report of it is one that can be read, and tells nothing."""
    checked = check(open_archive(Path.cwd(), root))
    for form in REPORTS.names():
        text = report(checked, form)
        assert SECRET not in text
        assert all(c.isprintable() or c == "\n" for c in text), form
        assert text.encode().decode() == text
    return sorted({finding.rule for finding in checked.findings})


@pytest.mark.parametrize(("xml", "rules"), HOSTILE_XML.values(), ids=HOSTILE_XML.keys())
def test_hostile_xml(xml: str | bytes, rules: set[str], tmp_path: Path, outside: Path) -> None:
    root = tmp_path / "wire"
    write(root, with_xml(xml, outside))
    assert set(found_in(root)) == rules


HERE = "source/0001.txt"
HEX = hashlib.sha256(WHOLE.files[HERE]).hexdigest()


def replaced(name: str, make: Callable[[Path, Path], object]) -> Callable[[Path, Path], object]:
    """Something else in the place of a file: what makes it gets its path and a file outside."""

    def make_it(home: Path, outside: Path) -> None:
        (home / name).unlink()
        make(home / name, outside)

    return make_it


def listed(line: str) -> Callable[[Path, Path], object]:
    """A line more in the manifest."""

    def add(home: Path, _: Path) -> None:
        with (home / "manifest-sha256.txt").open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    return add


def resealed(name: str, content: bytes) -> Callable[[Path, Path], object]:
    """Other bytes of a file, and a manifest that fits them."""

    def seal(home: Path, _: Path) -> None:
        (home / name).write_bytes(content)
        names = ("record.xml", HERE, "source/0001.json")
        seal = manifest({name: (home / name).read_bytes() for name in names})
        (home / "manifest-sha256.txt").write_bytes(seal)

    return seal


def strangers(folder: str, count: int) -> Callable[[Path, Path], object]:
    def fill(home: Path, _: Path) -> None:
        for number in range(count):
            (home / folder / f"{number}.txt").touch()

    return fill


def stray(name: bytes) -> Callable[[Path, Path], object]:
    return lambda home, _: Path(os.fsdecode(os.fsencode(home) + b"/" + name)).write_bytes(b"x")


def sparse(path: Path, size: int = 2**30) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def many_sources(home: Path, _: Path) -> None:
    for number in range(2, 22):
        sparse(home / "source" / f"{number:04}.txt", 50 * 2**20)


def deep(home: Path, _: Path) -> None:
    """Folders in folders, 1,200 of them: deeper than Python calls."""
    here = Path.cwd()
    try:
        os.chdir(home)
        for _level in range(1_200):
            Path("d").mkdir()
            os.chdir("d")
    finally:
        os.chdir(here)


def as_if_empty(home: Path, outside: Path) -> None:
    """A link that the manifest lists with the digest of no bytes."""
    (home / "source" / "0002.txt").symlink_to(outside)
    listed(f"{EMPTY}  source/0002.txt")(home, outside)


def sources_elsewhere(home: Path, outside: Path) -> None:
    shutil.rmtree(home / "source")
    (home / "source").symlink_to(outside.parent)


EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
FACTS = b'{"media-type": %s, "sha-256": "%s", "size": %d}'
HOSTILE_FOLDERS: dict[str, tuple[Callable[[Path, Path], object], set[str]]] = {
    "a link in the place of the source": (
        replaced(HERE, lambda path, outside: path.symlink_to(outside)),
        {"F011"},
    ),
    "a link in the place of record.xml": (
        replaced("record.xml", lambda path, outside: path.symlink_to(outside)),
        {"F011"},
    ),
    "a link in the place of the manifest": (
        replaced("manifest-sha256.txt", lambda path, outside: path.symlink_to(outside)),
        {"F011"},
    ),
    "a link to itself": (replaced(HERE, lambda path, _: path.symlink_to(path)), {"F011"}),
    "a link to nothing": (replaced(HERE, lambda path, _: path.symlink_to("nothing")), {"F011"}),
    "a link to /etc/passwd": (
        replaced("source/0001.json", lambda path, _: path.symlink_to("/etc/passwd")),
        {"F011"},
    ),
    "a link to /dev/zero": (replaced(HERE, lambda path, _: path.symlink_to("/dev/zero")), {"F011"}),
    "a link listed as an empty file": (as_if_empty, {"F011"}),
    "a link to a folder beside": (
        lambda home, outside: (home / "more").symlink_to(outside.parent),
        {"F005"},
    ),
    "a link in the place of the folder of sources": (sources_elsewhere, {"F004", "F005", "F006"}),
    "a pipe in the place of the source": (
        replaced(HERE, lambda path, _: os.mkfifo(path)),
        {"F011"},
    ),
    "a pipe in the place of record.xml": (
        replaced("record.xml", lambda path, _: os.mkfifo(path)),
        {"F011"},
    ),
    "a pipe beside": (lambda home, _: os.mkfifo(home / "pipe"), {"F005"}),
    "a folder in the place of record.xml": (
        replaced("record.xml", lambda path, _: path.mkdir()),
        {"F011"},
    ),
    "a folder in the place of the source": (replaced(HERE, lambda path, _: path.mkdir()), {"F011"}),
    "folders in folders": (deep, {"F005"}),
    "10,000 strangers": (
        strangers(".", 10_000),
        {"F005"},
    ),
    "1,000 strangers among the sources": (
        strangers("source", 1_000),
        {"F005"},
    ),
    "a name with a line feed": (stray(b"a\nb::error::c"), {"F005"}),
    "a name with an escape": (stray(b"\x1b[2J\x1b]0;a\x07"), {"F005"}),
    "a name that turns its writing round": (stray("\u202etxt.exe".encode()), {"F005"}),
    "a name that is no UTF-8": (stray(b"a\xff\xfe.txt"), {"F005"}),
    "a name of markup": (stray(b"]]><script>&amp;"), {"F005"}),
    "a name outside in the manifest": (
        listed(f"{EMPTY}  ../../../../outside/secret.txt"),
        {"F004"},
    ),
    "a source outside in the manifest": (
        listed(f"{EMPTY}  source/../../../../../outside/secret.txt"),
        {"F006"},
    ),
    "a name from the root in the manifest": (listed(f"{EMPTY}  /etc/passwd"), {"F004"}),
    "a manifest of 2,000 lines": (
        listed("\n".join(f"{EMPTY}  a{number}" for number in range(2_000))),
        {"F004"},
    ),
    "a capture that is a tower": (resealed("source/0001.json", b"[" * 100_000), {"F007"}),
    "a capture with a number of 5,000 digits": (
        resealed("source/0001.json", b'{"size": %s}' % (b"9" * 5_000)),
        {"F007"},
    ),
    "a capture whose media type is a list": (
        resealed(
            "source/0001.json",
            FACTS % (b"[]", HEX.encode(), len(WHOLE.files[HERE])),
        ),
        {"F007"},
    ),
    "a source of a gigabyte": (lambda home, _: sparse(home / HERE), {"F011"}),
    "a capture of a gigabyte": (lambda home, _: sparse(home / "source" / "0001.json"), {"F011"}),
    "a manifest of a gigabyte": (lambda home, _: sparse(home / "manifest-sha256.txt"), {"F011"}),
    "a record.xml of a gigabyte": (lambda home, _: sparse(home / "record.xml"), {"F002", "X004"}),
    "many sources of 50 MiB": (many_sources, {"F005", "F011"}),
}


@pytest.mark.parametrize(("make", "rules"), HOSTILE_FOLDERS.values(), ids=HOSTILE_FOLDERS.keys())
def test_hostile_folders(
    make: Callable[[Path, Path], object], rules: set[str], tmp_path: Path, outside: Path
) -> None:
    root = tmp_path / "wire"
    make(write(root, WHOLE), outside)
    assert set(found_in(root)) == rules


AGENTS: dict[str, tuple[Callable[[Path, Path], object], int, str]] = {
    "a gigabyte": (lambda path, _: sparse(path), 1, "X004"),
    "a link": (lambda path, outside: path.symlink_to(outside), 4, "lee.xml: Too many levels of sy"),
    "a link to /dev/zero": (lambda path, _: path.symlink_to("/dev/zero"), 4, "lee.xml: Too many"),
    "a pipe": (lambda path, _: os.mkfifo(path), 4, "lee.xml: Not a regular file"),
    "a folder": (lambda path, _: path.mkdir(), 4, "lee.xml: Not a regular file"),
}


@pytest.mark.parametrize(("make", "code", "words"), AGENTS.values(), ids=AGENTS.keys())
def test_hostile_agents(
    make: Callable[[Path, Path], object], code: int, words: str, tmp_path: Path, outside: Path
) -> None:
    root = tmp_path / "wire"
    write(root, WHOLE)
    (root / "records" / "_agents").mkdir()
    make(root / "records" / "_agents" / "lee.xml", outside)
    ran = archive(root, "validate", "--format", "concise")
    assert ran.returncode == code, ran.stderr
    assert words in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr


def archive(
    root: Path, *arguments: str, before: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Run the command line in an archive, with a gigabyte of memory; a minute is a hang."""
    command = [*before, sys.executable, "-m", "archive", *arguments]
    return subprocess.run(
        command,
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30)),
    )


def everything(root: Path, outside: Path) -> None:
    """An archive of all that is hostile, a record each."""
    records = {name: (with_xml(xml, outside), None) for name, (xml, _) in HOSTILE_XML.items()}
    folders = {name: (WHOLE, make) for name, (make, _) in HOSTILE_FOLDERS.items()}
    for number, (record, make) in enumerate([*records.values(), *folders.values()]):
        home = write(root, replace(record, id=f"hostile-{number}"))
        if make is not None:
            make(home, outside)


def test_all_of_it_on_the_command_line(tmp_path: Path, outside: Path) -> None:
    root = tmp_path / "wire"
    everything(root, outside)
    ran = archive(root, "validate")
    assert ran.returncode == 1, ran.stderr
    assert "Traceback" not in ran.stderr
    assert SECRET not in ran.stdout + ran.stderr


def traces() -> bool:
    strace = shutil.which("strace")
    return (
        strace is not None
        and not subprocess.run([strace, "-o", "/dev/null", "true"], check=False).returncode
    )


def test_nothing_outside_is_opened(tmp_path: Path, outside: Path) -> None:
    """By the calls of the system: libxml2 opens files that Python does not see."""
    if not traces():
        pytest.skip("strace is not installed, or may not look at processes here")
    everything(tmp_path / "wire", outside)
    log = tmp_path / "calls"
    before = ("strace", "-f", "-qq", "-e", "trace=%file,%network", "-o", str(log))
    ran = archive(tmp_path / "wire", "validate", "--format", "jsonl", before=before)
    assert ran.returncode == 1, ran.stderr
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    asked = [call for call in calls if "open" in call or "socket" in call or "connect" in call]
    assert any("record.xml" in call for call in asked)
    assert [call for call in asked if f"{outside.parent}" in call or "passwd" in call] == []
    assert [call for call in asked if "socket(" in call or "connect(" in call] == []


def test_a_folder_whose_name_is_no_utf_8(tmp_path: Path) -> None:
    root = tmp_path / os.fsdecode(b"wire\xff\n")
    write(root, with_xml("<TEI>", tmp_path))
    (root / "archive.toml").unlink()
    for form in sorted(REPORTS.names()):
        ran = archive(tmp_path, "validate", "--format", form, str(root))
        assert ran.returncode == 1, ran.stderr


@pytest.mark.parametrize("name", [".", "source", "record.xml", HERE])
def test_what_one_may_not_read(name: str, tmp_path: Path) -> None:
    home = write(tmp_path / "wire", WHOLE)
    (home / name).chmod(0)
    if os.access(home / name, os.R_OK):
        pytest.skip("this user reads whatever it wants")
    ran = archive(tmp_path / "wire", "validate")
    (home / name).chmod(0o700)
    assert ran.returncode == 4
    assert "ask for the right" in ran.stderr


@pytest.mark.parametrize("name", ["record.xml", HERE, "source/0001.json", "manifest-sha256.txt"])
def test_a_file_that_vanishes_before_it_is_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = write(tmp_path / "wire", WHOLE)
    reading = durable.read_file

    def late(path: Path, most: int = sys.maxsize) -> bytes:
        (home / name).unlink(missing_ok=True)
        return reading(path, most)

    monkeypatch.setattr(durable, "read_file", late)
    late_found = found_in(tmp_path / "wire")
    monkeypatch.undo()
    assert late_found == found_in(tmp_path / "wire")
    assert late_found
