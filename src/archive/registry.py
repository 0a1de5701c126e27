"""One-file plug-ins: a file in a package is a plug-in, and listing them imports none of them.

``Registry("archive.export", "FORMAT", ...)`` finds ``archive/export/csl_json.py`` as ``csl-json``;
the file is imported when it is asked for, and its ``FORMAT`` is the plug-in. Files whose name
begins with an underscore are not plug-ins.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Generic, TypeVar, cast

from archive.errors import UnknownName

T = TypeVar("T")


class Registry(Generic[T]):
    """The plug-ins of one package, by name."""

    def __init__(self, package: str, attribute: str, kind: str, see: str) -> None:
        self._package, self._attribute, self._kind, self._see = package, attribute, kind, see
        self._loaded: dict[str, T] = {}

    def names(self) -> list[str]:
        """All names, sorted. Imports nothing but the package itself."""
        return list(self._names)

    @cached_property
    def _names(self) -> list[str]:
        folder = Path(cast(str, import_module(self._package).__file__)).parent
        stems = (path.stem for path in folder.glob("*.py"))
        return sorted(stem.replace("_", "-") for stem in stems if not stem.startswith("_"))

    def load(self, name: str) -> T:
        """The plug-in of that name.

        Raises:
            UnknownName: there is none; the hint names the nearest.
        """
        if name not in self._loaded:
            if name not in self._names:
                raise UnknownName(self._kind, name, self._names, self._see)
            module = import_module(f"{self._package}.{name.replace('-', '_')}")
            self._loaded[name] = cast(T, getattr(module, self._attribute))
        return self._loaded[name]
