"""People and organisations of a record: the ``standOff`` lists that the header points to."""

from __future__ import annotations

from archive.model.article import Affiliation, Appearance, Article, Author, Organisation, Person
from archive.model.fact import Fact
from archive.model.slug import slug
from archive.tei.evidence import Ledger
from archive.tei.xml import Element, append, el


class Names:
    """The ``xml:id`` of each organisation and author of one article, in reading order."""

    def __init__(self, article: Article, ledger: Ledger) -> None:
        self._article, self._ledger = article, ledger
        self._organisations: dict[str, tuple[str, Fact[Organisation]]] = {}
        for fact in _organisations(article):
            self._enter(fact)

    def _enter(self, fact: Fact[Organisation]) -> None:
        name = fact.value.name
        if name in self._organisations:
            known_id, known = self._organisations[name]
            if fact.value.short and not known.value.short:
                self._organisations[name] = (known_id, fact)
            return
        stem = slug(fact.value.short or name, limit=24) or str(len(self._organisations) + 1)
        taken = {entry[0] for entry in self._organisations.values()}
        identifier, number = f"org-{stem}", 1
        while identifier in taken:
            number += 1
            identifier = f"org-{stem}-{number}"
        self._organisations[name] = (identifier, fact)

    def ref(self, fact: Fact[Organisation]) -> dict[str, str]:
        """The attribute that points to the entry of an organisation."""
        return {"ref": "#" + self._organisations[fact.value.name][0]}

    def stand_off(self) -> Element | None:
        """The ``standOff`` element; None if the record names nobody."""
        people = [self._person(n, a) for n, a in enumerate(self._article.authors, 1)]
        organisations = [self._organisation(*entry) for entry in self._organisations.values()]
        lists = (("listPerson", people), ("listOrg", organisations))
        full = [el(name, None, *members) for name, members in lists if members]
        return el("standOff", None, *full) if full else None

    def _person(self, number: int, author: Author) -> Element:
        person = author.person
        affiliations = [self._affiliation(author, a, n) for n, a in enumerate(author.affiliations)]
        if author.role and not affiliations:
            affiliations = [el("affiliation", self._when(), self._role(author))]
        identity = {"id": person_id(number)} | self._ledger.evidence(person)
        return el("person", identity, person_name(person.value), *affiliations)

    def _affiliation(self, author: Author, affiliation: Affiliation, number: int) -> Element:
        element = el("affiliation", self._when())
        parts: list[Element] = []
        if author.role and number == 0:
            parts.append(self._role(author))
        at = affiliation.organisation
        parts.append(el("orgName", self.ref(at) | self._ledger.evidence(at), at.value.name))
        if affiliation.place:
            place = affiliation.place
            parts.append(el("placeName", self._ledger.evidence(place), place.value))
        for part in parts:
            part.tail = " "
            element.append(part)
        parts[-1].tail = None
        return element

    def _role(self, author: Author) -> Element:
        assert author.role
        return el("roleName", self._ledger.evidence(author.role), author.role.value)

    def _when(self) -> dict[str, str]:
        """An affiliation is stated as of publication, not for ever."""
        date = self._article.published.date if self._article.published else None
        if date is None or "/" in date.value:
            return {}
        return {"when": date.value, "datingPoint": "#d-pub"}

    def _organisation(self, identifier: str, fact: Fact[Organisation]) -> Element:
        short = fact.value.short
        return el(
            "org",
            {"id": identifier} | self._ledger.evidence(fact),
            el("orgName", {"type": "full"}, fact.value.name),
            el("orgName", {"type": "short"}, short) if short else None,
        )


def person_id(number: int) -> str:
    """The ``xml:id`` of the author with this number, counted from 1."""
    return f"pers-{number}"


def person_name(person: Person) -> Element:
    """A ``persName``: the name as printed, its parts marked where they are known."""
    element = el("persName")
    rest = person.name
    for tag, part in (("forename", person.given), ("surname", person.family)):
        before, found, after = rest.partition(part) if part else (rest, "", "")
        if not found:
            continue
        append(element, before)
        element.append(el(tag, None, part))
        rest = after
    append(element, rest)
    return element


def _organisations(article: Article) -> list[Fact[Organisation]]:
    links: list[Appearance | None] = [article.published, article.distributed]
    found = [a.organisation for author in article.authors for a in author.affiliations]
    for link in links:
        if link:
            found += [link.outlet, *([link.body] if link.body else [])]
    return found
