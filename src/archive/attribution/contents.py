"""Lists of contents: "Inside this edition", and what stands under it before the first article.

An entry is no article: it may give the title, the byline, a summary that says who the author is,
and the source line of an article of the same title or byline that stands further down.
"""

from __future__ import annotations

import re

from archive.attribution.remembered import remembered
from archive.model.document import Bounds

# English, French, Spanish, Portuguese, Italian, German, Dutch, Indonesian, Turkish; Arabic,
# Persian, Urdu, Hebrew, Russian.
_HEADING = re.compile(
    r"""[\W_]{0,6}(?:
      (?:the\s)?(?:articles?|stories|features|essays|pieces|opinion)\s(?:in(?:side)?|of)\sthis\s
        (?:edition|issue|mailing|bulletin|week|number|packet|newsletter|month)
    | in(?:side)?\s(?:this|the)\s(?:week['’]s\s)?
        (?:edition|issue|mailing|bulletin|week|number|packet|newsletter|month)
    | this\s(?:week['’]s|month['’]s|edition['’]s)\s(?:articles|stories|contents|features)
    | (?:table\sof\s)?contents | also\sin\sthis\s(?:issue|edition)
    | dans\s(?:ce\snuméro|cette\sédition|ce\sbulletin) | (?:au\s)?sommaire | table\sdes\smatières
    | articles\sde\s(?:ce\snuméro|cette\sédition)
    | en\s(?:este\s(?:número|boletín)|esta\sedición) | (?:contenidos?|índice|sumario|sumário)
    | nesta\sedição | neste\s(?:número|boletim) | in\squest(?:o\snumero|a\sedizione)
    | indice | sommario
    | in\sdieser\s(?:ausgabe|woche) | inhalt(?:sverzeichnis)?
    | in\s(?:dit\snummer|deze\seditie) | inhoud(?:sopgave)?
    | (?:artikel\s)?dalam\s(?:edisi|terbitan)\sini | (?:di\s)?dalam\sedisi\sini
    | isi\sedisi(?:\sini)? | daftar\sisi
    | bu\ssayıda | içindekiler
    | (?:مقالات\s)?(?:في|داخل)\s(?:هذا\sالعدد|هذه\sالنشرة) | (?:قائمة\s)?المحتويات
    | در\sاین\sشماره | اس\s(?:شمارے|اشاعت)\sمیں | فہرست(?:\sمضامین)?
    | ב(?:גיליון|גליון|מהדורה)\sז(?:ה|ו) | תוכן(?:\sעניינים)?
    | в\s(?:этом\s)?(?:номере|выпуске) | содержание
    )(?=[\W_]|\Z)[\W_]{0,4}""",
    re.IGNORECASE | re.VERBOSE,
)
_MORE = 90  # characters behind the words that head the list: a date, or the list itself
_LIST = re.compile(r"[\W_]{0,3}[0-9]{1,2}[.)]\s")


@remembered
def is_heading(text: str, bounds: Bounds) -> bool:
    """Whether a line heads a list of contents; a date, or the list itself, may stand behind it."""
    match = _HEADING.match(text, *bounds)
    if match is None:
        return False
    rest = text[match.end() : bounds[1]]
    if not rest.strip():
        return True
    marked = text[match.end() - 1] in ":—–-|\n"
    return bool(marked and _LIST.match(rest)) or (
        len(rest) <= _MORE and (marked or rest[:1].isdigit()) and any(c.isdigit() for c in rest)
    )
