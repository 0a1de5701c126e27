"""Captures and manifests: what is written is read back, and nothing else is taken."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model.capture import BadCapture, Capture
from archive.model.record import Received, source_name
from archive.store import manifest
from store import samples

JSON = """\
{
  "characters": 44,
  "encoding": "utf-8",
  "how": "ingested from a file",
  "media-type": "text/plain",
  "original-name": "a well.txt",
  "received": "2026-11-24T10:47:00Z",
  "sha-256": "4dadeef3985d490e4261debfa1fe69c60fd265418818a4302619af246fba4c3d",
  "size": 45
}
"""
VALUES: dict[str, Any] = json.loads(JSON)


def test_canonical() -> None:
    assert samples.capture().to_json().decode() == JSON
    assert Capture.from_json(JSON.encode()) == samples.capture()


text = st.text(st.characters(exclude_categories=["Cs"]))
copies = st.builds(
    Received,
    filename=text,
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    size=st.integers(0),
    characters=st.integers(0),
    media_type=text,
    encoding=text,
    received=st.datetimes().map(lambda moment: f"{moment.replace(microsecond=0).isoformat()}Z"),
)


@given(st.builds(Capture, copies, text))
def test_round_trip(capture: Capture) -> None:
    written = capture.to_json()
    assert Capture.from_json(written) == capture
    assert Capture.from_json(written).to_json() == written


BAD: dict[str, tuple[bytes | dict[str, Any], str]] = {
    "empty": (b"", "not JSON"),
    "cut off": (JSON.encode()[:50], "not JSON"),
    "not UTF-8": (b'{"how": "\xff"}', "not JSON"),
    "nested": (b"[" * 100_000, "not JSON"),
    "a list": (b"[]", "not a JSON object"),
    "unknown key": (VALUES | {"name": "x"}, "unknown key 'name'"),
    "missing keys": ({"how": "x"}, "no key 'characters', 'encoding', 'media-type'"),
    "text for a number": (VALUES | {"size": "46"}, "'size' should be a whole number"),
    "truth for a number": (VALUES | {"size": True}, "'size' should be a whole number"),
    "fraction": (VALUES | {"characters": 1.5}, "'characters' should be a whole number"),
    "negative": (VALUES | {"size": -1}, "'size' should be a whole number"),
    "null for text": (VALUES | {"how": None}, "'how' should be text, not None"),
    "digest too short": (VALUES | {"sha-256": "ab"}, "'sha-256' should be 64 hex digits"),
    "no time": (VALUES | {"received": "yesterday"}, "'received' should be a time in UTC"),
    "no such day": (VALUES | {"received": "2026-02-30T00:00:00Z"}, "should be a time in UTC"),
    "not in UTC": (VALUES | {"received": "2026-11-24T10:47:00+01:00"}, "should be a time in UTC"),
    "short form": (VALUES | {"received": "2026-1-4T1:4:0Z"}, "should be a time in UTC"),
}


@pytest.mark.parametrize(("content", "says"), BAD.values(), ids=BAD.keys())
def test_bad(content: bytes | dict[str, Any], says: str) -> None:
    written = content if isinstance(content, bytes) else json.dumps(content).encode()
    with pytest.raises(BadCapture, match=says):
        Capture.from_json(written)


NAMES = {
    "plain": ("a.txt", "source/0001.txt"),
    "capitals": ("A.HTM", "source/0001.htm"),
    "two dots": ("a.tar.gz", "source/0001.gz"),
    "none": ("rain", "source/0001.bin"),
    "a capture's": ("a.json", "source/0001.bin"),
    "hidden": (".txt", "source/0001.txt"),
    "not ASCII": ("a.été", "source/0001.bin"),
    "a path": ("a.x/../../b", "source/0001.bin"),
    "too long": ("a.extension", "source/0001.bin"),
    "a line feed": ("a.txt\n", "source/0001.bin"),
}


@pytest.mark.parametrize(("filename", "name"), NAMES.values(), ids=NAMES.keys())
def test_source_name(filename: str, name: str) -> None:
    assert source_name(filename) == name


digests = st.dictionaries(
    st.from_regex(r"[a-z0-9./-]+", fullmatch=True),
    st.text("0123456789abcdef", min_size=64, max_size=64),
    min_size=1,
)


@given(digests, st.data())
def test_manifest(names: dict[str, str], data: st.DataObject) -> None:
    written = manifest.write(names)
    assert manifest.read(written) == names
    cut = data.draw(st.integers(0, len(written) - 1))
    with pytest.raises(ValueError, match="not a manifest"):  # cut off anywhere in a line
        manifest.read(written[:cut] if written[cut - 1 : cut] != b"\n" else b"")


@given(st.binary())
def test_no_manifest(content: bytes) -> None:
    try:
        names = manifest.read(content)
    except ValueError:
        return
    assert manifest.write(names) == content
