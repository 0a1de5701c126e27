"""Copies as they come: only as much is read as could be taken in."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from archive import read
from archive.errors import TooLarge
from archive.pipeline.sources import load_sources, stream_sources


class Pipe(io.BytesIO):
    """Bytes that come once, as from standard input."""

    def seekable(self) -> bool:
        return False


@pytest.fixture(autouse=True)
def limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """At most ten bytes."""
    monkeypatch.setattr(read, "LIMIT", 10)


def test_no_more_is_read_of_a_stream_than_tells_that_it_is_too_large() -> None:
    (source,) = stream_sources(Pipe(b"0123456789"))
    assert source.data == b"0123456789"
    endless = Pipe(b"0" * 1000)
    with pytest.raises(TooLarge):
        list(stream_sources(endless))
    assert endless.tell() == 11


def test_a_file_that_is_too_large_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"0123456789")
    (source,) = load_sources(path)
    assert (source.filename, source.data) == ("a.txt", b"0123456789")
    path.write_bytes(b"0" * 1000)
    with pytest.raises(TooLarge, match="1,000 bytes"):
        list(load_sources(path))
