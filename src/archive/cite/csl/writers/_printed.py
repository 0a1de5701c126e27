"""A bibliography as writers see it: trees, and how the style wants them set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from archive.cite.csl.tree import Tree


class Entry(Protocol):
    """One entry."""

    @property
    def tree(self) -> Tree: ...


class Bibliography(Protocol):
    """Entries in order; what the rest means is told at ``archive.cite.csl.processor``."""

    @property
    def entries(self) -> Sequence[Entry]: ...
    @property
    def hanging_indent(self) -> bool: ...
    @property
    def second_field_align(self) -> str: ...
    @property
    def entry_spacing(self) -> int: ...
    @property
    def line_spacing(self) -> int: ...
