"""PDF with a text layer: the lines of its pages, in the order in which they are printed.

The library works in a process of its own with bounds of time and memory, for neither can be
bounded inside one. The bytes of a page are packed in many places: characters come from the whole
file.
"""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from importlib.util import find_spec

from archive.errors import Malformed, MissingToolError, NothingPrinted, TooLarge
from archive.model.document import Document, Origin, Part, Told
from archive.read import Reader
from archive.read._decode import readable

_SECONDS = 10
_BYTES = 1024 * 1024 * 1024
_MOST_PAGES = 200
_LOCKED = 3  # how the process ends that finds the pages encrypted
_CHILD = f"""
import io, json, logging, resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({_BYTES}, {_BYTES}))
resource.setrlimit(resource.RLIMIT_CPU, ({_SECONDS}, {_SECONDS}))
logging.disable(logging.CRITICAL)
from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError
try:
    found = PdfReader(io.BytesIO(sys.stdin.buffer.read()))
    count = len(found.pages)
    pages = [page.extract_text() for page in found.pages] if count <= {_MOST_PAGES} else []
except (DependencyError, FileNotDecryptedError):
    sys.exit({_LOCKED})
told = [(str(k).strip("/").lower(), str(v)) for k, v in (found.metadata or {{}}).items()]
sys.stdout.write(json.dumps([count, pages, told]))
"""


class NoPdfLibrary(MissingToolError):
    """The library that reads PDF is not installed."""

    code = "E501"

    def __init__(self) -> None:
        super().__init__("PDF cannot be read: pypdf is not installed", hint="pip install pypdf")


def read(data: bytes) -> Document:
    """Read a PDF: its pages, parted by a blank line; its information is told (``pdf:author``).

    Raises:
        InputError: it has no text layer, is encrypted, has more than 200 pages, or cannot be
            read within 10 seconds and 1 GiB.
        MissingToolError: the library that reads PDF is not installed.
    """
    pages, info = _extracted(data)
    printed = "\n\n".join(page for page in map(_clean, pages) if page)
    if not printed:
        raise NothingPrinted(
            "PDF (pictures of pages, without a text layer)",
            hint="run text recognition over it, and take in what that makes",
        )
    text, told = printed, []
    for name, value in info:
        line = " ".join(_clean(value).split())
        if line:
            told.append(Told(f"pdf:{name}", (len(text) + 1, len(text) + 1 + len(line))))
            text += "\n" + line
    return Document(
        text=readable(text),
        source=sha256(data).hexdigest(),
        encoding="utf-8",
        media_type="application/pdf",
        parts=(Part((0, len(printed)), tuple(told)),) if told else (),
        origins=(Origin(0, 0, len(data)),),
    )


def _extracted(data: bytes) -> tuple[list[str], list[tuple[str, str]]]:
    if find_spec("pypdf") is None:
        raise NoPdfLibrary
    command = [sys.executable, "-c", _CHILD]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise Malformed("PDF", f"it takes more than {_SECONDS} seconds") from None
    if done.returncode == _LOCKED:
        raise Malformed("PDF", "it is encrypted", hint="save it without its password")
    if done.returncode:
        raise Malformed("PDF", "it is damaged, or takes too much memory")
    count, pages, info = json.loads(done.stdout)
    if count > _MOST_PAGES:
        raise TooLarge(count, _MOST_PAGES, "pages")
    return pages, [(name, value) for name, value in info]


def _clean(text: str) -> str:
    """The text without characters that no record can carry, and white space at line ends."""
    kept = "".join(c if c == "\n" or (c.isprintable() and c < "\ufffe") else " " for c in text)
    return "\n".join(line.rstrip() for line in kept.split("\n")).strip()


FORMAT = Reader(title="PDF", extensions=(".pdf",), media_types=("application/pdf",), read=read)
