"""Who published the piece first and who distributed it, by what all its credit lines say together.

"Source: The Daily Herald" and "This article was published by The Daily Herald (DH)" speak of the
same publication if they name the same outlet; if they name two, and neither says "first", nothing
is stated.
"""

from __future__ import annotations

from dataclasses import replace

from archive.attribution.conditions import SERVICE
from archive.attribution.credits import Credit
from archive.attribution.evidence import squeezed
from archive.model.article import Appearance, Organisation, SegmentKind
from archive.model.fact import Certainty, Fact


def same(one: Organisation, other: Organisation) -> bool:
    """Whether two names are of one outlet: equal but for "the", or one the other's short form."""
    return bool(_forms(one) & _forms(other))


def _forms(name: Organisation) -> set[str]:
    return {n.casefold().removeprefix("the ") for n in (name.name, name.short) if n}


def published(credits: list[Credit]) -> Appearance | None:
    """Where the piece was published first; None if the credit lines do not agree or do not say."""
    imprints = [c for c in credits if c.imprint and c.kind is SegmentKind.SOURCE_LINE]
    credits = [c for c in credits if not c.imprint]
    sources = [c for c in credits if c.kind is SegmentKind.SOURCE_LINE]
    stated = [c for c in credits if c.kind is SegmentKind.PUBLICATION]
    first = [c for c in stated if c.first]
    chosen = (first or sources or stated)[:1]
    if not chosen:
        return _imprinted(imprints, credits)
    agreeing = [c for c in sources + stated if same(c.outlet.value, chosen[0].outlet.value)]
    if len(agreeing) < len(sources + stated) and not first:
        return None
    written = [c for c in credits if c.kind is SegmentKind.OTHER]
    return _appearance(
        [c for c in agreeing + written + imprints if same(c.outlet.value, chosen[0].outlet.value)]
    )


def _imprinted(imprints: list[Credit], credits: list[Credit]) -> Appearance | None:
    """The outlet that stands over the article; None if two do, or if it passed the piece on."""
    passed_on = [c for c in credits if c.kind is SegmentKind.DISTRIBUTION]
    lead = imprints[0].outlet.value if imprints else None
    if lead is None or any(not same(c.outlet.value, lead) for c in imprints):
        return None
    if any(same(c.outlet.value, lead) for c in passed_on):
        return None
    written = [c for c in credits if c.kind is SegmentKind.OTHER]
    return _appearance(imprints + [c for c in written if same(c.outlet.value, lead)])


def distributed(credits: list[Credit], apart_from: Appearance | None) -> Appearance | None:
    """Who passed the piece on; None if no line says so, or lines name two services.

    A source line that names another outlet than the one the piece says it was first published in
    is the line of the service that passed it on.
    """
    stated = [c for c in credits if c.kind is SegmentKind.DISTRIBUTION]
    sources = [c for c in credits if c.kind is SegmentKind.SOURCE_LINE and not c.imprint]
    if stated and any(not same(c.outlet.value, stated[0].outlet.value) for c in stated):
        return None
    if stated:
        return _appearance(stated)
    service = _service_over(credits, apart_from)
    if service or apart_from is None or len(sources) != 1:
        return service
    other = not same(sources[0].outlet.value, apart_from.outlet.value)
    return _appearance(sources) if other else None


def _service_over(credits: list[Credit], published: Appearance | None) -> Appearance | None:
    """The news service whose dated line stands over an article that another outlet published."""
    over = [c for c in credits if c.imprint and c.date and published]
    found = [
        c
        for c in over
        if published
        and not same(c.outlet.value, published.outlet.value)
        and SERVICE.search(c.outlet.value.name)
    ]
    return _appearance(found) if len(found) == 1 else None


def _appearance(credits: list[Credit]) -> Appearance:
    """One appearance of what several statements say, each thing from the first that says it."""
    named = max(credits, key=lambda c: (bool(c.outlet.value.short), len(c.outlet.value.name)))
    lead = credits[0]
    outlet = replace(lead.outlet, value=named.outlet.value) if named is not lead else lead.outlet
    if squeezed(outlet.value.name) != squeezed(lead.outlet.value.name):
        outlet = named.outlet
    return Appearance(
        outlet=outlet,
        statement=lead.span,
        body=next((c.body for c in credits if c.body), None),
        date=_date(credits),
        address=next((c.address for c in credits if c.address), None),
    )


def _date(credits: list[Credit]) -> Fact[str] | None:
    """The date that the first of several statements prints.

    Where another prints another date, the one chosen is less sure if its statement says "first" or
    the other is an imprint; else nothing decides between them.
    """
    dated = [(c, c.date) for c in sorted(credits, key=lambda c: not c.first) if c.date]
    if not dated:
        return None
    lead, date = dated[0]
    others = [c for c, other in dated[1:] if not _agree(date.value, other.value)]
    if not others:
        return date
    told = lead.first or all(c.imprint for c in others)
    return replace(date, certainty=Certainty.MEDIUM) if told else None


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def doubted(published: Appearance | None, distributed: Appearance | None) -> Appearance | None:
    """The publication, its date less sure if it is printed as later than that of the distribution.

    Both stay as printed: which of them is the error, the text does not say.
    """
    if not (published and published.date and distributed and distributed.date):
        return published
    last = distributed.date.value.split("/")[-1]
    if published.date.value[: len(last)] <= last[: len(published.date.value)]:
        return published
    return replace(published, date=replace(published.date, certainty=Certainty.LOW))
