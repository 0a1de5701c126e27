"""``archive.toml``: found from any folder, read, and refused with what to do."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import UsageError
from archive.model.record import UNFIT, Holding
from archive.store import config, start
from archive.store.config import Config
from archive.store.durable import StorageError

PLAIN = Config(title="The Wire Archive", publisher="The Wire Archive")
TITLE = 'title = "The Wire Archive"\n'

GOOD: dict[str, tuple[str | bytes, dict[str, Any]]] = {
    "title alone": (TITLE, {}),
    "as init writes it": (start.files("The Wire Archive")["archive.toml"], {}),
    "with a byte order mark": (b"\xef\xbb\xbf" + TITLE.encode(), {}),
    "CRLF": (TITLE.replace("\n", "\r\n"), {}),
    "all": (
        TITLE
        + """
        base-url = "https://archive.example.org"
        publisher = "The Herald Trust"
        [markup]
        licence = "https://creativecommons.org/licenses/by/4.0/"
        statement = "The markup is under CC BY 4.0."
        [cite]
        styles = ["ieee", "apa"]
        locale = "en-GB"
        [validate]
        ignore = ["W210"]
        baseline = "known.jsonl"
        [validate.per-path]
        "records/1890/**" = ["W101", "W102"]
        """,
        {
            "base_url": "https://archive.example.org",
            "publisher": "The Herald Trust",
            "licence": "https://creativecommons.org/licenses/by/4.0/",
            "licence_statement": "The markup is under CC BY 4.0.",
            "styles": ("ieee", "apa"),
            "locale": "en-GB",
            "ignore": ("W210",),
            "baseline": "known.jsonl",
            "ignore_per_path": {"records/1890/**": ("W101", "W102")},
        },
    ),
    "no styles": (TITLE + "[cite]\nstyles = []\n", {"styles": ()}),
}


@pytest.mark.parametrize(("content", "changes"), GOOD.values(), ids=GOOD.keys())
def test_read(tmp_path: Path, content: str | bytes, changes: dict[str, Any]) -> None:
    path = tmp_path / "archive.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert config.read(tmp_path) == replace(PLAIN, **changes)


BAD = {
    "unknown key": ('titel = "x"\n', "no key called 'titel'", "did you mean 'title'?"),
    "unknown key in a table": (
        TITLE + '[cite]\nstyle = "apa"\n',
        "no key called 'cite.style'",
        "did you mean 'cite.styles'?",
    ),
    "unknown table": (TITLE + "[citations]\n", "no key called 'citations'", "choose one of"),
    "table where there is none": (TITLE + "[base-url]\nx = 1\n", "base-url should be text", "for"),
    "value for a table": (TITLE + "cite = 1\n", "cite should be a table", "[cite]"),
    "number for text": ("title = 1\n", "title should be text", "for example: title ="),
    "text for a list": (
        TITLE + '[cite]\nstyles = "apa"\n',
        "cite.styles should be a list of texts",
        'styles = ["apa", "ieee"]',
    ),
    "numbers in a list": (TITLE + "[validate]\nignore = [1]\n", "validate.ignore should", "E002"),
    "text for patterns": (
        TITLE + '[validate.per-path]\n"records/**" = "W1"\n',
        "validate.per-path should be a table of lists",
        "records/1890",
    ),
    "patterns as a list": (TITLE + "[validate]\nper-path = []\n", "should be a table of", "D006"),
    "no title": ('publisher = "x"\n', "the archive has no title", "title ="),
    "title of spaces": ('title = "  "\n', "the archive has no title", "title ="),
    "empty file": ("", "the archive has no title", "title ="),
    "not TOML": (TITLE + "publisher = The Trust\n", "not TOML: .*at line 2", "mend that line"),
    "a key twice": (TITLE + TITLE, "not TOML: .*at line 2", "mend that line"),
    "not UTF-8": (b"# one\ntitle = 'caf\xe9'\n", r"not UTF-8 \(at line 2\)", "UTF-8"),
    "a licence without its sentence": (
        TITLE + '[markup]\nlicence = "https://example.org/licence"\n',
        "markup.statement does not say",
        "statement =",
    ),
}


@pytest.mark.parametrize(("content", "says", "hint"), BAD.values(), ids=BAD.keys())
def test_bad(tmp_path: Path, content: str | bytes, says: str, hint: str) -> None:
    path = tmp_path / "archive.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UsageError, match=says) as caught:
        config.read(tmp_path)
    assert str(caught.value).startswith(f"{path}: ")
    assert hint in caught.value.hint
    assert caught.value.exit_code == 2


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever stands there, it is a configuration or a UsageError."""
    root = tmp_path_factory.mktemp("root")
    (root / "archive.toml").write_bytes(TITLE.encode() + content)
    try:
        found = config.read(root)
    except UsageError:
        return
    assert found.title == PLAIN.title


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_title(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    """``init`` writes any title so that it is read back; what XML cannot carry is replaced."""
    root = tmp_path_factory.mktemp("root")
    (root / "archive.toml").write_bytes(start.files(title)["archive.toml"])
    fit = UNFIT.sub("\ufffd", title)
    if fit.strip():
        assert config.read(root) == replace(PLAIN, title=fit.strip(), publisher=fit)


def test_a_control_character_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text('title = "a\\u0001b"\n')
    with pytest.raises(UsageError, match="title should be text"):
        config.read(tmp_path)


def test_find_root(tmp_path: Path) -> None:
    inner = tmp_path / "records/2008/x"
    inner.mkdir(parents=True)
    (tmp_path / "archive.toml").write_text(TITLE)
    for place in (tmp_path, inner):
        assert config.find_root(place) == tmp_path.resolve()
    assert config.find_root(Path("/"), tmp_path) == tmp_path
    (tmp_path / "records/archive.toml").write_text(TITLE)
    assert config.find_root(inner) == (tmp_path / "records").resolve()


def test_no_root(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nor in any folder above it") as caught:
        config.find_root(tmp_path)
    assert "archive init" in caught.value.hint
    assert caught.value.exit_code == 2
    (tmp_path / "archive.toml").write_text(TITLE)
    with pytest.raises(UsageError, match=f"no archive.toml in {tmp_path}/records$"):
        config.find_root(tmp_path, tmp_path / "records")


def test_unreadable(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").mkdir()
    with pytest.raises(StorageError, match=r"archive\.toml"):
        config.read(tmp_path)


def test_holding() -> None:
    assert asdict(config.holding(PLAIN)) == asdict(
        Holding(
            publisher="The Wire Archive",
            licence="https://creativecommons.org/publicdomain/zero/1.0/",
            licence_statement="The markup and the header of this file are dedicated to the"
            " public domain.",
        )
    )
