"""The news that the goldens cite: CSL-JSON, titles in sentence case, as CSL wants them."""

from __future__ import annotations

from typing import Any

Item = dict[str, Any]


def _person(name: str) -> dict[str, str]:
    given, family = name.rsplit(" ", 1)
    return {"family": family, "given": given}


def _day(text: str) -> dict[str, Any]:
    """``2008-06-13``, or a range with ``/``."""
    return {"date-parts": [[int(part) for part in end.split("-")] for end in text.split("/")]}


def _news(title: str, outlet: str, date: str, *authors: str, **more: Any) -> Item:
    """A newspaper article; variables of ``more`` are named with ``_`` for ``-``."""
    item: Item = {"type": "article-newspaper", "title": title, "container-title": outlet}
    if authors:
        item["author"] = [_person(name) for name in authors]
    if date:
        item["issued"] = _day(date)
    item["language"] = "en"
    return item | more


HERALD = "The Daily Herald"
SERVICE = "Common Ground News Service"
READ = {"accessed": _day("2024-05-21")}
PEOPLE = ("Ann Lee", "Bo Ek", "Chidi Okoro", "Dina Roy", "Eva Stein", "Finn Tal", "Gul Uzun")

ITEMS: dict[str, Item] = {
    # The first article of the archive, with the body behind the outlet.
    "signed": _news(
        "Preparing for peace in Pakistan",
        "Foreign Policy In Focus",
        "2008-06-13",
        "Mehlaqa Samdani",
        publisher="Institute for Policy Studies",
    ),
    "printed": _news(
        "Rains close the coast road",
        HERALD,
        "2009-03-04",
        "Ann Lee",
        page="A3",
        **{"publisher-place": "Bridgetown"},
    ),
    "unsigned": _news("Flood closes the coast road", HERALD, "2009-03-05", page="A1"),
    "institution": _news(
        "A well for two villages", HERALD, "2008-06-13", author=[{"literal": "Rural Water Board"}]
    ),
    "agency": _news(
        "Rain reaches the valley",
        "The Washington Post",
        "2008-07-02",
        author=[{"literal": "Associated Press"}],
        URL="https://post.example/rain",
    ),
    "agency, not as author": _news(
        "Rain reaches the valley",
        "The Washington Post",
        "2008-07-02",
        URL="https://post.example/rain",
    ),
    # First published by one, to be read at the service that passed it on.
    "carried": _news(
        "After the flood",
        HERALD,
        "2007-12-20",
        "Chidi Okoro",
        source=SERVICE,
        URL="https://service.example/flood",
        note=f"Distributed by {SERVICE}.",
    ),
    # The same in the service's own edition, which is what was read.
    "reissued": _news(
        "After the flood",
        SERVICE,
        "2008-01-08",
        "Chidi Okoro",
        note=f"First published in {HERALD}, 20 December 2007.",
        **{"original-date": _day("2007-12-20"), "original-publisher": HERALD},
    ),
    "kept in an archive": _news(
        "Ferry adrift for two nights",
        HERALD,
        "1968-05-03",
        "Rui Mota",
        archive="Coast Library",
        archive_location="box 4, folder 2",
        **{"archive-place": "Bridgetown"},
    ),
    "online": _news(
        "The road opens again",
        HERALD,
        "2019-03-22",
        "Bo Ek",
        URL="https://herald.example/road",
        **READ,
    ),
    "undated": _news(
        "How the ferry runs", HERALD, "", "Bo Ek", URL="https://herald.example/ferry", **READ
    ),
    "column": _news("Counting the wells", HERALD, "2008-07-02", "Ann Lee", section="Dry Season"),
    "editorial": _news("Where the water goes", HERALD, "2008-07-03", genre="editorial"),
    "editorial, as author": _news(
        "Where the water goes", HERALD, "2008-07-03", author=[{"literal": "Editorial"}]
    ),
    "two authors": _news("Two rivers meet", HERALD, "2010-05-14", *PEOPLE[:2]),
    "three authors": _news("Three bridges fall", HERALD, "2010-05-15", *PEOPLE[:3]),
    "four authors": _news("Four dams stand", HERALD, "2010-05-16", *PEOPLE[:4]),
    "seven authors": _news("Seven springs dry up", HERALD, "2010-05-17", *PEOPLE),
    "early in the year": _news("The bridge opens", HERALD, "2008-02-01", "Ann Lee"),
    "late in the year": _news("The bridge closes", HERALD, "2008-11-09", "Ann Lee"),
    "particle": _news(
        "Dikes and promises",
        HERALD,
        "2008-06-14",
        author=[{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}],
    ),
    "question": _news("Whose well is it?", HERALD, "2014-02-11", "Dina Roy"),
    "quoting": _news("Villagers say “no” to the dam", HERALD, "2013-10-17", "Dina Roy"),
    "edition of a week": _news("A week of dust", SERVICE, "2006-10-24/2006-10-30", "Eva Stein"),
    # Names and titles that are not in Latin letters: romanised, as printed, and both.
    "romanised": _news(
        "Voda i mir [Water and peace]",
        "Novaya Gazeta",
        "2010-05-14",
        "Anna Petrovna Ivanova",
        language="ru",
    ),
    "Cyrillic": _news(
        "Вода и мир", "Новая газета", "2010-05-14", "Анна Петровна Иванова", language="ru"
    ),
    "Chinese": _news(
        "水在哪里",
        "南方周末",
        "2011-09-15",
        author=[{"family": "王", "given": "小明"}],
        language="zh",
    ),
    "Chinese and romanised": _news(
        "Shui zai nali 水在哪里 [Where the water is]",
        "Nanfang Zhoumo",
        "2011-09-15",
        author=[{"literal": "Wang Xiaoming 王小明"}],
        language="zh",
    ),
    "Arabic": _news(
        "الماء والسلام",
        "النهار",
        "2012-01-30",
        author=[{"family": "خوري", "given": "إلياس"}],
        language="ar",
    ),
}
"""By name, which is also the ``id``."""

for _name, _item in ITEMS.items():
    _item["id"] = _name
