"""Date expressions and what they mean: a row is a text, its date of publication, what is read."""
# ruff: noqa: E501 - a row is a line

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.attribution.dates import marks
from archive.model.article import Block, BlockKind, Period, Segment, SegmentKind
from archive.model.document import Document
from archive.model.fact import Certainty, Editor, Fact, Rule
from archive.read import document

SHARED = Path(__file__).parents[3] / "shared"
SOURCE = "0" * 64
FRIDAY = "2008-06-13"


def fact(published: str | None) -> Fact[str] | None:
    return Fact(published, None, Editor("Ann Lee")) if published else None


def paragraphs(text: str) -> tuple[Document, tuple[Block, ...]]:
    """A source whose blocks are its runs of lines, each a paragraph."""
    source = Document(text, SOURCE, "utf-8", "text/plain")
    found = re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)
    return source, tuple(
        Block(BlockKind.PARAGRAPH, source.span(*match.span()), match[0]) for match in found
    )


def read(text: str, published: str | None = FRIDAY) -> list[str]:
    """What is read, a line each: ``printed = meaning, certainty``; ``~`` if it is relative."""
    source, blocks = paragraphs(text)
    return [shown(source, mark) for mark in marks(source, blocks, fact(published))]


def shown(source: Document, mark: Fact[object]) -> str:
    period, span = mark.value, mark.span
    assert isinstance(period, Period)
    assert span is not None
    assert isinstance(mark.rule, Rule)
    meaning = period.when or f"{period.not_before}..{period.not_after}"
    sign = "~" if period.relative else "="
    return f"{source.text[span.start : span.end]} {sign} {meaning}, {mark.certainty}"


