"""The parts of a document that is a ZIP: read in memory, bounded, and never written to disk.

Names of entries are looked up and nothing else is done with them. Source: ECMA-376, part 2 (Open
Packaging Conventions); APPNOTE.TXT 6.3.10 (ZIP).
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from archive.errors import Malformed
from archive.model.document import Bounds

Element = etree._Element

MOST_BYTES = 16 * 1024 * 1024
"""The largest part that is read, in bytes after it is unpacked."""

_MOST_PACKED = 200  # times smaller than unpacked; text is seldom packed more than 20 times
_SMALL = 1024 * 1024  # a part below this may be packed as much as it likes
_LOCAL_HEADER = 30  # bytes, before the name and the extra field
_KIND = "DOCX document"


class Package:
    """A ZIP of parts."""

    def __init__(self, data: bytes) -> None:
        """Open a ZIP.

        Raises:
            Malformed: it is none.
        """
        self._data = data
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise Malformed(_KIND, "it is no whole ZIP") from error

    def xml(self, name: str) -> Element | None:
        """The outermost element of a part; None if there is no part of that name.

        Raises:
            Malformed: the part cannot be unpacked, is too large, or is no XML that is read from
                outside: well formed, in UTF-8, without a document type declaration.
        """
        part = self._part(name)
        if part is None:
            return None
        if b"<!DOCTYPE" in part:
            raise Malformed(_KIND, f"{name} has a document type declaration")
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
            encoding="utf-8",
        )
        try:
            return etree.fromstring(part, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Malformed(_KIND, f"{name} is not well formed") from error

    def place(self, name: str) -> Bounds:
        """Where the packed bytes of a part stand in the file, its local header among them."""
        info = self._zip.getinfo(name)
        first = info.header_offset
        header = self._data[first : first + _LOCAL_HEADER]
        lengths = struct.unpack("<HH", header[26:30]) if len(header) == _LOCAL_HEADER else (0, 0)
        last = first + _LOCAL_HEADER + sum(lengths) + info.compress_size
        return first, min(last, len(self._data))

    def _part(self, name: str) -> bytes | None:
        """The bytes of a part, unpacked no further than the bound."""
        try:
            with self._zip.open(name) as file:
                content = file.read(MOST_BYTES + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise Malformed(_KIND, f"{name} cannot be unpacked") from error
        except (RuntimeError, NotImplementedError, ValueError, struct.error) as error:
            raise Malformed(_KIND, f"{name} is encrypted, or packed in another way") from error
        if len(content) > MOST_BYTES:
            raise Malformed(_KIND, f"{name} has more than {MOST_BYTES:,} bytes")
        packed = max(1, self._zip.getinfo(name).compress_size)
        if len(content) > _SMALL and len(content) > packed * _MOST_PACKED:
            raise Malformed(_KIND, f"{name} unpacks to more than {_MOST_PACKED} times its size")
        return content
