"""Plain text: what is read, as which encoding, and what is refused with which words."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import (
    EmptySource,
    InputError,
    NoReader,
    NotText,
    TooLarge,
    Undecodable,
    UnknownEncoding,
    UnknownName,
)
from archive.model.document import Document
from archive.read import LIMIT, LONGEST, READERS, document
from archive.read._decode import decode, detect

SHARED = Path(__file__).parents[3] / "shared"

READ = {
    "ascii": (b"Rain in Spain", "utf-8", "Rain in Spain"),
    "utf-8": ("Anaïs – “yes”".encode(), "utf-8", "Anaïs – “yes”"),
    "utf-8 with mark": (b"\xef\xbb\xbfRain", "utf-8", "Rain"),
    "a second mark is text": (b"\xef\xbb\xbf\xef\xbb\xbfRain", "utf-8", "\ufeffRain"),
    "utf-16 little-endian with mark": (b"\xff\xfe" + "Köl".encode("utf-16-le"), "utf-16le", "Köl"),
    "utf-16 big-endian with mark": (b"\xfe\xff" + "Käse".encode("utf-16-be"), "utf-16be", "Käse"),
    "utf-16 little-endian": ("Käse 😀".encode("utf-16-le"), "utf-16le", "Käse 😀"),
    "utf-16 big-endian": ("Käse 😀".encode("utf-16-be"), "utf-16be", "Käse 😀"),
    "utf-16 in Arabic": ("ثمن كل مساء\n".encode("utf-16-le"), "utf-16le", "ثمن كل مساء\n"),
    "utf-32 little-endian": (b"\xff\xfe\0\0" + "Käse".encode("utf-32-le"), "utf-32le", "Käse"),
    "utf-32 big-endian": (b"\0\0\xfe\xff" + "Käse".encode("utf-32-be"), "utf-32be", "Käse"),
    "windows-1252": (b"Ana\xefs \x96 \x93yes\x94 \x80", "windows-1252", "Anaïs – “yes” €"),
    "Latin-1 letters in a row": (b"cr\xe9\xe9e", "windows-1252", "créée"),
    "sharp s and a quotation mark": (b"\x84Spa\xdf\x93", "windows-1252", "„Spaß“"),
    "guillemet after a space": (b"\xab\xa0arriv\xe9\xa0\xbb", "windows-1252", "«\xa0arrivé\xa0»"),
    "ellipsis and guillemet": (b"\xab arriv\xe9\x85\xbb", "windows-1252", "« arrivé…»"),
    "mixed": ("“one” ".encode() + b"\x93two\x94 \xe9", "utf-8+windows-1252", "“one” “two” é"),
    "mixed, Latin-1": ("Anaïs ".encode() + b"K\xf6hler", "utf-8+windows-1252", "Anaïs Köhler"),
    "mixed, mark": (b"\xef\xbb\xbfna\xefve", "utf-8+windows-1252", "naïve"),
    "mixed, mostly UTF-8": ("ż ż ź ż ł”".encode() + b"\x92", "utf-8+windows-1252", "ż ż ź ż ł”’"),
    "mixed, mostly 1252": (
        "’ ".encode() + b"arriv\xe9\xa0\xbb \xe9 \xe8 \xe0 \xf4",
        "utf-8+windows-1252",
        "’ arrivé\xa0» é è à ô",
    ),
    "mojibake is kept": ("So much for â€œus.".encode(), "utf-8", "So much for â€œus."),
    "line ends": (b"a\r\nb\rc\nd\r\r\ne\n\r", "utf-8", "a\nb\nc\nd\n\ne\n\n"),
    "VT and FF": (b"a\x0bb\x0cc\r\n\x0cd", "utf-8", "a\nb\nc\n\nd"),
    "line ends in utf-16": (b"\xff\xfe" + "a\r\nb\f".encode("utf-16-le"), "utf-16le", "a\nb\n"),
    "other line separators are text": ("a\u2028b\x85c".encode(), "utf-8", "a\u2028b\x85c"),
    "noncharacters that XML carries": ("a\ufdd0\U0001fffe".encode(), "utf-8", "a\ufdd0\U0001fffe"),
    "header-like lines": (b"Source: The Star\nDate: 3 May\nBy Ann", "utf-8", None),
    "starts like a bitmap": (b"BMW and the bridge", "utf-8", None),
    "speaks of HTML": (b"The <html> element", "utf-8", None),
    "starts with From": (b"From Monday the tickets cost more", "utf-8", None),
}  # fmt: skip


@pytest.mark.parametrize(("data", "encoding", "text"), READ.values(), ids=READ.keys())
def test_reads(data: bytes, encoding: str, text: str | None) -> None:
    found = document(data, "rain.txt")
    assert found.encoding == encoding
    assert found.text == (data.decode() if text is None else text)
    assert found.source == hashlib.sha256(data).hexdigest()
    assert found.media_type == "text/plain"
    assert decode(data, found.encoding) == found.text


REFUSED = {
    "empty": (b"", EmptySource, "the file holds no bytes"),
    "white space": (b" \t\r\n\x0c", EmptySource, "only white space (4 characters)"),
    "mark alone": (b"\xef\xbb\xbf", EmptySource, "the file holds no bytes"),
    "utf-16 mark alone": (b"\xff\xfe", EmptySource, "the file holds no bytes"),
    "no-break spaces": ("\u00a0\u3000 ".encode(), EmptySource, "white space (3 characters)"),
    "NUL": (b"Rain\0in Spain", NotText, "NUL at byte 4"),
    "NUL at odd places of few bytes": (b"a\0b\0", NotText, "NUL at byte 1"),
    "NUL in what could be Chinese": (b"ab\0c", NotText, "NUL at byte 2"),
    "NUL on both sides": ("a\u0100b\u0200".encode("utf-16-le"), NotText, "NUL at byte 1"),
    "utf-32 without mark": ("Rain in Spain".encode("utf-32-le"), NotText, "NUL at byte 1"),
    "NUL in utf-16": ("\ufeffRain\0".encode("utf-16-le"), NotText, "U+0000 at character 4"),
    "escape": (b"Rain \x1b[1m", NotText, "control character U+001B at character 5"),
    "end of file of DOS": ("naïve\r\n\x1a".encode(), NotText, "U+001A at character 6"),
    "noncharacter": ("Rain \uffff".encode(), NotText, "noncharacter U+FFFF at character 5"),
    "reversed mark": ("Rain \ufffe".encode(), NotText, "noncharacter U+FFFE at character 5"),
    "control in windows-1252": (b"na\xefve \x07", NotText, "U+0007 at character 6"),
    "undefined in windows-1252": (b"na\xefve \x81", Undecodable, "byte 0x81 at 6 has no meaning"),
    "undefined in a mixture": ("“na” ".encode() + b"\xef \x9d", Undecodable, "byte 0x9D at 11 has"),
    "either": ("“ł”".encode() + b" \x93", Undecodable, "byte 0xC5 at 3 may be UTF-8 and may be"),
    "Russian, longer": ("Погода".encode("cp1251"), Undecodable, "byte 0xCF at 0 begins letters"),
    "Greek in one byte": ("η βροχή στην".encode("iso8859-7"), Undecodable, "byte 0xE2 at 2"),
    "Arabic in one byte": ("ثمن الطماطم".encode("cp1256"), Undecodable, "byte 0xC7 at 4"),
    "half a unit of utf-16": (b"\xff\xfea\0b", Undecodable, "byte 0x62 at 4 has no meaning in utf"),
    "lone surrogate": (b"\xff\xfea\0\0\xd8b\0", Undecodable, "byte 0x00 at 4 has no meaning"),
    "utf-32 out of range": (b"\xff\xfe\0\0\0\0\x11\0", Undecodable, "byte 0x00 at 4 has no"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "error", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses(data: bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error, match=re.escape(words)) as caught:
        document(data, "rain.txt")
    assert caught.value.exit_code == 3
    assert re.fullmatch("E30[1-6]", caught.value.code)
    assert caught.value.hint


ZIP = b"PK\x03\x04" + bytes(26)

OTHER_KINDS = {
    "PostScript": (b"%!PS-Adobe-3.0", "rain.txt", "application/postscript"),
    "RTF": (b"{\\rtf1 Rain}", "rain.txt", "application/rtf"),
    "Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9), "rain.doc", "application/msword"),
    "Word by its name": (b"Rain in Spain", "notes.DOC", "application/msword"),
    "ODT": (
        ZIP + b"mimetypeapplication/vnd.oasis.opendocument.textPK\x03\x04",
        "rain.odt",
        "application/vnd.oasis.opendocument.text",
    ),
    "ZIP": (ZIP + b"rain.txt", "rain.zip", "application/zip"),
    "gzip": (b"\x1f\x8b\x08\0", "rain.txt.gz", "application/gzip"),
    "PNG": (b"\x89PNG\r\n\x1a\n\0", "rain.txt", "image/png"),
    "JPEG": (b"\xff\xd8\xff\xe0\0", "rain.txt", "image/jpeg"),
    "GIF": (b"GIF89a", "rain.txt", "image/gif"),
    "WebP": (b"RIFF\1\2\3\4WEBPVP8 ", "rain.txt", "image/webp"),
    "XML": (b"<?xml version='1.0'?><TEI>", "rain.txt", "application/xml"),
}


@pytest.mark.parametrize(("data", "name", "kind"), OTHER_KINDS.values(), ids=OTHER_KINDS.keys())
def test_names_the_kind_that_it_cannot_read(data: bytes, name: str, kind: str) -> None:
    with pytest.raises(NoReader, match=re.escape(f"no reader knows this file ({kind})")) as caught:
        document(data, name)
    assert ".txt" in caught.value.hint


NAMES = ("rain.txt", "RAIN.TXT", "rain.text", "rain", "-", "a.b/rain", "2008.06.13", "rain.txt.bak")


@pytest.mark.parametrize("name", NAMES)
def test_reads_text_under_any_name_that_says_no_other_kind(name: str) -> None:
    assert document(b"Rain in Spain", name).text == "Rain in Spain"


def test_a_named_reader_goes_before_bytes_and_name() -> None:
    assert document(b"<html> is an element", "rain.html", "text").text == "<html> is an element"


def test_an_unknown_reader_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="no reader called 'txet'") as caught:
        document(b"Rain", "rain.txt", "txet")
    assert "text" in caught.value.hint


def test_text_is_among_the_readers() -> None:
    assert "text" in READERS.names()
    assert READERS.load("text").extensions == (".txt", ".text")


def test_the_limits() -> None:
    with pytest.raises(TooLarge, match="67,108,865 bytes"):
        document(b"A" * (LIMIT + 1), "rain.txt")
    with pytest.raises(TooLarge, match="16,000,001 characters, at most 16,000,000"):
        document(b"A" * (LONGEST + 1), "rain.txt")
    assert document(b"A" * LONGEST, "rain.txt").text


def test_an_unknown_encoding() -> None:
    with pytest.raises(UnknownEncoding, match="no encoding called 'latin-1'"):
        decode(b"Rain", "latin-1")


def test_a_record_with_the_wrong_encoding() -> None:
    with pytest.raises(Undecodable, match="byte 0xEF at 2 has no meaning in utf-8"):
        decode(b"na\xefve", "utf-8")


def test_the_first_article() -> None:
    folder = SHARED / "article"
    if not folder.is_dir():
        pytest.skip("the first article is not beside the project")
    found = document(next(folder.glob("*.txt")).read_bytes(), "000_975284dc9eed1392.txt")
    assert found.source == "2f9c917f8f6de4a044e5686da47e70baa556ad8f047a312258e56b5040f11041"
    assert (found.encoding, len(found.text)) == ("utf-8", 6007)


FRAGMENTS = st.sampled_from(
    [  # what changes the verdict: marks, line ends, halves of units, pieces of UTF-8
        *(b"\0", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\n", b"\x0c", b" ", b"a"),
        *(b"a\0", b"\0a", b"\x93", b"\x81", b"\xe9", b"\xc3\xa9", b"\xe2\x80\x99", b"\xdf\x93"),
        *(b"\xe9\xa0\xbb", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\x1b", b"<p>", b"From: a\n"),
    ]
)
ANY_BYTES = st.binary(max_size=60) | st.lists(FRAGMENTS, max_size=12).map(b"".join)


@given(ANY_BYTES)
def test_any_bytes_are_a_document_or_an_input_error(data: bytes) -> None:
    try:
        found = document(data, "rain.txt")
    except InputError:
        return
    assert isinstance(found, Document)
    if found.media_type == "text/plain":
        assert decode(data, detect(data)) == found.text
        assert detect(data) == found.encoding
    assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", found.text)


PROSE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]) | st.just("\n"),
    min_size=1,
    max_size=40,
).filter(lambda text: text.replace("\ufeff", "").strip() and not text.startswith("<"))
MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16le": b"\xff\xfe", "utf-16be": b"\xfe\xff"} | {
    "utf-32le": b"\xff\xfe\0\0",
    "utf-32be": b"\0\0\xfe\xff",
}


@given(PROSE, st.sampled_from(sorted(MARKS)))
def test_text_with_a_mark_comes_back(text: str, encoding: str) -> None:
    found = document(MARKS[encoding] + text.encode(encoding), "rain.txt")
    assert (found.text, found.encoding) == (text, encoding)


@given(PROSE.filter(lambda text: not text.startswith("\ufeff")))
def test_text_in_utf_8_comes_back(text: str) -> None:
    found = document(text.encode(), "rain.txt", "text")
    assert (found.text, found.encoding) == (text, "utf-8")


WORDS = st.lists(
    st.sampled_from(["Köhler", "“œuvre”", "–", "Müller’s", "«naïve»", "5 €"]), min_size=1
)


@given(WORDS.map(" ".join), st.sampled_from(["utf-16le", "utf-16be"]))
def test_western_text_in_utf_16_without_a_mark_comes_back(words: str, encoding: str) -> None:
    text = f"Rain: {words}"
    found = document(text.encode(encoding), "rain.txt")
    assert (found.text, found.encoding) == (text, encoding)


@given(WORDS.map(" ".join))
def test_western_text_in_windows_1252_comes_back(words: str) -> None:
    text = f"“Rain” {words}"
    found = document(text.encode("cp1252"), "rain.txt")
    assert (found.text, found.encoding) == (text, "windows-1252")


@given(
    st.lists(st.tuples(st.sampled_from(["é", "“one”", "–", "œuvre", "Señor", "5€"]), st.booleans()))
)
def test_a_mixture_comes_back(pieces: list[tuple[str, bool]]) -> None:
    pieces = [("’", True), ("’", False), *pieces]
    data = b" ".join(word.encode("utf-8" if modern else "cp1252") for word, modern in pieces)
    found = document(data, "rain.txt")
    assert found.text == " ".join(word for word, _ in pieces)
    assert found.encoding == "utf-8+windows-1252"
