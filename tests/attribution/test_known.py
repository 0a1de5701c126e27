"""Outlets that are printed by a short form alone, in an archive that knows some organisations."""

from __future__ import annotations

import pytest

from archive.attribution.articles import articles
from archive.attribution.known import in_full
from archive.model.agents import Agent, AgentKind, Agents, Form
from archive.model.article import Article
from archive.model.document import Document
from archive.model.fact import Certainty

TEXT = """\
A Well for Two Villages

By Ann Lee

The board opened the well on 3 May and closed it a week later. Nobody in the two villages had \
asked for either, and nobody had been told of it before the men came.

For years the women of the upper village walked an hour to the river.{} The well was dug where the \
two commons meet, and both councils paid for half of the pump that was put over it.

{}
"""


def agent(id: str, name: str, *forms: Form, kind: AgentKind = AgentKind.ORGANISATION) -> Agent:
    return Agent(id, kind, (Form(name), *forms))


IPS = Form("IPS", short=True)
STUDIES = agent("studies", "Institute for Policy Studies", IPS)
PRESS = agent("press", "Inter Press Service", IPS)
UNSURE = agent("press", "Inter Press Service", Form("IPS", short=True, sure=False))
LATE = agent("press", "Inter Press Service", Form("IPS", short=True, first="2009"))
FOCUS = agent("focus", "Foreign Policy In Focus", Form("FPIF", short=True))
RENAMED = Agent(
    "press",
    AgentKind.ORGANISATION,
    (Form("IPS News", first="2010"), Form("Inter Press Service", last="2009"), IPS),
)
PERSON = agent("ips", "I. P. Sand", IPS, kind=AgentKind.PERSON)

LINE = "Source: IPS, 13 June 2008"
PRINTED = "IPS"
FULL = "Inter Press Service (IPS)"
CASES = {
    "one has the short form": ("", LINE, [PRESS, FOCUS], FULL),
    "two have it": ("", LINE, [PRESS, STUDIES], PRINTED),
    "nobody has it": ("", LINE, [FOCUS], PRINTED),
    "there is no agent": ("", LINE, [], PRINTED),
    "one has it that is not sure of it": ("", LINE, [UNSURE], PRINTED),
    "one had it only later": ("", LINE, [LATE], PRINTED),
    "of two, one had it only later": (
        "",
        LINE,
        [LATE, STUDIES],
        "Institute for Policy Studies (IPS)",
    ),
    "one has it, and the article no date": ("", "Source: IPS", [LATE], FULL),
    "two have it, and the article no date": ("", "Source: IPS", [LATE, STUDIES], PRINTED),
    "a person has it": ("", LINE, [PERSON], PRINTED),
    "under the name of that time": ("", LINE, [RENAMED], FULL),
    "the text gives it to the same": (" The Inter Press Service (IPS) came.", LINE, [PRESS], FULL),
    "the text gives it to another": (
        " The Institute for Policy Studies (IPS) came.",
        LINE,
        [PRESS],
        PRINTED,
    ),
    "a full name is printed": (
        "",
        "Source: Institute for Policy Studies, 13 June 2008",
        [PRESS],
        "Institute for Policy Studies",
    ),
    "both are printed": (
        "",
        "Source: Institute for Policy Studies (IPS), 13 June 2008",
        [PRESS],
        "Institute for Policy Studies (IPS)",
    ),
    "the name of another begins so": (
        "",
        "Source: Foreign Policy, 13 June 2008",
        [FOCUS],
        "Foreign Policy",
    ),
}


def read(text: str) -> Article:
    (article,) = articles(
        Document(text, source="0" * 64, encoding="utf-8", media_type="text/plain")
    )
    return article


@pytest.mark.parametrize(("inside", "line", "agents", "wanted"), CASES.values(), ids=CASES)
def test_outlet(inside: str, line: str, agents: list[Agent], wanted: str) -> None:
    article = read(TEXT.format(inside, line))
    found = in_full(article, Agents(tuple(agents)))
    assert article.published
    assert found.published
    before, after = article.published.outlet, found.published.outlet
    assert str(after.value) == wanted
    assert after.span == before.span
    if after == before:
        assert found == article
    else:
        assert after.rule.name == "credit/only-agent"
        assert after.certainty is Certainty.MEDIUM


def test_body_and_distributor() -> None:
    line = (
        "This article was published by The Daily Herald, a project of IPS, and is distributed by"
        " FPIF."
    )
    found = in_full(read(TEXT.format("", line)), Agents((PRESS, FOCUS)))
    assert found.published
    assert found.published.body
    assert found.distributed
    assert str(found.published.outlet.value) == "The Daily Herald"
    assert str(found.published.body.value) == FULL
    assert str(found.distributed.outlet.value) == "Foreign Policy In Focus (FPIF)"