PRINTED = {
    "day month year": ("It was signed on 21 May 2008.", ["21 May 2008 = 2008-05-21, high"]),
    "month day year": ("On May 21, 2008, it fell.", ["May 21, 2008 = 2008-05-21, high"]),
    "with ending and of": ("On the 3rd of May 2008 it fell.", ["3rd of May 2008 = 2008-05-03, high"]),
    "short month": ("Kano, Mar. 12, 2008", ["Mar. 12, 2008 = 2008-03-12, high"]),
    "over a line end": ("It fell on 21\nMay 2008.", ["21\nMay 2008 = 2008-05-21, high"]),
    "ISO": ("Updated 2008-05-21.", ["2008-05-21 = 2008-05-21, high"]),
    "leap day": ("On 29 February 2008 it fell.", ["29 February 2008 = 2008-02-29, high"]),
    "no leap year": ("On 29 February 2007 it fell.", []),
    "no 31st": ("On 31 June 2008 it fell.", []),
    "month and year": ("A strike in January 2006, which", ["January 2006 = 2006-01, high"]),
    "month, year": ("since June, 2001", ["June, 2001 = 2001-06, high"]),
    "days": ("from 21-23 May 2008 in Oslo", ["21-23 May 2008 = 2008-05-21..2008-05-23, high"]),
    "days with a dash": ("17 – 23 October 2006", ["17 – 23 October 2006 = 2006-10-17..2006-10-23, high"]),
    "days with to": ("21 to 23 May 2008", ["21 to 23 May 2008 = 2008-05-21..2008-05-23, high"]),
    "days after the month": ("May 21-23, 2008", ["May 21-23, 2008 = 2008-05-21..2008-05-23, high"]),
    "days of two months": (
        "25 March - 01 April 2010",
        ["25 March - 01 April 2010 = 2010-03-25..2010-04-01, high"],
    ),
    "days of two months, American": (
        "March 25 - April 1, 2010",
        ["March 25 - April 1, 2010 = 2010-03-25..2010-04-01, high"],
    ),
    "days over the new year": (
        "28 December - 3 January 2008",
        ["28 December - 3 January 2008 = 2007-12-28..2008-01-03, high"],
    ),
    "days with both years": (
        "28 December 2007 – 3 January 2008",
        ["28 December 2007 – 3 January 2008 = 2007-12-28..2008-01-03, high"],
    ),
    "days in the wrong order": ("on 23-21 May 2008", []),
    "months": ("in May-June 2008", ["May-June 2008 = 2008-05..2008-06, high"]),
    "months over the new year": (
        "between November and January 2008",
        ["November and January 2008 = 2007-11..2008-01, high"],
    ),
    "decade": ("during the 1990s the wells", ["1990s = 1990..1999, high"]),
    "part of a decade": ("in the early 1990s", ["1990s = 1990..1999, high"]),
    "decade with an apostrophe": ("in the 1980's", ["1980's = 1980..1989, high"]),
    "century or decade": ("in the 1900s and the 2000s", []),
    "in a year": ("In 1996 the station fell.", ["1996 = 1996, high"]),
    "in a round year": ("In 2000 a contractor went bankrupt.", ["2000 = 2000, high"]),
    "in a round year, verb": ("visited in 2000 described it", ["2000 = 2000, high"]),
    "in so many houses": ("It burned in 2000 houses.", []),
    "in so many old houses": ("It burned in 1500 old houses.", []),
    "in so many words": ("in 1500 words or less", []),
    "at that hour": ("from 1800 GMT, since 1500 hours", []),
    "since, until, before, after": (
        "since 1998, until 1999, before 2001; schooled after 2004",
        ["1998 = 1998, high", "1999 = 1999, high", "2001 = 2001, high", "2004 = 2004, high"],
    ),
    "by a year": ("by 2015 the wells", ["2015 = 2015, medium"]),
    "by so many votes": ("won by 1994 votes", []),
    "of a year": ("The law of 1997 left towns", ["1997 = 1997, medium"]),
    "of so many people": ("a crowd of 1998 people", []),
    "from a year": ("from 1996 on", ["1996 = 1996, medium"]),
    "late in a year": ("in late 2007", ["2007 = 2007, high"]),
    "between years": ("between 1998 and 2003", ["1998 and 2003 = 1998..2003, high"]),
    "from year to year": ("from 1998 to 2003", ["1998 to 2003 = 1998..2003, high"]),
    "years joined": ("in 2003-04, in 1939–45", ["2003-04 = 2003..2004, high", "1939–45 = 1939..1945, high"]),
    "years in the wrong order": ("between 2003 and 1998", []),
    "elections": ("the 2002 elections", ["2002 = 2002, medium"]),
    "general elections": ("after the 2000 general elections", ["2000 = 2000, medium"]),
    "capitals": ("the 1979 Islamic Revolution", ["1979 = 1979, medium"]),
    "war with a name": ("the 2006 Lebanon war", ["2006 = 2006, medium"]),
    "so many attacks": ("the 2000 attacks that were counted", []),
    "no year": ("The 2002 recruits, 2004 in all, flat 1998, p. 1987, $2000, 2008 people", []),
    "parts of numbers": ("12,2008.5; in 2008/09; in 2003.5; in 1,996; in 20080; 08-2008", []),
    "a year and its hyphen": ("in 2008-style politics", []),
    "a count of years": ("in 2000 years", []),
    "end of a wire piece": ("(END/2008)", []),
}  # fmt: skip

