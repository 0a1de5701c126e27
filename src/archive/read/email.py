"""E-mail: a message as it was sent (RFC 5322), its text read as its MIME parts say."""

from __future__ import annotations

import re

from archive.model.document import Document
from archive.read import Reader
from archive.read._mail import message

_FROM_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:From [^\r\n]*(?:\r\n|[\r\n]))?")


def read(data: bytes) -> Document:
    """Read a message.

    Of a multipart/alternative the plain text is read, or the HTML where that says more; of other
    messages all parts that are text. Attachments are not, but for pages and forwarded messages.
    What is forwarded, or printed over a signature, is a part of the document by itself; the whole
    text stays readable. An answer to another message has a part that is empty.

    Raises:
        InputError: there is no text in it, or it cannot be read.
    """
    start = _FROM_LINE.match(data)
    return message(data, "message/rfc822", start.end() if start else 0)


FORMAT = Reader(title="E-mail", extensions=(".eml",), media_types=("message/rfc822",), read=read)
