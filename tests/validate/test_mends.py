"""What --fix mends: the finding is gone, nothing else is wrong, and no other byte has changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

import pytest

from archive.validate import RULES, Target, check
from archive.validate.mends import MENDS, mends
from validate.records import changed, edited, sealed, target
from validate.test_rules import BAD, Bad

P3 = '<p xml:id="p3" n="3" '
CHOICE = '<choice><sic>closed</sic><corr cert="high" resp="#resp-jane" evidence=\'conjecture\'>'
NAME = "rec-2008-06-13-lee-a-well-for-two-villages"
OTHER = "rec-2008-lea"


def numbered_oddly() -> Target:
    return changed(target(), (P3, "<p  n = '7' xml:id='p3'\n"))


def with_instructions() -> Target:
    return changed(target(), ("<TEI ", "<!-- <?no?> --><TEI "), ("<body>", "<body><![CDATA[ ]]>"))


def renamed_with_pointers() -> Target:
    return changed(target(), (f'corresp="#{NAME}"', f'corresp="#{OTHER}"'))


MORE = {
    "another encoding": Bad("X005", "", 'encoding="UTF-8"?', 'encoding="ISO-8859-1"?'),
    "a number twice": Bad("S004", "", 'n="2"', 'n="1"', numbered_oddly),
    "instructions everywhere": Bad(
        "X006", "", "<body><!", "<?a <p?><body><?php x?><!", with_instructions
    ),
    "a name that pointers have too": Bad(
        "I001", "", f'xml:id="{NAME}', f'xml:id="{OTHER}', renamed_with_pointers
    ),
}
CASES = {name: bad for name, bad in (BAD | MORE).items() if bad.rule in MENDS}
NAMING = {"another grammar": "archive.rng", "another Schematron": "archive.sch"}
PLACED = {  # where the mended record is not the sound one
    "a correction of nothing": (f"{CHOICE}shut</corr></choice>", "closed"),
    "a number twice": ("<p  n = '7'", '<p  n = "3"'),
    "a name that pointers have too": (f"#{OTHER}", f"#{NAME}"),
    "an instruction in the text": ("    <body>", "    \n<body>"),
}


def mended(whole: Target, codes: Collection[str] = tuple(MENDS)) -> bytes:
    for _, after in mends(whole, codes):
        whole = after
    return whole.xml


@pytest.mark.parametrize("name", CASES)
def test_a_mend_is_the_whole_change(name: str) -> None:
    bad = CASES[name]
    broken = changed(bad.base(), (bad.old, bad.new))
    assert {found.rule for found in check(broken)} == {bad.rule}
    after = replace(broken, xml=mended(broken))
    assert [found.rule for found in check(after)] == ["F002"]
    sound = bad.base().xml.decode().replace(*PLACED.get(name, ("", "")))
    if name in NAMING:
        sound = re.sub(rf'<\?xml-model href="[^"]*{NAMING[name]}"[^>]*>', "", sound)
    assert after.xml.decode() == sound


def test_a_rule_says_whether_it_can_be_mended() -> None:
    assert {rule.code for rule in RULES.all() if rule.mend} == MENDS.keys()
    assert {bad.rule for bad in CASES.values()} == MENDS.keys()
    assert "Mend:    'archive validate --fix' numbers" in RULES.load("S004").explain()
    assert "Mend:" not in RULES.load("S001").explain()


def renamed() -> Target:
    return changed(
        target(),
        (f'xml:id="{NAME}', f'xml:id="{OTHER}'),
        (f'record">{NAME[4:]}', f'record">{OTHER[4:]}'),
    )


def in_latin_1() -> Target:
    other = changed(target(), ('encoding="UTF-8"?', 'encoding="ISO-8859-1"?'))
    return sealed(replace(other, xml=other.xml.replace(b"opened", b"\xf6pened")))


def with_another_capture() -> Target:
    other = changed(target(), (">well.txt</idno>", ">rain.txt</idno>"))
    capture = other.files["source/0001.json"].replace(b"well.txt", b"hail.txt")
    return replace(other, files={**other.files, "source/0001.json": capture})


def with_a_pointer_into_the_choice() -> Target:
    return changed(
        edited(), (f"{CHOICE}shut", f"{CHOICE}closed"), ("<choice>", '<choice xml:id="ch1">')
    )


UNSURE: dict[str, Callable[[], Target]] = {
    "a folder that was renamed": renamed,
    "bytes that are not in UTF-8": in_latin_1,
    "a capture that was changed itself": with_another_capture,
    "a choice that can be pointed to": with_a_pointer_into_the_choice,
    "a file that is no XML": lambda: sealed(replace(target(), xml=b"<TEI>")),
    "nothing wrong": target,
}


@pytest.mark.parametrize("broken", UNSURE.values(), ids=UNSURE.keys())
def test_what_is_not_certain_is_left_alone(broken: Callable[[], Target]) -> None:
    whole = broken()
    assert mended(whole) == whole.xml


def test_only_what_is_asked_for_is_mended() -> None:
    two = changed(target(), ('n="2"', 'n="7"'), (">well.txt</idno>", ">rain.txt</idno>"))
    after = replace(two, xml=mended(two, ["S004"]))
    assert [found.rule for found in check(after)] == ["F002", "F009"]
    both = replace(two, xml=mended(two))
    assert [found.rule for found in check(both)] == ["F002"]


def test_what_was_hidden_does_not_keep_from_mending() -> None:
    hidden = changed(target(), ("<body>", "<body><?php x?>"), ("opened the well", "opened a well"))
    after = replace(hidden, xml=mended(hidden))
    assert [found.rule for found in check(after)] == ["F002", "S002"]
