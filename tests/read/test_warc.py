"""WARC: which records are read, what they say, and what is passed over or refused."""

from __future__ import annotations

import gzip
import re
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.errors import InputError, Malformed, NothingPrinted, TooLarge
from archive.read import LIMIT, Member, document
from archive.read._signature import media_type
from archive.read.warc import members

TEXT = "Rain in Spain\nfell on the naïve\n"
PAGE = f"<html><body><h1>Rain</h1><p>{'Rain fell on the plain, and on us. ' * 9}</p></body></html>"
OK = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n"


def record(block: bytes | str, kind: str = "response", *fields: str) -> bytes:
    block = block.encode() if isinstance(block, str) else block
    stated = "application/http; msgtype=response" if kind == "response" else "text/plain"
    head = ["WARC/1.1", f"WARC-Type: {kind}", f"Content-Length: {len(block)}", *fields]
    if not any(field.startswith("Content-Type") for field in fields):
        head.append(f"Content-Type: {stated}")
    return "\r\n".join(head).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def answer(
    body: bytes | str, *fields: str, status: str = "200 OK", kind: str = "text/plain"
) -> bytes:
    head = "".join(f"{field}\r\n" for field in (f"Content-Type: {kind}", *fields))
    body = body.encode() if isinstance(body, str) else body
    return record(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body)


def found(data: bytes) -> list[Member]:
    return list(members(BytesIO(data)))


RAIN = answer(TEXT)
SUN = answer("Sun in Spain\n")
PASSED = {
    "the software": record("software: a", "warcinfo", "Content-Type: application/warc-fields"),
    "a request": record("GET / HTTP/1.1\r\n\r\n", "request", "Content-Type: application/http"),
    "metadata": record("a: b", "metadata"),
    "a page that did not change": record(f"{OK}\r\n", "revisit", "Content-Type: application/http"),
    "not found": answer(TEXT, status="404 Not Found"),
    "moved": answer(TEXT, status="301 Moved Permanently"),
    "a picture": answer("abc", kind="image/png"),
    "no media type": record(f"HTTP/1.1 200 OK\r\n\r\n{TEXT}"),
    "no text": answer(""),
    "a name server": record("20160302\n", "response", "Content-Type: text/dns"),
    "a header without end": record("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"),
    "a picture by itself": record("abc", "resource", "Content-Type: image/png"),
}


@pytest.mark.parametrize("name", PASSED)
def test_passes_over(name: str) -> None:
    assert [m.start for m in found(PASSED[name] + RAIN)] == [len(PASSED[name])]
    assert found(gzip.compress(PASSED[name])) == []
    with pytest.raises(NothingPrinted):
        document(PASSED[name], "a.warc")


