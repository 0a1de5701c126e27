"""Figures a record and in all: how many statements are proved, how much of the text is carried."""

from __future__ import annotations

from archive.validate.checked import Checked
from archive.validate.coverage import Coverage
from archive.validate.reports import Report
from archive.validate.reports._text import one_line


def write(checked: Checked) -> str:
    """Write a line a record, in the order of their paths, and one for all of them."""
    lines = [_line(path, figures) for path, figures in checked.coverage.items()]
    return "".join([*lines, _line("in all", checked.total)])


def _line(name: str, figures: Coverage) -> str:
    """Percent are rounded down: 100 means all."""
    statements = f"{figures.proved:,} of {figures.statements:,} statements"
    characters = f"{figures.carried:,} of {figures.characters:,} characters"
    shares = [int(share * 10) / 10 for share in (figures.of_statements, figures.of_characters)]
    return f"{one_line(name)}: {statements} ({shares[0]} %), {characters} ({shares[1]} %)\n"


FORMAT = Report(
    title="figures instead of findings: how much is evidence",
    media_type="text/plain",
    write=write,
)