RELATIVE = {
    "on day month": ("On 21 May, the army signed a deal.", FRIDAY, ["21 May ~ 2008-05-21, high"]),
    "on month day": ("On May 21 the army signed a deal.", FRIDAY, ["May 21 ~ 2008-05-21, high"]),
    "no verb in the past": ("On 21 May the army signs a deal.", FRIDAY, ["21 May ~ 2008-05-21, medium"]),
    "a word in -ed that is no verb": (
        "On 21 May the displaced people return.", FRIDAY, ["21 May ~ 2008-05-21, medium"],
    ),
    "reported": ("On 21 May he said he would go.", FRIDAY, ["21 May ~ 2008-05-21, medium"]),
    "without a preposition": ("The deal, 21 May, was signed.", FRIDAY, ["21 May ~ 2008-05-21, medium"]),
    "weekday agrees": ("On Wednesday, 21 May, it fell.", FRIDAY, ["21 May ~ 2008-05-21, high"]),
    "weekday does not agree": ("On Thursday, 21 May, it fell.", FRIDAY, []),
    "the day of publication": ("On 13 June the army signed.", FRIDAY, ["13 June ~ 2008-06-13, high"]),
    "the day after": ("On 14 June the army signed.", FRIDAY, []),
    "over the new year": ("On 3 December it fell.", "2008-01-10", ["3 December ~ 2007-12-03, high"]),
    "over half a year back": ("On 3 December it fell.", FRIDAY, []),
    "just half a year back": ("On 13 December it fell.", FRIDAY, ["13 December ~ 2007-12-13, high"]),
    "leap day of this year": ("On 29 February it fell.", FRIDAY, ["29 February ~ 2008-02-29, high"]),
    "leap day of another": ("On 29 February it fell.", "2009-06-13", []),
    "no such day": ("On 31 April it fell.", FRIDAY, []),
    "31st": ("On 31 May it fell.", FRIDAY, ["31 May ~ 2008-05-31, high"]),
    "32nd": ("On 32 May it fell.", FRIDAY, []),
    "days without a year": ("On 21-23 May they met.", FRIDAY, ["21-23 May ~ 2008-05-21..2008-05-23, high"]),
    "the third of May": ("On the 3rd of May it fell.", FRIDAY, ["3rd of May ~ 2008-05-03, medium"]),
    "sentence with will": ("On 21 May the army will sign a deal.", FRIDAY, []),
    "sentence with scheduled": ("The vote is scheduled after 21 May and was agreed.", FRIDAY, []),
    "deadline": ("The deadline of 21 May was kept.", FRIDAY, []),
    "by": ("The army left by 21 May.", FRIDAY, []),
    "next": ("The next one appears on 8 April.", FRIDAY, []),
    "future in another sentence": (
        "They will go. On 21 May they met. They will return.", FRIDAY, ["21 May ~ 2008-05-21, high"],
    ),
    "every year": ("Every year on 21 May they met.", FRIDAY, []),
    "a day that names an event": ("After 11 September the world changed.", "2008-11-01", []),
    "a movement": ("The 14 March coalition was in power. March 14 forces met.", FRIDAY, []),
    "a movement of a day": ("The movement of 14 March was in power.", FRIDAY, []),
    "attributive": ("the 14 March agreement was signed", FRIDAY, []),
    "so many people": ("In May 21 people died. March 20 people met.", FRIDAY, []),
    "a large number": ("On May 10,000 people marched.", FRIDAY, []),
    "year spoken of before": ("In 1948 there was war. On 14 May they left.", FRIDAY, ["1948 = 1948, high"]),
    "year spoken of in the paragraph before": (
        "In 1948 there was war.\n\nOn 14 May they left.", FRIDAY, ["1948 = 1948, high"],
    ),
    "the same year spoken of": (
        "In 2008 there was war. On 14 May they left.", FRIDAY,
        ["2008 = 2008, high", "14 May ~ 2008-05-14, high"],
    ),
    "year after": ("On 14 May, as in 1948, they left.", FRIDAY, ["1948 = 1948, high"]),
    "that year": ("On 14 May that year they left.", FRIDAY, []),
    "two years later": ("Two years later, on 14 May, they left.", FRIDAY, []),
    "two digits of a year": ("On 14 May '48 they left. On 14 May 48 they left.", FRIDAY, []),
    "month of an event": (
        "after the February general elections, the army launched talks", FRIDAY,
        ["February ~ 2008-02, high"],
    ),
    "in a month": ("In February it fell.", FRIDAY, ["February ~ 2008-02, high"]),
    "in May": ("In May the army launched talks.", FRIDAY, ["May ~ 2008-05, high"]),
    "in a month, no past": ("In February the hills turn green.", FRIDAY, []),
    "in early month": ("In early March it fell.", FRIDAY, ["March ~ 2008-03, high"]),
    "in mid-month": ("In mid-March it fell.", FRIDAY, ["March ~ 2008-03, high"]),
    "month of publication": ("In June it fell.", FRIDAY, ["June ~ 2008-06, medium"]),
    "month of publication, its first week": ("The June elections came.", "2008-06-02", []),
    "month to come": ("In July it fell.", FRIDAY, []),
    "month over the new year": ("In November it fell.", "2008-02-03", ["November ~ 2007-11, high"]),
    "month, future": ("In May they will vote.", FRIDAY, []),
    "each month": ("each August the cloth is sold, as in August it was", "2008-09-01", []),
    "month last year": ("In May last year it fell.", FRIDAY, ["last year ~ 2007, high"]),
    "month of another year": ("In March and April 2007 it fell.", FRIDAY,
        ["March and April 2007 = 2007-03..2007-04, high"]),
    "may": ("It may fall, and so the people may go.", FRIDAY, []),
    "May at the beginning": ("May they prosper. May was mild.", FRIDAY, []),
    "march": ("In march order they led the march on Rome. March on!", FRIDAY, []),
    "June Smith": ("In June Smith's view it was wrong. Since June Smith left, it fell.", FRIDAY, []),
    "April Jones": ("In April Jones found a friend. After April left, it fell.", FRIDAY, []),
    "august": ("In august company they met.", "2008-09-01", []),
    "May Day": ("In May Day marches they met. The May Day protests were held.", FRIDAY, []),
    "a war with a month": ("The October war and the July revolution were lost.", "2008-11-01", []),
    "last week": ("The strike last week was bad.", FRIDAY, ["last week ~ 2008-06-02..2008-06-12, medium"]),
    "last week, on a Monday": ("last week", "2008-06-16", ["last week ~ 2008-06-09..2008-06-15, medium"]),
    "last week, on a Sunday": ("Last week", "2008-06-15", ["Last week ~ 2008-06-02..2008-06-14, medium"]),
    "last week over the new year": ("last week", "2008-01-02", ["last week ~ 2007-12-24..2008-01-01, medium"]),
    "the last week": ("In the last week it fell. It was her last week.", FRIDAY, []),
    "last week of": ("It fell in last week of May.", FRIDAY, []),
    "last year": ("and last year sponsored a jirga", FRIDAY, ["last year ~ 2007, high"]),
    "last year's": ("at last year's talks", FRIDAY, ["last year ~ 2007, high"]),
    "the last year": ("In the last year, over the last year, in his last year, Bush's last year", FRIDAY, []),
    "last year of": ("in last year of the war; in last year or so", FRIDAY, []),
    "last year in early January": ("Last year it fell.", "2008-01-03", ["Last year ~ 2007, medium"]),
    "last year among years": ("From 1998, as last year,", FRIDAY, ["1998 = 1998, medium", "last year ~ 2007, medium"]),
    "a film": ("Last Year at Marienbad", FRIDAY, []),
    "last-year": ("a last-year-student, at long-last year", FRIDAY, []),
    "this year": ("This year it fell.", FRIDAY, ["This year ~ 2008, high"]),
    "next year": ("early next year they vote", FRIDAY, ["next year ~ 2009, medium"]),
    "last month": ("last month it fell", FRIDAY, ["last month ~ 2008-05, medium"]),
    "last month in January": ("last month it fell", "2008-01-20", ["last month ~ 2007-12, medium"]),
    "next month in December": ("next month they vote", "2008-12-20", ["next month ~ 2009-01, medium"]),
    "this week": ("this week they met", FRIDAY, ["this week ~ 2008-06-09..2008-06-15, medium"]),
    "next week": ("next week they vote", FRIDAY, ["next week ~ 2008-06-16..2008-06-22, medium"]),
    "last month by name": ("last December it fell", FRIDAY, ["last December ~ 2007-12, medium"]),
    "last month by name, the same": ("last June it fell", FRIDAY, ["last June ~ 2007-06, medium"]),
    "last month by name, too near": ("last May it fell", FRIDAY, []),
    "last weekday": ("last Tuesday it fell", FRIDAY, ["last Tuesday ~ 2008-06-03..2008-06-10, medium"]),
    "on a weekday": ("On Monday the army left.", FRIDAY, ["Monday ~ 2008-06-09, medium"]),
    "on the weekday of publication": ("On Friday the army left.", FRIDAY, []),
    "on a weekday to come": ("On Monday the army will leave.", FRIDAY, []),
    "on weekdays": ("On Mondays they met, on Sunday mornings they sang, each Friday", FRIDAY, []),
    "on a weekday of a date": ("On Monday, the 2nd, it fell. On Monday 2 June it fell.", FRIDAY,
        ["2 June ~ 2008-06-02, high"]),
    "yesterday": ("Yesterday the army left.", FRIDAY, ["Yesterday ~ 2008-06-12, medium"]),
    "figurative yesterday": ("yesterday's news was like yesterday; men of yesterday said so", FRIDAY, []),
    "tomorrow": ("Tomorrow the army will leave.", FRIDAY, ["Tomorrow ~ 2008-06-14, low"]),
    "figurative tomorrow": ("The leaders of tomorrow will meet. If it ended tomorrow it will go on.", FRIDAY, []),
    "today": ("Today the youth of today are today's problem. It was announced today.", FRIDAY, []),
    "years ago": ("two years ago it fell", FRIDAY, ["two years ago ~ 2006, medium"]),
    "years ago, at the beginning": ("Two years ago it fell", FRIDAY, ["Two years ago ~ 2006, medium"]),
    "to the day": ("Two weeks ago today, a year ago this week", FRIDAY, ["this week ~ 2008-06-09..2008-06-15, medium"]),
    "after and": ("ten and sixty years ago it fell", FRIDAY, []),
    "sixty years ago": ("It fell, sixty years ago.", FRIDAY, ["sixty years ago ~ 1948, low"]),
    "months ago": ("It fell three months ago", FRIDAY, ["three months ago ~ 2008-03, medium"]),
    "months ago over the new year": ("It fell 8 months ago", FRIDAY, ["8 months ago ~ 2007-10, low"]),
    "weeks ago": ("It fell two weeks ago", FRIDAY, ["two weeks ago ~ 2008-05-26..2008-06-01, medium"]),
    "days ago": ("It fell three days ago", "2008-03-02", ["three days ago ~ 2008-02-28, medium"]),
    "a rough number": ("over two years ago, almost three years ago, two or three years ago", FRIDAY, []),
    "part of a number": ("one hundred years ago, 1,200 years ago, twenty-five years ago", FRIDAY, []),
    "some years ago": ("a few years ago, long ago, several years ago, half a year ago", FRIDAY, []),
    "recent months": ("In recent months it fell.", FRIDAY, ["recent months ~ 2008-03-13..2008-06-13, low"]),
    "recent months, short month": ("recent months", "2008-05-31", ["recent months ~ 2008-02-29..2008-05-31, low"]),
    "recent weeks": ("In recent weeks", FRIDAY, ["recent weeks ~ 2008-05-23..2008-06-13, low"]),
    "recent years": ("In recent years", FRIDAY, ["recent years ~ 2005-06-13..2008-06-13, low"]),
    "recent years, leap day": ("In recent years", "2008-02-29", ["recent years ~ 2005-02-28..2008-02-29, low"]),
    "more recent": ("in more recent years, the recent strikes, most recent weeks", FRIDAY, []),
    "no publication date": ("On 21 May last year, last week, in 1998", None, ["1998 = 1998, high"]),
    "only the year": (
        "last year, this year, last month, last week, On 21 May it fell, recent months", "2008",
        ["last year ~ 2007, high", "this year ~ 2008, high"],
    ),
    "only the month": (
        "It fell last month, last week, two days ago, on Monday.", "2008-06",
        ["last month ~ 2008-05, medium"],
    ),
    "only the month, a day": ("On 21 May it fell.", "2008-06", ["21 May ~ 2008-05-21, high"]),
    "only the month, a day of it": ("On 1 June it fell.", "2008-06", []),
    "only the month, recent": ("recent months", "2008-06", ["recent months ~ 2008-03..2008-06, low"]),
    "an edition of a week": ("It fell last month, last week.", "2008-06-09/2008-06-15",
        ["last month ~ 2008-05, medium"]),
    "an edition over the new year": ("last month, last year", "2007-12-30/2008-01-05", []),
    "no date of a calendar": ("last year", "2008-13", []),
    "no date at all": ("last year", "spring", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), PRINTED.values(), ids=PRINTED.keys())
