"""The permission to republish, in ``availability``: verbatim, its scope, what it leaves open."""

from __future__ import annotations

from archive.model.record import Holding
from archive.model.rights import SILENCE, Act, Rights, RightsKind, Standing
from archive.tei.evidence import Ledger
from archive.tei.xml import Element, el

GRANT = "lic-text"
MARKUP = "lic-markup"


def availability(rights: Rights | None, holding: Holding, root: str, ledger: Ledger) -> Element:
    """The licence of the markup, then what the article's own words say of its text."""
    markup = el(
        "licence",
        {"id": MARKUP, "target": holding.licence, "corresp": f"#{root}"},
        holding.licence_statement,
    )
    if rights is None:
        text = el("licence", {"id": GRANT, "corresp": "#article"}, SILENCE)
        return el("availability", {"status": "unknown"}, markup, text)
    settled = rights.kind.value is not RightsKind.UNSTATED
    status = {"status": "restricted" if settled else "unknown"}
    return el("availability", status, markup, _statement(rights, ledger))


def _statement(rights: Rights, ledger: Ledger) -> Element:
    judged = ledger.evidence(rights.kind)
    kind = f"#{kind_id(rights.kind.value)} {judged.get('ana', '')}".strip()
    holder, licence = rights.holder, rights.licence
    return el(
        "licence",
        {"id": GRANT, "corresp": "#article"} | judged | {"ana": kind},
        el("quote", ledger.evidence(rights.statement), rights.statement.value),
        el("name", {"type": "holder"} | ledger.evidence(holder), holder.value) if holder else None,
        el("name", {"type": "licence"} | ledger.evidence(licence), licence.value)
        if licence
        else None,
        el("list", {"type": "acts"}, *(_act(rights, act, ledger) for act in Act)),
        _conditions(rights, ledger),
    )


def _act(rights: Rights, act: Act, ledger: Ledger) -> Element:
    """One act and how the statement stands to it. Unstated is said too, with no evidence."""
    fact = dict(rights.acts).get(act)
    standing = fact.value if fact else Standing.UNSTATED
    category = {"ana": f"#{category_id(act, standing)}"}
    if fact:
        evidence = ledger.evidence(fact)
        category = evidence | {"ana": f"{category['ana']} {evidence.get('ana', '')}".strip()}
    return el("item", category, f"{act.value}: {standing.value}")


def _conditions(rights: Rights, ledger: Ledger) -> Element | None:
    if not rights.conditions:
        return None
    items = [el("item", ledger.evidence(fact), fact.value.value) for fact in rights.conditions]
    return el("list", {"type": "conditions"}, *items)


def category_id(act: Act, standing: Standing) -> str:
    """The ``xml:id`` of a category in the rights taxonomy."""
    return f"right.{act.value}.{standing.value}"


def kind_id(kind: RightsKind) -> str:
    """The ``xml:id`` of the category of a kind of statement."""
    return f"kind.{kind.value}"


_KINDS = {
    RightsKind.GRANTED: "anyone may publish",
    RightsKind.OBTAINED: "the distributor has obtained permission and passes it on",
    RightsKind.LICENSED: "a named public licence applies",
    RightsKind.HOST_ONLY: "permission was given for this publication only",
    RightsKind.RESERVED: "publication is refused, or all rights are reserved",
    RightsKind.UNSTATED: "nothing is stated",
}

_ACTS = {
    Act.PUBLISH: "publishing the text",
    Act.TRANSLATE: "publishing a translation",
    Act.ADAPT: "publishing a changed text",
    Act.EXCERPT: "publishing a part of the text",
    Act.SELL: "charging for the text",
    Act.SUBLICENSE: "passing the permission on to others",
    Act.ACKNOWLEDGE_SOURCE: "naming the first publication",
    Act.ACKNOWLEDGE_DISTRIBUTOR: "naming the distributor",
    Act.NOTIFY: "telling the distributor of a publication",
}


def category(act: Act, standing: Standing) -> str:
    """What a category means, in words."""
    if standing is Standing.UNSTATED:
        return (
            f"the statement does not say whether {_ACTS[act]} is permitted, required or forbidden"
        )
    return f"{_ACTS[act]} is {standing.value} by the statement"


def taxonomy(rights: Rights | None) -> Element | None:
    """The categories that the licence points to."""
    if rights is None:
        return None
    kind = rights.kind.value
    categories = [el("category", {"id": kind_id(kind)}, el("desc", None, _KINDS[kind]))]
    categories += [
        el(
            "category",
            {"id": category_id(act, standing)},
            el("desc", None, category(act, standing)),
        )
        for act, standing in ((act, rights.standing(act)) for act in Act)
    ]
    return el(
        "taxonomy", {"id": "tax-rights"}, el("desc", None, "What the permission says"), *categories
    )
