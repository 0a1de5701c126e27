"""The program itself, as a digest: what an earlier run of another program found is not believed."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import version

from archive.resources import package_folder, schemas_folder

_LIBRARIES = ("lxml", "pypdf")  # what a text or a verdict can depend on


@cache
def digest() -> str:
    """SHA-256 over the program's own files and its grammars, and what it runs on."""
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    found = hashlib.sha256("\0".join((sys.version, *libraries)).encode())
    files = [*package_folder().rglob("*.py"), *schemas_folder().glob("*.rng")]
    for path in sorted(files):
        found.update(f"{path.name}\0".encode() + path.read_bytes() + b"\0")
    return found.hexdigest()
