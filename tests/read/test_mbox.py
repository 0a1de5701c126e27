"""Mailboxes: where a message begins, and what one by itself says."""

from __future__ import annotations

import mailbox
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import InputError, Malformed, TooLarge
from archive.read import LIMIT, READERS, document
from archive.read._signature import media_type
from archive.read.mbox import members

FROM = "From a@b.org Tue May  5 10:00:00 2009\n"
ONE = f"{FROM}Subject: Rain\n\nRain in Spain\n"
TWO = f"{FROM}Subject: Sun\n\nSun in Spain\n"

PROSE = "From Monday at 10:00 it rained."


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


MEMBERS = {
    "one": (ONE, [ONE]),
    "two": (f"{ONE}\n{TWO}", [f"{ONE}\n", TWO]),
    "CR LF": (crlf(f"{ONE}\n{TWO}"), [crlf(f"{ONE}\n"), crlf(TWO)]),
    "no blank line between": (f"{ONE}{TWO}", [f"{ONE}{TWO}"]),
    "prose that begins with From": (f"{ONE}\n{PROSE}\n", [f"{ONE}\n{PROSE}\n"]),
    "a line that no header follows": (f"{ONE}\n{FROM}\nmore\n", [f"{ONE}\n{FROM}\nmore\n"]),
    "something before the first": (f"\n\n{ONE}", [ONE]),
    "a time zone": (ONE.replace("2009", "+0200 2009"), [ONE.replace("2009", "+0200 2009")]),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("data", "messages"), MEMBERS.values(), ids=MEMBERS.keys())
def test_members(data: str, messages: list[str]) -> None:
    found = list(members(BytesIO(data.encode())))
    assert [member.data.decode() for member in found] == messages
    for member in found:
        assert data.encode()[member.start :].startswith(member.data)


def test_a_message_is_a_mailbox_by_itself() -> None:
    for member in members(BytesIO(f"{ONE}\n{TWO}".encode())):
        assert media_type(member.data, "-") == "application/mbox"
        assert document(member.data, "-").text.endswith("in Spain\n" + "\n" * (member.start == 0))


def test_a_line_that_was_marked_is_read_as_it_was_sent() -> None:
    data = f"{ONE}>From here on\n>>From there\n> From far\n".encode()
    found = document(data, "a.mbox")
    assert found.text == "Rain in Spain\nFrom here on\n>From there\n> From far\n"
    start = found.text.index("From here")
    bounds = found.origin(found.span(start, start + 4))
    assert bounds
    assert data[slice(*bounds)] == b">From here on\n"


def test_several_messages_are_not_read_as_one() -> None:
    with pytest.raises(Malformed, match="it holds 2 messages where one was looked for"):
        document(f"{ONE}\n{TWO}".encode(), "a.mbox")


def test_a_message_that_is_too_large_is_passed_over() -> None:
    large = ONE.encode() + b"Rain in Spain\n" * (LIMIT // 14) + b"\n"
    found = members(BytesIO(large + TWO.encode()))
    assert next(found).data == TWO.encode()
    with pytest.raises(TooLarge):
        next(found)


LINES = st.sampled_from([FROM, "Subject: Rain\n", "\n", "Rain\n", ">From a\n", "From b\n", "\r\n"])


@given(st.lists(LINES, max_size=20).map("".join) | st.text(max_size=50))
def test_members_are_slices_and_each_is_one(data: str) -> None:
    place = 0
    for member in members(BytesIO(data.encode())):
        assert member.start >= place
        place = member.start + len(member.data)
        assert data.encode()[member.start : place] == member.data
        (again,) = members(BytesIO(member.data))
        assert again.data == member.data
        try:
            READERS.load("mbox").read(member.data)
        except InputError:
            continue


@given(
    st.lists(st.lists(st.sampled_from(["Rain", "From here", ">From", ""]), min_size=1), max_size=4)
)
def test_finds_what_the_standard_library_writes(tmp_path_factory, bodies) -> None:  # type: ignore[no-untyped-def]
    path: Path = tmp_path_factory.mktemp("mail") / "a.mbox"
    box = mailbox.mbox(path)
    for body in bodies:
        box.add("From: a@b.org\nSubject: Rain\n\n" + "\n".join(body) + "\nend\n")
    box.close()
    found = list(members(BytesIO(path.read_bytes())))
    read = READERS.load("mbox").read
    assert [read(m.data).text.rstrip("\n") for m in found] == [
        "\n".join([*b, "end"]) for b in bodies
    ]
