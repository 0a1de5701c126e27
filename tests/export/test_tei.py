"""Records as TEI."""

from __future__ import annotations

from dataclasses import replace

from archive import tei
from archive.export import EXPORTERS
from factory import record


def test_tei() -> None:
    form = EXPORTERS.load("tei")
    assert form.single
    assert form.write([record()], "published") == tei.write(record()).decode("utf-8")
    edited = replace(record(), xml="<TEI>é, edited</TEI>".encode())
    assert form.write([edited], "published") == "<TEI>é, edited</TEI>"


def test_every_exporter_is_pure() -> None:
    for name in EXPORTERS.names():
        form = EXPORTERS.load(name)
        assert form.write([record()], "published") == form.write([record()], "published")
        assert form.extension.startswith(".")
        assert form.spec.startswith("https://")
