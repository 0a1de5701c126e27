"""BibTeX, for BibTeX's own styles and for biblatex with biber.

Values are escaped and enclosed here, and written by bibtexparser as they are: its LaTeX
middlewares would escape the braces that protect capitals, and cut addresses at ``%``.

An entry is an ``@article`` with ``journal``, in fields that both worlds read: biblatex takes
``journal`` for ``journaltitle``, and year, month and day for a date. BibTeX has no range of days:
an edition dated with a range also has ``date``, which biblatex prefers. A piece whose outlet is
unknown is ``@misc``. The body behind the outlet has no field in an ``@article`` and is not told.
Unsigned and undated pieces have no ``author`` and no ``year``: processors warn of it, rightly.

Source: O. Patashnik, "BibTeXing" (1988), sections 3 and 4; the biblatex manual, chapter 2.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

from archive.errors import RepeatedKey
from archive.export import Cited, Exporter
from archive.export.csl_json import item
from archive.model.record import Record

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

#: Every character that TeX or BibTeX takes for a command. A brace must not stand even escaped:
#: BibTeX counts it all the same.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': '{"}',
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
    }
)
_DROPPED = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

#: What no key of the archive has, and no key may have: a record could be edited by hand.
_KEY = re.compile(r"[^\w:.+/-]")

#: Babel's names of the languages that news services of this family write in.
_BABEL = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fa": "persian",
    "fr": "french",
    "he": "hebrew",
    "hi": "hindi",
    "id": "indonesian",
    "it": "italian",
    "pt": "portuguese",
    "ru": "russian",
    "tr": "turkish",
    "ur": "urdu",
}


def write(records: Sequence[Record], cited: Cited = "published") -> str:
    """Write one entry a record, in the order given, under the record's citation key.

    Raises:
        RepeatedKey: two records have the same key.
    """
    _refuse_repeated(records)
    form = BibtexFormat()  # type: ignore[no-untyped-call] # the library has no types
    form.indent = "  "
    form.trailing_comma = True
    library = Library([_entry(item(record, cited)) for record in records])
    return write_string(library, unparse_stack=[], bibtex_format=form)


def _refuse_repeated(records: Sequence[Record]) -> None:
    owners: dict[str, list[str]] = {}
    for record in records:
        owners.setdefault(record.key.lower(), []).append(record.id)
    for key, ids in owners.items():
        if len(ids) > 1:
            raise RepeatedKey(key, ids)


def escape(text: str) -> str:
    r"""Make text inert in BibTeX and LaTeX: one line, no control characters, no commands.

    Braces are balanced in what is returned, whatever the text.

    >>> print(escape("R&D at 5%"))
    R\&D at 5\%
    """
    return " ".join(_DROPPED.sub("", text).split()).translate(_ESCAPES)


def protect(title: str) -> str:
    """Escape a title, and brace each word whose capitals a style must not lower.

    The first letter of a title stays a capital in every style and needs no brace. Whether
    another capital is a name's or a headline's, nobody can tell by rule: all are kept as printed.

    >>> print(protect("Preparing for peace in Pakistan"))
    Preparing for peace in {Pakistan}
    """
    first, *rest = _DROPPED.sub("", title).split() or [""]
    words = [_word(first, first[1:])] + [_word(word, word) for word in rest]
    return " ".join(words)


def _word(word: str, capitals: str) -> str:
    escaped = escape(word)
    if capitals == capitals.lower():
        return escaped
    # a brace before a backslash would begin what BibTeX calls a special character
    return f"{{{{{escaped}}}}}" if escaped.startswith("\\") else f"{{{escaped}}}"


def _entry(item: Mapping[str, Any]) -> Entry:
    outlet = item.get("container-title", "")
    texts = {
        "author": " and ".join(_name(name) for name in item.get("author", [])),
        "title": protect(item.get("title", "")),
        "journal": escape(outlet),
        **_date(item),
        "url": address(item.get("URL", "")),
        "urldate": _days(item.get("accessed", {}).get("date-parts", [])),
        "library": escape(", ".join(item[v] for v in ("archive", "archive_location") if v in item)),
        "note": escape(item.get("note", "").removesuffix(".")),
        "langid": _BABEL.get(item.get("language", "").split("-")[0].lower(), ""),
    }
    fields = [
        Field(name, text if name == "month" else f"{{{text}}}")
        for name, text in texts.items()
        if text
    ]
    return Entry("article" if outlet else "misc", _KEY.sub("", item["id"]), fields)


#: A family name that BibTeX would take apart: a small letter begins a later word, or a hyphenated
#: first one ("al-Hakim", "De La Fuente y Gómez"). It reads "van der Berg" rightly.
_SPLIT = re.compile(r"^[a-z]+-|(?:^|\s)[A-Z]\S*\s(?:\S+\s)*?[a-z]")


def _name(name: Mapping[str, str]) -> str:
    """A name as BibTeX parts it: ``van der Berg, Jan``. One that is not parted stays whole."""
    if "literal" in name:
        return f"{{{escape(name['literal'])}}}"
    family = _part(name["family"])
    if _SPLIT.search(name["family"]) and not family.startswith("{"):
        family = f"{{{family}}}"
    suffix = f", {escape(name['suffix'])}" if "suffix" in name else ""
    return f"{family}{suffix}, {_part(name['given'])}"


def _part(part: str) -> str:
    splits = "," in part or "and" in part.lower().split()
    return f"{{{escape(part)}}}" if splits else escape(part)


def _date(item: Mapping[str, Any]) -> dict[str, str]:
    parts = item.get("issued", {}).get("date-parts", [])
    if not parts:
        return {}
    year, month, day = [*parts[0], 0, 0][:3]
    made = {"year": f"{year:04}", "month": _MONTHS[month - 1] if month else ""}
    if len(parts) == 1:
        return {**made, "day": f"{day:02}" if day else ""}
    return {**made, "date": _days(parts)}


def _days(parts: Sequence[Sequence[int]]) -> str:
    """A date, or a range of dates, as biblatex has them."""
    return "/".join("-".join(f"{number:02}" for number in end) for end in parts)


def address(url: str) -> str:
    """An address with whatever would break a verbatim field percent-encoded; ``%`` stands."""
    return quote(_DROPPED.sub("", url).strip(), safe="%/:?#[]@!$&'()*+,;=-._~")


FORMAT = Exporter(
    title="BibTeX",
    extension=".bib",
    media_type="application/x-bibtex",
    spec="https://ctan.org/pkg/bibtex",
    write=write,
)
