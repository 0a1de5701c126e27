"""PDF: the text layer is read; what has none, or is damaged, is refused."""

from __future__ import annotations

from io import BytesIO

import pytest

from archive.errors import InputError, Malformed, NothingPrinted, TooLarge
from archive.read import document

pypdf = pytest.importorskip("pypdf")


def pdf(*lines: str) -> bytes:
    stream = "BT /F1 11 Tf 14 TL 60 780 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        " /Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Author (Ann Ek) >>",
    ]
    text, places = "%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = f"xref\n0 7\n0000000000 65535 f \n{table}"
    end = f"trailer << /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(text)}\n%%EOF"
    return f"{text}{start}{end}".encode()


def blank(pages: int, password: str = "") -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_reads_lines_and_information() -> None:
    found = document(pdf("Rain in Spain", "by Ann Ek"), "rain.pdf")
    (part,) = found.parts
    assert found.text[slice(*part.bounds)] == "Rain in Spain\nby Ann Ek"
    assert [(t.name, found.text[slice(*t.bounds)]) for t in part.told] == [("pdf:author", "Ann Ek")]


REFUSED: dict[str, tuple[bytes, type[InputError], str]] = {
    "no text layer": (pdf(), NothingPrinted, "text recognition"),
    "encrypted": (blank(1, "secret"), Malformed, "without its password"),
    "a book": (blank(201), TooLarge, "split it"),
    "cut off": (b"%PDF-1.7\n", Malformed, "save the copy again"),
    "no objects": (b"%PDF-1.7\n" + b"x" * 1000, Malformed, "save the copy again"),
}


@pytest.mark.parametrize(("data", "error", "next_step"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses(data: bytes, error: type[InputError], next_step: str) -> None:
    with pytest.raises(error) as refused:
        document(data, "rain.pdf")
    assert next_step in (refused.value.hint or "")
