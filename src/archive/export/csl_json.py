"""CSL-JSON: what citation engines and Zotero read.

Source: CSL 1.0.2, appendices III (types) and IV (variables), and its JSON schema.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from archive.export import Cited, Exporter
from archive.model.article import Appearance, Author
from archive.model.dates import date_in_words
from archive.model.record import Record

#: A news article, an opinion piece, a piece of a news service: dated to the day, in an outlet that
#: has neither volumes nor pages. Of CSL's types only this one has rules for such a piece in every
#: style. ``webpage`` makes the outlet a site and sets the title as that of a whole work;
#: ``article-magazine`` differs from it only where there are volumes or pages; whether an outlet is
#: a newspaper or a think tank's site, the piece does not say.
TYPE = "article-newspaper"


#: What may follow a family name and belongs to it, though the model keeps it in the name alone.
_SUFFIX = re.compile(r",?\s(Jr\.?|Sr\.?|II|III|IV)$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DRESS = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def write(records: Sequence[Record], cited: Cited = "published") -> str:
    """Write a JSON array with one item a record, in the order given."""
    items = [item(record, cited) for record in records]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def item(record: Record, cited: Cited = "published") -> dict[str, Any]:
    """The CSL-JSON item that cites a record.

    Args:
        record: what to cite.
        cited: the appearance that is cited, where both are known: the first publication
            (docs/decisions.md says why), or the distribution, with the first publication in
            ``original-date`` and ``original-publisher``. Where one is known, it is cited.
            ``held`` is the first publication with the archive that holds a copy.

    Returns:
        The variables that the record has values for; no empty ones. ``issued`` is as exact as
        printed, and absent where the appearance cited is not dated: a distributor's date is not
        the date of publication, nor the other way about. ``accessed`` is only the day on which
        a crawler fetched the copy from the address in ``URL``.
    """
    main, other = appearances(record, cited)
    variables: dict[str, Any] = {
        "id": record.key,
        "type": TYPE,
        "title": title(record),
        "author": [_name(author) for author in record.authors],
        "container-title": main.outlet.value.name if main else "",
        "issued": _date(main),
        "publisher": main.body.value.name if main and main.body else "",
        "URL": main.address.value if main and main.address else "",
        "language": record.language.value if record.language else "",
    }
    if main is record.distributed:
        variables |= _original(other)
    elif other:
        variables |= _distributor(other, has_address=bool(variables["URL"]))
    variables |= _fetched(record, variables["URL"])
    if cited == "held":
        variables |= {"archive": record.holding.publisher, "archive_location": record.id}
    return {name: value for name, value in variables.items() if value}


def appearances(record: Record, cited: Cited) -> tuple[Appearance | None, Appearance | None]:
    """The appearance that a citation cites, and the other one."""
    first, second = record.published, record.distributed
    if cited == "distributed":
        first, second = second, first
    return (first, second) if first else (second, None)


def title(record: Record) -> str:
    """Title and subtitle, parted by a colon unless the title ends with a mark of its own."""
    main = record.heading
    if record.subtitle is None:
        return main
    return f"{main}{'' if main.endswith(('?', '!', ':')) else ':'} {record.subtitle.value}"


def date_parts(date: str) -> list[list[int]]:
    """An ISO 8601 date, maybe partial, maybe a range, in CSL's form.

    >>> date_parts("2008-06")
    [[2008, 6]]
    >>> date_parts("2006-10-24/2006-10-30")
    [[2006, 10, 24], [2006, 10, 30]]
    """
    return [[int(part) for part in end.split("-")] for end in date.split("/")]


def _date(appearance: Appearance | None) -> dict[str, Any]:
    if appearance is None or appearance.date is None:
        return {}
    return {"date-parts": date_parts(appearance.date.value)}


def _name(author: Author) -> dict[str, str]:
    person = author.person.value
    if not (person.family and person.given):
        return {"literal": person.name}
    suffix = _SUFFIX.search(person.name)
    parts = {"family": person.family, "given": person.given}
    return {**parts, "suffix": suffix[1]} if suffix else parts


def _original(published: Appearance | None) -> dict[str, Any]:
    """What a citation of the distributor's copy says of the first publication."""
    if published is None:
        return {}
    when = f", {date_in_words(published.date.value)}" if published.date else ""
    return {
        "original-date": _date(published),
        "original-publisher": published.outlet.value.name,
        "note": f"First published in {published.outlet.value.name}{when}.",
    }


def _distributor(distributed: Appearance, *, has_address: bool) -> dict[str, Any]:
    """What a citation of the first publication says of who passed the piece on.

    ``source`` is who it was read at (MLA 9, 5.102: a second container), and ``URL`` where: unless
    the first publication has an address of its own, for which the distributor would then stand.
    """
    name = distributed.outlet.value.name
    told = {"note": f"Distributed by {name}."}
    if has_address:
        return told
    found = {"URL": distributed.address.value} if distributed.address else {}
    return {**told, "source": name, **found}


def _fetched(record: Record, url: str) -> dict[str, Any]:
    """Whence and when a crawler fetched the copy, where its WARC says so.

    That is the date of access of the address printed, if the two are one, and an address where
    none is printed. Whose site it is nobody says, so that ``source`` does not stand beside it.
    """
    told = dict(record.received.headers)
    place = told.get("warc-target-uri", "").strip("<> ")
    day = _DAY.match(told.get("warc-date", ""))
    if urlsplit(place).scheme not in ("http", "https") or not day or not _is_day(day[0]):
        return {}
    accessed = {"accessed": {"date-parts": date_parts(day[0])}}
    if not url:
        return {"URL": place, "source": "", **accessed}
    return accessed if _bare(url) == _bare(place) else {}


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _bare(address: str) -> str:
    """An address without what differs between how it is printed and how it is fetched."""
    return _DRESS.sub("", address).removesuffix("/")


FORMAT = Exporter(
    title="CSL-JSON",
    extension=".json",
    media_type="application/vnd.citationstyles.csl+json",
    spec="https://docs.citationstyles.org/en/stable/specification.html",
    write=write,
)