READ = {
    "an answer of a server": RAIN,
    "a file": record(TEXT, "resource"),
    "a conversion": record(TEXT, "conversion", "Content-Type: text/plain"),
    "line ends LF": RAIN.replace(b"\r\n", b"\n", 5),
    "an old version": RAIN.replace(b"WARC/1.1", b"WARC/0.18"),
    "names in capitals": RAIN.replace(b"Content-Length", b"CONTENT-LENGTH"),
    "in chunks": answer(
        b"12;a=b\r\nRain in Spain\nfell\r\n0F\r\n on the na\xc3\xafve\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked",
    ),
    "called chunked": answer(TEXT, "Transfer-Encoding: chunked"),
    "gzip": answer(gzip.compress(TEXT.encode()), "Content-Encoding: gzip"),
    "called gzip": answer(TEXT, "Content-Encoding: gzip"),
    "deflate": answer(zlib.compress(TEXT.encode()), "Content-Encoding: deflate"),
    "deflate without a header": answer(
        zlib.compress(TEXT.encode(), wbits=-15), "Content-Encoding: deflate"
    ),
    "Latin-1": answer(TEXT.encode("latin-1"), kind="text/plain; charset=iso-8859-1"),
    "an encoding that it is not in": answer(TEXT, kind="text/plain; charset=iso-8859-1"),
    "compressed": gzip.compress(RAIN),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_reads(name: str) -> None:
    data = READ[name]
    (member,) = found(data)
    assert data[member.start :].startswith(member.data)
    assert media_type(member.data, "-") == "application/warc"
    read = document(member.data, "-")
    assert (read.text, read.media_type) == (TEXT, "application/warc")
    assert all(0 <= o.first < o.last <= len(member.data) for o in read.origins)


def test_a_chunk_is_told_from_the_text() -> None:
    data = READ["in chunks"]
    read = document(data, "a.warc")
    start = read.text.index("fell")
    bounds = read.origin(read.span(start, start + 4))
    assert bounds
    assert data[slice(*bounds)] == b"fell"


def test_a_page() -> None:
    data = answer(PAGE, kind="text/html; charset=utf-8")
    read = document(data, "a.warc")
    assert read.text.startswith("Rain\n\nRain fell")
    bounds = read.origin(read.span(0, 4))
    assert bounds
    assert data[slice(*bounds)] == b"Rain"


def test_headers_of_the_copy() -> None:
    fields = (
        "WARC-Date: 2016-03-02T12:00:00Z",
        "WARC-Target-URI: http://a.org/",
        "WARC-Record-ID: <a>",
    )
    read = document(record(f"{OK}\r\n{TEXT}", "response", *fields), "a.warc")
    assert read.headers == (
        ("warc-date", "2016-03-02T12:00:00Z"),
        ("warc-target-uri", "http://a.org/"),
        ("warc-record-id", "<a>"),
        ("content-type", "text/plain; charset=utf-8"),
    )


def test_compressed_as_a_whole() -> None:
    first, second = found(gzip.compress(RAIN + PASSED["a request"] + SUN))
    assert RAIN.startswith(first.data)
    assert (document(first.data, "-").text, first.start) == (TEXT, 0)
    assert (document(second.data, "-").text, second.start) == (
        "Sun in Spain\n",
        len(RAIN + PASSED["a request"]),
    )


REFUSED = {
    "cut off in a page": (RAIN + SUN[:-10], [TEXT], "is cut off"),
    "cut off in a picture": (RAIN + answer("a" * 99, kind="image/png")[:-50], [TEXT], "is cut off"),
    "cut off in a header": (RAIN + SUN[:40], [TEXT], "is cut off"),
    "a compressed record that is cut off": (
        gzip.compress(RAIN) + gzip.compress(SUN)[:-20],
        [TEXT],
        "a compressed record is cut off",
    ),
    "a compressed record that is damaged": (
        gzip.compress(RAIN) + gzip.compress(SUN)[:20] + bytes(99),
        [TEXT],
        "a compressed record is damaged",
    ),
    "no record": (RAIN + b"Rain\r\n", [TEXT], f"no record begins at byte {len(RAIN)}"),
    "no length": (b"WARC/1.0\r\n\r\n", [], "does not say how long it is"),
    "a length that is none": (
        b"WARC/1.0\r\nContent-Length: -1\r\n\r\n",
        [],
        "does not say how long it is",
    ),
    "a header without end": (
        b"WARC/1.0\r\n" + b"A: b\r\n" * 20_000 + b"\r\n",
        [],
        "has a header without end",
    ),
}


@pytest.mark.parametrize(("data", "texts", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_whole_is_read_before_the_damage(data: bytes, texts: list[str], words: str) -> None:
    rest = members(BytesIO(data))
    assert [document(next(rest).data, "-").text for _ in texts] == texts
    with pytest.raises(Malformed, match=re.escape(words)):
        next(rest)


def bomb(head: bytes) -> bytes:
    deflate = zlib.compressobj(9, zlib.DEFLATED, 31)
    deflated = deflate.compress(head)
    return b"".join(
        [deflated, *(deflate.compress(bytes(2**20)) for _ in range(200)), deflate.flush()]
    )


BIG = record(b"", "resource", "Content-Type: text/html").replace(b": 0", b": 209715200")[:-4]
BOMBS = {
    "a page": (bomb(BIG), Malformed),
    "a picture": (bomb(BIG.replace(b"text/html", b"image/png")), Malformed),
    "a header": (bomb(b"WARC/1.0\r\nA: "), Malformed),
    "a content": (
        answer(gzip.compress(bytes(LIMIT + 1)), "Content-Encoding: gzip", kind="text/html"),
        TooLarge,
    ),
    "compressed content of compressed records": (
        gzip.compress(answer(gzip.compress(bytes(LIMIT + 1)), "Content-Encoding: gzip")),
        TooLarge,
    ),
    "many chunks": (answer(b"1\r\na\r\n" * 100_001, "Transfer-Encoding: chunked"), Malformed),
    "another compression": (answer(b"\x8b\0\x80", "Content-Encoding: br"), Malformed),
}


@pytest.mark.parametrize(("data", "error"), BOMBS.values(), ids=BOMBS.keys())
def test_refuses_what_inflates(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error):
        [document(member.data, "-") for member in members(BytesIO(data))]
    with pytest.raises(InputError):
        document(data, "a.warc.gz")


def test_a_page_that_is_too_large_is_passed_over() -> None:
    size = LIMIT + 2**20
    pages = record("", "resource", "Content-Type: text/html")[:-4].replace(
        b": 0", f": {size}".encode()
    )
    data = members(BytesIO(pages + bytes(size) + b"\r\n\r\n" + SUN))
    assert next(data).data == SUN[:-4]
    with pytest.raises(TooLarge):
        next(data)


BODIES = st.text(st.sampled_from("Raïn \n"), max_size=30).map(lambda text: f"Rain\n{text}")


# The writer of warcio leaves temporary files to be closed by the collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@given(
    st.lists(st.tuples(st.sampled_from(["text/plain", "image/png"]), BODIES), max_size=4),
    st.booleans(),
)
def test_reads_what_warcio_writes_as_warcio_does(
    contents: list[tuple[str, str]], compressed: bool
) -> None:
    stream = BytesIO()
    writer = WARCWriter(stream, gzip=compressed)
    for kind, body in contents:
        http = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        payload = BytesIO(body.encode())
        writer.write_record(
            writer.create_warc_record("http://a.org/", "response", payload, http_headers=http)
        )
    data = stream.getvalue()
    held = found(data)
    assert [data[m.start : m.start + len(m.data)] for m in held] == [m.data for m in held]
    judged = [next(iter(ArchiveIterator(BytesIO(m.data)))).content_stream().read() for m in held]
    assert [document(member.data, "-").text.encode() for member in held] == judged
    assert len(judged) == sum(kind == "text/plain" for kind, _ in contents)


SEEDS = [*READ.values(), *PASSED.values(), RAIN + SUN, gzip.compress(RAIN) + gzip.compress(SUN)]
FRAGMENTS = st.sampled_from(
    [
        *(
            b"\r\n",
            b"\r\n\r\n",
            b"WARC/1.0\r\n",
            b"Content-Length: 9\r\n",
            b"\0",
            b"\x1f\x8b",
            b"0",
        ),
        *(b"Content-Encoding: deflate\r\n", b"Transfer-Encoding: chunked\r\n", b"5\r\n", b"\xff"),
        *(b"text/html", b"; charset=utf-16", b"<p>", b"HTTP/1.1 200 OK\r\n", b":"),
    ]
)
CHANGES = st.lists(st.tuples(st.integers(0, 600), st.integers(0, 20), FRAGMENTS), max_size=5)


def changed(seed: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for place, cut, new in changes:
        place %= len(seed) + 1
        seed = seed[:place] + new + seed[place + cut :]
    return seed


ANY = st.binary(max_size=80) | st.lists(FRAGMENTS, max_size=15).map(b"".join)


@given(ANY | st.builds(changed, st.sampled_from(SEEDS), CHANGES), st.booleans())
def test_any_bytes_are_documents_or_input_errors(data: bytes, compressed: bool) -> None:
    data = gzip.compress(data) if compressed else data
    try:
        held = found(data)
    except InputError:
        held = [Member(data, 0)]
    for member in held:
        try:
            read = document(member.data, "-", "warc")
        except InputError:
            continue
        assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", read.text)
        assert all(0 <= o.first <= o.last <= len(member.data) for o in read.origins)