def test_printed_with_a_year(text: str, lines: list[str]) -> None:
    assert read(text, None) == lines
    assert [line for line in read(text) if " = " in line] == lines


@pytest.mark.parametrize(("text", "published", "lines"), RELATIVE.values(), ids=RELATIVE.keys())
def test_counted_from_publication(text: str, published: str | None, lines: list[str]) -> None:
    assert read(text, published) == lines


def test_the_first_article() -> None:
    folder = SHARED / "article"
    if not folder.is_dir():
        pytest.skip("the first article is not beside the project")
    text = document(next(folder.glob("*.txt")).read_bytes(), "article.txt").text
    assert read(text) == [
        "last week ~ 2008-06-02..2008-06-12, medium",
        "February ~ 2008-02, high",
        "21 May ~ 2008-05-21, high",
        "recent months ~ 2008-03-13..2008-06-13, low",
        "last year ~ 2007, high",
        "January 2006 = 2006-01, high",
        "13 June 2008 = 2008-06-13, high",
    ]


def test_only_paragraphs_and_end_matter_are_read() -> None:
    text = "Since 1998"
    source = Document(text, SOURCE, "utf-8", "text/plain")
    for kind in BlockKind:
        found = marks(source, (Block(kind, source.span(0, len(text)), text),), fact(FRIDAY))
        assert bool(found) == (kind in (BlockKind.PARAGRAPH, BlockKind.END_MATTER))


