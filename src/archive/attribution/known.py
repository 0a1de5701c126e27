"""Outlets printed by a short form alone, in full where the agents of an archive leave no doubt.

What the text pairs itself comes first; ``services`` knows what needs no archive. The rest is this.
"""

from __future__ import annotations

from dataclasses import replace

from archive.attribution.evidence import squeezed
from archive.model.agents import AgentKind, Agents
from archive.model.article import Appearance, Article, Expansion, Organisation
from archive.model.fact import Certainty, Fact, Rule
from archive.model.facts import facts
from archive.model.identity import date_of

ONLY_AGENT = Rule(
    "credit/only-agent",
    "An outlet or the body behind it that is named by a short form alone is given its full name, "
    "if of the organisations that the archive knows exactly one had this short form at that date.",
)


def in_full(article: Article, agents: Agents) -> Article:
    """The article with the outlets in full that only one agent can be.

    Where two agents have the short form, or the one that has it is not sure of it, or the text
    pairs the short form with another name, it stays as printed.
    """
    links = (article.published, article.distributed)
    if not agents.all or not any(links):
        return article
    published, distributed = (link and _named(link, article, agents) for link in links)
    return replace(article, published=published, distributed=distributed)


def _named(link: Appearance, article: Article, agents: Agents) -> Appearance:
    body = link.body and _full(link.body, article, agents)
    return replace(link, outlet=_full(link.outlet, article, agents), body=body)


def _full(stated: Fact[Organisation], article: Article, agents: Agents) -> Fact[Organisation]:
    name, date = stated.value.name, date_of(article)
    agent = None if stated.value.short else agents.meant(AgentKind.ORGANISATION, name, date)
    if agent is None or not all(agent.called(other) for other in _paired(article, name)):
        return stated
    return Fact(Organisation(agent.full(date), name), stated.span, ONLY_AGENT, Certainty.MEDIUM)


def _paired(article: Article, short: str) -> set[str]:
    """The names that the text itself gives the short form to."""
    paired: set[str] = set()
    for _, fact in facts(article):
        match fact.value:
            case Organisation(name, own) if own == short:
                paired.add(name)
            case Expansion(abbreviation) if fact.span and article.printed(abbreviation) == short:
                paired.add(squeezed(article.printed(fact.span)))
    return paired
