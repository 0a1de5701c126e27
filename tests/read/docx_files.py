"""Documents of Word, built part by part."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    '<Relationship Id="a" Type="http://t/hyperlink" Target="https://a.example/" '
    'TargetMode="External"/><Relationship Id="b" Type="http://t/image" Target="media/b.png"/>'
    "</Relationships>"
)
STYLES = (
    f'<w:styles {W}><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Unter"><w:name w:val="Subtitle"/></w:style>'
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style></w:styles>'
)
CORE = (
    f'<c:coreProperties xmlns:c="{PACKAGE}/metadata/core-properties" xmlns:d="http://purl.org/dc">'
    "<d:title>Rain</d:title><d:creator>Ann\nEk</d:creator><d:subject/></c:coreProperties>"
)


def xml(body: str) -> str:
    return f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"


def paragraph(inner: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def docx(body: str, **parts: str | bytes) -> bytes:
    """A document with that body. Other parts by their names, ``__`` for a slash, ``_`` a stop."""
    names = {
        "word/document.xml": xml(body),
        "word/_rels/document.xml.rels": RELATIONS,
        "word/styles.xml": STYLES,
    }
    named = {name.replace("__", "/").replace("_", "."): part for name, part in parts.items()}
    return zipped(names | named)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return stream.getvalue()