def test_no_mark_crosses_the_border_of_a_segment() -> None:
    text = "Published 13 June 2008 since 1998"
    source = Document(text, SOURCE, "utf-8", "text/plain")
    segments = tuple(
        Segment(SegmentKind.OTHER, source.span(*ends)) for ends in ((0, 12), (13, len(text)))
    )
    block = Block(BlockKind.END_MATTER, source.span(0, len(text)), text, segments)
    found = marks(source, (block,), None)
    assert [shown(source, mark) for mark in found] == ["1998 = 1998, high"]


def test_no_surer_than_the_date_of_publication() -> None:
    source, blocks = paragraphs("On 21 May 2008, as last year, it fell in recent years.")
    unsure = Fact(FRIDAY, None, Editor("Ann Lee"), Certainty.MEDIUM)
    assert [shown(source, mark) for mark in marks(source, blocks, unsure)] == [
        "21 May 2008 = 2008-05-21, high",
        "last year ~ 2007, medium",
        "recent years ~ 2005-06-13..2008-06-13, low",
    ]


def test_every_rule_explains_itself() -> None:
    text = "On 21 May 2008, since 1998, in the 1990s, the 2002 elections, last year, two years ago"
    source, blocks = paragraphs(text)
    rules = [mark.rule for mark in marks(source, blocks, fact(FRIDAY))]
    assert len(rules) == 6
    for rule in rules:
        assert isinstance(rule, Rule)
        assert rule.name.startswith("date/")
        assert rule.statement.endswith(".")


WORDS = [*(case[0] for case in PRINTED.values()), *(case[0] for case in RELATIVE.values())]
PIECES = st.sampled_from(
    [word for text in WORDS for word in re.findall(r"\S+\s*", text)] + ["\n\n", "0", "–", "’s "]
)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(date.isoformat)


@given(st.lists(PIECES, max_size=14).map("".join), st.none() | DAYS | DAYS.map(lambda d: d[:7]))
def test_marks_of_any_text(text: str, published: str | None) -> None:
    source, blocks = paragraphs(text)
    found = marks(source, blocks, fact(published))
    reached = 0
    for mark in found:
        period, span = mark.value, mark.span
        assert isinstance(period, Period)
        assert span is not None
        assert reached <= span.start < span.end
        reached = span.end
        assert any(block.span.holds(span) for block in blocks)
        assert source.text[span.start : span.end].strip() == source.text[span.start : span.end]
        if not period.when:
            assert period.not_before < period.not_after
        if mark.certainty is Certainty.HIGH and period.relative and published:
            assert period.when <= published


@given(st.text(max_size=60), st.text(max_size=12))
def test_any_characters(text: str, published: str) -> None:
    source, blocks = paragraphs(text)
    marks(source, blocks, fact(published))
