"""E-mail: which part is the text, how it is decoded, what of it is passed on; what is refused."""

from __future__ import annotations

import base64
import quopri
import re
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import InputError, Malformed, NothingPrinted, TooLarge, Undecodable
from archive.model.document import Document
from archive.read import document

HEAD = "From: Ann <a@b.org>\nTo: c@d.org\nSubject: {subject}\nDate: Tue, 5 May 2009\n"


def mail(body: str | bytes, *fields: str, subject: str = "Rain") -> bytes:
    head = HEAD.format(subject=subject) + "".join(f"{field}\n" for field in fields)
    return head.encode() + b"\n" + (body if isinstance(body, bytes) else body.encode())


def parts(kind: str, *of: str) -> bytes:
    body = "".join(f"--x=y\n{part}\n" for part in of)
    return mail(f"preamble\n{body}--x=y--\nepilogue\n", f'Content-Type: {kind}; boundary="x=y"')


PLAIN = "Content-Type: text/plain; charset=utf-8\n\n"
HTML = "Content-Type: text/html; charset=utf-8\n\n"
FILE = "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\n"
INNER = "Content-Type: message/rfc822\n\nSubject: Rain\nFrom: x@y.org\n\n"


def read(data: bytes) -> Document:
    found = document(data, "rain.eml")
    assert found.media_type == "message/rfc822"
    return found


def printed(found: Document) -> list[str]:
    return [found.prose[slice(*part.bounds)] for part in found.printed]


