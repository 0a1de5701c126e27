"""What metadata says of an article, beside what is printed; it never fills or overrides that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.attribution.calendar import printed_date
from archive.attribution.evidence import squeezed
from archive.attribution.people import same_person
from archive.model.article import Article, Claim
from archive.model.document import Document, Part, Told
from archive.model.fact import Certainty, Fact, Rule

TOLD = Rule(
    "claim/metadata",
    "The metadata of a page, a feed or a message say it; what is printed is another statement.",
)

_FIELDS = {
    "title": "title headline subject",
    "author": "author authors creator byline article:author author.name creator.name",
    "date": "date pubdate published datepublished published_time article:published_time issued "
    "publish-date pubdate dc.date created datecreated",
    "publication": "site_name publisher publisher.name source application-name",
    "rights": "rights copyright license licence dc.rights",
    "address": "url link canonical id guid",
}
_FIELD = {name: field for field, names in _FIELDS.items() for name in names.split()}
_ISO = re.compile(r"[12][0-9]{3}(?:-[01][0-9](?:-[0-3][0-9])?)?")
_EDGES = " \t\n\"“”«»'’.,:;|–—-"


def claims(document: Document, part: Part, article: Article) -> tuple[Claim, ...]:
    """What the metadata of a part say of the one article in it, in their order.

    A value that is said twice is kept twice, under the name of each. Empty for a part without
    metadata.
    """
    return tuple(_claims(document, part, article))


def _claims(document: Document, part: Part, article: Article) -> Iterator[Claim]:
    for told in part.told:
        field, value = _field(told), squeezed(document.text[slice(*told.bounds)])
        if field and value:
            said = Fact(value, document.span(*told.bounds), TOLD, Certainty.LOW)
            yield Claim(field, said, _agrees(field, value, article))


def _field(told: Told) -> str | None:
    """The field that a name in metadata speaks of: ``og:title``, ``json-ld:author.name``."""
    name = told.name.lower()
    parts = name.split(":", 1)
    names = (parts[-1], name.rsplit(":", 1)[-1], name.rsplit(".", 1)[-1], name)
    return next((_FIELD[n] for n in names if n in _FIELD), None)


def _agrees(field: str, value: str, article: Article) -> bool | None:
    """Whether what is printed says the same; None if it says nothing of the field."""
    if field == "title":
        return _same_title(value, article.heading) if article.title else None
    if field == "author":
        names = [author.person.value.name for author in article.authors]
        return any(_same_name(value, name) for name in names) if names else None
    if field == "date":
        return _same_date(value, article)
    if field == "publication":
        outlet = article.published and article.published.outlet.value
        forms = {_plain(form) for form in (outlet.name, outlet.short) if form} if outlet else set()
        return _plain(value) in forms if forms else None
    if field == "rights":
        statement = article.rights and article.rights.statement.value
        return _plain(value) in _plain(statement) if statement else None
    address = article.published and article.published.address
    return _host(value) == _host(address.value) if address else None


def _same_title(value: str, title: str) -> bool:
    """Whether a title is the printed one, maybe with the name of the site behind it."""
    one, other = _plain(value), _plain(title)
    return one == other or re.match(rf"{re.escape(other)}\s?[|–—:·-]\s", one) is not None


def _same_name(value: str, name: str) -> bool:
    return _plain(value) == _plain(name) or same_person(value, name)


def _same_date(value: str, article: Article) -> bool | None:
    printed = article.published and article.published.date
    iso = _ISO.match(value)
    when = printed_date(value)
    said = iso.group() if iso else when.iso if when else ""
    if not printed or not said:
        return None
    length = min(len(said), len(printed.value))
    return said[:length] == printed.value[:length]


def _plain(text: str) -> str:
    return re.sub(r"^the\s", "", squeezed(text).strip(_EDGES).casefold())


def _host(address: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.casefold()).split("/")[0]
