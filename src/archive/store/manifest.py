"""The manifest of a record: the SHA-256 of each of its files, in the form that sha256sum reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

NAME = "manifest-sha256.txt"
_LINE = re.compile(r"([0-9a-f]{64})  ([a-z0-9./-]+)")


def digest(content: bytes) -> str:
    """SHA-256, 64 hex digits."""
    return hashlib.sha256(content).hexdigest()


def write(digests: Mapping[str, str]) -> bytes:
    """One line a file, ``<digest>  <name>``, sorted by name.

    >>> write({"record.xml": "0" * 64})[60:]
    b'0000  record.xml\\n'

    Source: GNU coreutils, sha256sum; RFC 8493 section 2.1.3 has the same lines.
    """
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


def read(content: bytes) -> dict[str, str]:
    """Name -> digest. Only what ``write`` writes is taken.

    Raises:
        ValueError: it is anything else, for example cut off.
    """
    text = content.decode("ascii")
    matches = [_LINE.fullmatch(line) for line in text.splitlines()]
    digests = {match[2]: match[1] for match in matches if match}
    if not digests or write(digests) != content:
        raise ValueError("not a manifest")
    return digests