TEXTS = {
    "no MIME at all": (mail("Rain\nin Spain\n"), "Rain\nin Spain\n"),
    "CR LF": (mail("Rain\nin Spain\n").replace(b"\n", b"\r\n"), "Rain\nin Spain\n"),
    "CR": (mail("Rain\nin Spain\n").replace(b"\n", b"\r"), "Rain\nin Spain\n"),
    "a line of a mailbox before it": (b"From a@b Tue May 5 10:00 2009\n" + mail("Rain"), "Rain"),
    "8bit in the encoding that is stated": (
        mail("Погода".encode("koi8-r"), "Content-Type: text/plain; charset=koi8-r"),
        "Погода",
    ),
    "no encoding stated": (mail(b"na\xefve"), "naïve"),
    "an unknown encoding": (mail("naïve", "Content-Type: text/plain; charset=x-own"), "naïve"),
    "ASCII that is not": (mail("naïve", "Content-Type: text/plain; charset=us-ascii"), "naïve"),
    "Latin-1 that is UTF-8": (mail("naïve", "Content-Type: text/plain; charset=latin1"), "naïve"),
    "Latin-1 that is windows-1252": (
        mail(b"\x93na\xefve\x94", "Content-Type: text/plain; charset=ISO-8859-1"),
        "“naïve”",
    ),
    "UTF-8 that is windows-1252": (
        mail(b"\x93na\xefve\x94", "Content-Type: text/plain; charset=utf-8"),
        "“naïve”",
    ),
    "GB 2312 that is more": (
        mail("镕基".encode("gb18030"), "Content-Type: text/plain; charset=gb2312"),
        "镕基",
    ),
    "Japanese in seven bits": (
        mail("雨。\n雨".encode("iso2022_jp"), "Content-Type: text/plain; charset=iso-2022-jp"),
        "雨。\n雨",
    ),
    "quoted-printable, a letter over two lines": (
        mail("na=C3=\n=AFve =3D\nin =\n\nSpain", "Content-Transfer-Encoding: Quoted-Printable"),
        "naïve =\nin \nSpain",
    ),
    "base64, lines of any length": (
        mail("UmFpb\niBpb\r\niBTcGFpbg==\n", "Content-Transfer-Encoding: base64"),
        "Rain in Spain",
    ),
    "base64 without its end": (
        mail("UmFpbiBpbiBTcGFpbg", "Content-Transfer-Encoding: base64"),
        "Rain in Spain",
    ),
    "base64 with the footer of a list": (
        mail("UmFpbgo=\n____\nA list\n", "Content-Transfer-Encoding: base64"),
        "Rain\n____\nA list\n",
    ),
    "base64 that is text": (mail("Rain in Spain.", "Content-Transfer-Encoding: base64"), None),
    "base64 in UTF-16": (
        mail(
            base64.encodebytes("Köl\r\nn".encode("utf-16")),
            "Content-Transfer-Encoding: base64",
            "Content-Type: text/plain; charset=utf-16",
        ),
        "Köl\nn",
    ),
    "form feed": (mail("Rain\x0cin Spain"), "Rain\nin Spain"),
    "wrapped for sending": (
        mail(
            "Rain \nin \n Spain.\n-- \n> Sun \n> there\n",
            "Content-Type: text/plain; format=flowed",
        ),
        "Rain in Spain.\n-- \n> Sun there\n",
    ),
    "wrapped for sending, spaces added": (
        mail("雨が \n降る", 'Content-Type: text/plain; charset="utf-8"; format=flowed; delsp=yes'),
        "雨が降る",
    ),
    "alternative": (parts("multipart/alternative", PLAIN + "Rain", HTML + "<p>Rain"), "Rain"),
    "several texts": (parts("multipart/mixed", PLAIN + "Rain\n", PLAIN + "Sun\n"), "Rain\n\nSun\n"),
    "a text and a file": (parts("multipart/mixed", PLAIN + "Rain", FILE + "Sun"), "Rain"),
    "a file alone": (parts("multipart/mixed", FILE + "Sun"), "Sun"),
    "parts of an unknown kind": (parts("multipart/x-new", PLAIN + "Rain"), "Rain"),
    "signed": (parts("multipart/signed", PLAIN + "Rain", PLAIN + "BEGIN SIGNATURE"), "Rain"),
    "no last boundary": (
        parts("multipart/mixed", PLAIN + "Rain").partition(b"\n--x=y--")[0],
        "Rain",
    ),
    "a kind that is none": (mail("Rain", "Content-Type: text"), "Rain"),
    "a part without a header": (parts("multipart/mixed", "\nRain"), "Rain"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "text"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text(data: bytes, text: str | None) -> None:
    found = read(data)
    assert found.text == (data.decode().partition("\n\n")[2] if text is None else text)
    assert [origin.start for origin in found.origins] == sorted({o.start for o in found.origins})
    for origin in found.origins:
        assert 0 <= origin.first < origin.last <= len(data)


def test_each_line_comes_from_its_bytes() -> None:
    data = mail("Rain\nin na=C3=AFve=\n Spain\n", "Content-Transfer-Encoding: quoted-printable")
    found = read(data)
    for line, source in {
        "Rain": b"Rain",
        "naïve": b"in na=C3=AFve=\n",
        "Spain": b"Spain",
    }.items():
        start = found.text.index(line)
        bounds = found.origin(found.span(start, start + len(line)))
        assert bounds
        assert data[slice(*bounds)] == source


PARAGRAPH = "Rain fell on the plain, and the naïve were glad of it. " * 6
PAGE = (
    f"<html><head><title>Rain</title></head><body><h1>Rain</h1><p>{PARAGRAPH}</p>"
    '<p>Source: <a href="http://www.star.org/">The Star</a></p></body></html>'
)
PRINTED = f"Rain\n\n{PARAGRAPH.strip()}\n\nSource: The Star"
STUB = "Your mail program does not show HTML.\n"
PAGES = {
    "alone": mail(PAGE, "Content-Type: text/html; charset=utf-8"),
    "windows-1252": mail(PAGE.encode("cp1252"), "Content-Type: text/html; charset=windows-1252"),
    "quoted-printable": mail(
        quopri.encodestring(PAGE.encode()),
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
    ),
    "base64": mail(
        base64.encodebytes(PAGE.encode()),
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: base64",
    ),
    "without plain text": parts("multipart/alternative", PLAIN, HTML + PAGE),
    "with plain text that says nothing": parts("multipart/alternative", PLAIN + STUB, HTML + PAGE),
    "with its pictures": parts(
        "multipart/alternative",
        PLAIN + STUB,
        f'Content-Type: multipart/related; boundary="z"\n\n--z\n{HTML}{PAGE}\n--z--\n',
    ),
    "as a file": parts(
        "multipart/mixed",
        PLAIN + "Friends, see below.\n",
        f"Content-Type: text/html; charset=utf-8\nContent-Disposition: attachment\n\n{PAGE}",
    ),
}


@pytest.mark.parametrize("data", PAGES.values(), ids=PAGES.keys())
def test_pages(data: bytes) -> None:
    found = read(data)
    assert printed(found) == [PRINTED]
    (link,) = found.links
    assert found.text[slice(*link.anchor)] == "The Star"
    assert found.text[slice(*link.target)] == "http://www.star.org/"
    assert [found.text[slice(*told.bounds)] for told in found.parts[0].told] == ["Rain"]
    for origin in found.origins:
        assert 0 <= origin.first <= origin.last <= len(data)


def test_a_page_as_it_was_sent_is_traced_to_the_byte() -> None:
    found = read(PAGES["alone"])
    start = found.text.index("naïve")
    bounds = found.origin(found.span(start, start + 5))
    assert bounds
    assert "naïve".encode() in PAGES["alone"][slice(*bounds)]


WORDS = {
    "none": ("Rain in Spain", "Rain in Spain"),
    "base64": ("=?utf-8?B?QW5hw69z?=", "Anaïs"),
    "quoted": ("=?iso-8859-1?q?Ana=EFs_Lee?= <a@b.org>", "Anaïs Lee <a@b.org>"),
    "a letter over two words": ("=?utf-8?q?Ana=C3?=\n =?utf-8?q?=AFs?=", "Anaïs"),
    "folded": ("Rain\n  in Spain", "Rain in Spain"),
    "no base64": ("=?utf-8?B?A?= rain", "=?utf-8?B?A?= rain"),
    "no encoding": ("=?x-none?q?Rain?=", "Rain"),
    "control characters": ("=?utf-8?q?Ra=00in=1B?=", "Ra\ufffdin\ufffd"),
}


@pytest.mark.parametrize(("value", "words"), WORDS.values(), ids=WORDS.keys())
def test_header_fields(value: str, words: str) -> None:
    assert dict(read(mail("Rain", subject=value)).headers)["subject"] == words


def test_headers_of_the_copy() -> None:
    found = read(mail("Rain", "Message-ID: <1@b.org>", "Received: x", "Subject: second"))
    assert found.headers == (
        ("from", "Ann <a@b.org>"),
        ("subject", "Rain"),
        ("date", "Tue, 5 May 2009"),
        ("message-id", "<1@b.org>"),
    )


PROSE = "\n".join(["Rain fell on the plain, and the plain was glad of it."] * 8)
QUOTED = "\n".join(f"> {line}".rstrip() for line in f"Rain\n\n{PROSE}".split("\n"))
TEXT = f"Rain\n\n{PROSE}"
NOTE = "Friends, worth reading!\n\nWim\n\n"

FORWARDED = "---------- Forwarded message ----------\nFrom: A\nDate: May\n\n"
LIST = f"{'_' * 47}\nlist mailing list\nlist@list.org\nhttp://a.org/listinfo/list\n"

PASSED_ON = {
    "Gmail": (
        "Fwd: Rain",
        f"{NOTE}---------- Forwarded message ---------\nFrom: A <a@b.org>\nDate: May\n\n\n{TEXT}\n",
    ),
    "Gmail, quoted": ("Fwd: Rain", f"{NOTE}{FORWARDED}{QUOTED}\n>\n-- \nWim, Ghent\n"),
    "Apple Mail": (
        "Fwd: Rain",
        f"{NOTE}Begin forwarded message:\n\n> From: A <a@b.org>\n> Date: May\n>\n{QUOTED}\n",
    ),
    "Outlook": (
        "FW: Rain",
        f"{NOTE}-----Original Message-----\nFrom: A\nSent: May\nTo: b@c.org;\n d@e.org\n"
        f"Subject: Rain\n\n{TEXT}\n",
    ),
    "Outlook without a line": (
        "Rain",
        f"{NOTE}From: A [mailto:a@b.org]\nSent: May\nTo: B\nSubject: Rain\n\n{TEXT}\n",
    ),
    "Thunderbird": (
        "Fwd: Rain",
        "-------- Forwarded Message --------\nSubject: \tRain\nDate: \tMay\n"
        f"From: \tA <a@b.org>\n\n\n{TEXT}",
    ),
    "German": (
        "WG: Regen",
        f"{NOTE}-----Ursprüngliche Nachricht-----\nVon: A\nGesendet: Mai\nAn: B\n\n{TEXT}",
    ),
    "French, bold": (
        "TR : Pluie",
        f"{NOTE}*De :* A <a@b.org>\n*Envoyé :* mai\n*À :* B\n*Objet :* Pluie\n\n{TEXT}",
    ),
    "Arabic": (
        "Fwd: مطر",
        f"{NOTE}---------- رسالة معاد توجيهها ---------\nمن: A <a@b.org>\nالتاريخ: ٥\n\n{TEXT}",
    ),
    "of a list": (
        "[list] Fwd: Rain",
        f"{NOTE}---- Forwarded by A ----\nFrom: A\nTo: B\n\n{TEXT}\n{LIST}",
    ),
    "a forward of a forward": (
        "Fwd: Fwd: Rain",
        f"{NOTE}{FORWARDED}Look at this.\n\n{FORWARDED}{TEXT}\n",
    ),
    "quoted without a word": ("Rain", f"{NOTE}{QUOTED}\n-- \nWim\n"),
    "signed": ("Rain", f"{TEXT}\n\n-- \nWim\n+32 9 000\n"),
    "the footer of a list": ("Rain", f"{TEXT}\n{LIST}"),
    "what a mailing says of itself": (
        "Rain",
        f"Having trouble reading this? View in browser\n\n{TEXT}\n\nTo unsubscribe, answer this\n",
    ),
    "the same in French": (
        "Pluie",
        f"Voir cette lettre dans votre navigateur\n\n{TEXT}\n\nPour vous désabonner, cliquez\n",
    ),
    "nothing but itself": ("Rain", f"{TEXT}\n"),
    "parted by two dashes": ("Rain", f"{TEXT}\n--\n{PROSE}\n--\n{PROSE}\n" + "a line\n" * 40),
    "labels that are no header": ("Rain", f"Author: Ann\nDate: May\nSource: The Star\n\n{TEXT}"),
    "an answer that quotes nothing": ("Re: your question", f"{TEXT}\n"),
}
WHOLE = {
    "nothing but itself",
    "parted by two dashes",
    "labels that are no header",
    "an answer that quotes nothing",
}


@pytest.mark.parametrize("name", PASSED_ON)
def test_what_is_passed_on(name: str) -> None:
    subject, body = PASSED_ON[name]
    found = read(mail(body, subject=subject))
    assert found.text == body
    if name in WHOLE:
        assert found.parts == ()
    else:
        (passed,) = printed(found)
        assert re.sub(r"\s+", " ", passed).strip() == re.sub(r"\s+", " ", TEXT)


ANSWERS = {
    "a few words": ("Re: Rain", "Thanks for this.\n\n> Rain\n> by Ann Lee\n\nBest, Ines\n"),
    "quoted below": ("RE: Rain", f"Great piece!\n\nOn 5 May 2009, A wrote:\n\n{QUOTED}\n"),
    "below, in Outlook": (
        "AW: Regen",
        f"Danke!\n\n-----Original Message-----\nFrom: A\nSent: May\n\n{TEXT}",
    ),
    "a subject that does not say so": ("Rain", f"Great!\n\nOn May 5, 2009, A wrote:\n{QUOTED}\n"),
    "of a list": ("[peace] Re: [peace] Rain", f"Yes.\n{QUOTED}\nNo.\n"),
}


@pytest.mark.parametrize(("subject", "body"), ANSWERS.values(), ids=ANSWERS.keys())
def test_an_answer_is_no_copy(subject: str, body: str) -> None:
    found = read(mail(body, subject=subject))
    assert found.text == body
    assert printed(found) == [""]


def test_messages_inside_a_message_are_the_text() -> None:
    found = read(parts("multipart/mixed", PLAIN + NOTE, INNER + TEXT, INNER + "Sun\n\n-- \nA"))
    assert printed(found) == [TEXT, "Sun"]
    assert found.text.startswith(NOTE.strip())


def test_a_digest() -> None:
    message = "\nSubject: Rain\nFrom: x@y.org\n\n"
    found = read(parts("multipart/digest", message + "Rain", message + "Sun"))
    assert printed(found) == ["Rain", "Sun"]


def nested(deep: int) -> bytes:
    head = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(deep)
    )
    return mail(head + PLAIN + "Rain").replace(b"2009\n\n", b"2009\n", 1)


REFUSED = {
    "no body": (mail(""), NothingPrinted, "holds no text"),
    "a picture": (mail("AAAA", "Content-Type: image/png"), NothingPrinted, "holds no text"),
    "nested 1,000 deep": (nested(1000), Malformed, "more than 32 deep"),
    "100,000 parts": (
        parts("multipart/mixed", *["\nRain"] * 100_000),
        Malformed,
        "more than 10,000 parts",
    ),
    "a header without end": (mail("", "X: " + "a" * 300_000), Malformed, "header has no end"),
    "base64 that is broken": (
        mail("UmFpb", "Content-Transfer-Encoding: base64"),
        Malformed,
        "base64 that cannot be decoded",
    ),
    "an alphabet that cannot be told": (
        mail("Погода".encode("cp1251")),
        Undecodable,
        "cannot be told",
    ),
    "larger than the limit": (mail("Rain\n" * 14_000_000), TooLarge, "at most 67,108,864"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "error", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses(data: bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error, match=re.escape(words)) as caught:
        read(data)
    assert caught.value.hint


def test_a_message_of_fifty_megabytes() -> None:
    with pytest.raises(TooLarge, match="at most 8,000,000 are read"):
        read(mail("Rain in Spain\n" * 3_700_000))
    file = "Content-Type: image/png\n\n" + "AAAA\n" * 10_000_000
    assert read(parts("multipart/mixed", PLAIN + "Rain", file)).text == "Rain"


def test_a_page_of_too_many_tags() -> None:
    with pytest.raises(TooLarge, match="200,001 tags, at most 200,000 are read"):
        read(mail("<p>" * 200_001, "Content-Type: text/html"))


SEEDS = (
    [data for data, _ in TEXTS.values()]
    + list(PAGES.values())
    + [mail(body, subject=subject) for subject, body in (*PASSED_ON.values(), *ANSWERS.values())]
)
FRAGMENTS = st.sampled_from(
    [  # what changes the structure
        *(
            b"\n",
            b"\r\n",
            b"\r",
            b"\n\n",
            b"--x=y\n",
            b"--x=y--",
            b"> ",
            b"From: a\n",
            b"=",
            b"=\n",
        ),
        *(b"\0", b"\xe9", b"=C3", b"=?utf-8?q?=C3?=", b"=?utf-8?b?\xff?=", b"Content-Type: "),
        *(b"multipart/mixed; boundary=", b"; charset*0*=a'b'%", b"; boundary*=utf-9''x", b'"'),
        *(b"Content-Transfer-Encoding: base64\n", b"message/rfc822\n", b"; format=flowed\n"),
        *(b"-----Original Message-----\n", b"-- \n", b"text/html\n", b"Subject: Re: a\n", b" "),
    ]
)
CHANGES = st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 30), FRAGMENTS), max_size=5)


def changed(seed: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for place, cut, new in changes:
        place %= len(seed) + 1
        seed = seed[:place] + new + seed[place + cut :]
    return seed


ANY = st.binary(max_size=80) | st.lists(FRAGMENTS, max_size=20).map(b"".join)


@given(ANY | st.builds(changed, st.sampled_from(SEEDS), CHANGES))
def test_any_bytes_are_a_document_or_an_input_error(data: bytes) -> None:
    try:
        found = document(data, "rain.eml", "email")
    except InputError:
        return
    assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", found.text)
    assert not found.blanked or len(found.blanked) == len(found.text)
    assert all(0 <= o.first <= o.last <= len(data) for o in found.origins)
    assert all(0 <= p.bounds[0] <= p.bounds[1] <= len(found.text) for p in found.parts)


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]) | st.just("\n")
    ),
    st.sampled_from(["7bit", "8bit", "quoted-printable", "base64"]),
)
def test_reads_what_the_standard_library_writes(text: str, how: str) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.org", "Rain"
    text = f"Rain\n{text}\n"
    message.set_content(text, cte=how if how != "7bit" or text.isascii() else "8bit")
    assert read(message.as_bytes(policy=message.policy.clone(max_line_length=None))).text == text
